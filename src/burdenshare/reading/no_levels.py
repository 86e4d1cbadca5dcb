"""Shares read as spent or as a target that the words around make something else, each rule in its own module."""

from __future__ import annotations

from burdenshare.reading.advocated_targets import advocated
from burdenshare.reading.aimed_shares import end_of_a_move, for_a_purpose, line_that_moved, only_aimed_at
from burdenshare.reading.approved_shares import only_approved
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gone_levels import where_it_stands
from burdenshare.reading.ideas_of_shares import only_an_idea
from burdenshare.reading.needed_rises import only_needed_rise
from burdenshare.reading.needed_shares import only_needed
from burdenshare.reading.outcomes_of_plans import came_to
from burdenshare.reading.planned_then import only_foreseen
from burdenshare.reading.required_shares import spends_what_is_required
from burdenshare.reading.whose_nato_spending import of_the_speakers_country

_SHARES = ("share_of_gdp", "guideline")


def what_it_is(context: Context, draft: Draft) -> Draft:
    """The draft as an idea, a need, a decision, a line that is met or another one's share, where words tell so."""
    if draft.measure not in _SHARES:
        return only_needed_rise(context, draft)
    draft = where_it_stands(context, only_foreseen(context, came_to(context, draft)))
    decided = only_approved(context, only_an_idea(context, only_needed(context, draft)))
    decided = for_a_purpose(context, only_aimed_at(context, decided))
    decided = line_that_moved(context, end_of_a_move(context, decided))
    asked = advocated(context, spends_what_is_required(context, decided))
    return of_the_speakers_country(context, asked)
