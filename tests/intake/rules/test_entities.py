"""intake/rules/entities.py: ids of entities lead somewhere."""

from __future__ import annotations

from burdenshare.intake.rules import entities
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row

COMMITMENT = {"id": "xkx-2030-2", "actor": "XKX", PLACE: "A2"}


def _office(entity: str) -> Row:
    return {"person": "A", "office": "defence_minister", "entity": entity, "from": "2026", PLACE: "A2"}


def test_allies_groups_and_named_places_are_known(held: Tables) -> None:
    assert {"DEU", "EUR_CAN", "EU", "UKR", "WEST"} <= entities.named(held)
    assert "XKX" not in entities.named(held)


def test_every_packaged_id_is_known_or_held(held: Tables) -> None:
    for path in entities.COLUMNS:
        ids = entities.held(held, path)
        assert "XKX" not in ids and ids
    unknown = entities.held(held, "posture/nuclear_warheads.csv") - entities.named(held)
    assert unknown == {"IND", "ISR", "PAK", "WORLD"}


def test_an_unknown_entity_is_told_once(held: Tables) -> None:
    delivered = {"people/offices.csv": (_office("XKX"), _office("XKX"), _office("DEU"))}
    (found,) = entities.of_delivery(held, held, delivered)
    assert (found.id, found.place) == ("entities/people-offices/XKX", "A2")


def test_an_unknown_actor_is_told(held: Tables) -> None:
    delivered = {entities.COMMITMENTS: (COMMITMENT, {**COMMITMENT, "actor": "EST LVA LTU"})}
    (found,) = entities.of_delivery(held, held, delivered)
    assert found.key == ("commitments-commitments", "XKX")


def test_a_delivered_place_makes_its_entity_known(held: Tables) -> None:
    place = {"name": "Kosovo", "entity": "XKX", "kind": "country", PLACE: "A1"}
    delivered = {entities.PLACES: (place,), "people/offices.csv": (_office("XKX"),)}
    assert list(entities.of_delivery(held, held.over({entities.PLACES: (place,)}), delivered)) == []


def test_a_vintage_of_an_unknown_country_is_told(held: Tables) -> None:
    row = {"vintage": "WEO-2026-10", "entity": "WLD", "year": "2026", "indicator": "gdp_usd", PLACE: "line 3"}
    (found,) = entities.of_delivery(held, held, {schema.MACRO: (row,)})
    assert "'WLD' is no entity" in found.what
