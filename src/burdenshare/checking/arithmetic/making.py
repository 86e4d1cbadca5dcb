"""From what was drawn to findings: a verdict, the formula in words, the spans in the text as given, the speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from burdenshare.checking.arithmetic.drawn import Drawn
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.checking.arithmetic.listings import RULE as NAMES
from burdenshare.checking.arithmetic.listings import Listing
from burdenshare.checking.arithmetic.model import Arithmetic, ArithmeticKind, Part
from burdenshare.checking.arithmetic.rounding import verdict
from burdenshare.checking.model import Verdict
from burdenshare.checking.wording import ONE, counted, number, small
from burdenshare.lazily import lazily
from burdenshare.reading.folding import Folded
from burdenshare.reading.model import Interval, Reading, Span, Speaker, Statement

_QUOTE_MARK = re.compile('["“”„«»]')
REFRAIN = word_set("refrain")
"""Beside one of these words nobody is held to a sum: it is denied, supposed, corrected, or said to be rounded."""
UNITS = {"pp": "points", "": "", "times": "times"}


@dataclass(frozen=True)
class Text:
    """A reading with its folded text, from whose offsets spans of the text as given are made."""

    reading: Reading
    folded: Folded

    def span(self, start: int, end: int) -> Span:
        """The span of the text as given behind two folded offsets."""
        return self.folded.given(start, end)

    def folded_at(self, offset: int) -> int:
        """The folded offset of a place in the text as given."""
        places = (start + shift for start, shift in zip(self.folded.starts, self.folded.shifts, strict=True))
        return offset - self.folded.shifts[max(0, bisect_right(list(places), offset) - 1)]

    def words(self, span: Span) -> str:
        """The words of a span, in one line."""
        return " ".join(self.reading.document.text[span.start : span.end].split())

    @lazily
    def voices(self) -> list[tuple[Span, Speaker]]:
        """Where which statement's figure stands, and whose words it is."""
        told = self.reading.statements
        return [(span, one.speaker) for one in told for span in (one.focus, *one.repeats)]

    def speaker(self, spans: Sequence[Span]) -> Speaker | None:
        """Who says all of `spans`, where statements tell it of every one and it is one."""
        held: set[tuple[str, str]] = set()
        found: Speaker | None = None
        for span in spans:
            here = [who for at, who in self.voices if at.start < span.end and span.start < at.end]
            held |= {(who.name, who.mode) for who in here}
            if not here or len(held) > 1:
                return None
            found = here[0]
        return found


def settled(drawn: Drawn, text: Text, words: frozenset[str]) -> Arithmetic | None:
    """The finding, or None where the words leave it open: nothing is called wrong on words that may mean more."""
    answer = verdict(drawn.computed, drawn.said)
    if answer is None:
        return None
    spans = [text.span(figure.start, figure.end) for figure, _ in drawn.figures]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    if answer is not Verdict.SUPPORTED and (not drawn.firm or REFRAIN & words or _quoted_apart(text, whole)):
        return None
    parts = tuple(
        Part(span, text.words(span), role, figure.quantity.value, _unit(figure.quantity.unit))
        for span, (figure, role) in zip(spans, drawn.figures, strict=True)
    )
    told = [part.words for part, (_, role) in zip(parts, drawn.figures, strict=True) if role != _STATED[drawn.kind]]
    last = drawn.said_words or next(part.words for part in reversed(parts) if part.role == _STATED[drawn.kind])
    off = 0.0 if answer is Verdict.SUPPORTED else abs(drawn.computed.central - drawn.said.central)
    computed = amount(abs(drawn.computed.central), drawn.unit)
    return Arithmetic(
        id="",
        kind=drawn.kind,
        span=whole,
        parts=tuple(sorted(parts, key=lambda one: one.span)),
        formula=f"{drawn.formula.format(*told)}{_LINK[drawn.kind]}{computed}, said: {last}",
        verdict=answer,
        distance=off,
        distance_unit=UNITS.get(drawn.unit, drawn.unit) if drawn.unit != "%" else "points",
        why=_why(drawn, answer, computed, last),
        rule=drawn.rule,
        speaker=text.speaker(spans),
    )


_STATED = {
    ArithmeticKind.SUM: "whole",
    ArithmeticKind.COMPLEMENT: "rest",
    ArithmeticKind.CHANGE: "said",
    ArithmeticKind.RATIO: "said",
    ArithmeticKind.AGE: "said",
    ArithmeticKind.CONVERSION: "said",
}
"""The role of the figure that is held against the others."""
_LINK = dict.fromkeys(ArithmeticKind, " = ") | {
    ArithmeticKind.CHANGE: ": ",
    ArithmeticKind.AGE: ": ",
    ArithmeticKind.CONVERSION: ": ",
}
_GIVES = {
    ArithmeticKind.SUM: "the parts make",
    ArithmeticKind.COMPLEMENT: "the rest is",
    ArithmeticKind.CHANGE: "the change is",
    ArithmeticKind.RATIO: "the share is",
    ArithmeticKind.AGE: "the span is",
    ArithmeticKind.CONVERSION: "the first conversion makes",
}


def _quoted_apart(text: Text, whole: Span) -> bool:
    """Whether a quotation begins or ends between the parts: then two people may speak."""
    return bool(_QUOTE_MARK.search(text.reading.document.text, whole.start, whole.end))


def _unit(unit: str) -> str:
    return UNITS.get(unit, unit)


def amount(value: float, unit: str) -> str:
    """A result as a reader says it: `8 billion USD`, `0.6 points`, `71.9 %`, `9`, `2.5 times`."""
    if unit in ("%", "pp", "times"):
        return number(float(f"{value:.3g}"), UNITS.get(unit, unit))
    if " per " in unit:
        return f"{value:.3g} {unit}"
    return number(value, unit) if unit else f"{value:,.6g}"


def _why(drawn: Drawn, answer: Verdict, computed: str, said: str) -> str:
    gives = f"{_GIVES[drawn.kind]} {computed}"
    if answer is Verdict.SUPPORTED:
        return f"{gives}, which is what the text says within its rounding"
    if answer is Verdict.CLOSE:
        return f"{gives}, and the text says {said}: rounding of the figures may explain it, or may not"
    if drawn.computed.wide.low == drawn.computed.wide.high and drawn.said.wide.low == drawn.said.wide.high:
        return f"{gives}, and the text says {said}"  # counts: nothing was rounded
    return f"{gives}, and the text says {said}: more than any rounding of the figures explains"


def of_listing(listing: Listing, text: Text, words: frozenset[str]) -> Arithmetic | None:
    """An announced number and the names behind it."""
    named, said = len(listing.names), listing.figure.value
    answer = Verdict.SUPPORTED if named == said else Verdict.CONTRADICTED
    spans = [text.span(*one) for one in listing.names]
    head = text.span(listing.figure.start, listing.figure.end)
    whole = Span(head.start, spans[-1].end)
    if answer is Verdict.CONTRADICTED and (not listing.ends or REFRAIN & words or _quoted_apart(text, whole)):
        return None
    told = counted(named, "name follows", "names follow")
    return Arithmetic(
        id="",
        kind=ArithmeticKind.LIST,
        span=whole,
        parts=(
            Part(head, text.words(head), "said", listing.figure.quantity.value),
            *(Part(span, text.words(span), "item") for span in spans),
        ),
        formula=f"{', '.join(text.words(span) for span in spans)} = {named}, said: {text.words(head)}",
        verdict=answer,
        distance=abs(named - said),
        distance_unit="names",
        why=f"{said:g} are announced and {told}",
        rule=NAMES,
        speaker=text.speaker([head]),
    )


def of_two(
    kind: ArithmeticKind, rule: str, first: Statement, second: Statement, why: str, context: tuple[str, ...] = ()
) -> Arithmetic:
    """Two statements of one text that cannot both be."""
    early, late = sorted((first, second), key=lambda one: one.focus)
    values = [_central(one) for one in (early, late)]
    unit = {"fraction": "%"}.get(early.unit, early.unit)
    off = abs(values[0] - values[1])
    return Arithmetic(
        id="",
        kind=kind,
        span=Span(early.focus.start, max(early.focus.end, late.focus.end)),
        parts=tuple(Part(one.focus, " ".join(one.words.split()), "said", one.value, one.unit) for one in (early, late)),
        formula=f"{number(values[0], unit)} is not {number(values[1], unit)}",
        verdict=Verdict.CONTRADICTED,
        distance=off,
        distance_unit="points" if unit == "%" else ONE.get(unit, unit) if off == 1 else unit,
        why=f"{why}, {small(off, unit)} apart" if off else why,
        rule=rule,
        speaker=early.speaker,
        context=context,
    )


def _central(one: Statement) -> float:
    value = one.value
    assert isinstance(value, Interval)
    return value.central or value.low
