"""Figures that lean on the words around them: on two named before, on a neighbour, on persons, on what was told done.

Each wording is held with its near misses, in which the same words give the figure to nobody or to somebody else.
"""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind, Statement
from burdenshare.reading.read import read
from burdenshare.record.record import Record

ON = date(2025, 6, 2)
Told = tuple[str, str, str, str]


def told(text: str, record: Record, on: date = ON) -> list[Statement]:
    return [one for one in read(document_of(text, on=on), record).statements if one.kind in (Kind.FACT, Kind.PROMISE)]


def shapes(text: str, record: Record, on: date = ON) -> list[Told]:
    """(measure, whose, comparator and number, period) of every fact and promise."""
    return [
        (one.measure, ";".join(one.subject), f"{one.comparator}{one.value.central:g}" if one.value else "", one.period)
        for one in told(text, record, on)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal and Belgium spend alike on defence. The first stands at 1.5%, the second at 1.3%.",
            [("share_of_gdp", "PRT", "=1.5", "2024"), ("share_of_gdp", "BEL", "=1.3", "2024")],
        ),
        (
            "Portugal and Belgium put equal shares into their armies and spend them alike. The former is at 1.5%.",
            [("share_of_gdp", "PRT", "=1.5", "2024")],
        ),
        (
            "The Baltic states are above 3%; their Polish neighbours spend 4.7% of GDP.",
            [("share_of_gdp", "BALTIC", ">3", "2024"), ("share_of_gdp", "POL", "=4.7", "2024")],
        ),
        (
            "Starmer and Merz flew home. They said both countries would reach 3.5% by 2035.",
            [("guideline", "GBR;DEU", ">=3.5", "2035")],
        ),
        (
            "“It is not 1.6 but 2.0 per cent that we spend,” said Guido Crosetto of Italy.",
            [("share_of_gdp", "ITA", "=2", "2024")],
        ),
        ("The king had never doubted that Belgium would spend 2% by 2030.", [("guideline", "BEL", "=2", "2030")]),
        ("Poland met the 2% pledge in March.", [("share_of_gdp", "POL", ">=2", "2024")]),
        ("Poland will have met the 2% pledge by March 2026.", [("guideline", "POL", ">=2", "2026")]),
        ("Having reached 2 % of GDP in 2024, Norway now wants more.", [("share_of_gdp", "NOR", ">=2", "2024")]),
        (
            "Four percent, in the president's opinion, is the right level for Lithuania.",
            [("guideline", "LTU", "=4", "")],
        ),
        ("Norway has dawdled. It will reach 2% by 2026, the minister said.", [("guideline", "NOR", ">=2", "2026")]),
    ],
)
def test_a_figure_is_read_with_whom_it_leans_on(text: str, expected: list[Told], record: Record) -> None:
    assert shapes(text, record) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Portugal and Belgium know unemployment. The first stands at 6.5%, the second at 5.3%.",
        "Norwegian growth has dawdled. It will reach 2% by 2026, the minister said.",
        "The central bank's target is 2 per cent. Estonia will be at three per cent next year.",
        "Four percent, in the bank's opinion, is the right level for Lithuanian inflation.",
        "Poland would have met the 2% pledge in March.",
        "The king doubted that Belgium spends 2%.",
        "North America spends 3.3% of GDP on defence.",
        "Norway's eastern neighbour got to 2.3% of GDP.",
    ],
)
def test_the_same_words_of_something_else_are_left(text: str, record: Record) -> None:
    assert shapes(text, record) == []


def test_what_is_dated_behind_a_colon_is_of_its_own_year(record: Record) -> None:
    text = "Spain has never come near the guideline since the Cold War: 1.28% in 2024."
    assert shapes(text, record) == [("share_of_gdp", "ESP", "=1.28", "2024")]
    always = shapes("Spain has always spent 1.28% of GDP on defence in 2024.", record)
    assert always == [] or always[0][3] != "2024"


def test_a_gap_in_front_of_a_colon_leaves_the_share_behind_it(record: Record) -> None:
    text = "Spain was 0.6 percentage points short of the goal: it spent 1.4 % of GDP on defence in 2024."
    assert ("share_of_gdp", "ESP", "=1.4", "2024") in shapes(text, record)
    assert shapes("Spain was 0.6 percentage points short of the goal, spending 1.4 % of GDP.", record) == []


def test_each_figure_of_output_has_the_rate_behind_it(record: Record) -> None:
    text = "Latvia makes 3,000 drones a month, about 36,000 a year."
    assert [one.unit for one in told(text, record)] == ["drones/month", "drones/year"]


def test_when_the_war_began_is_a_year(record: Record) -> None:
    text = "Europe makes two million shells a year, up from 300,000 when the full-scale war began."
    assert [one.period for one in told(text, record)] == ["", "2022"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "America and Britain run big ministries of defence. The former spent $900bn in 2024, the latter £60bn.",
            [("expenditure", "USA", "=9e+11", "2024"), ("expenditure", "GBR", "=6e+10", "2024")],
        ),
        ("Every Dane paid about $1,600 for defence in 2024.", [("expenditure_per_capita", "DNK", "~1600", "2024")]),
        (
            "Each Briton paid the equivalent of about $1,100 for defence in 2023.",
            [("expenditure_per_capita", "GBR", "~1100", "2023")],
        ),
        (
            "Danes produced $68,000 a head in 2023, against $8,100 for North Macedonians.",
            [("gdp_per_capita", "DNK", "=68000", "2023"), ("gdp_per_capita", "MKD", "=8100", "2023")],
        ),
        ("Allied defence spending will top $1.6tn this year.", [("expenditure", "NATO", ">1.6e+12", "2025")]),
        (
            "Latvia's spending on defence would top 4% of GDP in 2026 and 5% in 2027.",
            [("guideline", "LVA", ">4", "2026"), ("guideline", "LVA", ">5", "2027")],
        ),
    ],
)
def test_sums_and_bounds_lean_too(text: str, expected: list[Told], record: Record) -> None:
    assert shapes(text, record) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The former president spent $900bn on defence in 2024.",
        "Trump and Biden differ on defence. The former spent $900bn.",
        "America, Britain and Canada run ministries of defence. The latter spent £60bn in 2024.",
        "Each Pole of the magnet costs $700.",
        "The top 2% of Latvians earn well, and defence is paid by all.",
    ],
)
def test_a_sum_of_nobody_known_is_left(text: str, record: Record) -> None:
    assert shapes(text, record) == []


@pytest.mark.parametrize(
    ("text", "office", "whose", "period"),
    [
        (
            "The former Dutch premier Mark Rutte has led NATO since October 2024.",
            "secretary_general",
            "NATO",
            "2024-10",
        ),
        ("In Stockholm Pål Jonson was sworn in on Monday.", "defence_minister", "SWE", "2025-06-02"),
        (
            "Kaja Kallas started as the EU's foreign-policy chief yesterday.",
            "eu_high_representative",
            "EU",
            "2025-06-01",
        ),
    ],
)
def test_an_office_is_told_without_its_name(text: str, office: str, whose: str, period: str, record: Record) -> None:
    read_ = [one for one in read(document_of(text, on=ON), record).statements if one.measure == office]
    assert [(";".join(one.subject), one.period) for one in read_] == [(whose, period)]


@pytest.mark.parametrize(
    "text",
    [
        "The former Dutch premier Mark Rutte has led the delegation since October 2024.",
        "The former Dutch premier Mark Rutte has led a NATO band since October 2024.",
    ],
)
def test_who_leads_something_else_holds_no_office_by_it(text: str, record: Record) -> None:
    statements = read(document_of(text, on=ON), record).statements
    assert not [one for one in statements if one.measure == "secretary_general"]


def test_a_fall_takes_the_year_of_the_sentence_before_and_no_other(record: Record) -> None:
    fell = "Its outlays fell by 3% in real terms."
    on = date(2016, 6, 2)
    assert [one.period for one in told(f"Italy spent more on defence in 2015. {fell}", record, on)] == ["2015"]
    assert [one.period for one in told(f"Italy spent more in 2015 than in 2014. {fell}", record, on)] == [""]


def test_a_budget_short_of_a_line_has_not_fallen(record: Record) -> None:
    assert shapes("The minister left over a Lithuanian defence budget that fell short of 5.5 percent.", record) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Italy has doubled the share going to equipment, to 30 percent in 2024 from 15 percent in 2014.",
            [("equipment_share", "ITA", "=30", "2024"), ("equipment_share", "ITA", "=15", "2014")],
        ),
        ("America's share in all allied spending was close to 70.", [("share_of_total", "USA", "~70", "2024")]),
        (
            "The general wants 3.5% for hard defence and 1.5% for roads and bridges by 2035.",
            [("guideline", "NATO", "=3.5", "2035"), ("guideline", "NATO", "=1.5", "2035")],
        ),
        (
            "European allies and Canada spent 4.1 percent, or 12 billion dollars, more on defence in 2018 than before.",
            [("expenditure_growth", "EUR_CAN", "=4.1", "2018"), ("expenditure_change", "EUR_CAN", "=1.2e+10", "2018")],
        ),
        (
            "“We will spend 3 per cent of GDP on defence in 2027,” the Portuguese minister said.",
            [("guideline", "PRT", "=3", "2027")],
        ),
        ("The minister proposed that Portugal reach 2 per cent in 2027.", [("guideline", "PRT", ">=2", "2027")]),
    ],
)
def test_parts_and_plans_lean_too(text: str, expected: list[Told], record: Record) -> None:
    assert sorted(shapes(text, record)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The share of Italy's hospitals going to equipment suppliers rose to 30 percent.",
        "Germany's share of NATO spending is below its share in 70 other clubs.",
        "The alliance's biggest spender was late again.",
    ],
)
def test_a_part_of_something_else_is_left(text: str, record: Record) -> None:
    assert shapes(text, record) == []


def test_we_of_a_nameless_official_is_a_country_and_never_surely(record: Record) -> None:
    plan = "“We will spend 3 per cent of GDP on defence in 2027,” the Portuguese {who} said."
    assert [(one.subject, one.likely) for one in told(plan.format(who="minister"), record)] == [(("PRT",), True)]
    assert all(one.subject != ("PRT",) for one in told(plan.format(who="analyst"), record))


def test_whoever_is_excepted_stands_above(record: Record) -> None:
    places = [
        one.value.central
        for text in (
            "Denmark spends more per head on defence than any other nation in the alliance except the Americans.",
            "Denmark spends more per head on defence than any other nation in the alliance, except in wartime.",
        )
        for one in told(text, record)
        if one.measure == "rank" and one.value
    ]
    assert places == [2.0, 1.0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway spends 2.21% of GDP on defence, having languished at 1.74% in 2023.",
            [("share_of_gdp", "NOR", "=2.21", "2025"), ("share_of_gdp", "NOR", "=1.74", "2023")],
        ),
        (
            "Norway spends 2.21% of GDP on defence, while Spain spent 1.24% in 2023.",
            [("share_of_gdp", "NOR", "=2.21", "2025"), ("share_of_gdp", "ESP", "=1.24", "2023")],
        ),
        (
            "Norway spent 2.21% of GDP on defence, while Spain spent 1.24% in 2023.",
            [("share_of_gdp", "NOR", "=2.21", "2023"), ("share_of_gdp", "ESP", "=1.24", "2023")],
        ),
        (
            "Every ally in Scandinavia now meets the 2% target. Denmark got there with 2.01.",
            [("share_of_gdp", "DNK", "=2.01", "2025")],
        ),
        (
            "Not counting the United States, the alliance's members spent 1.71 percent in 2018; including it, 2.42.",
            [("share_of_gdp", "EUR_CAN", "=1.71", "2018"), ("share_of_gdp", "NATO", "=2.42", "2018")],
        ),
        (
            "Nine allies now meet the 2% target; three did when the pledge was signed in 2014.",
            [("allies_at_guideline", "NATO", "=9", "2025"), ("allies_at_guideline", "NATO", "=3", "2014")],
        ),
    ],
)
def test_each_figure_has_its_own_year_and_circle(text: str, expected: list[Told], record: Record) -> None:
    found = [shape for shape in shapes(text, record, date(2025, 12, 17)) if shape[0] != "guideline"]
    assert [shape for shape in found if not shape[0].startswith("fraction")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The allies must do more. We should be at five per cent, not two,” the president said.",
            [("guideline", "NATO", "=5", "")],
        ),
        (
            "Look at Poland, look at Latvia: they're going to 5% of GDP for defence.",
            [("guideline", "POL;LVA", "=5", "")],
        ),
        ("The Baltic trio spent 3.2 percent of GDP on defence in 2024.", [("share_of_gdp", "BALTIC", "=3.2", "2024")]),
        (
            "Portugal has gone from nought point nine per cent of GDP for defence in 2016 to one and a half this year.",
            [("share_of_gdp", "PRT", "=0.9", "2016"), ("share_of_gdp", "PRT", "=1.5", "2025")],
        ),
        (
            "Italy plans to spend 200 billion euros on its armed forces over the five years to 2030.",
            [("expenditure", "ITA", "=2e+11", "2026/2030")],
        ),
    ],
)
def test_more_than_one_is_meant(text: str, expected: list[Told], record: Record) -> None:
    assert shapes(text, record) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bank rates matter to allies. “They should be at 5%, not 6%,” he said.",
        "“Mortgage rates should be at 5%, not 2%,” the banker said of Poland.",
    ],
)
def test_another_line_in_place_of_another_is_left(text: str, record: Record) -> None:
    assert shapes(text, record) == []


@pytest.mark.parametrize(
    "text",
    [
        "Had Canada met the 2% pledge, its allies would be glad.",
        "Had Portugal met the guideline, NATO would have more ships.",
    ],
)
def test_nobody_has_met_what_is_only_imagined(text: str, record: Record) -> None:
    assert not [one for one in told(text, record) if one.measure == "share_of_gdp"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway, which spent 1.5% of GDP on defence when the pledge was signed, now spends 3.2%.",
            [("share_of_gdp", "NOR", "=1.5", "2014"), ("share_of_gdp", "NOR", "=3.2", "2025")],
        ),
        (
            "The Norwegians spent 2.2% of GDP on defence in 2024, when the war in Ukraine began to bite.",
            [("share_of_gdp", "NOR", "=2.2", "2024")],
        ),
        ("Last year Norway's neighbours spent 2.4% of GDP on defence.", []),
    ],
)
def test_a_time_told_by_a_happening_dates_its_own_figure(text: str, expected: list[Told], record: Record) -> None:
    assert shapes(text, record, date(2025, 12, 17)) == expected


def test_a_line_that_was_met_is_nobodys_plan(record: Record) -> None:
    met = "NATO said that Norway had met the 2% mark in 2025."
    assert [one for one in shapes(met, record) if one[0] == "guideline"] == [("guideline", "NATO", "=2", "")]
    will = "NATO says that Norway will meet the 2% mark in 2026."
    assert shapes(will, record) == [("guideline", "NOR", ">=2", "2026")]
