"""The two days that the issue names: what a reader of them would tell."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.alliance.changes import compared
from burdenshare.checking.alliance.model import Change, Compared
from burdenshare.checking.alliance.view import view_of
from burdenshare.record import Record


@pytest.fixture(scope="module")
def found(record: Record) -> Compared:
    return compared(view_of(record, date(2025, 2, 13)), view_of(record, date(2025, 6, 26)))


def of(found: Compared, section: str) -> dict[str, Change]:
    return {one.label: one for one in found.changes if one.section == section}


def test_guideline_new_and_gone(found: Compared) -> None:
    rows = [one for one in found.changes if one.section == "guideline"]
    assert [one.after.key for one in rows if one.after] == ["nato-2025-core", "nato-2025-5pct", "nato-2025-related"]
    assert [one.before.key for one in rows if one.before] == ["nato-2023-2pct-floor"]


def test_who_crossed_which_guideline_by_which_releases(found: Compared) -> None:
    told = of(found, "shares")["Montenegro"].told
    assert told.startswith("no longer meets 2 %") and "(2024-06)" in told and "(2025-04)" in told
    raised = of(found, "shares")["guideline they are held against"].told
    assert raised.startswith("2 → 3.5 %; at or above it now: Poland") and "core expenditure" in raised
    assert sum(one.label == "Montenegro" for one in found.changes if one.section == "shares") == 1


def test_officials_in_and_out(found: Compared) -> None:
    assert of(found, "officials")["head of government of Canada"].told == "Justin Trudeau → Mark Carney"
    assert "secretary general" not in of(found, "officials")


def test_pledges_new_and_overtaken(found: Compared) -> None:
    kinds = {one.what for one in found.changes if one.section == "pledges"}
    assert kinds == {"new", "changed"}
    (floor,) = [one for one in found.changes if one.after and one.after.key == "nato-2023-2pct-floor"]
    assert "open → overtaken" in floor.told


def test_meetings_in_between_in_their_order(found: Compared) -> None:
    held = [one for one in found.changes if one.section == "meetings"]
    days = [one.after.on for one in held if one.after]
    assert days == sorted(days) and len(days) == len(held)
    assert held[-1].label == "The Hague summit"
    assert days[0] > "2025-02-13"


def test_stated_figures_name_both_statements(found: Compared) -> None:
    told = of(found, "posture")["United States, stationed in Europe"].told
    assert "Pentagon via NDTV" in told and "CIA World Factbook" in told


def test_horizons_stated_in_between(found: Compared) -> None:
    assert any("3 to 7 years" in one.told for one in found.changes if one.section == "horizons")


def test_accession_in_between(record: Record) -> None:
    changes = compared(view_of(record, date(2023, 1, 1)), view_of(record, date(2024, 4, 1))).changes
    assert [one.label for one in changes if one.section == "members"] == ["Sweden", "Finland"]
    joined = {one.label: one.told for one in changes if one.section == "groups"}
    assert joined["NATO's European allies"] == "joined: FIN, SWE"
