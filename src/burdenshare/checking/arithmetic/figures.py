"""A sentence as a shape: its words in lower case, each figure replaced by one capital letter of its kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from burdenshare.checking.arithmetic.language import word_set
from burdenshare.reading.period_model import is_year
from burdenshare.reading.quantities import Quantity, quantities
from burdenshare.reading.sentences import Sentence
from burdenshare.reading.tokens import Token, tokenize

MONEY = "MK"
"""Sums: with a currency, and bare ones in millions or billions, which may take that of another figure."""
EXACT_BELOW = 100
"""Whole numbers up to here are counted, not rounded: 23 allies, nine others."""
_MILLION = 1e6
_MONTHS = word_set("months")


TELLING = word_set("telling")
"""Words in front of a figure that say what it is of others, and so are no mere hedge."""


IDLE = word_set("idle")
"""Words in front of a figure that are left out where it is quoted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of a sentence.

    `kind`: P per cent, D percentage points, M money, K a bare sum in millions, X times, F a fraction, N a bare number,
    Y a year, R a stretch of years, T what counts nothing here (dates, ordinals, names such as F-35).
    """

    kind: str
    quantity: Quantity
    start: int  # offsets into the folded text
    end: int
    after: str  # the word behind it
    before: str

    @property
    def value(self) -> float:
        """The number as said."""
        return self.quantity.number.value

    @property
    def exact(self) -> bool:
        """Whether it is a count that nobody rounds."""
        whole = self.value == int(self.value) and 0 <= self.value < EXACT_BELOW
        return (self.kind in "YN" and whole and self.quantity.rule == "plain") or self.kind == "Y"

    @property
    def decimal(self) -> bool:
        """Whether it was given with decimals."""
        number = self.quantity.number
        return number.kind == "cardinal" and number.step < number.scale

    @property
    def plain(self) -> bool:
        """Whether it is one number, at most said to be about so much."""
        return self.quantity.comparator in ("=", "~") and self.quantity.rule != "range"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `shape` joins words and letters by single spaces; `at` tells which figure stands
    at an offset of it."""

    sentence: Sentence
    tokens: list[Token]
    shape: str
    figures: tuple[Figure, ...]
    at: dict[int, Figure] = field(repr=False)
    words: frozenset[str] = field(repr=False)

    def of(self, *kinds: str) -> list[Figure]:
        """The figures of these kinds, in order."""
        return [figure for figure in self.figures if figure.kind in kinds]


def line_of(text: str, sentence: Sentence) -> Line:
    """The shape of one sentence of the folded text."""
    tokens = tokenize(text, sentence.start, sentence.end)
    lows = [token.low for token in tokens]
    pieces: list[str] = []
    figures: list[Figure] = []
    at: dict[int, Figure] = {}
    length = token = 0
    for quantity in quantities(tokens, lows):
        first = max(quantity.first, token)
        front = lows[first : quantity.core[0]]
        for low in lows[token:first] + (front if TELLING & set(front) else []):
            pieces.append(low)
            length += len(low) + 1
        figure = _figure(tokens, quantity, first)
        figures.append(figure)
        at[length] = figure
        pieces.append(figure.kind)
        length += 2
        token = max(quantity.last, quantity.core[1])
    pieces += lows[token:]
    return Line(sentence, tokens, " ".join(pieces), tuple(figures), at, frozenset(lows))


def _figure(tokens: list[Token], quantity: Quantity, first: int) -> Figure:
    last = max(quantity.last, quantity.core[1])
    told = first
    while told < quantity.core[0] and tokens[told].low in IDLE:
        told += 1
    return Figure(
        _kind(tokens, quantity),
        quantity,
        tokens[told].start,
        tokens[last - 1].end,
        tokens[last].low if last < len(tokens) else "",
        tokens[first - 1].low if first else "",
    )


_BY_UNIT = {"%": "P", "pp": "D", "times": "X", "ordinal": "T", "bp": "T"}


def _kind(tokens: list[Token], quantity: Quantity) -> str:
    if quantity.unit:
        return _BY_UNIT.get(quantity.unit, "M")
    number, (first, last) = quantity.number, quantity.core
    if number.kind == "fraction":
        return "F"
    if quantity.rule == "range":
        years = [token for token in tokens[first:last] if is_year(token)]
        return "R" if len(years) == 2 else "N"
    if last == first + 1 and is_year(tokens[first]):
        return "Y"
    if _in_a_name(tokens, first) or _in_a_date(tokens, first, last):
        return "T"
    return "K" if number.scale >= _MILLION else "N"


def _in_a_name(tokens: list[Token], first: int) -> bool:
    """The 35 of `F-35` and the 9 of `B9`."""
    return first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text not in "(\"“‘'[—"


def _in_a_date(tokens: list[Token], first: int, last: int) -> bool:
    beside = tokens[max(0, first - 1) : first] + tokens[last : last + 1]
    return any(token.low in _MONTHS and token.capital for token in beside)
