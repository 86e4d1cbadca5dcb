"""Horizons in articles: a saying is held against the record's row of that speaker and time, the future never."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.model import Checked, Verdict
from burdenshare.checking.said_horizons import together
from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.exports.claimreview import reviewer_of, reviews_of, unrated

FEBRUARY = date(2026, 2, 20)


def entry(text: str, on: date = FEBRUARY) -> Checked:
    (found,) = [one for one in bs.check(text, on=on).checked.checked if one.statement.measure == "reconstitution"]
    return found


def verdicts(text: str, on: date = FEBRUARY) -> tuple[Verdict, Verdict]:
    found = entry(text, on)
    assert found.then is not None and found.now is not None
    assert found.then.rule == found.now.rule == "said_so"
    return found.then.verdict, found.now.verdict


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte said in June 2025 that Russia could attack NATO within five years.",
        "In December 2025 Mark Rutte said that Russia could be ready to use force against NATO within five years.",
        "Boris Pistorius said in 2024 that Russia could attack NATO in five to eight years.",
        "Carsten Breuer said in July 2024 that Russia would be able to attack NATO territory in five to eight years.",
        "Bruno Kahl said in October 2024 that Russia could attack NATO by 2030.",
        "Carsten Breuer said on 1 June 2025 that Russia could attack NATO within four years.",
    ],
)
def test_what_stands_in_the_record_was_said(text: str) -> None:
    assert verdicts(text) == (Verdict.SUPPORTED, Verdict.SUPPORTED)
    found = entry(text)
    assert found.now is not None
    assert "that it was said stands in the record" in found.now.why
    assert "what comes of it nobody can judge" in found.now.why
    assert found.now.sources and found.now.sources[0].startswith("https://")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mark Rutte said in June 2025 that Russia will attack NATO within five years.", "not plainly the same"),
        (
            "Mark Rutte said in June 2025 that Russia could rebuild its forces within five years.",
            "not plainly the same",
        ),
        ("Rutte said in June 2025 that Russia could attack NATO within three to seven years.", "on a condition"),
        ("Mark Rutte said in June 2025 that Russia could attack Poland within five years.", "not plainly the same"),
    ],
)
def test_the_same_years_in_other_words_depend(text: str, why: str) -> None:
    assert verdicts(text) == (Verdict.DEPENDS, Verdict.DEPENDS)
    found = entry(text)
    assert found.now is not None and why in found.now.why


@pytest.mark.parametrize(
    "text",
    [
        "Carsten Breuer said on 23 July 2024 that Russia could attack NATO within two years.",
        "On 11 December 2025 Mark Rutte said that Russia could attack NATO within two years.",
        "On 11 December 2025 Mark Rutte said that Russia could attack NATO in ten to fifteen years.",
    ],
)
def test_another_number_on_the_very_day_of_the_only_row_is_contradicted(text: str) -> None:
    assert verdicts(text) == (Verdict.CONTRADICTED, Verdict.CONTRADICTED)
    found = entry(text)
    assert found.now is not None and "the record has it otherwise" in found.now.why


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte said in December 2025 that Russia could attack NATO within two years.",  # no day: he may have
        "On 9 June 2025 Mark Rutte said that Russia could attack NATO within two years.",  # another row a fortnight on
        "Carsten Breuer said on 23 July 2024 that Russia could attack NATO within six years.",  # inside his range
        "On 11 December 2025 Mark Rutte said that Russia could attack NATO within about two years.",
        "On 11 December 2025 Mark Rutte said that Russia will attack NATO within two years.",
        "On 11 December 2025 Mark Rutte said that Russia could attack Estonia within two years.",
        "On 11 December 2025 Mark Rutte did not say that Russia could attack NATO within two years.",
        "Jens Stoltenberg said on 9 June 2023 that Russia could attack NATO within two years.",  # no row of his
        "Kaupo Rosin said on 29 December 2025 that Russia could attack NATO within two years.",  # his row sees no sign
        "Carsten Breuer said on 1 June 2025 that Russia could attack NATO within two years.",  # a row of 2025
        "Dariusz Lukowski said on 5 August 2025 that Russia could attack NATO within two years.",
    ],
)
def test_whatever_is_not_sure_contradicts_nothing(text: str) -> None:
    found = entry(text)
    assert found.then is not None and found.now is not None
    assert {found.then.verdict, found.now.verdict} <= {Verdict.UNVERIFIABLE, Verdict.DEPENDS}


def test_the_future_is_never_judged() -> None:
    for words in (
        "Russia could attack NATO within five years",
        "Mark Rutte said Russia could attack NATO within five years",
    ):
        assert verdicts(f"{words}.") == (Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE)


def test_each_clock_has_the_rows_published_by_it() -> None:
    """A row that has only its year counts from the year's last day on."""
    text = "Boris Pistorius said in 2024 that Russia could attack NATO in five to eight years."
    assert verdicts(text, date(2024, 11, 4)) == (Verdict.UNVERIFIABLE, Verdict.SUPPORTED)


def test_beside_it_stand_the_horizons_of_the_day_the_speakers_own_first() -> None:
    found = entry("Boris Pistorius said Russia could attack NATO within five years.", date(2025, 6, 30))
    assert found.then is not None
    head, first, *rest = found.then.context
    assert head.startswith("stated horizons of 2025-06-30, attack on an ally: 7 statements, half of them fall before")
    assert first.startswith("Boris Pistorius in 2024: 5 to 8 years")
    assert rest[0].startswith("Mark Rutte on 2025-06-23: 3 to 7 years")
    assert not [line for line in found.then.context if "2025-07" in line]


def test_before_anybody_spoke_no_curve_is_told(record: Record) -> None:
    assert together(record, date(2020, 1, 1)) == ()


def test_a_forecast_gets_no_rating_for_publication() -> None:
    report = bs.check("Mark Rutte said in June 2025 that Russia could attack NATO within five years.", on=FEBRUARY)
    for one in report.checked.checked:
        if one.statement.measure == "reconstitution":
            assert "nobody can rate" in unrated(one)
    reviewer = reviewer_of("A desk", "https://example.org/check")
    with pytest.raises(InputError, match="no statement can be reviewed"):
        reviews_of([report], reviewer)
