"""What a chart says in words: its title is the finding, its subtitle the terms, its description the values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from burdenshare.checking.alliance.model import Mark
from burdenshare.report.charts.allies import NO_FORCES
from burdenshare.report.charts.model import Allies, Asked, Claimed, Plot, Point, Releases, Years
from burdenshare.report.marks import mark_of
from burdenshare.report.wording import amount, number, prices, span_of

CORE = "core"
MOST_NAMED = 40
"""Allies named in a description: all of them, as long as a listener can bear it."""


def title(plot: Plot) -> str:
    """The finding in one sentence; the spaces inside a value and a month do not break."""
    if isinstance(plot, Years):
        return _years_title(plot)
    if isinstance(plot, Releases):
        return _releases_title(plot)
    if isinstance(plot, Allies):
        return _allies_title(plot)
    return _claimed_title(plot)


def subtitle(plot: Plot) -> tuple[str, ...]:
    """The terms a reader must know: the day, the definition of what counts, what the signs mean."""
    points = plot.points
    lines = [_known(plot)]
    if isinstance(plot, Years | Releases | Claimed):
        lines += _definitions(points)
    if any(one.estimate for one in points):
        lines.append("e and an open sign: an estimate of the publisher")
    if isinstance(plot, Allies):
        lines += _undecided(plot)
    if not isinstance(plot, Allies) and plot.left_out:
        lines.append(f"not drawn: {len(plot.left_out)} on other terms or without an exact value")
    return tuple(lines)


def alt(plot: Plot) -> str:
    """The chart for someone who does not see it: what it is of, its first, last, lowest and highest value, and how
    many reach the threshold. A pure function of the values."""
    if isinstance(plot, Allies):
        return _allies_alt(plot)
    kind = {Years: "by year", Releases: "by release", Claimed: "by release, against what was said"}[type(plot)]
    parts = [f"Line chart {kind}: {_subject(plot)}", _known(plot), *_ends(plot.points), *_extremes(plot.points)]
    if isinstance(plot, Claimed):
        parts += _claim_told(plot)
    else:
        parts += _reached(plot)
    parts += _definitions(plot.points)
    if estimates := [one.label for one in plot.points if one.estimate]:
        parts.append(f"estimates: {_listed(estimates)}")
    return _sentences(parts)


def value_of(point: Point) -> str:
    """A point's value as the reports write it, or why there is none."""
    if point.value is None:
        return point.notes[0] if point.notes else "not held"
    return f"place {number(point.value)}" if point.unit == "rank" else amount(point.value, point.unit)


def long_day(day: date | None) -> str:
    """A day as a sentence writes it: `17 June 2024`."""
    return "an unknown day" if day is None else f"{day.day} {day:%B %Y}"


def tip(point: Point) -> str:
    """What is told of one point when it is pointed at, a fact a line."""
    lines = [f"{point.label}: {value_of(point)}" + (", estimate" if point.estimate else "")]
    if point.release:
        kind = f", {point.definition} expenditure" if point.definition else ""
        lines.append(f"release {point.release} of {long_day(point.released_on)}{kind}")
    return "\n".join((*lines, *point.notes))


# Titles --------------------------------------------------------------------------------------------------------------


def _years_title(plot: Years) -> str:
    run = same_definition(plot.points)
    head, (first, then), (last, now) = f"{plot.asked.name}: {plot.asked.title}", _end(run[0]), _end(run[-1])
    if len(run) == 1:
        return f"{head} was {now} in {last}"
    if then == now:
        return f"{head} was {now} in {last}, as in {first}"
    moved = "rose" if (run[-1].value or 0.0) > (run[0].value or 0.0) else "fell"
    moved = "went" if plot.asked.unit == "rank" else moved  # to a lower place is up
    return f"{head} {moved} from {then} in {first} to {now} in {last}"


def _releases_title(plot: Releases) -> str:
    (first, then), (last, now) = _end(plot.points[0]), _end(plot.points[-1])
    head = f"{plot.asked.name}, {plot.period}: {plot.asked.title}"
    if len(plot.points) == 1:
        return f"{head} is told by one release: {then}"
    if then == now:
        return f"{head} was put at {then} in {first} and is again in {last}"
    return f"{head} was put at {then} in {first} and at {now} in {last}"


def _end(point: Point) -> tuple[str, str]:
    """A point's name and value as a title tells them."""
    return together(point.label), in_title(point)


def _allies_title(plot: Allies) -> str:
    whom = f"{_count(plot)} of {plot.members} allies"
    at = f"{number(plot.threshold)} % {'of GDP' if plot.asked.measure == 'share_of_gdp' else ''}".strip()
    below = sum(1 for one in plot.points if NO_FORCES not in one.notes) - plot.met_high
    if plot.met_low != plot.met_high:
        return f"{whom} met {at} in {plot.year}: the release decides no closer"
    unarmed = sum(1 for one in plot.points if NO_FORCES in one.notes) + plot.members - len(plot.points)
    left = f", {_number(unarmed)} not counted" if unarmed else ""
    return f"{whom} met {at} in {plot.year}, {below} did not{left}"


def _number(count: int) -> str:
    """A small number as it is told."""
    return "one is" if count == 1 else f"{count} are"


def _claimed_title(plot: Claimed) -> str:
    answers = [f"{mark_of(one.verdict).word} {one.name}" for one in plot.clocks]
    return f"“{plot.words}” for {plot.asked.name} in {plot.period}: {', '.join(answers)}"


def in_title(point: Point) -> str:
    """A value where the title names its unit already: `23`, and not `23 allies`."""
    return number(point.value or 0.0) if point.unit == "allies" else together(value_of(point)).replace("-", "−")


def together(words: str) -> str:
    """Words that stand on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _count(plot: Allies) -> str:
    return str(plot.met_low) if plot.met_low == plot.met_high else f"{plot.met_low} to {plot.met_high}"


def same_definition(points: Sequence[Point]) -> tuple[Point, ...]:
    """The last points that count the same thing: only those can be said to have risen or fallen."""
    kept: list[Point] = []
    for one in reversed(points):
        if one.definition != points[-1].definition:
            break
        kept.append(one)
    return tuple(reversed(kept))


# Terms ---------------------------------------------------------------------------------------------------------------


def _known(plot: Plot) -> str:
    day = long_day(plot.asked.known_on)
    if isinstance(plot, Allies):
        kind = f" ({plot.definition} expenditure)" if plot.definition else ""
        return f"as known on {day}: release {plot.release} of {long_day(plot.released_on)}{kind}"
    if isinstance(plot, Years):
        newest = max(plot.points, key=lambda one: one.released_on or date.min)
        if newest.released_on is None:
            return f"as known on {day}"
        return f"as known on {day}; newest release {newest.release}"
    count = len(plot.points)
    return f"as published up to {day}: {count} release{'s' if count != 1 else ''}"


def _definitions(points: Sequence[Point]) -> list[str]:
    kinds = {one.definition for one in points}
    if CORE not in kinds or len(kinds) == 1:
        return []
    before = next(one for one in reversed(points) if one.definition != CORE)
    after = next(one for one in points if one.definition == CORE)
    return [f"squares (up to {before.label}) count the whole, circles (from {after.label}) core expenditure"]


def _undecided(plot: Allies) -> list[str]:
    told = {
        Mark.OPEN: "diamond: printed with one decimal, decides nothing",
        Mark.OLDER: "square: told by an older release, counted by nobody",
    }
    return [words for mark, words in told.items() if any(one.mark is mark for one in plot.points)]


# Descriptions --------------------------------------------------------------------------------------------------------


def _subject(plot: Years | Releases | Claimed) -> str:
    asked = plot.asked
    period = "" if isinstance(plot, Years) else f", {plot.period}"
    return f"{asked.name}, {asked.title}{period}{_basis(asked)}"


def _basis(asked: Asked) -> str:
    return f", {prices(asked.basis)}" if prices(asked.basis) else ""


def _ends(points: Sequence[Point]) -> list[str]:
    first, last = points[0], points[-1]
    if len(points) == 1:
        return [f"one value, {value_of(first)} ({first.label})"]
    return [f"first {value_of(first)} ({first.label})", f"last {value_of(last)} ({last.label})"]


def _extremes(points: Sequence[Point]) -> list[str]:
    if len(points) < 3:
        return []
    low, high = (end(points, key=lambda one: one.value or 0.0) for end in (min, max))
    return [f"lowest {value_of(low)} ({low.label})", f"highest {value_of(high)} ({high.label})"]


def _reached(plot: Years | Releases) -> list[str]:
    told = []
    for level in plot.levels:
        over = sum(1 for one in plot.points if one.value is not None and one.value >= level.value)
        told.append(f"at or above {amount(level.value, plot.asked.unit)}: {over} of {len(plot.points)}")
    return told


def _claim_told(plot: Claimed) -> list[str]:
    said = _allowed(plot)
    told = [f"said was “{plot.words}”, which allows {said}"]
    for one in plot.clocks:
        value = "no value" if one.value is None else amount(one.value, plot.asked.unit)
        told.append(f"{one.name}, on {long_day(one.on)}: {value}, {mark_of(one.verdict).word}")
    return told


def _allowed(plot: Claimed) -> str:
    """The interval of the words; with all its digits where rounding would make one number of it."""
    low, high, unit = plot.said.low, plot.said.high, plot.asked.unit
    if low != high and amount(low, unit) == amount(high, unit):
        return f"{low:g} to {high:g} {unit}".strip()
    return span_of(low, high, unit)


def _allies_alt(plot: Allies) -> str:
    known = [one for one in plot.points if one.value is not None]
    parts = [
        f"Dot plot: {plot.asked.title} of {len(plot.points)} members in {plot.year} against {number(plot.threshold)} %",
        _known(plot),
        f"at or above: {_count(plot)} of {plot.members}",
        *plot.said,
    ]
    if known:
        parts += [f"highest {_named(known[0])}", f"lowest {_named(known[-1])}"]
        parts.append("in order: " + ", ".join(_named(one) for one in known[:MOST_NAMED]))
    unknown = [f"{one.label} ({value_of(one)})" for one in plot.points if one.value is None]
    if unknown:
        parts.append(f"without a value: {', '.join(unknown)}")
    return _sentences(parts)


def _named(point: Point) -> str:
    return f"{point.label} {value_of(point)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def _sentences(parts: Sequence[str]) -> str:
    return ". ".join(f"{one[0].upper()}{one[1:]}" for one in parts if one) + "."
