"""Which documents tell one story: by marks of their own, in one pass, however the sets are ordered."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.checking.stories.clusters import clusters_of
from burdenshare.checking.stories.features import WEIGHTS, Mark, shared, tied
from burdenshare.checking.stories.limits import JOINING_SCORE, STORY_GAP

DAY = date(2025, 2, 13)
SUMMIT: Mark = ("event", "The Hague summit")
RUTTE: Mark = ("speaker", "Mark Rutte")
FIGURE: Mark = ("figure", "expenditure of EUR_CAN in 2024")
TARGET: Mark = ("target", "NATO at 5 %")
COUNT: Mark = ("count", "who of NATO met 2 % in 2024")


def test_reports_of_one_meeting_are_one_story() -> None:
    marks = [frozenset({SUMMIT, RUTTE}), frozenset({SUMMIT, TARGET})]
    (story,) = clusters_of(marks, [DAY, DAY])
    assert story.members == (0, 1)
    assert story.held_by[0] == SUMMIT


def test_figures_and_targets_of_the_year_tie_nothing() -> None:
    common = {FIGURE, TARGET, COUNT, ("figure", "share_of_gdp of DEU in 2024")}
    assert shared(frozenset(common), frozenset(common))[0] >= JOINING_SCORE.value
    assert not tied(sorted(common))
    assert len(clusters_of([frozenset(common), frozenset(common)], [DAY, DAY])) == 2


def test_a_document_alone_names_what_it_shares_with_the_nearest() -> None:
    marks = [frozenset({SUMMIT, RUTTE}), frozenset({RUTTE, ("subject", "DEU"), ("word", "budget")})]
    first, second = clusters_of(marks, [DAY, DAY])
    assert (first.members, second.members) == ((0,), (1,))
    assert second.near == 0
    assert second.nearest == (RUTTE,)


def test_after_a_long_silence_another_story_begins() -> None:
    marks = [frozenset({SUMMIT, RUTTE})] * 2
    later = DAY + timedelta(days=int(STORY_GAP.value) + 1)
    assert len(clusters_of(marks, [DAY, later])) == 2
    assert len(clusters_of(marks, [DAY, DAY + timedelta(days=20)])) == 1


MARKS = st.frozensets(st.tuples(st.sampled_from(sorted(WEIGHTS)), st.sampled_from("abcdef")), min_size=0, max_size=12)


@given(st.lists(st.tuples(MARKS, st.none() | st.integers(0, 900)), min_size=1, max_size=25))
def test_every_document_is_in_exactly_one_story(given_: list[tuple[frozenset[Mark], int | None]]) -> None:
    marks = [one for one, _ in given_]
    days = [None if day is None else DAY + timedelta(days=day) for _, day in given_]
    found = clusters_of(marks, days)
    assert sorted(at for one in found for at in one.members) == list(range(len(marks)))
    assert clusters_of(marks, days) == found


@given(MARKS, MARKS)
def test_what_is_shared_is_worth_no_more_than_either_has(one: frozenset[Mark], other: frozenset[Mark]) -> None:
    score, common = shared(one, other)
    assert shared(other, one) == (score, common)
    assert score <= min(shared(one, one)[0], shared(other, other)[0])
    assert set(common) == one & other
