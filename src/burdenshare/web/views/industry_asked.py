"""What the page of the industry is asked, as its address tells it: bounded and rounded, so that the address is a link
to share and the key of what is kept. Sums are read where the work is done, not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.days import day_of
from burdenshare.report.industry.asked import AS_IT_STANDS
from burdenshare.report.industry.door import LACKED
from burdenshare.road.industry.items import item_of, items
from burdenshare.road.industry.scenario import SHIPPED
from burdenshare.web.views.road_asked import LONGEST_CODE, LONGEST_NAME

ITEMS, REQUIREMENTS, BACKTEST = "items", "requirements", "backtest"
VIEWS = (ITEMS, REQUIREMENTS, BACKTEST)
"""What is shown: items, what is required, how past outputs were foreseen."""
PASTED = "pasted"
"""A scenario that was handed over as a file."""
USUAL = {ITEMS: AS_IT_STANDS, REQUIREMENTS: LACKED}
"""The scenario of a view where none is named."""
USUAL_ITEM = "155mm"
"""What is shown before anybody has chosen."""
ORDER = ("units", "money", "price")
"""Fields of an order, as they are typed."""

SHORT_DRAWS = 2_000
"""Draws up to which the answer comes at once, by the worker of short roads; more are long work."""
MOST_DRAWS = 20_000
MOST_SEED = 2**32 - 1
MOST_REACH = 3
LARGEST = 1e11

_WHOLE = re.compile(r"[0-9]{1,10}")
_YEAR = re.compile(r"[0-9]{4}")
_CODE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class IndustryAsked:
    """One view. `items` are ids, none for all that the scenario buys; `scenario` is empty for an order of one's own or
    for the makers as they stand, a shipped name, or `pasted` (with `toml`, packed); `units`, `money` and `price` as
    they were typed; `reach` outputs a year; `on` None for the record's edition, `until` None for the scenario's."""

    view: str = ITEMS
    items: tuple[str, ...] = (USUAL_ITEM,)
    scenario: str = ""
    toml: str = ""
    units: str = ""
    money: str = ""
    price: str = ""
    first: int | None = None
    last: int | None = None
    reach: tuple[float, ...] = ()
    on: date | None = None
    until: int | None = None
    draws: int = SHORT_DRAWS
    seed: int = 1

    @property
    def short(self) -> bool:
        """Whether the answer is soon made."""
        return self.draws <= SHORT_DRAWS or self.view == BACKTEST

    def query(self, **more: object) -> str:
        """The address's part behind `?`; what is as usual is left out."""
        usual = _usual_items(self.scenario)
        told: dict[str, object] = {
            "view": None if self.view == ITEMS else self.view,
            "item": None if self.view != ITEMS or self.items == usual else ",".join(self.items),
            "scenario": self.scenario,
            "toml": self.toml,
            **{name: getattr(self, name) for name in ORDER},
            "from": self.first,
            "to": self.last,
            "reach": " ".join(f"{one:.12g}" for one in self.reach),
            "on": self.on,
            "until": self.until,
            "draws": None if self.draws == SHORT_DRAWS else self.draws,
            "seed": None if self.seed == 1 else self.seed,
        }
        told |= more
        return urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})


def industry_asked_in(query: QueryParams) -> IndustryAsked:
    """The view of an address. Raises InputError and its kin, each naming its field."""
    view = _one_of(query, "view", VIEWS) or ITEMS
    if view == BACKTEST:
        return IndustryAsked(view)
    scenario = _one_of(query, "scenario", (*SHIPPED, PASTED))
    if not scenario and query.get("toml"):
        scenario = PASTED
    if scenario == USUAL[view]:
        scenario = ""
    code = _code(query) if scenario == PASTED else ""
    on, until = day_of(_text(query, "on"), "on"), _year(query, "until")
    draws, seed = _whole(query, "draws", SHORT_DRAWS, MOST_DRAWS), _whole(query, "seed", 1, MOST_SEED)
    if view == REQUIREMENTS:
        return IndustryAsked(view, scenario=scenario, toml=code, on=on, until=until, draws=draws, seed=seed)
    return IndustryAsked(
        items=items_in(query.getlist("item")) or _usual_items(scenario),
        scenario=scenario,
        toml=code,
        units=_text(query, "units"),
        money=_text(query, "money"),
        price=_text(query, "price"),
        first=_year(query, "from"),
        last=_year(query, "to"),
        reach=_reach(query),
        on=on,
        until=until,
        draws=draws,
        seed=seed,
    )


def items_in(names: Sequence[str]) -> tuple[str, ...]:
    """Items by their names, given one by one or with commas between them, in the order of the table, each once. Raises
    InputError for too many, UnknownNameError with the nearest."""
    if sum(map(len, names)) > len(items()) * LONGEST_NAME:
        raise InputError("longer than a list of items", where="item", remedy="choose from the items there are")
    told = dict.fromkeys(" ".join(one.split()) for part in names for one in part.split(",") if one.strip())
    try:
        found = {item_of(one[:LONGEST_NAME]).id for one in told}
    except InputError as fault:
        fault.where = "item"
        raise
    return tuple(one for one in items() if one in found)


def _usual_items(scenario: str) -> tuple[str, ...]:
    return () if scenario else (USUAL_ITEM,)


def _reach(query: QueryParams) -> tuple[float, ...]:
    told = _text(query, "reach").replace(",", "").split()
    if len(told) > MOST_REACH:
        raise InputError(f"these are {len(told)} numbers", where="reach", remedy=f"give {MOST_REACH} at the most")
    if any(not _NUMBER.fullmatch(one) or not 0 < float(one) <= LARGEST for one in told):
        raise InputError(f"'{' '.join(told)[:20]}' is no output a year", where="reach", remedy="write it as 2000000")
    return tuple(round(float(one), 4) for one in told)


def _code(query: QueryParams) -> str:
    code = query.get("toml", "")
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        raise InputError("the link holds no scenario", where="toml", remedy="paste the scenario anew")
    return code


def _whole(query: QueryParams, name: str, usual: int, most: int) -> int:
    told = _text(query, name)
    if not told:
        return usual
    if not _WHOLE.fullmatch(told) or int(told) > most:
        raise InputError(f"'{told[:20]}' is no number from 0 to {most:,}", where=name, remedy=f"give {usual}")
    return int(told)


def _year(query: QueryParams, name: str) -> int | None:
    told = _text(query, name)
    if told and not _YEAR.fullmatch(told):
        raise InputError(f"'{told[:20]}' is no year", where=name, remedy="write it as 2035")
    return int(told) if told else None


def _one_of(query: QueryParams, name: str, known: Sequence[str]) -> str:
    told = _text(query, name)
    if told and told not in known:
        raise UnknownNameError(name, told, known, where=name)
    return told


def _text(query: QueryParams, name: str) -> str:
    told = query.get(name, "").strip()
    if len(told) > LONGEST_NAME:
        raise InputError(f"longer than {LONGEST_NAME} characters", where=name, remedy="give less")
    return told
