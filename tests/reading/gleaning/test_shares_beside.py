"""Shares of GDP beside others: strangers, groups, beginnings of a rise, rows, pledges, and lists that meet a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Reading, Statement

Read = Callable[..., Reading]
MEASURES = ("share_of_gdp", "guideline", "equipment_share", "personnel_share")
ON = date(2025, 6, 10)

STATED = [
    # strangers
    ("Portugal spends 1.5% of GDP on its forces, against China's 1.7%.", ["fact PRT = 1.5 2024"]),
    ("Italy put 1.5% of GDP into defence in 2024, less than Australia at 1.9%.", ["fact ITA = 1.5 2024"]),
    ("Greece devoted 3.1% of GDP to defence, compared with 5.3% in Israel.", ["fact GRC = 3.1 2024"]),
    ("Spain spends 1.3% of GDP on defence, behind India's 2.4% and Poland's 4.1%.", ["fact ESP = 1.3 2024", "POL 4.1"]),
    ("Latvia gave Ukraine 0.3% of GDP.", []),
    # groups and odd shares
    (
        "The plan should lift defence spending by allies from Europe and Canada to a joint 2.27% of GDP.",
        ["fact EUR_CAN = 2.27 2025"],
    ),
    ("NATO members are expected to spend 2.61% of their joint GDP on defence in 2024.", ["fact NATO = 2.61 2024"]),
    ("With the US's participation, NATO's defence spending comes to 2.76% of GDP.", ["fact NATO = 2.76 2024"]),
    ("The EU's 27 member states spent 1.9% of GDP on defence in 2024.", ["fact EU = 1.9 2024"]),
    (
        "The Spanish prime minister will meet the capability targets agreed with NATO by spending 2.1% of GDP.",
        ["promise ESP = 2.1 "],
    ),
    ("Defence would get 1.6% of GDP, leaving a 0.4% point gap to NATO's target.", []),
    # beginnings
    ("Romania's defence spending has gone from 1.4% of GDP to 2.3% since 2014.", ["fact ROU = 1.4 2014", "ROU 2.3"]),
    (
        "In 2014 leaders met. Dutch defence spending rose from 1.2% of GDP in that year to 1.4% in 2018.",
        ["fact NLD = 1.2 2014", "fact NLD = 1.4 2018"],
    ),
    (
        "Between 2014 and 2021 Latvia raised defence spending from 0.9% of GDP to 2.2%.",
        ["fact LVA = 0.9 2014", "LVA 2.2"],
    ),
    # rows
    (
        "Greece spent 3.1% of GDP on defence in 2023, followed by Latvia with 2.9% and Croatia with 1.7%.",
        ["fact GRC = 3.1 2023", "fact LVA = 2.9 2023", "fact HRV = 1.7 2023"],
    ),
    (
        "The United States stands at 3.2% of GDP for defence, with Canada lagging at 1.4% but promising 2% by 2030.",
        ["fact USA = 3.2 2024", "fact CAN = 1.4 2024", "CAN 2"],
    ),
    ("Spending just 1.3% of GDP on defence, Spain sits at the bottom.", ["fact ESP = 1.3 2024"]),
    ("2.3% UK expenditure on defence as a percentage of national GDP in 2022", ["fact GBR = 2.3 2022"]),
    (
        "Spain (1.3%), Belgium (1.3%) and Italy (1.5%), all below 2% of GDP, spend too little on defence.",
        ["+ESP;BEL;ITA"],
    ),
    (
        "Slovenia and Belgium, with 4 and 5 percent for equipment, put 75 and 78 percent of budgets into personnel.",
        ["SVN 4", "BEL 5", "SVN 75", "BEL 78"],
    ),
    # pledges
    ("In 2014 the Government of Canada committed to reach two per cent of GDP.", ["promise CAN"]),
    (
        "In 2014 allies agreed to move towards spending 2 percent of GDP on defence within a decade.",
        ["promise NATO = 2 2024"],
    ),
    (
        "Allies were to reach 2% of GDP for defence at once, instead of by 2024 as they had agreed.",
        ["promise NATO"],
    ),
    ("Prague wants to keep defence at 2% of GDP instead of raising it to 3.5%.", ["promise CZE = 2 "]),
    (
        "Norway will put 3.5% of GDP into core defence and another 1.5% of GDP into wider security.",
        ["promise NOR = 3.5 ", "promise NOR = 1.5 "],
    ),
    ("Italy obtained an exemption from the 5% target for defence.", ["promise NATO = 5 "]),
    (
        "Germany's economy had grown by one percent and it was committed to reaching the 2% goal for defence by 2030.",
        ["promise DEU"],
    ),
    ("In 2014 only Greece and Estonia spent as much as 2 percent of GDP on defence.", ["fact GRC;EST >= 2 2014"]),
]
LISTED = [
    ("Only three allies — the United States, Greece and Estonia — met the 2% target in 2014.", "USA;GRC;EST >="),
    ("The target of 2% was met by few in 2014: a goal that Italy and Spain have yet to reach.", "ITA;ESP <"),
    ("The norm for defence is 2%, which the Netherlands only just meets.", "NLD >="),
    ("Twenty-two allies met the 2% goal last year. Belgium, Canada and Spain did not.", "BEL;CAN;ESP <"),
    (
        "The alliance's target is 2% for defence, with Albania, Belgium and Spain all expected to pass the mark.",
        "ALB;BEL;ESP >=",
    ),
    ("Europe and Canada will collectively meet NATO's target of 2% this year.", "EUR_CAN >="),
]


def _told(one: Statement) -> str:
    value = one.value.central if one.value is not None else 0.0
    return f"{one.kind.value} {';'.join(one.subject)} {one.comparator} {value:g} {one.period}"


def _short(one: Statement) -> str:
    return f"{';'.join(one.subject)} {one.value.central:g}" if one.value is not None else ""


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_whose_and_of_which_year(reading: Read, text: str, wanted: list[str]) -> None:
    found = [one for one in reading(text, ON).statements if one.measure in MEASURES]
    for want in wanted:
        if want.startswith("+"):
            assert any(_told(one).split(" ")[1] == want[1:] for one in found), [_told(one) for one in found]
        else:
            assert any(_told(one).startswith(want) or _short(one) == want for one in found), [
                _told(one) for one in found
            ]
    if not any(want.startswith("+") for want in wanted):
        assert len(found) == len(wanted), [_told(one) for one in found]


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_allies_listed_beside_their_line(reading: Read, text: str, wanted: str) -> None:
    found = [one for one in reading(text, ON).statements if one.measure == "share_of_gdp"]
    assert [f"{';'.join(one.subject)} {one.comparator}" for one in found] == [wanted]


def test_states_without_a_capital_are_no_america(reading: Read) -> None:
    found = reading("The states still below the 2 % guideline agreed to spend more on defence.", ON).statements
    assert not [one for one in found if one.subject == ("USA",)]


def test_members_counted_after_a_country_are_the_alliances(reading: Read) -> None:
    text = "The Czech Republic spends 2.1% of GDP on defence. Out of 32 NATO members, at least 23 have reached 2%."
    found = [one for one in reading(text, ON).statements if one.measure == "allies_at_guideline"]
    assert [one.subject for one in found] == [("NATO",)]
