"""The evidence of one sentence for its sums of money: cue classes of `glean_sums.toml`, and owners beyond places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from burdenshare.reading.context import Context
from burdenshare.reading.mentions import Cues, SubjectMention
from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@cache
def word_set(name: str) -> frozenset[str]:
    """The single words of the row `set_NAME`: asked right beside a sum, not searched for."""
    return frozenset(load_table("glean_sums")["set_" + name]["words"])


_TABLES = ("owners", "single_purse", "own_money", "smallest", "rates")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What `glean_sums.toml` finds in a sentence, and the sentence with further owners among its subjects."""

    parsed: Parsed
    cues: Cues

    def has(self, name: str, first: int = 0, last: int = 1 << 30) -> bool:
        """Whether class `name` stands inside tokens `first`..`last`."""
        return self.cues.has(name, max(0, first), last)


@lru_cache(maxsize=1)
def _cues() -> Trie[str]:
    return Trie(
        (words, name)
        for name, row in load_table("glean_sums").items()
        if name not in _TABLES and not name.startswith("set_")
        for words in row["words"]
    )


@lru_cache(maxsize=1)
def _owners() -> Trie[str]:
    return Trie(load_table("glean_sums")["owners"]["names"].items())


def evidence_of(parsed: Parsed) -> Evidence:
    """The evidence of a sentence, found once; that of the enriched sentence is its own."""
    cues: Cues | None = parsed.told.get(Cues)
    return Evidence(parsed, cues) if cues is not None else _enriched(parsed)


@once_here
def _enriched(parsed: Parsed) -> Evidence:
    spans = _cues().spans(parsed.tokens, parsed.lows)
    cues = Cues({name: tuple(where) for name, where in spans.items()})
    found = replaced(parsed, subjects=_with_owners(parsed, cues))
    found.told[Cues] = cues  # and not the evidence, which holds `found` itself
    return Evidence(found, cues)


def _with_owners(parsed: Parsed, cues: Cues) -> list[SubjectMention]:
    """The subjects, with `the Bundeswehr`, `everyone else in the alliance`, and peoples and adjectives that own."""
    tokens = parsed.tokens
    hits = _owners().find_in(tokens, parsed.lows, parsed.words)
    added = [
        SubjectMention(h.first, h.last, h.payload, "phrase", (), tokens[h.last - 1].possessive)
        for h in hits
        if tokens[h.first].low != "allied" or (h.first + 1 < len(tokens) and tokens[h.first + 1].low in _SPENT)
    ]
    kept = [
        _owning(s, parsed, cues)
        for s in parsed.subjects
        if not any(a.first < s.last and s.first < a.last for a in added) and not _negated(s, parsed)
    ]
    return sorted([*kept, *added], key=lambda s: s.first)


def _negated(subject: SubjectMention, parsed: Parsed) -> bool:
    """`non-U.S. NATO members`: all but these."""
    before = [t.low for t in parsed.tokens[max(0, subject.first - 2) : subject.first]]
    return before == ["non", "-"]


_SPENT = word_set("allied_nouns")
_PURSES = word_set("purse_nouns")


_APIECE = frozenset({"each", "every", "average", "typical"})
"""In front of a people's name in the singular: `each Briton`."""


def _owning(subject: SubjectMention, parsed: Parsed, cues: Cues) -> SubjectMention:
    """`the Danes`, `the Polish military`, `Latvian expenditure`: as good an owner as the country's name."""
    if subject.kind not in ("adjective", "demonym"):
        return subject
    at = subject.last
    owns = cues.has("defence", at, at + 3) or cues.has("budget", at, at + 4) or cues.has("spend_alone", at, at + 3)
    apiece = parsed.tokens[subject.first - 1].low in _APIECE if subject.first else False
    purse = any(t.low in _PURSES for t in parsed.tokens[at : at + 2])
    people = subject.kind == "demonym" and not _adjective_here(subject, parsed)
    return replaced(subject, kind="country") if owns or purse or people or apiece else subject


def _adjective_here(subject: SubjectMention, parsed: Parsed) -> bool:
    """`a Norwegian minister`: a people's name in front of a noun it only describes."""
    word = parsed.tokens[subject.last - 1].low
    return not word.endswith(("s", "men", "people", "sh", "ch"))


def enriched(context: Context) -> tuple[Context, Evidence]:
    """The context with the owners of `glean_sums.toml` among its subjects, and the evidence of its sentence."""
    found = evidence_of(context.parsed)
    return replaced(context, parsed=found.parsed), found
