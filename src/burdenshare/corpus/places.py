"""Where a run may go beside another one."""

from __future__ import annotations

from itertools import count

from burdenshare.corpus.manifest import NAME
from burdenshare.corpus.storage import storage_at


def beside(place: str) -> str:
    """`place` itself where it holds no run yet, else the first of `place-2`, `place-3`... that does not."""
    bare = place.rstrip("/")
    for number in count(1):
        name = bare if number == 1 else f"{bare}-{number}"
        if storage_at(name).read(NAME) is None:
            return name
    raise AssertionError  # count never ends
