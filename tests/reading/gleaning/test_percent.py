"""The second look at percentages: shares of GDP and targets by the words around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Kind, Reading, Statement

Read = Callable[..., Reading]
MEASURES = ("share_of_gdp", "guideline")
ON = date(2025, 6, 10)

STATED = [
    ("Italy devoted 1.49 % of its output to defence in 2024.", ["fact ITA = 1.49 2024"]),
    ("Fully 2.4 % of everything Poles produce goes to the army this year.", ["fact POL = 2.4 2025"]),
    (
        "For 2026 the Latvians have budgeted 4.9% of GDP, the Lithuanians 5.4% and the Estonians 5.4% as well.",
        ["promise LVA = 4.9 2026", "promise LTU = 5.4 2026", "promise EST = 5.4 2026"],
    ),
    (
        "Spending on defence in 2024 ran from 1.2 % in Belgium to 4.1 % in Poland.",
        ["fact BEL = 1.2 2024", "fact POL = 4.1 2024"],
    ),
    (
        "Greece, Lithuania and Croatia came in at 3.9, 2.4 and 1.9 percent of GDP respectively.",
        ["fact GRC = 3.9 2024", "fact LTU = 2.4 2024", "fact HRV = 1.9 2024"],
    ),
    (
        "Bulgaria budgeted 1.59% of GDP for its army in 2018, up from 1.27% a year earlier.",
        ["fact BGR = 1.59 2018", "fact BGR = 1.27 2017"],
    ),
    (
        "Europe's NATO members spent 1.9 percent of GDP on defence last year, and Canada 1.4.",
        ["fact EUR = 1.9 2024", "fact CAN = 1.4 2024"],
    ),
    (
        "Estonia spent 3.43 per cent of GDP on defence in 2024, up from 3.0 in 2023 and 1.9 in 2014.",
        ["fact EST = 3.43 2024", "fact EST = 3.0 2023", "fact EST = 1.9 2014"],
    ),
    ("Defence matters. Sweden aims to get to 3.5% by 2030.", ["promise SWE >= 3.5 2030"]),
    ("Latvian law demands 2.4 percent for defence.", ["promise LVA = 2.4 "]),
    (
        "Germany told NATO about its defence spending. Berlin's plan: 2.4% now, 3.5% in 2029.",
        ["fact DEU = 2.4 2024", "promise DEU = 3.5 2029"],
    ),
    ("Italy has never spent 2 % of GDP on defence.", ["fact ITA < 2 2023/2024"]),
    ("The top three are Poland (4.1%), Estonia (3.4%) and Latvia.", ["fact POL = 4.1 2024", "fact EST = 3.4 2024"]),
    ("Rishi Sunak, in Warsaw, set a course for 2.5% by 2035.", []),
    (
        "Europe's largest economy spent 2.1% of GDP on defence in 2024.",
        ["fact DEU = 2.1 2024"],
    ),
    (
        "The five biggest spenders are Poland, Estonia and Latvia, all of which spend above 3% of GDP.",
        ["fact POL;EST;LVA > 3 2024"],
    ),
    (
        "Germany gives 0.8 % of GNI in foreign aid and spent 2.1 % of its GDP on defence in 2024.",
        ["fact DEU = 2.1 2024"],
    ),
    (
        "Hungary will increase its defense spending to 2.5 percent of its output by 2028 from 2.1 percent now.",
        ["promise HUN = 2.5 2028", "fact HUN = 2.1 2024"],
    ),
    (
        "Contrary to the post, Spain did not spend 1.2 percent but 1.3 percent of GDP on defence in 2024.",
        ["fact ESP = 1.3 2024"],
    ),
    ("At 5 % of GDP the Italian defence budget would be larger than that for schools.", []),
    ("A poll found that 3 in 5 Spaniards oppose spending 3.5% of GDP on defence.", []),
    ("In 2027, Latvia will spend 4.91% of GDP on defense.", ["promise LVA = 4.91 2027"]),
    (
        "Sweden and the Netherlands plan to reach 2.8 and 2.7 per cent, respectively, in 2027.",
        ["promise SWE >= 2.8 2027", "promise NLD = 2.7 2027"],
    ),
    (
        "Japan plans 2 percent of GDP by 2027, less than the 3.2 percent that the United States spends on defence.",
        ["fact USA = 3.2 2024"],
    ),
    ("Czechia is no longer below 2% on defence spending.", ["fact CZE >= 2 2024"]),
    (
        "Portugal, which currently allocates just 1.55 percent of its GDP to defense, has pledged more.",
        ["fact PRT = 1.55 2024"],
    ),
    ("Canada does not spend anywhere near 2% of GDP on defence.", ["fact CAN < 2 2024"]),
    (
        "Canada spends about 1.4 per cent of its GDP on defence, and Carney has promised to hit two per cent by 2030.",
        ["fact CAN ~ 1.4 2024", "promise CAN >= 2 2030"],
    ),
    ("In 2016 the Dutch put 1.16 pc of GDP into defence.", ["fact NLD = 1.16 2016"]),
    (
        "Defence expenditure as a share of GDP, 2024\n\nPoland 4.12\n\nEstonia 3.43\n\nUnited States 3.38",
        ["fact POL = 4.12 2024", "fact EST = 3.43 2024", "fact USA = 3.38 2024"],
    ),
    (
        "Defence, share of GDP (%)\n\nCountry 2014 2024\n\nBulgaria 1.31 2.06",
        ["fact BGR = 1.31 2014", "fact BGR = 2.06 2024"],
    ),
]

SILENT = [
    "Defence spending rises. In Germany the AfD is at 5 percent.",
    "Rutte said defence matters. Poland's central bank left rates at 5.25 percent while Hungary's is at 6.5 percent.",
    "Defence costs climb, and Germany has to borrow at 2.6 percent and France at 3.3 percent.",
    "Research spending in Germany reached 3.1% of GDP in 2023, compared with 2.2% in France and 1.3% in Italy.",
    "Kyiv spends 34% of GDP on its military; Russia 6.3 percent.",
    "The table, which puts France at 7 percent for defence, is a fabrication.",
    "Defence matters. Shares in the German firm rose 3 percent and its orders by 2.5.",
    "Estonia and Latvia spent 3.4, 3.2 and 2.9 percent of GDP on defence, respectively.",
    "Women make up 12 percent of the army in Germany and 4 percent in Poland's army.",
]


def _told(one: Statement) -> str:
    value = one.value.central if one.value is not None else 0.0
    return f"{one.kind.value} {';'.join(one.subject)} {one.comparator} {value:g} {one.period}"


def _given(want: str) -> str:
    kind, subject, comparator, value, period = want.split(" ", 4)
    return f"{kind} {subject} {comparator} {float(value):g} {period}"


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_shares_and_targets(reading: Read, text: str, wanted: list[str]) -> None:
    found = [one for one in reading(text, ON).statements if one.measure in MEASURES]
    assert [_told(one) for one in found] == [_given(want) for want in wanted]


@pytest.mark.parametrize("text", SILENT)
def test_no_share(reading: Read, text: str) -> None:
    assert not [
        one for one in reading(text, ON).statements if one.measure in MEASURES and one.kind is not Kind.POSITION
    ]


def test_a_figure_by_its_surroundings_is_only_likely(reading: Read) -> None:
    found = [one for one in reading("Germany spends 1.2 percent.", ON).statements if one.measure == "share_of_gdp"]
    assert [one.likely for one in found] == [True]
