"""The size of the alliance: `the 32 members`, `the 32-member alliance`, `23 of the 32`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.member_nouns import EVER_MEMBERS, Noun, behind_a_body
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.quantities import as_count
from burdenshare.reading.replacing import replaced
from burdenshare.reading.years_of_agreements import agreement_year

PLAUSIBLE_SIZE = (10, 50)
"""`the 33-member alliance` is read as the size of the alliance only in this range."""


_OF_THE_UNION = 27
"""Members the Union has and the alliance never had: `the 27-nation bloc`, where no word of the sentence is of NATO."""
_ALLIANCE = frozenset({"nato", "nato's", "alliance", "alliance's", "allies"})
_PARTS = frozenset({"EUR", "EUR_CAN", "EU", "EU_ALLIES"})
ARMED = (["with", "armed"], ["with", "a"], ["with", "armies"], ["with", "militaries"])


def _alliance_has(context: Context, words: list[str]) -> bool:
    """`NATO has 33 members.`: nothing but the verb between the alliance and the number, and nothing behind."""
    q, parsed = context.quantity, context.parsed
    owner = next((s for s in parsed.subjects if s.entity == "NATO" and _right_in_front(context, s.last)), None)
    verb = parsed.lows[q.first - 1] if q.first else ""
    behind = parsed.lows[q.core[1] + len(words) : q.core[1] + len(words) + 1]
    whole = words[-1:] in (["members"], ["allies"], ["states"], ["countries"], ["nations"])
    return owner is not None and verb in _HAVING and whole and behind in ([], ["."], [","], [";"])


def _right_in_front(context: Context, last: int) -> bool:
    """`NATO has`; `NATO, which turned 75 in April, has`: an aside with commas may stand between."""
    verb, lows = context.quantity.first - 1, context.parsed.lows
    aside = lows[last : last + 2] == [",", "which"] and lows[verb - 1 : verb] == [","]
    return last == verb or (aside and "," not in lows[last + 1 : verb - 1])


def _there_are(context: Context) -> bool:
    """`There are now 29 member states`, behind a sentence on the alliance."""
    before = context.before(3)
    return (
        before[-3:-1] == ["there", "are"] and before[-1] in ("now", "currently", "today") and _alliance_known(context)
    )


_NOW = frozenset({"now", "today", "currently", "is", "are", "has", "have"})
_HAVING = frozenset({"has", "had", "counts", "counted", "comprises", "comprised", "numbers", "numbered"})
_HAD = frozenset({"had", "counted", "comprised", "numbered"})
_BUT_SOME = frozenset(
    {"except", "excluding", "but", "bar", "barring", "save", "without", "outside", "beside", "besides"}
)
"""Behind the members these leave some out, so that the number is none of the alliance's size."""


_FOUNDED = frozenset({"founded", "established", "created", "formed", "signed", "founding", "set"})
_FOUNDERS_BY = frozenset({"by", "with", "of", "from", "as"})
FOUNDED_IN = "1949"


def are_founders(context: Context) -> bool:
    """`NATO was founded in 1949 by 12 nations`, `with twelve founding members`: how many were there first."""
    q, parsed = context.quantity, context.parsed
    value = q.number.value
    if q.unit or q.number.kind != "cardinal" or value != int(value) or q.rule != "plain":
        return False
    founding = parsed.lows[q.core[1] : q.core[1] + 1] == ["founding"]
    led = bool(_FOUNDERS_BY & set(context.before(2))) and bool(_FOUNDED & set(parsed.lows[: q.first]))
    ours = any(s.entity == "NATO" for s in parsed.subjects) or "treaty" in parsed.words
    years = {p.value[:4] for p in parsed.periods if p.value[:4].isdecimal() and p.role != "since"}
    return (founding or led) and ours and years <= {FOUNDED_IN} and (founding or bool(years))


def founders_draft(context: Context, noun: Noun) -> Draft:
    """The number of members on the day the treaty was signed."""
    return replaced(membership_draft(context, noun), period=FOUNDED_IN, period_from="explicit", likely=False)


def is_membership(context: Context, noun: Noun) -> bool:
    """`the 32 members`, `all 32 allies`, `32 NATO members`, `the 32-member alliance`, `an alliance of 32 nations`."""
    q = context.quantity
    value = q.number.value
    if q.unit or q.number.kind != "cardinal" or noun.group != "NATO" or value != int(value) or q.rule != "plain":
        return False
    if any(s.last in (q.first, q.core[0]) and s.possessive and s.entity in _PARTS for s in context.parsed.subjects):
        return False  # "NATO Europe's 26 members": the size of a part
    if _in_brackets_of_a_part(context):
        return False  # "European allies (30 countries)"
    if [t.low for t in context.parsed.tokens[noun.last : noun.last + 2]] in ARMED:
        return False  # the members with armed forces: another denominator, not the size of the alliance
    words = [t.low for t in context.parsed.tokens[q.core[1] : noun.last]]
    if "other" in words or _some_left_out(context, noun) or _the_others_of_one(context):
        return False
    before = [t.low for t in context.parsed.tokens[max(0, q.first - 4) : q.core[0]]]
    hyphen = words[:1] == ["-"]
    explicit = hyphen or "strong" in words or _alliance_has(context, words)
    if explicit and value == _OF_THE_UNION and _ALLIANCE.isdisjoint(context.parsed.words):
        return False
    if explicit:
        return PLAUSIBLE_SIZE[0] <= value <= PLAUSIBLE_SIZE[1]
    if value not in EVER_MEMBERS or value < 26:
        return False
    of_whole = whole_of(context)
    named = "nato" in words or "alliance" in words or "nato" in before or "alliance" in before or "alliance's" in words
    definite = any(w in ("the", "all", "its", "our", "their", "those") for w in before[-2:]) or before[-1:] == ["nato"]
    plain = any(w in ("allies", "ally", "members", "member") for w in words)
    known = (
        definite
        and value >= 28
        and _alliance_known(context)
        and any(w in ("nations", "countries", "states") for w in words)
    )
    known = known or (plain and value >= 28 and _there_are(context))
    return (known or of_whole or (definite and (plain or named)) or named) and not context.parsed.cues.has(
        "poll", *context.bounds
    )


def _in_brackets_of_a_part(context: Context) -> bool:
    """`NATO's European allies (30 countries, without the US)`: how many the part has that stands in front."""
    if context.before(1) not in (["("], [","]):
        return False
    at = context.quantity.first - 1
    return any(at - 1 <= s.last <= at and s.entity in _PARTS for s in context.parsed.subjects)


def _some_left_out(context: Context, noun: Noun) -> bool:
    """`All 31 allies except Hungary`, `NATO's 31 members outside Turkey`, `the 29 members that signed`, `in Europe`."""
    behind = context.parsed.lows[noun.last : noun.last + 2]
    return behind[:1] != [] and (behind[0] in _BUT_SOME or behind == ["in", "europe"] or behind == ["that", "signed"])


def _the_others_of_one(context: Context) -> bool:
    """`Prime Minister Mark Carney and 31 NATO allies pledged`: all but the one in front, who is of the alliance too."""
    at = context.quantity.first - 1
    if context.before(1) not in (["and"], ["with"]):
        return False
    allies = [s.last for s in context.parsed.subjects if s.entity in context.calendar.allies]
    return at in [*allies, *(p.last for p in context.parsed.persons)]


def membership_draft(context: Context, noun: Noun) -> Draft:
    counted = as_count(context.quantity)
    when = min(
        (
            p
            for p in context.parsed.periods
            if p.role == "in"
            and p.source == "explicit"
            and not agreement_year(context.parsed, p)
            and p.value[:4].isdecimal()
            and abs(p.first - counted.first) <= 8
        ),
        key=lambda p: p.first - noun.last if p.first >= noun.last else counted.first - p.last + 2,
        default=None,
    )
    past = (
        when is not None
        and _past_tense(context)
        and context.calendar.on is not None
        and int(when.value[:4]) < context.calendar.on.year
    )
    return Draft(
        counted.first,
        noun.last,
        (counted.core[0], noun.last),
        Kind.FACT,
        "members",
        "size of the alliance",
        subject=("NATO",),
        value=Interval(counted.number.value, counted.number.value, central=counted.number.value, kind="count"),
        unit="allies",
        period=when.value if past and when is not None else "",
        period_from="explicit" if past else "",
        likely=_of_another_day(context, past=past),
    )


def _of_another_day(context: Context, *, past: bool) -> bool:
    """`the then-31 members`, `In 2017 he told the 28 members`, `In 2014 three of the 32 members met it`: the size may
    be that of a day gone by, or of today."""
    on = context.calendar.on
    years = [p.value for p in context.parsed.periods if p.source == "explicit" and len(p.value) == 4]
    gone = any(on is not None and int(year) < on.year for year in years if year.isdecimal())
    had = not past and not _HAD.isdisjoint(context.parsed.words)  # "Before Finland joined, NATO had 30 members"
    return had or "then" in context.before(2) or (whole_of(context) if past else gone and not _present(context))


def _present(context: Context) -> bool:
    return not _NOW.isdisjoint(context.parsed.words)


def _alliance_known(context: Context) -> bool:
    sentences = [context.parsed, *([context.previous] if context.previous is not None else [])]
    return any(s.entity == "NATO" for parsed in sentences for s in parsed.subjects) and not any(
        s.entity == "EU" for s in context.parsed.subjects
    )


def whole_of(context: Context) -> bool:
    """The second number of `23 of the 32`."""
    first = context.quantity.first
    before = [t.low for t in context.parsed.tokens[max(0, first - 5) : first]]
    after = context.after(8)
    opens = not any(first - 6 <= q.core[0] < first for q in context.parsed.quantities)
    if (before[-3:] == ["out", "of", "the"] and opens) or (
        before[-2:] in (["out", "of"], ["of", "the"]) and len(before) == 2
    ):
        return "," in after  # "Out of the 32 members, only 18 …"
    if before == ["among", "the"]:
        return "," in after  # "Among the 32 members, only 23 met it"
    if before[-3:-1] == ["one", "of"] or before[-2:] == ["one", "of"]:
        return False  # "one of the 18 allies": the 18 are the count
    if any(_part_in_front(context, q.core[1]) for q in context.parsed.quantities if q.core[1] < first):
        return True
    dates = [(p.first, p.last) for p in context.parsed.periods]
    reach = 6 if "then" in before else 4  # "23 of NATO's then-31 members"
    return "of" in before[-reach:] and any(
        q.core[1] < first and first - q.core[1] <= reach and not any(a <= q.core[0] < b for a, b in dates)
        for q in context.parsed.quantities
    )


_BEFORE_WHOLE = frozenset({"of", "the", "its", "their", "all", "then", "-"})


def _part_in_front(context: Context, end: int) -> bool:
    """`Five of the North Atlantic Treaty Organization's 28 members`: a name of many words stands in between."""
    parsed, first = context.parsed, context.quantity.first
    if parsed.lows[end] != "of":
        return False
    described = behind_a_body(parsed, end)
    if described and all(low in _BEFORE_WHOLE for low in parsed.lows[described:first]):
        return True  # "Eighteen of the US-led military alliance's 31 members"
    named = {i for s in parsed.subjects if s.entity == "NATO" for i in range(s.first, s.last)}
    return bool(named) and all(i in named or parsed.lows[i] in _BEFORE_WHOLE for i in range(end, first))


_REGIONS = frozenset({"south", "north", "east", "west", "balkans", "region", "mediterranean"})


def _past_tense(context: Context) -> bool:
    return any(t.low in ("was", "were", "had", "then", "counted", "consisted") for t in context.parsed.tokens)


def is_qualified(context: Context, noun: Noun) -> bool:
    """`two allies that we expected to be at 2 percent are now below`: a part of them, by a clause of its own."""
    behind = [t.low for t in context.parsed.tokens[noun.last : noun.last + 5]]
    if behind[:1] == ["in"] and _REGIONS & set(behind[:4]):
        return True  # "three allies in the south"
    return behind[:1] in (["that"], ["which"], ["who"]) and bool(
        {"expected", "thought", "believed", "we", "i"} & set(behind)
    )
