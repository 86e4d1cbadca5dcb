"""Proposals from a spaCy model in a folder: amounts and percentages with the nearest place or body of their sentence.

spaCy is imported when a model is asked for, is never installed by this package, and loads nothing but that folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from burdenshare.errors import InputError, ProposerError
from burdenshare.reading.model import Document
from burdenshare.reading.proposals import Proposal
from burdenshare.reading.quantities import quantities
from burdenshare.reading.tokens import tokenize

NAME = "spacy"

FIGURES = frozenset({"PERCENT", "MONEY"})
BODIES = frozenset({"GPE", "NORP", "ORG", "LOC"})
"""Labels of the OntoNotes scheme that the English models share."""

INSTALL = "pip install 'burdenshare[spacy]'"


class SpacyModel:
    """A model that `spacy.load` opens from the folder `path`."""

    def __init__(self, path: str) -> None:
        if not path or not Path(path).is_dir():
            raise InputError(
                "no folder with a spaCy model", where=f"spacy:{path}", remedy="give the path of its folder"
            )
        self._path = path
        self._model = _loaded(path)

    def propose(self, document: Document) -> Sequence[Proposal]:
        """Every amount or percentage with a place or body in its sentence. Raises ProposerError where spaCy fails."""
        try:
            return tuple(_proposals(self._model(document.text)))
        except Exception as fault:
            raise ProposerError(f"spaCy failed ({type(fault).__name__})", where=self._path) from None


def _loaded(path: str) -> Any:
    try:
        import spacy
    except ImportError:
        raise InputError("spaCy is not installed", where=f"spacy:{path}", remedy=INSTALL) from None
    try:
        return spacy.load(Path(path))
    except Exception as fault:
        remedy = "give the folder that holds its meta.json"
        raise InputError(f"no spaCy model ({type(fault).__name__})", where=f"spacy:{path}", remedy=remedy) from None


def _proposals(parsed: Any) -> Iterator[Proposal]:
    for sentence in parsed.sents:
        bodies = [one for one in sentence.ents if one.label_ in BODIES]
        for figure in sentence.ents:
            if figure.label_ in FIGURES and bodies:
                yield from _proposal(parsed.text, figure, _nearest(bodies, figure))


def _nearest(bodies: list[Any], figure: Any) -> Any:
    """The nearest body in front of a figure, else the first behind it."""
    return next((one for one in reversed(bodies) if one.start_char < figure.start_char), bodies[0])


def _proposal(text: str, figure: Any, body: Any) -> Iterator[Proposal]:
    found = quantities(tokenize(figure.text, 0, len(figure.text)))
    if len(found) != 1:
        return
    start, end = min(body.start_char, figure.start_char), max(body.end_char, figure.end_char)
    value, unit = found[0].value.central, found[0].unit
    yield Proposal(start, end, body.text, "", value, unit, text[start:end], NAME)
