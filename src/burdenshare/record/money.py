"""GDP of a year and exchange rates, each from one release or one vintage (semantics §1, §7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.record import cells
from burdenshare.record.model import Derivation, Finding, Period, Release
from burdenshare.record.releases import NATO
from burdenshare.record.store import Store

WEO = "weo"
CURRENT = "current"


def gdp(store: Store, entity: str, year: int, as_of: date | None) -> Finding | None:
    """GDP at current prices in dollars: expenditure over share of the release that answers for the share, else the
    newest World Economic Outlook of the day that holds levels."""
    day = store.sight(as_of)
    steps = store.releases.step(NATO, day), store.releases.step(WEO, day)
    return store.once(("gdp", entity, year, *steps), lambda: _gdp(store, entity, year, day))


def _gdp(store: Store, entity: str, year: int, day: date) -> Finding | None:
    share = cells.cell(store, replace(cells.ask(store, cells.RATIO, entity, year), day=day))
    if share is not None:
        found = _quotient(store, share, "expenditure / share_of_gdp")
        if found is not None:
            return found
    return outlook(store, "gdp", entity, year, day)


def outlook(store: Store, measure: str, entity: str, year: Period, day: date) -> Finding | None:
    """A value of the newest World Economic Outlook out by `day` that holds it; for a group, the sum of its members."""
    asked = replace(cells.ask(store, measure, entity, year), day=day)
    for release in (held := store.releases.visible(WEO, day)):
        found = cells.in_release(store, release, asked)
        if found is not None:
            return cells.with_older(found, held[0])
    return None


def unrounded_share(store: Store, entity: str, year: int, release: Release) -> Finding | None:
    """The share before NATO's own rounding: expenditure over GDP of the same release, on one price basis."""
    for basis in ("constant", CURRENT):
        above = cells.in_release(store, release, cells.ask(store, "expenditure", entity, year, basis=basis))
        below = cells.in_release(store, release, cells.ask(store, "gdp", entity, year, basis=basis))
        if above is not None and below is not None and above.value and below.value and below.low > 0:
            asked = cells.ask(store, cells.RATIO, entity, year)
            bounds = (100 * above.value / below.value, 100 * above.low / below.high, 100 * above.high / below.low)
            name = f"{store.groups.name(entity)}: share of GDP before rounding"
            return _per_cent(cells.combined(asked, release, name, "expenditure / gdp * 100", (above, below), bounds))
    return None


def rate(store: Store, entity: str, year: int, as_of: date | None) -> Finding | None:
    """National currency for one US dollar: the period average of one vintage, gdp in currency over gdp in dollars."""
    day = store.sight(as_of)
    for release in (held := store.releases.visible(WEO, day)):
        own = cells.in_release(
            store, release, cells.ask(store, "gdp", entity, year, basis=CURRENT, unit=cells.OWN_CURRENCY)
        )
        usd = cells.in_release(store, release, cells.ask(store, "gdp", entity, year, basis=CURRENT, unit="USD"))
        if own is None or usd is None or own.value is None or not usd.value:
            continue
        value = own.value / usd.value
        asked = cells.ask(store, "ncu_per_usd", entity, year)
        name = f"{store.groups.name(entity)}: {own.unit} per US dollar, period average"
        made = cells.combined(asked, release, name, "gdp in currency / gdp in dollars", (own, usd), (value,) * 3)
        unit = f"{own.unit} per USD"
        made = replace(made, unit=unit, basis="", derivation=replace(made.derivation, unit=unit))
        return cells.with_older(made, held[0])
    return None


def _quotient(store: Store, share: Finding, formula: str) -> Finding | None:
    """GDP from a share and the expenditure of the very release that gave the share."""
    if share.release.publisher != NATO or not share.value or share.low <= 0:
        return None
    asked = cells.ask(store, "expenditure", share.entity, share.period, basis=CURRENT)
    level = cells.in_release(store, share.release, asked)
    if level is None or level.value is None:
        return None
    question = cells.ask(store, "gdp", share.entity, share.period)
    bounds = (100 * level.value / share.value, 100 * level.low / share.high, 100 * level.high / share.low)
    name = f"{store.groups.name(share.entity)}: GDP, current prices"
    made = cells.combined(question, share.release, name, formula, (level, share), bounds)
    return replace(made, older=share.older)


def _per_cent(made: Finding) -> Finding:
    tree: Derivation = replace(made.derivation, unit="%")
    return replace(made, unit="%", basis="", derivation=tree)
