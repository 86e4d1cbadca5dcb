"""Derived measures: formulas over cells of one release, declared in one registry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.record import cells, counts
from burdenshare.record.index import CONSTANT
from burdenshare.record.model import Derivation, Finding, Grade, Release
from burdenshare.record.nato_cells import UNNAMED
from burdenshare.record.releases import NATO
from burdenshare.record.store import Store

CURRENT = "current"

COARSEST_LEVEL = 0.02
"""Width over value beyond which a level enters no formula: growth from "1.1 trillion" would be a matter of rounding.
Whole millions of the smallest ally (Montenegro, 59) just pass."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a derived measure is asked: the parameters that its formula names; each rule reads those it needs."""

    entity: str
    year: int
    basis: str = ""
    unit: str = "USD"
    threshold: float = 2.0
    baseline: int | None = None
    group: str = "NATO"
    measure: str = "share_of_gdp"
    real: bool = True
    cumulative: bool = True
    below: bool = False
    armed_only: bool = False
    against: tuple[str, ...] = ()  # of a comparison or an exception: the others, or those named
    quantifier: str = ""  # of an exception: `all` or `only`
    strict: bool = False  # of an exception: the threshold itself is not meant
    from_below: bool = False  # of a rank: 1 is the lowest

    def counted(self, *, fraction: bool) -> counts.Threshold:
        """The same question as a count over the entity's members."""
        return counts.Threshold(
            self.year, self.threshold, self.entity, self.measure, self.below, self.armed_only, fraction
        )


Rule = Callable[[Store, Release, Question], Finding | None]
"""A derived measure inside one release; None where the release lacks what it needs."""


@dataclass(frozen=True, slots=True)
class Derived:
    """One entry of the registry. `over_members`: the newest release that speaks of the year answers, and no newer
    release "lacks the cell" (semantics §3 on counts); else `older` names the newest release of the day."""

    rule: Rule
    over_members: bool = False
    needs_baseline: bool = False


def newest(
    store: Store, derived: Derived, question: Question, day: date, release: Release | None = None
) -> Finding | None:
    """The newest release of the day that can answer does; a named release answers alone."""
    held = cells.candidates(store, NATO, day, release, exact=True)
    for one in held:
        found = derived.rule(store, one, question)
        if found is not None:
            return found if derived.over_members else cells.with_older(found, held[0])
    return None


def every(store: Store, derived: Derived, question: Question, day: date) -> tuple[Finding, ...]:
    """The measure in every release that can answer, newest first."""
    found = (derived.rule(store, one, question) for one in store.releases.visible(NATO, day))
    return tuple(one for one in found if one is not None)


def level(store: Store, release: Release, entity: str, year: int, basis: str, unit: str) -> Finding | None:
    """Defence expenditure of an ally or group in one release, unless its digits are too coarse for a formula."""
    asked = cells.ask(store, "expenditure", entity, year, basis=basis, unit=unit)
    found = cells.in_release(store, release, asked)
    if found is None or found.value is None or found.high - found.low > COARSEST_LEVEL * abs(found.value):
        return None
    return found


def growth(store: Store, release: Release, question: Question) -> Finding | None:
    """Growth over a year in per cent: as printed, else from two levels of the release."""
    printed = _printed_growth(store, release, question)
    if printed is not None:
        return _renamed(printed, "expenditure_growth")
    basis = CONSTANT if question.real else CURRENT
    now = level(store, release, question.entity, question.year, basis, question.unit)
    before = level(store, release, question.entity, question.year - 1, basis, question.unit)
    if now is None or before is None or before.low <= 0 or now.value is None or not before.value:
        return None
    bounds = (
        100 * (now.value / before.value - 1),
        100 * (now.low / before.high - 1),
        100 * (now.high / before.low - 1),
    )
    name = f"{store.groups.name(question.entity)}: growth over {question.year - 1}, {now.basis} prices"
    return made_of(
        question, release, "expenditure_growth", "%", name, "(this year / year before - 1) * 100", (now, before), bounds
    )


def change(store: Store, release: Release, question: Question) -> Finding | None:
    """Level of the year less level of the baseline year."""
    first = question.year - 1 if question.baseline is None else question.baseline
    basis = question.basis or CURRENT
    then = level(store, release, question.entity, first, basis, question.unit)
    now = level(store, release, question.entity, question.year, basis, question.unit)
    if then is None or now is None or then.value is None or now.value is None:
        return None
    bounds = (now.value - then.value, now.low - then.high, now.high - then.low)
    name = f"{store.groups.name(question.entity)}: change of expenditure from {first} to {question.year}"
    return made_of(question, release, "expenditure_change", now.unit, name, "last - first", (now, then), bounds)


def extra(store: Store, release: Release, question: Question) -> Finding | None:
    """Spending over the baseline year's level: cumulated over the years after it, or of the last year alone."""
    if question.baseline is None:
        return None
    if not question.cumulative:
        found = change(store, release, question)
        return _renamed(found, "extra_expenditure") if found is not None else None
    basis = question.basis or CONSTANT
    base = level(store, release, question.entity, question.baseline, basis, question.unit)
    years = range(question.baseline + 1, question.year + 1)
    levels = [level(store, release, question.entity, year, basis, question.unit) for year in years]
    held = [one for one in levels if one is not None]
    if base is None or len(held) != len(levels) or not held:
        return _printed_extra(store, release, question)
    count = len(held)
    bounds = (
        sum(one.value or 0.0 for one in held) - count * (base.value or 0.0),
        sum(one.low for one in held) - count * base.high,
        sum(one.high for one in held) - count * base.low,
    )
    span = f"{question.baseline + 1} to {question.year}"
    name = (
        f"{store.groups.name(question.entity)}: extra expenditure over {question.baseline}, {span}, {base.basis} prices"
    )
    formula = f"sum over {span} of (level - level of {question.baseline})"
    return made_of(question, release, "extra_expenditure", base.unit, name, formula, (base, *held), bounds)


def share_of_total(store: Store, release: Release, question: Question) -> Finding | None:
    """The entity's part of a group's expenditure, in per cent; where no basis is asked for, at current prices if the
    release holds them, else at its constant ones (both parts of the ratio always on the same)."""
    if not question.basis:
        found = (share_of_total(store, release, replace(question, basis=basis)) for basis in (CURRENT, CONSTANT))
        return next((one for one in found if one is not None), None)
    basis = question.basis
    part = level(store, release, question.entity, question.year, basis, question.unit)
    whole = level(store, release, question.group, question.year, basis, question.unit)
    if part is None or whole is None or part.value is None or not whole.value or whole.low <= 0:
        asked = cells.ask(store, "share_of_total", question.entity, question.year, unit="%")
        return cells.in_release(store, release, replace(asked, basis=question.group))
    bounds = (100 * part.value / whole.value, 100 * part.low / whole.high, 100 * part.high / whole.low)
    name = f"{store.groups.name(question.entity)}: share of the expenditure of {store.groups.name(question.group)}"
    return made_of(question, release, "share_of_total", "%", name, "part / whole * 100", (part, whole), bounds)


def per_head(store: Store, release: Release, question: Question) -> Finding | None:
    """Expenditure per head: as printed at constant prices; at current ones over the newest population of that day."""
    if (question.basis or CONSTANT) != CURRENT:
        asked = cells.ask(store, "expenditure_per_capita", question.entity, question.year, basis=question.basis)
        return cells.in_release(store, release, asked)
    money = level(store, release, question.entity, question.year, CURRENT, question.unit)
    people = population(store, question.entity, question.year, release.released_on)
    if money is None or people is None or money.value is None or not people.value:
        return None
    bounds = (money.value / people.value, money.low / people.high, money.high / people.low)
    name = f"{store.groups.name(question.entity)}: defence expenditure per head, current prices"
    return made_of(
        question,
        release,
        "expenditure_per_capita",
        money.unit,
        name,
        "expenditure / population",
        (money, people),
        bounds,
    )


def rank(store: Store, release: Release, question: Question) -> Finding | None:
    """Place among the members by one measure, 1 the highest (or the lowest); bounds where cells are missing."""
    members = store.groups.armed(store.groups.members_in_year(question.group, question.year))
    asked = cells.ask(store, question.measure, question.entity, question.year, basis=question.basis)
    held = [cells.in_release(store, release, replace(asked, entity=ally)) for ally in members]
    known = [one for one in held if one is not None]
    own = next((one for one in known if one.entity == question.entity), None)
    if own is None or len(known) < counts.HALF * len(members):
        return None
    others = [one for one in known if one is not own]
    above = sum(1 for one in others if (one.high < own.low if question.from_below else one.low > own.high))
    open_ = sum(1 for one in others if one.low <= own.high and one.high >= own.low) + len(members) - len(known)
    low, high = 1 + above, 1 + above + open_
    note = f"{len(known)} of {len(members)} cells held" if open_ else ""
    title = store.measures.find(question.measure).title
    made = made_of(
        question,
        release,
        "rank",
        "rank",
        f"{store.groups.name(question.entity)}: rank by {title} in {store.groups.name(question.group)}",
        f"1 + members with a {'lower' if question.from_below else 'higher'} value (of {len(members)})",
        sorted(known, key=lambda one: (one.value or 0.0) * (1 if question.from_below else -1)),
        (float(low), float(low), float(high)),
    )
    if not open_:
        return replace(made, basis=question.measure)
    tree = replace(made.derivation, value=None, note=note)
    caveats = (*made.caveats, note)
    return replace(made, value=None, bounded=True, basis=question.measure, derivation=tree, caveats=caveats)


def population(store: Store, entity: str, year: int, as_of: date | None) -> Finding | None:
    """Population by the newest World Economic Outlook out by that day."""
    asked = cells.ask(store, "population", entity, year)
    return cells.cell(store, replace(asked, day=as_of or date.max))


def count(store: Store, release: Release, question: Question) -> Finding | None:
    """Members at or above the threshold."""
    return counts.count(store, release, question.counted(fraction=False))


def fraction(store: Store, release: Release, question: Question) -> Finding | None:
    """Fraction of members at or above the threshold."""
    return counts.count(store, release, question.counted(fraction=True))


def _printed_growth(store: Store, release: Release, question: Question) -> Finding | None:
    measure, basis = ("real_change", "") if question.real else ("expenditure_growth", "nominal")
    asked = cells.ask(store, measure, question.entity, question.year, unit="%")
    return cells.in_release(store, release, replace(asked, basis=basis))


def _printed_extra(store: Store, release: Release, question: Question) -> Finding | None:
    """A cumulated sum that the release itself printed; its page names no price basis."""
    asked = cells.ask(store, "extra_expenditure", question.entity, question.year, unit="USD")
    printed = cells.in_release(store, release, replace(asked, basis=f"since_{question.baseline}"))
    if printed is None or question.basis not in ("", CONSTANT):
        return None
    return replace(printed, basis=UNNAMED, caveats=(*printed.caveats, "the page names no price basis"))


def _renamed(found: Finding, measure: str) -> Finding:
    return replace(found, measure=measure)


def made_of(
    question: Question,
    release: Release,
    measure: str,
    unit: str,
    name: str,
    formula: str,
    parts: Sequence[Finding],
    bounds: tuple[float, float, float],
) -> Finding:
    """A finding of a derived measure from findings of one release. `bounds`: value, low, high."""
    value, low, high = bounds
    observations = tuple(dict.fromkeys(one for part in parts for one in part.observations))
    return Finding(
        value=value,
        low=low,
        high=high,
        unit=unit,
        measure=measure,
        entity=question.entity,
        period=question.year,
        basis=parts[0].basis,
        release=release,
        derivation=Derivation(
            name=name,
            value=value,
            unit=unit,
            period=str(question.year),
            formula=formula,
            inputs=tuple(part.derivation for part in parts),
        ),
        observations=observations,
        secondary_only=bool(observations) and all(one.grade is Grade.SECONDARY for one in observations),
        caveats=tuple(dict.fromkeys(said for part in parts for said in part.caveats)),
    )
