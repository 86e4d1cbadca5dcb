"""How firmly a statement is said, by the words of its clause, where the rule that read it left it open."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.rises_spoken_of import weighed
from burdenshare.reading.supposing import brings_it_about
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_CLASSES = ("firm_pledges", "reckoning", "outlook", "demands", "refusals")


_MONEY = frozenset({"expenditure", "expenditure_change", "extra_expenditure", "expenditure_growth", "aid"})
_TARGETS = frozenset({"guideline", "equipment_share"})


@cache
def _words() -> Trie[str]:
    table = load_table("glean_voices")
    return Trie((words, name) for name in _CLASSES for words in table[name]["words"])


def firmness(parse: Parsed, draft: Draft) -> Modality:
    """The modality of a draft: a target that stands is a pledge, a reckoned figure an estimate."""
    if draft.kind is Kind.PROMISE and draft.measure in _TARGETS:
        return _of_target(parse, draft)
    if draft.kind is Kind.FACT and draft.modality is Modality.FACT:
        return _of_fact(parse, draft)
    if draft.kind is Kind.FACT and draft.modality is Modality.FORECAST and _was_spent(parse, draft):
        return Modality.FACT
    if draft.kind is Kind.PROMISE and draft.modality is Modality.FACT and draft.measure in _MONEY:
        return Modality.FORECAST if "outlook" in _near(parse, draft) else Modality.PLEDGE
    return draft.modality


def _of_target(parse: Parsed, draft: Draft) -> Modality:
    near = _near(parse, draft)
    if "refusals" in near and _refused(parse, draft):
        return Modality.DENIAL  # "will reject the request to spend 5 %": nobody promised it
    behind = parse.text(draft.focus[1], draft.focus[1] + _BEHIND)
    if draft.modality in (Modality.FACT, Modality.PLEDGE) and not _FALLING.isdisjoint(
        parse.lows[max(0, draft.focus[0] - 4) : draft.focus[0]]
    ):
        return Modality.FORECAST  # "by 2020 it would fall to 1.5 %"
    if draft.modality in (Modality.FACT, Modality.PLEDGE) and weighed(parse, draft.focus[0]):
        return Modality.HYPOTHETICAL  # "is considering raising it to 5 % by 2030"
    if draft.modality in (Modality.FACT, Modality.PLEDGE) and any(words in behind for words in _WANTED):
        return Modality.DEMAND
    if draft.modality in (Modality.FACT, Modality.PLEDGE) and "firm_pledges" not in near:
        low, _ = parse.clause(*draft.focus)
        if not _NECESSARY.isdisjoint(pairwise(parse.lows[low : draft.focus[0]])):
            return Modality.DEMAND
    if draft.modality is Modality.DEMAND and _anothers_wish_of_what_is_pledged(parse, *draft.focus):
        return Modality.PLEDGE  # "has pledged 5 %, a level demanded by Trump"
    if draft.modality is Modality.FACT:
        return Modality.DEMAND if "demands" in near else Modality.PLEDGE
    if draft.modality is Modality.FORECAST and "firm_pledges" in near:
        return Modality.PLEDGE
    return draft.modality


_FALLING = frozenset({"fall", "drop", "decline", "decrease", "shrink", "slip", "dip", "sink"})
_WANTED = (
    *("should be", "must be", "needs to be", "need to be", "ought to be", "has to be"),
    *("is needed", "was needed", "are needed", "be needed", "is necessary", "was necessary", "be necessary"),
)
_NECESSARY = frozenset({("necessary", "for"), ("necessary", "that"), ("necessary", "to"), ("have", "to")})
"""In front of a share these tell that it must be, though `will` stands by: `it will be necessary for Spain to`."""
_BEHIND = 6
"""Tokens behind a target within which `should be the minimum` is said of it."""


def _anothers_wish_of_what_is_pledged(parse: Parsed, first: int, last: int) -> bool:
    """Whether the figure is pledged in front and every word of demanding only tells, behind it, whose wish it was."""
    low, high = parse.clause(first, last)
    asked = parse.cues.spans("demand", low, high)
    wished = all(start >= last and parse.lows[end : end + 1] == ["by"] for start, end in asked)
    return bool(asked) and wished and parse.cues.has("pledge", low, first)


def _refused(parse: Parsed, draft: Draft) -> bool:
    """Whether what is refused is this figure: `rejected 5 % and said 2 % was enough` refuses the first only."""
    low, _ = parse.clause(*draft.focus)
    trie = _words()
    hits = [i for i in trie.starts_within(parse.lows, low, draft.focus[0]) if "refusals" in _classes(parse, i)]
    if not hits:
        return False
    at = hits[-1]
    later = any(at < frame.verb[0] < draft.focus[0] for frame in parse.frames)
    return not later and not any(at < q.core[0] < draft.focus[0] and q.unit == "%" for q in parse.quantities)


def _classes(parse: Parsed, at: int) -> list[str]:
    best = _words().longest(parse.tokens, at)
    return list(best[1]) if best is not None else []


def _of_fact(parse: Parsed, draft: Draft) -> Modality:
    near = _near(parse, draft)
    if draft.focus[0] and parse.tokens[draft.focus[0] - 1].low == "from":
        return Modality.FACT  # "forecasts a rise from 1.37 % to 1.76 %": where it stands
    if "reckoning" in near:
        return Modality.ESTIMATE
    return Modality.FORECAST if "outlook" in near else Modality.FACT


def _was_spent(parse: Parsed, draft: Draft) -> bool:
    """`spent 2.8 % in 2023 and is projected to spend the same`: the verb of the figure is of the past, and what is
    foreseen is another; not `is projected to have spent`."""
    at = draft.focus[0]
    verb = next((i for i in range(at - 1, max(0, at - _OBJECT), -1) if parse.lows[i] == "spent"), None)
    return verb is not None and parse.lows[verb - 1] not in _AUXILIARIES


_OBJECT = 4
"""Tokens between `spent` and its figure: `spent only about 2 %`."""
_AUXILIARIES = frozenset({"be", "been", "being", "have", "having", "is", "are"})


def _near(parse: Parsed, draft: Draft) -> set[str]:
    """The classes of words in the clause of the figure, up to it (a verb behind it is of something else)."""
    low, _ = parse.clause(*draft.focus)
    said = [f.verb[0] for f in parse.frames if f.said[0] <= draft.focus[0] < f.said[1] and f.verb[0] < draft.focus[0]]
    low = max([low, *said])  # "Asked about 2 %, he answered that it would spend 3.5 %"
    found: set[str] = set()
    trie = _words()
    for i in trie.starts_within(parse.lows, low, draft.focus[0]):
        best = trie.longest(parse.tokens, i)
        if best is not None and not brings_it_about(parse, i):
            found.update(best[1])
    return found
