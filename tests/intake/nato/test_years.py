"""Years at the head of columns."""

from __future__ import annotations

import pytest

from burdenshare.intake.grid import Value
from burdenshare.intake.nato.years import Year, fault_of, told_estimates, year_of


@pytest.mark.parametrize(
    ("raw", "year", "estimate"),
    [
        (2014.0, 2014, False),
        ("2019", 2019, False),
        ("2019*", 2019, False),
        ("2019 (1)", 2019, False),
        ("2019¹", 2019, False),
        ("2024e", 2024, True),
        ("2024 e", 2024, True),
        ("2024E", 2024, True),
        ("2024 (e)", 2024, True),
        ("2024 est.", 2024, True),
        ("2024e*", 2024, True),
    ],
)
def test_years_are_read_in_every_form(raw: Value, year: int, estimate: bool) -> None:
    assert year_of(raw, "T!D8") == Year("T!D8", year, estimate)


@pytest.mark.parametrize(
    "raw",
    [2014.5, 1066.0, 20199.0, "20199", "2O19", "2018/19", "2014-2024e", "FY2019", "", None, True, "Table 2019", "e"],
)
def test_what_is_no_year_is_none(raw: Value) -> None:
    assert year_of(raw, "") is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Notes: Figures for 2023 and 2024 are estimates. More.", {2023, 2024}),
        ("Note: figures for 2024 are estimates.", {2024}),
        ("Figures for 2022, 2023 and 2024 are estimates", {2022, 2023, 2024}),
        ("Figures are estimates", set()),
    ],
)
def test_notes_tell_which_years_are_estimates(text: str, years: set[int]) -> None:
    assert told_estimates(["Table 1", text]) == years


def _row(*marked: str) -> list[Year]:
    found = [year_of(one, f"T!{one}") for one in marked]
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (_row("2021", "2022", "2023e"), set()),
        (_row("2023e", "2022", "2021"), set()),
        (_row("2021", "2022", "2023"), {2023}),
        (_row("2021", "2022e", "2023e"), {2022, 2023}),
        (_row("2021", "2022", "2023e"), {2022, 2023}),
        (_row("2014"), set()),
        (_row("2014", "2015"), {2023, 2024}),
    ],
)
def test_years_that_follow_one_another_are_right(years: list[Year], told: set[int]) -> None:
    assert fault_of(years, frozenset(told)) == ("", "")


@pytest.mark.parametrize(
    ("years", "told", "place"),
    [
        (_row("2021", "2023", "2024"), set(), "T!2023"),
        (_row("2021", "2021"), set(), "T!2021"),
        (_row("2022", "2021", "2023"), set(), "T!2021"),
        (_row("2021e", "2022", "2023e"), set(), "T!2021e"),
        (_row("2022", "2023e", "2024e"), {2022, 2024}, "T!2023e"),
        (_row("2022", "2023", "2024"), {2022, 2023}, "T!2024"),
    ],
)
def test_a_gap_a_repetition_or_a_contradiction_is_told_with_its_place(
    years: list[Year], told: set[int], place: str
) -> None:
    fault, where = fault_of(years, frozenset(told))
    assert fault
    assert where == place
