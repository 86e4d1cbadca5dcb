"""Where a moment and a share stand in a picture of the clock, and the lines that help to read it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from burdenshare.report.clock.telling import per_cent


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a picture is, where its years begin and end, and how tall each statement's row is. With `beside` the
    words of a statement stand left of its line, else above it."""

    name: str
    width: int
    left: int
    right: int
    row: int
    beside: bool


WIDE = Frame("wide", 760, 330, 16, 31, beside=True)
NARROW = Frame("narrow", 372, 40, 10, 46, beside=False)
"""For a telephone: the same letters, the words above the lines."""

TOP, CURVE, YEARS = 34, 120, 24
"""Height of the title, of the curve, and of the row of years below it."""
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Plane:
    """A frame with the years of a clock."""

    frame: Frame
    years: tuple[int, ...]

    def x(self, moment: float) -> float:
        """The place of a moment, held within the years shown."""
        first, last = self.years[0], self.years[-1] + 1
        part = (min(max(moment, first), last) - first) / (last - first)
        return self.frame.left + part * (self.frame.width - self.frame.left - self.frame.right)

    def y(self, share: float) -> float:
        """The place of a share, 1 on top."""
        return TOP + CURVE * (1 - share)

    @property
    def bottom(self) -> int:
        """Where the curve and its years end."""
        return TOP + CURVE + YEARS

    def grid(self) -> list[Markup]:
        """Lines of the shares, their words at the left, the years below."""
        frame, drawn = self.frame, []
        right = frame.width - frame.right
        for share in SHARES:
            y = self.y(share)
            drawn.append(
                Markup('<line class="grid{}" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(
                    "" if share else " zero", frame.left, right, y, y
                )
            )
            if share * 2 == round(share * 2):
                drawn.append(
                    Markup('<text class="tick" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                        frame.left - 6, y + 4, f"{per_cent(share)} %"
                    )
                )
        every = -(-len(self.years) // (6 if not frame.beside else 10))
        for at, year in enumerate(self.years):
            if at % every == 0:
                drawn.append(
                    Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                        self.x(year + 0.5), TOP + CURVE + 16, year
                    )
                )
        return drawn

    def steps(self, values: list[tuple[int, float]]) -> str:
        """Values of years as a stair: each year one flat step at its value, up where the next begins."""
        places = [(self.x(year + end), self.y(value)) for year, value in values for end in (0, 1)]
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
