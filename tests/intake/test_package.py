"""Exports that are not what they were: refused in one line, with the file and what is wrong in it."""

from __future__ import annotations

import builtins
import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burdenshare.intake import package
from burdenshare.intake.model import Asked, DeliveryError, Given
from burdenshare.record import Record
from burdenshare.report.exports.record.export import export_record
from tools.fuzz_intake.raw_damage import packed, parts_of
from tools.fuzz_intake.small_record import small_record

SHARES = "nato/expenditure.csv"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_record(tmp_path_factory.mktemp("small") / "data", 20)


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("made")
    for form, name in (("csv", "csv.zip"), ("sdmx", "sdmx.zip"), ("sqlite", "r.db"), ("duckdb", "r.duckdb")):
        export_record(folder / name, form, root=root)
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def fault(content: bytes, name: str = "record.zip") -> str:
    with pytest.raises(DeliveryError) as refused:
        package.exported(Given(name, content))
    return refused.value.line()


def described(content: bytes, change: Callable[[dict[str, Any]], object], name: str = "datapackage.json") -> bytes:
    parts = parts_of(content)
    told = json.loads(parts[name])
    change(told)
    return packed(parts | {name: json.dumps(told).encode()})


def bare(told: dict[str, Any]) -> None:
    for one in told["resources"]:
        one.pop("hash")
        one.pop("digest")


def first(told: dict[str, Any], **words: object) -> None:
    told["resources"][0].update(words)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda told: told["export"].update(number=2), "has layout 2, and this version of burdenshare reads 1"),
        (lambda told: told["export"].update(number="1"), "does not say which layout it has"),
        (lambda told: told.update(resources=[]), "lists no tables"),
        (lambda told: first(told, path="../outside.csv"), "names a file outside itself"),
        (lambda told: first(told, path="/etc/passwd"), "names a file outside itself"),
        (lambda told: first(told, path="gone.csv"), "lacks the file gone.csv"),
        (lambda told: first(told, table="nato/other.csv"), "names the table 'nato/other.csv'"),
        (lambda told: first(told, hash="sha256:00"), f"{SHARES}: is not the file that was exported"),
        (lambda told: first(told, digest="sha256:00"), "the rows of nato/expenditure.csv are not those"),
        (lambda told: told["resources"].append(told["resources"][0]), "holds a table twice"),
        (lambda told: told.update(edition=7), "'edition' is no text"),
    ],
)
def test_descriptors_that_are_wrong(
    change: Callable[[dict[str, Any]], object], line: str, made: dict[str, bytes]
) -> None:
    assert line in fault(described(made["csv.zip"], change))


def with_shares(content: bytes, change: Callable[[str], str]) -> bytes:
    """A package by hand: without hashes, with another table of shares."""
    parts = parts_of(described(content, bare))
    return packed(parts | {SHARES: change(parts[SHARES].decode()).encode()})


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: text.replace("share_of_gdp", "share_of_gpd", 1), "column 'measure' holds 'share_of_gpd'"),
        (lambda text: text.replace(",2017,", ",1917,", 1), "outside 2000 to 2040"),
        (lambda text: text + text.splitlines()[1] + "\n", "repeats the key of nato/expenditure.csv, line 2"),
        (lambda text: text.replace("ally", "country", 1), "lacks the column 'ally'"),
        (lambda text: text.replace("source\n", "source,x\n", 1), "has a column 'x' that nato/expenditure.csv has not"),
        (lambda text: text.replace("source\n", "source,ally\n", 1), "names a column twice"),
        (lambda text: text + "a,b\n", "line 22: has 2 cells, and the header 10"),
        (lambda text: "", "has no header"),
        (lambda text: text + '"', "is no table"),
    ],
)
def test_tables_that_are_wrong(change: Callable[[str], str], line: str, made: dict[str, bytes]) -> None:
    assert line in fault(with_shares(made["csv.zip"], change))


def test_a_package_without_hashes_is_read_and_told(made: dict[str, bytes], record: Record, root: Path) -> None:
    content = with_shares(made["csv.zip"], lambda text: text.replace(",1.22,", ",1.23,", 1))
    delivery = package.read(Given("mine.zip", content), Asked(), record, root=root)
    (row,) = delivery.tables[SHARES]
    assert (row["value"], set(delivery.tables)) == ("1.23", {SHARES})
    assert sum("tells no hash" in one.reason for one in delivery.left_out) == 23


def test_rows_of_a_source_nobody_tells_are_refused(made: dict[str, bytes], record: Record, root: Path) -> None:
    content = with_shares(made["csv.zip"], lambda text: text.replace("krigeren-1706", "nobody", 1))
    with pytest.raises(DeliveryError, match="names the source 'nobody', which neither the record nor the export tells"):
        package.read(Given("mine.zip", content), Asked(), record, root=root)


def test_a_package_without_a_table_says_so(made: dict[str, bytes], record: Record, root: Path) -> None:
    content = described(made["csv.zip"], lambda told: told["resources"].pop(0))
    delivery = package.read(Given("mine.zip", content), Asked(), record, root=root)
    assert [(one.place, one.reason) for one in delivery.left_out] == [(SHARES, "the export does not hold this table")]


def test_the_packaged_record_itself_is_a_package(record: Record, root: Path) -> None:
    # Its rows are those before corrections, which must not be laid over the corrected ones.
    delivery = package.read(package.folder(root), Asked(), record, root=root)
    assert (delivery.tables, delivery.left_out) == ({}, ())
    broken = root.parent / "broken.zip"
    parts = parts_of(package.folder(root).content)
    told = json.loads(parts["datapackage.json"])
    for one in told["resources"]:
        one.pop("hash")
    fixes = parts["corrections.csv"].replace(b"2014-07-25", b"2014-07-26")
    broken.write_bytes(packed(parts | {"datapackage.json": json.dumps(told).encode(), "corrections.csv": fixes}))
    assert "corrections.csv: has a correction that does not fit" in fault(broken.read_bytes())


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda told: told["dataflows"][0].update(id="OTHER"), "holds the dataflow 'OTHER', which is not known"),
        (lambda told: told.update(dataflows=[]), "holds no dataflow"),
        (lambda told: told.update(codelists=7), "'codelists' is no list of things with an id"),
        (lambda told: told["codelists"].append(told["codelists"][0]), "'codelists' names one twice"),
        (lambda told: told["codelists"].pop(), "holds a code that no list has"),
    ],
)
def test_structures_that_are_wrong(
    change: Callable[[dict[str, Any]], object], line: str, made: dict[str, bytes]
) -> None:
    assert line in fault(described(made["sdmx.zip"], change, "structure.json"))


@pytest.mark.parametrize(
    ("statements", "line"),
    [
        (["UPDATE nato_expenditure SET value = 9 WHERE rowid = 3"], "the rows of nato/expenditure.csv are not those"),
        (["DELETE FROM sources WHERE rowid = 1"], "sources: holds 135 rows, and says 136"),
        (["DROP TABLE sources"], "lacks the table sources, which it names"),
        (["DROP TABLE record_about"], "is a database without record_about"),
        (["UPDATE record_about SET value = '9' WHERE key = 'number'"], "has layout 9"),
        (["UPDATE record_tables SET path = 'x.csv' WHERE name = 'sources'"], "names the table 'x.csv'"),
        (["UPDATE record_tables SET rows = 99999999 WHERE name = 'sources'"], "holds more than 5,000,000 rows"),
        (["UPDATE nato_expenditure SET value = x'00' WHERE rowid = 3"], "a cell holds bytes"),
    ],
)
def test_databases_that_are_wrong(statements: list[str], line: str, made: dict[str, bytes]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(made["r.db"])
        for one in statements:
            database.execute(one)
        database.commit()
        content = bytes(database.serialize())
    assert line in fault(content, "r.db")


def test_a_database_of_somebody_else_is_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE t (a)")
        content = bytes(database.serialize())
    assert "not one of burdenshare data export" in fault(content, "other.db")


def test_without_duckdb_one_line_says_how_to_get_it(made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "pip install burdenshare[data]" in fault(made["r.duckdb"], "r.duckdb")


def test_an_archive_of_the_folder_itself_is_read(made: dict[str, bytes]) -> None:
    inside = {f"record/{name}": raw for name, raw in parts_of(made["csv.zip"]).items()}
    assert len(package.exported(Given("record.zip", packed(inside))).tables) == 23


def test_folders_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=r"without datapackage\.json or structure\.json"):
        package.folder(tmp_path)
    (tmp_path / "datapackage.json").write_text('{"resources": [{"path": "../x.csv"}]}', encoding="utf-8")
    with pytest.raises(DeliveryError, match="names a file outside itself"):
        package.folder(tmp_path)
    (tmp_path / "datapackage.json").write_text('{"resources": [{"path": "x.csv"}]}', encoding="utf-8")
    with pytest.raises(DeliveryError, match=r"x\.csv: cannot be read"):
        package.folder(tmp_path)
    (tmp_path / "x.csv").symlink_to("/etc/hostname")
    with pytest.raises(DeliveryError, match="is a link out of the folder"):
        package.folder(tmp_path)
    (tmp_path / "datapackage.json").write_text("[", encoding="utf-8")
    with pytest.raises(DeliveryError, match="is no JSON"):
        package.folder(tmp_path)


@pytest.mark.parametrize("asked", [Asked(release="2024-06"), Asked(published=date(2026, 1, 1))])
def test_an_export_names_its_own_releases(asked: Asked, made: dict[str, bytes], record: Record) -> None:
    with pytest.raises(DeliveryError, match="names its own releases"):
        package.read(Given("csv.zip", made["csv.zip"]), asked, record)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a.csv", b"SQLite", b"a,b\n"])
def test_recognises_nothing_else(content: bytes) -> None:
    assert not package.recognises(Given("x", content))
