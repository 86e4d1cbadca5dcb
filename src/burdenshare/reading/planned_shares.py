"""A share that was read as spent and is a plan: the promise that the words make of it."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced


def as_plan(draft: Draft, modality: Modality) -> Draft:
    """The share as a promise, told by the words around it alone; its time stays as it was read."""
    return replaced(draft, kind=Kind.PROMISE, measure="guideline", modality=modality, likely=True)
