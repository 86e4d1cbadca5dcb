"""Sets of our own articles, each one event: told as a reader would tell them, and kept apart from each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.checking.model import CheckedDocument
from burdenshare.checking.stories import Story, tell
from burdenshare.checking.stories.model import Fit, Point, Topic
from burdenshare.errors import InputError
from burdenshare.record import Record
from tests.checking.stories.tellings import COUNTED, articles, document, entry, want

SETS = ("vilnius-2023", "madrid-2022", "hague-2025", "aid-2024", "budget-2025")


def told(name: str, record: Record) -> Story:
    (story,) = tell(articles(name), record).stories
    return story


def point(story: Story, topic: Topic, *parts: str) -> Point:
    (found,) = [one for one in story.points if one.asked.topic is topic and set(parts) <= set(one.asked.key)]
    return found


@pytest.mark.parametrize("name", SETS)
def test_each_set_is_one_story(name: str, record: Record) -> None:
    assert len(told(name, record).sources) == len(articles(name))


def test_sets_are_kept_apart(record: Record) -> None:
    stories = tell(articles(*SETS), record).stories
    days = [{one.day.year for one in story.sources if one.day} for story in stories]
    assert len(stories) == len(SETS)
    assert all(len(years) == 1 for years in days)


def test_the_order_of_the_files_changes_no_story(record: Record) -> None:
    given = articles(*SETS)

    def texts(documents: tuple[CheckedDocument, ...]) -> set[frozenset[str]]:
        return {frozenset(s.document.text for s in one.sources) for one in tell(documents, record).stories}

    assert texts(given) == texts(tuple(reversed(given)))


def test_the_same_call_gives_the_same_stories(record: Record) -> None:
    assert tell(articles(*SETS), record) == tell(articles(*SETS), record)


def test_a_copy_is_one_voice_and_its_correction_is_pointed_out(record: Record) -> None:
    story = told("vilnius-2023", record)
    (copies,) = story.copies
    assert copies.sources == (1, 2)
    assert story.voices == 3
    assert [(one.original.statement.words, one.copy.statement.words) for one in copies.changed] == [
        ("Eleven of the 31", "Nine of the 31")
    ]
    assert all({one.one.voice, one.other.voice} != {1} for held in story.points for one in held.differences)


def test_vilnius_in_june_contradicts_vilnius_in_july(record: Record) -> None:
    summit = point(told("vilnius-2023", record), Topic.OCCASION, "Vilnius summit")
    (clash,) = summit.contradictions
    assert {clash.one.source, clash.other.source} == {1, 4}
    assert summit.first is not None
    assert summit.first.source == 1


def test_eleven_of_31_and_about_a_third_agree(record: Record) -> None:
    count = point(told("vilnius-2023", record), Topic.COUNT, "2023")
    assert count.sides[0].voices == 2
    assert not count.contradictions


def test_opposed_actors_are_shown(record: Record) -> None:
    story = told("vilnius-2023", record)
    (issue,) = [one for one in story.issues if one.id == "ukraine_membership"]
    assert ("Volodymyr Zelenskyy", "Joe Biden") in {(one.earlier.actor, one.later.actor) for one in issue.opposed}


def test_nine_of_30_is_fewer_than_a_third(record: Record) -> None:
    count = point(told("madrid-2022", record), Topic.COUNT, "2022")
    assert {one.source for one in count.sides[0].tellings} == {1, 2, 3}
    assert all(one.fit is Fit.APART for one in count.differences)


def test_the_same_sum_over_2014_is_one_figure(record: Record) -> None:
    figure = point(told("madrid-2022", record), Topic.FIGURE, "extra_expenditure")
    assert figure.voices == 2
    assert figure.first is not None
    assert figure.first.speaker == "Jens Stoltenberg"


def test_a_wrong_due_year_of_a_decision_contradicts_the_right_one(record: Record) -> None:
    target = point(told("hague-2025", record), Topic.IN_FORCE, "5")
    (clash,) = target.contradictions
    assert {clash.one.source, clash.other.source} == {1, 3}


def test_a_former_president_in_office_contradicts(record: Record) -> None:
    office = point(told("hague-2025", record), Topic.OFFICE, "Donald Trump")
    assert [one.other.source for one in office.contradictions] == [3]


def test_aid_told_by_two_is_one_figure_each(record: Record) -> None:
    story = told("aid-2024", record)
    figures = [one for one in story.points if one.asked.topic is Topic.FIGURE]
    assert len(figures) >= 3
    assert all(one.voices == 2 and not one.differences for one in figures)


def test_a_document_alone_says_why(record: Record) -> None:
    given = (*articles("hague-2025"), *articles("aid-2024")[:1])
    alone = [one for one in tell(given, record).stories if len(one.sources) == 1]
    assert [bool(one.alone) for one in alone] == [True]


def test_undated_documents_are_kept_and_first_at_nothing(record: Record) -> None:
    first, second, third = articles("hague-2025")
    undated = replace(second, document=replace(second.document, published=None, published_from="none"))
    (story,) = tell([first, undated, third], record).stories
    assert [one.document.id for one in story.undated] == [second.document.id]
    assert all(one.first is None or one.first.told_on is not None for one in story.points)


def test_a_long_silence_ends_a_story(record: Record) -> None:
    said = entry(want(3.0)), entry(COUNTED)
    given = [document("a", date(2024, 1, 5), *said), document("b", date(2025, 1, 5), *said)]
    assert len(tell(given, record).stories) == 2


def test_no_document_is_refused(record: Record) -> None:
    with pytest.raises(InputError):
        tell([], record)
