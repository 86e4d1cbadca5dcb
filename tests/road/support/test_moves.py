"""Who rose and who fell: two spans of equal length, one release, and every donor has one course."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.months import Span
from burdenshare.road.support.answering import Asked
from burdenshare.road.support.moves import Course, Move, moves

EURO = st.floats(min_value=-1e9, max_value=1e12)


def test_the_newest_twelve_months_are_held_against_those_before(record: Record) -> None:
    found = moves(record, Asked(), record.edition)
    assert (found.before, found.after) == (Span("2024-05", "2025-04"), Span("2025-05", "2026-04"))
    assert found.told.book.release.id == "29"
    by_donor = {one.donor: one for one in found.donors}
    assert by_donor["USA"].course is Course.STOPPED and by_donor["USA"].after == 0
    assert by_donor["DEU"].course is Course.ROSE and by_donor["DEU"].times == pytest.approx(4.445, abs=0.01)
    changes = [one.change for one in found.donors]
    assert changes == sorted(changes, reverse=True)
    assert found.total().change == pytest.approx(sum(changes))


def test_both_spans_are_of_the_release_of_the_day(record: Record) -> None:
    found = moves(record, Asked(), date(2026, 5, 10))
    assert (found.told.book.release.id, found.after) == ("28", Span("2025-03", "2026-02"))


def test_spans_of_ones_own(record: Record) -> None:
    found = moves(
        record, Asked(kind=Kind.MILITARY), record.edition, Span("2025-01", "2025-12"), Span("2024-01", "2024-12")
    )
    germany = next(one for one in found.donors if one.donor == "DEU")
    held = found.told.book.by_month("DEU")
    assert germany.after == pytest.approx(sum(value for month, value in held.items() if month.startswith("2025")))
    assert germany.before == pytest.approx(sum(value for month, value in held.items() if month.startswith("2024")))


@pytest.mark.parametrize(
    ("after", "before", "told"),
    [
        (Span("2025-01", "2025-06"), Span("2024-01", "2024-12"), "give two spans of equal length"),
        (Span("2025-01", "2025-06"), Span("2024-12", "2025-05"), "does not end before"),
    ],
)
def test_spans_that_cannot_be_held_against_each_other_are_refused(
    record: Record, after: Span, before: Span, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        moves(record, Asked(), record.edition, after, before)


def test_what_is_booked_by_no_month_has_no_moves(record: Record) -> None:
    with pytest.raises(NotHeldError, match="by month"):
        moves(record, Asked(Definition.COMMITMENT, Kind.MILITARY), record.edition)
    with pytest.raises(NotHeldError, match="holds no months"):
        moves(
            record,
            Asked(Definition.COMMITMENT, Kind.MILITARY),
            record.edition,
            Span("2025-01", "2025-12"),
            Span("2024-01", "2024-12"),
        )


@given(EURO, EURO)
def test_every_pair_has_one_course_that_fits_its_change(before: float, after: float) -> None:
    one = Move("DEU", before, after)
    assert one.change == after - before
    match one.course:
        case Course.ROSE:
            assert after > before > 0
        case Course.FELL:
            assert before > after > 0
        case Course.SAME:
            assert before == after > 0
        case Course.BEGAN:
            assert before <= 0 < after
        case Course.STOPPED:
            assert after <= 0 < before
        case Course.NOTHING:
            assert before <= 0 and after <= 0
