"""The layers that lie over the packaged record, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from burdenshare.record.layers import Layer
from burdenshare.report.wording import clean

NONE_YET = "no layers: the record is the packaged one (burdenshare data import FILE lays one over it)"


def layer_lines(layers: Sequence[Layer]) -> list[str]:
    """One paragraph a layer, in their order."""
    if not layers:
        return [NONE_YET]
    lines: list[str] = []
    for one in layers:
        day = f"published {one.published.isoformat()}" if one.published else "undated"
        rows = ", ".join(f"{count:,} in {table}" for table, count in one.rows.items())
        lines.append(f"{one.id}  {clean(one.title)}, {day}")
        lines.append(f"  from {clean(one.file)}, sha256 {one.sha256[:16]}…, imported {one.made_at}")
        lines.append(f"  rows: {rows}")
        if one.left_out:
            lines.append(f"  left out of the file: {len(one.left_out)} things (--json names each with its place)")
        lines += accepted_lines(one)
    return lines


def accepted_lines(one: Layer) -> list[str]:
    """The exceptions that were accepted when the layer was laid, with the reason."""
    return [f"  ! accepted: {_placed(each)} ({clean(each['reason'])})" for each in one.accepted]


def _placed(exception: Mapping[str, str]) -> str:
    """What was accepted, with the cell where there is one."""
    place = clean(exception["place"])
    return f"{place}: {clean(exception['what'])}" if place else clean(exception["what"])


def layer_shape(one: Layer) -> dict[str, Any]:
    """All that is kept of a layer, for JSON."""
    return {"id": one.id, **one.told}
