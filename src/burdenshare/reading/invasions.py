"""The invasion of Ukraine with its day or month."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.happening_words import spans
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list


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
    """Whether nothing stands between the invasion and the date that could have a date of its own: only who invaded
    whom, how and that it began. `Finland applied last May, prompted by the invasion`, `the invasion led Sweden to apply
    in May 2022`, `On 20 January, even before the invasion`: the date of something else."""
    first, last = min(cue[1], when.last), max(cue[0], when.first)
    known = {i for s in parsed.subjects if s.entity in ("RUS", "UKR") for i in range(s.first, s.last)}
    return all(i in known or parsed.lows[i] in _OF_IT or parsed.tokens[i].kind == "number" for i in range(first, last))


_OF_IT = word_list("told_of_the_invasion")
