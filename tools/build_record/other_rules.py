"""What the other tables must satisfy: releases, aid, macroeconomic vintages, people, currencies, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import polars as pl

from burdenshare.record.tables import macro_path, rows
from tools.build_record import licences, schema

MACRO_UNITS: dict[str, tuple[str, float, float]] = {
    "gdp_usd": ("usd", 9e8, 5e13),
    "gdp_ncu": ("ncu", 1e9, 2e18),
    "population": ("persons", 2.5e5, 1.5e9),
    "real_growth": ("percent", -40, 20),
    "inflation": ("percent", -5, 100),
    "deflator": ("index", 1, 1e4),
    "gross_debt_share": ("percent_of_gdp", 0, 250),
    "net_lending_share": ("percent_of_gdp", -25, 30),
    "expenditure_share": ("percent_of_gdp", 5, 80),
    "revenue_share": ("percent_of_gdp", 5, 70),
    "ncu_per_usd": ("ncu_per_usd", 0.3, 5e4),
    "gdp_usd_constant_2015": ("usd_2015", 9e8, 5e13),
    "military_expenditure_usd": ("usd", 1e8, 5e11),
    "military_share_of_gdp": ("percent_of_gdp", 0.5, 50),
}
"""Unit and bounds of each macroeconomic indicator."""

MACRO_LEVELS = ("gdp_usd", "gdp_ncu", "population", "ncu_per_usd", "gdp_usd_constant_2015")
LARGEST_REVISION = 1.5
MACRO_OUTLIERS: dict[tuple[str, str], str] = {
    ("gdp_ncu", "EST"): "kroon up to April 2011, euro from April 2012",
    ("gdp_ncu", "HRV"): "kuna up to October 2022, euro from April 2023",
    ("gdp_ncu", "LTU"): "litas up to April 2014, euro from April 2015",
    ("gdp_ncu", "LVA"): "lats up to April 2014, euro from April 2015",
    ("gdp_ncu", "TUR"): "projections under inflation above 50 %",
    ("gdp_ncu", "IRN"): "projections under high inflation",
    ("gdp_usd", "IRN"): "official rates that move by multiples between vintages",
    ("gdp_usd", "RUS"): "fall of the rouble in the winter of 2014",
    ("gdp_usd", "UKR"): "fall of the hryvnia in 2014 and 2015, no projections in April 2014",
}
"""Series that may move by more than half between neighbouring vintages, each with its reason."""

AID_PARTS = ("military", "humanitarian", "financial")


def faults(root: Path, *, complete: bool) -> Iterator[str]:
    """Every broken rule outside NATO's own tables; `complete` is False for a record without its unclear rows."""
    macro = pl.read_parquet(macro_path(root=root))
    yield from releases(root, macro)
    yield from macro_form(macro)
    yield from macro_revisions(macro)
    for rule in (aid_totals, bounds, offices, names, groups, accessions, currencies):
        yield from rule(root)
    yield from sources(root, macro, complete=complete)


def releases(root: Path, macro: pl.DataFrame) -> Iterator[str]:
    """Every release of a table is listed with its day, and every listed one gave rows."""
    listed = {one["release"]: one["released_on"] for one in rows("nato/releases.csv", root=root)}
    held = {(row["release"], row["released_on"]) for row in rows("nato/expenditure.csv", root=root)}
    held |= {(row["release"], row["released_on"]) for row in rows("support/support.csv", root=root)}
    held |= set(macro.select("vintage", "published_on").unique().iter_rows())
    for release, day in sorted(held):
        if not listed.get(release, "unlisted").startswith(day):
            yield f"nato/releases.csv [{release}]: its table says '{day}', listed '{listed.get(release)}'"
    for release in sorted(listed.keys() - {release for release, _ in held}):
        yield f"nato/releases.csv [{release}]: no table holds a row of it"


def macro_form(macro: pl.DataFrame) -> Iterator[str]:
    """Unique keys, one unit per indicator, bounds, and net lending = revenue - expenditure."""
    key = schema.BY_PATH[schema.MACRO].key
    for row in macro.filter(macro.select(key).is_duplicated()).iter_rows():
        yield f"{schema.MACRO} [{row[:5]}]: the key stands twice"
    for indicator, (unit, low, high) in MACRO_UNITS.items():
        wrong = (pl.col("unit") != unit) | ~pl.col("value").is_between(low, high)
        for row in macro.filter((pl.col("indicator") == indicator) & wrong).iter_rows():
            yield f"{schema.MACRO} [{row[:5]}]: {row[6]:g} {row[5]}, expected {low:g} to {high:g} {unit}"
    for indicator in sorted(set(macro["indicator"].unique()) - MACRO_UNITS.keys()):
        yield f"{schema.MACRO} [{indicator}]: not an indicator of the record"
    yield from _balances(macro)


def _balances(macro: pl.DataFrame) -> Iterator[str]:
    names = ["net_lending_share", "revenue_share", "expenditure_share"]
    wide = macro.filter(pl.col("indicator").is_in(names)).pivot(
        on="indicator", index=["vintage", "entity", "year"], values="value"
    )
    gap = (pl.col(names[0]) - pl.col(names[1]) + pl.col(names[2])).abs()
    for vintage, entity, year, *_ in wide.drop_nulls().filter(gap > 0.0015).iter_rows():
        yield f"{schema.MACRO} [{vintage}, {entity}, {year}]: net lending is not revenue less expenditure"


def macro_revisions(macro: pl.DataFrame) -> Iterator[str]:
    """A level stays within the same magnitude between neighbouring vintages of one publisher."""
    order = ["indicator", "entity", "year", pl.col("vintage").str.slice(0, 3)]
    levels = macro.filter(pl.col("indicator").is_in(MACRO_LEVELS)).sort("vintage")
    moved = levels.with_columns(old=pl.col("value").shift(1).over(order)).with_columns(
        ratio=pl.col("value") / pl.col("old")
    )
    far = ~pl.col("ratio").is_between(1 / LARGEST_REVISION, LARGEST_REVISION)
    for row in moved.drop_nulls("ratio").filter(far).iter_rows(named=True):
        if (row["indicator"], row["entity"]) not in MACRO_OUTLIERS:
            where = f"{row['vintage']}, {row['entity']}, {row['year']}, {row['indicator']}"
            yield f"{schema.MACRO} [{where}]: {row['value']:g}, {row['old']:g} in the vintage before"


def aid_totals(root: Path) -> Iterator[str]:
    """Aid in total is the sum of its three kinds where all are held."""
    held: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for row in rows("support/support.csv", root=root):
        key = (row["release"], row["donor"], row["period"], row["measure"], row["unit"])
        held[key][row["kind"]] = float(row["value"])
    for cell, kinds in held.items():
        parts = sum(kinds.get(name, 0.0) for name in AID_PARTS)
        if len(kinds) == 4 and abs(parts - kinds["total"]) > 0.005 + 0.001 * abs(parts):
            yield f"support/support.csv [{', '.join(cell)}]: the kinds sum to {parts:g}, total {kinds['total']:g}"


def bounds(root: Path) -> Iterator[str]:
    """A stated value lies between its stated bounds."""
    for path in (
        "industry/production.csv",
        "capabilities/requirements.csv",
        "posture/nuclear_warheads.csv",
        "posture/troops.csv",
    ):
        for row in rows(path, root=root):
            stated = [float(row[name]) for name in ("low", "value", "high") if row[name]]
            if stated != sorted(stated):
                yield f"{path} [{row['stated_by']}, {row['stated_on']}, {row['unit']}]: {stated} out of order"


def offices(root: Path) -> Iterator[str]:
    """One holder at a time in each office, and no term that ends before it begins (at the precision read)."""
    terms: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows("people/offices.csv", root=root):
        terms[row["office"], row["entity"]].append(row)
        if row["to"] and _before(row["to"], row["from"]):
            yield f"people/offices.csv [{row['person']}, {row['office']}]: ends {row['to']}, before {row['from']}"
    for (office, entity), held in terms.items():
        held.sort(key=lambda row: row["from"])
        for one, after in pairwise(held):
            if not one["to"] or _before(after["from"], one["to"]):
                yield (
                    f"people/offices.csv [{office}, {entity}]: {one['person']} to '{one['to']}' overlaps"
                    f" {after['person']} from '{after['from']}'"
                )


def _before(one: str, other: str) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def names(root: Path) -> Iterator[str]:
    """Every office holder has spellings, every spelling a holder; titles name known offices."""
    held = rows("people/offices.csv", root=root)
    persons, spelt = {row["person"] for row in held}, {row["person"] for row in rows("people/aliases.csv", root=root)}
    for person in sorted(persons ^ spelt):
        yield f"people/aliases.csv [{person}]: stands in only one of offices and aliases"
    known = {row["office"] for row in held} | {""}
    for row in rows("people/titles.csv", root=root):
        if row["office"] not in known:
            yield f"people/titles.csv [{row['title']}]: no such office as '{row['office']}'"


def groups(root: Path) -> Iterator[str]:
    """Groups hold allies only; the alliance and its European parts follow the days of accession."""
    joined = {one["ally"]: one for one in rows("commitments/members.csv", root=root)}
    expected = {("NATO", ally) for ally in joined} | {("EUR_CAN", ally) for ally in joined if ally != "USA"}
    expected |= {("EUR", ally) for ally, one in joined.items() if one["region"] == "europe"}
    held = {(row["group"], row["ally"]): row["from"] for row in rows("people/groups.csv", root=root)}
    for group, ally in sorted(held):
        if ally not in joined:
            yield f"people/groups.csv [{group}, {ally}]: not an ally"
    for group, ally in sorted(expected):
        start, day = held.get((group, ally)), joined[ally]["joined_on"]
        if start != day:
            yield f"people/groups.csv [{group}, {ally}]: from {start}, joined {day}"


def accessions(root: Path) -> Iterator[str]:
    """The commitment of membership of each ally carries the day of its accession."""
    made = {
        row["actor"]: row["made_on"]
        for row in rows("commitments/commitments.csv", root=root)
        if row["kind"] == "membership"
    }
    for one in rows("commitments/members.csv", root=root):
        start, day = made.get(one["ally"]), one["joined_on"]
        if start != day:
            yield f"commitments/commitments.csv [{one['ally']}]: member from {start}, joined {day}"


def currencies(root: Path) -> Iterator[str]:
    """Each ally has one currency on each day, the last one that of the table of members."""
    periods: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("currencies.csv", root=root):
        periods[row["entity"]].append(row)
    for one in rows("commitments/members.csv", root=root):
        held = sorted(periods[one["ally"]], key=lambda row: row["from"])
        whole = bool(held) and not held[0]["from"] and not held[-1]["to"]
        joined = all(a["to"] and a["to"] == b["from"] for a, b in pairwise(held))
        if not (whole and joined and held[-1]["currency"] == one["currency"]):
            yield f"currencies.csv [{one['ally']}]: does not lead without gaps to {one['currency']}"


def sources(root: Path, macro: pl.DataFrame, *, complete: bool) -> Iterator[str]:
    """Every row of every table from outside has a declared source, and every declared source gave rows."""
    declared = rows("sources.csv", root=root)
    used: set[str] = set()
    kinds = {schema.MACRO: [dict(kind) for kind in macro.select("source", "indicator").unique().iter_rows(named=True)]}
    for table in (one for one in schema.TABLES if not one.authored):
        match = licences.matcher(declared, table.path)
        for row in kinds.get(table.path) or rows(table.path, root=root):
            rule = match(row)
            if rule is None:
                yield f"sources.csv: no source declared for {table.path} [{row}]"
            elif rule.redistribution == "unclear" and not complete:
                yield f"{table.path} [{row}]: unclear terms in a record without unclear rows"
            else:
                used.add(rule.source)
    for one in declared:
        if one["source"] not in used:
            yield f"sources.csv [{one['source']}]: no row of {one['table']} comes from it"
