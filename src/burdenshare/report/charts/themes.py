"""How charts look: colours that colour-blind readers tell apart, three themes, and two widths.

The colours are those of Okabe and Ito (2008), where they stand out from the ground; nothing is told by a colour alone:
shape, fill or a word tells it too. Names of colours mean the same in every theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from burdenshare.checking.model import Verdict
from burdenshare.errors import UnknownNameError
from burdenshare.report.marks import MARKS

FONT = "Liberation Sans, Arimo, Arial, Helvetica, Nimbus Sans, sans-serif"
"""The renderer carries Liberation Sans with it; the others measure alike, so no label moves."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour a meaning, as `#rrggbb`; no two alike, so that a page can give each its own in the dark."""

    paper: str
    ink: str
    quiet: str
    rule: str
    line: str
    meets: str
    below: str
    open: str
    said: str
    supported: str
    close: str
    depends: str
    contradicted: str
    unverifiable: str

    def of(self, verdict: Verdict) -> str:
        """The colour of a verdict, by the class that `report.marks` gives it."""
        return str(getattr(self, MARKS[verdict].css))

    def named(self) -> dict[str, str]:
        """Every meaning with its colour."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


LIGHT = Colours(
    paper="#fbfaf7",
    ink="#1d1d1f",
    quiet="#5c5c63",
    rule="#dcd9d0",
    line="#0072b2",
    meets="#0072b3",
    below="#d55e00",
    open="#6a6a6f",
    said="#cc79a7",
    supported="#009e73",
    close="#56b4e9",
    depends="#e69f00",
    contradicted="#d55e01",
    unverifiable="#cc79a8",
)
"""Okabe and Ito: blue, vermilion, bluish green, sky blue, orange, reddish purple. Twins differ by one in the last
digit, so that every meaning can be found again in a drawn chart."""

DARK = Colours(
    paper="#15161a",
    ink="#e9e7e2",
    quiet="#a9a8af",
    rule="#33353d",
    line="#56b4e9",
    meets="#56b4ea",
    below="#e69f00",
    open="#a3a2a9",
    said="#cc79a7",
    supported="#2fc79b",
    close="#6cc0ee",
    depends="#f0e442",
    contradicted="#ff8a4a",
    unverifiable="#dc9bc0",
)

PRINT = Colours(
    paper="#ffffff",
    ink="#000000",
    quiet="#444444",
    rule="#cccccc",
    line="#003f66",
    meets="#003f67",
    below="#a34700",
    open="#555555",
    said="#8a4a6d",
    supported="#00664a",
    close="#2a6f99",
    depends="#946500",
    contradicted="#a34701",
    unverifiable="#8a4a6e",
)
"""Darker twins of the light ones: they stay apart as greys."""

THEMES: Mapping[str, Colours] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a chart is and how large its words are, in pixels; `row` is the height of a line of a dot plot."""

    name: str
    width: int
    height: int
    row: int
    title: int
    words: int


FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "wide": Frame("wide", 720, 300, 19, 17, 12),
        "narrow": Frame("narrow", 320, 230, 18, 14, 11),
    }
)
"""`narrow` is the smallest telephone: the same words on a shorter scale, never the wide one made small."""


def colours_of(theme: str) -> Colours:
    """The colours of a theme: `light`, `dark` or `print`. Raises UnknownNameError."""
    if theme not in THEMES:
        raise UnknownNameError("theme", theme, THEMES, where="theme")
    return THEMES[theme]


def frame_of(name: str) -> Frame:
    """The frame of that name: `wide` or `narrow`. Raises UnknownNameError."""
    if name not in FRAMES:
        raise UnknownNameError("frame", name, FRAMES, where="frame")
    return FRAMES[name]
