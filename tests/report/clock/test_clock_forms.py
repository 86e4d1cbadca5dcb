"""The forms of the clock: each holds every statement, says what it is not, and agrees with the others."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import StringIO
from xml.etree import ElementTree

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.clock.csv import COLUMNS
from burdenshare.report.clock.door import ClockReport, clock
from burdenshare.report.clock.page import headline_year
from burdenshare.report.clock.plane import NARROW, WIDE, Frame
from burdenshare.report.clock.plot import curve_plot, met_plot
from burdenshare.report.clock.shape import clock_schema
from burdenshare.report.clock.telling import (
    NOT_SAID,
    TITLES,
    curve_words,
    month_of,
    said_words,
    span_words,
    weight_words,
    when,
)
from burdenshare.report.explaining_terminal import plain_tree
from burdenshare.road.clock.model import Feared
from burdenshare.road.clock.result import Place
from burdenshare.road.clock.spans import Span

valid = jsonschema.Draft202012Validator(clock_schema()).validate
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=["plain", "whole"])
def made(request: pytest.FixtureRequest) -> ClockReport:
    found: ClockReport = request.getfixturevalue(request.param)
    return found


def test_json_satisfies_its_schema_and_holds_every_statement(made: ClockReport) -> None:
    shape = json.loads(made.to_json())
    valid(shape)
    assert shape["told"] == NOT_SAID
    assert [one["key"] for one in shape["statements"]] == [one.statement.key for one in made.clock.statements]
    assert all(one["source"] for one in shape["statements"])


def test_every_share_of_the_json_can_be_worked_out_from_its_statements(made: ClockReport) -> None:
    shape = json.loads(made.to_json())
    held = {one["key"]: one for one in shape["statements"]}
    for curve in shape["curves"]:
        drawn = [held[key] for key in curve["statements"]]
        whole = sum(one["weight"] for one in drawn)
        for at, share in enumerate(curve["share"]):
            assert share == pytest.approx(sum(one["weight"] * one["before"][at] for one in drawn) / whole, abs=1e-5)
        for one in drawn:
            product = 1.0
            for factor in one["factors"].values():
                product *= factor["value"]
            assert one["weight"] == pytest.approx(product / one["sharing"], abs=1e-5)


def test_the_long_table_tells_the_same(made: ClockReport) -> None:
    rows = list(csv.DictReader(StringIO(made.to_csv())))
    assert tuple(rows[0]) == COLUMNS
    for curve in made.clock.curves:
        shares = [float(row["share"]) for row in rows if row["kind"] == "curve" and row["key"] == curve.feared.value]
        assert shares == pytest.approx(curve.share, abs=1e-5)
    assert {row["key"] for row in rows if row["kind"] == "statement"} == {
        one.statement.key for one in made.clock.statements
    }
    frame = made.to_polars()
    assert frame.columns == list(COLUMNS) and len(frame) == len(rows)


def test_a_requirement_beyond_its_horizon_is_empty_in_every_form(whole: ClockReport) -> None:
    (met,) = whole.clock.requirements
    assert met.chance[-1] is None and met.chance[0] is not None
    rows = [row for row in csv.DictReader(StringIO(whole.to_csv())) if row["kind"] == "requirement"]
    assert rows[-1]["share"] == ""
    assert json.loads(whole.to_json())["requirements"][0]["chance"][-1] is None
    assert "<155 mm> shells" in whole.to_text() and "–" in whole.to_text()


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_the_terminal_tells_every_statement_and_keeps_its_width(made: ClockReport, width: int) -> None:
    text = made.to_text(width=width)
    assert all(len(line) <= width for line in text.splitlines() if "://" not in line)
    flat = re.sub(r"\s+", " ", text)
    assert NOT_SAID in flat
    for one in made.clock.statements:
        assert f"[{one.statement.key}]" in flat, one.statement.key


def test_no_form_speaks_of_the_probability_of_an_attack(made: ClockReport) -> None:
    for form in (made.to_text(), made.to_html(), made.to_svg(), made.to_json()):
        assert NOT_SAID in re.sub(r"\s+", " ", form)
        assert not re.search(r"probability of (?:an |the )?(?:attack|war)|likelihood of", form, re.I)


def test_the_page_is_whole_escaped_and_names_every_page(made: ClockReport) -> None:
    page = made.to_html()
    assert page.rstrip().endswith("</html>") and "<script" not in page
    for one in made.clock.statements:
        assert f'id="{one.statement.key}"' in page
        assert one.statement.said.source.replace("&", "&amp;") in page
    if made.clock.requirements:
        assert "&lt;155 mm&gt; shells" in page and "<155" not in page


def test_ids_of_the_page_are_its_own(made: ClockReport) -> None:
    ids = re.findall(r'\bid="([^"]+)"', made.to_html())
    assert len(ids) == len(set(ids))


def test_the_picture_draws_a_line_for_every_statement_and_says_it_in_words(made: ClockReport) -> None:
    root = ElementTree.fromstring(made.to_svg())
    lines = [one for one in root.iter(f"{SVG}line") if (one.get("class") or "").startswith("span")]
    drawn = [one for one in made.clock.statements if one.place is Place.DRAWN]
    assert len(lines) == len(drawn)
    told = root.find(f"{SVG}desc")
    assert told is not None and told.text is not None
    words = " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    for one in drawn:
        assert said_words(one.statement) in told.text and when(one.statement.said.stated_on) in words
    height = float(root.get("height") or 0)
    places = [float(one.get("y1") or 0) for one in lines]
    assert max(places) < height


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_the_lines_lie_within_the_frame_and_show_their_weight(plain: ClockReport, frame: Frame) -> None:
    curve = plain.curve("attack_on_ally")
    root = ElementTree.fromstring(str(curve_plot(plain.clock, curve, frame)))
    widths = []
    for line in root.iter("line"):
        if (line.get("class") or "").startswith("span"):
            first, last = (float(line.get(end) or 0) for end in ("x1", "x2"))
            assert frame.left <= first < last <= frame.width - frame.right + 3
            widths.append(float(line.get("stroke-width") or 0))
    weights = [one.weight for one in curve.drawn]
    assert sorted(range(len(widths)), key=lambda at: (widths[at], at)) == sorted(
        range(len(weights)), key=lambda at: (weights[at], at)
    )


def test_what_is_told_on_a_condition_is_a_broken_line(whole: ClockReport) -> None:
    root = ElementTree.fromstring(whole.to_svg())
    broken = [one for one in root.iter(f"{SVG}line") if one.get("class") == "span on-condition"]
    drawn = [one for one in whole.clock.statements if one.place is Place.DRAWN and one.statement.condition]
    assert len(broken) == len(drawn) > 0


def test_a_requirement_has_a_picture_of_its_own(whole: ClockReport) -> None:
    drawn = str(met_plot(whole.clock, whole.clock.requirements[0]))
    assert "stair met" in drawn and "&lt;155 mm&gt;" in drawn


def test_a_curve_opens_down_to_the_page_of_each_statement(plain: ClockReport) -> None:
    tree = plain.derivation("attack_on_ally", 2029)
    assert tree.value == pytest.approx(plain.curve("attack_on_ally").share[plain.clock.years.index(2029)])
    weights = [one.inputs[0].value or 0 for one in tree.inputs]
    parts = [one.value or 0 for one in tree.inputs]
    assert tree.value == pytest.approx(sum(a * b for a, b in zip(weights, parts, strict=True)) / sum(weights))
    text = plain_tree(plain.explain("attack_on_ally", 2029))
    for one in plain.curve("attack_on_ally").drawn:
        assert one.statement.said.source in text


def test_what_cannot_be_opened_is_named(plain: ClockReport) -> None:
    assert plain.explained("attack-on-ally:2028").text.startswith(
        "Attack on an ally: stated horizons before the end of"
    )
    with pytest.raises(UnknownNameError, match="did you mean attack_on_ally"):
        plain.explained("attack_on_allies")
    with pytest.raises(InputError, match="no statement on local_war is drawn"):
        plain.explained("local_war")
    with pytest.raises(InputError, match="1999 is not among its years"):
        plain.explained("attack_on_ally:1999")
    with pytest.raises(InputError, match="'soon' is no year"):
        plain.explained("attack_on_ally:soon")


def test_the_year_at_the_head_is_that_by_which_half_falls(plain: ClockReport) -> None:
    for curve in plain.clock.curves:
        year = headline_year(plain.clock, curve)
        at = plain.clock.years.index(year)
        assert curve.share[at] >= 0.5
        assert at == 0 or curve.share[at - 1] < 0.5


def test_words(plain: ClockReport) -> None:
    assert [when(one) for one in ("2025-06-09", "2025-07", "2023")] == ["9 June 2025", "July 2025", "2023"]
    assert month_of(2030.0) == "2029-12" and month_of(2029.5) == "2029-06"
    assert span_words(Span(2027.0, 2028.0)) == "2027-01 to 2027-12"
    assert span_words(Span(2029.0, 2032.0, 1.0)) == "2029-01 to 2032-12"
    rutte = plain.clock.placed("rutte-2025-06-09")
    assert rutte is not None and weight_words(rutte) == "1/3"
    told = curve_words(plain.curve("threat"), plain.clock.years)
    assert (
        told
        == "Forces rebuilt (1 statement): 2027-01 to 2027-12; one statement is no distribution, only a span of its own"
    )
    assert "half before the end of 2029" in curve_words(plain.curve("attack_on_ally"), plain.clock.years)
    assert set(TITLES) == set(Feared)


def test_the_door(record: Record) -> None:
    early = bs.clock(on=date(2025, 6, 26), ceasefire=date(2026, 12, 31), without=["dgap-2023"], until=2030)
    assert early.clock.years == tuple(range(2025, 2031))
    assert "dgap-2023" not in {one.statement.key for one in early.curve("attack_on_ally").drawn}
    assert repr(early) == ('ClockReport("What was stated, with weights of one\'s own", on=2025-06-26, statements=21)')
    assert clock(early.clock.scenario, on=early.clock.on, record=record).clock == early.clock
