"""What happened, day by day: the record's events, and what was told on each day in its weightiest words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from burdenshare.checking.model import Verdict
from burdenshare.checking.stories.model import Occasion, Story, Telling
from burdenshare.reading.model import Kind, Modality, Mode
from burdenshare.report import wording
from burdenshare.report.stories import wording as told

MOST_A_DAY = 6
"""Lines of one day; a briefing tells the weightiest."""

MOST_OF_A_SPEAKER = 2
MOST_DAYS = 20


def days_of(story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each day with its lines, oldest first; of many days the fullest are told."""
    lines: dict[date, list[str]] = {}
    for occasion in story.occasions:
        lines.setdefault(occasion.event.first, []).append(occasion_line(occasion))
    by_day: dict[date, list[Telling]] = {}
    for one in story.tellings:
        if one.told_on is not None:
            by_day.setdefault(one.told_on, []).append(one)
    for day, tellings in by_day.items():
        lines.setdefault(day, []).extend(_lines(tellings))
    kept = sorted(sorted(lines, key=lambda day: (-len(lines[day]), day))[:MOST_DAYS])
    for day in kept:
        if lines[day]:
            yield day.isoformat(), tuple(lines[day])
    if len(lines) > len(kept):
        yield f"and {len(lines) - len(kept)} more days (--json)", ()


def occasion_line(occasion: Occasion) -> str:
    """An event of the record, and who tells of it."""
    by = f", told by {told.cited(occasion.told_by)}" if occasion.told_by else ""
    return f"◆ {told.event_line(occasion.event)}: on the record{by}"


def _lines(tellings: list[Telling]) -> list[str]:
    """The weightiest tellings of a day in the order of the text, at most a few of each speaker."""
    taken: dict[str, int] = {}
    seen: set[str] = set()
    chosen: list[Telling] = []
    for one in sorted(tellings, key=weight):
        words = wording.clean(one.statement.text).casefold()
        if weight(one)[0] >= NOT_WORTH or words in seen or taken.get(one.speaker, 0) >= MOST_OF_A_SPEAKER:
            continue
        taken[one.speaker] = taken.get(one.speaker, 0) + 1
        seen.add(words)
        chosen.append(one)
    chosen = chosen[:MOST_A_DAY]
    return [_line(one) for one in sorted(chosen, key=lambda one: (one.source, one.statement.span.start))]


NOT_WORTH = 5


def weight(telling: Telling) -> tuple[int, int, int, int]:
    """How much a telling tells of its day, 0 the most: targets, then figures, then quoted stands that take a side."""
    statement = telling.statement
    if statement.kind is Kind.PROMISE:
        rank = 0 if statement.comparator in (">", ">=", "<", "<=") or statement.period_from == "due" else 2
        if statement.measure == "guideline" and rank and _agreed_already(telling):
            rank = 4
    elif statement.kind is Kind.FACT:
        rank = NOT_WORTH if statement.measure == "members" else 1
    elif statement.kind is Kind.POSITION and statement.issue and statement.direction and telling.speaker:
        rank = 2 if statement.speaker.mode is Mode.QUOTE else 3
    else:
        rank = NOT_WORTH
    if statement.modality in (Modality.HYPOTHETICAL, Modality.DENIAL) and rank:
        rank = max(rank, 3)
    return rank, -len(statement.text.split()) // 8, telling.source, statement.span.start


def _agreed_already(telling: Telling) -> bool:
    """The guideline in force, which most reports repeat."""
    return telling.entry.then is not None and telling.entry.then.verdict is Verdict.SUPPORTED


def _line(one: Telling) -> str:
    who = one.speaker or told.OWN_VOICE
    verdict = told.verdicts(one)
    return f"[{one.source}] {who}: {told.quoted(one)}" + (f" ({verdict})" if verdict else "")
