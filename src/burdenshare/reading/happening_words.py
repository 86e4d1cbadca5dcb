"""The phrases that open a happening, built once from `tables/events.toml`."""

from __future__ import annotations

from functools import lru_cache

from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@lru_cache(maxsize=1)
def _tries() -> dict[str, Trie[str]]:
    return {name: Trie((words, name) for words in row["words"]) for name, row in load_table("events").items()}


def spans(name: str, parsed: Parsed) -> list[tuple[int, int]]:
    """Where phrases of one row of the table stand in a sentence."""
    trie = _tries()[name]  # most sentences hold not even the first word of one
    return [(hit.first, hit.last) for hit in trie.find_in(parsed.tokens, parsed.lows, parsed.words)]
