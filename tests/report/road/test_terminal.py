"""A road in a terminal: every part, no line too wide, no colours where none are wanted."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console, Group

from burdenshare.record import Record
from burdenshare.report.road.comparing import compared
from burdenshare.report.road.letters import Scale, lines
from burdenshare.report.road.tables import comparison_table, levers_table
from burdenshare.report.road.terminal import plain_text
from burdenshare.report.terminal import unpadded
from burdenshare.road.fans import Fan
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import tornado


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["hague", "halved", "two"])
def test_no_line_is_wider_than_asked(record: Record, request: pytest.FixtureRequest, name: str, width: int) -> None:
    for line in plain_text(record, request.getfixturevalue(name), width=width).splitlines():
        assert len(line) <= width or "://" in line, line


def test_every_part_is_shown(record: Record, hague: Road) -> None:
    shown = plain_text(record, hague, width=80)
    for words in (
        *("3.5 % core and up to 1.5 % wider by 2035", "as known on 2025-09-01", "200 draws, seed 1"),
        *("asked    3.5 % of GDP by 2035", "Price in 2035", "Burden: parts of all spending", "Will it be met?"),
        *("∅ Iceland", "∅ the wider 1.5 %", "release 2025-08 (whole expenditure)", "--assumptions", "as one group"),
    ):
        assert words in shown
    for ally in hague.allies:
        assert record.name(ally)[:16] in shown


def test_wide_terminals_have_room_for_the_interval_of_each_ally(record: Record, hague: Road) -> None:
    head = next(one for one in plain_text(record, hague, width=120).splitlines() if "added up  head" in one)
    assert "80 %" in head
    narrow = next(one for one in plain_text(record, hague, width=80).splitlines() if "added up  head" in one)
    assert "80 %" not in narrow


def test_assumptions_are_told_whole_where_asked_for(record: Record, two: Road) -> None:
    short, whole = (plain_text(record, two, width=100, assumptions=one) for one in (False, True))
    reason = "buys nearly all its arms at home"
    assert reason in " ".join(whole.split()) and reason not in short


def test_who_gives_and_who_takes_have_their_signs(record: Record, halved: Road) -> None:
    shown = plain_text(record, halved, width=80)
    (states,) = [one for one in shown.splitlines() if one.startswith("United States     ")]
    assert " -3" in states
    (nato,) = [one for one in shown.splitlines() if one.startswith("NATO  ")]
    assert "bn" not in nato


def test_few_allies_have_a_picture_each(record: Record, two: Road) -> None:
    shown = plain_text(record, two, width=80)
    for name in ("Together", "Germany", "Poland"):
        assert f"{name}: " in shown


def test_levers_tell_both_ends_and_the_debt(record: Record, two: Road) -> None:
    levers = tornado(record, two.scenario, two.on, allies=("DEU", "POL"))
    shown = " ".join(printed(*levers_table(levers, two)).split())
    assert "the larger steps first" in shown and "only the debt" in shown and "central: USD" in shown


def test_two_scenarios_stand_side_by_side(record: Record, hague: Road, two: Road) -> None:
    shown = printed(*comparison_table(record, compared(two, two)))
    assert "Germany" in shown and "B − A" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_a_fan_in_letters_stands_on_one_scale() -> None:
    fan = Fan("USD of 2025", (0.0, 50.0), (0.0, 50.0), ((0.0,) * 7, (20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 100.0)))
    first, last = (line.plain for line in lines(fan, (2025, 2026), 40, ["0", "50"]))
    assert first.index("●") < last.index("░") < last.index("▒") < last.index("▓") < last.index("●")
    assert len(last) <= 40
    flat = Scale.of(Fan("%", (2.0, 2.0)), 40)
    assert 0 <= flat.at(2.0) < flat.columns


def printed(*blocks: object) -> str:
    stream = StringIO()
    console = Console(file=stream, width=80, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(Group(*blocks), crop=False)  # type: ignore[arg-type]  # what a table yields
    return unpadded(stream.getvalue())
