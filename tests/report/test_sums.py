"""The sums inside a text on the terminal, on the page and in the JSON, and what `--fail-on` makes of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import jsonschema

from burdenshare.checking.model import Verdict
from burdenshare.record import Record
from burdenshare.report.article import check
from burdenshare.report.report import Report
from burdenshare.report.schema import schema
from burdenshare.report.sums import TITLE, ordered
from tests.samples import checked_document

TEXT = (
    "France gave €4.1bn and Italy €2.2bn, a total of €6.3bn, to a NATO fund. "
    "Spain <b> gave €4.1bn and Portugal €2.2bn, a total of €7.9bn, to it."
)


def report(record: Record) -> Report:
    return check(TEXT, on=date(2025, 3, 6), record=record)


def test_what_does_not_work_out_comes_first(record: Record) -> None:
    found = report(record).checked.arithmetic
    assert [one.verdict for one in found] == [Verdict.SUPPORTED, Verdict.CONTRADICTED]
    assert [one.id for one in ordered(found)] == ["a2", "a1"]


def test_the_terminal_shows_a_section_only_where_there_are_findings(record: Record) -> None:
    shown = report(record).to_text(width=100)
    section = shown[shown.index(TITLE) :]
    assert section.index("✘ contradicted €4.1bn + €2.2bn") < section.index("✔ supported €4.1bn + €2.2bn")
    assert TITLE not in Report(checked_document()).to_text()


def test_the_page_marks_each_in_place_and_leads_there_and_back(record: Record) -> None:
    page = report(record).to_html()
    for one in ("a1", "a2"):
        assert page.count(f'id="d1-{one}"') == page.count(f'id="d1-{one}-mark"') == 1
        assert page.count(f'href="#d1-{one}"') == page.count(f'href="#d1-{one}-mark"') == 1
    assert "<b>" not in page[page.index("<article") : page.index("</article>")]
    assert 'class="sums"' not in Report(checked_document()).to_html()
    assert not re.search(r"<script", page)


def test_the_shape_is_what_the_schema_says(record: Record) -> None:
    shape = report(record).to_dict()
    jsonschema.Draft202012Validator(schema()).validate(shape)
    wrong = shape["arithmetic"][1]
    assert wrong["verdict"] == "contradicted"
    assert [TEXT[part["start"] : part["end"]] for part in wrong["parts"]] == [part["words"] for part in wrong["parts"]]
    wrong["extra"] = 1
    assert not jsonschema.Draft202012Validator(schema()).is_valid(shape)


def test_a_contradicted_sum_counts_for_fail_on(record: Record) -> None:
    held = report(record)
    alone = Report(replace(held.checked, checked=()))
    assert alone.has(Verdict.CONTRADICTED)
    assert not alone.has(Verdict.DEPENDS)
    assert not Report(replace(alone.checked, arithmetic=())).has(Verdict.CONTRADICTED)
