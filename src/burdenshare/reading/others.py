"""Years, people, shells, warheads: quantities whose noun decides, and the reasons for those that are no statement."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context, When, due_of, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.subjects import Found
from burdenshare.reading.tables import word_list


def other_draft(context: Context) -> Draft | str:
    """The statement of a number by the noun behind it, or the reason why it makes none."""
    for rule in (_personnel, _warheads, _production):
        found = rule(context)
        if found is not None:
            return found
    return reason_for(context)


def _personnel(context: Context) -> Draft | str | None:
    """`an army of 300,000`, `has 1.3 million military personnel`; troops stationed abroad are `troops`."""
    q = context.quantity
    at = next(
        (start for start, _ in context.parsed.cues.hits.get("personnel", ()) if q.core[1] <= start <= q.core[1] + 4),
        None,
    )
    counted = context.before(1) == ["of"] or bool(set(context.before(1)) & _COUNTING)
    behind = counted and _army_in(context.before(5))
    behind = behind or _listed(context)
    if (at is None and not behind) or q.unit or q.value.central < 1000:
        return None
    if not _whole_strength(context):
        return "not understood: a part of the forces, or what happened to them"
    found = context.subject()
    found = _between(context, at) or found
    if found is None or (at is None and found.entities == ("NATO",)) or _only_where(context, found):
        return "not understood: whose troops they are"
    measure = "troops" if _stationed(context, at, found.entities) else "military_personnel"
    when = period_of(context)
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


def _only_where(context: Context, found: Found) -> bool:
    """`Washington has 90,000 troops on the continent`: what stands behind is the place, where another stands before."""
    if found.first < context.quantity.core[1]:
        return False
    low = context.bounds[0]
    return any(
        s.entity in context.calendar.bearers
        and s.entity not in found.entities
        and low <= s.first < context.quantity.first
        for s in context.parsed.subjects
    )


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
_MIXED = frozenset({"battlegroup", "battlegroups", "brigade", "police"})
_LEAST_OF_ALL = 1_000_000
"""The forces of all allies are some three million: a smaller number is not theirs as a whole."""


def _whole_strength(context: Context) -> bool:
    """Only `has`, `numbers`, `an army of` and the like tell the strength; not losses, drafts, parts and needs."""
    low, high = context.bounds
    words = {t.low for t in context.parsed.tokens[low:high]}
    if context.question() or _unreal(context) or context.after(1) in (["more"], ["fewer"]):
        return False
    if words & _PARTS or _MIXED & {t.low for t in context.parsed.tokens}:
        return False
    return bool(words & _HELD) or (context.before(1) == ["of"] and _army_in(context.before(5))) or _listed(context)


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
        if (1 <= len(gap) <= 5 and gap[-1] in ("in", "to", "across", "on")) or (
            len(gap) <= 6 and gap[-2:] == ["in", "the"]
        ):
            return True
    words = {t.low for t in tokens[noun : noun + 6]}
    return bool(words & {"stationed", "deployed", "rotational", "readiness", "alert", "flank", "edge", "abroad"})


def _warheads(context: Context) -> Draft | None:
    q = context.quantity
    if q.unit or not any(
        q.core[1] <= start <= q.core[1] + 3 for start, _ in context.parsed.cues.hits.get("warheads", ())
    ):
        return None
    owners = [s for s in context.parsed.subjects if s.last <= q.first and len(s.entity) == 3]
    if not owners:
        return None
    ahead = context.cue_before("future")
    when = due_of(context) if ahead else period_of(context)
    return Draft(
        owners[-1].first,
        q.core[1] + 1,
        (q.first, q.last),
        Kind.PROMISE if ahead else Kind.FACT,
        "warheads",
        "nuclear warheads",
        (owners[-1].entity,),
        q.comparator,
        q.value,
        "warheads",
        when.value,
        when.source,
    )


_PIECES = frozenset({"tanks", "drones", "missiles", "interceptors"})
_USED = frozenset(
    {
        "need",
        "needs",
        "needed",
        "require",
        "requires",
        "required",
        "fire",
        "fires",
        "fired",
        "firing",
        "supplied",
        "sent",
    }
)


def _production(context: Context) -> Draft | None:
    """`two million shells a year`: output, capacity or a target, never compared with each other."""
    q = context.quantity
    hits = [
        stop for start, stop in context.parsed.cues.hits.get("production", ()) if q.core[1] <= start <= q.core[1] + 4
    ]
    if q.unit or not hits or q.value.central < 1000 or context.after(1) == ["mm"]:
        return None
    if _USED & set(context.before(5)):
        return None  # "requires 5,000 rounds per day": what is needed or fired is not made
    owners = [s for s in context.parsed.subjects if s.kind not in ("adjective", "pronoun") and len(s.entity) <= 4]
    if not owners:
        return None
    tail = context.after(8)
    noun = next((t.low for t in context.parsed.tokens[q.core[1] : hits[0]] if t.low in _PIECES), "rounds")
    rate = "/month" if "month" in tail else "/year" if "year" in tail or "annually" in tail else ""
    unit = noun + rate
    left = [s for s in owners if s.last <= q.first]
    owner = left[-1] if left else owners[0]
    draft = Draft(
        q.first,
        hits[0],
        (q.first, q.last),
        Kind.FACT,
        "production",
        "munitions",
        (owner.entity,),
        q.comparator,
        q.value,
        unit,
    )
    when = period_of(context)
    ahead = context.cue_before("future") or (context.cue("future") and not _made(context))
    return replace(
        draft,
        period=when.value if when.source == "explicit" else "",
        period_from=when.source if when.source == "explicit" else "",
        kind=Kind.PROMISE if ahead else Kind.FACT,
        modality=context.modality(),
    )


_MADE = frozenset({"turned", "turns", "makes", "made", "produces", "produced", "churning", "building", "builds"})


def _made(context: Context) -> bool:
    """`turned out 40,000 … and want to make 100,000`: a verb of making in front of the figure tells what is."""
    return bool(_MADE & set(context.before(5)))


_WEAPONS = word_list("physical_units")
_CLOCK = word_list("clock_words")
_NAMED = word_list("numbered_things")
_TIME_UNITS = word_list("time_units")


def reason_for(context: Context) -> str:
    """Why a number is no statement: the reason the reader of the report sees."""
    q = context.quantity
    tokens = context.parsed.tokens
    before, after = context.before(2), context.after(2)
    previous = tokens[q.core[0] - 1] if q.core[0] else None
    if any(p.first < q.core[1] and q.core[0] < p.last for p in context.parsed.periods):
        return "a date"
    if previous is not None and previous.text == "-" and q.core[0] >= 2 and tokens[q.core[0] - 2].text.isupper():
        return "a type designation"
    if previous is not None and previous.kind == "word" and previous.end == tokens[q.core[0]].start:
        return "a type designation"
    if (before[-1:] and before[-1] in _NAMED) or (previous is not None and previous.low in _NAMED):
        return "a number in a name (article, type, part)"
    if before[-1:] == ["."] and before[:1] == ["no"]:
        return "a number in a name (article, type, part)"
    if after[:1] and after[0] in _WEAPONS:
        return "a measure of length, weight or calibre"
    if (after[:1] and after[0] in _CLOCK) or after[:1] == [":"] or before[-1:] == [":"]:
        return "a time of day"
    if q.unit == "ordinal":
        return "an ordinal"
    if (after[:1] and after[0] in _TIME_UNITS) or (after[:1] == ["-"] and after[1:2] and after[1] in _TIME_UNITS):
        return "a duration or an age"
    if (
        before[-1:] == [","]
        and (after[:1] == [","] or q.number.value < 110)
        and q.number.value > 17
        and q.unit == ""
        and _after_name(context)
    ):
        return "a person's age"
    if context.cue_near("people_other", 4):
        return "another topic: people"
    if q.unit == "times":
        return "not understood: a multiple without a measure the record holds"
    if q.unit in ("pp", "bp"):
        return "not understood: percentage points of another quantity"
    return "not understood"


def _after_name(context: Context) -> bool:
    at = context.quantity.first - 2
    if any(s.last == at + 1 and s.names_a_body for s in context.parsed.subjects):
        return False  # "Among the European allies and Canada, 26 spent"
    return at >= 0 and context.parsed.tokens[at].capital and context.parsed.tokens[at].kind == "word"
