"""What the page of the road is asked, as its address tells it: bounded and rounded, so that the address is a link to
share and the key of what is kept. Names are looked up where the work is done, not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import QueryParams

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.days import day_of
from burdenshare.road.assumptions import BOUNDS, DRAWN, packaged
from burdenshare.road.model import Baseline, Shape, Spread
from burdenshare.road.scenario import SHIPPED

OWN, PASTED = "own", "pasted"
"""A target set by the form's own fields, and a scenario that was handed over as a file."""

USUAL = "core-by-2035"
TARGET, BY = 3.5, 2035
"""What the fields stand at before anybody has moved them: The Hague's core."""

SHAPES = tuple(one.value for one in Shape if one is not Shape.CUSTOM)
BASELINES = tuple(one.value for one in Baseline)
ENDS = ("low", "central", "high")

MOST_ALLIES = 40
LONGEST_NAME = 80
MOST_DRAWS = 100_000
SHORT_DRAWS = 2_000
"""Draws up to which the answer comes at once, by the worker of short roads; more are long work."""
MOST_SEED = 2**32 - 1
MOST_TARGET = 30.0
LONGEST_CODE = 6_000
"""Characters of a packed scenario in an address: servers and mail programs cut longer ones."""

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_WHOLE = re.compile(r"[0-9]{1,10}")
_YEAR = re.compile(r"[0-9]{4}")
_CODE = re.compile(r"[A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class RoadAsked:
    """One road. `scenario` is a shipped name, `own` (with `target`, `by`, `shape`) or `pasted` (with `toml`, packed);
    `baseline` empty for the scenario's own; `on` None for the record's edition; `spreads` are the assumptions that
    differ from the shipped ones; `against` names the scenario it is held against, or none."""

    scenario: str = USUAL
    target: float = TARGET
    by: int = BY
    shape: str = Shape.LINEAR.value
    baseline: str = ""
    toml: str = ""
    allies: tuple[str, ...] = ("NATO",)
    on: date | None = None
    draws: int = SHORT_DRAWS
    seed: int = 1
    without_shock: bool = False
    centred: bool = True
    spreads: tuple[tuple[str, Spread], ...] = ()
    against: str = ""

    @property
    def short(self) -> bool:
        """Whether the answer is soon made."""
        return self.draws <= SHORT_DRAWS

    def query(self, **more: object) -> str:
        """The address's part behind `?`; what is as usual is left out."""
        told: dict[str, object] = {
            "scenario": self.scenario,
            "target": f"{self.target:g}" if self.scenario == OWN else None,
            "by": self.by if self.scenario == OWN else None,
            "shape": self.shape if self.scenario == OWN and self.shape != Shape.LINEAR.value else None,
            "baseline": self.baseline,
            "toml": self.toml,
            "ally": None if self.allies == ("NATO",) else ", ".join(self.allies),
            "on": self.on,
            "draws": None if self.draws == SHORT_DRAWS else self.draws,
            "seed": None if self.seed == 1 else self.seed,
            "shock": "without" if self.without_shock else None,
            "centred": None if self.centred else "no",
            "against": self.against,
        }
        for key, spread in self.spreads:
            told |= {f"{key}_{end}": f"{getattr(spread, end):g}" for end in ENDS}
        told |= more
        return urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})

    def fields(self) -> list[tuple[str, str]]:
        """The same as fields of a form."""
        return parse_qsl(self.query())


def asked_in(query: QueryParams) -> RoadAsked:
    """The road of an address. Raises InputError and its kin, each naming its field."""
    target, by, shape = _target(query), _year(query, "by", BY), _one_of(query, "shape", SHAPES, Shape.LINEAR.value)
    scenario = _scenario(query, f"{target:g}|{by}|{shape}")
    own = scenario == OWN
    return RoadAsked(
        scenario=scenario,
        target=target if own else TARGET,
        by=by if own else BY,
        shape=shape if own else Shape.LINEAR.value,
        baseline=_one_of(query, "baseline", BASELINES, ""),
        toml=_code(query) if scenario == PASTED else "",
        allies=allies_in(query.getlist("ally")),
        on=day_of(_text(query, "on"), "on"),
        draws=_whole(query, "draws", SHORT_DRAWS, MOST_DRAWS),
        seed=_whole(query, "seed", 1, MOST_SEED),
        without_shock=_one_of(query, "shock", ("with", "without"), "with") == "without",
        centred=_one_of(query, "centred", ("yes", "no"), "yes") == "yes",
        spreads=tuple(_spreads(query)),
        against=_one_of(query, "against", SHIPPED, ""),
    )


def allies_in(names: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them, each once. Raises InputError for too many or too long."""
    found: dict[str, None] = {}
    for part in names:
        if len(part) > MOST_ALLIES * (LONGEST_NAME + 1):
            raise InputError("longer than a list of allies", where="ally", remedy=f"give {MOST_ALLIES} at the most")
        found |= dict.fromkeys(" ".join(one.split()) for one in part.split(",") if one.strip())
    if len(found) > MOST_ALLIES:
        raise InputError(f"these are {len(found)} names", where="ally", remedy=f"give {MOST_ALLIES} at the most")
    if any(len(one) > LONGEST_NAME for one in found):
        raise InputError(
            f"longer than {LONGEST_NAME} characters", where="ally", remedy="give names with commas between"
        )
    return tuple(found) or ("NATO",)


def _scenario(query: QueryParams, now: str) -> str:
    """The scenario chosen. Where the form's own fields were moved and the choice was not, they are what is meant: `was`
    tells how they stood, so that this works without scripts."""
    chosen = _one_of(query, "scenario", (*SHIPPED, OWN, PASTED), "")
    if not chosen:
        return PASTED if query.get("toml") else OWN if query.get("target") or query.get("by") else USUAL
    was, stood = (_text(query, name) for name in ("was", "stood"))
    return OWN if was and was != now and chosen in SHIPPED and chosen == stood else chosen


def _target(query: QueryParams) -> float:
    value = _number(query, "target")
    if value is None:
        return TARGET
    if not 0 <= value <= MOST_TARGET:
        raise InputError(f"a target of {value:g} %", where="target", remedy=f"give one from 0 to {MOST_TARGET:g}")
    return round(value, 2)


def _spreads(query: QueryParams) -> list[tuple[str, Spread]]:
    """The assumptions that are set otherwise than shipped."""
    found = []
    for key in DRAWN:
        usual = packaged()[key].values[0][1]
        told = [_number(query, f"{key}_{end}", key) for end in ENDS]
        spread = Spread(
            *(round(getattr(usual, end) if value is None else value, 4) for end, value in zip(ENDS, told, strict=True))
        )
        if spread != usual:
            found.append((key, _within(key, spread)))
    return found


def _within(key: str, spread: Spread) -> Spread:
    low, high = BOUNDS[key]
    if not low <= spread.low <= spread.central <= spread.high <= high:
        told = f"from {spread.low:g} over {spread.central:g} to {spread.high:g}"
        raise InputError(told, where=key, remedy=f"give low, central and high in this order, from {low:g} to {high:g}")
    return spread


def _code(query: QueryParams) -> str:
    code = query.get("toml", "")
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code) or not code:
        raise InputError("the link holds no scenario", where="toml", remedy="paste the scenario anew")
    return code


def _number(query: QueryParams, name: str, where: str = "") -> float | None:
    told = _text(query, name)
    if not told:
        return None
    if not _NUMBER.fullmatch(told):
        raise InputError(f"'{told[:20]}' is no number", where=where or name, remedy="write it as 2 or 3.5")
    return float(told)


def _whole(query: QueryParams, name: str, usual: int, most: int) -> int:
    told = _text(query, name)
    if not told:
        return usual
    if not _WHOLE.fullmatch(told) or int(told) > most:
        raise InputError(f"'{told[:20]}' is no number from 0 to {most:,}", where=name, remedy=f"give {usual}")
    return int(told)


def _year(query: QueryParams, name: str, usual: int) -> int:
    told = _text(query, name)
    if told and not _YEAR.fullmatch(told):
        raise InputError(f"'{told[:20]}' is no year", where=name, remedy="write it as 2035")
    return int(told) if told else usual


def _one_of(query: QueryParams, name: str, known: Sequence[str], usual: str) -> str:
    told = _text(query, name)
    if told and told not in known:
        raise UnknownNameError(name, told, known, where=name)
    return told or usual


def _text(query: QueryParams, name: str) -> str:
    told = query.get(name, "").strip()
    if len(told) > LONGEST_NAME:
        raise InputError(f"longer than {LONGEST_NAME} characters", where=name, remedy="give less")
    return told
