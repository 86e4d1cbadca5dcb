"""The pictures of a chain: what is spent and the money of it, each item delivered, each requirement, both clocks."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.chain import telling
from burdenshare.report.clock.plane import NARROW as CLOCK_NARROW
from burdenshare.report.clock.plot import ALONE as CLOCK_LOOK
from burdenshare.report.clock.plot import BOLD, met_plot, stair_plot
from burdenshare.report.clock.telling import NOT_SAID
from burdenshare.report.industry.month_plot import Picture as Months
from burdenshare.report.industry.month_plot import month_plot
from burdenshare.report.industry.telling import shown
from burdenshare.report.road.fan_plot import ALONE as FAN_LOOK
from burdenshare.report.road.fan_plot import Line, Picture, fan_plot, picture_of
from burdenshare.report.road.plane import NARROW
from burdenshare.report.road.telling import headed
from burdenshare.report.unjudged import NO_VERDICT
from burdenshare.road.chain.result import Chain, Delivery, Filling
from burdenshare.road.industry.model import MetDraws

WIDTH, COLUMNS, GAP = 800, (14, 414), 28
"""Width of the picture that stands alone, where its columns begin, and the room between its rows."""
HEAD = 22
"""Room for the words over a picture."""
TOP = 64
STAIRS = 178
"""Height of a stair in the narrow frame of the clock."""
SVG = "<svg "


def target_picture(record: Record, made: Chain) -> Picture:
    """Spending with and without the target, the central run."""
    return picture_of(record, made.road, headed(made.road))


def money_picture(made: Chain) -> Picture | None:
    """Equipment money, and what it is a part of; None where none can be told."""
    if made.purse is None:
        return None
    lines = [Line("equipment", shown(made.purse.equipment))]
    if made.purse.out_of is not None:
        lines.append(Line("out of", shown(made.purse.out_of), "bare"))
    return Picture("chain-money", "Equipment money a year", tuple(lines), made.purse.years)


def delivery_picture(made: Chain, one: Delivery) -> Months:
    """What is delivered of an item, added up."""
    title = f"{one.title}: delivered, added up"
    return Months(f"chain-delivered-{one.item}", title, shown(one.fan), made.months.ends())


def gap_picture(made: Chain, one: Filling) -> Months:
    """What is still lacking of a requirement that something feeds."""
    assert one.lacking is not None
    title = f"{one.gap.required.title}: still lacking"
    fan = shown(telling.settled(one.lacking))
    return Months(f"chain-lacking-{one.gap.required.id}", title, fan, made.months.ends())


def picture(record: Record, made: Chain) -> str:
    """The chain as one SVG that stands alone: what is spent and the money of it; a row a requirement, what is lacking
    and how likely it is met; and the stairs of stated horizons, on the years of the requirements."""
    top, drawn = TOP, []
    for row in _rows(record, made):
        height = max(tall for _, _, tall in row)
        for (title, one, tall), x in zip(row, COLUMNS, strict=False):
            drawn.append(_placed(title, one, x, top, tall))
        top += HEAD + height + GAP
    title = f"{made.asked.title}, as known on {made.on.isoformat()}"
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-labelledby="chain chain-d"><title id="chain">{2}</title><desc id="chain-d">{3}</desc>'
        '<text class="head" x="8" y="18">{4}</text><text class="quiet" x="8" y="36">{5}</text>'
        '<text class="quiet" x="8" y="52">{6}</text>'
    ).format(
        WIDTH,
        top,
        title,
        f"{telling.headline(made)} {NOT_SAID}",
        wording.shortened(title, int((WIDTH - 16) / BOLD)),
        NOT_SAID,
        f"bands: 50, 80 and 95 % of the draws; {telling.APART}",
    )
    return str(Markup("\n").join((head, *drawn, Markup(f"{FAN_LOOK}{CLOCK_LOOK}</svg>"))))


Panel = tuple[str, Markup, int]
"""What stands over a picture, the picture, and how tall it is."""


def _rows(record: Record, made: Chain) -> Iterator[list[Panel]]:
    """The rows of the picture, at most two panels each."""
    spent, money = target_picture(record, made), money_picture(made)
    first: list[Panel] = [(f"1 {spent.title}", fan_plot(spent, NARROW), NARROW.height)]
    if money is not None:
        first.append(("2 Equipment money a year", fan_plot(money, NARROW), NARROW.height))
    yield first
    curves = {one.requirement: one for one in made.clock.requirements}
    for one in made.fillings:
        if isinstance(one.met, MetDraws):
            weak = f" ({NO_VERDICT})" if one.weak else ""
            lacking = month_plot(gap_picture(made, one), NARROW)
            met = met_plot(made.clock, curves[one.gap.required.id], CLOCK_NARROW)
            yield [
                (f"5 Still lacking{weak}: {one.gap.required.title}", lacking, NARROW.height),
                (f"How likely it is met{weak}", met, STAIRS),
            ]
    stairs: list[Panel] = [
        ("6 Stated horizons", stair_plot(made.clock, one, CLOCK_NARROW), STAIRS) for one in made.clock.curves
    ]
    yield from (stairs[at : at + 2] for at in range(0, len(stairs), 2))


def _placed(title: str, one: Markup, x: int, top: int, tall: int) -> Markup:
    """A picture in its place, with its words above it."""
    words = wording.shortened(title, int(NARROW.width / BOLD))
    place = f'x="{x}" y="{top + HEAD}" width="{NARROW.width}" height="{tall}" overflow="visible" '
    inner = Markup(str(one).replace(SVG, SVG + place, 1))
    return Markup('<text class="head" x="{}" y="{}">{}</text>\n{}').format(x, top + 12, words, inner)
