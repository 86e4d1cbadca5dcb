"""Positions: what officials say on an issue without a number."""

from __future__ import annotations

import pytest

from burdenshare.reading.model import Kind, Modality, Mode
from tests.reading.conftest import Numbers


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("“Europe must do more for its own defence,” Mark Rutte said.", "Europe must do more", Mode.QUOTE),
        ("Mark Rutte said that Europe must do more for its own defence.", "Europe must do more", Mode.INDIRECT),
        ("Donald Trump said allies do not pay their fair share.", "do not pay their fair share", Mode.INDIRECT),
    ],
)
def test_stand_is_kept_with_its_speaker(positions: Numbers, text: str, words: str, mode: Mode) -> None:
    (found,) = positions(text)
    assert words in found.text
    assert found.speaker.mode is mode
    assert found.speaker.name in ("Mark Rutte", "Donald Trump")


def test_wish_is_a_demand(positions: Numbers) -> None:
    (found,) = positions("“Europe must do more for its own defence,” Mark Rutte said.")
    assert found.modality is Modality.DEMAND


def test_stranger_holds_no_position(positions: Numbers) -> None:
    assert positions("“Europe must do more for its own defence,” Anna Nowhere said.") == []


def test_scrap_of_a_quote_is_no_position(positions: Numbers) -> None:
    assert positions("The mood was “very good”.") == []


def test_statement_with_a_number_leaves_no_position_beside_it(positions: Numbers) -> None:
    assert positions("“Poland spent 4.12 % of GDP on defence in 2024,” Mark Rutte said.") == []


def test_position_has_neither_measure_nor_value(positions: Numbers) -> None:
    (found,) = positions("Mark Rutte said that Europe must do more for its own defence.")
    assert (found.kind, found.measure, found.value) == (Kind.POSITION, "", None)


@pytest.mark.parametrize(
    "text",
    [
        "Europe and Canada have added more than $600 billion since 2014.",
        "Germany posted its strongest rise in defence spending for thirty years.",
        "Poland maintained its high level of defence spending this year.",
        "Poland spends the most, followed by Estonia and the United States far behind it.",
    ],
)
def test_verb_of_doing_is_no_speech(positions: Numbers, text: str) -> None:
    assert positions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "According to one news site, this was told by NATO, citing a report on what the allies spend on defence.",
        "More allies will meet it, according to a new report from NATO that was released on Friday.",
        "“All allies pull their weight”\n\n— Mark Rutte (@SecGenNATO) June 11, 2025",
        "The allies pull their weight, Mark Rutte said on June 17 at the G7 summit in Canada.",
    ],
)
def test_a_source_a_day_or_a_signature_is_no_stand(positions: Numbers, text: str) -> None:
    held = [one.text for one in positions(text)]
    scraps = ("this was", "released on", "@SecGenNATO", "June 17 at")
    assert not [one for one in held if any(scrap in one for scrap in scraps)]


@pytest.mark.parametrize(
    "text",
    [
        "The money goes to NATO's “most basic core needs”. It came after months of pressure from Donald Trump.",
        "Officials spoke of “a fair share of the burden”. Donald Trump said on Monday that allies would pay for arms.",
    ],
)
def test_words_quoted_in_a_sentence_of_the_outlet_are_not_of_who_is_named_later(positions: Numbers, text: str) -> None:
    assert not any("share of the burden" in one.text or "basic core" in one.text for one in positions(text))


@pytest.mark.parametrize("behind", ["repeated that call on Monday.", "said it at a rally and left."])
def test_unless_the_later_sentence_takes_the_words_up(positions: Numbers, behind: str) -> None:
    (found,) = positions(f"Allies were told to “step up and pay for their own defence”. Mark Rutte {behind}")
    assert found.text.startswith("step up") and found.speaker.name == "Mark Rutte"


@pytest.mark.parametrize(
    "text",
    [
        "Rutte said it at a rally in front of the hall.",
        "It was the first time that Rutte said it.",
        "Mark Rutte, the host of the summit, would not have believed it, a member of parliament said.",
    ],
)
def test_what_stands_for_words_said_elsewhere_is_no_stand(positions: Numbers, text: str) -> None:
    assert positions(text) == []


def test_who_somebody_is_in_front_of_the_name_is_no_stand(positions: Numbers) -> None:
    text = (
        "The alliance's head for the time being, Mark Rutte, echoed this, saying Europe must do more for its defence."
    )
    assert [one.text for one in positions(text)] == ["Europe must do more for its defence"]
