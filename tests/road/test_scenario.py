"""Scenario files: what is shipped reads, and every slip of the pen is named with its place and the nearest word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road.assumptions import BOUNDS, assumed, packaged
from burdenshare.road.model import Baseline, Measure, Scenario, Shape, Spread
from burdenshare.road.scenario import SHIPPED, load_scenario, read_scenario

HEAD = 'title = "x"\n'
TARGET = HEAD + "[[target]]\nvalue = 3.5\nby = 2035\n"
OFFSET = '[[assumption]]\nkey = "offset"\nunit = "part"\nreference = "an own judgement"\n'


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_reads_and_says_whence_it_is(name: str) -> None:
    made = load_scenario(name)
    assert made.title and made.name == name
    assert made.reference or all([*(one.reference for one in made.targets), *(one.reference for one in made.backfills)])


def test_a_plain_target_has_the_usual_ways() -> None:
    (target,) = read_scenario(TARGET, "x").targets
    assert (target.measure, target.unit, target.allies, target.shape) == (Measure.SHARE, "%", ("NATO",), Shape.LINEAR)
    assert read_scenario(TARGET, "x").baseline is Baseline.SHARE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("titles = 'x'", "unknown key .*titles.; did you mean title"),
        ("", "x: it has no title"),
        ("title = 3", "title is no text: 3"),
        ("title = [", "x: "),
        (HEAD + 'baseline = "shares"', "did you mean share"),
        (HEAD + "target = 3", "'target' is not a list of tables"),
        (HEAD + "[[target]]\nvalue = 3.5", "x, target 1: by is missing"),
        (HEAD + "[[target]]\nby = 2035", "x, target 1: value is missing"),
        (TARGET + "values = 3", "did you mean value"),
        (TARGET + 'measure = "share"', "did you mean share_of_gdp"),
        (TARGET + 'unit = "USD"', "unit of share_of_gdp"),
        (TARGET + 'shape = "liniar"', "did you mean linear"),
        (TARGET + 'shape = "custom"', "a custom shape without points"),
        (TARGET + "points = { 2028 = 2 }", "points without shape"),
        (TARGET + 'shape = "custom"\npoints = { soon = 2 }', "points are not years"),
        (TARGET + "allies = []", "allies is no list of names"),
        (TARGET + "exact = 1", "exact is neither true nor false"),
        (TARGET.replace("2035", "2035.5"), "by is no year"),
        (TARGET.replace("3.5", "nan"), "value is no number"),
        (TARGET.replace("3.5", "inf"), "value is no number"),
        (HEAD + OFFSET.replace("offset", "offsets") + "value = 0.5", "did you mean offset"),
        (HEAD + OFFSET + "low = 0.5\ncentral = 0.4\nhigh = 0.6", "in this order, from 0 to 1"),
        (HEAD + OFFSET + "value = 1.5", "offset from 1.5"),
        (HEAD + OFFSET.replace('unit = "part"\n', "") + "value = 0.5", "it has no unit"),
        (HEAD + OFFSET.replace("reference", "reason") + "value = 0.5", "it has no reference"),
        (HEAD + (OFFSET + "value = 0.5\n") * 2, "two values from one year on"),
        (HEAD + "[[backfill]]\nby = 2030", "fraction is missing"),
        (HEAD + '[[backfill]]\nfraction = 0.5\nby = 2030\nkey = "gpd"', "did you mean gdp"),
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
        return


def test_an_unknown_scenario_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="core-by-2035"):
        load_scenario("core-by-2053")


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_what_cannot_be_read_is_one_line(name: str) -> None:
    with pytest.raises(InputError, match="give a file that can be read"):
        load_scenario(name)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.toml"
    path.write_text("#" * 300_000)
    with pytest.raises(InputError, match="longer than"):
        load_scenario(str(path))


def test_shipped_assumptions_are_within_their_bounds_and_sourced() -> None:
    assert set(packaged()) == set(BOUNDS)
    for key, one in packaged().items():
        ((_, spread),) = one.values
        assert BOUNDS[key][0] <= spread.low <= spread.central <= spread.high <= BOUNDS[key][1]
        assert one.reference and one.reason and one.unit


def test_the_absorption_limit_is_the_records_own_percentile(record: Record) -> None:
    rises = []
    for ally in record.allies():
        for year in range(2015, 2025):
            found = record.expenditure_growth(ally.ally, year, real=True, release="2024-06")
            if found is not None and found.value is not None:
                rises.append(found.value)
    below = sum(one <= packaged()["absorption"].at(2026).central for one in rises) / len(rises)
    assert len(rises) == 310 and below == pytest.approx(0.95, abs=0.005)


@given(st.integers(2027, 2050), st.floats(0, 1))
def test_an_assumption_dated_from_a_year_alters_no_earlier_one(year: int, value: float) -> None:
    text = HEAD + OFFSET + f"value = {value!r}\nfrom = {year}\n"
    held, shipped = assumed(read_scenario(text, "x"))["offset"], assumed(Scenario("x", "x"))["offset"]
    assert all(held.at(before) == shipped.at(before) for before in range(2020, year))
    assert held.at(year) == held.at(year + 5) == Spread(value, value, value)
