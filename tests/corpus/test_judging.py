"""Gathered rows become the rows of a data set: each text once, whatever became of it told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burdenshare.corpus.judging import Judging, judged
from burdenshare.corpus.model import Poison, Unwatched
from burdenshare.corpus.spool import Spool
from burdenshare.corpus.tables import TABLES, bytes_of
from burdenshare.record import Record
from tests.corpus.made import SENTENCE, Followed

TODAY = Judging(date(2026, 8, 31))


def row(number: int, text: str | None = SENTENCE, **told: Any) -> dict[str, Any]:
    found = {"shard": 0, "row": number, "place": f"wire@{number}", "fate": "read", "document": f"{number:02x}"}
    known = {"title": "", "outlet": "", "author": "", "published": date(2025, 6, 1), "published_from": "metadata"}
    return {**found, **known, "characters": len(text or ""), "text": text, **told}


def made(
    record: Record,
    *rows: dict[str, Any],
    copies: dict[int, str] | None = None,
    poison: Poison | None = None,
    judging: Judging = TODAY,
    spool: Spool | None = None,
    watch: Any = None,
) -> dict[str, list[dict[str, Any]]]:
    told = (rows, copies or {}, record, poison or Poison(), watch or Unwatched(), spool or Spool(None), judging)
    return {name: part.frame().to_dicts() for name, part in judged(*told).items()}


def test_a_text_has_its_statements_with_both_verdicts(record: Record) -> None:
    tables = made(record, row(0))
    (document,), (statement,) = tables["documents"], tables["statements"]
    assert (document["fate"], document["statements"], document["text"]) == ("read", 1, None)
    assert (statement["shard"], statement["row"], statement["document"]) == (0, 0, "00")
    assert statement["measure"] == "share_of_gdp"
    assert [one["clock"] for one in tables["verdicts"]] == ["then", "now"]
    assert {one["id"] for one in tables["verdicts"]} == {statement["id"]}
    for table, rows in tables.items():
        bytes_of(rows, TABLES[table])  # every value fits its column


def test_what_is_not_read_here_is_told_as_it_is(record: Record) -> None:
    rows = (row(0), row(1), row(2, None, fate="other"), row(3, None, fate="quarantined", reason="time"), row(4))
    tables = made(record, *rows, copies={1: "0:0"}, poison=Poison({4: "memory"}))
    assert [one["fate"] for one in tables["documents"]] == ["read", "copy", "other", "quarantined", "quarantined"]
    assert tables["documents"][1]["copy_of"] == "0:0"
    told = [(one["row"], one["stage"], one["reason"]) for one in tables["quarantine"]]
    assert told == [(3, "gathering", "time"), (4, "judging", "memory")]
    assert {one["row"] for one in tables["statements"]} == {0}


def test_only_what_is_read_is_told_to_the_watch(record: Record) -> None:
    watch = Followed()
    made(record, row(0), row(1), row(2, None, fate="other"), copies={1: "0:0"}, watch=watch)
    assert watch.told == [("working", 0)]


def test_texts_are_kept_where_asked_for_and_only_with_a_statement(record: Record) -> None:
    idle = "The valley stayed dry all week, and the farmers waited for the rain and for the harvest to begin."
    tables = made(record, row(0), row(1, idle), judging=Judging(TODAY.today, with_text=True))
    assert [one["text"] for one in tables["documents"]] == [SENTENCE, None]


def test_a_day_in_the_future_of_the_run_is_told(record: Record) -> None:
    late = row(0, published=date(2026, 9, 1))
    (document,) = made(record, late)["documents"]
    assert (document["fate"], "is in the future" in document["reason"]) == ("unread", True)
    (document,) = made(record, late, judging=Judging(date(2026, 9, 1)))["documents"]
    assert document["fate"] == "read"


def test_a_text_that_no_rule_foresaw_is_set_aside_at_once(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(document: object, record: object) -> object:
        raise RecursionError

    monkeypatch.setattr("burdenshare.corpus.judging.read", fails)
    tables = made(record, row(0))
    assert [one["reason"] for one in tables["quarantine"]] == ["crash (RecursionError)"]


def test_a_successor_reads_no_text_again(record: Record, tmp_path: Path) -> None:
    rows = [row(number, f"{SENTENCE} Dispatch {number}.") for number in range(4)]
    spool = Spool(tmp_path / "spool")
    whole = made(record, *rows, spool=spool)
    spool.leave()
    watch = Followed()
    assert made(record, *rows, spool=Spool(tmp_path / "spool"), watch=watch) == whole
    assert watch.told == []


INFERRED = (
    "German Chancellor Friedrich Merz met US President Donald Trump ahead of the summit in The Hague. "
    "Poland spent 1.2 percent of GDP on defence in 2024."
)
"""A text that names no day: the offices and the summit leave some weeks of one year and one release."""


def test_an_inferred_day_is_told_apart_from_one_that_is_given(record: Record) -> None:
    tables = made(record, row(0, INFERRED, published=None, published_from="none"), row(1, INFERRED))
    inferred, given = tables["documents"]
    assert (inferred["published"], inferred["published_from"]) == (None, "inferred")
    assert date(2025, 5, 6) <= inferred["inferred"] <= date(2025, 6, 25)
    assert "Friedrich Merz" in inferred["dated_by"]
    assert (given["published"], given["published_from"], given["inferred"]) == (date(2025, 6, 1), "metadata", None)
    for number, day in ((0, None), (1, date(2025, 6, 1))):
        told = [one for one in tables["statements"] if one["row"] == number]
        assert {(one["published"], one["told_on"]) for one in told} == {(day, day)}
    for number, day in ((0, inferred["inferred"]), (1, date(2025, 6, 1))):  # as `check` answers
        then = [one for one in tables["verdicts"] if (one["clock"], one["row"]) == ("then", number)]
        assert {one["judged_on"] for one in then} == {day}
