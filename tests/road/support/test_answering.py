"""Which release answers: the newest of the day that holds what is asked, alone; and what each lacks."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.aid_counted import Way
from burdenshare.road.support.answering import Asked, answering

ALLOCATION, COMMITMENT, DISBURSEMENT = Definition
MAY, AUGUST = date(2026, 5, 10), date(2026, 8, 10)


@pytest.mark.parametrize(
    ("asked", "on", "release", "way", "span"),
    [
        (Asked(), None, "30", Way.WHOLE, "2022-01/2026-06"),
        (Asked(), AUGUST, "29", Way.MONTHS, "2022-01/2026-04"),
        (Asked(), MAY, "28", Way.WHOLE, "2022-01/2026-02"),
        (Asked(since="2025-01"), None, "29", Way.MONTHS, "2025-01/2026-04"),
        (Asked(since="2025-01"), MAY, "28", Way.YEARS, "2025-01/2026-02"),
        (Asked(since="2025-03", until="2025-08"), MAY, "28", Way.MONTHS, "2025-03/2025-08"),
        (Asked(COMMITMENT, Kind.MILITARY, "2025-01"), None, "28", Way.YEARS, "2025-01/2026-02"),
        (Asked(DISBURSEMENT, Kind.FINANCIAL), None, "28", Way.MONTHS, "2022-01/2026-02"),
        (Asked(release="28"), None, "28", Way.WHOLE, "2022-01/2026-02"),
    ],
)
def test_the_newest_release_that_holds_it_answers(
    record: Record, asked: Asked, on: date | None, release: str, way: Way, span: str
) -> None:
    told = answering(record, asked, on or record.edition)
    assert (told.book.release.id, told.way, str(told.span)) == (release, way, span)
    rows = [row for donor in told.book.donors() for row in told.rows(donor)]
    assert rows and {row.release for row in rows} == {release}


def test_newer_releases_say_what_they_lack(record: Record) -> None:
    told = answering(record, Asked(since="2025-01"), record.edition)
    assert [(one.release.id, one.why) for one in told.passed] == [("30", "it holds no months")]


@pytest.mark.parametrize(
    ("asked", "on", "told"),
    [
        (Asked(since="2026-07"), None, "release 30: it ends in 2026-06; release 29: it ends in 2026-04"),
        (Asked(DISBURSEMENT), None, "disbursements are held of financial aid alone"),
        (Asked(COMMITMENT, Kind.MILITARY, "2025-03"), None, "its months hold next to nothing of its own sums"),
        (Asked(), date(2026, 4, 21), "no table of the tracker was out"),
        (Asked(release="30", since="2025-01"), None, "release 30: it holds no months"),
        (Asked(release="30"), AUGUST, "release 30 was not out on 2026-08-10"),
    ],
)
def test_what_nobody_holds_is_one_line_with_the_reason(
    record: Record, asked: Asked, on: date | None, told: str
) -> None:
    with pytest.raises(NotHeldError, match=told) as caught:
        answering(record, asked, on or record.edition)
    assert "\n" not in caught.value.line()


def test_months_before_the_war_and_unknown_releases_are_refused(record: Record) -> None:
    with pytest.raises(InputError, match="2021-12 lies before the war; give 2022-01 or later"):
        answering(record, Asked(since="2021-12"), record.edition)
    with pytest.raises(UnknownNameError, match="did you mean 30 or 29"):
        answering(record, Asked(release="39"), record.edition)
