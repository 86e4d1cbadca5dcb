"""Times that name no year, and years that are not those of the figure beside them."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers

ON = date(2025, 2, 13)


@pytest.mark.parametrize(
    "text",
    [
        "During the Cold War, the Netherlands spent 3% of GDP on defence.",
        "Britain spent 4.1% of GDP on defence at the height of the Cold War.",
        "In 1913 France spent 4% of GDP on defence.",
        "When Mark Rutte took over, only three allies spent 2% of GDP on defence.",
        "Only three allies met the 2% target when she became minister.",
        "Before the invasion of Ukraine, Finland spent 1.5% of GDP on defence.",
        "Until 2022 Denmark spent less than 1.5% of GDP on defence.",
        "Under Margaret Thatcher, Britain spent 5% of GDP on defence.",
        "During Trump's first term, the US spent 3.5% of GDP on defence.",
        "Slovakia spent 2% of GDP on defence under Eduard Heger.",
        "For decades Norway spent 3% of GDP on defence.",
        "Spain used to spend 2% of GDP on defence.",
        "Earlier this decade, only three allies spent 2% of GDP on defence.",
        "At the time of the Wales summit, three allies met the 2% target.",
    ],
)
def test_a_time_without_a_year_of_the_record_is_never_held_against_one(told: Numbers, text: str) -> None:
    found = next(one for one in told(text, "", ON) if one.kind is Kind.FACT)
    assert (found.period, found.likely) == ("", True)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Britain spends 2.3% of GDP on defence, more than at any time since the Cold War.", "2024"),
        ("Germany, which in 2014 spent only 1.2% of GDP on defence, now spends 2.1%.", "2014"),
        ("In 2024, for the first time since it joined in 1999, Hungary spent 2.1% of GDP on defence.", "2024"),
        ("A decade ago Latvia spent less than 1% of GDP on defence, today it spends 3.2%.", "2015"),
        ("For years Norway has spent 2% of GDP on defence.", "2024"),
        ("When Mark Rutte took over in 2024, 23 allies met the 2% target.", "2024"),
        ("Leaders set the goal of 2% of GDP in 2014, but most members still fall short of it.", "2024"),
    ],
)
def test_a_time_that_is_told_stays(told: Numbers, text: str, period: str) -> None:
    assert next(one.period for one in told(text, "", ON) if one.kind is Kind.FACT) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Before the invasion of Ukraine in 2022, only eight allies spent 2% of GDP on defence.", "2021"),
        (
            "Before Russia's full-scale invasion of Ukraine in February 2022, Germany spent 1.3% of GDP on defence.",
            "2021",
        ),
        ("Prior to February 2022, Germany spent 1.3% of GDP on defence.", "2021"),
    ],
)
def test_before_a_year_is_likeliest_the_year_before_it(told: Numbers, text: str, period: str) -> None:
    found = next(one for one in told(text, "", ON) if one.kind is Kind.FACT and one.value is not None)
    assert (found.period, found.likely) == (period, True)


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, before the summit, Germany spent 1.5% of GDP on defence.",
        "Before the Madrid summit, Germany spent 1.5% of GDP on defence in 2022.",
        "Germany spent 1.5% of GDP on defence in 2022, the minister said before its forces met in July 2022.",
    ],
)
def test_a_before_of_something_else_leaves_the_year(told: Numbers, text: str) -> None:
    found = next(one for one in told(text, "", ON) if one.measure == "share_of_gdp")
    assert (found.period, found.likely) == ("2022", False)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("7 NATO countries meeting the guideline to spend 2% of GDP on defence.", True),
        ("7 NATO countries are meeting the guideline to spend 2% of GDP on defence.", False),
    ],
)
def test_a_line_without_a_verb_tells_no_time(told: Numbers, text: str, likely: bool) -> None:
    found = next(one for one in told(text, "", ON) if one.measure == "allies_at_guideline")
    assert found.likely is likely


def test_a_share_of_years_to_come_is_a_plan(told: Numbers) -> None:
    text = "This year Estonia will spend 3.4% of GDP on defence; in the coming years that will rise to 4%."
    found = told(text, "", ON)[-1]
    assert (found.kind, found.measure, found.period, found.likely) == (Kind.PROMISE, "guideline", "", True)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Greece wants to spend 3.5% of GDP on defence within a decade.", "2035"),
        ("Belgium will spend 2% of GDP on defence by 2027 rather than in 2029.", "2027"),
        ("Canada will reach 2% of GDP on defence in 2026 instead of 2032.", "2026"),
        ("The ministry looks to 2029. Germany will spend 3% of GDP on defence by that year.", "2029"),
        ("Germany will spend 3.5% of GDP on defence after 2029.", ""),
        ("Germany will spend 3.5% of GDP on defence from 2029.", "2029"),
    ],
)
def test_due_years(told: Numbers, text: str, period: str) -> None:
    assert told(text, "guideline", ON)[0].period == period


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, allies agreed to move towards spending 2% of GDP on defence within a decade.",
        "At Newport in Wales, allies pledged to move towards spending 2% of GDP on defence within ten years.",
    ],
)
def test_the_ten_years_of_a_pledge_are_counted_from_it(told: Numbers, text: str) -> None:
    assert told(text, "guideline", date(2018, 7, 1))[0].period == "2024"


@pytest.mark.parametrize(
    ("below", "likely"),
    [
        ("Laggards: Spain (1.28%), Slovenia (1.29%), Italy (1.49%).", True),
        ("The laggards were Spain (0.92%), Slovenia (0.97%) and Italy (1.14%).", False),
    ],
)
def test_an_old_year_is_carried_without_a_past_verb_as_a_guess(told: Numbers, below: str, likely: bool) -> None:
    text = f"In 2014, exactly three members spent 2% of GDP on defence: the US, the UK and Greece.\n\n{below}"
    found = [one for one in told(text, "", ON) if one.subject == ("ITA",)]
    assert [one.likely for one in found] == [likely]
