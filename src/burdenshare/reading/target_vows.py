"""A target an ally means to meet, told without its figure: `Canada has pledged to meet the NATO target by 2032`."""

from __future__ import annotations

import math
from datetime import date

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list

_NEW_TARGET = date(2025, 6, 25)
"""From The Hague on `the NATO target` may be that of 2, of 3.5 or of 5 per cent: no figure can be told for it."""
_REACHING = frozenset({"achieve", "attain", "fulfil", "fulfill", "hit", "honour", "honor", "meet", "reach"})
_VOWED = word_list("target_vows")
_WHOSE = word_list("target_owners_words")
_REACH = 4
"""Tokens between the target and the year it is to be met by: `the target *set in Wales* by 2024` is further off."""


def vowed_target(parsed: Parsed, calendar: Calendar) -> Draft | None:
    """An ally, a verb of promising, a verb of meeting, the target, and `by` a year to come, with nothing in between."""
    if calendar.on is None or calendar.on >= _NEW_TARGET:
        return None
    shares = [q.first for q in parsed.quantities if q.unit == "%"]
    for first, last in parsed.cues.hits.get("met", ()):
        if parsed.text(first, last) not in _REACHING or parsed.lows[first - 1] != "to" or first < 2:
            continue
        relative = _in_a_relative(parsed, calendar, calendar.on, (first, last))
        if relative is not None:
            return relative
        noun = next((s for s in parsed.cues.hits.get("target", ()) if last <= s[0] <= last + _REACH), None)
        if noun is None or not set(parsed.lows[last : noun[0]]) <= _WHOSE:
            continue
        due = _due(parsed, calendar.on, noun[1])
        if due is not None and shares and (min(shares) < due.last or "," not in parsed.lows[due.last : min(shares)]):
            continue  # a figure of its own; not "to meet it this year, but the new target could be 3 %"
        ally = _vowing(parsed, calendar, first - 1)
        if due is not None and ally is not None:
            return _draft(calendar, ally, (first, due.last), due)
    return None


def _in_a_relative(parsed: Parsed, calendar: Calendar, on: date, verb: tuple[int, int]) -> Draft | None:
    """`the alliance's target, which Belgium aims to reach this year`; any share beside it is the target itself."""
    if any(q.unit == "%" and q.number.value != calendar.guideline for q in parsed.quantities):
        return None
    due = _due(parsed, on, verb[1])
    ally = _vowing(parsed, calendar, verb[0] - 1) if due is not None and due.first <= verb[1] + 1 else None
    if due is None or ally is None or parsed.lows[ally[1] - 1] not in ("which", "that"):
        return None
    end = ally[1] - 1 - (parsed.lows[ally[1] - 2] == ",")
    if not any(last == end for _, last in parsed.cues.hits.get("target", ())):
        return None
    return _draft(calendar, ally, (ally[1], due.last), due)


def _due(parsed: Parsed, on: date, end: int) -> PeriodMention | None:
    """`by 2032`, `this year`, right behind the target."""
    return next(
        (
            p
            for p in parsed.periods
            if (p.role == "by" or parsed.text(p.first, p.last) in ("this year", "this fiscal year"))
            and end <= p.first <= end + _REACH
            and p.value[:4].isdecimal()
            and int(p.value[:4]) >= on.year
        ),
        None,
    )


def _vowing(parsed: Parsed, calendar: Calendar, end: int) -> tuple[str, int] | None:
    """The ally, or the office-holder of one, right in front of the words of promising."""
    at = end
    while at and parsed.lows[at - 1] in _VOWED:
        at -= 1
    if at == end:
        return None
    at = _in_front_of_saying(parsed, at)
    ally: SubjectMention | None = next((s for s in parsed.subjects if s.last == at), None)
    if ally is not None:
        named = ally.entity in calendar.allies and ally.names_a_body and not ally.possessive
        return (ally.entity, ally.first) if named else None
    if parsed.lows[at - 1 : at] and parsed.lows[at - 1] in _GOVERNMENTS:  # "the Portuguese government hopes"
        ruled = next((s for s in parsed.subjects if s.last == at - 1 and s.entity in calendar.allies), None)
        return (ruled.entity, ruled.first) if ruled is not None else None
    person = next((p for p in parsed.persons if p.last == at), None)
    entity = next((e for name in person.candidates if (e := calendar.serves(name))), "") if person is not None else ""
    return (entity, person.first) if person is not None and entity in calendar.allies else None


def _in_front_of_saying(parsed: Parsed, at: int) -> int:
    """`Spain, run by a left-wing government, says it plans`: where the one who says so of itself ends."""
    if at < 3 or parsed.lows[at - 1] not in ("it", "they") or parsed.lows[at - 2] not in _SAYS:
        return at
    at -= 2
    if parsed.lows[at - 1] != ",":
        return at
    opened = next((i for i in range(at - 2, 0, -1) if parsed.lows[i] == ","), 0)
    return opened if any(s.last == opened for s in parsed.subjects) else at


_GOVERNMENTS = frozenset({"government", "cabinet", "coalition", "parliament"})
_SAYS = frozenset({"says", "said", "insists", "insisted", "maintains"})


def _draft(calendar: Calendar, ally: tuple[str, int], words: tuple[int, int], due: PeriodMention) -> Draft:
    line = calendar.guideline
    return Draft(
        ally[1],
        words[1],
        words,
        Kind.PROMISE,
        "guideline",
        "target without its figure",
        subject=(ally[0],),
        comparator=">=",
        value=Interval(line, math.inf, central=line),
        unit="%",
        period=due.value[:4],
        period_from="due",
        modality=Modality.PLEDGE,
        likely=True,
    )
