"""Pages, pictures and tables of the industry: every row with source and grade, pictures that stand alone."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from xml.etree import ElementTree

import pytest

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.industry.lanes import NARROW, WIDE, Lane, Lanes, drawn, picture
from burdenshare.report.industry.requirements_csv import COLUMNS
from burdenshare.report.industry.requirements_telling import gap_words, headline, units_words
from burdenshare.report.industry.told_rows import told_observation, told_row
from burdenshare.road.industry.model import MetDraws, NotFed

DAY = date(2026, 8, 22)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def required(record: Record) -> bs.RequirementsReport:
    return bs.requirements(on=DAY, draws=60, record=record)


@pytest.fixture(scope="module")
def tested(record: Record) -> bs.IndustryBacktest:
    return bs.industry_backtest(draws=60, record=record)


def whole(page: str) -> None:
    """One page without script whose ids are its own."""
    assert page.rstrip().endswith("</html>") and "<script" not in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_requirements_as_a_page_tell_every_gap_and_row(required: bs.RequirementsReport) -> None:
    page = required.to_html()
    whole(page)
    for gap in required.gaps:
        assert gap.required.title in page
    for met in required.met:
        if isinstance(met, MetDraws):
            for row in met.rows:
                assert told_observation(row).address in page.replace("&amp;", "&")
        else:
            assert met.reason.split(":")[0] in page
    assert page.count("∅") == sum(isinstance(one, NotFed) for one in required.met)


def test_requirements_of_a_past_day_say_that_assumptions_are_todays(record: Record) -> None:
    past = bs.requirements(on=date(2025, 6, 26), draws=0, record=record)
    (note,) = past.notes
    assert note.startswith("assumptions are today's") and "later than 2025-06-26" in note
    assert note in " ".join(past.to_text().split()) and note in past.to_html().replace("&#39;", "'")
    assert past.to_dict()["notes"] == [note]
    assert bs.requirements(on=record.edition, draws=0, record=record).notes == ()


def test_requirements_as_a_table(required: bs.RequirementsReport) -> None:
    rows = list(csv.DictReader(io.StringIO(required.to_csv())))
    assert tuple(rows[0]) == COLUMNS
    assert {row["requirement"] for row in rows} == {one.requirement for one in required.met}
    for row in rows:
        assert bool(row["not_fed"]) != bool(row["by_end_of"])
    shells = [float(row["chance"]) for row in rows if row["requirement"] == "shells"]
    assert shells == sorted(shells) and shells[0] == 0 and shells[-1] == 1


def test_a_headline_counts_what_is_fed_and_met(record: Record, required: bs.RequirementsReport) -> None:
    assert headline(required).startswith(
        "Of 20 requirements the record feeds 4, of which 2 can be judged; 2 of these are met"
    )
    none = bs.requirements(scenario="as-it-stands", on=DAY, draws=0, record=record)
    assert headline(none).startswith("None of 20 requirements can be told")
    early = bs.requirements(on=date(2023, 1, 1), draws=0, record=record)
    assert headline(early) == "No requirement had been stated by 2023-01-01."
    for one in (none, early):
        whole(one.to_html())
        ElementTree.fromstring(one.to_svg())


def test_the_title_of_a_gap_can_be_left_out(required: bs.RequirementsReport) -> None:
    for gap in required.gaps:
        assert gap_words(gap) == f"{gap.required.title}, {units_words(gap)}"


def test_the_back_test_as_a_page_tells_every_forecast(tested: bs.IndustryBacktest) -> None:
    page = tested.to_html()
    whole(page)
    assert page.count("Known on 20") == len(tested.found.origins)
    assert len(re.findall(r"<tr><th scope=\"row\">20\d\d-\d\d</th>", page)) == len(tested.found.foreseen)
    assert page.count("From 20") == 2


def test_pictures_stand_alone(record: Record, required: bs.RequirementsReport) -> None:
    made = bs.industry(["caesar", "k2"], units=None, on=DAY, draws=20, record=record)
    for text in (made.to_svg(), required.to_svg()):
        found = ElementTree.fromstring(text)
        assert found.tag == f"{SVG}svg" and found.find(f"{SVG}title") is not None
        assert found.find(f"{SVG}desc") is not None and found.find(f"{SVG}style") is not None
    assert "main battle tanks (K2): not enough in the record" in made.to_svg()


def test_a_row_is_told_with_its_use_and_its_page(record: Record) -> None:
    made = bs.industry("155mm", on=DAY, draws=0, record=record)
    rows = [told_row(row) for line in made.industry.items["155mm"].facts.lines for row in line.rows]
    assert {one.use for one in rows} > {"what is made", "the planned rise"}
    assert all(one.address.startswith("https://") and one.grade and one.figure and one.period for one in rows)
    assert any(one.use.startswith("shown only: ") for one in rows)


def test_a_lane_beyond_its_scale_has_an_arrow_and_keeps_within_the_frame() -> None:
    lanes = (
        Lane("in", "met by 2030", 2030.0, (2029.0, 2031.0), (2028.0, 2039.0), came=2030.5),
        Lane("beyond <b>", "not met", None),
    )
    one = Lanes("x", "When", lanes, 2026.0, 2036.0, tuple((float(at), str(at)) for at in range(2026, 2037)))
    for frame in (WIDE, NARROW):
        told = str(drawn(one, frame))
        assert told.count('class="middle"') == told.count('class="beyond"') == told.count('class="came"') == 1
        assert "<b>" not in told
        places = [float(place) for place in re.findall(r' (?:x1|x2|cx)="([\d.]+)"', told)]
        assert all(frame.left <= place <= frame.width - frame.right for place in places)
        assert told.count('class="tick"') <= (13 if frame is WIDE else 6)
    assert picture(one, "told").startswith("<svg xmlns=")
