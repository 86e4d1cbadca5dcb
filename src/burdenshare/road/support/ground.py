"""What aid is held against: GDP in euro, exchange rates and population of donors, by the Outlook of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.record.macro import Cell
from burdenshare.record.months import YEAR, Span
from burdenshare.record.record import Record
from burdenshare.road.outlook import vintages_by

EURO_MEMBER = "DEU"
"""The member whose GDP in euro and in dollars tells the rate: all members of the euro have one currency."""
TRACKED = 2021
"""The year by whose GDP the tracker measures aid."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One vintage: GDP in euro at current prices by donor and year, euro for a dollar by year, population in persons.

    `horizon` is the last year it holds, `source` where it is printed; empty where no vintage was out by the day.
    """

    vintage: str
    published: date | None
    gdp: Mapping[str, Mapping[int, float]]
    rate: Mapping[int, float]
    population: Mapping[str, Mapping[int, float]]
    horizon: int
    source: str

    def of_year(self, donor: str, year: int) -> float | None:
        """GDP of a donor in a year, in euro."""
        return self.gdp.get(donor, {}).get(year)

    def over(self, donor: str, span: Span) -> float | None:
        """GDP of the donor over the months of a span, each month a twelfth of its year; None where a year lacks."""
        years = range(int(span.first[:4]), int(span.last[:4]) + 1)
        parts = [(self.of_year(donor, year), span.in_year(year)) for year in years]
        if any(gdp is None for gdp, _ in parts):
            return None
        return sum(gdp * months / YEAR for gdp, months in parts if gdp is not None)

    def heads(self, donor: str, year: int) -> float | None:
        """Population of a donor in a year, in persons."""
        return self.population.get(donor, {}).get(year)


NOTHING = Ground("", None, {}, {}, {}, 0, "")


def ground(record: Record, donors: Iterable[str], on: date) -> Ground:
    """The newest Outlook of the day that holds levels. GDP in dollars goes to euro at the vintage's own rate."""
    for release in vintages_by(record, on):
        usd, ncu = (record.vintage(name, release.id) for name in ("gdp_usd", "gdp_ncu"))
        years = sorted(int(year) for who, year in usd if who == EURO_MEMBER and (who, year) in ncu)
        rate = {year: ncu[EURO_MEMBER, year].value / usd[EURO_MEMBER, year].value for year in years}
        if not rate or TRACKED not in rate:
            continue
        wanted = frozenset(donors)
        people = record.vintage("population", release.id)
        return Ground(
            release.id,
            release.released_on,
            _by_donor(usd, wanted, rate),
            rate,
            _by_donor(people, wanted, dict.fromkeys(range(years[0], years[-1] + 1), 1.0)),
            years[-1],
            usd[EURO_MEMBER, TRACKED].source,
        )
    return NOTHING


def _by_donor(
    table: Mapping[tuple[str, int | str], Cell], wanted: frozenset[str], factor: Mapping[int, float]
) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = {one: {} for one in wanted}
    for (entity, year), cell in table.items():
        if entity in wanted and int(year) in factor:
            found[entity][int(year)] = cell.value * factor[int(year)]
    return found
