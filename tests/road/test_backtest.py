"""The back-test: what it rests on, and its canonical result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.record.record import CORE, WHOLE
from burdenshare.road.backtest import METHOD_CHANGES, ORIGINS, Backtest, backtest, pooled, told_before_change
from burdenshare.road.share_models import PLAIN, Model

CANONICAL = {
    Model.BOTH: (0.145, 0.207, 0.188, 0.248, 0.230, 0.326, 0.387, 0.454, 0.576),
    Model.LAST: (0.155, 0.256, 0.215, 0.309, 0.293, 0.452, 0.550, 0.651, 0.830),
    Model.DRIFT: (0.152, 0.249, 0.239, 0.330, 0.313, 0.437, 0.534, 0.659, 0.830),
    Model.MEAN: (0.349, 0.398, 0.375, 0.425, 0.413, 0.520, 0.610, 0.727, 0.918),
}
"""Mean CRPS by years ahead: the table of docs/methodology.md."""

COVERED = (77.4, 77.8, 82.9, 79.9, 82.9, 77.3, 78.0, 77.8, 73.1)
"""Truths inside the 80 % intervals of the shipped model, in per cent."""


@pytest.mark.parametrize("model", CANONICAL)
def test_canonical_scores(found: Backtest, model: Model) -> None:
    for horizon, expected in zip(found.horizons, CANONICAL[model], strict=True):
        score = found.pooled(model, horizon=horizon)
        assert score is not None and score.crps == pytest.approx(expected, abs=0.006)


def test_canonical_coverage(found: Backtest) -> None:
    for horizon, expected in zip(found.horizons, COVERED, strict=True):
        score = found.pooled(found.shipped, horizon=horizon)
        assert score is not None and 100 * score.covered[1] == pytest.approx(expected, abs=3)
    assert found.off_aim() == (9,)


def test_shipped_model_beats_the_plain_ones_and_is_what_the_others_choose(found: Backtest) -> None:
    assert found.beats_plain()
    assert [found.beaten(one) for one in PLAIN] == [len(ORIGINS)] * len(PLAIN)
    assert {one.model for one in found.chosen()} == {found.shipped}


def test_result_does_not_hang_on_the_seed(record: Record, found: Backtest) -> None:
    other = backtest(record, draws=1024, seed=99)
    for model in Model:
        here, there = found.pooled(model), other.pooled(model)
        assert here is not None and there is not None and here.crps == pytest.approx(there.crps, abs=0.004)


def test_truth_is_the_newest_whole_release_and_core_stands_beside(record: Record, found: Backtest) -> None:
    for one in found.cells[:: len(found.cells) // 400]:
        truth = record.cell("share_of_gdp", one.ally, one.year, release=one.truth_release, exact_release=True)
        assert truth is not None and truth.value == one.truth
        assert truth.release.definition == one.definition
        assert one.horizon == one.year - record.release(one.origin).own_year > 0
    assert {one.truth_release for one in found.cells if one.definition == CORE} == {"2026-07"}
    assert max(one.year for one in found.cells if one.definition == WHOLE) == 2025


def test_every_model_is_scored_on_the_same_cells(found: Backtest) -> None:
    cells = {
        model: {(one.origin, one.ally, one.year, one.definition) for one in found.cells if one.model is model}
        for model in Model
    }
    assert all(held == cells[found.shipped] for held in cells.values())
    assert "ISL" not in {one.ally for one in found.cells}


def test_origins_have_their_newest_year_whole(record: Record) -> None:
    for origin in ORIGINS:
        release = record.release(origin)
        assert release.released_on is not None
        for member in record.allies():
            if member.armed and member.joined_on <= release.released_on and (origin, member.ally) != ("2024-03", "SWE"):
                cell = record.cell("share_of_gdp", member.ally, release.own_year, release=origin, exact_release=True)
                assert cell is not None, (origin, member.ally)


def test_forecast_before_a_change_of_method_is_named(record: Record, found: Backtest) -> None:
    named = {(one.origin, one.ally) for one in found.cells if told_before_change(one, record)}
    assert named == {("2016-07", "HRV"), ("2017-06", "HRV"), ("2018-07", "HRV"), ("2016-07", "CAN")}
    for change in METHOD_CHANGES:
        assert record.release(change.release).released_on is not None


def test_pooling_counts_every_cell_alike(found: Backtest) -> None:
    held = [one for one in found.cells if one.model is found.shipped and one.definition == WHOLE]
    whole = pooled(held)
    assert whole is not None and whole.cells == len(held) == 1090
    assert whole.crps == pytest.approx(sum(one.crps for one in held) / len(held))
    assert pooled([]) is None
    moved = pooled([replace(one, truth=one.truth + 1) for one in held])
    assert moved is not None and moved.bias == pytest.approx(whole.bias + 1)


@pytest.mark.parametrize("draws", [0, 99, 10**9])
def test_draws_that_cannot_be_scored_are_refused(record: Record, draws: int) -> None:
    with pytest.raises(InputError, match="draws"):
        backtest(record, draws=draws)
