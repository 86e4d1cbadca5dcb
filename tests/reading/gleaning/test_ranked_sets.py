"""Places told with their set and their measure: what is plain, what is only likely, and what is of something else."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

PLAIN = [
    ("In dollars, Germany is the alliance's number two in 2026.", ("DEU",), 2, "expenditure"),
    ("In absolute terms Britain is Europe's biggest defence spender in 2019.", ("GBR", "EUR"), 1, "expenditure"),
    ("Italy is the EU's third-largest defence spender by dollars in 2026.", ("ITA", "EU_ALLIES"), 3, "expenditure"),
    ("Of the EU members of the alliance, Lithuania spends the highest share of GDP on defence in 2026.",
     ("LTU", "EU_ALLIES"), 1, "share_of_gdp"),
    ("Germany is the largest defence spender in dollars among the G7 countries in Europe.",
     ("DEU", "DEU+FRA+GBR+ITA"), 1, "expenditure"),
    ("Among the Nordic allies Denmark spends the largest share of GDP.", ("DNK", "NORDIC"), 1, "share_of_gdp"),
    ("Poland spends a larger slice of its economy on defence than any other ally.", ("POL",), 1, "share_of_gdp"),
    ("Germany's armed forces are the third biggest in the alliance by headcount.", ("DEU",), 3, "military_personnel"),
    ("France ranks seventh among the allies by size of defence budget in 2026.", ("FRA",), 7, "expenditure"),
    ("Greece is in the top five of the alliance by share of GDP.", ("GRC",), 5, "share_of_gdp"),
    ("Europe's biggest defence spender, Germany, wants more.", ("DEU", "EUR"), 1, ""),
    ("In 2025 Germany was the biggest single donor of military aid to Ukraine.", ("DEU",), 1, "aid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "place", "by"), PLAIN)
def test_a_plain_place(reading: Read, text: str, subject: tuple[str, ...], place: int, by: str) -> None:
    (found,) = [one for one in reading(text).statements if one.measure == "rank"]
    assert (found.subject, found.by, found.likely) == (subject, by, False)
    assert found.value is not None
    assert found.value.high == place


@pytest.mark.parametrize(
    "text",
    [
        "Turkey, which has NATO's second-largest army, hosts the summit.",  # one branch of the forces
        "Britain was Europe's biggest spender on defence.",  # of which year?
    ],
)
def test_a_likely_place(reading: Read, text: str) -> None:
    found = [one for one in reading(text).statements if one.measure == "rank"]
    assert all(one.likely for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Poland has the world's ninth-largest army.",
        "Germany is the second-largest contributor to NATO's common budget.",
        "Germany hosts more American soldiers than any other European ally.",
        "Latvia spends the highest share of its budget on defence of any ally.",
        "Estonia has the highest share of women in its armed forces of any ally.",
        "Germany's budget rose more in dollars than any other ally's in 2026.",
        "Germany is among Europe's biggest defence spenders.",
        "Belgium is second to last in the alliance by share of GDP.",
        "Germany is the biggest spender on refugees in Europe.",
        "Germany is NATO's second-largest spender on ammunition.",
        "Britain, once the second-largest spender in the alliance, wants more.",
    ],
)
def test_no_place(reading: Read, text: str) -> None:
    assert not [one for one in reading(text).statements if one.measure == "rank"]


def test_one_named_among_a_set(reading: Read) -> None:
    text = "Only Britain, among the G7 countries in Europe, spent more than 2.2% of GDP on defence in 2024."
    (found,) = reading(text).statements
    assert (found.measure, found.subject, found.against) == ("exceptions", ("DEU+FRA+GBR+ITA",), ("GBR",))


@pytest.mark.parametrize(
    ("text", "who", "place", "period"),
    [
        ("The United States has given more aid to Ukraine than any other country.", ("USA",), 1, ""),
        ("Washington has contributed more than any other ally to Ukraine's defence.", ("USA",), 1, ""),
        ("The US has spent more on defending Ukraine than any other NATO ally.", ("USA",), 1, ""),
        ("Germany is the second-largest donor of military aid to Ukraine in NATO.", ("DEU",), 2, ""),
        ("Germany is the second-largest donor to Ukraine after the US.", ("DEU",), 2, ""),
        ("In 2025 Germany gave more military aid to Ukraine than any other country.", ("DEU",), 1, "2025"),
        ("Germany has given more to Ukraine than any other country in Europe.", ("DEU", "EUR"), 1, ""),
    ],
)
def test_a_place_by_what_ukraine_was_given_is_one_of_aid(
    reading: Read, text: str, who: tuple[str, ...], place: int, period: str
) -> None:
    (one,) = [one for one in reading(text).statements if one.measure == "rank"]
    assert (one.subject, one.by, one.period) == (who, "aid", period)
    assert one.value is not None and one.value.central == place


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Since Russia's invasion of Ukraine, Poland spends more on defence than any other ally.", [""]),
        ("Poland has sent more tanks to Ukraine than any other ally.", []),
        ("Estonia gives more to Ukraine relative to its size than any other ally.", []),
        ("Denmark has given more aid to Ukraine as a share of its GDP than any other country.", []),
        ("Germany has given more to Ukraine, and spends more on defence than any other European ally.", [""]),
    ],
)
def test_what_is_no_sum_of_aid_is_no_place_by_it(reading: Read, text: str, measures: list[str]) -> None:
    assert [one.by for one in reading(text).statements if one.measure == "rank"] == measures
