"""The Outlook: the IMF's own file equals the packaged vintage, and every form gives the same rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from burdenshare.intake import wdi, weo
from burdenshare.intake.model import PLACE, Asked, Delivery, DeliveryError, Given, Row
from burdenshare.record import Record
from burdenshare.record.tables import MACRO, macro_path
from tools.fuzz_intake import indicators, outlooks
from tools.fuzz_intake.macro_endings import report
from tools.fuzz_intake.macro_forms import Extent, results
from tools.fuzz_intake.weo import SEED, made, sheet
from tools.fuzz_intake.workbooks import packed, workbook

OWN = Path(__file__).resolve().parents[3] / "shared" / "data" / "raw" / "weo" / "WEOApr2020all.xls"
needs_own = pytest.mark.skipif(not OWN.is_file(), reason="the raw data folder is not beside this checkout")
FORMS: Mapping[str, tuple[str, outlooks.Written]] = {
    "sheet": ("WEOOct2026all.xls", outlooks.sheet),
    "sheet in UTF-16": ("a.xls", lambda made: outlooks.sheet(made, encoding="utf-16")),
    "sheet in UTF-16 without a mark": ("a.xls", lambda made: outlooks.sheet(made, encoding="utf-16-le")),
    "workbook of old": ("a.xlsx", outlooks.workbook_of_old),
    "wide table": ("dataset.csv", outlooks.table),
    "workbook of now": ("a.xlsx", outlooks.workbook_of_now),
    "observations": ("dataset.csv", outlooks.observations),
    "SDMX-ML of old": ("WEO_PUB_OCT2026.xml", outlooks.message_of_old),
    "archive of old": ("WEOOct2026_SDMXData.zip", outlooks.archive_of_old),
    "SDMX-ML of now": ("data.xml", outlooks.message_of_now),
    "wide table in an archive": ("dataset.zip", lambda made: packed({"dataset.csv": outlooks.table(made)})),
}
SAID = ("vintage", "entity", "year", "indicator", "unit", "value", "projection")


@pytest.fixture(scope="module")
def edition(record: Record) -> outlooks.Outlook:
    return outlooks.outlook(record, entities=("DEU", "IRN", "USA"))


def said(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in SAID) for row in rows]


def of_form(name: str, edition: outlooks.Outlook, record: Record, asked: Asked | None = None) -> Delivery:
    file, written = FORMS[name]
    return weo.read(Given(file, written(edition)), asked or Asked(), record)


@needs_own
def test_the_imfs_own_file_equals_the_packaged_vintage(record: Record) -> None:
    found = weo.read(Given(OWN.name, OWN.read_bytes()), Asked(), record)
    packaged = pl.read_parquet(macro_path()).filter(pl.col("vintage") == "WEO-2020-04").to_dicts()
    expected = {
        (row["vintage"], row["published_on"], row["entity"], row["year"], row["indicator"], row["unit"]): (
            row["value"],
            row["projection"],
        )
        for row in packaged
    }
    read = {
        (row["vintage"], row["published_on"], row["entity"], int(row["year"]), row["indicator"], row["unit"]): (
            float(row["value"]),
            row["projection"] == "true",
        )
        for row in found.tables[MACRO]
    }
    assert read == expected
    assert len(found.tables[MACRO]) == len(expected) == 2372


@needs_own
def test_what_of_the_imfs_own_file_is_no_row_is_told_in_a_few_lines(record: Record) -> None:
    found = weo.read(Given(OWN.name, OWN.read_bytes()), Asked(), record)
    assert [(one.place, one.text.split(":")[0]) for one in found.left_out] == [
        ("line 1555", "International Monetary Fund, World Economic Outlook Database, April 2020"),
        ("line 3", "970 rows"),
        ("line 2", "474 rows"),
        ("line 10, column 1980", "1,486 values"),
    ]


@needs_own
def test_every_place_holds_what_its_row_says(record: Record) -> None:
    lines = OWN.read_text(encoding="iso-8859-1").split("\n")
    for row in weo.read(Given(OWN.name, OWN.read_bytes()), Asked(), record).tables[MACRO]:
        line, column = row[PLACE].removeprefix("line ").split(", column ")
        cells = [cell.strip('"\r') for cell in lines[int(line) - 1].split("\t")]
        assert column == row["year"]
        assert cells[1] == row["entity"]
        assert float(cells[9 + int(column) - 1980].replace(",", "")) == float(row["value"])


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_rows(name: str, edition: outlooks.Outlook, record: Record) -> None:
    file, written = FORMS[name]
    assert weo.recognises(Given(file, written(edition)))
    found = of_form(name, edition, record)
    assert said(found.tables[MACRO]) == said(of_form("sheet", edition, record).tables[MACRO])
    assert (found.kind, found.release) == ("weo", "WEO-2026-10")
    assert all(row[PLACE] for rows in found.tables.values() for row in rows)
    assert {one.reason for one in found.left_out} >= {"not a subject of the record"}


def test_values_are_the_records_own_in_base_units(edition: outlooks.Outlook, record: Record) -> None:
    rows = of_form("sheet", edition, record).tables[MACRO]
    for row in rows:
        cell = record.vintage(row["indicator"], "WEO-2025-10")[row["entity"], int(row["year"])]
        assert float(row["value"]) == pytest.approx(cell.value, rel=1e-15)
        assert row["unit"] == cell.unit
        assert (row["projection"] == "true") == (int(row["year"]) > 2025)
    assert {row["entity"] for row in rows} == {"DEU", "IRN", "USA"}
    assert min(row["year"] for row in rows) == "2000"


def test_the_day_is_told_with_how_it_is_known(edition: outlooks.Outlook, record: Record) -> None:
    old, now = of_form("sheet", edition, record), of_form("wide table", edition, record)
    asked = of_form("sheet", edition, record, Asked("2026-10", date(2026, 10, 14)))
    assert [(one.published, one.tables["nato/releases.csv"][0]["date_known_from"]) for one in (old, now, asked)] == [
        (date(2026, 10, 31), "upper bound: the last day of the month"),
        (date(2026, 10, 13), "the file's own day of publication"),
        (date(2026, 10, 14), "named on import"),
    ]
    assert {row["published_on"] for row in asked.tables[MACRO]} == {"2026-10-14"}


@pytest.mark.parametrize(
    ("name", "file", "asked", "told"),
    [
        ("sheet", "WEOApr2026all.xls", Asked(), "is of April 2026 by the file's name, of October 2026 by line"),
        (
            "wide table",
            "a.csv",
            Asked("2026-04"),
            "is of April 2026 by the name given on import, of October 2026 by",
        ),
        ("wide table", "a.csv", Asked(published=date(2026, 9, 30)), "cannot have come out on 2026-09-30"),
        ("SDMX-ML of old", "data.xml", Asked(), "does not say which edition of the Outlook it is; name it: --release"),
        ("SDMX-ML of old", "data.xml", Asked("2019-04"), "WEO-2019-04 cannot hold the years"),
    ],
)
def test_an_edition_in_doubt_is_refused(
    name: str, file: str, asked: Asked, told: str, edition: outlooks.Outlook, record: Record
) -> None:
    with pytest.raises(DeliveryError) as fault:
        weo.read(Given(file, FORMS[name][1](edition)), asked, record)
    assert told in str(fault.value)


def test_a_sheet_without_its_closing_line_is_cut_off(edition: outlooks.Outlook, record: Record) -> None:
    lines = outlooks.sheet(edition).split(b"\r\n")
    with pytest.raises(DeliveryError, match="ends without the IMF's closing line: it may be cut off"):
        weo.read(Given("WEOOct2026all.xls", b"\r\n".join(lines[:-3]) + b"\r\n"), Asked(), record)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no World Economic Outlook that is known"),
        (b"a,b\n1,2\n", "is no World Economic Outlook that is known"),
        (packed({"a.csv": b"x", "b.xml": b"<a/>"}), "is no World Economic Outlook that is known"),
        (workbook({"A": [["x"]]}), "has no sheet of the Outlook"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "damaged or locked workbook"),
    ],
)
def test_another_file_is_refused(content: bytes, told: str, record: Record) -> None:
    with pytest.raises(DeliveryError, match=told):
        weo.read(Given("a.bin", content), Asked(), record)


def test_two_tables_in_an_archive_are_refused(edition: outlooks.Outlook, record: Record) -> None:
    content = packed({"a.csv": outlooks.table(edition), "b.csv": outlooks.observations(edition)})
    with pytest.raises(DeliveryError, match="holds 2 tables of the Outlook"):
        weo.read(Given("a.zip", content), Asked(), record)


def test_other_files_are_not_recognised(edition: outlooks.Outlook, record: Record) -> None:
    table = indicators.indicators(record)
    others = (
        b"",
        b"x" * 1000,
        b"PK\x03\x04",
        workbook({"A": [["x"]]}),
        indicators.bulk(table),
        indicators.bulk_archive(table),
    )
    assert [weo.recognises(Given("a", content)) for content in others] == [False] * len(others)
    assert not any(wdi.recognises(Given(file, form(edition))) for file, form in FORMS.values())


@pytest.mark.parametrize("form", range(7))
def test_damaged_files_end_in_one_line_or_rightly(form: int, record: Record) -> None:
    small = made(record, outlooks.outlook(record, entities=("DEU", "IRN", "USA"), others=1, first=2018))
    text, well = report("damaged", results(small[form], weo.read, record, Extent(2, bombs=False), SEED))
    assert well, text


@needs_own
def test_the_imfs_own_file_damaged_ends_in_one_line_or_rightly(record: Record) -> None:
    held = list(results(sheet(OWN.name, OWN.read_bytes(), ""), weo.read, record, Extent(6, bombs=False), SEED))
    text, well = report("damaged", held)
    assert well, text
    assert len(held) >= 300
