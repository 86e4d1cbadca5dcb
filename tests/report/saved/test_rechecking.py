"""A saved report judged again: bit for bit the same with the same versions, and every change told where they differ."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.record import Record
from burdenshare.report.report import Report
from burdenshare.report.saved.rechecking import rechecked
from tests.report.saved.test_reports import TEXTS

DAY = date(2025, 2, 13)
TEXT = "Poland spent 4.12 % of GDP on defence in 2024. NATO allies must reach 3.5 % of GDP, Mark Rutte said."


@pytest.mark.parametrize("article", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_article_judged_again_is_the_same_bit_for_bit(article: Path, record: Record) -> None:
    for on in (None, date(2024, 7, 12)):
        report = bs.check(bs.load_document(article, on=on), record=record)
        saved = Report.from_json(report.to_json())
        again = rechecked(saved, record)
        assert again.report.to_json() == report.to_json()
        assert again.changes == ()
        assert again.same_versions


def test_fresh_process_with_other_hashes_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = [str(one) for one in TEXTS]

    def run(seed: str, *arguments: str) -> bytes:
        settings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        asked = [sys.executable, "-m", "burdenshare", *arguments]
        return subprocess.run(asked, capture_output=True, check=True, env=settings).stdout

    first = run("1", "check", *texts, "--json")
    (tmp_path / "saved.json").write_bytes(first)
    assert run("2", "recheck", str(tmp_path / "saved.json"), "--json") == first
    assert run("3", "check", *texts, "--json") == first


def test_now_stays_where_it_was_given_and_moves_with_the_record_where_not(record: Record) -> None:
    given = bs.check(TEXT, on=DAY, now=date(2025, 6, 1), record=record)
    assert rechecked(given, record).report.checked.edition == date(2025, 6, 1)
    old = replace(bs.check(TEXT, on=DAY, record=record).checked, edition=date(2025, 3, 1))
    assert rechecked(Report(old), record).report.checked.edition == record.edition


def test_changed_verdict_is_told_with_both_and_the_reason(record: Record) -> None:
    report = bs.check(TEXT, on=DAY, record=record)
    first, *others = report.checked.checked
    assert first.then is not None
    other = Verdict.CONTRADICTED if first.then.verdict is not Verdict.CONTRADICTED else Verdict.SUPPORTED
    old = replace(first, then=replace(first.then, verdict=other))
    saved = Report(replace(report.checked, record_version="older", checked=(old, *others)))
    again = rechecked(saved, record)
    assert not again.same_versions
    (change,) = again.changes
    assert (change.statement, change.of, change.was, change.is_) == ("s1", "then", other, first.then.verdict)
    assert change.verdict
    assert change.why == first.then.why
    assert again.report.checked.checked == report.checked.checked


def test_same_verdict_for_another_reason_is_a_change_but_not_of_the_verdict(record: Record) -> None:
    report = bs.check(TEXT, on=DAY, record=record)
    first, *others = report.checked.checked
    assert first.then is not None
    old = replace(first, then=replace(first.then, why="another reason"))
    (change,) = rechecked(Report(replace(report.checked, checked=(old, *others))), record).changes
    assert not change.verdict
    assert change.was == change.is_


def test_changed_price_is_told(record: Record) -> None:
    report = bs.check(TEXT, on=DAY, record=record)
    priced = next(one for one in report.checked.checked if one.price is not None)
    assert priced.price is not None
    dearer = replace(priced, price=replace(priced.price, total_low=priced.price.total_low * 2))
    checked = tuple(dearer if one is priced else one for one in report.checked.checked)
    (change,) = rechecked(Report(replace(report.checked, checked=checked)), record).changes
    assert change.of == "price"
    assert change.was != change.is_
    assert "a year" in change.is_
    gone = tuple(replace(one, price=None) if one is priced else one for one in report.checked.checked)
    (change,) = rechecked(Report(replace(report.checked, checked=gone)), record).changes
    assert change.was == "no price"
