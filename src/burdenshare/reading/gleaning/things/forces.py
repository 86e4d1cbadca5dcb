"""Soldiers: all the forces of a country, those it has abroad, and those that are said to be needed."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, Thing, marks_in
from burdenshare.reading.gleaning.things.owning import Owner, a_body, owner_of
from burdenshare.reading.gleaning.things.telling import needed, told
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.moved_levels import moved_to
from burdenshare.reading.tables import word_list

_LEAST_FORCE = 500
"""The smallest forces of an ally are of this order (Luxembourg about 900)."""
LEAST_OF_ALL = 1_000_000
"""All the forces of the alliance are some three million; a smaller number is no figure of theirs."""
_LEAST_TROOPS = 100
_PLACES = frozenset(
    {"in", "on", "across", "to", "into", "throughout", "around", "from", "for", "along", "inside", "at", "near"}
)


_CHANGES = frozenset({"increase", "rise", "drop", "fall", "reduction", "decrease", "cut", "surge", "boost", "shortage"})


_MOST_TROOPS = 1e8
"""Nobody has that many: `250 billion will go to the military with 50 billion for civil defence` is money."""


def soldiers_gleaned(look: Look, thing: Thing) -> Draft | None:
    """A number of people in uniform."""
    if (
        not _LEAST_TROOPS <= look.context.quantity.value.central < _MOST_TROOPS
        or _lost(look, thing)
        or look.before("unsure")
    ):
        return None
    if _supposed(look.context):
        return None
    if look.context.before(2)[-1:] == ["of"] and look.context.before(2)[:1] and look.context.before(2)[0] in _CHANGES:
        return None  # "an increase of about 20,000 troops": by how many, not how many
    owner = _owner(look, thing) or _of_the_text(look, thing)
    if owner is None or (owner.entities == ("NATO",) and owner.first >= look.context.quantity.core[1]):
        return None  # "70,000 troops spread across the territory of NATO allies": whose they are is not told
    if thing.added or look.context.after(1) in (["more"], ["fewer"], ["extra"], ["additional"]):
        return needed(told(look, thing, owner, "requirement", "persons")) if look.before("needing") else None
    if look.has("leaving") or look.has("homeward", thing.last):
        return _leaving(look, thing, owner)
    if _abroad(look, thing, owner):
        return told(look, thing, owner, "troops", "persons")
    if look.context.quantity.value.central < _LEAST_FORCE:
        return None
    if look.before("needing"):
        return needed(told(look, thing, owner, "requirement", "persons"))
    if not _all_of_them(look, thing, owner) or _of_a_unit(look.context):
        return None
    return told(look, thing, owner, "military_personnel", "persons")


def _of_a_unit(context: Context) -> bool:
    """`each US Army brigade has 3,500 soldiers`: the strength of a unit, and not of the forces."""
    return not _UNITS.isdisjoint(context.parsed.lows[context.bounds[0] : context.quantity.first])


_UNITS = word_list("units_of_forces")


def _supposed(context: Context) -> bool:
    """`would have had 225,000 soldiers today`; not `would have to find`."""
    front = context.parsed.text(context.bounds[0], context.quantity.first)
    return "would have" in front and "would have to" not in front


def _of_the_text(look: Look, thing: Thing) -> Owner | None:
    """`85,000 American soldiers serve in Europe. About 1,000 in Romania will stay`: whose troops the text told last."""
    context, back = look.context, look.context.previous
    if back is None or not thing.behind or thing.carried is not None or look.before("hosting"):
        return None
    if context.parsed.text(thing.last, thing.last + 1) == "from":
        return None
    if not (look.has("abroad") or look.has("leaving") or look.has("homeward")):
        return None
    nouns = {first for first, _ in marks_in(back).get("soldiers", ())}
    owners = {s.entity for s in back.subjects if s.last in nouns and a_body(context, s)}
    if not owners and context.parsed.sentence.block == context.topic.block and len(context.topic.subject) == 1:
        owners = {one for one in context.topic.subject if len(one) == 3 and one != "EUR"}
        named = {s.entity for s in context.parsed.subjects if s.kind not in ("pronoun", "adjective", "demonym")}
        owners = set() if owners & named else owners  # "85,000 stationed in Italy", in a text on Italy: not its own
    return Owner((owners.pop(),), context.quantity.first, sure=False) if len(owners) == 1 else None


def _lost(look: Look, thing: Thing) -> bool:
    """A word for losses, training or a part, between the figure before and the figure behind."""
    q = look.context.quantity
    low, high = look.context.bounds
    others = [one for one in look.context.parsed.quantities if not one.unit and one.value.central >= 500]
    first = max([low, *(one.core[1] + 2 for one in others if one.core[1] <= q.first)])
    last = min([high, max(thing.last, q.core[1]) + 5, *(one.first for one in others if one.first >= q.core[1])])
    said = [span for span in look.marks.get("lost", ()) if first <= span[0] and span[1] <= last]
    return any(not (q.core[1] <= start and end <= thing.first) for start, end in said)


def _owner(look: Look, thing: Thing) -> Owner | None:
    """Whose soldiers; of those that `we` have in a named country, the country; of those who leave, the speaker's."""
    owner = _served(look, thing) or owner_of(look, thing)
    between = owner is not None and thing.behind and look.context.quantity.core[1] < thing.first
    if look.before("hosting") and not (between and owner is not None and owner.first == look.context.quantity.first):
        return None  # "Latvia hosts a brigade of 3,500 soldiers": whose they are is not told
    if _from_many(look, thing):
        return None
    if _from_members(look, thing):
        return Owner(("NATO",), look.context.quantity.first, sure=False)
    if owner is None and look.has("leaving"):
        return Owner((), look.context.quantity.first, sure=False, ours=True)
    of_us = thing.carried is not None and any(t.low == "we" for t in look.context.parsed.tokens)
    if owner is not None and ((not owner.entities and owner.ours) or of_us):
        end = look.context.quantity.core[1]
        at = next(
            (s for s in look.context.parsed.subjects if end <= s.first <= end + 5 and a_body(look.context, s)), None
        )
        return owner if at is None else Owner((at.entity,), owner.first, sure=False)
    return owner


def _from_many(look: Look, thing: Thing) -> bool:
    """`1,700 troops from 11 countries`: nobody's own."""
    return (
        thing.behind
        and look.context.parsed.text(thing.last, thing.last + 1) == "from"
        and any(q.first == thing.last + 1 for q in look.context.parsed.quantities)
    )


def _from_members(look: Look, thing: Thing) -> bool:
    """`18,000 military personnel from member countries are engaged in NATO missions`: the alliance's as a whole."""
    behind = look.context.parsed.text(thing.last, thing.last + 4).split()
    return behind[:1] == ["from"] and bool({"member", "members", "allied", "allies"} & set(behind[1:]))


def _leaving(look: Look, thing: Thing, owner: Owner) -> Draft | None:
    """`is withdrawing nearly 12,000 of the 36,000`: those who go are planned, those who are there are a fact."""
    draft = told(look, thing, owner, "troops", "persons")
    if look.context.before(2)[-2:] in (["of", "the"], ["of", "its"]):
        return replace(draft, kind=Kind.FACT, modality=Modality.FACT)
    return replace(draft, kind=Kind.PROMISE)


def _abroad(look: Look, thing: Thing, owner: Owner) -> bool:
    """Stationed outside the owner's country: a verb of stationing, a place behind the noun, or the figure before."""
    if thing.carried is not None and thing.carried.measure == "military_personnel" and not look.has("abroad"):
        return False  # "280,000 wartime soldiers in Finland and 88,000 in Sweden"
    if thing.carried is not None and thing.carried.measure == "troops":
        back = look.context.before(1) == ["to"]  # "to cut the 36,000-strong contingent to 25,000"
        return back or thing.carried.kind is Kind.PROMISE or thing.carried.modality is not Modality.PLEDGE
    end = look.context.quantity.core[1]
    low, high = look.context.bounds
    reach = min(high, max(thing.last, end) + 8)
    if _serving_in(look, thing) is not None:
        return False
    if look.has("abroad", max(low, look.context.quantity.first - 8), reach):
        return True
    if look.context.parsed.tokens[low].low == "where" or _where_they_are(look, owner):
        return True
    tokens = look.context.parsed.tokens
    start = thing.last if thing.behind else min(thing.last, end)
    headed = not thing.behind and thing.carried is None and thing.last > thing.first
    last = end if headed else max(thing.last, end) + 5  # "the army of 880,000 is the best in Europe"
    for s in look.context.parsed.subjects:
        if not start < s.first <= last or s.kind == "pronoun" or s.entity in (*owner.entities, "NATO"):
            continue
        if look.context.other_quantity_between(end, s.first):
            break
        gap = [t.text for t in tokens[max(start, s.first - 3) : s.first]]
        if set(gap) & {";", ",", ":"}:
            continue
        if set(gap) & _PLACES and "than" not in gap and "," not in gap and s.kind != "adjective":
            return True
        if (
            s.kind == "adjective"
            and tokens[s.last : s.last + 1]
            and tokens[s.last].low in ("soil", "territory", "bases")
        ):
            return True
    return False


def _where_they_are(look: Look, owner: Owner) -> bool:
    """`US forces in Germany number 35,000 soldiers`: another country right behind the noun, in front of the number."""
    context = look.context
    low, first, lows = context.bounds[0], context.quantity.first, context.parsed.lows
    return any(
        low < s.first - 1
        and s.last <= first
        and s.entity not in (*owner.entities, "NATO")
        and s.names_a_body
        and lows[s.first - 1] in ("in", "across")
        and lows[s.first - 2] in _THERE
        and context.bounds[0] <= owner.first < s.first
        for s in context.parsed.subjects
    )


_THERE = word_list("forces_somewhere")


def _all_of_them(look: Look, thing: Thing, owner: Owner) -> bool:
    """Only a verb of strength, an army as head, or a possessive in front tells all of a country's forces."""
    if look.has("mixed_units", 0, len(look.context.parsed.tokens)):
        return False  # "Latvia's battlegroup is the largest with 1,887 troops"
    small = owner.entities == ("NATO",) and look.context.quantity.value.central < LEAST_OF_ALL
    if small or owner.entities == ("EU",):
        return False
    if thing.carried is not None:
        return thing.carried.measure == "military_personnel" and _same_story(look, owner)
    if not thing.behind:
        return _headed(look, thing)
    if _serving_in(look, thing) is not None:
        return True
    if thing.kind == "people":
        return look.before("army") or _army_spoken_of(look)
    if thing.first == thing.last:
        return True
    led = look.before("army") and look.context.before(1) in (["to"], ["of"], ["at"], ["with"], ["numbering"])
    return (
        led
        or look.strong
        or look.governed("strength")
        or look.has("strength_behind", thing.last)
        or _possessed(look)
        or _label(look)
    )


def _serving_in(look: Look, thing: Thing) -> tuple[int, int] | None:
    """The army of `6,800 men and women served in Slovenia's armed forces`, `soldiers active in the Polish army`."""
    verb = next((span for span in look.marks.get("serving", ()) if thing.last <= span[0] <= thing.last + 3), None)
    armies = look.marks.get("army", ()) if verb is not None else ()
    return next((span for span in armies if verb is not None and verb[1] <= span[0] <= verb[1] + 6), None)


def _served(look: Look, thing: Thing) -> Owner | None:
    """The country whose army it is: in front of the army's word, or behind `of`."""
    army = _serving_in(look, thing)
    if army is None:
        return None
    context = look.context
    for s in context.parsed.subjects:
        front = army[0] - 2 <= s.last - 1 < army[0]
        behind = s.first <= army[1] + 2 and s.first > army[1] and context.parsed.tokens[army[1]].low == "of"
        if (front or behind) and a_body(context, s):
            return Owner((s.entity,), context.quantity.first, open=bool(s.open))
    return None


def _army_spoken_of(look: Look) -> bool:
    """`Our army is small. It has 23,000 men and women.`"""
    back = look.context.previous
    if back is None or "army" not in [t.low for t in back.tokens]:
        return False
    return look.context.before(2)[:1] in (["it"], ["they"])


def _headed(look: Look, thing: Thing) -> bool:
    """`The army … to 73,000`, `an army of 76,000`, `Troops: 71,000`, `a wartime strength of 280,000`."""
    between = [t.low for t in look.context.parsed.tokens[thing.last : look.context.quantity.first]]
    if not between or between in (["from"], [":"], ["of"], ["at"], [",", "some"], [","], ["("]):
        return True
    if any(q.first >= thing.last and q.core[1] <= look.context.quantity.first for q in look.context.parsed.quantities):
        return False
    first = look.context.quantity.first
    linked = look.has("linking", max(thing.last, first - 3), first)
    return linked or look.has("strength", thing.last, first) or look.has("promising", thing.last, first)


def _same_story(look: Look, owner: Owner) -> bool:
    """A bare second figure: of another owner, or of the same one and then with a verb of strength or a plan."""
    context = look.context
    told_of = {e for d in context.earlier if d.measure == "military_personnel" for e in d.subject}
    if set(owner.entities) - told_of:
        return owner.sure or any(a_body(context, s) for s in context.parsed.subjects)
    return look.governed("strength") or look.before("promising") or moved_to(context) or _year_by_year(context)


def _year_by_year(context: Context) -> bool:
    """`had 455,900 soldiers in 2022 and 463,700 in 2023`: each number has its own year right behind it."""
    q, told = context.quantity, context.earlier[-1] if context.earlier else None
    if told is None or told.measure != "military_personnel" or context.before(1) not in (["and"], [","]):
        return False
    own = [p for p in context.parsed.periods if q.core[1] <= p.first <= q.core[1] + 1 and len(p.value) == 4]
    return bool(own) and told.period_from in ("explicit", "relative") and own[0].value != told.period


def _possessed(look: Look) -> bool:
    """`Montenegro's 2,000 soldiers`, `the newcomer's 2,000 soldiers`."""
    first = look.context.quantity.first
    return first > 0 and look.context.parsed.tokens[first - 1].possessive


def _label(look: Look) -> bool:
    """`Türkiye: ~435,000 active personnel`, `Vilnius: 4 per cent of GDP, 19k troops`: a profile in short."""
    tokens, parsed = look.context.parsed.tokens, look.context.parsed
    low = look.context.bounds[0]
    return low > 1 and tokens[low - 1].text == ":" and any(s.last == low - 1 for s in parsed.subjects)
