"""Targets of all that one ally speaks up for: `Latvia backs an increase of the NATO guideline to 2.5 percent`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises_spoken_of import move_words
from burdenshare.reading.voice_words import voice_words

_REACH = 16
"""Tokens between the verb and the figure: `backs an increase in the minimum level of spending of members to`."""
_BETWEEN = 3
"""Tokens between the ally and its verb: `Estonia will also advocate`."""
_OWN = frozenset({"its", "their", "our", "his", "her", "own"})
_OF_ALL = frozenset({"nato", "nato's", "alliance", "alliance's", "allied", "member", "members", "allies", "quota"})


def advocated(context: Context, draft: Draft) -> Draft:
    """A target that stands behind an ally's verb of backing and a rise: asked of the alliance, pledged by nobody."""
    if draft.kind is not Kind.PROMISE or draft.measure != "guideline" or draft.modality is Modality.DENIAL:
        return draft
    verbs = voice_words("advocating")
    if verbs.isdisjoint(context.parsed.words) or move_words().isdisjoint(context.parsed.words):
        return draft
    lows, first = context.parsed.lows, context.quantity.first
    at = next((i for i in range(first - 1, max(0, first - _REACH), -1) if lows[i] in verbs), None)
    if at is None or not _spoken_by_an_ally(context, at):
        return draft
    between = lows[at + 1 : first]
    aimed = not _OF_ALL.isdisjoint(between) or context.parsed.cues.has("target", at, first)
    if move_words().isdisjoint(between) or not _OWN.isdisjoint(between) or not aimed:
        return draft
    likely = draft.likely or draft.subject != ("NATO",)
    return replaced(draft, subject=("NATO",), modality=Modality.DEMAND, likely=likely, ours=False)


def _spoken_by_an_ally(context: Context, verb: int) -> bool:
    """Whether one ally, or `we` of a speaker, stands in front of the verb; leaders together decide what they back."""
    if context.parsed.lows[max(0, verb - _BETWEEN) : verb].count("we"):
        return True
    allies = context.calendar.allies
    return any(s.entity in allies and s.last <= verb <= s.last + _BETWEEN for s in context.parsed.subjects)
