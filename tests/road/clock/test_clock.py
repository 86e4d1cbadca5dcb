"""The clock: what was known by the day, counted once, in curves that are distributions; what stays out says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.record.days import days_meant
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.met import together
from burdenshare.road.clock.model import ClockScenario, Factor, Feared, OpenEnd
from burdenshare.road.clock.result import Place, ReadinessClock
from burdenshare.road.clock.scenario import SHIPPED, asked, ceasefire_of, load_clock, row_keys
from burdenshare.road.clock.weights import shipped

PLAIN = ClockScenario("x", "as stated")
EDITION = date(2026, 8, 22)


def weighing(**weights: float) -> ClockScenario:
    """The plain scenario with other weights for some statements; `_` stands for `-`."""
    own = {key.replace("_", "-"): Factor(value, "made up") for key, value in weights.items()}
    return replace(PLAIN, weights=replace(shipped(), statement=own))


def drawn(made: ReadinessClock, feared: Feared = Feared.ATTACK_ON_ALLY) -> dict[str, float]:
    curve = made.curve(feared)
    return {} if curve is None else {one.statement.key: one.weight for one in curve.drawn}


def test_every_statement_of_the_day_has_a_place_and_none_is_lost(record: Record) -> None:
    for day in (date(2024, 3, 1), date(2025, 6, 26), EDITION):
        made = clock(record, PLAIN, day)
        assert len(made.statements) == len(record.horizons(day))
        in_curves = [one.statement.key for curve in made.curves for one in curve.drawn]
        assert sorted(in_curves) == sorted(one.statement.key for one in made.statements if one.place is Place.DRAWN)


def test_only_what_was_said_by_the_day_is_known(record: Record) -> None:
    made = clock(record, PLAIN, date(2025, 6, 15))
    keys = {one.statement.key for one in made.statements}
    assert "rutte-2025-06-09" in keys and "rutte-2025-06-23" not in keys
    assert "breuer-2025" not in keys  # a year without a day is known from its last day on
    assert "breuer-2025" in {one.statement.key for one in clock(record, PLAIN, date(2025, 12, 31)).statements}


def test_what_counts_from_a_cease_fire_stands_apart_until_one_is_supposed(record: Record) -> None:
    apart = {one.statement.key for one in clock(record, PLAIN, EDITION).statements if one.place is Place.NO_CEASE_FIRE}
    assert apart == {
        "kallas-2024-01-15",
        "sab-2025-02",
        "ddis-local-2025-02-11",
        "ddis-ally-2025-02-11",
        "ddis-large-2025-02-11",
    }
    supposed = clock(record, replace(PLAIN, ceasefire=ceasefire_of("2026-12-31", "x")), EDITION)
    assert not [one for one in supposed.statements if one.place is Place.NO_CEASE_FIRE]
    assert set(drawn(supposed)) - set(drawn(clock(record, PLAIN, EDITION))) == {"ddis-ally-2025-02-11"}
    assert drawn(supposed, Feared.LOCAL_WAR) == {"ddis-local-2025-02-11": 1}


def test_statements_of_one_count_count_once(record: Record) -> None:
    held = drawn(clock(record, PLAIN, EDITION))
    assert sum(held[f"rutte-{day}"] for day in ("2025-06-09", "2025-06-23", "2025-12-11")) == pytest.approx(1)
    german = ("pistorius-2024", "breuer-2024-07-23", "breuer-2025", "breuer-2025-06-01")
    assert sum(held[key] for key in german) == pytest.approx(1)
    assert sum(held.values()) == pytest.approx(5)
    less = drawn(clock(record, weighing(rutte_2025_06_23=0), EDITION))
    assert less["rutte-2025-06-09"] == less["rutte-2025-12-11"] == pytest.approx(0.5)


def test_the_curve_worked_out_by_hand(record: Record) -> None:
    """Attack on an ally by the end of 2027, each statement's part times its weight, over five counts."""
    made = clock(record, PLAIN, EDITION)
    curve = made.curve(Feared.ATTACK_ON_ALLY)
    assert curve is not None and curve.counts == 5
    kahl = (2028 - 2024.7842) / (2031 - 2024.7842)
    june = (2028 - 2025.4356) / 5
    december = (2028 - 2025.9425) / 5
    breuer = (2028 - 2025.4137) / (2030 - 2025.4137)
    wanted = (kahl + 1 + (june + december) / 3 + breuer / 4) / 5
    assert curve.share[made.years.index(2027)] == pytest.approx(wanted, abs=0.0005)


def test_a_weight_of_nothing_takes_a_statement_out_and_says_so(record: Record) -> None:
    made = clock(record, weighing(bild_2025_07=0), EDITION)
    assert "bild-2025-07" not in drawn(made)
    placed = made.placed("bild-2025-07")
    assert placed is not None and placed.place is Place.NO_WEIGHT and placed.weight == 0


def test_left_out_is_what_the_ends_of_a_curve_tell(record: Record) -> None:
    made = clock(record, PLAIN, EDITION)
    curve = made.curve(Feared.ATTACK_ON_ALLY)
    assert curve is not None and curve.low is not None and curve.high is not None
    bent = []
    for key in drawn(made):
        other = clock(record, replace(weighing(**{key: 0}), until=made.years[-1]), EDITION)
        found = other.curve(Feared.ATTACK_ON_ALLY)
        assert found is not None
        bent.append(found.share)
    for at in range(len(made.years)):
        assert curve.low[at] == pytest.approx(min(one[at] for one in bent))
        assert curve.high[at] == pytest.approx(max(one[at] for one in bent))


def test_one_statement_alone_has_no_ends(record: Record) -> None:
    curve = clock(record, PLAIN, EDITION).curve(Feared.THREAT)
    assert curve is not None and len(curve.drawn) == 1
    assert curve.low is None and curve.high is None


@settings(max_examples=40, deadline=None)
@given(
    weights=st.dictionaries(st.sampled_from(row_keys()), st.sampled_from([0.0, 0.25, 1.0, 3.0]), max_size=12),
    day=st.dates(date(2024, 2, 1), EDITION),
    ceasefire=st.sampled_from([None, "2026", "2026-12-31", "2025-01-01/2028-06-30"]),
    open_end=st.sampled_from(OpenEnd),
    half_life=st.sampled_from([None, 0.5, 3.0]),
)
def test_curves_are_distributions_whatever_the_weights(
    record: Record,
    weights: dict[str, float],
    day: date,
    ceasefire: str | None,
    open_end: OpenEnd,
    half_life: float | None,
) -> None:
    own = {key: Factor(value, "made up") for key, value in weights.items()}
    held = None if ceasefire is None else ceasefire_of(ceasefire, "x")
    scenario = replace(
        PLAIN,
        open_end=open_end,
        ceasefire=held,
        weights=replace(shipped(), statement=own, half_life=half_life),
    )
    try:
        made = clock(record, scenario, day)
    except InputError as fault:
        assert "without mass" in fault.what
        return
    for curve in made.curves:
        assert all(0 <= one <= 1 + 1e-9 for one in curve.share)
        assert all(a <= b + 1e-9 for a, b in zip(curve.share, curve.share[1:], strict=False))
        assert {one.statement.feared for one in curve.drawn} == {curve.feared}
        assert all(one.weight > 0 for one in curve.drawn)
        if curve.low is not None and curve.high is not None:
            assert all(a <= b + 1e-9 for a, b in zip(curve.low, curve.high, strict=True))
    for one in made.statements:
        meant = days_meant(one.statement.said.stated_on)
        assert meant is not None and meant[1] <= day


def test_doubling_all_weights_changes_nothing(record: Record) -> None:
    twice = {key.replace("-", "_"): 2.0 for key in row_keys()}
    one, other = clock(record, PLAIN, EDITION), clock(record, weighing(**twice), EDITION)
    for curve, same in zip(one.curves, other.curves, strict=True):
        assert curve.share == pytest.approx(same.share)


def test_age_halves_what_is_a_half_life_old(record: Record) -> None:
    scenario = replace(PLAIN, weights=replace(shipped(), half_life=1.0))
    made = clock(record, scenario, date(2025, 10, 14))
    kahl = made.placed("kahl-2024-10-14")
    assert kahl is not None and kahl.weight == pytest.approx(0.5, abs=0.001)


def test_parts_hold_the_statements_of_their_kind(record: Record) -> None:
    made = clock(record, replace(PLAIN, ceasefire=ceasefire_of("2026-12-31", "x")), EDITION)
    parts = {(one.feared, one.of): one for one in made.parts}
    attack = Feared.ATTACK_ON_ALLY
    assert parts[attack, "from the cease-fire"].keys == ("ddis-ally-2025-02-11",)
    assert set(parts[attack, "on a condition"].keys) == {"ddis-ally-2025-02-11", "rutte-2025-06-23"}
    both = {*parts[attack, "on a condition"].keys, *parts[attack, "on no condition"].keys}
    assert both == set(drawn(made))


def test_years_run_from_the_day_to_the_last_span(record: Record) -> None:
    assert clock(record, PLAIN, EDITION).years == tuple(range(2026, 2035))
    assert clock(record, replace(PLAIN, until=2030), EDITION).years == tuple(range(2026, 2031))
    with pytest.raises(InputError, match="until 2025"):
        clock(record, replace(PLAIN, until=2025), EDITION)


def test_before_anybody_spoke_there_is_no_clock(record: Record) -> None:
    with pytest.raises(NotHeldError, match="nobody had stated a horizon"):
        clock(record, PLAIN, date(2023, 6, 1))


def test_without_any_weight_there_is_no_curve(record: Record) -> None:
    with pytest.raises(InputError, match="a distribution without mass"):
        clock(record, asked(PLAIN, without=row_keys()), EDITION)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_runs(record: Record, name: str) -> None:
    made = clock(record, load_clock(name), EDITION)
    assert made.scenario.reference and made.curves


@dataclass(frozen=True)
class Draws:
    requirement: str
    title: str
    years: NDArray[np.float64]
    horizon: float = 2036.0


def test_requirements_stand_beside_and_move_no_curve(record: Record) -> None:
    met = Draws("shells", "155 mm shells", np.array([2026.5, 2028.0, 2031.25, np.inf]))
    made = clock(record, PLAIN, EDITION, [met])
    bare = clock(record, PLAIN, EDITION)
    assert made.curves == bare.curves
    (one,) = made.requirements
    assert one.chance[0] == 0.25  # 2026
    assert one.chance[made.years.index(2027)] == 0.5  # 2028.0 is the end of 2027
    assert one.chance[-1] == 0.75 and one.never == 0.25 and one.draws == 4


def test_beyond_its_horizon_nothing_is_known_of_a_requirement(record: Record) -> None:
    met = Draws("shells", "155 mm shells", np.array([2026.5, np.inf]), 2030.0)
    (one,) = clock(record, PLAIN, EDITION, [met]).requirements
    assert one.chance[:4] == (0.5, 0.5, 0.5, 0.5) and set(one.chance[4:]) == {None}


@given(seed=st.integers(0, 50))
def test_all_together_are_never_likelier_than_the_least_likely(seed: int) -> None:
    rng = np.random.default_rng(seed)
    common = rng.uniform(2026, 2040, 500)
    first, second = (Draws(name, name, common + rng.uniform(0, 3, 500)) for name in "ab")
    years = range(2026, 2036)
    made = together([first, second], years)
    for at, year in enumerate(years):
        alone = [float(np.mean(one.years <= year + 1)) for one in (first, second)]
        chance = made.chance[at]
        assert chance is not None and sum(alone) - 1 - 1e-9 <= chance <= min(alone) + 1e-9


def test_requirements_drawn_apart_are_not_put_together() -> None:
    with pytest.raises(InputError, match="different numbers of draws"):
        together([Draws("a", "a", np.ones(3)), Draws("b", "b", np.ones(4))], range(2026, 2030))


@pytest.mark.parametrize(("years", "told"), [(np.array([]), "no draws"), (np.array([np.nan]), "no year")])
def test_draws_that_are_none_are_refused(record: Record, years: NDArray[np.float64], told: str) -> None:
    with pytest.raises(InputError, match=told):
        clock(record, PLAIN, EDITION, [Draws("a", "a", years)])
