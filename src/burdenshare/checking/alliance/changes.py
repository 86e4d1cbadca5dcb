"""What changed between two days, section by section: only what the record itself dates or publishes."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.checking.alliance.model import Change, Compared, Entry, Mark, Section, View
from burdenshare.checking.wording import number

NEW, GONE, CHANGED = "new", "gone", "changed"
MOST_MOVES = 5
"""Rises and falls of shares that are told: the largest."""

LEAST_MOVE = 0.05
"""Percentage points of GDP below which a share's move is not told: less than a rounded table shows."""

STATED = frozenset({"warheads", "troops", "common budget", "shells"})
"""Kinds of figures that each rest on one statement: two of them may differ by who speaks, so both are named."""

DECIDED = frozenset({Mark.MEETS, Mark.BELOW})
"""Shares that count on both days; the others are shown beside."""

SAME = "both views are of one day: nothing can have changed"


def compared(first: View, second: View) -> Compared:
    """The changes from the older view to the newer, whichever was given first; none between views of one day."""
    if first.day > second.day:
        first, second = second, first
    if first.day == second.day:
        return Compared(first, second, (), (SAME,))
    changes = tuple(one for section in second.sections for one in _of_section(first.section(section.id), section))
    return Compared(first, second, changes)


def _of_section(before: Section, after: Section) -> Iterator[Change]:
    rules = {
        "members": _joined,
        "groups": _membership,
        "guideline": _guideline,
        "shares": _shares,
        "burden": _figures,
        "aid": _figures,
        "industry": _figures,
        "posture": _figures,
        "pledges": _pledges,
        "officials": _officials,
        "meetings": _held,
        "horizons": _added,
        "positions": _added,
    }
    yield from rules[after.id](before, after)


def _keyed(section: Section) -> dict[str, Entry]:
    return {one.key: one for one in section.entries}


def _joined(before: Section, after: Section) -> Iterator[Change]:
    held = _keyed(before)
    for one in after.entries:
        if one.key not in held:
            yield Change(after.id, NEW, one.label, one.words, None, one)


def _membership(before: Section, after: Section) -> Iterator[Change]:
    held = _keyed(before)
    for one in after.entries:
        old = held.get(one.key)
        if old is None:
            yield Change(after.id, NEW, one.label, one.words, None, one)
        elif old.actors != one.actors:
            more = [name for name in one.actors if name not in old.actors]
            less = [name for name in old.actors if name not in one.actors]
            told = "; ".join(filter(None, (_list("joined", more), _list("left", less))))
            yield Change(after.id, CHANGED, one.label, told, old, one)


def _list(head: str, names: list[str]) -> str:
    return f"{head}: {', '.join(names)}" if names else ""


def _guideline(before: Section, after: Section) -> Iterator[Change]:
    was = {one.key: one for one in before.entries if one.kind == "in force"}
    now = {one.key: one for one in after.entries if one.kind == "in force"}
    for key, one in now.items():
        if key not in was:
            told = f"in force since {one.on}: {one.words} ({', '.join(one.notes)})"
            yield Change(after.id, NEW, one.label, told, None, one)
    for key, one in was.items():
        if key not in now:
            yield Change(after.id, GONE, one.label, f"no longer the newest: {one.words} of {one.on}", one, None)


def _shares(before: Section, after: Section) -> Iterator[Change]:
    """Who crossed which guideline, by which releases; then the largest moves where the release is another."""
    if before.release != after.release:
        told = f"release {before.release or 'none'} → {after.release or 'none'}"
        yield Change(after.id, CHANGED, "release that answers", told)
    was = _keyed(before)
    pairs = [(was[one.key], one) for one in after.entries if one.key in was]
    crossed: set[str] = set()
    for level in sorted({one for one in (before.guideline, after.guideline) if one is not None}):
        for change in _crossings(pairs, level, before, after):
            crossed.add(change.label)
            yield change
    if before.guideline is not None and after.guideline is not None and before.guideline != after.guideline:
        meeting = [one.label for one in after.entries if one.mark is Mark.MEETS]
        told = f"{before.guideline:g} → {after.guideline:g} %; at or above it now: {', '.join(meeting) or 'nobody'}"
        told += "".join(f" ({line})" for line in after.told if "the release counts the whole" in line)
        yield Change(after.id, CHANGED, "guideline they are held against", told)
    moved = sorted(
        (
            (new.value - old.value, old, new)
            for old, new in pairs
            if new.value is not None and old.value is not None and {old.mark, new.mark} <= DECIDED
        ),
        key=lambda one: -abs(one[0]),
    )
    for difference, old, new in [one for one in moved if one[2].label not in crossed][:MOST_MOVES]:
        if before.release != after.release and abs(difference) >= LEAST_MOVE:
            told = f"{_share(old)} → {_share(new)}"
            yield Change(after.id, CHANGED, new.label, told, old, new)


def _crossings(pairs: list[tuple[Entry, Entry]], level: float, before: Section, after: Section) -> Iterator[Change]:
    """Allies on another side of one level. A share with one decimal, or of an older release, decides nothing."""
    for old, new in pairs:
        if not {old.mark, new.mark} <= DECIDED or old.value is None or new.value is None:
            continue
        if (old.value >= level) is not (new.value >= level):
            side = "now meets" if new.value >= level else "no longer meets"
            told = f"{side} {level:g} %: {_share(old)} ({before.release}) → {_share(new)} ({after.release})"
            yield Change(after.id, CHANGED, new.label, told, old, new)


def _share(one: Entry) -> str:
    return f"{one.value:.2f} % in {one.period}{' (estimate)' if one.estimate else ''}"


def _figures(before: Section, after: Section) -> Iterator[Change]:
    """Values of one key on both days; what differs only in its year is another figure and says so."""
    was = _keyed(before)
    for one in after.entries:
        old = was.get(one.key)
        if old is None:
            yield Change(after.id, NEW, _named(one), _figure(one), None, one)
        elif old.value != one.value:
            yield Change(after.id, CHANGED, _named(one), f"{_figure(old)} → {_figure(one)}", old, one)


def _named(one: Entry) -> str:
    shown = one.kind in ("share of the total", "level") or one.kind.startswith(("real growth", "total", "military"))
    return f"{one.label}, {one.kind}" if shown else one.label


def _figure(one: Entry) -> str:
    told = number(one.value, one.unit) if one.value is not None else "no value"
    stated = one.notes[:1] if one.kind in STATED else ()
    beside = ", ".join((*filter(None, [one.period.replace("/", " to ")]), *stated))
    return f"{told} ({beside})" if beside else told


def _pledges(before: Section, after: Section) -> Iterator[Change]:
    """New ones, and those that were reached, fell due or were replaced in between."""
    was = _keyed(before)
    for one in after.entries:
        old = was.get(one.key)
        due = f", due {one.due}" if one.due else ""
        if old is None:
            yield Change(after.id, NEW, one.label, f"{one.words}; {one.on}{due}".removeprefix("; "), None, one)
        elif old.kind != one.kind:
            why = f" ({one.notes[-1]})" if one.notes else ""
            told = f"{one.words or one.on}{due}: {old.kind} → {one.kind}{why}"
            yield Change(after.id, CHANGED, one.label, told, old, one)


def _officials(before: Section, after: Section) -> Iterator[Change]:
    """Posts that have somebody else. A post empty on one of the days is the record's gap, and no change is told."""
    was, now = _by_post(before), _by_post(after)
    for post, holders in now.items():
        old = was.get(post, [])
        if not old or {one.label for one in old} == {one.label for one in holders}:
            continue
        told = f"{_who(old)} → {_who(holders)}"
        yield Change(after.id, CHANGED, holders[0].words, told, old[0], holders[0])


def _by_post(section: Section) -> dict[tuple[str, ...], list[Entry]]:
    posts: dict[tuple[str, ...], list[Entry]] = {}
    for one in section.entries:
        posts.setdefault(one.actors, []).append(one)
    return posts


def _who(holders: list[Entry]) -> str:
    return " or ".join(f"{one.label}{' (not sure)' if one.mark is Mark.ROUGH else ''}" for one in holders)


def _held(before: Section, after: Section) -> Iterator[Change]:
    """Meetings that began after the first day and by the second, oldest first."""
    was = {one.key for one in before.entries if one.mark is not Mark.LATER}
    now = [one for one in after.entries if one.mark is not Mark.LATER and one.key not in was]
    for one in sorted(now, key=lambda entry: entry.on):
        told = ", ".join(filter(None, (one.on.replace("/", " to "), one.words)))
        yield Change(after.id, NEW, one.label, told, None, one)


def _added(before: Section, after: Section) -> Iterator[Change]:
    was = {one.key for one in before.entries}
    for one in reversed(after.entries) if after.id == "horizons" else after.entries:
        if one.key not in was:
            yield Change(after.id, NEW, one.label, f"{one.words}; {one.on}", None, one)
