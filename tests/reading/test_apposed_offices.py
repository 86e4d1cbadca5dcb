"""Offices told of a person across other words, and one person after another in an office."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

HELD = [
    ("Mark Rutte, who had hoped for the job, is NATO's secretary general.", "secretary_general", False),
    ("Mark Rutte, who heads NATO, praised the Poles.", "secretary_general", False),
    ("General Christopher Cavoli, NATO's supreme commander in Europe, spoke.", "supreme_allied_commander", False),
    ("The alliance's former chief Jens Stoltenberg spoke.", "secretary_general", True),
    ("Ursula von der Leyen, the president of the Commission, praised NATO.", "eu_commission_president", False),
    ("Pete Hegseth, Donald Trump's defence secretary, spoke at NATO.", "defence_minister", False),
    ("Mark Rutte, once prime minister of the Netherlands, spoke at NATO.", "head_of_government", True),
]


@pytest.mark.parametrize(("text", "office", "former"), HELD)
def test_an_office_apart(reading: Read, text: str, office: str, former: bool) -> None:
    (found,) = [one for one in reading(text).statements if one.office]
    assert (found.office, found.former, found.likely) == (office, former, False)


def test_two_offices_of_two_times(reading: Read) -> None:
    text = "Kaja Kallas, once Estonia's prime minister and now the EU's foreign policy chief, spoke at NATO."
    first, second = (one for one in reading(text).statements if one.office)
    assert (first.subject, first.former) == (("EST",), True)
    assert (second.subject, second.former) == (("EU",), False)


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte, who leads NATO's training efforts, spoke.",
        "Mark Rutte, who is not NATO's supreme commander, spoke.",
        "Ben Wallace, who wanted to be NATO's secretary general, spoke.",
        "NATO's next chief, Jens Stoltenberg, will take over in October.",
        "Friedrich Merz met Emmanuel Macron and the French president praised NATO.",
        "Mark Rutte replaced Jens Stoltenberg on the podium on 3 June 2024.",
        "Then-chancellor Angela Merkel promised NATO more.",  # of which day?
    ],
)
def test_no_office(reading: Read, text: str) -> None:
    assert not [one for one in reading(text).statements if one.office]


@pytest.mark.parametrize(
    ("text", "person", "period"),
    [
        ("Mark Rutte succeeded Jens Stoltenberg on 1 October 2024.", "Mark Rutte", "2024-10-01"),
        ("Jens Stoltenberg was succeeded by Mark Rutte in October 2024.", "Mark Rutte", "2024-10"),
        ("Donald Tusk, Poland's prime minister since December 2023, spoke at NATO.", "Donald Tusk", "2023-12"),
    ],
)
def test_an_office_taken(reading: Read, text: str, person: str, period: str) -> None:
    (found,) = [one for one in reading(text).statements if one.event == "taken"]
    assert (found.person, found.period) == (person, period)
