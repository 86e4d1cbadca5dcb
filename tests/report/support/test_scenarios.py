"""Scenario files of support as people meet them: listed, shown, and every fault of a file told."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.report.support.scenarios import checked, is_of_support, rendered_list, text_of
from burdenshare.report.support.terminal import printed_plain
from burdenshare.road.support.scenario import SHIPPED

FAULTY = """title = "Mine"
pace = 12
[[stop]]
donors = ["Germny"]
since = "2027-01"
[[give]]
share = 0.25
since = "2024-01"
"""


def test_every_shipped_scenario_is_listed_fine_and_a_file_to_begin_with(tmp_path: Path) -> None:
    listed = printed_plain(rendered_list(), 80)
    for name in SHIPPED:
        assert name in listed
        file = tmp_path / f"{name}.toml"
        file.write_text(text_of(name), encoding="utf-8")
        assert checked(str(file)) == checked(name)
        faults, fine = checked(name)
        assert not faults and fine.startswith("fine: ")
    with pytest.raises(UnknownNameError):
        text_of("quarter")


def test_faults_that_only_the_record_knows_are_told_entry_by_entry(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(FAULTY, encoding="utf-8")
    faults, fine = checked(str(file))
    assert not fine and len(faults) == 2
    assert "did you mean Germany" in faults[0] and "are booked already" in faults[1]
    assert all(str(file) in one for one in faults)


def test_a_scenario_of_spending_is_no_scenario_of_support(tmp_path: Path) -> None:
    file = tmp_path / "spend.toml"
    file.write_text('title = "x"\n[[target]]\nvalue = 3\nby = 2030\n', encoding="utf-8")
    assert not is_of_support(str(file)) and not is_of_support("hold") and not is_of_support("missing.toml")
    assert is_of_support("germany-stops")
