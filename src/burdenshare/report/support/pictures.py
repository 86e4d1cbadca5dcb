"""The pictures of support: months by region, shares of GDP as a ranking, who rose and who fell, the price a donor."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.report.road.plane import NARROW, WIDE, Frame
from burdenshare.report.support.bars import Bar, lying
from burdenshare.report.support.months_plot import months_plot
from burdenshare.report.support.scenario_tables import signed
from burdenshare.report.support.telling import bare, course_words, per_cent
from burdenshare.road.support.given import Given
from burdenshare.road.support.moves import Course, Moves
from burdenshare.road.support.priced import NOTHING, PricedSupport
from burdenshare.road.support.standing import Standing
from burdenshare.road.support.who import countries

MOST = 20
"""Rows of a ranking: those behind give less than a thousandth of GDP."""
ENDS = 8
"""Donors at each end of who rose and who fell."""

Drawing = Callable[[Frame], Markup]


def drawings(record: Record, standing: Standing) -> dict[str, Drawing]:
    """The pictures of who stands where, by name; only those there is something to draw of."""
    found: dict[str, Drawing] = {}
    monthly = standing.monthly
    if monthly is not None and not standing.shown:
        found["months"] = lambda frame: months_plot(record, monthly, frame)
    if any(one.share is not None and one.value > 0 for one in standing.donors if standing.asks(one.donor)):
        found["shares"] = lambda frame: shares_plot(record, standing, frame)
    moves = standing.moves
    if moves is not None:
        found["moves"] = lambda frame: moves_plot(record, standing, moves, frame)
    return found


def both(drawing: Drawing) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return drawing(WIDE) + drawing(NARROW)


def shares_plot(record: Record, standing: Standing, frame: Frame) -> Markup:
    """Countries by share of GDP of 2021; an outline reaches to the share with a member's part of EU aid."""
    nations = set(countries(one.donor for one in standing.donors))
    held = [one for one in standing.donors if one.donor in nations and one.share is not None and one.value > 0]
    held = [one for one in held if standing.asks(one.donor)]
    held.sort(key=lambda one: -(one.share.value if one.share is not None else 0.0))
    bars = [
        Bar(
            donor_name(record, one.donor),
            one.share.value,
            " / ".join(per_cent(value) for value in _shares(one)) + " %",
            None if one.share_with is None else one.share_with.value,
        )
        for one in held[:MOST]
        if one.share is not None
    ]
    told = "; ".join(f"{one.name} {per_cent(one.value)} %{_with_part(one)}" for one in bars)
    return lying("shares", "Aid as a share of GDP of 2021", told, bars, frame)


def _shares(one: Given) -> tuple[float, ...]:
    """A country's own share, and that with its part of EU aid where it has one."""
    own = 0.0 if one.share is None else one.share.value
    return (own,) if one.share_with is None else (own, one.share_with.value)


def _with_part(one: Bar) -> str:
    return "" if one.second is None else f", {per_cent(one.second)} % with its part of EU aid"


def moves_plot(record: Record, standing: Standing, moves: Moves, frame: Frame) -> Markup:
    """The largest rises and falls, in euro."""
    every = [one for one in moves.donors if one.course is not Course.NOTHING and standing.asks(one.donor)]
    shown = every if len(every) <= 2 * ENDS else [*every[:ENDS], *every[-ENDS:]]
    bars = [Bar(donor_name(record, one.donor), one.change, signed(one.change)) for one in shown]
    told = "; ".join(f"{donor_name(record, one.donor)} {course_words(one)}, {signed(one.change)}" for one in shown)
    title = f"How much more or less: {moves.after} against {moves.before}"
    return lying("moves", title, told, bars, frame)


def price_plot(record: Record, priced: PricedSupport, frame: Frame) -> Markup:
    """What each donor gives under the scenario in the year at the head; an outline shows what it gives now."""
    at = priced.at
    held = [one for one in priced.moved() if one.extra[at] is not None]
    held = [one for one in held if not priced.shown or one.donor in priced.shown] or held
    bars = [
        Bar(donor_name(record, one.donor), one.extra[at] or 0.0, signed(one.extra[at]))
        for one in held[:MOST]
        if abs(one.extra[at] or 0.0) > NOTHING
    ]
    told = "; ".join(
        f"{donor_name(record, one.donor)} {signed(one.extra[at])} to {bare(one.asked[at] or 0.0)}"
        for one in held[:MOST]
    )
    title = f"How much more or less in {priced.year} than at the present pace, EUR"
    return lying("price", title, told, bars, frame)


def alone(record: Record, standing: Standing | None, priced: PricedSupport | None, name: str) -> str:
    """One picture as an SVG that stands alone. Raises UnknownNameError for one that there is not."""
    known: dict[str, Drawing] = {}
    if priced is not None:
        if any(one.moves and one.extra[priced.at] is not None for one in priced.costs.values()):
            known["price"] = lambda frame: price_plot(record, priced, frame)
    elif standing is not None:
        known = drawings(record, standing)
    if name not in known and (name or not known):
        raise UnknownNameError("picture", name, known)
    drawn = known[name or next(iter(known))](WIDE)
    whole = str(drawn).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return whole.replace("</svg>", f"{ALONE}</svg>")


ALONE = """<style>
svg { font: 12px system-ui, sans-serif; background: #fbfaf7; } text { fill: #1d1d1f; } .tick { fill: #4a4a50; }
.grid { stroke: #dcd9d0; } .grid.zero, .rule { stroke: #8a8a90; } .value { font-weight: 600; }
.strip.up { fill: #0072b2; } .strip.down { fill: #d55e00; } .outline { fill: none; stroke: #0072b2; stroke-width: 1.4; }
.r-usa { fill: #d55e00; } .r-inst { fill: #0b3d66; } .r-states { fill: #56b4e9; } .r-rest { fill: #b9b4a7; }
</style>"""
"""The look of a picture that stands in no page; the colours are those of Okabe and Ito."""
