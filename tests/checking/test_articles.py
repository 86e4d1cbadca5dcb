"""The facts and events of the five reports that started the project, with the verdicts expected of each.

Recorded values named here were read from the raw rows of `nato/expenditure.csv` and `nato/headlines.csv`, summed and
divided by hand, not taken from this package.
"""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking import Verdict
from burdenshare.reading.model import Interval, Kind, Statement
from tests.checking.conftest import Ask
from tests.checking.statements import (
    A_THIRD,
    TWO_THIRDS,
    above,
    below,
    count,
    exactly,
    growth,
    level,
    meeting,
    say,
    target,
    titled,
)

MINISTERS = date(2025, 2, 13)
PARIS = date(2025, 2, 17)
MARCH = date(2025, 3, 27)
JUNE = date(2025, 6, 2)

S, C, D, X, U = "supported", "close", "depends", "contradicted", "unverifiable"

ROWS: list[tuple[str, date, Statement, str, str]] = [
    ("23 of the 32", MINISTERS, count(23, 2024), S, X),
    ("32 member countries", MINISTERS, say("members", "NATO", exactly(32), unit="allies"), S, S),
    ("two per cent of gross domestic product", MINISTERS, target(2.0), S, S),
    (
        "a third still do not",
        MINISTERS,
        say("fraction_at_guideline", "NATO", A_THIRD, year=2024, below=True, unit="fraction", holes="denominator"),
        C,
        X,
    ),
    ("Canada falls short", MINISTERS, say("share_of_gdp", "CAN", below(2.0), "<", year=2024, unit="%"), S, S),
    ("producing more and faster", MINISTERS, say("", ""), U, U),
    ("$485 billion", MINISTERS, level("EUR_CAN", 485, 2024), D, D),
    ("20% increase", MINISTERS, growth("EUR_CAN", 20, 2024), C, C),
    (
        "two-thirds are now spending",
        MINISTERS,
        say("fraction_at_guideline", "NATO", TWO_THIRDS, period_from="now", unit="fraction"),
        C,
        X,
    ),
    ("exceed 3%", MINISTERS, target(3.0, ">"), U, U),
    (
        "$700 billion on the European side",
        PARIS,
        say(
            "extra_expenditure",
            "EUR",
            Interval(650e9, 750e9, central=700e9),
            "~",
            year=2024,
            unit="USD",
            baseline="2017",
            baselines=("2017", "2016"),
            holes="group baseline",
        ),
        D,
        D,
    ),
    ("former President", PARIS, titled("Donald Trump", "head_of_state", "USA", "2025-02-17", former=True), X, X),
    ("emergency summit in Paris", PARIS, meeting("emergency summit", "2025-02", "Paris", ""), S, S),
    ("76 years ago", MARCH, say("event", "NATO", exactly(76), unit="years", event="NATO, established # ago"), S, S),
    ("three years ago", MARCH, say("event", "UKR", exactly(3), unit="years", event="invasion of Ukraine"), S, S),
    ("former President Trump", MARCH, titled("Donald Trump", "head_of_state", "USA", "2025-03-13", former=True), X, X),
    ("Vice President JD Vance", MARCH, titled("JD Vance", "vice_president", "USA", "2025-03"), S, S),
    ("Polish Prime Minister", MARCH, titled("Donald Tusk", "head_of_government", "POL", "2025-03-26"), S, S),
    ("summit in the Netherlands in June", MARCH, meeting("summit", "2025-06", "Netherlands"), S, S),
    ("current guideline of 2%", MARCH, target(2.0, kind=Kind.FACT), S, S),
    ("well north of 3%", MARCH, say("guideline", "NATO", above(3.25), ">", kind=Kind.PROMISE, unit="%"), U, U),
    ("July summit", JUNE, meeting("summit", "2025-07"), X, X),
    ("2% target, agreed in 2014", JUNE, target(2.0, kind=Kind.FACT, period="2014", period_from="explicit"), S, S),
    (
        "three to five to seven years",
        JUNE,
        say("reconstitution", "NATO", Interval(3.0, 7.0), "between", kind=Kind.PROMISE, unit="years"),
        U,
        U,
    ),
    ("considerably more than the 2%", JUNE, target(2.0, ">"), U, U),
    ("all 32 Allies", JUNE, say("members", "NATO", exactly(32), unit="allies"), S, S),
]


@pytest.mark.parametrize(("words", "on", "statement", "then", "now"), ROWS, ids=[row[0] for row in ROWS])
def test_the_five_reports(ask: Ask, words: str, on: date, statement: Statement, then: str, now: str) -> None:
    checked = ask(statement, on)
    assert checked.then is not None
    assert checked.now is not None
    assert (checked.then.verdict, checked.now.verdict) == (Verdict(then), Verdict(now)), (
        checked.then.why,
        checked.now.why,
    )


def test_every_verdict_says_why_and_shows_how_it_was_derived(ask: Ask) -> None:
    for _, on, statement, _, _ in ROWS:
        for judgement in (ask(statement, on).then, ask(statement, on).now):
            assert judgement is not None
            assert judgement.why
            assert judgement.reading
            assert judgement.derivation is not None
            decided = judgement.verdict is not Verdict.UNVERIFIABLE
            assert not decided or judgement.evidence or judgement.sources


def test_what_a_judgement_on_a_count_tells(ask: Ask) -> None:
    """23 in June 2024, 22 in April 2025, 18 in August 2025, 17 in July 2026 (counted in the raw shares of 2024)."""
    now = ask(count(23, 2024), MINISTERS).now
    assert now is not None
    assert (now.recorded, now.distance, now.distance_unit, now.band) == (17.0, 6.0, "allies", 1)
    assert any(
        "2024-06: 23 allies; 2025-04: 22 allies; 2025-08: 18 allies; 2026-07: 17 allies" in line for line in now.context
    )
    assert "the whole release 2025-08 says 18 allies" in now.why


def test_a_level_between_the_bases_names_both(ask: Ask) -> None:
    """506,692 million at current and 430,112 at 2015 prices in June 2024; 515,198 and 479,916 in July 2026."""
    checked = ask(level("EUR_CAN", 485, 2024), MINISTERS)
    assert checked.then is not None
    assert checked.now is not None
    assert "430.1 billion USD" in checked.then.why
    assert "506.7 billion USD" in checked.then.why
    assert "479.9 billion USD" in checked.now.why
    assert "another base year would give it" in checked.now.why


def test_the_extra_spending_of_europe_names_its_reading(ask: Ask) -> None:
    """Europe without Canada over 2016, current prices, summed 2017 to 2024: 738.0 billion in June 2024."""
    statement = next(row[2] for row in ROWS if row[0].startswith("$700"))
    then = ask(statement, PARIS).then
    assert then is not None
    assert then.recorded == pytest.approx(738.03e9, rel=1e-4)
    assert then.reading == "release 2024-06, over 2016, at current prices, summed over the years"
    assert len(then.tried) == 15
