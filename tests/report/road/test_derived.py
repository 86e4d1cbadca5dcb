"""Every price can be opened: down to cells, with the numbers that make it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from burdenshare.record import Record
from burdenshare.record.model import Derivation
from burdenshare.report.road.derived import derivation
from burdenshare.report.road.prices import price_of
from burdenshare.road.result import Road


def nodes(root: Derivation) -> Iterator[Derivation]:
    yield root
    for one in root.inputs:
        yield from nodes(one)


def named(root: Derivation, name: str) -> Derivation:
    return next(one for one in nodes(root) if one.name == name)


def test_a_price_is_the_difference_of_its_two_parts_and_share_times_gdp(record: Record, two: Road) -> None:
    tree = derivation(record, two, "DEU")
    with_target, without = tree.inputs
    assert tree.value == price_of(two, "DEU").extra.central
    assert (with_target.value or 0) - (without.value or 0) == pytest.approx(tree.value)
    share, gdp = with_target.inputs
    assert (share.value or 0) / 100 * (gdp.value or 0) == pytest.approx(with_target.value)
    growth = (0.8 * (1 - 0.35)) * (tree.value or 0)
    assert (gdp.value or 0) - (gdp.inputs[0].value or 0) == pytest.approx(growth)


def test_growth_is_worked_out_from_cells_of_the_vintage_to_its_horizon_and_past_it(record: Record, two: Road) -> None:
    whole = named(derivation(record, two, "POL"), "GDP without the target")
    base, index = whole.inputs
    assert (base.value or 0) * (index.value or 0) == pytest.approx(whole.value)
    inside, last = index.inputs
    assert (inside.value or 0) * (last.value or 0) ** 5 == pytest.approx(index.value)
    for one in index.inputs:
        nominal, before, deflator, earlier = (cell.value or 0 for cell in one.inputs)
        assert nominal / before / (deflator / earlier) == pytest.approx(one.value)


def test_every_leaf_names_a_cell_or_a_source(record: Record, hague: Road) -> None:
    for entity in hague.allies:
        leaves = [one for one in nodes(derivation(record, hague, entity)) if not one.inputs]
        assert all(one.observation is not None or one.source for one in leaves)


def test_a_group_is_the_sum_of_its_members(record: Record, halved: Road) -> None:
    tree = derivation(record, halved, "EUR_CAN", deep=False)
    assert sum(one.value or 0 for one in tree.inputs) == pytest.approx(tree.value)
    assert not any(one.inputs for one in tree.inputs)
    assert "backfill" in named(derivation(record, halved, "DEU"), "share of GDP with the target").formula
