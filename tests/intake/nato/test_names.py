"""Names beside figures."""

from __future__ import annotations

import pytest

from burdenshare.intake.nato.names import Names, fold, names_of
from burdenshare.record import Record


@pytest.fixture(scope="module")
def names(record: Record) -> Names:
    return names_of(record)


@pytest.mark.parametrize(
    ("text", "entity", "currency"),
    [
        ("Albania (Leks)", "ALB", "leks"),
        ("Czechia* (Koruny)", "CZE", "koruny"),
        ("Czech Republic", "CZE", ""),
        ("Türkiye", "TUR", ""),
        ("TURKEY **", "TUR", ""),
        ("Turkiye (1) (Liras)", "TUR", "liras"),
        ("Slovak Republic", "SVK", ""),
        ("Slovakia (a)", "SVK", ""),
        ("Macedonia", "MKD", ""),
        ("the former Yugoslav Republic of Macedonia", "MKD", ""),
        ("United States of America", "USA", ""),
        ("The Netherlands", "NLD", ""),
        ("Norway a", "NOR", ""),
        ("Estonia¹", "EST", ""),
        ("Estonia1", "EST", ""),
        ("NATO Europe and Canada", "EUR_CAN", ""),
        ("NATO Europe & Canada*", "EUR_CAN", ""),
        ("NATO Total", "NATO", ""),
        ("NATO - Total", "NATO", ""),
        ("NATO Europe", "EUR", ""),
        ("Ukraine", "UKR", ""),
        ("GBR", "GBR", ""),
    ],
)
def test_names_of_all_years_are_known(names: Names, text: str, entity: str, currency: str) -> None:
    found = names.of(text)
    assert (found.entity, found.currency) == (entity, currency)
    assert names.knows(text)


def test_every_ally_is_known_by_its_name_and_code(names: Names, record: Record) -> None:
    for one in record.allies():
        assert names.of(one.name).entity == names.of(one.ally).entity == one.ally


@pytest.mark.parametrize("text", ["Ireland", "European Union", "NATO EU members", "North America", "Non-EU Allies"])
def test_some_are_known_to_be_left_out(names: Names, text: str) -> None:
    found = names.of(text)
    assert (found.entity, found.near) == ("", "")
    assert found.why
    assert names.knows(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [("Albnia", "Albania"), ("Slovania", "Slovenia"), ("Nxrway", "Norway"), ("NATO Totl", "Nato Total")],
)
def test_a_slip_is_told_with_the_name_it_may_be(names: Names, text: str, near: str) -> None:
    found = names.of(text)
    assert (found.entity, found.near) == ("", near)
    assert not names.knows(text)


@pytest.mark.parametrize("text", ["Ruritania", "Total", "", "7", "(%)"])
def test_nobody_is_nobody(names: Names, text: str) -> None:
    found = names.of(text)
    assert (found.entity, found.why, found.near) == ("", "", "")


def test_folding_is_idempotent(record: Record) -> None:
    for name, _, _ in record.places():
        assert fold(fold(name)) == fold(name)
