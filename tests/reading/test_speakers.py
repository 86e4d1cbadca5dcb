"""Who says what: frames of speech, quotes, pronouns, titles and transcript turns."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Mode, Speaker
from tests.reading.conftest import Numbers

SHARE = "Poland spent 4.12 % of GDP on defence in 2024"
RUTTE = "Mark Rutte"


def speaker(told: Numbers, text: str, measure: str = "share_of_gdp", on: date | None = date(2025, 2, 13)) -> Speaker:
    return told(text, measure, on)[0].speaker


def test_plain_sentence_is_narration(told: Numbers) -> None:
    assert speaker(told, f"{SHARE}.") == Speaker("", mode=Mode.NARRATION)


@pytest.mark.parametrize(
    "text",
    [
        f"Mark Rutte said that {SHARE}.",
        f"NATO Secretary General Mark Rutte said {SHARE}.",
        f"{SHARE}, Mark Rutte said.",
        f"{SHARE}, said Mark Rutte.",
        f"According to Mark Rutte, {SHARE}.",
        f"{SHARE}, according to Mark Rutte.",
        f"Mark Rutte told reporters on Thursday that {SHARE}.",
        f"Mark Rutte, who spoke after the meeting, said {SHARE}.",
        f"The NATO secretary general said {SHARE}.",
        f"Mark Rutte came to Warsaw. He said {SHARE}.",
        f"Mark Rutte came to Warsaw. Rutte stressed that {SHARE}.",
    ],
)
def test_indirect_speech(told: Numbers, text: str) -> None:
    found = speaker(told, text)
    assert (found.name, found.office, found.entity) == (RUTTE, "secretary_general", "NATO")
    assert found.mode is Mode.INDIRECT


@pytest.mark.parametrize(
    "text",
    [
        f"“{SHARE},” Mark Rutte said.",
        f"“{SHARE},” said Mark Rutte.",
        f"Mark Rutte said: “{SHARE}.”",
        f"Mark Rutte added, “{SHARE}.”",
        f"‘{SHARE},’ said Mark Rutte.",
        f"Mark Rutte praised his hosts.\n\n“{SHARE},” he said.",
        f"“We agree,” Mark Rutte said. “{SHARE}.”",
    ],
)
def test_direct_speech(told: Numbers, text: str) -> None:
    found = speaker(told, text)
    assert (found.name, found.office) == (RUTTE, "secretary_general")
    assert found.mode is Mode.QUOTE


def test_body_can_speak(told: Numbers) -> None:
    found = speaker(told, f"NATO said {SHARE}.")
    assert (found.entity, found.mode) == ("NATO", Mode.INDIRECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lawmakers in Poland said the country spent 4.1 % of GDP on defence in 2024.", "Lawmakers in Poland"),
        ("Volunteers from Poland said NATO spends 2.7 % of GDP on defence.", "Volunteers from Poland"),
        ("The people of Poland: Poland spent 4.1 % of GDP on defence in 2024, NATO said.", "NATO"),
    ],
)
def test_a_country_does_not_speak_where_people_live(told: Numbers, text: str, name: str) -> None:
    assert speaker(told, text).name == name


def test_document_speaks_for_the_body_in_front_of_it(told: Numbers) -> None:
    found = speaker(told, f"According to NATO figures, {SHARE}.")
    assert (found.entity, found.mode) == ("NATO", Mode.INDIRECT)


def test_unknown_name_is_kept_as_it_stands(told: Numbers) -> None:
    found = speaker(told, f"Jadwiga Przykladowska said {SHARE}.")
    assert (found.name, found.office) == ("Jadwiga Przykladowska", "")


def test_surname_of_a_stranger_gets_the_full_name_back(told: Numbers) -> None:
    found = speaker(told, f"Jadwiga Przykladowska spoke, Anna Nowhere said. Nowhere said {SHARE}.")
    assert found.name == "Anna Nowhere"


def test_possessive_name_does_not_speak(told: Numbers) -> None:
    assert speaker(told, f"Rutte's predecessor, Jens Stoltenberg, said {SHARE}.").name == "Jens Stoltenberg"


def test_the_one_who_is_told_does_not_speak(told: Numbers) -> None:
    assert speaker(told, f"Mark Rutte told Donald Trump that {SHARE}.").name == RUTTE


def test_second_speaker_of_a_sentence_takes_over(told: Numbers) -> None:
    text = f"“We pay,” Mark Rutte said, while Donald Trump said {SHARE}."
    assert speaker(told, text).name == "Donald Trump"


def test_title_with_its_country_is_resolved_by_the_day(told: Numbers) -> None:
    text = f"The British prime minister said {SHARE}."
    assert speaker(told, text, on=date(2025, 2, 13)).name == "Keir Starmer"
    assert speaker(told, text, on=date(2024, 3, 13)).name == "Rishi Sunak"


def test_transcript_turns(told: Numbers) -> None:
    text = (
        f"QUESTION: Who pays?\n\nSECRETARY GENERAL: All of us. {SHARE}.\n\nQUESTION: And Spain?\n\n"
        "SECRETARY GENERAL: Ask Spain."
    )
    found = speaker(told, text)
    assert (found.name, found.mode) == (RUTTE, Mode.QUOTE)


def test_sentence_behind_a_quote_is_narration_again(told: Numbers) -> None:
    assert speaker(told, f"“We all pay,” Mark Rutte said. {SHARE}.").mode is Mode.NARRATION


def test_what_an_estimate_is_made_from_speaks_for_nobody(told: Numbers) -> None:
    text = "NATO's latest estimates, using data with a June cut-off, project all 32 members at or above 2% of GDP."
    assert speaker(told, text, "allies_at_guideline").name == "NATO"
    assert speaker(told, f"According to data of the Kiel Institute, {SHARE}.").name == "Kiel Institute"


@pytest.mark.parametrize(
    "words",
    [
        "NATO's first secretary general",
        "NATO's first secretary-general, Hastings Ismay,",
        "The next secretary general",
        "The then secretary general",
        "NATO's third secretary general",
    ],
)
def test_a_numbered_or_coming_office_is_not_todays_holder(told: Numbers, words: str) -> None:
    assert speaker(told, f"{words} said {SHARE}.").name != RUTTE


@pytest.mark.parametrize("words", ["NATO's secretary general", "NATO's new secretary general", "The secretary general"])
def test_a_plain_office_is_its_holder_of_the_day(told: Numbers, words: str) -> None:
    assert speaker(told, f"{words} said {SHARE}.").name == RUTTE


def test_of_two_offices_held_at_once_the_one_in_the_text(told: Numbers) -> None:
    text = f"Defence Minister Ruben Brekelmans told parliament that {SHARE}."
    found = speaker(told, text, on=date(2025, 9, 12))
    assert (found.name, found.office, found.entity) == ("Ruben Brekelmans", "defence_minister", "NLD")
