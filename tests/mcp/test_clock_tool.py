"""The tool of the clock: short answers that say what they are not, each statement with its page."""

from __future__ import annotations

import json

import pytest

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.mcp.clock import clock
from burdenshare.report.clock.telling import NOT_SAID
from burdenshare.road.clock.scenario import SHIPPED


def test_curves_and_statements_in_few_words() -> None:
    found = clock(on="2025-06-26", ceasefire="2026-12-31", limit=5)
    assert found.not_said == NOT_SAID and found.day == "2025-06-26"
    assert [one.feared for one in found.curves][:2] == ["War against a neighbour", "Attack on an ally"]
    attack = found.curves[1]
    assert attack.rests_on == "8 statements, 5 counts" and attack.share[0].startswith("2025: ")
    assert len(attack.moved_by) == 4
    assert (len(found.statements), found.more) == (5, 16)
    assert all(one.page.address.startswith("https://") for one in found.statements)
    assert len(json.dumps(found.model_dump())) < 12_000


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_answers(name: str) -> None:
    assert clock(scenario=name).curves


def test_a_scenario_of_ones_own_and_a_statement_left_out() -> None:
    found = clock(toml='title = "Mine"\n[clock]\nceasefire = "2027"\n', without=["bild-2025-07"], limit=100)
    assert found.title == "Mine" and "2027" in found.ceasefire
    places = {one.key: one.place for one in found.statements}
    assert places["bild-2025-07"] == "no weight" and places["rosin-2025-12-29"] == "no sign"


def test_requirements_stand_beside_the_curves() -> None:
    found = clock(requirements=["shells", "aircraft"], limit=1)
    assert [one.requirement for one in found.beside] == ["shells", "aircraft"]
    assert found.beside[0].told.startswith("155 mm shells") and found.beside[0].chance[-1].endswith(" %")
    assert found.curves == clock(limit=1).curves
    with pytest.raises(UnknownNameError):
        clock(requirements=["moons"])


def test_no_path_of_this_machine_is_opened() -> None:
    with pytest.raises(UnknownNameError):
        clock(scenario="/etc/hostname.toml")
    with pytest.raises(InputError, match="no day"):
        clock(ceasefire="soon")
