"""Pictures with many, few and late things in them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from burdenshare.corpus.asking.pictures.bars import Bar, bars
from burdenshare.corpus.asking.pictures.columns import MOST, VERDICTS, columns, gathered
from burdenshare.corpus.asking.pictures.drawing import NARROW, WIDE, Days, Frame
from burdenshare.corpus.asking.pictures.moved import moved
from burdenshare.corpus.asking.pictures.spread import MOST as MOST_OUTLETS
from burdenshare.corpus.asking.pictures.spread import spread

FRAMES = pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])


def month(name: str, **counts: int) -> dict[str, object]:
    return {"month": name, **dict.fromkeys(VERDICTS, 0), **counts}


def test_months_without_a_statement_stand_between() -> None:
    found = gathered([month("2024-11", supported=2), month("2025-02", contradicted=1)])
    assert [name for name, _ in found] == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert found[3][1]["contradicted"] == 1


def test_many_months_are_quarters_then_years_and_lose_nothing() -> None:
    for first, last, form in ((2020, 2025, "2020 Q1"), (2010, 2025, "2010")):
        rows = [month(f"{year}-{number:02}", supported=1) for year in range(first, last) for number in range(1, 13)]
        found = gathered(rows)
        assert found[0][0] == form
        assert len(found) <= MOST
        assert sum(counts["supported"] for _, counts in found) == len(rows)


@FRAMES
def test_the_height_of_a_column_is_its_count(frame: Frame) -> None:
    tree = etree.fromstring(str(columns([month("2025-01", supported=30, contradicted=10)], frame)))
    heights = {bar.get("class"): float(bar.get("height")) for bar in tree.iter("rect") if float(bar.get("height")) > 9}
    assert heights["v-supported"] / heights["v-contradicted"] == pytest.approx(3, rel=0.05)


@FRAMES
def test_many_outlets_share_a_line_and_no_print_is_lost(frame: Frame) -> None:
    rows = [
        {"day": date(2025, 1, 1) + timedelta(days=at), "outlet": f"Outlet {at}", "prints": 2}
        for at in range(2 * MOST_OUTLETS)
    ]
    tree = etree.fromstring(str(spread(1, "A claim", rows, frame)))
    names = [one.text for one in tree.iter("text") if one.get("class") == "name"]
    assert len(names) == MOST_OUTLETS
    assert names[-1].endswith("others") or names[-1].endswith("…")
    sums = [int(one.text[:-1]) for one in tree.iter("text") if one.text.endswith("×")]
    assert sum(sums) == 2 * len(rows)


@FRAMES
@pytest.mark.parametrize("span", [0, 1, 9, 40, 300, 900, 9_000])
def test_days_have_marks_that_do_not_touch(frame: Frame, span: int) -> None:
    first = date(2001, 3, 5)
    days = Days.of(frame, [first, first + timedelta(days=span)])
    assert frame.left == days.x(first) <= days.x(days.last) <= frame.width
    marks = [one for one in days.scale(0, 100) if one.startswith("<text")]
    assert marks
    places = [float(etree.fromstring(str(one)).get("x")) for one in marks]
    words = [len(etree.fromstring(str(one)).text) * 6.4 for one in marks]
    for at in range(len(places) - 1):
        assert places[at] + words[at] / 2 <= places[at + 1] - words[at + 1] / 2 + 1


@FRAMES
def test_words_over_dots_stay_within_the_frame(frame: Frame) -> None:
    rows = [
        {"day": date(2025, 1, at), "words": "considerably more than 3 percent", "moved": "up"} for at in (1, 2, 15, 30)
    ]
    tree = etree.fromstring(str(moved({("A speaker with a very long name", "NATO: spending target"): rows}, frame)))
    for one in tree.iter("text"):
        if one.get("text-anchor") == "middle":
            assert float(one.get("x")) + len(one.text) * 3.2 <= frame.width
    assert len(list(tree.iter("circle"))) == len(rows)


@FRAMES
@pytest.mark.parametrize("above", [True, False])
def test_parts_of_a_bar_lie_behind_each_other(frame: Frame, above: bool) -> None:
    rows = [Bar("One", (("a", 3), ("b", 0), ("c", 1)), "4"), Bar("Two " * 40, (("a", 0),), "none")]
    tree = etree.fromstring(str(bars("kind", "A title", rows, frame, above=above)))
    first, second = tree.iter("rect")
    assert float(first.get("x")) + float(first.get("width")) <= float(second.get("x"))
    assert float(second.get("x")) + float(second.get("width")) <= frame.width
