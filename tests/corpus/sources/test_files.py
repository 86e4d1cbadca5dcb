"""Files one after another: what cannot be read is told, what has changed ends the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources import files
from burdenshare.corpus.sources.files import entries, groups
from burdenshare.errors import InputError
from burdenshare.reading.documents.sources import MOST_BYTES
from tests.corpus.made import SENTENCE, text_file


def test_groups_are_bounded_by_number_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FILES_A_SHARD", 3)
    monkeypatch.setattr(files, "BYTES_A_SHARD", 100)
    held = [text_file(tmp_path, f"{at}.txt", "x" * size) for at, size in enumerate((10, 10, 10, 10, 95, 500, 1))]
    found = list(groups(held))
    assert [[one.size for one in group] for group, _ in found] == [[10, 10, 10], [10], [95], [500], [1]]
    assert [size for _, size in found] == [30, 10, 95, 500, 1]
    assert list(groups([])) == []


def test_a_file_is_an_entry_and_one_too_large_is_told(tmp_path: Path) -> None:
    one, large = text_file(tmp_path, "a.txt", SENTENCE), text_file(tmp_path, "b.txt", "x" * (MOST_BYTES + 1))
    first, second = entries([one, large])
    assert isinstance(first, Entry)
    assert (first.place, first.source.data) == (one.path, SENTENCE.encode())
    assert isinstance(second, Broken)
    assert "larger than" in second.reason


def test_a_file_that_has_changed_ends_the_run(tmp_path: Path) -> None:
    one = text_file(tmp_path, "a.txt", SENTENCE)
    text_file(tmp_path, "a.txt", SENTENCE + SENTENCE)
    with pytest.raises(InputError, match="has changed since the run began") as fault:
        list(entries([one]))
    assert "--new-run" in (fault.value.remedy or "")


def test_a_file_elsewhere_is_read_like_one_here(tmp_path: Path) -> None:
    import fsspec

    from burdenshare.corpus.sources.streams import file_at

    address = f"memory://{tmp_path.name}/one.html"
    fsspec.open(address, "wb").open().close()
    with fsspec.open(address, "wb") as stream:
        stream.write(SENTENCE.encode())
    (one,) = entries([file_at(address)])
    assert isinstance(one, Entry)
    assert (one.source.data, one.source.suffix) == (SENTENCE.encode(), ".html")
