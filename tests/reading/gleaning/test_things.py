"""People and things by the words around them: what is counted, whose it is, and what must stay unread."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Kind
from burdenshare.reading.tables import load_table
from tests.reading.conftest import Numbers, One

DAY = date(2025, 6, 5)
FACT, PROMISE = Kind.FACT, Kind.PROMISE

STRENGTH = [
    ("Belgium keeps 24,800 people under arms.", "BEL", 24800, FACT, "2025"),
    ("Russia's army has around 1.5 million active servicemen.", "RUS", 1500000, FACT, "2025"),
    ("The Bundeswehr has around 183,000 soldiers and is struggling to find recruits.", "DEU", 183000, FACT, "2025"),
    ("The British Army, with just over 70,000 full-time trained troops, is smaller.", "GBR", 70000, FACT, "2025"),
    ("The 73,000-strong British Army could not fight for long.", "GBR", 73000, FACT, "2025"),
    ("Ukraine's army of 880,000 is the most experienced in Europe.", "UKR", 880000, FACT, "2025"),
    ("Russia plans to expand its armed forces to 1.5 million soldiers.", "RUS", 1500000, PROMISE, ""),
    ("The Dutch leader said his country had 44,000 men under arms.", "NLD", 44000, FACT, ""),
    ("Romania: ~71,000 active personnel.", "ROU", 71000, FACT, "2025"),
]


@pytest.mark.parametrize(("text", "owner", "value", "kind", "period"), STRENGTH)
def test_strength_of_a_country(one: One, text: str, owner: str, value: float, kind: Kind, period: str) -> None:
    found = one(text, "military_personnel", DAY)
    assert found.value is not None
    assert (found.subject, found.value.central, found.unit) == ((owner,), value, "persons")
    assert (found.kind, found.period, found.likely) == (kind, period, True)


ABROAD = [
    ("Some 5,000 German troops will be permanently stationed in Lithuania by 2027.", "DEU", 5000, PROMISE),
    ("Estonia hosts 900 British troops.", "GBR", 900, FACT),
    ("The number of US troops in Europe has risen to more than 100,000.", "USA", 100000, FACT),
    ("Washington currently has some 90,000 troops on the continent.", "USA", 90000, FACT),
    ("Some 800 Canadians serve in Latvia.", "CAN", 800, FACT),
    ("NATO has eight battlegroups on its eastern flank, totalling some 10,000 troops.", "NATO", 10000, FACT),
    ("Sweden will send 600 soldiers to Latvia.", "SWE", 600, PROMISE),
]


@pytest.mark.parametrize(("text", "owner", "value", "kind"), ABROAD)
def test_stationed_abroad(told: Numbers, text: str, owner: str, value: float, kind: Kind) -> None:
    found = [(s.subject, s.value.central, s.kind) for s in told(text, "troops", DAY) if s.value is not None]
    assert found == [((owner,), value, kind)]
    assert told(text, "military_personnel", DAY) == []


THINGS = [
    ("Moscow's factories produce or refurbish 150 tanks each month.", "production", "RUS", 150, "tanks/month"),
    ("Ukraine requires no less than 5,000 rounds per day.", "requirement", "UKR", 5000, "rounds/day"),
    ("The alliance needs as many as 50 additional brigades.", "requirement", "NATO", 50, "brigades"),
    ("Germany would need up to 60,000 additional troops.", "requirement", "DEU", 60000, "persons"),
    ("Germany has 310 Leopard 2 tanks.", "holding", "DEU", 310, "tanks"),
    ("Lithuania, a nation of 2.8 million, plans to spend more.", "population", "LTU", 2.8e6, "persons"),
    ("America's population of 340 million pays for it.", "population", "USA", 340e6, "persons"),
    ("There are 140 million Russians.", "population", "RUS", 140e6, "persons"),
    ("A fivefold increase in air defence is what NATO requires.", "requirement", "NATO", 5, "times"),
]


@pytest.mark.parametrize(("text", "measure", "owner", "value", "unit"), THINGS)
def test_things(one: One, text: str, measure: str, owner: str, value: float, unit: str) -> None:
    found = one(text, measure, DAY)
    assert found.value is not None
    assert (found.subject, found.value.central, found.unit) == ((owner,) if owner else (), value, unit)
    assert found.likely


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Russia has about 5,580 nuclear warheads, the United States 5,044.", {"RUS": 5580, "USA": 5044}),
        ("France has 290 warheads and Britain 225, against Russia's 4,300.", {"FRA": 290, "GBR": 225, "RUS": 4300}),
        ("America and Russia own most warheads, the former 5,170 and the latter 5,420.", {"USA": 5170, "RUS": 5420}),
    ],
)
def test_the_noun_carries_over(told: Numbers, text: str, values: dict[str, float]) -> None:
    found = {s.subject[0]: s.value.central for s in told(text, "warheads", DAY) if s.value is not None}
    assert {**values, **found} == values
    assert len(found) >= 2


@pytest.mark.parametrize(
    ("text", "central", "period"),
    [
        ("It will take Russia at least five years to rebuild its army.", 5, ""),
        ("The general gives the West three years before Russia has restored its army.", 3, ""),
        ("Russia could attack NATO by 2029, a general said.", None, "2029"),
        ("By 2029, a general believes, the Kremlin will have rebuilt its army.", None, "2029"),
    ],
)
def test_adversarys_clock(one: One, text: str, central: float | None, period: str) -> None:
    found = one(text, "reconstitution", DAY)
    assert (found.subject, found.period, found.unit) == (("RUS",), period, "years")
    assert (found.value.central if found.value is not None else None) == central


def test_an_age_told_as_a_date(events: Numbers) -> None:
    found = [s for s in events("A decade ago today Moscow annexed Crimea.", on=date(2024, 3, 18)) if s.unit == "years"]
    assert [(s.period, s.value.central) for s in found if s.value is not None] == [("2014-03-18", 10.0)]


def test_figures_run_together_do_not_stop_the_reader(told: Numbers) -> None:
    assert told("Croatia 1.92,1 and Poland 23.4,5.", on=DAY) == []


UNREAD = [
    "Britain could send 10,000 soldiers to Ukraine.",
    "Does Germany have 180,000 soldiers?",
    "Germany does not have 200,000 soldiers.",
    "If Germany had 300,000 soldiers, it would be safe.",
    "Estonia denied that it had 10,000 soldiers in Ukraine.",
    "Poland has a police force of 100,000.",
    "Ukraine has lost 43,000 soldiers since the start of the war.",
    "The UK trained more than 50,000 Ukrainian troops.",
    "The number of women in the French army rose to 34,000.",
    "Latvia hosts a brigade of some 3,500 soldiers.",
    "Ukraine's population has fallen by 10 million since 2022.",
    "Poland has ordered 1,000 K2 tanks from South Korea.",
    "Russia has lost some 4,000 tanks since 2022.",
    "Ukraine fires about 6,000 rounds a day.",
    "North Korea has supplied Russia with six million shells.",
    "More than 5 million people signed the petition.",
    "Some 4 million Ukrainians have fled to the EU.",
    "Russia's economy could collapse within three years.",
    "Denmark wants to be ready by 2030, even if Russia may attack Ukraine again.",
    "Putin could end the war within two weeks.",
    "Merz promised the army 10,000 more soldiers this year.",
    'Rated wrong: "Britain has cut its armed forces to 20,000 people."',
]


@pytest.mark.parametrize("text", UNREAD)
def test_left_unread(told: Numbers, text: str) -> None:
    assert [(s.measure, s.words) for s in told(text, on=DAY)] == []


def test_every_row_has_a_reason_or_an_example() -> None:
    silent = [name for name, row in load_table("glean_things").items() if not (row.get("reason") or row.get("example"))]
    assert silent == []


def test_where_troops_are_sent_is_not_whose_they_are(told: Numbers) -> None:
    text = "NATO has deployed battlegroups to the Baltic states, with 3,000 troops in Estonia."
    assert [one.subject for one in told(text, "troops") if one.subject == ("BALTIC",)] == []
