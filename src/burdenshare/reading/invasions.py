"""The invasion of Ukraine with its day or month."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.happening_words import spans
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token


def invasions(parsed: Parsed) -> list[Draft]:
    """`the full-scale invasion of Ukraine in February 2022`, `On the 24th of February, Russia invaded Ukraine`."""
    told = spans("invasion", parsed)
    if not told or not {"RUS", "UKR"} & {s.entity for s in parsed.subjects}:
        return []
    when = next(
        (
            p
            for p in parsed.periods
            if p.role == "in"
            and len(p.value) >= 7
            and abs(p.first - told[0][1]) <= 9
            and p.years_ago is None
            and _one_clause(parsed, told[0], p)
        ),
        None,
    )
    if when is None or when.value.startswith("--"):
        return []
    first, last = min(told[0][0], when.first), max(told[0][1], when.last)
    return [
        Draft(
            first,
            last,
            (first, last),
            Kind.EVENT,
            "event",
            "invasion",
            subject=("UKR",),
            comparator="",
            period=when.value,
            period_from=when.source,
            event="invasion",
        )
    ]


def _one_clause(parsed: Parsed, cue: tuple[int, int], when: PeriodMention) -> bool:
    """`the invasion – becoming a member in March 2024`: a dash or a semicolon parts the date from the invasion. `On 20
    January, even before the invasion`: neither is the date its own."""
    between = parsed.tokens[min(cue[1], when.last) : max(cue[0], when.first)]
    if when.last <= cue[0] and any(t.low in _APART or t.low in _SAID for t in between):
        return False  # "after a meeting on Thursday he said that the invasion": when it was said
    if any(t.low in _UP_TO or t.text == ")" for t in between):
        return False  # "from the invasion in early 2022 through April 2024": the end of a span that began with it
    return not any(
        t.text in ("–", "—", ";", ":") or (t.text == "-" and t.start > 0 and _spaced(parsed, t)) for t in between
    )


_APART = word_list("told_apart")
_SAID = word_list("saying_verbs")
_UP_TO = frozenset({"through", "until", "till"})


def _spaced(parsed: Parsed, dash: Token) -> bool:
    return not any(t.end == dash.start or t.start == dash.end for t in parsed.tokens)
