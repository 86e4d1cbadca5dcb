"""Every form of items, requirements and the back-test: schemas, tables, text, page."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.industry.csv import COLUMNS
from burdenshare.report.industry.listing import checked, list_shape
from burdenshare.report.industry.shape import schema
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import MetDraws
from burdenshare.road.industry.result import QUANTITIES

DAY = date(2026, 8, 22)


@pytest.fixture(scope="module")
def ordered(record: Record) -> bs.IndustryReport:
    """A scenario with draws, an item that cannot be computed among its buys."""
    return bs.industry(scenario="without-the-us", on=DAY, draws=40, record=record)


@pytest.fixture(scope="module")
def fed(record: Record) -> bs.IndustryReport:
    """One item fed by a road."""
    return bs.industry("155mm", scenario="hague-equipment", on=DAY, draws=40, record=record)


def valid(name: str, shape: object) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(shape)


def test_every_json_satisfies_its_schema(record: Record, ordered: bs.IndustryReport, fed: bs.IndustryReport) -> None:
    for name in ("industry", "items", "requirements", "backtest"):
        jsonschema.Draft202012Validator.check_schema(schema(name))
    valid("industry", ordered.to_dict())
    valid("industry", fed.to_dict())
    valid("industry", bs.industry(["mistral", "k2"], on=DAY, draws=0, record=record).to_dict())
    valid("items", list_shape(DAY, record))
    for scenario in ("without-the-us", "as-it-stands"):
        valid("requirements", bs.requirements(scenario=scenario, on=DAY, draws=20, record=record).to_dict())
    for draws in (0, 50):
        valid("backtest", bs.industry_backtest(draws=draws, record=record).to_dict())


def test_every_row_in_json_shows_its_source_and_grade(ordered: bs.IndustryReport) -> None:
    rows = [row for one in ordered.to_dict()["items"] for maker in one["makers"] for row in maker["rows"]]
    assert rows and all(row["source"] and row["grade"] in ("official", "press", "secondary") for row in rows)
    assert {row["use"] for row in rows} == {"level", "plan", "queue", "shown"}
    assert all(row["reason"] for row in rows if row["use"] == "shown")


def test_books_of_the_json_hold(ordered: bs.IndustryReport) -> None:
    for one in ordered.to_dict()["items"]:
        book = one["ledger"]
        left = book["delivered"] + book["waits"] + book["withdrawn"]
        assert book["waited"] + book["ordered"] == pytest.approx(left, rel=1e-6)


def test_csv_has_a_row_an_item_quantity_and_month(fed: bs.IndustryReport) -> None:
    rows = list(csv.DictReader(io.StringIO(fed.to_csv())))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(QUANTITIES) * fed.industry.months.count
    assert fed.to_polars().height == len(rows)


def test_text_tells_the_answer_first_and_fits(ordered: bs.IndustryReport, fed: bs.IndustryReport) -> None:
    for one, width in ((ordered, 80), (fed, 100)):
        text = one.to_text(width=width)
        long = [line for line in text.splitlines() if len(line) > width and "://" not in line]
        assert long == []
    told = " ".join(fed.to_text().split())
    for words in (
        "155 mm artillery shells:",
        "equipment money of",
        "What is bought in Europe",
        "Assumptions:",
        "books",
    ):
        assert words in told
    assert "Not enough in the record" in ordered.to_text()


def test_every_row_is_told_where_all_is_asked_for(fed: bs.IndustryReport) -> None:
    wide = 1000  # no row is broken over lines
    whole, short = fed.to_text(width=wide, assumptions=True), fed.to_text(width=wide)
    rows = [row for line in fed.industry.items["155mm"].facts.lines for row in line.rows]
    assert len(re.findall(r"^    · ", whole, re.MULTILINE)) == len(rows)
    assert len(re.findall(r"^    · ", short, re.MULTILINE)) == sum(row.use != "shown" for row in rows)


def test_page_is_whole_without_script_and_shows_rows_with_source_and_grade(
    ordered: bs.IndustryReport, fed: bs.IndustryReport
) -> None:
    for one in (ordered, fed):
        page = one.to_html()
        assert page.rstrip().endswith("</html>") and "<script" not in page and "http-equiv" in page
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert page.count('<svg class="plot fan wide"') == page.count('<svg class="plot fan narrow"') > 0
    page = fed.to_html()
    assert 'rel="noreferrer">press</a>' in page and 'rel="noreferrer">secondary</a>' in page


def test_words_of_a_scenario_are_escaped(record: Record) -> None:
    from burdenshare.road.industry.model import Buy, Plant

    plant = Plant("x", "<b>mine</b>", (Buy("caesar", reference="<i>why</i>"),))
    page = bs.industry(scenario=plant, on=DAY, draws=0, record=record).to_html()
    assert "<b>mine" not in page and "<i>why" not in page


def test_requirements_tell_gaps_and_reasons(record: Record) -> None:
    text = " ".join(bs.requirements(on=DAY, draws=40, record=record).to_text().split())
    for words in ("1,000,000 rounds more than now", "49 brigades more than before", "people are not made by industry"):
        assert words in text
    assert "7 rows of the record" in text


def test_a_requirement_stands_beside_the_clock_by_its_name(record: Record) -> None:
    made = bs.clock(on=DAY, requirements=["artillery"], record=record)
    (curve,) = made.clock.requirements
    assert curve.title == "artillery pieces" and curve.draws == 2000
    (handed,) = [one for one in bs.requirements(on=DAY, record=record).met if one.requirement == "artillery"]
    assert isinstance(handed, bs.MetDraws)
    assert bs.clock(on=DAY, requirements=[handed], record=record).clock.requirements == (curve,)
    with pytest.raises(bs.NotHeldError, match="not enough in the record"):
        bs.clock(on=DAY, requirements=["tanks"], record=record)
    with pytest.raises(bs.NotHeldError, match="had not been required"):
        bs.clock(on=date(2024, 12, 1), requirements=["shells"], record=record)
    with pytest.raises(bs.UnknownNameError, match="unknown requirement"):
        bs.clock(on=DAY, requirements=["moons"], record=record)


def test_back_test_prints_its_errors(record: Record) -> None:
    text = bs.industry_backtest(draws=500, record=record).to_text()
    assert "error −30 %" in text and " -" not in text and "error +108 %" in text and "40,000 came" in text


def test_list_counts_rows_and_says_what_is_missing(record: Record) -> None:
    found = {one["id"]: one for one in list_shape(DAY, record)["items"]}
    assert set(found) == set(items())
    assert found["155mm"]["rows"] == 9 and found["leopard-2"]["lacks"]


def test_scenarios_are_checked_for_people(tmp_path: pytest.TempPathFactory) -> None:
    faults, fine = checked("hague-equipment")
    assert faults == [] and "2 % of the equipment money on 155mm" in fine
    faults, fine = checked("without-the-us")
    assert "Leopard 2A8): not enough in the record" in fine


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"units": "many"}, "'many' is no number"),
        ({"units": "9-3"}, "from 9 to 3; give the smaller number first"),
        ({"units": "-5"}, "units: '-5' is below nothing; write a number above 0, such as 1,000,000"),
        ({"units": "0"}, "units: '0' is nothing, or may be; write a number above 0"),
        ({"units": "1,5"}, "'1,5' is no number"),
        (
            {"units": "3", "price": "EUR -4k"},
            "price: 'EUR -4k' is below nothing; write a sum above 0: EUR 4000, EUR 400k",
        ),
        ({"units": "3", "price": "dear"}, "price: 'dear' is no number; write a sum above 0"),
        ({"money": "much"}, "money: 'much' is no number; write a sum above 0: EUR 5bn"),
        ({"units": "EUR 5"}, "is a sum of money"),
        ({"money": "GBP 3bn"}, "no prices of GBP"),
        ({"units": "3", "money": "3bn"}, "units and money"),
        ({"price": "3"}, "none is given"),
        ({"scenario": "hague-equipment", "units": "3"}, "a scenario and an order"),
        ({"draws": -1}, "-1 draws"),
        ({"reach": [-1.0]}, "above 0"),
    ],
)
def test_what_cannot_be_asked_is_refused(record: Record, asked: dict[str, object], told: str) -> None:
    with pytest.raises(bs.InputError, match=told):
        bs.industry("155mm", on=DAY, record=record, **asked)  # type: ignore[arg-type]


def test_the_price_of_one_is_what_is_drawn_and_no_factor_of_the_middles(record: Record) -> None:
    drawn = " ".join(bs.industry("155mm", units=1000, on=DAY, draws=40, record=record).to_text().split())
    assert "one costs, as told, USD 5,355 (lowest 2,434, highest 9,736); that is drawn and rises: no factor" in drawn
    central = " ".join(bs.industry("155mm", units=1000, on=DAY, draws=0, record=record).to_text().split())
    assert "highest 9,736), and rises" in central and "no factor" not in central
    firm = bs.industry("155mm", units=1000, price="EUR 4000", on=DAY, draws=40, record=record).to_text(width=400)
    assert "one costs, as told, USD" in firm and ", and rises" in firm and "(lowest" not in firm


def test_numbers_are_read_as_people_type_them() -> None:
    from burdenshare.report.industry.asked import amount_of

    assert amount_of("EUR 5bn", "x")[1].central == 5e9 and amount_of("EUR 5bn", "x")[0] == "EUR"
    assert amount_of("4,000 to 8,000 usd", "x")[1].high == 8000
    assert amount_of("5m-8m", "x")[1].low == 5e6
    assert amount_of("EUR 400k", "price")[1].central == 4e5 and amount_of("3 thousand", "units")[1].low == 3000
    assert amount_of("$5bn", "x") == amount_of("5bn USD", "x") and amount_of("€4000-8000", "x")[0] == "EUR"
    for strange in ("٢٠٢٤", "9" * 20, "1e5", "-5", "EUR", "5 5", "USD 5 EUR"):
        with pytest.raises(InputError):
            amount_of(strange, "x")


def test_no_form_draws_a_verdict_from_rows_below_press_alone(record: Record) -> None:
    made = bs.requirements(on=DAY, draws=40, record=record)
    weak = {one.requirement: one for one in made.met if isinstance(one, MetDraws) and one.weak}
    assert set(weak) == {"shells", "artillery"}
    shown = {one["id"]: one["verdict"] for one in made.to_dict()["requirements"] if one["met"]}
    assert {id_ for id_, verdict in shown.items() if not verdict} == set(weak)
    text = " ".join(made.to_text(width=400).split())
    assert all(f"○ {one.title}" in text and f"● {one.title}" not in text for one in weak.values())
    assert made.to_html().count('class="no-verdict"') == len(weak)


def test_the_clock_says_what_is_no_verdict_and_which_orders_it_supposes(record: Record) -> None:
    made = bs.clock(on=DAY, requirements=["shells", "aircraft"], record=record)
    shells, aircraft = made.to_dict()["requirements"]
    assert not shells["verdict"] and aircraft["verdict"] and shells["weak"] == ["what is required"]
    orders = "Europe orders what it lacks without the United States"
    assert shells["orders"] == aircraft["orders"] == orders
    text = " ".join(made.to_text(width=120).split())
    assert "○ 155 mm shells" in text and text.count(orders) == 2 and text.count("no verdict") == 1
    assert orders in made.to_html() and "no verdict" in made.to_html()
