"""Saved reports at the door: each form is told by its bytes, and what cannot be read is one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.report.report import Report
from burdenshare.report.saved.files import Form, form_of, is_saved_report
from tests.samples import checked_document

REVIEWER = bs.Reviewer("The Example", "https://example.org/check")


def written(tmp_path: Path, form: str) -> Path:
    out = tmp_path / f"report.{form}"
    bs.export([Report(checked_document()), Report(checked_document("two"))], out, form, reviewer=REVIEWER)
    return out


@pytest.mark.parametrize("form", list(Form))
def test_form_is_told_by_the_bytes_whatever_the_name(form: Form, tmp_path: Path) -> None:
    path = written(tmp_path, form)
    assert form_of(path) is form
    assert is_saved_report(path)
    path = path.rename(tmp_path / "nameless")
    assert form_of(path) is form
    assert [one.checked.document.id for one in bs.load_reports(path)] == ["sample", "two"]
    with pytest.raises(bs.ReportError, match="holds 2 reports"):
        bs.load_report(path)


@pytest.mark.parametrize("form", list(Form))
def test_damaged_file_is_one_line(form: Form, tmp_path: Path) -> None:
    path = written(tmp_path, form)
    data = path.read_bytes()
    for cut in (len(data) // 3, len(data) // 2, int(len(data) * 0.9)):
        path.write_bytes(data[:cut])
        with pytest.raises(bs.ReportError) as caught:
            bs.load_reports(path)
        assert "\n" not in caught.value.line()
        assert str(path) in caught.value.line()


@pytest.mark.parametrize(
    "text",
    ["An article on NATO.", "", "{not json", '{"title": "x", "text": "y"}', '{"document": "x"}', '{"format": "x"}'],
)
def test_article_is_no_saved_report(text: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    assert form_of(path) is None
    assert not is_saved_report(path)
    with pytest.raises(bs.ReportError, match="is no saved report; check the article again"):
        bs.load_reports(path)


def test_name_json_means_a_saved_report_however_damaged(tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_text("cut off", encoding="utf-8")
    assert form_of(path) is Form.JSON
    assert not is_saved_report(path)
    with pytest.raises(bs.ReportError, match="is no JSON, or damaged"):
        bs.load_reports(path)


def test_missing_file_folder_and_standard_input(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, Path("bad\x00name")):
        with pytest.raises(bs.ReportError):
            bs.load_reports(path)
    assert form_of("-") is None
    assert form_of("https://example.org/report.json") in (None, Form.JSON)


def test_file_that_is_no_utf_8_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_bytes(b'{"format": 1, "x": "\xff"}')
    with pytest.raises(bs.ReportError, match="no UTF-8"):
        bs.load_reports(path)


def test_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    report = Report(checked_document())
    path = tmp_path / "saved.json"
    path.write_bytes(b"\xef\xbb\xbf" + report.to_json().encode())
    assert bs.load_report(path).to_dict() == report.to_dict()
    assert json.loads(report.to_json())["format"] == 1
