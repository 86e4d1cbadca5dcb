"""What the promises of a text ask of the allies it names: one line an ally and target, then and now."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.checking.model import CheckedDocument, Price, PricedRoad, RoadLine
from burdenshare.report import wording
from burdenshare.report.telling import price_key

NAMED = "what the promises ask of the allies named"
COLUMNS = ("ally", "target", "share", "at once", "on the road, then", "on the road, now")


@dataclass(frozen=True, slots=True)
class NamedPrice:
    """One ally and one target. The texts are ready to show; empty where a clock tells nothing."""

    ally: str
    target: str
    share: str
    at_once: str
    then: str
    now: str
    together: bool  # asked of several allies: under its statement this ally may be one of "and 22 more"

    @property
    def cells(self) -> tuple[str, ...]:
        """As in COLUMNS."""
        return self.ally, self.target, self.share, self.at_once, self.then, self.now


def named_prices(checked: CheckedDocument) -> tuple[NamedPrice, ...]:
    """The table of a checked document: allies in the order in which it names them, each target once."""
    named = dict.fromkeys(ally for entry in checked.checked for ally in entry.statement.subject)
    prices = {price_key(entry.price): entry.price for entry in checked.checked if entry.price is not None}
    return tuple(row for ally in named for price in prices.values() for row in _rows(ally, price))


def _rows(ally: str, price: Price) -> list[NamedPrice]:
    line = next((one for one in price.lines if one.ally == ally), None)
    if line is None:
        return []
    share = "" if line.share is None else f"{wording.amount(line.share, '%')} in {line.share_year}"
    cost = wording.span_of(line.cost_low, line.cost_high, "USD") if line.cost_low or line.cost_high else "met"
    roads = {one.clock.value: _road(one, ally) for one in price.roads}
    target = f"{wording.span_of(price.target_low, price.target_high, '%')} of GDP"
    together = len(price.lines) > 1
    return [NamedPrice(ally, target, share, cost, roads.get("then", ""), roads.get("now", ""), together)]


def _road(road: PricedRoad, ally: str) -> str:
    own: RoadLine | None = next((one for one in road.lines if one.ally == ally), None)
    if own is None:
        return ""
    money = wording.span_of(own.extra_low, own.extra_high, "USD") if own.extra_low or own.extra_high else "nothing more"
    return f"{money} in {road.by}" if road.by is not None else f"{money} at once"
