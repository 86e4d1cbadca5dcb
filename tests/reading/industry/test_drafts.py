"""Industry figures in sentences of our own: whose, of what, which kind, of when, and how plainly."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers, One

ON = date(2026, 2, 10)
BACKLOG = "backlog/order backlog"
F_35 = "output/F-35 combat aircraft"
SHELLS = "output/155 mm artillery shells"

PLAIN = [
    (
        "Rheinmetall's order book stood at 63 billion euros at the end of June.",
        "Rheinmetall",
        BACKLOG,
        "2025-06",
    ),
    ("Leonardo closed 2025 with an order backlog of €46.6 billion.", "Leonardo", BACKLOG, "2025-12"),
    (
        "At the end of September 2025, Rheinmetall's backlog amounted to €63.8 billion.",
        "Rheinmetall",
        BACKLOG,
        "2025-09",
    ),
    (
        "Lockheed Martin handed over a record 191 F-35s in 2025.",
        "Lockheed Martin",
        F_35,
        "2025",
    ),
    ("Lockheed delivered 191 F-35 fighter jets last year.", "Lockheed Martin", F_35, "2025"),
    (
        "A record 191 F-35s were delivered by Lockheed Martin in 2025.",
        "Lockheed Martin",
        F_35,
        "2025",
    ),
    ("Nexter now builds six CAESAR howitzers a month.", "Nexter", "output/CAESAR howitzers", ""),
    ("KNDS has 350 Leopard 2A8 tanks on order.", "KNDS", "backlog/Leopard 2A8 tanks", ""),
    (
        "American plants turn out about 40,000 155-millimetre shells a month.",
        "USA",
        SHELLS,
        "",
    ),
    ("US output of 155mm shells stands at 40,000 a month.", "USA", SHELLS, ""),
    ("Russian shell production stands at 250,000 a month.", "RUS", "output/artillery shells", ""),
    ("Ukraine can make four million drones a year.", "UKR", "capacity/drones", ""),
    ("Rheinmetall will produce 700,000 shells a year.", "Rheinmetall", "target/artillery shells", ""),
    ("Hanwha delivers ten K9 howitzers a month.", "Hanwha", "output/K9 howitzers", ""),
]


@pytest.mark.parametrize(("text", "who", "basis", "period"), PLAIN)
def test_plain_sentences_name_maker_item_kind_and_time(one: One, text: str, who: str, basis: str, period: str) -> None:
    found = one(text, "production", ON)
    assert (found.subject, found.basis, found.period, found.likely) == ((who,), basis, period, False)
    assert (found.kind is Kind.PROMISE) is basis.startswith("target/")


LIKELY = [
    "Rheinmetall's ammunition backlog stood at 23 billion euros at the end of June 2025.",
    "Rheinmetall's vehicle division had an order backlog of 22 billion euros at the end of June 2025.",
    "Lockheed Martin was contracted to deliver 156 F-35s in 2025.",
    "Lockheed Martin delivered 75 F-35s to the US Air Force in 2025.",
    "Lockheed Martin delivered 142 F-35s in 2025 and 2024 combined.",
    "Lockheed Martin delivered another 40 F-35s in 2025.",
    "Rheinmetall's order book stood at 48.6 billion euros at the end of June, a year ago.",
    "Leonardo's helicopters business booked new orders of €5.2 billion in 2025.",
]


@pytest.mark.parametrize("text", LIKELY)
def test_parts_receivers_and_contracts_are_never_plain(told: Numbers, text: str) -> None:
    assert all(one.likely for one in told(text, "production", ON))


NONE = [
    "BAE Systems said its order backlog reached £77.8 billion.",
    "Lockheed Martin failed to deliver 250 F-35s in 2025.",
    "Lockheed Martin has delivered more than 1,200 F-35s.",
    "Lockheed Martin had delivered 1,290 F-35s by 2025.",
    "Could Lockheed Martin deliver 191 F-35s in 2025?",
    "Lockheed Martin delivered 72 more F-35s in 2025 than in 2024.",
    "Leonardo's backlog at the end of 2025 was 2.4 billion euros higher than a year before.",
    "Leonardo closed 2025 with revenues of €19.5 billion.",
    "Hensoldt, unlike Rheinmetall, had an order book of 7 billion euros at the end of June 2025.",
    "Poland has ordered 1,000 K2 tanks from South Korea.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_figures_name_no_kind_and_item(told: Numbers, text: str) -> None:
    assert not any("/" in one.basis for one in told(text, "production", ON))


def test_another_time_than_now_is_not_asked_as_now(told: Numbers) -> None:
    found = told("The United States produced 14,500 155mm shells a month before the war.", "production", ON)
    assert not any("/" in one.basis for one in found)


def test_up_from_is_the_year_before(told: Numbers) -> None:
    text = "Lockheed Martin handed over a record 191 F-35s in 2025, up from 110 the year before."
    found = [(one.value.central, one.period) for one in told(text, "production", ON) if one.value is not None]
    assert found == [(191, "2025"), (110, "2024")]


def test_handed_over_is_no_bound(one: One) -> None:
    found = one("Dassault handed over 26 Rafale fighters last year.", "production", ON)
    assert found.comparator == "="


def test_a_month_earlier_is_no_rate(told: Numbers) -> None:
    text = "In March the Commission said European capacity for 155 mm shells had reached 1 million a month earlier."
    assert [one.unit for one in told(text, "production", ON)] == ["rounds"]
    text = "European capacity for 155 mm shells has reached 100,000 a month."
    assert [one.unit for one in told(text, "production", ON)] == ["rounds/month"]


DATED = [
    (
        "In 2023 it was said that the EU makes shells. Breton stated in June 2024 that the EU would reach a production "
        "capacity of 1.7 million shells per year by the end of 2024.",
        [("EU", 1.7e6, "2024-12")],
    ),
    (
        "The EU will be able to produce one million shells by March or April of this year, Breton said.",
        [("EU", 1e6, "2024-03")],
    ),
    (
        "This year the EU will reach a production capacity of 1.7 million shells per year, and next year it plans to "
        "catch up with Russia, producing 2.5 million shells per year.",
        [("EU", 1.7e6, "2024"), ("EU", 2.5e6, "2025")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_output_is_of_its_own_time_and_maker(told: Numbers, text: str, expected: list[tuple[str, float, str]]) -> None:
    found = told(text, "production", date(2024, 7, 1))
    assert [(one.subject[0], one.value.central, one.period) for one in found if one.value is not None] == expected
