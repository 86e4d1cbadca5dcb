"""The economy of an ally as one day knew it: the newest Outlook of the day laid on NATO's base year.

Levels start from the base year's GDP by the rule of prices (semantics §7: expenditure over share of the release, else
the Outlook) and go on with the Outlook's rates, so that share times GDP is the release's own money in the base year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp, log, log1p

from burdenshare.errors import DateError, NotHeldError
from burdenshare.record.kept import kept
from burdenshare.record.model import Release
from burdenshare.record.record import Record

PUBLISHER = "weo"
LEVELS = ("gdp_usd", "gdp_ncu", "deflator")
"""What a vintage must hold of an ally for its economy to be told from it."""
DOLLAR = "USA"


@dataclass(frozen=True, slots=True)
class Economy:
    """One ally from the base year on; each tuple holds one value a year, the base year first.

    `real` and `prices` are indices, 1 in the base year; `rate` is national currency for one US dollar; `gdp_usd` and
    `gdp_ncu` are levels of the base year at current prices; `population` counts persons; `debt` and `revenue` are
    per cent of GDP, None where the vintage holds none. Years after `horizon` follow the rule of extension.
    """

    ally: str
    vintage: str
    published: date
    horizon: int
    years: tuple[int, ...]
    gdp_usd: float
    gdp_ncu: float
    currency: str
    real: tuple[float, ...]
    prices: tuple[float, ...]
    rate: tuple[float, ...]
    population: tuple[float, ...] | None
    debt: tuple[float, ...] | None
    revenue: tuple[float, ...] | None
    gdp_source: str
    source: str

    def dollars(self) -> tuple[float, ...]:
        """Prices in US dollars of each year for what cost one dollar in the base year."""
        return tuple(price * self.rate[0] / rate for price, rate in zip(self.prices, self.rate, strict=True))


def economies(
    record: Record, allies: tuple[str, ...], base: int, until: int, on: date, growth: float = 0.0
) -> dict[str, Economy]:
    """The economies of the allies from `base` to `until`, as known on `on`; those that no vintage holds are left out.

    `growth` bends real growth by so many percentage points every year.

    Raises DateError where no Outlook was out by the day.
    """
    vintages = vintages_by(record, on)
    if not vintages:
        first = record.releases(PUBLISHER)[0]
        raise DateError(
            f"no World Economic Outlook of the record was out by {on.isoformat()}",
            remedy=f"give a day from {first.released_on} on",
        )
    newest = vintages[0].released_on or on
    dollar = _own(record, DOLLAR, base, until, newest)
    found: dict[str, Economy] = {}
    for ally in allies:
        own = dollar if ally == DOLLAR else _own(record, ally, base, until, newest)
        if own is not None and dollar is not None:
            found[ally] = _economy(record, own, dollar, base, until, on, growth)
    return found


def vintages_by(record: Record, on: date) -> tuple[Release, ...]:
    """Outlooks out by the day, newest first."""
    held = [one for one in record.releases(PUBLISHER) if one.released_on is not None and one.released_on <= on]
    return tuple(sorted(held, key=lambda one: one.released_on or on, reverse=True))


@dataclass(frozen=True, slots=True)
class _Own:
    """An ally's cells of one vintage: logarithmic yearly growth of volume, prices and dollar GDP, base year first."""

    ally: str
    release: Release
    horizon: int
    volume: list[float]
    prices: list[float]
    dollars: list[float]
    rate: float
    source: str


@kept(4096)  # what a vintage says of an ally is asked for every promise of every text
def _own(record: Record, ally: str, base: int, until: int, newest: date) -> _Own | None:
    for release in vintages_by(record, newest):
        usd, ncu, deflator = (record.vintage(name, release.id) for name in LEVELS)
        horizon = max((int(year) for who, year in usd if who == ally), default=0)
        held = range(base, min(horizon, until) + 1)
        if len(held) < 2 and until > base:
            continue
        if any((ally, year) not in table for year in held for table in (usd, ncu, deflator)):
            continue
        nominal = _steps([ncu[ally, year].value for year in held])
        prices = _steps([deflator[ally, year].value for year in held])
        dollars = _steps([usd[ally, year].value for year in held])
        volume = [one - price for one, price in zip(nominal, prices, strict=True)]
        first = usd[ally, base]
        return _Own(ally, release, horizon, volume, prices, dollars, ncu[ally, base].value / first.value, first.source)
    return None


def _steps(levels: list[float]) -> list[float]:
    return [log(after / before) for before, after in pairwise(levels)]


def _economy(record: Record, own: _Own, dollar: _Own, base: int, until: int, on: date, growth: float) -> Economy:
    count = until - base
    outlook, prices = _extended(own.volume, count), _extended(own.prices, count)
    volume = [one + log1p(growth / 100) for one in outlook]
    known = len(own.dollars)
    against = _extended(dollar.prices, count)
    # to the horizon the Outlook's own rate; after it prices at home over prices in the United States, which is the
    # Outlook's own assumption for its last years: the real exchange rate stays
    rates = [
        outlook[at] + prices[at] - own.dollars[at] if at < known else prices[at] - against[at] for at in range(count)
    ]
    gdp = record.gdp(own.ally, base, as_of=on)
    if gdp is None or gdp.value is None:
        raise NotHeldError(f"no GDP of {record.name(own.ally)} in {base}")
    rate = _rate(record, own, base, on)
    released = own.release.released_on or on
    return Economy(
        ally=own.ally,
        vintage=own.release.id,
        published=released,
        horizon=own.horizon,
        years=tuple(range(base, until + 1)),
        gdp_usd=gdp.value,
        gdp_ncu=gdp.value * rate,
        currency=record.currency(own.ally, on),
        real=_index(volume),
        prices=_index(prices),
        rate=tuple(rate * one for one in _index(rates)),
        population=_series(record, "population", own, base, until, grows=True),
        debt=_series(record, "gross_debt_share", own, base, until, grows=False),
        revenue=_series(record, "revenue_share", own, base, until, grows=False),
        gdp_source=gdp.release.id,
        source=own.source,
    )


def _extended(steps: list[float], count: int) -> list[float]:
    """Yearly steps for `count` years: after the horizon the last one goes on."""
    return [steps[min(at, len(steps) - 1)] for at in range(count)]


def _index(steps: list[float]) -> tuple[float, ...]:
    total, found = 0.0, [1.0]
    for one in steps:
        total += one
        found.append(exp(total))
    return tuple(found)


def _rate(record: Record, own: _Own, base: int, on: date) -> float:
    """National currency for a dollar in the base year: the release's own two columns, else the vintage's."""
    share = record.cell("share_of_gdp", own.ally, base, as_of=on)
    if share is not None:
        asked = {"basis": "current", "release": share.release.id, "exact_release": True}
        usd = record.cell("expenditure", own.ally, base, unit="USD", **asked)  # type: ignore[arg-type]
        ncu = record.cell("expenditure", own.ally, base, unit="NCU", **asked)  # type: ignore[arg-type]
        if usd is not None and ncu is not None and usd.value and ncu.value:
            return ncu.value / usd.value
    then = record.currency(own.ally, own.release.released_on or on)
    now = record.currency(own.ally, on)
    return own.rate if then == now else own.rate / record.per_euro(own.ally, then)


def _series(
    record: Record, indicator: str, own: _Own, base: int, until: int, *, grows: bool
) -> tuple[float, ...] | None:
    """An indicator year by year; after the vintage's last year it grows as it did last, or stays."""
    table = record.vintage(indicator, own.release.id)
    held = [table[own.ally, year].value for year in range(base, until + 1) if (own.ally, year) in table]
    known = [year for year in range(base, until + 1) if (own.ally, year) in table]
    if not known or known[0] != base or known[-1] - base + 1 != len(known):
        return None
    step = held[-1] / held[-2] if grows and len(held) > 1 else 1.0
    return tuple(held + [held[-1] * step**at for at in range(1, until - known[-1] + 1)])
