"""What goes wrong between us and a file is remembered apart from what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.corpus.sources import reached
from burdenshare.corpus.sources.reached import Reached
from burdenshare.errors import InputError


def test_the_bytes_and_length_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"0123456789")
    file = Reached(str(path))
    stream = file._open("whatever it is called")
    stream.seek(4)
    assert (stream.read(3), stream.tell()) == (b"456", 7)
    stream.close()
    assert file.info("x") == {"name": "x", "size": 10, "type": "file"}
    assert file.exists("x")
    assert file.glob("a*") == ["a*"]
    assert file.modified("x") == file.modified("y")
    assert file.fault is None


def test_a_fault_on_the_way_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost:
        def read(self, size: int) -> bytes:
            raise InputError("cannot be read (gone)", where="s3://b/one")

    monkeypatch.setattr(reached, "opened", lambda path: Lost())
    file = Reached(str(tmp_path / "one"))
    with pytest.raises(InputError):
        file._open("x").read(1)
    assert file.fault is not None
    assert file.fault.what == "cannot be read (gone)"


def test_a_file_that_cannot_be_opened_or_asked_after_is_remembered(tmp_path: Path) -> None:
    for name in ("info", "_open"):
        file = Reached(str(tmp_path / "gone"))
        with pytest.raises(InputError):
            getattr(file, name)("x")
        assert file.fault is not None
