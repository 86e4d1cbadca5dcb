"""The repository's own example articles, held against what was expected of them before the reader first ran."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from burdenshare.reading.model import Kind, Span
from burdenshare.report.cases import EXPECTED, Articles, Row, failure, occurrences, read_rows
from burdenshare.report.schema import schema

FOLDER = Path(__file__).parent / "cases" / "articles"
EXAMPLES = Path(__file__).parent.parent / "examples"
ROWS = read_rows(FOLDER / EXPECTED)
DAYS = {row.article: row.on for row in ROWS}


def strays() -> list[Row]:
    """Words whose numbers must not become a fact, a promise or an event."""
    table = (FOLDER / "not_statements.csv").read_text(encoding="utf-8")
    return [
        Row(line, row["article"], DAYS[row["article"]], row["words"], why=row["why"])
        for line, row in enumerate(csv.DictReader(table.splitlines()), start=2)
    ]


def called(row: Row) -> str:
    return f"{row.article}:{row.line}"


def numbers(words: str, text: str) -> list[Span]:
    """Where the figures of `words` stand in `text`; where they have none, the words themselves (number words, titles).

    The name beside a figure may well be a statement: an age is none, the president who has it is.
    """
    spans = occurrences(words, text)
    figures = [
        Span(span.start + found.start(), span.start + found.end())
        for span in spans
        for found in re.finditer(r"\d+", text[span.start : span.end])
    ]
    return figures or spans


@cache
def articles() -> Articles:
    return Articles(FOLDER)


@pytest.mark.parametrize("row", ROWS, ids=called)
def test_row_is_met(row: Row) -> None:
    assert failure(row, articles().report(row)) == ""


@pytest.mark.parametrize("row", strays(), ids=called)
def test_number_on_another_subject_is_no_statement(row: Row) -> None:
    checked = articles().report(row).checked
    resting = [
        entry.statement
        for entry in checked.checked
        for span in numbers(row.words, checked.document.text)
        if entry.statement.kind is not Kind.POSITION
        and entry.statement.focus.start < span.end
        and span.start < entry.statement.focus.end
    ]
    assert resting == [], f"{row.words}: {row.why}"


@pytest.mark.parametrize(
    "example",
    sorted(path for path in EXAMPLES.iterdir() if path.is_file() and path.suffix != ".toml"),
    ids=lambda path: path.name,
)
def test_example_is_one_of_the_articles(example: Path) -> None:
    assert example.read_bytes() == (FOLDER / example.name).read_bytes()


@pytest.mark.parametrize("article", sorted(DAYS))
def test_report_of_every_article_satisfies_the_schema_and_loses_no_offset(article: str) -> None:
    report = articles().report(next(row for row in ROWS if row.article == article))
    shape = report.to_dict()
    jsonschema.Draft202012Validator(schema()).validate(shape)
    text = report.checked.document.text
    for entry in [*shape["statements"], *shape["unaccounted"]]:
        assert text[entry["start"] : entry["end"]] == entry["text"]
    assert len({one["id"] for one in shape["statements"]}) == len(shape["statements"])
