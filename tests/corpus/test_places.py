"""A run starts beside another one, never into it."""

from __future__ import annotations

from pathlib import Path

from burdenshare.corpus.manifest import NAME
from burdenshare.corpus.places import beside
from burdenshare.corpus.storage import storage_at


def test_the_first_place_without_a_run(tmp_path: Path) -> None:
    place = str(tmp_path / "out")
    for name in (place, f"{place}-2", f"{place}-3"):
        assert beside(place) == name
        assert beside(f"{place}/") == name
        storage_at(name).write(NAME, b"{}")
