"""The aid tracker's workbook: printed totals, proved months, columns by their words, refusals with the cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from burdenshare.intake import aid_tracker
from burdenshare.intake.declared import declared
from burdenshare.intake.model import PLACE, Asked, Delivery, DeliveryError, Given, Row
from burdenshare.record import Record, tables
from burdenshare.record.aid import observations
from burdenshare.record.releases import build_releases
from tools.fuzz_intake.aid_book import (
    DONORS,
    EURO,
    HEADERS,
    KINDS,
    SUMMARY,
    UNITS,
    Activity,
    Book,
    plain_book,
    total,
    with_column,
    written,
)

NAME = "b1c2-Ukraine_Support_Tracker_Release_41.xlsx"
PLAIN = plain_book()
EURO_ROWS = "billion EUR"


def deliver(book: Book, record: Record, name: str = NAME, **asked: Any) -> Delivery:
    return aid_tracker.read(Given(name, written(book)), Asked(**asked), record)


def fault(book: Book, record: Record, name: str = NAME, **asked: Any) -> str:
    with pytest.raises(DeliveryError) as refused:
        deliver(book, record, name, **asked)
    return refused.value.line()


def aid(delivery: Delivery) -> list[Row]:
    return list(delivery.tables["support/support.csv"])


def value(delivery: Delivery, donor: str, kind: str, unit: str = EURO_ROWS, measure: str = "allocation") -> str:
    (row,) = (
        row
        for row in aid(delivery)
        if (row["donor"], row["kind"], row["unit"], row["measure"]) == (donor, kind, unit, measure)
        and len(row["period"]) > 7
    )
    return row["value"]


def changed(header: str, donor: str, cell: object, nth: int = 0) -> Book:
    """The plain book with one cell of the summary in place of another."""
    at = [place for place, one in enumerate(HEADERS) if one == header][nth]
    rows = tuple((*row[:at], cell, *row[at + 1 :]) if row[0] == donor else row for row in PLAIN.rows)
    return replace(PLAIN, rows=rows)


@pytest.fixture(scope="module")
def plain() -> Delivery:
    return aid_tracker.read(Given(NAME, written(PLAIN)), Asked(), None)  # type: ignore[arg-type]  # it is not asked


def test_every_row_fits_the_table(plain: Delivery) -> None:
    for path, rows in plain.tables.items():
        for row in rows:
            assert declared()[path].fault(row) == ""
            assert set(row) == {*declared()[path].columns, PLACE}
    keys = [declared()["support/support.csv"].key_of(row) for row in aid(plain)]
    assert len(set(keys)) == len(keys) > 500


def test_totals_are_those_that_were_printed(plain: Delivery) -> None:
    for name, code, _, gdp in DONORS:
        given = {kind: total(PLAIN.activities, name, kind, "Allocation") for kind in KINDS}
        for kind in KINDS:
            assert float(value(plain, code, kind.lower())) == pytest.approx(given[kind], abs=1e-12)
        assert float(value(plain, code, "total")) == pytest.approx(sum(given.values()))
        share = value(plain, code, "total", "% of donor 2021 GDP")
        assert float(share) == pytest.approx(sum(given.values()) / gdp * 100)


def test_the_total_of_all_donors_counts_the_eu_institutions_once(plain: Delivery) -> None:
    donors = [row for row in aid(plain) if row["kind"] == "total" and row["unit"] == EURO_ROWS]
    spans = {
        row["donor"]: float(row["value"]) for row in donors if len(row["period"]) > 7 and "alloc" in row["measure"]
    }
    everybody = spans.pop("ALL_DONORS")
    assert "EU_INST" in spans
    assert sum(spans.values()) == pytest.approx(everybody)


def test_shares_in_the_aid_of_the_eu_stand_in_units_of_their_own_and_for_its_members_only(plain: Delivery) -> None:
    via = {row["donor"] for row in aid(plain) if "via EU institutions" in row["unit"]}
    incl = {row["donor"] for row in aid(plain) if "incl. share of EU aid" in row["unit"]}
    assert via == incl == {"AUT", "CZE", "DEU"}
    assert float(value(plain, "DEU", "total", "billion EUR, incl. share of EU aid")) == pytest.approx(
        float(value(plain, "DEU", "total"))
        + float(value(plain, "DEU", "total", "billion EUR, via EU institutions (share of EU aid)"))
    )
    packaged = {row["unit"] for row in tables.rows("support/support.csv", layers=())}
    assert {row["unit"] for row in aid(plain)} <= packaged


def test_months_are_the_sums_of_their_rows_and_prove_themselves(plain: Delivery) -> None:
    months = [row for row in aid(plain) if len(row["period"]) == 7]
    for kind in KINDS:
        wanted = sum(
            one.euros for one in PLAIN.activities if one.donor == "Germany" and one.kind == kind and one.month == 51
        )
        found = [
            row["value"]
            for row in months
            if (row["donor"], row["kind"], row["period"], row["measure"])
            == ("DEU", kind.lower(), "2026-03", "allocation")
        ]
        assert [float(one) * 1e9 for one in found] == ([pytest.approx(wanted)] if wanted else [])
    assert {row["period"][:4] for row in months} == {"2026"}
    assert any("has no month" in one.reason for one in plain.left_out)


def test_months_of_a_donor_are_the_sum_of_its_kinds(plain: Delivery) -> None:
    held: dict[tuple[str, str, str], float] = {}
    for row in aid(plain):
        if len(row["period"]) == 7:
            of = (row["donor"], row["period"], row["measure"])
            held[of] = held.get(of, 0.0) + float(row["value"]) * (-1 if row["kind"] == "total" else 1)
    assert len(held) > 100
    assert all(abs(one) < 1e-8 for one in held.values())


def test_release_and_source_are_described(plain: Delivery) -> None:
    given = Given(NAME, written(PLAIN))
    (release,) = plain.tables["nato/releases.csv"]
    assert (release["release"], release["publisher"], release["released_on"]) == ("41", "kiel", "2027-03-02")
    assert (release["own_year"], release["date_known_from"]) == ("2026", "on the cover sheet (ReadMe!C3)")
    (source,) = plain.tables["sources.csv"]
    assert (source["source"], source["pattern"], source["grade"]) == (given.key, "release=41", "official")
    assert given.sha256 in source["note"]
    packaged = next(row for row in tables.rows("sources.csv", layers=()) if row["source"] == "kiel-29")
    assert {name: source[name] for name in ("licence", "redistribution", "publisher")} == {
        name: packaged[name] for name in ("licence", "redistribution", "publisher")
    }


def test_the_record_takes_the_rows_as_observations(plain: Delivery) -> None:
    released = build_releases(list(plain.tables["nato/releases.csv"]))
    made = list(observations(aid(plain), {"41": "official"}, released))
    germany = next(one for one in made if one.entity == "DEU" and one.basis == "allocation/military")
    assert (germany.unit, germany.release, germany.table.startswith(f"{SUMMARY}!")) == ("EUR", "41", True)


def test_the_packaged_release_30_comes_back_from_the_tracker_s_layout(record: Record) -> None:
    """Its 333 figures, laid out as the tracker does; what a copy does not tell (GDP, parts of commitments) is put so
    that it fits."""
    held = [row for row in tables.rows("support/support.csv", layers=()) if row["release"] == "30"]
    assert len(held) == 333
    figures = {(row["donor"], row["kind"], row["measure"], row["unit"]): float(row["value"]) for row in held}
    members = {row["donor"] for row in held if "via EU" in row["unit"]}
    names = {code: name for name, code, _, _ in DONORS} | {"CHN": "China", "CHE": "Switzerland", "JPN": "Japan"}
    names |= {"IND": "India", "IRL": "Ireland", "MLT": "Malta", "CYP": "Cyprus", "NZL": "New Zealand", "TWN": "Taiwan"}
    rows = []
    for donor in sorted({row["donor"] for row in held}):

        def of(kind: str, unit: str = EURO_ROWS, measure: str = "allocation", donor: str = donor) -> float:
            return figures.get((donor, kind, measure, unit), 0.0)

        given = [of(kind.lower()) for kind in KINDS]
        share = of("total", "% of donor 2021 GDP")
        both = of("total", "billion EUR, incl. share of EU aid")
        large = of("total", "% of donor 2021 GDP, incl. share of EU aid")
        gdp = both / large * 100 if large else of("total") / share * 100 if share else 1e7
        via = of("total", "billion EUR, via EU institutions (share of EU aid)")
        promised = of("total", measure="commitment")
        name = names.get(donor) or next(
            row["name"] for row in tables.rows("commitments/members.csv") if row["ally"] == donor
        )
        shares = (share, via, both, large)
        rows.append(
            (name, int(donor in members), 1, *given, of("total"), promised, 0.0, 0.0, promised, 1.0, gdp, *shares, "")
        )
    delivery = deliver(replace(PLAIN, rows=tuple(rows), until="June 30, 2026", activities=()), record, published=None)
    found = {(row["donor"], row["kind"], row["measure"], row["unit"]): float(row["value"]) for row in aid(delivery)}
    assert {key: found.get(key) for key in figures} == figures
    assert {row["period"] for row in aid(delivery)} == {"2022-01-24/2026-06-30"}


# Layouts that drift ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "book",
    [
        replace(PLAIN, lead=2, indent=0),
        replace(PLAIN, lead=20, indent=3),
        replace(PLAIN, merged=True),
        replace(PLAIN, headers=tuple(f"{one.upper()} ¹" for one in HEADERS)),
        replace(PLAIN, units=tuple(one.replace(EURO, "billion euros") for one in UNITS)),
        replace(
            PLAIN,
            headers=tuple(f"{one}({unit})" if unit else one for one, unit in zip(HEADERS, UNITS, strict=True)),
            units=(),
        ),
        replace(
            PLAIN,
            headers=tuple(reversed(HEADERS)),
            units=tuple(reversed(UNITS)),
            rows=tuple(tuple(reversed(row)) for row in PLAIN.rows),
        ),
        replace(PLAIN, sheets=("Title page", *PLAIN.sheets[1:])),
    ],
    ids=["to the left", "further down", "merged", "footnotes", "units", "units in headers", "other order", "cover"],
)
def test_a_layout_that_is_clear_gives_the_same_totals(book: Book, plain: Delivery, record: Record) -> None:
    found = deliver(book, record, published=date(2027, 3, 2))
    wanted = {
        (row["donor"], row["kind"], row["measure"], row["unit"], row["period"]): row["value"] for row in aid(plain)
    }
    assert {
        (row["donor"], row["kind"], row["measure"], row["unit"], row["period"]): row["value"] for row in aid(found)
    } == wanted


def test_a_donor_nobody_knows_is_left_and_the_total_with_it(record: Record) -> None:
    rows = tuple(("Atlantis", *row[1:]) if row[0] == "Australia" else row for row in PLAIN.rows)
    delivery = deliver(replace(PLAIN, rows=rows), record)
    assert "AUS" not in {row["donor"] for row in aid(delivery)}
    assert "ALL_DONORS" not in {row["donor"] for row in aid(delivery)}
    assert ("Atlantis", "its donor is not known to the record") in [(one.text, one.reason) for one in delivery.left_out]


def test_a_new_column_is_told_and_changes_nothing(plain: Delivery, record: Record) -> None:
    book = replace(
        PLAIN,
        headers=("Country", "Rank", *HEADERS[1:]),
        units=("", "", *UNITS[1:]),
        rows=tuple((row[0], 7.0, *row[1:]) for row in PLAIN.rows),
    )
    delivery = deliver(book, record)
    assert [float(row["value"]) for row in aid(delivery)] == [float(row["value"]) for row in aid(plain)]
    assert ("Rank", "this column is not known") in [(one.text, one.reason) for one in delivery.left_out]


def test_a_column_of_another_unit_is_not_taken(record: Record) -> None:
    at = HEADERS.index("Total bilateral allocations")
    book = replace(PLAIN, units=(*UNITS[:at], "€ million", *UNITS[at + 1 :]))
    assert "has no column of the total allocation in billions of euros" in fault(book, record)


def test_without_commitments_there_are_only_allocations(record: Record) -> None:
    headers = tuple(one.replace("commitments", "promises") for one in HEADERS)
    delivery = deliver(replace(PLAIN, headers=headers), record)
    assert {row["measure"] for row in aid(delivery)} == {"allocation"}
    assert any("no printed total to hold the rows against" in one.reason for one in delivery.left_out)


def test_the_end_is_that_of_the_main_data_where_none_is_printed(record: Record) -> None:
    delivery = deliver(replace(PLAIN, until=""), record)
    assert {row["period"] for row in aid(delivery) if len(row["period"]) > 7} == {"2022-01-24/2026-12-31"}


# What does not prove itself -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header", ["Military allocations", "Humanitarian commitments", "Total bilateral and EU allocations"]
)
def test_a_row_that_does_not_add_up_is_left_with_its_cell(header: str, record: Record) -> None:
    delivery = deliver(changed(header, "Germany", 99.0), record)
    assert "DEU" not in {row["donor"] for row in aid(delivery) if len(row["period"]) > 7}
    (left,) = (one for one in delivery.left_out if "its parts are" in one.reason)
    assert left.place.startswith(f"{SUMMARY}!")
    assert left.text == "Germany"


def test_a_share_that_is_not_that_of_the_gdp_is_left(record: Record) -> None:
    delivery = deliver(changed("Total bilateral allocations", "Norway", 3.9, nth=1), record)
    shares = {row["donor"] for row in aid(delivery) if row["unit"] == "% of donor 2021 GDP"}
    assert shares == {code for _, code, _, _ in DONORS} - {"NOR"}
    assert float(value(delivery, "NOR", "total")) > 0


def test_many_rows_that_do_not_add_up_are_refused(record: Record) -> None:
    told = fault(with_column(PLAIN, "Military allocations", 7.0), record)
    assert "does not add up in 11 rows" in told
    assert f"{SUMMARY}!H10" in told


def month_changed(change: Callable[[Activity], Activity], at: int = 0) -> Book:
    activities = list(PLAIN.activities)
    activities[at] = change(activities[at])
    return replace(PLAIN, activities=tuple(activities))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, euros=one.euros + 5e6),
        lambda one: replace(one, kind="Military"),
        lambda one: replace(one, donor="Austria"),
        lambda one: replace(one, measure="Commitment"),
    ],
)
def test_rows_that_miss_the_printed_total_give_no_months(
    change: Callable[[Activity], Activity], record: Record
) -> None:
    delivery = deliver(month_changed(change), record)
    months = {(row["donor"], row["kind"], row["measure"]) for row in aid(delivery) if len(row["period"]) == 7}
    assert ("AUS", "financial", "allocation") not in months
    assert ("AUS", "total", "allocation") not in months
    assert ("DEU", "total", "allocation") in months
    assert any("no months: the rows are" in one.reason for one in delivery.left_out)


def test_a_month_that_is_not_that_of_the_announcement_gives_no_months(record: Record) -> None:
    def later(made: Any) -> None:
        made.get_worksheet_by_name("Bilateral Assistance, MAIN DATA").write(1, 7, 55)

    delivery = deliver(replace(PLAIN, extra=(later,)), record)
    assert any("its month is not that of its announcement" in one.reason for one in delivery.left_out)
    months = {(row["donor"], row["kind"]) for row in aid(delivery) if len(row["period"]) == 7}
    assert ("AUS", "financial") not in months


def test_institutions_without_a_printed_total_are_not_summed(record: Record) -> None:
    peace = Activity("European Peace Facility", "Military", "Allocation", 51, 5e9)
    delivery = deliver(replace(PLAIN, activities=(*PLAIN.activities, peace)), record)
    assert "EU_INST_EPF" not in {row["donor"] for row in aid(delivery)}
    assert any("no printed total to hold the rows against" in one.reason for one in delivery.left_out)


# Refusals ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("book", "told"),
    [
        (changed("Military allocations", "Norway", "about 5"), "G15: 'about 5' is no number"),
        (changed("Military allocations", "Norway", True), "'True' is no number"),
        (replace(PLAIN, sheets=PLAIN.sheets[:3]), "has no summary by country"),
        (replace(PLAIN, rows=(*PLAIN.rows[:3], PLAIN.rows[0])), "names Australia again, after row 10"),
        (replace(PLAIN, rows=()), "has no donor below its header"),
        (replace(PLAIN, headers=("Land", *HEADERS[1:])), "has no line with 'Country'"),
        (
            replace(PLAIN, headers=tuple(one.replace("Humanitarian", "Financial") for one in HEADERS)),
            "has 'Financial allocations' twice, the other in",
        ),
        (replace(PLAIN, until="October 31, 2026"), "its main data hold 2026-12"),
        (replace(PLAIN, published=date(2026, 5, 1)), "cannot have come out on 2026-05-01"),
    ],
)
def test_what_is_not_clear_is_refused(book: Book, told: str, record: Record) -> None:
    assert told in fault(book, record)


def test_a_formula_s_error_is_refused_with_its_cell(record: Record) -> None:
    def broken(made: Any) -> None:
        made.get_worksheet_by_name(SUMMARY).write_formula("H15", "=1/0", None, "#DIV/0!")

    assert f"{SUMMARY}!H15: holds the error of a formula" in fault(replace(PLAIN, extra=(broken,)), record)


def test_without_cover_or_months_the_end_is_unknown(record: Record) -> None:
    book = replace(PLAIN, until="", sheets=tuple(one for one in PLAIN.sheets if "MAIN" not in one))
    assert "does not say up to which day it counts" in fault(book, record)


# Release and day -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("book", "name", "asked", "release", "known_from"),
    [
        (PLAIN, "aid.xlsx", {}, "41", "on the cover"),
        (replace(PLAIN, release="no number"), NAME, {}, "41", "in the file's name"),
        (replace(PLAIN, release="no number"), "aid.xlsx", {"release": "42"}, "42", ""),
        (replace(PLAIN, release="Release 41, after Release 40"), NAME, {}, "41", ""),
        (PLAIN, "Ukraine-Support-Tracker-Release-25 (1).xlsx", {"release": "Release 41"}, "41", ""),
    ],
)
def test_the_release_is_named(
    book: Book, name: str, asked: dict[str, str], release: str, known_from: str, record: Record
) -> None:
    delivery = deliver(book, record, name, **asked)
    assert delivery.release == release
    assert {row["release"] for row in aid(delivery)} == {release}


@pytest.mark.parametrize(
    ("book", "name", "asked", "told"),
    [
        (PLAIN, "Release_40.xlsx", {}, "names 40 and 41 as its release (ReadMe!B1); name it by --release"),
        (PLAIN, NAME, {"release": "40"}, "ReadMe!B1: calls itself release 41, not 40"),
        (replace(PLAIN, release=""), "aid.xlsx", {}, "names no release"),
        (PLAIN, NAME, {"release": "2026-12"}, "is no number of a release of the tracker"),
    ],
)
def test_a_release_that_is_not_clear_is_refused(
    book: Book, name: str, asked: dict[str, str], told: str, record: Record
) -> None:
    assert told in fault(book, record, name, **asked)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2 March 2027", date(2027, 3, 2)),
        ("March 2nd, 2027", date(2027, 3, 2)),
        (datetime(2027, 3, 2).date(), date(2027, 3, 2)),
        ("soon", None),
        (None, None),
    ],
)
def test_the_day_of_the_cover(published: object, day: date | None, record: Record) -> None:
    delivery = deliver(replace(PLAIN, published=published), record)
    assert delivery.published == day
    assert {row["released_on"] for row in aid(delivery)} == {day.isoformat() if day else ""}


def test_the_day_that_is_named_holds(record: Record) -> None:
    delivery = deliver(PLAIN, record, published=date(2027, 3, 5))
    (release,) = delivery.tables["nato/releases.csv"]
    assert (release["released_on"], release["date_known_from"]) == ("2027-03-05", "named on import")


# Recognition ---------------------------------------------------------------------------------------------------------


def test_recognises_its_workbook_by_content() -> None:
    assert aid_tracker.recognises(Given("renamed.bin", written(PLAIN)))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"donor,value\n", written(replace(PLAIN, sheets=("A", "B")))])
def test_recognises_nothing_else(content: bytes) -> None:
    assert not aid_tracker.recognises(Given(NAME, content))
