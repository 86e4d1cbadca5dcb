"""Where models send a share, and how draws stray: centres, moments, what is joint."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from burdenshare.record import Record
from burdenshare.record.model import Release
from burdenshare.road.share_history import Array, ShareHistory
from burdenshare.road.share_limits import COMMON, FADING, LIMITS, REVISION, YEARLY
from burdenshare.road.share_models import Basis, Model, basis, draw
from burdenshare.road.share_spread import Spread, spread
from burdenshare.road.share_targets import Goal

COUNT = 40_000
RELEASE = Release("x", "nato", date(2024, 6, 17), "made", 2024, "whole")


def made(values: list[list[float]]) -> ShareHistory:
    """Two allies over the years up to 2024."""
    years = tuple(range(2025 - len(values), 2025))
    held = np.array(values, dtype=np.float64)
    cells = tuple(tuple("" if np.isnan(cell) else "x" for cell in row) for row in held)
    return ShareHistory(
        RELEASE.released_on or date.min, RELEASE, years, ("AAA", "BBB"), held, cells, np.array([]), (), ()
    )


def still(
    trend: float = 0.0, own: tuple[float, float] = (0.0, 0.0), *, common: float = 0.0, apart: float = 0.0
) -> Spread:
    yearly = np.full(2, apart)
    return Spread(trend, 4.0, common, yearly, np.array([8.0, 8.0]), np.array(own), 0.0)


def at(spread_: Spread, goals: dict[str, tuple[Goal, ...]] | None = None, until: int = 2028) -> Basis:
    return basis(made([[1.0, 2.0]]), spread_, goals or {}, until)


def drawn(model: Model, where: Basis) -> Array:
    return draw(model, where, COUNT, np.random.default_rng(5))


def test_last_value_stays() -> None:
    found = drawn(Model.LAST, at(still()))
    assert np.allclose(found, np.array([1.0, 2.0])[None, :, None])


def test_drift_goes_on_by_its_own_change() -> None:
    found = drawn(Model.DRIFT, at(still(own=(0.1, -0.2))))
    assert np.allclose(found[0], [[1.1, 1.2, 1.3, 1.4], [1.8, 1.6, 1.4, 1.2]])


def test_trend_fades() -> None:
    found = drawn(Model.TREND, at(still(0.1)))
    steps = 0.1 * np.cumsum(FADING.value ** np.arange(4))
    assert np.allclose(found[0, 0], 1.0 + steps)


def test_mean_is_any_ally_of_today() -> None:
    found = drawn(Model.MEAN, at(still()))
    assert set(np.unique(found)) == {1.0, 2.0}
    assert found.mean() == pytest.approx(1.5, abs=0.01)


def test_commitments_are_kept_in_part_from_none_to_all_alike() -> None:
    found = drawn(Model.GOALS, at(still(), {"AAA": (Goal(2028, 2.0, "x"),)}))
    kept = found[:, 0, -1] - 1.0
    assert np.quantile(kept, [0.1, 0.5, 0.9]) == pytest.approx([0.1, 0.5, 0.9], abs=0.01)
    assert np.allclose(found[:, 1], 2.0)


def test_commitments_are_kept_or_not_in_company() -> None:
    both: dict[str, tuple[Goal, ...]] = {ally: (Goal(2028, 4.0, "x"),) for ally in ("AAA", "BBB")}
    found = drawn(Model.GOALS, at(still(), both))[:, :, -1]
    assert np.corrcoef(found[:, 0], found[:, 1])[0, 1] == pytest.approx(0.25, abs=0.02)  # both take the common part


def test_what_is_not_kept_goes_on_with_the_trend() -> None:
    where = at(still(0.1), {"AAA": (Goal(2028, 2.0, "x"),)})
    found = drawn(Model.BOTH, where)[:, 0, -1]
    trend = 0.1 * (FADING.value ** np.arange(4)).sum()
    assert found.min() >= 1.0 + min(trend, 1.0) - 1e-9 and found.max() <= 2.0 + 1e-9
    assert found.mean() == pytest.approx(1.0 + 0.5 + 0.5 * trend, abs=0.01)


def test_common_shocks_are_joint_and_own_ones_are_not() -> None:
    joint = drawn(Model.LAST, at(still(common=0.01)))
    assert np.allclose(joint[:, 0] - 1.0, joint[:, 1] - 2.0)
    apart = drawn(Model.LAST, at(still(apart=0.05)))
    assert abs(np.corrcoef(apart[:, 0, -1], apart[:, 1, -1])[0, 1]) < 0.02


def test_spread_grows_with_the_years_as_stated() -> None:
    """Variance after n years: n yearly shocks, and the doubt of the drift, which grows with the square."""
    found = drawn(Model.LAST, at(still(apart=0.05)))
    years = np.arange(1, 5)
    expected = 0.05 * np.sqrt(years + years**2 / 16)  # 8 known changes and the judgement's 8
    assert found[:, 1].std(axis=0) == pytest.approx(expected, rel=0.04)
    assert found[:, 1].mean(axis=0) == pytest.approx(np.full(4, 2.0), abs=0.01)


def test_share_is_never_below_nothing() -> None:
    found = drawn(Model.BOTH, at(still(apart=3.0, common=1.0)))
    assert found.min() == 0.0


def test_ally_whose_newest_share_is_older_has_strayed_longer() -> None:
    held = made([[1.0, 2.0], [np.nan, 2.0]])
    found = draw(Model.LAST, basis(held, still(apart=0.05), {}, 2025), COUNT, np.random.default_rng(5))
    assert found.shape == (COUNT, 2, 2)  # 2024 and 2025
    assert np.allclose(found[:, 1, 0], 2.0) and found[:, 0, 0].std() > 0.04
    assert found[:, 0, -1].std() > found[:, 1, -1].std() * 1.2


def test_spread_is_the_judgement_where_nothing_is_known() -> None:
    found = spread(made([[1.0, 2.0]]))
    assert found.trend == 0.0
    assert found.yearly == pytest.approx([YEARLY.value] * 2)
    assert (found.common, found.revision) == pytest.approx((COMMON.value, REVISION.value))


def test_spread_of_many_known_changes_is_theirs(record: Record) -> None:
    chance = np.random.default_rng(2)
    common = np.cumsum(chance.normal(0.05, 0.12, size=(400, 1)), axis=0)
    own = np.cumsum(chance.normal(0, 0.3, size=(400, 20)), axis=0)
    values = 500 + common + own
    years = tuple(range(2025 - 400, 2025))
    allies = tuple(f"A{number:02}" for number in range(20))
    cells = tuple(("x",) * 20 for _ in years)
    held = ShareHistory(date(2024, 6, 17), RELEASE, years, allies, values, cells, chance.normal(0, 0.4, 5000), (), ())
    found = spread(held)
    assert found.yearly.mean() == pytest.approx(0.3, rel=0.05)
    assert found.common == pytest.approx(0.12, rel=0.35)  # the median of 20 adds its own error, the last trend too
    assert found.revision == pytest.approx(0.4, rel=0.05)


def test_every_judgement_has_its_reason() -> None:
    assert len({one.name for one in LIMITS}) == len(LIMITS)
    assert [one.name for one in LIMITS if len(one.reason.split()) < 5 or not one.unit] == []
