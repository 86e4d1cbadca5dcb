"""The words of `layout.toml` as values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

PLACE = Path(__file__).with_name("layout.toml")

_MARKS = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the summary. `unit` is a key of `Layout.units`, empty where it has none."""

    id: str
    headers: tuple[str, ...]
    unit: str
    members_only: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """What the workbook's words mean. All words are folded as `folded` does it."""

    sheets: Mapping[str, tuple[str, ...]]
    release: tuple[str, ...]
    published: tuple[str, ...]
    start: date
    units: Mapping[str, tuple[str, ...]]
    columns: tuple[Column, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    shares: tuple[tuple[str, str], ...]
    known: Mapping[str, str]
    donors: Mapping[str, str]
    main: Mapping[str, tuple[str, ...]]

    def unit(self, text: str) -> str:
        """The key of a unit as it is printed, empty for one nobody knows."""
        return next((key for key, words in self.units.items() if folded(text) in words), "")


def folded(text: str) -> str:
    """A printed word as it is compared: lower case, single blanks, no footnote marks."""
    return " ".join(_MARKS.sub("", text).casefold().split())


@cache
def layout() -> Layout:
    """The packaged table."""
    told = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    columns = tuple(
        Column(one["as"], tuple(one["header"]), one.get("unit", ""), one.get("only", "") == "member")
        for one in told["column"]
    )
    return Layout(
        sheets={name: tuple(words) for name, words in told["sheets"].items()},
        release=tuple(told["cover"]["release"]),
        published=tuple(told["cover"]["published"]),
        start=told["cover"]["start"],
        units={name: tuple(words) for name, words in told["units"].items()},
        columns=columns,
        sums=tuple((one["total"], tuple(one["parts"])) for one in told["sum"]),
        shares=tuple((one["share"], one["of"]) for one in told["share"]),
        known=told["known"],
        donors=told["donors"],
        main={name: tuple(words) for name, words in told["main"].items()},
    )
