"""What a share comes to in the budget that is being made: `spending will climb to 1.4 % of GDP next year` foretells
it, and sets no line."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_MOVES = word_list("moves_by_itself")
_PROMISING = word_list("promising_verbs")
_AHEAD = frozenset({"will", "to", "would", "should", "may", "might", "could"})
_REACH = 4
"""Words in front of the figure within which the verb stands."""
_BETWEEN = 12
"""Words in front of the figure within which a word of promising makes it somebody's plan all the same."""


def foreseen(parse: Parsed, draft: Draft, published: date | None) -> Draft:
    """The draft of a target as a forecast of the share, where it is due next year and a verb says that the share moves
    there by itself; whatever is further off, or that somebody does, stays a plan."""
    if draft.measure != "guideline" or draft.kind is not Kind.PROMISE or published is None or draft.ours:
        return draft
    if draft.period != str(published.year + 1) or draft.subject in (("NATO",), ()):
        return draft
    if draft.modality not in (Modality.FACT, Modality.PLEDGE, Modality.FORECAST, Modality.ESTIMATE):
        return draft
    first = draft.focus[0]
    front = parse.lows[max(0, first - _REACH) : first]
    verb = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _MOVES), 0)
    if not verb or front[-1] != "to" or _AHEAD.isdisjoint(front[:verb]) or front[verb - 1] == "the":
        return draft
    if not _PROMISING.isdisjoint(parse.lows[max(0, first - _BETWEEN) : first]):
        return draft
    return replaced(draft, measure="share_of_gdp", modality=Modality.FORECAST, rule="share that is foreseen")
