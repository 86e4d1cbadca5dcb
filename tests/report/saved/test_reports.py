"""A saved report comes back without loss, or is refused in one line that says where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.citations import Citation
from burdenshare.report.report import Report
from burdenshare.report.saved.reports import first_difference, report_of, reports_of
from burdenshare.report.schema import schema
from tests import made
from tests.samples import checked_document

ROOT = Path(__file__).parent.parent.parent.parent
ARTICLES = [*sorted((ROOT / "examples").iterdir()), *sorted((ROOT / "tests" / "cases" / "articles").iterdir())]
TEXTS = [one for one in ARTICLES if one.suffix in (".txt", ".md", ".html")]
VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("article", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("with_text", [False, True])
def test_articles_come_back_the_same(article: Path, with_text: bool, record: Record) -> None:
    report = bs.check(bs.load_document(article), record=record)
    text = report.to_json(with_text=with_text)
    back = Report.from_json(text)
    assert back.to_json(with_text=with_text) == text
    VALIDATOR.validate(json.loads(text))
    if with_text:
        assert back.checked.document == report.checked.document
    assert back.summary == report.summary
    for old, new in zip(report.checked.checked, back.checked.checked, strict=True):
        assert (new.statement, new.before, new.price, new.context) == (
            old.statement,
            old.before,
            old.price,
            old.context,
        )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(made.reports, st.booleans())
def test_any_report_comes_back_the_same(report: Report, with_text: bool) -> None:
    text = report.to_json(with_text=with_text)
    back = report_of(json.loads(text))
    assert back.to_json(with_text=with_text) == text
    assert report_of(json.loads(back.to_json(with_text=with_text))) == back


SENTENCES = (
    "{ally} spent {share} percent of GDP on defence in {year}.",
    "In {year}, {count} of the 32 members met the guideline of 2 percent, NATO said.",
    "“We must reach {share} percent by {year},” Mark Rutte said.",
    "{ally} spent ${count} billion on defence last year, and {other} cut its budget by {share} percent.",
    "The European allies and Canada raised spending by {count} percent in {year}.",
    "Leaders met in The Hague in June {year}.",
)


@st.composite
def stories(draw: st.DrawFn) -> str:
    allies = st.sampled_from(("Germany", "Poland", "the United States", "Italy", "France and Spain"))
    lines = []
    for form in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)):
        filled: dict[str, object] = {"ally": draw(allies), "other": draw(allies), "year": draw(st.integers(2012, 2035))}
        lines.append(
            form.format(**filled, share=draw(st.sampled_from(("1.5", "2", "4.12"))), count=draw(st.integers(1, 32)))
        )
    return " ".join(lines)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(stories(), st.sampled_from((date(2023, 8, 1), date(2025, 2, 13), None)))
def test_made_texts_come_back_the_same(text: str, on: date | None) -> None:
    report = bs.check(text, on=on)
    assert Report.from_json(report.to_json()).to_json() == report.to_json()


# what is refused -----------------------------------------------------------------------------------------------------


def shape() -> Any:
    return json.loads(Report(checked_document()).to_json(with_text=True))


def set_at(*path: Any) -> Callable[[Any], None]:
    """A change of the value at `path` to its last entry."""

    def change(held: Any) -> None:
        for key in path[:-2]:
            held = held[key]
        held[path[-2]] = path[-1]

    return change


FIRST = ("statements", 0)
CHANGES: list[tuple[Callable[[Any], None], str]] = [
    (set_at(*FIRST, "then", "verdict", "true"), "statements[0].then.verdict is none of supported"),
    (set_at(*FIRST, "then", "on", "13 February"), "statements[0].then.on is no day"),
    (set_at(*FIRST, "then", "on", "20250213"), "statements[0].then.on is no day"),
    (set_at(*FIRST, "then", "recorded", "23"), "statements[0].then.recorded is no number"),
    (set_at(*FIRST, "then", "recorded", 10**400), "is no finite number"),
    (set_at(*FIRST, "start", -1), "statements[0].start is no whole number"),
    (set_at(*FIRST, "start", True), "statements[0].start is no whole number"),
    (set_at(*FIRST, "start", 5000), "lies before its start"),
    (set_at(*FIRST, "likely", 1), "statements[0].likely is neither true nor false"),
    (set_at(*FIRST, "text", None), "statements[0].text is no text"),
    (set_at(*FIRST, "repeats", {}), "statements[0].repeats is no list"),
    (set_at(*FIRST, "speaker", []), "statements[0].speaker is no object"),
    (set_at(*FIRST, "more", 1), "statements[0].more is no field of a report"),
    (set_at(*FIRST, "question", "words_said", "24"), "statements[0].question.words_said does not agree"),
    (set_at(*FIRST, "id", "s2"), "statements has the id s2 twice"),
    (set_at(*FIRST, "then", "derivation", "inputs", 0, "cell", 99), "is not in the list of cells"),
    (set_at(*FIRST, "then", "derivation", "inputs", 0, "table", "x"), "is not that of its cell"),
    (set_at(*FIRST, "then", "evidence", 0, "title", "another"), "is told in two ways"),
    (set_at("summary", "statements", 9), "summary.statements does not agree"),
    (set_at("summary", "then", "supported", 9), "summary.then.supported does not agree"),
    (set_at("document", "text", "another text"), "document.text is not the text that was checked"),
    (set_at("document", "sha256", "0" * 64), "document.text is not the text that was checked"),
]


@pytest.mark.parametrize(("change", "reason"), CHANGES, ids=[reason for _, reason in CHANGES])
def test_changed_report_is_refused_and_the_place_is_named(change: Callable[[Any], None], reason: str) -> None:
    held = shape()
    change(held)
    with pytest.raises(bs.ReportError) as caught:
        report_of(held, "r.json")
    assert caught.value.line().startswith("r.json: ")
    assert reason in caught.value.line()


def places(held: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key of every object."""
    if isinstance(held, dict):
        return [(*path, key) for key in held] + [one for key in held for one in places(held[key], (*path, key))]
    if isinstance(held, list):
        return [one for at, entry in enumerate(held) for one in places(entry, (*path, at))]
    return []


@pytest.mark.parametrize("at", range(0, len(places(shape())), 7))
def test_report_without_any_one_of_its_fields_is_refused(at: int) -> None:
    held = shape()
    *path, last = places(held)[at]
    inner = held
    for key in path:
        inner = inner[key]
    del inner[last]
    with pytest.raises(bs.ReportError):
        report_of(held)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no JSON"),
        ('{"format": 1,', "is no JSON"),
        ("[]", "holds no report"),
        ("{}", "is no report of burdenshare"),
        ("[1]", "is no report of burdenshare"),
        ('{"format": NaN}', "NaN is no number of JSON"),
        ('{"format": 1, "format": 1}', "a field is told twice"),
        ("[" * 100_000, "is nested too deeply"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_report_is_refused(text: str, reason: str) -> None:
    with pytest.raises(bs.ReportError, match=reason):
        reports_of(text, "r.json")


def test_report_of_another_format_names_what_made_it() -> None:
    held = shape() | {"format": 2, "versions": {"code": "9.9.9", "record": "x"}}
    with pytest.raises(
        bs.ReportError, match=r"is a report of format 2, made by burdenshare 9.9.9; this program reads format 1"
    ):
        report_of(held)
    held.pop("format")
    with pytest.raises(bs.ReportError, match=r"made by burdenshare 9.9.9, before reports could be read back"):
        report_of(held)


def test_reading_that_was_not_judged_is_refused(record: Record) -> None:
    from burdenshare.report.shape import reading_shape

    read = reading_shape(bs.read("NATO has 32 members.", on=date(2025, 2, 13), record=record), record)
    with pytest.raises(bs.ReportError, match="read and not judged"):
        report_of(read)


def test_several_reports_are_an_array_and_one_is_asked_for_by_name() -> None:
    text = json.dumps([shape(), shape()])
    assert len(reports_of(text)) == 2
    with pytest.raises(bs.ReportError, match="holds 2 reports; read them with load_reports"):
        Report.from_json(text)


def test_sources_that_have_another_name_today_keep_the_saved_one() -> None:
    held = shape()

    def renamed(part: Any) -> None:
        if isinstance(part, dict):
            if "publisher" in part:
                part |= {"title": "Old title", "address": "https://example.org/old"}
            for one in part.values():
                renamed(one)
        elif isinstance(part, list):
            for one in part:
                renamed(one)

    renamed(held)
    report = report_of(held)
    assert report.to_dict(with_text=True) == held
    assert report.cite("NATO, table 3") == Citation("NATO, table 3", "Old title", "", "https://example.org/old")
    assert "Old title" in report.explain("s1").to_text()


def test_report_without_its_text_knows_its_fingerprint_and_makes_a_page() -> None:
    whole = Report(checked_document())
    bare = whole.without_text()
    assert bare.without_text() is bare
    assert bare.checked.document.fingerprint == whole.checked.document.fingerprint
    assert whole.to_dict() == bare.to_dict(with_text=True)
    page = bare.to_html()
    assert "saved without the text" in page
    assert "well north of 3 %" in page
    assert "left in an F-35" not in page


def test_first_difference_names_the_place() -> None:
    assert first_difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}) == "a[1].b"
    assert first_difference({"a": 1}, {"b": 1}) == "a"
    assert first_difference([1], [1, 2]) == "the list"
    assert first_difference({"a": True}, {"a": 1}) == "a"
    assert first_difference({"a": [1.0]}, {"a": [1]}) == ""


def test_deep_derivation_is_refused() -> None:
    held = shape()
    tree = held["statements"][0]["then"]["derivation"]
    leaf = {**tree, "inputs": []}
    for _ in range(80):
        leaf = {**leaf, "inputs": [leaf]}
    tree["inputs"] = [leaf]
    with pytest.raises(bs.ReportError, match="lies too deep"):
        report_of(held)


def test_now_that_was_given_is_kept(record: Record) -> None:
    report = bs.check("NATO has 32 members.", on=date(2025, 2, 13), now=date(2025, 9, 1), record=record)
    assert report.to_dict()["now_given"] == "2025-09-01"
    assert bs.check("NATO has 32 members.", on=date(2025, 2, 13), record=record).to_dict()["now_given"] is None
    assert replace(report.checked, now_given=None) != report.checked
