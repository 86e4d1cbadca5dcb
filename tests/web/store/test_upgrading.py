"""Databases are made and upgraded once, whoever comes first, and those of newer programs are left alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

import burdenshare as bs
from burdenshare.report.report import Report
from burdenshare.web.store.address import address_of
from burdenshare.web.store.engine import WRITES, engine_of
from burdenshare.web.store.store import Store
from burdenshare.web.store.tables import ID_LENGTH, Base
from burdenshare.web.store.upgrading import VERSIONS, _config
from tests.samples import checked_document

REPORT = Report(checked_document())


def test_revisions_make_the_tables_that_the_program_declares(store: Store) -> None:
    with store._engine.connect() as connection:
        options = {"version_table": VERSIONS, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata) == []
    keys = inspect(store._engine).get_foreign_keys("stored_reviews")
    assert [one["options"] for one in keys] == [{"ondelete": "CASCADE"}]
    assert ID_LENGTH == 22


def test_revisions_lie_in_the_package() -> None:
    folder = files("burdenshare.web.store").joinpath("migrations", "versions")
    assert folder.joinpath("r0001_saved_reports.py").is_file()


def test_opening_again_changes_nothing_and_keeps_all(url: str) -> None:
    with Store.open(url) as first:
        saved = first.save(REPORT)
    for _ in range(2):
        with Store.open(url) as again:
            assert again.get(saved.id) == saved


def test_database_goes_down_to_nothing_and_up_again(url: str) -> None:
    with Store.open(url) as store:
        store.save(REPORT)
        with store._engine.execution_options(**WRITES).begin() as connection:
            command.downgrade(_config(connection), "base")
        assert set(inspect(store._engine).get_table_names()) <= {VERSIONS, "sqlite_sequence"}
    with Store.open(url) as store:
        assert store.list().saved == ()


def test_processes_that_start_at_once_do_not_clash(url: str) -> None:
    code = (
        "import sys; from burdenshare.web.store.store import Store; sys.stdin.read(1); Store.open(sys.argv[1]).close()"
    )
    asked = [sys.executable, "-W", "error", "-c", code, url]
    started = [
        subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for one in started:  # each waits, with everything loaded, for the one character
        assert one.stdin is not None
        one.stdin.write("x")
        one.stdin.flush()
    assert [(one.communicate()[1], one.returncode) for one in started] == [("", 0)] * 4
    with Store.open(url) as store:
        store.save(REPORT)


def test_threads_that_start_at_once_do_not_clash(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: Store.open(url), range(8)))
    ids = {one.save(REPORT).id for one in stores}
    assert {one.id for one in stores[0].list().saved} == ids
    for one in stores:
        one.close()


def test_database_of_a_newer_program_is_refused_and_left_as_it_is(url: str) -> None:
    with Store.open(url) as store:
        store.save(REPORT)
        with store._engine.execution_options(**WRITES).begin() as connection:
            connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '9999'"))
    with pytest.raises(bs.StoreError) as caught:
        Store.open(url)
    line = caught.value.line()
    assert line.endswith(
        "was upgraded by a newer burdenshare (to revision 9999); use that burdenshare, or another database"
    )
    engine = engine_of(address_of(url))
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar_one() == "9999"
        assert connection.execute(text("SELECT count(*) FROM stored_reports")).scalar_one() == 1
    engine.dispose()


def test_failed_upgrade_leaves_nothing_behind(url: str) -> None:
    engine = engine_of(address_of(url))
    with engine.execution_options(**WRITES).begin() as connection:
        connection.execute(text("CREATE TABLE stored_reviews (mine INTEGER)"))
    with pytest.raises(bs.StoreError, match=r"the database cannot be used \(.*stored_reviews.* already exists"):
        Store.open(url)
    assert inspect(engine).get_table_names() == ["stored_reviews"]
    engine.dispose()


def test_tables_of_other_programs_are_left_alone(url: str) -> None:
    engine = engine_of(address_of(url))
    with engine.execution_options(**WRITES).begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('theirs')"))
    with Store.open(url) as store:
        store.save(REPORT)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "theirs"
    engine.dispose()


def test_exported_file_is_a_store_too_and_can_still_be_read(tmp_path: Path) -> None:
    bs.export(REPORT, tmp_path / "checks.db", "sqlite")
    with Store.open(f"sqlite:///{tmp_path / 'checks.db'}") as store:
        store.save(REPORT)
    assert bs.load_report(tmp_path / "checks.db").to_json() == REPORT.to_json()


def test_database_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with Store.open(f"sqlite:///{path}") as store:
        saved = store.save(REPORT)
        with closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")  # somebody else is writing
            with Store.open(f"sqlite:///{path}") as again:
                assert again.get(saved.id) == saved
