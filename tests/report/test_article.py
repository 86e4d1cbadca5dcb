"""The straight line's own door: what it refuses, and what it remarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

import burdenshare as bs
from burdenshare.checking.check import check_reading
from burdenshare.reading.proposals import consulted

TEXT = "NATO has 32 members, and the allies spend more on defence than they did last year."
LATER = date.today() + timedelta(days=2)
TABLE = "Country\t2023\t2024\nPoland\t3.26\t4.12\nGermany\t1.6\t2.1\n"
BARS = "| Country | 2023 | 2024 |\n|---|---|---|\n| Poland | 3.26 | 4.12 |\n| Germany | 1.6 | 2.1 |\n"


@pytest.mark.parametrize("article", [None, 7, TEXT.encode(), [TEXT]])
def test_what_is_no_article_is_one_clear_error(article: Any) -> None:
    with pytest.raises(bs.InputError, match="an article is a text or a Document, not"):
        bs.check(article)
    with pytest.raises(bs.InputError, match="an article is a text or a Document, not"):
        bs.read(article)


def test_what_is_no_record_is_one_clear_error() -> None:
    record: Any = "nato"
    with pytest.raises(bs.InputError, match="a record is a Record, not str"):
        bs.check(TEXT, record=record)


@pytest.mark.parametrize("day", ["2025-02-13", 2025, ("2025", "02")])
def test_day_that_is_none_is_one_clear_error(day: Any) -> None:
    for arguments in ({"on": day}, {"now": day}):
        with pytest.raises(bs.DateError, match=r"is not a day; give a datetime\.date"):
            bs.check(TEXT, **arguments)


def test_day_with_an_hour_is_that_day() -> None:
    report = bs.check(TEXT, on=datetime(2025, 2, 13, 9, 30))
    assert report.checked.document.published == date(2025, 2, 13)
    assert report.to_dict()["document"]["published"] == "2025-02-13"


@pytest.mark.parametrize("arguments", [{"on": LATER}, {"now": LATER}])
def test_day_in_the_future_is_refused_as_on_the_command_line(arguments: Any) -> None:
    with pytest.raises(bs.DateError, match="is in the future"):
        bs.check(TEXT, **arguments)


def test_document_dated_in_the_future_is_refused() -> None:
    with pytest.raises(bs.DateError, match="is in the future"):
        bs.check(bs.Document("later", TEXT, LATER, "metadata"))


def test_now_before_the_day_of_the_text_is_refused() -> None:
    with pytest.raises(bs.DateError, match=r"before the day of the text \(2019-12-04\)"):
        bs.check(TEXT, on=date(2019, 12, 4), now=date(2015, 1, 1))
    assert bs.check(TEXT, on=date(2025, 2, 13), now=date(2025, 2, 13)).checked.edition == date(2025, 2, 13)


def test_text_without_a_day_says_how_to_give_one() -> None:
    assert "give it with --on YYYY-MM-DD" in bs.check(TEXT).checked.remarks[0]
    assert bs.check(TEXT, on=date(2025, 2, 13)).checked.remarks == ()


@pytest.mark.parametrize("table", [TABLE, BARS])
def test_table_is_remarked_once_and_its_numbers_stay_in_the_json(table: str) -> None:
    report = bs.check(f"{TEXT}\n\n{table}\n{TEXT}", on=date(2025, 2, 13))
    (remark,) = report.checked.remarks
    assert remark.startswith("from line 3 on this looks like a table (3 lines); 4 of its numbers were not read")
    assert {"3.26", "4.12", "1.6", "2.1"} <= {one["text"] for one in report.to_dict()["unaccounted"]}


def test_one_line_with_bars_is_no_table() -> None:
    assert bs.check(f"Defence | 2 June 2025 | The Example\n\n{TEXT}", on=date(2025, 2, 13)).checked.remarks == ()


class Points:
    """Proposes what it is made with."""

    def __init__(self, *proposals: bs.Proposal) -> None:
        self.proposals = proposals

    def propose(self, document: bs.Document) -> tuple[bs.Proposal, ...]:
        return self.proposals


def test_verdict_on_a_second_look_is_that_of_the_rules(record: bs.Record) -> None:
    text, on = "Poland spent 4.12 percent of GDP on defence in 2024. NATO has 31 members.", date(2025, 2, 13)
    right = bs.Proposal(13, 25, "POL", "", 4.12, "%", "4.12 percent", "supported")
    wrong = bs.Proposal(13, 25, "POL", "", 4.2, "%", "4.12 percent", "supported")
    read = bs.read(text, on=on, record=record)
    lost = replace(read, statements=tuple(one for one in read.statements if one.subject != ("POL",)))
    whole = check_reading(read, record).checked
    found = check_reading(consulted(lost, Points(right, wrong), record), record)
    assert [(one.then, one.now, one.price) for one in found.checked] == [
        (one.then, one.now, one.price) for one in whole
    ]
    assert [one.reason for one in found.not_verified] == ["another figure is read there"]
    assert [one.statement.id for one in found.checked] == ["p1", *(one.statement.id for one in whole[1:])]


def test_proposals_change_no_statement_and_no_verdict(record: bs.Record) -> None:
    text, on = "Poland spent 4.12 percent of GDP on defence in 2024. NATO has 31 members.", date(2025, 2, 13)
    lies = [bs.Proposal(at, at + 9, "POL;NATO", "", 31, "allies", "", "\x1b[31m") for at in range(70)]
    alone = bs.check(text, on=on, record=record).to_dict()
    report = bs.check(text, on=on, record=record, proposer=Points(*lies)).to_dict()
    assert report["statements"] == alone["statements"]
    assert report["summary"] | {"not_verified": 0} == alone["summary"]
    assert report["remarks"] != alone["remarks"]
