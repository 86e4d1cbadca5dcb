"""Shares of GDP that go to Ukraine: help, and no target for defence."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.owners import owner_of


def given_away(figure: Figure, draft: Draft) -> Draft | None:
    """`0.25% of GDP will go to help Ukraine`: aid, no target for defence."""
    words = figure.context.after(13)
    stop = next((i for i, word in enumerate(words) if word in (",", ";", "and", "while")), len(words))
    its_own = _of_its_defence(words)
    helped = {"ukraine", "kyiv", "kiev"} & set(words[:stop]) and _HELPING & set(words[:stop])
    if not its_own and (not helped or {"defence", "defense"} & set(words[:stop])):
        return None
    single = all(len(entity) == 3 for entity in draft.subject)
    owner = owner_of(figure) if not single else None
    home = {t.entity for t in figure.context.parsed.titles if t.entity in figure.context.calendar.allies}
    country = home.pop() if len(home) == 1 else figure.context.topic.country or figure.context.topic.home
    ours = draft.subject == ("NATO",) and country and "our" in words[:3]
    subject = owner.entities if owner is not None and owner.allies else (country,) if ours else draft.subject
    return replace(draft, measure="aid", note="% of GDP", subject=subject, likely=True)


def _of_its_defence(words: list[str]) -> bool:
    """`0.25 % of our GDP to support the security and defence of Ukraine`, `… to bolster Ukraine's defence`: the defence
    that is helped is another's."""
    at = next((i for i, word in enumerate(words) if word in ("ukraine", "kyiv", "kiev")), None)
    if at is None or not _STRENGTHENING & set(words[:at]) or {",", ";", "while"} & set(words[:at]):
        return False
    own = {"defence", "defense"} & set(words[:at])
    return words[at - 1] == "of" if own else True


_STRENGTHENING = frozenset({"support", "bolster", "strengthen", "boost", "help", "aid"})
_HELPING = frozenset({"help", "support", "aid", "assist", "assistance", "supporting", "helping", "for"})
