"""A spool gives back what was whole, and never stands in the way of a run."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.corpus.spool import Spool, folder_of, forget

ROWS = {number: [{"row": number, "text": "word " * number}] for number in range(9)}


def filled(path: Path) -> None:
    spool = Spool(path)
    for number, rows in ROWS.items():
        spool.add(number, rows)
    spool.leave()


def test_a_successor_finds_what_was_done(tmp_path: Path) -> None:
    filled(tmp_path / "one")
    spool = Spool(tmp_path / "one")
    assert spool.held == ROWS
    spool.add(9, ["more"])
    spool.leave()
    assert Spool(tmp_path / "one").held == {**ROWS, 9: ["more"]}


def test_a_committed_shard_leaves_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "one")
    Spool(tmp_path / "one").close()
    assert not (tmp_path / "one").exists()


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 2_000), other=st.integers(0, 255))
def test_a_torn_or_damaged_end_costs_what_stands_behind_it(
    tmp_path_factory: pytest.TempPathFactory, cut: int, other: int
) -> None:
    path = tmp_path_factory.mktemp("spool") / "one"
    filled(path)
    data = path.read_bytes()
    at = cut % len(data)
    path.write_bytes(data[:at] + bytes([other]))
    found = Spool(path)
    assert found.held == {number: ROWS[number] for number in range(len(found.held))}
    found.add(100, "new")
    found.leave()
    assert Spool(path).held[100] == "new"  # what is added behind a torn end can be read


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path: Path) -> None:
    for path in (None, tmp_path / "gone" / "one"):
        spool = Spool(path)
        spool.add(1, "rows")
        assert spool.held == {}
        spool.close()


def test_noughts_that_a_power_cut_left_are_no_rows(tmp_path: Path) -> None:
    filled(tmp_path / "one")
    with (tmp_path / "one").open("ab") as stream:
        stream.write(bytes(4_096))
    assert Spool(tmp_path / "one").held == ROWS


@pytest.mark.parametrize("written", [None, 3])
def test_a_full_disk_ends_the_spool_and_not_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int | None
) -> None:
    def full(handle: int, data: bytes) -> int:
        if written is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data[:written])

    real = os.write
    spool = Spool(tmp_path / "one")
    spool.add(1, "rows")
    monkeypatch.setattr(os, "write", full)
    spool.add(2, "rows")
    monkeypatch.undo()
    spool.add(3, "rows")
    assert Spool(tmp_path / "one").held == {1: "rows"}


def test_the_folder_of_a_run_is_ours_alone_and_can_be_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = folder_of("run")
    assert folder is not None
    assert folder.stat().st_mode & 0o077 == 0
    (folder / "one").write_bytes(b"x")
    forget("run")
    assert not folder.exists()
    folder.parent.chmod(0o777)
    assert folder_of("run") is None
