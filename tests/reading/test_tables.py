"""The language tables: every row says why it is there, and no phrase is there twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import burdenshare.reading
from burdenshare.reading.numbers import number_at
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import tokenize
from burdenshare.reading.widths import COMPARATORS, interval

ROOM = Path(burdenshare.reading.__file__).parent
NAMES = sorted(path.stem for path in (ROOM / "tables").glob("*.toml"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.glob("*.py")))
ALL_CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.rglob("*.py")))


def rows(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every row of a table that holds `words`, with the name it goes by."""
    table = load_table(name)
    listed = [
        (f"{key}[{at}]", row) for key, held in table.items() if isinstance(held, list) for at, row in enumerate(held)
    ]
    named = [(key, row) for key, row in table.items() if isinstance(row, dict)]
    return [(key, row) for key, row in [*named, *listed] if isinstance(row, dict) and "words" in row]


def phrases() -> list[tuple[str, str, list[str]]]:
    return [(name, key, row["words"]) for name in NAMES for key, row in rows(name)]


@pytest.mark.parametrize("name", NAMES)
def test_table_parses_and_holds_something(name: str) -> None:
    assert load_table(name)


@pytest.mark.parametrize("name", ["cues", "events", "furniture", "hedges", "subjects", "words"])
def test_every_row_has_a_reason_or_an_example(name: str) -> None:
    silent = [key for key, row in rows(name) if not (row.get("reason") or row.get("example"))]
    assert silent == []


@pytest.mark.parametrize(("name", "key", "words"), phrases(), ids=lambda part: part if isinstance(part, str) else "")
def test_no_phrase_twice_in_one_class(name: str, key: str, words: list[str]) -> None:
    assert words, f"{name}: {key} is empty"
    assert [phrase for phrase, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize(("name", "key", "words"), phrases(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_phrase_is_in_its_low_form(name: str, key: str, words: list[str]) -> None:
    """Phrases are held against the low form of tokens: one with a capital could never be found."""
    if (name, key) == ("speech", "not_speakers") or dict(rows(name))[key].get("cased"):
        return  # these are compared as printed: names of countries keep their capital
    assert [phrase for phrase in words if phrase != phrase.casefold() or phrase != phrase.strip()] == []


def test_no_hedge_stands_under_two_rules() -> None:
    words = Counter((where.partition("[")[0], phrase) for where, row in rows("hedges") for phrase in row["words"])
    assert [phrase for phrase, count in words.items() if count > 1] == []  # a suffix may be a word of its own, too


def test_no_subject_phrase_stands_for_two_groups() -> None:
    words = [phrase for _, row in rows("subjects") for phrase in row["words"]]
    assert [phrase for phrase, count in Counter(words).items() if count > 1] == []


def test_every_hedge_rule_is_known_and_used() -> None:
    assert {row["rule"] for _, row in rows("hedges")} == set(COMPARATORS)


@pytest.mark.parametrize("row", [row for _, row in rows("hedges")], ids=lambda row: row["rule"])
def test_every_hedge_example_is_an_example_of_its_row(row: dict[str, Any]) -> None:
    words = re.split("→", row["example"])[0].replace("-", " ")
    assert any(f" {phrase} " in f" {words} " for phrase in row["words"])


@pytest.mark.parametrize("rule", sorted(COMPARATORS))
def test_every_rule_but_emphasis_changes_the_interval(rule: str) -> None:
    number = number_at(tokenize("7"), 0)
    assert number is not None
    assert (interval(number, rule) == interval(number, "plain")) is (rule == "plain")


@pytest.mark.parametrize("name", sorted(load_table("words")))
def test_every_list_of_words_is_used_in_the_code(name: str) -> None:
    assert word_list(name)
    assert re.search(rf"word_list\(\s*\"{name}\"", ALL_CODE), f"{name} is in words.toml and nowhere in the code"


@pytest.mark.parametrize("name", sorted(set(re.findall(r"word_list\(\s*\"(\w+)\"", ALL_CODE))))
def test_every_list_the_code_asks_for_is_there(name: str) -> None:
    assert name in load_table("words")


@pytest.mark.parametrize("name", [key for key, _ in rows("cues")])
def test_every_class_of_cues_is_used_in_the_code(name: str) -> None:
    assert re.search(rf"[\"']{name}[\"']", CODE), f"{name} is in cues.toml and nowhere in the code"


def cue_names_in_code() -> list[str]:
    asked = re.findall(
        r"(?:cue\w*|cues\.has|cues\.spans|hits\.get|_spans|_topic_noun)\(\s*(?:context,\s*)?\"(\w+)\"", CODE
    )
    return sorted(set(asked))


@pytest.mark.parametrize("name", cue_names_in_code())
def test_every_class_the_code_asks_for_is_there(name: str) -> None:
    assert name in load_table("cues") or name in load_table("events")


def test_every_currency_is_a_code_of_three_letters() -> None:
    units = load_table("units")
    codes = {*units["signs"].values(), *units["codes"].values(), *units["words"].values()}
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert all(code == value for code, value in units["codes"].items())


def test_number_words_are_worth_what_they_say() -> None:
    numbers = load_table("numbers")
    assert [numbers["units"][word] for word in ("zero", "one", "nine", "nineteen")] == [0, 1, 9, 19]
    assert sorted(numbers["tens"].values()) == list(range(20, 100, 10))
    assert {numbers["scales"][word] for word in ("billion", "bn", "b", "milliard")} == {1e9}


@pytest.mark.parametrize("key", ["spaces", "two words", "Ünïcode's"])
def test_word_lists_are_read_once_and_never_change(key: str) -> None:
    held = word_list("now_words")
    assert held is word_list("now_words")
    assert key not in held
