"""Other owners and years that a sentence names."""

from __future__ import annotations

from tests.reading.conftest import One


def test_a_figure_right_behind_its_owner_has_no_rival(one: One) -> None:
    assert one("Poland spent 4.12 % of GDP on defence, Germany much less.", "share_of_gdp").rival_subjects == ()


def test_a_figure_parted_from_its_owner_keeps_the_others(one: One) -> None:
    found = one("Poland, next to Germany, put in 2024, for once, 4.12 % of GDP into defence.", "share_of_gdp")
    assert set(found.subject) | set(found.rival_subjects) == {"POL", "DEU"}


def test_years_that_could_be_meant_are_kept(one: One) -> None:
    found = one(
        "In 2014 leaders met in Wales; 3 allies met the 2 % target then, in 2024 many more.", "allies_at_guideline"
    )
    assert {found.period, *found.rival_periods} >= {"2014", "2024"}
