"""The year of what was agreed, joined or met about, not of the figure."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list

_AGREED = word_list("agreeing_verbs")


def agreement_year(parsed: Parsed, mention: PeriodMention) -> bool:
    """`the requirement agreed upon in 2006`: the year belongs to the agreement, not to the figure."""
    lows = parsed.lows
    after = lows[mention.last : mention.last + 2]
    if after[:1] in (["wales"], ["summit"], ["pledge"]) or after[1:] == ["pledge"]:
        return True
    if "decision" in lows[max(0, mention.first - _DECIDED_NEAR) : mention.first]:
        return True  # "since 2016, the decision being from 2015"
    now = mention.role == "now" and not parsed.tokens[mention.last - 1].possessive  # not "today's meeting"
    if now or _at_that_time(parsed, mention):
        return False
    if _names_a_meeting(parsed, mention) or _of_what_was_agreed(parsed, mention) or _of_the_accession(parsed, mention):
        return True
    if _AGREED.isdisjoint(parsed.words):
        return False
    if not _AGREED.isdisjoint(lows[max(0, mention.first - 3) : mention.first]):
        return True
    reach = max([0, *(q.core[1] for q in parsed.quantities if q.core[1] <= mention.first)])
    placed = lows[max(reach, mention.first - 6) : mention.first]  # "agreed in The Hague last year"
    return any(a in _AGREED and b in ("in", "at") for a, b in pairwise(placed))


_DECIDED_NEAR = 4
"""Tokens between `decision` and its year: `the decision being from 2015`."""


def _at_that_time(parsed: Parsed, mention: PeriodMention) -> bool:
    """`three managed it when the pledge was signed in 2014`: the year of both."""
    front = parsed.lows[max(0, mention.first - _WHEN_NEAR) : mention.first]
    return "when" in front and _CLOSING.isdisjoint(front[front.index("when") :]) and "was" in front


_WHEN_NEAR = 6
"""Words between `when` and the year in which something was agreed."""


def _of_the_accession(parsed: Parsed, mention: PeriodMention) -> bool:
    """`A recent addition to the alliance, joining in April 2023, Finland spent 2.41 %`: when it came in."""
    front = parsed.lows[max(0, mention.first - _JOINED_NEAR) : mention.first]
    at = next((n for n in range(len(front) - 1, -1, -1) if front[n] in _JOINED), None)
    return at is not None and set(front[at + 1 :]) <= _OF_THE_ALLIANCE


_JOINED = frozenset({"joined", "joining", "joins", "acceded", "acceding", "admitted", "accession", "entered", "entry"})


_OF_THE_ALLIANCE = frozenset(
    {"nato", "the", "alliance", "in", "to", "into", "it", "early", "late", "only", "back", "as"}
)


_JOINED_NEAR = 4


_GOALS = word_list("agreed_things")


_MADE = word_list("making_participles")


_CLOSING = frozenset({",", ";", ":", ".", "(", ")", "–", "—"})


_WHO_MADE_IT = 14
"""Words that may tell by whom and where something was agreed."""


def _of_what_was_agreed(parsed: Parsed, mention: PeriodMention) -> bool:
    """`the goal agreed by the allies at the Welsh Summit in 2014`, `the target set by leaders in Newport in 2014`: a
    participle behind a goal, and nothing between it and the year but by whom and where."""
    figures = {i for q in parsed.quantities for i in range(*q.core)}
    for at in range(mention.first - 1, max(0, mention.first - _WHO_MADE_IT), -1):
        if parsed.lows[at] in _CLOSING or at in figures:
            return False
        if parsed.lows[at] in _MADE:
            return not _GOALS.isdisjoint(parsed.lows[max(0, at - 4) : at])
    return False


MEETINGS = frozenset({"summit", "summits", "meeting", "conference", "gathering", "ministerial", "talks", "session"})


def _names_a_meeting(parsed: Parsed, mention: PeriodMention) -> bool:
    """`at this year's NATO summit`, `at last month's meeting of ministers`: the time is the meeting's name."""
    at = mention.last
    opened = parsed.tokens[at - 1].possessive or parsed.lows[at : at + 1] in (["'s"], ["’s"])
    if not opened:
        return False
    while at < len(parsed.tokens) and at < mention.last + 4 and parsed.lows[at] not in MEETINGS:
        at += 1
    return parsed.lows[at : at + 1] != [] and parsed.lows[at] in MEETINGS
