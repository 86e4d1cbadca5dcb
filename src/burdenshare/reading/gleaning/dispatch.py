"""Which module takes the second look at a figure."""

from __future__ import annotations

from collections.abc import Callable

from burdenshare.reading.context import GROUPS, Calendar, Context
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.elsewhere import GAP, NOBODYS, STRANGER, WORLD
from burdenshare.reading.giving import DENIED, DIFFERENCE
from burdenshare.reading.gleaning.allies.allies import allies_gleaned, confirmed, members_gleaned
from burdenshare.reading.gleaning.attachment import attached
from burdenshare.reading.gleaning.growth.growths import growth_gleaned, multiple_gleaned
from burdenshare.reading.gleaning.happenings.places import places_gleaned
from burdenshare.reading.gleaning.money.dollars_meant import dollars_meant
from burdenshare.reading.gleaning.money.sums import sum_gleaned
from burdenshare.reading.gleaning.parts.parts import part_gleaned
from burdenshare.reading.gleaning.shares.bare import bare_gleaned
from burdenshare.reading.gleaning.shares.percent import percent_gleaned
from burdenshare.reading.gleaning.things.clocks import clocks_without_number
from burdenshare.reading.gleaning.things.things import thing_gleaned
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.money import BALANCE, BOUGHT, POINTED_AT, SHORTFALL, UNPAIRED
from burdenshare.reading.opinions import OPINION
from burdenshare.reading.parse import Parsed
from burdenshare.reading.receivers import HELPED_ELSEWHERE
from burdenshare.reading.shares_denied import OF_THE_TOTAL, SPOKEN_OF
from burdenshare.reading.strengths import ELSEWHERE
from burdenshare.reading.wished_figures import OFF_A_WISH

Glean = Callable[[Context], Draft | None]
_UNMEASURED = ("%", "times", "pp", "bp", "ordinal", "")
_NEVER = (
    "a claim under check",
    "the sum in front",
    "a count of allies at the guideline for equipment",
    "a date",
    "a difference between two countries",
    OFF_A_WISH,
    "a type designation",
    "an ordinal",
    "a person's age",
    "a possibility",
    "a bare supposition",
    BALANCE,
    BOUGHT,
    GAP,
    NOBODYS,
    OF_THE_TOTAL,
    OPINION,
    POINTED_AT,
    SHORTFALL,
    SPOKEN_OF,
    UNPAIRED,
    DENIED,
    DIFFERENCE,
    ELSEWHERE,
    HELPED_ELSEWHERE,
    STRANGER,
    WORLD,
)


def gleanable(reason: str) -> bool:
    """Whether a figure that was refused for `reason` may be looked at again: not where the reason is certain."""
    return not reason.startswith(_NEVER)


def gleaned(context: Context, reason: str) -> Draft | None:
    """The statement of one figure by the words around it, or None. `reason` is why the strict rules left it."""
    del reason  # the modules judge the words, and look at it through `context` only
    return next((draft for glean in _modules(context.quantity.unit) if (draft := glean(context)) is not None), None)


def assured(context: Context, draft: Draft) -> Draft:
    """A statement of the strict rules, marked as likely only where the words around it do not bear it out."""
    return confirmed(context, attached(context, draft))


def _modules(unit: str) -> tuple[Glean, ...]:
    if unit == "%":
        return (growth_gleaned, part_gleaned, percent_gleaned)
    if unit == "times":
        return (multiple_gleaned, thing_gleaned)
    if unit not in _UNMEASURED:
        return (sum_gleaned,)
    return (allies_gleaned, part_gleaned, thing_gleaned, dollars_meant, sum_gleaned, bare_gleaned) if not unit else ()


def gleaned_without_number(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """Statements that no figure carries (`most allies meet it`, `none of them did`, ranks), beside `drafts`."""
    found: list[Draft] = []
    for draft in (
        *members_gleaned(parsed, calendar, topic, drafts),
        *places_gleaned(parsed, calendar, topic, drafts),
        *clocks_without_number(parsed, calendar, drafts),
    ):
        if not any(_again(draft, one) or _planned(draft, one) or _counted(draft, one) for one in (*drafts, *found)):
            found.append(draft)
    return found


def _planned(draft: Draft, one: Draft) -> bool:
    """`Canada will reach the target of 2 % by 2032`: the plan is read, and nothing is foretold of this year."""
    foretold = draft.modality is Modality.FORECAST and draft.kind is Kind.FACT and draft.measure == "share_of_gdp"
    return (
        foretold
        and draft.subject == one.subject
        and bool(one.period)
        and one.period != draft.period
        and one.kind is Kind.PROMISE
        and draft.first <= one.focus[0] < draft.last
    )


def _counted(draft: Draft, one: Draft) -> bool:
    """`Eighteen countries on the eastern flank meet the target`: so many of them, and not the group."""
    counts = one.measure == "allies_at_guideline" and one.first < draft.first < one.last
    return counts and draft.measure == "share_of_gdp" and len(draft.subject) == 1 and draft.subject[0] in GROUPS


def _again(draft: Draft, one: Draft) -> bool:
    """Whether two families have read the same words as the same thing."""
    return draft.measure == one.measure != "rank" and draft.focus[0] < one.focus[1] and one.focus[0] < draft.focus[1]
