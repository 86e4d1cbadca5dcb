"""Answers of the World Bank's interface: one whole page, or a refusal that says what to ask."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from burdenshare.intake.macro import answers
from burdenshare.intake.macro.model import Wanted
from burdenshare.intake.model import DeliveryError
from tests.intake.macro.made import FILE

WANTED = Wanted(frozenset({"SP.POP.TOTL"}), lambda code, number, subject: code == "DEU")
ABOUT: dict[str, Any] = {
    "page": 1,
    "pages": 1,
    "per_page": 50,
    "total": 1,
    "sourceid": "2",
    "lastupdated": "2026-07-13",
}
VALUE: dict[str, Any] = {
    "indicator": {"id": "SP.POP.TOTL", "value": "Population, total"},
    "country": {"id": "DE", "value": "Germany"},
    "countryiso3code": "DEU",
    "date": "2024",
    "value": 83517030,
    "unit": "",
    "obs_status": "",
    "decimal": 0,
}


def read(about: dict[str, Any], *values: Any) -> answers.Answer:
    return answers.read(FILE, json.dumps([{**about, "total": len(values)}, list(values)]).encode(), WANTED)


def test_values_become_series() -> None:
    found = read(ABOUT, VALUE, {**VALUE, "date": "2023", "value": None}, {**VALUE, "countryiso3code": "WLD"})
    german, world = found.series
    assert (german.code, german.subject, german.place) == ("DEU", "SP.POP.TOTL", "value 1 (DEU, SP.POP.TOTL, 2024)")
    assert [(cell.year, cell.value) for cell in german.cells] == [(2024, "83517030"), (2023, None)]
    assert world.cells == ()
    assert found.updated == date(2026, 7, 13)


def test_digits_are_kept_as_they_stand() -> None:
    raw = json.dumps([ABOUT, [VALUE]]).replace("83517030", "0.1234567890123456789").encode()
    (german,) = answers.read(FILE, raw, WANTED).series
    assert german.cells[0].value == "0.1234567890123456789"


def test_other_indicators_and_groups_are_left_out() -> None:
    group = {**VALUE, "countryiso3code": "", "country": {"id": "XX", "value": "Not classified"}}
    found = read(ABOUT, {**VALUE, "indicator": {"id": "X"}}, group, {**VALUE, "date": "2024Q1"})
    assert [one.text for one in found.left_out] == ["1 values: X", "1 values: Not classified", "1 values: 2024Q1"]


def test_one_of_several_pages_is_refused_with_what_to_ask() -> None:
    about = {**ABOUT, "pages": 333, "total": 16625}
    with pytest.raises(DeliveryError, match=r"is page 1 of 333; ask for all in one page: add &per_page=16625"):
        answers.read(FILE, json.dumps([about, [VALUE]]).encode(), WANTED)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ([{"message": [{"id": "120", "key": "k", "value": "Not valid"}]}], "error of the World Bank's: Not valid"),
        ([ABOUT, None], "is an answer without values"),
        ([ABOUT], "is no answer of the World Bank's"),
        ({"page": 1}, "is no answer of the World Bank's"),
        ([{**ABOUT, "total": 2}, [VALUE]], "holds 1 values of 2"),
        ([{**ABOUT, "pages": "1"}, [VALUE]], "does not say how many pages"),
        ([{**ABOUT, "sourceid": "25"}, [VALUE]], "database 25, not of the Development Indicators; add &source=2"),
        ([{**ABOUT, "lastupdated": "July"}, [VALUE]], "lastupdated: 'July' is no day"),
        ([ABOUT, [5]], "value 1: is no value"),
        ([ABOUT, [{**VALUE, "indicator": "SP.POP.TOTL"}]], "value 1: lacks its indicator"),
        ([ABOUT, [{**VALUE, "date": 2024}]], "value 1: lacks its indicator, its country or its date"),
        ([ABOUT, [{**VALUE, "value": "83517030"}]], r"value 1 \(DEU, SP.POP.TOTL, 2024\): '83517030' is no number"),
        ([ABOUT, [{**VALUE, "value": True}]], "'True' is no number"),
        ([ABOUT, [{**VALUE, "unit": "thousands"}]], "is given in 'thousands'"),
        ([ABOUT, [{**VALUE, "obs_status": "F"}]], "is marked as a forecast"),
    ],
)  # fmt: skip
def test_an_answer_in_doubt_is_refused(answer: Any, told: str) -> None:
    with pytest.raises(DeliveryError, match=told):
        answers.read(FILE, json.dumps(answer).encode(), WANTED)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[",
        b"\xff\xfe",
        b"[NaN]",
        b"[Infinity]",
        b"[" * 200_000,
        b"[1e" + b"9" * 30 + b"]",
        b"[" + b"9" * 9999 + b"]",
    ],
)
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(DeliveryError):
        answers.read(FILE, raw, WANTED)


def test_a_huge_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_BYTES", 10)
    with pytest.raises(DeliveryError, match="is larger than"):
        read(ABOUT, VALUE)


def test_an_answer_is_known_by_its_beginning() -> None:
    assert answers.looks_like(json.dumps([ABOUT, [VALUE]]))
    assert answers.looks_like('\ufeff [{"message":[{"id":"120","key":"Invalid value","value":""}]}]')
    assert not answers.looks_like('[{"page": 1}]')
    assert not answers.looks_like("Country Code,Indicator Code,2024")
