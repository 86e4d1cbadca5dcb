"""The speaker whose words begin behind a verb: names told of a calling behind a comma."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record

SAID = "“Denmark spends 2.4 percent of GDP on defence,” "
BEFORE = "Boris Pistorius left early. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (SAID + "said the finance minister, Nicolai Wammen.", "Nicolai Wammen"),
        (BEFORE + SAID + "says Minister of Finance, Nicolai Wammen.", "Nicolai Wammen"),
        (SAID + "said State Secretary at the Ministry of Defence, Rudi Medved, on Monday.", "Rudi Medved"),
        (BEFORE + SAID + "said the director of the institute, Hans Holm, in Copenhagen.", "Hans Holm"),
        (
            BEFORE + "The minister for digital affairs, Karl Bruun, said Denmark spends 2.4 percent of GDP.",
            "Karl Bruun",
        ),
        (SAID + "said the Honourable Bill Blair, Minister of National Defence.", "Bill Blair"),
        # what stands behind the comma does something of its own, or only lends its name
        (SAID + "said the minister, Deutsche Welle reports.", "minister"),
        (SAID + "said the minister, Ursula Holm's guest.", "minister"),
        # another minister than the one named before
        (BEFORE + SAID + "said the minister of the interior, Reuters reported.", "minister of the interior"),
        (BEFORE + SAID + "the minister said.", "Boris Pistorius"),
    ],
)
def test_who_is_told_of_a_calling(text: str, speaker: str, record: Record) -> None:
    reading = read(document_of(text, on=date(2025, 3, 10)), record)
    [share] = [one for one in reading.statements if one.measure == "share_of_gdp"]
    assert share.speaker.name == speaker


def test_a_strangers_office_is_the_one_told_of_him(record: Record) -> None:
    text = "“Our budget rises by 11 per cent this year,” said the Swedish defence minister, Paul Holm."
    [growth] = read(document_of(text, on=date(2025, 7, 1)), record).statements
    assert (growth.subject, growth.speaker.name, growth.speaker.entity) == (("SWE",), "Paul Holm", "SWE")
    assert growth.speaker.office == "defence_minister"
