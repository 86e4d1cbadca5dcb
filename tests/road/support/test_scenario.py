"""Scenario files of support: what is shipped reads, and every slip of the pen is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.months import Span
from burdenshare.road.support.ground import ground
from burdenshare.road.support.model import Key, Union
from burdenshare.road.support.scenario import (
    HIGHEST,
    SHIPPED,
    faults_of,
    is_of_support,
    load_scenario,
    read_scenario,
)

HEAD = 'title = "x"\n'
GIVE = HEAD + '[[give]]\nshare = 0.25\nsince = "2027-01"\n'
STOP = HEAD + '[[stop]]\ndonors = ["DEU"]\nsince = "2027-01"\n'
REPLACE = HEAD + '[[replace]]\ndonor = "USA"\nsince = "2027-01"\n'


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_reads_and_says_whence_it_is(name: str) -> None:
    made = load_scenario(name)
    assert made.title and made.name == name
    every = [*(one.reference for one in made.stops), *(one.reference for one in made.gives)]
    every += [one.reference for one in made.replaces]
    assert made.reference or (every and all(every))


def test_what_is_left_out_is_as_usual() -> None:
    made = read_scenario(GIVE + '[[replace]]\ndonor = "USA"\nsince = "2027"\n', "x")
    (give,), (replace,) = made.gives, made.replaces
    assert (made.kind, made.pace, made.until, made.union) == (Kind.TOTAL, 12, None, Union.INSTITUTIONS)
    assert (give.donors, give.exact) == (("NATO",), False)
    assert (replace.donors, replace.key, replace.part, replace.pace) == (("EUROPE",), Key.GDP, 1.0, None)
    assert replace.since == "2027-01"
    assert made.starts() == ("2027-01",)
    assert read_scenario(HEAD + 'pace = "2024"', "x").pace == Span("2024-01", "2024-12")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("titles = 'x'", "unknown key .*titles.; did you mean title"),
        ("", "x: it has no title"),
        ("title = [", "x: "),
        (HEAD + 'kind = "arms"', "'arms'; known: total, military"),
        (HEAD + 'union = "member"', "did you mean members"),
        (HEAD + "pace = 0", "pace is no span of months: 0"),
        (HEAD + "pace = 1.5", "pace is no span of months"),
        (HEAD + 'pace = "12"', "x, pace: '12' is no month"),
        (HEAD + 'until = "2030"', "until is no year"),
        (HEAD + "give = 3", "'give' is not a list of tables"),
        (GIVE + "shares = 3", "did you mean share"),
        (GIVE.replace("0.25", "11"), "give per cent of GDP a year, 0 to 10"),
        (GIVE.replace("0.25", "-0.1"), "share = -0.1"),
        (GIVE.replace("0.25", "nan"), "share is no number"),
        (GIVE.replace('since = "2027-01"', ""), "x, give 1: since is missing"),
        (GIVE.replace("2027-01", "2027-00"), "x, give 1, since: '2027-00' is no month"),
        (GIVE + "exact = 1", "exact is neither true nor false"),
        (GIVE + "donors = []", "donors is no list of names"),
        (STOP.replace('donors = ["DEU"]', ""), "x, stop 1: donors is missing"),
        (REPLACE.replace('donor = "USA"', ""), "x, replace 1: donor is missing"),
        (REPLACE + 'key = "gpd"', "did you mean gdp"),
        (REPLACE + "part = 1.5", "give a part between 0 and 1"),
        (REPLACE + 'pace = "2024-13"', "x, replace 1, pace: '2024-13' is no month"),
    ],
)
def test_every_slip_is_named_in_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_scenario(text, "x")
    assert "\n" not in str(caught.value)


@given(st.text(max_size=200))
def test_no_text_does_more_than_raise_an_input_error(text: str) -> None:
    try:
        read_scenario(text, "x")
    except InputError:
        assert faults_of(text, "x")


def test_one_fault_does_not_hide_the_next() -> None:
    text = 'kind = "arms"\nextra = 1\n' + STOP.removeprefix(HEAD) + "what = 1\n[[give]]\nshare = 99\n"
    told = [one.line() for one in faults_of(text, "x")]
    assert len(told) == 6 and "x, give 1: since is missing" in " ".join(told)
    for words in (
        "unknown key (x) 'extra'",
        "unknown kind (x)",
        "no title",
        "key (x, stop 1) 'what'",
        "x, give 1: share = 99",
    ):
        assert any(words in line for line in told), words


def test_a_file_is_of_support_by_what_only_such_files_know() -> None:
    assert is_of_support(GIVE) and is_of_support(HEAD + "pace = 12")
    assert not is_of_support(HEAD + "[[target]]\nvalue = 3.5\nby = 2035") and not is_of_support("title = [")


def test_an_unknown_scenario_and_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="quarter-percent"):
        load_scenario("quarter-precent")
    with pytest.raises(InputError, match="give a file that can be read"):
        load_scenario(str(tmp_path / "missing.toml"))


def test_the_highest_share_is_beyond_what_anybody_gave_in_a_year(record: Record) -> None:
    """The reason that stands beside it: 1.7 % of GDP, Estonia up to February 2023."""
    held = record.aid_book(record.release("29"), Definition.ALLOCATION, Kind.TOTAL)
    base = ground(record, held.donors(), record.edition)
    span = Span("2022-03", "2023-02")
    given = sum(value for month, value in held.by_month("EST").items() if month in span)
    gdp = base.over("EST", span)
    assert gdp is not None
    assert 100 * given / gdp == pytest.approx(1.67, abs=0.01)
    assert HIGHEST > 1.7
