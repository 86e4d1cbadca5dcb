"""A statement about aid and `support` read the same books: what one says, the other bears out."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.alliance.aid import aid
from burdenshare.record import Record

AUGUST, MAY = date(2026, 8, 20), date(2026, 5, 10)


def answer(record: Record, text: str, on: date) -> tuple[str, str]:
    (one,) = bs.check(text, on=on, record=record).to_dict()["statements"]
    return one["then"]["verdict"], one["then"]["why"]


def told(record: Record, donor: str, on: date, **asked: str) -> float:
    report = bs.support(donors=[donor], on=on, record=record, **asked)  # type: ignore[arg-type]
    assert report.standing is not None
    found = report.standing.given(report.standing.shown[0])
    assert found is not None
    return found.value / 1e9


@pytest.mark.parametrize("on", [AUGUST, MAY])
@pytest.mark.parametrize(
    ("words", "donor", "asked"),
    [
        ("Germany has given Ukraine aid worth {:.1f} billion euros.", "Germany", {}),
        ("Europe has allocated {:.0f} billion euros in aid to Ukraine.", "EUROPE", {}),
        ("Britain has given Ukraine {:.1f} billion euros in military aid.", "GBR", {"kind": "military"}),
        ("Germany gave Ukraine aid worth {:.1f} billion euros in 2025.", "DEU", {"since": "2025", "until": "2025"}),
        ("Europe gave Ukraine {:.0f} billion euros in 2025.", "EUROPE", {"since": "2025", "until": "2025"}),
        ("Germany has committed {:.1f} billion euros in aid to Ukraine.", "DEU", {"definition": "commitment"}),
    ],
)
def test_what_support_tells_is_supported_on_its_day(
    record: Record, words: str, donor: str, asked: dict[str, str], on: date
) -> None:
    verdict, why = answer(record, words.format(told(record, donor, on, **asked)), on)
    assert verdict == "supported", why
    release = "29" if on == AUGUST else "28"
    assert f"release {release}" in why


def test_europe_and_the_united_states_are_compared_inside_the_release_of_the_day(record: Record) -> None:
    for on, release in ((AUGUST, "29"), (MAY, "28")):
        report = bs.support(on=on, record=record)
        assert report.standing is not None
        side = next(one for one in report.standing.sides if one.group == "EUROPE")
        verdict, why = answer(record, "Europe has given Ukraine more aid than the United States.", on)
        assert verdict == "supported" and f"release {release}" in why
        assert side.times is not None and f"{side.times:.2f}".rstrip("0") in why


def test_shares_of_gdp_are_the_releases_own(record: Record) -> None:
    report = bs.support(on=AUGUST, record=record)
    assert report.standing is not None
    estonia = report.standing.given("EST")
    assert estonia is not None and estonia.share is not None
    verdict, why = answer(record, "Estonia has given aid to Ukraine worth 3.1 percent of its GDP.", AUGUST)
    assert verdict == "supported" and f"{estonia.share.value:.2f} %" in why
    verdict, why = answer(record, "The United States has given Ukraine aid worth 0.6 percent of GDP.", AUGUST)
    assert verdict == "supported" and "release 28" in why  # release 29 prints no ratio of theirs: none is made up


def test_places_among_donors_of_a_year_are_the_same(record: Record) -> None:
    report = bs.support(since="2025", until="2025", kind="military", on=AUGUST, record=record)
    assert report.standing is not None
    first = next(one for one in report.standing.donors if one.place == 1)
    assert first.donor == "DEU"
    text = "In 2025 Germany was the biggest single donor of military aid to Ukraine."
    verdict, why = answer(record, text, date(2026, 8, 20))
    assert verdict == "supported", why


def test_before_the_first_table_a_page_alone_judges(record: Record) -> None:
    on = date(2024, 5, 1)
    verdict, why = answer(record, "Europe has given Ukraine more aid than the United States.", on)
    assert verdict == "supported" and "2024-04-25 (page)" in why
    verdict, _ = answer(record, "Germany gave Ukraine aid worth 5.6 billion euros in 2023.", on)
    assert verdict == "unverifiable"  # what later releases book of those months is for today alone


def test_a_check_goes_by_what_support_says_it_goes_by(record: Record) -> None:
    """`support` leads with release 30, of a secondary page; what it says of a check is what a check says."""
    report = bs.support(on=record.edition, record=record)
    assert report.standing is not None and report.standing.checked is not None
    shares, given = report.standing.checked.shares, report.standing.checked.given
    for donor, name in (("DNK", "Denmark"), ("NOR", "Norway"), ("SWE", "Sweden")):
        said = f"{name} has given aid to Ukraine worth {shares[donor].value:.2f} percent of its GDP."
        verdict, why = answer(record, said, record.edition)
        assert verdict == "supported" and f"release {shares[donor].release}" in why
    verdict, why = answer(record, f"Germany has given Ukraine {given['DEU'].value / 1e9:.1f} billion euros.", AUGUST)
    assert verdict == "supported" and "release 29" in why


def judged_now(record: Record, text: str, on: date) -> tuple[str, str]:
    (one,) = bs.check(text, on=on, record=record).to_dict()["statements"]
    return one["now"]["verdict"], one["now"]["why"]


@pytest.mark.parametrize(
    ("on", "said", "verdict", "why"),
    [
        # an undated sum of an old text runs to the day of the text, by the months the newest release books today
        ("2024-05-01", "Germany has given Ukraine 13.8 billion euros", "supported", "2022-01-24/2024-04-30"),
        ("2025-06-20", "Germany has given Ukraine 21.1 billion euros", "supported", "2022-01-24/2025-05-31"),
        # who quotes the tracker quotes its last release, whose months end some before
        ("2025-06-20", "Germany has given Ukraine 16.8 billion euros", "depends", "2022-01-24/2025-04-30"),
        # a sum that no months of the day come near stays open: governments count more than the tracker
        ("2025-06-20", "Germany has given Ukraine 44 billion euros", "unverifiable", "release 29"),
        ("2025-06-20", "Germany has given Ukraine 84 billion euros", "contradicted", "release 29"),
        ("2025-03-02", "The United States has given Ukraine more aid than Europe", "depends", "allocation/military"),
    ],
)
def test_now_asks_an_old_text_of_its_own_day(record: Record, on: str, said: str, verdict: str, why: str) -> None:
    text = f"{said}." if "aid" in said else f"{said} in aid."
    found, told = judged_now(record, text, date.fromisoformat(on))
    assert found == verdict and why in told, told


@pytest.mark.parametrize("on", [AUGUST, MAY])
def test_the_view_of_the_alliance_tells_the_same_sums(record: Record, on: date) -> None:
    report = bs.support(on=on, record=record)
    assert report.standing is not None
    for entry in aid(record, on).entries:
        found = report.standing.given(entry.actors[0])
        assert found is not None and entry.value == pytest.approx(found.value), entry.label
