"""Whatever goes out comes back: every form, any report; what cannot go out is refused before a byte is written."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.report import Report
from burdenshare.report.saved.files import Form
from tests import made
from tests.report.saved.test_reports import TEXTS
from tests.samples import checked_document

REVIEWER = bs.Reviewer("The Example", "https://example.org/check")


def back(reports: list[Report], out: Path, form: Form, **more: Any) -> list[str]:
    bs.export(reports, out, form, reviewer=REVIEWER, force=True, **more)
    return [one.to_json(with_text=True) for one in bs.load_reports(out)]


@pytest.fixture(scope="module")
def articles(record: Record) -> list[Report]:
    return [bs.check(bs.load_document(one), record=record) for one in TEXTS[:4]]


@pytest.mark.parametrize("form", list(Form))
def test_articles_come_back_with_and_without_their_texts(form: Form, articles: list[Report], tmp_path: Path) -> None:
    bare = [one.to_json() for one in articles]
    assert back(articles, tmp_path / "out", form) == bare
    whole = [one.to_json(with_text=True) for one in articles]
    assert back(articles, tmp_path / "out", form, with_text=True) == whole != bare
    assert back(articles[:1], tmp_path / "out", form) == bare[:1]


@pytest.mark.parametrize("form", [one for one in Form if one is not Form.CLAIMREVIEW])
def test_any_reports_come_back(form: Form) -> None:
    with tempfile.TemporaryDirectory() as folder:

        @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
        @given(st.lists(made.reports, min_size=1, max_size=2))
        def holds(reports: list[Report]) -> None:
            expected = [one.to_json(with_text=True) for one in reports]
            assert back(reports, Path(folder) / "out", form, with_text=True) == expected

        holds()


def test_any_reports_come_back_from_claimreview() -> None:
    with tempfile.TemporaryDirectory() as folder:

        @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
        @given(st.lists(made.reports, max_size=2))
        def holds(reports: list[Report]) -> None:
            held = [Report(checked_document()), *reports]  # one that can be reviewed
            expected = [one.to_json(with_text=True) for one in held]
            assert back(held, Path(folder) / "out", Form.CLAIMREVIEW, with_text=True) == expected

        holds()


@pytest.mark.parametrize("form", [Form.CSV, Form.PARQUET, Form.SQLITE, Form.JSON, Form.MARKDOWN])
def test_report_without_statements_comes_back(form: Form, record: Record, tmp_path: Path) -> None:
    empty = bs.check("The weather in the valley was mild, and the children went to the lake with her.", record=record)
    assert empty.checked.checked == ()
    assert back([empty, empty], tmp_path / "out", form) == [empty.to_json()] * 2


@pytest.mark.parametrize("form", list(Form))
def test_same_reports_give_the_same_bytes(form: Form, tmp_path: Path) -> None:
    for name in ("a.x", "b.x"):
        bs.export(Report(checked_document()), tmp_path / name, form, reviewer=REVIEWER)
    assert (tmp_path / "a.x").read_bytes() == (tmp_path / "b.x").read_bytes()


def test_existing_target_is_kept_without_force(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(bs.OutputError, match="exists already; name another file, or overwrite it with --force"):
        bs.export(Report(checked_document()), target, "csv")
    assert target.read_text(encoding="utf-8") == "mine"
    bs.export(Report(checked_document()), target, "csv", force=True)
    assert len(bs.load_reports(target)) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"to": "xml"}, "unknown export form 'xml'"),
        ({"to": "csv", "statements": ["s1"]}, "--statement: csv holds whole reports"),
        ({"to": "sqlite", "bare": True}, "--bare: sqlite holds whole reports"),
        ({"to": "csv", "bare": True, "statements": ["s1"]}, "--statement: csv holds whole reports"),
        ({"to": "markdown", "statements": ["s77"]}, "unknown statement 's77'"),
        ({"to": "claimreview"}, "a ClaimReview names who made it"),
    ],
)
def test_what_cannot_be_exported_is_refused(arguments: dict[str, Any], reason: str, tmp_path: Path) -> None:
    with pytest.raises(bs.BurdenshareError) as caught:
        bs.export(Report(checked_document()), tmp_path / "out", **arguments)
    assert reason in caught.value.line()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(bs.InputError, match="there is no report to export"):
        bs.export([], tmp_path / "out", "json")
