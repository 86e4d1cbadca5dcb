"""A report says how old the record behind it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.freshness import AGE, AWAITED, awaited
from burdenshare.report.saved.rechecking import rechecked

SHARE = "Germany spent 2.1 % of GDP on defence in 2024."


def moved(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())))


def told(text: str, now: date | None = None) -> list[str]:
    remarks = bs.check(text, on=date(2025, 2, 13), now=now).checked.remarks
    return [one for one in remarks if one.startswith((AGE, AWAITED))]


def test_a_fresh_record_needs_no_remark() -> None:
    assert told(SHARE) == []


def test_what_is_due_is_told_of_the_sources_a_report_rests_on(monkeypatch: pytest.MonkeyPatch) -> None:
    moved(monkeypatch, date(2026, 11, 22))
    assert told(SHARE) == []  # the Outlook is due, but nothing here rests on it
    (priced,) = told("Germany will spend 3.5 % of GDP on defence by 2029.")
    assert "World Economic Outlook: October 2026" in priced
    assert "Kiel" not in priced


def test_a_record_older_than_two_hundred_days_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    moved(monkeypatch, date(2027, 5, 1))
    age, late = told(SHARE)
    assert age.startswith("the record speaks for 2026-08-22, 252 days before this check")
    assert "NATO, defence expenditure: spring" in late


def test_who_asks_for_another_day_is_not_told_that_it_is_past(monkeypatch: pytest.MonkeyPatch) -> None:
    moved(monkeypatch, date(2027, 5, 1))
    assert told(SHARE, now=date(2026, 1, 1)) == []


def test_a_recheck_with_the_same_versions_keeps_its_remarks(monkeypatch: pytest.MonkeyPatch, record: Record) -> None:
    report = bs.check(SHARE, on=date(2025, 2, 13), record=record)
    moved(monkeypatch, date(2027, 5, 1))
    assert rechecked(report, record).report.checked.remarks == report.checked.remarks


def test_nothing_is_due_on_the_day_of_a_new_record(record: Record) -> None:
    assert awaited(record, date(2026, 8, 22)) == ()
