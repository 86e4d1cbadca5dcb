"""Members, ages, offices, events: judged by the dates they carry, alike on both clocks (semantics §2, §8).

Dates were read in the raw tables of `commitments/` and `people/`.
"""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking import Verdict
from burdenshare.reading.model import Statement
from tests.checking.conftest import Ask
from tests.checking.statements import above, exactly, meeting, say, titled

S, C, D, X, U = Verdict.SUPPORTED, Verdict.CLOSE, Verdict.DEPENDS, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE


def verdict(ask: Ask, statement: Statement, on: date) -> Verdict:
    """The verdict on both clocks, which must be one."""
    checked = ask(statement, on)
    assert checked.then is not None
    assert checked.now is not None
    assert checked.then.verdict is checked.now.verdict
    return checked.then.verdict


@pytest.mark.parametrize(
    ("number", "on", "expected"),
    [
        (29, date(2019, 12, 6), S),
        (30, date(2019, 12, 6), X),
        (31, date(2023, 7, 7), S),
        (32, date(2024, 3, 20), S),
        (31, date(2024, 3, 7), D),  # the day Sweden joined: a text of that day may be older than the ceremony
        (31, date(2024, 3, 8), X),
    ],
)
def test_members_are_counted_on_the_day(ask: Ask, number: int, on: date, expected: Verdict) -> None:
    assert verdict(ask, say("members", "NATO", exactly(number), unit="allies"), on) is expected


def test_members_of_another_alliance_are_unverifiable(ask: Ask) -> None:
    assert verdict(ask, say("members", "OPEC", exactly(12)), date(2025, 1, 1)) is U


def test_members_of_a_year_named(ask: Ask) -> None:
    """2014: 28 members all year; 2017: 28, then 29 from 5 June."""
    on = date(2025, 1, 1)
    assert verdict(ask, say("members", "NATO", exactly(28), year=2014), on) is S
    assert verdict(ask, say("members", "NATO", exactly(29), year=2014), on) is X
    assert verdict(ask, say("members", "NATO", exactly(28), year=2017), on) is S


def test_an_accession(ask: Ask) -> None:
    """Finland joined on 2023-04-04, Sweden on 2024-03-07."""
    on = date(2024, 5, 1)
    assert verdict(ask, say("membership", "FIN", period="2023-04"), on) is S
    assert verdict(ask, say("membership", "SWE", period="2023"), on) is X
    assert verdict(ask, say("event", "SWE", event="joined NATO", period="2024-03-07"), on) is S


@pytest.mark.parametrize(("years", "expected"), [(75, S), (76, S), (77, C), (74, C), (80, X)])
def test_full_years_and_calendar_years_are_both_good_for_an_age(ask: Ask, years: int, expected: Verdict) -> None:
    """On 2025-03-27 the treaty of 1949-04-04 is 75 full years old, 76 by calendar years."""
    statement = say("event", "NATO", exactly(years), unit="years", event="NATO was founded # ago")
    assert verdict(ask, statement, date(2025, 3, 27)) is expected


def test_more_than_an_age_counts_the_days(ask: Ask) -> None:
    statement = say("event", "UKR", above(3), ">", unit="years", event="full-scale invasion of Ukraine # ago")
    assert verdict(ask, statement, date(2025, 6, 26)) is S
    assert verdict(ask, statement, date(2025, 1, 1)) is not S


def test_former_of_someone_in_office_is_contradicted(ask: Ask) -> None:
    former = titled("Donald Trump", "head_of_state", "USA", former=True)
    assert verdict(ask, former, date(2025, 2, 17)) is X
    assert verdict(ask, former, date(2022, 2, 17)) is S


def test_former_is_checked_against_the_day_of_what_is_told(ask: Ask) -> None:
    """Told of 2025-01-10, ten days before the second inauguration, in a text of February 2025."""
    told = titled("Donald Trump", "head_of_state", "USA", "2025-01-10", former=True)
    assert verdict(ask, told, date(2025, 2, 17)) is S


def test_a_title_wrong_for_the_day_told_and_right_for_the_text_hangs_on_the_day(ask: Ask) -> None:
    """Olaf Scholz was chancellor until 2025-05-06; told of 2022, "former" is the title of the text's own day."""
    june = date(2025, 6, 5)
    assert verdict(ask, titled("Olaf Scholz", "head_of_government", "DEU", "2022", former=True), june) is S
    assert verdict(ask, titled("Olaf Scholz", "head_of_government", "DEU", "2022-10-01", former=True), june) is D


def test_the_known_end_of_a_tenure_is_enough_where_the_successors_start_is_rough(ask: Ask) -> None:
    """Oleksii Reznikov left on 2023-09-03; the start of Rustem Umerov is graded C."""
    reznikov = titled("Oleksii Reznikov", "defence_minister", "UKR")
    assert verdict(ask, reznikov, date(2023, 9, 14)) is X
    assert verdict(ask, reznikov, date(2023, 9, 1)) is not X


def test_a_title_another_surely_held_is_contradicted(ask: Ask) -> None:
    """Bill Blair left on 2025-05-13."""
    checked = ask(titled("Bill Blair", "defence_minister", "CAN"), date(2025, 6, 5))
    assert checked.then is not None
    assert checked.then.verdict is X
    assert "David McGuinty" in checked.then.why
    assert verdict(ask, titled("Bill Blair", "defence_minister", "CAN"), date(2025, 5, 1)) is S


def test_a_title_the_record_cannot_place_is_unverifiable(ask: Ask) -> None:
    assert verdict(ask, titled("", "defence_minister", "CAN"), date(2025, 5, 1)) is U
    assert verdict(ask, titled("Nobody Known", "defence_minister", "MNE"), date(2023, 1, 1)) is U


def test_an_office_that_changed_within_the_month_told_depends(ask: Ask) -> None:
    """Mark Rutte took office as Secretary General on 2024-10-01; Trump on 2025-01-20."""
    assert verdict(ask, titled("Donald Trump", "head_of_state", "USA", "2025-01"), date(2025, 3, 1)) is D


@pytest.mark.parametrize(
    ("statement", "on", "expected"),
    [
        (meeting("summit", "2025-06", "The Hague"), date(2025, 3, 1), S),
        (meeting("summit", "2025-06", "NLD"), date(2025, 3, 1), S),
        (meeting("summit", "2025-07"), date(2025, 6, 2), X),
        (meeting("Washington summit", "2024-06", "Washington"), date(2024, 3, 20), X),
        (meeting("summit", "2025-06", "Madrid"), date(2025, 6, 2), X),
        (meeting("summit", "2025-09", "Madrid"), date(2025, 6, 2), U),  # neither place nor time: which is meant?
        (meeting("summit", "2022-04"), date(2022, 5, 1), U),  # three summits that year
        (meeting("summit", "2022-07", "Madrid"), date(2022, 5, 1), X),
        (meeting("summit", "2021-06", "Madrid"), date(2022, 3, 31), U),  # Brussels 2021 or Madrid 2022?
        (meeting("summit", "1999-04"), date(1999, 5, 1), U),  # before the calendar begins
        (meeting("defence ministers meeting", "2025-06-05", "Brussels"), date(2025, 6, 5), S),
        (meeting("defence ministers meeting", "2025-08"), date(2025, 6, 5), U),  # not listed completely
        (meeting("summit", "", "The Hague"), date(2025, 3, 1), S),
        (meeting("summit", "2014-09", "Wales"), date(2015, 3, 1), S),
        (meeting("birthday party", "2025-06"), date(2025, 6, 5), U),
        (meeting("full-scale invasion of Ukraine", "2022-02", subject="UKR"), date(2023, 7, 7), S),
        (meeting("full-scale invasion of Ukraine", "2022-03", subject="UKR"), date(2023, 7, 7), X),
    ],
)
def test_events(ask: Ask, statement: Statement, on: date, expected: Verdict) -> None:
    assert verdict(ask, statement, on) is expected


def test_a_month_the_reader_only_assumed_does_not_contradict(ask: Ask) -> None:
    """ "The upcoming summit in The Hague", read in March 2025: the words give no month."""
    statement = say("event", "NATO", event="summit", place="Hague", period="2025-03", period_from="assumed")
    assert verdict(ask, statement, date(2025, 3, 1)) is S


def test_a_wrong_month_says_by_how_much(ask: Ask) -> None:
    """The Hague, 2025-06-24/25: six days before July."""
    then = ask(meeting("summit", "2025-07"), date(2025, 6, 2)).then
    assert then is not None
    assert (then.distance, then.distance_unit) == (6.0, "days")
    assert then.sources


@pytest.mark.parametrize(
    ("person", "office", "entity", "on", "former"),
    [
        ("Joe Biden", "head_of_state", "USA", date(2025, 1, 20), False),
        ("Donald Trump", "head_of_state", "USA", date(2025, 1, 20), True),
        ("Jens Stoltenberg", "secretary_general", "NATO", date(2024, 10, 1), False),
    ],
)
def test_on_the_day_of_a_handover_both_titles_are_right_for_a_part_of_it(
    ask: Ask, person: str, office: str, entity: str, on: date, former: bool
) -> None:
    told = titled(person, office, entity, str(on), former=former)
    assert verdict(ask, told, on) is D
    later = on.replace(day=on.day + 2)
    assert verdict(ask, titled(person, office, entity, str(later), former=former), later) is X


def test_a_tenure_is_told_no_more_precisely_than_it_was_read(ask: Ask) -> None:
    """Dan Caine took office in 2025, on a day not read, and was last seen in it on 2026-03-18."""
    then = ask(titled("Dan Caine", "chief_of_defence", "USA"), date(2026, 4, 10)).then
    assert then is not None
    assert then.verdict is U
    assert "from 2025, last seen 2026-03-18" in then.why
