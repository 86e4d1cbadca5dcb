"""One figure that may be a share of GDP, with the words of its sentence: what the modules on shares ask."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.lazily import lazily
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.words import Found, phrases_in, words_of
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list

SHARES = ("share_of_gdp", "guideline")
LEAST, MOST = 0.3, 6.6
"""Shares of GDP that allies have spent or promised; a number without `of GDP` beyond them is something else."""


SHARE_NOUNS = frozenset({"share", "shares", "percentage", "percentages", "proportion", "ratio", "ratios"})
LINES = (2.0, 3.5, 5.0)
"""Shares of GDP that the alliance agreed on."""
OTHER_LINES = word_list("other_lines")
_TOPICS = ("economy", "market", "poll", "foreign_aid", "other_spending", "state_budget", "aid")


def like_a_share(quantity: Quantity) -> bool:
    """A percentage, or a bare number of the size of a share."""
    if quantity.unit == "%":
        return True
    return not quantity.unit and quantity.number.step < 1 and LEAST <= quantity.number.value <= MOST


@dataclass(frozen=True)
class Figure:
    """A quantity in its context, and what the share table finds in the sentence."""

    context: Context

    @lazily
    def found(self) -> Found:
        """Phrases of the share table in the sentence."""
        return phrases_in(self.context.parsed)

    @property
    def first(self) -> int:
        """Where the hedge or the number starts."""
        return self.context.quantity.first

    @property
    def end(self) -> int:
        """Where the number and its unit end."""
        return self.context.quantity.core[1]

    @property
    def value(self) -> float:
        return self.context.quantity.number.value

    @lazily
    def others(self) -> list[Quantity]:
        """The other figures of the sentence that may be shares."""
        dated = [(p.first, p.last) for p in self.context.parsed.periods]
        return [
            q
            for q in self.context.parsed.quantities
            if q is not self.context.quantity and like_a_share(q) and not any(a <= q.core[0] < b for a, b in dated)
        ]

    @lazily
    def segment(self) -> tuple[int, int]:
        """From the figure before to the figure behind: the words that can only belong to this one."""
        last = len(self.context.parsed.tokens)
        if "respectively" in self.context.parsed.words or "respective" in self.context.parsed.words:
            return 0, last  # the words of a list told side by side are those of each of its figures
        low = max((q.core[1] for q in self.others if q.core[1] <= self.first), default=0)
        high = min((q.first for q in self.others if q.first >= self.end), default=last)
        return low, high

    @lazily
    def clause(self) -> tuple[int, int]:
        """The segment within semicolons and dashes."""
        low, high = self.segment
        tokens = self.context.parsed.tokens
        low = max((i + 1 for i in range(low, self.first) if tokens[i].text in (";", "|", "—")), default=low)
        high = min((i for i in range(self.end, high) if tokens[i].text in (";", "|", "—")), default=high)
        return low, high

    def has(self, name: str) -> bool:
        """Whether the segment holds a phrase of the list."""
        return self.found.any(name, *self.clause)

    def front(self, name: str, reach: int = 99) -> bool:
        """Whether a phrase of the list stands in the segment in front of the number (a hedge included)."""
        low = max(self.clause[0], self.context.quantity.core[0] - reach)
        return self.found.any(name, low, self.context.quantity.core[0])

    def told(self) -> Draft | None:
        """The last share or target read before in this sentence."""
        return next((d for d in reversed(self.context.earlier) if d.measure in SHARES), None)

    def told_again(self) -> bool:
        """Whether a share of the same size was read before in this sentence."""
        return any(d.measure in SHARES and d.value and d.value.central == self.value for d in self.context.earlier)

    @lazily
    def of_output(self) -> bool:
        """`2 % of GDP`, `3.9 % of everything Poles produce`: the economy stands behind the number."""
        tokens = self.context.parsed.tokens
        at = next((i for i in range(self.end, min(self.end + 2, len(tokens))) if tokens[i].low in ("of", "-")), None)
        if at is None:
            return False
        stop = min(at + 8, self.segment[1])
        return any(token.low in words_of("output_nouns") for token in tokens[at:stop])

    @lazily
    def output_told(self) -> bool:
        """The sentence or what it continues speaks of shares of GDP."""
        parsed = self.context.parsed
        if parsed.cues.has("gdp") or self.told() is not None:
            return True
        return self.context.topic.measure in SHARES and self.context.topic.block >= parsed.sentence.block - 1

    @lazily
    def defence(self) -> bool:
        """The sentence or the text around it speaks of defence."""
        context = self.context
        return bool(
            context.cue_carried("defence")
            or self.found.get("defence_words")
            or context.share_topic()
            or context.defence_topic()
            or context.cue_sentence("target")
            or (context.previous is not None and context.previous.cues.has("spending"))
            or self.behind_a_line
        )

    @lazily
    def behind_a_line(self) -> bool:
        """`“The two per cent is a floor. Estonia will be at three per cent”`: the sentence before tells of a share that
        the alliance agreed on as a line, and of no other topic."""
        before = self.context.previous
        if before is None or any(before.cues.has(name) for name in _TOPICS) or not before.cues.has("target"):
            return False
        return OTHER_LINES.isdisjoint(before.words) and any(
            q.unit == "%" and q.number.value in LINES for q in before.quantities
        )

    @lazily
    def shares_told(self) -> bool:
        """The text around speaks of shares of GDP, of targets or of defence spending, not of defence alone."""
        context = self.context
        if context.share_topic() or context.cue_carried("gdp") or context.cue_carried("target") or self.begins_text:
            return True
        if context.cue_carried("defence") and context.cue_carried("spending"):
            return True
        before = context.previous
        return before is not None and before.cues.has("spending") and not SHARE_NOUNS.isdisjoint(before.words)

    @property
    def begins_text(self) -> bool:
        """Whether the text begins here, so that nothing before it says what it speaks of: the first sentence, or the
        second behind one that speaks of no other topic and has no figure."""
        before = self.context.previous
        if before is None:
            return True
        other = any(before.cues.has(name) for name in _TOPICS)
        return before.tokens[0].start <= 2 and not other and not any(q.unit for q in before.quantities)
