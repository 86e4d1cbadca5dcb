"""What is asked: a scenario by its name or file, or an order made of a number without writing a file."""

from __future__ import annotations

import re
from pathlib import Path

from burdenshare.errors import InputError
from burdenshare.report.road.asked import SCALES as ROAD_SCALES
from burdenshare.report.wording import clean
from burdenshare.road.industry.items import item_of
from burdenshare.road.industry.model import Buy, Plant, Told
from burdenshare.road.industry.prices import OF
from burdenshare.road.industry.scenario import MOST, load_plant
from burdenshare.road.model import Spread

SCALES = ROAD_SCALES | {"k": 1e3, "thousand": 1e3}
"""Scales of sums and numbers: those of a target, and thousands, in which prices of one are told."""
SIGNS = {"$": "USD", "€": "EUR"}
AS_IT_STANDS = "as-it-stands"
_SCALES = "|".join(sorted(filter(None, SCALES), key=len, reverse=True))
_NUMBER = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?\s*(?:{_SCALES})?"
_RANGE = re.compile(
    rf"(?P<front>[A-Za-z]{{3}})?\s*(?P<low>{_NUMBER})(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?\s*(?P<behind>[A-Za-z]{{3}})?",
    re.IGNORECASE,
)


_BELOW = re.compile(rf"(?:[A-Za-z]{{3}}\s*)?[-−–]\s*{_NUMBER}.*", re.IGNORECASE)
REMEDIES = {
    "units": "write a number above 0, such as 1,000,000, or a range such as 500-700",
    "money": "write a sum above 0: EUR 5bn, 400m, or a range such as EUR 4bn-6bn",
    "price": "write a sum above 0: EUR 4000, EUR 400k, or a range such as EUR 5m-8m",
}
"""How each may be written."""


def plant_of(
    item: str | None,
    scenario: str | Path | Plant | None = None,
    *,
    units: float | str | None = None,
    money: str | None = None,
    price: str | None = None,
    first: int | None = None,
    last: int | None = None,
) -> Plant:
    """A scenario by its name, file or value; or one made of an order of an item.

    Raises InputError for what is missing or asked for twice, UnknownNameError for an item or scenario there is not.
    """
    if scenario is not None:
        for name, value in (("units", units), ("money", money), ("price", price), ("from", first), ("to", last)):
            if value is not None:
                raise InputError("a scenario and an order are asked for", where=name, remedy="give one of the two")
        return scenario if isinstance(scenario, Plant) else load_plant(str(scenario))
    if units is None and money is None:
        for name, value in (("price", price), ("from", first), ("to", last)):
            if value is not None:
                raise InputError("it speaks of an order, and none is given", where=name, remedy="give units or money")
        return load_plant(AS_IT_STANDS)
    if units is not None and money is not None:
        raise InputError("units and money are asked for", where="money", remedy="give one of the two")
    if item is None:
        raise InputError("the order names no item", remedy="name one (burdenshare industry list)")
    asked = item_of(item)
    return Plant("order", f"An order of {asked.title}", (_buy(asked.id, units, money, price, first, last),))


def _buy(
    item: str, units: float | str | None, money: str | None, price: str | None, first: int | None, last: int | None
) -> Buy:
    told = None
    if price is not None:
        currency, spread = amount_of(price, "price")
        told = Told(spread, currency or "USD", "given with the question", "")
    if units is not None:
        currency, spread = amount_of(str(units), "units")
        if currency:
            raise InputError(f"'{units}' is a sum of money", where="units", remedy="give it as money, or a number")
        if spread.low < 1:
            raise InputError(f"{spread.low:g} is less than one", where="units", remedy="order one or more")
        return Buy(item, units=spread, first=first, last=last, price=told, reference="given with the question")
    currency, spread = amount_of(money or "", "money")
    return Buy(
        item,
        money=spread,
        currency=currency or "USD",
        first=first,
        last=last,
        price=told,
        reference="given with the question",
    )


def amount_of(text: str, where: str) -> tuple[str, Spread]:
    """A number or a range as people type it, with its currency: `EUR 5bn`, `4000 to 8000 EUR`, `1,000,000`.

    Raises InputError.
    """
    shown, remedy = f"'{clean(text)[:40]}'", REMEDIES.get(where, REMEDIES["money"])
    found = _RANGE.fullmatch(_spelt(text).strip())
    if found is None and _BELOW.fullmatch(_spelt(text).strip()):
        raise InputError(f"{shown} is below nothing", where=where, remedy=remedy)
    if found is None or (found["front"] and found["behind"]):
        raise InputError(f"{shown} is no number", where=where, remedy=remedy)
    currency = (found["front"] or found["behind"] or "").upper()
    if currency and currency not in OF:
        raise InputError(f"no prices of {currency} are held", where=where, remedy=f"give it in {' or '.join(OF)}")
    low = _number(found["low"])
    high = _number(found["high"]) if found["high"] else low
    if high > MOST:
        raise InputError(f"{shown} is too large", where=where, remedy=f"give {MOST:,.0f} at the most")
    if high < low:
        raise InputError(f"from {low:g} to {high:g}", where=where, remedy="give the smaller number first")
    if not low > 0:
        raise InputError(f"{shown} is nothing, or may be", where=where, remedy=remedy)
    return currency, Spread(low, (low + high) / 2, high)


def _spelt(text: str) -> str:
    """The text with the signs of currencies as their letters."""
    for sign, letters in SIGNS.items():
        text = text.replace(sign, f"{letters} ")
    return text


def _number(text: str) -> float:
    found = re.fullmatch(rf"(?P<number>[0-9,]+(?:\.[0-9]+)?)\s*(?P<scale>{_SCALES})?", text.strip(), re.IGNORECASE)
    assert found is not None
    return float(found["number"].replace(",", "")) * SCALES[(found["scale"] or "").casefold()]
