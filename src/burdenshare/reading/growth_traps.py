"""Percentages beside a word of rising that are no rise of spending: parts, levels, targets, other things or years."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.known_lines import passes_a_known_line
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.tables import word_list

_SOMETHING_ELSE = word_list("other_things_rising")
_OTHER_TOPICS = ("market", "economy", "other_spending", "common_budget")
_MOST = 900
"""Per cent; a larger rise of one year is an index or another topic."""


def no_rise(context: Context) -> bool:
    """Whether the words right by the figure make it something else than a rise of one year or since one."""
    q = context.quantity
    if _parted(context):
        return True
    if context.after(2) == ["falls", "due"] or "pay" in context.before(3):
        return True  # "once 3.5 % falls due"; "pay rises of 2.1 percent"
    of_a_whole = context.after(1) == ["of"] and not _a_rise_of_spending(context)
    if of_gdp(context) or q.role == "from" or q.value.central > _MOST or of_a_whole:
        return True  # "made up 67 percent of the total": a part, no rise
    if _anothers(context) or _year_before(context) or _SOMETHING_ELSE & set(context.before(3)) or a_pace(context):
        return True
    if _beside_its_year(context) or _at_the_lower_end(context) or growth_of_nothing_named(context):
        return True
    if _PASSES & {context.parsed.lows[q.first], *context.before(1)}:
        return True  # "the budget will exceed 2 percent": a line, no rise
    if _SPENT & set(context.before(2)) and not _MORE & set(context.after(3)):
        return True  # "already spends more than 4% and plans to go higher"
    if counts_spenders(context) or context.before(2) in _STOOD:
        return True
    if passes_a_known_line(context):
        return True  # "rose above the 3.2 % planned"
    if "short" in context.parsed.lows[max(0, q.first - 4) : q.first]:
        return True  # "falls short with 1.98 %"
    return _a_level(context)


def counts_spenders(context: Context) -> bool:
    """`The number of allies spending 2 percent will rise from nine to 15`: their number rises, and no spending."""
    first = context.quantity.first
    return context.before(1) in _SPENDERS and context.parsed.cues.has("member_nouns", max(0, first - 3), first - 1)


_STOOD = (["and", "reached"], ["which", "was"], ["which", "is"], ["which", "were"], ["which", "stood"])
"""In front of where something stands: `its share, which was around 1.4 % in 2014, gradually increased`."""
_SPENDERS = (["spending"], ["investing"], ["devoting"], ["allocating"], ["meeting"], ["reaching"])


def _a_rise_of_spending(context: Context) -> bool:
    """`an “unprecedented rise” of 11 percent of spending by European members`: what rises stands behind."""
    front = [word for word in context.before(4) if word.isalpha()]
    return front[-1:] == ["of"] and front[-2:-1] in (["rise"], ["increase"]) and context.after(2) == ["of", "spending"]


def growth_of_nothing_named(context: Context) -> bool:
    """`With growth of 0.2 percent, Germany will struggle to spend more`: of output, where nothing beside the word says
    what grows; not `growth of 17 percent in defence spending`, `spending growth of 17 percent`."""
    front = context.before(_BESIDE_GROWTH)
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] == "growth"), None)
    if at is None or "of" not in front[at + 1 :] or not _SPENDING_WORDS.isdisjoint([*front, *context.after(6)]):
        return False
    end = context.quantity.core[1]
    if any(s.entity in ("EUR_CAN", "NATO") and end <= s.first <= end + 3 for s in context.parsed.subjects):
        return False  # "growth of 3.1 % in Europe and Canada": no economy of theirs is told
    return not context.earlier or context.earlier[-1].measure != "expenditure_growth"


_BESIDE_GROWTH = 4
_SPENDING_WORDS = word_list("spending_nouns") | {"defence", "defense", "military", "spending", "budget", "budgets"}
_PASSES = frozenset({"exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed"})


def _beside_its_year(context: Context) -> bool:
    """`reached its highest in 2021 (1.52 %), with a decrease in 2022 (1.40 %)`: in brackets behind its year a share
    is told in a row of such, and no fall."""
    q, parsed = context.quantity, context.parsed
    at = q.first - 1
    row = [o for o in parsed.quantities if o.unit == "%" and parsed.lows[o.first - 1 : o.first] == ["("]]
    return len(row) > 1 and at > 0 and parsed.lows[at] == "(" and any(p.last == at for p in parsed.periods)


def _at_the_lower_end(context: Context) -> bool:
    """`Spain (1.24 %) ranked at the lower end of the table`: a place among others, and no fall."""
    end = context.quantity.core[1]
    near = context.parsed.lows[max(0, context.quantity.first - 6) : end + 8]
    return any(a in ("lower", "upper", "higher") and b in _ENDS for a, b in pairwise(near))


_ENDS = frozenset({"end", "ends", "half", "part", "third", "quarter", "rung", "rungs", "tier", "reaches", "edge"})


_SPENT = frozenset({"spend", "spends", "spent", "devotes", "devoted", "allocates", "allocated"})
_MORE = frozenset({"more", "less", "extra", "higher", "lower", "fewer"})


def _parted(context: Context) -> bool:
    """`the figure breaks down as 3.5 percent on core defence and 1.5 percent …`: parts, no fall."""
    front = context.before(5)
    at = next((i for i in range(1, len(front)) if front[i] == "down"), 0)
    return at > 0 and front[at - 1] in ("break", "breaks", "broke", "broken", "breaking")


def of_another_thing(context: Context) -> bool:
    """Whether the thing that rises by the words around is another than spending, or the figure a level."""
    before = context.before(6)
    if "share" in before[-4:] or ("share" in before and before[-1:] in (["was"], ["is"])):
        return True  # "increasing the share from just 5 %"; "its defence share, which was 1.36 percent, increased"
    low = context.bounds[0]
    if not _SOMETHING_ELSE.isdisjoint(context.parsed.lows[low : low + 3]):
        return True  # "Support for higher defence spending rose 20 percent"
    bound = context.quantity.rule in ("below", "at least", "at most") and context.before(1) != ["by"]
    return _against_target(context) or bound  # "the decisions would take it up to two percent"


def of_natos_own_purse(context: Context) -> bool:
    """`NATO has set a military budget of nearly €2 billion, a 25 percent increase`: of what the alliance itself spends,
    as the sum beside it tells."""
    found = context.subject()
    if found is None or found.entities != ("NATO",) or "budget" not in context.parsed.words:
        return False
    if context.parsed.cues.has("member_nouns"):
        return False
    sums = [q.number.value for q in context.parsed.quantities if len(q.unit) == _CURRENCY and q.unit.isupper()]
    return bool(sums) and max(sums) < _OWN_PURSE


_CURRENCY = 3
_OWN_PURSE = 10e9
"""More than NATO's own budgets ever were, and far less than its members spend together."""


def of_another_topic(context: Context) -> bool:
    """Whether the clause is on soldiers, contracts, the economy or a country outside the alliance."""
    if any(context.cue(name) for name in _OTHER_TOPICS) or context.foreign_body() or of_natos_own_purse(context):
        return True
    near = context.cue_near("personnel", 5) or context.cue_near("contract", 4)
    return near or (context.cue_near("gdp", 4) and not context.cue("defence"))


def _a_level(context: Context) -> bool:
    """`raise it to 1.5 percent of GDP, up from 2017's 1.13 percent`: what it rises from, with its year in between."""
    first = context.quantity.first
    if context.parsed.lows[max(0, first - 4) : first] in _FROM_A_MARK:
        return True  # "up from a low of 1.4 percent in 2022"
    at = next((i for i in range(first - 1, max(-1, first - 5), -1) if context.parsed.lows[i] == "from"), None)
    return at is not None and any(at <= p.first and p.last <= first for p in context.parsed.periods)


_FROM_A_MARK = (["from", "a", "low", "of"], ["from", "a", "high", "of"], ["from", "a", "level", "of"])


def _against_target(context: Context) -> bool:
    """`an increase from the 2 % guideline`, `a jump from the 2 per cent agreement`: what it grows from."""
    front = context.before(3)
    known = any(
        start <= context.quantity.core[1] + 2
        for start, _ in context.parsed.cues.hits.get("target", ())
        if start >= context.quantity.core[1]
    )
    agreed = bool(set(context.after(2)) & {"agreement", "accord", "deal"})
    return "from" in front and (known or agreed)


def _anothers(context: Context) -> bool:
    """`while Russia's rose 41.9 %`: the figure of the country outside the alliance right in front of it."""
    low, first = context.bounds[0], context.quantity.first
    left = [s for s in context.parsed.subjects if low <= s.first and s.last <= first and s.kind != "pronoun"]
    return bool(left) and left[-1].possessive and len(left[-1].entity) == 3 and left[-1].entity not in _ours(context)


def _ours(context: Context) -> frozenset[str]:
    return context.calendar.bearers | {"UKR"} if context.cue("aid") else context.calendar.bearers


def a_pace(context: Context) -> bool:
    """`by 14 percent a year`: what many years brought on average, not what one did."""
    after = context.after(3)
    if {"average", "averaged", "averaging"} & set(context.before(8)) and {"annual", "annually", "yearly", "year"} & {
        *context.before(8),
        *context.after(6),
    }:
        return True  # "an annual average growth rate of 2.4 %"
    return after[:2] == ["a", "year"] and after[2:] not in (["earlier"], ["ago"], ["before"])


def _year_before(context: Context) -> bool:
    """`jumped 43 % in 2025, following a rise of 9 % the previous year`: of the year before the one just told."""
    told = any(d.measure == "expenditure_growth" for d in context.earlier)
    return told and context.parsed.text(context.quantity.core[1], context.quantity.core[1] + 3) in _THE_YEAR_BEFORE


_THE_YEAR_BEFORE = ("the previous year", "the year before", "the year prior", "a year earlier", "a year before")
