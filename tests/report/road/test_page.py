"""The page of a road: whole, quiet, escaped, every picture told in words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.report.road.bar_plots import burden_plot, tornado_plot
from burdenshare.report.road.comparing import compared
from burdenshare.report.road.fan_plot import fan_plot, picture, picture_of
from burdenshare.report.road.page import comparison_page, page
from burdenshare.report.road.plane import NARROW, WIDE, Plane, spread_apart
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import tornado

PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)


class Tags(HTMLParser):
    """Counts tags, and notes everything that would load something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag in ("script", "link", "img", "iframe") or any(name in held for name in ("src", "style", "onclick")):
            self.loads.append(tag)
        if held.get("id"):
            self.ids.append(str(held["id"]))


@pytest.mark.parametrize("name", ["hague", "halved", "two"])
def test_a_page_loads_nothing_and_its_pictures_are_sound(
    record: Record, request: pytest.FixtureRequest, name: str
) -> None:
    made = page(request.getfixturevalue(name), record=record)
    tags = Tags(made)
    assert tags.loads == []
    assert len(tags.ids) == len(set(tags.ids))
    assert made.rstrip().endswith("</html>")
    for drawn in PICTURE.findall(made):
        root = ElementTree.fromstring(drawn)
        assert root.find("title") is not None and root.find("desc") is not None
        assert "nan" not in drawn


def test_a_page_tells_prices_sources_and_assumptions(record: Record, hague: Road) -> None:
    made = page(hague, tornado(record, hague.scenario, hague.on, allies=("DEU",)), record=record)
    for words in ("Price in 2035, ally by ally", "Who carries which part", "What moves the answer most", "Iceland"):
        assert words in made
    assert "Will it be met?" in made
    assert made.count("https://github.com/mitsuoxv/imf-weo") >= len(hague.allies)
    assert "https://www.nber.org/papers/w15369" in made
    assert "Open the prices" in made and "nato/expenditure.csv:" in made


def test_words_of_a_scenario_are_escaped(record: Record, two: Road) -> None:
    hostile = replace(two, scenario=replace(two.scenario, title="<script>alert(1)</script>"))
    for made in (page(hostile, record=record), comparison_page(compared(hostile, two), record=record)):
        assert "<script" not in made
        assert "&lt;script&gt;" in made


def test_a_comparison_has_both_lines_and_every_difference(record: Record, two: Road) -> None:
    made = comparison_page(compared(two, two), record=record)
    assert Tags(made).loads == []
    assert 'class="run other"' in made and "Germany" in made


def test_a_picture_stands_alone_as_svg(record: Record, two: Road) -> None:
    root = ElementTree.fromstring(picture(record, two, "DEU", "share"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    with pytest.raises(UnknownNameError, match="did you mean"):
        picture(record, two, "DEU", "spendings")


def test_a_picture_is_told_in_words(record: Record, hague: Road) -> None:
    drawn = str(fan_plot(picture_of(record, hague, "DEU"), WIDE))
    assert "with it: USD " in drawn and "80 % of the draws" in drawn and "without: USD " in drawn


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_bars_and_levers_fit_their_frame(record: Record, hague: Road, frame: object) -> None:
    levers = tornado(record, hague.scenario, hague.on, allies=("DEU",))
    for drawn in (burden_plot(record, hague, frame), tornado_plot(levers, 2025, frame)):  # type: ignore[arg-type]
        width = float(ElementTree.fromstring(str(drawn)).attrib["viewBox"].split()[2])
        for x, length in re.findall(r'<rect[^>]* x="([\d.-]+)"[^>]* width="([\d.]+)"', drawn):
            assert float(x) >= 0 and float(x) + float(length) <= width + 0.1
    assert tornado_plot((), 2025) == ""


def test_a_plane_begins_at_nothing_and_has_round_ticks() -> None:
    plane = Plane.of(WIDE, (2025, 2035), [1.9e12, 2.6e12], "USD of 2025")
    assert (plane.low, plane.high, plane.step) == (0.0, 3e12, 1e12)
    assert plane.y(0.0) > plane.y(1e12)
    below = Plane.of(WIDE, (2025, 2035), [-4.0, -1.0], "USD")
    assert below.low <= -4.0 and below.high == 0.0
    flat = Plane.of(NARROW, (2025, 2026), [0.0, 0.0], "USD")
    assert flat.y(0.0) == flat.frame.height - flat.frame.bottom
    assert spread_apart([10.0, 12.0, 40.0], 13.0) == [10.0, 23.0, 40.0]
