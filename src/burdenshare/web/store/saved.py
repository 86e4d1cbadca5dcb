"""What the store tells: of a saved report without opening it, a page of them, and a review with its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from burdenshare.checking.model import Verdict
from burdenshare.errors import InputError
from burdenshare.report.reviews import Review
from burdenshare.web.store.tables import StoredReport, StoredReview


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved report as a list shows it. Who knows `id` may open it: 128 random bits that nobody guesses.

    `sha256` and `characters` are those of the text that was checked, `with_text` whether the text itself is kept;
    `code_version` and `record_version` made the report, `edition` is its day of *now*.
    """

    id: str
    created_at: datetime  # UTC
    title: str
    published: date | None
    sha256: str
    characters: int
    code_version: str
    record_version: str
    edition: date
    with_text: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Saved reports, newest first; `after` asks for those that follow, None where there are no more."""

    saved: tuple[Saved, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review in the store under the number by which it can be deleted; no number is given twice."""

    number: int
    review: Review


def saved_of(row: StoredReport) -> Saved:
    """What a row tells; the report itself stays in the database."""
    return Saved(
        id=row.id,
        created_at=row.created_at,
        title=row.title,
        published=row.published,
        sha256=row.sha256,
        characters=row.characters,
        code_version=row.code_version,
        record_version=row.record_version,
        edition=row.edition,
        with_text=row.with_text,
    )


def kept_of(row: StoredReview) -> KeptReview:
    """The review of a row."""
    verdict = None if row.verdict is None else Verdict(row.verdict)
    return KeptReview(row.number, Review(row.statement, row.reviewer, row.at, row.note, verdict))


def row_of(report_id: str, review: Review) -> StoredReview:
    """The row of a review."""
    verdict = None if review.verdict is None else review.verdict.value
    told = {"statement": review.statement, "reviewer": review.reviewer, "at": review.at, "note": review.note}
    return StoredReview(report_id=report_id, verdict=verdict, **told)


def place_of(last: Saved) -> str:
    """Where a page ends. It names the time too, so that it holds when that report is deleted."""
    return f"{last.created_at.astimezone(UTC).isoformat()}~{last.id}"


def read_place(after: str) -> tuple[datetime, str]:
    """The time and the id that `place_of` wrote. Raises InputError."""
    time, _, last = after.partition("~")
    try:
        found = datetime.fromisoformat(time)
        found = found.astimezone(UTC) if found.tzinfo is not None else found
    except (ValueError, OverflowError):  # no time at all, or one before the first that there is
        found = datetime.min
    if found.tzinfo is None or not last.isascii() or not last.isprintable():
        raise InputError("is no place in the list of saved reports", where="after", remedy="begin at the first page")
    return found, last
