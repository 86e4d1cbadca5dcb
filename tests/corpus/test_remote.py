"""Places that fsspec opens: what cannot hold a name at once is written aside and renamed; faults are one line."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

import pytest

from burdenshare.corpus.remote import RemoteStorage, opened_at, told_of
from burdenshare.corpus.storage import ASIDE
from burdenshare.errors import InputError, OutputError
from tests.corpus.elsewhere import Served


@pytest.fixture
def renaming() -> RemoteStorage:
    """A place that is treated as one without whole names (sftp, hdfs)."""
    storage = RemoteStorage(f"memory://{token_hex(6)}/out")
    storage._whole = False
    return storage


def test_where_names_are_not_whole_they_are_renamed(renaming: RemoteStorage) -> None:
    steps: list[str] = []
    files = renaming._files

    class Followed:
        def __getattr__(self, name: str) -> Any:
            steps.append(name)
            return getattr(files, name)

    renaming._files = Followed()
    renaming.write("a/one", b"1")
    assert steps == ["makedirs", "pipe_file", "mv"]
    assert renaming.read("a/one") == b"1"
    assert renaming.names("") == ["a/one"]


def test_what_killed_writers_left_aside_is_tidied(renaming: RemoteStorage) -> None:
    renaming.write("a/one", b"1")
    renaming._files.pipe_file(f"{renaming._root}/a/{ASIDE}123", b"torn")
    assert renaming.names("") == ["a/one"]
    renaming.tidy()
    assert [path.rpartition("/")[2] for path in renaming._files.find(renaming._root)] == ["one"]


class Failing:
    """A file system that cannot be reached."""

    def __getattr__(self, name: str) -> Any:
        def fails(*told: object, **more: object) -> None:
            raise ConnectionError("connection\nlost")

        return fails


def test_a_place_that_is_lost_is_told_in_one_line() -> None:
    storage = RemoteStorage("memory://lost")
    storage._files = Failing()
    with pytest.raises(OutputError, match="cannot be written \\(ConnectionError: connection lost\\)"):
        storage.write("one", b"1")
    with pytest.raises(OutputError, match="cannot be taken away"):
        storage.delete("one")
    for look in (lambda: storage.read("one"), lambda: storage.names("")):
        with pytest.raises(InputError, match="cannot be read"):
            look()


def test_a_bucket_that_is_not_there_is_told(served: Served) -> None:
    served.place()
    with pytest.raises(OutputError, match="cannot be written"):
        RemoteStorage("s3://no-such-bucket/out").write("one", b"1")


def test_a_kind_of_address_without_its_package_is_told() -> None:
    with pytest.raises(InputError) as fault:
        opened_at("nosuchkind://place")
    assert "nosuchkind://place" in str(fault.value)


def test_an_error_without_words_is_named() -> None:
    assert told_of(TimeoutError()) == "TimeoutError"
    assert told_of(OSError("a\n  b")) == "OSError: a b"
    assert len(told_of(OSError("x" * 900))) < 200
