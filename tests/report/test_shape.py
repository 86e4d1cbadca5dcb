"""The JSON shape: it is what the shipped schema says, and it keeps every promise of its documentation."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from burdenshare.reading.model import Reading
from burdenshare.record import Record
from burdenshare.report.report import Report
from burdenshare.report.schema import schema, schema_text
from burdenshare.report.shape import document_shape, reading_shape
from tests.samples import DAY, TEXT, checked_document, count, level, not_verified, promise

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_schema_is_a_valid_draft_2020_12_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"].endswith("2020-12/schema")
    assert json.loads(schema_text()) == schema()


def test_one_report_and_an_array_of_reports_satisfy_the_schema() -> None:
    shape = document_shape(checked_document())
    VALIDATOR.validate(shape)
    VALIDATOR.validate([shape, document_shape(checked_document("other"))])


def test_schema_refuses_what_the_shape_does_not_promise() -> None:
    for place, key, value in ((0, "extra", 1), (0, "start", -1), (1, "verdict", "true")):
        shape = document_shape(checked_document())
        (shape["statements"][0], shape["statements"][0]["then"])[place][key] = value
        assert not VALIDATOR.is_valid(shape)
    shape.pop("summary")
    assert not VALIDATOR.is_valid(shape)


def test_report_without_day_or_statements_satisfies_the_schema() -> None:
    checked = checked_document()
    bare = replace(checked, document=replace(checked.document, published=None, published_from="none"), checked=())
    shape = document_shape(bare)
    VALIDATOR.validate(shape)
    assert shape["document"]["published"] is None
    assert shape["statements"] == []
    assert shape["summary"]["then"] == dict.fromkeys(
        ["supported", "close", "depends", "contradicted", "unverifiable"], 0
    )


def test_offsets_point_into_the_text_as_given() -> None:
    for statement in document_shape(checked_document())["statements"]:
        assert TEXT[statement["start"] : statement["end"]] == statement["text"]
        focus = statement["focus"]
        assert TEXT[focus["start"] : focus["end"]] in statement["text"]


def test_infinite_bounds_are_null() -> None:
    checked = replace(checked_document(), checked=(promise(),))
    (statement,) = document_shape(checked)["statements"]
    assert statement["value"]["low"] == 3.15
    assert statement["value"]["high"] is None
    assert statement["price"]["lines"][0]["gap"] == {"low": 1.78, "high": None}
    assert "Infinity" not in Report(checked).to_json()


def test_statement_that_was_not_judged_keeps_the_shape_and_says_why() -> None:
    undated = replace(count(), then=None, then_missing="the text bears no day")
    (statement,) = document_shape(replace(checked_document(), checked=(undated,)))["statements"]
    assert statement["then"]["verdict"] is None
    assert statement["then"]["why"] == "the text bears no day"
    assert statement["then"].keys() == statement["now"].keys()


def test_values_are_in_base_units_and_subjects_joined() -> None:
    two = replace(level(), statement=replace(level().statement, subject=("CAN", "EUR")))
    (statement,) = document_shape(replace(checked_document(), checked=(two,)))["statements"]
    assert statement["subject"] == "CAN;EUR"
    assert statement["value"]["low"] == 484_500_000_000
    assert statement["value"]["unit"] == "USD"


def test_every_clock_names_its_evidence_with_release_and_day() -> None:
    then = document_shape(checked_document())["statements"][0]["then"]
    first = then["evidence"][0]
    assert (first["release"], first["released_on"], first["ally"], first["value"]) == (
        "nato-2024-06",
        "2024-06-17",
        "DEU",
        2.1,
    )
    assert then["on"] == DAY.isoformat()
    assert then["derivation"]["inputs"][0]["table"] == "nato/expenditure.csv:12"


def test_summary_counts_verdicts_kinds_and_prices() -> None:
    summary = Report(checked_document()).summary
    assert summary.statements == 4
    assert summary.kinds == {"fact": 3, "promise": 1}
    assert summary.then["supported"] == 2
    assert summary.now["contradicted"] == 1
    assert (summary.priced, summary.unaccounted) == (1, 1)


@pytest.mark.parametrize("indent", [None, 2])
def test_json_text_is_the_dictionary(indent: int | None) -> None:
    report = Report(checked_document())
    assert json.loads(report.to_json(indent=indent)) == report.to_dict()


# what was read and not judged ----------------------------------------------------------------------------------------


def reading() -> Reading:
    checked = checked_document()
    statements = tuple(entry.statement for entry in checked.checked)
    return Reading(checked.document, statements, checked.unaccounted, (not_verified(),), ("a remark",))


def test_reading_has_the_shape_of_a_report_without_the_judgements(record: Record) -> None:
    read, judged = reading_shape(reading(), record), document_shape(checked_document())
    VALIDATOR.validate(read)
    VALIDATOR.validate([read, read])
    assert judged.keys() - read.keys() == {"arithmetic", "cells", "now_given"}
    assert read.keys() < judged.keys()
    for without, whole in zip(read["statements"], judged["statements"], strict=True):
        assert whole.keys() - without.keys() == {"then", "now", "price", "context", "before"}
        assert without == {name: value for name, value in whole.items() if name in without}
    assert read["document"] == judged["document"]
    assert read["unaccounted"] == judged["unaccounted"]
    assert judged["summary"].keys() - read["summary"].keys() == {"then", "now", "priced"}


def test_schema_declares_every_field_once() -> None:
    defs = schema()["$defs"]
    for name in ("report", "statement", "summary"):
        for field, part in defs[f"read_{name}"]["properties"].items():
            own = (f"#/$defs/{name}/properties/{field}", "#/$defs/read_summary")
            assert field == "statements" or part["$ref"] in own
        assert defs[f"read_{name}"]["required"] == list(defs[f"read_{name}"]["properties"])


def test_array_of_reports_and_readings_mixed_is_refused(record: Record) -> None:
    assert not VALIDATOR.is_valid([reading_shape(reading(), record), document_shape(checked_document())])


def test_proposals_that_were_not_verified_are_told_apart() -> None:
    lost = replace(not_verified(), span=None, value=None)
    shape = document_shape(replace(checked_document(), not_verified=(not_verified(), lost)))
    VALIDATOR.validate(shape)
    first, second = shape["not_verified"]
    assert TEXT[first["start"] : first["end"]] == first["words"]
    assert (second["start"], second["end"], second["value"]) == (None, None, None)
    assert shape["summary"]["not_verified"] == 2
    assert len(shape["statements"]) == 4
