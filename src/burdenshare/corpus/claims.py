"""What a statement claims, in one key across wordings: the question that stories ask, with its answer."""

from __future__ import annotations

import json
from math import isinf
from typing import Any

from burdenshare.checking.agreement import said_number
from burdenshare.checking.model import Checked
from burdenshare.checking.stories.asking import asked_of
from burdenshare.checking.stories.model import Asked
from burdenshare.reading.model import INFERRED, Document, Interval
from burdenshare.record import Record
from burdenshare.report.shape import finite, said_shape

JOINT = "|"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once: `json.dumps` with other than its own separators makes one for every statement."""
DIGITS = 4
"""Significant digits of a number in a claim: 23 of 32 allies and 71.875 % of them are one, 2.0 and 2.1 are two."""


def claimed(entry: Checked, document: Document, record: Record) -> dict[str, Any]:
    """The columns of a statement that say what it claims; `document` is its text. By an inferred day it is asked, for
    all days of its window ask the same, but it was not told on that very day."""
    told_on = entry.statement.spoken_on or document.published
    asked = asked_of(entry, told_on, record)
    answer = None if asked is None else asked.answer
    said = said_shape(entry.statement)
    return {
        "told_on": None if document.published_from == INFERRED else told_on,
        "question": "" if asked is None else JOINT.join(asked.key),
        "topic": "" if asked is None else asked.topic.value,
        "answer": None if answer is None else finite(said_number(answer)),
        "answer_low": None if answer is None else finite(answer.low),
        "answer_high": None if answer is None else finite(answer.high),
        "claim": "" if asked is None else claim_of(asked),
        "said": _JSON.encode(said),
    }


def claim_of(asked: Asked) -> str:
    """A question with its answer as one key: `share_of_gdp|POL|%|2024||=4.07`."""
    when = "" if asked.when is None else f"{asked.when[0]}..{asked.when[1]}"
    rest = [one for one in (asked.words, when, asked.place, asked.due) if one]
    number = "" if asked.answer is None else f"{_sense(asked.answer)}{said_number(asked.answer):.{DIGITS}g}"
    return JOINT.join([*asked.key, number, *rest])


def _sense(answer: Interval) -> str:
    """Whether the words leave an end open: `more than 3 %` is another claim than `3 %`."""
    if isinf(answer.high):
        return ">"
    return "<" if isinf(answer.low) else "="
