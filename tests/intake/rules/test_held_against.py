"""intake/rules/held_against.py: what is wrong with a delivery in the light of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from burdenshare.intake.model import Delivery
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row
from tests.intake.rules import deliveries
from tests.intake.rules.deliveries import NATO, SOURCES, edited, nato, outlook, printed, spoilt


def _ids(delivery: Delivery, before: Tables) -> list[str]:
    return [one.id for one in faults_of(delivery, held=before)]


@pytest.mark.parametrize("vintage", ["WEO-2025-10", "WEO-2025-04", "WEO-2020-04", "WDI-2026-04"])
def test_a_true_vintage_is_accepted(held: Tables, vintage: str) -> None:
    assert _ids(*outlook(held, vintage)) == []


def test_a_true_release_is_accepted_exact_and_as_printed(held: Tables) -> None:
    delivery, before = nato(held, "2024-06")
    assert _ids(delivery, before) == _ids(printed(delivery), before) == []


def test_the_same_release_again_is_accepted(held: Tables) -> None:
    """An import of what the record holds is told apart elsewhere; no rule objects to it."""
    assert _ids(nato(held, "2024-06")[0], held) == []


def test_the_layers_of_this_process_are_what_is_held_where_nothing_is_given(held: Tables) -> None:
    assert faults_of(nato(held, "2024-06")[0], ()) == ()


def test_gaps_of_a_release_that_was_read_in_parts_are_named(held: Tables) -> None:
    """The packaged July 2026 was copied by hand, in parts (its notes say which): all that lacks is coverage."""
    found = faults_of(nato(held, "2026-07")[0], held=nato(held, "2026-07")[1])
    assert {one.rule for one in found} == {"coverage"}
    told = " | ".join(one.what for one in found)
    assert "has no gdp (current), gdp_per_capita (constant), as 2024-06 has" in told
    assert "military_personnel without ALB, BEL, USA, held in 2024-06" in told


def test_what_was_wrong_before_is_no_matter(held: Tables) -> None:
    worse = edited(held, NATO, deliveries.scaled(2, release="2019-06", ally="DEU", year="2015", unit="million USD"))
    assert _ids(outlook(worse, "WEO-2025-04")[0], worse) == []


def _rows(delivery: Delivery, **changes: str) -> list[Row]:
    first, *rest = delivery.tables[NATO]
    return [{**first, **changes}, *rest]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"value": "1,5"},
            Fault("form", NATO, ("nato-expenditure", "value"), "value is '1,5', not a number", "TABLE!A1"),
        ),
        (
            {"year": "2014e"},
            Fault("form", NATO, ("nato-expenditure", "year"), "year is '2014e', not a integer", "TABLE!A1"),
        ),
    ],
)
def test_of_a_delivery_wrong_in_form_only_that_is_told(held: Tables, changes: Row, fault: Fault) -> None:
    delivery, before = nato(held, "2024-06")
    (found,) = faults_of(spoilt(delivery, NATO, _rows(delivery, **changes)), held=before)
    assert (found.rule, found.what, found.place) == (fault.rule, fault.what, fault.place)


def test_an_unknown_table_is_told(held: Tables) -> None:
    delivery, before = nato(held, "2024-06")
    (found,) = faults_of(spoilt(delivery, "nato/tanks.csv", [{"ally": "DEU", PLACE: "A1"}]), held=before)
    assert (found.id, found.place) == ("form/table/nato/tanks.csv", "A1")


def test_a_publication_to_come_is_told(held: Tables) -> None:
    delivery, before = nato(held, "2024-06")
    (found,) = faults_of(delivery, held=before, today=date(2024, 6, 16))
    assert found.what == "published on 2024-06-17, after 2024-06-16"


def test_an_unknown_ally_is_told_with_its_cell(held: Tables) -> None:
    delivery, before = nato(held, "2024-06")
    rows = [*delivery.tables[NATO], {**delivery.tables[NATO][0], "ally": "XKX", PLACE: "TABLE!B9"}]
    found = {one.id: one for one in faults_of(spoilt(delivery, NATO, rows), held=before)}
    assert found["entities/nato-expenditure/XKX"].place == "TABLE!B9"


def test_a_release_that_is_not_listed_and_a_source_that_is_not_declared(held: Tables) -> None:
    delivery, before = nato(held, "2024-06")
    bare = replace(delivery, tables={NATO: delivery.tables[NATO]})
    found = {one.rule for one in faults_of(bare, held=before)}
    assert {"releases", "sources"} <= found
    odd = spoilt(delivery, SOURCES, [{**delivery.tables[SOURCES][0], "pattern": "source=other"}])
    assert {"sources"} == {one.rule for one in faults_of(odd, held=before)}


OFFICE = {
    "person": "Somebody Else",
    "office": "head_of_government",
    "entity": "DEU",
    "from": "2026-03-01",
    "to": "",
    "source": "https://example.org/",
    "grade": "B",
    PLACE: "A2",
}
ALIAS = {"person": "Somebody Else", "alias": "Else", "kind": "surname", PLACE: "A2"}
COMMITMENT = {
    "id": "xkx-2030-2",
    "actor": "XKX",
    "kind": "national_target",
    "measure": "defence expenditure",
    "comparator": ">=",
    "value": "2",
    "unit": "% of GDP",
    "made_on": "2026-01-01",
    "due_by": "2030",
    "made_at": "government",
    "status": "stated",
    "source_url": "https://example.org/",
    "grade": "press",
    PLACE: "A2",
}


def _mapped(tables: Mapping[str, Sequence[Row]]) -> Delivery:
    return Delivery("mapping", "t", "somebody", "", None, {path: tuple(rows) for path, rows in tables.items()}, True)


@pytest.mark.parametrize(
    ("tables", "faults"),
    [
        (
            {"people/offices.csv": [OFFICE], "people/aliases.csv": [ALIAS]},
            ["offices/head_of_government/DEU/2026-03-01"],
        ),
        ({"people/aliases.csv": [ALIAS]}, ["names/Somebody Else"]),
        ({"commitments/commitments.csv": [COMMITMENT]}, ["entities/commitments-commitments/XKX"]),
        ({"commitments/commitments.csv": [{**COMMITMENT, "actor": "DEU"}]}, []),
        (
            {"currencies.csv": [{"entity": "POL", "currency": "EUR", "from": "2028-01-01", "to": "", "per_eur": "1"}]},
            ["currencies/POL"],
        ),
    ],
)
def test_tables_added_by_a_mapping(held: Tables, tables: dict[str, Sequence[Row]], faults: list[str]) -> None:
    whole = {
        path: [{**dict.fromkeys(schema.BY_PATH[path].header, "x"), PLACE: "A1", **row} for row in rows]
        for path, rows in tables.items()
    }
    assert _ids(_mapped(whole), held) == faults


def test_a_count_that_the_cells_of_its_day_do_not_bear_out(held: Tables) -> None:
    headline = next(row for row in held.rows("nato/headlines.csv") if row["measure"] == "number_at_or_above_2pct_gdp")
    row = {**headline, "released_on": "2024-06-17", "year": "2024", "value": "30", "publisher": "NATO", PLACE: "A1"}
    (found,) = faults_of(_mapped({"nato/headlines.csv": [row]}), held=held)
    assert (found.what, found.place) == ("30 printed, cells allow 23 to 23", "A1")


def test_a_new_member_is_held_against_all_releases(held: Tables) -> None:
    """Had Ireland joined in 2014, no total since would be the sum of the members."""
    member = {
        "ally": "IRL",
        "name": "Ireland",
        "joined_on": "2014-01-01",
        "currency": "EUR",
        "region": "europe",
        "source_url": "https://example.org/",
        "grade": "press",
        PLACE: "A2",
    }
    found = _ids(_mapped({"commitments/members.csv": [member]}), held)
    assert {"groups/EUR/IRL", "accessions/IRL", "currencies/IRL"} <= set(found)
    assert any(one.startswith("counts/2024-06/") for one in found)
