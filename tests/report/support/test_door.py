"""`bs.support`: what can be asked of it, by whatever names people use, and what is refused in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import burdenshare as bs
from burdenshare.errors import BurdenshareError
from burdenshare.road.support.scenario import load_scenario


@pytest.mark.parametrize(
    ("name", "entity"), [("Germany", "DEU"), ("UK", "GBR"), ("Britain", "GBR"), ("the US", "USA"), ("nordic", "NORDIC")]
)
def test_donors_are_known_by_the_names_people_use(record: bs.Record, name: str, entity: str) -> None:
    report = bs.support(donors=[name], record=record)
    assert report.standing is not None and report.standing.shown == (entity,)


def test_a_share_of_ones_own_is_a_scenario(record: bs.Record) -> None:
    report = bs.support(give=0.5, since="2027", kind="military", record=record)
    assert report.priced is not None
    assert report.priced.scenario.title == "Every ally gives 0.5 % of GDP a year"
    assert report.priced.costs["ESP"].share[0] == pytest.approx(0.5)


def test_a_scenario_is_a_name_a_file_or_a_value(record: bs.Record, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('title = "Mine"\n[[stop]]\ndonors = ["Norway"]\nsince = "2027-01"\n', encoding="utf-8")
    value = load_scenario("germany-stops")
    titles = [bs.support(one, record=record).priced.scenario.title for one in ("germany-stops", file, value)]  # type: ignore[union-attr]
    assert titles == ["Germany stops in 2027", "Mine", "Germany stops in 2027"]


def test_spans_of_ones_own(record: bs.Record) -> None:
    report = bs.support(span="2025", against="2024", record=record)
    assert report.standing is not None and report.standing.moves is not None
    assert (str(report.standing.moves.before), str(report.standing.moves.after)) == (
        "2024-01/2024-12",
        "2025-01/2025-12",
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"donors": ["Atlantis"]}, "unknown donor 'Atlantis'"),
        ({"donors": ["EU"]}, "may be the EU's institutions"),
        ({"since": "2025-13"}, "since: '2025-13' is no month"),
        ({"since": "2025-05", "until": "2025-04"}, "give a last month after the first"),
        ({"since": "2019"}, "lies before the war"),
        ({"since": "2027"}, "it ends in 2026-06"),
        ({"kind": "arms"}, "kind: unknown kind 'arms'; known: total"),
        ({"definition": "allocations"}, "did you mean allocation"),
        ({"definition": "disbursement"}, "of financial aid alone"),
        ({"release": "31"}, "unknown release of the tracker '31'"),
        ({"span": "2025", "against": "2024-06"}, "give two spans of equal length"),
        ({"span": "soon"}, "span: 'soon' is no month"),
        ({"on": date(2021, 1, 1)}, "give a day from 2026-04-22 on"),
        ({"give": 0.25}, "the share has no month"),
        ({"give": -1.0, "since": "2027"}, "give a share from 0 to 10"),
        ({"give": 0.25, "since": "2026"}, "are booked already"),
        ({"scenario": "germany-stops", "give": 0.25}, "keep one of the two"),
        ({"scenario": "germany-stops", "since": "2027"}, "write them in its file"),
        ({"scenario": "germany-stops", "until": "2027"}, "until: a scenario takes no notice of it"),
        ({"scenario": "germany-stops", "definition": "commitment"}, "takes no notice"),
        ({"scenario": "germany"}, "did you mean germany-stops"),
        ({"scenario": "germany-stops", "release": "30"}, "by month"),
    ],
)
def test_what_cannot_be_asked_is_one_line(record: bs.Record, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(BurdenshareError, match=told) as caught:
        bs.support(**asked, record=record)
    assert "\n" not in caught.value.line()
