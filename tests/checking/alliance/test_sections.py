"""Sections against facts that stand in the tables: chosen by hand, held against the record's own look-ups."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.alliance import aid, guideline, meetings, members, officials, pledges, posture, shares
from burdenshare.checking.alliance.hindsight import names_later
from burdenshare.checking.alliance.model import Entry, Mark, Section
from burdenshare.record import Record

BEFORE = date(2025, 2, 13)
AFTER = date(2025, 6, 26)


def entry(section: Section, key: str) -> Entry:
    (found,) = [one for one in section.entries if one.key == key]
    return found


# members and groups --------------------------------------------------------------------------------------------------


def test_members_are_the_newest_first_and_iceland_has_no_forces(record: Record) -> None:
    section = members.members(record, BEFORE)
    assert section.entries[0].key == "SWE" and section.entries[0].on == "2024-03-07"
    assert "no armed forces" in entry(section, "ISL").notes[0]


def test_group_without_recorded_beginning_says_so_and_is_not_told_before_its_first_dated_member(record: Record) -> None:
    today = members.groups(record, BEFORE)
    assert "not recorded" in entry(today, "EU_ALLIES").notes[0]
    early = members.groups(record, date(1960, 1, 1))
    assert "EU_ALLIES" not in {one.key for one in early.entries}
    assert "European Union" in early.lacks[0]


def test_united_kingdom_left_the_allies_of_the_union_on_its_day(record: Record) -> None:
    assert "GBR" in entry(members.groups(record, date(2020, 1, 30)), "EU_ALLIES").actors
    assert "GBR" not in entry(members.groups(record, date(2020, 1, 31)), "EU_ALLIES").actors


# guideline and shares ------------------------------------------------------------------------------------------------


def test_guideline_is_the_newest_commitment_whatever_its_status_says(record: Record) -> None:
    in_force = [one.key for one in guideline.guideline(record, BEFORE).entries if one.kind == "in force"]
    assert in_force == ["nato-2023-2pct-floor"]  # its status today: superseded
    later = [one.key for one in guideline.guideline(record, AFTER).entries if one.kind == "in force"]
    assert later == ["nato-2025-core", "nato-2025-5pct", "nato-2025-related"]


def test_shares_are_held_against_the_guideline_and_against_the_published_threshold(record: Record) -> None:
    section = shares.shares(record, AFTER)
    assert section.guideline == 3.5
    assert any(line.startswith("at or above 3.5 %") for line in section.told)
    assert any(line.startswith("at or above 2 %: 22 of 32") for line in section.told)
    assert any("core expenditure" in line for line in section.told)


def test_change_on_the_year_before_is_of_one_release(record: Record) -> None:
    poland = entry(shares.shares(record, BEFORE), "POL")
    now = record.cell("share_of_gdp", "POL", 2024, release="2024-06", exact_release=True)
    before = record.cell("share_of_gdp", "POL", 2023, release="2024-06", exact_release=True)
    assert now is not None and before is not None and now.value is not None and before.value is not None
    assert poland.change == pytest.approx(now.value - before.value, abs=1e-6)
    assert poland.estimate and poland.mark is Mark.MEETS


def test_share_with_one_decimal_decides_no_threshold(record: Record) -> None:
    section = shares.shares(record, date(2026, 4, 1))
    assert {one.mark for one in section.entries} == {Mark.OPEN, Mark.OLDER, Mark.UNKNOWN}
    assert not any(line.startswith("lowest") for line in section.told)


def test_share_that_the_newest_release_lacks_names_what_an_older_one_has(record: Record) -> None:
    croatia = entry(shares.shares(record, AFTER), "HRV")
    assert croatia.mark is Mark.OLDER and croatia.notes == ("2025-04 lacks it, 2024-06 answers",)
    assert [one.release for one in croatia.origins] == ["2024-06"]


def test_lowest_are_called_so_only_where_all_are_held(record: Record) -> None:
    assert any(line.startswith("lowest: Spain") for line in shares.shares(record, BEFORE).told)
    told = shares.shares(record, date(2020, 5, 1)).told
    assert any(line.startswith("lowest of the 10 of 29 that the release decides") for line in told)


def test_levels_of_an_earlier_year_are_told_as_such(record: Record) -> None:
    section = shares.burden(record, date(2026, 4, 1))
    assert any("none of 2025 is held" in line for line in section.told)
    assert {one.period for one in section.entries if one.kind == shares.LEVEL} == {"2024"}


def test_parts_of_the_whole_add_up(record: Record) -> None:
    section = shares.burden(record, BEFORE)
    parts = [entry(section, f"share:{who}").value or 0.0 for who in ("USA", "EUR_CAN")]
    assert sum(parts) == pytest.approx(100, abs=0.1)


# pledges -------------------------------------------------------------------------------------------------------------


def test_pledge_is_open_then_due_and_its_outcome_is_that_of_the_day(record: Record) -> None:
    assert entry(pledges.pledges(record, AFTER), "bel-2025-2").kind == pledges.OPEN
    due = entry(pledges.pledges(record, date(2026, 8, 1)), "bel-2025-2")
    assert due.kind == pledges.DUE
    assert "2025" in due.notes[-1]


def test_price_is_that_of_the_shortfall(record: Record) -> None:
    one = entry(pledges.pledges(record, AFTER), "fin-2029-3")
    assert one.price is not None
    (line,) = one.price.lines
    assert line.gap_low == pytest.approx(3.0 - (line.share or 0.0))
    assert one.price.total_low == line.cost_low


@pytest.mark.parametrize(
    ("pledge", "why"),
    [
        ("deu-2025-86bn", pledges.NOT_A_SHARE),
        ("rou-2025-25", pledges.CEILING),
        ("isl-2025-15", pledges.RELATED_PART),
        ("nato-2025-related", pledges.CEILING),
    ],
)
def test_where_no_price_can_be_given_the_reason_is(record: Record, pledge: str, why: str) -> None:
    one = entry(pledges.pledges(record, AFTER), pledge)
    assert one.price is None and why in one.notes


def test_pledge_before_any_release_has_no_price(record: Record) -> None:
    day = date(2015, 1, 1)
    (made,) = [one for one in record.commitments(on=day) if one.id == "nato-2014-2pct-halt"]
    assert pledges.plain_price(record, made, day) == (None, pledges.NO_BASELINE)


def test_pledge_of_no_ally_has_no_price(record: Record) -> None:
    (eu,) = [one for one in record.commitments(on=AFTER) if one.id == "eu-nec-15"]
    assert pledges.plain_price(record, eu, AFTER)[0] is None


def test_pledge_met_early_is_reached(record: Record) -> None:
    one = entry(pledges.pledges(record, BEFORE), "dnk-2030-2")
    assert one.kind == pledges.REACHED and one.mark is Mark.MEETS


def test_guideline_of_nato_is_overtaken_by_the_next_one_only(record: Record) -> None:
    assert entry(pledges.pledges(record, BEFORE), "nato-2023-2pct-floor").kind == pledges.OPEN
    assert entry(pledges.pledges(record, AFTER), "nato-2023-2pct-floor").kind == pledges.REPLACED
    assert entry(pledges.pledges(record, AFTER), "nato-2025-5pct").kind == pledges.OPEN


def test_commitment_dated_to_a_year_waits_for_its_end(record: Record) -> None:
    assert "lva-2026-5" not in {one.key for one in pledges.pledges(record, AFTER).entries}
    assert any("exact day" in line for line in pledges.pledges(record, AFTER).lacks)


def test_row_that_names_a_later_month_is_not_shown_before_it() -> None:
    assert names_later("earlier plan, named in June 2025", BEFORE)
    assert not names_later("earlier plan, named in June 2025", AFTER)
    assert not names_later("defence expenditure 2035, as agreed in 2030", BEFORE)


# officials -----------------------------------------------------------------------------------------------------------


def test_secretary_general_of_the_day(record: Record) -> None:
    (now,) = [one for one in officials.officials(record, BEFORE).entries if one.words == "secretary general"]
    (then,) = [
        one for one in officials.officials(record, date(2024, 9, 30)).entries if one.words == "secretary general"
    ]
    assert (now.label, then.label) == ("Mark Rutte", "Jens Stoltenberg")


def test_last_seen_is_never_left(record: Record) -> None:
    section = officials.officials(record, BEFORE)
    seen = [one for one in section.entries if any("last seen" in note for note in one.notes)]
    assert seen and all(one.mark is Mark.ROUGH for one in seen)
    assert not any("left" in note or "until" in note for one in section.entries for note in one.notes)


def test_nobody_last_seen_stands_beside_a_successor(record: Record) -> None:
    for day in (date(2018, 1, 1), BEFORE, record.edition):
        posts: dict[tuple[str, ...], list[Entry]] = {}
        for one in officials.officials(record, day).entries:
            posts.setdefault(one.actors, []).append(one)
        for held in posts.values():
            assert len(held) == 1 or all(one.mark is Mark.ROUGH for one in held)


def test_date_known_to_the_month_is_told_as_a_month(record: Record) -> None:
    section = officials.officials(record, BEFORE)
    (deputy,) = [one for one in section.entries if one.words == "deputy secretary general"]
    assert deputy.on == "2024-12"


# meetings, horizons --------------------------------------------------------------------------------------------------


def test_meeting_under_way_is_neither_held_nor_next(record: Record) -> None:
    section = meetings.meetings(record, date(2025, 6, 24))
    (summit,) = [one for one in section.entries if one.label == "The Hague summit"]
    assert summit.kind == "on that day"


def test_next_meeting_says_that_it_may_not_have_been_known(record: Record) -> None:
    later = [one for one in meetings.meetings(record, BEFORE).entries if one.mark is Mark.LATER]
    assert later and all(meetings.NOT_ANNOUNCED in one.notes for one in later)
    assert not any("Trump" in one.label or "Extraordinary" in one.label for one in later)


def test_first_meeting_after_a_gap_of_the_table_is_not_called_the_next(record: Record) -> None:
    section = meetings.meetings(record, date(1990, 1, 1))
    assert not section.entries and any("year after the day" in line for line in section.lacks)


def test_horizon_is_told_with_its_years(record: Record) -> None:
    said = [one.words for one in meetings.horizons(record, AFTER).entries]
    assert any(words.startswith("3 to 7 years") for words in said)


# aid, posture --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "release"),
    [
        (date(2026, 4, 21), ""),
        (date(2026, 4, 22), "28"),
        (date(2026, 8, 3), "28"),
        (date(2026, 8, 4), "29"),
    ],
)
def test_aid_is_of_one_release_of_the_day(record: Record, day: date, release: str) -> None:
    section = aid.aid(record, day)
    assert section.release == release
    if release:
        assert {origin.release for one in section.entries for origin in one.origins} == {release}
    else:
        assert all("(page)" in origin.release for one in section.entries for origin in one.origins)


def test_aid_of_the_edition_is_of_the_undated_release(record: Record) -> None:
    assert aid.aid(record, record.edition).release == "30"


def test_months_of_a_release_are_summed_where_it_has_no_span(record: Record) -> None:
    usa = entry(aid.aid(record, date(2026, 8, 4)), "USA:allocation/total")
    rows = [
        one
        for one in record.observations("aid", "USA", basis="allocation/total")
        if one.release == "29" and one.unit == "EUR" and len(str(one.period)) == 7
    ]
    assert usa.value == pytest.approx(sum(one.value for one in rows))
    assert f"sum of {len(rows)} months" in usa.notes


def test_no_aid_before_the_first_dated_page(record: Record) -> None:
    section = aid.aid(record, date(2022, 2, 24))
    assert not section.entries and "first dated page" in section.lacks[0]


def test_warheads_are_the_newest_stated_by_the_day(record: Record) -> None:
    section = posture.posture(record, BEFORE)
    for power in posture.ARMED:
        one = entry(section, f"warheads:{power}:total_inventory")
        assert one.origins[0].released_on is not None and one.origins[0].released_on <= BEFORE


def test_what_industry_lacks_is_named(record: Record) -> None:
    assert any("holdings" in line for line in posture.industry(record, date(2000, 1, 1)).lacks)


def test_estimate_is_no_pledge(record: Record) -> None:
    keys = {one.key for one in pledges.pledges(record, record.edition).entries}
    assert "nld-35" in keys and not keys & {"nld-16-19", "all-2025-2"}
