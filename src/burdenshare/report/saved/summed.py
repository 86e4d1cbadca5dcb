"""Sums inside the text, from their shape."""

from __future__ import annotations

from burdenshare.checking.arithmetic.model import Arithmetic, ArithmeticKind
from burdenshare.checking.arithmetic.model import Part as Figure
from burdenshare.checking.model import Verdict
from burdenshare.report.saved.parts import Part, offsets
from burdenshare.report.saved.said import speaker_of, value_of


def arithmetic(part: Part) -> Arithmetic:
    """One sum inside the text with its parts."""
    found = Arithmetic(
        id=part.text("id"),
        kind=part.choice("kind", ArithmeticKind),
        span=offsets(part),
        parts=part.each("parts", _figure),
        formula=part.text("formula"),
        verdict=part.choice("verdict", Verdict),
        distance=part.number("distance"),
        distance_unit=part.text("distance_unit"),
        why=part.text("why"),
        rule=part.text("rule"),
        speaker=None if part.value("speaker") is None else speaker_of(part.part("speaker")),
        context=part.texts("context"),
    )
    part.done()
    return found


def _figure(part: Part) -> Figure:
    value, unit = None, ""
    if part.value("value") is not None:
        value, unit, _ = value_of(part.part("value"))
    found = Figure(offsets(part), part.text("words"), part.text("role"), value, unit)
    part.done()
    return found
