"""The assertions of the build: the package's rules (tests/intake/rules), run on what was built, stop it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import schema, tables
from tools.build_record import assemble, assertions, descriptor

Edit = Callable[[str], str]


def test_the_packaged_record_satisfies_every_assertion() -> None:
    assert list(assertions.faults(tables.PACKAGED)) == []


def replaced(old: str, new: str) -> Edit:
    """Replace one piece of text that must stand exactly once."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return edit


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, Edit], Path]:
    """A function that edits one table in a copy of the record and pins the copy anew."""

    def make(name: str, edit: Edit) -> Path:
        root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
        path = root / name
        path.write_bytes(edit(path.read_bytes().decode("utf-8")).encode("utf-8"))
        return pin(root)

    return make


def pin(root: Path) -> Path:
    raw = {table.path: (root / table.path).read_bytes() for table in schema.TABLES}
    parsed = {name: assemble.read_csv(held) for name, held in raw.items() if name.endswith(".csv")}
    (root / tables.DESCRIPTOR).write_bytes(descriptor.describe(raw, parsed, []))
    return root


def test_a_failed_assertion_stops_the_build(spoil: Callable[[str, Edit], Path]) -> None:
    root = spoil("commitments/members.csv", replaced("FIN,Finland,2023-04-04", "FIN,Finland,2023-04-05"))
    with pytest.raises(RecordError, match=r"EUR, FIN\]: from 2023-04-04, joined 2023-04-05"):
        assertions.refuse_broken(root)


def test_a_table_of_another_form_stops_the_build(spoil: Callable[[str, Edit], Path]) -> None:
    root = spoil("commitments/members.csv", replaced("ally,name,", "nation,name,"))
    with pytest.raises(RecordError, match="header nation,name,"):
        assertions.refuse_broken(root)


def test_a_correction_may_hide_no_fault(spoil: Callable[[str, Edit], Path]) -> None:
    """Rules look at the rows as the loader gives them: with the corrections laid over."""
    root = spoil("corrections.csv", replaced(",to,2025,2023-10-01,", ",to,2025,2019-09-01,"))
    with pytest.raises(RecordError, match="ends 2019-09-01, before 2019-10-01"):
        assertions.refuse_broken(root)


def test_many_faults_are_told_by_the_first() -> None:
    with pytest.raises(RecordError) as caught:
        assertions.refuse(str(number) for number in range(assertions.SHOWN + 1))
    assert caught.value.what.count(" | ") == assertions.SHOWN - 1
