"""Reviews: who, when and why beside the machine's verdict, in every form a report is shown in, never in its place."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import polars as pl
import pytest

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.record import Record
from burdenshare.report.exports.claimreview import reviews_of
from burdenshare.report.exports.markdown import markdown_of
from burdenshare.report.exports.tables import csv_of, parquet_of
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review, head_told, override
from burdenshare.report.saved.files import Form
from burdenshare.report.saved.rechecking import rechecked
from burdenshare.report.saved.reports import report_of
from tests.samples import checked_document

AT = datetime(2026, 8, 30, 14, 5, tzinfo=UTC)
REVIEWER = bs.Reviewer("The Example", "https://example.org/check")
VALIDATOR = jsonschema.Draft202012Validator(bs.schema(), format_checker=jsonschema.FormatChecker())


def review(statement: str = "s1", verdict: Verdict | None = Verdict.DEPENDS, **more: Any) -> Review:
    given: dict[str, Any] = {
        "reviewer": "A. Editor",
        "at": AT,
        "note": "He meant the <b>core</b> definition.\nSee the transcript.",
    }
    return Review(statement, verdict=verdict, **(given | more))


def sample(*reviews: Review) -> Report:
    return Report(checked_document(), reviews=reviews or (review(), review("s3", None, note="Said at a press point.")))


# what a review is ----------------------------------------------------------------------------------------------------


def test_time_is_kept_in_utc_and_blanks_go() -> None:
    summer = datetime(2026, 8, 30, 16, 5, tzinfo=timezone(timedelta(hours=2)))
    one = review(at=summer, reviewer="  A.\tEditor ", note=" a\r\nb\rc ")
    assert one.at == AT
    assert one.at.utcoffset() == timedelta(0)
    assert (one.reviewer, one.note, one.when) == ("A. Editor", "a\nb\nc", "2026-08-30 14:05 UTC")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"reviewer": " \u200b "}, "reviewer: a review names who made it"),
        ({"at": datetime(2026, 8, 30)}, "at: a review's time needs its zone"),
        ({"note": " \n"}, "note: a review with a verdict of its own says why"),
        ({"note": "", "verdict": None}, "note: a review says nothing"),
        ({"note": "x" * 10_001}, "note: is longer than 10,000 characters"),
        ({"reviewer": "x" * 201}, "reviewer: is longer than 200 characters"),
        ({"note": "a\x00b"}, "note: holds control or half characters"),
        ({"reviewer": "a\ud800"}, "reviewer: holds control or half characters"),
        ({"statement": "s\x00"}, "statement: holds control or half characters"),
        ({"verdict": "true"}, "verdict: 'true' is no verdict; give one of supported"),
    ],
)
def test_what_is_no_review_is_refused(more: dict[str, Any], reason: str) -> None:
    with pytest.raises(bs.InputError) as caught:
        review(**more)
    assert caught.value.line().startswith(reason)


def test_review_of_an_unknown_statement_is_refused() -> None:
    report = Report(checked_document())
    with pytest.raises(bs.UnknownNameError, match="unknown statement 's9'"):
        report.with_review(review("s9"))
    with pytest.raises(bs.UnknownNameError):
        Report(checked_document(), reviews=(review("s9"),))
    with pytest.raises(bs.UnknownNameError):
        replace(sample(), checked=replace(checked_document(), checked=()))


def test_reviews_stand_in_the_order_in_which_they_were_given() -> None:
    first, second, third = review(), review("s2"), review(verdict=Verdict.CLOSE)
    report = Report(checked_document()).with_review(first).with_review(second).with_review(third)
    assert report.reviews == (first, second, third)
    assert report.reviews_of("s1") == (first, third)
    assert report.checked == checked_document()


def test_newest_verdict_overrides_and_a_note_alone_never_does() -> None:
    old, new = review(verdict=Verdict.CLOSE), review(at=AT + timedelta(days=1))
    note = review(verdict=None, at=AT + timedelta(days=2))
    assert override([new, old, note]) == new
    assert override([old, replace(old, verdict=Verdict.SUPPORTED)]) == replace(old, verdict=Verdict.SUPPORTED)
    assert override([note]) is None


# in every form -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("with_text", [False, True])
def test_every_export_carries_reviews_and_reads_them_back(form: Form, with_text: bool, tmp_path: Path) -> None:
    bs.export(sample(), tmp_path / "out", form, reviewer=REVIEWER, with_text=with_text)
    back = bs.load_report(tmp_path / "out")
    assert back.reviews == sample().reviews
    assert back.to_json(with_text=True) == sample().to_json(with_text=with_text)


def test_json_of_a_report_without_reviews_is_what_it_was() -> None:
    assert "reviews" not in Report(checked_document()).to_dict()
    shape = sample().to_dict()
    VALIDATOR.validate(shape)
    assert shape["reviews"][0] == {
        "statement": "s1",
        "reviewer": "A. Editor",
        "at": "2026-08-30T14:05:00Z",
        "verdict": "depends",
        "note": "He meant the <b>core</b> definition.\nSee the transcript.",
    }
    assert {**shape, "reviews": None} == {**Report(checked_document()).to_dict(), "reviews": None}


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("statement", "s9", "reviews[0].statement is no statement of the report"),
        ("at", "2026-08-30T14:05:00", "reviews[0].at is no moment as YYYY"),
        ("at", "2026-08-30T14:05:00+02:00", "reviews[0].at is no moment as YYYY"),
        ("at", "yesterday", "reviews[0].at is no moment"),
        ("verdict", "true", "reviews[0].verdict is none of supported"),
        ("note", "", "reviews[0].note is that of no review (a review with a verdict of its own says why)"),
        ("note", " a", "reviews[0].note does not agree"),
        ("more", 1, "reviews[0].more is no field of a report"),
    ],
)
def test_saved_review_that_was_changed_is_refused(field: str, value: object, reason: str) -> None:
    shape = sample().to_dict()
    shape["reviews"][0][field] = value
    with pytest.raises(bs.ReportError) as caught:
        report_of(shape)
    assert reason in caught.value.line()


def test_saved_list_of_no_reviews_is_refused() -> None:
    shape = Report(checked_document()).to_dict() | {"reviews": []}
    assert not VALIDATOR.is_valid(shape)
    with pytest.raises(bs.ReportError, match="reviews does not agree"):
        report_of(shape)


def test_judging_again_keeps_reviews(record: Record) -> None:
    report = bs.check("Poland spent 4.12 % of GDP on defence in 2024.", on=date(2025, 2, 13), record=record)
    report = report.with_review(review())
    assert rechecked(report, record).report.to_json() == report.to_json()


def test_report_without_its_text_keeps_reviews() -> None:
    assert sample().without_text().reviews == sample().reviews


def test_head_names_both_verdicts() -> None:
    entry = checked_document().checked[0]
    head = "Reviewed by A. Editor, 2026-08-30 14:05 UTC"
    assert head_told(review(), entry.then) == f"{head}: ◐ depends in place of ✔ supported"
    assert head_told(review(verdict=Verdict.SUPPORTED), entry.then) == f"{head}: ✔ supported, as the machine says"
    assert head_told(review(), None) == f"{head}: ◐ depends in place of – not judged"
    assert head_told(review(verdict=None), None) == head


def test_terminal_tells_reviews_beside_both_verdicts() -> None:
    shown = sample().to_text(width=120)
    clocks = shown.index("✔ supported then (2025-02-13) · ✘ contradicted now (2026-07-02)")
    told = shown.index("Reviewed by A. Editor, 2026-08-30 14:05 UTC: ◐ depends in place of ✔ supported")
    assert clocks < told < shown.index("the record counts 23")
    assert "See the transcript." in shown
    assert "Said at a press point." in shown


def test_page_shows_reviews_escaped_beside_the_verdicts() -> None:
    page = sample().to_html()
    bare = Report(checked_document()).to_html()
    assert page.count('class="answer review"') == 2
    assert "He meant the &lt;b&gt;core&lt;/b&gt; definition." in page
    assert "A. Editor, in place of the machine's verdict" in page
    for badge in ("v-supported", "v-contradicted"):
        assert page.count(f"badge {badge}") == bare.count(f"badge {badge}")
    assert 'class="answer review"' not in bare


def test_explanation_ends_with_reviews() -> None:
    text = sample().explain("s1").to_text(width=120)
    assert "Reviewed by A. Editor" in text
    assert "See the transcript." in text
    assert "Reviewed by" not in sample().explain("s2").to_text()


def test_markdown_tells_reviews_as_plain_words_also_of_what_was_not_judged() -> None:
    silent = replace(checked_document().checked[1], then=None, now=None)
    report = Report(replace(checked_document(), checked=(silent,)), reviews=(review("s2", note="# *see* -->"),))
    text = markdown_of([report]).decode()
    head = "**Reviewed by A. Editor, 2026-08-30 14:05 UTC: ◐ depends in place of – not judged.**"
    assert f"{head} \\# \\*see\\* --&gt;" in text


def test_tables_have_columns_for_reviews() -> None:
    report = sample(review(reviewer="=1+1"), review(verdict=Verdict.CLOSE, at=AT + timedelta(1), note="no"))
    frame = pl.read_parquet(BytesIO(parquet_of([report])))
    assert frame["override"].to_list() == ["close", None, None, None]
    lines = frame["reviews"][0].splitlines()
    assert len(lines) == 2
    assert lines[1] == "Reviewed by A. Editor, 2026-08-31 14:05 UTC: ≈ close in place of ✔ supported: no"
    assert pl.read_csv(BytesIO(csv_of([report])))["reviews"][0].splitlines() == lines


def test_sqlite_has_a_table_of_reviews(tmp_path: Path) -> None:
    bs.export([Report(checked_document("other")), sample()], tmp_path / "c.db", "sqlite")
    asked = (
        'SELECT s.name, s."then", r.reviewer, r."at", r.verdict FROM reviews r JOIN statements s ON s.id = r.statement'
    )
    with closing(sqlite3.connect(tmp_path / "c.db")) as database:
        rows = database.execute(f"{asked} ORDER BY place").fetchall()
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    at = "2026-08-30T14:05:00Z"
    assert rows == [("s1", "supported", "A. Editor", at, "depends"), ("s3", None, "A. Editor", at, None)]
    told = json.loads((tmp_path / "c.metadata.json").read_text())["databases"]["c"]["tables"]["reviews"]
    assert told["facets"] == ["reviewer", "verdict"]


# ClaimReview ---------------------------------------------------------------------------------------------------------


def published(report: Report) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    graph, left = reviews_of([report], REVIEWER, with_report=False)
    found = {one["@id"].rsplit("#", 1)[1]: one for one in graph["@graph"]}
    return found, {one.statement: one.why for one in left}


def test_override_decides_the_rating_and_the_machine_stays_told() -> None:
    found, _ = published(sample())
    rating = found["s1"]["reviewRating"]
    assert (rating["ratingValue"], rating["alternateName"]) == (3, "depends")
    assert rating["ratingExplanation"].startswith(
        "depends by the review of A. Editor (2026-08-30); by the machine: true"
    )
    body = found["s1"]["reviewBody"]
    assert "By the record of the day (2025-02-13): supported." in body
    assert "Reviewed by A. Editor, 2026-08-30 14:05 UTC: ◐ depends in place of ✔ supported. He meant" in body
    assert found["s1"]["datePublished"] == "2026-08-30"
    assert found["s2"] == published(Report(checked_document()))[0]["s2"]


def test_note_alone_changes_no_rating_and_stands_in_the_body() -> None:
    plain, noted = (published(one)[0]["s1"] for one in (Report(checked_document()), sample(review(verdict=None))))
    assert noted["reviewRating"] == plain["reviewRating"]
    assert noted["reviewBody"].startswith(plain["reviewBody"])
    assert "Reviewed by A. Editor, 2026-08-30 14:05 UTC. He meant" in noted["reviewBody"]


def test_person_may_rate_what_the_machine_did_not_and_take_a_rating_away() -> None:
    withdrawn = review(verdict=Verdict.UNVERIFIABLE, note="The transcript is disputed.")
    found, left = published(sample(review("s3", Verdict.CONTRADICTED), withdrawn))
    assert found["s3"]["reviewRating"]["ratingValue"] == 1
    assert "by the machine: not judged then" in found["s3"]["reviewRating"]["ratingExplanation"]
    assert found["s3"]["reviewBody"].startswith("Not judged by the record of the day")
    assert left["s1"] == "unverifiable, says A. Editor: The transcript is disputed."
    assert "s1" not in found
