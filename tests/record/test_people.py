"""Semantics §8: people and offices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.record import Record
from burdenshare.record.people import People, build_people

from .conftest import Rows


def _people(*offices: tuple[str, str, str, str]) -> People:
    """People from (person, from, to, grade) in one office."""
    post = {"office": "defence_minister", "entity": "ATA", "source": "test"}
    rows = [{**post, "person": who, "from": since, "to": until, "grade": grade} for who, since, until, grade in offices]
    return build_people(rows, [], [], [])


def test_in_office_is_decided_by_the_dates(record: Record) -> None:
    assert record.in_office("Mark Rutte", "secretary_general", "NATO", date(2024, 10, 1)) is True
    assert record.in_office("Mark Rutte", "secretary_general", "NATO", date(2024, 9, 30)) is False
    assert record.in_office("Jens Stoltenberg", "secretary_general", "NATO", date(2024, 10, 1)) is False
    assert record.in_office("Donald Trump", "head_of_state", "USA", date(2025, 3, 1)) is True
    assert record.in_office("Donald Trump", "head_of_state", "USA", date(2023, 3, 1)) is False


def test_whoever_took_office_twice_has_two_tenures(record: Record) -> None:
    terms = record.tenures("Donald Trump", "head_of_state", "USA")
    assert [one.from_ for one in terms] == [date(2017, 1, 20), date(2025, 1, 20)]
    assert terms[0].to == date(2021, 1, 20) and terms[1].to is None


def test_the_end_is_exclusive(record: Record) -> None:
    assert [one.person for one in record.holders("head_of_state", "USA", date(2025, 1, 20))] == ["Donald Trump"]
    assert [one.person for one in record.holders("head_of_state", "USA", date(2025, 1, 19))] == ["Joe Biden"]


def test_a_month_or_year_leaves_the_days_within_it_open() -> None:
    people = _people(("A", "2020-01-01", "2024-07", "B"), ("B", "2024-07", "", "B"))
    for day, first, second in (
        (date(2024, 6, 30), True, False),
        (date(2024, 7, 15), None, None),
        (date(2024, 8, 1), False, True),
    ):
        assert people.in_office("A", "defence_minister", "ATA", day) is first
        assert people.in_office("B", "defence_minister", "ATA", day) is second
    tenure = people.tenures("A", None, None)[0]
    assert (tenure.to, tenure.to_precise, tenure.from_precise) == (date(2024, 7, 31), False, True)


def test_on_a_grade_d_row_the_end_means_last_seen_never_left() -> None:
    people = _people(("A", "2020-01-01", "2022-08-03", "D"))
    assert people.in_office("A", "defence_minister", "ATA", date(2022, 8, 3)) is True
    assert people.in_office("A", "defence_minister", "ATA", date(2024, 1, 1)) is None
    followed = _people(("A", "2020-01-01", "2022-08-03", "D"), ("B", "2023-01-01", "", "A"))
    assert followed.in_office("A", "defence_minister", "ATA", date(2024, 1, 1)) is False


def test_grade_c_dates_are_rough_by_some_weeks() -> None:
    people = _people(("A", "2020-01-01", "2022-03-01", "C"))
    assert people.in_office("A", "defence_minister", "ATA", date(2022, 3, 10)) is None
    assert people.in_office("A", "defence_minister", "ATA", date(2022, 5, 1)) is False


def test_nobody_is_denied_an_office_in_a_gap_of_the_record() -> None:
    people = _people(("A", "2020-01-01", "2021-01-01", "A"))
    assert people.in_office("B", "defence_minister", "ATA", date(2023, 1, 1)) is None
    assert people.in_office("B", "defence_minister", "ATA", date(2020, 6, 1)) is False


@pytest.mark.parametrize(
    ("surname", "day", "office", "entity", "person"),
    [
        ("Rasmussen", date(2014, 6, 1), "", "", "Anders Fogh Rasmussen"),
        ("Rasmussen", date(2018, 6, 1), "", "", "Lars Løkke Rasmussen"),
        ("Orban", date(2020, 6, 1), "head_of_government", "ROU", "Ludovic Orban"),
        ("Orban", date(2020, 6, 1), "head_of_government", "HUN", "Viktor Orbán"),
        ("Orban", date(2020, 6, 1), "", "", None),
        ("Niinistö", date(2018, 6, 1), "defence_minister", "FIN", "Jussi Niinistö"),
        ("Nobody", date(2020, 6, 1), "", "", None),
    ],
)
def test_a_shared_surname_is_resolved_by_office_on_the_day_then_by_title(
    record: Record, surname: str, day: date, office: str, entity: str, person: str | None
) -> None:
    assert record.resolve_person(surname, day, office, entity) == person


def test_a_name_of_one_person_needs_no_office(record: Record) -> None:
    assert record.resolve_person("stoltenberg", date(2030, 1, 1)) == "Jens Stoltenberg"
    assert record.persons_by_alias("STOLTENBERG") == ("Jens Stoltenberg",)


def test_every_alias_names_somebody_with_a_tenure(record: Record, raw: Callable[[str], Rows]) -> None:
    assert len(record.aliases()) == len(raw("people/aliases.csv"))
    assert all(record.tenures(person) for person, _, _ in record.aliases())


def test_titles_and_places_are_listed(record: Record, raw: Callable[[str], Rows]) -> None:
    assert len(record.titles()) == len(raw("people/titles.csv"))
    assert {entity for name, entity, _ in record.places() if name == "Brussels"} == {"BEL", "EU", "NATO"}
    assert "Tallinn" in record.places_of("EST")
