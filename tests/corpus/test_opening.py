"""Every record of a shard is looked at once, and has a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from burdenshare.corpus.model import Fate, Kind, Poison, Unwatched
from burdenshare.corpus.opening import Row, gathered
from burdenshare.corpus.spool import Spool
from burdenshare.errors import InputError
from tests.corpus.made import IDLE, SENTENCE, Followed, shard, text_file


def lines(folder: Path, count: int = 5) -> object:
    told = [json.dumps({"text": f"{SENTENCE} Dispatch {number}.", "title": f"No. {number}"}) for number in range(count)]
    return shard([text_file(folder, "wire.jsonl", "\n".join([*told, "{broken"]))], Kind.LINES)


def rows_of(one: object, poison: Poison | None = None, spool: Spool | None = None, watch: object = None) -> list[Row]:
    told = gathered(one, None, poison or Poison(), watch or Unwatched(), spool or Spool(None))  # type: ignore[arg-type]
    return list(told)


def test_each_record_has_a_row_with_its_place_and_fate(tmp_path: Path) -> None:
    rows = rows_of(lines(tmp_path))
    assert [one["row"] for one in rows] == list(range(6))
    assert [one["fate"] for one in rows] == ["read"] * 5 + ["unread"]
    assert rows[2]["title"] == "No. 2"
    assert rows[5]["reason"] == "no JSON that can be read"
    assert len({one["place"] for one in rows}) == 6
    assert len({one["document"] for one in rows[:5]}) == 5


def test_a_json_feed_in_a_folder_is_taken_apart(tmp_path: Path) -> None:
    items = [{"id": number, "content_html": f"<p>{SENTENCE} Dispatch {number}.</p>"} for number in range(2)]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "The Daily", "items": [*items, {"id": "empty"}]}
    rows = rows_of(shard([text_file(tmp_path, "feed.json", json.dumps(told))]))
    assert [(one["fate"], one.get("outlet")) for one in rows] == [("read", "The Daily")] * 2 + [("unread", None)]
    assert rows[2]["reason"] == "empty"


def test_what_is_on_other_subjects_is_not_opened(tmp_path: Path) -> None:
    idle = text_file(tmp_path, "idle.txt", IDLE * 40)
    mine = text_file(tmp_path, "mine.txt", IDLE * 40 + SENTENCE)
    other, read = rows_of(shard([idle, mine]))
    assert (other["fate"], other.get("text")) == (Fate.OTHER, None)
    assert (read["fate"], SENTENCE in read["text"]) == (Fate.READ, True)


def test_a_feed_gives_a_row_an_item_and_the_next_record_comes_behind_them(tmp_path: Path) -> None:
    item = f"<item><title>A</title><description>{SENTENCE} %d</description></item>"
    feed = "<rss version='2.0'><channel>" + "".join(item % number for number in range(3)) + "</channel></rss>"
    files = [text_file(tmp_path, "feed.xml", feed), text_file(tmp_path, "late.txt", SENTENCE)]
    rows = rows_of(shard(files))
    assert [one["row"] for one in rows] == [0, 1, 2, 3]
    assert [one["place"].endswith("late.txt") for one in rows] == [False, False, False, True]


def test_the_watch_knows_each_record_before_it_is_touched(tmp_path: Path) -> None:
    watch = Followed()
    rows_of(lines(tmp_path, 2), watch=watch)
    assert watch.told == [step for number in range(3) for step in (("reading", number), ("working", number))] + [
        ("reading", 3)
    ]


def test_a_record_that_ended_workers_is_set_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    watch = Followed()
    rows = rows_of(lines(tmp_path), Poison({1: "memory"}), watch=watch)
    assert [one["fate"] for one in rows] == ["read", "quarantined", "read", "read", "read", "unread"]
    assert rows[1]["reason"] == "memory"
    assert ("working", 1) not in watch.told


def test_a_record_that_cannot_be_taken_out_ends_the_shard_and_says_so(tmp_path: Path) -> None:
    rows = rows_of(lines(tmp_path), Poison(cut=3, reason="memory"))
    assert [one["fate"] for one in rows] == ["read"] * 3 + ["quarantined"]
    assert rows[3]["reason"] == "memory; what follows in the shard is not read"


def test_a_page_that_no_rule_foresaw_is_set_aside_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(source: object, on_fault: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("burdenshare.corpus.opening.held_in", fails)
    (row,) = rows_of(shard([text_file(tmp_path, "one.txt", SENTENCE)]))
    assert (row["fate"], row["reason"]) == (Fate.QUARANTINED, "crash (ZeroDivisionError)")


def test_too_little_memory_is_no_fault_of_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(source: object, on_fault: object) -> object:
        raise MemoryError

    monkeypatch.setattr("burdenshare.corpus.opening.held_in", fails)
    with pytest.raises(MemoryError):
        rows_of(shard([text_file(tmp_path, "one.txt", SENTENCE)]))


def test_what_was_opened_before_is_not_opened_again(tmp_path: Path) -> None:
    one = lines(tmp_path)
    first = Spool(tmp_path / "spool")
    before = rows_of(one, spool=first)
    first.leave()
    watch = Followed()
    assert rows_of(one, spool=Spool(tmp_path / "spool"), watch=watch) == before
    assert [step for step, _ in watch.told] == ["reading"] * 7


@pytest.mark.parametrize("change", ["longer", "gone"])
def test_sources_that_change_end_the_run_in_one_line(tmp_path: Path, change: str) -> None:
    file = text_file(tmp_path, "one.txt", SENTENCE)
    path = Path(file.path)
    path.write_text(SENTENCE * 2) if change == "longer" else path.unlink()
    with pytest.raises(InputError, match=r"has changed since the run began|cannot be read"):
        rows_of(shard([file]))
