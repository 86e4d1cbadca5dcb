"""Money: levels of spending, what a sum is not, and the way to aid, rises and extra spending."""

from __future__ import annotations

import itertools

from burdenshare.reading.amounts_told_of import the_amount_told_of
from burdenshare.reading.baseline_years import baseline_of
from burdenshare.reading.context import Context
from burdenshare.reading.conversions import converts
from burdenshare.reading.costing import COST, to_cost
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gifts import of_a_programme
from burdenshare.reading.giving import aid_draft, is_aid
from burdenshare.reading.model import Kind
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.repeats import CONVERSION
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises import beside_growth, change_draft, extra_draft, rise_behind, summed_rises
from burdenshare.reading.rises_listed import listed_rise
from burdenshare.reading.sum_bases import (
    carried_owner,
    of_all_together,
    own_amount,
    part_of_the_sum_before,
    sum_base,
    whose,
)
from burdenshare.reading.sum_levels import level_draft
from burdenshare.reading.tables import word_list

_OTHER_FUNDS = word_list("other_funds")

_MEASURES = frozenset({"expenditure", "extra_expenditure", "expenditure_change", "expenditure_growth"})

SMALLEST = 1e6
"""Below a million of any currency it is a price, a wage or a fine, not what a country spends on defence."""

_PARTS_OF_YEARS = word_list("parts_of_years")

_ALLIANCE_SCALE = 1e11
"""Of sums from a hundred billion dollars on, an alliance spends nothing but its defence."""

UNPAIRED = "not understood: sums given respectively"
BALANCE = "the size of a deficit, a debt or a revenue, and no spending"
BOUGHT = "not understood: what a part of the spending goes to"
POINTED_AT = "a sum that is only spoken of"
"""`Asked about the £13.4 billion figure`: told before, and of nothing that these words name."""
SHORTFALL = "not understood: a shortfall, not what is spent"
_CUTTING = word_list("cutting_verbs")
_ADDING = frozenset({"add", "added", "adding"})


def money_draft(context: Context) -> Draft | str:
    """The statement an amount of money makes, or the reason why it makes none."""
    q = context.quantity
    if q.unit == "XKR":
        q = replaced(q, unit=_crowns(context))
        if not q.unit:
            return "not understood: crowns of which country is open"
        context = replaced(context, quantity=q)
    context = replaced(context, quantity=own_amount(context, q))
    if _per_head(context):
        return _per_capita(context)
    if _unpaired(context):
        return UNPAIRED
    if q.number.value < SMALLEST:
        return "another topic: an amount too small for a country's spending"
    if _converted(context):
        return CONVERSION
    if context.cue_near("gdp", 4) and not context.cue_sentence("spending"):
        return "another topic: the size of an economy"
    if _of_an_economy(context):
        return "another topic: the size of an economy"
    if context.before(1) in (["earned"], ["earns"]):
        return "another topic: a contract, fund or price"
    if context.cue_near("foreign_aid", 8):
        return "another topic: development aid"
    if is_aid(context):
        return aid_draft(context)
    fund = _fund(context) if "fund" in context.after(3) or context.before(3)[-2:] == ["fund", "of"] else None
    if fund is not None:
        return fund
    if "would have " in f"{context.parsed.text(context.bounds[0], context.quantity.first)} ":
        return "a possibility, not a statement"
    if _opening_deed(context):
        return "a possibility, not a statement"
    if _part_of_a_year(context):
        return "not understood: an amount for a part of a year, or for years that are not named"
    if _PROJECTS & set(context.after(3)) or _lent(context) or _for_production(context):
        return "another topic: a contract, fund or price"
    if _on_a_part(context):
        return BOUGHT
    if context.before(1) == ["the"] and context.after(1) == ["figure"]:
        return POINTED_AT
    if _NEEDED & set(context.after(5)) and context.after(1) in (["could"], ["would"], ["might"], ["may"]):
        return COST
    if to_cost(context):
        return COST
    if _of_a_balance(context):
        return BALANCE
    if _shortfall(context):
        return SHORTFALL
    if not _of_defence(context):
        if context.cue("contract") or context.cue("market"):
            return _fund(context) or "another topic: a contract, fund or price"
        return "not understood: an amount of money without a measure the record holds"
    if _contract(context):
        return _fund(context) or "another topic: a contract, fund or price"
    if context.cue("common_budget"):
        return "not understood: NATO's common budget, not the spending of allies"
    return _spent(context)


def _lent(context: Context) -> bool:
    """`offer 150 billion euros ($170 billion) in defence-related loans`: lent, and spent by nobody yet."""
    behind = context.after(_LENT_WITHIN)
    at = next((i for i, low in enumerate(behind) if low in _LENT), None)
    return at is not None and behind[0] in ("in", "of") and _LENT_STOPS.isdisjoint(behind[:at])


_LENT = frozenset({"loans", "loan", "credit", "credits", "guarantees", "borrowing", "bonds"})
_LENT_WITHIN = 8
_LENT_STOPS = frozenset({",", ";", ".", "and", "for", "on", "to", "by", "with"})


def _spent(context: Context) -> Draft | str:
    """The statement of a sum that is spent on defence, or the reason why it is no whole of anybody's."""
    summed = summed_rises(context)
    if summed is not None:
        return summed
    row = listed_rise(context)
    if row is not None:
        return row
    found = of_all_together(context) or whose(context) or carried_owner(context)
    if found is None:
        return "not understood: whose money it is"
    if [w for w in context.after(4) if w not in ("in", "by", "from", "all")][:2] in (
        ["other", "members"],
        ["other", "nato"],
    ) or ("other" in context.after(4) and "combined" in context.after(7)):
        return "not understood: the spending of all but one"
    if found.entities == ("NATO",) and context.quantity.value.high < _ALLIANCE_SCALE and not context.cue("extra"):
        return "not understood: too small for what all allies spend; NATO's own budgets are not held"
    if found.entities == ("EU",) and context.quantity.value.high < _ALLIANCE_SCALE:
        return "not understood: too small for what all members spend; the Union's own budgets are not held"
    if context.before(1) == ["by"] and not beside_growth(context) and not _moved_by(context):
        return "not understood: an amount by which something moved"
    if context.before(1)[-1:] and context.before(1)[0] in _CUTTING:
        return "not understood: an amount by which something moved"
    if context.after(2) in (["of", "it"], ["of", "that"], ["of", "which"]) or part_of_the_sum_before(
        context, found.entities
    ):
        return "not understood: a part of the sum before"
    if _part_only(context):
        return "not understood: a part of the spending, told apart from the whole"
    return extra_draft(context, found) or change_draft(context, found) or level_draft(context, found)


def _converted(context: Context) -> bool:
    """`600 billion kroner (more than $56 billion)`: right behind a statement, in brackets, in another currency."""
    q, tokens = context.quantity, context.parsed.tokens
    if converts(context.parsed, q):
        return True
    if q.first and tokens[q.first - 1].text == "(":
        front = [o for o in context.parsed.quantities if o.core[1] == q.first - 1 and o.unit not in ("", "%", q.unit)]
        if any(len(o.unit) == 3 for o in front):
            return True  # "loans of SEK 300 billion ($31 billion)"
    last = context.earlier[-1] if context.earlier else None
    if last is None or len(last.unit) != 3 or last.unit == q.unit or not q.first:
        return False
    about = tokens[q.first - 1].text == "(" or (q.first > 1 and tokens[q.first - 2].text == "(")
    return about and 0 <= q.first - last.focus[1] <= 3


def _for_production(context: Context) -> bool:
    """`a request includes $3.1 billion to boost 155mm ammunition production`: what a part of the money is for."""
    behind = context.after(_PURPOSE_REACH)
    return (
        behind[:1] in (["to"], ["for"]) and "production" in behind and "," not in behind[: behind.index("production")]
    )


_PURPOSE_REACH = 8
"""Tokens behind a sum: `to boost 155 mm artillery ammunition production`."""


def _unpaired(context: Context) -> bool:
    """`£67bn and £271bn respectively`: whose each is is not resolved."""
    said = {t.low for t in context.parsed.tokens} & {"respective", "respectively"}
    return bool(said) and context.pair() is None


def _of_a_balance(context: Context) -> bool:
    """`Poland's deficit will grow to 289 billion zlotys, as defence spending rises`: what the sum is the size of."""
    front = context.parsed.lows[context.bounds[0] : context.quantity.first]
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _BALANCES), None)
    return at is not None and not _SPENT & set(front[at:]) and "by" not in front[-2:]


_BALANCES = word_list("balance_nouns")
_SPENT = word_list("spending_itself")


def _opening_deed(context: Context) -> bool:
    """`Diverting three-quarters of a trillion euros into armour risks crippling the rest`: what might be done, told as
    the subject of the sentence."""
    tokens, first = context.parsed.tokens, context.quantity.first
    opener = tokens[0].low
    if not opener.endswith("ing") or opener in _NO_DEEDS or first > _DEED or any(t.text == "," for t in tokens[:first]):
        return False
    end = context.quantity.core[1]
    stop = next((i for i in range(end, len(tokens)) if tokens[i].text in (",", ";")), len(tokens))
    return not _MEANING.isdisjoint(context.parsed.lows[end:stop])


_DEED = 6
"""Tokens within which the object of an opening deed stands."""
_NO_DEEDS = frozenset(
    {"according", "including", "excluding", "during", "following", "speaking", "totalling", "totaling"}
)
_MEANING = frozenset({"risks", "would", "means", "will", "could", "might", "may", "is", "requires", "takes", "should"})


def _part_of_a_year(context: Context) -> bool:
    """`$3 billion a month`, `in the first quarter`, `over the past decade`: no year of the record."""
    after = " ".join(context.after(2))
    if after in ("a month", "per month", "a week", "per week", "a day", "per day", "each month"):
        return True
    clause = f" {context.parsed.text(*context.bounds)} "
    return any(f" {phrase} " in clause for phrase in _PARTS_OF_YEARS)


def _shortfall(context: Context) -> bool:
    """`a shortfall of $125 billion`, `20 billion euros short of the target`: what is missing, not what is spent."""
    near = context.before(4) + context.after(6)
    missing = bool(_MISSING & set(context.after(2))) and not set(context.after(1)) & {
        "in",
        "and",
        "to",
        "for",
        "of",
        ",",
    }
    return bool(set(near) & {"shortfall", "shortfalls", "backlog"}) or _off_the_mark(context) or missing


def _off_the_mark(context: Context) -> bool:
    """`20 billion euros short of it`, `NOK 32 billion away from the NATO target`, `€5 billion from meeting it`."""
    behind = context.after(_MARK_WITHIN)
    if behind[:1] in (["short"], ["shy"]):
        return True
    end = context.quantity.core[1]
    aimed = context.parsed.cues.has("target", end, end + 2 * _MARK_WITHIN) or not _MARKS.isdisjoint(behind)
    return aimed and behind[:1] in (["away"], ["off"], ["from"], ["below"])


_MARK_WITHIN = 8
_MARKS = frozenset({"target", "goal", "guideline", "benchmark", "mark", "threshold", "meeting", "reaching"})


_NEEDED = word_list("needed_words")
_MISSING = word_list("missing_nouns")


def _of_an_economy(context: Context) -> bool:
    """`Lithuania's GDP is 80 billion euros and its defence budget …`, `2 percent of its $800 billion economy`: the word
    stands right in front or right behind."""
    if context.after(1) in (["gdp"], ["economy"]) or context.after(3) == ["gross", "domestic", "product"]:
        return True
    front = context.before(3)
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] == "gdp"), None)
    return at is not None and set(front[at + 1 :]) <= {"is", "was", "of", "at", "reached", "exceeded", "stood"}


def _moved_by(context: Context) -> bool:
    return context.cue_near("growth", 5) or context.cue_near("decline", 5)


def _of_defence(context: Context) -> bool:
    """Whether the sentence, the one before or the text's topic makes this money spent on defence."""
    if (
        _carried(context)
        or the_amount_told_of(context)
        or (context.cue_carried("defence") and context.cue_sentence("spending"))
    ):
        return True
    alone = context.allied() and context.cue_near("spending", 5) and context.quantity.number.value >= _ALLIANCE_SCALE
    if alone and not any(context.cue_sentence(n) for n in ("contract", "market", "economy", "other_spending", "aid")):
        return True
    base = baseline_of(context)
    since = base is not None and base.role == "since" and bool(_ADDING & set(context.before(6)))
    if since and (context.allied() or context.cue_carried("defence")):
        return True  # "European allies and Canada have added $130bn since 2016"
    risen = (
        base is not None and base.role == "since" and context.before(2)[-1:] == ["of"] and context.cue_near("growth", 3)
    )
    if risen and (context.cue_sentence("defence") or context.allied()) and not context.cue("contract"):
        return True  # "This means an increase of almost 46 billion dollars more for defence since 2015"
    return (
        context.money_topic()
        and (context.cue_near("spending", 7) or context.cue("extra"))
        and not context.cue_near("contract", 6)
    )


def _crowns(context: Context) -> str:
    found = of_a_programme(context) or context.subject()
    entities = found.entities if found else ()
    return {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK"}.get(
        entities[0] if entities else "", ""
    )


_FIGURES = word_list("figure_words")


def _carried(context: Context) -> bool:
    """The sentence goes on about the money of the one before: `the figure is …`, `the United States $845bn`."""
    fresh = context.topic.block >= context.parsed.sentence.block - 1 and context.topic.measure in _MEASURES
    fresh = fresh and not context.topic.likely  # nothing sure is carried on from what is only likely
    other = context.cue("contract") or context.cue("market") or context.cue("economy") or context.cue("other_spending")
    if not fresh or other or context.foreign_body():
        return False
    told = any(draft.measure in _MEASURES for draft in context.earlier)
    first = context.quantity.first
    owned = any(s.last == first and s.entity in context.calendar.bearers for s in context.parsed.subjects)
    return (
        told
        or owned
        or context.cue_near("spending", 6)
        or context.cue("extra")
        or bool(_FIGURES & set(context.before(4)))
    )


def _contract(context: Context) -> bool:
    """A thing bought or a firm's figure: the noun stands right by the amount."""
    if rise_behind(context):
        return False  # "to fund the £13.4 billion increase in defence spending"
    return (context.cue_near("contract", 5) or context.cue_near("market", 4)) and not (
        context.cue_near("spending", 3) and context.cue_near("defence", 5)
    )


def _fund(context: Context) -> Draft | None:
    """`a special fund of 100 billion euros`: a plan of one ally, kept as a promise without a verdict of its own."""
    words = context.after(3) + context.before(5)
    if (set(words) | set(context.after(10))) & _OTHER_FUNDS:
        return None
    found = context.subject()
    if (
        "fund" not in words
        or found is None
        or len(found.entities[0]) != 3
        or not (context.cue("defence") or context.money_topic())
    ):
        return None
    return replaced(sum_base(context, "expenditure", "special fund", found), kind=Kind.PROMISE, note="a special fund")


def _per_head(context: Context) -> bool:
    after = context.after(4)
    return any(
        a == "per" and b in ("capita", "head", "person", "citizen", "inhabitant") for a, b in itertools.pairwise(after)
    ) or ("per" in context.before(8) and "capita" in context.before(8))


def _per_capita(context: Context) -> Draft | str:
    found = context.subject()
    if found is None or not context.cue_carried("defence"):
        return "another topic: an amount per head"
    when = period_of(context)
    return replaced(
        sum_base(context, "expenditure_per_capita", "per head", found), period=when.value, period_from=when.source
    )


def _on_a_part(context: Context) -> bool:
    """`spent $20 billion on American weapons`, `4.6 billion will be invested in the navy`: what the money went to
    stands behind."""
    behind = context.after(_WENT_TO)
    at = next((i for i, low in enumerate(behind) if low not in _GOING), len(behind))
    if behind[at : at + 1] == [] or behind[at] not in (_INTO if at else _ON):
        return False
    whole = {"defence", "defense", "military"} & set(behind[at + 1 : at + 3])
    return bool(_BOUGHT & set(behind[at + 1 : at + 5])) and (not whole or "air" in behind[at + 1 : at + 3])


_WENT_TO = 10
_GOING = word_list("going_of_money")
_ON = frozenset({"on"})
_INTO = frozenset({"on", "in", "into", "to", "for", "towards", "toward"})
_BOUGHT = word_list("bought_things")

_PROJECTS = word_list("project_nouns")


def _part_only(context: Context) -> bool:
    """`€52 billion which, combined with the special fund, …`: a part that the record does not tell apart; and a second
    figure of a sum over years (`previously the figure was $100 billion`), whose years are not said."""
    words = context.parsed.text(0, len(context.parsed.tokens))
    part = any(phrase in words for phrase in ("special fund", "not including", "excluding", "without counting"))
    figure = "figure" in context.before(8) or "number" in context.before(8)
    return part or (figure and context.topic.measure == "extra_expenditure" and not context.cue_near("spending", 6))
