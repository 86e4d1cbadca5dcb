"""The core agrees with PySD on three models written in Vensim's language, which keep states where it keeps totals."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from burdenshare.road.industry.flow import Pull, built, flow, pulled
from burdenshare.road.industry.stock import stock
from tests.road.industry.lines import column, line

MODELS = Path(__file__).parent / "models"
MONTHS = 144
AGREE = 1e-3


def simulated(name: str, folder: Path) -> dict[str, Any]:
    """A model as PySD runs it: its columns, a value a month. The translation is written beside a copy."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below it
        pysd = pytest.importorskip("pysd", reason="PySD is no part of the program: pip install 'burdenshare[dev]'")
        shutil.copy(MODELS / f"{name}.mdl", folder)
        found = pysd.read_vensim(str(folder / f"{name}.mdl")).run()
    return {column: found[column].to_numpy(dtype=float) for column in found}


def assert_agree(ours: Any, theirs: Any) -> None:
    scale = np.abs(theirs).max()
    assert np.abs(np.asarray(ours) - theirs).max() <= AGREE * scale


def test_queue(tmp_path: Path) -> None:
    model = simulated("queue", tmp_path)
    orders = model["orders"][:MONTHS]
    made = flow(line(planned=150, others=orders, waiting=900, cancelled=0.01))
    assert_agree(made.output[:, 0], model["output"][:MONTHS])
    assert_agree(made.withdrawn[:, 0], model["withdrawn"][:MONTHS])
    assert_agree(made.waits[:, 0], model["waits"][1:])
    assert_agree(np.cumsum(made.output[:, 0]), model["delivered"][1:])


def test_capacity_under_construction(tmp_path: Path) -> None:
    model = simulated("capacity", tmp_path)
    orders = column(model["orders"][:MONTHS], MONTHS)
    hundred, pull = np.array([100.0]), Pull(*(np.array([one]) for one in (36.0, 0.55, 24.0, 20.0)))
    decided = pulled(orders, hundred, hundred, pull)
    assert_agree(decided[:, 0], model["decided"][:MONTHS])
    assert_agree(built(decided, hundred, pull)[:, 0], model["capacity"][:MONTHS])
    assert model["capacity"].max() > 240  # it does rise


def test_stock_behind_a_delay(tmp_path: Path) -> None:
    model = simulated("stock", tmp_path)
    made = flow(line(planned=55, others=0, ours=model["orders"][:MONTHS], waiting=120, making=8))
    assert_agree(made.output[:, 0], model["output"][:MONTHS])
    assert_agree(made.waits[:, 0], model["waits"][1:])
    held = stock(made.output, 200.0, 30.0, 0.004)
    assert_agree(held.held[:, 0], model["held"][1:])
    assert_agree(held.used[:, 0], model["used"][:MONTHS])
    assert_agree(held.worn[:, 0], model["worn"][:MONTHS])
