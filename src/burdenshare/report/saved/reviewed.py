"""What people said of statements, from its shape."""

from __future__ import annotations

from burdenshare.checking.model import Verdict
from burdenshare.errors import InputError
from burdenshare.report.reviews import Review
from burdenshare.report.saved.parts import Part, wrong


def review(part: Part) -> Review:
    """One review."""
    fields = {name: part.text(name) for name in ("statement", "reviewer", "note")}
    verdict = None if part.value("verdict") is None else part.choice("verdict", Verdict)
    try:
        found = Review(**fields, at=part.moment("at"), verdict=verdict)
    except InputError as fault:
        raise wrong(part.at(fault.where), f"is that of no review ({fault.what})") from None
    part.done()
    return found
