"""A story as a short briefing: sections of items in the order a reader wants them, the same for terminal and page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from burdenshare.checking.model import Verdict
from burdenshare.checking.stories.asking import LIKELY, YEAR_GUESSED
from burdenshare.checking.stories.model import (
    Difference,
    Fit,
    Issue,
    Movement,
    Point,
    Stand,
    Story,
    Telling,
    Topic,
)
from burdenshare.reading.model import Modality, Mode
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.stories import wording as told
from burdenshare.report.stories.days import days_of
from burdenshare.report.stories.stands import others_line, shown_stands
from burdenshare.report.stories.views import View, tellings_of

MOST_POINTS = 12
"""Points of a section that are listed; the JSON holds them all."""

MOST_SOURCES = 60
"""Reports that are listed by name."""

MOST_WORDINGS = 5
"""Wordings of one side that are listed."""

OPPOSITE = " ↔ "

TRIVIAL = frozenset({Topic.OFFICE, Topic.MEMBERS})
"""What every report says in passing: told on one line together."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell: a heading, and lines under it."""

    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items; `empty` is said where there are none."""

    title: str
    items: tuple[Item, ...]
    empty: str = ""


def briefing(story: Story, record: Record, view: View) -> list[Section]:
    """The sections of one story, or of one person or one issue in it."""
    if view.person:
        sections = _of_person(story, record, view)
    elif view.issue:
        nothing = Section(f"All stands on {told.issue_name(view.issue)}", (), "nobody takes a stand on it here")
        sections = [_one_issue(one) for one in story.issues if one.id == view.issue] or [nothing]
        if view.issue == "spending_target":
            sections.append(_movements(story.movements, record))
    else:
        sections = _whole(story, record)
    return [one for one in sections if one.items or one.empty]


def _whole(story: Story, record: Record) -> list[Section]:
    several = story.voices > 1
    return [
        Section("Reports", tuple(_sources(story))),
        Section("What happened, day by day", tuple(Item(day, lines) for day, lines in days_of(story))),
        _agreed(story, record),
        Section(
            "What contradicts what",
            tuple(_contradictions(story.points, record)),
            "nothing that these reports surely tell of the same thing contradicts itself" if several else "",
        ),
        Section("Told differently, and both may be right", tuple(_apart(story.points, record))),
        _movements(story.movements, record),
        Section("Who stands where", tuple(_stands(one) for one in story.issues if shown_stands(one))),
        Section("Figures told by one report only", tuple(_single(story, record))),
        Section("Copies", tuple(_copies(story))),
        Section("Without a day", tuple(_undated(story))),
    ]


def _sources(story: Story) -> Iterator[Item]:
    edited = {one.sources[0] for one in story.copies if one.likeness <= WORD_FOR_WORD}
    for source in story.sources[:MOST_SOURCES]:
        sort = "a near copy" if source.voice in edited else "a copy"
        copy = f"; {sort} of [{source.voice}]" if source.voice != source.number else ""
        yield Item(f"[{source.number}] {told.source_line(source)}{copy}")
    if len(story.sources) > MOST_SOURCES:
        yield Item(f"and {len(story.sources) - MOST_SOURCES} more (--json)")


def _agreed(story: Story, record: Record) -> Section:
    """Points that several voices tell alike, with the record's answer and who was first."""
    items = []
    for point in story.points:
        side = point.sides[0]
        if side.voices < 2 or point.asked.topic in TRIVIAL:
            continue
        told_as = " · ".join(_some(told.wordings(side), MOST_WORDINGS))
        lines = (told_as, *_record_says(side.tellings), *_now_says(point), _first(point, story))
        yet = "; another differs, see below" if point.differences else ""
        items.append(Item(f"{told.title_of(point, record)}: {side.voices} reports agree{yet}", lines))
    trivial = [one for one in story.points if one.asked.topic in TRIVIAL and one.sides[0].voices > 1]
    if trivial:
        named = [f"{_in_passing(one, record)} ({one.sides[0].voices})" for one in trivial[:MOST_POINTS]]
        items.append(Item(f"In passing: {'; '.join(named)}"))
    return Section("What they agree on, and who told it first", tuple(_capped(items)))


def _in_passing(point: Point, record: Record) -> str:
    if point.asked.topic is Topic.MEMBERS and point.sides[0].asked.answer is not None:
        number = wording.number(point.sides[0].asked.answer.central)
        return f"{told.names(record)(point.asked.key[1])} has {number} members"
    return told.title_of(point, record)


def _record_says(tellings: Iterable[Telling]) -> list[str]:
    """The verdicts on a side: one line where all bear the same."""
    found = list(dict.fromkeys(verdict for one in tellings if (verdict := told.verdicts(one))))
    return [f"the record: {'; '.join(found)}"] if found else []


def _now_says(point: Point) -> list[str]:
    """What the record holds today of a figure that it does not simply support."""
    if point.asked.topic not in (Topic.COUNT, Topic.FIGURE):
        return []
    latest = point.sides[0].tellings[0].entry.now
    return [] if latest is None or latest.verdict is Verdict.SUPPORTED else [f"now: {wording.clean(latest.why)}"]


def _first(point: Point, story: Story) -> str:
    """Who told it first, and who after."""
    if point.first is None:
        return "first: unknown, as no report that tells it has a day"
    first = point.first
    lead = point.sides[0]
    same_day = [one for one in lead.tellings if one.told_on == first.told_on and one.voice != first.voice]
    later = [one for one in lead.tellings if one.told_on is not None and one.told_on > (first.told_on or one.told_on)]
    line = f"first: {told.teller(first, story)}"
    if same_day:
        line += f"; the same day {', '.join(dict.fromkeys(told.by_whom(one) for one in same_day))}"
    after = list(dict.fromkeys(told.by_whom(one) for one in later if one.voice != first.voice))
    if after:
        line += f"; then {', '.join(_some(after, MOST_WORDINGS))}"
    return line


def _contradictions(points: Iterable[Point], record: Record) -> Iterator[Item]:
    for point in points:
        found = point.contradictions
        for one in found[:MOST_POINTS]:
            yield Item(told.title_of(point, record), tuple(_against(one, point)))


def _against(one: Difference, point: Point) -> Iterator[str]:
    """Both sides of a contradiction with their verdicts, and which the record sides with."""
    for telling in (one.one, one.other):
        side = next((side for side in point.sides if telling in side.tellings), None)
        same = [] if side is None else sorted({t.source for t in side.tellings} - {telling.source})
        also = f", so too {told.cited(same)}" if same else ""
        verdict = told.verdicts(telling)
        line = f"{told.short_words(telling)} {told.by_whom(telling)}, {wording.day(telling.told_on)}{also}"
        yield f"{line}: {verdict}" if verdict else f"{line}: not judged"
    yield one.why + _sides_with(one)


def _sides_with(one: Difference) -> str:
    """Which telling the record agrees with today, where it agrees plainly with just one of them."""
    pair = [t for t in (one.one, one.other) if t.entry.now is not None]
    right = [t for t in pair if _now(t) is Verdict.SUPPORTED]
    others = [t for t in pair if _now(t) in (Verdict.CONTRADICTED, Verdict.DEPENDS)]
    if len(right) != 1 or len(others) != 1 or others[0].entry.now is None:
        return "; the record does not decide between them"
    return f"; the record sides with [{right[0].source}]: {wording.clean(others[0].entry.now.why)}"


def _now(telling: Telling) -> Verdict | None:
    return None if telling.entry.now is None else telling.entry.now.verdict


def _apart(points: Iterable[Point], record: Record) -> Iterator[Item]:
    """Differences that may be none, of each point the one from its leading side; the doubtful are only counted."""
    found = [(point, one) for point in points if (one := _plainest(point)) is not None]
    for point, one in found[:MOST_POINTS]:
        lines = [
            f"{told.short_words(telling)} {told.by_whom(telling)}, {wording.day(telling.told_on)}"
            + (f": {told.verdicts(telling)}" if told.verdicts(telling) else "")
            for telling in (one.one, one.other)
        ]
        yield Item(told.title_of(point, record), (*lines, one.why))
    rest = sum(len(point.differences) - len(point.contradictions) for point in points) - len(found[:MOST_POINTS])
    if rest > 0:
        yield Item(f"and {rest} more differences, most of them read less surely (--json)")


def _plainest(point: Point) -> Difference | None:
    """A difference between the leading side and another that does not rest on a doubtful reading alone."""
    lead = point.sides[0].tellings
    return next(
        (
            one
            for one in point.differences
            if one.fit is Fit.APART and one.why not in (LIKELY, YEAR_GUESSED) and (one.one in lead or one.other in lead)
        ),
        None,
    )


def _movements(movements: Iterable[Movement], record: Record) -> Section:
    items = [_movement(one, record) for one in movements]
    return Section("How targets moved", tuple(_capped(items)))


MOST_STEPS = 14
"""Steps of a movement that are listed: the first and the last ones."""


def _movement(one: Movement, record: Record) -> Item:
    name = "spending target" if one.measure == "guideline" else wording.measure_name(one.measure)
    who = f", as {one.speaker} told it" if one.speaker else ""
    # The record's part is told once, with the movement over all speakers.
    in_force, decisions = ((), ()) if one.speaker else (one.in_force, one.decisions)
    lines = [f"in force at the start: {told.commitment_line(held, record)}" for held in in_force]
    steps = list(one.steps)
    gap = len(steps) - MOST_STEPS
    for at, step in enumerate(steps):
        if gap > 0 and at == MOST_STEPS // 2:
            lines.append(f"… {gap} more steps (--json)")
        if gap > 0 and MOST_STEPS // 2 <= at < len(steps) - MOST_STEPS // 2:
            continue
        numbers = told.cited(dict.fromkeys((step.telling.source, *(again.source for again in step.repeats))))
        speaker = "" if one.speaker else f" {step.telling.speaker or told.OWN_VOICE}"
        shift = "" if step.shift in told.UNMOVED else f"  {told.SHIFTS[step.shift]}"
        words = told.short_words(step.telling)
        lines.append(f"{wording.day(step.telling.told_on)} {numbers}{speaker}: {words}{shift}")
    lines += [f"decided: {told.commitment_line(made, record)}" for made in decisions]
    return Item(f"{', '.join(map(told.names(record), one.subject))}: {name}{who}", tuple(lines))


def _stands(issue: Issue) -> Item:
    """The stands of one issue that can be told plainly, then shifts and opposed actors."""
    lines = [_stand(one) for one in shown_stands(issue)]
    lines += [f"shift of {one.later.actor}: {one.why} ({_both(one.earlier, one.later)})" for one in issue.shifts]
    lines += [f"opposed: {one.why} ({_both(one.earlier, one.later, OPPOSITE)})" for one in issue.opposed]
    return Item(told.issue_name(issue.id), (*lines, *others_line(issue)))


def _both(one: Stand, other: Stand, between: str = " → ") -> str:
    ends = (f"{told.short_words(each.telling, 40)} {wording.day(each.telling.told_on)}" for each in (one, other))
    return between.join(ends)


def _stand(one: Stand, *, named: bool = True) -> str:
    telling = one.telling
    side = {"for": "+ for", "against": "− against"}.get(one.direction, "·")
    reported = telling.statement.speaker.mode is Mode.INDIRECT
    denied = " denies:" if telling.statement.modality is Modality.DENIAL and reported else ""
    numbers = told.cited(dict.fromkeys((telling.source, *(again.source for again in one.repeats))))
    actor = f"{one.actor}, " if named else ""
    return f"{side}  {actor}{wording.day(telling.told_on)} {numbers}{denied} {told.quoted(telling)}"


def _one_issue(issue: Issue) -> Section:
    """All stands on one issue, actor by actor."""
    items = [
        Item(actor, tuple(_stand(one, named=False) for one in issue.stands if one.actor == actor))
        for actor in issue.actors
    ]
    turns = [f"shift of {one.later.actor}: {one.why} ({_both(one.earlier, one.later)})" for one in issue.shifts]
    turns += [f"opposed: {one.why} ({_both(one.earlier, one.later, OPPOSITE)})" for one in issue.opposed]
    if turns:
        items.append(Item("Shifts and opposites", tuple(turns)))
    return Section(f"All stands on {told.issue_name(issue.id)}", tuple(items))


def _of_person(story: Story, record: Record, view: View) -> list[Section]:
    """Everything one person said, day by day, then how the person's targets and stands moved."""
    by_day: dict[str, list[str]] = {}
    for one in tellings_of(story):
        if one.speaker == view.person:
            issue = one.statement.issue
            about = f" ({told.issue_name(issue)})" if issue else ""
            verdict = told.verdicts(one)
            line = f"[{one.source}] {told.quoted(one, 160)}{about}" + (f": {verdict}" if verdict else "")
            by_day.setdefault(wording.day(one.told_on), []).append(line)
    days = tuple(Item(day, tuple(dict.fromkeys(lines))) for day, lines in by_day.items())
    own = [one for one in story.movements if view.person in (one.speaker, *(s.telling.speaker for s in one.steps))]
    turns = [one for issue in story.issues for one in issue.shifts if one.later.actor == view.person]
    shifts = tuple(
        Item(f"{told.issue_name(one.later.issue)}: {one.why} ({_both(one.earlier, one.later)})") for one in turns
    )
    return [
        Section(f"What {view.person} said", days, "nothing here"),
        _movements(own, record) if days else Section("", ()),
        Section("Shifts", shifts),
    ]


def _single(story: Story, record: Record) -> Iterator[Item]:
    """Figures, events and ages that one voice tells: nothing to hold beside them but the record."""
    topics = {Topic.COUNT, Topic.FIGURE, Topic.AGE}
    if story.voices < 2:
        topics |= {Topic.OCCASION, Topic.IN_FORCE}
    found = [one for one in story.points if one.voices == 1 and one.asked.topic in topics]
    for point in found[:MOST_POINTS]:
        lines = [" · ".join(_some(told.wordings(side), MOST_WORDINGS)) for side in point.sides]
        yield Item(told.title_of(point, record), (*lines, *_record_says(t for s in point.sides for t in s.tellings)))
    if len(found) > MOST_POINTS:
        yield Item(f"and {len(found) - MOST_POINTS} more (--json)")


WORD_FOR_WORD = 0.995
"""Share of runs in common from which a copy is told as word for word: a byline or a place may differ."""


def _copies(story: Story) -> Iterator[Item]:
    for one in story.copies:
        original, *others = one.sources
        day = wording.day(story.sources[original - 1].day)
        lines = [
            f"[{each.copy.source}] prints {told.short_words(each.copy)} where [{original}] has "
            f"{told.short_words(each.original)}"
            for each in one.changed
        ]
        head = f"[{original}] of {day} is printed by {len(one.sources)}: so too {told.cited(others)}; one voice"
        share = (
            f"near copies: of all runs of four words in [{original}] and a copy {one.likeness:.0%} or more are shared"
        )
        common = "word for word" if one.likeness > WORD_FOR_WORD else share
        yield Item(f"{head} ({common})", tuple(lines))


def _undated(story: Story) -> Iterator[Item]:
    for one in story.undated:
        yield Item(f"[{one.number}] {told.source_line(one)}: kept, and first at nothing")


def _some(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], f"and {len(lines) - most} more"]


def _capped(items: list[Item]) -> list[Item]:
    rest = len(items) - MOST_POINTS
    return items if rest <= 0 else [*items[:MOST_POINTS], Item(f"and {rest} more (--json)")]
