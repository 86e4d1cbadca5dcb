"""Help to Ukraine: whose it is, of which time, and which sums are nobody's or another country's."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers, Read

DAY = date(2025, 4, 15)

GIVEN = [
    ("Help for Ukraine goes on: in January and February Italy gave €80 million.", [("ITA", 8e7, "2025-01/2025-02")]),
    (
        "In March Norway gave Ukraine €90 million in aid and Latvia €7 million.",
        [("NOR", 9e7, "2025-03"), ("LVA", 7e6, "2025-03")],
    ),
    (
        "Military aid to Ukraine is growing, with new packages by Sweden worth €2 billion and Finland's plan worth "
        "€1 billion.",
        [("SWE", 2e9, ""), ("FIN", 1e9, "")],
    ),
    (
        "Belgium has committed to giving €1 billion in military aid to Ukraine for the coming year.",
        [("BEL", 1e9, "2026")],
    ),
    (
        "Aid to Ukraine is worth 0.2% of GDP in Spain and Portugal, against 1.9% in Latvia.",
        [("ESP;PRT", 0.2, "2024"), ("LVA", 1.9, "2024")],
    ),
    ("The EU's €40 billion Ukraine Facility pays for it.", [("EU", 4e10, "")]),
    ("Aid to Ukraine rose. America is in for $120 billion.", [("USA", 1.2e11, "")]),
]


@pytest.mark.parametrize(("text", "want"), GIVEN)
def test_help_and_its_giver(told: Numbers, text: str, want: list[tuple[str, float, str]]) -> None:
    found = [(";".join(s.subject), s.value.central, s.period) for s in told(text, "aid", DAY) if s.value is not None]
    assert found == want


GOES_TO = [
    (
        "Spain would need to raise its aid to Ukraine from 0.1 percent of GDP to 0.3 percent of GDP.",
        [("fact", ""), ("promise", "")],
    ),
    (
        "Europe will need to double its aid to Ukraine from the current €44 billion per year to €82 billion per year, "
        "an increase from roughly 0.1 percent of its GDP to 0.21 percent of GDP.",
        [("fact", ""), ("promise", ""), ("fact", ""), ("promise", "")],
    ),
    (
        "Spain raised its aid to Ukraine from 0.1 percent of GDP to 0.3 percent of GDP.",
        [("fact", ""), ("fact", "2024")],
    ),
]


@pytest.mark.parametrize(("text", "want"), GOES_TO)
def test_where_help_would_go_is_given_by_nobody_yet(told: Numbers, text: str, want: list[tuple[str, str]]) -> None:
    assert [(s.kind.value, s.period) for s in told(text, "aid", DAY)] == want


def test_whom_another_is_ahead_of_gave_nothing(told: Numbers) -> None:
    text = (
        "The European Union - apart from what its members give - is now ahead of the United States with more than €80 "
        "billion in aid for Ukraine."
    )
    assert [s.subject for s in told(text, "aid", DAY)] == [("EU",)]


def test_a_year_behind_a_conversion_is_of_the_sum_in_front(told: Numbers) -> None:
    text = (
        "Denmark will give Ukraine DKK 2.3 billion in 2026, DKK 10.5 billion (about US$1.5 billion) in 2027 and DKK "
        "7.4 billion (US$1.08 billion) in 2028."
    )
    assert [one.period for one in told(text, "aid", DAY)] == ["2026", "2027", "2028"]
    gone = "Denmark gave Ukraine €2 billion ($2.2 billion) in 2022 and €3 billion ($3.3 billion) in 2023."
    assert [one.period for one in told(gone, "aid", DAY)] == ["2022", "2023"]


def test_a_minimum_is_at_least(told: Numbers) -> None:
    (sum_,) = told(
        "In 2026, Norway's support for Ukraine is going to total minimum 35 billion Norwegian kroner.", "aid", DAY
    )
    assert (sum_.comparator, sum_.period) == (">=", "2026")


def test_the_whole_is_nobodys_gift(told: Numbers) -> None:
    text = "In 2024, U.S. military support to Ukraine amounted to €20 billion out of €42 billion."
    assert [one.value.central for one in told(text, "aid", DAY) if one.value] == [2e10]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Member states agreed to supply Ukraine with 1 million rounds, but only 330,000 have been delivered.", []),
        ("Ukraine produced 330,000 rounds in 2024 and had 20,000 delivered.", [("UKR",)]),
    ],
)
def test_what_is_handed_over_is_made_by_nobody(told: Numbers, text: str, owners: list[tuple[str, ...]]) -> None:
    assert [one.subject for one in told(text, "production", DAY)][:1] == owners


NO_GIFT = [
    "Washington gives Egypt $1.3 billion in military aid a year.",
    "Congress voted $14 billion in military assistance for Israel.",
    "Denmark's military aid to Ukraine increased by €300 million.",
    "Backers have sent Ukraine €100 billion in aid, including weapons.",
    "Finland, which gives aid to Ukraine, signed a deal with a shipyard worth €2 billion.",
    "With aid to Ukraine in mind, Latvia's national defence budget will amount to €2 billion.",
]


@pytest.mark.parametrize("text", NO_GIFT)
def test_no_help_to_ukraine(told: Numbers, text: str) -> None:
    assert told(text, "aid", DAY) == []


OUTSIDERS = [
    ("Spain spent 1.3% of GDP on defence in 2024, less than Australia's 2%.", {"ESP"}),
    ("The US spends $997bn on defence, more than India's $86bn and China's $314bn.", {"USA", "CHN"}),
    ("Poland's defence spending rose to $38 billion in 2024. Japan's rose by 21% to $55 billion.", {"POL"}),
    ("The US spends 3.4% of GDP on defence. The military burden of the Russian economy is 7% of GDP.", {"USA", "RUS"}),
    ("China spent $314 billion on its military. Spending by Taiwan grew by 2% to reach $16 billion.", {"CHN"}),
]


@pytest.mark.parametrize(("text", "owners"), OUTSIDERS)
def test_a_strangers_figure_is_no_allys(told: Numbers, text: str, owners: set[str]) -> None:
    found = told(text, "", DAY)
    values = [(s.subject, s.value.central) for s in found if s.value is not None]
    assert {entity for subject, _ in values for entity in subject} <= owners
    assert len(values) == len(owners)


def test_where_a_rise_ended_is_no_plan(told: Numbers) -> None:
    (level,) = told("American defence spending rose by 5 per cent to reach $990 billion in 2024.", "expenditure", DAY)
    assert (level.kind.value, level.period) == ("fact", "2024")


def test_a_year_only_compared_with_dates_no_sum(told: Numbers) -> None:
    text = (
        "Russia's military spending surged by 38% compared to 2023, reaching $149 billion, double what it was in 2015."
    )
    (level,) = told(text, "military_expenditure", DAY)
    assert level.period == "2024"


def test_help_elsewhere_says_so(reading: Read) -> None:
    left = reading(
        "Britain gives Pakistan £100 million in aid; NATO allies spend 2% of GDP on defence.", DAY
    ).unaccounted
    assert [one.reason for one in left if "100" in one.text] == ["another topic: help to another country"]


def test_what_backers_give_is_no_defence_spending(told: Numbers) -> None:
    text = (
        "Kyiv's backers have committed more than 400 billion euros since 2022. The EU and its members gave 138 "
        "billion, overtaking the United States, which allocated 114 billion euros. Relative to GDP, Denmark "
        "(2.9 percent) and Estonia (2.8) gave most."
    )
    found = told(text, "", date(2025, 6, 20))
    assert not [one for one in found if one.measure in ("share_of_gdp", "expenditure")]
    assert [one.subject for one in found if one.measure == "aid"] == [("USA",)]


def test_what_a_donor_spends_at_home_is_spending(told: Numbers) -> None:
    text = "Estonia is a generous donor to Ukraine. Its defence spending was 3.4 percent of GDP in 2024."
    assert [one.measure for one in told(text, "", date(2025, 6, 20))] == ["share_of_gdp"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Germany has given Ukraine €17bn in aid, of it €4bn in loans and €5bn in military aid.", ["", "", "military"]),
        ("Germany gave Ukraine €5bn in military aid and €4bn in humanitarian aid.", ["military", "humanitarian"]),
        ("Germany gave military aid of €3bn in 2022 and €5bn in 2023 to Ukraine.", ["military", "military"]),
        ("Germany gave Ukraine €5bn ($5.4bn) in military aid.", ["military"]),
    ],
)
def test_a_kind_of_aid_is_that_of_its_own_sum(told: Numbers, text: str, kinds: list[str]) -> None:
    assert [one.basis for one in told(text, "aid", date(2024, 6, 14))] == kinds


def test_a_part_of_a_sum_of_help_is_nobodys_plan(reading: Read) -> None:
    text = (
        "Of the €10.5 billion in European military aid to Ukraine allocated in June, at least €4.6 billion is planned "
        "to be spent on procurement."
    )
    reasons = [one.reason for one in reading(text).unaccounted if text[one.span.start : one.span.end] == "€4.6 billion"]
    assert reasons == ["not understood: a part of a sum of aid"]


def test_who_would_come_next_gives_nothing_yet(reading: Read) -> None:
    text = "Germany gave Ukraine aid worth €5bn. It would be followed by Norway with €1.5bn."
    assert not [one for one in reading(text).statements if one.kind is Kind.PROMISE and one.subject == ("NOR",)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The US gave slightly more military aid, but Europe committed €144 billion in aid to Ukraine.",
            ["commitment"],
        ),
        ("The US gave slightly more aid, but Europe gave €144 billion in military aid to Ukraine.", ["military"]),
        ("While its military support grew, Germany allocated €18 billion in aid to Ukraine.", ["allocation"]),
        ("Germany's military support for Kyiv since the invasion adds up to €18 billion.", ["military"]),
    ],
)
def test_the_kind_of_help_is_of_its_own_clause(told: Numbers, text: str, kinds: list[str]) -> None:
    assert [one.basis for one in told(text, "aid", date(2024, 6, 14))] == kinds
