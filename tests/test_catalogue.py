"""The pages of the data tell what the packaged record holds, and lose none of it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from burdenshare.record import tables
from burdenshare.record.measures import declared
from tools.catalogue import gather
from tools.catalogue.markdown import coverage, years
from tools.catalogue.pages import pages
from tools.catalogue.series import Cell, Series, series_of

FOLDER = Path(__file__).parent.parent / "docs" / "data"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages()


def test_pages_are_what_the_record_says(made: dict[str, str]) -> None:
    kept = {one.name: one.read_text(encoding="utf-8") for one in FOLDER.glob("*.md")}
    assert kept == made, "run: python -m tools.catalogue"


def test_no_value_of_a_release_is_lost() -> None:
    frame = pl.read_parquet(tables.macro_path())
    macro = (*series_of(gather.macro("WEO")), *series_of(gather.macro("WDI")))
    assert sum(one.values for one in macro) == frame.height
    for cells, table in (
        (gather.nato(), gather.NATO),
        (gather.aid(), gather.AID),
        (gather.headlines(), gather.HEADLINES),
    ):
        assert sum(one.values for one in series_of(cells)) == len(tables.rows(table, layers=()))


@pytest.mark.parametrize("one", (*gather.STATED, *gather.ENTRIES), ids=lambda one: one.table)
def test_no_row_outside_a_release_is_lost(one: gather.Stated) -> None:
    assert sum(each.values for each in series_of(gather.stated(one))) == len(tables.rows(one.table, layers=()))


def test_every_source_is_told_with_its_grade_and_licence(made: dict[str, str]) -> None:
    told = "\n".join(made.values())
    words = {"people/aliases.csv", "people/titles.csv", "people/places.csv"}
    for name, row in gather.sources().items():
        if row["table"] not in words:
            (line,) = (one for one in told.splitlines() if f'id="source-{name}"' in one)
            assert row["licence"] in line, name
            assert (row["grade"] or "as each row says") in line, name


def test_every_release_is_told_with_its_day(made: dict[str, str]) -> None:
    lines = made["index.md"].splitlines()
    for row in gather.releases():
        assert any(
            one.startswith(f"| {row['release']} | {row['publisher']} | {row['released_on'] or 'no day'} |")
            for one in lines
        )


def test_every_measure_that_a_release_prints_has_a_part_of_its_own(made: dict[str, str]) -> None:
    for one in declared().by_id.values():
        if one.kind == "cell" and set(one.publishers) & {"nato", "weo", "wdi"}:
            homes = [text for text in made.values() if f"\n## `{one.id}`\n" in text]
            assert homes, one.id


def test_each_source_that_a_table_names_is_told_on_its_page(made: dict[str, str]) -> None:
    for name, text in made.items():
        linked = set(re.findall(r"\(#(source-[^)]+)\)", text))
        assert linked <= set(re.findall(r'id="(source-[^"]+)"', text)), name


def cell(release: str = "2024-06", day: str = "2024-06-17", entity: str = "DEU", year: int = 2023, **more: str) -> Cell:
    return Cell(
        "share_of_gdp", "", "%", release, day, entity, (year,), more.get("source", "a"), more.get("grade", "press")
    )


def one_series(*cells: Cell) -> Series:
    (found,) = series_of(cells)
    return found


def test_a_series_counts_its_releases_by_day_and_the_undated_last() -> None:
    found = one_series(
        cell("x", ""), cell("2025-04", "2025-04-24", year=2024), cell(), cell(entity="FRA", grade="official")
    )
    assert [one.release for one in found.vintages] == ["2024-06", "2025-04", "x"]
    assert (found.values, found.first, found.last, found.told) == (4, 2023, 2024, "2024-06-17 to 2025-04-24")
    assert found.entities == ("DEU", "FRA")
    assert found.grades == Counter(press=3, official=1)


def test_coverage_tells_who_is_missing_of_the_members_of_the_day() -> None:
    members = {row["ally"]: row["joined_on"] for row in tables.rows("commitments/members.csv", layers=())}
    of_day = sorted(ally for ally, joined in members.items() if joined <= "2019-06-25")
    (vintage,) = one_series(*(cell("2019-06", "2019-06-25", ally) for ally in of_day if ally != "ISL")).vintages
    assert coverage(vintage) == "28 of 29 allies (without ISL)"
    (few,) = one_series(cell(entity="DEU"), cell(entity="NATO")).vintages
    assert coverage(few) == "1 of 32 allies (DEU); NATO"


def test_years_are_told_shortly() -> None:
    assert [years(0, 0), years(2024, 2024), years(2012, 2026)] == ["–", "2024", "2012–2026"]
