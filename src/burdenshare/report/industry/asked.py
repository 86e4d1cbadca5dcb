"""What is asked: a scenario by its name or file, or an order made of a number without writing a file."""

from __future__ import annotations

import re
from pathlib import Path

from burdenshare.errors import InputError
from burdenshare.report.road.asked import SCALES
from burdenshare.road.industry.items import item_of
from burdenshare.road.industry.model import Buy, Plant, Told
from burdenshare.road.industry.prices import OF
from burdenshare.road.industry.scenario import MOST, load_plant
from burdenshare.road.model import Spread

SIGNS = {"$": "USD", "€": "EUR"}
AS_IT_STANDS = "as-it-stands"
_SCALES = "|".join(sorted(filter(None, SCALES), key=len, reverse=True))
_NUMBER = rf"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:{_SCALES})?"
_RANGE = re.compile(
    rf"(?P<front>[A-Za-z]{{3}})?\s*(?P<low>{_NUMBER})(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?\s*(?P<behind>[A-Za-z]{{3}})?",
    re.IGNORECASE,
)


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
    found = _RANGE.fullmatch(_spelt(text).strip())
    if found is None or (found["front"] and found["behind"]):
        raise InputError(f"'{text}' is no number", where=where, remedy="write 5bn, EUR 5bn or EUR 4000-8000")
    currency = (found["front"] or found["behind"] or "").upper()
    if currency and currency not in OF:
        raise InputError(f"no prices of {currency} are held", where=where, remedy=f"give it in {' or '.join(OF)}")
    low = _number(found["low"])
    high = _number(found["high"]) if found["high"] else low
    if high > MOST:
        raise InputError(f"'{text.strip()[:40]}' is too large", where=where, remedy=f"give {MOST:,.0f} at the most")
    if not 0 < low <= high:
        raise InputError(f"from {low:g} to {high:g}", where=where, remedy="give the smaller number first, above 0")
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
