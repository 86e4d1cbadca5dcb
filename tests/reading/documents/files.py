"""Files for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

PROSE = "The alliance said on Thursday that its members will spend more on defence than they did last year.\n"


def written(folder: Path, data: bytes | str, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path
