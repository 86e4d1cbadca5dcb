"""Shares of anything but a GDP's defence spending, each with its reason."""

from __future__ import annotations

from burdenshare.reading.context import Context, once
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.target_parts import of_both_parts

_TOPICS = ("poll", "foreign_aid", "state_budget", "economy", "market")


REASONS = {
    "poll": "another topic: an opinion poll or a vote",
    "foreign_aid": "another topic: development aid",
    "state_budget": "another topic: a share of a state budget",
    "economy": "another topic: the economy or public debt",
    "market": "another topic: prices, shares or trade",
}


@once
def foreign(context: Context) -> str:
    """The reason why a percentage is of another topic, else empty."""
    end = context.quantity.core[1]
    after = context.after(9)
    if context.cue_near("other_spending", 7) and not context.cue_near("defence", 4) and not of_both_parts(context):
        return "another topic: other spending"
    if not of_gdp(context):
        for name in _TOPICS:
            if (
                name in ("poll", "market")
                and context.cue("defence")
                and context.cue("spending")
                and not _topic_noun(context, name)
            ):
                continue
            if name == "foreign_aid" and _national_income(context):
                continue
            if _topic_noun(context, name) or (name in ("poll", "foreign_aid", "state_budget") and context.cue(name)):
                return REASONS[name]
    elif (
        context.cue("economy") and not context.cue_near("defence", 8) and not context.cue("spending")
    ) or _of_the_budget_balance(context, after):
        return REASONS["economy"]
    elif context.cue_near("foreign_aid", 8) and not _national_income(context):
        return REASONS["foreign_aid"]
    elif context.cue("poll") and _ASKED & set(context.before(5)):
        return REASONS["poll"]  # "3 in 5 Spaniards oppose spending 3.5 % of GDP"
    if end < len(context.parsed.tokens) and after[:1] == ["interest"]:
        return REASONS["economy"]
    return ""


def _national_income(context: Context) -> bool:
    """`4 percent of their gross national income on defense`: the income is that of which defence takes its share."""
    aid = context.parsed.cues.hits.get("foreign_aid", ())
    return context.cue("defence") and all(context.parsed.text(a, b) in _INCOMES for a, b in aid)


_INCOMES = ("gni", "gross national income")


_ASKED = frozenset(
    {"oppose", "opposed", "support", "supported", "favour", "favor", "approve", "back", "backed", "want"}
)


_HEAD = 6
"""Tokens within which the head of a clause stands."""


_BALANCE = frozenset({"debt", "deficit", "deficits", "borrowing", "surplus"})


def _of_the_budget_balance(context: Context, after: list[str]) -> bool:
    """`its budget deficit is 5.1 % of GDP`, also beside a share spent on defence."""
    near = [word for word in context.before(6) if word in _BALANCE]
    if near:
        front = context.before(6)
        behind = front[len(front) - front[::-1].index(near[-1]) :]
        return not {"defence", "defense", "military"} & set(behind)
    head = context.parsed.lows[context.bounds[0] : context.quantity.first][:_HEAD]
    if _BALANCE & set(head[1:]) and not context.cue("defence") and not context.cue("spending"):
        return True  # "The country's sizeable budget deficit will grow and is likely to exceed 5 % of GDP"
    return bool(set(after[2:6]) & _BALANCE) and not context.cue("defence")


def _topic_noun(context: Context, name: str) -> bool:
    return context.cue_near(name, 5)
