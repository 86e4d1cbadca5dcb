"""Allies held against each other inside one release: how many times as much, and who breaks an "only" or an "all"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burdenshare.record import cells
from burdenshare.record.counts import tally
from burdenshare.record.derived import Question, made_of
from burdenshare.record.groups import TOGETHER
from burdenshare.record.model import Derivation, Finding, Grade, Observation, Release
from burdenshare.record.store import Store

COMPARISON = "comparison"
EXCEPTIONS = "exceptions"
REST = "REST"
"""All other members of the group together."""
NEXT = "NEXT:"
"""`NEXT:9`: the nine members behind the one spoken of, together."""


def comparison(store: Store, release: Release, question: Question) -> Finding | None:
    """The entity's value over that of others, which are taken together; both from one release on one price basis.

    `question.against` names the others: codes, `REST` or `NEXT:n`. None where a cell is missing that may matter.
    """
    own = _value(store, release, question, question.entity)
    other = _against(store, release, question, own)
    if own is None or other is None or own.value is None or other.value is None or other.low <= 0:
        return None
    bounds = (own.value / other.value, own.low / other.high, own.high / other.low)
    title = store.measures.find(question.measure).title
    name = f"{title}: {store.groups.name(question.entity)} over {_named(store, question)}"
    found = made_of(question, release, COMPARISON, "times", name, "own / other", (own, other), bounds)
    return replace(found, basis=own.basis)


def _value(store: Store, release: Release, question: Question, entity: str) -> Finding | None:
    asked = cells.ask(store, question.measure, entity, question.year, basis=question.basis)
    return cells.in_release(store, release, asked)


def _against(store: Store, release: Release, question: Question, own: Finding | None) -> Finding | None:
    (first, *more) = question.against
    if first == REST:
        return _rest(store, release, question, own)
    if first.startswith(NEXT):
        return _next(store, release, question, own, int(first.removeprefix(NEXT)))
    return _value(store, release, question, TOGETHER.join((first, *more)))


def _rest(store: Store, release: Release, question: Question, own: Finding | None) -> Finding | None:
    """The group less the one spoken of."""
    whole = _value(store, release, question, question.group)
    if whole is None or own is None or whole.value is None or own.value is None:
        return None
    if not store.measures.find(question.measure).total:
        return None
    bounds = (whole.value - own.value, whole.low - own.high, whole.high - own.low)
    name = f"{store.groups.name(question.group)} without {store.groups.name(question.entity)}"
    return made_of(question, release, question.measure, whole.unit, name, "whole - own", (whole, own), bounds)


def _next(store: Store, release: Release, question: Question, own: Finding | None, many: int) -> Finding | None:
    """The `many` members behind the entity, added; None where a cell is missing, which might be one."""
    members = store.groups.armed(store.groups.members_in_year(question.group, question.year))
    held = [_value(store, release, question, ally) for ally in members]
    known = [one for one in held if one is not None and one.value is not None]
    if own is None or len(known) != len(members) or not store.measures.find(question.measure).total:
        return None
    behind = sorted((one for one in known if one.high < own.low), key=lambda one: -(one.value or 0.0))[:many]
    if len(behind) < many:
        return None
    bounds = (sum(one.value or 0.0 for one in behind), sum(one.low for one in behind), sum(one.high for one in behind))
    name = f"the next {many}: " + ", ".join(store.groups.name(one.entity) for one in behind)
    return made_of(question, release, question.measure, behind[0].unit, name, "sum", behind, bounds)


def _named(store: Store, question: Question) -> str:
    first = question.against[0]
    if first == REST:
        return f"the rest of {store.groups.name(question.group)}"
    if first.startswith(NEXT):
        return f"the next {first.removeprefix(NEXT)}"
    return store.groups.name(TOGETHER.join(question.against))


def exceptions(store: Store, release: Release, question: Question) -> Finding | None:
    """How many members break what is said of a set; 0 where it holds. Who they are stands in the derivation.

    `quantifier`: `all` (every member but those of `against` stands on the side said), `only` (those of `against` do and
    nobody else). The side is at or above the threshold, or with `below` beneath it; with `strict` not on it.
    """
    seen = tally(store, release, question.counted(fraction=False))
    if not seen.speaks:
        return None
    side = {one.entity: _on_side(one, question) for one in (*seen.meeting, *seen.missing_it, *seen.coarse)}
    members = store.groups.members_in_year(question.entity, question.year)
    asked = store.groups.armed(members) if question.armed_only else members
    forces = set(store.groups.armed(members))
    wanted = {ally: (ally in question.against) == (question.quantifier == "only") for ally in asked}
    broken, unsure = [], []
    for ally, wants in wanted.items():
        stands = side.get(ally) if ally in forces else False  # without forces nobody meets a guideline
        if stands is None:
            unsure.append(ally)
        elif stands is not wants:
            broken.append(ally)
    cells_of = {one.entity: one for one in (*seen.meeting, *seen.missing_it, *seen.coarse)}
    return _broken(store, release, question, broken, unsure, cells_of)


def _on_side(one: Observation, question: Question) -> bool | None:
    """Whether a cell stands on the side said; None where it is printed too coarsely to tell."""
    at = question.threshold
    if one.one_decimal and one.low <= at <= one.high:
        return None
    above = one.value > at if question.strict and not question.below else one.value >= at
    beneath = one.value < at or (not question.strict and one.value == at)
    return beneath if question.below else above


def _broken(
    store: Store,
    release: Release,
    question: Question,
    broken: Sequence[str],
    unsure: Sequence[str],
    held: dict[str, Observation],
) -> Finding:
    leaves = tuple(
        Derivation(store.groups.name(ally), None, "%", str(question.year), note="has no armed forces")
        if ally not in held
        else Derivation(
            store.groups.name(ally),
            held[ally].value,
            "%",
            str(question.year),
            observation=held[ally],
            source=held[ally].source,
        )
        for ally in broken
    )
    sign = ("<" if question.strict else "<=") if question.below else (">" if question.strict else ">=")
    side = f"{question.measure} {sign} {question.threshold:g} %"
    of = f" ({', '.join(store.groups.name(one) for one in question.against)})" if question.against else ""
    who = {"all": f"all{' but' + of if of else ''}", "only": f"only{of}"}[question.quantifier]
    value = None if unsure else float(len(broken))
    note = f"not held or too coarse: {', '.join(unsure)}" if unsure else ""
    tree = Derivation(
        f"{store.groups.name(question.entity)}: {who} with {side}: members that break it",
        value,
        "allies",
        str(question.year),
        "count of members on the other side than said",
        leaves,
        note=note,
    )
    rows = tuple(held.values())
    return Finding(
        value=value,
        low=float(len(broken)),
        high=float(len(broken) + len(unsure)),
        unit="allies",
        measure=EXCEPTIONS,
        entity=question.entity,
        period=question.year,
        basis="",
        release=release,
        derivation=tree,
        observations=tuple(held[ally] for ally in (*question.against, *broken) if ally in held) or rows[:1],
        bounded=value is None,
        secondary_only=bool(rows) and all(one.grade is Grade.SECONDARY for one in rows),
        caveats=(note,) if note else (),
    )
