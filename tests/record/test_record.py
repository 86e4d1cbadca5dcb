"""The record as a whole: read-only, versioned, checked at load."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import burdenshare.record as room
from burdenshare.errors import RecordError, UnknownNameError
from burdenshare.record import Record, load_record

from .conftest import DATA


def test_the_room_s_door_is_complete_and_sorted() -> None:
    assert room.__all__ == sorted(room.__all__) and all(hasattr(room, name) for name in room.__all__)


def test_the_record_cannot_be_changed(record: Record) -> None:
    with pytest.raises(AttributeError, match="read-only"):
        record.edition = date(2030, 1, 1)  # type: ignore[misc]
    with pytest.raises(AttributeError, match="read-only"):
        record.anything = 1


def test_edition_and_version_are_those_of_the_package(record: Record) -> None:
    assert record.edition >= date(2026, 7, 7) and len(record.version) == 12
    assert repr(record) == f"Record(edition={record.edition}, version='{record.version}')"


def test_releases_oldest_first_and_found_by_name(record: Record) -> None:
    held = record.releases()
    days = [one.released_on for one in held if one.released_on]
    assert days == sorted(days) and len(held) >= 21
    assert record.release("June 2024") == record.release("2024-06") == record.release("june 2024")
    with pytest.raises(UnknownNameError) as caught:
        record.release("2024-08")
    assert "2024-06" in caught.value.suggestions
    assert record.releases("kiel")[-1].id == "30" or record.releases("kiel")[-1].released_on is None


def test_the_newest_release_of_a_day(record: Record) -> None:
    assert record.newest_release(date(2016, 7, 3)) is None
    newest = record.newest_release(date(2025, 2, 13))
    assert newest is not None and newest.id == "2024-06"
    outlook = record.newest_release(date(2025, 2, 13), "weo")
    assert outlook is not None and outlook.id == "WEO-2024-10"


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2025, 2, 13), 2024), (date(2025, 5, 1), 2024), (date(2025, 9, 1), 2025), (date(2026, 7, 7), 2026)],
)
def test_now_means_the_newest_year_of_the_newest_release_of_the_day(record: Record, day: date, year: int) -> None:
    assert record.newest_year(day) == year
    assert record.newest_year(day, "allies_at_guideline") == year
    assert record.newest_year(date(2016, 1, 1)) is None


def test_a_damaged_table_is_named_at_load(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    assert load_record(root).version == load_record().version
    table = root / "people" / "offices.csv"
    table.write_bytes(table.read_bytes().replace(b"Rutte", b"Rutta", 1))
    with pytest.raises(RecordError, match=r"people/offices\.csv"):
        load_record(root)


def test_loading_the_record_imports_no_heavy_library() -> None:
    code = (
        "import sys; from burdenshare.record import load_record; load_record();"
        " print([name for name in ('polars', 'numpy', 'rich', 'jinja2', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
