"""The statement of a count of allies against the guideline: threshold, year, group and how firmly it is said."""

from __future__ import annotations

import itertools

from burdenshare.reading.alliance_size import ARMED
from burdenshare.reading.context import Context
from burdenshare.reading.count_lines import THRESHOLDS, line_meant
from burdenshare.reading.count_times import (
    at_that_time,
    contrasted,
    firmness_of,
    now,
    of_another_spell,
    rest_told_at,
    said_in_a_month,
    told_in_its_own_time,
    told_of_now,
    year_behind_a_count,
    year_of_the_next_count,
)
from burdenshare.reading.drafts import Draft
from burdenshare.reading.led_groups import led_group
from burdenshare.reading.member_nouns import Noun
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.quantities import Quantity, as_count
from burdenshare.reading.replacing import replaced
from burdenshare.reading.widths import interval

COUNTS = ("allies_at_guideline", "fraction_at_guideline")
MOST_ALLIES = 32


def percent_behind(context: Context) -> bool:
    """Whether a share that may be a line follows the number."""
    return any(
        p.unit == "%" and 0 < p.core[0] - context.quantity.core[1] <= 14 and 1 <= p.number.value <= 6
        for p in context.parsed.quantities
    )


def guideline_count(context: Context, noun: Noun, missed: bool) -> Draft:
    """How many allies, or which fraction of them, reach the guideline or miss it."""
    q = context.quantity
    fraction = q.number.kind == "fraction"
    counted = q if fraction else as_count(_said_exactly(context, q))
    last = max(noun.last, _verb_end(context, "missed" if missed else "met"))
    when, future = _time_of(context, last)
    threshold = _threshold_of(context)
    armed = context.parsed.lows[noun.last : noun.last + 2] in ARMED
    open_whole = (fraction or missed) and not armed
    said = firmness_of(context)
    if said not in _UNFIRM and context.parsed.cues.has("forecast", noun.last, last):
        said = Modality.FORECAST  # "nine of the 29 members are expected to reach it this year"
    return Draft(
        q.first,
        max(last, threshold[1]),
        (q.first, min(noun.last, q.last + 8)),
        Kind.PROMISE if future else Kind.FACT,
        COUNTS[fraction],
        "allies at the guideline",
        subject=(_group_of(context, noun),),
        comparator=counted.comparator,
        value=counted.value,
        unit="fraction" if fraction else "allies",
        period=when.value,
        period_from=when.source,
        threshold=threshold[0],
        below=missed,
        denominator="armed" if armed else "",
        holes=(frozenset({"denominator"}) if open_whole else frozenset()) | context.holes_of_source(),
        modality=said if said in _UNFIRM else Modality.FACT,
        likely=_untold(context, when)
        or said_in_a_month(context, when)
        or context.after(1) == ["other"],  # "one other country": beside whom was named
    )


_UNFIRM = (Modality.FORECAST, Modality.ESTIMATE, Modality.HYPOTHETICAL, Modality.DENIAL)


def _time_of(context: Context, last: int) -> tuple[When, bool]:
    """The year of the count, and whether it lies ahead of the text."""
    when = period_of(context, ("in", "now", "by", "to", "ago", "later"))
    if when.source == "carried" and told_of_now(context, last):
        return now(context), False
    rest = rest_told_at(context)
    if (when.mention is not None and when.mention.first > rest) or (
        when.source == "carried" and rest < len(context.parsed.lows)
    ):
        return now(context), False
    if when.mention is not None and year_behind_a_count(context, when.mention, last):
        when = now(context)
    untold = when.mention is None or year_of_the_next_count(context, when.mention)
    if untold and (then := at_that_time(context)) is not None:
        return then, False
    if contrasted(context, when, last) or (when.source == "carried" and told_in_its_own_time(context)):
        when = now(context)
    on = context.calendar.on
    gathered = _at_a_gathering(context) if when.source in ("now", "assumed", "carried") else None
    if gathered is not None:
        return gathered, False
    if on is not None and _on_track(context) and _gone_by_in_front(context, when):
        return When(str(on.year), "relative"), False  # without a mention: only likely
    if when.source in ("now", "assumed", "carried") and _ahead(context) and on is not None:
        when = When(str(on.year), "relative")
    year = int(when.value[:4]) if when.value[:4].isdecimal() else None
    future = when.source == "explicit" and year is not None and on is not None and year > on.year
    if future and when.mention is not None and not _plans(context, when.mention, last):
        return now(context), False
    return when, future


def _at_a_gathering(context: Context) -> When | None:
    """`At last year's summit, nine members still failed to meet it`: when the gathering was that opens the sentence."""
    parsed, first = context.parsed, context.quantity.first
    if _PAST.isdisjoint(parsed.words):
        return None
    for p in parsed.periods:
        led = p.first == 1 and parsed.lows[0] in ("at", "by") and p.source == "relative" and len(p.value) == 4
        if led and p.last <= first and _GATHERINGS & set(parsed.lows[p.last : p.last + 3]):
            return When(p.value, "relative", p)
    return None


_PAST = frozenset({"met", "failed", "missed", "reached", "fell", "spent", "had", "were", "hit"})
_GATHERINGS = frozenset({"summit", "meeting", "gathering", "conference"})


def _gone_by_in_front(context: Context, when: When) -> bool:
    """`spending rose 11 % last year, and 18 members are on track to meet it`: the year in front is that of the rise."""
    mention, on = when.mention, context.calendar.on
    if mention is None or on is None or mention.last > context.quantity.first or not when.value[:4].isdecimal():
        return False
    return int(when.value[:4]) < on.year


def _untold(context: Context, when: When) -> bool:
    """The words leave the year open: `are on track to meet it`, `until recently`, `at that time`."""
    dated = when.mention is not None and len(when.mention.value) not in (7, 10)  # a day is that of the saying
    track = not dated and _on_track(context)
    then = when.mention is None and at_that_time(context) is not None
    spell = when.source != "explicit" and of_another_spell(context)
    return track or then or spell or _until_lately(context)


def _group_of(context: Context, noun: Noun) -> str:
    """Whose members are counted: `Among the Nordics, four`, `three Baltic states`, else those of the noun."""
    if noun.group not in ("", "NATO"):
        return noun.group
    if context.parsed.lows[noun.last : noun.last + 2] == ["in", "europe"]:
        return "EUR"  # "ten NATO countries in Europe"
    end = context.quantity.core[1]
    inside = (s for s in context.parsed.subjects if end <= s.first < noun.last and s.entity in _PARTS_OF_NATO)
    named = next((s.entity for s in inside), "")
    return named or led_group(context.parsed, context.quantity.first) or noun.group or "NATO"


_PARTS_OF_NATO = frozenset({"BALTIC", "NORDIC", "B9", "NB8", "V4"})


def _on_track(context: Context) -> bool:
    """`15 of the 29 are on track to meet it`: by a year that is not said."""
    behind = [t.low for t in context.parsed.tokens[context.quantity.core[1] : context.quantity.core[1] + 14]]
    return any(a == "on" and b in ("track", "course") for a, b in itertools.pairwise(behind))


def _until_lately(context: Context) -> bool:
    """`Until recently, only three allies spent more`: when that was is not said."""
    words = [t.low for t in context.parsed.tokens[context.bounds[0] : context.quantity.first]]
    return "until" in words or "hitherto" in words or "previously" in words


def _plans(context: Context, mention: PeriodMention, last: int) -> bool:
    """Whether a year to come is that of the count: told in its clause, in front of it (`And by 2024, at least 15 will
    spend 2 %`), or with a word of the future in it."""
    low, high = context.bounds
    end = context.quantity.core[1]
    leading = [token for token in context.parsed.tokens[low : mention.first] if token.kind == "word"]
    return (
        end <= mention.first < high
        or (low <= mention.first <= low + 3 and len(leading) <= 1)
        or context.parsed.cues.has("future", context.quantity.core[1], last)
    )


def _said_exactly(context: Context, q: Quantity) -> Quantity:
    """`an estimated 18 of the 31`: an estimate, but of a count that is told to the unit."""
    between = {t.low for t in context.parsed.tokens[q.first : q.core[0]]}
    if q.rule != "about" or "estimated" not in between:
        return q
    return replaced(q, rule="plain", comparator="=", value=interval(q.number, "plain"))


def _ahead(context: Context) -> bool:
    """`18 allies to hit the target`, `are projected to meet`: of this year, not of the newest one held."""
    end = context.quantity.core[1]
    words = [t.low for t in context.parsed.tokens[end : min(end + 14, rest_told_at(context))]]
    failed = not _FAILED.isdisjoint(words[: words.index("to")] if "to" in words else [])
    infinitive = any(
        words[i] == "to" and words[i + 1] in _MEETING and not failed and words[i - 1 : i] not in _OF_THE_LINE
        for i in range(len(words) - 1)
    )
    return (
        infinitive
        or any(w in ("will", "projected", "expected", "forecast") for w in words)
        or context.cue_before("forecast")
    )


_MEETING = frozenset({"hit", "meet", "reach", "achieve", "spend", "exceed", "surpass"})
_OF_THE_LINE = (["commitment"], ["commitments"], ["pledge"], ["pledges"], ["promise"], ["promises"], ["obligation"])
"""In front of `to spend 2 %` these make it the words of a line that those counted meet."""
_FAILED = frozenset({"failed", "failing", "fail", "refused", "neglected", "managed"})
"""In front of `to meet` these tell what was, and nothing that is to come."""


def _verb_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return min((stop for start, stop in context.parsed.cues.hits.get(name, ()) if start >= end), default=end)


def _line_of_its_own(context: Context) -> Quantity | None:
    """`Nineteen of the 29 members spend less than 1.8% of GDP`: a line that nobody agreed on, told with a comparison
    right behind the counted."""
    end = context.quantity.core[1]
    near = next((q for q in context.parsed.quantities if q.unit == "%" and end <= q.first <= end + 7), None)
    if near is None or near.number.value in THRESHOLDS or near.rule not in ("below", "above", "at least", "at most"):
        return None
    named = any(
        len(s.entity) == 3 and end <= s.first < near.first and s.entity != "EUR" for s in context.parsed.subjects
    )
    marked = {",", "(", ";", ":", "and", "by"} & set(context.parsed.lows[end : near.first])
    return None if named or marked or not 0.5 <= near.number.value <= 6 else near


def _threshold_of(context: Context) -> tuple[float, int]:
    """The percentage the count speaks of, and where its words end; the guideline of the day where none is said."""
    end = context.quantity.core[1]
    said = [
        q
        for q in context.parsed.quantities
        if q.unit == "%" and q.number.value in THRESHOLDS and not _bracketed(context, q)
    ]
    own = _line_of_its_own(context)
    if own is not None:
        return own.number.value, own.last
    behind = [q for q in said if q.core[0] >= end]
    front = said
    passive = front and front[0].last <= context.quantity.first and "by" in context.before(2)
    if behind and passive and "by" not in context.parsed.lows[end : behind[0].first]:
        behind = []  # "double the 2 percent target – met by only 23 members – to 5 percent"
        front = [q for q in said if q.last <= context.quantity.first]
    if behind and front[0].last <= context.quantity.first and _points_back(context, behind[0].first):
        behind = []  # "joining the five countries already meeting this benchmark; next year Latvia will spend 2 %"
        front = [q for q in said if q.last <= context.quantity.first]
    if behind:
        return behind[0].number.value, behind[0].last
    if front:
        return front[-1].number.value, end
    carried = context.topic.threshold if context.topic.block >= context.parsed.sentence.block - 1 else None
    if (
        carried not in THRESHOLDS
        or carried == _WHOLE_OF_2025
        or {"old", "previous", "former"} & {t.low for t in context.parsed.tokens[end : end + 8]}
    ):
        carried = None  # nobody is counted against the 5 %, and "the old guideline" is the 2 %
    return line_meant(context, carried), end


def _points_back(context: Context, stop: int) -> bool:
    """Whether the line is told by pointing at one in front: `meeting this benchmark`, `who hit that mark`."""
    end, lows = context.quantity.core[1], context.parsed.lows
    nouns = context.parsed.cues.spans("target", end, stop)
    return any(lows[first - 1] in ("this", "that") for first, _ in nouns)


_WHOLE_OF_2025 = 5.0


def _bracketed(context: Context, quantity: Quantity) -> bool:
    before = context.parsed.tokens[quantity.first - 1].text if quantity.first else ""
    return before in ("(", ":")


def points_back(context: Context) -> bool:
    """`That is a third of the membership`: the count of the sentence before, said as a fraction."""
    opener = [t.low for t in context.parsed.tokens[: context.quantity.first]]
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1
    return fresh and opener[:1] in (["that"], ["this"]) and len(opener) <= 4 and "is" in opener
