"""Where a text is worth a look: the places of the table's signs, found by plain letters before any pattern is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from burdenshare.checking.arithmetic.language import table, word_set
from burdenshare.reading.sentences import Sentence, sentences

_NUMBER = (
    r"(?:(?:us|a|c)?[$€£]? ?\d|(?:eur|usd|pln|gbp) ?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|eighty"
    r"|half)\b)"
)
_COUNTRIES = "@countries"


@dataclass(frozen=True, slots=True)
class Sign:
    """Letters to look for, what must follow them, whether the sentence in front belongs to it, and whether capitals
    are told apart."""

    letters: str
    near: re.Pattern[str]
    before: bool
    cased: bool = False


@cache
def signs() -> tuple[Sign, ...]:
    """The signs of the table; `@countries` stands for each word by which countries are counted."""
    found = []
    for row in table()["sign"]:
        near = re.compile(row["near"].replace("#", _NUMBER))
        every = sorted(word_set("nouns")) if row["letters"] == _COUNTRIES else [row["letters"]]
        cased = row["letters"] == _COUNTRIES  # the names behind it are told by their capitals
        found += [Sign(letters, near, bool(row.get("before")), cased) for letters in every]
    return tuple(found)


class Places:
    """The sentences of a text, split paragraph by paragraph and only where they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._break = "\n\n" if "\n\n" in text else "\n"
        self._held: dict[int, list[Sentence]] = {}

    def at(self, offset: int) -> tuple[list[Sentence], int]:
        """The sentences of the paragraph around an offset, and which of them holds it."""
        start = self.text.rfind(self._break, 0, offset) + 1
        if start not in self._held:
            end = self.text.find(self._break, offset)
            piece = self.text[start : end if end >= 0 else len(self.text)]
            self._held[start] = [Sentence(start + s.start, start + s.end, s.block) for s in sentences(piece)]
        held = self._held[start]
        return held, max((i for i, one in enumerate(held) if one.start <= offset), default=0)

    def sentence(self, offset: int) -> str:
        """The words of the sentence around an offset."""
        held, at = self.at(offset)
        return self.text[held[at].start : held[at].end] if held else ""


def worth(places: Places) -> Iterator[tuple[Sentence, Sentence | None]]:
    """The sentences that bear a sign, each with the one behind it in its paragraph, in no order."""
    text = places.text
    lower = text.lower()
    if len(lower) != len(text):
        lower = text  # a letter whose small form is longer would move every place behind it
    seen: set[int] = set()
    for sign in signs():
        at = lower.find(sign.letters)
        while at >= 0:
            behind = at + len(sign.letters)
            if sign.near.match(text if sign.cased else lower, behind):
                held, here = places.at(at + 1)
                for one in range(max(0, here - sign.before), here + 1):
                    if held and held[one].start not in seen:
                        seen.add(held[one].start)
                        following = held[one + 1] if one + 1 < len(held) else None
                        yield held[one], following if following and following.block == held[one].block else None
            at = lower.find(sign.letters, behind)
