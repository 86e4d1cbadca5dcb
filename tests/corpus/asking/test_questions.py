"""Ready-made questions on an archive written by hand: the answers are known before they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burdenshare.corpus.asking.asking import Asking, asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.asking.questions import asked, given, question_of, questions
from burdenshare.errors import InputError, UnknownNameError
from tests.corpus.asking.written import WORDS, Text, Told, write

TEN = "at_guideline|NATO|2|2024|=0.3125"
TWELVE = "share_of_gdp|POL|%|2024|||=4.12"


def day(month: int, number: int = 1) -> date:
    return date(2025, month, number)


def ten(text: str = "10 of 32 allies", then: str = "contradicted") -> Told:
    return Told(text, TEN, then, topic="count", measure="allies_at_guideline", subject=("NATO",), words="10 of 32")


def target(number: float, words: str, low: float | None, high: float | None, speaker: str = "Ann Ash") -> Told:
    return Told(
        f"spend {words}",
        f"target|guideline|NATO|%|at|{number:g}|={number:g}",
        "unverifiable",
        speaker,
        topic="target",
        measure="guideline",
        subject=("NATO",),
        words=words,
        answer=number,
        low=low,
        high=high,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shards: a wire story with an exact and a near copy, repeaters, a moving target, and what was not read."""
    edited = WORDS.replace("word200 ", "another ")
    return write(
        tmp_path_factory.mktemp("asked") / "archive",
        [
            Text(
                day(3), "Wire", [ten()], title="Ten", body=WORDS, left=[("seven", "not understood"), ("2024", "a date")]
            ),
            Text(day(3, 2), "Post", fate="copy", copy_of="0:0", title="Ten"),
            Text(day(3, 3), "Herald", [ten("only 10 of the 32")], title="Ten!", body=edited),
            Text(day(5), "Post", [ten()], body="a text of its own " * 3, left=[("eight", "not understood")]),
            Text(None, "", [ten(then="contradicted")], body="undated words here", address="https://www.far.example/x"),
        ],
        [
            Text(day(1), "Wire", [Told(then="supported")], body="January wire text"),
            Text(day(4), "Wire", [Told(then="supported", text="4.12 percent for Poland")], body="April wire text"),
            Text(day(6), "Post", [Told(then="depends", rule="an_older_release_agrees")], body="June post text"),
            Text(day(7), "Herald", [Told(then="close", speaker="Bo Birch")], body="July herald text"),
            Text(
                day(2), "Wire", [target(3, "more than 3", 3, None), target(4, "4", 4, 4, "Cy Cedar")], body="february"
            ),
            Text(day(4), "Wire", [target(5, "5", 5, 5)], body="april"),
            Text(day(6), "Wire", [target(3.5, "3.5", 3.5, 3.5), target(4, "4", 4, 4, "Cy Cedar")], body="june"),
            Text(day(7), "", fate="other"),
            Text(day(7), "", fate="other"),
            Text(None, fate="unread", reason="no text"),
            Text(None, fate="quarantined", reason="time"),
        ],
    )


@pytest.fixture(scope="module")
def opened(archive: Path) -> Iterator[Asking]:
    with data_set_at(str(archive)) as data, asking(data) as found:
        yield found


def answer(opened: Asking, name: str, *columns: str, **values: str | int) -> list[tuple[Any, ...]]:
    rows = asked(opened, question_of(name), (), **values).named()
    return [tuple(row[column] for column in columns) for row in rows]


def test_the_most_repeated_contradicted_claims(opened: Asking) -> None:
    columns = ("words", "texts", "voices", "outlets", "first", "last", "claim", "see")
    assert answer(opened, "contradicted", *columns) == [("10 of 32 allies", 3, 2, 3, day(3), day(5), TEN, "by hand@0")]


def test_a_text_without_a_day_is_never_refuted_by_the_record_of_the_day(opened: Asking) -> None:
    columns = ("words", "texts", "voices", "outlets", "today", "claim", "see")
    far = "https://www.far.example/x"
    assert answer(opened, "undated", *columns) == [("10 of 32 allies", 1, 1, 1, "contradicted, since", TEN, far)]
    sql = "SELECT address, then_verdict, now_verdict, verdict, why, now_only FROM said WHERE published IS NULL"
    assert opened.ask(sql).rows == [(far, None, "contradicted", None, None, "contradicted")]
    assert opened.ask("SELECT count(*) FROM said WHERE published IS NOT NULL AND now_only IS NOT NULL").rows == [(0,)]
    for name in ("speakers", "outlets", "months"):
        refuted = sum(count for (count,) in answer(opened, name, "contradicted"))
        assert refuted == (0 if name == "speakers" else 3)


def test_an_undated_speaker_is_told_apart(tmp_path: Path) -> None:
    wrong = Told(then="contradicted", speaker="Ann Ash")
    texts = [Text(day(3), "Wire", [wrong], body=WORDS), Text(None, "Wire", [wrong, wrong], body="no day here")]
    with data_set_at(str(write(tmp_path / "archive", texts))) as data, asking(data) as found:
        assert answer(found, "speakers", "said", "supported", "near", "contradicted", "undated") == [(3, 0, 0, 1, 2)]
        assert answer(found, "outlets", "statements", "contradicted", "undated") == [(3, 1, 2)]
        assert answer(found, "claims", "texts", "verdict") == [(2, "contradicted")]
        assert answer(found, "contradicted", "texts", "voices") == [(1, 1)]
    only = [Text(None, "Wire", [wrong], body="no day here")]
    with data_set_at(str(write(tmp_path / "other", only))) as data, asking(data) as found:
        assert answer(found, "claims", "texts", "verdict") == [(1, None)]
        assert answer(found, "contradicted", "texts") == []
        assert answer(found, "undated", "texts") == [(1,)]


def test_an_inferred_day_is_no_day_of_the_record(tmp_path: Path) -> None:
    wrong = Told(then="contradicted", speaker="Ann Ash")
    old = Told(then="depends", rule="an_older_release_agrees", speaker="Bo Birch")
    known = {"inferred": day(5), "published_from": "inferred", "dated_by": "by an office"}
    texts = [Text(None, "Wire", [wrong, old], more=known), Text(day(1), "Wire", [Told()], body=WORDS)]
    with data_set_at(str(write(tmp_path / "archive", texts))) as data, asking(data) as found:
        assert answer(found, "contradicted", "texts") == []
        assert answer(found, "undated", "texts", "today") == [(1, "contradicted, since")]
        assert answer(found, "speakers", "speaker", "near", "contradicted", "undated") == [
            ("Ann Ash", 0, 0, 1),
            ("Bo Birch", 0, 0, 1),
        ]
        assert answer(found, "revised", "who") == []
        assert answer(found, "months", "month") == [("2025-01",)]
        assert [one[:2] for one in answer(found, "spread", "day", "prints", claim=TWELVE)] == [(day(1), 1)]
        sql = "SELECT DISTINCT published_from, then_verdict IS NULL, verdict IS NULL FROM said ORDER BY 1"
        assert found.ask(sql).rows == [("inferred", False, True), ("metadata", False, False)]


def test_who_repeats_which_number_after_it_was_revised(opened: Asking) -> None:
    columns = ("who", "words", "times", "first", "last", "last_right", "claim")
    assert answer(opened, "revised", *columns) == [
        ("Bo Birch", "Poland spent 4.12 percent", 1, day(7), day(7), day(4), TWELVE),
        ("Post", "Poland spent 4.12 percent", 1, day(6), day(6), day(4), TWELVE),
    ]


def test_how_a_speakers_figures_moved(opened: Asking) -> None:
    told = answer(opened, "moved", "speaker", "matter", "day", "words", "read_as", "moved", speaker="ash")
    assert told == [
        ("Ann Ash", "target|guideline|NATO", day(2), "more than 3", "from 3 up", "start"),
        ("Ann Ash", "target|guideline|NATO", day(4), "5", "", "firmer"),
        ("Ann Ash", "target|guideline|NATO", day(6), "3.5", "", "down"),
    ]
    assert answer(opened, "moved", "speaker") == [("Ann Ash",)] * 3  # Cy Cedar told the same twice


def test_first_appearance_and_spread_by_day_and_outlet(opened: Asking) -> None:
    columns = ("day", "outlet", "prints", "so_far", "outlets")
    spread = [
        (day(3), "Wire", 1, 1, 1),
        (day(3, 2), "Post", 1, 2, 2),
        (day(3, 3), "Herald", 1, 3, 3),
        (day(5), "Post", 1, 4, 3),
    ]
    assert answer(opened, "spread", *columns, claim=TEN) == spread
    assert answer(opened, "spread", *columns, claim="ONLY 10 of") == spread
    assert answer(opened, "spread", "day", claim="said by nobody") == []


def test_the_claims_that_are_told_most(opened: Asking) -> None:
    columns = ("claim", "texts", "voices", "outlets", "first", "first_in", "last", "verdict")
    assert answer(opened, "claims", *columns)[:2] == [
        (TWELVE, 4, 4, 3, day(1), "Wire", day(7), "supported"),
        (TEN, 4, 3, 4, day(3), "Wire", day(5), "contradicted"),
    ]


def test_copies_near_ones_among_them(opened: Asking) -> None:
    columns = ("title", "prints", "outlets", "first_in", "first", "days", "voice")
    assert answer(opened, "copies", *columns) == [("Ten", 3, 3, "Wire", day(3), 2, "0:0")]
    (alike,) = answer(opened, "copies", "alike")[0]
    assert 0.9 < alike < 1


def test_speakers_and_outlets(opened: Asking) -> None:
    columns = ("speaker", "said", "texts", "supported", "near", "contradicted")
    assert answer(opened, "speakers", *columns) == [
        ("Ann Ash", 3, 3, 0, 0, 0),
        ("Cy Cedar", 2, 2, 0, 0, 0),
        ("Bo Birch", 1, 1, 0, 1, 0),
    ]
    printed = ("outlet", "read", "copies", "statements", "supported", "near", "contradicted", "unverifiable", "undated")
    assert answer(opened, "outlets", *printed) == [
        ("Wire", 6, 0, 8, 2, 0, 1, 5, 0),
        ("Herald", 2, 0, 2, 0, 1, 1, 0, 0),
        ("Post", 2, 1, 2, 0, 1, 1, 0, 0),
        ("far.example", 1, 0, 1, 0, 0, 0, 0, 1),
    ]


def test_months_what_was_not_understood_and_what_was_not_read(opened: Asking) -> None:
    assert answer(opened, "months", "month", "texts", "statements", "contradicted")[2] == ("2025-03", 2, 2, 2)
    assert answer(opened, "not-understood", "reason", "times", "texts", "example", "see") == [
        ("not understood", 2, 2, "seven", "by hand@0"),  # of two as long the first
        ("a date", 1, 1, "2024", "by hand@0"),
    ]
    assert answer(opened, "unread", "fate", "reason", "documents", "example") == [
        ("other", "", 2, "by hand@7"),
        ("quarantined", "time", 1, "by hand@10"),
        ("unread", "no text", 1, "by hand@9"),
    ]
    assert answer(opened, "quarantine", "stage", "reason", "documents", "example") == [
        ("judging", "time", 1, "by hand@10")
    ]


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_answers_an_archive_without_documents(name: str, tmp_path: Path) -> None:
    place = write(tmp_path / "archive", [])
    with data_set_at(str(place)) as data, asking(data) as found:
        assert asked(found, question_of(name)).rows == []


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_tells_itself_and_takes_what_its_sql_names(name: str) -> None:
    question = question_of(name)
    assert question.title and question.tells
    assert {one.name for one in question.parameters} == {
        name for name in ("most", "speaker", "claim") if f"${name}" in question.sql
    }


def test_parameters_are_given_by_name(opened: Asking) -> None:
    claims = question_of("claims")
    assert given(claims, ()) == {"most": 20}
    assert len(asked(opened, claims, ["most=1"]).rows) == 1
    assert given(question_of("spread"), ["claim=a=b"])["claim"] == "a=b"
    for word in ("most", "most=x", "most=-1", "least=1", "=1"):
        with pytest.raises(InputError):
            given(claims, [word])
    with pytest.raises(UnknownNameError, match="did you mean contradicted"):
        question_of("contradictd")
