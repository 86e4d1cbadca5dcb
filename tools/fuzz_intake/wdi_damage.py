"""Damages to an answer of the World Bank's interface: to what it says of itself, and to its values."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tools.fuzz_intake.macro_damage import Damage

ABOUT: tuple[tuple[str, Any], ...] = (
    ("pages", 2), ("pages", 0), ("pages", "1"), ("pages", None), ("pages", True), ("pages", 1.0), ("total", 5),
    ("total", "x"), ("total", None), ("lastupdated", "abc"), ("lastupdated", None), ("lastupdated", "2919-01-01"),
    ("lastupdated", "2099-01-01"), ("lastupdated", "2026-13-01"), ("lastupdated", 20260713),
    ("lastupdated", "07/13/2026"), ("lastupdated", ["2026-07-13"]),
)  # fmt: skip
"""What an answer may wrongly say of itself."""

VALUES: tuple[tuple[str, Any], ...] = (
    ("value", "abc"), ("value", "5"), ("value", True), ("value", [5]), ("value", {"value": 5}), ("value", -5),
    ("date", 2020), ("date", "2020Q1"), ("date", "20200"), ("date", None), ("date", "٢٠٢٠"), ("date", ["2020"]),
    ("countryiso3code", "deu"), ("countryiso3code", ""), ("countryiso3code", None), ("countryiso3code", 5),
    ("countryiso3code", "DEU\n"), ("indicator", None), ("indicator", {}), ("indicator", "NY.GDP.MKTP.CD"),
    ("indicator", {"id": "NY.GDP.MKTP.XX"}), ("indicator", {"id": 5}), ("unit", "thousands"), ("unit", 1000),
    ("obs_status", "F"),
)  # fmt: skip
"""What a value may wrongly hold."""

RAW = ("NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e99999999999", "9" * 5000, "0x10", "1.", ".5", "01", "+5")
"""Digits that are no JSON, or no number that can be kept."""


def of_answers(content: bytes, chance: Random, each: int) -> Iterator[Damage]:
    """Damages to one answer; `each` of every kind that is left to chance."""
    about, values = json.loads(content)
    for name, held in ABOUT:
        yield f"another {name}", _written({**about, name: held}, values), False
        yield f"no {name}", _written({key: one for key, one in about.items() if key != name}, values), False
    for name, held in VALUES:
        spot = _kept(values, chance)
        yield f"another {name}", _written(about, _with(values, spot, {**values[spot], name: held})), False
        yield f"no {name}", _written(about, _with(values, spot, _without(values[spot], name))), name == "value"
    for raw in RAW:
        spot = _kept(values, chance)
        marked = _written(about, _with(values, spot, {**values[spot], "value": "MARK"}))
        yield "digits that are no number", marked.replace(b'"MARK"', raw.encode()), False
    for _ in range(each):
        yield from _by_chance(about, values, chance)
    yield from _whole(content, about, values)


def _by_chance(about: Any, values: list[Any], chance: Random) -> Iterator[Damage]:
    one, other = _kept(values, chance), _kept(values, chance)
    yield "a value lost", _written(about, values[:one] + values[one + 1 :]), False
    yield "a value twice", _written({**about, "total": len(values) + 1}, [*values, values[one]]), False
    twice = {**values[one], "value": 17.5}
    yield "a value told otherwise", _written({**about, "total": len(values) + 1}, [*values, twice]), False
    named = {**values[one], "countryiso3code": values[other]["countryiso3code"], "date": values[other]["date"]}
    if named["countryiso3code"] != values[one]["countryiso3code"] or named["date"] != values[one]["date"]:
        yield "a name of another value", _written(about, _with(values, one, named)), False
    number = {**values[one], "value": chance.choice((12345678901, 0.5, 3.25e12))}
    yield "another number", _written(about, _with(values, one, number)), True
    yield "no number", _written(about, _with(values, one, {**values[one], "value": None})), True
    shuffled = copy.copy(values)
    chance.shuffle(shuffled)
    yield "values in another order", _written(about, shuffled), False
    yield "something among the values", _written(about, _with(values, one, chance.choice((None, 5, "x", [])))), False


def _whole(content: bytes, about: Any, values: list[Any]) -> Iterator[Damage]:
    message = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter is not valid"}]}]
    others: tuple[Any, ...] = (message, [], {}, [about], [about, None], [about, {}], [about, values, []], values, 5)
    for other in (*others, [values, about]):
        yield "another answer", json.dumps(other).encode(), False
    yield "deeply nested", b'[{"page":1,"pages":1,"total":1},' + b"[" * 200_000, False
    yield "deeply nested objects", b'[{"page":' + b'{"a":' * 100_000, False
    yield "a list without end", b'[{"page":1,"pages":1,"total":1},[' + b"1," * 3_000_000, False
    yield "something behind it", content + b"]", False
    yield "two answers", content + content, False
    for named in ("utf-16", "utf-8-sig", "utf-32", "cp037"):
        yield f"encoded as {named}", content.decode().encode(named), False
    for power in (3, 6, 9):
        scaled = [{**one, "value": one["value"] / 10**power if one["value"] else None} for one in values]
        yield "every number in another scale", _written(about, scaled), False
    yield "every code with its end cut", content.replace(b'"DEU"', b'"DE"'), False


def _kept(values: list[Any], chance: Random) -> int:
    """The place of a value that the record keeps."""
    return chance.choice([n for n, one in enumerate(values) if one["value"] and one["countryiso3code"] == "DEU"])


def _with(values: list[Any], spot: int, one: Any) -> list[Any]:
    return [*values[:spot], one, *values[spot + 1 :]]


def _without(one: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: held for key, held in one.items() if key != name}


def _written(about: Any, values: Any) -> bytes:
    return json.dumps([about, values]).encode()
