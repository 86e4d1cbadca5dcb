"""The rules of NATO's tables, each with a fault it is there for: a cell, a row or a table of a release is spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from burdenshare.intake.rules import known
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato import (
    counts,
    coverage,
    neighbours,
    quotients,
    ranges,
    rates,
    release,
    revisions,
    sums,
)
from burdenshare.intake.rules.nato.all import RULES, faults
from burdenshare.intake.rules.nato.cells import Held, Nato
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import Row
from tests.intake.rules.deliveries import NATO, Change, dropped, edited, scaled, where, with_value

JUNE = "2024-06"
JULY = "2026-07"
USD = {"measure": "expenditure", "unit": "million USD"}
NCU = {"measure": "expenditure", "unit": "million NCU"}


def _set(column: str, value: str, **wanted: str) -> Change:
    return where(lambda row: {**row, column: value}, **wanted)


def _found(held: Tables, rule: ModuleType, change: Change, only: str) -> list[str]:
    nato = Nato(edited(held, NATO, change), frozenset({only}))
    return [f"{one.id}: {one.what}" for one in known.unexplained(rule.faults(nato))]


@pytest.mark.parametrize("rule", RULES)
def test_the_packaged_releases_keep_the_rule(held: Tables, rule: Callable[[Nato], Iterator[Fault]]) -> None:
    assert list(known.unexplained(rule(Nato(held)))) == []


def test_all_rules_together(held: Tables) -> None:
    assert list(known.unexplained(faults(held, frozenset({JUNE})))) == []


@pytest.mark.parametrize(
    ("rule", "change", "fault"),
    [
        (
            ranges,
            with_value("12.2", release="2017-06", ally="ALB", measure="share_of_gdp"),
            "ranges/2017-06/ALB/2017/share_of_gdp/%: 12.2 lies outside 0.3 to 6",
        ),
        (
            ranges,
            _set("unit", "thousand", release="2017-06", ally="ALB", measure="share_of_gdp"),
            "ranges/2017-06/ALB/2017/share_of_gdp/thousand: thousand is not a unit of this measure",
        ),
        (
            sums,
            scaled(1.01, release=JUNE, ally="NLD", year="2020", measure="equipment_share"),
            "categories/2024-06/NLD/2020: the category shares sum to",
        ),
        (
            sums,
            scaled(1.00001, release=JUNE, ally="DEU", year="2023", price_basis="current", **USD),
            "sums/2024-06/NATO/2023/expenditure/current: members sum to",
        ),
        (
            sums,
            scaled(1.0001, release=JULY, ally="DEU", year="2023", price_basis="current", **USD),
            "sums/2026-07/EUR_CAN/2023/expenditure/current: members sum to",
        ),
        (
            sums,
            scaled(1.001, release=JULY, ally="USA", year="2023", measure="gdp"),
            "sums/2026-07/NATO/2023/gdp/constant_2021: Europe and Canada and the United States sum to",
        ),
        (
            quotients,
            scaled(1.01, release=JUNE, ally="DEU", year="2024", measure="share_of_gdp"),
            "quotients/2024-06/DEU/2024/share_of_gdp: share 2.1402, expenditure over GDP 2.1190",
        ),
        (
            quotients,
            scaled(1.01, release=JUNE, ally="DEU", year="2023", measure="real_change"),
            "growth/2024-06/DEU/2023/real_change: real change",
        ),
        (
            quotients,
            scaled(1.001, release=JUNE, ally="DEU", year="2023", measure="gdp", price_basis="current"),
            "deflators/2024-06/DEU/2023/gdp/current: GDP rose by",
        ),
        (
            quotients,
            scaled(1.001, release=JUNE, ally="FRA", year="2020", measure="gdp_per_capita"),
            "heads/2024-06/FRA/2020/gdp_per_capita/constant_2015: gdp by gdp_per_capita is",
        ),
        (
            quotients,
            scaled(1.2, release=JULY, ally="FRA", year="2020", measure="expenditure_per_capita"),
            "heads/2026-07/FRA/2020/expenditure_per_capita/constant_2021: expenditure by",
        ),
        (
            rates,
            scaled(1.001, release=JUNE, ally="POL", year="2023", price_basis="constant_2015", **NCU),
            "rates/2024-06/POL/2023/expenditure/constant_2015/NCU:",
        ),
        (
            rates,
            scaled(1.001, release=JUNE, ally="LTU", year="2023", price_basis="current", **NCU),
            "rates/2024-06/LTU/2023/expenditure/current/NCU:",
        ),
        (
            rates,
            scaled(1.01, release=JUNE, ally="POL", year="2023", price_basis="current", **NCU),
            "rates/2024-06/POL/2023/expenditure/current/NCU: 4.24",
        ),
        (
            rates,
            _set("price_basis", "constant_2021", release=JUNE, price_basis="constant_2015", **USD),
            "base-years/2024-06/POL/2021/expenditure/constant_2021:",
        ),
        (
            rates,
            _set("price_basis", "constant_2021", release=JUNE, measure="gdp_per_capita"),
            "bases/2024-06/gdp_per_capita/constant_2021: at constant_2021 prices, expenditure at constant_2015 prices",
        ),
        (
            rates,
            _set("price_basis", "current", release=JUNE, measure="expenditure_per_capita"),
            "bases/2024-06/expenditure_per_capita/current:",
        ),
        (
            counts,
            scaled(0.9, release=JUNE, ally="FRA", year="2024", measure="share_of_gdp"),
            "counts/2024-06/2024: 22 allies at 2 % (0 cells missing), NATO counts 23",
        ),
        (
            counts,
            scaled(0.5, release="2023-07", ally="FIN", year="2023", measure="share_of_gdp"),
            "counts/2023-07-07/NATO (via Defense Daily)/2023: 11 printed, cells allow 10 to 10",
        ),
        (
            revisions,
            scaled(0.5, release=JULY, ally="POL", year="2024", measure="share_of_gdp"),
            "revisions/2026-07/POL/2024/share_of_gdp:",
        ),
        (
            revisions,
            scaled(2, release=JUNE, ally="POL", year="2014", measure="real_change"),
            "revisions/2024-06/POL/2014/real_change:",
        ),
        (
            release,
            _set("estimate", "true", release=JUNE, year="2020", ally="DEU", measure="share_of_gdp"),
            "estimates/2024-06/2020: marked an estimate, the release's own year is 2024",
        ),
        (
            release,
            _set("estimate", "false", release=JUNE, year="2024", ally="DEU", measure="share_of_gdp"),
            "estimates/2024-06/2024: an estimate for some allies, and for others none",
        ),
        (
            release,
            lambda row: {**row, "year": str(int(row["year"]) + 1)} if row["release"] == JUNE else row,
            "release/2024-06/own-year: its cells go to 2025, its own year is 2024",
        ),
    ],
)
def test_a_spoilt_cell_is_noticed(held: Tables, rule: ModuleType, change: Change, fault: str) -> None:
    only = next(one for one in (JUNE, JULY, "2023-07", "2017-06") if f"/{one}" in fault)
    found = _found(held, rule, change, only)
    assert any(one.startswith(fault) for one in found), found


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("own_year", "2021", "release/2024-06/own-year: published on 2024-06-17, its own year is 2021"),
        ("released_on", "2024-07-17", "release/2024-06/day: published on 2024-07-17, not in the month of its id"),
    ],
)
def test_what_a_release_says_of_itself(held: Tables, column: str, value: str, fault: str) -> None:
    odd = edited(held, "nato/releases.csv", _set(column, value, release=JUNE))
    assert fault in [f"{one.id}: {one.what}" for one in release.faults(Nato(odd, frozenset({JUNE})))]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (dropped(release=JUNE, measure="equipment_share"), "coverage/2024-06/tables"),
        (dropped(release=JUNE, ally="DEU", measure="military_personnel"), "coverage/2024-06/military_personnel/allies"),
        (dropped(release=JUNE, ally="FIN", measure="real_change"), "coverage/2024-06/real_change/members"),
        (dropped(release=JUNE, ally="EUR_CAN", measure="real_change"), "coverage/2024-06/real_change/groups"),
        (dropped(release=JUNE, year="2017", measure="share_of_gdp"), "coverage/2024-06/share_of_gdp/gap"),
        (
            dropped(release=JUNE, ally="MNE", year="2020", measure="gdp_per_capita"),
            "coverage/2024-06/gdp_per_capita/constant/holes: gdp_per_capita (constant) without MNE 2020",
        ),
        (
            lambda row: None if row["release"] == JUNE and row["year"] < "2019" else row,
            "coverage/2024-06/share_of_gdp/years: share_of_gdp of 2019 to 2024, 2019-06 has 2012 to 2019",
        ),
    ],
)
def test_what_a_new_release_lacks(held: Tables, change: Change, fault: str) -> None:
    found = _found(held, coverage, change, JUNE)
    assert any(one.startswith(fault) for one in found), found


def test_a_division_of_the_money_may_be_late(held: Tables) -> None:
    """In a release's own year NATO leaves categories out where an ally has not said (the Netherlands 2026)."""
    late = dropped(release=JUNE, ally="DEU", year="2024", measure="other_share")
    assert _found(held, coverage, late, JUNE) == []


def test_only_a_new_release_has_to_be_whole(held: Tables) -> None:
    assert list(coverage.faults(Nato(edited(held, NATO, dropped(release=JUNE, ally="DEU"))))) == []


def _swapped(one: str, other: str, **wanted: str) -> Change:
    names = {one: other, other: one}
    return where(lambda row: {**row, "ally": names.get(row["ally"], row["ally"])}, **wanted)


def test_swapped_rows_are_known_by_their_series(held: Tables) -> None:
    """All sums hold: only the release before tells."""
    swapped = _swapped("FRA", "DEU", release=JUNE, measure="military_personnel")
    found = _found(held, neighbours, swapped, JUNE)
    assert found == [
        "neighbours/2024-06/FRA/military_personnel: the series is that of DEU in the earlier release",
        "neighbours/2024-06/DEU/military_personnel: the series is that of FRA in the earlier release",
    ]


def test_a_row_a_year_off_is_known_by_its_series(held: Tables) -> None:
    cells = {
        row["year"]: row["value"]
        for row in held.rows(NATO)
        if (row["release"], row["ally"], row["measure"]) == (JUNE, "BEL", "equipment_share")
    }

    def shift(row: Row) -> Row:
        return {**row, "value": cells.get(str(int(row["year"]) - 1), row["value"])}

    off = where(shift, release=JUNE, ally="BEL", measure="equipment_share")
    found = _found(held, neighbours, off, JUNE)
    assert found == [
        "neighbours/2024-06/BEL/equipment_share: the series is that of a year before in the earlier release"
    ]


def test_too_few_years_tell_nothing() -> None:
    assert neighbours.apart({2020: 1.0, 2021: 1.0}, {2020: 2.0, 2021: 2.0}) is None
    assert neighbours.apart(dict.fromkeys(range(5), 1.0), dict.fromkeys(range(5), 2.0)) == 0.5


def test_printed_cells_may_miss_a_sum_as_chance_has_it() -> None:
    exact, rounded = Held(1e9, 0.0, 1e6, "", ""), Held(1e9, 0.5e6, 1e6, "", "")
    assert sums.slack_of("expenditure", exact, [exact] * 31) == pytest.approx(0.1e6)
    assert 5e6 < sums.slack_of("expenditure", rounded, [rounded] * 31) < 16e6
    assert sums.slack_of("expenditure", rounded, [rounded]) == pytest.approx(1.1e6)


def test_the_printed_series_of_counts_are_declared_with_their_source() -> None:
    (series,) = counts.declared()
    assert (series.release, series.start, series.counts[-1]) == (JUNE, 2014, 23)
