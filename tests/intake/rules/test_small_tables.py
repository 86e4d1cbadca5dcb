"""intake/rules/releases.py, stated.py, people.py, members.py, sources.py: rules of tables that are read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from burdenshare.intake.rules import members, people, releases, sources, stated
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE, Row
from tests.intake.rules.deliveries import Change, appended, edited, where

Rule = Callable[[Tables], Iterator[Fault]]


@pytest.mark.parametrize("rule", [releases.faults, stated.faults, people.faults, members.faults, sources.faults])
def test_the_packaged_record_keeps_the_rule(held: Tables, rule: Rule) -> None:
    assert list(rule(held)) == []


def _set(column: str, value: str, **wanted: str) -> Change:
    return where(lambda row: {**row, column: value}, **wanted)


@pytest.mark.parametrize(
    ("rule", "path", "change", "fault"),
    [
        (
            releases.faults,
            "nato/releases.csv",
            _set("released_on", "2024-06-18", release="2024-06"),
            "releases/2024-06: its table says '2024-06-17', listed '2024-06-18'",
        ),
        (
            people.faults,
            people.OFFICES,
            _set("to", "2025-05-07", person="Olaf Scholz", office="head_of_government"),
            "offices/head_of_government/DEU/2025-05-06: Olaf Scholz to '2025-05-07' overlaps Friedrich Merz from"
            " '2025-05-06'",
        ),
        (
            people.faults,
            people.OFFICES,
            _set("to", "2021-12-07", person="Olaf Scholz", office="head_of_government"),
            "offices/Olaf Scholz/head_of_government/DEU/2021-12-08: ends 2021-12-07, before 2021-12-08",
        ),
        (
            members.faults,
            members.GROUPS,
            _set("from", "2024-03-08", group="EUR", ally="SWE"),
            "groups/EUR/SWE: from 2024-03-08, joined 2024-03-07",
        ),
        (
            members.faults,
            members.MEMBERS,
            _set("joined_on", "2023-04-05", ally="FIN"),
            "accessions/FIN: member from 2023-04-04, joined 2023-04-05",
        ),
        (
            stated.faults,
            "industry/production.csv",
            _set("low", "2000", item="Patriot GEM-T missiles ordered"),
            "stated/NATO Support and Procurement Agency order via bundeswehr-journal/2024-01/missiles:"
            " [2000.0, 1000.0, 1000.0] out of order",
        ),
    ],
)
def test_a_changed_row_is_noticed(held: Tables, rule: Rule, path: str, change: Change, fault: str) -> None:
    found = [f"{one.id}: {one.what}" for one in rule(edited(held, path, change))]
    assert fault in found


@pytest.mark.parametrize(
    ("rule", "path", "row", "fault"),
    [
        (
            releases.faults,
            "nato/releases.csv",
            {"release": "2099-01", "released_on": "2099-01-01"},
            "no table holds a row of it",
        ),
        (members.faults, members.GROUPS, {"group": "G7", "ally": "JPN", "from": "", "to": ""}, "not an ally"),
        (
            people.faults,
            people.ALIASES,
            {"person": "Nobody Known", "alias": "Known", "kind": "surname"},
            "stands in only one of offices and aliases",
        ),
        (
            people.faults,
            people.TITLES,
            {"title": "lord high admiral", "office": "admiralty", "entity": "GBR", "notes": ""},
            "no such office as 'admiralty'",
        ),
        (
            sources.faults,
            "capabilities/holdings.csv",
            {"entity": "ALB", "item": "tanks", "as_of": "2024", "source_url": "https://example.org/"},
            "no source declared for capabilities/holdings.csv [ALB, tanks, 2024] https://example.org/",
        ),
        (
            sources.faults,
            "sources.csv",
            {"source": "odd", "table": members.GROUPS, "pattern": "group:NONE", "redistribution": "open"},
            "its pattern names 'group:NONE', no column of people/groups.csv",
        ),
        (
            sources.faults,
            "sources.csv",
            {"source": "odd", "table": "people/pets.csv", "pattern": "", "redistribution": "open"},
            "'people/pets.csv' is no table of the record",
        ),
        (
            sources.faults,
            "sources.csv",
            {"source": "spare", "table": members.GROUPS, "pattern": "group=NONE", "redistribution": "open"},
            "no row of people/groups.csv comes from it",
        ),
    ],
)
def test_an_added_row_is_noticed_with_its_place(held: Tables, rule: Rule, path: str, row: Row, fault: str) -> None:
    found = list(rule(appended(held, path, {**row, PLACE: "line 99"})))
    assert (fault, "line 99") in [(one.what, one.place) for one in found]


def test_a_term_of_a_year_does_not_end_before_a_month_of_it() -> None:
    assert not people.before("2024", "2024-06")
    assert people.before("2023", "2024-06")


def test_unclear_rows_are_refused_in_a_record_without_them(held: Tables) -> None:
    found = [one.line for one in sources.faults(held, complete=False)]
    assert any(line.startswith("support/support.csv") and "unclear terms" in line for line in found)


def test_a_delivered_source_has_to_describe_delivered_rows(held: Tables) -> None:
    row = {"source": "mine", "table": members.GROUPS, "pattern": "group=NEW", "redistribution": "open", PLACE: "x"}
    delivered = {members.GROUPS: ({"group": "OLD", "ally": "DEU", "from": "", "to": "", PLACE: "A1"},)}
    after = held.over({"sources.csv": (row,)})
    (found,) = sources.of_delivery(after, {**delivered, "sources.csv": (row,)})
    assert (found.key, found.what) == (("mine",), "no delivered row of people/groups.csv comes from it")
