"""Aid as a share of GDP: the release's own ratio where it is printed, else over a GDP that is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.donors import INSTITUTIONS
from burdenshare.record.model import Observation
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.ground import TRACKED, Ground

Ends = tuple[float, float, float]
"""A sum of money with what is known of it: value, low, high."""


class Over(StrEnum):
    """What a share is taken over."""

    PRINTED = "printed"  # the release's own ratio to the donor's GDP of 2021
    OUTLOOK = "outlook"  # GDP of the newest Outlook of the day
    IMPLIED = (
        "implied"  # the GDP of 2021 that the release's own ratio implies: the Outlook held does not list the donor
    )
    SEVERAL = "several"  # a sum of GDPs told in more than one of these ways


@dataclass(frozen=True, slots=True)
class Share:
    """Per cent of GDP; `low`..`high` differ where a part of the aid is not dated. `left_out`: whose GDP is not held,
    whose aid is then left out of the sum too."""

    value: float
    low: float
    high: float
    over: Over
    printed: Observation | None = None
    left_out: tuple[str, ...] = ()


def of_2021(told: Answering, donor: str, ends: Ends, ground: Ground) -> Share | None:
    """A donor's aid over its GDP of 2021, as the tracker measures it; None where that GDP is not known."""
    printed = told.book.ratios.get(donor) if _is_all(told) else None
    if printed is not None:
        return Share(printed.value, printed.low, printed.high, Over.PRINTED, printed)
    gdp, over = gdp_2021(told, donor, ground)
    return None if gdp is None else _quotient(ends, gdp, over)


def gdp_2021(told: Answering, donor: str, ground: Ground) -> tuple[float | None, Over]:
    """GDP of 2021 in euro, and whence: the Outlook's, else what the release's own ratio implies."""
    held = ground.of_year(donor, TRACKED)
    return (held, Over.OUTLOOK) if held is not None else (_implied(told, donor), Over.IMPLIED)


def of_2021_together(told: Answering, members: Sequence[str], aid: dict[str, Ends], ground: Ground) -> Share | None:
    """The same of several. The EU's institutions have no GDP beside their members'; where the release prints ratios of
    what is told, they give its own GDPs, else the Outlook does."""
    found = {one: _own_gdp(told, one, ground) for one in members if one != INSTITUTIONS}
    return _together(aid, {one: held for one, held in found.items() if held[0]})


def yearly(told: Answering, donor: str, ends: Ends, ground: Ground) -> Share | None:
    """A donor's aid over its GDP of the months it was given in: the share of GDP of one year on the average."""
    gdp = ground.over(donor, told.span)
    return None if not gdp else _quotient(ends, gdp, Over.OUTLOOK)


def yearly_together(told: Answering, members: Sequence[str], aid: dict[str, Ends], ground: Ground) -> Share | None:
    """The same of several."""
    found = {one: (ground.over(one, told.span), Over.OUTLOOK) for one in members if one != INSTITUTIONS}
    return _together(aid, {one: held for one, held in found.items() if held[0]})


def _own_gdp(told: Answering, donor: str, ground: Ground) -> tuple[float | None, Over]:
    own = _implied(told, donor) if _is_all(told) else None
    return (own, Over.IMPLIED) if own is not None else gdp_2021(told, donor, ground)


def _implied(told: Answering, donor: str) -> float | None:
    """What the release's ratio says of GDP: its own sum over the war and of all kinds, over that ratio."""
    ratio, rows = told.book.ratios.get(donor), told.book.total.get(donor, 0.0)
    return 100 * rows / ratio.value if ratio is not None and ratio.value > 0 and rows > 0 else None


def _together(aid: dict[str, Ends], gdps: dict[str, tuple[float | None, Over]]) -> Share | None:
    total = sum(gdp or 0.0 for gdp, _ in gdps.values())
    if not total:
        return None
    counted = [ends for one, ends in aid.items() if one in gdps or one == INSTITUTIONS]
    ends = (sum(one[0] for one in counted), sum(one[1] for one in counted), sum(one[2] for one in counted))
    ways = {over for _, over in gdps.values()}
    left = tuple(one for one in aid if one not in gdps and one != INSTITUTIONS)
    made = _quotient(ends, total, ways.pop() if len(ways) == 1 else Over.SEVERAL)
    return Share(made.value, made.low, made.high, made.over, None, left)


def _quotient(ends: Ends, gdp: float, over: Over) -> Share:
    value, low, high = (100 * one / gdp for one in ends)
    return Share(value, low, high, over)


def _is_all(told: Answering) -> bool:
    """Whether all that was allocated in the whole war is told: the release's ratios are of nothing else."""
    return told.is_whole and (told.book.kind, told.book.definition) == (Kind.TOTAL, Definition.ALLOCATION)
