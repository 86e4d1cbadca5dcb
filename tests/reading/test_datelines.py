"""The day of a text, as its own lines print it."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.datelines import FORMS, dateline
from tests.reading.documents.files import PROSE

DAY = date(2025, 2, 13)


@pytest.mark.parametrize(
    "line",
    [
        "13 February 2025",
        "Feb. 13, 2025",
        "2025-02-13",
        "Thursday, February 13th, 2025",
        "Published: Thu, 13 Feb 2025 14:05 GMT",
        "First published: 13 February 2025 with more behind it",
        "By Jane Doe, 13 February 2025 | 4 min read",
        "AFP - Issued on: 13/02/2025 - 17:26",
        "02/13/2025",
        "13.02.2025",
        "February 13, 2025 at 3:04 PM EST",
        "BRUSSELS, Feb. 13, 2025 (Reuters) - The alliance said",
        "BRUSSELS, February 13 (Reuters) 2025",
        "Brussels, 13 February 2025 – The alliance said",
        "TALLINN, Estonia, Feb 13, 2025 (AP) — The alliance said",
        "Washington, D.C., February 13, 2025 - The alliance said",
    ],
)
def test_dateline_is_the_day_of_the_text(line: str) -> None:
    assert dateline(f"A headline\n\n{line}\n\n{PROSE}") == DAY
    assert dateline(PROSE * 30 + line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "On 24 February 2022 – the day Russia invaded – allies met.",
        "Since 24 February 2022",
        "Published on 17 June 2024, the report counts 23 allies.",
        "24 February 2022 was a Thursday.",
        "The 2014-09-05 pledge",
        "03/02/2025",
        "30 February 2025",
        "BRUSSELS, June 25 (Reuters) - no year",
        "They met in Madrid, 29 June 2022, and again in Vilnius.",
        "In Warsaw, 2024. Germany spent 2.12 percent.",
        "WARSAW, 2024. Germany spent 2.12 percent.",
        "WARSAW 2024 was a summit. Germany spent 2.12 percent.",
        "Madrid, 29 June 2022. Allies met.",
        "NATO MET IN MADRID, 29 June 2022. Allies agreed.",
        "NATO, 24 February 2022. Those two words changed it.",
        "BRUSSELS, June 25. Allies met.",
        "WARSAW, 2024-06-18.Germany",
        "MADRID, 29 June 2022. and no sentence behind it",
        "NATO said in BRUSSELS, 13 February 2025. It was late.",
    ],
)
def test_date_inside_a_sentence_is_not_the_day_of_the_text(line: str) -> None:
    assert dateline(f"A headline\n{line}\n{PROSE}") is None
    assert dateline(f"{line}\n{PROSE}") is None


@pytest.mark.parametrize(
    "line",
    [
        "WARSAW, 2025-02-13. Germany spent 2.12 percent.",
        "THE HAGUE, Feb. 13, 2025. Spain said",
        "THE HAGUE, Netherlands, February 13, 2025. “Spain will not,” it said",
        "BRUSSELS, 13 February 2025. 23 allies met it.",
        "WASHINGTON, D.C., Thursday, February 13, 2025. The alliance said",
        "BERLIN, Feb. 13, 2025. — The alliance said",
    ],
)
def test_dateline_may_end_with_a_full_stop_at_the_very_beginning_only(line: str) -> None:
    assert dateline(f"{line}\n{PROSE}") == dateline(f"\n  {line} {PROSE}") == DAY
    assert dateline(f"Timeline\n{line}\n{PROSE}") is None
    assert dateline(PROSE * 30 + line) is None
    assert dateline(f"In {line}\n{PROSE}") is None


def test_dateline_in_the_middle_of_a_long_text_does_not_count() -> None:
    assert dateline(PROSE * 20 + "13 February 2025\n" + PROSE * 20) is None


def test_every_form_of_a_day_has_an_example_that_it_reads() -> None:
    for form in FORMS:
        assert dateline(form.example.split(";")[0].split(",")[0] if "/" in form.example else form.example.split(";")[0])
