"""A newsroom's own expectations: rows of an `expected.csv`, held against the reports of the articles beside it.

A row names an article, the day it is read as of, and some of its words; every other filled column is an expectation.
`a|b` means either, an empty alternative means "none", an empty column is not checked, `why` is for people. A row is met
when one statement overlapping one occurrence of the words meets all of its columns.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path

from burdenshare.checking.model import Checked, Judgement, Verdict
from burdenshare.errors import InputError, UnknownNameError
from burdenshare.reading.model import Interval, Kind, Mode, Span, Statement
from burdenshare.report.report import Report

EXPECTED = "expected.csv"

NEAR = 0.005
"""Two ways of writing one number (0.667 and 2/3) differ by less than this, relatively; two different numbers do not."""

SCALES = {"bn": 1e9, "billion": 1e9, "m": 1e6, "million": 1e6, "tn": 1e12, "trillion": 1e12, "thousand": 1e3}

_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(?:\s*/\s*(\d+))?(?:\s*([a-z]+))?")


@dataclass(frozen=True, slots=True)
class Row:
    """One expectation; each column as written. `line` is its line in the file."""

    line: int
    article: str
    on: str = ""
    words: str = ""
    kind: str = ""
    subject: str = ""
    measure: str = ""
    comparator: str = ""
    value: str = ""
    unit: str = ""
    period: str = ""
    speaker: str = ""
    mode: str = ""
    then: str = ""
    now: str = ""
    why: str = ""

    @property
    def day(self) -> date | None:
        """The day to read the article as of; None leaves it to the article."""
        try:
            return date.fromisoformat(self.on) if self.on else None
        except ValueError:
            raise InputError(f"'{self.on}' is not a day", where=f"line {self.line}", remedy="use YYYY-MM-DD") from None


COLUMNS = tuple(field.name for field in fields(Row) if field.name != "line")
NEEDED = ("article", "words")

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "comparator": ("=", "~", "<", "<=", ">", ">=", "between", "increase", "decrease"),
    "mode": tuple(Mode),
    "then": tuple(Verdict),
    "now": tuple(Verdict),
}
"""Columns that know few words. A misspelt one could never be met, and would look like a wrong verdict."""

CALLED = {"then": "verdict", "now": "verdict"}
"""What a word of such a column is called where its name is not the column's."""


def read_rows(path: Path) -> list[Row]:
    """The rows of an `expected.csv`.

    Raises InputError for an unreadable file, unknown or missing columns, words a column does not know, and no rows.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            table = csv.DictReader(stream)
            names = [name.strip() for name in table.fieldnames or ()]
            _known_columns(names, path)
            rows = [_row(table.line_num, dict(zip(names, record.values(), strict=False)), path) for record in table]
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(
            f"cannot be read ({fault})", where=str(path), remedy="give a folder with expected.csv"
        ) from None
    if not rows:
        raise InputError("has no rows", where=str(path), remedy="write one row for each expected statement")
    return rows


def _known_columns(names: list[str], path: Path) -> None:
    if unknown := [name for name in names if name not in COLUMNS]:
        raise InputError(f"unknown column '{unknown[0]}'", where=str(path), remedy=f"use {', '.join(COLUMNS)}")
    if missing := [name for name in NEEDED if name not in names]:
        raise InputError(f"column '{missing[0]}' is missing", where=str(path), remedy=f"use {', '.join(COLUMNS)}")


def _row(line: int, record: dict[str, str | None], path: Path) -> Row:
    filled = {name: (text or "").strip() for name, text in record.items()}
    if not filled["article"] or not filled["words"].strip():
        raise InputError("article and words are needed in every row", where=f"{path}, line {line}")
    for column, known in CHOICES.items():
        for word in filter(None, (one.strip() for one in filled.get(column, "").split("|"))):
            if word not in known:
                raise UnknownNameError(
                    CALLED.get(column, column), word, known, where=f"{path}, line {line}, column {column}"
                )
    return Row(line=line, **filled)


# Where the words stand -----------------------------------------------------------------------------------------------


def occurrences(words: str, text: str) -> list[Span]:
    """Every place of `words` in `text`, whatever the quotation marks, dashes, blanks and letter case."""
    folded, offsets = _folded(text)
    wanted = _folded(words)[0].strip()
    spans, at = [], folded.find(wanted)
    while wanted and at >= 0:
        spans.append(Span(offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + 1)
    return spans


_QUOTES = {ord(mark): "'" for mark in '‘’‚‛′`´“”„‟″«»"'}
_DASHES = {ord(mark): "-" for mark in "‐‑‒–—―−"}


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, list[int]]:
    """`text` with one kind of quote, dash and single blank, and where each of its characters came from."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(text):
        if unicodedata.category(letter) in ("Cf", "Mn"):
            continue
        one = " " if letter.isspace() else letter.translate(_QUOTES | _DASHES).casefold()[:1]
        if one == " " and letters and letters[-1] == " ":
            continue
        letters.append(one)
        offsets.append(offset)
    return "".join(letters), offsets


# Is the row met ------------------------------------------------------------------------------------------------------


def failure(row: Row, report: Report) -> str:
    """Why `report` does not meet `row`: empty where it does, else the candidates and their differences."""
    spans = occurrences(row.words, report.checked.document.text)
    if not spans:
        return f"{_told(row)}\nthe words do not stand in the article"
    candidates = [entry for entry in report.checked.checked if any(_overlap(entry, span) for span in spans)]
    differing = [(entry, list(differences(row, entry))) for entry in candidates]
    if any(not found for _, found in differing):
        return ""
    if not candidates:
        aside = [entry.reason for entry in report.checked.unaccounted if _touches(entry.span, spans)]
        return f"{_told(row)}\nno statement overlaps the words" + (f" (not accounted for: {aside[0]})" if aside else "")
    lines = [f"  {entry.statement.id} “{entry.statement.text}”: {'; '.join(found)}" for entry, found in differing]
    return "\n".join([_told(row), f"{len(candidates)} candidate(s), none meets every column:", *lines])


def differences(row: Row, entry: Checked) -> Iterator[str]:
    """The columns of `row` that `entry` does not meet, each as `column: expected …, found …`."""
    for column, (meets, shown) in CHECKS.items():
        expected = getattr(row, column)
        if expected and not any(meets(alternative.strip(), entry) for alternative in expected.split("|")):
            yield f"{column}: expected {expected}, found {shown(entry) or 'none'}"


def _told(row: Row) -> str:
    filled = [f"{name}={getattr(row, name)}" for name in COLUMNS if getattr(row, name)]
    return f"line {row.line}: " + ", ".join(filled)


def _overlap(entry: Checked, span: Span) -> bool:
    said = entry.statement
    return _touches(span, [said.span, said.focus, *said.repeats])


def _touches(one: Span, spans: list[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for span in spans)


def _subject(expected: str, entry: Checked) -> bool:
    return {code.strip() for code in expected.split(";") if code.strip()} == set(entry.statement.subject)


def _period(expected: str, entry: Checked) -> bool:
    """The same period; a stretch may stand as baseline and period; a day lies in its month for dated happenings."""
    statement = entry.statement
    stretches = {
        f"{baseline}/{statement.period}" for baseline in (statement.baseline, *statement.baselines) if baseline
    }
    if expected in {statement.period, *stretches}:
        return True
    dated = statement.kind in (Kind.EVENT, Kind.PROMISE)
    return dated and bool(expected) and statement.period.startswith(f"{expected}-")


def _name(expected: str, entry: Checked) -> bool:
    return _plain(expected) == _plain(entry.statement.speaker.name)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().split())


def _value(expected: str, entry: Checked) -> bool:
    statement = entry.statement
    if not expected or statement.value is None:
        return not expected and statement.value is None
    wanted = expected.casefold()
    below = wanted.endswith(" below")
    ends = [_parsed(part) for part in wanted.removesuffix(" below").split(" to ")]
    if len(ends) == 2:
        return _same(statement.value.low, ends[0]) and _same(statement.value.high, ends[1])
    if below != statement.below:
        return statement.unit == "fraction" and _means(statement.value, 1 - ends[0])
    return _means(statement.value, ends[0])


def _means(value: Interval, wanted: float) -> bool:
    """Whether `value` is the interval of the number `wanted`: its central number where it has one, else an end."""
    outside = not value.low <= value.central <= value.high
    bounds = [bound for bound in (value.low, value.high) if math.isfinite(bound)]
    if not value.central and outside:
        middle = sum(bounds) / len(bounds) if bounds else math.nan
        return any(_same(bound, wanted) for bound in (*bounds, middle))
    return _same(value.central, wanted) or (len(bounds) == 1 and _same(bounds[0], wanted))


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=NEAR, abs_tol=1e-9)


def _parsed(text: str) -> float:
    """`485 bn`, `1/3`, `32`, `2.5 million` as a number. Raises InputError."""
    found = _NUMBER.fullmatch(text.strip().removesuffix("%").strip())
    scale = SCALES.get(found[3], 0.0) if found and found[3] else 1.0
    if not found or not scale:
        raise InputError(f"'{text}' is not a value", remedy="write 485 bn, 1/3, 1/3 below, 3 to 7 or 32")
    return float(found[1].replace(",", "")) / float(found[2] or 1) * scale


def _verdict(judgement: Judgement | None) -> str:
    return "" if judgement is None else judgement.verdict.value


def _shown_value(statement: Statement) -> str:
    value = statement.value
    if value is None:
        return ""
    return f"{value.low:g} to {value.high:g} (central {value.central:g})" + (" below" if statement.below else "")


CHECKS: dict[str, tuple[Callable[[str, Checked], bool], Callable[[Checked], str]]] = {
    "kind": (lambda text, entry: text == entry.statement.kind.value, lambda entry: entry.statement.kind.value),
    "subject": (_subject, lambda entry: ";".join(entry.statement.subject)),
    "measure": (lambda text, entry: text == entry.statement.measure, lambda entry: entry.statement.measure),
    "comparator": (lambda text, entry: text == entry.statement.comparator, lambda entry: entry.statement.comparator),
    "value": (_value, lambda entry: _shown_value(entry.statement)),
    "unit": (lambda text, entry: text == entry.statement.unit, lambda entry: entry.statement.unit),
    "period": (_period, lambda entry: entry.statement.period),
    "speaker": (_name, lambda entry: entry.statement.speaker.name),
    "mode": (lambda text, entry: text == entry.statement.speaker.mode.value, lambda e: e.statement.speaker.mode.value),
    "then": (lambda text, entry: text == _verdict(entry.then), lambda entry: _verdict(entry.then)),
    "now": (lambda text, entry: text == _verdict(entry.now), lambda entry: _verdict(entry.now)),
}
"""Column to (does one alternative meet the statement, what the statement has there)."""


class Articles:
    """The reports of a folder's articles, each checked once a day it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reports: dict[tuple[str, date | None], Report] = {}

    def report(self, row: Row) -> Report:
        """The report of the row's article as of the row's day. Raises DocumentError and DateError."""
        from burdenshare.reading.inputs import load_document
        from burdenshare.report.article import check

        key = (row.article, row.day)
        if key not in self._reports:
            self._reports[key] = check(load_document(self.folder / row.article, on=row.day))
        return self._reports[key]
