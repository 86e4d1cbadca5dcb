"""The shares known on a day: newest release first, one definition, nothing of later days."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from burdenshare.errors import DateError
from burdenshare.record import Record
from burdenshare.record.record import CORE, WHOLE
from burdenshare.road.share_history import history


def test_newest_release_answers_and_older_ones_fill_in(record: Record) -> None:
    held = history(record, date(2022, 3, 31))
    column = held.allies.index("POL")
    names = {year: held.cells[row][column] for row, year in enumerate(held.years)}
    assert names[2021] == "2022-03"
    assert names[2016] == "2019-06"
    assert held.own_year == 2021
    for row, year in enumerate(held.years):
        for at, ally in enumerate(held.allies):
            cell = record.cell("share_of_gdp", ally, year, as_of=held.on)
            assert (cell is None) == (held.cells[row][at] == "")
            if cell is not None:
                assert (cell.release.id, cell.value) == (held.cells[row][at], held.values[row, at])


def test_one_definition_alone(record: Record) -> None:
    core, whole = history(record, record.edition), history(record, record.edition, WHOLE)
    assert {name for row in core.cells for name in row} <= {"2026-07", ""}
    assert core.release.definition == CORE
    assert "2026-07" not in {name for row in whole.cells for name in row}
    assert whole.release.id == "2026-03"


def test_allies_are_those_of_the_day_and_iceland_is_named_not_nought(record: Record) -> None:
    assert "MNE" not in history(record, date(2016, 7, 4)).allies
    spring = history(record, date(2024, 3, 14))
    assert "SWE" in spring.without and "FIN" in spring.allies
    for held in (spring, history(record, record.edition)):
        assert held.unarmed == ("ISL",)
        assert "ISL" not in held.allies and "ISL" not in held.without


def test_start_is_the_newest_known_share(record: Record) -> None:
    held = history(record, date(2026, 4, 1))
    starts = dict(zip(held.allies, (held.years[place] for place in held.starts), strict=True))
    assert starts["GBR"] == 2025 and starts["SVN"] == 2024  # no release of that definition gave Slovenia's 2025
    assert np.isfinite(held.last).all()
    assert held.last[held.allies.index("SVN")] == record.value("SVN", "share_of_gdp", 2024, as_of=held.on).value


def test_revisions_are_known_only_once_a_later_release_is_out(record: Record) -> None:
    assert len(history(record, date(2017, 6, 29)).revisions) == 0
    summer = history(record, date(2019, 6, 25)).revisions
    assert len(summer) > 50
    croatia = 1.71827455806 - 1.3  # 2018 in the releases of June 2019 and July 2018
    assert np.isclose(summer, croatia, atol=1e-6).any()


def test_day_before_the_first_release_is_refused(record: Record) -> None:
    with pytest.raises(DateError, match="2016-07-04"):
        history(record, date(2015, 1, 1))
