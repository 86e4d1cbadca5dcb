"""The form of the industry: what it offers, how its fields stand, and beside which of them an error belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.report.industry.asked import AS_IT_STANDS
from burdenshare.road.industry.scenario import SHIPPED, load_plant
from burdenshare.web.layout import fault_told
from burdenshare.web.views.industry_asked import (
    BACKTEST,
    ITEMS,
    ORDER,
    REQUIREMENTS,
    SHORT_DRAWS,
    USUAL,
    USUAL_ITEM,
    IndustryAsked,
)
from burdenshare.web.views.road_toml import LONGEST_TEXT, unpacked_toml

VIEWS = (
    (ITEMS, "What is made and delivered, and when"),
    (REQUIREMENTS, "What is required, and when it is met"),
    (BACKTEST, "How past output was foreseen"),
)
DRAWS = ("0", "500", str(SHORT_DRAWS), "10000", "20000")
RECKONED = ("until", "draws", "seed", "reach")
FIELDS = ("scenario", "on", *ORDER, "from", "to", *RECKONED)
"""Fields of one line."""
BESIDE = (*FIELDS, "item", "toml")
"""Fields that an error can stand beside."""

SAMPLE = """title = "Shells for EUR 1 bn a year, and tanks at a rate of my own"

[[buy]]
item = "155mm"
makers = ["EU"]
money = 4_000_000_000
currency = "EUR"
from = 2027
to = 2030
price = { low = 3000, central = 4500, high = 8000, currency = "EUR", year = 2025, reference = "where this comes from" }
reference = "where this comes from"

[[buy]]
item = "leopard-2"
units = 400
rate = { low = 4, central = 6, high = 10, reference = "my own estimate" }
queue = { low = 30, central = 40, high = 60, reference = "my own estimate" }
reference = "where this comes from"
"""
"""A scenario to begin with."""


@cache
def scenarios(view: str) -> tuple[tuple[str, str], ...]:
    """The scenarios that a view offers, the usual first: of items the makers as they stand, or an order of one's own;
    of requirements what is lacked, ordered at once."""
    title = {name: load_plant(name).title for name in SHIPPED}
    usual = USUAL.get(view, AS_IT_STANDS)
    first = title[usual] if view == REQUIREMENTS else "none: the makers as they stand, or your order"
    return (("", first), *((name, title[name]) for name in SHIPPED if name != usual))


def words_of(
    asked: IndustryAsked | None,
    typed: Mapping[str, str],
    items: Sequence[str],
    fault: BurdenshareError | None,
    offered: Sequence[Sequence[str]],
) -> dict[str, Any]:
    """What the form speaks of: as a valid view has it, or as it was typed (`items` are those ticked), beside what is
    wrong with it."""
    fields = _fields(asked) if asked is not None else {name: typed.get(name, "") for name in (*FIELDS, "toml")}
    view = asked.view if asked is not None else typed.get("view", ITEMS)
    view = view if view in dict(VIEWS) else ITEMS
    usual = {"draws": str(SHORT_DRAWS), "seed": "1"}
    fields |= {name: fields[name] or value for name, value in usual.items()}
    return {
        "view": view,
        "views": VIEWS,
        "ways_on": _ways_on(asked),
        "plain": "/industry" if view == ITEMS else f"/industry?view={view}",
        "typed": fields,
        "chosen": asked.items if asked is not None else items or (USUAL_ITEM,),
        "offered": offered,
        "scenarios": scenarios(view),
        "draws": _draws(fields["draws"]),
        "opened": any(fields[name] != usual.get(name, "") for name in RECKONED),
        "faults": {} if fault is None else {field_of(fault): told(fault)},
        "text": _text(fields["toml"]),
        "sample": SAMPLE,
        "longest": LONGEST_TEXT,
    }


def _fields(asked: IndustryAsked) -> dict[str, str]:
    """How the fields stand."""
    return {
        **{name: getattr(asked, name) for name in ("scenario", "toml", *ORDER)},
        "on": asked.on.isoformat() if asked.on is not None else "",
        "from": str(asked.first or ""),
        "to": str(asked.last or ""),
        "reach": " ".join(f"{one:.12g}" for one in asked.reach),
        "until": str(asked.until or ""),
        "draws": str(asked.draws),
        "seed": str(asked.seed),
    }


def _ways_on(asked: IndustryAsked | None) -> dict[str, str]:
    """The other views, with the scenario and the day kept."""
    found = {}
    for name, _ in VIEWS:
        one = IndustryAsked(name)
        if asked is not None and name != BACKTEST and asked.view != BACKTEST:
            one = IndustryAsked(
                name,
                items=asked.items if name == asked.view else () if asked.scenario else (USUAL_ITEM,),
                scenario=asked.scenario,
                toml=asked.toml,
                on=asked.on,
            )
        found[name] = f"/industry?{one.query()}".rstrip("?")
    return found


def field_of(fault: BurdenshareError) -> str:
    """The field that an error belongs to; empty for the form as a whole."""
    where = fault.where.partition(" ")[0]
    return where if where in BESIDE else ""


def told(fault: BurdenshareError) -> str:
    """The error as one line, without the name of the field it stands beside."""
    place = fault.where.partition(" ")[2] if field_of(fault) else fault.where
    return fault_told(InputError(fault.what, where=place, remedy=fault.remedy))


def _draws(chosen: str) -> list[str]:
    """The numbers of draws offered, with the one that an address asks for."""
    known = chosen.isascii() and chosen.isdigit() and len(chosen) <= 6
    return sorted({*DRAWS, *([chosen] if known else [])}, key=int)


def _text(code: str) -> str:
    if not code:
        return ""
    try:
        return unpacked_toml(code)
    except InputError:
        return ""
