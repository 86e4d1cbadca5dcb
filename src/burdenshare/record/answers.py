"""One door to every measure: the declaration decides who answers, a cell, a formula or a dated entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.errors import NotHeldError
from burdenshare.record import cells, derived, registry
from burdenshare.record.days import days_meant
from burdenshare.record.derived import Question
from burdenshare.record.measures import Measure
from burdenshare.record.model import Derivation, Finding, Period, Release
from burdenshare.record.registry import REGISTRY
from burdenshare.record.store import Store

ENTRY_PUBLISHER = "burdenshare"
"""Dated entries belong to no release: they are judged by the dates they carry."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as a caller puts it, before the declaration decides who answers."""

    entity: str
    measure: Measure
    period: Period
    as_of: date | None
    release: str | None
    basis: str
    unit: str
    threshold: float
    baseline: int | None


def value(store: Store, wanted: Wanted) -> Finding:
    """The answer. Raises NotHeldError where the record lacks it, InputError where the question makes no sense."""
    found = _answer(store, wanted)
    if found is None:
        raise NotHeldError(
            _lacking(store, wanted), where=_name(store, wanted), remedy="ask another year, day or release"
        )
    return found


def history(store: Store, wanted: Wanted) -> tuple[Finding, ...]:
    """The answer in every release that has one, newest first. Raises NotHeldError where none has."""
    day = store.sight(wanted.as_of)
    if wanted.measure.id in REGISTRY:
        question = _question(store, wanted)
        found = derived.every(store, REGISTRY[wanted.measure.id], question, day)
    elif wanted.measure.id in ENTRIES:
        found = (value(store, wanted),)
    else:
        found = cells.by_release(store, _ask(store, wanted))
    if not found:
        raise NotHeldError("no release holds it", where=_name(store, wanted), remedy="ask another year")
    return found


def plain_growth(store: Store, entity: str, basis: str, unit: str) -> tuple[bool, str]:
    """Whether growth is meant in real terms, and in which unit (semantics §6): for the alliance and groups in real
    terms, for one country nominal in its own currency; a named basis or unit decides first."""
    if basis:
        return basis != derived.CURRENT, unit or "USD"
    if store.groups.is_group(entity):
        return True, unit or "USD"
    return False, unit or cells.OWN_CURRENCY


def _answer(store: Store, wanted: Wanted) -> Finding | None:
    if wanted.measure.id in REGISTRY:
        question = _question(store, wanted)
        release = store.releases.find(wanted.release) if wanted.release is not None else None
        return derived.newest(store, REGISTRY[wanted.measure.id], question, store.sight(wanted.as_of), release)
    if wanted.measure.id in ENTRIES:
        return ENTRIES[wanted.measure.id](store, wanted)
    return cells.cell(store, _ask(store, wanted))


def _ask(store: Store, wanted: Wanted) -> cells.Ask:
    asked = cells.ask(
        store,
        wanted.measure.id,
        wanted.entity,
        wanted.period,
        basis=wanted.basis,
        unit=wanted.unit,
        as_of=wanted.as_of,
        release=wanted.release,
    )
    return replace(asked, exact=wanted.release is not None)


def _question(store: Store, wanted: Wanted) -> Question:
    if not isinstance(wanted.period, int):
        raise NotHeldError(f"'{wanted.period}' is no calendar year", where=_name(store, wanted), remedy="ask a year")
    real, unit = plain_growth(store, wanted.entity, wanted.basis, wanted.unit)
    growth = wanted.measure.id == "expenditure_growth"
    question = Question(
        entity=wanted.entity,
        year=wanted.period,
        basis=wanted.basis,
        unit=unit if growth else wanted.unit or "USD",
        threshold=wanted.threshold,
        baseline=wanted.baseline,
        real=real,
    )
    registry.check(wanted.measure.id, question, store)
    return question


def _members(store: Store, wanted: Wanted) -> Finding | None:
    day = _last_day(store, wanted)
    names = store.groups.members(wanted.entity, day)
    leaves = tuple(
        Derivation(store.groups.name(ally), 1.0, "allies", str(day), source=store.groups.allies[ally].source)
        for ally in names
        if ally in store.groups.allies
    )
    tree = Derivation(
        f"{store.groups.name(wanted.entity)}: members", float(len(names)), "allies", str(day), "count", leaves
    )
    return _entry(wanted, float(len(names)), "allies", tree, f"members on {day}")


def _guideline(store: Store, wanted: Wanted) -> Finding | None:
    day = _last_day(store, wanted)
    held = store.calendar().guidelines(day)
    if not held:
        return None
    one = held[0]
    tree = Derivation(f"guideline in force: {one.about}", one.value, "%", one.made_on, source=one.source)
    return _entry(wanted, one.value, "%", tree, f"set at: {one.made_at}")


def _last_day(store: Store, wanted: Wanted) -> date:
    """The day on which a period ends: what stood then stands for it."""
    days = days_meant(f"{wanted.period:04}" if isinstance(wanted.period, int) else wanted.period)
    if days is None:
        raise NotHeldError(f"'{wanted.period}' is no day", where=_name(store, wanted), remedy="ask a year or a day")
    return days[1]


def _entry(wanted: Wanted, value: float, unit: str, tree: Derivation, said: str) -> Finding:
    release = Release("entries", ENTRY_PUBLISHER, None, "dated entries of the record", 0)
    return Finding(
        value, value, value, unit, wanted.measure.id, wanted.entity, wanted.period, "", release, tree, caveats=(said,)
    )


ENTRIES: Mapping[str, Callable[[Store, Wanted], Finding | None]] = {"members": _members, "guideline": _guideline}
"""Measures that are counted or read from dated entries; the other entries have look-ups of their own."""


def _lacking(store: Store, wanted: Wanted) -> str:
    if wanted.measure.kind == "entry":
        return f"'{wanted.measure.id}' is a dated entry: look it up by its own name"
    if wanted.release is not None:
        return f"release {store.releases.find(wanted.release).id} does not hold it"
    return f"no release out by {wanted.as_of or store.edition} holds it"


def _name(store: Store, wanted: Wanted) -> str:
    return f"{store.groups.name(wanted.entity)}, {wanted.measure.id}, {wanted.period}"
