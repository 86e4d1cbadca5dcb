"""Time: decimal years, months from a beginning, what the words of a row mean."""

from __future__ import annotations

from datetime import date

from burdenshare.record import Record
from burdenshare.road.industry.months import Months, at, named, period_of, stated


def test_months_begin_after_the_day_and_end_with_the_year() -> None:
    months = Months.after(date(2026, 8, 22), 2027)
    assert months.count == 16
    assert (months.named()[0], months.named()[-1]) == ("2026-09", "2027-12")
    assert (months.begin(), months.ends()[-1]) == (2026 + 8 / 12, 2028.0)
    assert Months.after(date(2026, 12, 3), 2027).named()[0] == "2027-01"
    assert [named(end) for end in months.ends()] == list(months.named())
    assert months.years()[:5] == (2026, 2026, 2026, 2026, 2027)


def test_a_moment_is_the_end_of_its_day() -> None:
    assert at(date(2031, 6, 30)) == 2031.5
    assert at(date(2031, 12, 31)) == 2032.0


def test_words_of_a_row_are_dates_where_the_table_of_items_says_so(record: Record) -> None:
    rows = record.observations("production")
    (seven,) = [one for one in rows if "seven-year" in str(one.period)]
    assert period_of(seven) == (date(2026, 1, 1), date(2033, 1, 31))
    plans = [one for one in rows if "plan of February 2024" in one.release]
    assert {stated(one) for one in plans} == {date(2024, 2, 29)}
