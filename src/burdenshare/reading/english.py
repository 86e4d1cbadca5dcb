"""Is a text English enough to be read? By script first, then by the small words of each language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from burdenshare.reading.tables import load_table

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"\d[\d.,]*")
_SAMPLE = 200_000
"""Characters looked at: the language of a text does not change its mind after forty thousand words."""


def foreign(text: str) -> str:
    """Why `text` cannot be read as English, in a few words; empty where it can.

    A text with foreign quotations passes, a pasted table passes, and a short text passes unless it is written in
    another script or has only another language's small words. The limits stand in `tables/languages.toml`.
    """
    if _plainly_english(text):
        return ""
    limits = load_table("languages")["limits"]
    sample = text[:_SAMPLE]
    script = _other_script(sample, limits["other_script"])
    if script:
        return f"most of its letters are {script}"
    # letters of abbreviations ("U.S.") are no words of any language
    words = [word.casefold() for word in _WORD.findall(sample) if len(word) > 1 or word in "aAiI"]
    if len(words) < limits["enough_words"] and _abroad().isdisjoint(words):
        return ""
    counted = Counter(words)
    english = _hits(counted, _small_words()["english"])
    language, others = "", 0
    if counted.keys() & _abroad():
        language, others = max(
            ((name, _hits(counted, small)) for name, small in _small_words().items() if name != "english"),
            key=lambda pair: pair[1],
        )
    if others > english and (others >= 2 if len(words) < limits["few_words"] else True):
        return f"its small words are {language.replace('_', ' ')}"
    numbers = len(_NUMBER.findall(sample))
    tabular = numbers >= limits["table"] * (len(words) + numbers)
    if len(words) >= limits["enough_words"] and english < limits["least_english"] * len(words) and not tabular:
        return "it has hardly any English small words"
    return ""


_EACH = 120
"""English prose has `the` or `and` once in some seventy characters."""


def _plainly_english(text: str) -> bool:
    """Whether `the` and `and` stand in it as often as in English prose: no other language has these two words."""
    return 60 <= len(text) < _EACH * (text.count(" the ") + text.count(" and ")) and " the " in text


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Small words of each language; a word that is small in English tells nothing of another language."""
    table = load_table("languages")
    english = frozenset(table["english"]["words"])
    shared = english | {"a", "i", "in", "on", "no", "so", "as", "do", "per", "he", "is", "me", "an"}
    return {"english": english} | {name: frozenset(words) - shared for name, words in table["others"].items()}


@cache
def _abroad() -> frozenset[str]:
    """The small words of all other languages together: most English sentences hold none of them."""
    return frozenset().union(*(small for name, small in _small_words().items() if name != "english"))


def _hits(words: Counter[str], small: frozenset[str]) -> int:
    return sum(words[word] for word in words.keys() & small)


def _other_script(text: str, limit: float) -> str:
    """The commonest script outside Latin where it holds more than `limit` of the letters, else empty."""
    if text.isascii():
        return ""
    scripts: dict[str, int] = {}
    letters = 0
    for letter in filter(str.isalpha, text):
        letters += 1
        if not letter.isascii():
            name = _script(letter)
            scripts[name] = scripts.get(name, 0) + 1
    outside = {name: count for name, count in scripts.items() if name != "Latin"}
    if not letters or sum(outside.values()) <= limit * letters:
        return ""
    return max(outside, key=lambda name: outside[name])


@cache
def _script(letter: str) -> str:
    """`Cyrillic`, `Greek`, `Cjk`…: the first word of the letter's Unicode name."""
    return unicodedata.name(letter, "unknown").split(" ")[0].split("-")[0].capitalize()
