"""Words beside a place that say it is of something else: `the highest share *of women*`, `*hosts* more soldiers`.

A place is plain only where every word between its owner and the end of its clause is known to leave the measure as it
is. The list is closed, for what else may be ranked is not.
"""

from __future__ import annotations

from functools import cache

from burdenshare.reading.gleaning.happenings.orders import MEASURES
from burdenshare.reading.gleaning.happenings.words import row, words
from burdenshare.reading.others_held import comparing
from burdenshare.reading.parse import Parsed

_ROWS = (
    "high",
    "low",
    "beside",
    "heads",
    "ranking",
    "open_heads",
    "plural_heads",
    "lists",
    "set_members",
    "of_the_first",
    "known_beside",
)
_COMPARING = ("more", "less", "spending_verbs", "linking", "purses", "forces", "heads", "together", "filling")
_NOT_OF_SPENDING = frozenset({"aid", "help", "assistance", "support", "ukraine", "kyiv", "kiev"})
"""Words of help for others: known beside a place among donors alone."""
TAIL = 12
"""Words behind a place that may still say what it is of."""


def strange_words(parsed: Parsed, owner_last: int, first: int, last: int, *, of_aid: bool) -> bool:
    """Whether a word beside the place at tokens `first`..`last` is none of those known to stand there."""
    known = _known() | words("known_of_help") if of_aid else _known() - _NOT_OF_SPENDING
    taken = _named_spans(parsed)
    return any(
        parsed.tokens[n].kind == "word"
        and parsed.lows[n] not in known
        and not any(a <= n < b for a, b in taken)
        and not _proud(parsed.lows, n)
        for n in range(_from(parsed, owner_last, first), _to(parsed, last))
    )


def _proud(lows: list[str], n: int) -> bool:
    """`is proud to have the second-largest budget`: it has it."""
    return lows[n : n + 2] == ["proud", "to"] or lows[max(0, n - 1) : n + 1] == ["proud", "to"]


def _from(parsed: Parsed, owner_last: int, first: int) -> int:
    """Where the words in front begin: behind the owner, or behind the last comma."""
    if owner_last > first:
        return first
    commas = [n + 1 for n in range(owner_last, first) if parsed.lows[n] in (",", ";", "-", "–", "—") and n + 1 < first]
    return max([owner_last, *(n for n in commas if parsed.lows[n - 1] != "-")])


def _to(parsed: Parsed, last: int) -> int:
    """Where the words behind end: at a mark, or at a word that begins another thought."""
    end = min(len(parsed.lows), last + TAIL)
    return next((n for n in range(last, end) if parsed.lows[n] in words("ends_a_place")), end)


def _named_spans(parsed: Parsed) -> list[tuple[int, int]]:
    found = [(s.first, s.last) for s in parsed.subjects] + [(p.first, p.last) for p in parsed.periods]
    return [*found, *((q.first, q.last) for q in parsed.quantities)]


@cache
def _known() -> frozenset[str]:
    single = {word for name in _ROWS for word in words(name)} | {
        word for name in _COMPARING for word in comparing(name)
    }
    measured = {part for name in MEASURES for phrase in row(name)["words"] for part in phrase.split()}
    places = {
        part for name in ("top", "bottom", "within", "second_to") for one in row(name)["words"] for part in one.split()
    }
    ordinals = {word for word in row("ordinals") if isinstance(word, str)}
    return frozenset(single | measured | places | ordinals) - {"men", "women"}  # "the highest share of women"
