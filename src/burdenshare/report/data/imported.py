"""What an import did, or with --dry-run would do."""

from __future__ import annotations

from typing import Any

from burdenshare.intake.importing import Candidate
from burdenshare.intake.weighing import Standing
from burdenshare.record import Record
from burdenshare.record.layers import Layer
from burdenshare.report.data.effects_told import Effects, effects_shape
from burdenshare.report.data.layers import accepted_lines, layer_shape
from burdenshare.report.wording import clean, shortened

MOST_LEFT = 6
"""Left-out things that are told in lines; JSON has them all."""

WORDS = {
    Standing.NEW: "new",
    Standing.FINER: "with more digits than the record had",
    Standing.CHANGED: "with another value than the record had",
    Standing.SAME: "held already",
    Standing.COARSER: "held already with more digits",
}


def candidate_lines(found: Candidate) -> list[str]:
    """What a file would bring, and every objection."""
    lines = _head(found, "would bring")
    lines += [f"  ! {clean(one.line)}" for one in found.objections]
    if found.objections:
        lines.append(f"  {len(found.objections)} objections: it would be refused without --accept REASON")
    elif not found.news:
        lines.append("  nothing new: it would be refused, and nothing changed")
    return lines


def imported_lines(layer: Layer, found: Candidate, before: Record, after: Record) -> list[str]:
    """What an import has laid over the record."""
    lines = [f"imported as layer {layer.id}", *_head(found, "brought")]
    lines += accepted_lines(layer)
    if before.edition != after.edition:
        lines.append(f"the record now speaks for {after.edition.isoformat()}; it was {before.edition.isoformat()}")
    else:
        lines.append(f"the record speaks for {after.edition.isoformat()}, as before")
    lines.append(f"its version is {after.version}; it was {before.version}")
    return lines


def _head(found: Candidate, verb: str) -> list[str]:
    delivery = found.delivery
    day = f"published {delivery.published.isoformat()}" if delivery.published else "undated"
    counted = ", ".join(f"{count:,} {WORDS[Standing(name)]}" for name, count in found.counted.items() if count)
    lines = [
        f"{clean(delivery.title)}, {day}, {verb} {counted or 'no rows'}",
        f"  {clean(found.given.name)}, sha256 {found.given.sha256}",
    ]
    lines += [
        f"  left out: {clean(one.place)} “{shortened(clean(one.text), 50)}”: {clean(one.reason)}"
        for one in delivery.left_out[:MOST_LEFT]
    ]
    if len(delivery.left_out) > MOST_LEFT:
        lines.append(f"  left out: {len(delivery.left_out) - MOST_LEFT} more (--json names them)")
    return lines


def candidate_shape(found: Candidate) -> dict[str, Any]:
    """The same for JSON."""
    delivery = found.delivery
    return {
        "file": {"name": found.given.name, "sha256": found.given.sha256, "address": found.given.address},
        "kind": delivery.kind,
        "title": delivery.title,
        "publisher": delivery.publisher,
        "release": delivery.release,
        "published": delivery.published.isoformat() if delivery.published else None,
        "rows": found.counted,
        "objections": [{"id": one.id, "place": one.place, "what": one.what} for one in found.objections],
        "left_out": [{"place": one.place, "text": one.text, "reason": one.reason} for one in delivery.left_out],
    }


def imported_shape(
    layer: Layer, found: Candidate, before: Record, after: Record, effects: Effects | None
) -> dict[str, Any]:
    """The layer, the record before and after, and what turns."""
    return {
        **candidate_shape(found),
        "layer": layer_shape(layer),
        "before": {"edition": before.edition.isoformat(), "version": before.version},
        "after": {"edition": after.edition.isoformat(), "version": after.version},
        "effects": None if effects is None else effects_shape(effects),
    }
