"""Industry figures held against the rows: only the very same decides, what is alike never refutes."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.model import Checked
from burdenshare.record import Record

CASES = [
    # the very same maker, item, kind and time, told by the maker or counted by an institute
    ("Rheinmetall's order book stood at 63 billion euros at the end of June.", "2025-09-25", "supported"),
    ("Rheinmetall's order book stood at 6 billion euros at the end of June.", "2025-09-25", "contradicted"),
    ("Leonardo closed 2025 with an order backlog of €46 billion.", "2026-03-01", "close"),
    ("Leonardo closed 2025 with an order backlog of €26.6 billion.", "2026-03-01", "contradicted"),
    ("Lockheed Martin delivered 191 F-35s in 2024.", "2026-02-10", "contradicted"),
    ("Belgium got 45 percent of its arms imports from the United States in 2021-25.", "2026-03-12", "contradicted"),
    # a person's word, an estimate, or another rate: depended on, never refuting
    ("Ukraine can make four million drones a year.", "2024-11-02", "depends"),
    ("Moscow's factories are churning out 3 million shells per year.", "2024-04-02", "depends"),
    ("Russia produces 2.5 million shells a month.", "2024-04-02", "unverifiable"),
    ("Ukraine builds more than 20 Bohdana howitzers a month.", "2025-05-02", "depends"),
    # kinds are never compared with each other
    ("Rheinmetall produced 700,000 artillery shells in 2024.", "2025-09-20", "unverifiable"),
    ("Ukraine produced four million drones in 2024.", "2024-12-20", "unverifiable"),
    ("Lockheed Martin built 600 PAC-3 MSE interceptors in 2025.", "2026-02-10", "unverifiable"),
    # plans
    ("Nexter aims to build eight CAESAR guns a month from January 2024.", "2023-11-02", "supported"),
    ("Nexter aims to build 80 CAESAR guns a month from January 2024.", "2023-11-02", "unverifiable"),
    # rates of one month differ between those who told them
    ("Nexter built four CAESAR howitzers a month in October 2023.", "2023-11-02", "unverifiable"),
    ("Nexter built 60 CAESAR howitzers a month in October 2023.", "2023-11-02", "contradicted"),
    # parts, and a year still running
    (
        "Rheinmetall's ammunition backlog stood at 23 billion euros at the end of June 2025.",
        "2025-09-25",
        "unverifiable",
    ),
    ("Lockheed Martin delivered 98 F-35s in 2025.", "2025-08-20", "unverifiable"),
    # not yet told on the day
    ("Lockheed Martin delivered 191 F-35s in 2025.", "2026-01-02", "unverifiable"),
    ("Rheinmetall's order book stands at 6 billion euros.", "2025-09-25", "unverifiable"),
]


def told(record: Record, text: str, on: str) -> Checked:
    """The one industry figure of a text."""
    checked = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    [found] = [one for one in checked if one.statement.basis]
    return found


@pytest.mark.parametrize(("text", "on", "verdict"), CASES)
def test_then(record: Record, text: str, on: str, verdict: str) -> None:
    found = told(record, text, on).then
    assert found is not None
    assert found.verdict == verdict, found.why


def test_now_sees_what_was_told_later(record: Record) -> None:
    found = told(record, "Lockheed Martin delivered 191 F-35s in 2025.", "2026-01-02").now
    assert found is not None
    assert found.verdict == "supported"


def test_a_running_year_is_refuted_on_neither_clock(record: Record) -> None:
    found = told(record, "Lockheed Martin delivered 98 F-35s in 2025.", "2025-08-20").now
    assert found is not None
    assert found.verdict == "unverifiable"


def test_what_is_missing_is_said(record: Record) -> None:
    found = told(record, "Hanwha delivers ten K9 howitzers a month.", "2022-11-01").then
    assert found is not None
    assert "Hanwha" in found.why


def test_what_was_told_on_a_day_nobody_knows_counts_from_the_end_of_its_month_and_says_so(record: Record) -> None:
    """Two sources of June 2025 have 40,000 rounds a month; of neither is the day known."""
    text = "The United States makes 40,000 155mm shells a month."
    (one,) = bs.check(text, on=date(2025, 6, 20), record=record).checked.checked
    assert one.then is not None and one.then.verdict == "unverifiable"
    assert "stated by that day: USA, 155 mm artillery shells (output), 2023-09: 28000" in one.then.why
    assert "2025-06: 40000 rounds/month" in one.then.why and "counts from 2025-06-30" in one.then.why
    assert one.now is not None and one.now.verdict == "supported"
    assert "2024-09: 40000" in one.now.why and "and since, as said" in one.now.why
    (other,) = bs.check(text.replace("40", "55"), on=date(2025, 7, 20), record=record).checked.checked
    assert other.then is not None and "said and not counted: it refutes nothing" in other.then.why
