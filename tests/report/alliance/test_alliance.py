"""The door for Python: days, articles and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import burdenshare as bs
from tools.tutorial import ROOT

EXAMPLE = ROOT / "examples" / "ministers-meeting.txt"


def test_default_day_is_the_edition(record: bs.Record) -> None:
    assert bs.alliance(record=record).view.day == record.edition


def test_days_before_the_treaty_and_in_the_future_are_refused(record: bs.Record) -> None:
    with pytest.raises(bs.DateError, match="before the North Atlantic Treaty"):
        bs.alliance(on=date(1949, 4, 3), record=record)
    with pytest.raises(bs.DateError, match="in the future"):
        bs.alliance(compare=date.today() + timedelta(days=1), record=record)
    with pytest.raises(bs.DateError, match="is not a day"):
        bs.alliance(on="2025-02-13", record=record)  # type: ignore[arg-type]


def test_same_day_twice_changes_nothing_and_says_so(record: bs.Record) -> None:
    shown = bs.alliance(on=date(2025, 2, 13), compare=date(2025, 2, 13), record=record)
    assert shown.compared is not None and shown.compared.changes == ()
    assert "of one day" in shown.to_text()


def test_articles_are_read_on_the_spot(record: bs.Record) -> None:
    shown = bs.alliance(on=date(2025, 6, 26), articles=[bs.load_document(EXAMPLE)], record=record)
    stands = [one for one in shown.view.section("positions").entries if one.key.startswith("ministers-meeting#")]
    assert any(one.label.startswith("Mark Rutte") for one in stands)
    assert "of them from 1 article" in shown.to_text()


def test_article_of_a_later_day_is_named(record: bs.Record) -> None:
    shown = bs.alliance(on=date(2025, 2, 13), articles=[bs.load_document(EXAMPLE)], record=record)
    assert "after the day of the view" in shown.view.remarks[0]
    assert "after the day of the view" in shown.to_html()


def test_what_is_no_article_is_refused(record: bs.Record) -> None:
    with pytest.raises(bs.InputError):
        bs.alliance(articles=[3], record=record)  # type: ignore[list-item]
