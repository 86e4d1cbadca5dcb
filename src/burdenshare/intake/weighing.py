"""What of a delivery the record holds already: row by row, the same, finer, coarser, another value, or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from burdenshare.intake.model import PLACE, Delivery
from burdenshare.record import nato_cells, precision, tables
from burdenshare.record.layers import Layer
from burdenshare.record.tables import MACRO, Row

DESCRIBING = frozenset({"nato/releases.csv", "sources.csv"})
"""Tables that tell of a delivery itself. Their rows come along with others and are no news alone."""

Key = tuple[str, ...]


class Standing(StrEnum):
    """How a delivered row stands to the record."""

    NEW = "new"
    SAME = "same"
    FINER = "finer"  # the record holds it rounded, the file with all its digits
    COARSER = "coarser"  # the record holds more digits than the file prints
    CHANGED = "changed"  # the record holds another value of the same release


@dataclass(frozen=True, slots=True)
class Weighed:
    """One delivered row beside the one that is held, if there is one."""

    table: str
    row: Row
    standing: Standing
    held: Row | None = None

    @property
    def id(self) -> str:
        """What an exception is recorded under: `changed/nato/expenditure.csv/2025-08/DEU/...`."""
        key = "/".join(self.row.get(name, "") for name in tables.key_of(self.table))
        return f"{self.standing}/{self.table}/{key}"

    @property
    def told(self) -> str:
        """The row and both values in one line."""
        key = ", ".join(self.row[name] for name in tables.key_of(self.table) if self.row[name])
        was = "" if self.held is None else f", the record holds {_values(self.held)}"
        return f"{key}: {_values(self.row)}{was}"


def weighed(delivery: Delivery, layers: Sequence[Layer]) -> tuple[Weighed, ...]:
    """Every row of `delivery` held against the record with `layers`, in the delivery's order."""
    exact = frozenset(one["source"] for one in tables.rows("sources.csv", layers=layers) if one["precision"] == "full")
    found: list[Weighed] = []
    for table, rows in delivery.tables.items():
        identity = _IDENTITY.get(table, _primary(table))
        held = _held(table, rows, identity, layers)
        found += [_one(table, row, held.get(identity(row)), exact, full=delivery.full) for row in rows]
    return tuple(found)


def _one(table: str, row: Row, held: Row | None, exact: frozenset[str], *, full: bool) -> Weighed:
    if held is None:
        return Weighed(table, row, Standing.NEW)
    if table in DESCRIBING:
        return Weighed(table, row, Standing.SAME, held)
    if "value" not in row or not row["value"] or not held.get("value"):
        return Weighed(table, row, _as_text(table, row, held), held)
    measured = _scaled(row), _scaled(held)
    if _close(measured[0], measured[1], 0.0):
        same = _as_text(table, row, held, besides=frozenset({"value", "unit", "price_basis"}))
        return Weighed(table, row, same, held)
    printed = precision.half_unit_of(row["value"]) * _scale(row)
    widths = 0.0 if full else printed, _half(table, held, exact)
    if not _close(measured[0], measured[1], sum(widths)):
        return Weighed(table, row, Standing.CHANGED, held)
    return Weighed(table, row, Standing.FINER if widths[0] < widths[1] else Standing.COARSER, held)


def _close(one: float, other: float, width: float) -> bool:
    return abs(one - other) <= width + 1e-9 * max(abs(one), abs(other))


TOLD_ASIDE = frozenset({"source", "released_on", "published_on", "date_known_from", "note", PLACE})
"""Columns that say where a row was read, not what it says."""


def _as_text(table: str, row: Row, held: Row, besides: frozenset[str] = frozenset()) -> Standing:
    names = [name for name in row if name not in TOLD_ASIDE | besides]
    return Standing.SAME if all(row[name] == held.get(name, "") for name in names) else Standing.CHANGED


def _half(table: str, row: Row, exact: frozenset[str]) -> float:
    """How far a held value may lie from the true one, in base units, from the digits it was printed with."""
    if table != nato_cells.TABLE:
        digits = row["value"]
        return 0.0 if "e" in digits.casefold() else precision.half_unit_of(digits)
    declared = precision.declared()
    if row["source"] in exact:
        return 0.0
    return declared.half_unit(row["source"], row["measure"], row["value"]) * _scale(row)


def _scaled(row: Row) -> float:
    """The value in base units where the table prints by scales."""
    return float(row["value"]) * _scale(row)


def _scale(row: Row) -> float:
    return nato_cells.SCALES.get(row["unit"], (1.0, ""))[0] if "measure" in row and "unit" in row else 1.0


def _values(row: Row) -> str:
    told = [row[name] for name in ("value", "unit") if row.get(name)]
    return " ".join(told) or "; ".join(f"{name} {text}" for name, text in row.items() if text and name != PLACE)


def _held(
    table: str, delivered: Iterable[Row], identity: Callable[[Row], Key], layers: Sequence[Layer]
) -> Mapping[Key, Row]:
    if table == MACRO:
        return {identity(row): row for row in _vintage_rows({row["vintage"] for row in delivered}, layers)}
    return {identity(row): row for row in tables.rows(table, layers=layers)}


def _vintage_rows(vintages: Iterable[str], layers: Sequence[Layer]) -> list[Row]:
    from burdenshare.record.macro import whole_table

    frame = whole_table(tables.macro_path(), tables.macro_layers(layers=layers))
    return [
        {name: _text(value) for name, value in row.items()}
        for row in frame.filter(frame["vintage"].is_in(list(vintages))).iter_rows(named=True)
    ]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else repr(value) if isinstance(value, float) else str(value)


def _primary(table: str) -> Callable[[Row], Key]:
    names = tables.key_of(table)
    return lambda row: tuple(row[name] for name in names)


def _nato_identity(row: Row) -> Key:
    """A cell by what it says: the price basis of a share is a remark, and a unit's scale is a way of printing."""
    basis = row["price_basis"] if row["measure"] in nato_cells.PRICED else ""
    unit = nato_cells.SCALES.get(row["unit"], (1.0, row["unit"]))[1]
    return row["release"], row["ally"], row["year"], row["measure"], basis, unit


_IDENTITY: dict[str, Callable[[Row], Key]] = {nato_cells.TABLE: _nato_identity}
