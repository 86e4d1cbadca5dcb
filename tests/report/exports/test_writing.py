"""Files are written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from burdenshare.errors import OutputError
from burdenshare.report.exports.writing import write_files


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_files_are_written_with_the_rights_of_new_files(tmp_path: Path) -> None:
    write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    (tmp_path / "usual").write_bytes(b"")
    assert names(tmp_path) == ["a", "b", "usual"]
    assert (tmp_path / "a").read_bytes() == b"1"
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_files({target: b"new"}, force=True)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)


def test_one_existing_target_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(OutputError, match="b: exists already"):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert names(tmp_path) == ["b"]
    assert (tmp_path / "b").read_bytes() == b"mine"


def test_link_that_leads_nowhere_is_a_target_that_exists(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputError, match="exists already"):
        write_files({tmp_path / "a": b"1"})


def test_link_is_followed_with_force(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_files({tmp_path / "link": b"new"}, force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(OutputError, match="cannot be written"):
        write_files({tmp_path / "round": b"new"}, force=True)
    assert names(tmp_path) == ["link", "real", "round"]


def test_device_is_never_replaced() -> None:
    with pytest.raises(OutputError, match="/dev/null: is a device or a pipe"):
        write_files({Path("/dev/null"): b"1"}, force=True)
    assert Path("/dev/null").is_char_device()


def test_folder_and_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        write_files({tmp_path: b"1"}, force=True)
    with pytest.raises(OutputError, match="cannot be written"):
        write_files({tmp_path / "none" / "a": b"1"})
    with pytest.raises(OutputError, match="cannot be written"):
        write_files({Path("bad\x00name"): b"1"})


def test_full_disk_leaves_nothing_and_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="b: cannot be written \\(No space left on device\\)"):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"}, force=True)
    assert names(tmp_path) == ["b"]
    assert (tmp_path / "b").read_bytes() == b"mine"


def test_folder_that_may_not_be_written_to_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # root may write anywhere: the system is asked

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(OutputError, match=r"a: cannot be written \(Permission denied\); name another file"):
        write_files({tmp_path / "a": b"1"})
    assert names(tmp_path) == []


def test_file_that_comes_up_in_the_meantime_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    real = os.link

    def late(source: Path, other: Path) -> None:
        target.write_bytes(b"theirs")
        real(source, other)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(OutputError, match="exists already"):
        write_files({target: b"mine"})
    assert names(tmp_path) == ["a"]
    assert target.read_bytes() == b"theirs"


def test_file_system_without_links_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(source: Path, other: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", without)
    write_files({tmp_path / "a": b"1"})
    assert names(tmp_path) == ["a"]


def test_failing_rename_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")

    def fails(self: Path, other: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OutputError, match="cannot be written"):
        write_files({target: b"new"}, force=True)
    assert names(tmp_path) == ["a"]
    assert target.read_bytes() == b"old"
