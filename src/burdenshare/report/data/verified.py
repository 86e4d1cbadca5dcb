"""Whether the packaged tables and the layers are whole and keep the rules, told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from burdenshare.errors import RecordError, UnknownNameError
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.record import faults
from burdenshare.intake.rules.tables import of_record
from burdenshare.record import tables
from burdenshare.record.layers import Layer, layer_of, layers_folder
from burdenshare.report.wording import clean

MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Verified:
    """What was verified: tables of the package, layers with their tables, what is damaged, and broken rules. Rules that
    were accepted when a layer was laid are counted, not told as broken."""

    packaged: int
    layers: tuple[str, ...]
    damaged: tuple[str, ...]
    broken: tuple[Fault, ...]
    accepted: int

    @property
    def whole(self) -> bool:
        """Whether nothing is damaged and no rule is broken that was not accepted."""
        return not self.damaged and not self.broken


def verified(names: Sequence[str]) -> Verified:
    """Read every table of the package and of the layers (of those named alone), and hold the record against its rules.

    Raises UnknownNameError for a layer that is not there.
    """
    damaged: list[str] = []
    for table in tables.table_names():
        _try(partial(tables.verify, table), damaged)
    layers: list[Layer] = []
    for name in _chosen(names):
        found = _try(partial(_read, name), damaged)
        if found is not None:
            layers.append(found)
    layers.sort(key=lambda one: (one.number, one.id))
    read = tuple(one.id for one in layers)
    if damaged:
        return Verified(len(tables.table_names()), read, tuple(damaged), (), 0)
    accepted = {each["id"] for one in layers for each in one.accepted}
    found_faults = tuple(faults(of_record(layers=layers)))
    broken = tuple(one for one in found_faults if one.id not in accepted)
    return Verified(len(tables.table_names()), read, (), broken, len(found_faults) - len(broken))


def _chosen(names: Sequence[str]) -> list[str]:
    folder = layers_folder()
    held = (
        sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
        if folder.is_dir()
        else []
    )
    for name in names:
        if name not in held:
            raise UnknownNameError("layer", name, held)
    return [one for one in held if not names or one in names]


def _read(name: str) -> Layer:
    layer = layer_of(layers_folder() / name)
    for table in layer.tables:
        layer.read(table)
    return layer


def _try(work: Any, damaged: list[str]) -> Any:
    try:
        return work()
    except RecordError as fault:
        damaged.append(fault.line())
        return None


def verified_lines(found: Verified) -> list[str]:
    """The same for a reader."""
    layers = (
        f"{len(found.layers)} layer{'s' if len(found.layers) > 1 else ''} ({', '.join(found.layers)})"
        if found.layers
        else "no layers"
    )
    lines = [f"read {found.packaged} packaged tables and {layers}"]
    if found.damaged:
        lines += [f"! {clean(one)}" for one in found.damaged]
        return [*lines, "the rules were not tried, since something is damaged"]
    lines.append("every table has its hash")
    lines += [f"! {clean(one.line)}" for one in found.broken[:MOST_TOLD]]
    if len(found.broken) > MOST_TOLD:
        lines.append(f"! and {len(found.broken) - MOST_TOLD} more broken rules (--json names them)")
    if not found.broken:
        lines.append("the record keeps its rules")
    if found.accepted:
        lines.append(f"{found.accepted} exceptions were accepted on import (burdenshare data list names them)")
    return lines


def verified_shape(found: Verified) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "whole": found.whole,
        "packaged_tables": found.packaged,
        "layers": list(found.layers),
        "damaged": list(found.damaged),
        "broken": [{"id": one.id, "table": one.table, "place": one.place, "what": one.what} for one in found.broken],
        "accepted": found.accepted,
    }
