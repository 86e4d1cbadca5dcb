"""What is asked: a scenario by its name or file, or made of a number and a year without writing a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report import wording
from burdenshare.road.model import UNITS, Baseline, Measure, Scenario, Shape, Target
from burdenshare.road.scenario import load_scenario

T = TypeVar("T", Baseline, Measure, Shape)

_NUMBER = re.compile(
    r"(?P<front>US\$|\$|USD)?\s*(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+]?\.\d+)\s*(?P<scale>million|billion|trillion|bn|tn|m|b)?\s*"
    r"(?P<behind>%|USD|of GDP|% of GDP)?",
    re.IGNORECASE,
)
SCALES = {
    "": 1.0,
    "m": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
}


def scenario_of(
    scenario: str | Path | Scenario | None,
    *,
    target: float | str | None = None,
    by: int | None = None,
    measure: str | None = None,
    unit: str | None = None,
    shape: str | None = None,
    baseline: str | None = None,
    allies: Sequence[str] = ("NATO",),
) -> Scenario:
    """A scenario by its name, file or value; or one made of a target and its year, asked of `allies`.

    `baseline` replaces that of a scenario. Raises InputError for what is missing or asked for twice, UnknownNameError
    for a measure, unit, shape or baseline there is not.
    """
    held = None if baseline is None else _one_of(Baseline, baseline, "baseline")
    if scenario is not None:
        if target is not None:
            raise InputError("a scenario and a target are asked for", where="target", remedy="give one of the two")
        _refuse_lonely(by=by, measure=measure, unit=unit, shape=shape)
        made = scenario if isinstance(scenario, Scenario) else load_scenario(str(scenario))
        return made if held is None else replace(made, baseline=held)
    if target is None:
        _refuse_lonely(by=by, measure=measure, unit=unit, shape=shape)
        raise InputError("nothing is asked", remedy="name a scenario (burdenshare road lists them), or give a target")
    if by is None:
        raise InputError("the target has no year", where="target", remedy="say by which year (--by 2035)")
    value, in_money = number_of(target) if isinstance(target, str) else (float(target), False)
    usual = Measure.MONEY if in_money else Measure.SHARE
    kind = usual if measure is None else _one_of(Measure, measure, "measure")
    way = Shape.LINEAR if shape is None else _one_of(Shape, shape, "shape")
    if way is Shape.CUSTOM:
        raise InputError("a custom path needs its points", where="shape", remedy="write them in a scenario file")
    asked = Target(kind, value, unit_of(kind, unit or ""), by, tuple(allies), way)
    return Scenario("target", _title(asked), baseline=held or Baseline.SHARE, targets=(asked,))


def _refuse_lonely(**given: object) -> None:
    """Refuse what only a target has where there is none."""
    lost = next((name for name, value in given.items() if value is not None), None)
    if lost is not None:
        raise InputError("it speaks of a target, and none is given", where=lost, remedy="give a target (--target 3.5)")


def _one_of(kind: type[T], name: str, where: str) -> T:
    known = [str(one.value) for one in kind]
    if name not in known:
        raise UnknownNameError(where, name, known)
    return kind(name)


def unit_of(measure: Measure, unit: str) -> str:
    """The unit as the road calls it, whatever its case."""
    known = {one.casefold(): one for one in UNITS[measure]}
    given = unit.replace("-", " ").casefold()
    if not unit:
        return UNITS[measure][0]
    if given not in known:
        raise UnknownNameError(f"unit of {measure.value}", unit, known.values(), where="unit")
    return known[given]


def number_of(text: str) -> tuple[float, bool]:
    """A number as people type it, and whether it is money: `3.5`, `3.5 %`, `800bn`, `USD 1.2 trillion`.

    Raises InputError.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise InputError(f"'{text}' is no number", where="target", remedy="write 3.5, or 800bn for money")
    scale = (found["scale"] or "").casefold()
    in_money = bool(found["front"] or scale or (found["behind"] or "").casefold() == "usd")
    return float(found["number"].replace(",", "")) * SCALES[scale], in_money


def _title(one: Target) -> str:
    if one.measure is Measure.SHARE:
        return f"{one.value:g} % of GDP by {one.by}"
    if one.measure is Measure.MONEY:
        return f"{wording.money(one.value, '' if one.unit == 'NCU' else 'USD').strip()} a year by {one.by}"
    if one.measure is Measure.GROWTH:
        return f"Growth of {one.value:g} % a year in real terms until {one.by}"
    return f"{one.value:g} % of expenditure on equipment by {one.by}"
