"""The assertions of the build hold on the packaged record, and each of them notices the fault it is there for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest

from burdenshare.errors import RecordError
from burdenshare.record import tables
from tools.build_record import assemble, assertions, descriptor, nato_rules, other_rules, schema, structure

Edit = Callable[[str], str]


def test_the_packaged_record_satisfies_every_assertion() -> None:
    assert list(assertions.faults(tables.PACKAGED)) == []


def replaced(old: str, new: str) -> Edit:
    """Replace one piece of text that must stand exactly once."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return edit


def swapped(context: str, old: str, new: str) -> Edit:
    """Replace what follows a piece of text that must stand exactly once."""
    return replaced(context + old, context + new)


def appended(line: str) -> Edit:
    return lambda text: text + line + "\n"


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, Edit], Path]:
    """A function that edits one table in a copy of the record and pins the copy anew."""

    def make(name: str, edit: Edit) -> Path:
        root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
        path = root / name
        path.write_bytes(edit(path.read_bytes().decode("utf-8")).encode("utf-8"))
        return pin(root)

    return make


def pin(root: Path) -> Path:
    raw = {table.path: (root / table.path).read_bytes() for table in schema.TABLES}
    parsed = {name: assemble.read_csv(held) for name, held in raw.items() if name.endswith(".csv")}
    (root / tables.DESCRIPTOR).write_bytes(descriptor.describe(raw, parsed, []))
    return root


N = nato_rules.TABLE
ALB_2017 = "2017-06,2017-06-29,ALB,2017,share_of_gdp,,"


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (swapped(ALB_2017, "%,1.22", "%,12.2"), "12.2 lies outside"),
        (swapped(ALB_2017, "%,1.22", "thousand,1.22"), "not a unit of this measure"),
    ],
)
def test_units_and_ranges(spoil: Callable[[str, Edit], Path], edit: Edit, fault: str) -> None:
    found = list(nato_rules.faults(spoil(N, edit)))
    assert any(fault in line and "2017-06, ALB, 2017" in line for line in found)


def scaled(cell: str, factor: float) -> Edit:
    """Multiply the value of one cell, named by release, ally, year, measure, basis (or -) and unit."""
    release, ally, year, measure, basis, unit = cell.split(" ", 5)
    wanted = (release, ally, year, measure, basis.strip("-"), unit)
    names = ("release", "ally", "year", "measure", "price_basis", "unit")
    (row,) = (row for row in tables.rows(N) if tuple(row[name] for name in names) == wanted)
    changed = {**row, "value": str(float(row["value"]) * factor)}
    return replaced(",".join(row.values()) + "\n", ",".join(changed.values()) + "\n")


@pytest.mark.parametrize(
    ("rule", "edit", "fault"),
    [
        (nato_rules.categories, scaled("2024-06 NLD 2020 equipment_share - %", 1.01), "category shares sum to"),
        (nato_rules.totals, scaled("2024-06 DEU 2023 expenditure current million USD", 1.00001), "members sum to"),
        (nato_rules.totals, scaled("2026-07 DEU 2023 expenditure current million USD", 1.0001), "members sum to"),
        (
            nato_rules.counts,
            scaled("2024-06 FRA 2024 share_of_gdp constant_2015 %", 0.9),
            "22 allies at 2 % (0 cells missing), NATO counts 23",
        ),
        (
            nato_rules.published_counts,
            scaled("2023-07 FIN 2023 share_of_gdp constant_2015 %", 0.5),
            "11 printed, cells allow 10 to 10",
        ),
        (nato_rules.quotients, scaled("2024-06 DEU 2024 share_of_gdp constant_2015 %", 1.01), "expenditure over GDP"),
        (nato_rules.revisions, scaled("2026-07 POL 2024 share_of_gdp constant_2021 %", 0.5), "in 2026-07"),
    ],
)
def test_rules_of_nato_tables(
    spoil: Callable[[str, Edit], Path], rule: Callable[[nato_rules.Nato], Iterator[str]], edit: Edit, fault: str
) -> None:
    assert list(rule(nato_rules.Nato(tables.PACKAGED))) == []
    found = list(rule(nato_rules.Nato(spoil(N, edit))))
    assert any(fault in line for line in found), found


def test_named_outliers_are_still_needed() -> None:
    """An outlier that has become ordinary must leave the list, or it would hide the next fault."""
    nato = nato_rules.Nato(tables.PACKAGED)
    for ally, year, measure in nato_rules.RANGE_OUTLIERS:
        bounds = nato_rules.RANGES[measure, "%"]
        values = [value for key, value in nato.cells.items() if key[1:4] == (ally, year, measure)]
        assert any(not bounds[0] <= value <= bounds[1] for value in values), (ally, year, measure)
    for release, ally, year in nato_rules.HARD_ROUNDED:
        assert nato.shares[release, ally, year] == 2.0


@pytest.mark.parametrize(
    ("name", "edit", "fault"),
    [
        ("nato/releases.csv", swapped("2024-06,nato,", "2024-06-17", "2024-06-18"), "its table says '2024-06-17'"),
        ("nato/releases.csv", appended("2099-01,nato,2099-01-01,T,2030,whole,x"), "no table holds a row of it"),
        ("people/groups.csv", swapped("EUR,SWE,", "2024-03-07", "2024-03-08"), "from 2024-03-08, joined 2024-03-07"),
        ("people/groups.csv", appended("G7,JPN,,"), "not an ally"),
        (
            "people/offices.csv",
            swapped("Olaf Scholz,head_of_government,DEU,2021-12-08,", "2025-05-06", "2025-05-07"),
            "overlaps Friedrich Merz",
        ),
        ("people/aliases.csv", appended("Nobody Known,Known,surname"), "only one of offices and aliases"),
        ("people/titles.csv", appended("lord high admiral,admiralty,GBR,"), "no such office as 'admiralty'"),
        (
            "commitments/members.csv",
            swapped("FIN,Finland,2023-04-04,", "EUR", "FIM"),
            "does not lead without gaps to FIM",
        ),
        ("currencies.csv", swapped("HRV,EUR,", "2023-01-01", "2023-01-02"), "[HRV]: does not lead without gaps"),
        (
            "capabilities/holdings.csv",
            appended("ALB,tanks,3,personnel,2024,https://example.org/,press"),
            "no source declared for capabilities/holdings.csv",
        ),
        (
            "sources.csv",
            appended("spare,people/groups.csv,group=NONE,P,T,,,,none,open,,"),
            "[spare]: no row of people/groups.csv",
        ),
    ],
)
def test_rules_of_other_tables(spoil: Callable[[str, Edit], Path], name: str, edit: Edit, fault: str) -> None:
    found = list(other_rules.faults(spoil(name, edit), complete=True))
    assert any(fault in line for line in found), found


def test_unclear_rows_are_refused_in_a_record_without_them() -> None:
    macro = pl.read_parquet(tables.macro_path())
    found = list(other_rules.sources(tables.PACKAGED, macro, complete=False))
    assert any(line.startswith("support/support.csv") and "unclear terms" in line for line in found)


def _macro(**changes: object) -> pl.DataFrame:
    """The vintages with the April 2025 GDP of Germany for 2023 changed."""
    frame = pl.read_parquet(tables.macro_path())
    cell = (
        (pl.col("vintage") == "WEO-2025-04")
        & (pl.col("entity") == "DEU")
        & (pl.col("year") == 2023)
        & (pl.col("indicator") == "gdp_usd")
    )
    return frame.with_columns(
        pl.when(cell).then(pl.lit(value)).otherwise(pl.col(name)).alias(name) for name, value in changes.items()
    )


def test_macro_units_bounds_and_magnitudes() -> None:
    assert [*other_rules.macro_form(_macro()), *other_rules.macro_revisions(_macro())] == []
    assert any("expected 9e+08 to 5e+13 usd" in line for line in other_rules.macro_form(_macro(unit="ncu")))
    assert any("in the vintage before" in line for line in other_rules.macro_revisions(_macro(value=4.5e11)))
    doubled = pl.concat([_macro(), _macro().head(1)])
    assert any("the key stands twice" in line for line in other_rules.macro_form(doubled))


MEMBERS = schema.BY_PATH["commitments/members.csv"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"ally": ""}, "may not be empty"),
        ({"joined_on": "1949-04-31"}, "not a day"),
        ({"region": "asia"}, "not one of europe, north_america"),
        ({"name": " Belgium"}, "not a string"),
    ],
)
def test_the_form_of_each_row(changes: dict[str, str], fault: str) -> None:
    row = {**tables.rows(MEMBERS.path)[1], **changes}
    (found,) = structure.faults(MEMBERS, [row])
    assert fault in found


def test_the_form_of_a_table() -> None:
    row = tables.rows(MEMBERS.path)[1]
    assert list(structure.faults(MEMBERS, [row])) == []
    assert "the key stands twice" in next(structure.faults(MEMBERS, [row, row]))
    renamed = {("nation" if name == "ally" else name): value for name, value in row.items()}
    assert "header nation," in next(structure.faults(MEMBERS, [renamed]))


def test_numbers_outside_their_bounds() -> None:
    table = schema.BY_PATH["posture/common_budget.csv"]
    row = {**tables.rows(table.path)[0], "value": "-1"}
    (found,) = structure.faults(table, [row])
    assert "outside 0 to 100000" in found


def test_a_failed_assertion_stops_the_build(spoil: Callable[[str, Edit], Path]) -> None:
    root = spoil("commitments/members.csv", replaced("FIN,Finland,2023-04-04", "FIN,Finland,2023-04-05"))
    with pytest.raises(RecordError, match=r"EUR, FIN\]: from 2023-04-04, joined 2023-04-05"):
        assertions.refuse_broken(root)
