"""Whose figure it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers, One

REST = "spent 2.1 % of GDP on defence in 2024"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (f"Poland {REST}.", ("POL",)),
        (f"The United States {REST}.", ("USA",)),
        (f"The US {REST}.", ("USA",)),
        (f"The U.S. {REST}.", ("USA",)),
        (f"Britain {REST}.", ("GBR",)),
        (f"Berlin {REST}.", ("DEU",)),
        (f"The Netherlands {REST}.", ("NLD",)),
        (f"Türkiye {REST}.", ("TUR",)),
        (f"European allies and Canada {REST}.", ("EUR_CAN",)),
        (f"Europe and Canada {REST}.", ("EUR_CAN",)),
        (f"NATO members excluding the US {REST}.", ("EUR_CAN",)),
        (f"Estonia and Latvia {REST}.", ("EST", "LVA")),
        (f"Estonia, Latvia and Greece {REST}.", ("EST", "LVA", "GRC")),
        (f"Poland, Estonia and the United States {REST}.", ("POL", "EST", "USA")),
        ("Germany's defence spending was 2.1 % of GDP in 2024.", ("DEU",)),
        ("German defence spending was 2.1 % of GDP in 2024.", ("DEU",)),
        ("In 2024, 2.1 % of GDP was spent on defence by Canada.", ("CAN",)),
        (f"Germany, Europe's largest economy, {REST}.", ("DEU",)),
        (f"Unlike Spain, Denmark {REST}.", ("DNK",)),
        (f"Compared with Spain, Denmark {REST}.", ("DNK",)),
        ("Figures released in Brussels show that Denmark spent 2.1 % of GDP on defence in 2024.", ("DNK",)),
        (f"Denmark met its neighbours. The country {REST}.", ("DNK",)),
        (f"Denmark met its neighbours. It {REST}.", ("DNK",)),
    ],
)
def test_subject(one: One, text: str, subject: tuple[str, ...]) -> None:
    assert one(text, "share_of_gdp").subject == subject


def test_unnamed_europe_leaves_the_group_open(one: One) -> None:
    found = one("Europe spent $480 billion on defence in 2024.", "expenditure")
    assert found.subject == ("EUR",)
    assert "group" in found.holes


def test_named_group_leaves_nothing_open(one: One) -> None:
    found = one("European allies and Canada spent $485 billion on defence in 2024.", "expenditure")
    assert "group" not in found.holes


def test_list_with_a_figure_each(told: Numbers) -> None:
    text = "In 2024 Poland (4.12 % of GDP), Estonia (3.43 %) and Greece (3.08 %) spent most on defence."
    found = {s.subject: s.value.central for s in told(text, "share_of_gdp") if s.value}
    assert found == {("POL",): 4.12, ("EST",): 3.43, ("GRC",): 3.08}


def test_figures_given_respectively_are_dealt_out_or_left(told: Numbers) -> None:
    text = "Denmark, Norway and Sweden spent 2.4 %, 2.2 % and 2.1 % of GDP respectively on defence in 2024."
    found = [(s.subject, s.value.central) for s in told(text, "share_of_gdp") if s.value]
    assert found in ([], [(("DNK",), 2.4), (("NOR",), 2.2), (("SWE",), 2.1)])


def test_figures_behind_a_comparison_are_not_swapped(told: Numbers) -> None:
    text = "Poland spent more on defence than Italy, 4.12 % of GDP against 1.49 %."
    found = {s.value.central: s.subject for s in told(text, "share_of_gdp") if s.value}
    assert found.get(4.12, ("POL",)) == ("POL",)
    assert found.get(1.49, ("ITA",)) == ("ITA",)


def test_outsider_is_never_replaced_by_the_ally_spoken_of_before(told: Numbers) -> None:
    text = f"Poland {REST}. Russia spent 6.3 % of GDP on defence."
    assert [s.subject for s in told(text, "share_of_gdp")] == [("POL",)]


@pytest.mark.parametrize(
    "words",
    [
        "Excluding the U.S., members have spent $313 billion on defence.",
        "Not counting the United States, the other allies spent $313 billion on defence.",
        "Without the United States, NATO spent $313 billion on defence.",
    ],
)
def test_members_without_the_united_states_are_the_others(one: One, words: str) -> None:
    found = one(words, "expenditure")
    assert (found.subject, found.speaker.name) == (("EUR_CAN",), "")


def test_a_figure_of_one_nato_member_is_not_the_alliances(one: One) -> None:
    found = one("Poland is the only NATO member spending more than 3.5% of its GDP on defence.", "share_of_gdp")
    assert found.subject == ("POL",)


def test_the_remaining_allies_beside_america_are_the_others(told: Numbers) -> None:
    text = "NATO spent $1.59 trillion in 2025, the United States $980 billion and the remaining allies $608 billion."
    assert [one.subject for one in told(text, "expenditure")] == [("NATO",), ("USA",), ("EUR_CAN",)]


@pytest.mark.parametrize(
    ("text", "measure", "owners"),
    [
        (
            "The U.S. finances 75 percent of NATO spending with a defense budget of $585 billion.",
            "expenditure",
            ["USA"],
        ),
        ("NATO, with a defense budget of $985 billion, spends most.", "expenditure", ["NATO"]),
        (
            "SIPRI reported a 7% growth in global military expenditure for 2023. The United States, China and Russia "
            "were the top military spenders. The United States spent most, and more than the United States spent none.",
            "expenditure_growth",
            [],
        ),
        ("SIPRI reported a 7% growth in Polish military expenditure for 2023.", "expenditure_growth", ["POL"]),
    ],
)
def test_a_part_and_what_it_is_of(told: Numbers, text: str, measure: str, owners: list[str]) -> None:
    assert [";".join(one.subject) for one in told(text, measure, date(2024, 4, 22))] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The European Union and the United Kingdom must allocate €250 billion per year to defence.", ("EU", "GBR")),
        ("France and the United Kingdom must allocate €150 billion per year to defence.", ("FRA", "GBR")),
    ],
)
def test_the_union_and_one_beside_it(told: Numbers, text: str, owners: tuple[str, ...]) -> None:
    assert [one.subject for one in told(text, "expenditure")] == [owners]


def test_the_clock_is_the_adversarys_told_of_before(told: Numbers) -> None:
    text = (
        "The threat would be a Russia with an army of great experience. Analysts have called an attack on the EU "
        "conceivable in three to ten years."
    )
    assert [one.subject for one in told(text, "reconstitution")] == [("RUS",)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Europe (the EU and Britain) spent 457 billion dollars on defence in 2024.", [("EUR",)]),
        ("Asian states spent $262 billion on defence in 2011, as Europe cut its budgets.", []),
        ("European states spent $262 billion on defence in 2011, as Asia raised its budgets.", [("EUR",)]),
    ],
)
def test_groups_spelt_out_and_groups_elsewhere(told: Numbers, text: str, owners: list[tuple[str, ...]]) -> None:
    assert [one.subject for one in told(text, "expenditure")] == owners


def test_a_firm_behind_a_comma_owns_its_output(told: Numbers) -> None:
    text = "Before the war in Ukraine, Rheinmetall made 70,000 shells a year."
    assert [one.subject for one in told(text, "production")] == [("Rheinmetall",)]
    text = "Before the war, Ukraine made 70,000 shells a year."
    assert [one.subject for one in told(text, "production")] == [("UKR",)]


def test_where_spending_stands_is_no_part_of_the_plan(told: Numbers) -> None:
    text = (
        "Keir Starmer leads the British government. Britain's forces are small. The government has pledged to increase "
        "defence spending from 2.3% of GDP to 2.5% by 2027, and has talked of 3% by 2034."
    )
    found = [(one.kind.value, one.period) for one in told(text, "", date(2025, 6, 5)) if one.words == "2.3%"]
    assert found in ([("fact", "")], [("fact", "2024")])


@pytest.mark.parametrize(
    ("said", "sign"), [("meet or exceed", ">="), ("hit or surpassed", ">="), ("exceed", ">"), ("surpassed", ">")]
)
def test_to_meet_or_exceed_is_at_least(told: Numbers, said: str, sign: str) -> None:
    found = told(f"Greece and Poland {said} 2% of GDP in defence spending.", "share_of_gdp")
    assert {one.comparator for one in found} == {sign}


def test_a_rise_that_will_be_is_no_rise_that_was(told: Numbers) -> None:
    for verb, kind in (("will be increased", "promise"), ("was increased", "fact")):
        (rise,) = told(f"Canada's funding for defence {verb} by more than 70% in 10 years.", "expenditure_growth")
        assert rise.kind.value == kind
