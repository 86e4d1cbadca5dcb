"""Hand-built statements, as a perfect reader would make them; widths of numbers follow semantics §4."""

from __future__ import annotations

from math import inf
from typing import Any

from burdenshare.reading.model import Interval, Kind, Span, Statement

NOWHERE = Span(0, 0)

A_THIRD = Interval((1 / 4 + 1 / 3) / 2, (1 / 3 + 2 / 5) / 2, central=1 / 3, kind="fraction")
TWO_THIRDS = Interval((3 / 5 + 2 / 3) / 2, (2 / 3 + 3 / 4) / 2, central=2 / 3, kind="fraction")


def around(central: float, half: float = 0.0) -> Interval:
    """A rounded number: `half` on each side."""
    return Interval(central - half, central + half, central=central)


def exactly(number: int) -> Interval:
    """A count."""
    return Interval(number, number, central=number, kind="count")


def above(number: float, *, open_: bool = True) -> Interval:
    """`more than` (or `at least`) a number."""
    return Interval(number, inf, low_open=open_, central=number)


def below(number: float, *, open_: bool = True) -> Interval:
    """`less than` (or `at most`) a number."""
    return Interval(-inf, number, high_open=open_, central=number)


def say(
    measure: str,
    subject: str,
    value: Interval | None = None,
    comparator: str = "=",
    *,
    year: int | None = None,
    kind: Kind = Kind.FACT,
    holes: str = "",
    **more: Any,
) -> Statement:
    """One statement. `subject` and `holes` are separated by spaces; `year` is an explicit period."""
    if year is not None:
        more |= {"period": str(year), "period_from": "explicit"}
    return Statement(
        id="s1",
        span=NOWHERE,
        focus=NOWHERE,
        text="",
        kind=kind,
        subject=tuple(subject.split()),
        measure=measure,
        comparator=comparator,
        value=value,
        holes=frozenset(holes.split()),
        **more,
    )


def share(ally: str, percent: float, year: int, half: float = 0.005, comparator: str = "=") -> Statement:
    """An ally's share of GDP in a year, told with two decimals unless `half` says otherwise."""
    return say("share_of_gdp", ally, around(percent, half), comparator, year=year, unit="%")


def count(number: int, year: int, **more: Any) -> Statement:
    """How many allies met the guideline in a year."""
    return say("allies_at_guideline", "NATO", exactly(number), year=year, unit="allies", **more)


def level(group: str, billions: float, year: int, half: float = 0.5, **more: Any) -> Statement:
    """Expenditure in billions of US dollars."""
    return say("expenditure", group, around(billions * 1e9, half * 1e9), year=year, unit="USD", **more)


def growth(group: str, percent: float, year: int, half: float = 0.5, **more: Any) -> Statement:
    """Growth over the year before in per cent."""
    return say("expenditure_growth", group, around(percent, half), "increase", year=year, unit="%", **more)


def target(
    percent: float, comparator: str = "=", subject: str = "NATO", kind: Kind = Kind.PROMISE, **more: Any
) -> Statement:
    """A target share; open where the comparator is `>`."""
    value = above(percent) if comparator == ">" else around(percent, 0.1)
    return say("guideline", subject, value, comparator, kind=kind, unit="%", **more)


def titled(person: str, office: str, entity: str, period: str = "", *, former: bool = False) -> Statement:
    """A person with a title."""
    return say(office, entity, kind=Kind.EVENT, person=person, office=office, period=period, former=former)


def meeting(words: str, period: str = "", place: str = "", subject: str = "NATO") -> Statement:
    """A dated happening."""
    return say("event", subject, kind=Kind.EVENT, event=words, period=period, place=place)
