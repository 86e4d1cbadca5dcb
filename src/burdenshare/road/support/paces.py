"""The present pace: what each donor gave a month over a span, and over every other span as long that the release holds.

How much a pace depends on the span it is taken over is the spread of everything that is held against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record.aid_books import Book
from burdenshare.record.donors import INSTITUTIONS
from burdenshare.record.months import YEAR, Span, month_at, place
from burdenshare.road.support.model import Union

Pace = Mapping[str, float]
"""Euro a month by donor."""


@dataclass(frozen=True, slots=True)
class Paces:
    """The pace of the declared span, and those of all spans of as many months, oldest first. `months` are euro by donor
    and month, with `parts` of the institutions' aid where the members carry it."""

    span: Span
    declared: Pace
    windows: tuple[tuple[Span, Pace], ...]
    months: Mapping[str, Mapping[str, float]]
    parts: Mapping[str, float]

    def over(self, span: Span) -> Pace:
        """The pace of any span."""
        return _over(self.months, span, self.parts)

    def of(self, donor: str) -> float:
        """Euro a year at the declared pace."""
        return YEAR * self.declared[donor]

    def ends(self, donor: str) -> tuple[float, float]:
        """The lowest and the highest pace of any span as long, euro a year."""
        held = [YEAR * pace[donor] for _, pace in self.windows]
        return min(held), max(held)


def paces(held: Book, span: Span, union: Union) -> Paces:
    """The paces of a release's donors.

    Raises InputError for months that it does not hold, NotHeldError where a member's part of the institutions' aid is
    asked for and not printed.
    """
    if span.first < held.span.first or span.last > held.span.last:
        raise InputError(
            f"{span} is not within {held.span}", where="pace", remedy=f"release {held.release.id} holds those months"
        )
    parts = _parts(held, union)
    months = {donor: held.by_month(donor) for donor in held.donors()}
    first, last = place(held.span.first), place(held.span.last)
    windows = [Span(month_at(at), month_at(at + len(span) - 1)) for at in range(first, last - len(span) + 2)]
    every = tuple((one, _over(months, one, parts)) for one in windows)
    return Paces(span, _over(months, span, parts), every, months, parts)


def _over(months: Mapping[str, Mapping[str, float]], span: Span, parts: Mapping[str, float]) -> Pace:
    found = {donor: sum(value for month, value in held.items() if month in span) for donor, held in months.items()}
    if parts:
        whole = found.pop(INSTITUTIONS, 0.0)
        for donor, part in parts.items():
            found[donor] = found.get(donor, 0.0) + part * whole
    return {donor: value / len(span) for donor, value in found.items()}


def _parts(held: Book, union: Union) -> dict[str, float]:
    """Each member's part of the institutions' aid, as the release divides it over the whole war; they add up to one."""
    if union is Union.INSTITUTIONS:
        return {}
    whole = sum(one.value for one in held.through.values())
    if not whole:
        raise NotHeldError(
            f"release {held.release.id} does not divide the EU institutions' aid among the members",
            where="union",
            remedy='write union = "institutions"',
        )
    return {donor: one.value / whole for donor, one in held.through.items()}
