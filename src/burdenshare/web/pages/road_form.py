"""The form of the road: what it offers, how its fields stand, and beside which of them an error belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.road.assumptions import DRAWN, packaged
from burdenshare.road.model import Measure
from burdenshare.road.scenario import SHIPPED, load_scenario
from burdenshare.web.layout import fault_told
from burdenshare.web.views.edition import edition
from burdenshare.web.views.road_asked import BY, ENDS, SHORT_DRAWS, TARGET, USUAL, RoadAsked
from burdenshare.web.views.road_toml import LONGEST_TEXT, unpacked_toml

SHAPES = (
    ("linear", "the same step every year"),
    ("front", "the larger steps first"),
    ("back", "the larger steps last"),
    ("step", "all in the last year"),
)
BASELINES = (
    ("", "as the scenario says"),
    ("share", "holding the share of GDP"),
    ("real", "holding real spending"),
    ("plans", "the allies’ own plans"),
)
DRAWS = ("0", "500", str(SHORT_DRAWS), "10000", "50000", "100000")
ASKED = ("scenario", "target", "by", "shape", "ally", "on", "against")
RECKONED = ("baseline", "draws", "seed", "shock", "centred")
FIELDS = (*ASKED, *RECKONED, *DRAWN)
"""Fields that an error can stand beside."""

SAMPLE = """title = "3 % of GDP by 2032, Germany 3.5 %"

[[target]]
measure = "share_of_gdp"
value = 3.5
by = 2032
allies = ["DEU"]
reference = "where this comes from"

[[target]]
measure = "share_of_gdp"
value = 3.0
by = 2032
allies = ["FRA", "ITA", "ESP"]
reference = "where this comes from"
"""
"""A scenario to begin with."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A shipped scenario in the form: of one that asks a share of GDP, which and when."""

    name: str
    title: str
    target: str = ""
    by: str = ""


@cache
def scenarios() -> tuple[Shipped, ...]:
    """Those there are, in the order a reader wants them."""
    found = []
    for name in SHIPPED:
        one = load_scenario(name)
        share = next((each for each in one.targets if each.measure is Measure.SHARE), None)
        told = ("", "") if share is None else (f"{share.value:g}", str(share.by))
        found.append(Shipped(name, one.title, *told))
    return tuple(found)


def words_of(asked: RoadAsked | None, typed: Mapping[str, str], fault: BurdenshareError | None) -> dict[str, Any]:
    """What the form speaks of: as a valid road has it, or as it was typed, beside what is wrong with it."""
    fields = typed_by(asked) if asked is not None else _typed(typed)
    return {
        "typed": fields,
        "stood": {"was": f"{fields['target']}|{fields['by']}|{fields['shape']}"},
        "scenarios": scenarios(),
        "shapes": SHAPES,
        "baselines": BASELINES,
        "draws": sorted(
            {*DRAWS, *([fields["draws"]] if fields["draws"].isascii() and fields["draws"].isdigit() else [])}, key=int
        ),
        "assumptions": [_assumption(key, fields) for key in DRAWN],
        "first_year": _first_year(fields["on"]),
        "faults": {} if fault is None else {field_of(fault): told(fault)},
        "text": _text(fields["toml"]),
        "sample": SAMPLE,
        "longest": LONGEST_TEXT,
    }


def typed_by(asked: RoadAsked) -> dict[str, Any]:
    """How the fields stand for a road: a shipped scenario shows what it asks."""
    return _typed(dict(asked.fields()))


def _typed(query: Mapping[str, str]) -> dict[str, Any]:
    """How the fields stand for what was typed; what was not stands as usual."""
    usual = {"scenario": USUAL, "ally": "NATO", "draws": str(SHORT_DRAWS), "seed": "1", "shape": "linear"}
    usual |= {"shock": "with", "centred": "yes", "on": "", "against": "", "baseline": "", "toml": ""}
    found = {name: query.get(name) or value for name, value in usual.items()}
    held = next((one for one in scenarios() if one.name == found["scenario"] and one.target), None)
    found["target"] = query.get("target") or (held.target if held else f"{TARGET:g}")
    found["by"] = query.get("by") or (held.by if held else str(BY))
    ends = [f"{key}_{end}" for key in DRAWN for end in ENDS]
    found |= {name: query.get(name, "") for name in ends}
    return {
        **found,
        "opened": any(found[name] != usual[name] for name in RECKONED),
        "moved": any(found[name] for name in ends) and not _as_shipped(found),
    }


def _as_shipped(fields: Mapping[str, Any]) -> bool:
    return all(
        fields[f"{key}_{end}"] in ("", f"{getattr(packaged()[key].values[0][1], end):g}")
        for key in DRAWN
        for end in ENDS
    )


def _draws(chosen: str) -> list[str]:
    """The numbers of draws offered, with the one that an address asks for."""
    known = chosen.isascii() and chosen.isdigit()
    return sorted({*DRAWS, *([chosen] if known else [])}, key=int)


def _assumption(key: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    held = packaged()[key]
    spread = held.values[0][1]
    return {
        "key": key,
        "name": key.replace("_", " "),
        "unit": held.unit[:1].upper() + held.unit[1:],
        "reason": held.reason,
        "source": held.reference,
        "ends": {end: fields[f"{key}_{end}"] or f"{getattr(spread, end):g}" for end in ENDS},
    }


def field_of(fault: BurdenshareError) -> str:
    """The field that an error belongs to; empty for the form as a whole."""
    where = fault.where.partition(" ")[0]
    return where if where in (*FIELDS, "toml") else ""


def told(fault: BurdenshareError) -> str:
    """The error as one line, without the name of the field it stands beside."""
    place = fault.where.partition(" ")[2] if field_of(fault) else fault.where
    return fault_told(InputError(fault.what, where=place, remedy=fault.remedy))


def _first_year(on: str) -> int:
    try:
        return (date.fromisoformat(on) if on else edition()).year + 1
    except ValueError:
        return edition().year + 1


def _text(code: str) -> str:
    if not code:
        return ""
    try:
        return unpacked_toml(code)
    except InputError:
        return ""
