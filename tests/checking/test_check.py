"""From statements to a checked document: clocks, missing dates, lists, promises, positions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.checking import Verdict, check_reading, check_statement
from burdenshare.reading.model import Document, Kind, Reading, Unaccounted
from burdenshare.record.record import Record
from tests.checking.conftest import Ask
from tests.checking.statements import NOWHERE, around, below, count, exactly, level, say, share, target, titled

DAY = date(2025, 2, 13)


def test_a_document_keeps_every_statement_in_order(record: Record) -> None:
    statements = (count(23, 2024), say("", "", kind=Kind.POSITION), target(3.0, ">"))
    leftover = (Unaccounted(NOWHERE, "F-35", "a type of aircraft"),)
    checked = check_reading(Reading(Document("a", "text", DAY), statements, leftover), record)
    assert tuple(one.statement for one in checked.checked) == statements
    assert checked.unaccounted == leftover
    assert checked.edition == record.edition
    assert checked.record_version == record.version


def test_now_can_be_another_day_than_the_edition(record: Record) -> None:
    """On 2025-09-01 the newest release is that of August 2025, which counts 18."""
    reading = Reading(Document("a", "text", DAY), (count(18, 2024),), ())
    (one,) = check_reading(reading, record, now=date(2025, 9, 1)).checked
    assert one.now is not None
    assert (one.now.verdict, one.now.on) == (Verdict.SUPPORTED, date(2025, 9, 1))


def test_without_a_date_only_words_that_name_their_own_time_are_judged(record: Record) -> None:
    named = check_statement(share("CAN", 1.41, 2024), record, on=None, now=record.edition)
    assert named.then is None
    assert "no date" in named.then_missing
    assert named.now is not None
    assert named.now.verdict is Verdict.SUPPORTED
    for statement in (
        say("share_of_gdp", "CAN", below(2.0), "<", period_from="now", unit="%"),
        say("members", "NATO", exactly(32)),
        titled("JD Vance", "vice_president", "USA"),
        target(2.0),
    ):
        open_ = check_statement(statement, record, on=None, now=record.edition)
        assert open_.then is None
        assert open_.now is not None
        assert open_.now.verdict is Verdict.UNVERIFIABLE
        assert "another day" in open_.now.why


def test_positions_and_promises_without_anything_dated_have_no_judgement(ask: Ask) -> None:
    for statement in (
        say("", "NATO", kind=Kind.POSITION),
        say("aid", "DEU", around(9e9, 0.5e9), kind=Kind.PROMISE, unit="EUR"),
    ):
        checked = ask(statement, DAY)
        assert (checked.then, checked.now) == (None, None)


def test_a_promise_that_tells_a_running_year_is_compared_and_never_contradicted(ask: Ask) -> None:
    """ "Allies will spend 507 billion this year": June 2024 prints 506.7 billion for 2024."""
    july = date(2024, 7, 12)
    right, wrong = (level("EUR_CAN", billions, 2024, kind=Kind.PROMISE) for billions in (507, 900))
    told = ask(right, july).then
    assert told is not None
    assert told.verdict is Verdict.SUPPORTED
    missed = ask(wrong, july).then
    assert missed is not None
    assert missed.verdict is Verdict.UNVERIFIABLE
    assert "does not refute" in missed.why
    later = replace(right, period="2030")
    assert ask(later, july).then is None


def test_a_fact_without_a_series_is_unverifiable(ask: Ask) -> None:
    checked = ask(say("", ""), DAY)
    assert checked.then is not None
    assert checked.then.verdict is Verdict.UNVERIFIABLE
    assert "no such series" in checked.then.why


def test_figures_held_only_as_statements_are_shown_and_never_contradict(ask: Ask) -> None:
    """Both Europe's and Russia's output stand in the record as what officials said."""
    checked = ask(say("production", "RUS", around(9e6, 1e5), unit="rounds/year"), date(2025, 6, 2))
    assert checked.then is not None
    assert checked.then.verdict is Verdict.UNVERIFIABLE
    assert checked.then.context


def test_a_list_holds_only_if_each_of_its_parts_does(ask: Ask) -> None:
    """2024 in June 2024: Canada 1.37, Spain 1.28, Italy 1.49; Poland 4.12."""
    low = say("share_of_gdp", "CAN ESP ITA", below(2.0), "<", year=2024, unit="%")
    assert (found := ask(low, DAY).then) is not None
    assert found.verdict is Verdict.SUPPORTED
    mixed = ask(replace(low, subject=("CAN", "POL")), DAY).then
    assert mixed is not None
    assert mixed.verdict is Verdict.CONTRADICTED
    assert mixed.reading.startswith("POL")


def test_money_of_a_list_may_be_taken_together(ask: Ask) -> None:
    """DEU 97.686 and GBR 82.107 billion in 2024 at current prices in June 2024: 179.8 together."""
    together = ask(level("DEU GBR", 180, 2024), DAY).then
    assert together is not None
    assert together.verdict is Verdict.DEPENDS
    assert "together" in together.why
    neither = ask(level("DEU GBR", 400, 2024), DAY).then
    assert neither is not None
    assert neither.verdict is Verdict.UNVERIFIABLE


def test_aid_is_judged_then_only_by_dated_rows(ask: Ask) -> None:
    """A page of 2024-04-25 gives 67 billion euros for the USA; releases 28 to 30 came out in 2026 or without a day."""
    checked = ask(say("aid", "USA", around(67e9, 0.5e9), unit="EUR"), date(2024, 7, 12))
    assert checked.then is not None
    assert checked.then.verdict is Verdict.SUPPORTED, checked.then.why
    early = ask(say("aid", "USA", around(67e9, 0.5e9), unit="EUR", period="2023-03", period_from="explicit"), DAY)
    assert early.then is not None
    assert early.then.verdict is Verdict.UNVERIFIABLE
