"""What a layer changes in the record: the cells it adds, and those to which it gives another value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from burdenshare.errors import InputError
from burdenshare.record import Observation, Record
from burdenshare.record.layers import Layer
from burdenshare.record.macro import INDICATORS
from burdenshare.report.changes import Change, Comparison, change_lines, change_rows, changes_shape, compared
from burdenshare.report.wording import clean

Cell = tuple[str, str, str, str, str, str]
"""Release, measure, entity, period, basis, unit."""


@dataclass(frozen=True, slots=True)
class LaidChanges:
    """A layer held against the record without it. `follows`: its release against the one before it of its publisher."""

    layer: Layer
    added: dict[str, int]  # new cells by measure
    moved: tuple[Change, ...]
    follows: Comparison | None


def laid_changes(layer: Layer, before: Record, after: Record, measure: str | None = None) -> LaidChanges:
    """Every cell that `after` (with the layer) holds and `before` does not, or holds with another value."""
    measures = [one.id for one in after.measures()] if measure is None else [measure]
    old, new = (_cells(record, measures) for record in (before, after))
    added: dict[str, int] = {}
    for key in new.keys() - old.keys():
        added[key[1]] = added.get(key[1], 0) + 1
    moved = [Change(old[key], new[key]) for key in new.keys() & old.keys() if old[key].value != new[key].value]
    moved.sort(key=lambda one: (-one.size, one.new.measure, one.new.entity, str(one.new.period)))
    return LaidChanges(layer, dict(sorted(added.items())), tuple(moved), _follows(layer, after, measure))


def _cells(record: Record, measures: list[str]) -> dict[Cell, Observation]:
    """All listed cells; those of macroeconomic vintages are not listed one by one (`record.observations`)."""
    return {
        (one.release, one.measure, one.entity, str(one.period), one.basis, one.unit): one
        for measure in measures
        for one in record.observations(measure)
        if not one.aggregate
    }


def _follows(layer: Layer, after: Record, measure: str | None) -> Comparison | None:
    """The layer's release against the one before it, where both hold cells that are listed."""
    releases = after.releases(layer.publisher)
    place = next((at for at, one in enumerate(releases) if one.id == layer.release), 0)
    if not place or layer.publisher in ("weo", "wdi"):
        return None
    try:
        return compared(after, releases[place - 1].id, layer.release, measure)
    except InputError:
        return None


def laid_change_lines(found: LaidChanges, most: int) -> list[str]:
    """The changes as text, at most `most` of each kind."""
    added = sum(found.added.values())
    lines = [f"{found.layer.id} ({clean(found.layer.title)}): {added} cells added, {len(found.moved)} changed"]
    lines += [f"  added: {measure}: {count}" for measure, count in found.added.items()]
    vintages = found.layer.rows.get("macro/macro.parquet", 0)
    if vintages:
        lines.append(f"  added or changed in macroeconomic vintages: {vintages} rows ({len(INDICATORS)} indicators)")
    lines += change_rows(found.moved, most)
    if found.follows is not None:
        lines += ["", *change_lines(found.follows, most)]
    return lines


def laid_changes_shape(found: LaidChanges) -> dict[str, Any]:
    """The same for JSON: every change."""
    return {
        "layer": found.layer.id,
        "added": found.added,
        "vintage_rows": found.layer.rows.get("macro/macro.parquet", 0),
        "changes": [
            {
                "release": one.new.release,
                "entity": one.new.entity,
                "measure": one.new.measure,
                "period": str(one.new.period),
                "price_basis": one.new.basis,
                "unit": one.new.unit,
                "old": one.old.value,
                "new": one.new.value,
                "places": [one.old.table, one.new.table],
            }
            for one in found.moved
        ],
        "follows": None if found.follows is None else changes_shape(found.follows),
    }
