"""The Development Indicators: tables, archives and answers give the same rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.intake import wdi
from burdenshare.intake.model import PLACE, Asked, DeliveryError, Given, Row
from burdenshare.record import Record
from burdenshare.record.tables import MACRO
from tools.fuzz_intake import indicators
from tools.fuzz_intake.macro_endings import report
from tools.fuzz_intake.macro_forms import Extent, results
from tools.fuzz_intake.wdi import SEED, made
from tools.fuzz_intake.workbooks import packed, workbook

SAID = ("entity", "year", "indicator", "unit", "value", "projection")
WHOLE = "WDI_CSV_2026_07_13.zip"
Written = Callable[[indicators.Indicators], bytes]


@pytest.fixture(scope="module")
def table(record: Record) -> indicators.Indicators:
    return indicators.indicators(record)


@pytest.fixture(scope="module")
def gdp(table: indicators.Indicators) -> indicators.Indicators:
    return indicators.of_one(table, "NY.GDP.MKTP.CD")


def said(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in SAID) for row in rows]


def read(name: str, content: bytes, record: Record, asked: Asked | None = None) -> tuple[Row, ...]:
    assert wdi.recognises(Given(name, content))
    return wdi.read(Given(name, content), asked or Asked(), record).tables[MACRO]


@pytest.mark.parametrize(
    ("name", "written"),
    [("WDI_CSV_2026_07_13.csv", indicators.bulk), (WHOLE, indicators.bulk_archive), ("a.json", indicators.answer)],
)
def test_every_form_of_the_whole_gives_the_records_own_values(
    name: str, written: Written, table: indicators.Indicators, record: Record
) -> None:
    rows = read(name, written(table), record)
    assert said(rows) == said(read(WHOLE, indicators.bulk_archive(table), record))
    for row in rows[::7]:
        held = (record.vintage(row["indicator"], release.id) for release in reversed(record.releases("wdi")))
        cell = next(found for one in held if (found := one.get((row["entity"], int(row["year"])))) is not None)
        assert float(row["value"]) == pytest.approx(cell.value, rel=1e-11)
        assert row["unit"] == cell.unit
    assert {row["projection"] for row in rows} == {"false"}


@pytest.mark.parametrize(
    ("name", "written"),
    [("API_GDP.csv", indicators.single), ("API_GDP.zip", indicators.single_archive), ("a.json", indicators.answer)],
)
def test_every_form_of_one_indicator_gives_the_same(
    name: str, written: Written, gdp: indicators.Indicators, record: Record
) -> None:
    rows = read(name, written(gdp), record)
    assert said(rows) == said(read("a.csv", indicators.single(gdp), record))
    assert {row["vintage"] for row in rows} == {"WDI-2026-07"}
    assert {row["published_on"] for row in rows} == {indicators.UPDATED}
    assert {row["indicator"] for row in rows} == {"gdp_usd"}


def test_military_series_of_allies_stay_out(table: indicators.Indicators, record: Record) -> None:
    found = wdi.read(Given(WHOLE, indicators.bulk_archive(table)), Asked(), record)
    military = {row["entity"] for row in found.tables[MACRO] if row["indicator"].startswith("military")}
    assert military == {"CHN", "IRN", "PRK", "RUS", "UKR"}
    assert len(found.tables["sources.csv"]) == 2


@pytest.mark.parametrize(
    ("name", "asked", "day", "known_from"),
    [
        ("WDI_CSV.zip", Asked(), date(2026, 1, 1), "the day on which the archive was packed"),
        (WHOLE, Asked(), date(2026, 7, 13), "the day in the file's name"),
        (WHOLE, Asked("2026-07", date(2026, 7, 14)), date(2026, 7, 14), "named on import"),
    ],
)
def test_the_day_of_the_whole_table_stands_outside_it(
    name: str, asked: Asked, day: date, known_from: str, table: indicators.Indicators, record: Record
) -> None:
    found = wdi.read(Given(name, indicators.bulk_archive(table)), asked, record)
    assert (found.published, found.tables["nato/releases.csv"][0]["date_known_from"]) == (day, known_from)


def test_a_table_without_a_day_is_refused(table: indicators.Indicators, record: Record) -> None:
    with pytest.raises(DeliveryError, match="does not say when it was last updated; name the day"):
        wdi.read(Given("WDICSV.csv", indicators.bulk(table)), Asked(), record)


def test_a_day_written_otherwise_is_refused_unless_it_was_named(gdp: indicators.Indicators, record: Record) -> None:
    content = indicators.single(gdp).replace(indicators.UPDATED.encode(), b"7/13/26")
    with pytest.raises(DeliveryError, match=r"line 3: '7/13/26' is no day; name the day: --published"):
        wdi.read(Given("a.csv", content), Asked(), record)
    assert wdi.read(Given("a.csv", content), Asked(published=date(2026, 7, 13)), record).release == "WDI-2026-07"


def test_a_table_that_lost_a_country_is_refused(gdp: indicators.Indicators, record: Record) -> None:
    lines = indicators.single(gdp).split(b"\n")
    without = b"\n".join(line for line in lines if b'"DEU"' not in line)
    with pytest.raises(DeliveryError, match=r"has no row of DEU in NY\.GDP\.MKTP\.CD: rows"):
        wdi.read(Given("a.csv", without), Asked(), record)


def test_a_table_that_lost_a_row_is_refused(table: indicators.Indicators, record: Record) -> None:
    lines = indicators.bulk(table).split(b"\n")
    with pytest.raises(DeliveryError, match="rows are missing or doubled"):
        wdi.read(Given("WDI_2026-07.csv", b"\n".join([*lines[:9], *lines[10:]])), Asked(), record)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"a,b\n1,2\n"),
        ("a.zip", packed({"Metadata_Country_API_X.csv": b'"Country Code","Indicator Code"\n'})),
        ("a.xlsx", workbook({"A": [["Country Code", "Indicator Code"]]})),
        ("a.json", b'{"page": 1}'),
        ("a.zip", b"PK\x03\x04"),
        ("empty", b""),
    ],
)
def test_another_file_is_not_recognised_and_refused(name: str, content: bytes, record: Record) -> None:
    assert not wdi.recognises(Given(name, content))
    with pytest.raises(DeliveryError, match=r"^[\w.]+: "):
        wdi.read(Given(name, content), Asked(), record)


def test_places_lead_to_the_value(gdp: indicators.Indicators, record: Record) -> None:
    content = indicators.single(gdp)
    lines = content.decode("utf-8-sig").split("\n")
    for row in read("a.csv", content, record)[::11]:
        line = int(row[PLACE].removeprefix("line ").split(",")[0])
        assert f'"{row["entity"]}"' in lines[line - 1]


@pytest.mark.parametrize("form", range(3))
def test_damaged_files_end_in_one_line_or_rightly(form: int, record: Record) -> None:
    text, well = report("damaged", results(made(record)[form], wdi.read, record, Extent(2, bombs=False), SEED))
    assert well, text


def test_a_bomb_is_refused(record: Record) -> None:
    bomb = packed({"WDICSV.csv": b"Country Code,Indicator Code,2020\n" + b"\n" * 2_100_000})
    with pytest.raises(DeliveryError, match="more than 2,000,000 lines"):
        wdi.read(Given(WHOLE, bomb), Asked(), record)
