"""The words of the clock: who said what and when, what a curve says, what moves it, and what it does not say."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from burdenshare.checking.alliance.meetings import horizon_words
from burdenshare.report import wording
from burdenshare.report.unjudged import judged
from burdenshare.road.clock.clock import whole_weight
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.model import Ceasefire, CountsFrom, Factor, Feared, StatedHorizon
from burdenshare.road.clock.result import Curve, Place, Placed, ReadinessClock
from burdenshare.road.clock.sensitivity import Lever
from burdenshare.road.clock.spans import Span
from burdenshare.road.clock.table import rules

TITLES = {
    Feared.LOCAL_WAR: "War against a neighbour",
    Feared.ATTACK_ON_ALLY: "Attack on an ally",
    Feared.LARGE_WAR: "Large war",
    Feared.THREAT: "Forces rebuilt",
    Feared.PREPARATION: "Time to prepare",
}
MEANT = {
    Feared.LOCAL_WAR: "against a country that borders on Russia",
    Feared.ATTACK_ON_ALLY: "on one ally or several, on NATO's territory",
    Feared.LARGE_WAR: "with NATO as a whole, or on the scale of Europe",
    Feared.THREAT: "or moved near: no attack is named",
    Feared.PREPARATION: "how long there is, or by when to be ready: no forecast",
}
NOT_SAID = "Stated horizons: what was said on when the adversary could be ready. Not how likely an attack is."
"""What must stand beside every form of the clock."""
APART = {
    Place.NO_CEASE_FIRE: "Count from a cease-fire, and none is supposed: not drawn",
    Place.NO_WEIGHT: "Without weight: not drawn",
    Place.NO_SIGN: "No sign: said that nothing is to be expected",
    Place.REPEATS: "Gathers what others said, who stand here themselves: not drawn",
    Place.ASIDE: "Shown, not drawn",
}
"""The statements outside of the curves, in the order in which a reader meets them."""
MONTHS = calendar.month_name
FEW = 3
"""Counts up to which a curve is told to rest on few."""


def who(one: StatedHorizon) -> str:
    """Who spoke."""
    return wording.clean(one.said.stated_by)


def speaker_words(one: StatedHorizon) -> str:
    """Who spoke and in which role."""
    role = one.said.role
    return wording.clean(f"{one.said.stated_by}, {role}" if role else one.said.stated_by)


def when(text: str) -> str:
    """A day as people tell it: `9 June 2025`, `July 2025`, `2025`."""
    parts = text.partition("/")[0].split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1])]} {parts[0]}"
    return f"{MONTHS[int(parts[1])]} {parts[0]}" if len(parts) == 2 else parts[0]


def said_words(one: StatedHorizon) -> str:
    """The years that were named, and from when they count."""
    told = horizon_words(one.said) or "no year"
    return f"{told} after a cease-fire" if one.counts_from is CountsFrom.CEASE_FIRE else told


def apart_words(one: Placed) -> str:
    """What a statement outside of the curves said; the years of one that names no horizon would mislead."""
    if one.place in (Place.NO_SIGN, Place.ASIDE):
        return wording.clean(one.statement.said.about)
    return f"{said_words(one.statement)}, {wording.clean(one.statement.said.about)}"


def month_of(moment: float) -> str:
    """A moment as year and month; the beginning of a year is the end of the year before."""
    at = round((moment - int(moment)) * 12)
    year, at = int(moment) + at // 12, at % 12
    return f"{year}-{at:02d}" if at else f"{year - 1}-12"


def span_words(span: Span) -> str:
    """From when to when a span lies, months as far as it is told."""
    first = round((span.low - int(span.low)) * 12)
    begun = f"{int(span.low) + first // 12}-{first % 12 + 1:02d}"
    return f"{begun} to {month_of(span.end)}"


def rule_words(span: Span) -> str:
    """How the words became the span."""
    return rules()[span.told]["told"]


def weight_words(one: Placed) -> str:
    """A weight as a fraction where it is shared, else as a number."""
    whole = whole_weight(one.factors)
    if one.place is not Place.DRAWN:
        return "–"
    if one.sharing > 1 and whole == round(whole):
        shared = Fraction(round(whole), one.sharing)
        return str(shared)
    return f"{one.weight:.3g}"


def per_cent(share: float) -> str:
    """A part as whole per cent: what rests on so few statements has no more digits."""
    return f"{100 * share:.0f}"


def ends_words(curve: Curve, at: int) -> str:
    """The least and the most with any one statement left out; empty where one statement is all there is."""
    if curve.low is None or curve.high is None:
        return ""
    return f"{per_cent(curve.low[at])}–{per_cent(curve.high[at])}"


def number_words(curve: Curve) -> str:
    """How many statements stand behind a curve."""
    drawn = len(curve.drawn)
    told = f"{drawn} statement{'' if drawn == 1 else 's'}"
    return told if curve.counts == drawn else f"{told}, {counts_words(curve.counts)}"


def counts_words(counts: int) -> str:
    """A number of counts."""
    return f"{counts} count{'' if counts == 1 else 's'}"


def curve_words(curve: Curve, years: Sequence[int]) -> str:
    """A curve in one sentence: by when a quarter, half and three quarters of what was stated fall."""
    title = f"{TITLES[curve.feared]} ({number_words(curve)})"
    (first, *more) = curve.drawn
    if not more and first.span is not None:
        return f"{title}: {span_words(first.span)}; one statement is no distribution, only a span of its own"
    parts = (("a quarter of the stated horizons falls", 0.25), ("half", 0.5), ("three quarters", 0.75))
    words = ", ".join(f"{told} {_reached(curve, part, years)}" for told, part in parts)
    return f"{title}: {words}{'; so few that any one moves it far' if curve.counts <= FEW else ''}"


def _reached(curve: Curve, part: float, years: Sequence[int]) -> str:
    year = next((year for year, share in zip(years, curve.share, strict=True) if share >= part), None)
    return f"before the end of {year}" if year else f"after {years[-1]}"


def known_words(made: ReadinessClock) -> str:
    """How many statements there are, and what becomes of them."""
    places = [one.place for one in made.statements]
    told = [f"{places.count(Place.DRAWN)} drawn"]
    for place, words in (
        (Place.NO_CEASE_FIRE, "counting from a cease-fire"),
        (Place.NO_WEIGHT, "without weight"),
        (Place.NO_SIGN, "seeing no sign"),
        (Place.REPEATS, "gathering others"),
        (Place.ASIDE, "aside"),
    ):
        if places.count(place):
            told.append(f"{places.count(place)} {words}")
    return f"{len(places)} statements: {', '.join(told)}"


def ceasefire_words(held: Ceasefire | None) -> str:
    """The cease-fire that is supposed."""
    if held is None:
        return "none is supposed"
    if held.first == held.last:
        return f"supposed on {held.first.isoformat()}"
    return f"supposed on any day from {held.first.isoformat()} to {held.last.isoformat()}"


def lever_words(made: ReadinessClock, one: Lever) -> str:
    """A lever in one line: what is taken otherwise, and what the curve then is."""
    told = ", ".join(f"{name} {per_cent(share)} %" for name, share in one.values.items())
    return f"{lever_name(made, one)}: {per_cent(one.share)} % by the end of {one.year}; {told}"


def lever_name(made: ReadinessClock, one: Lever) -> str:
    """What a lever moves: a statement by its speaker and day, a rule by its label."""
    placed = made.placed(one.statement) if one.statement else None
    if placed is None:
        return one.label
    return f"{who(placed.statement)}, {when(placed.statement.said.stated_on)}"


def met_words(one: MetCurve, years: Sequence[int]) -> str:
    """A requirement in one sentence: when it is met, whether that is a verdict, and which orders it supposes."""
    known = [(year, chance) for year, chance in zip(years, one.chance, strict=True) if chance is not None]
    told = ", ".join(
        f"{per_cent(chance)} % by the end of {year}"
        for year, chance in (known[:1] + known[-1:] if len(known) > 1 else known)
    )
    never = f"; in {per_cent(one.never)} % of {one.draws:,} draws not before {one.horizon:g}" if one.never else ""
    orders = f"; {orders_words(one)}" if one.orders else ""
    return f"{one.title}: {judged(f'met in {told}{never}', one.weak)}{orders}"


def orders_words(one: MetCurve) -> str:
    """Which orders a requirement beside the clock supposes."""
    return f"the orders of a scenario are supposed: {wording.clean(one.orders)}"


def outside(made: ReadinessClock) -> Iterator[tuple[str, list[Placed]]]:
    """The statements outside of the curves, under what they are."""
    for place, words in APART.items():
        held = [one for one in made.statements if one.place is place]
        if held:
            yield words, held


def ground_lines(made: ReadinessClock) -> list[str]:
    """What the curves rest on, in the order of importance to a reader."""
    used = {one.span.told for one in made.statements if one.span is not None and one.place is Place.DRAWN}
    told = [f"{rules()[name]['example']}: {rules()[name]['told']}" for name in rules() if name in used]
    lines = [
        "a curve is the weighted part of the stated spans that lies before the end of the year; each span is uniform",
        "statements that tell one count share one weight; a statement on another thing feared is in another curve",
        *told,
        f"cease-fire: {ceasefire_words(made.scenario.ceasefire)}",
    ]
    if made.weights.half_life is not None:
        lines.append(f"a statement counts half for every {made.weights.half_life:g} years of age")
    lines += [f"weight of {key}: {factor.value:g} ({factor.reason})" for key, factor in changed(made)]
    return lines


def changed(made: ReadinessClock) -> list[tuple[str, Factor]]:
    """The factors that are not one, by what they go by."""
    weights = made.weights
    tables = {"grade": weights.grade, "speaker": weights.speaker, "condition": weights.condition, "": weights.statement}
    return [
        (f"{name} {key}".strip(), factor)
        for name, table in tables.items()
        for key, factor in table.items()
        if factor.value != 1 and (name, key) != ("grade", "secondary")
    ]


def day_words(day: date) -> str:
    """A day as people tell it."""
    return when(day.isoformat())
