"""The readings that are cut by rule: stated, few, and none that a true claim of the labelled set would need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.checking import carriers
from benchmarks.verdict_claims import Truth, VerdictClaim, written
from benchmarks.verdict_frames import generated
from burdenshare.checking.check import check_reading
from burdenshare.checking.claims import Claim, compile_claim
from burdenshare.checking.evaluate import try_reading
from burdenshare.checking.model import Clock
from burdenshare.checking.questions import Numeric, fill
from burdenshare.checking.readings import Reading, combinations, is_cut, plain_release_readings
from burdenshare.checking.readings_table import RULES
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record.record import Record


def numeric(claim: VerdictClaim, record: Record) -> Iterator[Claim]:
    """The numeric questions that the statements at a claim's focus put to the record."""
    found = read(document_of(claim.text, on=claim.on), record)
    for one in carriers(claim, check_reading(found, record).checked):
        compiled = compile_claim(one.statement, claim.on, one.before)
        if compiled is not None and isinstance(compiled.question, Numeric) and len(one.statement.subject) < 2:
            yield compiled


def cut_away(claim: Claim, record: Record) -> list[Reading]:
    """The combinations that the rules leave out, as readings of the newest release."""
    assert isinstance(claim.question, Numeric)
    return [
        Reading(fill(claim.question, {way.hole: way.value for way in chosen}), (), 9, "cut")
        for chosen in combinations(claim, record)
        if is_cut(chosen)
    ]


@pytest.fixture(scope="module")
def compiled(record: Record) -> list[tuple[VerdictClaim, Claim]]:
    return [(one, claim) for one in (*written(), *generated()) for claim in numeric(one, record)]


def agrees(claim: Claim, readings: list[Reading] | tuple[Reading, ...], record: Record) -> bool:
    assert claim.day is not None
    return any(try_reading(claim, one, record, claim.day, dated=True).agrees for one in readings)


def test_no_true_claim_needs_a_reading_that_was_cut(compiled: list[tuple[VerdictClaim, Claim]], record: Record) -> None:
    lost = [
        one.id
        for one, claim in compiled
        if one.then.truth is Truth.TRUE
        and claim.day is not None
        and not agrees(claim, plain_release_readings(claim, record, Clock.THEN), record)
        and agrees(claim, cut_away(claim, record), record)
    ]
    assert lost == []


def test_the_cut_leaves_something_out(compiled: list[tuple[VerdictClaim, Claim]], record: Record) -> None:
    cut = sum(len(cut_away(claim, record)) for _, claim in compiled if claim.day is not None)
    kept = sum(len(plain_release_readings(claim, record, Clock.THEN)) for _, claim in compiled)
    assert 0 < cut < kept


def test_every_row_of_the_table_of_readings_has_its_reason_and_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.reason and rule.place >= 0 for rule in RULES)
