"""What a number counts: the noun behind it, in front of it, or the one of the figure before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from burdenshare.lazily import lazily
from burdenshare.reading.calibres import is_calibre
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie
from burdenshare.reading.widths import interval

_NOUNS = ("soldiers", "people", "inhabitants", "rounds", "weapons", "formations", "arsenal")
_REACH = 8
"""Tokens between a number and its noun: `2,000 Leopard 2 main battle tanks`."""
MEASURES = frozenset({"military_personnel", "troops", "production", "warheads", "holding", "requirement"})
"""What a bare number may continue."""


@lru_cache(maxsize=1)
def _nouns() -> Trie[tuple[str, str]]:
    rows = load_table("glean_things")
    return Trie(
        (words, (name, rows[name].get("unit", words.split()[-1]))) for name in _NOUNS for words in rows[name]["words"]
    )


_WORD_BY_WORD = ("modifiers", "added", "idle", "bare_next")
"""Rows that are asked of single tokens only."""
_HEADED = ("army", "dwelling", "rounds", "arsenal", "soldiers", "country_of")
"""Rows whose nouns a number may follow."""


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The last words of the nouns a number may follow: where none of them stands, nothing need be searched."""
    return frozenset(words.split()[-2 if name == "country_of" else -1] for name in _HEADED for words in words_of(name))


@lru_cache(maxsize=1)
def _marks() -> Trie[str]:
    return Trie(
        (words, name)
        for name, row in load_table("glean_things").items()
        if name not in _WORD_BY_WORD
        for words in row["words"]
    )


def words_of(name: str) -> frozenset[str]:
    """The words of one row of the table."""
    return _rows()[name]


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    return {name: frozenset(row["words"]) for name, row in load_table("glean_things").items()}


@once_here
def marks_in(parsed: Parsed) -> dict[str, list[tuple[int, int]]]:
    """Every phrase of the table in a sentence, by row."""
    return _marks().spans(parsed.tokens, parsed.lows)


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted noun: its row, its unit, its tokens, and whether it stands `behind` the number or is `carried`."""

    kind: str
    unit: str
    first: int
    last: int
    behind: bool = True
    added: bool = False
    carried: Draft | None = None


@dataclass(frozen=True)
class Look:
    """A number with the marks of its sentence, each found once."""

    context: Context

    @lazily
    def marks(self) -> dict[str, list[tuple[int, int]]]:
        """The phrases of the table in the sentence, outside the number and its hedge."""
        q = self.context.quantity
        found = marks_in(self.context.parsed)
        return {
            name: [span for span in spans if span[1] <= q.first or span[0] >= q.core[1]]
            for name, spans in found.items()
        }

    def has(self, name: str, first: int | None = None, last: int | None = None) -> bool:
        """Whether a row of the table has a word in the clause, or in tokens `first`..`last`."""
        low, high = self.context.bounds
        low, high = low if first is None else first, high if last is None else last
        return any(low <= start and end <= high for start, end in self.marks.get(name, ()))

    def before(self, name: str) -> bool:
        """Whether a row has a word in the clause in front of the number."""
        return self.has(name, last=self.context.quantity.first)

    def last_before(self, name: str) -> tuple[int, int] | None:
        """The nearest word of a row in the clause in front of the number."""
        low, first = self.context.bounds[0], self.context.quantity.first
        return max((s for s in self.marks.get(name, ()) if low <= s[0] and s[1] <= first), default=None)

    def governed(self, name: str) -> bool:
        """Whether a verb of a row stands in front of the number with nothing but idle words between them."""
        verb = self.last_before(name)
        between = self.context.parsed.tokens[verb[1] : self.context.quantity.first] if verb is not None else []
        return verb is not None and all(t.low in words_of("idle") for t in between)

    @lazily
    def thing(self) -> Thing | None:
        """What the number counts."""
        if is_calibre(self.context.after(2)):
            return None
        behind = self._strong() if self.strong else self._behind()
        if behind is not None or not self.bare:
            return behind or self._populace()
        headed = not _heads().isdisjoint(self.context.parsed.words)
        front, carried = self._front() if headed else None, self._carried()
        later = front is not None and carried is not None and carried.last >= front.last
        return carried if front is None or later else front

    @property
    def strong(self) -> bool:
        """`the 73,000-strong British Army`."""
        return self.context.after(2) == ["-", "strong"]

    def _strong(self) -> Thing | None:
        start = self.context.quantity.core[1] + 2
        tokens = self.context.parsed.tokens
        at = next((i for i in range(start, min(len(tokens), start + 6)) if tokens[i].low in _ARMIES), None)
        return Thing("soldiers", "persons", at, at + 1) if at is not None else None

    def _populace(self) -> Thing | None:
        """`America's population of 340 million pays`: the noun stands right in front, whatever follows."""
        if self.context.before(1) not in (["of"], [","]):
            return None
        at = self.context.quantity.first - 1
        span = next((s for s in self.marks.get("dwelling", ()) if s[1] == at), None)
        return Thing("inhabitants", "persons", *span, behind=False) if span is not None else None

    def _behind(self) -> Thing | None:
        tokens, start = self.context.parsed.tokens, self._end_of_pair()
        named = {i for s in self.context.parsed.subjects for i in range(s.first, s.last)}
        for i in range(start, min(len(tokens), start + _REACH)):
            hit = _nouns().longest(tokens, i)
            if hit is not None:
                last = tokens[hit[0] - 1]
                if last.possessive or (hit[0] < len(tokens) and tokens[hit[0]].text == "-"):
                    return None
                kind, unit = hit[1][0]
                return Thing(kind, unit, i, hit[0], added=bool(words_of("added") & {t.low for t in tokens[start:i]}))
            token = tokens[i]
            if not (i in named or token.low in words_of("modifiers") or _brand(token, i, start)):
                return None
        return None

    def _end_of_pair(self) -> int:
        """`from 1,000 to 1,500 tanks`: what both ends count stands behind the second."""
        q = self.context.quantity
        if q.role != "from":
            return q.core[1]
        ends = (o.core[1] for o in self.context.parsed.quantities if o.role == "to" and o.core[0] == q.core[1] + 1)
        return next(ends, q.core[1])

    @property
    def bare(self) -> bool:
        """Whether no noun of its own stands behind the number."""
        tokens, q = self.context.parsed.tokens, self.context.quantity
        if q.core[1] >= len(tokens):
            return True
        following = tokens[q.core[1]]
        if following.kind == "mark":
            return following.text in (",", ".", ";", ")", "—", "!", "?", '"', "”", "'", ":")
        return following.low in words_of("bare_next")

    def _front(self) -> Thing | None:
        """`the army of 76,000`, `numbers 73,000`, `arsenal counts 290`, `Troops: 71,000`."""
        q = self.context.quantity
        low = self.context.bounds[0]
        if self.context.before(1) == ["by"]:
            return None  # "has fallen by 10 million": a change, not what there is
        if q.first and self.context.parsed.tokens[q.first - 1].text == ":":
            low = max(0, q.first - 5)
        spans = [
            (start, end, name)
            for name in ("army", "dwelling", "rounds", "arsenal", "soldiers")
            for start, end in self.marks.get(name, ())
            if low <= start and end <= q.first and (name != "dwelling" or q.first - end <= 4)
        ]
        spans += [(a, b, "dwelling") for a, b in self.marks.get("country_of", ()) if b == q.first]
        if not spans:
            return None
        start, end, name = max(spans)
        kind = {"army": "soldiers", "dwelling": "inhabitants"}.get(name, name)
        return Thing(kind, {"rounds": "rounds", "arsenal": "warheads"}.get(kind, "persons"), start, end, behind=False)

    def _carried(self) -> Thing | None:
        """`France has 290 warheads and Britain 225`: the noun was said of the figure before."""
        told = [d for d in self.context.earlier if d.measure in MEASURES and d.value is not None]
        if not told:
            return self._told_back()
        last, here = told[-1], self.context.quantity.value.central
        assert last.value is not None
        there = last.value.central
        if not there / 60 <= here <= there * 60 or (here < 100 <= there and not last.unit.startswith("bri")):
            return None
        kind = _KIND_OF.get(last.unit.split("/")[0], "weapons")
        return Thing(kind, last.unit, last.first, last.last, behind=False, carried=last)

    def _told_back(self) -> Thing | None:
        """`By 2035 it is meant to have 260,000.`: the sentence before counted the soldiers of whom `it` speaks."""
        back, q = self.context.previous, self.context.quantity
        if back is None or not (self._pointing() or self._next_in_the_row()):
            return None
        marks = marks_in(back)
        there = [one.value.central for one in back.quantities if not one.unit and one.value.central >= 1000]
        if not marks.get("soldiers") or not there or self.context.parsed.sentence.block > back.sentence.block + 1:
            return None
        here = q.value.central
        return (
            Thing("soldiers", "persons", q.first, q.first, behind=False) if here / 5 <= there[-1] <= here * 5 else None
        )

    def _pointing(self) -> bool:
        first = self.context.quantity.first
        return any(s.kind == "pronoun" and s.last <= first for s in self.context.parsed.subjects)

    def _next_in_the_row(self) -> bool:
        """`Spain is close behind with 133,000.`: the next ally of a row of forces, in the paragraph of the others."""
        back, q = self.context.previous, self.context.quantity
        if (
            back is None
            or back.sentence.block != self.context.parsed.sentence.block
            or q.value.central < _LEAST_IN_A_ROW
        ):
            return False
        row = sum(not one.unit and one.value.central >= _LEAST_IN_A_ROW for one in back.quantities)
        named = any(
            s.entity in self.context.calendar.allies and s.last <= q.first for s in self.context.parsed.subjects
        )
        return row > 1 and named and self.context.before(1) in (["with"], ["at"], ["has"], ["had"])


_LEAST_IN_A_ROW = 5_000
_ARMIES = frozenset({"army", "bundeswehr", "military", "contingent", "garrison", "presence"})
_KIND_OF = {
    "persons": "soldiers",
    "rounds": "rounds",
    "warheads": "arsenal",
    "brigades": "formations",
    "divisions": "formations",
}


_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6}


def rescaled(context: Context) -> Context:
    """`86k regulars`, `1.35 m of them`, `77.100 men`: short scales and the continental point, which persons allow."""
    q, tokens = context.quantity, context.parsed.tokens
    factor, last = _SHORT_SCALES.get(context.after(1)[0] if context.after(1) else "", 1.0), q.core[1] + 1
    if factor == 1.0:
        whole, _, rest = tokens[q.core[1] - 1].text.partition(".")
        parted = q.number.step < 1 and len(rest) == 3 and (whole + rest).isdecimal() and len(whole) <= 3
        if q.rule == "range" or not parted:
            return context
        factor, last = 1e3, q.core[1]
    if q.rule == "range" or q.number.scale != 1.0 or not q.number.digits:
        return context
    number = replace(q.number, value=q.number.value * factor, step=q.number.step * factor, scale=factor, last=last)
    value = interval(number, q.rule)
    larger = replace(q, core=(q.core[0], last), last=max(q.last, last), value=value, number=number)
    return replace(context, quantity=larger)


def _brand(token: Token, i: int, start: int) -> bool:
    """`Leopard 2`, `155mm`, `combat-ready`: a make, a calibre or a hyphen in front of the noun."""
    return (
        (token.kind == "word" and token.capital) or (token.kind == "number" and i > start) or token.text in ("-", '"')
    )
