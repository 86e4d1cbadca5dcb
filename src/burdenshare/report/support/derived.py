"""Why a sum is what it is: the tree from what a donor or a group gave down to the rows of the release."""

from __future__ import annotations

from burdenshare.errors import InputError
from burdenshare.record.aid_books import EURO
from burdenshare.record.donors import donor_name
from burdenshare.record.model import Derivation, Observation
from burdenshare.record.record import Record
from burdenshare.report import wording
from burdenshare.report.citations import citation
from burdenshare.report.explaining import Step, cell_step, cells_of, sources
from burdenshare.report.support.telling import DEFINED, KINDS, counted, money
from burdenshare.road.support.given import Given
from burdenshare.road.support.standing import Standing

DEEPEST = 60
"""Rows of a donor that are told one by one: a war of five years has as many months."""


def derivation(record: Record, standing: Standing, entity: str) -> Derivation:
    """The tree behind what an entity gave. Raises InputError where only single figures of pages are known."""
    one = standing.given(entity)
    if one is None or standing.told is None:
        raise InputError("only single figures of pages are known on that day", remedy="give a later day")
    if one.donor not in standing.groups:
        return _of_donor(record, standing, one)
    held = [given for member in one.members if (given := standing.given(member)) is not None]
    held.sort(key=lambda given: -given.value)
    return Derivation(
        _name(record, standing, one),
        one.value,
        EURO,
        str(standing.told.span),
        formula=f"the sum of {len(held)} donors",
        inputs=tuple(_of_donor(record, standing, given) for given in held),
    )


def explained(record: Record, standing: Standing, entity: str) -> Step:
    """The tree as lines, its sources at the end."""
    tree = derivation(record, standing, entity)
    assert standing.told is not None
    head = f"{tree.name} = {money(tree.value or 0.0)}; {counted(standing.told)}"
    below = (*(_step(one) for one in tree.inputs), *sources(cells_of(tree), (), citation))
    return Step("sum", wording.clean(head), "chosen", below=below)


def _name(record: Record, standing: Standing, one: Given) -> str:
    what = f"{KINDS[standing.asked.kind]} {DEFINED[standing.asked.definition]}"
    return f"{donor_name(record, one.donor)}: {what}"


def _of_donor(record: Record, standing: Standing, one: Given) -> Derivation:
    assert standing.told is not None
    rows = sorted(one.rows, key=lambda row: (str(row.period), row.entity))
    note = "" if one.high <= one.low else f"up to {money(one.high)} with what the release counts and does not date"
    return Derivation(
        _name(record, standing, one),
        one.value,
        EURO,
        str(standing.told.span),
        formula="as printed" if len(rows) == 1 else f"the sum of {len(rows)} rows",
        inputs=tuple(_of_row(record, row) for row in rows[:DEEPEST]),
        note=note,
    )


def _of_row(record: Record, row: Observation) -> Derivation:
    return Derivation(
        f"{donor_name(record, row.entity)}: {row.basis}",
        row.value,
        row.unit,
        str(row.period),
        observation=row,
        source=row.source,
    )


def _step(node: Derivation) -> Step:
    if node.observation is not None:
        return cell_step(node.observation, node.note)
    note = f"; {node.note}" if node.note else ""
    text = f"{node.name} = {money(node.value or 0.0)}   [{node.formula}]{note}"
    return Step("from", wording.clean(text), below=tuple(_step(one) for one in node.inputs))
