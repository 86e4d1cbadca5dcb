"""How firmly a statement is said, by the words of its clause, where the rule that read it left it open."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_CLASSES = ("firm_pledges", "reckoning", "outlook", "demands")


@cache
def _words() -> Trie[str]:
    table = load_table("glean_voices")
    return Trie((words, name) for name in _CLASSES for words in table[name]["words"])


def firmness(parse: Parsed, draft: Draft) -> Modality:
    """The modality of a draft: a target that stands is a pledge, a reckoned figure an estimate."""
    if draft.kind is Kind.PROMISE and draft.measure == "guideline":
        return _of_target(parse, draft)
    if draft.kind is Kind.FACT and draft.modality is Modality.FACT:
        return _of_fact(parse, draft)
    return draft.modality


def _of_target(parse: Parsed, draft: Draft) -> Modality:
    if draft.modality is Modality.FACT:
        return Modality.DEMAND if "demands" in _near(parse, draft) else Modality.PLEDGE
    if draft.modality is Modality.FORECAST and "firm_pledges" in _near(parse, draft):
        return Modality.PLEDGE
    return draft.modality


def _of_fact(parse: Parsed, draft: Draft) -> Modality:
    near = _near(parse, draft)
    if "reckoning" in near:
        return Modality.ESTIMATE
    return Modality.FORECAST if "outlook" in near else Modality.FACT


def _near(parse: Parsed, draft: Draft) -> set[str]:
    """The classes of words in the clause of the figure, up to it (a verb behind it is of something else)."""
    low, _ = parse.clause(*draft.focus)
    found: set[str] = set()
    trie = _words()
    for i in trie.starts_within(parse.lows, low, draft.focus[0]):
        best = trie.longest(parse.tokens, i)
        if best is not None:
            found.update(best[1])
    return found
