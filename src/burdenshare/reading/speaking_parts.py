"""What may speak in a sentence, before anybody is found to: its mentions, and a source with its words."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.mentions import PersonMention, SubjectMention, TitleMention
from burdenshare.reading.tokens import Token


@quick
@dataclass(frozen=True, slots=True)
class Source:
    """Who a frame points to, before resolution. `kind`: person, title, body, pronoun, name, phrase or document."""

    first: int
    last: int
    kind: str
    person: PersonMention | None = None
    title: TitleMention | None = None
    body: SubjectMention | None = None
    words: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Parts:
    """The mentions of one sentence that can speak, and which tokens are inside quotes."""

    tokens: list[Token]
    persons: list[PersonMention]
    titles: list[TitleMention]
    subjects: list[SubjectMention]
    quoted: list[bool]


def words_of(parts: Parts, first: int, end: int) -> str:
    """The words of tokens `first`..`end` as they stand."""
    words = ""
    for i in range(first, end):
        token = parts.tokens[i]
        words += (" " if words and parts.tokens[i - 1].end < token.start else "") + token.text
    return words
