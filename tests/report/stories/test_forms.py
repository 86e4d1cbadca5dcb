"""Every form of a story: JSON by its schema, a briefing, a page and a picture that are safe to open."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import burdenshare as bs
from burdenshare.report.stories.drawing import SIZE, WIDEST, escaped, wrapped
from burdenshare.report.stories.shape import stories_schema
from burdenshare.report.stories.story import StoryReport, Told
from burdenshare.report.stories.svg import WIDTH
from burdenshare.report.stories.views import view_of
from tests.checking.stories.tellings import articles, document, entry, want

SVG = "{http://www.w3.org/2000/svg}"
VALIDATOR = jsonschema.Draft202012Validator(stories_schema())


@pytest.fixture(scope="module", params=["vilnius-2023", "madrid-2022", "hague-2025", "aid-2024", "budget-2025"])
def told(request: pytest.FixtureRequest) -> StoryReport:
    return bs.story(articles(request.param))


@pytest.fixture(scope="module")
def vilnius() -> StoryReport:
    return bs.story(articles("vilnius-2023"))


def test_schema_is_valid_and_every_form_satisfies_it(told: StoryReport) -> None:
    jsonschema.Draft202012Validator.check_schema(stories_schema())
    VALIDATOR.validate(told.to_dict())
    VALIDATOR.validate(told.to_dict(issue="spending_target"))
    assert json.loads(told.to_json()) == told.to_dict()


def test_a_person_view_satisfies_the_schema_and_holds_only_that_person(vilnius: StoryReport) -> None:
    shape = vilnius.to_dict(person="stoltenberg")
    VALIDATOR.validate(shape)
    (story,) = shape["stories"]
    assert {one["speaker"] for one in story["said"]} == {"Jens Stoltenberg"}
    assert {stand["actor"] for issue in story["issues"] for stand in issue["stands"]} == {"Jens Stoltenberg"}


def test_an_issue_view_holds_all_actors_of_that_issue(vilnius: StoryReport) -> None:
    text = vilnius.to_text(issue="Ukraine membership")
    assert "All stands on Ukraine membership" in text
    assert all(name in text for name in ("Volodymyr Zelenskyy", "Joe Biden", "Jens Stoltenberg"))
    assert "air defence" not in text


def test_an_issue_that_nobody_speaks_of_is_said_so(vilnius: StoryReport) -> None:
    assert "nobody takes a stand on it here" in vilnius.to_text(issue="sanctions")


def test_a_briefing_of_very_many_reports_names_some() -> None:
    days = [date(2025, 1, 1 + at % 9) for at in range(80)]
    given = [document(f"d{at}", day, entry(want(3.0)), text=f"words {at} of it {at}") for at, day in enumerate(days)]
    told = bs.story(given)
    assert "and 20 more (--json)" in told.to_text()
    assert "and 20 more (all of them in the JSON)" in told.to_html()
    assert "(--json)" not in told.to_html()


@pytest.mark.parametrize(("person", "issue"), [("Nobody", None), (None, "cookery")])
def test_unknown_names_are_refused(vilnius: StoryReport, person: str | None, issue: str | None) -> None:
    with pytest.raises(bs.InputError):
        view_of(vilnius.stories, person, issue)


def test_who_speaks_nowhere_is_told_who_does(vilnius: StoryReport) -> None:
    with pytest.raises(bs.InputError, match=r"they hold words of .*Jens Stoltenberg"):
        view_of(vilnius.stories, "Nobody", None)


def test_briefing_tells_what_a_reader_asks_for(vilnius: StoryReport) -> None:
    text = vilnius.to_text(width=120)
    for heading in ("What happened", "What they agree on", "What contradicts what", "Who stands where", "Copies"):
        assert heading in text
    assert "is printed by 2" in text
    assert "“Nine of the 31” where [1] has “Eleven of the 31”" in text
    assert "the record sides with [1]" in text
    assert max(map(len, text.splitlines())) <= 120


def elements(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter())


def test_picture_is_well_formed_described_and_without_script(told: StoryReport) -> None:
    drawn = elements(told.to_svg())
    tags = {one.tag.removeprefix(SVG) for one in drawn}
    assert {"title", "desc"} <= tags <= {"svg", "title", "desc", "g", "rect", "text", "line", "path", "circle"}
    assert not [name for one in drawn for name in one.attrib if name.startswith("on") or "href" in name]
    assert all((one.text or "").strip() for one in drawn if one.tag.removeprefix(SVG) in ("title", "desc"))


def boxes(svg: str) -> list[tuple[float, float, float, float, str]]:
    """The room every line of text takes at the most: left, top, right, bottom."""
    found = []
    for one in elements(svg):
        if one.tag != f"{SVG}text" or not one.text:
            continue
        wide, x, y = len(one.text) * SIZE * WIDEST, float(one.attrib["x"]), float(one.attrib["y"])
        left = x - wide if one.attrib.get("text-anchor") == "end" else x
        found.append((left, y - SIZE + 2, left + wide, y + 2, one.text))
    return found


@pytest.mark.parametrize("view", [{}, {"issue": "spending_target"}, {"issue": "ukraine_membership"}])
def test_labels_of_the_timeline_do_not_overlap(told: StoryReport, view: dict[str, str]) -> None:
    held = boxes(told.to_svg(**view))
    for at, one in enumerate(held):
        assert one[2] <= WIDTH, one
        for other in held[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_page_is_self_contained_and_escapes_what_articles_say() -> None:
    evil = replace(want(4.0), text='<script>alert("x")</script> & more \x1b[31m', words="<b>4 %</b>\x1b[2J")
    given = [document("a<i>", date(2025, 2, 1), entry(evil)), document("b", date(2025, 2, 2), entry(evil))]
    report = bs.story(given)
    page = report.to_html()
    assert "<script" not in page
    assert "\x1b" not in page + report.to_text() + report.to_svg()
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?https?:", page)
    ElementTree.fromstring(report.to_svg())


def test_identical_calls_draw_identical_pictures(told: StoryReport) -> None:
    again = StoryReport(told.stories, told.record)
    assert again.to_svg() == told.to_svg()
    assert again.to_html() == told.to_html()


@given(st.text(max_size=300), st.integers(40, 400), st.integers(1, 5))
def test_wrapped_lines_fit(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(len(line) <= max(int(width / (SIZE * WIDEST)), 6) for line in lines)


@given(st.text(max_size=100))
def test_escaped_text_stands_between_tags(text: str) -> None:
    ElementTree.fromstring(f"<t>{escaped(text)}</t>")


def test_a_picture_says_what_it_leaves_out() -> None:
    speakers = [f"Minister {name}" for name in ("Ask", "Berg", "Carl", "Dahl", "Ek", "Falk")]
    wanted = [want(3.0 + at / 10, speaker, id=f"s{at}", text=f"words {at}") for at, speaker in enumerate(speakers)]
    given = [document(f"d{day}", date(2025, 1, day), *map(entry, wanted)) for day in range(1, 25)]
    svg = bs.story(given).to_svg()
    assert "Left out: 2 lanes (Minister Ek, Minister Falk); 10 days" in svg


def test_the_door_refuses_what_is_no_article() -> None:
    with pytest.raises(bs.InputError):
        bs.story("one text")
    with pytest.raises(bs.InputError):
        bs.story([])
    with pytest.raises(bs.InputError):
        bs.story([7])  # type: ignore[list-item]


def test_the_door_takes_reports_documents_and_texts_alike() -> None:
    held = articles("hague-2025")
    mixed: list[Told] = [bs.Report(held[0]), held[1].document, held[2]]
    assert bs.story(mixed).stories == bs.story(held).stories
