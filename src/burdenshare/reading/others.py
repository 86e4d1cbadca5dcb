"""Years, people, shells, warheads: quantities whose noun decides, and the reasons for those that are no statement."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.bygone import bygone
from burdenshare.reading.calibres import is_calibre
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.industry.marks import marks_in
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.other_wholes import too_much_of_the_budget
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.strengths import personnel_draft
from burdenshare.reading.tables import word_list


def other_draft(context: Context) -> Draft | str:
    """The statement of a number by the noun behind it, or the reason why it makes none."""
    for rule in (personnel_draft, _warheads, _production):
        found = rule(context)
        if found is not None:
            return found
    return reason_for(context)


def _warheads(context: Context) -> Draft | None:
    q = context.quantity
    if q.unit or not any(
        q.core[1] <= start <= q.core[1] + 3 for start, _ in context.parsed.cues.hits.get("warheads", ())
    ):
        return None
    owners = [s for s in context.parsed.subjects if s.last <= q.first and len(s.entity) == 3]
    if not owners or bygone(context) or _CARRYING & set(context.before(6)):
        return None
    ahead = context.cue_before("future")
    when = due_of(context) if ahead else _of_today(context, period_of(context))
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


_CARRYING = frozenset({"carry", "carrying", "carries", "loaded", "tipped"})
"""What a rocket or a boat can bear is no arsenal."""


def _of_today(context: Context, when: When) -> When:
    """An arsenal is counted by the year of the text, not by NATO's newest one; what it will be dates no fact."""
    on = context.calendar.on
    late = on is not None and when.value[:4].isdecimal() and int(when.value[:4]) > on.year
    return When(str(on.year), "now") if on is not None and (late or when.source in ("now", "assumed")) else when


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
        "release",
        "releases",
        "released",
        "launch",
        "launches",
        "launched",
        "provided",
        "received",
        "donated",
    }
)


def _production(context: Context) -> Draft | None:
    """`two million shells a year`: output, capacity or a target, never compared with each other."""
    q = context.quantity
    hits = [
        stop for start, stop in context.parsed.cues.hits.get("production", ()) if q.core[1] <= start <= q.core[1] + 4
    ]
    if q.unit or not hits or q.value.central < 1000 or is_calibre(context.after(2)):
        return None
    if _USED & set(context.before(5)):
        return None  # "requires 5,000 rounds per day": what is needed or fired is not made
    if not _rated(context.after(8)) and not _MAKING & {t.low for t in context.parsed.tokens}:
        return None  # "release 10,000 shells on the battlefield"
    owners = [s for s in context.parsed.subjects if s.kind not in ("adjective", "pronoun") and len(s.entity) <= 4]
    if not owners:
        return None
    tail = context.after(8)
    noun = next((t.low for t in context.parsed.tokens[q.core[1] : hits[0]] if t.low in _PIECES), "rounds")
    rate = "/month" if "month" in tail else "/year" if "year" in tail or "annually" in tail else ""
    unit = noun + rate
    left = [s for s in owners if s.last <= q.first and not _receives(context, s)]
    behind = [s for s in owners if s.first >= q.core[1] and not s.possessive]
    if not left and (not behind or context.parsed.quote_of[behind[0].first] != context.parsed.quote_of[q.first]):
        return None  # "“They make four million rounds,” Germany's General Breuer said": who says it does not make it
    if not left and not _FIRM_UNNAMED.isdisjoint(context.parsed.lows[context.bounds[0] : q.first]):
        return None  # "It can make 450,000 rounds, 350,000 of them in Europe": where a firm has plants makes nothing
    owner = left[-1] if left else behind[0]
    if left and _made_by_a_firm(context, owner):
        return None
    draft = Draft(
        q.first,
        hits[0],
        (q.first, q.last),
        Kind.FACT,
        "production",
        "munitions",
        _together(context, owner, left),
        q.comparator,
        q.value,
        unit,
    )
    when = period_of(context)
    ahead = context.cue_before("future") or bool(_GOALS & set(context.before(4)))
    ahead = ahead or (context.cue("future") and not _made(context))
    return replace(
        draft,
        period=when.value if when.source == "explicit" else "",
        period_from=when.source if when.source == "explicit" else "",
        kind=Kind.PROMISE if ahead else Kind.FACT,
        modality=context.modality(),
    )


def _made_by_a_firm(context: Context, owner: SubjectMention) -> bool:
    """`before the invasion of Ukraine, Rheinmetall produced 70,000 shells`: a maker stands between, behind a comma."""
    marks = marks_in(context.parsed)
    if marks is None:
        return False
    between = context.parsed.lows[owner.last : context.quantity.first]
    return "," in between and any(
        maker.first >= owner.last and maker.last <= context.quantity.first for maker in marks.makers
    )


def _receives(context: Context, s: SubjectMention) -> bool:
    """`promised to supply Ukraine with a million shells a year`: who is given them makes none."""
    lows = context.parsed.lows
    return not _GIVING.isdisjoint(lows[max(0, s.first - 2) : s.first]) or lows[s.first - 1 : s.first] in (
        ["to"],
        ["for"],
    )


_GIVING = word_list("supplying_verbs")


def _together(context: Context, owner: SubjectMention, left: list[SubjectMention]) -> tuple[str, ...]:
    """`The United States and Europe together can make 1.2 million rounds`: all of a list share the output."""
    entities, first = [owner.entity], owner.first
    for s in reversed([s for s in left if s.last <= first]):
        gap = [t.low for t in context.parsed.tokens[s.last : first] if t.low not in ("the", "both")]
        if gap not in (["and"], [","], [",", "and"], ["plus"]):
            break
        entities.insert(0, s.entity)
        first = s.first
    return tuple(dict.fromkeys(entities))


def _rated(tail: list[str]) -> bool:
    return bool({"month", "year", "annually", "monthly", "yearly", "annum"} & set(tail))


_FIRM_UNNAMED = word_list("makers_unnamed")
_GOALS = frozenset({"goal", "target", "aim", "objective"})
_MAKING = word_list("making_words")
_MADE = frozenset({"turned", "turns", "makes", "made", "produces", "produced", "churning", "building", "builds"})


def _made(context: Context) -> bool:
    """`turned out 40,000 … and want to make 100,000`: a verb of making in front of the figure tells what is."""
    return bool(_MADE & set(context.before(5)))


def _in_a_clock(quantity: Quantity) -> bool:
    """`at 14:30`; `Troops: 71,000` is none."""
    return quantity.unit == "" and quantity.number.value < 60


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
    if ((after[:1] and after[0] in _CLOCK) or after[:1] == [":"] or before[-1:] == [":"]) and _in_a_clock(q):
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
    return too_much_of_the_budget(context) or "not understood"


def _after_name(context: Context) -> bool:
    at = context.quantity.first - 2
    if any(s.last == at + 1 and s.names_a_body for s in context.parsed.subjects):
        return False  # "Among the European allies and Canada, 26 spent"
    return at >= 0 and context.parsed.tokens[at].capital and context.parsed.tokens[at].kind == "word"
