"""What a statement counts for: the shipped weights (`weights.toml`), a user's own laid over them, and the product."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Grade
from burdenshare.road.clock.model import Factor, SpeakerKind, StatedHorizon, Weights
from burdenshare.road.clock.table import packaged
from burdenshare.road.faults import refuse
from burdenshare.road.toml_files import table_of, text_of

TABLES: Mapping[str, tuple[str, ...]] = {
    "grade": tuple(one.value for one in Grade),
    "speaker": tuple(one.value for one in SpeakerKind),
    "condition": ("none", "conditional"),
}
"""The tables of factors, and what each may name; `statement` names statements and `age` has its own keys."""
AGE = "half_life_years"
HEAVIEST = 1_000.0
"""A factor beyond this is a slip of the pen."""
YEAR = 365.25
"""Days of a year of age."""
OWN = "the user's own"


@cache
def shipped() -> Weights:
    """The shipped weights."""
    table = packaged("weights.toml")

    def factors(name: str) -> dict[str, Factor]:
        return {key: _factor(row) for key, row in table[name].items()}

    half_life, reason = _half_life(table["age"][AGE]), table["age"]["reason"]
    return Weights(factors("grade"), factors("speaker"), factors("condition"), half_life, reason)


def weights_file(name: str, base: Weights, known: Collection[str]) -> Weights:
    """The weights of a file laid over others. `known` are the keys of statements.

    Raises InputError and UnknownNameError with the place of the first fault.
    """
    return laid_over(base, table_of(text_of(Path(name), name), name), name, known)


def laid_over(base: Weights, table: Mapping[str, Any], where: str, known: Collection[str]) -> Weights:
    """`base` with what a table sets instead. Raises every fault of it."""
    refuse(faults_of(table, where, known))

    def own(name: str) -> dict[str, Factor]:
        return {key: _factor(value) for key, value in table.get(name, {}).items()}

    found = replace(
        base,
        grade={**base.grade, **own("grade")},
        speaker={**base.speaker, **own("speaker")},
        condition={**base.condition, **own("condition")},
        statement={**base.statement, **own("statement")},
    )
    if "age" in table:
        told = table["age"].get("reason", OWN)
        found = replace(found, half_life=_half_life(table["age"][AGE]), half_life_reason=told)
    return found


def without(base: Weights, keys: Collection[str], known: Collection[str]) -> Weights:
    """`base` with the weight of some statements set to nothing. Raises UnknownNameError."""
    refuse(UnknownNameError("statement", key, known) for key in keys if key not in known)
    return replace(base, statement={**base.statement, **{key: Factor(0.0, "left out") for key in keys}})


def faults_of(table: Mapping[str, Any], where: str, known: Collection[str]) -> Iterator[BurdenshareError]:
    """Every fault of a table of weights, one at a time."""
    for name, rows in table.items():
        place = f"{where}, {name}"
        if name not in (*TABLES, "statement", "age"):
            yield UnknownNameError(f"table of weights ({where})", name, (*TABLES, "statement", "age"))
        elif not isinstance(rows, dict):
            yield InputError(f"{name} is no table", where=where, remedy=f"write [{name}] and a weight a line below it")
        elif name == "age":
            yield from _age_faults(rows, place)
        else:
            names = known if name == "statement" else TABLES[name]
            for key, value in rows.items():
                if key not in names:
                    yield UnknownNameError(f"{name} ({where})", key, names)
                else:
                    yield from _weight_faults(value, f"{place}, {key}")


def _age_faults(rows: Mapping[str, Any], where: str) -> Iterator[BurdenshareError]:
    for key in rows:
        if key not in (AGE, "reason"):
            yield UnknownNameError(f"key ({where})", key, (AGE, "reason"))
    if AGE not in rows or not _is_number(rows[AGE]) or rows[AGE] < 0:
        told = "is missing" if AGE not in rows else f"is no number of years: {rows[AGE]!r}"
        yield InputError(f"{AGE} {told}", where=where, remedy=f"write {AGE} = 2, or 0 for none")


def _weight_faults(value: Any, where: str) -> Iterator[BurdenshareError]:
    weight = value
    if isinstance(value, dict):
        for key in value:
            if key not in ("weight", "reason"):
                yield UnknownNameError(f"key ({where})", key, ("weight", "reason"))
        weight = value.get("weight")
        if not isinstance(value.get("reason", ""), str):
            yield InputError("the reason is no text", where=where, remedy='write reason = "..."')
    if not _is_number(weight):
        yield InputError(f"the weight is no number: {weight!r}", where=where, remedy="write 0.5, or 0 to leave it out")
    elif weight < 0:
        yield InputError(f"a weight of {weight:g}", where=where, remedy="a weight is never negative: 0 leaves it out")
    elif weight > HEAVIEST:
        yield InputError(f"a weight of {weight:g}", where=where, remedy=f"give at most {HEAVIEST:g}")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300 and isfinite(value)


def _factor(value: Any) -> Factor:
    if isinstance(value, dict):
        return Factor(float(value["weight"]), value.get("reason", OWN))
    return Factor(float(value), OWN)


def _half_life(value: float) -> float | None:
    return float(value) or None


def factors_of(one: StatedHorizon, weights: Weights, on: date) -> dict[str, Factor]:
    """The factors of a statement's weight on a day, by what each goes by; its product is the weight."""
    condition = "conditional" if one.condition else "none"
    found = {
        "grade": weights.grade[one.said.grade.value],
        "speaker": weights.speaker[one.speaker.value],
        "condition": weights.condition[condition],
        "age": Factor(_faded(one, weights.half_life, on), weights.half_life_reason),
    }
    own = weights.statement.get(one.key)
    return found if own is None else {**found, "statement": own}


def _faded(one: StatedHorizon, half_life: float | None, on: date) -> float:
    meant = days_meant(one.said.stated_on)
    if half_life is None or meant is None:
        return 1.0
    return float(0.5 ** (max((on - meant[1]).days, 0) / YEAR / half_life))
