"""What changed between two releases: every cell that both hold, the largest change first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from burdenshare.errors import InputError
from burdenshare.record import Observation, Record, Release
from burdenshare.report.wording import amount, measure_name, number

LEAST_BASE = 1.0
"""A percentage is compared with at least one point: from 0.1 % to 0.3 % growth is no threefold change."""

SHOWN = 2
"""Decimals of a percentage as shown: a reader must be able to subtract what stands in the row."""

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell in two releases. `size` is the change relative to the larger value, what the order goes by."""

    old: Observation
    new: Observation

    @property
    def difference(self) -> float:
        """New less old, in base units (percentage points for shares)."""
        return self.new.value - self.old.value

    @property
    def size(self) -> float:
        """The change relative to the larger of the two values, between 0 and 2."""
        base = max(abs(self.old.value), abs(self.new.value))
        base = max(base, LEAST_BASE) if self.new.unit == "%" else base
        return abs(self.difference) / base if base else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two releases compared; the cells that only one of them holds are counted."""

    first: Release
    second: Release
    changes: tuple[Change, ...]
    same: int
    only_first: int
    only_second: int


def compared(record: Record, first: str, second: str, measure: str | None = None) -> Comparison:
    """Compare the cells of two releases of one publisher. Raises UnknownNameError and InputError."""
    releases = record.release(first), record.release(second)
    if releases[0].publisher != releases[1].publisher:
        raise InputError(
            f"{first} and {second} are not of one publisher", remedy="compare two releases of one publisher"
        )
    measures = [one.id for one in record.measures()] if measure is None else [measure]
    old, new = (_cells(record, release, measures) for release in releases)
    if not old or not new:
        empty = releases[0] if not old else releases[1]
        raise InputError("holds no cells to compare", where=f"release {empty.id}", remedy="see record --history")
    both = [Change(old[key], new[key]) for key in old.keys() & new.keys()]
    moved = [change for change in both if change.difference]
    moved.sort(key=lambda change: (-change.size, change.new.measure, change.new.entity, str(change.new.period)))
    return Comparison(
        *releases, tuple(moved), len(both) - len(moved), len(old.keys() - new.keys()), len(new.keys() - old.keys())
    )


def _cells(record: Record, release: Release, measures: list[str]) -> dict[Key, Observation]:
    return {
        (one.measure, one.entity, str(one.period), one.basis, one.unit): one
        for measure in measures
        for one in record.observations(measure)
        if one.release == release.id and not one.aggregate
    }


def change_lines(found: Comparison, most: int) -> list[str]:
    """The comparison as text, at most `most` changes."""
    lines = [
        f"{found.first.id} → {found.second.id}: {len(found.changes)} cells changed, {found.same} stayed, "
        f"{found.only_first} only in {found.first.id}, {found.only_second} only in {found.second.id}"
    ]
    if found.first.definition != found.second.definition:
        lines.append(f"! definition changed: {found.first.definition} → {found.second.definition} defence expenditure")
    lines += change_rows(found.changes, most)
    return lines


def change_rows(changes: Sequence[Change], most: int) -> list[str]:
    """Changes in columns, at most `most`, and how many there are beyond."""
    rows = [_cells_of(change) for change in changes[:most]]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    lines = [
        f"  {what:<{widths[0]}}  {old:>{widths[1]}} → {new:>{widths[2]}}  {moved:>{widths[3]}}"
        for what, old, new, moved in rows
    ]
    if len(changes) > most:
        lines.append(f"  and {len(changes) - most} changes, smaller in proportion (--limit, --json)")
    return lines


def _cells_of(change: Change) -> tuple[str, str, str, str]:
    one = change.new
    basis = f", {one.basis.replace('_', ' ')}" if one.basis else ""
    what = f"{one.entity} {measure_name(one.measure)} {one.period}{basis}"
    return what, amount(change.old.value, one.unit), amount(one.value, one.unit), moved_by(change)


def moved_by(change: Change) -> str:
    """The change with its sign: points for percentages, per cent of the old value for everything else."""
    if change.new.unit == "%":
        moved = round(change.new.value, SHOWN) - round(change.old.value, SHOWN)
        return f"{'+' if change.difference > 0 else ''}{number(moved)} points"
    if not change.old.value:
        return "new"
    percent = 100 * change.difference / abs(change.old.value)
    return f"{'+' if percent > 0 else ''}{number(percent, 1)} %"


def changes_shape(found: Comparison) -> dict[str, Any]:
    """The comparison for JSON: every change, values in base units."""
    return {
        "first": found.first.id,
        "second": found.second.id,
        "definitions": [found.first.definition, found.second.definition],
        "changed": len(found.changes),
        "same": found.same,
        "only_first": found.only_first,
        "only_second": found.only_second,
        "changes": [
            {
                "entity": change.new.entity,
                "measure": change.new.measure,
                "period": str(change.new.period),
                "price_basis": change.new.basis,
                "unit": change.new.unit,
                "old": change.old.value,
                "new": change.new.value,
                "difference": change.difference,
                "relative": change.size,
                "sources": [change.old.source, change.new.source],
            }
            for change in found.changes
        ],
    }
