"""What a stranger writes into a scenario: one line that says what is wrong, never a fault of the program."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.road.road import road
from burdenshare.road.scenario import faults_of, read_scenario

HEAD = 'title = "x"\n'
TARGET = HEAD + "[[target]]\nvalue = {value}\nby = 2035\n"
ON = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "a = " + "[" * 20_000, "nested too deeply"),
        (HEAD + "a = " + "{a = " * 9_000, "nested too deeply"),
        (TARGET.format(value="9" * 5_000), "Exceeds the limit"),
        (TARGET.format(value="1e308"), "give at most 1e"),
        (TARGET.format(value="1e400"), "value is no number: inf"),
        (TARGET.format(value="nan"), "value is no number: nan"),
        (TARGET.format(value=3) + 'shape = "custom"\npoints = { "' + "9" * 5_000 + '" = 1 }', "points are not years"),
    ],
)
def test_a_bomb_is_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as fault:
        read_scenario(text, "x")
    assert "\n" not in fault.value.line() and len(fault.value.line()) < 300
    assert faults_of(text, "x")


def test_a_group_that_pays_less_is_refused(record: Record) -> None:
    text = HEAD + '[[backfill]]\nally = "EUR"\nfraction = 0.5\nby = 2030\n'
    with pytest.raises(InputError, match="EUR is a group"):
        road(record, read_scenario(text, "x"), ON)


@pytest.mark.parametrize("draws", [0, 50])
def test_of_nothing_at_all_every_part_is_nothing(record: Record, draws: int) -> None:
    made = road(record, read_scenario(TARGET.format(value=0) + "exact = true\n", "x"), ON, draws=draws)
    assert made.burden["USA"].central[-1] == 0
    assert made.groups["NATO"].fans["extra"].central[-1] < 0
