"""As known on that day: nothing published, made, said or taken later is shown, and no day is too odd to show."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.checking.alliance.changes import compared
from burdenshare.checking.alliance.model import Entry, Mark, View
from burdenshare.checking.alliance.view import FOUNDED, view_of
from burdenshare.errors import DateError
from burdenshare.record import Record, load_record
from burdenshare.record.days import days_meant

SECTIONS = {
    "members",
    "groups",
    "guideline",
    "shares",
    "burden",
    "pledges",
    "officials",
    "meetings",
    "aid",
    "industry",
    "horizons",
    "posture",
    "positions",
}
RECORD = load_record()  # properties cannot take fixtures of one test only
ANY_DAY = st.dates(FOUNDED, RECORD.edition)
TOLD_DAYS = st.dates(date(2014, 1, 1), RECORD.edition)


def entries(view: View) -> list[Entry]:
    return [one for section in view.sections for one in section.entries]


def hindsight(view: View) -> list[str]:
    """Everything in the view that could not be known on its day, but for the meetings to come, which say so."""
    faults = []
    for one in entries(view):
        for origin in one.origins:
            if origin.released_on is not None and origin.released_on > view.day:
                faults.append(f"{one.key}: {origin.release} of {origin.released_on}")
            if origin.release and origin.released_on is None and view.day < view.edition:
                faults.append(f"{one.key}: {origin.release} has no day")
        meant = days_meant(one.on)
        if one.mark is Mark.LATER:
            assert any("may not have been known" in note for note in one.notes)
        elif meant is not None and meant[0] > view.day:
            faults.append(f"{one.key}: of {one.on}")
        if one.price is not None and one.price.on != view.day:
            faults.append(f"{one.key}: priced on {one.price.on}")
    return faults


@settings(max_examples=60, deadline=None)
@given(ANY_DAY)
def test_no_day_shows_what_came_later(day: date) -> None:
    view = view_of(RECORD, day)
    assert {one.id for one in view.sections} == SECTIONS
    assert hindsight(view) == []


@settings(max_examples=60, deadline=None)
@given(TOLD_DAYS)
def test_no_day_of_the_releases_shows_what_came_later(day: date) -> None:
    assert hindsight(view_of(RECORD, day)) == []


@settings(max_examples=40, deadline=None)
@given(TOLD_DAYS)
def test_commitments_officials_and_horizons_are_of_the_day(day: date) -> None:
    view = view_of(RECORD, day)
    made = {one.id: one for one in RECORD.commitments(on=day)}
    for section in ("pledges", "guideline"):
        assert {one.key for one in view.section(section).entries} <= set(made)
    held = {(one.person, one.office, one.entity): one.from_ for one in RECORD.tenures() if one.from_ <= day}
    for one in view.section("officials").entries:
        office, entity, person = one.key.split(":")
        assert held[person, office, entity] <= day
        assert RECORD.in_office(person, office, entity, day) is not False
    assert len(view.section("horizons").entries) == len(RECORD.horizons(on=day))


@settings(max_examples=40, deadline=None)
@given(TOLD_DAYS)
def test_marks_are_of_the_release_that_is_named_and_agree_with_its_count(day: date) -> None:
    shares = view_of(RECORD, day).section("shares")
    if not shares.release:
        assert not shares.entries and shares.lacks
        return
    counted = [one for one in shares.entries if one.mark is not Mark.OLDER]
    assert {origin.release for one in counted for origin in one.origins} <= {shares.release}
    assert all(
        origin.release != shares.release for one in shares.entries if one.mark is Mark.OLDER for origin in one.origins
    )
    year = next(int(one.period) for one in shares.entries)
    count = RECORD.count_at(year, threshold=shares.guideline or 2.0, as_of=day)
    assert count is not None
    meeting = sum(one.mark is Mark.MEETS for one in shares.entries)
    open_ = sum(one.mark in (Mark.OPEN, Mark.OLDER, Mark.UNKNOWN) for one in shares.entries)
    assert meeting <= count.high and count.low <= meeting + open_


@settings(max_examples=25, deadline=None)
@given(ANY_DAY, ANY_DAY)
def test_changes_are_told_from_the_older_day_whichever_is_given_first(one: date, other: date) -> None:
    first, second = view_of(RECORD, one), view_of(RECORD, other)
    found = compared(first, second)
    assert found == compared(second, first)
    assert found.first.day <= found.second.day
    if one == other:
        assert not found.changes and found.remarks
    for change in found.changes:
        assert change.before is None or change.before in entries(found.first)
        assert change.after is None or change.after in entries(found.second)


def test_edition_is_the_day_without_one(record: Record) -> None:
    assert view_of(record) == view_of(record, record.edition)


def test_day_after_the_edition_is_shown_as_the_edition_and_says_so(record: Record) -> None:
    view = view_of(record, record.edition + timedelta(days=9))
    assert view.day == record.edition
    assert "after the record's edition" in view.remarks[0]


def test_day_before_the_treaty_is_refused(record: Record) -> None:
    with pytest.raises(DateError, match="before the North Atlantic Treaty"):
        view_of(record, FOUNDED - timedelta(days=1))


def test_day_of_the_treaty_shows_twelve_members_and_names_what_is_missing(record: Record) -> None:
    view = view_of(record, FOUNDED)
    assert len(view.section("members").entries) == 12
    for name in ("shares", "burden", "guideline", "aid", "pledges"):
        assert view.section(name).lacks
    assert not view.section("shares").entries


def test_undated_figures_are_of_the_edition_alone(record: Record) -> None:
    undated = [one.release for entry in entries(view_of(record)) for one in entry.origins if one.released_on is None]
    assert any(undated)
    view = view_of(record, record.edition - timedelta(days=1))
    assert not any(one.release for entry in entries(view) for one in entry.origins if one.released_on is None)


def test_unknown_section_is_a_key_error(record: Record) -> None:
    with pytest.raises(KeyError):
        view_of(record).section("weather")
