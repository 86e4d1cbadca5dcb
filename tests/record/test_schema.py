"""record/schema.py: the tables are declared once, and the declarations fit the descriptor."""

from __future__ import annotations

import re

import pytest

from burdenshare.record import schema, tables


def test_declared_are_the_tables_of_the_record_with_their_keys() -> None:
    assert {one.path for one in schema.TABLES} == set(tables.table_names())
    for one in schema.TABLES:
        assert one.key == tables.key_of(one.path), one.path
        assert set(one.key) <= set(one.header), one.path


def test_a_declaration_is_read_column_by_column() -> None:
    found = schema.table("a/b_c.csv", "t", "one:string!, two:number -5..1e2, three:day", "one", two="x|y")
    assert (found.name, found.header) == ("a-b-c", ("one", "two", "three"))
    one, two, _ = found.columns
    assert one.required and not two.required
    assert (two.low, two.high, two.allowed) == (-5.0, 100.0, ("x", "y"))


def test_what_is_no_declaration_is_refused() -> None:
    with pytest.raises(ValueError, match="not a column"):
        schema.table("a.csv", "t", "one string", "one")


@pytest.mark.parametrize(("text", "fits"), [("2024", 1), ("2024-06/2025", 1), ("2021-2025", 1), ("June 2024", 0)])
def test_a_moment_as_the_sources_give_it(text: str, fits: int) -> None:
    assert bool(re.fullmatch(schema.MOMENT, text)) is bool(fits)


def test_no_table_has_a_column_named_as_the_place_of_a_row() -> None:
    """A layer's rows carry their place beside the declared columns; events and troops have a `place` of their own."""
    assert not any(tables.PLACE in one.header for one in schema.TABLES)
