"""Figures told beside what is spent, and none of it: opinions on a level, what was spent in an age before the record,
what is only asked, and what further money would make possible."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.regions import lies_there
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

JUDGED = "not understood: what somebody thinks of a level, and not one that is spent"
ASKED = "a question, not a statement"
TRADED = "not understood: what goes to those who make arms, and not what an ally spends"
HELD_AGAINST = "not understood: what a level is held against"
A_PLAN = "not understood: the size of a plan or a law, whose years the words do not tell"
LONG_GONE = "not understood: a level of a time before the record"
_JUDGING = word_list("judging_verbs")
_ERAS = word_list("bygone_words")
_PAIRS = word_list("bygone_pairs")
_FURTHER = frozenset({"extra", "additional", "further"})
_MADE_POSSIBLE = frozenset({"would", "could", "will", "can"})
_NEAR = 8
"""Tokens behind a figure in which the age that it is of, or what it makes possible, begins."""


def beside_levels(context: Context, draft: Draft) -> Draft | str:
    """`Belgium called 3.5 % ambitious`, `far below the 5 % of the Cold War years`: no share of anybody's; `goes to US
    firms: $140 billion`: trade; `With the extra €100 billion it would become the third`: money to come, of no year."""
    if draft.measure == "expenditure" and _held_against(context, draft.period):
        return HELD_AGAINST
    if draft.measure == "expenditure" and draft.kind is Kind.FACT and _names_a_plan(context, draft.period_from):
        return A_PLAN
    if draft.kind is not Kind.FACT:
        return ASKED if draft.measure == "guideline" and _asked_whether(context) else draft
    if draft.measure == "share_of_gdp":
        front = [word for word in context.before(3) if word not in ("the", "a", "of", "target", "figure")]
        if front and front[-1] in _JUDGING:
            return JUDGED
        if _an_older_target(context):
            alliances = context.quantity.number.value == _GUIDELINE and draft.subject in (("EU",), ("EUR",))
            older = as_plan(replaced(draft, subject=("NATO",)) if alliances else draft, Modality.PLEDGE)
            return replaced(older, period="", period_from="")
        if front and front[-1] in _FLOATING and context.quantity.number.value in _ASKED_OF_ALL:
            asked = as_plan(replaced(draft, subject=("NATO",), likely=True), Modality.DEMAND)
            return replaced(asked, period="", period_from="")  # "Trump has mentioned five percent"
        if len(draft.subject) == 1 and draft.subject[0] in GROUPS:
            there = _of_a_region(context)
            if there is not None:
                return replaced(draft, subject=there, likely=True) if there else SOME
        if _an_infinitive_move(context):
            aimed = as_plan(draft, Modality.HYPOTHETICAL)
            return replaced(aimed, period="", period_from="", likely=True)
        if _some_of_a_group(context, draft):
            return SOME
        return LONG_GONE if _of_an_age(context) else draft
    if draft.measure == "expenditure" and draft.likely and _still_to_go(context):
        return replaced(draft, kind=Kind.PROMISE, modality=Modality.PLEDGE, period="", period_from="")
    if draft.measure == "expenditure" and draft.likely and _to_makers(context):
        return TRADED
    if draft.measure in ("expenditure_change", "extra_expenditure") and _with_further(context):
        plan = replaced(draft, kind=Kind.PROMISE, measure="extra_expenditure", modality=Modality.PLEDGE, likely=True)
        return replaced(plan, period="", period_from="")
    return draft


def _an_infinitive_move(context: Context) -> bool:
    """`To go in one year from three to five percent is a big step`: what it would be to get there, and no level."""
    lows = [low for low in context.parsed.lows[: context.quantity.first] if low not in _MARKS]
    moving = lows[:1] == ["to"] and lows[1:2] != [] and lows[1] in _MOVING
    return moving and lows[-1] == "to" and "from" in lows[-_TO_WITHIN:]


_MOVING = frozenset({"go", "move", "rise", "jump", "get", "climb", "leap", "raise", "increase", "grow", "double"})
_MARKS = frozenset({'"', "“", "”", "'", "‘", "’"})


def _still_to_go(context: Context) -> bool:
    """Whether the words right behind say that the sum will be spent."""
    behind = [low for low in context.after(4) if low not in ("-", "–", "—", ",")]
    return behind[:1] == ["will"] or behind[:2] == ["to", "be"]


def _names_a_plan(context: Context, told: str) -> bool:
    """`the €800 billion Readiness 2030 package for defence spending`, `the €413 billion programming law`: how large a
    plan is, and not what a year's spending comes to; `a $13 billion budget plan for 2024` has its year."""
    if told in ("explicit", "relative") or _PLANS.isdisjoint(context.parsed.words):
        return False
    behind = context.after(_NAME_REACH)
    at = next((i for i, word in enumerate(behind) if word in _PLANS), None)
    return at is not None and _PARTING.isdisjoint(behind[:at]) and "budget" not in behind[: at + 2]


_PLANS = frozenset(
    {"package", "initiative", "law", "plan", "programme", "program", "scheme", "facility", "instrument", "drive"}
)
_PARTING = frozenset(
    {",", ";", ".", "(", ")", "on", "in", "for", "of", "to", "and", "under", "with", "by", "from", "a"}
)
_NAME_REACH = 6
"""Tokens behind a sum within which a plan is named: `ReArm Europe initiative`."""


def _of_a_region(context: Context) -> tuple[str, ...] | None:
    """`NATO's figures make Denmark look poor. The Scandinavian country spent 1.17 percent`: the one of the sentence
    before that lies there; nobody where none does; None where no such words stand in front of the figure."""
    parsed = context.parsed
    for s in parsed.subjects:
        words = parsed.lows[s.first : s.last]
        if s.kind != "pronoun" or s.last > context.quantity.first or lies_there("", words):
            continue
        before = context.previous.subjects if context.previous is not None else []
        there = {b.entity for b in before if b.entity in context.calendar.allies and lies_there(b.entity, words)}
        return (there.pop(),) if len(there) == 1 else ()
    return None


_FLOATING = frozenset({"mentioned", "mentions", "mentioning", "floated", "floats", "mooted", "cited"})
_ASKED_OF_ALL = (2.0, 2.5, 3.0, 3.5, 3.7, 4.0, 5.0)


def _held_against(context: Context, period: str) -> bool:
    """`spent three times as much as €20 billion`: what the level is held against, unless its year stands behind it and
    was read."""
    at, end, lows = context.quantity.first, context.quantity.core[1], context.parsed.lows
    if lows[max(0, at - 3) : at] != ["as", "much", "as"] or at < 4 or lows[at - 4] not in _MULTIPLIED:
        return False
    return not any(end <= p.first <= end + 1 and p.value[:4] == period[:4] for p in context.parsed.periods)


_MULTIPLIED = frozenset({"twice", "times", "thrice", "half"})
SOME = "not understood: some of a group, whom the words neither name nor count"


def _some_of_a_group(context: Context, draft: Draft) -> bool:
    """`there are EU nations that still haven't reached 2 %`: not what the group spends."""
    if len(draft.subject) != 1 or draft.subject[0] not in GROUPS or "there" not in context.parsed.words:
        return False
    front = context.parsed.lows[: context.quantity.first]
    at = next((i for i, pair in enumerate(pairwise(front)) if pair in (("there", "are"), ("there", "were"))), None)
    return at is not None and not {"that", "which", "who", "still"}.isdisjoint(front[at + 2 :])


def _an_older_target(context: Context) -> bool:
    """`raised its target from 2 % to 3.5 %`: what a target was, and not what is spent."""
    front = context.before(_TARGET_WITHIN)
    if front[-1:] != ["from"] or front[-2:-1] == [","]:
        return False
    at = next((i for i in range(len(front) - 2, -1, -1) if front[i] in _AIMS), None)
    return at is not None and not _LIFTING.isdisjoint(front[:at]) and _TO_AN_AIM.isdisjoint(front[:at])


_GUIDELINE = 2.0
_TARGET_WITHIN = 8
"""Tokens in front of a share that a target moves from: `raising the current defense spending target`."""
_AIMS = word_list("aim_nouns")
_LIFTING = word_list("raising_a_target")
_TO_AN_AIM = frozenset({"to", "towards", "toward"})


def _asked_whether(context: Context) -> bool:
    """`parliament will vote on whether to spend 3 % of GDP`: what is asked, and no plan."""
    front = context.parsed.lows[: context.quantity.first]
    if "whether" not in front:
        return False
    at = len(front) - 1 - front[::-1].index("whether")
    asked = not _ASKING.isdisjoint(front[max(0, at - _ASKED_WITHIN) : at])
    return asked and not {":", ";"} & set(front[at:])


_ASKING = word_list("asking_words")
_ASKED_WITHIN = 4


def _to_makers(context: Context) -> bool:
    """`Most of it goes to American firms: $140 billion`."""
    front = context.before(_TO_WITHIN)
    if len(front) < _FEWEST or front[-1] not in (":", "—", "–", "-", ",") or front[-2] not in _MAKERS:
        return False
    return not _TO.isdisjoint(front)


_MAKERS = word_list("arms_makers")
_TO = frozenset({"to", "with", "from", "for", "among", "by"})
_TO_WITHIN = 6
_FEWEST = 3


def _of_an_age(context: Context) -> bool:
    end = context.quantity.core[1]
    behind = context.parsed.lows[end : end + _NEAR]
    of = next((i for i, word in enumerate(behind) if word in ("of", "in", "during")), len(behind))
    told = behind[of:]
    if "," in behind[:of] or not (_ERAS & set(told) or any(f"{a} {b}" in _PAIRS for a, b in pairwise(told))):
        return False
    return not any(end <= o.core[0] < end + _NEAR for o in context.parsed.quantities)


def _with_further(context: Context) -> bool:
    """`With`, further money, and what it would do."""
    q = context.quantity
    front = context.parsed.lows[max(0, q.core[0] - 4) : q.core[0]]
    led = "with" in front and not _FURTHER.isdisjoint(front)
    return led and not _MADE_POSSIBLE.isdisjoint(context.parsed.lows[q.core[1] : q.core[1] + _NEAR])
