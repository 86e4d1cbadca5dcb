"""What the page of the clock is asked, as its address tells it: bounded and rounded, so that the address is a link to
share and the key of what is kept. Statements are looked up where the work is done, not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.days import day_of
from burdenshare.road.clock.model import OpenEnd
from burdenshare.road.clock.scenario import SHIPPED, USUAL, ceasefire_of
from burdenshare.road.clock.weights import HEAVIEST
from burdenshare.web.views.road_asked import LONGEST_CODE, LONGEST_NAME

PASTED = "pasted"
"""A scenario that was handed over as a file."""
WEIGHT = "w-"
"""What the field of a statement's weight begins with; its key stands behind it."""
MOST_WEIGHTS = 200
MOST_REQUIREMENTS = 8
LONGEST_HALF_LIFE = 100.0
ENDS = tuple(one.value for one in OpenEnd)

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
_KEY = re.compile(r"[a-z0-9-]{1,60}")
_CODE = re.compile(r"[A-Za-z0-9_-]+")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class ClockAsked:
    """One clock. `scenario` is a shipped name or `pasted` (with `toml`, packed); `ceasefire` as it was typed;
    `open_end` and `half_life` empty and None for the scenario's own; `weights` are those that are not one;
    `requirements` names what shall stand beside the curves, in the order asked."""

    scenario: str = USUAL
    toml: str = ""
    on: date | None = None
    ceasefire: str = ""
    until: int | None = None
    open_end: str = ""
    half_life: float | None = None
    weights: tuple[tuple[str, float], ...] = ()
    requirements: tuple[str, ...] = ()

    def query(self, **more: object) -> str:
        """The address's part behind `?`; what is as usual is left out."""
        told: dict[str, object] = {
            "scenario": None if self.scenario == USUAL else self.scenario,
            "toml": self.toml,
            "on": self.on,
            "ceasefire": self.ceasefire,
            "until": self.until,
            "open_end": self.open_end,
            "half_life": None if self.half_life is None else f"{self.half_life:g}",
            "requirement": ",".join(self.requirements),
            **{f"{WEIGHT}{key}": f"{value:g}" for key, value in self.weights},
            **more,
        }
        return urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})

    def weighing(self, key: str, weight: float) -> ClockAsked:
        """The same with another weight of one statement; 1 is as usual."""
        rest = tuple(one for one in self.weights if one[0] != key)
        return replace(self, weights=rest if weight == 1 else (*rest, (key, weight)))


def clock_in(query: QueryParams) -> ClockAsked:
    """The clock of an address. Raises InputError and its kin, each naming its field."""
    scenario = _one_of(query, "scenario", (*SHIPPED, PASTED), "")
    if not scenario:
        scenario = PASTED if query.get("toml") else USUAL
    until = _text(query, "until")
    if until and not _YEAR.fullmatch(until):
        raise InputError(f"'{until[:20]}' is no year", where="until", remedy="write it as 2035")
    return ClockAsked(
        scenario=scenario,
        toml=_code(query) if scenario == PASTED else "",
        on=day_of(_text(query, "on"), "on"),
        ceasefire=_ceasefire(query),
        until=int(until) if until else None,
        open_end=_one_of(query, "open_end", ENDS, ""),
        half_life=_half_life(query),
        weights=tuple(_weights(query)),
        requirements=requirements_in(query.getlist("requirement")),
    )


def requirements_in(names: Sequence[str]) -> tuple[str, ...]:
    """Requirements given one by one or with commas between them, each once. Raises InputError for too many or too
    long; whether there are such is known where the work is done."""
    if sum(map(len, names)) > MOST_REQUIREMENTS * (LONGEST_NAME + 1):
        remedy = f"give {MOST_REQUIREMENTS} at the most"
        raise InputError("longer than a list of requirements", where="requirement", remedy=remedy)
    found = tuple(dict.fromkeys(one.strip() for part in names for one in part.split(",") if one.strip()))
    if len(found) > MOST_REQUIREMENTS:
        what = f"these are {len(found)} requirements"
        raise InputError(what, where="requirement", remedy=f"give {MOST_REQUIREMENTS} at the most")
    if any(len(one) > LONGEST_NAME for one in found):
        raise InputError(f"longer than {LONGEST_NAME} characters", where="requirement", remedy="give less")
    return found


def _ceasefire(query: QueryParams) -> str:
    told = _text(query, "ceasefire")
    if told:
        ceasefire_of(told, "ceasefire")
    return told


def _half_life(query: QueryParams) -> float | None:
    value = _number(query, "half_life", "half_life")
    if value is None:
        return None
    if value > LONGEST_HALF_LIFE:
        raise InputError(f"a half-life of {value:g} years", where="half_life", remedy="give 100 at the most, or 0")
    return value


def _weights(query: QueryParams) -> list[tuple[str, float]]:
    """The weights that are not one, each statement once."""
    names = dict.fromkeys(name for name in query if name.startswith(WEIGHT))
    if len(names) > MOST_WEIGHTS:
        raise InputError(f"{len(names)} weights", where="weights", remedy=f"give {MOST_WEIGHTS} at the most")
    found = []
    for name in names:
        key = name.removeprefix(WEIGHT)
        if not _KEY.fullmatch(key):
            raise InputError(f"'{key[:40]}' is no statement", where="weights", remedy="give the key of a statement")
        value = _number(query, name, "weights")
        if value is not None and value > HEAVIEST:
            raise InputError(f"a weight of {value:g}", where="weights", remedy=f"give at most {HEAVIEST:g}")
        if value is not None and value != 1:
            found.append((key, value))
    return sorted(found)


def _number(query: QueryParams, name: str, where: str) -> float | None:
    told = _text(query, name)
    if not told:
        return None
    if not _NUMBER.fullmatch(told):
        raise InputError(f"'{told[:20]}' is no number from 0 on", where=where, remedy="write it as 0, 0.5 or 2")
    return round(float(told), 4)


def _code(query: QueryParams) -> str:
    code = query.get("toml", "")
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        raise InputError("the link holds no scenario", where="toml", remedy="paste the scenario anew")
    return code


def _one_of(query: QueryParams, name: str, known: tuple[str, ...], usual: str) -> str:
    told = _text(query, name)
    if told and told not in known:
        raise UnknownNameError(name, told, known, where=name)
    return told or usual


def _text(query: QueryParams, name: str) -> str:
    told = query.get(name, "").strip()
    if len(told) > LONGEST_NAME:
        raise InputError(f"longer than {LONGEST_NAME} characters", where=name, remedy="give less")
    return told
