"""Statements about the guideline without a number: `Canada is among those who fall short`, `all allies met it`."""

from __future__ import annotations

import math
from dataclasses import replace

from burdenshare.reading.context import Calendar, agreement_year
from burdenshare.reading.counts import THRESHOLDS
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_SHORT = word_list("falling_short")
_MEETS = word_list("meeting_target")
_UNSURE = word_list("unsure")
_GOING_ON = frozenset({"continue", "continues", "continued", "fail", "fails", "failed", "managed"})
MAX_SHARE = 10
_GUIDELINE_MEASURES = frozenset({"guideline", "allies_at_guideline", "fraction_at_guideline"})


def set_drafts(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Allies said to meet or miss the guideline, where the sentence itself gives no percentage."""
    said = _target_said(parsed)
    if said is None:
        return []
    everyone = _everyone(parsed, calendar, topic, said or calendar.guideline)
    if everyone is not None:
        return [everyone]
    fresh = topic.measure in _GUIDELINE_MEASURES and topic.block >= parsed.sentence.block - 1
    if not (fresh or said or (parsed.cues.has("target") and parsed.cues.has("defence"))):
        return []
    for name, words in (("missed", _SHORT), ("met", _MEETS)):
        for first, last in parsed.cues.hits.get(name, ()):
            if parsed.text(first, last) in words:
                draft = _membership(parsed, calendar, topic, first, last, name == "missed", fresh and not said)
                if draft is not None:
                    return [draft]
    return []


def _target_said(parsed: Parsed) -> float | None:
    """The percentage of the target the sentence names (0 where it names none); None where one is of something else."""
    said = 0.0
    for q in parsed.quantities:
        if q.unit not in ("%", "pp"):
            continue
        behind = [start for start, _ in parsed.cues.hits.get("target", ()) if q.core[1] <= start <= q.core[1] + 3]
        if q.unit == "pp" or not behind or q.number.value not in THRESHOLDS:
            return None
        said = q.number.value
    return said


def _everyone(parsed: Parsed, calendar: Calendar, topic: Topic, guideline: float) -> Draft | None:
    """`All allies met the 2 % target`, `every ally is expected to meet it`: the whole as a fraction of one."""
    tokens = parsed.tokens
    if "all" not in parsed.words and "every" not in parsed.words:
        return None
    for i, token in enumerate(tokens):
        if i and tokens[i - 1].low in ("for", "on", "that") and "to" in [t.low for t in tokens[i : i + 4]]:
            continue  # "it is in our interests for every member to meet it"
        if i and tokens[i - 1].low in ("of", "in"):
            continue  # "two out of every three members"
        if token.low not in ("all", "every") or any(
            q.core[0] in (i + 1, i + 2) and not q.unit for q in parsed.quantities
        ):
            continue
        noun = max((end for start, end in parsed.cues.hits.get("member_nouns", ()) if i < start <= i + 2), default=0)
        met = next((s for s in parsed.cues.hits.get("met", ()) if noun and noun <= s[0] <= noun + 6), None)
        target = met is not None and parsed.cues.has("target", met[0], min(len(tokens), met[1] + 8))
        denied = _UNSURE & {t.low for t in tokens[max(0, i - 2) : noun + 6]}
        if met is None or not target or denied:
            continue
        return _whole(parsed, calendar, i, met[1], guideline)
    return None


def _whole(parsed: Parsed, calendar: Calendar, first: int, last: int, guideline: float) -> Draft:
    explicit = next((p for p in parsed.periods if p.role == "in" and len(p.value) == 4), None)
    ahead = parsed.cues.has("future", first, last)
    year = str(calendar.on.year) if ahead and calendar.on else str(calendar.newest_year or "")
    return Draft(
        first,
        last,
        (first, last),
        Kind.FACT,
        "fraction_at_guideline",
        "all allies at the guideline",
        subject=("NATO",),
        value=Interval(1.0, 1.0, central=1.0, kind="count"),
        unit="fraction",
        period=explicit.value if explicit else year,
        period_from=explicit.source if explicit else "relative" if ahead else "now",
        threshold=guideline,
        holes=frozenset({"denominator"}),
        modality=Modality.FORECAST if ahead else Modality.FACT,
    )


def _membership(
    parsed: Parsed, calendar: Calendar, topic: Topic, first: int, last: int, missed: bool, fresh: bool
) -> Draft | None:
    low, high = parsed.clause(first, last)
    target = parsed.cues.has("target", first, min(len(parsed.tokens), last + 9))
    object_said = target or parsed.text(first, last).endswith("short")
    if parsed.tokens[first - 1].low == "to" and parsed.tokens[max(0, first - 2)].low not in _GOING_ON:
        return None  # "for Canada to meet its pledge": not that it does
    if not object_said or parsed.cues.has("future", low, first) or parsed.cues.has("hypothetical", low, high):
        return None
    allies = [
        s
        for s in parsed.subjects
        if low <= s.first and s.last <= first and s.entity in calendar.allies and s.names_a_body and not s.possessive
    ]
    if not allies or any(q.core[0] < first and q.core[0] > allies[0].last and not q.unit for q in parsed.quantities):
        return None
    if not _subject_like(parsed, allies[-1], first) or _denied(parsed, allies[0].first):
        return None
    guideline = _target_said(parsed) or (topic.threshold if fresh else None) or calendar.guideline
    value = (
        Interval(-math.inf, guideline, high_open=True, central=guideline)
        if missed
        else Interval(guideline, math.inf, central=guideline)
    )
    year = topic.period if fresh and topic.period[:4].isdecimal() else str(calendar.newest_year or "")
    explicit = next(
        (
            p
            for p in parsed.periods
            if p.role == "in"
            and p.source in ("explicit", "relative")
            and len(p.value) == 4
            and p.value[:4].isdecimal()
            and (calendar.on is None or int(p.value[:4]) <= calendar.on.year)
            and not ("since" in parsed.lows[max(0, p.first - 5) : p.first] or agreement_year(parsed, p))
        ),
        None,
    )
    neither = allies[0].first > 0 and parsed.tokens[allies[0].first - 1].low == "neither"
    if neither:
        missed = True  # "Neither Spain nor Belgium met it"
        value = Interval(-math.inf, guideline, high_open=True, central=guideline)
    end = _end_of_target(parsed, last)
    things = [q for q in parsed.quantities if end < q.core[0] <= end + 3]
    if parsed.text(end, end + 1) == "of" and things and things[0].unit not in ("%", ""):
        return None
    if parsed.text(end, end + 1) == "of" and things and not things[0].unit and things[0].number.value > MAX_SHARE:
        return None  # "the target of 50,000 reservists"
    draft = Draft(
        allies[0].first,
        end,
        (allies[0].first, last),
        Kind.FACT,
        "share_of_gdp",
        "in the set",
        comparator="<" if missed else ">=",
        value=value,
        unit="%",
    )
    return replace(
        draft,
        subject=tuple(s.entity for s in allies),
        period=explicit.value if explicit else year,
        period_from=explicit.source if explicit else "carried" if fresh and topic.period else "now",
    )


def _denied(parsed: Parsed, first: int) -> bool:
    """`ministers denied the United Kingdom has missed it`, `only America besides Britain meets it`."""
    front = {t.low for t in parsed.tokens[max(0, first - 3) : first]}
    return bool(front & {"denied", "denies", "deny", "besides", "disputed", "rejected", "whether", "if"})


def _end_of_target(parsed: Parsed, last: int) -> int:
    """Where the target's words behind the verb end."""
    spans = parsed.cues.spans("target", last, min(len(parsed.tokens), last + 9))
    return min((end for _, end in spans), default=last)


def _subject_like(parsed: Parsed, ally: SubjectMention, verb: int) -> bool:
    """Between the ally and the verb stand only words of the verb phrase: `is among those who continue to`."""
    allowed = {
        "is",
        "are",
        "was",
        "were",
        "among",
        "those",
        "the",
        "who",
        "which",
        "that",
        "still",
        "continue",
        "continues",
        "to",
        "one",
        "of",
        "allies",
        "members",
        "countries",
        "also",
        "has",
        "have",
        "had",
        "not",
        "yet",
        "far",
        "and",
        "all",
        "both",
        "only",
        "already",
        "easily",
        "comfortably",
        "narrowly",
        "just",
        "again",
        "currently",
        "now",
        "well",
        "some",
        "several",
        "including",
        "remains",
        "remain",
        ",",
        "does",
        "do",
        "did",
        "nations",
        "first",
        "finally",
    }
    return all(t.low in allowed for t in parsed.tokens[ally.last : verb])
