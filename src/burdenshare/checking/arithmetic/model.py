"""What is found when a text is held against itself: frozen values with offsets into the text as given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from burdenshare.checking.model import Verdict
from burdenshare.reading.model import Interval, Span, Speaker


class ArithmeticKind(StrEnum):
    """The families of sums a text can be held to."""

    SUM = "sum"  # parts and their stated total
    COMPLEMENT = "complement"  # a part, its whole, and the rest
    CHANGE = "change"  # from, to, and the stated change
    RATIO = "ratio"  # a part, its whole, and the stated share
    LIST = "list"  # an announced number and the names that follow
    CONVERSION = "conversion"  # two sums in two currencies, and the rates they imply
    AGE = "age"  # two years, or a year and the day of the text, and the stated span
    MEMBERS = "members"  # two sizes of the alliance told of one day
    TWICE = "twice"  # one thing told twice with different figures


@dataclass(frozen=True, slots=True)
class Part:
    """One figure that takes part. `role`: part, whole, from, to, rest, said, item. `value` is None for a name."""

    span: Span
    words: str
    role: str
    value: Interval | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A piece of arithmetic inside a text and whether it works out.

    `span` runs from the first part to the last. `formula` tells the numbers as said and what follows from them.
    `verdict` is `supported`, `contradicted`, or `close` where only a looser rounding of the parts would do. `distance`
    is how far the stated figure lies from the computed one, in `distance_unit`. `rule` names the row of the table
    that found it. `speaker` is None where the parts have several speakers or belong to no statement. `context` is
    shown beside it and decides nothing.
    """

    id: str
    kind: ArithmeticKind
    span: Span
    parts: tuple[Part, ...]
    formula: str
    verdict: Verdict
    distance: float
    distance_unit: str
    why: str
    rule: str
    speaker: Speaker | None = None
    context: tuple[str, ...] = ()
