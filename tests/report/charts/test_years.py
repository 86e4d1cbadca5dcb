"""A measure over the years: the record's own answers, and only what one scale can hold."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.charts.years import Terms, over_years

THEN = date(2025, 2, 13)


def test_every_year_is_what_the_record_answers(record: Record) -> None:
    plot = over_years(record, "DEU", "share_of_gdp", terms=Terms(as_of=THEN))
    assert [one.label for one in plot.points] == [str(year) for year in range(2012, 2025)]
    for one in plot.points:
        found = record.value("DEU", "share_of_gdp", int(one.period), as_of=THEN)
        assert (one.value, one.release) == (found.value, found.release.id)
        assert one.released_on is not None
        assert one.released_on <= THEN
        assert one.sources
    assert [one.label for one in plot.points if one.estimate] == ["2023", "2024"]


def test_a_named_release_answers_alone(record: Record) -> None:
    plot = over_years(record, "DEU", "share_of_gdp", terms=Terms(release="2024-06"))
    assert {one.release for one in plot.points} == {"2024-06"}


def test_prices_of_another_year_are_left_out_and_named(record: Record) -> None:
    plot = over_years(record, "NATO", "expenditure", terms=Terms(basis="constant"))
    assert {one.basis for one in plot.points} == {"constant_2021"}
    assert all("constant 2015" in one for one in plot.left_out)
    assert len(plot.left_out) == 2


def test_only_years_of_spending_tell_what_they_count(record: Record) -> None:
    spent, heads = (over_years(record, "POL", one) for one in ("share_of_gdp", "military_personnel"))
    assert {one.definition for one in spent.points} == {"whole", "core"}
    assert {one.definition for one in heads.points} == {""}


def test_dated_entries_end_with_the_day(record: Record) -> None:
    plot = over_years(record, "NATO", "members", terms=Terms(as_of=THEN), period=2024)
    assert (plot.points[0].label, plot.points[0].value) == ("1949", 12)
    assert (plot.points[-1].label, plot.points[-1].value) == ("2025", 32)
    assert plot.marked == "2024"


def test_levels_are_those_of_the_day(record: Record) -> None:
    then, now = (over_years(record, "DEU", "share_of_gdp", terms=Terms(as_of=day)) for day in (THEN, None))
    assert [one.value for one in then.levels] == [2.0]
    assert [one.value for one in now.levels] == [2.0, 3.5]
    assert over_years(record, "DEU", "expenditure").levels == ()


def test_what_cannot_be_drawn_is_refused(record: Record) -> None:
    with pytest.raises(NotHeldError, match="no year is held"):
        over_years(record, "DEU", "warheads")
    with pytest.raises(UnknownNameError):
        over_years(record, "Atlantis", "share_of_gdp")
    with pytest.raises(InputError):
        over_years(record, "DEU", "extra_expenditure")
