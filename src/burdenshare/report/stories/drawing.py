"""The few shapes a picture is made of, as SVG text: everything escaped, no script, no font and nothing from outside.

Marks differ in shape and letter, not only in colour, so that a print in black and white and every eye can tell them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape

from burdenshare.report import wording

FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
SIZE = 12
LINE = 15
"""Text size and the step from line to line, in pixels."""

WIDEST = 0.60
"""Width of a letter in its size: above the mean of the widest of these fonts, so that a label never runs over."""

INK, QUIET, RULE, PAPER = "#1d1d1f", "#595960", "#c9c6bd", "#ffffff"
COLOURS = {
    "event": "#000000",
    "figure": "#0072b2",
    "target": "#d55e00",
    "for": "#007a5e",
    "against": "#8f3d76",
    "stand": "#595960",
}
"""Okabe and Ito's colours, which colour-blind readers can tell apart, darkened where they carry letters."""

KINDS = {
    "event": "event on the record",
    "figure": "figure",
    "target": "target, pledge or demand",
    "for": "stand for it",
    "against": "stand against it",
    "stand": "stand, no side told",
}
"""What each mark means, in the order of the legend."""


def wrapped(text: str, width: float, most: int) -> list[str]:
    """`text` in lines that fit `width` pixels, at most `most` of them, the last one with an ellipsis when cut."""
    letters = max(int(width / (SIZE * WIDEST)), 6)
    lines = textwrap.wrap(wording.clean(text), letters, break_long_words=True, break_on_hyphens=False)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    return [*lines[: most - 1], (last if len(last) < letters else last[: letters - 1]).rstrip() + "…"]


def text(x: float, y: float, line: str, *, bold: bool = False, fill: str = INK, anchor: str = "start") -> str:
    """One line of text with its baseline at `y`."""
    weight = ' font-weight="600"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" fill="{fill}"{weight}{place}>{escaped(line)}</text>'


def rimmed(x: float, y: float, line: str, anchor: str = "start") -> str:
    """Bold text on lines of a chart, with a rim of paper around it."""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    rim = f'paint-order="stroke" stroke="{PAPER}" stroke-width="4" stroke-linejoin="round"'
    return f'<text x="{_n(x)}" y="{_n(y)}" fill="{INK}" font-weight="600" {rim}{place}>{escaped(line)}</text>'


def lines(x: float, y: float, told: Sequence[str], *, fill: str = INK, bold: bool = False) -> list[str]:
    """Lines of text under each other, the first with its baseline at `y`."""
    return [text(x, y + at * LINE, line, fill=fill, bold=bold) for at, line in enumerate(told)]


def rule(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False, ink: str = RULE, wide: float = 1) -> str:
    """A straight line."""
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="{ink}" stroke-width="{_n(wide)}"{dash}/>'


def mark(kind: str, x: float, y: float) -> str:
    """The mark of a kind around its middle: a diamond, a disc, a triangle, a circle with + or −, or an open circle."""
    ink = COLOURS[kind]
    if kind == "event":
        return f'<path d="M{_n(x)} {_n(y - 6)}l6 6l-6 6l-6 -6z" fill="{ink}"/>'
    if kind == "target":
        return f'<path d="M{_n(x)} {_n(y - 6)}l6 11h-12z" fill="{ink}"/>'
    if kind == "figure":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5" fill="{ink}"/>'
    cross = {"for": f"M{_n(x - 3)} {_n(y)}h6M{_n(x)} {_n(y - 3)}v6", "against": f"M{_n(x - 3)} {_n(y)}h6"}.get(kind, "")
    sign = f'<path d="{cross}" stroke="{ink}" stroke-width="1.5"/>' if cross else ""
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5.5" fill="{PAPER}" stroke="{ink}" stroke-width="1.5"/>{sign}'


def picture(width: float, height: float, title: str, about: str, parts: Sequence[str]) -> str:
    """A whole SVG document with what a screen reader says of it."""
    size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="story-title story-desc" '
        f'font-family="{FONT}" font-size="{SIZE}">\n'
        f'<title id="story-title">{escaped(title)}</title>\n<desc id="story-desc">{escaped(about)}</desc>\n'
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )


def escaped(line: str) -> str:
    """Text that is safe between tags, on one line, without control characters."""
    return escape(wording.clean(line), quote=True)


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
