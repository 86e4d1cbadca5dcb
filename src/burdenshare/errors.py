"""Every error a caller can meet, in one tree.

    BurdenshareError
    ├── InputError            what the user gave cannot be used          (exit code 2)
    │   ├── DocumentError     a text, page or file that cannot be read as an article
    │   ├── UnknownNameError  an ally, group, measure, release or field we do not know; suggests the nearest
    │   ├── DateError         a day outside the record, or no day at all
    │   ├── FaultsError       several faults of one file or question at once; each stands in `faults`
    │   ├── ReportError       a saved report that cannot be read: damaged, of another format, not one at all
    │   └── NotSavedError     an id under which the store keeps no report, or no review
    ├── NotHeldError          the record lacks the cell asked for        (exit code 2)
    ├── RecordError           the packaged record is damaged or breaks one of its rules (exit code 2)
    ├── ProposerError         an extractor that was asked for proposals failed; a remark, never fatal
    ├── StoreError            the store of saved reports cannot be opened or used (exit code 2)
    └── OutputError           a result cannot be written where asked     (exit code 2)

Each says what is wrong, where, and what to do, in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any


class BurdenshareError(Exception):
    """Base of all errors raised on purpose by this package.

    Attributes: `what` (the fault), `where` (file, field or name concerned, may be empty), `remedy` (what to do).
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(self.line())

    def line(self) -> str:
        """The whole message as one line: `where: what; remedy`."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        text = f"{head}; {self.remedy}" if self.remedy else head
        return " ".join(text.split())

    @property
    def each(self) -> tuple[BurdenshareError, ...]:
        """The faults one by one: itself, or those that it tells together."""
        return (self,)

    def __reduce__(self) -> tuple[Any, ...]:
        """As it stands, so that a worker can raise it for another process: what it was made from may not travel."""
        return _remade, (type(self), self.args, self.__dict__)


def _remade(kind: type[BurdenshareError], told: tuple[Any, ...], held: dict[str, Any]) -> BurdenshareError:
    made = kind.__new__(kind, *told)
    made.__dict__.update(held)
    return made


class InputError(BurdenshareError):
    """What the user gave cannot be used."""


class FaultsError(InputError):
    """Several faults of one file or question, found in one go; `faults` holds each."""

    def __init__(self, faults: Iterable[BurdenshareError]) -> None:
        self.faults: tuple[BurdenshareError, ...] = tuple(each for one in faults for each in one.each)
        lines = [one.line() for one in self.faults]
        rest = len(lines) - MOST_TOLD
        more = f" · and {rest} more" if rest > 0 else ""
        super().__init__(f"{len(lines)} faults: {' · '.join(lines[:MOST_TOLD])}{more}")

    @property
    def each(self) -> tuple[BurdenshareError, ...]:
        """The faults one by one."""
        return self.faults


MOST_TOLD = 20
"""Faults that are told at once: who has more mends these first."""


class DocumentError(InputError):
    """A text, page or file that cannot be read as an article."""


class DateError(InputError):
    """A day outside the record, in the future, or not a day at all."""


class ReportError(InputError):
    """A saved report that cannot be read, or not be used for what was asked."""


class NotSavedError(InputError):
    """The store keeps no report, or no review, under what was given."""


class NotHeldError(BurdenshareError):
    """The record does not hold the value asked for; `where` names the cell."""


class RecordError(BurdenshareError):
    """The packaged record is damaged, or a table breaks a rule of the loader; `where` names the table."""


class ProposerError(BurdenshareError):
    """An extractor that was asked for proposals failed; a check turns it into a remark and stands without it."""


class StoreError(BurdenshareError):
    """The store of saved reports cannot be opened or used; `where` is its address, without the password."""


class OutputError(BurdenshareError):
    """A result cannot be written where the user asked for it."""


class UnknownNameError(InputError):
    """A name that is not in the record's vocabulary; carries the nearest ones it has.

    `meant` are names that somebody could have meant, each with how it is told, where more is known than the letters.
    """

    def __init__(
        self, kind: str, name: str, known: Iterable[str], *, where: str = "", meant: Mapping[str, str] | None = None
    ) -> None:
        self.kind = kind
        self.name = name
        by_fold = {candidate.casefold(): candidate for candidate in known}
        folds = get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.5)
        self.suggestions: tuple[str, ...] = tuple(by_fold[fold] for fold in folds)
        if meant:
            self.suggestions = tuple(meant)
            remedy = "did you mean " + " or ".join(f"{each} ({told})" for each, told in meant.items()) + "?"
        elif self.suggestions:
            remedy = "did you mean " + " or ".join(self.suggestions) + "?"
        else:
            remedy = _listing(kind, tuple(by_fold.values()))
        super().__init__(f"unknown {kind} '{name}'", where=where, remedy=remedy)


_LISTED = {
    "ally or group": "record list allies",
    "group": "record list groups",
    "measure": "record list measures",
    "release": "record list releases",
    "item": "industry list",
}
"""What lists the names, by the kind of name that an error speaks of."""

MOST_KNOWN = 16
"""Names that an error tells one by one where none is near what was asked for."""


def _listing(kind: str, known: tuple[str, ...]) -> str:
    """Where the names of `kind` are told: by a verb where there is one, for nobody has the documents at hand."""
    if kind in _LISTED:
        return f"burdenshare {_LISTED[kind]} tells them"
    if not known:
        return "there is none"
    rest = len(known) - MOST_KNOWN
    return f"known: {', '.join(known[:MOST_KNOWN])}" + (f" and {rest} more" if rest > 0 else "")
