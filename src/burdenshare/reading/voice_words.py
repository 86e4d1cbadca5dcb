"""The word lists of attribution (`glean_voices.toml`, `speech.toml`), each read once."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@cache
def voice_words(name: str) -> frozenset[str]:
    """The words of one list of `glean_voices.toml`."""
    return frozenset(load_table("glean_voices")[name]["words"])


@cache
def speech_words(name: str) -> frozenset[str]:
    """The words of one list of `speech.toml`."""
    return frozenset(load_table("speech")[name]["words"])


@cache
def verbs() -> Trie[str]:
    """Verbs of saying with their class: `say`, `stance`, `figure` or `put`; a verb may be in several."""
    speech, ours = load_table("speech"), load_table("glean_voices")
    rows = [("say", speech["say"]), ("say", ours["say"]), ("stance", speech["stance"]), ("stance", ours["stance"])]
    rows += [("figure", ours["figure"]), ("put", ours["put"])]
    return Trie((words, name) for name, row in rows for words in row["words"])


@cache
def frame_openers() -> frozenset[str]:
    """The words with which a frame of speech can start: verbs, `according`, nouns of saying, prepositions of views."""
    firsts = verbs().openers() | according().openers() | voice_words("acts") | voice_words("wishes")
    return firsts | {"by", "in", "on", "from"}


@cache
def according() -> Trie[str]:
    """Phrases that introduce a source without a verb."""
    words = [*load_table("speech")["according"]["words"], *load_table("glean_voices")["according"]["words"]]
    return Trie((phrase, "according") for phrase in words)
