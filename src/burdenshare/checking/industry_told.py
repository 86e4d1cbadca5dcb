"""Industry figures in words: a row, what the record lacks, and what was told on a day nobody knows."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from burdenshare.checking.questions import Stated
from burdenshare.checking.wording import number
from burdenshare.record.days import days_meant
from burdenshare.record.industry import item_of, kind_of, makers
from burdenshare.record.model import Grade, Observation


def missing(question: Stated, kind: str, item: str, rows: list[Observation]) -> str:
    whose = question.entity or "whom the words do not say"
    if question.entity not in makers():
        return f"the record holds no industry figures of {whose}"
    if not rows:
        return f"no such series in the record ({item} of {whose})"
    others = sorted({kind_name(kind_of(one)) for one in rows} - {kind_name(kind)})
    if not any(kind_of(one) == kind for one in rows):
        only = " and ".join(others)
        return f"the record holds no {kind_name(kind)} of it, only {only}, which is never compared with it"
    if all(one.grade is Grade.SECONDARY for one in rows if kind_of(one) == kind):
        return f"the record holds {kind_name(kind)} of it from secondary sources only, which carry no verdict"
    newest = max((one for one in rows if kind_of(one) == kind), key=_told_of)
    return f"the record holds no {kind_name(kind)} of that time in that unit; stated by that day: {told(newest)}"


_NAMES = {"backlog": "orders", "procurement_share": "share of trade", "lead_time": "lead time"}


def kind_name(kind: str) -> str:
    return _NAMES.get(kind, kind)


def told(one: Observation) -> str:
    what = f"{item_of(one)} ({kind_name(kind_of(one))})"
    return f"{one.entity}, {what}, {one.period}: {number(one.value, one.unit)} ({one.release})"


def told_that_month(rows: Sequence[Observation], kind: str, day: date) -> Iterator[str]:
    """Rows of which the month alone is known in which they were told: they count from its last day, and say so."""
    late = [one for one in rows if kind_of(one) == kind and one.released_on is not None and one.released_on > day]
    if late:
        newest = max(late, key=_told_of)
        yield f"{told(newest)} counts from {newest.released_on}, for the day it was told is not known"


def end_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _told_of(one: Observation) -> date:
    """The last day of what a row tells."""
    held = days_of(one)
    return date.min if held is None else held[1]


def days_of(one: Observation) -> tuple[date, date] | None:
    """The days a row's period means; `2021-2025` and `annual, 2025` are periods too."""
    told = _ANNUAL.sub("", str(one.period))
    return days_meant(_YEARS.sub(r"\1/\2", told))


_ANNUAL = re.compile(r"^annual, ")
_YEARS = re.compile(r"^(\d{4})-(\d{4})$")
