"""What may be told to the world unread: only what is surely contradicted, in a whole sentence, with evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Checked, CheckedDocument, Verdict
from burdenshare.corpus.watching.contradicted import contradicted_in, surely, whole
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Span
from burdenshare.reading.read import read
from burdenshare.record import Record
from tests.corpus.watching.site import RIGHT, WRONG

ON = date(2025, 2, 13)


def checked(text: str, record: Record) -> CheckedDocument:
    return check_reading(read(document_of(text, on=ON), record), record)


@pytest.fixture
def wrong(record: Record) -> tuple[Checked, CheckedDocument]:
    found = checked(WRONG, record)
    (entry,) = [one for one in found.checked if one.statement.measure == "share_of_gdp"]
    assert surely(entry, found.document)
    return entry, found


def test_a_line_has_both_clocks_and_what_opens_the_evidence(record: Record) -> None:
    (line,) = contradicted_in(checked(WRONG, record))
    assert line["quote"] == WRONG
    assert [line[clock]["verdict"] for clock in ("then", "now")] == ["contradicted", "contradicted"]
    assert line["then"]["on"] == "2025-02-13"
    assert line["then"]["recorded"] == pytest.approx(4.12, abs=0.01)
    assert line["evidence"][0]["told"].startswith("POL share of GDP 2024")
    assert line["evidence"][0]["address"].startswith("https://")


@pytest.mark.parametrize("text", [RIGHT, "NATO has 32 members.", "Poland should spend 9 percent of GDP by 2035."])
def test_what_is_right_or_to_come_is_not_told(text: str, record: Record) -> None:
    assert contradicted_in(checked(text, record)) == []


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.CONTRADICTED])
def test_both_clocks_must_contradict(verdict: Verdict, wrong: tuple[Checked, CheckedDocument]) -> None:
    entry, found = wrong
    assert entry.then is not None
    assert entry.now is not None
    assert not surely(replace(entry, then=replace(entry.then, verdict=verdict)), found.document)
    assert not surely(replace(entry, now=replace(entry.now, verdict=verdict)), found.document)


def test_without_a_judgement_of_its_day_nothing_is_told(wrong: tuple[Checked, CheckedDocument]) -> None:
    entry, found = wrong
    assert not surely(replace(entry, then=None), found.document)
    assert not surely(replace(entry, now=None), found.document)


def test_without_evidence_that_can_be_opened_nothing_is_told(wrong: tuple[Checked, CheckedDocument]) -> None:
    entry, found = wrong
    assert entry.then is not None
    assert not surely(replace(entry, then=replace(entry.then, evidence=(), sources=())), found.document)
    assert not surely(replace(entry, then=replace(entry.then, evidence=(), sources=("a book",))), found.document)


def test_what_was_read_by_the_words_around_it_is_not_told(wrong: tuple[Checked, CheckedDocument]) -> None:
    entry, found = wrong
    assert not surely(replace(entry, statement=replace(entry.statement, likely=True)), found.document)


@pytest.mark.parametrize("known", ["none", "inferred"])
def test_a_text_whose_day_nobody_tells_tells_nothing(known: str, wrong: tuple[Checked, CheckedDocument]) -> None:
    _, found = wrong
    assert contradicted_in(replace(found, document=replace(found.document, published_from=known))) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NATO has 31 members.", True),
        ('NATO has 31 members," he said. “NATO has 31 members.”', True),
        ("NATO has 31 members, he said. The rest is [...]", True),
        ("NATO has 3...", False),
        ("NATO has 3... Read more.", False),
        ("NATO has 3…", False),
        ("NATO has 3 [...] Read more.", False),
        ("NATO has 3 (more)", False),
        ("NATO has 31 members", False),
        ("NATO has 31 members\n\nThe allies met.", False),
        ("NATO has 3.. more.", False),
    ],
)
def test_a_sentence_must_stand_there_whole(text: str, told: bool) -> None:
    assert whole(text, Span(0, 10)) is told


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Secretary General Mark Rutte said", "Mark Rutte"),
        ("its defence minister said", "defence minister"),
        ("the ministry said", "ministry"),
    ],
)
def test_a_speaker_is_named_only_where_the_text_does(said: str, speaker: str, record: Record) -> None:
    (line,) = contradicted_in(
        checked(f"Poland spent 1.2 percent of GDP on defence in 2024, {said} on Thursday.", record)
    )
    assert line["speaker"] == speaker


def test_a_headline_is_told_where_the_text_says_it_again(record: Record) -> None:
    headline = "Poland spent 1.2 percent of GDP on defence in 2024"
    assert contradicted_in(checked(f"{headline}\n\nThe allies met.", record)) == []
    (line,) = contradicted_in(checked(f"{headline}\n\n{WRONG}", record))
    assert line["quote"] == WRONG
