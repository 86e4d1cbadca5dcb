"""The forms of a back-test: they say the same, fit their width, and run nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.record.record import CORE, WHOLE
from burdenshare.report.road.backtest_plot import panels, picture
from burdenshare.report.road.backtest_shape import COLUMNS, backtest_schema
from burdenshare.report.road.backtest_telling import findings, tables
from burdenshare.road.share_limits import LIMITS
from burdenshare.road.share_models import Model


def test_json_satisfies_its_schema_and_holds_every_score(shown: bs.BacktestReport) -> None:
    shape = json.loads(shown.to_json())
    jsonschema.Draft202012Validator(backtest_schema()).validate(shape)
    assert shape["off_aim"] == [9] and shape["beats_plain"] is True
    whole = [one for one in shape["scores"] if one["definition"] == WHOLE and one["origin"] is one["horizon"] is None]
    assert {one["model"] for one in whole} == set(Model)
    own = next(one for one in whole if one["model"] == shape["shipped"])
    score = shown.found.pooled(shown.found.shipped)
    assert score is not None and own["crps"] == pytest.approx(score.crps, rel=1e-5)
    assert [one["name"] for one in shape["limits"]] == [one.name for one in LIMITS]


def test_csv_holds_what_the_json_holds(shown: bs.BacktestReport) -> None:
    rows = list(csv.DictReader(io.StringIO(shown.to_csv())))
    scores = shown.to_dict()["scores"]
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(scores)
    for row, score in zip(rows, scores, strict=True):
        assert float(row["crps"]) == score["crps"] and float(row["covered_80"]) == score["covered"]["80"]
        assert row["origin"] == (score["origin"] or "") and row["horizon"] == str(score["horizon"] or "")


def test_frame_has_every_forecast(shown: bs.BacktestReport) -> None:
    frame = shown.to_polars()
    assert frame.height == len(shown.found.cells)
    own = frame.filter((frame["model"] == shown.found.shipped.value) & (frame["definition"] == WHOLE))
    score = shown.found.pooled(shown.found.shipped)
    assert score is not None
    assert own["crps"].mean() == pytest.approx(score.crps)
    assert own["within_80"].mean() == pytest.approx(score.covered[1])
    assert ((own["low"] <= own["median"]) & (own["median"] <= own["high"])).all()


@pytest.mark.parametrize("width", [80, 100])
def test_text_fits_its_width_and_tells_the_findings(shown: bs.BacktestReport, width: int) -> None:
    text = shown.to_text(width=width)
    assert max(map(len, text.splitlines())) <= width
    folded = " ".join(text.split())
    for line in findings(shown.found, shown.record):
        assert " ".join(line.split()) in folded
    assert "trend + goals" in text and "not at 9 years (73.1 %" in folded


def test_findings_say_so_where_the_shipped_model_is_beaten(shown: bs.BacktestReport) -> None:
    """The words follow the figures: with the last value shipped in its place they must not praise it."""
    other = replace(shown.found, shipped=Model.MEAN)
    told = " ".join(findings(other, shown.record))
    assert "Alliance mean does not beat every plain model" in told
    assert "42 % more than that of last value" in told


def test_tables_hold_every_horizon_and_origin(shown: bs.BacktestReport) -> None:
    by_horizon, intervals, by_origin = tables(shown.found)
    names = [*(str(one) for one in shown.found.horizons), "all"]
    assert [row[0] for row in by_horizon.rows] == [row[0] for row in intervals.rows] == names
    assert [row[0] for row in by_origin.rows] == list(shown.found.origins)
    for one in (by_horizon, intervals, by_origin):
        assert {len(row) for row in one.rows} == {len(one.head)}
    assert shown.found.pooled(shown.found.shipped, horizon=10) is None  # 2026 is known by the core definition alone
    assert shown.found.pooled(shown.found.shipped, horizon=10, definition=CORE) is not None


class Page(HTMLParser):
    """Which elements and addresses a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "srcset", "action")]


def test_page_stands_alone_and_shows_tables_and_pictures(shown: bs.BacktestReport) -> None:
    html = shown.to_html()
    page = Page()
    page.feed(html)
    assert page.addresses == [] and "script" not in page.seen
    assert "default-src 'none'" in html
    assert html.count("<svg") == 2 and html.count("<table") == 4
    for one in LIMITS:
        assert f">{one.name}<" in html


def test_pictures_are_svg_whose_description_has_every_figure(shown: bs.BacktestReport) -> None:
    for panel in panels(shown.found):
        drawn = ElementTree.fromstring(str(picture(panel, 480)))
        told = "".join(drawn.itertext())
        for _, points in panel.lines:
            for _, value in points:
                assert (f"{100 * value:.1f} %" if panel.unit else f"{value:.3f}") in told
        names = [one for one in drawn.iter("text") if "name" in one.get("class", "").split()]
        places = sorted(float(one.get("y", "0")) for one in names)
        assert all(below - above >= 14.9 for above, below in pairwise(places))
        marks = re.findall(r"<(?:circle|polygon|rect class=\"plain)", str(picture(panel, 480)))
        assert len(marks) == sum(len(points) for _, points in panel.lines)


def test_door_of_the_forecast(record: bs.Record) -> None:
    made = bs.forecast_shares(2030, on=date(2024, 6, 17), record=record)
    assert made.years == tuple(range(2025, 2031)) and made.release.id == "2024-06"
    assert bs.forecast_shares(2030, record=record).on == record.edition
    with pytest.raises(bs.DateError):
        bs.forecast_shares(2030, on=date(2999, 1, 1), record=record)
