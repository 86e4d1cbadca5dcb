"""Lanes under each other on one scale: of each the middle of the draws, what half and four fifths of them lie within.

Nothing hangs on a colour: the middle is a dot, an arrow tells that it lies beyond the scale, an upright line what came;
each lane has its words above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from burdenshare.report import wording

TOP, FOOT = 6, 26
"""Height of what stands above all lanes, and of the scale below."""
LETTER = 6.3
"""Pixels of a letter of twelve, on average: words that would leave the picture are cut."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a picture is, where its scale begins and ends, and how tall a lane is. With `beside` the words of a lane
    stand behind its name, else below it."""

    name: str
    width: int
    left: int
    right: int
    row: int
    beside: bool


WIDE = Frame("wide", 760, 16, 30, 46, beside=True)
NARROW = Frame("narrow", 372, 10, 24, 62, beside=False)
"""For a telephone: the same letters, a shorter scale, two lines of words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name, its words, the middle (None: beyond the scale), the ends of 50 % and 80 % of the draws, and
    what came."""

    name: str
    words: str
    middle: float | None
    half: tuple[float, float] | None = None
    most: tuple[float, float] | None = None
    came: float | None = None


@dataclass(frozen=True, slots=True)
class Lanes:
    """A picture: `ticks` are places of the scale with their words; `id` tells it from others of its page."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]


def both(one: Lanes) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return drawn(one, WIDE) + drawn(one, NARROW)


def drawn(one: Lanes, frame: Frame = WIDE) -> Markup:
    """The picture in a frame."""
    ids = f"lanes-{one.id}-{frame.name}"
    head = Markup('<svg class="plot lanes {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">').format(
        frame.name, frame.width, height_of(one, frame), ids, ids
    )
    told = Markup('<title id="{}">{}</title><desc id="{}-d">{}</desc>').format(ids, one.title, ids, described(one))
    return Markup("\n").join([head, told, *parts(one, frame), Markup("</svg>")])


def picture(one: Lanes, told: str) -> str:
    """The same as one SVG that stands alone, with its own colours; `told` stands under its title."""
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-labelledby="lanes lanes-d"><title id="lanes">{2}</title><desc id="lanes-d">{3}</desc>'
        '<text class="head" x="16" y="20">{4}</text><text class="told" x="16" y="38">{5}</text>'
        '<g transform="translate(0 46)">'
    ).format(WIDE.width, height_of(one, WIDE) + 54, one.title, described(one), _cut(one.title, WIDE), _cut(told, WIDE))
    return str(Markup("\n").join([head, *parts(one, WIDE), Markup(f"</g>{ALONE}</svg>")]))


ALONE = """<style>
svg { font: 12px system-ui, sans-serif; background: #fbfaf7; } text { fill: #1d1d1f; } .tick, .told { fill: #63636a; }
.head { font-weight: 600; font-size: 13px; } .row { font-size: 12px; } .told, .tick { font-size: 11px; }
.grid { stroke: #dcd9d0; }
.reach { stroke: #0072b2; stroke-width: 4; stroke-opacity: 0.35; }
.core { stroke: #0072b2; stroke-width: 8; stroke-opacity: 0.5; }
.middle { fill: #0072b2; stroke: #fbfaf7; } .beyond { fill: none; stroke: #0072b2; stroke-width: 1.8; }
.came { stroke: #1d1d1f; stroke-width: 2; }
</style>"""
"""The look of a picture that stands in no page."""


def height_of(one: Lanes, frame: Frame) -> int:
    """How tall it is."""
    return TOP + frame.row * len(one.lanes) + FOOT


def described(one: Lanes) -> str:
    """The picture in words: every lane."""
    return "; ".join(f"{lane.name}: {lane.words}" for lane in one.lanes)


def parts(one: Lanes, frame: Frame) -> Iterator[Markup]:
    """What stands in the frame."""
    bottom = height_of(one, frame) - FOOT
    for at, words in _ticks(one, frame):
        x = _x(one, frame, at)
        yield Markup('<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, TOP, bottom)
        yield Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            x, bottom + 16, words
        )
    for place, lane in enumerate(one.lanes):
        top = TOP + frame.row * place
        yield from _words(lane, frame, top + 16)
        yield from _lane(one, frame, lane, top + frame.row - 16)


def _words(lane: Lane, frame: Frame, y: int) -> Iterator[Markup]:
    lines = [f"{lane.name}: {lane.words}"] if frame.beside else [lane.name, lane.words]
    for at, line in enumerate(lines):
        look = "told" if at else "row"
        yield Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
            look, frame.left, y + 15 * at, _cut(line, frame)
        )


def _lane(one: Lanes, frame: Frame, lane: Lane, y: int) -> Iterator[Markup]:
    for look, ends in (("reach", lane.most), ("core", lane.half)):
        if ends is not None:
            low, high = (_x(one, frame, end) for end in ends)
            yield Markup('<line class="{}" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{}"/>').format(look, low, high, y, y)
    if lane.came is not None:
        x = _x(one, frame, lane.came)
        yield Markup('<line class="came" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, y - 9, y + 9)
    if lane.middle is None:
        x = frame.width - frame.right + 6
        yield Markup('<path class="beyond" d="M{0} {1} l8 5 l-8 5"/>').format(x, y - 5)
        return
    yield Markup('<circle class="middle" cx="{:.1f}" cy="{}" r="5"/>').format(_x(one, frame, lane.middle), y)


def _x(one: Lanes, frame: Frame, value: float) -> float:
    part = (min(max(value, one.first), one.last) - one.first) / (one.last - one.first)
    return frame.left + part * (frame.width - frame.left - frame.right)


def _ticks(one: Lanes, frame: Frame) -> Sequence[tuple[float, str]]:
    """Every so many ticks, so that their words do not touch."""
    most = 6 if frame is NARROW else 13
    return one.ticks[:: max(1, -(-len(one.ticks) // most))]


def _cut(words: str, frame: Frame) -> str:
    return wording.shortened(words, int((frame.width - 2 * frame.left) / LETTER))
