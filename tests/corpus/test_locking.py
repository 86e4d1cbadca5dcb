"""One run at a time into one place."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from burdenshare.corpus import locking
from burdenshare.corpus.locking import alone, at_work, still_held
from burdenshare.corpus.storage import storage_at
from burdenshare.errors import InputError, OutputError


def test_the_second_is_refused_and_the_next_is_not(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path / "out"))
    with alone(storage):
        with pytest.raises(InputError, match="another run works on it"), alone(storage):
            pass
        with alone(storage_at(str(tmp_path / "other"))):
            pass
    with alone(storage):
        pass


def test_a_run_waits_for_workers_of_the_run_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = storage_at(str(tmp_path))
    begun: list[str] = []

    def second() -> None:
        with alone(storage):
            begun.append("second")

    with at_work(storage), at_work(storage):  # two workers do not stand in each other's way
        thread = Thread(target=second)
        thread.start()
        thread.join(0.3)
        assert begun == []
    thread.join()
    assert begun == ["second"]
    monkeypatch.setattr(locking, "PATIENCE", 0.0)
    with at_work(storage), pytest.raises(InputError, match="workers of an earlier run"), alone(storage):
        pass


def test_a_place_that_cannot_be_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError, match="cannot be written"), alone(storage_at(str(tmp_path / "file"))):
        pass


def test_a_lock_of_the_system_needs_no_second_look(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    with alone(storage) as holder:
        still_held(storage, holder)
        still_held(storage, "somebody else")
    assert storage.names("") == []
