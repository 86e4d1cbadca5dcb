"""Every row of the table does what its example says, and the labelled set holds its floors."""

from __future__ import annotations

import re
from datetime import date

import pytest

from benchmarks.arithmetic import cases, scores
from burdenshare.checking.arithmetic import Arithmetic, ArithmeticKind
from burdenshare.checking.arithmetic.language import table
from burdenshare.checking.arithmetic.rows import Row, rows
from burdenshare.checking.arithmetic.signs import Places, worth
from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Verdict
from burdenshare.reading.folding import fold
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record

DAY = date(2025, 3, 1)
PRECISION = {Verdict.CONTRADICTED: 0.99, Verdict.SUPPORTED: 0.97}
RECALL = {Verdict.CONTRADICTED: 0.90, Verdict.SUPPORTED: 0.90}


def found(text: str, record: Record) -> tuple[Arithmetic, ...]:
    return check_reading(read(document_of(text, on=DAY), record), record).arithmetic


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_every_row_finds_its_example(row: Row, record: Record) -> None:
    assert row.reason
    assert [(one.rule, one.verdict) for one in found(row.example, record) if one.rule == row.name] == [
        (row.name, Verdict(row.verdict))
    ]


def test_every_sentence_of_the_labels_bears_a_sign() -> None:
    for case in cases():
        if any(kind not in ("members", "twice") for kind, _ in case.expect):
            assert list(worth(Places(fold(case.text).text))), case.text


def test_every_sign_and_every_set_of_words_has_its_reason() -> None:
    for row in table()["sign"]:
        assert row["example"] and row["reason"]
        assert row["letters"].strip() in fold(row["example"]).text.casefold() or row["letters"].startswith("@")
    for one in table()["sets"].values():
        assert one["reason"] and len(set(one["words"])) == len(one["words"])


def test_a_row_knows_no_figure_that_its_family_does_not_ask_for() -> None:
    for row in rows():
        assert isinstance(row.family, ArithmeticKind)
        assert set(row.pattern.groupindex) <= {"a", "b", "c", "p", "r", "y", "z", "word"}
        assert re.search(r"\[", row.pattern.pattern)


def test_the_labelled_set_is_as_large_as_it_says() -> None:
    held = cases()
    verdicts = [allowed for case in held for _, allowed in case.expect]
    assert len({case.text for case in held}) == len(held) >= 120
    assert sum("supported" in one for one in verdicts) >= 60
    assert sum("contradicted" in one for one in verdicts) >= 40
    assert sum(not case.expect for case in held) >= 20


def test_floors_of_the_labelled_set(record: Record) -> None:
    for verdict, score in scores(record).items():
        assert score.precision >= PRECISION[verdict], score.errors
        assert score.recall >= RECALL[verdict], score.errors
