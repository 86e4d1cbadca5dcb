"""The months of the war as bars that stand: what each region gave, one upon the other, and the year below."""

from __future__ import annotations

from markupsafe import Markup

from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.report.road.plane import Frame, Plane
from burdenshare.report.support.telling import money
from burdenshare.road.support.standing import REGIONS, Monthly

LOOKS = dict(zip(REGIONS, ("r-usa", "r-inst", "r-states", "r-rest"), strict=True))
"""The look of each region, from the ground up."""
UNIT = "EUR"


def months_plot(record: Record, monthly: Monthly, frame: Frame) -> Markup:
    """The regions month by month; a month below nothing (a re-booking) hangs under the line."""
    months = monthly.span.months()
    columns = [[monthly.regions[region][at] for region in REGIONS] for at in range(len(months))]
    tops = [sum(value for value in column if value > 0) for column in columns]
    downs = [sum(value for value in column if value < 0) for column in columns]
    plane = Plane.of(frame, tuple(range(len(months) + 1)), [*tops, *downs], UNIT)
    ids = f"months-{frame.name}"
    parts = [
        Markup('<svg class="plot months {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">').format(
            frame.name, frame.width, frame.height, ids, ids
        ),
        Markup('<title id="{}">Aid by month and region</title>').format(ids),
        Markup('<desc id="{}-d">{}</desc>').format(ids, described(record, monthly)),
        *plane.rules(),
    ]
    for at, column in enumerate(columns):
        parts += _column(plane, at, column)
    parts += [_year(plane, at, month) for at, month in enumerate(months) if month.endswith("-01")]
    parts += _names(record, plane)
    return Markup("\n").join((*parts, Markup("</svg>")))


def described(record: Record, monthly: Monthly) -> str:
    """The picture in words: each region's sum, and its largest month."""
    told = []
    months = monthly.span.months()
    for region in REGIONS:
        values = monthly.regions[region]
        most = max(range(len(values)), key=lambda at: values[at])
        peak = f", most in {months[most]}: {money(values[most])}" if values[most] > 0 else ""
        told.append(f"{donor_name(record, region)}: {money(sum(values))} from {months[0]} to {months[-1]}{peak}")
    return "; ".join(told)


def _column(plane: Plane, at: int, column: list[float]) -> list[Markup]:
    drawn, up, down = [], 0.0, 0.0
    left, right = plane.x(at), plane.x(at + 1)
    for region, value in zip(REGIONS, column, strict=True):
        if not value:
            continue
        begun = up if value > 0 else down
        top, ground = sorted((plane.y(begun + value), plane.y(begun)))
        drawn.append(
            Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                LOOKS[region], left + 0.5, top, max(right - left - 1.0, 0.6), max(ground - top, 0.1)
            )
        )
        up, down = (up + value, down) if value > 0 else (up, down + value)
    return drawn


def _year(plane: Plane, at: int, month: str) -> Markup:
    return Markup('<text class="tick" x="{:.1f}" y="{}">{}</text>').format(
        plane.x(at), plane.frame.height - 8, month[:4]
    )


def _names(record: Record, plane: Plane) -> list[Markup]:
    """The regions at the right, in the order in which they lie upon each other."""
    frame = plane.frame
    x, drawn = frame.width - frame.right + 8, []
    for place, region in enumerate(reversed(REGIONS)):
        y = frame.top + 14 + 18 * place
        drawn.append(Markup('<rect class="{}" x="{}" y="{}" width="9" height="9"/>').format(LOOKS[region], x, y - 8))
        drawn.append(
            Markup('<text class="tick" x="{}" y="{}">{}</text>').format(x + 13, y, _short(record, region, frame))
        )
    return drawn


SHORT = {"EU_INST": "EU inst.", "EUROPEAN_STATES": "Eur. states", "REST_OF_WORLD": "the rest", "USA": "USA"}
"""Names for a telephone."""


def _short(record: Record, region: str, frame: Frame) -> str:
    return SHORT[region] if frame.width < 500 else donor_name(record, region)
