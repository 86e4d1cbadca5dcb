"""What news reports and fact checks tell beside a share: who praises whom, what is only judged, whose commitment is
missed, when it was said. Each kind stands beside a near miss."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from tests.reading.conftest import Read


def told(reading: Read, on: str, text: str) -> list[str]:
    """Every figure as `sure|likely kind owner measure value period`."""
    found = reading(text.replace("|", "\n\n"), date.fromisoformat(on)).statements
    return [
        f"{'likely' if one.likely else 'sure'} {one.kind.value} {';'.join(one.subject)} {one.measure}"
        f" {one.comparator}{one.value.central:g} {one.period}".strip()
        for one in found
        if one.value is not None and one.measure not in ("members", "rank", "exceptions")
    ]


ROWS = [
    # a clause about several gives nobody the first place
    ("2025-10-15", "Latvia is one of the NATO countries that spends the largest share of GDP on defence.", []),
    # whose share is praised
    (
        "2024-07-09",
        "U.S. Ambassador Anna Reed praised the Montenegrin authorities for allocating just over 2% of GDP to defence.",
        ["sure fact MNE share_of_gdp ~2 2024"],
    ),
    (
        "2024-07-09",
        "Poland, praised by its ally, is allocating 4.1% of GDP to defence.",
        ["sure fact POL share_of_gdp =4.1 2024"],
    ),
    # a level in front of a plan
    (
        "2025-02-19",
        "Denmark will reach three percent of GDP on defence, an increase from last year's 2.4 percent.",
        ["sure promise DNK guideline >=3", "sure fact DNK share_of_gdp =2.4 2024"],
    ),
    # `only` behind a modal
    (
        "2025-06-24",
        "The prime minister said that Spain would only commit to spending 2.1% of its GDP on defence.",
        ["sure promise ESP guideline =2.1"],
    ),
    (
        "2025-06-24",
        "Spain is the only big ally to spend just 1.3% of its GDP on defence.",
        ["sure fact ESP share_of_gdp =1.3 2024"],
    ),
    # a height that is only judged
    ("2023-02-17", "A defence budget of 2% of GDP is not realistic, Luxembourg's ministry said.", []),
    # a plan holds it
    (
        "2025-06-14",
        "The Dutch cabinet's decision includes 3.5% of GDP for core defence.",
        ["sure promise NLD guideline =3.5"],
    ),
    # failing to spend it
    ("2018-07-11", "Asked of readiness for the EU and the failure to spend more than 1 percent of GDP on defence.", []),
    # a part of all allied spending is no share of GDP
    (
        "2025-04-25",
        "Turkey speaks of the NATO guideline of 2 percent of GDP. Its share of total NATO defence expenditure "
        "fell from 2.4 percent in 2014 to 1.9 percent in 2024.",
        ["sure promise NATO guideline =2"],
    ),
    # the fifth for equipment: due a decade after the pledge, and asked with the share in front of it
    (
        "2017-03-14",
        "In 2014 NATO members pledged to spend 2 percent of GDP. They also agreed to spend at least 20 percent of "
        "their defence budgets on major equipment within a decade.",
        ["sure promise NATO guideline =2 2014", "sure promise NATO equipment_share >=20 2024"],
    ),
    (
        "2024-07-10",
        "NATO wants each member to spend at least 2% of GDP on defence, with at least 20% of military expenditure "
        "going towards new equipment.",
        ["sure promise NATO guideline >=2", "sure promise NATO equipment_share >=20"],
    ),
    # what is bought is a part of spending, and the threshold a line
    (
        "2024-06-18",
        "North Macedonia spends 2.2 percent of GDP on defence, with equipment procurement accounting for 29.3 percent "
        "of total defence spending, exceeding the NATO threshold of 20 percent.",
        [
            "sure fact MKD share_of_gdp =2.2 2024",
            "sure fact MKD equipment_share =29.3 2024",
            "sure promise NATO equipment_share =20",
        ],
    ),
    # NATO's own purse
    (
        "2022-12-15",
        "NATO has set a military budget of nearly €2 billion for 2023, a 25 percent increase over 2022.",
        [],
    ),
    (
        "2022-12-15",
        "Poland has set a military budget of nearly €20 billion for 2022, a 25 percent increase over 2021.",
        ["sure fact POL expenditure ~2e+10 2022", "sure fact POL expenditure_growth =25 2022"],
    ),
    # a sum that is only pointed at
    (
        "2025-02-25",
        "Asked about the £13.4 billion figure, the British government said defence spending would rise.",
        [],
    ),
    # what lasts is told of the goal, and not of those who met it
    (
        "2018-03-15",
        "Only Greece, Estonia and the U.K. hit the target of spending 2 percent of GDP – a goal continuously pushed by "
        "others.",
        ["sure fact GRC;EST;GBR share_of_gdp >=2 2017"],
    ),
    (
        "2018-03-15",
        "Greece, Estonia and the U.K. have continuously hit the target of spending 2 percent of GDP.",
        ["sure fact GRC;EST;GBR share_of_gdp >=2 2016/2017"],
    ),
    # nobody meets what all only commit to
    (
        "2025-06-25",
        "The agreement saw all 32 NATO member states commit to spending 3.5% of their GDP on defence.",
        ["sure promise NATO guideline =3.5"],
    ),
    # a debate on this year's budget dates no share
    (
        "2025-06-20",
        "Belgium expects to raise defence spending to 5% of GDP, as announced during a debate on this year's budget.",
        ["sure promise BEL guideline =5"],
    ),
    (
        "2025-06-20",
        "Belgium expects to raise defence spending to 2% of GDP with this year's budget.",
        ["sure promise BEL guideline =2 2025"],
    ),
    # the year of what follows an occasion
    (
        "2019-12-04",
        "After NATO members agreed to spend 2% of GDP on defence, Croatia is expected to commit to that goal by 2024.",
        ["sure promise NATO guideline =2"],
    ),
]


@pytest.mark.parametrize(("on", "text", "expected"), ROWS, ids=lambda value: str(value)[:60])
def test_what_is_told_beside_a_share(on: str, text: str, expected: list[str], reading: Read) -> None:
    assert sorted(told(reading, on, text)) == sorted(expected)


COUNTS = [
    (
        "2017-02-17",
        "On Wednesday James Mattis noted that only five members fully meet commitments to spend 2 percent of GDP.",
        "sure 5 2016",
    ),
    (
        "2023-07-07",
        "European allies spent 5.9% more in 2017.|In March, Stoltenberg said that only seven NATO members had met the "
        "2 percent threshold.",
        "likely 7 2023",
    ),
    (
        "2023-07-07",
        "European allies spent 5.9% more in 2017.|Only seven NATO members had met the 2 percent threshold.",
        "sure 7 2017",
    ),
    (
        "2025-05-16",
        "This is a target that 23 allies have already achieved, and that all others have announced they will achieve "
        "by the end of the year. The target of 2% of GDP was set in 2014.",
        "sure 23 2024",
    ),
    (
        "2017-03-14",
        "But only five allies – Estonia, Greece, Poland, the United Kingdom and the United States — met or exceeded "
        "NATO's 2 percent goal in 2016.",
        "sure 5 2016",
    ),
    (
        "2024-02-17",
        "Eighteen of the US-led military alliance's 31 members meet the 2% spending target.",
        "likely 18 2023",
    ),
    (
        "2024-02-17",
        "Only 11 of the transatlantic defence bloc's 31 members met the 2% target in 2023.",
        "likely 11 2023",
    ),
    (
        "2018-07-12",
        "Only six of the 29 members – Britain, Greece, Romania, Estonia, Latvia and Lithuania – are presently meeting "
        "NATO's target of 2% of GDP.",
        "sure 6 2018",
    ),
    (
        "2017-06-06",
        "Montenegro spent 1.6% of GDP on defence in 2015. Looking at NATO, 23 of its members don't meet the 2% target.",
        "sure 23 2016",
    ),
    (
        "2017-06-06",
        "Montenegro spent 1.6% of GDP on defence in 2015. Looking at NATO, 23 of its members missed the 2% target.",
        "sure 23 2015",
    ),
]


@pytest.mark.parametrize(("on", "text", "expected"), COUNTS, ids=lambda value: str(value)[:60])
def test_when_a_count_is_of(on: str, text: str, expected: str, reading: Read) -> None:
    found = reading(text.replace("|", "\n\n"), date.fromisoformat(on)).statements
    counts = [one for one in found if one.measure == "allies_at_guideline" and one.value is not None]
    assert [
        f"{'likely' if one.likely else 'sure'} {one.value.central:g} {one.period}" for one in counts if one.value
    ] == [expected]


FIRMNESS = [
    ("Sweden intends to spend 5% of GDP on defence, in line with Donald Trump's demands.", "pledge"),
    ("Donald Trump demands that Sweden spend 5% of GDP on defence.", "demand"),
    ("Donald Trump demanded that NATO allies spend 5% of GDP, threatening to leave if they do not.", "demand"),
    ("Donald Trump suggested that NATO allies might spend 5% of GDP if he asked.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "expected"), FIRMNESS)
def test_how_firmly_it_is_said(text: str, expected: str, reading: Read) -> None:
    found = [one for one in reading(text, date(2025, 6, 13)).statements if one.measure == "guideline"]
    assert [one.modality.value for one in found] == [expected]


SPEAKERS = [
    ("Sweden and the Netherlands said that they intend to spend 5% of GDP on defence.", "Sweden and Netherlands"),
    ("Poland beat Spain and Italy said it would spend 2% of GDP on defence.", "Italy"),
    ("Germany has pledged to spend 2% of GDP on defence as per NATO requirements.", ""),
    ("Germany has pledged to spend 2% of GDP on defence as per NATO.", "NATO"),
    ("Pedro Sánchez wrote to Mark Rutte on Thursday saying that Spain would spend 2.1% of GDP.", "Pedro Sánchez"),
    ("Pedro Sánchez met Mark Rutte, who said that Spain would spend 2.1% of GDP on defence.", "Mark Rutte"),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_says_it(text: str, expected: str, reading: Read) -> None:
    found = [one for one in reading(text, date(2025, 6, 13)).statements if one.measure == "guideline"]
    assert [one.speaker.name for one in found] == [expected]


def test_a_first_place_that_a_plan_would_make_is_not_told(record: bs.Record) -> None:
    for text, expected in (
        ("The plan would make Estonia the top spender in NATO as a share of GDP.", []),
        ("The decision makes Estonia the top spender in NATO as a share of GDP.", [True]),
        ("Estonia is the top spender in NATO as a share of GDP.", [False]),
    ):
        found = bs.read(text, on=date(2025, 1, 17), record=record).statements
        assert [one.likely for one in found if one.measure == "rank"] == expected
