"""The page of an archive: what stands on it, and that no word of an archive does more than be read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from burdenshare.corpus.asking.asking import Asking, asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.asking.page import TODAY_ONLY, page
from burdenshare.corpus.asking.questions import questions
from burdenshare.record import Record
from tests.corpus.asking.written import WORDS, Text, Told, write

SECTIONS = (
    "months", "contradicted", "undated", "revised", "moved", "speakers", "copies", "not-understood", "unread",
)  # fmt: skip


@pytest.fixture(scope="module")
def shown(asked_news: Asking, record: Record) -> str:
    return page(asked_news, record)


def test_every_section_has_its_heading_and_the_question_that_gives_all_of_it(shown: str) -> None:
    tree = html.fromstring(shown)
    assert [one for one in SECTIONS if not tree.xpath(f"//section[@id='{one}']/h2")] == []
    asked = [words.split()[4] for words in tree.xpath("//p[@class='asks']/code/text()")]
    assert set(asked) <= set(questions())
    assert tree.xpath("//h1/text()") == ["What the archive says"]
    told = dict(zip(tree.xpath("//dl/div/dt/text()"), tree.xpath("//dl/div/dd/text()"), strict=True))
    assert (told["read and judged"], told["statements"]) == ("29", "104")


def test_pictures_are_drawn_twice_whole_and_described(shown: str) -> None:
    pictures = re.findall(r"<svg.*?</svg>", shown, re.DOTALL)
    names = []
    for picture in pictures:
        tree = etree.fromstring(picture)
        names.append(tree[0].get("id"))
        assert tree[0].text and tree[1].text
        left, top, width, height = map(float, tree.get("viewBox").split())
        for dot in tree.iter("circle"):
            assert left <= float(dot.get("cx")) <= width and top <= float(dot.get("cy")) <= height
        for bar in tree.iter("rect"):
            assert 0 <= float(bar.get("x")) <= width - float(bar.get("width"))
    kinds = ("columns", "claims", "spread1", "spread2", "moved", "speakers")
    assert sorted(names) == sorted(f"{kind}-{frame}" for kind in kinds for frame in ("wide", "narrow"))


def test_it_loads_nothing_and_runs_nothing(shown: str) -> None:
    tree = html.fromstring(shown)
    assert tree.xpath("//script | //link | //img | //iframe") == []
    assert "default-src 'none'" in shown
    assert {one.split("/")[0] for one in tree.xpath("//a/@href")} == {"https:"}


def test_words_of_an_archive_are_only_words(tmp_path: Path, record: Record) -> None:
    evil = "<script>alert(1)</script>\u202e\x1b[31m"
    statement = Told(evil, f"share_of_gdp|{evil}|%|2024|||=4", "contradicted", evil, words=evil)
    other = Told(evil, f"share_of_gdp|{evil}|%|2024|||=5", "supported", evil, words=evil, answer=5, low=5, high=5)
    texts = [
        Text(
            date(2025, 3, number),
            evil,
            [statement, other],
            title=evil,
            address=f"javascript:{evil}",
            body=WORDS,
            left=[(evil, evil)],
        )
        for number in (1, 2)
    ] + [Text(None, fate="unread", reason=evil)]
    with data_set_at(str(write(tmp_path / "archive", texts))) as data, asking(data) as opened:
        shown = page(opened, record, title=evil)
    tree = html.fromstring(shown)
    assert tree.xpath("//script") == []
    assert tree.xpath("//a[starts-with(@href, 'javascript')]") == []
    assert "\x1b" not in shown
    for picture in re.findall(r"<svg.*?</svg>", shown, re.DOTALL):
        etree.fromstring(picture)


def test_texts_without_a_day_are_told_apart_from_the_record_of_the_day(tmp_path: Path, record: Record) -> None:
    wrong = Told("10 of 32 allies", then="contradicted", speaker="Ann Ash")
    texts = [Text(None, "Wire", [wrong], body="no day here"), Text(date(2025, 3, 1), "Wire", [Told()], body=WORDS)]
    with data_set_at(str(write(tmp_path / "archive", texts))) as data, asking(data) as opened:
        tree = html.fromstring(page(opened, record))
    told = dict(zip(tree.xpath("//dl/div/dt/text()"), tree.xpath("//dl/div/dd/text()"), strict=True))
    assert told["contradicted by the record of the day"] == "0"
    assert told[TODAY_ONLY] == "1"
    assert tree.xpath("//section[@id='contradicted']//table") == []
    assert "“10 of 32 allies”" in tree.xpath("string(//section[@id='undated']//table)")
    assert [bar for bar in tree.xpath("//section[@id='speakers']//rect/@class") if bar == "v-contradicted"] == []
    months = tree.xpath("//section[@id='months']//desc/text()")
    assert all("2025-03: 1, 0 contradicted" in one for one in months) and months


def test_an_archive_without_anything_is_told_as_such(tmp_path: Path, record: Record) -> None:
    with data_set_at(str(write(tmp_path / "archive", []))) as data, asking(data) as opened:
        shown = page(opened, record)
    tree = html.fromstring(shown)
    assert "<svg" not in shown
    assert len(tree.xpath("//section/p[@class='quiet']")) == len(SECTIONS)
    assert "no known day" in shown


def test_the_same_archive_is_the_same_page(asked_news: Asking, record: Record, shown: str) -> None:
    assert page(asked_news, record) == shown
