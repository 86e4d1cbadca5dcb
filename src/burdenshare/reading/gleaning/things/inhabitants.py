"""How many people live in a country."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, Thing
from burdenshare.reading.gleaning.things.owning import Owner, bearers, owner_of
from burdenshare.reading.gleaning.things.telling import told
from burdenshare.reading.model import Kind, Modality

_LEAST = 300_000
"""The smallest ally (Iceland) has more inhabitants than this."""


def inhabitants_gleaned(look: Look, thing: Thing) -> Draft | None:
    """`343 million inhabitants`, `a country of 624,000 souls`, `its 10.6 million people`, `population 1.3 million`."""
    if look.context.quantity.value.central < _LEAST or look.has("no_people") or thing.added:
        return None
    if thing.kind == "people" and not _a_whole_country(look):
        return None
    owner = _whose(look, thing)
    if owner is None or not owner.entities:
        return None
    draft = told(look, thing, owner, "population", "persons")
    if draft.period_from == "due":
        return None
    return replace(draft, kind=Kind.FACT, modality=Modality.FACT)


def peoples_gleaned(look: Look) -> Draft | None:
    """`340 million Americans`, `there are 140 million Russians`: the people itself is counted."""
    context = look.context
    q, tokens = context.quantity, context.parsed.tokens
    if q.value.central < _LEAST or look.has("no_people") or look.has("lost"):
        return None
    people = next((s for s in context.parsed.subjects if s.first == q.core[1] and s.kind != "adjective"), None)
    if people is None or people.entity not in bearers(context) or tokens[people.last - 1].low[-1:] not in "sehn":
        return None
    if people.kind != "demonym" and tokens[people.last - 1].low not in ("europeans", "canadians"):
        return None
    stops = (
        people.last >= len(tokens)
        or tokens[people.last].kind == "mark"
        or tokens[people.last].low in ("and", "to", "are", "can")
    )
    if not stops:
        return None
    thing = Thing("inhabitants", "persons", people.first, people.last)
    return told(look, thing, Owner((people.entity,), q.first, open=bool(people.open)), "population", "persons")


def _a_whole_country(look: Look) -> bool:
    """`people` are inhabitants only of `its`, `with`, `a country of`, `has`, `home to`."""
    front = look.context.before(2)
    if look.has("country_of", look.context.quantity.first - 3, look.context.quantity.first):
        return True
    verb = front[-1:] in (["has"], ["with"], ["its"], ["have"], ["defends"], ["protects"])
    first = look.context.quantity.first
    owned = first > 0 and look.context.parsed.tokens[first - 1].possessive
    following = look.context.parsed.tokens[look.thing.last : look.thing.last + 1] if look.thing else []
    whole = not following or following[0].kind == "mark" or following[0].low in ("and", "pay", "spends", "pays")
    return (verb or owned) and whole


def _whose(look: Look, thing: Thing) -> Owner | None:
    """The country: in front, or, where the figure opens the sentence, the subject behind the comma."""
    context = look.context
    q = context.quantity
    if q.first <= 1:
        behind = next((s for s in context.parsed.subjects if s.first >= thing.last and s.names_a_body), None)
        named = behind is not None and behind.entity in bearers(context)
        return Owner((behind.entity,), q.first, sure=False) if behind is not None and named else None
    owner = owner_of(look, thing)
    if owner is None and look.has("country_of") and context.previous is not None:
        said = {s.entity for s in context.previous.subjects if len(s.entity) == 3 and s.names_a_body}
        return Owner((said.pop(),), q.first, sure=False) if len(said) == 1 else None
    return owner
