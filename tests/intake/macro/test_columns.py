"""Headers: any order of columns, but years one after another and nothing in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from burdenshare.intake.macro.columns import Columns, Layout, columns, is_header
from burdenshare.intake.model import DeliveryError, Given

FILE = Given("a.csv", b"")
FORM = Layout(
    "a form", {"code": ("ISO", "CODE"), "subject": ("SUBJECT",), "scale": ("SCALE",)}, ("code",), ("subject",)
)


def found(*names: str) -> Columns:
    return columns(FILE, names, FORM, lambda spot: f"column {spot + 1}")


@drawn(st.permutations(["ISO", "SUBJECT", "SCALE", "a note", "another"]), st.integers(0, 5))
def test_columns_are_found_by_name_in_any_order(names: list[str], spot: int) -> None:
    header = (*names[:spot], "2004", "2005", *names[spot:])
    held = found(*header)
    row = [f"in {name}" for name in header]
    assert held.text(row, "code") == "in ISO"
    assert held.text(row, "subject") == "in SUBJECT"
    assert [row[at] for _, at in held.years] == ["in 2004", "in 2005"]


def test_the_preferred_name_counts() -> None:
    assert found("CODE", "ISO", "SUBJECT", "2004").named["code"] == 1


def test_years_may_run_down() -> None:
    assert found("ISO", "SUBJECT", "2006", "2005", "2004").years == ((2006, 2), (2005, 3), (2004, 4))


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("ISO", "SUBJECT"), "no column of a year"),
        (("ISO", "SUBJECT", "2004", "2006"), "column 4: the column of 2006 stands behind that of 2004"),
        (("ISO", "SUBJECT", "2004", "2004"), "column 4: the column of 2004 stands behind that of 2004"),
        (("ISO", "SUBJECT", "2005", "2006", "2004"), "column 4: the column of 2006 stands behind that of 2005"),
        (("ISO", "SUBJECT", "2004", "20O5"), "column 4: the column '20O5' is no year"),
        (("ISO", "SUBJECT", "2004", "20055"), "column 4: the column '20055' is no year"),
        (("ISO", "SUBJECT", "SUBJECT", "2004"), "column 3: the column 'SUBJECT' stands twice"),
        (("ISO", "2004"), "has no column 'SUBJECT', which a form has"),
        (("SUBJECT", "2004"), "has no column 'ISO', which a form has"),
    ],
)
def test_a_header_in_doubt_is_refused_with_its_place(names: tuple[str, ...], told: str) -> None:
    with pytest.raises(DeliveryError) as fault:
        found(*names)
    assert told in str(fault.value)


def test_years_of_a_workbook_are_numbers() -> None:
    assert columns(FILE, ["ISO", "SUBJECT", 2004.0, 2005.0], FORM, lambda spot: "").years == ((2004, 2), (2005, 3))


def test_a_header_is_known_by_its_marks() -> None:
    assert is_header(["x", "CODE"], FORM)
    assert not is_header(["SUBJECT", "SCALE"], FORM)
