"""The table of families: patterns over the shape of a sentence, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from burdenshare.checking.arithmetic.figures import Figure, Line
from burdenshare.checking.arithmetic.language import table
from burdenshare.checking.arithmetic.model import ArithmeticKind


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `families.toml`, its patterns compiled."""

    family: ArithmeticKind
    name: str
    cues: frozenset[str]
    pattern: re.Pattern[str]
    rest: re.Pattern[str] | None
    where: str
    firm: bool
    example: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a pattern: its figures by name, and the match itself over the shape of the line."""

    line: Line
    match: re.Match[str]
    figures: dict[str, Figure]

    def __getitem__(self, name: str) -> Figure:
        return self.figures[name]

    @property
    def tail(self) -> str:
        """The shape behind the match."""
        return self.line.shape[self.match.end() :]


_FIGURE = re.compile(r"<(\w):([A-Z]+)>")
_GAP = re.compile(r"~(\d)")
_LIST = re.compile(r"@(\w+)")
_PLAIN_WORD = r"(?: (?:[^\W\dA-Z_]+(?:'[^\W\d_]*)?|-(?= [a-z])|Y|\.s\.|u\.s\.|&))"
"""A word, a hyphen inside one, or a year: nothing that ends a clause."""


@cache
def rows() -> tuple[Row, ...]:
    """All rows in the order of the table."""
    return tuple(_row(one, table()["words"]) for one in table()["row"])


def of_family(kind: ArithmeticKind) -> tuple[Row, ...]:
    """The rows of one family."""
    return tuple(row for row in rows() if row.family is kind)


def _row(one: dict[str, object], words: dict[str, list[str]]) -> Row:
    rest = one.get("rest")
    cues = one["cues"]
    assert isinstance(cues, list)
    return Row(
        ArithmeticKind(str(one["family"])),
        str(one["name"]),
        frozenset(cues),
        _compiled(str(one["pattern"]), words),
        _compiled(str(rest), words) if rest else None,
        str(one.get("where", "")),
        bool(one.get("firm", True)),
        str(one["example"]),
        str(one["verdict"]),
        str(one["reason"]),
    )


def _compiled(pattern: str, words: dict[str, list[str]]) -> re.Pattern[str]:
    def listed(match: re.Match[str]) -> str:
        return "(?:" + "|".join(re.escape(word) for word in sorted(words[match[1]], key=len, reverse=True)) + ")"

    pattern = _LIST.sub(listed, pattern)
    pattern = _FIGURE.sub(lambda match: f"(?P<{match[1]}>[{match[2]}])", pattern)
    pattern = _GAP.sub(lambda match: f"{_PLAIN_WORD}{{0,{match[1]}}}", pattern)
    return re.compile(rf"(?<![^\s]){pattern}(?![^\s])")


def matches(pattern: re.Pattern[str], line: Line, start: int = 0) -> Iterator[Found]:
    """Every match of `pattern` in `line` from `start` on, with the figures its letters stand for."""
    for match in pattern.finditer(line.shape, start):
        named = {
            name: line.at[match.start(name)]
            for name, letter in match.groupdict().items()
            if letter is not None and match.start(name) in line.at
        }
        yield Found(line, match, named)
