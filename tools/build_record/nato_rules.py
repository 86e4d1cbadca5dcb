"""What NATO's tables must satisfy: units and magnitudes, sums, counts, and agreement between releases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from burdenshare.record.tables import rows

TABLE = "nato/expenditure.csv"
Cell = tuple[str, str, int, str, str, str]
"""Release, ally, year, measure, price basis, unit."""

RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("expenditure", "million USD"): (40, 2.0e6),  # Montenegro 2013 .. the alliance 2026
    ("expenditure", "million NCU"): (40, 3.0e6),
    ("share_of_gdp", "%"): (0.3, 6.0),  # Luxembourg 2014 .. Lithuania 2026
    ("real_change", "%"): (-35, 85),
    ("gdp", "million USD"): (3.5e3, 6.0e7),
    ("gdp", "billion USD"): (3.5, 2.1e4),
    ("gdp_per_capita", "thousand USD"): (3, 120),
    ("expenditure_per_capita", "USD"): (40, 3500),
    ("military_personnel", "thousand"): (0.7, 3600),
    ("equipment_share", "%"): (0.5, 65),
    ("personnel_share", "%"): (10, 90),
    ("infrastructure_share", "%"): (0, 20),
    ("other_share", "%"): (5, 60),
}
"""Allowed units of each measure, and the values between which a cell can lie: a slip of a digit leaves them."""

RANGE_OUTLIERS = {
    ("BGR", 2019, "real_change"): "the whole price of eight F-16 was booked in 2019",
    ("BGR", 2020, "real_change"): "the year after the F-16 payment",
}

CATEGORIES = ("equipment_share", "personnel_share", "infrastructure_share", "other_share")
COMPLETE_CATEGORIES = ("2019-06", "2023-07", "2024-06", "2026-07")

SUM_TOLERANCE = {"2024-06": 0.1, "2026-07": 3.0}
"""Million dollars by which members may miss the published total: exact cells in 2024-06, whole millions in 2026-07."""

COUNTS_2024_06 = dict(zip(range(2014, 2025), (3, 5, 5, 4, 6, 7, 9, 6, 7, 10, 23), strict=True))
"""Allies at or above 2 % by year, as NATO's release of 17 June 2024 prints them."""

SHARE_TOLERANCE = 0.01
HARD_ROUNDED = {
    ("2024-06", "FRA", 2020): "stored as exactly 2, the quotient is 1.986",
    ("2024-06", "SVK", 2024): "stored as exactly 2, the quotient is 1.989",
}

LARGEST_REVISION = 1.5
"""No cell moves by more than half between neighbouring releases, unless named here."""
REVISION_OUTLIERS = {
    ("BGR", 2019, "share_of_gdp"): "the F-16 payment was added in November 2019",
    ("BGR", 2019, "expenditure"): "the F-16 payment was added in November 2019",
    ("ROU", 2023, "share_of_gdp"): "the estimate of July 2023 (2.44) fell to 1.6 in the annual report of March 2024",
}
REVISED = ("share_of_gdp", "expenditure", "gdp", "military_personnel")

PERSONS = ("NATO (Secretary General)", "NATO (transcript via fifthestate.nz)")
"""Publishers of headlines that are a person speaking; a speech is no evidence."""


@dataclass(frozen=True)
class Nato:
    """The tables the rules look at, parsed once."""

    root: Path

    @cached_property
    def cells(self) -> dict[Cell, float]:
        return {
            (r["release"], r["ally"], int(r["year"]), r["measure"], r["price_basis"], r["unit"]): float(r["value"])
            for r in rows(TABLE, root=self.root)
        }

    @cached_property
    def shares(self) -> dict[tuple[str, str, int], float]:
        """Share of GDP by release, ally and year; the price basis of a share is a remark."""
        return {key[:3]: value for key, value in self.cells.items() if key[3] == "share_of_gdp"}

    @cached_property
    def joined(self) -> dict[str, str]:
        return {one["ally"]: one["joined_on"] for one in rows("commitments/members.csv", root=self.root)}

    @cached_property
    def releases(self) -> dict[str, dict[str, str]]:
        found = rows("nato/releases.csv", root=self.root)
        return {one["release"]: one for one in found if one["publisher"] == "nato"}

    def members(self, year: int, *, armed: bool = True) -> list[str]:
        """Allies that had joined by 31 December of the year; Iceland has no armed forces."""
        last_day = f"{year}-12-31"
        return [ally for ally, day in self.joined.items() if day <= last_day and (ally != "ISL" or not armed)]

    def count_at(self, release: str, year: int, threshold: float) -> tuple[int, int]:
        """Members at or above the threshold among the held cells, and how many members' cells are not held."""
        held = [self.shares.get((release, ally, year)) for ally in self.members(year)]
        return sum(value is not None and value >= threshold for value in held), held.count(None)


def faults(root: Path) -> Iterator[str]:
    """Every broken rule of NATO's tables, as a line that names table, key and numbers."""
    nato = Nato(root)
    for rule in (ranges, categories, totals, counts, published_counts, quotients, revisions):
        yield from rule(nato)


def ranges(nato: Nato) -> Iterator[str]:
    for (release, ally, year, measure, basis, unit), value in nato.cells.items():
        bounds = RANGES.get((measure, unit))
        where = f"{TABLE} [{release}, {ally}, {year}, {measure}, {basis}, {unit}]"
        if bounds is None:
            yield f"{where}: not a unit of this measure"
        elif not bounds[0] <= value <= bounds[1] and (ally, year, measure) not in RANGE_OUTLIERS:
            yield f"{where}: {value:g} lies outside {bounds[0]:g} to {bounds[1]:g}"


def categories(nato: Nato) -> Iterator[str]:
    """The four category shares sum to 100 wherever all four are held in a complete release."""
    held: dict[tuple[str, str, int], dict[str, float]] = defaultdict(dict)
    for (release, ally, year, measure, _, _), value in nato.cells.items():
        if measure in CATEGORIES and release in COMPLETE_CATEGORIES:
            held[release, ally, year][measure] = value
    for key, parts in held.items():
        total = sum(parts.values())
        if len(parts) == len(CATEGORIES) and abs(total - 100) > 0.1:
            yield f"{TABLE} [{key}]: the category shares sum to {total:.3f}, not 100"


def totals(nato: Nato) -> Iterator[str]:
    """Members sum to the printed total of the alliance and of Europe and Canada, by day of accession."""
    for (release, group, year, measure, basis, unit), printed in nato.cells.items():
        if release not in SUM_TOLERANCE or group not in ("NATO", "EUR_CAN") or measure != "expenditure":
            continue
        wanted = [ally for ally in nato.members(year) if group == "NATO" or ally != "USA"]
        parts = [nato.cells.get((release, ally, year, measure, basis, unit)) for ally in wanted]
        total = sum(part for part in parts if part is not None)
        if None not in parts and abs(total - printed) > SUM_TOLERANCE[release]:
            where = f"{TABLE} [{release}, {group}, {year}, {basis}]"
            yield f"{where}: members sum to {total:.1f}, printed {printed:.1f} {unit}"


def counts(nato: Nato) -> Iterator[str]:
    """June 2024: allies at or above 2 % by year."""
    for year, expected in COUNTS_2024_06.items():
        found, missing = nato.count_at("2024-06", year, 2.0)
        if (found, missing) != (expected, 0):
            yield f"{TABLE} [2024-06, {year}]: {found} allies at 2 % ({missing} cells missing), NATO counts {expected}"


def published_counts(nato: Nato) -> Iterator[str]:
    """Every count at 2 % printed on a release's own day lies within what its held cells allow."""
    days = {one["released_on"]: one for one in nato.releases.values()}
    for row in rows("nato/headlines.csv", root=nato.root):
        release = days.get(row["released_on"])
        if row["measure"] != "number_at_or_above_2pct_gdp" or row["publisher"] in PERSONS or release is None:
            continue
        year, printed = int(row["year"]), float(row["value"])
        found, missing = nato.count_at(release["release"], year, 2.0)
        if year <= int(release["own_year"]) and not found <= printed <= found + missing:
            key = f"{row['released_on']}, {row['publisher']}, {year}"
            yield f"nato/headlines.csv [{key}]: {printed:g} printed, cells allow {found} to {found + missing}"


def quotients(nato: Nato) -> Iterator[str]:
    """A share at full precision is expenditure divided by GDP of its release, the hard-rounded cells apart."""
    for (release, ally, year), share in nato.shares.items():
        if release not in ("2019-06", "2024-06"):
            continue
        spent = nato.cells.get((release, ally, year, "expenditure", "constant_2015", "million USD"))
        gdp = gdp_millions(nato, release, ally, year)
        if spent is None or gdp is None:
            continue
        apart = abs(share - 100 * spent / gdp) > SHARE_TOLERANCE
        if apart != ((release, ally, year) in HARD_ROUNDED):
            quotient = 100 * spent / gdp
            yield f"{TABLE} [{release}, {ally}, {year}]: share {share:.4f}, expenditure over GDP {quotient:.4f}"


def gdp_millions(nato: Nato, release: str, ally: str, year: int) -> float | None:
    """GDP at constant 2015 prices in million dollars, whichever unit the release prints."""
    for unit, factor in (("million USD", 1.0), ("billion USD", 1e3)):
        value = nato.cells.get((release, ally, year, "gdp", "constant_2015", unit))
        if value is not None:
            return value * factor
    return None


def revisions(nato: Nato) -> Iterator[str]:
    """A cell stays within the same magnitude from one release to the next that holds it."""
    for (ally, year, measure, basis, unit), series in _histories(nato).items():
        if (ally, year, measure) in REVISION_OUTLIERS:
            continue
        for (earlier, old), (later, new) in pairwise(series):
            if not 1 / LARGEST_REVISION <= new / old <= LARGEST_REVISION:
                where = f"{TABLE} [{ally}, {year}, {measure}, {basis}, {unit}]"
                yield f"{where}: {old:g} in {earlier}, {new:g} in {later}"


def _histories(nato: Nato) -> dict[tuple[str, int, str, str, str], list[tuple[str, float]]]:
    """Values by cell in order of release: billions as millions, legacy currencies at their irrevocable rate."""
    rates = {(one["entity"], one["to"]): float(one["per_eur"]) for one in _legacy(nato.root)}
    found: dict[tuple[str, int, str, str, str], list[tuple[str, float]]] = defaultdict(list)
    for (release, ally, year, measure, basis, unit), value in sorted(nato.cells.items()):
        if measure not in REVISED:
            continue
        day = nato.releases[release]["released_on"]
        rate = next((r for (entity, end), r in rates.items() if entity == ally and day < end), 1.0)
        scale = 1e3 if unit == "billion USD" else 1 / rate if unit == "million NCU" else 1.0
        remark = "" if measure == "share_of_gdp" else basis
        found[ally, year, measure, remark, unit.replace("billion", "million")].append((release, value * scale))
    return found


def _legacy(root: Path) -> Iterable[dict[str, str]]:
    return (one for one in rows("currencies.csv", root=root) if one["to"] and one["per_eur"])
