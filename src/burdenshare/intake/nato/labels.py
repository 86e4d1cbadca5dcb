"""The table of labels, read once: titles, blocks, measures, units, price bases, names, currencies and marks."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DECLARED = Path(__file__).with_name("labels.toml")

_SUPERSCRIPTS = re.compile("[¹²³⁰-₉ᵃ-ᶻ]")
_MARKS = re.compile(r"[*†‡]")
_REFERENCES = re.compile(r"\((?:[a-z]|\d{1,2})\)", re.IGNORECASE)
_QUOTES = str.maketrans("’‘`´", "''''")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title of a table means; the fields are told at the head of `labels.toml`."""

    words: tuple[str, ...]
    measure: str
    blocks: frozenset[str]
    counts: bool
    left_out: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What the record allows for a measure: its units, the one its name implies, and whether it has prices."""

    units: frozenset[str]
    unit: str
    prices: str


@dataclass(frozen=True, slots=True)
class Labels:
    """All that `labels.toml` says; `phrases` and `references` as in the sections of that file."""

    titles: tuple[Title, ...]
    measures: Mapping[str, Measured]
    blocks: Mapping[str, str]
    units: Mapping[str, str]
    bases: Mapping[str, bool]
    fillers: frozenset[str]
    tables: tuple[str, ...]
    pictures: tuple[str, ...]
    notes: tuple[str, ...]
    longest: int
    missing: frozenset[str]
    names: Mapping[str, str]
    left_names: Mapping[str, str]
    currencies: Mapping[str, tuple[str, ...]]
    recognised: Mapping[str, tuple[str, ...]]
    day: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def declared() -> Labels:
    """The packaged table."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> Labels:
    """Labels from the text of a table."""
    table = tomllib.loads(text)
    return Labels(
        titles=tuple(_title(one) for one in table["title"]),
        measures={
            name: Measured(frozenset(one["units"]), one.get("unit", ""), one["prices"])
            for name, one in table["measure"].items()
        },
        blocks=_by_word(table["block"], "measure"),
        units=_by_word(table["unit"], "unit"),
        bases={word: bool(one["constant"]) for one in table["basis"] for word in one["words"]},
        fillers=frozenset(table["fillers"]["words"]),
        tables=tuple(table["numbered"]["words"]),
        pictures=tuple(table["numbered"]["others"]),
        notes=tuple(table["notes"]["begins"]),
        longest=int(table["notes"]["longest"]),
        missing=frozenset(table["missing"]["marks"]),
        names=_by_word(table["name"], "entity"),
        left_names=_by_word(table["left_name"], "why"),
        currencies={word: tuple(one["codes"]) for one in table["currency"] for word in one["words"]},
        recognised={name: tuple(words) for name, words in table["recognised"].items() if isinstance(words, list)},
        day={name: tuple(words) for name, words in table["day"].items() if isinstance(words, list)},
    )


def _title(one: Mapping[str, Any]) -> Title:
    return Title(
        words=tuple(one["words"]),
        measure=one["measure"],
        blocks=frozenset(one["blocks"]),
        counts=bool(one["counts"]),
        left_out=one.get("left_out", ""),
    )


def _by_word(rows: Iterable[Mapping[str, Any]], field: str) -> dict[str, str]:
    return {word: str(one[field]) for one in rows for word in one["words"]}


def bare(text: str) -> str:
    """Words without footnote marks (`*`, superscripts, `(1)`, `(a)`), case and needless blanks."""
    plain = _REFERENCES.sub(" ", _MARKS.sub(" ", _SUPERSCRIPTS.sub("", text)))
    return " ".join(unicodedata.normalize("NFKC", plain).translate(_QUOTES).casefold().split())
