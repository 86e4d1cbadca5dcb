"""The how-to of mappings tells every section, key and word, and its example is the one that is tried."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from burdenshare.intake import mapping
from burdenshare.intake.mapped import spec
from burdenshare.intake.mapped.model import FileForm, Numbers, Told
from burdenshare.intake.model import Asked, Given
from burdenshare.record import Record

ROOT = Path(__file__).parent.parent.parent.parent
PAGE = (ROOT / "docs" / "how-to-mapping.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        spec.SECTIONS,
        spec.RULE,
        spec.FORMS,
        spec.ENCODINGS,
        spec.CLOSED,
        tuple(FileForm.__dataclass_fields__),
        tuple(Numbers.__dataclass_fields__),
        tuple(Told.__dataclass_fields__),
    ],
)
def test_every_word_is_told(words: tuple[str, ...]) -> None:
    assert [
        one for one in words if not re.search(rf"`[^`\n]*\b{re.escape(one)}\b[^`\n]*`", PAGE) and one != "table"
    ] == []
    assert "table =" in PAGE


def test_the_example_of_the_page_gives_its_row(record: Record) -> None:
    (table,) = re.findall(r"^```text\n(country,.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    text = next(one for one in re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE) if "[source]" in one)
    delivery = mapping.read(Given("own.csv", table.encode()), Asked(mapping=text), record)
    (row,) = delivery.tables["commitments/commitments.csv"]
    assert (row["id"], row["actor"], row["made_on"], row["grade"]) == (
        "own-Norway-2035",
        "NOR",
        "2026-05-03",
        "secondary",
    )


def test_every_piece_of_toml_can_be_read() -> None:
    for piece in re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE):
        assert tomllib.loads(piece)
