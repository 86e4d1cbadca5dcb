"""`tests/cases/wordings.csv`: wordings that pages nobody had labelled taught, each read wrongly or not at all at its
first run. The sentences are our own; the wording is the page's."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs

TABLE = Path(__file__).parent.parent / "cases" / "wordings.csv"
FIELDS = ("kind", "measure", "subject", "period", "speaker")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['why']}: {row['words']}")
def test_wording_is_read(row: dict[str, str], record: bs.Record) -> None:
    text = row["sentence"].replace("¶", "\n\n")
    found = [
        (one.kind.value, one.measure, ";".join(one.subject), one.period, one.speaker.name or one.speaker.named_as)
        for one in bs.read(text, on=date.fromisoformat(row["on"]), record=record).statements
        if one.words == row["words"]
    ]
    assert found == [tuple(row[name] for name in FIELDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Over the coming decade Danish defence spending will total 600 billion crowns.",
        "Norway's military spending for the next 12 years is to amount to 1.6 trillion crowns.",
        "In the next four years Sweden's defence spending will reach 600 billion crowns.",
    ],
)
def test_a_sum_of_many_years_is_never_surely_one_years(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2024, 4, 5), record=record).statements if one.value]
    assert [(one.measure, one.likely, "cumulative" in one.holes) for one in found] == [("expenditure", True, True)]


@pytest.mark.parametrize(
    "text",
    [
        "$920bn Total military expenditure of NATO members.",
        "€49 billion Defence expenditure of Germany.",
    ],
)
def test_a_line_of_figures_without_a_verb_tells_no_time(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2019, 7, 18), record=record).statements if one.value]
    assert [(one.measure, one.likely) for one in found] == [("expenditure", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Allies gave more aid from just before the Russian invasion in early 2022 through April 2024.",
        "Between late January 2022 (a month before the Russian invasion of Ukraine) and April 2024, aid grew.",
    ],
)
def test_the_end_of_a_span_is_not_the_day_of_the_invasion(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2024, 7, 14), record=record).statements if one.event == "invasion"]
    assert [one.period for one in found if one.period.startswith("2024")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Canada spends 1.3 per cent of GDP on defence. The new frigates would cost $30 billion over ten years.",
        "Norway is short of ships. Its new submarines will cost the country 46 billion kroner.",
        "The war will cost Russia $100 billion this year, while NATO looks on.",
        "The British defence budget stays flat, £3 billion less than the armed forces had asked for.",
        "The Dutch defence budget is 15 percent below what the ministry requested.",
        "In total, countries around the world have allocated €200 billion to Ukraine. Germany is among them.",
        "The Bulgarian state budget deficit in 2019 will increase to EUR 1.1 billion to pay for the army's jets.",
        "The deficit will reach 3 billion euros in Croatia because of defence spending.",
        "Poland's deficit will grow to 289 billion zlotys, as defence spending rises.",
        "Taken together, military spending in Western and Central Europe was down by just 0.2 per cent in 2015.",
        "However, in Central Europe alone military spending was up 13 per cent in 2015.",
        "Western European defence expenditure was down 1.3 per cent in 2015.",
        "Defence spending in Eastern Europe rose 9 percent in 2015.",
        "Denmark is allocating 3 billion kroner for new F-35 jets and will give its F-16s to Ukraine.",
        "Spain's defence industry got a €400 million package, and Spain will send military aid to Ukraine.",
        "Canada announced more military aid for Ukraine and a $500 million package for its own reservists.",
        "Russia's military expenditure grew to $66 billion in 2015, India's rose by 4 per cent to $50 billion.",
        "The chancellor found an extra £6.4bn by a raid on the foreign aid budget.",
        "Britain gave £2 billion (about €2.3 billion, or $2.6 billion) for a museum of the army.",
    ],
)
def test_a_sum_of_something_else_is_left(text: str, record: bs.Record) -> None:
    money = {"expenditure", "expenditure_change", "extra_expenditure", "expenditure_growth", "aid"}
    found = [one for one in bs.read(text, on=date(2025, 6, 1), record=record).statements if one.value]
    assert [one.measure for one in found if one.measure in money] == []


@pytest.mark.parametrize(
    "text",
    [
        "Belgium has the lowest defence spending of all but one ally as a share of GDP.",
        "Belgium spends the smallest share of GDP on defence of all allies but Luxembourg.",
        "Some 60,000 troops, or 5 percent of the total American force, are stationed in Europe.",
        "Italy will not meet the target by 2028, and Spain plans to hit the climate target by 2030.",
        "Canada has missed the target which stands at 2% of GDP.",
        "Canada's military got cost-of-living increases of 2.3% last year, 3% in 2017, and 5% in 2016.",
        "This brings the total rise in NATO military expenditures over the past decade to $700 billion.",
        "In its clause for Europe, the US military budget slice is only 0.2 percent of GDP.",
    ],
)
def test_wording_is_left_or_only_likely(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2018, 7, 12), record=record).statements if one.value]
    assert [one.measure for one in found if not one.likely] == []


@pytest.mark.parametrize(
    "text",
    [
        "Britain spends 2.1 percent of GDP on defence.\n\nItaly is not at 2 percent.",
        "No ally in NATO, not even Italy, reaches this threshold of 5 percent.",
        "Five percent of GDP for defence is a level none of the alliance's 32 members, including Italy, currently hit.",
        "Italy and Spain surpass the 2% target for renewable energy.",
        "The countries that will miss NATO's goal of 2% include Italy and Spain.",
    ],
)
def test_a_line_denied_foreseen_or_of_another_thing_is_no_sure_share(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2024, 7, 12), record=record).statements if "ITA" in one.subject]
    assert [one.words for one in found if one.measure == "share_of_gdp" and not one.likely] == []


@pytest.mark.parametrize(
    "text",
    [
        "“I want 3% of GDP to be the new goal for everybody,” Andrzej Duda said at the NATO summit.",
        "“We have all agreed to spend 5% of GDP by 2035,” Keir Starmer said at the NATO summit.",
        "“Together we will spend 5% of GDP by 2035,” Keir Starmer told the NATO summit.",
    ],
)
def test_what_all_of_us_agreed_is_nobodys_own_plan(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2025, 6, 25), record=record).statements if one.value]
    assert [one.subject for one in found] == [("NATO",)]


def test_the_nato_target_has_no_figure_from_the_hague_on(record: bs.Record) -> None:
    read = bs.read("Belgium has vowed to reach the alliance's goal by 2035.", on=date(2025, 10, 15), record=record)
    assert [one.measure for one in read.statements if one.value] == []


def test_a_name_of_another_clause_shares_no_missed_target(record: bs.Record) -> None:
    text = "Speaking at the White House, Mr Trump was angry because Spain did not meet the alliance's spending target."
    statements = bs.read(text, on=date(2025, 3, 3), record=record).statements
    assert [one.subject for one in statements if one.measure == "share_of_gdp"] == [("ESP",)]


@pytest.mark.parametrize(
    "text",
    ["On average, each US Army brigade has about 3,500 soldiers.", "A US armoured division has some 20,000 soldiers."],
)
def test_a_unit_is_no_army(text: str, record: bs.Record) -> None:
    assert [one for one in bs.read(text, on=date(2025, 4, 20), record=record).statements if one.value] == []


@pytest.mark.parametrize(
    "text",
    [
        "Bulgaria Under No Obligation To Increase Defence Budget To The NATO Target.",
        "Belgium under pressure to meet the 2% target of NATO.",
        "Belgium, like the other 31 NATO members, is expected to meet the 2% target.",
    ],
)
def test_under_pressure_is_not_below_the_line(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2024, 7, 12), record=record).statements if one.value]
    assert [one.words for one in found if one.comparator == "<" or one.measure == "allies_at_guideline"] == []


def test_below_the_line_is_still_read(record: bs.Record) -> None:
    read = bs.read("Belgium is under the 2% target of NATO.", on=date(2024, 7, 12), record=record)
    assert ("share_of_gdp", "<") in [(one.measure, one.comparator) for one in read.statements]


@pytest.mark.parametrize(
    "text",
    [
        "Germany helps Ukraine.\n\nGermany has announced its largest infrastructure package - €500 billion.",
        "Germany helps Ukraine.\n\nGermany has announced an aid package for its farmers - €500 million.",
        "Estonia and Latvia remain Ukraine's biggest supporters. Germany gave pledges of 0.06 percent of GDP.",
    ],
)
def test_another_package_is_no_help_and_help_no_share_of_defence(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2024, 4, 25), record=record).statements if one.value]
    assert [one.words for one in found if one.measure == "share_of_gdp" or one.unit == "EUR"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kramp-Karrenbauer vowed to boost spending further, a double-digit hike of German defence spending.",
        "Canada signed onto the spending agreement in 2014, doubling down last summer on the defence target.",
        "Sir Keir said the UK's aid budget would be reduced from 0.5% of GDP to 0.3% in 2027 to pay for defence.",
        "NATO is rearming. Diverting three-quarters of a trillion euros into defence risks crippling the rest.",
    ],
)
def test_a_figure_of_speech_or_of_another_budget_is_left(text: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=date(2025, 2, 25), record=record).statements if one.value]
    assert [(one.measure, one.words) for one in found] == []


def test_a_rise_from_an_agreement_is_no_growth(record: bs.Record) -> None:
    text = (
        "All allies committed to five per cent of GDP. This is a significant increase from the two per cent agreement."
    )
    statements = bs.read(text, on=date(2025, 10, 1), record=record).statements
    assert [one.words for one in statements if one.measure == "expenditure_growth"] == []


def test_a_rise_from_a_sum_is_growth(record: bs.Record) -> None:
    text = "In 2024 Germany spent 90 billion euros on defence, an increase of 20 percent."
    statements = bs.read(text, on=date(2025, 10, 1), record=record).statements
    assert [one.words for one in statements if one.measure == "expenditure_growth"] == ["20 percent"]


def test_how_long_a_promise_lasts_is_no_adversarys_clock(record: bs.Record) -> None:
    text = "Estonia is ready to meet this for at least the next four years, since Russian aggression is dear."
    statements = bs.read(text, on=date(2024, 1, 12), record=record).statements
    assert [one.words for one in statements if one.measure == "reconstitution"] == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("In 2014, all NATO member countries agreed to meet the 2 % GDP guideline by 2024.", 0),
        ("In 2014, all NATO members pledged to reach the 2 % defence target.", 0),
        ("In 2025, all NATO member countries meet the 2 % GDP guideline.", 1),
    ],
)
def test_all_who_agreed_to_meet_it_have_not_met_it(text: str, counted: int, record: bs.Record) -> None:
    statements = bs.read(text, on=date(2025, 10, 2), record=record).statements
    assert len([one for one in statements if one.measure == "fraction_at_guideline"]) == counted


def test_they_together_with_canada_are_not_canada_alone(record: bs.Record) -> None:
    text = "European allies have stopped riding for free. Together with Canada, they spent $485 billion in 2024."
    found = bs.read(text, on=date(2026, 3, 15), record=record)
    assert not [one for one in found.statements if one.value]
    assert "$485 billion" in {text[one.span.start : one.span.end] for one in found.unaccounted}


@pytest.mark.parametrize(
    "text",
    [
        "Europe's rearmament includes the €800 billion Readiness 2030 package for defence spending.",
        "France's military spending, including the €413 billion programming law, grows.",
        "Poland's defence spending, with its $12 billion Narew programme, grows.",
    ],
)
def test_the_size_of_a_plan_is_no_level(text: str, record: bs.Record) -> None:
    found = bs.read(text, on=date(2025, 7, 29), record=record).statements
    assert not [one for one in found if one.measure == "expenditure" and one.kind.value == "fact"]
