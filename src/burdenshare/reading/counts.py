"""Counts and fractions of allies: who meets the guideline, how many members there are."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from burdenshare.reading.context import Context, When, agreement_year, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity, as_count
from burdenshare.reading.tables import word_list

EVER_MEMBERS = (12, 14, 15, 16, 19, 26, 28, 29, 30, 31, 32)
"""Sizes the alliance has had; a bare `28 NATO members` means the membership only when it is one of these."""
THRESHOLDS = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares of GDP that have been guidelines, pledges or proposals; `(1.86 per cent)` behind an ally is its own share."""
PLAUSIBLE_SIZE = (10, 50)
"""`the 33-member alliance` is read as the size of the alliance only in this range."""
_ADJECTIVES = word_list("member_adjectives")
_OTHER_BODIES = frozenset({"EU", "UN", "G7", "UDCG", "COALITION_WILLING", "WEST", "QUAD", "E3", "E5"})
_OTHER_WORDS = word_list("other_bodies")


@dataclass(frozen=True, slots=True)
class Noun:
    """The member noun behind a count: `of the 32 member countries` ends at `last`; `group` is whose members."""

    last: int
    group: str
    open: bool


def count_draft(context: Context) -> Draft | str:
    """The statement a plain number or a fraction of allies makes, or the reason why it makes none."""
    if context.before(1)[-1:] and context.before(1)[-1] in _PARTIAL:
        return "part of a list named before, not a count of all"
    if context.quantity.number.value == 1 and context.after(1) == ["of"] and context.quantity.unit == "":
        return "@next"
    noun = _member_noun(context)
    if noun is not None and noun.group == "OTHER":
        return "another topic: members of another body"
    if noun is None and _whole_of(context):
        return "the whole of which a part was counted"
    if noun is not None and _whole_of(context):
        return _members(context, noun) if _is_membership(context, noun) else "the whole of which a part was counted"
    if noun is not None and _qualified(context, noun):
        return "not understood: a number of countries qualified by another clause"
    passive = _met_by(context)
    met, missed = passive or _meets(context), not passive and _misses(context)
    if noun is not None and (met or missed) and _about_guideline(context):
        return _guideline_count(context, noun, missed)
    if noun is None and context.after(1) in (["do"], ["did"], ["have"]) and _carries_count(context):
        return _guideline_count(context, Noun(context.quantity.core[1], context.topic.subject[0], False), missed)
    elliptic = _elliptic(context) if noun is None else None
    if elliptic is not None:
        return elliptic
    if noun is None and (met or missed) and _carries_count(context):
        return _guideline_count(context, Noun(context.quantity.core[1], context.topic.subject[0], False), missed)
    if noun is not None and context.quantity.number.kind == "fraction" and _points_back(context):
        return _guideline_count(context, noun, False)
    if noun is not None and _is_membership(context, noun):
        return _members(context, noun)
    if noun is not None:
        return "not understood: a number of countries without a measure the record holds"
    return "@next"


def _member_noun(context: Context) -> Noun | None:
    """The noun a count stands before: `allies`, `NATO members`, `of the 32 member countries`, `-member alliance`."""
    parsed, q = context.parsed, context.quantity
    at, group = q.core[1], ""
    tokens = parsed.tokens
    if at < len(tokens) and tokens[at].text == "-" and at + 1 < len(tokens):
        word = tokens[at + 1].low
        if word in ("member", "nation", "country", "strong", "state") and _alliance_near(parsed, at, at + 8):
            return Noun(at + 2, _body_near(parsed, q, at, at + 8) or "NATO", False)
        return None
    bare = _bare_whole(parsed, q)
    if bare is not None:
        return bare
    steps = 0
    while at < len(tokens) and steps < 9:
        found = _subject_at(parsed, at)
        ends = [end for start, end in parsed.cues.hits.get("member_nouns", ()) if start == at]
        if ends and (found is None or found.kind == "phrase"):
            end = max(ends)
            return Noun(end, _group(parsed, q, at, end, group), group in ("EUR",) and False)
        if found is not None and found.entity not in ("PRONOUN",):
            group = group or found.entity
            at, steps = found.last, steps + 1
            if found.kind == "phrase" and any(
                w in ("allies", "members", "countries", "nations", "states", "member")
                for w in [t.low for t in tokens[found.first : found.last]]
            ):
                return Noun(found.last, _group(parsed, q, found.first, found.last, found.entity), False)
            continue
        inner = next((other for other in parsed.quantities if other is not q and other.core[0] == at), None)
        if inner is not None and "of" in [t.low for t in tokens[q.core[1] : at]]:
            at, steps = inner.core[1], steps + 1
            continue
        if tokens[at].low not in _ADJECTIVES:
            return None
        at, steps = at + 1, steps + 1
    return None


def _bare_whole(parsed: Parsed, q: Quantity) -> Noun | None:
    """`22 of the 32 have done so`, `five of 28 actually do`: the size of the alliance stands for its members."""
    words = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 3]]
    if words[:2] in (["of", "them"], ["of", "these"]) and any(s.entity == "NATO" for s in parsed.subjects):
        return Noun(q.core[1] + 2, "NATO", False)
    if words[:1] != ["of"]:
        return None
    other = next((o for o in parsed.quantities if o is not q and q.core[1] < o.core[0] <= q.core[1] + 2), None)
    if other is None or other.unit or other.number.value not in EVER_MEMBERS or other.number.value < 26:
        return None
    behind = [t.low for t in parsed.tokens[other.core[1] : other.core[1] + 4]]
    verb = any(
        w
        in (
            "have",
            "do",
            "did",
            "met",
            "meet",
            "currently",
            "actually",
            "reached",
            "are",
            "were",
            "now",
            "spend",
            "spent",
        )
        for w in behind
    )
    return Noun(other.core[1], "NATO", False) if verb else None


def _subject_at(parsed: Parsed, at: int) -> SubjectMention | None:
    return next((subject for subject in parsed.subjects if subject.first == at), None)


def _group(parsed: Parsed, q: Quantity, first: int, last: int, group: str) -> str:
    """Whose members: NATO unless the words name another body or a part of the alliance."""
    words = {token.low for token in parsed.tokens[max(0, q.first - 3) : last + 4]}
    inside = {token.low for token in parsed.tokens[q.core[1] : last]}
    if words & _OTHER_WORDS and "nato" not in inside:
        return "OTHER"
    if group in _OTHER_BODIES or _body_near(parsed, q, first, last + 4) in _OTHER_BODIES:
        return "OTHER"
    if group in ("EUR", "B9", "BALTIC", "NORDIC", "EUR_CAN", "EU_ALLIES") or "european" in inside:
        return group if group not in ("", "NATO") else "EUR"
    if inside & {"eastern", "western", "northern", "southern"}:
        return "OTHER"
    return "NATO"


def _body_near(parsed: Parsed, q: Quantity, first: int, last: int) -> str:
    before = [
        s
        for s in parsed.subjects
        if s.last <= q.first and q.first - s.last <= 3 and s.kind not in ("pronoun", "adjective")
    ]
    behind = [s for s in parsed.subjects if first <= s.first <= last and s.kind not in ("pronoun", "adjective")]
    return next((s.entity for s in [*behind, *reversed(before)] if s.entity in (*_OTHER_BODIES, "NATO")), "")


def _alliance_near(parsed: Parsed, first: int, last: int) -> bool:
    words = {token.low for token in parsed.tokens[max(0, first - 6) : last]}
    return bool(words & {"nato", "alliance", "bloc", "organization", "organisation", "pact", "club"}) and not words & {
        "eu",
        "union",
        "european",
    }


def _meets(context: Context) -> bool:
    """A verb of meeting behind the count, or `who met the target` in front of it."""
    return _verb_of(context, "met")


def _misses(context: Context) -> bool:
    return _verb_of(context, "missed")


def _verb_of(context: Context, name: str) -> bool:
    """The class stands behind the quantity in its clause; the nearest of met and missed decides."""
    _, high = context.bounds
    end = context.quantity.core[1]
    if name == "met" and _spends_threshold(context):
        return True
    spans = [
        s
        for s in context.parsed.cues.hits.get(name, ())
        if end <= s[0] and s[1] <= max(high, end + 14) and not _another_count(context, end, s[0])
    ]
    if spans and name == "met":
        missed = [s for s in context.parsed.cues.hits.get("missed", ()) if end <= s[0] <= spans[0][0]]
        return not missed
    if spans:
        met = [s for s in context.parsed.cues.hits.get("met", ()) if end <= s[0] < spans[0][0]]
        return not met
    return False


def _met_by(context: Context) -> bool:
    """`the objective was met by seven out of 30 countries`: the verb stands in front, whatever is compared behind."""
    low, _ = context.bounds
    front = context.parsed.cues.spans("met", low, context.quantity.first)
    by = context.before(1) == ["by"] or context.before(2)[:1] == ["by"]
    return by and any(context.quantity.first - end <= 3 for _, end in front)


def _spends_threshold(context: Context) -> bool:
    """`Twenty-three allies will spend two percent or more`: spending a guideline's share is meeting it."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    for percent in context.parsed.quantities:
        gap = [t.low for t in tokens[end : percent.first]]
        near = 0 < len(gap) <= 14 and not _another_count(context, end, percent.first)
        if percent.unit == "%" and percent.number.value in THRESHOLDS and near:
            spend = any(word in ("spend", "spends", "spent", "spending") for word in gap[-4:])
            below = percent.rule in ("below", "at most", "nearly")
            denied = _NOT_SPENT & set(gap)
            return spend and not below and not denied
    return False


def _another_count(context: Context, first: int, last: int) -> bool:
    """Another count of allies stands in between and takes the verb, unless it is the `of 32` of this one."""
    for other in context.parsed.quantities:
        if other is context.quantity or not first <= other.core[0] < last or other.unit:
            continue
        if "of" in [t.low for t in context.parsed.tokens[first : other.core[0]]][:3]:
            continue
        year = other.number.value
        if not 1900 <= year <= 2100:
            return True
    return False


def _about_guideline(context: Context) -> bool:
    """The verb's object is the guideline: a percentage or a target word in the sentence, or carried."""
    percent = any(q.unit == "%" and 1 <= q.number.value <= 6 for q in context.parsed.quantities)
    block = context.parsed.sentence.block
    carried = context.topic.counted_at >= block - 1 or (
        context.topic.measure == "guideline" and context.topic.block >= block - 1
    )
    return percent or context.cue_sentence("target") or carried


def _carries_count(context: Context) -> bool:
    """`…, but a third still do not`; `nine did not`: the noun was said before."""
    earlier = [d for d in context.earlier if d.measure in ("allies_at_guideline", "fraction_at_guideline")]
    near = context.topic.counted_at >= context.parsed.sentence.block - 1
    after = context.after(3)
    verb_follows = any(
        w
        in (
            "do",
            "does",
            "did",
            "don't",
            "didn't",
            "have",
            "had",
            "still",
            "are",
            "were",
            "met",
            "meet",
            "fell",
            "fall",
            "missed",
            "reached",
            "failed",
            "will",
            "remain",
        )
        for w in after
    )
    return bool(earlier or near) and verb_follows and context.quantity.unit == "" and bool(context.topic.subject)


_NOT_SPENT = frozenset(
    {
        "not",
        "don't",
        "yet",
        "below",
        "under",
        "agreed",
        "agree",
        "pledged",
        "committed",
        "promised",
        "plan",
        "want",
        "should",
        "must",
    }
)
_PARTIAL = frozenset(
    {"latter", "former", "these", "those", "other", "both", "last", "first", "remaining", "next", "top", "bottom"}
)
_ARMED = (["with", "armed"], ["with", "a"], ["with", "armies"], ["with", "militaries"])
_LEADS = word_list("count_leads")


def _elliptic(context: Context) -> Draft | None:
    """`up from seven in 2022`, `with just three in 2014`, `there were 28`, `only three are above 3.5 %`."""
    q = context.quantity
    if (
        q.unit
        or q.number.kind != "cardinal"
        or q.number.value > 32
        or q.number.value != int(q.number.value)
        or q.rule not in ("plain", "about")
    ):
        return None
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1 or (
        context.topic.counted_at >= context.parsed.sentence.block - 3
        and context.cue_sentence("target")
        and context.cue_sentence("met")
    )
    above = (
        _verb_of(context, "met")
        and context.cue_sentence("target" if not _percent_behind(context) else "met")
        and _percent_behind(context)
    )
    whole = any(d.measure == "members" for d in context.earlier)
    if not fresh and not (above and (whole or context.share_topic(1))):
        return None
    front = context.before(3) + [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    led = bool(front) and front[-1] in _LEADS
    behind = context.after(2)
    dated = any(0 <= p.first - q.core[1] <= 1 and p.role in ("in", "now") for p in context.parsed.periods)
    ends = not behind or behind[0] in (".", ",", ";", "announced", "reported", "expected", "counted")
    if not ((led and (dated or ends)) or (above and led)):
        return None
    group = context.topic.subject[0] if fresh and context.topic.subject else "NATO"
    told = behind[:1] and behind[0] in ("announced", "reported", "expected", "estimated", "counted")
    draft = _guideline_count(context, Noun(q.core[1], group, False), context.cue_before("missed") and not above)
    near = next((p for p in context.parsed.periods if 0 <= p.first - q.core[1] <= 1 and p.role == "in"), None)
    if told:
        draft = replace(draft, holes=draft.holes | {"release"})
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    if near is None and same:
        draft = replace(draft, period=same[-1].period, period_from=same[-1].period_from)
    if near is not None:
        draft = replace(draft, period=near.value, period_from=near.source, last=max(q.core[1], near.last))
    draft = replace(
        draft,
        comparison=(bool(front) and front[-1] in ("from", "than", "with", "against"))
        or "from" in front
        or "with" in front
        or "against" in front,
    )
    return replace(
        draft,
        last=draft.last if above else max(q.core[1], near.last if near else 0),
        rule="allies at the guideline, carried",
    )


def _percent_behind(context: Context) -> bool:
    return any(
        p.unit == "%" and 0 < p.core[0] - context.quantity.core[1] <= 14 and 1 <= p.number.value <= 6
        for p in context.parsed.quantities
    )


def _guideline_count(context: Context, noun: Noun, missed: bool) -> Draft:
    q = context.quantity
    fraction = q.number.kind == "fraction"
    counted = q if fraction else as_count(q)
    when = period_of(context, ("in", "now", "by", "to"))
    if when.source in ("now", "assumed", "carried") and _ahead(context) and context.calendar.on is not None:
        when = When(str(context.calendar.on.year), "relative")
    last = max(noun.last, _verb_end(context, "missed" if missed else "met"))
    threshold = _threshold_of(context)
    armed = [t.low for t in context.parsed.tokens[noun.last : noun.last + 2]] in _ARMED
    ahead = context.modality()
    year = int(when.value[:4]) if when.value[:4].isdecimal() else None
    on = context.calendar.on
    future = when.source == "explicit" and year is not None and on is not None and year > on.year
    modality = (
        ahead
        if ahead in (Modality.FORECAST, Modality.ESTIMATE, Modality.HYPOTHETICAL, Modality.DENIAL)
        else Modality.FACT
    )
    return Draft(
        q.first,
        max(last, threshold[1]),
        (q.first, min(noun.last, q.last + 8)),
        Kind.PROMISE if future else Kind.FACT,
        "fraction_at_guideline" if fraction else "allies_at_guideline",
        "allies at the guideline",
        subject=(noun.group or "NATO",),
        comparator=counted.comparator,
        value=counted.value,
        unit="fraction" if fraction else "allies",
        period=when.value,
        period_from=when.source,
        threshold=threshold[0],
        below=missed,
        denominator="armed" if armed else "",
        holes=frozenset({"denominator"}) if (fraction or missed) and not armed else frozenset(),
        modality=modality,
    )


def _ahead(context: Context) -> bool:
    """`18 allies to hit the target`, `are projected to meet`: of this year, not of the newest one held."""
    end = context.quantity.core[1]
    words = [t.low for t in context.parsed.tokens[end : end + 14]]
    infinitive = any(
        a == "to" and b in ("hit", "meet", "reach", "achieve", "spend", "exceed", "surpass")
        for a, b in itertools.pairwise(words)
    )
    return (
        infinitive
        or any(w in ("will", "projected", "expected", "forecast") for w in words)
        or context.cue_before("forecast")
    )


def _verb_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return min((stop for start, stop in context.parsed.cues.hits.get(name, ()) if start >= end), default=end)


def _threshold_of(context: Context) -> tuple[float, int]:
    """The percentage the count speaks of, and where its words end; the guideline of the day where none is said."""
    end = context.quantity.core[1]
    said = [
        q
        for q in context.parsed.quantities
        if q.unit == "%" and q.number.value in THRESHOLDS and not _bracketed(context, q)
    ]
    behind = [q for q in said if q.core[0] >= end]
    if behind:
        return behind[0].number.value, behind[0].last
    front = said
    if front:
        return front[-1].number.value, end
    carried = context.topic.threshold if context.topic.block >= context.parsed.sentence.block - 1 else None
    return carried if carried is not None else context.calendar.guideline, end


def _past_tense(context: Context) -> bool:
    return any(t.low in ("was", "were", "had", "then", "counted", "consisted") for t in context.parsed.tokens)


def _bracketed(context: Context, quantity: Quantity) -> bool:
    before = context.parsed.tokens[quantity.first - 1].text if quantity.first else ""
    return before in ("(", ":")


def _is_membership(context: Context, noun: Noun) -> bool:
    """`the 32 members`, `all 32 allies`, `32 NATO members`, `the 32-member alliance`, `an alliance of 32 nations`."""
    q = context.quantity
    value = q.number.value
    if q.unit or q.number.kind != "cardinal" or noun.group != "NATO" or value != int(value) or q.rule != "plain":
        return False
    if [t.low for t in context.parsed.tokens[noun.last : noun.last + 2]] in _ARMED:
        return False  # the members with armed forces: another denominator, not the size of the alliance
    words = [t.low for t in context.parsed.tokens[q.core[1] : noun.last]]
    before = [t.low for t in context.parsed.tokens[max(0, q.first - 4) : q.core[0]]]
    hyphen = words[:1] == ["-"]
    explicit = hyphen or "strong" in words
    if explicit:
        return PLAUSIBLE_SIZE[0] <= value <= PLAUSIBLE_SIZE[1]
    if value not in EVER_MEMBERS or value < 26:
        return False
    of_whole = _whole_of(context)
    named = "nato" in words or "alliance" in words or "nato" in before or "alliance" in before or "alliance's" in words
    definite = any(w in ("the", "all", "its", "our", "their", "those") for w in before[-2:]) or before[-1:] == ["nato"]
    plain = any(w in ("allies", "ally", "members", "member") for w in words)
    known = (
        definite
        and value >= 28
        and _alliance_known(context)
        and any(w in ("nations", "countries", "states") for w in words)
    )
    return (known or of_whole or (definite and (plain or named)) or named) and not context.parsed.cues.has(
        "poll", *context.bounds
    )


def _alliance_known(context: Context) -> bool:
    sentences = [context.parsed, *([context.previous] if context.previous is not None else [])]
    return any(s.entity == "NATO" for parsed in sentences for s in parsed.subjects) and not any(
        s.entity == "EU" for s in context.parsed.subjects
    )


def _points_back(context: Context) -> bool:
    """`That is a third of the membership`: the count of the sentence before, said as a fraction."""
    opener = [t.low for t in context.parsed.tokens[: context.quantity.first]]
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1
    return fresh and opener[:1] in (["that"], ["this"]) and len(opener) <= 4 and "is" in opener


def _qualified(context: Context, noun: Noun) -> bool:
    """`two allies that we expected to be at 2 percent are now below`: a part of them, by a clause of its own."""
    behind = [t.low for t in context.parsed.tokens[noun.last : noun.last + 5]]
    return behind[:1] in (["that"], ["which"], ["who"]) and bool(
        {"expected", "thought", "believed", "we", "i"} & set(behind)
    )


def _whole_of(context: Context) -> bool:
    """The second number of `23 of the 32`."""
    first = context.quantity.first
    before = [t.low for t in context.parsed.tokens[max(0, first - 5) : first]]
    after = context.after(8)
    if before[-3:] == ["out", "of", "the"] or (before[-2:] in (["out", "of"], ["of", "the"]) and len(before) == 2):
        return "," in after  # "Out of the 32 members, only 18 …"
    if before[-3:-1] == ["one", "of"] or before[-2:] == ["one", "of"]:
        return False  # "one of the 18 allies": the 18 are the count
    return "of" in before[-4:] and any(q.core[1] < first and first - q.core[1] <= 4 for q in context.parsed.quantities)


def _members(context: Context, noun: Noun) -> Draft:
    counted = as_count(context.quantity)
    when = next(
        (
            p
            for p in context.parsed.periods
            if p.role == "in"
            and p.source == "explicit"
            and not agreement_year(context.parsed, p)
            and p.value[:4].isdecimal()
            and abs(p.first - counted.first) <= 8
        ),
        None,
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
    )
