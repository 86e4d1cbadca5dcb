"""Why a curve is what it is in a year: the tree from the share down to each statement, its weight and its source."""

from __future__ import annotations

from burdenshare.errors import InputError
from burdenshare.record.model import Derivation
from burdenshare.report import wording
from burdenshare.report.citations import opened
from burdenshare.report.clock.telling import TITLES, per_cent, said_words, span_words, speaker_words, weight_words, when
from burdenshare.report.explaining import Step
from burdenshare.road.clock.result import Curve, Placed, ReadinessClock
from burdenshare.road.clock.table import rules


def derivation(made: ReadinessClock, curve: Curve, year: int) -> Derivation:
    """The tree behind the share of a curve at the end of a year. Raises InputError for a year that is not shown."""
    return Derivation(
        f"{TITLES[curve.feared]}: stated horizons before the end of {year}",
        curve.share[_at(made, year)],
        "",
        str(year),
        formula="sum of weight x part of the span before the end of the year / sum of weights",
        inputs=tuple(_of_statement(one, year) for one in curve.drawn),
    )


def _at(made: ReadinessClock, year: int) -> int:
    if year not in made.years:
        raise InputError(
            f"{year} is not among its years", where="year", remedy=f"give {made.years[0]} to {made.years[-1]}"
        )
    return made.years.index(year)


def _of_statement(one: Placed, year: int) -> Derivation:
    span, said = one.span, one.statement.said
    assert span is not None
    return Derivation(
        f"{speaker_words(one.statement)}, {when(said.stated_on)}: {said_words(one.statement)}",
        span.before(year + 1),
        "",
        str(year),
        formula=f"the part of {span_words(span)} that lies before the end of {year}",
        inputs=(_weight(one),),
        source=said.source,
        note=f"{said.about}; {rules()[span.told]['told']}",
    )


def _weight(one: Placed) -> Derivation:
    """The weight: its factors, and how many statements share it."""
    factors = tuple(Derivation(name, factor.value, "", note=factor.reason) for name, factor in one.factors.items())
    shared = f" / {one.sharing} statements that tell this count" if one.sharing > 1 else ""
    return Derivation("weight", one.weight, "", formula=f"{' x '.join(one.factors)}{shared}", inputs=factors)


def explained(made: ReadinessClock, curve: Curve, year: int) -> Step:
    """The tree as lines, every statement with its page."""
    tree = derivation(made, curve, year)
    low, high = curve.low, curve.high
    at = _at(made, year)
    ends = f" ({per_cent(low[at])} to {per_cent(high[at])} % with any one left out)" if low and high else ""
    return Step(
        "share",
        f"{tree.name}: {per_cent(curve.share[at])} %{ends}, as known on {made.on.isoformat()}",
        "priced",
        below=tuple(_step(one, leaf) for one, leaf in zip(curve.drawn, tree.inputs, strict=True)),
    )


def _step(one: Placed, leaf: Derivation) -> Step:
    said = one.statement.said
    (weight,) = leaf.inputs
    below = (
        Step("said", f"{wording.clean(said.about)} ({said.grade.value} page)", address=opened(said.source)),
        Step(
            "span",
            f"{leaf.formula}: {per_cent(leaf.value or 0)} %; {rules()[one.span.told]['told']}" if one.span else "",
        ),
        Step("weight", _formula(one, weight)),
        Step("stands here", wording.clean(one.statement.reason)),
    )
    return Step("statement", f"{wording.clean(leaf.name)} [{one.statement.key}]", below=below)


def _formula(one: Placed, weight: Derivation) -> str:
    """The weight with what it is made of; a factor that is one and says nothing is left out."""
    told = [f"{each.name} {each.value:.3g}" for each in weight.inputs if each.value != 1 or each.name == "statement"]
    shared = weight.formula.partition(" / ")[2]
    if not told and not shared:
        return weight_words(one)
    return f"{weight_words(one)} = {' x '.join(told) or '1'}{f' / {shared}' if shared else ''}"
