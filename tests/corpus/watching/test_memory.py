"""What a watch knows: steps that are done whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from burdenshare.corpus.watching.memory import FORM, NAME, Memory
from burdenshare.corpus.watching.model import Found, Known, Standing, Told
from burdenshare.errors import InputError

FEED = "https://example.org/feed.xml"
DAY = date(2026, 2, 18)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    made = Memory(tmp_path / NAME)
    yield made
    made.close()


def found(key: str, digest: str = "1") -> Found:
    return Found(key, f"https://example.org/{key}", "Title", "Jane", DAY, "Text \u2028 “quoted”", digest)


def document(shard: int, row: int, fate: str = "read", digest: str = "hash") -> dict[str, list[dict[str, object]]]:
    return {"documents": [{"shard": shard, "row": row, "fate": fate, "document": digest, "published": DAY}]}


def test_entries_are_new_once_and_changed_when_their_words_are(memory: Memory) -> None:
    assert memory.asked(Standing(FEED), [found("a"), found("b")]) == (2, 0)
    assert memory.asked(Standing(FEED), [found("a"), found("b")]) == (0, 0)
    (first, second) = memory.waiting()
    memory.read(first, [], None, [])
    assert memory.asked(Standing(FEED), [found("a", "2"), found("b", "2")]) == (0, 2)
    waiting = {one.found.key: one for one in memory.waiting()}
    assert waiting["a"].changed  # read before
    assert not waiting["b"].changed  # still waiting as it was met first, with its newest words
    assert waiting["b"].found == found("b", "2")
    assert second.found == found("b")


def test_a_standing_is_kept_as_it_is(memory: Memory) -> None:
    told = Standing(FEED, '"1"', "Tue", FEED, "https://example.org/new", 12.5, 3, True, "is gone")
    memory.asked(told)
    assert memory.standing(FEED) == told
    assert memory.standing("https://example.org/never") == Standing("https://example.org/never")


def test_an_entry_is_read_whole_or_not_at_all(memory: Memory) -> None:
    memory.asked(Standing(FEED), [found("a")])
    (one,) = memory.waiting()
    known = Known("a", 1, "hash", 20260218, 0, FEED)
    with pytest.raises(KeyError):  # the second document breaks the step in its middle
        memory.read(one, [document(20260218, 0), {"documents": [{}]}], known, [])
    assert memory.next_place(DAY) == (20260218, 0)
    assert memory.place_of("hash") is None
    assert memory.article("a") is None
    assert len(list(memory.waiting())) == 1
    memory.read(one, [document(20260218, 0)], known, [Told("x", '{"event": "contradicted"}')])
    assert memory.next_place(DAY) == (20260218, 1)
    assert memory.place_of("hash") == (20260218, 0)
    assert memory.article("a") == known
    assert list(memory.waiting()) == []
    assert memory.count("contradicted") == 1


def test_what_is_told_once_is_not_told_again(memory: Memory) -> None:
    memory.asked(Standing(FEED), [found("a"), found("b")])
    for number, one in enumerate(memory.waiting()):
        line = Told("same", '{"event": "contradicted"}')
        memory.read(one, [document(20260218, number)], None, [line])
    assert len(list(memory.told())) == 1


def test_days_go_only_forward(memory: Memory) -> None:
    memory.asked(Standing(FEED), [found("a")])
    (one,) = memory.waiting()
    memory.read(one, [document(20260218, 0)], None, [])
    assert memory.next_place(date(2025, 1, 1)) == (20260218, 1)
    assert memory.next_place(date(2026, 2, 19)) == (20260219, 0)


def test_a_value_is_kept_from_the_first_time_on(memory: Memory) -> None:
    assert memory.value("begun", "then") == "then"
    assert memory.value("begun", "later") == "then"
    assert len(memory.token) == 32


def test_another_form_and_another_database_are_refused(tmp_path: Path) -> None:
    Memory(tmp_path / NAME).close()
    with sqlite3.connect(tmp_path / NAME) as held:
        held.execute(f"PRAGMA user_version = {FORM + 1}")
    with pytest.raises(InputError, match=f"is of form {FORM + 1}, and this reads {FORM}"):
        Memory(tmp_path / NAME)
    with sqlite3.connect(tmp_path / "other.sqlite") as held:
        held.execute("CREATE TABLE mine (x)")
    with pytest.raises(InputError, match="is of form 0"):
        Memory(tmp_path / "other.sqlite")
