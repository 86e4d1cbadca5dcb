"""Whose figure it could also be, and of which year: the other names and years of a sentence.

Attachment is the weakest step of reading. Where a figure does not stand right behind its owner or its year, the others
that the sentence names are kept as rivals, and a figure that is right for a rival is never called false.
"""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

FIRST_YEAR_HELD = 2014
"""A value that something rose from, without a year, may be of any year since then."""
_NEAR = 5
"""Tokens between an owner (or a year) and its figure up to which nothing else can be meant."""
_OWNED_SERIES = frozenset(
    {
        "share_of_gdp",
        "expenditure",
        "expenditure_growth",
        "expenditure_change",
        "extra_expenditure",
        "equipment_share",
        "share_of_total",
        "military_personnel",
        "rank",
    }
)
_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})


@quick
@dataclass(frozen=True, slots=True)
class Rivals:
    """Other bearers and other calendar years of the sentence."""

    subjects: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


def rivals_of(parsed: Parsed, draft: Draft, bearers: frozenset[str], running: int | None) -> Rivals:
    """The rivals of a draft's subject and period; none where the words leave no doubt.

    `running` is the year of the text's day: words that speak of now may mean it before any release speaks of it.
    """
    if draft.measure not in _OWNED_SERIES | _COUNTS or draft.value is None:
        return Rivals()
    subjects = _subjects(parsed, draft, bearers) if draft.measure in _OWNED_SERIES else ()
    return Rivals(subjects, _periods(parsed, draft, running))


def _subjects(parsed: Parsed, draft: Draft, bearers: frozenset[str]) -> tuple[str, ...]:
    at = draft.focus[0]
    if "respective" in parsed.words or "respectively" in parsed.words:
        return ()  # told one by one
    own = [s for s in parsed.subjects if s.last <= at and s.entity in draft.subject]
    parted = any(t.text == "," for t in parsed.tokens[own[-1].last : at]) if own else True
    if own and not parted and at - own[-1].last <= _NEAR and not _between(parsed.subjects, own[-1].last, at):
        return ()
    whole = {"NATO"} if draft.measure in ("share_of_total", "rank") else set()
    others = [
        s.entity
        for s in parsed.subjects
        if s.entity in bearers and s.entity not in {*draft.subject, *whole} and not _owns_the_target(parsed, draft, s)
    ]
    return tuple(dict.fromkeys(others))


def _owns_the_target(parsed: Parsed, draft: Draft, subject: SubjectMention) -> bool:
    """`Greece, the UK and Estonia hit NATO's 2% target`: whose the target is, and not whose the spending is."""
    aimed = not _TARGETS.isdisjoint(parsed.lows[subject.last : subject.last + _AIMED_WITHIN])
    return subject.entity == "NATO" and draft.comparator == ">=" and aimed


_AIMED_WITHIN = 5
"""Tokens behind `NATO's` among which the word for a target stands: `2 per cent of GDP target`."""
_TARGETS = word_list("aim_nouns")


def _between(subjects: tuple[SubjectMention, ...] | list[SubjectMention], first: int, last: int) -> bool:
    return any(first <= s.first < last for s in subjects)


def _periods(parsed: Parsed, draft: Draft, running: int | None) -> tuple[str, ...]:
    low, high = draft.focus
    years = [p for p in parsed.periods if len(p.value) >= 4 and p.value[:4].isdecimal() and "/" not in p.value]
    own = [p for p in years if p.value[:4] == draft.period[-4:] and p.source == "explicit"]
    if any(0 <= p.first - high <= _NEAR or 0 <= low - p.last <= _NEAR for p in own) and len(own) == len(years):
        return ()
    found = [p.value[:4] for p in years]
    if draft.comparison and draft.period_from == "assumed" and running is not None:
        found.extend(str(year) for year in range(FIRST_YEAR_HELD, running))
    if draft.period_from in ("now", "assumed", "carried") and running is not None:
        found.append(str(running))
    return tuple(dict.fromkeys(year for year in found if year != draft.period))
