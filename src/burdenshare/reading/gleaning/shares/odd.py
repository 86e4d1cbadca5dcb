"""Shares no alliance has agreed on: `a joint 2.27% of GDP` is where a group stands, `2.1%` some ally's own plan."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.bearers import ALLIANCE, bears
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.indirect import by_person
from burdenshare.reading.gleaning.shares.owners import clause_owner
from burdenshare.reading.gleaning.shares.times import year_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import When

SPOKEN_OF = frozenset({1.5, 2.0, 2.5, 3.0, 3.5, 3.6, 3.7, 4.0, 4.5, 5.0})
"""Shares of GDP that were agreed on, proposed or demanded of the whole alliance."""
_PRINTED = 0.05
"""A share printed to hundredths is a statistic or some ally's plan; targets of all have one decimal at most."""
_EXPECTED = frozenset({"expected", "projected", "forecast", "estimated", "should", "will", "would", "set", "bring"})
_MANNER = frozenset({"with", "under", "to", "in"})
_ASKED = frozenset({"agreed", "set", "asked", "requested", "demanded", "required", "wanted", "assigned"})
_US = frozenset({"we", "our", "we'll", "us"})


def not_the_alliances(figure: Figure, draft: Draft) -> Draft | None:
    """A better draft of a target that was given to the alliance for want of an owner; None where it may stay.

    `draft.subject` empty means that nobody is left to own it.
    """
    if draft.kind is not Kind.PROMISE or not set(draft.subject) & ALLIANCE or draft.value is None:
        return None
    value = draft.value.central
    if value in SPOKEN_OF or figure.context.quantity.rule == "range" or _called_a_target(figure):
        return None
    owner = clause_owner(figure)
    group = owner is not None and bool(set(owner.entities) & ALLIANCE) and not _in_passing(figure, owner.first)
    if group and owner is not None and figure.context.quantity.number.step < _PRINTED:
        plain = figure.context.subject()
        named = plain is not None and bool(set(plain.entities) & ALLIANCE) and not plain.carried
        return _level(figure, draft, plain.entities if plain is not None and named else owner.entities)
    if group or draft.ours:
        return replace(draft, likely=True)
    if _US & {t.low for t in figure.context.parsed.tokens[figure.clause[0] : figure.first]}:
        return replace(draft, subject=(), ours=True, likely=True)
    return replace(draft, subject=_somebodys(figure), likely=True)


def _somebodys(figure: Figure) -> tuple[str, ...]:
    """The person or ally in front, the office of who tells it, or the country the text speaks of."""
    person = by_person(figure)
    if person is not None:
        return person.entities
    opener = next((s for s in figure.context.parsed.subjects if s.kind != "pronoun"), None)
    allies = figure.context.calendar.allies
    if opener is not None and opener.first <= 1 and opener.entity in allies and bears(figure, opener):
        return (opener.entity,)
    topic = figure.context.topic
    named = {t.entity for t in figure.context.parsed.titles if t.entity in allies}
    country = named.pop() if len(named) == 1 else topic.country or topic.home
    return (country,) if country else ()


def _called_a_target(figure: Figure) -> bool:
    """`a target of 2.2 percent`: whatever it is worth, the words call it a goal."""
    parsed, end = figure.context.parsed, figure.end
    near = parsed.cues.spans("target", max(figure.clause[0], figure.first - 3), end + 3)
    return any(start >= end or last <= figure.first for start, last in near)


def _in_passing(figure: Figure, at: int) -> bool:
    """`agreed with NATO`, `under the NATO definitions`, `Alliance-requested`: named, and not as the owner."""
    tokens = figure.context.parsed.tokens
    before = tokens[at - 1].low if at else ""
    at -= before == "the"
    before = tokens[at - 1].low if at else ""
    asked = before in ("by", "of") and at > 1 and tokens[at - 2].low in _ASKED
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return before in _MANNER or asked or behind == "-"


def _level(figure: Figure, draft: Draft, entities: tuple[str, ...]) -> Draft:
    """Where a group stands or is expected to stand this year."""
    when = year_of(figure)
    on = figure.context.calendar.on
    newest = str(figure.context.calendar.newest_year or "")
    low = figure.clause[0]
    ahead = bool(_EXPECTED & {t.low for t in figure.context.parsed.tokens[low : figure.first]})
    first, last = figure.segment
    own = when.mention is not None and first <= when.mention.first and when.mention.last <= last
    dated = own or (when.mention is not None and when.mention.last <= figure.first)
    if not dated or not when.value.isdecimal() or (on is not None and int(when.value) > on.year):
        when = When(str(on.year) if ahead and on is not None else newest, "now")
    return replace(
        draft,
        kind=Kind.FACT,
        measure="share_of_gdp",
        subject=entities,
        period=when.value,
        period_from=when.source,
        modality=Modality.FORECAST if ahead else Modality.FACT,
        likely=True,
        note="",
    )
