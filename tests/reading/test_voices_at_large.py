"""What is no stand, no meeting of the alliance, no due year and no plan of one's own, in sentences of many kinds."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs

ON = date(2025, 6, 18)


def _read(text: str, record: bs.Record, on: date = ON) -> tuple[bs.Statement, ...]:
    return tuple(s for s in bs.read(text, on=on, record=record).statements if s.rule != "office held")


@pytest.mark.parametrize(
    "text",
    [
        "Carney disclosed the NATO plan at the start of talks with the German chancellor.",
        "Rutte spoke on June 17 at the G7 summit, praising announcements from Canada and Portugal on defence.",
        "Keir Starmer hailed the NATO outcome as a “win”.",
        "Mark Rutte expressed his shock at the attack on a NATO member.",
        "Mark Rutte expressed his pleasure in welcoming the Swedish prime minister to NATO in Brussels.",
        "Boris Pistorius spoke of NATO, citing a changing global security environment.",
    ],
)
def test_a_thing_a_place_or_a_courtesy_is_no_stand(text: str, record: bs.Record) -> None:
    assert [s for s in _read(text, record) if s.kind.value == "position"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte expressed support for the new NATO target.",
        "Friedrich Merz welcomed Spain's decision to spend more on NATO.",
        "Boris Pistorius said Germany would spend more on defence.",
    ],
)
def test_a_clause_or_a_noun_of_stance_is_a_stand(text: str, record: bs.Record) -> None:
    assert len([s for s in _read(text, record) if s.kind.value == "position"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The NATO plan came up on the sidelines of the G7 summit in Canada.",
        "NATO was on the mind of leaders at the EU summit in Brussels on 26 June.",
        "Defence was a theme of the European Political Community summit in Albania.",
        "The allied talks followed the AI summit in Paris that ended on 11 February.",
        "He took part in the summit of the Joint Expeditionary Force in Tallinn and spoke of NATO.",
    ],
)
def test_the_summit_of_another_body_is_no_event_of_the_alliance(text: str, record: bs.Record) -> None:
    assert [s for s in _read(text, record) if s.kind.value == "event"] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("NATO will set a new target of 3.5% of GDP at its summit starting on 24 June.", ""),
        ("NATO allies should spend at least 2% of GDP on defence, said Boris Pistorius on 15 June.", ""),
        ("Croatia meets NATO's existing 2% benchmark and aims to increase spending to 3% by 2030.", ""),
        ("Croatia will increase defence spending to 3% of GDP by 2030.", "2030"),
    ],
)
def test_a_due_year_is_told_of_the_figure_itself(text: str, due: str, record: bs.Record) -> None:
    promised = [
        s for s in _read(text, record) if (s.kind.value == "promise" and s.words[:1].isdigit()) or "2%" in s.words
    ]
    assert due in {s.period for s in promised}
    assert all(len(s.period) in (0, 4) for s in promised)


def test_a_year_that_is_only_held_against_dates_nothing_behind(record: bs.Record) -> None:
    text = (
        "Twenty-two allies reached 2 percent last year, a fourfold increase from 2021, when only six did. "
        "Poland spent 4.1 percent of GDP on defence."
    )
    assert [s.period for s in _read(text, record) if s.subject == ("POL",)] == ["2024"]


@pytest.mark.parametrize(
    "text",
    [
        "The US wants 5 percent of GDP for defence from every ally.",
        "The US opposes an exemption from 3.5% of GDP on defence for Spain.",
        "Spain refused 5% of GDP on defence.",
    ],
)
def test_a_share_wished_of_others_or_refused_is_nobodys_own(text: str, record: bs.Record) -> None:
    assert not [s for s in _read(text, record) if s.subject in (("USA",), ("ESP",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Britain will reach 3% of GDP for defence in 2029, a year later than Keir Starmer had promised.", ""),
        ("NATO countries agreed to spend 5% of GDP on defence, as Donald Trump demanded from them.", ""),
        ("Gitanas Nausėda spoke. According to him, Lithuania spends 3.5% of GDP on defence.", "Gitanas Nausėda"),
    ],
)
def test_who_speaks_and_who_only_wished(text: str, speaker: str, record: bs.Record) -> None:
    assert {s.speaker.name for s in _read(text, record) if s.value is not None} == {speaker}


def test_by_saying_is_said_by_whoever_the_main_clause_is_about(record: bs.Record) -> None:
    found = _read("Donald Trump rattled NATO by saying he would not defend allies that do not pay.", record)
    assert {s.speaker.name for s in found if s.kind.value == "position"} == {"Donald Trump"}


def test_a_bare_prime_minister_is_that_of_the_country_a_debate_is_held_in(record: bs.Record) -> None:
    text = (
        "Britain meets its NATO commitment, and Britain will go on doing so.\n\n"
        "Mr Smith: Will the hon. Member give way?\n\n"
        "The Prime Minister: It is important that we all meet the 2% target of NATO.\n\n"
        "Mr Smith: I thank the hon. Gentleman."
    )
    found = _read(text, record, date(2014, 6, 4))
    assert "David Cameron" in {s.speaker.name for s in found}


def test_a_quote_without_its_closing_mark_ends_where_its_speaker_is_named(record: bs.Record) -> None:
    text = '"We will reach 2.5% of GDP on defence by 2027, said John Healey. Germany spent 2.1% on defence in 2024.'
    assert [s.speaker.name for s in _read(text, record) if s.value is not None] == ["John Healey", ""]


def test_she_behind_somebody_unknown_is_not_the_person_named_before(record: bs.Record) -> None:
    text = (
        "Justin Trudeau made the NATO commitment. “The plan remains a secret,” Beck wrote. "
        "She said Canada will spend 2% of GDP on defence by 2032."
    )
    assert "Justin Trudeau" not in {s.speaker.name for s in _read(text, record, date(2024, 9, 11)) if s.value}


def test_a_share_demanded_by_somebody_is_no_growth(record: bs.Record) -> None:
    found = _read("NATO allies come up with the headline 5% demanded by Donald Trump.", record)
    assert [(s.kind.value, s.measure, s.subject, s.likely) for s in found if s.value] == [
        ("promise", "guideline", ("NATO",), True)
    ]


def test_a_plan_with_its_year_foretells_nothing_of_this_year(record: bs.Record) -> None:
    text = (
        "At this year's NATO summit in Washington, Justin Trudeau pledged that Canada will reach "
        "the alliance's target of two per cent of GDP on defence by 2032."
    )
    found = [s for s in _read(text, record, date(2024, 10, 30)) if s.value is not None]
    assert [(s.kind.value, s.measure, s.period) for s in found] == [("promise", "guideline", "2032")]
