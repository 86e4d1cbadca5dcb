"""What each donor gave in a span: money, share of GDP, per head, what is not dated, what came through the Union."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.donors import INSTITUTIONS
from burdenshare.record.model import Observation
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.ground import Ground
from burdenshare.road.support.shares import Share, of_2021, of_2021_together, yearly, yearly_together
from burdenshare.road.support.who import countries


@dataclass(frozen=True, slots=True)
class Given:
    """What a donor, or donors together, gave. Money in euro of the time it was booked.

    `low`..`high`: without and with what the release counts and does not date; `periods` counts the months or years
    with a row. `share` is of GDP of 2021, as the tracker measures it; `yearly` of GDP of the months themselves;
    `per_head` in euro, over the whole span. `through` is a member's part of what the EU institutions gave over the war,
    `share_with` its share of GDP with that part. `place` and `place_by_share` are the places among countries. `members`
    are those summed up, `without` those of a group that have no row: nothing is known of what they gave.
    """

    donor: str
    value: float
    low: float
    high: float
    rows: tuple[Observation, ...]
    periods: int
    share: Share | None = None
    yearly: Share | None = None
    per_head: float | None = None
    through: Observation | None = None
    share_with: Observation | None = None
    place: int | None = None
    place_by_share: int | None = None
    members: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def given_by(told: Answering, donor: str, ground: Ground) -> Given:
    """What one donor gave."""
    rows = told.rows(donor)
    value = sum(one.value for one in rows)
    ends = (value, value, value + told.undated(donor))
    heads = ground.heads(donor, int(told.span.last[:4]))
    whole = told.is_whole and (told.book.kind, told.book.definition) == (Kind.TOTAL, Definition.ALLOCATION)
    return Given(
        donor,
        *ends,
        rows,
        len({one.period for one in rows}),
        of_2021(told, donor, ends, ground),
        yearly(told, donor, ends, ground),
        value / heads if heads else None,
        told.book.through.get(donor) if whole else None,
        told.book.ratios_with.get(donor) if whole else None,
    )


def together(told: Answering, group: str, members: Sequence[str], held: Mapping[str, Given], ground: Ground) -> Given:
    """What several donors gave together; `members` may name some without a row."""
    inside = [held[one] for one in members if one in held]
    aid = {one.donor: (one.value, one.low, one.high) for one in inside}
    year = int(told.span.last[:4])
    heads = [ground.heads(one, year) for one in members if one != INSTITUTIONS]
    value = sum(one.value for one in inside)
    return Given(
        group,
        value,
        sum(one.low for one in inside),
        sum(one.high for one in inside),
        tuple(row for one in inside for row in one.rows),
        len({row.period for one in inside for row in one.rows}),
        of_2021_together(told, members, aid, ground),
        yearly_together(told, members, aid, ground),
        value / sum(one or 0.0 for one in heads) if heads and all(heads) else None,
        members=tuple(one.donor for one in inside),
        without=tuple(one for one in members if one not in held),
    )


def placed(given: Iterable[Given]) -> tuple[Given, ...]:
    """The same with the places of countries: by money, and by share among those whose share is known."""
    held = list(given)
    nations = set(countries(one.donor for one in held))
    money = {one.donor: one.value for one in held if one.donor in nations}
    shares = {one.donor: one.share.value for one in held if one.donor in nations and one.share is not None}
    return tuple(replace(one, place=_place(money, one.donor), place_by_share=_place(shares, one.donor)) for one in held)


def _place(values: Mapping[str, float], donor: str) -> int | None:
    """1 for the largest; who gave the same has the same place, and who gave nothing has none."""
    own = values.get(donor)
    return None if not own else 1 + sum(1 for value in values.values() if value > own)
