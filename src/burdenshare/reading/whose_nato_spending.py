"""`Rama said that NATO spending accounts for 1.76 % of the GDP`: what his own country spends, and not the alliance."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.replacing import replaced

_OUTLAYS = frozenset({"spending", "expenditure", "contributions", "contribution", "commitments"})
_OF_ALL = frozenset({"total", "all", "overall", "combined", "average", "members", "allies", "alliance", "alliance's"})


def of_the_speakers_country(context: Context, draft: Draft) -> Draft:
    """A share of the alliance's that the one person of the sentence, who governs an ally, tells of `NATO spending`."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or draft.subject != ("NATO",):
        return draft
    parsed = context.parsed
    named = [s for s in parsed.subjects if s.entity == "NATO"]
    if not named or not _OF_ALL.isdisjoint(parsed.words) or len(parsed.persons) != 1:
        return draft
    if any(s.last >= len(parsed.lows) or parsed.lows[s.last] not in _OUTLAYS or s.possessive for s in named):
        return draft
    homes = {context.calendar.serves(name) for name in parsed.persons[0].candidates}
    home = homes.pop() if len(homes) == 1 else ""
    return replaced(draft, subject=(home,), likely=True) if home in context.calendar.allies else draft
