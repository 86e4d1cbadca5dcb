"""Where words find room: how wide they are, how a title breaks, which labels touch nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

NORMAL, BOLD = 0.49, 0.53
"""Mean width of a letter of the charts' font in parts of its size; a little more than measured, to be safe."""

GAP = 4.0
"""Pixels that stay free between two labels, and between a label and a sign."""

INWARD = 2.0
"""Pixels by which words that run to a side begin beyond their point: a letter's edge stands under the sign's middle."""

SIGN = 5.0
"""Half the width of a sign."""

STEP = 4.0
"""Pixels from place to place at which a line is looked at: finer than any letter."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels from the upper left of the plot."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words for one point of the plot, in pixels; `at` is that point's number; the lowest `rank` goes first."""

    x: float
    y: float
    words: str
    rank: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that found room: above or below its point, and to which side its words run (`left`: they begin there)."""

    label: Label
    above: bool
    align: str


@dataclass(slots=True)
class Room:
    """What is taken already: boxes of words, and spots that lines and signs cover. `width` and `height` bound it."""

    width: float
    height: float
    boxes: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def free(self, box: Box, own: Spot | None = None) -> bool:
        """Whether words in `box` touch nothing; the sign at `own` is theirs."""
        if box[0] < 0 or box[1] < -2 or box[2] > self.width + GAP or box[3] > self.height + GAP:
            return False
        if any(_meet(box, one) for one in self.boxes):
            return False
        return not any(_holds(box, one) for one in self.spots if own is None or not _near(one, own))


def width_of(words: str, size: int, *, bold: bool = False) -> float:
    """About how many pixels the longest line of `words` takes at a size."""
    return max(map(len, words.split("\n"))) * size * (BOLD if bold else NORMAL)


def height_of(words: str, size: int) -> float:
    """How many pixels the lines of `words` take."""
    return size * 1.2 * (words.count("\n") + 1)


def wrapped(words: str, width: float, size: int, *, bold: bool = False) -> list[str]:
    """`words` in lines that fit into `width` pixels."""
    letters = max(12, int(width / (size * (BOLD if bold else NORMAL))))
    return wrap(words, letters, break_long_words=False) or [""]


def along(start: Spot, end: Spot) -> Iterator[Spot]:
    """Spots on the straight line between two."""
    far = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    count = max(1, int(far / STEP))
    for place in range(count + 1):
        part = place / count
        yield start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def around(at: Spot) -> Iterator[Spot]:
    """Spots that a sign covers."""
    yield at
    for across in (-SIGN, SIGN):
        for down in (-SIGN, SIGN):
            yield at[0] + across, at[1] + down


def placed(labels: Sequence[Label], room: Room, size: int) -> list[Placed]:
    """The labels that find room, in the order of their rank, each taking its own from those after it.

    Each is tried above its point and below, in the middle and to both sides. One that fits nowhere is left out, for a
    tip still tells it; the first of all is never left out.
    """
    found: list[Placed] = []
    for label in sorted(labels, key=lambda one: one.rank):
        tries = [(above, align) for align in ("center", "right", "left") for above in (True, False)]
        fit = [one for one in tries if room.free(box_of(label, size, *one), (label.x, label.y))]
        if not fit and found:
            continue
        above, align = fit[0] if fit else (True, "right")
        room.boxes.append(box_of(label, size, above, align))
        found.append(Placed(label, above, align))
    return found


def box_of(label: Label, size: int, above: bool, align: str) -> Box:
    """The room that a label takes; words to a side begin or end a little beyond their point."""
    wide, tall = width_of(label.words, size), height_of(label.words, size)
    left = {"center": label.x - wide / 2, "left": label.x - INWARD, "right": label.x - wide + INWARD}[align]
    top = label.y - 2 * GAP - tall if above else label.y + 2 * GAP
    return left, top, left + wide, top + tall


def _meet(one: Box, other: Box) -> bool:
    apart = one[2] + GAP < other[0] or other[2] + GAP < one[0] or one[3] < other[1] or other[3] < one[1]
    return not apart


def _near(spot: Spot, own: Spot) -> bool:
    return abs(spot[0] - own[0]) < SIGN + 1 and abs(spot[1] - own[1]) < SIGN + 1


def _holds(box: Box, spot: Spot) -> bool:
    return box[0] - 1 < spot[0] < box[2] + 1 and box[1] - 1 < spot[1] < box[3] + 1
