"""Whose rise or part it is: an ally or group, or a country outside the alliance that is spoken of by name."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.found_subjects import Found, is_foreign
from burdenshare.reading.gleaning.home_purse import at_home
from burdenshare.reading.growth import carried_subject
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.office_raises import by_who_moved_it

_NO_BODY = frozenset({"AMBIGUOUS", "PRONOUN", "OTHER"})
_OURS = frozenset({"our", "we", "my"})


@quick
@dataclass(frozen=True, slots=True)
class Owner:
    """Who carries the figure; `sure` where the words of its own clause say so; `ours` where they say `our`."""

    found: Found
    sure: bool
    foreign: bool = False
    ours: bool = False


def owner_of(context: Context) -> Owner | None:
    """The owner of a figure; a country outside the alliance where the clause opens with it."""
    abroad = outsider(context)
    if abroad is not None:
        return Owner(Found((abroad.entity,), abroad.first, abroad.last), True, True)
    same = _of_the_sum_before(context)
    if same is not None:
        return same
    if _foreign_here(context):
        return None
    found = _joined(context.subject())
    if found is not None:
        low, high = context.bounds
        return Owner(found, low <= found.first < high and not found.carried)
    possessive = _possessive(context)
    if possessive is not None:
        return Owner(Found((possessive.entity,), possessive.first, possessive.last, possessive.open), True)
    group = next((s for s in context.parsed.subjects if s.entity == "EUR_CAN"), None)
    if group is not None:
        return Owner(Found((group.entity,), group.first, group.last, group.open), False)
    moved = by_who_moved_it(context)
    if moved is not None:
        return Owner(moved, False)
    if group_before(context):
        at = context.quantity.first
        return Owner(Found(("EUR_CAN",), at, at, carried=True), False)
    carried = carried_subject(context)
    if carried is not None:
        return Owner(carried, False)
    here = context.quantity.first
    if _ours(context):
        return Owner(Found((), here, here), False, ours=True)
    home = at_home(context) or _country_before(context)
    return Owner(home, False) if home is not None else None


def _country_before(context: Context) -> Found | None:
    """`Norway has a new plan for its forces. Defence spending will rise by 83 %`: nobody is named here, and the
    sentence before opened with one ally and named no other body."""
    before, ours = context.previous, context.calendar.bearers
    if before is None or before.sentence.block < context.parsed.sentence.block - 1:
        return None
    named = {s.entity for s in before.subjects if s.names_a_body and s.kind != "pronoun"}
    here = any(s.kind != "pronoun" for s in context.parsed.subjects)
    spent = context.cue_sentence("defence") and context.cue_sentence("spending")
    if here or not spent or len(named) != 1 or named != {context.topic.country} or not named <= ours:
        return None
    at = context.quantity.first
    return Found((context.topic.country,), at, at, carried=True)


_SUMS = frozenset({"expenditure", "military_expenditure", "expenditure_growth"})


def _of_the_sum_before(context: Context) -> Owner | None:
    """`Russia's spending reached $149 billion, up 38 % from 2023 and double that of 2015`: whose sum stands in front,
    with nobody named in between."""
    told = context.earlier[-1] if context.earlier else None
    if told is None or told.measure not in _SUMS or len(told.subject) != 1:
        return None
    first = context.quantity.first
    between = [s for s in context.parsed.subjects if told.focus[1] <= s.first and s.last <= first]
    if any(s.kind != "pronoun" for s in between) or told.subject[0] in context.calendar.bearers:
        return None
    return Owner(Found(told.subject, first, first, carried=True), False, foreign=True)


def _foreign_here(context: Context) -> bool:
    """A country outside the alliance may own the figure: not where an ally stands nearer in front of it, nor where the
    other only dates it (`the growth of 2021, before Russia launched its invasion`)."""
    if not context.foreign_body():
        return False
    ours, tokens, first = context.calendar.bearers, context.parsed.tokens, context.quantity.first
    abroad = [s for s in context.parsed.subjects if is_foreign(context.parsed, s, ours)]
    abroad = [s for s in abroad if not s.first or tokens[s.first - 1].low not in _DATING]
    near = [s for s in context.parsed.subjects if context.bounds[0] <= s.first and s.last <= first]
    own = [s.last for s in near if s.names_a_body and s.entity in ours]
    return any(s.last <= first and s.first >= own[-1] for s in abroad) if own else bool(abroad)


_DATING = frozenset({"before", "after", "since", "when", "until", "as"})


def group_before(context: Context) -> bool:
    """`… a rise in spending across Europe and Canada. This year we foresee an increase of 4.3 %`: the group whose
    rise the sentence before told."""
    before = context.previous
    if before is None or before.sentence.block < context.parsed.sentence.block - 1:
        return False
    risen = before.cues.has("growth") or "consecutive" in before.words
    told = risen and before.cues.has("spending") and not before.cues.has("economy")
    own = any(s.entity in context.calendar.allies for s in context.parsed.subjects)
    return told and not own and any(s.entity == "EUR_CAN" for s in before.subjects)


def _joined(found: Found | None) -> Found | None:
    """`NATO members in Europe and Canada` is one group, no list of two."""
    if found is not None and set(found.entities) == {"EUR", "CAN"}:
        return Found(("EUR_CAN",), found.first, found.last, found.open, found.carried)
    return found


def _ours(context: Context) -> bool:
    """`Our budget rises by 11 per cent`: the speaker's own country, where the record knows the speaker."""
    low, _ = context.bounds
    first = context.quantity.first
    named = any(s.entity in context.calendar.bearers for s in context.parsed.subjects if s.last <= first)
    return not named and bool(_OURS & {t.low for t in context.parsed.tokens[low:first]})


def _possessive(context: Context) -> SubjectMention | None:
    """`Latvia's has merely tripled`: the owner of a noun that was said before."""
    low, _ = context.bounds
    own = [s for s in context.parsed.subjects if low <= s.first and s.last <= context.quantity.first and s.possessive]
    return own[-1] if own and own[-1].entity in context.calendar.bearers else None


def outsider(context: Context) -> SubjectMention | None:
    """The country outside the alliance that is the nearest name in front of the figure, in its clause."""
    low, _ = context.bounds
    first = context.quantity.first
    left = [
        s
        for s in context.parsed.subjects
        if low <= s.first and s.last <= first and s.entity not in _NO_BODY and s.kind != "pronoun"
    ]
    if not left:
        return None
    last = left[-1]
    if any(a <= last.first < b and not a <= first < b for a, b in context.parsed.relatives):
        return None  # "The nation, which borders Russia, spends 3 percent"
    return last if is_outside(last, context.calendar.allies) and _opens(context, last) else None


def is_outside(subject: SubjectMention, allies: frozenset[str]) -> bool:
    """A country that is no ally, by name, capital or adjective."""
    return subject.entity not in allies | GROUPS | _NO_BODY and len(subject.entity) == 3 and subject.kind != "demonym"


_OBLIQUE = frozenset({"on", "against", "to", "for", "with", "from", "than", "near", "about", "over", "of"})


def _opens(context: Context, subject: SubjectMention) -> bool:
    before = context.parsed.tokens[subject.first - 1].low if subject.first else ""
    return before not in _OBLIQUE or (before == "of" and subject.possessive)
