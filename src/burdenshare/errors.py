"""Every error a caller can meet, in one tree.

    BurdenshareError
    ├── InputError            what the user gave cannot be used          (exit code 2)
    │   ├── DocumentError     a text, page or file that cannot be read as an article
    │   ├── UnknownNameError  an ally, group, measure, release or field we do not know; suggests the nearest
    │   ├── DateError         a day outside the record, or no day at all
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

from collections.abc import Iterable
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

    def __reduce__(self) -> tuple[Any, ...]:
        """As it was, whatever its own constructor takes: errors of a worker travel to another process."""
        return _as_it_was, (type(self), self.what, self.where, self.remedy, vars(self))


def _as_it_was(kind: type[BurdenshareError], what: str, where: str, remedy: str, more: dict[str, Any]) -> Any:
    error = kind.__new__(kind)
    BurdenshareError.__init__(error, what, where=where, remedy=remedy)
    vars(error).update(more)
    return error


class InputError(BurdenshareError):
    """What the user gave cannot be used."""


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
    """A name that is not in the record's vocabulary; carries the nearest ones it has."""

    def __init__(self, kind: str, name: str, known: Iterable[str], *, where: str = "") -> None:
        self.kind = kind
        self.name = name
        by_fold = {candidate.casefold(): candidate for candidate in known}
        folds = get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.5)
        self.suggestions: tuple[str, ...] = tuple(by_fold[fold] for fold in folds)
        if self.suggestions:
            remedy = "did you mean " + " or ".join(self.suggestions) + "?"
        else:
            remedy = f"see the list of each {kind} in docs/reference.md"
        super().__init__(f"unknown {kind} '{name}'", where=where, remedy=remedy)
