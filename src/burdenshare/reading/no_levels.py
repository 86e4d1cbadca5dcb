"""Shares read as spent or as a target that the words around make something else, each rule in its own module."""

from __future__ import annotations

from burdenshare.reading.aimed_shares import end_of_a_move, for_a_purpose, line_that_moved, only_aimed_at
from burdenshare.reading.approved_shares import only_approved
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.ideas_of_shares import only_an_idea
from burdenshare.reading.required_shares import spends_what_is_required
from burdenshare.reading.whose_nato_spending import of_the_speakers_country

_SHARES = ("share_of_gdp", "guideline")


def what_it_is(context: Context, draft: Draft) -> Draft:
    """The draft as an idea, a decision, a line that is met or another one's share, where the words tell it is."""
    if draft.measure not in _SHARES:
        return draft
    decided = only_aimed_at(context, only_approved(context, only_an_idea(context, draft)))
    decided = line_that_moved(context, end_of_a_move(context, for_a_purpose(context, decided)))
    return of_the_speakers_country(context, spends_what_is_required(context, decided))
