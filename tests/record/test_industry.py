"""Makers, items and voices: every id leads to rows of the table, and every producer of the table has one."""

from __future__ import annotations

import pytest

from burdenshare.record import Record
from burdenshare.record.industry import KINDS, is_evidence, item_of, items, kind_of, makers
from burdenshare.record.model import Observation


def rows(record: Record) -> tuple[Observation, ...]:
    return record.observations("production")


def test_every_producer_of_the_table_has_an_id(record: Record) -> None:
    named = {name for one in makers().values() for name in one.same | one.near}
    assert {one.entity for one in rows(record)} == named


def test_every_item_leads_to_rows_of_the_table(record: Record) -> None:
    held = {item_of(one) for one in rows(record)}
    assert {name for one in items().values() for name in one.same | one.near} <= held


def test_nothing_is_the_same_and_near_at_once() -> None:
    assert all(not one.same & one.near for one in (*makers().values(), *items().values()))


def test_every_kind_of_the_table_is_known(record: Record) -> None:
    assert {kind_of(one) for one in rows(record)} == {*KINDS, "lead_time"}


EVIDENCE = [
    ("Rheinmetall", "backlog", True),
    ("Lockheed Martin via Breaking Defense", "output", True),
    ("SIPRI via AFP", "procurement_share", True),
    ("Pentagon report via Defense Express", "output", True),
    ("Armin Papperger, Rheinmetall CEO", "backlog", False),
    ("Thierry Breton, EU commissioner", "capacity", False),
    ("NATO intelligence estimates via CNN", "output", False),
    ("Maj. Gen. John Reim, US Army", "output", False),
]


@pytest.mark.parametrize(("who", "kind", "evidence"), EVIDENCE)
def test_a_body_on_itself_is_evidence_and_a_person_is_none(record: Record, who: str, kind: str, evidence: bool) -> None:
    found = [one for one in rows(record) if one.release.startswith(f"{who},") and kind_of(one) == kind]
    assert found and all(is_evidence(one) is evidence for one in found)
