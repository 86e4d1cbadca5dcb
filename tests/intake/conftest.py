"""A data folder of its own for each test, and deliveries made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from burdenshare.intake.model import PLACE, Delivery, Given
from burdenshare.record.tables import Row


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BURDENSHARE_DATA", str(folder))
    return folder


GIVEN = Given("made-up.xlsx", b"the bytes of a workbook", "")


def cell(ally: str, year: int, value: str, *, release: str = "2026-09", measure: str = "share_of_gdp") -> Row:
    """A row of NATO's table as a reader delivers it."""
    return {
        "release": release,
        "released_on": f"{release}-03",
        "ally": ally,
        "year": str(year),
        "measure": measure,
        "price_basis": "constant_2021",
        "unit": "%",
        "value": value,
        "estimate": "false",
        "source": GIVEN.key,
        PLACE: f"TABLE3!D{year - 2000}",
    }


def delivery(rows: Sequence[Row], *, release: str = "2026-09", full: bool = True) -> Delivery:
    """A release of NATO that holds `rows`."""
    described: Row = {
        "release": release,
        "publisher": "nato",
        "released_on": f"{release}-03",
        "title": "Defence Expenditure of NATO Countries, made up",
        "own_year": "2026",
        "definition": "core",
        "date_known_from": "named on import",
        PLACE: "",
    }
    source: Row = {
        "source": GIVEN.key,
        "table": "nato/expenditure.csv",
        "pattern": f"source={GIVEN.key}",
        "publisher": "NATO",
        "title": "a made-up workbook",
        "address": "",
        "grade": "official",
        "precision": "full" if full else "printed",
        "licence": "credit NATO",
        "redistribution": "facts only",
        "as_of": "",
        "note": f"sha256 {GIVEN.sha256}",
        PLACE: "",
    }
    tables = {"nato/expenditure.csv": tuple(rows), "nato/releases.csv": (described,), "sources.csv": (source,)}
    return Delivery(
        "nato-workbook", described["title"], "nato", release, date.fromisoformat(f"{release}-03"), tables, full
    )
