"""Beginnings: an age is tied to one the record knows by its own words, or to none."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking import Verdict, check_statement
from burdenshare.checking.beginnings import BEGINNINGS, Beginning, beginning_of
from burdenshare.record.record import Record
from tests.checking.conftest import Ask
from tests.checking.statements import exactly, meeting, say

S, X, U = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE


@pytest.mark.parametrize("row", BEGINNINGS, ids=lambda row: row.example)
def test_every_row_meets_its_example_first_and_has_a_reason(row: Beginning) -> None:
    assert beginning_of("", row.example, "") is row
    assert row.reason


@pytest.mark.parametrize(
    ("before", "text", "number"),
    [
        ("NATO's mission in Kosovo was ", "established 26 years ago", "26 years ago"),
        ("The Kosovo mission of NATO was ", "established 26 years ago", "26 years ago"),
        ("The NATO-Russia Founding Act, ", "signed 28 years ago", "28 years ago"),
        ("Russia's ", "invasion of Crimea 11 years ago", "11 years ago"),
        ("Russia ", "first invaded Ukraine 11 years ago", "11 years ago"),
        ("NATO ", "formed its rapid reaction corps more than 30 years ago", "30 years ago"),
        ("Israel's ", "invasion of Lebanon three years ago", "three years ago"),
        ("Greece ", "joined the talks two years ago", "two years ago"),
        ("The platform was ", "transformed 30 years ago", "30 years ago"),
    ],
)
def test_what_others_founded_invaded_or_joined_is_no_beginning(before: str, text: str, number: str) -> None:
    assert beginning_of(before, text, number) is None


@pytest.mark.parametrize(
    ("before", "text", "number", "found_by"),
    [
        ("For an ", "alliance founded 75 years ago", "75 years ago", "founding"),
        ("For an alliance ", "founded 75 years ago", "75 years ago", "founding"),
        ("They raised a glass to an alliance that was ", "founded 70 years ago", "70 years ago", "founding"),
        ("", "seventy-six years after the treaty was signed", "seventy-six years", "founding"),
        ("- 4 April: the alliance turns ", "75", "75", "founding"),
        ("The alliance, ", "77", "77", "founding"),
        ("Finland ", "joined the alliance two years ago", "two years ago", "accession"),
        ("Russia, which ", "invaded Ukraine more than three years ago", "three years ago", "event:full-scale invasion"),
    ],
)
def test_what_the_words_tie_to_the_alliance_is(before: str, text: str, number: str, found_by: str) -> None:
    row = beginning_of(before, text, number)
    assert row is not None
    assert row.found_by == found_by


def test_an_age_is_judged_by_the_words_before_it(record: Record) -> None:
    """On 2025-02-13 the alliance is 75 full years old."""
    on = date(2025, 2, 13)
    words = say("event", "NATO", exactly(26), unit="years", event="established # ago")
    other = check_statement(words, record, on=on, now=on, before="NATO's mission in Kosovo was ").now
    own = check_statement(words, record, on=on, now=on, before="NATO was ").now
    assert other is not None and other.verdict is U
    assert own is not None and own.verdict is X


def test_an_age_that_may_be_of_another_beginning_is_not_contradicted(ask: Ask) -> None:
    """Eleven years before 2025 is Crimea; "full-scale" is kept for 2022."""
    on = date(2025, 2, 25)
    for event, expected in (("invaded Ukraine # ago", U), ("full-scale invasion of Ukraine # ago", X)):
        found = ask(say("event", "UKR", exactly(11), unit="years", event=event), on).then
        assert found is not None and found.verdict is expected


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        ("invasion on 17 February 2025", "2025-02-17", U),  # that day a training centre was opened
        ("invasion of Lebanon", "2022-10", U),
        ("invasion of Ukraine", "2022-02-24", S),
        ("invasion of Ukraine", "2022-10", X),
    ],
)
def test_an_invasion_is_held_against_an_invasion(ask: Ask, words: str, period: str, expected: Verdict) -> None:
    found = ask(meeting(words, period, subject="UKR"), date(2025, 3, 25)).then
    assert found is not None and found.verdict is expected


@pytest.mark.parametrize(
    ("event", "subject", "period", "expected"),
    [
        ("joined the talks in January 2025", "GRC", "2025-01", U),
        ("joined the European Union in 1981", "GRC", "1981", U),
        ("joined NATO in 1981", "GRC", "1981", X),
        ("joined the Atlantic alliance in 1952", "GRC", "1952", S),
        ("joined in April 2023", "FIN", "2023-04", S),
        ("became the 31st member in April 2023", "FIN", "2023-04", S),
    ],
)
def test_only_what_joined_the_alliance_is_an_accession(
    ask: Ask, event: str, subject: str, period: str, expected: Verdict
) -> None:
    found = ask(say("membership", subject, event=event, period=period), date(2025, 3, 25)).then
    assert found is not None and found.verdict is expected


@pytest.mark.parametrize(
    ("words", "period", "place"),
    [
        ("Wales summit", "2014-09", "Cardiff"),
        ("summit", "2014-09", "Celtic Manor"),
        ("summit", "2024-07", "Washington , D.C."),
        ("summit", "2024-07", "Washington DC"),
    ],
)
def test_a_summit_is_known_by_its_other_places(ask: Ask, words: str, period: str, place: str) -> None:
    found = ask(meeting(words, period, place), date(2025, 3, 25)).then
    assert found is not None and found.verdict is S


def test_the_size_of_a_larger_body_is_not_that_of_its_allies(ask: Ask) -> None:
    found = ask(say("members", "G7", exactly(7)), date(2025, 1, 1)).then
    assert found is not None and found.verdict is U
