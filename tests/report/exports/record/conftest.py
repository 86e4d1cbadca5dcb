"""A small record with a layer, and the whole packaged one, exported once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from burdenshare.record import tables
from burdenshare.record.layers import Layer
from tests.layering import EVENT, SHARE, VINTAGE, make_layer
from tools.fuzz_intake.small_record import small_record


@dataclass(frozen=True, slots=True)
class Made:
    """A record below `root`, and the layers over it."""

    root: Path
    layers: Sequence[Layer]


@pytest.fixture(scope="session")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The small record with two layers: one replaces and adds rows of four tables, the other covers one of them."""
    folder = tmp_path_factory.mktemp("layered")
    root = small_record(folder / "data", 300)
    source = {
        **dict.fromkeys(("table", "pattern", "publisher", "title", "licence"), "a test"),
        **dict.fromkeys(("address", "as_of", "note"), ""),
        "source": SHARE["source"],
        "grade": "official",
        "precision": "printed",
        "redistribution": "open",
        tables.PLACE: "",
    }
    released = {
        "release": VINTAGE["vintage"],
        "publisher": "weo",
        "released_on": VINTAGE["published_on"],
        "title": "World Economic Outlook, October 2026",
        "own_year": "2026",
        "definition": "",
        "date_known_from": "a test",
        tables.PLACE: "row 1",
    }
    first = make_layer(
        folder / "layers",
        {
            "nato/expenditure.csv": [SHARE],
            "macro/macro.parquet": [VINTAGE],
            "commitments/events.csv": [EVENT],
            "nato/releases.csv": [released],
            "sources.csv": [source],
        },
        published="2026-10-13",
    )
    newer = {**SHARE, "value": "2.90", "price_basis": "constant_2021", tables.PLACE: "TABLE3!E9"}
    second = make_layer(folder / "layers", {"nato/expenditure.csv": [newer]}, number=2)
    return Made(root, (first, second))
