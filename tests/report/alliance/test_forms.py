"""The three forms of a view: every entry opens its source, nothing is cut, nothing runs."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.checking.alliance.model import Entry, Mark, Origin, Section
from burdenshare.report.alliance.page import links
from burdenshare.report.alliance.plot import NARROW, WIDE, dot_plot
from burdenshare.report.alliance.shape import alliance_schema
from burdenshare.report.alliance.strip import Scale
from burdenshare.report.alliance.telling import Numbered, glance, price_words, source_words, value_words
from burdenshare.report.citations import citation

DAYS = [date(1949, 4, 4), date(2015, 6, 1), date(2017, 5, 25), date(2022, 2, 24), date(2024, 2, 15), date(2026, 4, 1)]


# JSON ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_json_satisfies_its_schema(record: bs.Record, day: date) -> None:
    shape = json.loads(bs.alliance(on=day, record=record).to_json())
    jsonschema.Draft202012Validator(alliance_schema()).validate(shape)
    assert shape["compared"] is None


def test_json_of_a_comparison_satisfies_the_schema(shown: bs.Alliance) -> None:
    shape = json.loads(shown.to_json())
    jsonschema.Draft202012Validator(alliance_schema()).validate(shape)
    assert shape["compared"]["first"] == "2025-02-13"
    assert len(shape["compared"]["changes"]) == len(shown.compared.changes if shown.compared else ())


def test_every_known_entry_names_its_source_and_row(shown: bs.Alliance) -> None:
    for section in shown.to_dict()["sections"]:
        for entry in section["entries"]:
            assert entry["sources"] or entry["mark"] == "not known", entry["key"]
            assert all(one["table"] for one in entry["sources"])


# terminal ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked_but_for_addresses(shown: bs.Alliance, width: int) -> None:
    for line in shown.to_text(width=width).splitlines():
        assert len(line) <= width or "://" in line or "/" in line or width < 60, line


def test_every_number_in_the_text_stands_in_the_list_of_sources(shown: bs.Alliance) -> None:
    text = shown.to_text(width=120)
    body, sources = text.split("Sources ──", 1)
    used = {int(one) for one in re.findall(r"\[(\d+)\]", body)}
    listed = {int(one) for one in re.findall(r"^ *\[(\d+)\]", sources, re.MULTILINE)}
    assert used == listed == set(range(1, len(listed) + 1))


def test_full_lists_every_pledge(shown: bs.Alliance) -> None:
    assert "more (--full" in shown.to_text()
    full = " ".join(shown.to_text(width=120, full=True).split())
    assert "more (--full" not in full
    for one in shown.view.section("pledges").entries:
        assert " ".join(one.label.split()) in full


def test_what_is_not_held_is_said_before_the_first_release(record: bs.Record) -> None:
    text = " ".join(bs.alliance(on=date(1955, 5, 6), record=record).to_text().split())
    assert "15 members" in text
    assert "the first the record holds is 2016-07" in text


def test_control_characters_of_an_article_never_reach_a_terminal(record: bs.Record) -> None:
    text = "BRUSSELS, June 5, 2025 - Mark Rutte said allies must reach 5 percent\x1b[31m of GDP on defence by 2032.\n"
    shown = bs.alliance(on=date(2025, 6, 26), articles=[text], record=record)
    assert "\x1b" not in shown.to_text()


def test_glance_says_what_an_editor_asks_first(shown: bs.Alliance) -> None:
    told = dict(glance(shown.view))
    assert told["members"] == "32 members"
    assert told["guideline"].startswith("at least 3.5 % and at least 5 % of GDP")
    assert "Mark Rutte" in told["in post"]


# page ----------------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Ids, links and tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.add(tag)
        self.ids += [one for one in [held.get("id")] if one]
        self.links += [one for one in [held.get("href")] if one]


@pytest.mark.parametrize("day", DAYS)
def test_page_has_no_script_and_its_own_links_lead_somewhere(record: bs.Record, day: date) -> None:
    page = Page(bs.alliance(on=day, compare=date(2025, 6, 26), record=record).to_html())
    assert not page.tags & {"script", "img", "iframe", "link", "object"}
    assert len(page.ids) == len(set(page.ids))
    assert {one[1:] for one in page.links if one.startswith("#")} <= set(page.ids)
    assert all(one.startswith(("#", "http://", "https://")) for one in page.links)


def test_page_escapes_what_an_article_says(record: bs.Record) -> None:
    text = (
        "BRUSSELS, June 5, 2025 - Mark Rutte said <b>all</b> allies must reach 5 percent of GDP on defence by 2032.\n"
    )
    page = bs.alliance(on=date(2025, 6, 26), articles=[bs.Document("<i>x</i>", text, date(2025, 6, 5))], record=record)
    assert "<b>all" not in page.to_html() and "<i>x" not in page.to_html()


def test_every_entry_of_the_page_opens_its_source(shown: bs.Alliance) -> None:
    entries = [one for section in shown.view.sections for one in section.entries if one.origins]
    addresses = set(Page(shown.to_html()).links)
    for one in entries:
        assert {link.address for link in links(one)} - {""} <= addresses


# picture -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_picture_shows_every_ally_by_name_number_and_shape(shown: bs.Alliance, frame: object) -> None:
    section = shown.view.section("shares")
    svg = str(dot_plot(section, WIDE if frame is WIDE else NARROW))
    root = ElementTree.fromstring(svg)
    words = [one.text for one in root.iter("text")]
    assert {one.label for one in section.entries} <= set(words)
    assert {f"{one.value:.2f}" for one in section.entries if one.value is not None} <= set(words)
    dots = [one.get("class") for one in root.iter("circle")]
    assert dots.count("dot meets") == sum(one.mark is Mark.MEETS for one in section.entries)
    assert dots.count("dot below") == sum(one.mark is Mark.BELOW for one in section.entries)
    assert "guideline 3.5 %" in words


def test_picture_keeps_one_decimal_apart_by_its_shape() -> None:
    coarse = Entry("AAA", "A", value=1.9, unit="%", period="2025", mark=Mark.OPEN)
    svg = dot_plot(Section("shares", "Who meets it", (coarse,), guideline=2.0, release="x"))
    assert "<polygon" in svg and "<circle" not in svg


def test_picture_is_empty_where_no_share_is_known() -> None:
    assert dot_plot(Section("shares", "Who meets it")) == ""


def test_scale_in_letters_keeps_its_ends() -> None:
    one = Entry("AAA", "A", value=4.7, unit="%", mark=Mark.MEETS)
    scale = Scale.of(Section("shares", "", (one,), guideline=3.5), 80)
    assert scale.at(0) == 0 and scale.at(scale.top) == scale.columns - 1
    assert len(scale.line(one, "", "").plain) <= 80


# words ---------------------------------------------------------------------------------------------------------------


def test_shares_keep_both_decimals_and_estimates_say_so() -> None:
    assert value_words(Entry("A", "A", value=2.0, unit="%", estimate=True)) == "2.00 % e"
    assert value_words(Entry("A", "A", value=2.0, unit="%", mark=Mark.OPEN)) == "2.0 %"
    assert value_words(Entry("A", "A")) == "not known"
    assert price_words(Entry("A", "A")) == ""


def test_source_names_release_table_and_address() -> None:
    origin = Origin("https://example.org/a", "nato/expenditure.csv:12", "2024-06", date(2024, 6, 17))
    words = source_words(origin, citation(origin.source))
    assert words == "2024-06 (2024-06-17); nato/expenditure.csv; https://example.org/a"


def test_one_page_has_one_number() -> None:
    notes = Numbered()
    first = Entry("A", "A", origins=(Origin("https://example.org/a", "t:1"),))
    second = Entry("B", "B", origins=(Origin("https://example.org/a", "t:2"), Origin("https://example.org/b", "t:3")))
    assert (notes.of(first), notes.of(second)) == ([1], [1, 2])


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 6, 26), "counted from 2022-01-24 to 2024-02-29, 16 months before this day"),
        (date(2024, 3, 1), "counted from 2022-01-24 to 2022-05-10, 22 months before this day"),
    ],
)
def test_a_count_of_aid_that_ended_long_before_says_so(day: date, said: str) -> None:
    told = bs.alliance(on=day)
    assert said in " ".join(told.to_text(width=300).split())
    assert said in told.to_html()
    assert "nothing newer is held that was out by then" in told.to_html()


def test_one_that_is_up_to_date_tells_its_months_alone(record: bs.Record) -> None:
    given = dict(glance(bs.alliance(on=record.edition).view))["aid"]
    assert "counted from 2022-01-24 to 2026-" in given
    assert "before this day" not in given
