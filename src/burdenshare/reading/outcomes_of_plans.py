"""What a plan came to: `originally planned at 4.2 % of GDP, came to 4.1 %`, read as planned by its first words."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.replacing import replaced

_OUTCOMES: tuple[list[str], ...] = (
    ["came", "to"],
    ["came", "in", "at"],
    ["amounted", "to"],
    ["ended", "at"],
    ["ended", "up", "at"],
)
_OUTCOMES += (["turned", "out", "at"], ["turned", "out", "to", "be"], ["stood", "at"], ["came", "out", "at"])


def came_to(context: Context, draft: Draft) -> Draft:
    """A share read as a target, right behind a verb of what came of it: spent, in the year that is told or in none."""
    if draft.kind is not Kind.PROMISE or draft.measure != "guideline" or len(draft.subject) != 1:
        return draft
    front = context.before(4)
    if not any(front[-len(words) :] == words for words in _OUTCOMES):
        return draft
    when = period_of(context)
    told = when.source in ("explicit", "relative")
    return replaced(
        draft,
        kind=Kind.FACT,
        measure="share_of_gdp",
        modality=Modality.FACT,
        period=when.value if told else "",
        period_from=when.source if told else "",
        likely=True,
    )
