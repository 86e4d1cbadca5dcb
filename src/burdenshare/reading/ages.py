"""Ages of the alliance and of the invasion: `established 76 years ago`, `the alliance turns 75`."""

from __future__ import annotations

import math
from datetime import date

from burdenshare.reading.drafts import Draft
from burdenshare.reading.happening_words import spans
from burdenshare.reading.model import Interval, Kind, exactly
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced


def ages(parsed: Parsed) -> list[Draft]:
    """`established 76 years ago`, `the invasion three years ago`."""
    found: list[Draft] = []
    for p in parsed.periods:
        if p.years_ago is None:
            continue
        founding = [s for s in spans("founding", parsed) if abs(p.first - s[1]) <= 8]
        invasion = [s for s in spans("invasion", parsed) if abs(p.first - s[1]) <= 12]
        nato = any(s.entity == "NATO" for s in parsed.subjects)
        joiner = _joiner(parsed, p)
        if joiner is not None:
            found.append(_age(parsed, p, (joiner[1], joiner[2]), joiner[0], "accession"))
        elif founding and nato:
            found.append(_age(parsed, p, founding[0], "NATO", "founding"))
        elif invasion and any(s.entity in ("UKR", "RUS") for s in parsed.subjects):
            found.append(_age(parsed, p, invasion[0], "UKR", "invasion"))
    return found


_JOINED = frozenset({"joined", "acceded", "entered"})


def _joiner(parsed: Parsed, period: PeriodMention) -> tuple[str, int, int] | None:
    """(ally, first, last) of `Poland joined NATO 25 years ago`; only one ally, in front of the verb in the clause."""
    verb = next((i for i, low in enumerate(parsed.lows) if low in _JOINED and abs(period.first - i) <= 8), None)
    if verb is None:
        return None
    allies = [s for s in parsed.subjects if s.last <= verb and verb - s.last <= 3 and s.names_a_body]
    joined = [s for s in parsed.subjects if verb < s.first <= verb + 3 and s.entity == "NATO"]
    several = any(low in ("and", ",") for low in parsed.lows[max(0, verb - 4) : verb])
    if not allies or not joined or several or len(allies[-1].entity) != CODE:
        return None
    return allies[-1].entity, allies[-1].first, joined[0].last


CODE = 3


def _age(parsed: Parsed, period: PeriodMention, cue: tuple[int, int], entity: str, event: str) -> Draft:
    years = period.years_ago or (0.0, 0.0)
    first, last = min(period.first, cue[0]), max(period.last, cue[1])
    return _age_draft(parsed, (first, last), (period.first, period.last), years[0], entity, event)


def _age_draft(
    parsed: Parsed, span: tuple[int, int], focus: tuple[int, int], years: float, entity: str, event: str
) -> Draft:
    """The age with its hedge: `more than three years ago` is open above, `nearly` open below."""
    said = next((q for q in parsed.quantities if q.core[0] >= focus[0] - 3 and q.core[0] < focus[1]), None)
    value, comparator, first = exactly(years), "=", span[0]
    if said is not None and said.rule in ("above", "at least", "just over", "well above"):
        value, comparator = Interval(years, math.inf, low_open=said.rule == "above", central=years, kind="count"), ">"
    elif said is not None and said.rule in ("nearly", "below"):
        value, comparator = Interval(years - 1, years, central=years, kind="count"), "~"
    elif said is not None and said.rule == "about":
        value, comparator = Interval(years - 1, years + 1, central=years, kind="count"), "~"
    if said is not None and said.rule != "plain":
        first = min(first, said.first)
    return Draft(
        first,
        span[1],
        (min(focus[0], first) if first < span[0] else focus[0], focus[1]),
        Kind.EVENT,
        "event",
        "age of an event",
        subject=(entity,),
        comparator=comparator,
        value=value,
        unit="years",
        event=event,
    )


def birthdays(parsed: Parsed) -> list[Draft]:
    """`the alliance turns 75`, `the alliance, 77 this year`, `76 years after the treaty was signed`."""
    found: list[Draft] = []
    for q in parsed.quantities:
        if q.unit or q.number.kind != "cardinal" or not 40 <= q.number.value <= 120:
            continue
        before = [t.low for t in parsed.tokens[max(0, q.core[0] - 2) : q.core[0]]]
        after = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 6]]
        owner = next(
            (
                s
                for s in reversed(parsed.subjects)
                if s.last <= q.core[0] and q.core[0] - s.last <= 2 and s.entity == "NATO"
            ),
            None,
        )
        turns = (bool(before) and before[-1] in ("turns", "turned", "turning")) or (
            after[:2] == ["this", "year"] and before[-1:] == [","]
        )
        signed = after[:2] == ["years", "after"] and bool(
            set(after[2:]) & {"treaty", "founding", "foundation", "creation"}
        )
        if owner is not None and turns:
            found.append(_age_draft(parsed, (owner.first, q.core[1]), q.core, q.number.value, "NATO", "founding"))
        elif signed:
            end = min(len(parsed.tokens), q.core[1] + 6)
            found.append(
                _age_draft(parsed, (q.core[0], end), (q.core[0], q.core[1] + 2), q.number.value, "NATO", "founding")
            )
    return found


_YOUNGEST, _OLDEST = 40, 120
"""Ages of the alliance that a text may tell."""


def anniversaries(parsed: Parsed, on: date | None) -> list[Draft]:
    """`NATO marks its 75th anniversary`, `celebrate 75 years of the most successful alliance`: an age at the day."""
    if _ANNIVERSARIES.isdisjoint(parsed.words):
        return []
    found: list[Draft] = []
    for q in parsed.quantities:
        if not _YOUNGEST <= q.number.value <= _OLDEST or not _of_the_alliance(parsed, q):
            continue
        if any(_of_another_year(p, q, on) for p in parsed.periods):
            continue  # "its 75th anniversary in Washington in 2024", read in 2023
        last = min(len(parsed.tokens), q.core[1] + 1)
        focus = (q.core[0], last)
        found.append(replaced(_age_draft(parsed, focus, focus, q.number.value, "NATO", "founding"), likely=True))
    return found


_ANNIVERSARIES = frozenset(
    {"anniversary", "birthday", "celebrate", "celebrates", "celebrated", "celebrating", "mark"}
) | {
    "marks",
    "marking",
    "marked",
    "commemorate",
    "commemorates",
    "commemorating",
}
_PARTY = _ANNIVERSARIES - {"anniversary", "birthday"}
_ITS_OWN = frozenset({"its", "our", "the"})
_FOUNDED = frozenset(
    {"founding", "foundation", "creation", "establishment", "alliance", "nato", "nato's", "alliance's", "treaty"}
)


def _of_the_alliance(parsed: Parsed, q: Quantity) -> bool:
    """Whether the anniversary is the alliance's own: its name in front or its founding behind, and nobody else's."""
    lows = parsed.lows
    behind = lows[q.core[1] : q.core[1] + 9]
    years = (
        behind[:1] == ["years"] and behind[1:2] == ["of"] and bool(_PARTY & set(lows[max(0, q.first - 3) : q.first]))
    )
    day = q.unit == "ordinal" and behind[:1] in (["anniversary"], ["birthday"])
    if not years and not day:
        return False
    of = [] if behind[1:2] != ["of"] else behind[2:8]
    end = next((i for i, low in enumerate(of) if low in (",", ";", ".")), len(of))
    of = of[:end]
    if of:
        return bool(_FOUNDED & set(of)) and (day or bool({"alliance", "nato"} & set(of)))
    near = [s for s in parsed.subjects if s.entity == "NATO" and 0 <= q.first - s.last <= 6]
    return day and bool(near) and (near[-1].last == q.first or lows[q.first - 1] in _ITS_OWN)


def _of_another_year(p: PeriodMention, q: Quantity, on: date | None) -> bool:
    """A year beside the anniversary that is not the text's own."""
    year = p.value[:4]
    near = -6 <= p.first - q.core[1] <= 8
    return near and on is not None and year.isdecimal() and int(year) != on.year
