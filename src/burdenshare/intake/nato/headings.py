"""What a line of words says of the figures below it: title, measure, unit, prices; or that it is a note, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from burdenshare.intake.nato.labels import Title, bare, declared

_CORE = re.compile(r"\bcore\b\s*")
_BETWEEN = re.compile(r"[\s,:;.()\[\]/–—-]*")
_YEAR = r"((?:19|20)\d\d)"
_YEARS = r"(?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d ?e?"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says. `numbered`: it begins as titles of tables and pictures do; `title`: the title that it is, if it
    is known, which may also be the heading of a block (`measure`): the table above it decides; `core`: it speaks of
    core expenditure; `basis` as in the record (`constant_2015`); `note`: it says nothing of figures."""

    numbered: bool = False
    title: Title | None = None
    core: bool = False
    measure: str = ""
    unit: str = ""
    basis: str = ""
    note: bool = False

    @property
    def unknown(self) -> bool:
        """Whether nothing in it was understood."""
        return not (self.title or self.measure or self.unit or self.basis or self.note)


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    value: str
    title: Title | None = None


def heading_of(text: str) -> Heading:
    """What a line of words says."""
    plain = bare(text)
    prefix, picture = _prefixes()
    if picture.match(plain):
        return Heading(numbered=True)
    numbered = prefix.match(plain)
    if numbered is None and _is_note(text, plain):
        return Heading(note=True)
    rest = plain[numbered.end() :] if numbered else plain
    found = _covered(_CORE.sub("", rest))
    if found is None or (numbered and found.title is None):
        return Heading(numbered=numbered is not None)
    return replace(found, numbered=numbered is not None, core=_CORE.search(rest) is not None)


def _is_note(text: str, plain: str) -> bool:
    labels = declared()
    if len(plain) > labels.longest or not any(map(str.isalpha, plain)):
        return "%" not in plain
    return text.strip().casefold().startswith(labels.notes)


def _covered(text: str) -> Heading | None:
    """What the phrases of a line say together, None where they do not cover it wholly; fillers alone are a note."""
    found = Heading()
    at = _end(_BETWEEN, text, 0)
    while at < len(text):
        hit = _phrases()[0].match(text, at)
        if hit is None:
            return None
        found = _with(found, hit)
        at = _end(_BETWEEN, text, hit.end())
    return Heading(note=True) if found.unknown and text else found


def _with(found: Heading, hit: re.Match[str]) -> Heading:
    phrase = _phrases()[1][str(hit.lastgroup)]
    if phrase.kind == "title":
        return replace(found, title=phrase.title, measure=phrase.value or found.measure)
    if phrase.kind == "basis":
        year = next((one for one in hit.groups() if one and re.fullmatch(_YEAR, one)), "")
        return replace(found, basis=f"constant_{year}" if year else "current")
    if phrase.kind == "measure":
        return replace(found, measure=phrase.value)
    if phrase.kind == "unit":
        return replace(found, unit=phrase.value)
    return found


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    hit = pattern.match(text, at)
    return hit.end() if hit else at


@lru_cache(maxsize=1)
def _prefixes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of `table 8a :` and of the numbered titles of pictures."""
    numbered = r"(?:%s) ?\d+ ?[a-z]?\b[ :.–—-]*"
    labels = declared()
    return re.compile(numbered % "|".join(labels.tables)), re.compile(numbered % "|".join(labels.pictures))


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, _Phrase]]:
    """One pattern of all phrases, longest first, and what each of its groups means."""
    held = sorted(_declared_phrases(), key=lambda one: len(one[0]), reverse=True)
    groups = {f"p{number}": phrase for number, (_, phrase) in enumerate(held)}
    parts = [f"(?P<p{number}>{_pattern(words)})" for number, (words, _) in enumerate(held)]
    return re.compile("|".join(parts)), groups


def _declared_phrases() -> Iterable[tuple[str, _Phrase]]:
    labels = declared()
    titled = {words: title for title in labels.titles for words in title.words}
    for words, title in titled.items():
        yield words, _Phrase("title", labels.blocks.get(words, ""), title)
    yield from ((words, _Phrase("measure", name)) for words, name in labels.blocks.items() if words not in titled)
    yield from ((words, _Phrase("unit", name)) for words, name in labels.units.items())
    yield from ((words, _Phrase("basis", "")) for words in labels.bases)
    yield from ((words, _Phrase("filler", "")) for words in labels.fillers)


def _pattern(words: str) -> str:
    text = re.escape(words).replace(r"\{years\}", _YEARS).replace(r"\{year\}", _YEAR)
    return text + (r"(?![\w%])" if words[-1] not in "%)" else "")
