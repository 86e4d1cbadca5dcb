"""intake/rules/form.py: header, types, bounds, allowed values, unique key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.intake.rules import form
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row

MEMBERS = schema.BY_PATH["commitments/members.csv"]
CELLS = schema.BY_PATH["nato/expenditure.csv"]


@pytest.fixture
def member(held: Tables) -> Row:
    return dict(held.rows(MEMBERS.path)[1])


def test_every_packaged_table_is_sound(held: Tables) -> None:
    for table in schema.TABLES:
        assert list(form.faults(table, held.rows(table.path))) == [], table.path


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"ally": ""}, "may not be empty"),
        ({"joined_on": "1949-04-31"}, "not a day"),
        ({"region": "asia"}, "not one of europe, north_america"),
        ({"name": " Belgium"}, "not a string"),
    ],
)
def test_the_form_of_each_row(member: Row, changes: Row, fault: str) -> None:
    (found,) = form.faults(MEMBERS, [{**member, **changes}])
    assert fault in found.what


def test_the_form_of_a_table(member: Row) -> None:
    assert list(form.faults(MEMBERS, [member])) == []
    assert "the key stands twice" in next(form.faults(MEMBERS, [member, member])).what
    renamed = {("nation" if name == "ally" else name): value for name, value in member.items()}
    assert "header nation," in next(form.faults(MEMBERS, [renamed])).what


def test_a_delivered_row_names_its_columns_and_its_cell(member: Row) -> None:
    turned = dict(reversed(member.items())) | {PLACE: "SHEET!B2"}
    assert list(form.faults(MEMBERS, [turned])) == []
    (found,) = form.faults(MEMBERS, [{**turned, "region": "asia"}])
    assert (found.place, found.id) == ("SHEET!B2", "form/commitments-members/BEL/region")
    short = {name: value for name, value in turned.items() if name != "region"}
    (found,) = form.faults(MEMBERS, [turned, {**short, PLACE: "SHEET!B3"}])
    assert found.place == "SHEET!B3"


def test_a_row_told_twice_names_both_cells(member: Row) -> None:
    rows = [{**member, PLACE: "SHEET!B2"}, {**member, PLACE: "SHEET!B9"}]
    (found,) = form.faults(MEMBERS, rows)
    assert (found.place, found.what) == ("SHEET!B9", "the key stands twice (first in SHEET!B2)")


def test_numbers_outside_their_bounds(held: Tables) -> None:
    table = schema.BY_PATH["posture/common_budget.csv"]
    (found,) = form.faults(table, [{**held.rows(table.path)[0], "value": "-1"}])
    assert "outside 0 to 100000" in found.what


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "Tuesday"])
def test_a_moment_is_a_date_that_was(held: Tables, text: str) -> None:
    table = schema.BY_PATH["commitments/events.csv"]
    (found,) = form.faults(table, [{**held.rows(table.path)[0], "date": text}])
    assert found.what == f"date is '{text}', not a moment"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_python_writes_is_one(value: float) -> None:
    column = next(one for one in CELLS.columns if one.name == "value")
    row = dict.fromkeys(CELLS.header, "x") | {"value": repr(value), PLACE: "A1"}
    assert [one for one in form.faults(CELLS, [row]) if one.key[-1] == column.name] == []


@given(st.sampled_from(["nan", "inf", "-inf", "1,000", "1 000", "١٢", "0x10", "1e", "--1", "1.", ".5", "5%", " 1"]))
def test_what_is_no_number(text: str) -> None:
    row = dict.fromkeys(CELLS.header, "x") | {"value": text, PLACE: "A1"}
    assert any(one.key[-1] == "value" for one in form.faults(CELLS, [row]))
