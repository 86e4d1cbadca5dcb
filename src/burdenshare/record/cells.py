"""Which release answers for a single cell, and what a group's cell is where none was printed (semantics §3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.quick import quick
from burdenshare.record.aid import MEASURE as AID
from burdenshare.record.aid_sums import booked
from burdenshare.record.groups import EURO, TOGETHER
from burdenshare.record.index import CONSTANT
from burdenshare.record.measures import Measure
from burdenshare.record.model import Derivation, Finding, Grade, Observation, Period, Release
from burdenshare.record.releases import shelf_day
from burdenshare.record.stated import PUBLISHER as STATED
from burdenshare.record.stated import release_of
from burdenshare.record.store import Store

RATIO = "share_of_gdp"
"""The one ratio for which a group's value can be rebuilt from levels of the same release."""

FORCE_MEASURES = frozenset({"expenditure", "military_personnel"})
"""Totals to which allies without armed forces add nothing; NATO's totals of GDP do include Iceland's."""

COMPLEMENTS = {"EUR": ("EUR_CAN", "CAN")}
"""A group that is a printed aggregate less one ally: used where not every member's cell is held."""

OWN_CURRENCY = "NCU"

FLOWS = frozenset({"expenditure"})
"""Measures that add up over years: money spent."""
YEAR_DIGITS = 4


Bounds = tuple[float, float, float]
"""A computed value with what its inputs' digits allow: value, low, high."""


@quick
@dataclass(frozen=True, slots=True)
class Ask:
    """One question for one cell. `day`: the last day whose publications count (`date.max` is *now*)."""

    measure: Measure
    entity: str
    period: Period
    basis: str
    unit: str
    day: date
    release: Release | None = None
    exact: bool = False


def ask(
    store: Store,
    measure: str,
    entity: str,
    period: Period,
    *,
    basis: str = "",
    unit: str = "",
    as_of: date | None = None,
    release: str | None = None,
    exact: bool = False,
) -> Ask:
    """A question with its defaults filled in. Raises UnknownNameError for an unknown measure or release."""
    declared = store.measures.find(measure)
    kept = basis or declared.basis if declared.priced or declared.variants else ""
    named = store.releases.find(release) if release is not None else None
    return Ask(declared, entity, period, kept, unit or declared.unit, store.sight(as_of), named, exact)


def cell(store: Store, question: Ask) -> Finding | None:
    """The newest release of the day that holds the cell answers; the publishers are asked in their declared order."""
    for publisher in _publishers(question):
        found = _stated(store, question) if publisher == STATED else _newest_holding(store, question, publisher)
        if found is not None:
            return found
    return None


def by_release(store: Store, question: Ask) -> tuple[Finding, ...]:
    """The cell in every release of the first publisher that holds it at all, newest first."""
    for publisher in _publishers(question):
        if publisher == STATED:
            shelf = store.shelves(question.measure.id, STATED).shelf(_key(question, question.unit))
            seen = [one for one in reversed(shelf) if shelf_day(one.released_on) <= question.day]
            found = [of_observation(store, one, release_of(one)) for one in seen]
        else:
            held = (in_release(store, one, question) for one in store.releases.visible(publisher, question.day))
            found = [one for one in held if one is not None]
        if found:
            return tuple(found)
    return ()


def candidates(store: Store, publisher: str, day: date, release: Release | None, exact: bool) -> Sequence[Release]:
    """Releases that may answer, newest first. One that was not out by the day answers nothing, even if named."""
    if release is None:
        return store.releases.visible(publisher, day)
    if exact:
        return (release,) if shelf_day(release.released_on) <= day else ()
    return store.releases.visible(publisher, min(day, shelf_day(release.released_on)))


def with_older(finding: Finding, newest: Release) -> Finding:
    """The finding, saying so where the newest release of the day lacks the cell."""
    if finding.release.id == newest.id:
        return finding
    said = f"{newest.title} lacks it; {finding.release.title} answers"
    return replace(finding, older=newest, caveats=(*finding.caveats, said))


def in_release(store: Store, release: Release, question: Ask) -> Finding | None:
    """What one release holds: its printed cell, else its printed aggregate, else the sum over all members.

    A release never changes: the day of the question makes no difference.
    """
    asked = release.id, question.measure.id, question.entity, question.period, question.basis, question.unit
    return store.once(asked, lambda: _in_release(store, release, question))


def _in_release(store: Store, release: Release, question: Ask) -> Finding | None:
    printed = _printed(store, release, question)
    if printed is not None:
        return printed
    if question.measure.id == AID:
        return _booked(store, release, question)
    if question.measure.id in FLOWS and isinstance(question.period, str):
        return _over_years(store, release, question)
    if TOGETHER in question.entity:
        return _together(store, release, question)
    if store.groups.is_group(question.entity) and isinstance(question.period, int):
        return _of_members(store, release, question, question.period)
    return None


def _booked(store: Store, release: Release, question: Ask) -> Finding | None:
    """Aid that a release books by month, year or donor and prints no sum of."""
    found = booked(store.aid_books(), release, question.entity, question.basis, question.unit, question.period)
    if found is None:
        return None
    parts = [of_observation(store, one, release) for one in found.rows]
    bounds = tuple(sum(getattr(part, end) or 0.0 for part in parts) for end in ("value", "low", "high"))
    name = f"{store.groups.name(question.entity)}: {question.measure.title}"
    made = combined(question, release, name, found.formula, parts, (bounds[0], bounds[1], bounds[2] + found.undated))
    return replace(made, basis=question.basis)


def of_observation(store: Store, one: Observation, release: Release) -> Finding:
    """A finding that rests on one observation."""
    title = store.measures.find(one.measure).title
    return Finding(
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        measure=one.measure,
        entity=one.entity,
        period=one.period,
        basis=one.basis,
        release=release,
        derivation=Derivation(
            name=f"{store.groups.name(one.entity)}: {title}",
            value=one.value,
            unit=one.unit,
            period=str(one.period),
            observation=one,
            source=one.source,
        ),
        observations=(one,),
        secondary_only=one.grade is Grade.SECONDARY,
        caveats=_caveats(one),
    )


def combined(
    question: Ask,
    release: Release,
    name: str,
    formula: str,
    parts: Sequence[Finding],
    bounds: Bounds,
) -> Finding:
    """A finding computed from others of one release. `bounds`: value, low, high."""
    observations = tuple(dict.fromkeys(one for part in parts for one in part.observations))
    value, low, high = bounds
    return Finding(
        value=value,
        low=low,
        high=high,
        unit=parts[0].unit,
        measure=question.measure.id,
        entity=question.entity,
        period=question.period,
        basis=parts[0].basis,
        release=release,
        derivation=Derivation(
            name=name,
            value=value,
            unit=parts[0].unit,
            period=str(question.period),
            formula=formula,
            inputs=tuple(part.derivation for part in parts),
        ),
        observations=observations,
        secondary_only=bool(observations) and all(one.grade is Grade.SECONDARY for one in observations),
        caveats=tuple(dict.fromkeys(said for part in parts for said in part.caveats)),
    )


def _publishers(question: Ask) -> tuple[str, ...]:
    if question.release is None or question.release.publisher not in question.measure.publishers:
        return question.measure.publishers
    return (question.release.publisher,)


def _newest_holding(store: Store, question: Ask, publisher: str) -> Finding | None:
    held = candidates(store, publisher, question.day, question.release, question.exact)
    for release in held:
        found = in_release(store, release, question)
        if found is not None:
            return with_older(found, held[0])
    return None


def _stated(store: Store, question: Ask) -> Finding | None:
    one = store.shelves(question.measure.id, STATED).latest(_key(question, question.unit), question.day)
    return of_observation(store, one, release_of(one)) if one is not None else None


def _key(question: Ask, unit: str) -> tuple[str, str, Period, str, str]:
    return question.measure.id, question.entity, question.period, question.basis, unit


def _printed(store: Store, release: Release, question: Ask) -> Finding | None:
    shelves = store.shelves(question.measure.id, release.publisher)
    unit = _unit_in(store, release, question)
    one = shelves.at(_key(question, unit), release.id)
    if one is not None:
        return of_observation(store, one, release)
    for tender in store.groups.legacy(question.entity) if unit == EURO else ():
        old = shelves.at(_key(question, tender.currency), release.id)
        if old is not None and tender.per_eur:
            return _in_euro(of_observation(store, old, release), tender.currency, tender.per_eur)
    return None


def _unit_in(store: Store, release: Release, question: Ask) -> str:
    """A release states national currency as of its own day, for all years."""
    if question.unit != OWN_CURRENCY or question.measure.unit == OWN_CURRENCY:
        return question.unit
    if question.entity not in store.groups.tenders:
        return OWN_CURRENCY
    return store.groups.currency(question.entity, release.released_on or store.edition)


def _in_euro(found: Finding, currency: str, per_eur: float) -> Finding:
    """A sum in a currency that the euro replaced, at the irrevocable rate."""
    value = found.value / per_eur if found.value is not None else None
    return replace(
        found,
        value=value,
        low=found.low / per_eur,
        high=found.high / per_eur,
        unit=EURO,
        derivation=Derivation(
            name=f"{found.derivation.name} in euro",
            value=value,
            unit=EURO,
            period=str(found.period),
            formula=f"{currency} / {per_eur:g}",
            inputs=(found.derivation,),
            note=f"irrevocable rate of {per_eur:g} {currency} per euro",
        ),
    )


def _over_years(store: Store, release: Release, question: Ask) -> Finding | None:
    """A flow over a span of whole years: the years of one release added, where it holds them all."""
    ends = question.period.split("/") if isinstance(question.period, str) else []
    if len(ends) != 2 or not all(len(one) == YEAR_DIGITS and one.isdigit() for one in ends):
        return None
    years = range(int(ends[0]), int(ends[1]) + 1)
    parts = [in_release(store, release, replace(question, period=year)) for year in years]
    return _added(store, release, question, parts, f"sum over {ends[0]} to {ends[1]}")


def _together(store: Store, release: Release, question: Ask) -> Finding | None:
    """Several entities taken together: their values in one release added, where it holds them all."""
    if not question.measure.total:
        return None
    entities = question.entity.split(TOGETHER)
    parts = [in_release(store, release, replace(question, entity=entity)) for entity in entities]
    return _added(store, release, question, parts, " + ".join(entities))


def _added(
    store: Store, release: Release, question: Ask, parts: Sequence[Finding | None], formula: str
) -> Finding | None:
    """The sum of values that are all held, in one unit."""
    held = [part for part in parts if part is not None and part.value is not None]
    if not held or len(held) != len(parts) or len({part.unit for part in held}) > 1:
        return None
    bounds = (sum(part.value or 0.0 for part in held), sum(part.low for part in held), sum(part.high for part in held))
    name = f"{store.groups.name(question.entity)}: {question.measure.title}"
    return combined(question, release, name, formula, held, bounds)


def _of_members(store: Store, release: Release, question: Ask, year: int) -> Finding | None:
    if question.measure.id == RATIO:
        return _ratio(store, release, question, year)
    if not question.measure.total:
        return None
    return (
        _sum(store, release, question, year)
        or _complement(store, release, question)
        or _both_sides(store, release, question)
    )


def _sum(store: Store, release: Release, question: Ask, year: int) -> Finding | None:
    """The members' values added, where the release holds them all."""
    members = store.groups.members_in_year(question.entity, year)
    if question.measure.id in FORCE_MEASURES:
        members = store.groups.armed(members)
    parts: list[Finding] = []
    for ally in members:
        part = _printed(store, release, replace(question, entity=ally))
        if part is None:
            part = _implied_gdp(store, release, ally, question)
        if part is None:
            return None
        parts.append(part)
    if not parts:
        return None
    bounds = (
        sum(part.value or 0.0 for part in parts),
        sum(part.low for part in parts),
        sum(part.high for part in parts),
    )
    name = f"{store.groups.name(question.entity)}: {question.measure.title}"
    return combined(question, release, name, "sum over all members", parts, bounds)


def _implied_gdp(store: Store, release: Release, ally: str, question: Ask) -> Finding | None:
    """An ally's GDP from its expenditure and share in the same release, where its GDP was not read."""
    if question.measure.id != "gdp":
        return None
    level = _printed(store, release, replace(question, measure=store.measures.find("expenditure"), entity=ally))
    share = _printed(
        store, release, replace(question, measure=store.measures.find(RATIO), entity=ally, basis="", unit="%")
    )
    if level is None or share is None or not level.value or not share.value or share.low <= 0:
        return None
    bounds = (100 * level.value / share.value, 100 * level.low / share.high, 100 * level.high / share.low)
    name = f"{store.groups.name(ally)}: GDP implied"
    return combined(replace(question, entity=ally), release, name, "expenditure / share", (level, share), bounds)


def _complement(store: Store, release: Release, question: Ask) -> Finding | None:
    """A group as a printed aggregate less one ally."""
    if question.entity not in COMPLEMENTS:
        return None
    whole_id, part_id = COMPLEMENTS[question.entity]
    whole = _printed(store, release, replace(question, entity=whole_id))
    part = _printed(store, release, replace(question, entity=part_id))
    if whole is None or part is None or whole.value is None or part.value is None:
        return None
    bounds = (whole.value - part.value, whole.low - part.high, whole.high - part.low)
    name = f"{store.groups.name(question.entity)}: {question.measure.title}"
    return combined(question, release, name, f"{whole_id} - {part_id}", (whole, part), bounds)


def _both_sides(store: Store, release: Release, question: Ask) -> Finding | None:
    """The alliance as the United States and all the others, where only those two are printed."""
    if question.entity != "NATO":
        return None
    parts = [_printed(store, release, replace(question, entity=entity)) for entity in ("USA", "EUR_CAN")]
    held = [part for part in parts if part is not None and part.value is not None]
    if len(held) < len(parts):
        return None
    bounds = (sum(part.value or 0.0 for part in held), sum(part.low for part in held), sum(part.high for part in held))
    name = f"{store.groups.name(question.entity)}: {question.measure.title}"
    return combined(question, release, name, "USA + EUR_CAN", held, bounds)


def _ratio(store: Store, release: Release, question: Ask, year: int) -> Finding | None:
    """A group's share: summed expenditure over summed GDP; as NATO does it, at constant prices and over all members."""
    for basis in (CONSTANT, "current"):
        levels = [
            in_release(store, release, replace(question, measure=store.measures.find(part), basis=basis, unit="USD"))
            for part in ("expenditure", "gdp")
        ]
        above, below = levels
        if above is not None and below is not None and above.value and below.value and below.low > 0:
            bounds = (100 * above.value / below.value, 100 * above.low / below.high, 100 * above.high / below.low)
            name = f"{store.groups.name(question.entity)}: {question.measure.title}"
            made = combined(question, release, name, "expenditure / gdp * 100", (above, below), bounds)
            return replace(made, unit="%", basis="", derivation=replace(made.derivation, unit="%"))
    return None


def _caveats(one: Observation) -> tuple[str, ...]:
    said = []
    if one.aggregate:
        said.append("an aggregate printed in the release's text, not read in its tables")
    if one.basis == "unnamed":
        said.append("the page names no price basis")
    if one.grade is Grade.SECONDARY:
        said.append("read on a secondary page: never carries a verdict alone")
    if one.one_decimal:
        said.append("printed with one decimal")
    if one.released_on is None:
        said.append("undated: speaks only for today")
    return tuple(said)
