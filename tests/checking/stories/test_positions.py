"""Stands need an actor, words of their own and a side; only plain ones are held against each other."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.stories.model import Telling
from burdenshare.checking.stories.movement import movements_of
from burdenshare.checking.stories.positions import issues_of
from burdenshare.reading.issues import names_issue, takes_sides_plainly
from burdenshare.reading.model import Kind, Modality, Mode, Speaker, Statement
from burdenshare.record import Record
from tests.checking.stories.tellings import NOWHERE, telling, want

FEBRUARY, JUNE = date(2025, 2, 13), date(2025, 6, 2)


def stand(
    actor: str, text: str, direction: str, issue: str = "ukraine_membership", modality: Modality = Modality.OPINION
) -> Statement:
    speaker = Speaker(actor, mode=Mode.QUOTE)
    return Statement(
        "s1",
        NOWHERE,
        NOWHERE,
        text,
        Kind.POSITION,
        speaker=speaker,
        modality=modality,
        issue=issue,
        direction=direction,
    )


def told(*stands: Statement) -> list[Telling]:
    """The first on one day, the second months later."""
    return [telling(one, day, at) for at, (one, day) in enumerate(zip(stands, (FEBRUARY, JUNE), strict=False), start=1)]


FOR = "Ukraine's place is in NATO and its future is in NATO"
AGAINST = "NATO membership for Ukraine is unrealistic and off the table"


def test_a_change_of_side_by_one_actor_is_a_shift() -> None:
    told = [
        telling(stand("A. Minister", FOR, "for"), FEBRUARY),
        telling(stand("A. Minister", AGAINST, "against"), JUNE, 2),
    ]
    (issue,) = issues_of(told, ())
    assert [(one.earlier.direction, one.later.direction) for one in issue.shifts] == [("for", "against")]
    assert issue.opposed == ()


def test_two_actors_on_two_sides_are_opposed() -> None:
    told = [
        telling(stand("A. Minister", FOR, "for"), FEBRUARY),
        telling(stand("B. Minister", AGAINST, "against"), JUNE, 2),
    ]
    (issue,) = issues_of(told, ())
    assert issue.shifts == ()
    assert [(one.earlier.actor, one.later.actor) for one in issue.opposed] == [("A. Minister", "B. Minister")]


def test_words_that_do_not_name_the_issue_take_no_side() -> None:
    vague = "We will not be able to accept any agreements without us"
    told = [
        telling(stand("A. Minister", FOR, "for"), FEBRUARY),
        telling(stand("B. Minister", vague, "against"), JUNE, 2),
    ]
    (issue,) = issues_of(told, ())
    assert issue.opposed == ()
    assert [(one.actor, one.direction, one.plain) for one in issue.stands][1] == ("B. Minister", "", False)


def test_what_is_denied_or_supposed_is_no_side_against_others() -> None:
    for modality in (Modality.DENIAL, Modality.HYPOTHETICAL):
        other = stand("B. Minister", AGAINST, "against", modality=modality)
        (issue,) = issues_of(told(stand("A. Minister", FOR, "for"), other), ())
        assert issue.opposed == ()


def test_a_stand_without_an_actor_is_none() -> None:
    assert issues_of([telling(stand("", FOR, "for"))], ()) == ()


def test_the_same_words_by_the_same_actor_are_one_stand_told_again() -> None:
    same = stand("A. Minister", FOR, "for")
    (issue,) = issues_of([telling(same, FEBRUARY), telling(same, FEBRUARY, 2)], ())
    ((one,),) = [issue.stands]
    assert [again.source for again in one.repeats] == [2]


def test_targets_in_numbers_are_stands_and_their_shifts_are_flagged(record: Record) -> None:
    held = told(want(3.0), want(4.0))
    (issue,) = issues_of(held, movements_of(held, record, JUNE))
    assert issue.id == "spending_target"
    assert [one.why for one in issue.shifts] == ["a higher target"]


def test_sides_are_plain_only_without_a_negation_near() -> None:
    assert takes_sides_plainly("Ukraine deserves an invitation", "ukraine_membership") == "for"
    assert takes_sides_plainly("NATO membership is off the table", "ukraine_membership") == "against"
    assert takes_sides_plainly("Not with an end date, not as part of a peace settlement", "peace_talks") == ""
    assert names_issue("Ukraine will become a member of the alliance", "ukraine_membership")
    assert not names_issue("any agreements without us", "ukraine_membership")
