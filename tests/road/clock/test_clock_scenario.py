"""Scenarios and weights of the clock: every slip of the pen is one line with its place and the nearest word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.model import Ceasefire, CountsFrom, Feared, OpenEnd
from burdenshare.road.clock.result import Place
from burdenshare.road.clock.scenario import asked, ceasefire_of, faults_of, load_clock, read_clock
from burdenshare.road.clock.weights import shipped
from burdenshare.road.scenario import load_scenario

HEAD = 'title = "x"\n[clock]\n'
OWN = """[[clock.statement]]
key = "somebody-2026-03-01"
stated_by = "Somebody"
stated_on = 2026-03-01
about = "an attack on an ally"
source = "a page of mine"
feared = "attack_on_ally"
speaker = "military"
high_years = 4
"""


def test_an_empty_section_asks_for_what_was_stated() -> None:
    made = read_clock(HEAD, "x")
    assert made.ceasefire is None and made.weights is None and made.open_end is OpenEnd.EVEN


def test_all_that_a_section_may_say() -> None:
    text = HEAD + 'ceasefire = "2026-12/2027-06"\nuntil = 2034\nopen_end = "late"\n[clock.weights.statement]\n'
    made = read_clock(text + "bild-2025-07 = 0\n" + OWN, "x")
    assert made.ceasefire == Ceasefire(date(2026, 12, 1), date(2027, 6, 30))
    assert (made.until, made.open_end) == (2034, OpenEnd.LATE)
    assert made.weights is not None and made.weights.statement["bild-2025-07"].value == 0
    (own,) = made.statements
    assert own.own and own.counts_from is CountsFrom.DAY_SAID and own.said.stated_on == "2026-03-01"


def test_a_scenario_of_the_road_may_hold_the_clock_and_neither_stumbles(tmp_path: Path) -> None:
    file = tmp_path / "both.toml"
    file.write_text(
        'title = "both"\n[[target]]\nvalue = 3.5\nby = 2035\n[clock]\nceasefire = 2026-12-31\n', encoding="utf-8"
    )
    assert load_scenario(str(file)).targets[0].by == 2035
    assert load_clock(str(file)).ceasefire == Ceasefire(date(2026, 12, 31), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[clock]", "it has no title"),
        ('title = "x"\nclock = 3', "'clock' is no table"),
        ('title = "x"\nceasefire = 2026-12-31', r"ceasefire stands outside of the clock; write \[clock\] above"),
        ('title = "x"\ntargets = 3', "did you mean target"),
        ('title = "x"\nreference = 3', "the reference is no text"),
        (HEAD + "ceasefires = 2026-12-31", "did you mean ceasefire"),
        (HEAD + 'ceasefire = "soon"', "the cease-fire is no day: 'soon'"),
        (HEAD + "ceasefire = 2026", "the cease-fire is no day: 2026"),
        (HEAD + 'ceasefire = "2028-01/2027-01"', "ends before it begins .* a distribution without mass"),
        (HEAD + "ceasefire = 1999-12-31", "a cease-fire on 1999-12-31; suppose a day from 2022-02-24"),
        (HEAD + "ceasefire = 2222-12-31", "suppose a day from 2022-02-24 to 2060-12-31"),
        (HEAD + "until = 2035.5", "until is no such year"),
        (HEAD + "until = 1900", "until is no such year: 1900"),
        (HEAD + 'open_end = "latest"', "unknown open_end .*did you mean late"),
        (HEAD + "weights = 1", "'weights' is no table"),
        (HEAD + "[clock.weights.speakers]\nmilitary = 1", "did you mean speaker"),
        (HEAD + "[clock.weights.speaker]\nmilitari = 1", "did you mean military"),
        (HEAD + "[clock.weights.speaker]\nmilitary = -1", "a weight of -1; a weight is never negative"),
        (HEAD + "[clock.weights.speaker]\nmilitary = nan", "the weight is no number: nan"),
        (HEAD + "[clock.weights.speaker]\nmilitary = inf", "the weight is no number: inf"),
        (HEAD + "[clock.weights.speaker]\nmilitary = true", "the weight is no number: True"),
        (HEAD + "[clock.weights.speaker]\nmilitary = 1e9", "a weight of 1e.09; give at most 1000"),
        (HEAD + "[clock.weights.speaker.military]\nweight = 1\nwhy = 'x'", "unknown key .*'why'"),
        (HEAD + "[clock.weights.speaker.military]\nweight = 1\nreason = 3", "the reason is no text"),
        (HEAD + "[clock.weights.speaker.military]\nreason = 'x'", "the weight is no number: None"),
        (HEAD + "[clock.weights.statement]\nrutte-2025-06-08 = 0", "unknown statement .*did you mean rutte-2025-06-"),
        (HEAD + "[clock.weights.age]\nhalf_life = 1", "did you mean half_life_years"),
        (HEAD + "[clock.weights.age]\nhalf_life_years = -1", "is no number of years: -1"),
        (HEAD + "[clock.weights]\nage = 1", "age is no table"),
        (HEAD + "statement = 3", "'statement' is not a list of tables"),
        (HEAD + OWN + "low_years = 5", "high_years lies before low_years: a distribution without mass"),
        (HEAD + OWN.replace("= 4", "= 0"), "no time at all: a distribution without mass"),
        (HEAD + OWN.replace("= 4", "= -4"), "high_years is out of bounds: -4; give years from 0 to 50"),
        (HEAD + OWN.replace("= 4", "= nan"), "high_years is out of bounds"),
        (HEAD + OWN.replace("high_years = 4", "high_year = 4"), "high_year is out of bounds: 4"),
        (HEAD + OWN.replace("military", "soldier"), "unknown speaker"),
        (HEAD + OWN.replace("attack_on_ally", "attack_on_allies"), "did you mean attack_on_ally"),
        (HEAD + OWN.replace('source = "a page of mine"\n', ""), "source is missing"),
        (HEAD + OWN.replace("2026-03-01\nabout", '"in spring"\nabout'), "'in spring' is no day"),
        (HEAD + OWN.replace("somebody-2026", "Somebody 2026"), "is no key; use 2 to 60 small letters"),
        (HEAD + OWN.replace("somebody-2026-03-01", "a"), "'a' is too short for a key; use 2 to 60 small letters"),
        (HEAD + OWN.replace("somebody-2026-03-01", "a" * 61), "is too long for a key; use 2 to 60"),
        (HEAD + OWN.replace("somebody-2026-03-01", "bild-2025-07"), "the key 'bild-2025-07' is taken"),
        (HEAD + OWN + OWN, "statement 2: the key 'somebody-2026-03-01' is taken"),
        (HEAD + OWN + "hight_years = 3", "did you mean high_years"),
        ("title = [", "x: "),
    ],
)
def test_a_slip_of_the_pen_is_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as raised:
        read_clock(text, "x")
    assert "\n" not in raised.value.line()
    assert [one.line() for one in raised.value.each] == [one.line() for one in faults_of(text, "x")]


def test_every_fault_is_told_not_only_the_first() -> None:
    text = HEAD + 'ceasefire = "soon"\nopen_end = "x"\n[clock.weights.statement]\nnobody = 1\nbild-2025-07 = -1\n'
    assert len(faults_of(text, "x")) == 4


def test_what_is_no_scenario_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="did you mean stated"):
        load_clock("state")
    with pytest.raises(InputError, match=r"gone\.toml"):
        load_clock(str(tmp_path / "gone.toml"))


def test_weights_of_a_file_go_before_those_of_the_scenario(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("[speaker]\nmilitary = 0.5\n[age]\nhalf_life_years = 2\n", encoding="utf-8")
    scenario = read_clock(HEAD + "[clock.weights.speaker]\nmilitary = 3\npress = 4\n", "x")
    made = asked(scenario, weights_file=str(file), without=["bild-2025-07"])
    assert made.weights is not None
    assert made.weights.speaker["military"].value == 0.5
    assert made.weights.speaker["press"].value == 4
    assert made.weights.speaker["institute"] == shipped().speaker["institute"]
    assert made.weights.half_life == 2
    assert made.weights.statement["bild-2025-07"].value == 0
    with pytest.raises(UnknownNameError, match="did you mean bild-2025-07"):
        asked(scenario, without=["bild-2025-08"])


def test_a_statement_of_ones_own_is_drawn_from_its_day_on(record: Record) -> None:
    scenario = read_clock(HEAD + OWN, "x")
    made = clock(record, scenario, date(2026, 8, 22)).placed("somebody-2026-03-01")
    assert made is not None and made.place is Place.DRAWN and made.statement.feared is Feared.ATTACK_ON_ALLY
    assert clock(record, scenario, date(2026, 2, 28)).placed("somebody-2026-03-01") is None


def test_shipped_weights_are_plain_and_say_why() -> None:
    held = shipped()
    every = {**held.grade, **held.speaker, **held.condition}
    assert all(len(one.reason) > 15 for one in every.values()) and held.half_life is None
    assert {key for key, one in every.items() if one.value != 1} == {"secondary"}


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        (date(2027, 3, 4), date(2027, 3, 4), date(2027, 3, 4)),
    ],
)
def test_a_cease_fire_is_as_rough_as_it_is_told(told: object, first: date, last: date) -> None:
    assert ceasefire_of(told, "x") == Ceasefire(first, last)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=8), each, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(["ceasefire", "until", "open_end", "weights", "statement", "other"])


@given(section=st.dictionaries(keys, values, max_size=4))
def test_whatever_stands_there_ends_in_a_scenario_or_in_its_faults(section: dict[str, object]) -> None:
    from burdenshare.road.clock.scenario import clock_of, faults_in

    table = {"title": "x", "clock": section}
    found = list(faults_in(table, "x"))
    if found:
        assert all("\n" not in one.line() for one in found)
    else:
        assert clock_of(table, "x").title == "x"
