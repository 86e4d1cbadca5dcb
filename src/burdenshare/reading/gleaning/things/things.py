"""People, shells, warheads, inhabitants: counted things by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.clocks import years_gleaned
from burdenshare.reading.gleaning.things.counted import Look, rescaled
from burdenshare.reading.gleaning.things.forces import soldiers_gleaned
from burdenshare.reading.gleaning.things.hardware import hardware_gleaned
from burdenshare.reading.gleaning.things.inhabitants import inhabitants_gleaned, peoples_gleaned
from burdenshare.reading.gleaning.things.multiples import multiple_needed
from burdenshare.reading.gleaning.things.tours import serving_people
from burdenshare.reading.model import Modality

_UNTOLD = (Modality.DENIAL, Modality.HYPOTHETICAL)


def thing_gleaned(context: Context) -> Draft | None:
    """A number of people or things that the strict rules left."""
    if context.question() or context.quantity.number.kind in ("fraction", "ordinal"):
        return None
    if context.quantity.rule == "range" and "from" in context.before(2):
        return None  # "from about 182,000 to 260,000": two levels, not a span
    look = Look(rescaled(context))
    draft = multiple_needed(look) if context.quantity.unit == "times" else _counted(look)
    if (
        draft is None
        or context.modality() is Modality.DENIAL
        or _not_so(look.context)
        or (_if(context) and draft.measure != "reconstitution")
    ):
        return None
    return draft


def _if(context: Context) -> bool:
    """`if`, `were to`, `suppose`: nothing is told; `could` alone is ability (`can mobilise`)."""
    tokens = context.parsed.tokens[: context.quantity.first]
    return any(t.low in ("if", "suppose", "unless", "assuming", "imagine", "rated", "fake", "hoax") for t in tokens)


def _not_so(context: Context) -> bool:
    """`does not have 200,000 soldiers`, `denied that it had`: what is denied is not told."""
    tokens = context.parsed.tokens[context.bounds[0] : context.quantity.first]
    return any(t.low in ("not", "never", "denied", "denies", "deny") or t.low.endswith("n't") for t in tokens)


def _counted(look: Look) -> Draft | None:
    clock = years_gleaned(look)
    if clock is not None:
        return clock
    people = serving_people(look) or peoples_gleaned(look)
    if people is not None:
        return people
    thing = look.thing
    if thing is None:
        return None
    if thing.kind == "soldiers":
        return soldiers_gleaned(look, thing)
    if thing.kind == "people":
        return soldiers_gleaned(look, thing) or inhabitants_gleaned(look, thing)
    if thing.kind == "inhabitants":
        return inhabitants_gleaned(look, thing)
    return hardware_gleaned(look, thing)
