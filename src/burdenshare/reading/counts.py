"""Counts and fractions of allies: who meets the guideline, how many members there are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.reading.context import Context, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity, as_count

EVER_MEMBERS = (12, 14, 15, 16, 19, 26, 28, 29, 30, 31, 32)
"""Sizes the alliance has had; a bare `28 NATO members` means the membership only when it is one of these."""
PLAUSIBLE_SIZE = (10, 50)
"""`the 33-member alliance` is read as the size of the alliance only in this range."""
_ADJECTIVES = frozenset(
    "nato european member other remaining of the its their our nato's alliance all those current eastern western allied bloc's alliance's 's these fellow treaty full "
    "existing present northern southern so-called organisation organization organization's organisation's country group".split()
)
_OTHER_BODIES = frozenset({"EU", "UN", "G7", "UDCG", "COALITION_WILLING", "WEST", "QUAD", "E3", "E5"})
_OTHER_WORDS = frozenset(
    "eu eu's union african asean opec osce csto sco brics commonwealth un g20 g7 council arab schengen eurozone euro-area coalition donor donors aukus brigade battlegroup "
    "eu27 mercosur commission league ministers leaders diplomats officials seats".split()
)


@dataclass(frozen=True, slots=True)
class Noun:
    """The member noun behind a count: `of the 32 member countries` ends at `last`; `group` is whose members."""

    last: int
    group: str
    open: bool


def count_draft(context: Context) -> Draft | str:
    """The statement a plain number or a fraction of allies makes, or the reason why it makes none."""
    noun = _member_noun(context)
    if noun is not None and noun.group == "OTHER":
        return "another topic: members of another body"
    if noun is not None and _whole_of(context) and _is_membership(context, noun):
        return _members(context, noun)
    met, missed = _meets(context), _misses(context)
    if noun is not None and (met or missed) and _about_guideline(context):
        return _guideline_count(context, noun, missed)
    if noun is None and (met or missed) and _carries_count(context):
        return _guideline_count(context, Noun(context.quantity.core[1], context.topic.subject[0], False), missed)
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
            if found.kind == "phrase" and any(w in ("allies", "members", "countries", "nations", "states", "member") for w in [t.low for t in tokens[found.first : found.last]]):
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
    before = [s for s in parsed.subjects if s.last <= q.first and q.first - s.last <= 3 and s.kind not in ("pronoun", "adjective")]
    behind = [s for s in parsed.subjects if first <= s.first <= last and s.kind not in ("pronoun", "adjective")]
    return next((s.entity for s in [*behind, *reversed(before)] if s.entity in (*_OTHER_BODIES, "NATO")), "")


def _alliance_near(parsed: Parsed, first: int, last: int) -> bool:
    words = {token.low for token in parsed.tokens[max(0, first - 6) : last]}
    return bool(words & {"nato", "alliance", "bloc", "organization", "organisation", "pact", "club"}) and not words & {"eu", "union", "european"}


def _meets(context: Context) -> bool:
    """A verb of meeting behind the count, or `who met the target` in front of it."""
    return _verb_of(context, "met")


def _misses(context: Context) -> bool:
    return _verb_of(context, "missed")


def _verb_of(context: Context, name: str) -> bool:
    """The class stands behind the quantity in its clause; the nearest of met and missed decides."""
    low, high = context.bounds
    end = context.quantity.core[1]
    spans = [s for s in context.parsed.cues.hits.get(name, ()) if end <= s[0] and s[1] <= max(high, end + 14) and not _another_count(context, end, s[0])]
    if spans and name == "met":
        missed = [s for s in context.parsed.cues.hits.get("missed", ()) if end <= s[0] <= spans[0][0]]
        return not missed
    if spans:
        met = [s for s in context.parsed.cues.hits.get("met", ()) if end <= s[0] < spans[0][0]]
        return not met
    front = [s for s in context.parsed.cues.hits.get(name, ()) if low <= s[0] and s[1] <= context.quantity.first]
    passive = context.before(2)[-1:] == ["by"] or context.before(3)[-2:] == ["by", "only"]
    return name == "met" and passive and any(context.quantity.first - end <= 4 for _, end in front)


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
    carried = context.topic.measure in ("guideline", "allies_at_guideline", "fraction_at_guideline") and context.topic.block >= context.parsed.sentence.block - 1
    return percent or context.cue_sentence("target") or carried


def _carries_count(context: Context) -> bool:
    """`…, but a third still do not`; `nine did not`: the noun was said before."""
    earlier = [d for d in context.earlier if d.measure in ("allies_at_guideline", "fraction_at_guideline")]
    near = context.topic.measure in ("allies_at_guideline", "fraction_at_guideline") and context.topic.block >= context.parsed.sentence.block - 1
    after = context.after(3)
    verb_follows = any(w in ("do", "does", "did", "don't", "didn't", "have", "had", "still", "are", "were", "met", "meet", "fell", "fall", "missed", "reached", "failed", "will", "remain") for w in after)
    return bool(earlier or near) and verb_follows and context.quantity.unit == "" and bool(context.topic.subject)


def _guideline_count(context: Context, noun: Noun, missed: bool) -> Draft:
    q = context.quantity
    fraction = q.number.kind == "fraction"
    counted = q if fraction else as_count(q)
    when = period_of(context, ("in", "now", "by", "to"))
    last = max(noun.last, _verb_end(context, "missed" if missed else "met"))
    threshold = _threshold_of(context)
    ahead = context.modality()
    year = int(when.value[:4]) if when.value[:4].isdecimal() else None
    on = context.calendar.on
    future = when.source == "explicit" and year is not None and on is not None and year > on.year
    modality = ahead if ahead in (Modality.FORECAST, Modality.ESTIMATE, Modality.HYPOTHETICAL, Modality.DENIAL) else Modality.FACT
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
        holes=frozenset({"denominator"}) if fraction or missed else frozenset(),
        modality=modality,
    )


def _verb_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return min((stop for start, stop in context.parsed.cues.hits.get(name, ()) if start >= end), default=end)


def _threshold_of(context: Context) -> tuple[float, int]:
    """The percentage the count speaks of, and where its words end; the guideline of the day where none is said."""
    end = context.quantity.core[1]
    behind = [q for q in context.parsed.quantities if q.unit == "%" and q.core[0] >= end and 0.5 <= q.number.value <= 6]
    if behind:
        return behind[0].number.value, behind[0].last
    front = [q for q in context.parsed.quantities if q.unit == "%" and 0.5 <= q.number.value <= 6]
    if front:
        return front[-1].number.value, end
    carried = context.topic.threshold if context.topic.block >= context.parsed.sentence.block - 1 else None
    return carried if carried is not None else context.calendar.guideline, end


def _is_membership(context: Context, noun: Noun) -> bool:
    """`the 32 members`, `all 32 allies`, `32 NATO members`, `the 32-member alliance`, `an alliance of 32 nations`."""
    q = context.quantity
    value = q.number.value
    if q.unit or q.number.kind != "cardinal" or noun.group != "NATO" or value != int(value) or q.rule != "plain":
        return False
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
    return (of_whole or definite and (plain or named) or named) and not context.parsed.cues.has("poll", *context.bounds)


def _whole_of(context: Context) -> bool:
    """The second number of `23 of the 32`."""
    first = context.quantity.first
    before = [t.low for t in context.parsed.tokens[max(0, first - 5) : first]]
    return "of" in before[-4:] and any(q.core[1] < first and first - q.core[1] <= 4 for q in context.parsed.quantities)


def _members(context: Context, noun: Noun) -> Draft:
    counted = as_count(context.quantity)
    when = next((p for p in context.parsed.periods if p.role == "in" and p.source == "explicit" and p.value[:4].isdecimal() and abs(p.first - counted.first) <= 8), None)
    past = when is not None and context.calendar.on is not None and int(when.value[:4]) < context.calendar.on.year
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


def quantifier_drafts(context_of: Parsed, calendar_guideline: float) -> list[tuple[int, int, Interval, str]]:
    """`all allies`, `no ally`, `most members`: (first, last, fraction, words) of quantifiers before a member noun."""
    found: list[tuple[int, int, Interval, str]] = []
    for i, token in enumerate(context_of.tokens):
        value = _QUANTIFIERS.get(token.low)
        if value is None or token.kind != "word":
            continue
        ends = [end for start, end in context_of.cues.hits.get("member_nouns", ()) if i < start <= i + 3]
        if ends:
            found.append((i, max(ends), value, token.low))
    return found


_QUANTIFIERS = {
    "all": Interval(1.0, 1.0, central=1.0, kind="count"),
    "every": Interval(1.0, 1.0, central=1.0, kind="count"),
    "no": Interval(0.0, 0.0, central=0.0, kind="count"),
    "none": Interval(0.0, 0.0, central=0.0, kind="count"),
    "most": Interval(0.5, 1.0, low_open=True, central=0.5, kind="fraction"),
}


def is_fraction_of_allies(draft: Draft) -> bool:
    """Whether a draft counts allies (either way)."""
    return draft.measure in ("allies_at_guideline", "fraction_at_guideline")


def with_group(draft: Draft, group: str) -> Draft:
    """The same count over another group."""
    return replace(draft, subject=(group,))
