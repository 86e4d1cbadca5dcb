"""One figure from a cell or a printed word: a number, a mark for none, or something that is neither.

A workbook's cell is a number already; where it is text, it is read only if it cannot mean two numbers. Documents print
thousands with commas throughout, so there `2,345` is one number; three decimals they never print, so `2.345` is not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from burdenshare.intake.grid import Value
from burdenshare.intake.nato.labels import bare, declared

_MINUS = str.maketrans("−‐‑–", "----")
_ESTIMATE = re.compile(r"(?<=[\d%])\s*(?:e|\(e\))$", re.IGNORECASE)
_PER_CENT = re.compile(r"(?<=\d)\s*%$")
_SPACED = re.compile(r"-?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?")
_PRINTED = re.compile(r"-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?")
_POINTED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_MIXED = re.compile(r"-?[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+|(?:,\d{3}){2,}|(?:\.\d{3}){2,})")
_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the unit of its table. `digits`: as the record keeps it; `estimate`: marked so beside the figure."""

    digits: str
    estimate: bool = False


class UnreadableError(ValueError):
    """A cell that holds neither a number nor a mark for none; says what it holds."""


def cell_figure(raw: Value) -> Figure | None:
    """The figure of a workbook's cell, None where there is none. Raises UnreadableError."""
    if raw is None:
        return None
    if isinstance(raw, bool):
        raise UnreadableError(f"holds the word {str(raw).upper()}")
    if isinstance(raw, float):
        if not math.isfinite(raw):
            raise UnreadableError("holds no finite number")
        return Figure(digits_of(raw))
    if isinstance(raw, date):
        raise UnreadableError(f"holds a day ({raw.isoformat()})")
    return _text_figure(raw)


def digits_of(number: float) -> str:
    """The shortest digits that are this number: `59600`, `2.059744897819824`."""
    return repr(number).removesuffix(".0")


def _text_figure(raw: str) -> Figure | None:
    text, estimate = _unmarked(raw)
    if text in declared().missing:
        return None
    text = text.translate(_MINUS)
    if _TWO_WAYS.fullmatch(text):
        raise UnreadableError(f"holds the text '{raw}', which can be read in two ways")
    if _SPACED.fullmatch(text):
        whole = re.sub(r"\s", "", text).replace(",", ".")
    elif _MIXED.fullmatch(text):
        whole = _point(text)
    elif _PLAIN.fullmatch(text):
        whole = text.replace(",", ".")
    else:
        raise UnreadableError(f"holds the text '{raw[:40]}', which is no number")
    return Figure(digits_of(float(whole)), estimate)


def _point(text: str) -> str:
    """A number with marks for thousands, without them and with a point: the mark that stands last and once is the
    decimal one."""
    last = max(text.rfind(","), text.rfind("."))
    if text.count(text[last]) > 1:
        return re.sub(r"[.,]", "", text)
    return re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1 :]


def printed_figure(word: str) -> Figure | None:
    """The figure of a printed word, with the digits as printed; None for a mark for none. Raises UnreadableError."""
    text, estimate = (word, False) if _PRINTED.fullmatch(word) else _unmarked(word)
    if text in declared().missing:
        return None
    text = text.translate(_MINUS)
    if _PRINTED.fullmatch(text) is None:
        raise UnreadableError(f"is printed '{word[:40]}', which is no number")
    if _POINTED.fullmatch(text):
        raise UnreadableError(f"is printed '{word[:40]}', which can be read in two ways")
    return Figure(text.replace(",", ""), estimate)


def is_printed(word: str) -> bool:
    """Whether a printed word is a figure or a mark for none."""
    text = word if _PRINTED.fullmatch(word) else _unmarked(word)[0]
    return text in declared().missing or _PRINTED.fullmatch(text.translate(_MINUS)) is not None


def _unmarked(raw: str) -> tuple[str, bool]:
    """Text without footnote marks, a sign of per cent and the mark of an estimate, and whether that stood there."""
    text = raw.strip().casefold()
    text, marked = _ESTIMATE.subn("", text)
    return _PER_CENT.sub("", bare(text)).strip(), bool(marked)
