"""How strong an army is, by the strict rules: people in uniform behind `has`, `numbers` or `an army of`."""

from __future__ import annotations

from burdenshare.reading.bygone import bygone
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.model import Kind
from burdenshare.reading.moved_levels import moved_from
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.tables import word_list

ELSEWHERE = "not understood: where troops are, and not whose"


def personnel_draft(context: Context) -> Draft | str | None:
    """`an army of 300,000`, `has 1.3 million military personnel`; troops stationed abroad are `troops`."""
    q = context.quantity
    at = next(
        (start for start, _ in context.parsed.cues.hits.get("personnel", ()) if q.core[1] <= start <= q.core[1] + 4),
        None,
    )
    behind = _counted(context) or _listed(context)
    if (at is None and not behind) or q.unit or q.value.central < 1000:
        return None
    if not _whole_strength(context):
        return "not understood: a part of the forces, or what happened to them"
    if bygone(context):
        return "not understood: the strength of an army long ago"
    if at is not None and _noun_of_another(context, at):
        return "not understood: a part of the forces, or what happened to them"
    found = context.subject()
    found = _between(context, at) or found
    if found is not None and _a_place_of_ours(context, found):
        return ELSEWHERE
    if found is None or (at is None and found.entities == ("NATO",)) or _only_where(context, found):
        return "not understood: whose troops they are"
    if found.carried and at is not None and not _held_by_more(context):
        return "not understood: whose troops they are"  # "The headline figure is now 11,900 troops"
    measure = "troops" if _stationed(context, at, found.entities) else "military_personnel"
    when = moved_from(context) or period_of(context)
    if measure == "troops" and when.source in ("now", "assumed") and context.calendar.on is not None:
        when = When(str(context.calendar.on.year), "now")
    if measure == "military_personnel" and found.entities == ("NATO",) and q.value.central < _LEAST_OF_ALL:
        return "not understood: whose troops they are"
    ends = [stop for start, stop in context.parsed.cues.hits.get("personnel", ()) if start == at]
    kind = Kind.PROMISE if context.cue_before("future") else Kind.FACT
    on = context.calendar.on
    if kind is Kind.PROMISE:
        when = due_of(context)
    elif when.value[:4].isdecimal() and on is not None and int(when.value[:4]) > on.year:
        when = When(str(on.year), "now")  # "has 181,000 soldiers and wants to grow to 203,000 by 2031"
    holes = frozenset({"group"}) if found.open else frozenset()
    return Draft(
        min(found.first, q.first) if not found.carried else q.first,
        max(ends, default=q.last),
        (q.first, q.last),
        kind,
        measure,
        "strength of forces",
        found.entities,
        q.comparator,
        q.value,
        "persons",
        when.value,
        when.source,
        holes=holes,
        modality=context.modality(),
    )


def _a_place_of_ours(context: Context, found: Found) -> bool:
    """`We have 70,000 troops stationed in Europe`: where they are; whose, a pronoun tells."""
    lows, low, first = context.parsed.lows, context.bounds[0], context.quantity.first
    if found.first < context.quantity.core[1] or lows[found.first - 1] not in _PLACING:
        return False  # "181,000 soldiers serve in Germany's army" tells whose they are
    return not context.parsed.tokens[found.last - 1].possessive and not _WE.isdisjoint(lows[low:first])


def _noun_of_another(context: Context, noun: int) -> bool:
    """`can call up 43,000, hosts 1,000 British troops`: the noun belongs to the number behind the comma."""
    end = context.quantity.core[1]
    return "," in context.parsed.lows[end:noun] and context.other_quantity_between(end, noun)


def _only_where(context: Context, found: Found) -> bool:
    """`Washington has 90,000 troops on the continent`: what stands behind is the place, where another stands before;
    so is what stands behind `to` and `into` in front (`sent to Poland, with 8,500 on alert`)."""
    if found.first < context.quantity.core[1]:
        return found.first > 0 and context.parsed.tokens[found.first - 1].low in ("to", "into", "across")
    lows = context.parsed.lows
    if "(" in lows[context.quantity.core[1] : found.first] or ")" in lows[found.last : context.quantity.first]:
        return True  # "is now 11,900 troops (described by the Pentagon as …)": named in a remark of its own
    low = context.bounds[0]
    return any(
        s.entity in context.calendar.bearers
        and s.entity not in found.entities
        and low <= s.first < context.quantity.first
        for s in context.parsed.subjects
    )


_PLACING = frozenset({"in", "across", "throughout", "on", "around"})
_WE = frozenset({"we", "they", "you", "i", "he", "it"})
_HELD = word_list("strength_verbs")


def _between(context: Context, noun: int | None) -> Found | None:
    """`100,000 US troops`: the owner stands between number and noun."""
    first, last = context.quantity.core[1], noun if noun is not None else 0
    for s in context.parsed.subjects:
        if first <= s.first < last and s.entity in context.calendar.bearers:
            return Found((s.entity,), context.quantity.first, s.last)
    return None


_UNREAL = frozenset({"if", "not", "never", "denied", "denies", "deny", "imagine"})


def _unreal(context: Context) -> bool:
    """`does not have`, `denied that it had`, `if it had`: no strength is told."""
    tokens = context.parsed.tokens[context.bounds[0] : context.quantity.first]
    return any(t.low in _UNREAL or t.low.endswith("n't") for t in tokens)


_PARTS = word_list("parts_of_forces")
_MIXED = word_list("units_of_forces")
_COPULAS = frozenset({"is", "are", "was", "were", "with"})
_LEAST_OF_ALL = 1_000_000
"""The forces of all allies are some three million: a smaller number is not theirs as a whole."""


def _whole_strength(context: Context) -> bool:
    """Only `has`, `numbers`, `an army of` and the like tell the strength; not losses, drafts, parts and needs."""
    low, high = context.bounds
    words = {t.low for t in context.parsed.tokens[low:high]}
    if (
        context.question()
        or _unreal(context)
        or "would have" in context.parsed.text(low, context.quantity.first)
        or context.after(1) in (["more"], ["fewer"])
    ):
        return False
    if words & _PARTS or _MIXED & {t.low for t in context.parsed.tokens} or _guests(context):
        return False
    front = {t.low for t in context.parsed.tokens[low : context.quantity.first]}
    held = front & _HELD or words & (_HELD - _COPULAS)
    return bool(held) or _counted(context) or _listed(context)


def _held_by_more(context: Context) -> bool:
    """Whether more than a copula says that somebody has them."""
    words = set(context.parsed.lows[context.bounds[0] : context.quantity.first])
    return bool(words & (_HELD - _COPULAS)) or _counted(context) or _listed(context)


_FORCES = word_list("forces_somewhere")


def _guests(context: Context) -> bool:
    """`US forces in Germany number 35,000`, `Germany has 35,000 US soldiers`: those of one country in another."""
    lows, q = context.parsed.lows, context.quantity
    bearers = [s for s in context.parsed.subjects if s.entity in context.calendar.bearers and s.kind != "pronoun"]
    front = [s for s in bearers if context.bounds[0] <= s.first and s.last <= q.first]
    placed = any(s.first > 1 and lows[s.first - 1] in ("in", "across") and lows[s.first - 2] in _FORCES for s in front)
    theirs = [s for s in bearers if q.core[1] <= s.first <= q.core[1] + 1]
    if lows[q.first - 1 : q.first] and lows[q.first - 1] in _HOSTING:
        return True  # "Estonia has 7,700 soldiers and hosts 1,000 British troops"
    there = lows[max(0, q.first - 2) : q.first] == ["there", "are"]  # "In Poland there are 10,000 soldiers from …"
    return placed or there or any(s.entity != one.entity for s in theirs for one in front)


_HOSTING = frozenset({"host", "hosts", "hosted", "hosting", "houses"})


def _counted(context: Context) -> bool:
    """`an army of 300,000`, `armed forces numbering 71,000`: not `the military set a goal of 100,000 rounds`."""
    before = context.before(5)
    if set(before[-1:]) & _COUNTING:
        return _army_in(before)
    return before[-1:] == ["of"] and (_army_in(before[-2:]) or before[-2:-1] in (["strength"], ["size"], ["total"]))


def _army_in(words: list[str]) -> bool:
    return any(word in ("army", "forces", "military", "force") for word in words)


_COUNTING = frozenset({"number", "numbers", "numbering", "totalling", "totaling"})


def _listed(context: Context) -> bool:
    """`Germany has 186,000 troops, Italy 171,000 and France 205,000`: the noun was said of the first."""
    told = any(draft.measure == "military_personnel" for draft in context.earlier)
    owned = any(
        s.last == context.quantity.first and s.entity in context.calendar.allies for s in context.parsed.subjects
    )
    return told and owned


def _stationed(context: Context, noun: int | None, owners: tuple[str, ...]) -> bool:
    """`100,000 US troops in Europe`, `40,000 forces deployed to the east`: where they are, not how many there are."""
    if noun is None:
        return False
    tokens = context.parsed.tokens
    for s in context.parsed.subjects:
        if s.kind == "pronoun" or s.entity in owners:
            continue  # "has 355,000 troops on its payroll"
        gap = [t.low for t in tokens[noun + 1 : s.first]]
        if "," in gap and context.other_quantity_between(noun, s.first):
            continue  # "with 1.3 million soldiers, has 100,000 in Europe"
        if (1 <= len(gap) <= 5 and gap[-1] in ("in", "to", "across", "on")) or (
            len(gap) <= 6 and gap[-2:] == ["in", "the"]
        ):
            return True
    words = {t.low for t in tokens[noun : noun + 6]}
    return bool(words & {"stationed", "deployed", "rotational", "readiness", "alert", "flank", "edge", "abroad"})
