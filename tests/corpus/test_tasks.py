"""A task commits its parts, then its mark; what was done before is told and not done again."""

from __future__ import annotations

import gc
import json
from hashlib import sha256
from pathlib import Path

import pytest

from burdenshare._version import __version__
from burdenshare.corpus.manifest import Manifest, writer
from burdenshare.corpus.model import Shard, Unwatched
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.corpus.tables import TABLES, part_name, rows_in
from burdenshare.corpus.tasks import GATHER, JUDGE, Task, commit_name, done, gathered_name, seen_name, seldom_collected
from burdenshare.errors import InputError, OutputError
from burdenshare.record import load_record
from tests.corpus.made import IDLE, SENTENCE, Followed, manifest, shard, text_file


@pytest.fixture
def one(tmp_path: Path) -> Shard:
    """A shard of three texts, the last of them a copy."""
    told = {"a.txt": SENTENCE, "b.txt": IDLE * 40, "c.txt": SENTENCE}
    return shard([text_file(tmp_path, name, text) for name, text in told.items()])


def begun() -> Manifest:
    return manifest(code=__version__, writer=writer(), record=load_record().version)


def out(folder: Path) -> Storage:
    return storage_at(str(folder / "out"))


def test_gathering_and_judging_commit_what_they_say(tmp_path: Path, one: Shard) -> None:
    storage = out(tmp_path)
    assert done(Task(GATHER, one, storage.place, begun()), Unwatched()).rows == {"gathered": 3}
    assert storage.names("") == [gathered_name(one.name), seen_name(one.name)]
    answer = done(Task(JUDGE, one, storage.place, begun(), copies={2: "0:0"}), Unwatched())
    mark = json.loads(storage.read(commit_name(one.name)) or b"")
    assert answer.rows == mark["rows"] == {table: mark["rows"][table] for table in TABLES}
    assert mark["fates"] == {"read": 1, "other": 1, "copy": 1}
    for table, count in answer.rows.items():
        content = storage.read(part_name(table, one.name)) or b""
        assert len(rows_in(content)) == count
        assert sha256(content).hexdigest() == mark["parts"][part_name(table, one.name)]
    assert answer.rows["statements"] >= 1


@pytest.mark.parametrize("stage", [GATHER, JUDGE])
def test_what_is_committed_is_not_done_again(tmp_path: Path, one: Shard, stage: str) -> None:
    storage = out(tmp_path)
    tasks = {name: Task(name, one, storage.place, begun()) for name in (GATHER, JUDGE)}
    answers = {name: done(task, Unwatched()) for name, task in tasks.items()}
    watch = Followed()
    assert done(tasks[stage], watch) == answers[stage]
    assert watch.told == []


def test_a_mark_is_written_last(tmp_path: Path, one: Shard, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = out(tmp_path)
    done(Task(GATHER, one, storage.place, begun()), Unwatched())
    written: list[str] = []
    real = type(storage).write
    room = len(TABLES) - 1

    def crowded(self: Storage, name: str, content: bytes) -> None:
        if len(written) == room:
            raise OutputError("cannot be written", where=name, remedy="make room")
        written.append(name)
        real(self, name, content)

    monkeypatch.setattr(type(storage), "write", crowded)
    task = Task(JUDGE, one, storage.place, begun())
    with pytest.raises(OutputError):
        done(task, Unwatched())
    assert storage.read(commit_name(one.name)) is None
    written.clear()
    room = 100
    done(task, Unwatched())
    assert written[-1] == commit_name(one.name)
    assert sorted(written[:-1]) == sorted(part_name(table, one.name) for table in TABLES)


def test_what_was_gathered_and_is_gone_or_damaged_is_told(tmp_path: Path, one: Shard) -> None:
    storage = out(tmp_path)
    task = Task(JUDGE, one, storage.place, begun())
    with pytest.raises(InputError, match="a part of the run is gone"):
        done(task, Unwatched())
    storage.write(gathered_name(one.name), b"no Parquet")
    with pytest.raises(InputError, match="a part of the run is damaged"):
        done(task, Unwatched())


@pytest.mark.parametrize(
    ("stage", "other"), [(GATHER, {"code": "9.9"}), (JUDGE, {"record": "other"}), (JUDGE, {"writer": "other"})]
)
def test_a_worker_with_another_program_or_record_commits_nothing(
    tmp_path: Path, one: Shard, stage: str, other: dict[str, str]
) -> None:
    storage = out(tmp_path)
    done(Task(GATHER, one, storage.place, begun()), Unwatched())
    before = storage.names("")
    task = Task(
        stage,
        shard(list(one.files), number=0 if stage == JUDGE else 1),
        storage.place,
        manifest(**{"code": __version__, "writer": writer(), "record": load_record().version, **other}),
    )
    with pytest.raises(InputError, match="a worker has"):
        done(task, Unwatched())
    assert storage.names("") == before


def test_a_worker_collects_seldom_and_still_collects() -> None:
    before = gc.get_threshold()  # of this process, where a library may have set its own (mypy does)
    try:
        gc.set_threshold(700, 9, 8)
        seldom_collected()
        first, *others = gc.get_threshold()
        assert first > 700
        assert others == [9, 8]
        gc.set_threshold(10 * first, 9, 8)
        seldom_collected()
        assert gc.get_threshold() == (10 * first, 9, 8), "what is seldom already stays as it is"
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)
