"""What each release of the tracker really holds: its own sums, years and months, and how they fit each other."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import NotHeldError
from burdenshare.record import Record
from burdenshare.record.aid_books import PARTS, Book, Definition, Kind, months_of, year_periods
from burdenshare.record.aid_counted import Counted, Way, counted
from burdenshare.record.donors import ALL, INSTITUTIONS
from burdenshare.record.months import Span

EVERY = [(definition, kind) for definition in Definition for kind in Kind]


@pytest.fixture(autouse=True)
def tracked(record: Record) -> None:
    """A build without sources of unclear licence lacks the tracker's tables."""
    if not record.aid_releases(record.edition):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")


def book(record: Record, release: str, definition: Definition = Definition.ALLOCATION, kind: Kind = Kind.TOTAL) -> Book:
    return record.aid_book(record.release(release), definition, kind)


def total(rows: dict[str, float]) -> float:
    return sum(rows.values())


def test_releases_are_seen_from_the_day_they_came_out(record: Record) -> None:
    def ids(day: date) -> list[str]:
        return [one.id for one in record.aid_releases(day)]

    assert ids(date(2026, 4, 21)) == []
    assert ids(date(2026, 4, 22)) == ["28"]
    assert ids(date(2026, 8, 3)) == ["28"]
    assert ids(date(2026, 8, 4)) == ["29", "28"]
    assert ids(record.edition) == ["30", "29", "28"]  # undated: now alone


def test_a_page_is_no_book(record: Record) -> None:
    with pytest.raises(NotHeldError, match="no table of donors"):
        book(record, "2024-04-25 (page)")


def test_months_of_release_29_add_up_to_the_printed_sum_of_all_donors(record: Record) -> None:
    for kind in Kind:
        held = book(record, "29", kind=kind)
        printed = {
            str(one.period): one.value
            for one in record.observations("aid", ALL, basis=f"allocation/{kind}")
            if one.release == "29"
        }
        assert set(printed) == set(held.span.months())
        for month, value in printed.items():
            summed = sum(held.by_month(donor).get(month, 0.0) for donor in held.donors())
            assert summed == pytest.approx(value, abs=1e5), (kind, month)


@pytest.mark.parametrize("release", ["28", "29", "30"])
def test_a_total_is_the_sum_of_its_kinds(record: Record, release: str) -> None:
    whole = book(record, release)
    parts = [book(record, release, kind=kind) for kind in PARTS]
    for donor in whole.donors():
        told = counted(whole)
        assert isinstance(told, Counted)
        own = sum(one.value for one in told.rows(donor))
        summed = 0.0
        for part in parts:
            found = counted(part)
            assert isinstance(found, Counted)
            summed += sum(one.value for one in found.rows(donor))
        assert summed == pytest.approx(own, abs=3e6), donor


def test_years_of_release_28_hold_the_bank_beside_the_institutions_and_the_sum_over_the_war_within(
    record: Record,
) -> None:
    held = book(record, "28")
    (whole,) = held.whole[INSTITUTIONS]
    years = [row for period in held.years.values() for row in period.get(INSTITUTIONS, ())]
    assert {row.entity for row in years} >= {"EU_INST", "EU_INST_EIB"}
    assert sum(row.value for row in years) == pytest.approx(whole.value, rel=1e-5)


@pytest.mark.parametrize("release", ["29", "30"])
def test_the_members_parts_add_up_to_what_the_institutions_gave(record: Record, release: str) -> None:
    held = book(record, release)
    parts = sum(one.value for one in held.through.values())
    assert len(held.through) == 27
    assert parts == pytest.approx(held.total[INSTITUTIONS], rel=1e-4)


def test_months_that_hold_next_to_nothing_do_not_answer(record: Record) -> None:
    commitments = book(record, "28", Definition.COMMITMENT)
    assert commitments.months and commitments.booked() == 0
    assert not commitments.has_months()
    assert book(record, "28").booked() == pytest.approx(0.951, abs=0.001)


@pytest.mark.parametrize(("definition", "kind"), EVERY)
def test_a_book_holds_its_own_definition_and_kind_alone(record: Record, definition: Definition, kind: Kind) -> None:
    allowed = {f"{definition}/{kind}"} | ({f"{definition}/{part}" for part in PARTS} if kind is Kind.TOTAL else set())
    for release in ("28", "29", "30"):
        held = book(record, release, definition, kind)
        rows = [
            row
            for donor in held.donors()
            for group in (held.whole, *held.years.values())
            for row in group.get(donor, ())
        ]
        rows += [row for months in held.months.values() for group in months.values() for row in group]
        assert {row.basis for row in rows} <= allowed
        assert {row.release for row in rows} <= {release}
        assert {row.unit for row in rows} <= {"EUR"}


def test_a_total_that_is_not_printed_is_its_kinds_and_never_both(record: Record) -> None:
    months = book(record, "28").months["DEU"]
    found = {row.basis for rows in months.values() for row in rows}
    assert found == {"allocation/military", "allocation/financial", "allocation/humanitarian"}
    assert {row.basis for rows in book(record, "29").months["DEU"].values() for row in rows} == {"allocation/total"}


def test_a_begun_year_is_a_year_of_so_many_months(record: Record) -> None:
    years = book(record, "28").years
    assert months_of("2026-01/2026-02") == Span("2026-01", "2026-02")
    assert year_periods(Span("2025-01", "2026-02"), years) == ("2025", "2026-01/2026-02")
    assert year_periods(Span("2025-02", "2026-02"), years) is None
    assert year_periods(Span("2025-01", "2026-01"), years) is None


def test_the_way_is_the_most_complete_one(record: Record) -> None:
    def way(release: str, since: str | None, until: str | None) -> object:
        found = counted(book(record, release), since, until)
        return found.way if isinstance(found, Counted) else found

    assert way("28", None, None) is Way.WHOLE
    assert way("28", "2025-01", "2025-12") is Way.YEARS
    assert way("28", "2025-03", "2025-12") is Way.MONTHS
    assert way("29", None, None) is Way.MONTHS
    assert way("30", "2025-01", None) == "it holds no months"
    assert way("29", "2026-05", None) == "it ends in 2026-04"
    assert way("29", "2021-05", None) == "it begins in 2022-01"


def test_what_is_not_dated_is_told_and_never_below_nothing(record: Record) -> None:
    told = counted(book(record, "28"), "2025-01", None)
    assert isinstance(told, Counted)
    undated = {donor: told.undated(donor) for donor in told.book.donors()}
    assert undated["ITA"] == pytest.approx(1.2997e9, rel=1e-3)
    assert min(undated.values()) == 0
    assert counted(book(record, "28")).undated("ITA") == 0  # type: ignore[union-attr]
