"""All members of a group against a threshold, as known on a day: who met it, by the record's own count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.checking.alliance.model import Mark
from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Finding, Record, Release
from burdenshare.report.charts.model import Allies, Point
from burdenshare.report.charts.points import asked_of, point_of

NO_FORCES = "no armed forces"
NOT_HELD = "not held"
COARSE = "printed with one decimal, which decides no threshold"


def against_threshold(
    record: Record,
    year: int | None = None,
    *,
    threshold: float = 2.0,
    group: str = "NATO",
    measure: str = "share_of_gdp",
    as_of: date | None = None,
    release: str | None = None,
) -> Allies:
    """Each member's value in the release that answers the count, and the count itself (`Record.count_at`).

    `year` None is the newest year of the day. A member that the release lacks is shown as an older one tells it, and
    counted by nobody. Raises UnknownNameError, InputError for a name that is no group, and NotHeldError where no
    release of the day counts.
    """
    entity = record.entity(group)
    if entity not in record.groups():
        raise InputError(f"{record.name(entity)} is no group", where="group", remedy="name a group, such as NATO")
    asked = record.newest_year(as_of or record.edition, measure) if year is None else year
    counted = None
    if asked is not None:
        counted = record.count_at(
            asked, threshold=threshold, group=entity, measure=measure, as_of=as_of, release=release
        )
    if asked is None or counted is None:
        where = f"{record.name(entity)}, {measure}, {asked or 'newest year'}"
        raise NotHeldError(
            "no release of that day can count the members", where=where, remedy="ask another year or day"
        )
    members = record.members_in_year(entity, asked)
    points = [_point(record, ally, asked, threshold, measure, counted.release, as_of) for ally in members]
    points.sort(key=lambda one: (one.value is None, -(one.value or 0.0), one.label))
    return Allies(
        asked=replace(
            asked_of(record, counted, as_of), measure=measure, title=record.measure(measure).title, unit="%", basis=""
        ),
        year=asked,
        threshold=threshold,
        points=tuple(points),
        met_low=round(counted.low),
        met_high=round(counted.high),
        members=len(members),
        release=counted.release.id,
        released_on=counted.release.released_on,
        definition=counted.release.definition,
        said=counted.caveats,
    )


def _point(
    record: Record, ally: str, year: int, level: float, measure: str, release: Release, as_of: date | None
) -> Point:
    found = record.cell(measure, ally, year, as_of=as_of, release=release.id, exact_release=True)
    if found is None or found.value is None:
        return _older(record, ally, year, measure, as_of)
    if any(one.one_decimal for one in found.observations):
        return point_of(found, record.name(ally), mark=Mark.OPEN, notes=(COARSE,))
    return point_of(found, record.name(ally), mark=Mark.MEETS if found.value >= level else Mark.BELOW)


def _older(record: Record, ally: str, year: int, measure: str, as_of: date | None) -> Point:
    """A member that the counting release lacks: what another release of the day says, or why there is nothing."""
    found: Finding | None = None
    if record.member(ally).armed:
        found = record.cell(measure, ally, year, as_of=as_of)
    if found is not None and found.value is not None:
        return point_of(found, record.name(ally), mark=Mark.OLDER)
    why = NOT_HELD if record.member(ally).armed else NO_FORCES
    return Point(ally, record.name(ally), None, None, None, "%", str(year), mark=Mark.UNKNOWN, notes=(why,))
