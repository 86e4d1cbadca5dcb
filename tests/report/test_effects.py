"""What a layer turns: the claims everybody repeats, and saved reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.intake import laying
from burdenshare.record import Record, load_record
from burdenshare.record.layers import laid
from burdenshare.report.effects import repeated_claims, touched_reports, turned_claims
from tests.intake.conftest import GIVEN, cell, delivery

SAID = "The United Kingdom spent 2.3 % of GDP on defence in 2024."


@pytest.fixture
def after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    """The record with a made-up release in which the United Kingdom spent more."""
    monkeypatch.setenv("BURDENSHARE_DATA", str(tmp_path))
    made = delivery([cell("GBR", year, "3.1") for year in (2023, 2024)])
    laying.lay(made, GIVEN, made.tables)
    return load_record(layers=laid())


def test_a_repeated_claim_turns_with_the_release_that_ends_it(record: Record, after: Record) -> None:
    claims = [one for one in repeated_claims() if one.text == SAID]
    assert claims
    found = {one.clock: (one.was, one.is_) for one in turned_claims(record, after, claims)}
    assert found["now"] == ("supported", "depends")  # the last whole release still says so
    assert list(turned_claims(record, record, claims)) == []


def test_saved_reports_tell_what_turns_and_stay_as_they_are(record: Record, after: Record) -> None:
    report = bs.check(f"{SAID} Poland spent 4.1 % of GDP on defence in 2024.", on=date(2026, 8, 1), record=record)
    before = report.to_dict(with_text=True)
    (found,) = touched_reports([("one", "A report", report)], record, after)
    assert found.statements == 2
    assert [(one.clock, one.was, one.is_) for one in found.turned] == [("now", "supported", "depends")]
    assert report.to_dict(with_text=True) == before


@pytest.mark.parametrize("claim", repeated_claims(), ids=lambda one: one.text[:40])
def test_every_repeated_claim_is_read_and_judged(claim: object, record: Record) -> None:
    text, said = claim.text, claim.said  # type: ignore[attr-defined]
    checked = bs.check(text, on=said or record.edition, record=record).checked.checked
    assert checked
    assert checked[0].now is not None
