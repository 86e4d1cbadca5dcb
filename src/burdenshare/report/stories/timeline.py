"""What of a story is drawn: days downwards, a lane for the record and one for each person or issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.checking.stories.model import Stand, Story, Telling
from burdenshare.reading.model import Kind
from burdenshare.record.model import Event
from burdenshare.report.stories import wording as told
from burdenshare.report.stories.days import NOT_WORTH, weight
from burdenshare.report.stories.stands import told_plainly
from burdenshare.report.stories.views import View

MOST_LANES = 4
MOST_ROWS = 14
MOST_IN_A_CELL = 3
"""What one sheet can hold and still be read; what is left out is said under the picture."""

ON_RECORD = "On the record"
REPORTS = "The reports themselves"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark with its words; `small` is the quiet line under them."""

    kind: str
    words: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One day with the entries of every lane."""

    day: date
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes by name, rows by day, and what was left out of the picture."""

    title: str
    lanes: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: tuple[str, ...]


def timeline_of(story: Story, title: str, view: View) -> Timeline:
    """The timeline of a story: a lane a person; of one person a lane an issue, of one issue a lane an actor."""
    stands = {(s.telling.source, s.telling.statement.id): s for issue in story.issues for s in issue.stands}
    lane_of = _lanes(view, stands)
    of_lanes = [one for one in story.tellings if lane_of(one) and one.statement.kind is not Kind.EVENT]
    held = [one for one in of_lanes if one.told_on is not None and _drawn(one, stands, view)]
    counted = Counter(lane_of(one) for one in {_words(one): one for one in held}.values())
    names = sorted(counted, key=lambda name: (-counted[name], name))
    lanes = names[:MOST_LANES]
    cells: dict[date, dict[str, list[Telling]]] = {}
    for one in held:
        if lane_of(one) in lanes and one.told_on is not None:
            cells.setdefault(one.told_on, {}).setdefault(lane_of(one), []).append(one)
    events: dict[date, list[Event]] = {}
    for occasion in story.occasions:
        events.setdefault(occasion.event.first, []).append(occasion.event)
    days = sorted({*cells, *events}, key=lambda day: (-sum(map(len, cells.get(day, {}).values())), day))
    kept = sorted(days[:MOST_ROWS])
    dropped = 0
    rows = []
    for day in kept:
        row: list[tuple[Entry, ...]] = [tuple(_event(one) for one in events.get(day, [])[:MOST_IN_A_CELL])]
        for lane in lanes:
            chosen, rest = _chosen(cells.get(day, {}).get(lane, []), stands, view)
            dropped += rest
            row.append(chosen)
        rows.append(Row(day, tuple(row)))
    left = _left_out(names[MOST_LANES:], len(days) - len(kept), dropped, len(of_lanes) - len(held))
    return Timeline(title, (ON_RECORD, *lanes), tuple(rows), left)


def _lanes(view: View, stands: dict[tuple[int, str], Stand]) -> Callable[[Telling], str]:
    """Which lane a telling stands in; empty for none."""

    def by_person(one: Telling) -> str:
        return one.speaker or REPORTS

    def by_issue(one: Telling) -> str:
        if one.speaker != view.person:
            return ""
        stand = stands.get((one.source, one.statement.id))
        return told.issue_name(stand.issue) if stand is not None else "figures and targets"

    def by_actor(one: Telling) -> str:
        stand = stands.get((one.source, one.statement.id))
        return stand.actor if stand is not None and stand.issue == view.issue else ""

    return by_issue if view.person else by_actor if view.issue else by_person


def _drawn(one: Telling, stands: dict[tuple[int, str], Stand], view: View) -> bool:
    """Whether a telling is worth a mark: targets, figures and plain stands; everything plain of one person or issue."""
    stand = stands.get((one.source, one.statement.id))
    if stand is not None:
        return bool(view.person) or (stand.plain if view.issue else told_plainly(stand))
    return one.statement.kind in (Kind.FACT, Kind.PROMISE) and weight(one)[0] < NOT_WORTH - 1


def _chosen(
    tellings: Sequence[Telling], stands: dict[tuple[int, str], Stand], view: View
) -> tuple[tuple[Entry, ...], int]:
    """The weightiest tellings of a cell, and how many are left out."""
    once = list({_words(one): one for one in sorted(tellings, key=weight, reverse=True)}.values())
    best = sorted(once, key=weight)[:MOST_IN_A_CELL]
    best.sort(key=lambda one: (one.source, one.statement.span.start))
    return tuple(_entry(one, stands.get((one.source, one.statement.id))) for one in best), len(once) - len(best)


def _words(one: Telling) -> tuple[str, str]:
    return one.speaker, " ".join(one.statement.text.casefold().split())


def _entry(one: Telling, stand: Stand | None) -> Entry:
    kind = {Kind.FACT: "figure", Kind.PROMISE: "target", Kind.EVENT: "figure"}.get(one.statement.kind, "stand")
    if stand is not None and not stand.figure:
        kind = stand.direction or "stand"
    issue = "" if stand is None or stand.figure else told.issue_name(stand.issue)
    small = " · ".join(filter(None, (f"[{one.source}]", issue, short_verdicts(one))))
    return Entry(kind, told.quoted(one, 130), small)


def short_verdicts(one: Telling) -> str:
    """Both verdicts as words: `supported, now contradicted`."""
    then, now = one.entry.then, one.entry.now
    if then is None or now is None or then.verdict is now.verdict:
        answer = then or now
        return "" if answer is None or answer.verdict == "unverifiable" else answer.verdict.value
    return f"{then.verdict.value}, now {now.verdict.value}"


def _event(event: Event) -> Entry:
    days = "" if event.first == event.last else f"until {event.last.isoformat()}"
    place = event.place if event.place.split(" (")[0] not in event.name else ""
    return Entry("event", event.name, " · ".join(filter(None, (place, days))))


def _left_out(lanes: Sequence[str], days: int, entries: int, plainer: int) -> tuple[str, ...]:
    found = []
    if lanes:
        more = f" and {len(lanes) - 6} more" if len(lanes) > 6 else ""
        found.append(f"{len(lanes)} lane{'s' * (len(lanes) != 1)} ({', '.join(lanes[:6])}{more})")
    if days > 0:
        found.append(f"{days} day{'s' * (days != 1)}")
    if entries:
        found.append(f"{entries} statements of days that hold more than {MOST_IN_A_CELL} in a lane")
    if plainer:
        found.append(f"{plainer} statements without a day, a figure or a plain stand")
    return tuple(found)
