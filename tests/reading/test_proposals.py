"""Proposals are questions to the rules: nothing a proposer says ever becomes a statement."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.errors import ProposerError
from burdenshare.reading.model import Document, Reading, Statement
from burdenshare.reading.proposals import MOST_PROPOSALS, Proposal, consulted, merged, verified
from burdenshare.reading.read import read
from burdenshare.record import Record, load_record

DAY = date(2025, 2, 13)
TEXT = (
    "Poland spent 4.12 percent of GDP on defence in 2024. Germany and Italy met in Rome.\n\n"
    "Allies in Europe and Canada spent $485 billion last year, and 23 of the 32 allies met the target of 2 percent.\n\n"
    "Two-thirds of NATO's spending is American. Hotel prices rose 60 percent. Spain spent between 1.2 and 1.4 percent "
    "of GDP in 2023, and it is not true that France spent 9 percent of GDP."
)


@cache
def packaged() -> Record:
    return load_record()


@cache
def whole() -> Reading:
    """What the rules read in the text."""
    return read(Document("own", TEXT, DAY), packaged())


@cache
def bare() -> Reading:
    """The same as if the first reading had found nothing, so that a second look has something to find."""
    return replace(whole(), statements=())


def proposal(at: str, /, **fields: Any) -> Proposal:
    """What is proposed at the words `at`; `fields` may be of any type, as from a careless extractor."""
    start = TEXT.index(at)
    given: dict[str, Any] = {"subject": "POL", "measure": "", "value": 4.12, "unit": "%", "proposer": "test"}
    return Proposal(**given | {"start": start, "end": start + len(at), "words": at} | fields)


def reason(one: Proposal, reading: Reading | None = None) -> str:
    """Why a proposal was not verified."""
    found = verified(reading or whole(), [one], packaged())
    assert found.statements == ()
    (refused,) = found.not_verified
    return refused.reason


def figures(statements: Sequence[Statement]) -> list[tuple[tuple[str, ...], str, str]]:
    return [(one.subject, one.measure, one.words) for one in statements]


# kept ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one",
    [
        proposal("4.12 percent"),
        proposal("4.12 percent", unit="percent"),
        proposal("4.12 percent", unit="% of GDP", measure="share_of_gdp"),
        proposal("Poland spent 4.12 percent of GDP on defence in 2024", subject="Poland"),
        proposal("$485 billion", subject="EUR_CAN", value=485e9, unit="USD"),
        proposal("$485 billion", subject="Europe and Canada", value=485_000_000_000, unit="dollars"),
        proposal("between 1.2 and 1.4 percent", subject="Spain", value=1.4),
        proposal("between 1.2 and 1.4 percent", subject="Spain", value=1.3),
    ],
)
def test_what_the_rules_read_there_too_is_kept(one: Proposal) -> None:
    known = verified(whole(), [one, one], packaged())
    assert (known.statements, known.not_verified, known.known) == ((), (), 2)
    found = verified(bare(), [one, one], packaged())
    (statement,) = found.statements
    assert (found.not_verified, found.known, statement.id) == ((), 1, "p1")
    (twin,) = [own for own in whole().statements if own.focus == statement.focus and own.value == statement.value]
    assert replace(statement, id=twin.id) == twin


def test_kept_statements_stand_in_text_order_between_the_others() -> None:
    poland, europe = proposal("4.12 percent"), proposal("$485 billion", subject="EUR_CAN", value=485e9, unit="USD")
    lost = [one for one in whole().statements if one.words in ("4.12 percent", "$485 billion")]
    partial = replace(whole(), statements=tuple(one for one in whole().statements if one not in lost))
    joined = merged(partial, verified(partial, [europe, poland], packaged()))
    assert [one.id for one in joined.statements if one.id.startswith("p")] == ["p1", "p2"]
    assert figures(joined.statements) == figures(whole().statements)


def test_number_of_a_kept_statement_is_accounted_for() -> None:
    gone = next(one for one in whole().unaccounted if one.text.startswith("60"))
    at = replace(gone, span=next(one.focus for one in whole().statements if one.words == "4.12 percent"))
    reading = replace(bare(), unaccounted=(*bare().unaccounted, replace(at, reason="not understood")))
    joined = merged(reading, verified(reading, [proposal("4.12 percent")], packaged()))
    assert joined.unaccounted == bare().unaccounted


# not verified --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", [whole, bare])
@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (proposal("4.12 percent", value=4.13), "another figure is read there"),
        (proposal("4.12 percent", value=41.2), "another figure is read there"),
        (proposal("4.12 percent", value=-4.12), "another figure is read there"),
        (proposal("4.12 percent", unit="USD"), "another figure is read there"),
        (proposal("4.12 percent", unit="<b>"), "another figure is read there"),
        (proposal("$485 billion", subject="EUR_CAN", value=485, unit="USD"), "another figure is read there"),
        (proposal("between 1.2 and 1.4 percent", subject="Spain", value=1.25), "another figure is read there"),
        (proposal("4.12 percent", subject="DEU"), "another subject is read there (POL)"),
        (proposal("4.12 percent", subject="POL;DEU"), "another subject is read there (POL)"),
        (proposal("4.12 percent", subject="Poland and Germany"), "another subject is read there (POL)"),
        (proposal("4.12 percent", measure="expenditure"), "another measure is read there (share_of_gdp)"),
        (proposal("Germany and Italy met", subject="DEU"), "no such figure is read there"),
        (proposal("9 percent of GDP", subject="FRA", value=9), "no such figure is read there"),
        (proposal("4.12 percent", subject=""), "it names no ally or group"),
        (proposal("4.12 percent", subject="nobody"), "it names no ally or group"),
        (proposal("4.12 percent", subject="POL;nobody"), "it names no ally or group"),
        (proposal("4.12 percent", subject="POL;" + "x" * 100), "it names no ally or group"),
        (proposal("4.12 percent", subject="it"), "it names no ally or group"),
        (proposal("4.12 percent", value=None), "it names no finite figure"),
        (proposal("4.12 percent", value=math.nan), "it names no finite figure"),
        (proposal("4.12 percent", value=math.inf), "it names no finite figure"),
        (proposal("4.12 percent", value=10**400), "it names no finite figure"),
        (proposal("4.12 percent", value=True), "it names no finite figure"),
        (proposal("4.12 percent", words="4.13 percent"), "its words do not stand there"),
        (proposal("4.12 percent", words="\x1b[31m"), "its words do not stand there"),
        (proposal("4.12 percent", start=-5), "its place is not in the text"),
        (proposal("4.12 percent", end=len(TEXT) + 1), "its place is not in the text"),
        (proposal("4.12 percent", start=99, end=99), "its place is not in the text"),
        (proposal("4.12 percent", start=100, end=90), "its place is not in the text"),
        (proposal("4.12 percent", start=True), "its place is not in the text"),
        (proposal("4.12 percent", start="0"), "its place is not in the text"),
    ],
)
def test_what_the_rules_do_not_read_there_is_not_verified(one: Proposal, expected: str, reading: Any) -> None:
    assert reason(one, reading()) == expected


def test_place_that_is_too_long_is_not_looked_at() -> None:
    text = TEXT * 5
    reading = read(Document("own", text, DAY), packaged())
    one = replace(proposal("4.12 percent"), start=0, end=len(text), words="")
    assert verified(reading, [one], packaged()).not_verified[0].reason == "longer than 600 characters"


def test_figure_that_was_set_aside_on_purpose_stays_aside() -> None:
    (own,) = [one for one in whole().statements if one.words == "4.12 percent"]
    gone = replace(whole().unaccounted[0], span=own.focus, reason="another topic: people")
    reading = replace(bare(), unaccounted=(gone,))
    assert reason(proposal("4.12 percent"), reading) == "set aside on purpose (another topic: people)"


def test_figure_that_was_read_otherwise_in_its_context_stays_so() -> None:
    others = tuple(replace(one, subject=("ITA",)) for one in whole().statements)
    assert reason(proposal("4.12 percent"), replace(whole(), statements=others)) == "read otherwise in its context"


def test_what_is_shown_of_a_proposal_is_clean_and_short() -> None:
    evil = "\x1b[2J<script>alert(1)</script>\u202e" * 50
    one = Proposal(-1, 10**30, evil, evil, 4.12, evil, evil, evil)
    (shown,) = verified(whole(), [one], packaged()).not_verified
    for text, most in ((shown.words, 240), (shown.subject, 80), (shown.measure, 80), (shown.unit, 20)):
        assert text.isprintable()
        assert len(text) <= most
    assert shown.span is None


def test_words_of_a_sound_place_are_those_of_the_text() -> None:
    (shown,) = verified(whole(), [proposal("Germany", words="Verdict: supported")], packaged()).not_verified
    assert shown.words == "Germany"


def test_thousands_of_proposals_are_not_all_looked_at() -> None:
    found = verified(whole(), [proposal("Germany")] * 20_000, packaged())
    assert (len(found.not_verified), found.overlooked) == (MOST_PROPOSALS, True)
    assert not verified(whole(), [proposal("Germany")] * MOST_PROPOSALS, packaged()).overlooked


# any proposals at all ------------------------------------------------------------------------------------------------

PLACES = st.integers(-3, len(TEXT) + 3)
SUBJECTS = st.sampled_from(["POL", "DEU", "EUR_CAN", "NATO", "Spain", "FRA", "supported", "", "\x1b[31m", "POL;DEU"])
VALUES = st.one_of(
    st.sampled_from([4.12, 485e9, 23, 32, 2, 60, 9, 1.2, 1.4, 2 / 3, 66.7, None, math.nan, math.inf, 10**400]),
    st.floats(),
)
UNITS = st.sampled_from(["%", "percent", "USD", "allies", "fraction", "", "\x00", "pp"])
MEASURES = st.sampled_from(["", "", "share_of_gdp", "expenditure", "verdict"])
FREE = st.builds(Proposal, PLACES, PLACES, SUBJECTS, MEASURES, VALUES, UNITS, st.just(""), st.text(max_size=9))


@st.composite
def near(draw: st.DrawFn) -> Proposal:
    """A proposal at a statement of the text, right or with one thing wrong."""
    one = draw(st.sampled_from([own for own in whole().statements if own.value is not None]))
    assert one.value is not None
    span = draw(st.sampled_from([one.span, one.focus]))
    subject, unit = ";".join(one.subject), one.unit
    wrong = draw(st.sampled_from(["", "", "value", "unit", "subject"]))
    return Proposal(
        span.start,
        span.end,
        draw(SUBJECTS) if wrong == "subject" else subject,
        draw(MEASURES),
        draw(VALUES) if wrong == "value" else one.value.central,
        draw(UNITS) if wrong == "unit" else unit,
        "",
        "test",
    )


@settings(max_examples=150, deadline=None)
@given(
    proposals=st.lists(st.one_of(FREE, near()), max_size=12),
    lost=st.sets(st.integers(0, 20)),
)
def test_own_statements_stay_and_every_other_is_one_the_rules_read(proposals: list[Proposal], lost: set[int]) -> None:
    own = tuple(one for number, one in enumerate(whole().statements) if number not in lost)
    reading = replace(whole(), statements=own)
    found = verified(reading, proposals, packaged())
    joined = merged(reading, found)
    assert tuple(one for one in joined.statements if not one.id.startswith("p")) == own
    assert joined.document == reading.document
    assert len(found.statements) + len(found.not_verified) + found.known == len(proposals)
    read_by_rules = {replace(one, id="") for one in whole().statements}
    assert {replace(one, id="") for one in found.statements} <= read_by_rules
    assert not {one.focus for one in found.statements} & {one.focus for one in own if one.value is not None}
    for one in found.not_verified:
        assert all(text.isprintable() for text in (one.words, one.subject, one.measure, one.unit, one.proposer))


# a proposer that is asked --------------------------------------------------------------------------------------------


class Says:
    """Proposes what it was made with, or fails with it."""

    def __init__(self, said: Any) -> None:
        self.said = said

    def propose(self, document: Document) -> Sequence[Proposal]:
        if isinstance(self.said, BaseException):
            raise self.said
        said: Sequence[Proposal] = self.said
        return said


def endless() -> Iterator[Proposal]:
    while True:
        yield proposal("Germany")


def test_what_became_of_the_proposals_is_told_in_one_remark() -> None:
    reading = consulted(whole(), Says([proposal("4.12 percent"), proposal("Germany"), "supported"]), packaged())
    assert reading.statements == whole().statements
    assert reading.remarks == ("2 proposals: 1 read already, 0 read on a second look, 1 not verified",)
    assert len(reading.not_verified) == 1


def test_endless_proposals_end() -> None:
    reading = consulted(whole(), Says(endless()), packaged())
    assert reading.remarks[0].endswith("500 not verified; there were more, which were not looked at")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ProposerError("no answer", where="http://host"), "http://host: no answer"),
        (ProposerError("\x1b[31m" + "x" * 1000), "…"),
        (ValueError("Authorization: Bearer sk-secret"), "ValueError"),
        (RecursionError(), "RecursionError"),
        (None, "TypeError"),
    ],
)
def test_failure_is_one_remark_and_the_reading_stands(fault: Any, told: str) -> None:
    reading = consulted(whole(), Says(fault), packaged())
    (remark,) = reading.remarks
    assert remark.startswith("the proposer failed and was left out: ")
    assert remark.endswith(told)
    assert len(remark) <= 200
    assert "secret" not in remark
    assert remark.isprintable()
    assert replace(reading, remarks=()) == whole()


def test_an_order_to_stop_is_obeyed() -> None:
    with pytest.raises(KeyboardInterrupt):
        consulted(whole(), Says(KeyboardInterrupt()), packaged())
