"""Names of donors and groups: every way people write them, and what means two things."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road.support.who import all_meant, is_group, meant, who

ON = date(2026, 8, 1)
HELD = ("DEU", "DNK", "EU_INST", "GBR", "NOR", "SWE", "TUR", "USA", "JPN")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Germany", "DEU"),
        ("deu", "DEU"),
        ("japan", "JPN"),
        ("EU institutions", "EU_INST"),
        ("eu_inst", "EU_INST"),
        ("europe", "EUROPE"),
        ("Rest of the  world", "REST_OF_WORLD"),
        ("NORDIC", "NORDIC"),
        ("Germany + Japan", "DEU+JPN"),
        ("EU members and institutions", "EU_MEMBERS+EU_INST"),
    ],
)
def test_names_are_known_as_people_write_them(record: Record, text: str, entity: str) -> None:
    assert who(record, text) == entity


@pytest.mark.parametrize("text", ["EU", "European Union", "the european union"])
def test_the_union_means_two_things(record: Record, text: str) -> None:
    with pytest.raises(InputError, match="EU_MEMBERS, or both as"):
        who(record, text)


def test_an_unknown_name_names_the_nearest(record: Record) -> None:
    with pytest.raises(UnknownNameError, match="did you mean Germany"):
        who(record, "Germny")


def test_groups_mean_the_donors_that_are_held_and_allies_all_of_theirs(record: Record) -> None:
    assert meant(record, "EUROPE", HELD, ON) == ("DEU", "DNK", "EU_INST", "GBR", "NOR", "SWE")
    assert "ALB" in meant(record, "NATO", HELD, ON)
    assert meant(record, "DEU+JPN", HELD, ON) == ("DEU", "JPN")
    assert meant(record, "EU_MEMBERS+EU_INST", HELD, ON) == ("DEU", "DNK", "EU_INST", "SWE")
    assert all_meant(record, ("DEU", "NORDIC"), HELD, ON).count("DNK") == 1
    assert is_group(record, "DEU+JPN") and is_group(record, "EUROPE") and not is_group(record, "DEU")
