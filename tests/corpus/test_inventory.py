"""A run that goes on finds the files that it began with, or says which are others."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.corpus.inventory import NAME, keep, refuse_changed
from burdenshare.corpus.model import File
from burdenshare.corpus.storage import storage_at
from burdenshare.errors import InputError

FILES = {name: File(name, 7, "1") for name in "abcdef"}


def test_the_same_files_go_on(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    keep(storage, FILES)
    refuse_changed(storage, FILES)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({**FILES, "b": File("b", 8, "1")}, "b has changed"),
        ({**FILES, "b": File("b", 7, "2")}, "b has changed"),
        ({name: one for name, one in FILES.items() if name != "c"}, "c is gone"),
        ({**FILES, "g": File("g", 1, "1")}, "g has come"),
        ({}, "a is gone, b is gone, c is gone and 3 more"),
    ],
)
def test_others_are_named(tmp_path: Path, now: dict[str, File], told: str) -> None:
    storage = storage_at(str(tmp_path))
    keep(storage, FILES)
    with pytest.raises(InputError, match=told) as fault:
        refuse_changed(storage, now)
    assert "--new-run" in (fault.value.remedy or "")


@pytest.mark.parametrize("content", [b"no JSON", b"[]\n", b'{"path": "a"}\n'])
def test_a_damaged_inventory_is_told(tmp_path: Path, content: bytes) -> None:
    storage = storage_at(str(tmp_path))
    storage.write(NAME, content)
    with pytest.raises(InputError, match="is damaged"):
        refuse_changed(storage, FILES)
