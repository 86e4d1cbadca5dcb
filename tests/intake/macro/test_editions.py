"""Which edition a file is: what was asked, its name, its own words; two that differ are refused."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.intake.macro import editions
from burdenshare.intake.macro.model import Edition
from burdenshare.intake.model import Asked, DeliveryError, Given
from burdenshare.record import Record

APRIL = Edition(2020, 4, None, "line 9")


def named(name: str) -> tuple[int, int] | None:
    found = editions.named(Given(name, b""))
    return (found.year, found.month) if found else None


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("WEOApr2020all.xls", (2020, 4)),
        ("WEOOct2025all.xlsx", (2025, 10)),
        ("WEOSep2011all.xls", (2011, 9)),
        ("weoapr2024all.ashx", (2024, 4)),
        ("WEO_PUB_APR2021.xml", (2021, 4)),
        ("WEO_April_2023.csv", (2023, 4)),
        ("WEO-2026-10.csv", (2026, 10)),
        ("WDI_2026_07.zip", (2026, 7)),
        ("dataset_2025-10-16T05_59_25.533Z_DEFAULT_INTEGRATION_IMF.RES_WEO_9.0.0.csv", None),
        ("WEO_9.0.0.csv", None),
        ("WEOSome2020.xls", None),
        ("WEO-2026-13.csv", None),
        ("data.csv", None),
    ],
)
def test_the_edition_stands_in_the_publishers_names(name: str, month: tuple[int, int] | None) -> None:
    assert named(name) == month


@pytest.mark.parametrize(
    ("told", "months"),
    [
        ("International Monetary Fund, World Economic Outlook Database, April 2020", [(2020, 4)]),
        ("World Economic Outlook (WEO) Database, October 2021", [(2021, 10)]),
        ("April 2026 WEO", [(2026, 4)]),
        ("IMF.RES_WEO_2025_OCT_VINTAGE_1_0_0", [(2025, 10)]),
        ("IMF.RES_WEO_9_0_0", []),
        ("World Economic Outlook Database, Someday 2020", []),
    ],
)
def test_a_note_a_sheet_or_a_flow_names_the_edition(told: str, months: list[tuple[int, int]]) -> None:
    assert [(one.year, one.month) for one in editions.cited(told, "line 1")] == months


@pytest.mark.parametrize("release", ["2026-10", "WEO-2026-10", "weo-2026-10", "October 2026", "Oct 2026", " 2026-10 "])
def test_a_release_may_be_named_in_many_ways(release: str, record: Record) -> None:
    found = editions.outlook(Given("a.csv", b""), Asked(release), (), record)
    assert (found.id, found.place) == ("WEO-2026-10", editions.ASKED)
    assert found.published == date(2026, 10, 31)
    assert found.known_from == "upper bound: the last day of the month"


@pytest.mark.parametrize("release", ["2026", "26-10", "2026-13", "Someday 2026", "WEO", ""])
def test_another_name_is_refused(release: str, record: Record) -> None:
    with pytest.raises(DeliveryError, match="is no release"):
        editions.outlook(Given("a.csv", b""), Asked(release), (), record)


def test_the_day_is_the_one_that_was_named_else_the_files_else_the_records(record: Record) -> None:
    given = Given("WEOApr2020all.xls", b"")
    own = Edition(2020, 4, date(2020, 4, 14), "line 2")
    asked = Asked(published=date(2020, 4, 16))
    assert editions.outlook(given, asked, (own,), record).known_from == "named on import"
    assert editions.outlook(given, Asked(), (own,), record).published == date(2020, 4, 14)
    held = editions.outlook(given, Asked(), (APRIL,), record)
    assert (held.published, held.known_from) == (date(2020, 4, 15), "as the record has it for this release")


def test_exact_days_that_the_record_knows_are_taken_over(record: Record) -> None:
    found = editions.outlook(Given("WEOOct2025all.xlsx", b""), Asked(), (), record)
    assert found.published == date(2025, 10, 14)


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("a.csv", Asked(), "does not say which edition"),
        ("WEOOct2021all.xls", Asked(), "is of October 2021 by the file's name, of April 2020 by line 9"),
        ("a.csv", Asked("2021-10"), "is of October 2021 by the name given on import, of April 2020 by line 9"),
        ("a.csv", Asked(published=date(2020, 3, 31)), "WEO-2020-04 cannot have come out on 2020-03-31"),
    ],
)
def test_an_edition_in_doubt_is_refused(name: str, asked: Asked, told: str, record: Record) -> None:
    said = () if told.startswith("does not") else (APRIL,)
    with pytest.raises(DeliveryError, match=told):
        editions.outlook(Given(name, b""), asked, said, record)


def test_an_indicator_table_is_of_its_day() -> None:
    days = [(date(2026, 7, 13), "a line")]
    found = editions.indicators(Given("a.csv", b""), Asked(), days)
    assert (found.id, found.published, found.known_from) == ("WDI-2026-07", date(2026, 7, 13), "a line")
    later = editions.indicators(Given("a.csv", b""), Asked("2026-08", date(2026, 8, 1)), days)
    assert (later.id, later.published, later.known_from) == ("WDI-2026-08", date(2026, 8, 1), "named on import")


def test_an_indicator_table_without_a_day_is_refused() -> None:
    with pytest.raises(DeliveryError, match="does not say when it was last updated; name the day: --published"):
        editions.indicators(Given("a.csv", b""), Asked(), [])
    with pytest.raises(DeliveryError, match="says it is of 2026-07-13, after the day that was named"):
        editions.indicators(Given("a.csv", b""), Asked(published=date(2026, 7, 1)), [(date(2026, 7, 13), "a line")])


@pytest.mark.parametrize("text", ["2026-02-30", "14 April 2026", "2026/04/14", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(DeliveryError, match="is no day of publication"):
        editions.published(Given("a.csv", b""), text, "line 2")


def test_a_day_may_have_its_time_behind_it() -> None:
    assert editions.day("2026-04-14T13:00:00Z") == editions.day("2026-04-14") == date(2026, 4, 14)
    assert editions.day_in_name(Given("WDI_CSV_2025_07_02.zip", b"")) == date(2025, 7, 2)


def test_years_lie_about_their_edition(record: Record) -> None:
    found = editions.outlook(Given("WEOApr2020all.xls", b""), Asked(), (), record)
    editions.refuse_strange_years(found_given := Given("a.xls", b""), found, 1980, 2021)
    for first, last in ((2021, 2026), (1980, 2005), (1980, 2035)):
        with pytest.raises(DeliveryError, match="WEO-2020-04 cannot hold the years"):
            editions.refuse_strange_years(found_given, found, first, last)
