"""Furniture of a page: the lines that are not the article's. They stay in the text that is shown and are not read.

The phrases stand in `tables/furniture.toml`. A line is furniture whole or not at all, so no offset ever moves; when in
doubt it is text, since a lost statement is worse than a headline too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from burdenshare.reading.model import Span
from burdenshare.reading.tables import load_table

LONGEST = 400
"""Characters of a line above which it is a paragraph, whatever it begins with."""

LONGEST_HEADLINE = 140
"""Headlines under "Most read" are shorter; what is longer is text again."""

MOST_HEADLINES = 8
"""Lists of other articles are short; a ninth line under "Most read" is text again."""

FIGURE = re.compile(
    r"%|\bper\s?cent\b|\bpercent\b|\b(?:b|m|tr)illion\b|\d\s?bn\b|\bgdp\b|\d+\s+(?:of the\s+)?(?:\d+\s+)?(?:nato\s+)?"
    r"(?:allies|members|countries|states|nations)\b",
    re.IGNORECASE,
)
"""What a statement of ours cannot do without, as words or signs; a bare number is not enough ("7am", "5 min read")."""

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029\x0b\x0c]+")
_LEAD = re.compile(r"^[^\w(\[]+")
_TAIL = re.compile(r"[^\w)\]]+$")
_WORD = re.compile(r"[\w'-]+")
_LABELLED = re.compile(r"\s*[:|>»›]")
_CREDIT = re.compile(r"\s*[:|/]\s*[^:|.!?]{2,80}[.)\]]?$")
_COUNTED = re.compile(
    r"\(?(?:\d[\d,.]*k?\s*(?:comments?|shares?|likes?|views?|reactions?|replies|min(?:ute)?s?[\s-]read)"
    r"|(?:comments?|shares?|likes?|views?)\s*[(:]?\s*\d[\d,.]*k?\)?|shared [\d,.]+ times|reading time:? \d+ .{1,12})\)?"
)
_ENDED = tuple(".!?)]|”\"'")
_FINISHED = re.compile(r"[.!?…:;][\"”'’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: how it is held against a line, and whether a line with a figure stays text."""

    where: str
    words: tuple[str, ...]
    known: frozenset[str]
    figure_stays: bool
    credit: bool


def furniture(text: str) -> tuple[Span, ...]:
    """The lines of `text` that are furniture, in order."""
    found: list[Span] = []
    headlines, end = 0, -1
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        below = headlines and not _blank_between(text, end, match.start())
        kind = _kind(line)
        if not kind and below and _headline(line):
            kind, headlines = "headline", headlines - 1
        elif kind != "list":
            headlines = 0
        if kind == "list":
            headlines = MOST_HEADLINES
        if kind:
            found.append(Span(match.start(), match.end()))
        end = match.end()
    return tuple(found)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with blanks in place of every character of `spans`: as long as before, so that offsets hold."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(at, span.start)
        if span.end > start:
            pieces += (text[at:start], _BLANKS.sub(" ", text[start : span.end]))
            at = span.end
    return "".join((*pieces, text[at:])) if pieces else text


def lines_within(text: str, span: Span) -> Iterator[Span]:
    """The lines of one part of a text, each its own span."""
    for match in _LINE.finditer(text, span.start, span.end):
        if match.group().strip():
            yield Span(match.start(), match.end())


_BLANKS = re.compile(r"[^\r\n]")


def _kind(line: str) -> str:
    """How `line` is furniture (the `where` of its row), or empty where it is text."""
    if len(line) > LONGEST:
        return ""
    low = _LEAD.sub("", " ".join(line.casefold().replace("’", "'").split()))
    bare = _TAIL.sub("", low)
    if not bare:
        return ""
    if _COUNTED.fullmatch(bare):
        return "whole"
    if not _signs().any_in(low, bare):
        return ""
    for row in _rows():
        if _holds(row, low, bare) and not (row.figure_stays and FIGURE.search(line)):
            return row.where
    return ""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a line must have for any row to take it, of all rows together: most lines are of the article, and are told
    by one look in place of one a row."""

    whole: frozenset[str]
    first: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    within: tuple[str, ...]

    def any_in(self, low: str, bare: str) -> bool:
        """Whether a row may take the line; `low` and `bare` as for `_holds`."""
        if low.startswith(self.starts) or bare.endswith(self.ends) or bare.strip("()[] ") in self.whole:
            return True
        word = _WORD.search(low)
        return (word is not None and word.group() in self.first) or any(one in low for one in self.within)


@cache
def _signs() -> Signs:
    told: dict[str, list[str]] = {"whole": [], "first": [], "starts": [], "ends": [], "within": []}
    for row in _rows():
        told["within" if row.credit else _SIGN_OF.get(row.where, "within")] += row.words
    return Signs(
        frozenset(told["whole"]),
        frozenset(told["first"]),
        tuple(told["starts"]),
        tuple(told["ends"]),
        tuple(told["within"]),
    )


_SIGN_OF = {
    "whole": "whole",
    "list": "whole",
    "made_of": "first",
    "label": "starts",
    "opens": "starts",
    "ends": "ends",
}
"""Where the words of a row must stand in a line, by its `where`; of the others, anywhere in it."""


def _holds(row: Row, low: str, bare: str) -> bool:
    """Whether a row takes the line: `low` in small letters, `bare` without the signs behind it as well."""
    match row.where:
        case "whole" | "list":
            return bare.strip("()[] ") in row.known
        case "made_of":
            words = _WORD.findall(low)
            return len(words) > 1 and row.known.issuperset(words) and words[0] not in ("on", "and", "by", "this")
        case "label":
            return low.startswith(row.words) and any(
                low.startswith(word) and _LABELLED.match(low, len(word)) for word in row.words
            )
        case "opens":
            return low.startswith(row.words) and any(
                low.startswith(word) and not low[len(word) : len(word) + 1].isalpha() for word in row.words
            )
        case "ends" if row.credit:
            return any(_credited(low, word) for word in row.words)
        case "ends":
            return bare.endswith(row.words)
        case _:
            return any(word in low for word in row.words)


def _credited(low: str, word: str) -> bool:
    """Whether a caption ends here, and then the label `word` with a name behind it."""
    at = low.rfind(word)
    before = low[:at].rstrip(" (")
    return at > 0 and before[-1:] in _ENDED and _CREDIT.match(low, at + len(word)) is not None


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(
        Row(
            row["where"],
            tuple(row["words"]),
            frozenset(row["words"]),
            row.get("figure") == "stays",
            row.get("credit", False),
        )
        for row in load_table("furniture")["lines"]
    )


def _headline(line: str) -> bool:
    return len(line) <= LONGEST_HEADLINE and not _FINISHED.search(line)


def _blank_between(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) > 1
