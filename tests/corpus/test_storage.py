"""A name appears with its whole content or not at all, wherever the place is.

Tested on a folder, on fsspec's local and memory places and against a real S3 server (moto's) on this machine.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from burdenshare.corpus.storage import ASIDE, Storage, storage_at
from burdenshare.errors import InputError, OutputError
from tests.corpus.elsewhere import PLACES, Served


@pytest.fixture(params=PLACES)
def storage(request: pytest.FixtureRequest, tmp_path: Path, served: Served) -> Storage:
    """A place of each kind, with nothing in it."""
    place: Callable[[Path, Served], str] = PLACES[request.param]
    return storage_at(place(tmp_path, served))


def test_what_is_written_is_read_and_named(storage: Storage) -> None:
    assert storage.read("a/one") is None
    assert storage.names("") == []
    for name in ("b/two", "a/one", "three"):
        storage.write(name, name.encode() * 100)
    assert storage.read("a/one") == b"a/one" * 100
    assert storage.names("") == ["a/one", "b/two", "three"]
    assert storage.names("a") == ["a/one"]
    assert storage.names("gone") == []
    storage.write("a/one", b"")
    assert storage.read("a/one") == b""


def test_what_is_taken_away_is_gone_and_may_be_gone_before(storage: Storage) -> None:
    storage.write("a/one", b"1")
    storage.write("a/two", b"2")
    for _ in range(2):
        storage.delete("a/one")
    assert storage.names("") == ["a/two"]


def test_what_killed_writers_left_is_seen_by_nobody_and_tidied(storage: Storage) -> None:
    storage.write("a/one", b"1")
    storage.tidy()
    assert storage.names("a") == ["a/one"]


def test_another_look_at_the_same_place_sees_it_at_once(storage: Storage) -> None:
    other = storage_at(storage.place)
    assert other.names("a") == []
    storage.write("a/one", b"1")
    assert other.names("a") == ["a/one"]
    storage.write("a/one", b"2")
    assert other.read("a/one") == b"2"


def test_tidying_a_folder(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    storage.write("a/one", b"1")
    (tmp_path / "a" / f"{ASIDE}123").write_bytes(b"torn")
    assert storage.names("") == ["a/one"]
    storage.tidy()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["one"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_content_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*told: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    storage = storage_at(str(tmp_path))
    storage.write("one", b"old")
    monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
    with pytest.raises(OutputError, match=r"No space left on device.*what is committed is kept") as fault:
        storage.write("one", b"new")
    assert (fault.value.remedy or "").startswith("make room")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("one", b"old")]


def test_an_address_of_this_machine_is_a_folder(tmp_path: Path) -> None:
    place = tmp_path / "with blank"
    storage_at(f"file://{str(place).replace(' ', '%20')}").write("one", b"1")
    assert (place / "one").read_bytes() == b"1"


def test_a_place_of_no_kind_is_told() -> None:
    with pytest.raises(InputError, match=r"is no place that can be opened|cannot be opened"):
        storage_at("nosuchkind://place")


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, flags: int) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refused)
    storage_at(str(tmp_path)).write("one", b"1")
    assert (tmp_path / "one").read_bytes() == b"1"
