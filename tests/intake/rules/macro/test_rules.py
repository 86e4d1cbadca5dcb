"""The rules of macroeconomic vintages, each with a fault it is there for: cells of October 2025 are spoilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import polars as pl
import pytest

from burdenshare.intake.rules import known
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro import coverage, form, identities, projections, revisions
from burdenshare.intake.rules.macro.all import faults
from burdenshare.intake.rules.macro.vintage import At, Vintages, with_rates
from burdenshare.intake.rules.tables import Tables

NEW = "WEO-2025-10"
Spoil = Callable[[pl.DataFrame], pl.DataFrame]


def _is(**wanted: object) -> pl.Expr:
    held = {"vintage": NEW, **wanted}
    return pl.all_horizontal(pl.col(name) == value for name, value in held.items())


def _scaled(factor: float, **wanted: object) -> Spoil:
    value = pl.when(_is(**wanted)).then(pl.col("value") * factor).otherwise(pl.col("value")).alias("value")
    return lambda macro: macro.with_columns(value)


def _set(column: str, to: object, **wanted: object) -> Spoil:
    value = pl.when(_is(**wanted)).then(pl.lit(to)).otherwise(pl.col(column)).alias(column)
    return lambda macro: macro.with_columns(value)


def _without(**wanted: object) -> Spoil:
    return lambda macro: macro.filter(~_is(**wanted))


def _found(held: Tables, spoil: Spoil, only: str = NEW) -> list[Fault]:
    return list(known.unexplained(faults(replace(held, macro=spoil(held.macro)), frozenset({only}))))


def test_the_packaged_vintages_keep_every_rule(held: Tables) -> None:
    assert list(known.unexplained(faults(held))) == []
    assert _found(held, lambda macro: macro) == []


CELL = {"entity": "DEU", "year": 2015}


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_set("unit", "ncu", indicator="gdp_usd", **CELL), "ranges/WEO-2025-10/DEU/2015/gdp_usd: 3.42"),
        (_scaled(1e3, indicator="gdp_usd", **CELL), "ranges/WEO-2025-10/DEU/2015/gdp_usd:"),
        (_set("published_on", "2025-11-14", indicator="gdp_usd", **CELL), "release/WEO-2025-10/day: published on"),
        (_set("year", 2035, indicator="gdp_usd", **CELL), "release/WEO-2025-10/years: published on 2025-10-14, its"),
        (_scaled(1.01, indicator="revenue_share", **CELL), "balances/WEO-2025-10/DEU/2015/net_lending_share:"),
        (_scaled(1.0001, indicator="deflator", **CELL), "growth/WEO-2025-10/DEU/2015/real_growth: real growth"),
        (_scaled(1.01, indicator="real_growth", **CELL), "growth/WEO-2025-10/DEU/2015/real_growth: real growth"),
        (_scaled(1.001, indicator="gdp_usd", **CELL), "rates/WEO-2025-10/DEU/2015/gdp_ncu: 0.90"),
        (_scaled(1.01, indicator="gdp_usd", entity="POL", year=2015), "rates/WEO-2025-10/POL/2015/gdp_ncu: its rate"),
        (_scaled(1.2, indicator="population", **CELL), "revisions/WEO-2025-10/DEU/2015/population: 9.7"),
        (_scaled(1.005, indicator="population", entity="ITA", year=2010), "alone/WEO-2025-10/ITA/2010/population:"),
        (
            _scaled(1.05, indicator="population", entity="DEU", year=2029),
            "projections/WEO-2025-10/DEU/2029/population:",
        ),
        (
            _scaled(1.05, indicator="population", entity="DEU", year=2030),
            "projections/WEO-2025-10/DEU/2030/population:",
        ),
        (_without(indicator="population"), "coverage/WEO-2025-10/indicators: has no population, as WEO-2025-04 has"),
        (
            _without(indicator="population", entity="DEU"),
            "coverage/WEO-2025-10/population/entities: population without",
        ),
        (_without(indicator="population", year=2030), "coverage/WEO-2025-10/population/years: population of ALB"),
        (
            _without(indicator="population", **CELL),
            "coverage/WEO-2025-10/population/DEU: population of DEU without 2015",
        ),
    ],
)
def test_a_spoilt_cell_is_noticed(held: Tables, spoil: Spoil, fault: str) -> None:
    found = [f"{one.id}: {one.what}" for one in _found(held, spoil)]
    assert any(one.startswith(fault) for one in found), found


def test_a_cell_told_twice_is_noticed(held: Tables) -> None:
    macro = pl.concat([held.macro, held.macro.filter(_is(indicator="gdp_usd", **CELL))])
    assert {one.rule for one in form.faults(Vintages(macro, frozenset({NEW})))} == {"twice"}


def test_rows_of_two_countries_in_each_others_place(held: Tables) -> None:
    names = {"SWE": "PRT", "PRT": "SWE"}
    mine = (pl.col("vintage") == NEW) & (pl.col("indicator") == "population") & pl.col("entity").is_in(list(names))
    macro = held.macro.with_columns(
        pl.when(mine).then(pl.col("entity").replace(names)).otherwise(pl.col("entity")).alias("entity")
    )
    vintages = Vintages(macro, frozenset({NEW}))
    found = sorted(one.id for one in revisions.faults(held, vintages) if one.rule == "neighbours")
    assert found == ["neighbours/WEO-2025-10/PRT/2000/population", "neighbours/WEO-2025-10/SWE/2000/population"]


def test_a_row_a_year_off(held: Tables) -> None:
    mine = _is(indicator="population", entity="FRA")
    macro = held.macro.with_columns(pl.when(mine).then(pl.col("year") + 1).otherwise(pl.col("year")).alias("year"))
    found = revisions.faults(held, Vintages(macro, frozenset({NEW})))
    assert any(one.rule == "neighbours" and "that of a year before" in one.what for one in found)


def test_extracts_are_no_measure_of_what_is_whole(held: Tables) -> None:
    """April 2026 holds six countries: the vintage after it has to hold what October 2025 held."""
    later = held.macro.filter(pl.col("vintage") == NEW).with_columns(
        pl.lit("WEO-2026-10").alias("vintage"), pl.lit("2026-10-13").alias("published_on")
    )
    macro = pl.concat([held.macro, later.filter(pl.col("entity") != "DEU")])
    found = [one.what for one in coverage.faults(Vintages(macro, frozenset({"WEO-2026-10"})))]
    assert "population without DEU, held in WEO-2025-10" in found


def test_the_development_indicators_come_one_by_one(held: Tables) -> None:
    assert list(coverage.faults(Vintages(held.macro, frozenset({"WDI-2026-04"})))) == []


def test_only_a_new_vintage_has_to_be_whole_and_smooth(held: Tables) -> None:
    macro = _without(indicator="population", entity="DEU")(held.macro)
    assert list(coverage.faults(Vintages(macro))) == list(projections.faults(Vintages(macro))) == []


def test_a_rate_follows_from_two_levels(held: Tables) -> None:
    one = Vintages(held.macro).open(NEW)
    rate = with_rates(one)[At("implied_rate", "POL", 2015)]
    assert rate == pytest.approx(one.cells[At("gdp_ncu", "POL", 2015)] / one.cells[At("gdp_usd", "POL", 2015)])


def test_the_euro_is_judged_among_those_that_use_it(held: Tables) -> None:
    one = Vintages(held.macro).open(NEW)
    assert list(identities.euro_rates(one, {"DEU": ("", "9999"), "FRA": ("", "9999")})) == []
