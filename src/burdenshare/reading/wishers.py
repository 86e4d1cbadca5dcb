"""Shares that an ally wishes of others: `the US wants 5 percent from every ally` is no plan of the US."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.voice_words import voice_words

_BETWEEN = 3
"""Words between the ally and the verb of wishing (`the US now also wants`)."""
_MEASURES = frozenset({"guideline", "share_of_gdp", "expenditure_growth"})


def of_those_asked(context: Context, draft: Draft) -> Draft:
    """The draft with the alliance as its owner where the ally in front only wishes it, or opposes an exemption."""
    if len(draft.subject) != 1 or draft.measure not in _MEASURES or draft.ours:
        return draft
    lows, at = context.parsed.lows, context.quantity.first
    owner = next((s for s in reversed(context.parsed.subjects) if s.last <= at and s.entity == draft.subject[0]), None)
    if owner is None or len(owner.entity) != 3 or owner.entity == "EUR":
        return draft
    if draft.kind is Kind.PROMISE and _left_out_of_all(lows, owner.first):
        return replaced(draft, subject=("NATO",), likely=True)  # "all allies but Spain will spend 5 %"
    if owner.entity == "USA" and draft.kind is Kind.PROMISE and _in_a_title(context, owner):
        return _asked(draft)  # "US President Trump, who called for 5 %": of the allies, whoever is not named
    if lows[context.quantity.core[1] : context.quantity.core[1] + 2] in _DEMANDED_BY:
        return _asked(draft)  # "the headline 5 % demanded by Trump"
    verb = next((i for i in range(owner.last, min(at, owner.last + _BETWEEN)) if lows[i] in _verbs()), None)
    if owner.entity == "USA" and draft.kind is Kind.PROMISE and _asks_for_it(context, owner.last):
        return _asked(draft)
    if verb is None or context.other_quantity_between(verb, at):
        return draft  # "asked for $850 billion, about 3 % of GDP"
    insists = lows[verb] in _INSISTING and lows[verb + 1] == "on" and _OWN.isdisjoint(lows[verb:at])
    if owner.entity == "USA" and insists:
        return _asked(draft)  # "the US insists on raising defence spending to 5 %"
    if "to" in lows[verb:at] or any(s.first > verb and s.last <= at for s in context.parsed.subjects):
        return draft
    opposed = lows[verb] in voice_words("opposing")
    if opposed and _EXEMPTIONS.isdisjoint(lows[verb:at]):  # "Spain refused 5 %": nobody spends it
        return replaced(draft, modality=Modality.DENIAL) if draft.kind is Kind.FACT else draft
    if not opposed and not (owner.entity == "USA" or _from_others(lows[context.quantity.core[1] :])):
        return draft
    return _asked(draft)


def _asks_for_it(context: Context, start: int) -> bool:
    """`Washington expects a credible path to 5 percent`, `the White House is pushing for 5 percent`: what the United
    States asks for is asked of its allies, where no verb says that it would spend it itself."""
    lows, at = context.parsed.lows, context.quantity.first
    between = lows[start:at]
    if not _CLOSING.isdisjoint(between) or context.other_quantity_between(start, at):
        return False
    if between[-1:] == ["for"]:
        return bool(between[-2:-1]) and between[-2] in voice_words("asking_for")
    wished = any(low in voice_words("wishing_of_others") for low in between[:_BETWEEN])
    return wished and between[-1:] == ["to"] and not voice_words("ways_to_it").isdisjoint(between[-_WAY:-1])


def _left_out_of_all(lows: list[str], first: int) -> bool:
    """Whether an excepting word stands right in front of somebody, and `all` or `every` before that."""
    at = first - 1
    while at > 0 and lows[at] in ("the", "for", "of", "from"):
        at -= 1
    return at > 0 and lows[at] in word_list("excepting") and not _ALL.isdisjoint(lows[:at])


_ALL = frozenset({"all", "every", "each", "everyone", "everybody"})
_INSISTING = frozenset({"insist", "insists", "insisted", "insisting"})
_OWN = frozenset({"its", "own", "our", "his"})
_CLOSING = frozenset({",", ";", ":", "—", "–"})
_WAY = 4
"""Words in front of the figure in which the way to it is named (`a path towards and up to`)."""


def _in_a_title(context: Context, owner: SubjectMention) -> bool:
    """Whether a country is named only by what its official is called."""
    parsed, at = context.parsed, context.quantity.first
    held = [(t.first, t.last) for t in parsed.titles] + [(p.first, p.last) for p in parsed.persons]
    named = [s for s in parsed.subjects if s.last <= at and s.entity == owner.entity and s.kind != "pronoun"]
    return all(any(a <= s.first < b or s.last == a for a, b in held) for s in named)


def _asked(draft: Draft) -> Draft:
    plan = replaced(
        draft, kind=Kind.PROMISE, measure="guideline", modality=Modality.DEMAND, subject=("NATO",), likely=True
    )
    return plan if draft.kind is Kind.PROMISE else replaced(plan, period="", period_from="")


_DEMANDED_BY = (["demanded", "by"], ["sought", "by"], ["proposed", "by"], ["requested", "by"])
_EXEMPTIONS = frozenset({"exemption", "exemptions", "exception", "exceptions", "opt-out", "deviation", "departure"})
_OTHERS = frozenset(
    {"ally", "allies", "members", "member", "partners", "europeans", "europe", "nato", "others", "everyone"}
)


def _verbs() -> frozenset[str]:
    return voice_words("wishing_of_others") | voice_words("opposing")


def _from_others(behind: list[str]) -> bool:
    """`… from every ally`, `… of its European partners`."""
    near = behind[:9]
    at = next((i for i, low in enumerate(near) if low in ("from", "by", "across")), None)
    return at is not None and not _OTHERS.isdisjoint(near[at:])
