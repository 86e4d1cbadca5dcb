"""Sources as streams, of this machine and elsewhere; faults on the way are ours."""

from __future__ import annotations

import os
from pathlib import Path

import fsspec
import pytest

from burdenshare.corpus.model import File
from burdenshare.corpus.sources.streams import file_at, is_remote, opened, paths_of, shown, unchanged
from burdenshare.errors import InputError

DATA = bytes(range(256)) * 9_000


def elsewhere(folder: Path, name: str, data: bytes = DATA) -> str:
    address = f"memory://{folder.name}/{name}"
    with fsspec.open(address, "wb") as stream:
        stream.write(data)
    return address


def test_which_sources_are_elsewhere() -> None:
    assert is_remote("s3://bucket/a")
    assert not any(is_remote(one) for one in ("news/a.txt", "file:///a", "local://a"))


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_a_stream_can_be_read_from_any_place_on(tmp_path: Path, where: str) -> None:
    path = elsewhere(tmp_path, "one") if where == "elsewhere" else str(tmp_path / "one")
    if where == "here":
        Path(path).write_bytes(DATA)
    assert file_at(path).size == len(DATA)
    with opened(path) as stream:
        assert stream.read(300) == DATA[:300]
        stream.seek(2_000_000)
        assert stream.tell() == 2_000_000
        assert stream.read() == DATA[2_000_000:]


def test_folders_and_patterns_elsewhere(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden"):
        elsewhere(tmp_path, name)
    root = f"memory://{tmp_path.name}"
    told = [[path.rpartition("/")[2] for path in paths_of(f"{root}{end}")] for end in ("", "/*.txt", "/a.txt", "/gone")]
    assert told == [["a.txt", "b.txt", "c.txt"], ["a.txt", "b.txt"], ["a.txt"], []]


def test_pages_of_servers_are_no_archive() -> None:
    with pytest.raises(InputError, match="is the address of a server"):
        paths_of("https://news.example/a.html")


def test_a_file_that_is_another_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(DATA)
    planned = file_at(str(path))
    unchanged(planned)
    os.utime(path, (1, 1))
    with pytest.raises(InputError, match="has changed"):
        unchanged(planned)
    path.unlink()
    for look in (lambda: unchanged(planned), lambda: opened(str(path))):
        with pytest.raises(InputError, match="cannot be read"):
            look()


def test_a_file_elsewhere_that_is_written_anew_is_another_one(tmp_path: Path) -> None:
    planned = file_at(elsewhere(tmp_path, "one"))
    unchanged(planned)
    elsewhere(tmp_path, "one", DATA[::-1])
    with pytest.raises(InputError, match="has changed"):
        unchanged(planned)


def test_a_fault_while_reading_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Torn:
        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error")

        def close(self) -> None:
            pass

    monkeypatch.setattr(Path, "open", lambda *told, **more: Torn())
    told = r"cannot be read \(Input/output error"
    with opened(str(tmp_path / "one")) as stream, pytest.raises(InputError, match=told):
        stream.read(1)


def test_names_that_are_no_text_can_be_shown() -> None:
    assert shown(os.fsdecode(b"news/caf\xe9.txt")) == "news/caf\\xe9.txt"
    assert isinstance(File("a", 1).stamp, str)
