"""intake/rules/aid.py: sums over kinds and donors, the EU counted once, no shrinking."""

from __future__ import annotations

import pytest

from burdenshare.intake.rules import aid
from burdenshare.intake.rules.tables import Tables
from tests.intake.rules.deliveries import AID, Change, dropped, edited, scaled, tracker

NEW = {"release": "29"}


def _of(tables: Tables, release: str) -> list[str]:
    return [one.id for one in aid.faults(tables, frozenset({release}))]


def test_the_packaged_releases_keep_their_sums(held: Tables) -> None:
    assert list(aid.faults(held)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (scaled(2, donor="DEU", period="2023-01", kind="military", **NEW), "aid-kinds/29/DEU/2023-01/allocation/"),
        (scaled(2, donor="DEU", period="2023-01", kind="total", measure="allocation", **NEW), "aid-donors/29/2023-01/"),
        (scaled(2, donor="EU_INST", period="2023-01", measure="allocation", **NEW), "aid-eu/29/EU_INST/2022-01-24/"),
        (
            scaled(1.1, donor="EST", unit="% of donor 2021 GDP, incl. share of EU aid", **NEW),
            "aid-eu/29/EST/2022-01-24/2026-04-30/allocation/% of donor",
        ),
    ],
)
def test_a_sum_that_does_not_hold(held: Tables, change: Change, fault: str) -> None:
    found = [one.id for one in aid.faults(edited(held, AID, change))]
    assert any(one.startswith(fault) for one in found), found


def test_a_release_that_came_in_later_is_whole(held: Tables) -> None:
    """Release 30 moved two sums, as its notes say; nothing else is objected to."""
    delivery, before = tracker(held, "30")
    found = _of(before.over(delivery.tables), "30")
    assert found == [
        "aid-known/30/unit/billion EUR, incl. share of EU aid",
        "revisions/30/EU_INST/military",
        "revisions/30/SWE/financial",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (dropped(donor="DEU", **NEW), "coverage/29/donors"),
        (dropped(measure="commitment", **NEW), "coverage/29/measures"),
        (dropped(kind="humanitarian", **NEW), "coverage/29/kinds"),
        (scaled(1000, **NEW), "revisions/29/DEU/total"),
        (lambda row: {**row, "donor": "XKX"} if row["donor"] == "DEU" and row["release"] == "29" else row, "aid-known"),
    ],
)
def test_what_a_new_release_lacks_or_moves(held: Tables, change: Change, fault: str) -> None:
    without = edited(held, AID, dropped(release="30"))
    assert any(one.startswith(fault) for one in _of(edited(without, AID, change), "29"))


def test_a_release_may_not_go_back_in_time(held: Tables) -> None:
    early = edited(held, AID, lambda row: row if row["release"] != "30" else None)
    cut = edited(early, AID, lambda row: None if row["release"] == "29" and row["period"][-10:] > "2025" else row)
    assert "coverage/29/months" in _of(cut, "29")


def test_nothing_is_unknown_where_no_release_is_held(held: Tables) -> None:
    alone = edited(held, AID, lambda row: row if row["release"] == "29" or "page" in row["release"] else None)
    assert not any(one.startswith("aid-known") for one in _of(alone, "29"))
