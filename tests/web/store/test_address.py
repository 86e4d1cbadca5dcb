"""Addresses: what is no database is refused in one line, and no line ever tells a password."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.report.report import Report
from burdenshare.web.store.address import address_of, default_url
from burdenshare.web.store.store import Store
from tests.samples import checked_document

SECRET = "s3kr3t"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "is no address of a database"),
        ("reports.db", "is no address of a database"),
        (f"postgresql://me:{SECRET}@host:port/x", "is no address of a database"),
        (f"{SECRET}", "is no address of a database"),
        (f"mysql://me:{SECRET}@host/x", "'mysql' is neither sqlite nor postgresql"),
        (f"postgresql+psycopg2://me:{SECRET}@host/x", "'postgresql+psycopg2' is neither sqlite nor postgresql"),
        (f"postgresql://me:{SECRET}@host", "names no database on its server"),
        ("sqlite://", "SQLite keeps reports in one plain file"),
        ("sqlite:///:memory:", "SQLite keeps reports in one plain file"),
        ("sqlite:///a.db?mode=ro", "SQLite keeps reports in one plain file"),
        ("sqlite:///file:a.db", "SQLite keeps reports in one plain file"),
    ],
)
def test_what_is_no_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(bs.StoreError) as caught:
        Store.open(url)
    line = caught.value.line()
    assert line.startswith(f"the store: {reason}")
    assert line.endswith("give sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@127.0.0.1:1/reports",
        f"postgres://me:{SECRET}@127.0.0.1:1/reports?connect_timeout=2",
        f"postgresql://me@/reports?host=/nowhere&password={SECRET}",
        f"postgresql://me:{SECRET}@/reports?host=/nowhere&sslmode={SECRET}",
        f"postgresql://me:{SECRET}@/reports?host=/nowhere&{SECRET}=1",
    ],
)
def test_unreachable_server_is_told_in_one_line_without_the_password(url: str) -> None:
    with pytest.raises(bs.StoreError) as caught:
        Store.open(url)
    line = caught.value.line()
    assert line.startswith("postgresql://")
    assert "/reports: the database cannot be used (" in line
    assert "\n" not in line
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert SECRET not in address_of(url).shown


def test_password_that_the_server_does_not_take_is_not_told(fresh_database: Callable[[], str]) -> None:
    url = fresh_database().replace("postgresql://postgres@", f"postgresql://{SECRET}:{SECRET}@")
    with pytest.raises(bs.StoreError, match=r"role .* does not exist") as caught:
        Store.open(url)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_database_that_is_not_there_is_told(fresh_database: Callable[[], str]) -> None:
    with pytest.raises(bs.StoreError, match=r"database .* does not exist"):
        Store.open(fresh_database().replace("/store_", "/other_"))


def test_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes, and no database at all. " * 40, encoding="utf-8")
    with pytest.raises(bs.StoreError, match=r"notes.txt: the database cannot be used \(file is not a database\)"):
        Store.open(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8").startswith("my notes")


def test_folder_and_missing_folder_are_refused(tmp_path: Path) -> None:
    for name in ("", "/nowhere/reports.db", "/burdenshare/reports.db"):
        with pytest.raises(bs.StoreError, match="the file cannot be opened"):
            Store.open(f"sqlite:///{tmp_path}{name}")
    assert list(tmp_path.iterdir()) == []


def test_store_that_goes_away_is_told(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'r.db'}") as store:
        (tmp_path / "r.db").write_bytes(b"damaged" * 1000)
        with pytest.raises(bs.StoreError, match="the database cannot be used"):
            store.list()


def test_default_is_a_file_for_its_owner_alone_below_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BURDENSHARE_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with Store.open() as store:
        store.save(Report(checked_document()))
        assert store.address.file == tmp_path / "data" / "burdenshare" / "reports.db"
        assert store.address.file.stat().st_mode & 0o777 == 0o600
        assert store.address.file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("held", ["", "relative/folder"])
def test_data_folder_is_that_of_the_home_where_none_is_named(held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BURDENSHARE_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", held)
    home = Path.home() / ".local" / "share" / "burdenshare" / "reports.db"
    assert address_of(default_url()).file == home


def test_file_stays_where_it_is_when_the_program_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("sqlite:///r.db") as store:
        (tmp_path / "sub").mkdir()
        os.chdir(tmp_path / "sub")
        store.close()  # the next use opens the file anew
        store.save(Report(checked_document()))
    assert list((tmp_path / "sub").iterdir()) == []
