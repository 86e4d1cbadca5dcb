"""Faults are gathered, so that one does not hide the next, and the same one of many rows is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from burdenshare.errors import FaultsError, InputError, UnknownNameError
from burdenshare.road import scenario
from burdenshare.road.faults import Faults, merged, of_entry, refuse
from burdenshare.road.industry import scenario as industry_scenario
from burdenshare.road.support import scenario as support_scenario


def test_one_fault_is_raised_as_it_is_and_several_together() -> None:
    refuse([])
    one = InputError("one", where="a")
    with pytest.raises(InputError) as alone:
        refuse([one, one])
    assert alone.value is one
    with pytest.raises(FaultsError) as both:
        refuse([one, UnknownNameError("item", "x", ["y"])])
    assert len(both.value.faults) == 2


def test_what_is_wrong_in_many_rows_is_one_fault_with_how_many() -> None:
    rows = [InputError("unit 'tins'", where=f"orders.csv, row {at}", remedy="give it in guns") for at in (2, 3, 7)]
    (line,) = (one.line() for one in merged([*rows, rows[0]]))
    assert line == "orders.csv, row 2 (and 2 more rows): unit 'tins'; give it in guns"
    other = InputError("unit 'tins'", where="deliveries.csv, row 2", remedy="give it in guns")
    assert len(merged([*rows, other])) == 2


def test_what_has_a_fault_gives_its_default_and_is_refused_at_the_end() -> None:
    faults = Faults()
    assert faults.of(0, int, "3") == 3

    def broken() -> int:
        raise InputError("broken")

    assert faults.of(7, broken) == 7
    with pytest.raises(InputError, match="broken"):
        faults.refuse()


def test_every_key_of_an_entry_is_tried_alone_and_what_is_missing_is_told() -> None:
    def read(row: Mapping[str, Any]) -> None:
        for key in ("a", "b"):
            if key not in row:
                raise InputError(f"{key} is missing")
        for key, value in row.items():
            if value < 0:
                raise InputError(f"{key} is below nothing")
        if row["a"] > row["b"]:
            raise InputError("a is more than b")

    sound = {"a": 1, "b": 2}
    assert [one.what for one in of_entry(read, {"a": -1, "b": -2, "c": -3}, sound)] == [
        f"{key} is below nothing" for key in "abc"
    ]
    assert [one.what for one in of_entry(read, {"a": -1}, sound)] == ["a is below nothing", "b is missing"]
    assert [one.what for one in of_entry(read, {"a": 3, "b": 2}, sound, (("a", "b"),))] == ["a is more than b"]
    assert of_entry(read, {"a": 1, "b": 3}, sound) == []


@pytest.mark.parametrize("module", [scenario, industry_scenario, support_scenario])
def test_the_sound_entries_are_sound(module: Any) -> None:
    for key, row in module.SOUND.items():
        text = f"[[{key}]]\n" + "".join(f"{name} = {value!r}\n" for name, value in row.items())
        assert module.faults_of(f'title = "one"\n{text}', "x") == []
        assert set(row) <= set(module.ENTRIES[key])
