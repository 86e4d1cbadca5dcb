"""The form of the clock: what it offers, how its fields stand, and beside which of them an error belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.road.clock.scenario import SHIPPED, load_clock
from burdenshare.web.layout import fault_told
from burdenshare.web.views.clock_asked import WEIGHT, ClockAsked
from burdenshare.web.views.road_toml import LONGEST_TEXT, unpacked_toml
from burdenshare.web.work.clock import Beside, Weighed

FIELDS = ("scenario", "on", "ceasefire", "until", "open_end", "half_life", "requirement", "weights")
"""Fields that an error can stand beside."""
ENDS = (
    ("", "as the scenario says"),
    ("even", "over all of the time from the day said"),
    ("late", "in the last year before the end"),
)

SAMPLE = """title = "The war stops in 2027, and one statement of my own"
reference = "where this comes from"

[clock]
ceasefire = "2027"

[clock.weights.statement]
bild-2025-07 = 0

[[clock.statement]]
key = "somebody-2026-03-01"
stated_by = "Somebody"
stated_on = 2026-03-01
about = "an attack on an ally could be possible within four years"
source = "where this was read"
feared = "attack_on_ally"
speaker = "military"
high_years = 4
"""
"""A scenario to begin with."""


@cache
def scenarios() -> tuple[tuple[str, str], ...]:
    """Those there are: name and title."""
    return tuple((name, load_clock(name).title) for name in SHIPPED)


def words_of(
    asked: ClockAsked | None,
    typed: Mapping[str, str],
    fault: BurdenshareError | None,
    statements: Iterable[Weighed],
    beside: Iterable[Beside],
) -> dict[str, Any]:
    """What the form speaks of: as a valid clock has it, or as it was typed, beside what is wrong with it."""
    fields = _fields(asked, typed)
    weights = dict(asked.weights) if asked is not None else {}
    shown = [
        replace(one, weight=f"{weights[one.key]:g}" if one.key in weights else typed.get(WEIGHT + one.key, "1") or "1")
        for one in statements
    ]
    return {
        "typed": fields,
        "scenarios": scenarios(),
        "ends": ENDS,
        "beside": list(beside),
        "chosen": [one.strip() for one in fields["requirement"].split(",")],
        "statements": shown,
        "own_weights": [(key, value) for key, value in weights.items() if key not in {one.key for one in shown}],
        "moved": any(one.weight != "1" for one in shown) or bool(weights),
        "faults": {} if fault is None else {field_of(fault): told(fault)},
        "text": _text(fields["toml"]),
        "sample": SAMPLE,
        "longest": LONGEST_TEXT,
    }


def _fields(asked: ClockAsked | None, typed: Mapping[str, str]) -> dict[str, str]:
    """How the fields stand."""
    if asked is None:
        return {name: typed.get(name, "") for name in (*FIELDS, "toml")}
    return {
        "scenario": asked.scenario,
        "toml": asked.toml,
        "on": asked.on.isoformat() if asked.on is not None else "",
        "ceasefire": asked.ceasefire,
        "until": str(asked.until or ""),
        "open_end": asked.open_end,
        "half_life": "" if asked.half_life is None else f"{asked.half_life:g}",
        "requirement": ",".join(asked.requirements),
        "weights": "",
    }


def field_of(fault: BurdenshareError) -> str:
    """The field that an error belongs to; empty for the form as a whole."""
    where = fault.where.partition(" ")[0]
    return where if where in (*FIELDS, "toml") else ""


def told(fault: BurdenshareError) -> str:
    """The error as one line, without the name of the field it stands beside."""
    place = fault.where.partition(" ")[2] if field_of(fault) else fault.where
    return fault_told(InputError(fault.what, where=place, remedy=fault.remedy))


def _text(code: str) -> str:
    if not code:
        return ""
    try:
        return unpacked_toml(code)
    except InputError:
        return ""
