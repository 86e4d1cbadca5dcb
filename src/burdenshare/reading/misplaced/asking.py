"""A net under all rules of figures, asked once of each: whether its own words give it to another, or leave a part out.
What is surely another's is left; what may be is likely."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.hesitations import hesitant
from burdenshare.reading.misplaced.beside_names import (
    joined_to_a_group,
    like_one,
    of_an_unnamed_other,
    of_its_neighbours,
    with_the_largest_army,
)
from burdenshare.reading.misplaced.counted import (
    already_there,
    at_two_lines,
    counted_in_front,
    do_the_same,
    for_each,
    in_days_to_come,
    of_some_only,
    of_the_budget,
    some_of_a_group,
)
from burdenshare.reading.misplaced.help import given_to_ukraine, made_up_for, no_sum_so_far, spent_on_defence, withheld
from burdenshare.reading.misplaced.incomes import of_an_income_unlike_gdp
from burdenshare.reading.misplaced.infinitives import (
    denied_by_somebody,
    gone_by_then,
    no_longer,
    once_planned,
    said_of_now,
    spends_now,
    willing_to,
)
from burdenshare.reading.misplaced.on_top import on_top_of_what_is, told_otherwise_before
from burdenshare.reading.misplaced.others_figures import (
    in_another_place,
    in_one_list,
    of_its_economy,
    of_one_member,
    of_one_of_two_regions,
    of_the_one_behind,
    of_the_possessive_beside,
    of_what_another_has,
    part_of_anothers,
    right_behind_its_owner,
    told_of_a_place,
)
from burdenshare.reading.misplaced.outsiders import shared_with_an_outsider
from burdenshare.reading.misplaced.parted import left_out, of_money_on_top, of_pensions_alone, would_be
from burdenshare.reading.misplaced.parts_of_all import of_a_part_of_all
from burdenshare.reading.misplaced.rows import labelled_otherwise, two_in_a_row, year_in_a_bracket
from burdenshare.reading.misplaced.supposed import supposed
from burdenshare.reading.misplaced.times import (
    as_its_pair,
    as_once_planned,
    carried_from_a_likely,
    due_in_front,
    from_here_to_there,
    left_behind,
    long_at,
    of_a_year_told_by_words,
    of_other_data,
    of_then,
    of_what_it_came_after,
    when_it_was,
)
from burdenshare.reading.misplaced.unreal_counts import of_europeans, told_of_themselves, unreal_count
from burdenshare.reading.misplaced.verbs import (
    a_level_reached,
    as_another_did,
    asked_of_others,
    behind_a_modal,
    beside_defence,
    budgeted,
    found_somewhere,
    moved_by,
    nearly_done,
    short_by,
    stands_at,
    told_by_the_alliance,
    would_do_something,
)
from burdenshare.reading.model import OF_INCOME, Kind, Modality
from burdenshare.reading.model import ON_TOP as RISE
from burdenshare.reading.replacing import replaced

BESIDE = "not understood: what somebody is held against, and another's figure"
TOLD = "not understood: a figure that NATO tells of somebody, and not its own"
FROM_TO = "not understood: where a share stands and where it is to go"
STANDING = "not understood: where somebody stands, beside a plan"
AMONG = "not understood: a count of some of the allies, or of what stands in front"
TO_COME = "not understood: troops that are to be, and none of now"
ONE_OF = "not understood: one of a group, whom the words do not name"
SHARED = "not understood: a sum that a country outside the alliance has a part in"
LISTED = "not understood: a list of numbers for a list of countries"
INCOME = "not understood: a share of gross national income, which is far from GDP there"
COUNTED = "not understood: what countries that are counted spend, and no figure of their group"
EACH = "not understood: a number for each of several"
DENIED = "not understood: a claim that somebody denies"
NO_LONGER = "not understood: what is not or no longer spent"
ONCE = "not understood: what was once to be, or is asked or supposed"
SHORT = "not understood: a gap or a change, and no share that is spent"
GIVEN = "not understood: a share that is given to Ukraine, and not spent on defence"
WITHHELD = "not understood: help that was withheld, and given by nobody"
OWN = "not understood: what somebody spends on its own defence, beside help for others"
BUDGET = "not understood: a part of all that a state spends, and not of GDP"
LEVEL = "not understood: a level that is reached, and no growth"
ON_TOP = "not understood: a part of money on top, and not of all that is spent"
SUPPOSED = "not understood: what would be if something were left out, and no promise"


_DOUBTS = (
    of_what_another_has,
    year_in_a_bracket,
    carried_from_a_likely,
    at_two_lines,
    behind_a_modal,
    as_another_did,
    left_out,
    long_at,
    left_behind,
    of_one_of_two_regions,
    of_other_data,
    budgeted,
    found_somewhere,
    of_pensions_alone,
    told_of_themselves,
    of_europeans,
    nearly_done,
    no_sum_so_far,
    beside_defence,
    in_another_place,
    joined_to_a_group,
    like_one,
    told_otherwise_before,
)


def placed(context: Context, draft: Draft) -> Draft | str:
    """The figure as it may be told: as it is, likely, or the reason why it is left."""
    if draft.kind is Kind.PROMISE:
        draft = gone_by_then(context, spends_now(context, said_of_now(context, draft)))
    if draft.kind is Kind.FACT:
        draft = willing_to(context, draft)
    if draft.kind is Kind.FACT and denied_by_somebody(context, draft):
        return DENIED
    if shared_with_an_outsider(context, draft):
        return SHARED
    if no_longer(context, draft):
        return NO_LONGER
    if made_up_for(context, draft):
        return BESIDE
    if of_an_income_unlike_gdp(context, draft):
        return replaced(draft, likely=True, note=OF_INCOME) if draft.kind is Kind.PROMISE else INCOME
    if draft.kind is Kind.PROMISE:
        if stands_at(context, draft):
            return STANDING
        if on_top_of_what_is(context, draft):
            return replaced(draft, likely=True, note=RISE)
        if short_by(context, draft):
            return SHORT
        if once_planned(context, draft):
            return replaced(draft, likely=True)
        if already_there(context, draft):
            return replaced(draft, kind=Kind.FACT, likely=True, period="", period_from="")
        if asked_of_others(context, draft) or no_sum_so_far(context, draft):
            return replaced(draft, likely=True)
        return SUPPOSED if would_be(context, draft) else draft
    told = hesitant(context.parsed, draft)
    return _placed(context, told) if isinstance(told, Draft) and told.kind is Kind.FACT else told


def _placed(context: Context, draft: Draft) -> Draft | str:
    if of_the_one_behind(context, draft):
        return BESIDE
    placed_in = told_of_a_place(context, draft) or of_the_possessive_beside(context, draft)
    if placed_in:
        return replaced(draft, subject=(placed_in,), likely=True)
    if of_one_member(context, draft):
        return ONE_OF
    if (
        of_its_neighbours(context, draft)
        or of_an_unnamed_other(context, draft)
        or with_the_largest_army(context, draft)
    ):
        return BESIDE
    if right_behind_its_owner(context, draft) or part_of_anothers(context, draft) or of_its_economy(context, draft):
        return BESIDE
    if in_days_to_come(context, draft):
        return TO_COME
    if of_some_only(context, draft) or do_the_same(context, draft):
        return AMONG
    if withheld(context, draft):
        return WITHHELD
    if given_to_ukraine(context, draft):
        return GIVEN
    if spent_on_defence(context, draft):
        return OWN
    if would_do_something(context, draft):
        return ONCE
    if moved_by(context, draft) or short_by(context, draft):
        return SHORT
    if supposed(context, draft) or once_planned(context, draft) or unreal_count(context, draft):
        return ONCE
    if of_the_budget(context, draft):
        return BUDGET
    if a_level_reached(context, draft):
        return LEVEL
    if told_by_the_alliance(context, draft):
        return TOLD
    if from_here_to_there(context, draft):
        return FROM_TO
    if labelled_otherwise(context, draft) or in_one_list(context, draft) or two_in_a_row(context, draft):
        return LISTED
    if counted_in_front(context, draft) or some_of_a_group(context, draft):
        return COUNTED
    if of_a_part_of_all(context, draft):
        return COUNTED
    if for_each(context, draft):
        return EACH
    if of_money_on_top(context, draft):
        return ON_TOP
    if (
        of_then(context, draft)
        or of_what_it_came_after(context, draft)
        or as_once_planned(context, draft)
        or of_a_year_told_by_words(context, draft)
        or when_it_was(context, draft)
    ):
        return replaced(draft, likely=True, period="", period_from="")
    due = due_in_front(context, draft)
    if due:
        return replaced(draft, kind=Kind.PROMISE, likely=True, period=due, period_from="due")
    if as_its_pair(context, draft):
        draft = replaced(draft, modality=Modality.FORECAST)
    doubtful = any(doubt(context, draft) for doubt in _DOUBTS)
    return replaced(draft, likely=True) if doubtful else draft
