"""Who stands where: every donor and group as one release tells them, Europe against the United States, who rose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import NotHeldError
from burdenshare.record.aid_books import Book
from burdenshare.record.donors import ALL, EUROPE, INSTITUTIONS, UNITED_STATES
from burdenshare.record.model import Observation
from burdenshare.record.months import Span
from burdenshare.record.record import Record
from burdenshare.road.support.answering import Answering, Asked, answering
from burdenshare.road.support.checked import Checked, checked
from burdenshare.road.support.europe import Printed, Side, pages, printed, sides
from burdenshare.road.support.given import Given, given_by, placed, together
from burdenshare.road.support.ground import Ground, ground
from burdenshare.road.support.moves import Moves, moves
from burdenshare.road.support.who import all_meant, is_group, meant

CROSSING = ("EU_MEMBERS", "EU_MEMBERS+EU_INST", "NATO", "EUR")
"""Groups that cut across the regions."""
GROUPS = (ALL, EUROPE, "EUROPEAN_STATES", INSTITUTIONS, UNITED_STATES, "REST_OF_WORLD", *CROSSING)
"""Groups always told: the tracker's regions share all donors out."""
REGIONS = (UNITED_STATES, INSTITUTIONS, "EUROPEAN_STATES", "REST_OF_WORLD")
"""The four that share all donors out among them: nobody is in two, nobody in none."""


@dataclass(frozen=True, slots=True)
class Monthly:
    """Euro by month of the regions, and of the donors and groups asked for, from one release: one value a month."""

    release: str
    source: str
    span: Span
    regions: Mapping[str, tuple[float, ...]]
    shown: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Support to Ukraine as known on a day.

    `told` is the release that answers and how; None where no table of the tracker was out by the day, then `pages`
    holds all there is. `donors` are told one by one, the largest first; `groups` by their ids; `shown` are the ids that
    were asked for, all donors without them. `moves` and `monthly` may rest on another release than the sums: each says
    which. `lacks` are sentences on what is not known. `checked` is what a check of the day goes by where that is
    another release, since the one told was read on a secondary page.
    """

    on: date
    asked: Asked
    told: Answering | None
    donors: tuple[Given, ...]
    groups: Mapping[str, Given]
    shown: tuple[str, ...]
    sides: tuple[Side, ...]
    printed: tuple[Printed, ...]
    pages: tuple[Observation, ...]
    moves: Moves | None
    monthly: Monthly | None
    ground: Ground
    lacks: tuple[str, ...]
    checked: Checked | None = None

    def asks(self, donor: str) -> bool:
        """Whether a donor is to be shown: it was asked for, or a group that it is in, or nobody was."""
        if not self.shown:
            return True
        return donor in self.shown or any(donor in self.groups[one].members for one in self.shown if one in self.groups)

    def given(self, entity: str) -> Given | None:
        """What a donor or group gave."""
        return self.groups.get(entity) or next((one for one in self.donors if one.donor == entity), None)


def standing(
    record: Record,
    asked: Asked,
    on: date,
    *,
    entities: Sequence[str] = (),
    after: Span | None = None,
    before: Span | None = None,
) -> Standing:
    """What is known on `on` of what is asked. `entities` are ids of donors and groups to show, none for all of them;
    `after` and `before` are the spans of who rose and who fell. Raises NotHeldError, InputError, UnknownNameError."""
    figures = pages(record, asked.definition, asked.kind, on)
    if not record.aid_releases(on):
        return _of_pages(record, asked, on, figures, entities)
    told = answering(record, asked, on)
    held = told.book.donors()
    wider = _wider(record, entities, on, held)
    base = ground(record, wider, on)
    single = placed(given_by(told, one, base) for one in held)
    by_donor = {one.donor: one for one in single}
    wanted = dict.fromkeys((*GROUPS, *(one for one in entities if is_group(record, one))))
    groups = {
        one: together(told, one, meant(record, one, held, on), by_donor, base) for one in wanted if one not in by_donor
    }
    moved, why = _moved(record, asked, on, after, before)
    return Standing(
        on=on,
        asked=asked,
        told=told,
        donors=tuple(sorted(single, key=lambda one: (-one.value, one.donor))),
        groups=groups,
        shown=tuple(dict.fromkeys(entities)),
        sides=sides(told, groups, by_donor.get(UNITED_STATES)),
        printed=printed(record, asked.definition, asked.kind, on),
        pages=figures,
        moves=moved,
        monthly=_monthly(record, asked, told, tuple(dict.fromkeys(entities)), on),
        ground=base,
        lacks=(*_without(record, entities, on, held), *why),
        checked=checked(record, asked, told, groups, on, base),
    )


def _of_pages(
    record: Record, asked: Asked, on: date, figures: tuple[Observation, ...], entities: Sequence[str]
) -> Standing:
    """Before the first table only single figures of dated pages are known. Raises NotHeldError where there is none."""
    if asked.since is not None or asked.until is not None or asked.release is not None or not figures:
        days = [one.released_on for one in record.aid_releases(record.edition) if one.released_on is not None]
        raise NotHeldError(
            f"no table of the tracker was out on {on.isoformat()}, and no page of that day holds what is asked",
            remedy=f"give a day from {min(days)} on" if days else "this record is built without the tracker's tables",
        )
    lacks = "all other donors on that day: only dated pages with a few figures each are held, no table"
    empty = ground(record, (), on)
    rows = printed(record, asked.definition, asked.kind, on)
    return Standing(on, asked, None, (), {}, tuple(entities), (), rows, figures, None, None, empty, (lacks,))


def _wider(record: Record, entities: Sequence[str], on: date, held: Sequence[str]) -> tuple[str, ...]:
    """Everybody whose GDP may be asked: donors, allies without a row, members of the groups asked for."""
    allies = record.members("NATO", on)
    return tuple(dict.fromkeys((*held, *allies, *all_meant(record, entities, held, on))))


def _moved(
    record: Record, asked: Asked, on: date, after: Span | None, before: Span | None
) -> tuple[Moves | None, tuple[str, ...]]:
    """Who rose and who fell, or why that is not known; what was asked for by name is refused, not left out."""
    try:
        return moves(record, asked, on, after, before), ()
    except NotHeldError as fault:
        if after is not None or before is not None:
            raise
        return None, (f"who rose and who fell: {fault.what}",)


def _monthly(record: Record, asked: Asked, told: Answering, shown: Sequence[str], on: date) -> Monthly | None:
    """The months by region of the release that answers, else of the newest that holds months."""
    every = (told.book, *(record.aid_book(one, asked.definition, asked.kind) for one in record.aid_releases(on)))
    held = next((one for one in every if one.has_months() and asked.release in (None, one.release.id)), None)
    if held is None:
        return None
    span = _cut(told.span, held)
    donors_held = held.donors()
    members = {one: meant(record, one, donors_held, on) for one in (*REGIONS, *shown)}
    series = {one: _series(held, inside, span) for one, inside in members.items()}
    regions, own = ({one: series[one] for one in part} for part in (REGIONS, shown))
    return Monthly(held.release.id, held.source, span, regions, own)


def _cut(span: Span, held: Book) -> Span:
    """The months that are told, as far as the release reaches."""
    last = min(span.last, held.span.last)
    return Span(span.first, last) if span.first <= last else held.span


def _series(held: Book, inside: Sequence[str], span: Span) -> tuple[float, ...]:
    booked = [held.by_month(one) for one in inside]
    return tuple(sum(one.get(month, 0.0) for one in booked) for month in span.months())


def _without(record: Record, entities: Sequence[str], on: date, held: Sequence[str]) -> tuple[str, ...]:
    """Allies and donors asked for of whom no row tells."""
    asked = all_meant(record, entities, held, on) if entities else record.members("NATO", on)
    lacking = [record.name(one) for one in asked if one not in held]
    if not lacking:
        return ()
    return (f"{', '.join(lacking)}: the tracker has no row of them; what they gave is not known, and not nothing",)
