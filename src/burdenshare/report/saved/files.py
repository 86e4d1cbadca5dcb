"""Saved reports at the door: which files hold one, in which form, and the reports in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from burdenshare.errors import ReportError
from burdenshare.report.report import Report
from burdenshare.report.saved.reports import AGAIN, reports_of

MOST_BYTES = 2_000_000_000
"""A saved report is read whole; ten thousand long articles stay below this."""

HEAD = 4096
"""Bytes that tell the form of a file; a table of ours names its columns within them."""


class Form(StrEnum):
    """How reports are kept in a file."""

    JSON = "json"
    CLAIMREVIEW = "claimreview"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    MARKDOWN = "markdown"


_SIGNS: tuple[tuple[Form, re.Pattern[bytes]], ...] = (
    (Form.SQLITE, re.compile(rb"SQLite format 3\x00")),
    (Form.PARQUET, re.compile(rb"PAR1")),
    (Form.CLAIMREVIEW, re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"@context\"")),
    (Form.JSON, re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"format\"\s*:\s*\d|\"document\"\s*:\s*\{)")),
    (Form.CSV, re.compile(rb"(?:\xef\xbb\xbf)?report,number,[^\n]*\bsaved_statement\b")),
    (Form.MARKDOWN, re.compile(rb"(?:\xef\xbb\xbf)?<!-- burdenshare fact-check")),
)
"""How the bytes of each form begin."""


def form_of(path: str | Path) -> Form | None:
    """The form in which the file holds saved reports; None for any other file, an address, standard input."""
    if str(path) == "-":
        return None
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(HEAD)
    except (OSError, ValueError):
        return None
    return form_of_bytes(head) or (Form.JSON if Path(path).suffix.casefold() == ".json" else None)


def is_saved_report(path: str | Path) -> bool:
    """Whether the bytes of a file are those of a saved report; a name alone makes no one."""
    try:
        with Path(path).open("rb") as stream:
            return form_of_bytes(stream.read(HEAD)) is not None
    except (OSError, ValueError):
        return False


def form_of_bytes(head: bytes) -> Form | None:
    """The same of the first bytes of a file; a damaged file may have lost what tells its form."""
    return next((form for form, sign in _SIGNS if sign.match(head)), None)


def load_reports(path: str | Path) -> list[Report]:
    """Every report in a file that `check --json` or `export` wrote, in any form: JSON, ClaimReview, CSV, Parquet,
    SQLite, Markdown. They are those that were saved, value for value. Raises ReportError."""
    where = str(path)
    try:
        size = Path(path).stat().st_size
    except (OSError, ValueError) as fault:
        raise ReportError(f"cannot be read ({_reason(fault)})", where=where, remedy="name a saved report") from None
    form = form_of(path)
    if form is None:
        raise ReportError("is no saved report", where=where, remedy=AGAIN)
    if size > MOST_BYTES:
        raise ReportError(f"is larger than {MOST_BYTES:,} bytes", where=where, remedy="save fewer reports in one file")
    return [one for text in _READERS[form](Path(path)) for one in reports_of(text, where)]


def load_report(path: str | Path) -> Report:
    """The one report in a file. Raises ReportError, also where the file holds several (`load_reports`)."""
    return only(load_reports(path), str(path))


def only(reports: list[Report], where: str) -> Report:
    """The one of `reports`."""
    if len(reports) != 1:
        raise ReportError(f"holds {len(reports)} reports", where=where, remedy="read them with load_reports")
    return reports[0]


def text_of(path: Path) -> str:
    """The text of a file in UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ReportError("is damaged (no UTF-8)", where=str(path), remedy=AGAIN) from None
    except OSError as fault:
        raise ReportError(f"cannot be read ({_reason(fault)})", where=str(path)) from None


def _reason(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)


def _json(path: Path) -> list[str]:
    return [text_of(path)]


def _claimreview(path: Path) -> list[str]:
    from burdenshare.report.exports.claimreview import saved_in

    return saved_in(text_of(path), str(path))


def _markdown(path: Path) -> list[str]:
    from burdenshare.report.exports.markdown import saved_in

    return saved_in(text_of(path), str(path))


def _csv(path: Path) -> list[str]:
    from burdenshare.report.exports.tables import saved_in_csv

    return saved_in_csv(path)


def _parquet(path: Path) -> list[str]:
    from burdenshare.report.exports.tables import saved_in_parquet

    return saved_in_parquet(path)


def _sqlite(path: Path) -> list[str]:
    from burdenshare.report.exports.sqlite import saved_in

    return saved_in(path)


_READERS: dict[Form, Callable[[Path], list[str]]] = {
    Form.JSON: _json,
    Form.CLAIMREVIEW: _claimreview,
    Form.MARKDOWN: _markdown,
    Form.CSV: _csv,
    Form.PARQUET: _parquet,
    Form.SQLITE: _sqlite,
}
