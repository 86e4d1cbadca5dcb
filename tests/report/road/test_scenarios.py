"""Scenario files as people meet them: every fault a line, what is fine said in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.report.road.scenarios import checked, text_of
from burdenshare.road.scenario import SHIPPED, load_scenario, read_scenario


def faults(folder: Path, text: str) -> list[str]:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return [line.replace(str(file), "FILE") for line in checked(str(file))[0]]


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_ones_are_fine_and_can_be_started_from(name: str) -> None:
    found, fine = checked(name)
    assert not found
    assert fine.startswith(f"fine: {load_scenario(name).title}: ")
    assert read_scenario(text_of(name), name) == load_scenario(name)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = """title = "Bad"
baselin = "share"
follow_plans = "yes"
[[target]]
values = 3.5
by = 2035
[[target]]
value = 3
by = "soon"
[[assumption]]
key = "multiplier_"
value = 1
[[backfill]]
fraction = 0.5
by = 2030
key = "people"
"""
    assert faults(tmp_path, text) == [
        "unknown key (FILE) 'baselin'; did you mean baseline?",
        "FILE: follow_plans is neither true nor false: 'yes'; write follow_plans = true",
        "unknown key (FILE, target 1) 'values'; did you mean value or allies?",
        "FILE, target 1: value is missing; write value = 3.5",
        "FILE, target 2: by is no year: 'soon'; write by = 2035",
        "unknown key of a backfill (FILE, backfill 1) 'people'; known: gdp, expenditure",
        "unknown assumption (FILE, assumption 1) 'multiplier_'; did you mean multiplier?",
        'FILE, assumption 1: it has no unit; say it: unit = "..."',
        'FILE, assumption 1: it has no reference; say it: reference = "..."',
    ]


def test_what_cannot_be_asked_is_told_of_each_entry(tmp_path: Path) -> None:
    text = """title = "Ranges"
[[target]]
value = 40
by = 2035
[[target]]
value = 3
by = 2020
[[target]]
value = 3
by = 2030
allies = ["Germny"]
"""
    above, early, unknown = faults(tmp_path, text)
    assert "a target of 40 %" in above and above.startswith("FILE: ")
    assert "a target for 2020" in early
    assert "unknown ally or group 'Germny'; did you mean Germany" in unknown


def test_entries_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    text = 'title = "Two"\n[[target]]\nvalue = 3\nby = 2035\n[[target]]\nvalue = 3.5\nby = 2035\nallies = ["Germany"]\n'
    (fault,) = faults(tmp_path, text)
    assert "two targets for one ally are due in 2035" in fault
    assert "no title" in faults(tmp_path, "[[target]]\nvalue = 3\nby = 2035\n")[0]
    assert "mend the TOML" in faults(tmp_path, "title = \n")[0]


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert "No such file" in checked(str(tmp_path / "none.toml"))[0][0]
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    assert "UTF-8" in checked(str(tmp_path / "bad.toml"))[0][0]
    with pytest.raises(UnknownNameError, match="core-by-2035"):
        text_of("core-by-2053")
