"""Answers in a terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from burdenshare.corpus.asking.asking import Answer
from burdenshare.corpus.asking.shown import csv_of, json_of, table_of

VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=40))


def printed(answer: Answer, width: int = 80) -> list[str]:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(table_of(answer, width), crop=False)
    return captured.get().splitlines()


def answer(rows: list[tuple[object, ...]], *columns: str, kinds: tuple[str, ...] = (), more: bool = False) -> Answer:
    return Answer(columns, kinds or ("VARCHAR",) * len(columns), rows, more)


def test_columns_that_fit_stand_side_by_side() -> None:
    found = printed(answer([("Post", 12), ("Herald", 3)], "outlet", "texts", kinds=("VARCHAR", "BIGINT")))
    assert found == ["outlet  texts", "Post       12", "Herald      3", "2 rows"]


def test_columns_that_do_not_fit_are_a_few_lines_a_row() -> None:
    long = "words " * 20
    found = printed(answer([("A claim", 5, long, long, long, long)], "claim", "texts", "one", "two", "three", "four"))
    assert found[0] == "1  A claim"
    assert found[1] == "   texts 5"
    assert found[2].startswith("   one    words words")
    assert all(len(line) <= 80 for line in found)


def test_more_rows_than_shown_are_told() -> None:
    assert printed(answer([(1,)], "n", more=True))[-1] == "the first 1 row; --csv and --json give all"


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=5), st.integers(40, 120))
def test_any_value_is_shown_within_the_width_and_steers_nothing(rows: list[tuple[object, ...]], width: int) -> None:
    for line in printed(answer(rows, "one", "two", "three"), width):
        assert cell_len(line) <= width
        assert line.isprintable() or not line.isascii()


@given(st.lists(st.tuples(VALUES, VALUES), max_size=5))
def test_any_value_is_json_and_csv(rows: list[tuple[object, ...]]) -> None:
    found = answer(rows, "one", "two")
    assert len(json.loads(json.dumps(json_of(found), allow_nan=False))) == len(rows)
    assert len(list(csv.reader(StringIO(csv_of(found), newline="")))) == len(rows) + 1


def test_values_of_every_kind_have_one_form() -> None:
    row = (
        date(2025, 3, 1),
        Decimal("1.50"),
        b"\x01\xff",
        timedelta(days=1),
        [1, {"a": date(2025, 1, 1)}],
        float("nan"),
    )
    found = answer([row], *"abcdef")
    assert json_of(found) == [
        {"a": "2025-03-01", "b": 1.5, "c": "01ff", "d": 86400.0, "e": [1, {"a": "2025-01-01"}], "f": None}
    ]
    assert csv_of(found).splitlines()[1] == '2025-03-01,1.5,01ff,86400.0,"[1, {""a"": ""2025-01-01""}]",'


def test_no_text_is_a_formula_in_a_spreadsheet() -> None:
    assert csv_of(answer([("=1+1",), ("@x",)], "a")) == "a\n'=1+1\n'@x\n"
