"""Allies measured against a line told just before: `2 %, which Italy only just meets`; `Spain and Italy did not.`"""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Calendar
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.allies.lines import words
from burdenshare.reading.gleaning.allies.lists import line_told, list_draft, list_ending
from burdenshare.reading.gleaning.allies.verdicts import stands_for, verdicts
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed

_NEAR = 3
"""Words between a line and the relative that takes it up."""
_OPENERS = frozenset({"but", "while", "and", "the", "however", ",", "by", "contrast", "meanwhile"})


def echoes_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """Statements whose line stands in front of the allies or in the sentence before."""
    if not any(s.entity in calendar.allies for s in parsed.subjects):
        return []
    if any(d.measure == "share_of_gdp" and d.rule == "in the set" for d in drafts):
        return []
    found = _by_relative(parsed, calendar, topic) or _by_auxiliary(parsed, calendar, topic)
    return [found] if found is not None else []


def _by_relative(parsed: Parsed, calendar: Calendar, topic: Topic) -> Draft | None:
    """`The norm is 2 %, which the Netherlands only just meets`, `a goal that Italy has yet to reach`."""
    for i, low in enumerate(parsed.lows):
        if low not in ("which", "that") or not i:
            continue
        line = _line_before(parsed, calendar, topic, i)
        last = _list_from(parsed, i + 1)
        owners = list_ending(parsed, calendar, last) if line is not None and last is not None else None
        if line is None or owners is None:
            continue
        at, missed = owners[-1].last, False
        while at < len(parsed.tokens) and at - owners[-1].last <= 6:
            verdict = _alone(parsed, at)
            if verdict is not None:
                span = (owners[0].first, verdict[0])
                polar = (verdict[1] == "missed") is not missed
                draft = list_draft(parsed, calendar, topic, owners, span, (polar, False), line)
                return _dated_here(parsed, calendar, replace(draft, likely=True))
            word = parsed.lows[at]
            if word not in words("owner_gap") and word not in words("gap"):
                break
            missed = missed or word in words("negators") or (word == "yet" and parsed.lows[at + 1 : at + 2] == ["to"])
            at += 1
    return None


def _dated_here(parsed: Parsed, calendar: Calendar, draft: Draft) -> Draft:
    """A year in front of the relative is that of the target, not of those who meet it."""
    if any(p.first >= draft.first for p in parsed.periods):
        return draft
    return replace(draft, period=str(calendar.newest_year or ""), period_from="now")


def _line_before(parsed: Parsed, calendar: Calendar, topic: Topic, at: int) -> float | None:
    """The percentage, or the target by its name, right in front of a relative."""
    for q in parsed.quantities:
        if q.unit == "%" and q.number.value in THRESHOLDS and at - _NEAR - 2 <= q.core[1] <= at:
            return q.number.value if q.rule == "plain" else None
    named = any(at - _NEAR <= end <= at for _, end in parsed.cues.hits.get("target", ()))
    return line_told(parsed, calendar, topic) if named else None


def _list_from(parsed: Parsed, at: int) -> SubjectMention | None:
    """The last mention of the list that begins at token `at` (an article may stand in front)."""
    found: SubjectMention | None = None
    for subject in parsed.subjects:
        gap = parsed.lows[found.last if found is not None else at : subject.first]
        if subject.first < at:
            continue
        if not (gap in ([], ["the"]) if found is None else set(gap) <= {",", "and", "the"}):
            break
        found = subject
    return found


def _alone(parsed: Parsed, at: int) -> tuple[int, str] | None:
    """A verb of reaching or missing at token `at` that no object follows: (where it ends, met or missed)."""
    for last, rows in reversed(verdicts().every(parsed.tokens, at)):
        behind = parsed.tokens[last] if last < len(parsed.tokens) else None
        ended = behind is None or behind.kind == "mark" or behind.low in words("ends")
        if ended and rows[0].needs == "object" and rows[0].polar in ("met", "missed"):
            return last, rows[0].polar
    return None


def _by_auxiliary(parsed: Parsed, calendar: Calendar, topic: Topic) -> Draft | None:
    """`22 allies had reached that goal. Belgium, Canada and Spain did not.`"""
    if topic.counted_at < parsed.sentence.block - 1 or any(q.unit == "%" for q in parsed.quantities):
        return None
    last = _list_from(parsed, next((i for i, low in enumerate(parsed.lows) if low not in _OPENERS), 0))
    owners = list_ending(parsed, calendar, last) if last is not None else None
    if last is None or owners is None or not stands_for(parsed, last.last):
        return None
    end = last.last + 2
    denied = parsed.lows[last.last] in words("negators") or "not" in parsed.lows[last.last : end]
    if not denied or len(parsed.lows) > end + 1:
        return None
    span = (owners[0].first, min(end, len(parsed.lows)))
    line = line_told(parsed, calendar, topic)
    return replace(list_draft(parsed, calendar, topic, owners, span, (True, False), line), likely=True)
