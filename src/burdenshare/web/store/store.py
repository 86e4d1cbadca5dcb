"""Reports that were saved to be opened again: kept with what made them, reviewed, and really deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from secrets import token_urlsafe
from types import TracebackType

from sqlalchemy import Engine, delete, select, tuple_
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from burdenshare.errors import InputError, NotSavedError
from burdenshare.report.days import moment
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review
from burdenshare.web.store.address import Address, address_of, default_url
from burdenshare.web.store.engine import ALONE, WRITES, engine_of, told
from burdenshare.web.store.saved import KeptReview, Page, Saved, kept_of, place_of, read_place, row_of, saved_of
from burdenshare.web.store.tables import ID_LENGTH, StoredReport, StoredReview
from burdenshare.web.store.texts import Draft, Stored, draft_of
from burdenshare.web.store.upgrading import upgrade

ID_BYTES = 16
"""128 bits: who knows an id may open the report, so nobody may come upon one by trying."""

_ID = re.compile(rf"[A-Za-z0-9_-]{{{ID_LENGTH}}}")

MOST_LISTED = 200
"""Saved reports on one page of the list."""


class Store:
    """The saved reports of one database. Any number of threads and processes may use it at once.

    Every method raises StoreError where the database cannot be used; the address is told without its password.
    """

    def __init__(self, engine: Engine, address: Address) -> None:
        self._engine = engine
        self._writing = engine.execution_options(**WRITES)
        self.address = address

    @classmethod
    def open(cls, url: str | None = None) -> Store:
        """The store at `url` (`sqlite:///FILE`, `postgresql://…`), by default a file in the user's data folder; its
        tables are made or upgraded first. Raises StoreError: no such database, or one of a newer program."""
        address = address_of(default_url() if url is None else url)
        engine = engine_of(address)
        try:
            upgrade(engine, address)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, address)

    def close(self) -> None:
        """Let go of every connection that is not in use."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # reports

    def save(self, report: Report, *, title: str = "", with_text: bool = False, at: datetime | None = None) -> Saved:
        """Keep `report` with its reviews, under a new id; the text of the article only `with_text`, its hash always.

        `title` is the document's own where empty; `at` is when it is saved (aware), this moment where None.
        """
        return self.keep(draft_of(report, title=title, with_text=with_text), at=at)

    def keep(self, draft: Draft, *, at: datetime | None = None) -> Saved:
        """The same of a report that is written already."""
        row = StoredReport(
            id=token_urlsafe(ID_BYTES),
            created_at=at or moment(),
            title=draft.title,
            published=draft.published,
            sha256=draft.sha256,
            characters=draft.characters,
            code_version=draft.code_version,
            record_version=draft.record_version,
            edition=draft.edition,
            with_text=draft.with_text,
            report=draft.text,
        )
        with self._session(writes=True) as session:
            session.add(row)
            session.flush()
            for one in draft.reviews:  # one by one, for their numbers keep their order
                session.add(row_of(row.id, one))
                session.flush()
            return saved_of(row)

    def get(self, report_id: str) -> Saved:
        """What is told of the report with that id. Raises NotSavedError."""
        with self._session() as session:
            return saved_of(_row(session, report_id))

    def report(self, report_id: str) -> Report:
        """The report with that id, value for value as it was saved, with all its reviews. Raises NotSavedError."""
        return self.stored(report_id).report()

    def stored(self, report_id: str) -> Stored:
        """The same as it lies there, to be read elsewhere. Raises NotSavedError."""
        with self._session() as session:
            text = _row(session, report_id).report
            return Stored(text, tuple(one.review for one in _reviews(session, report_id)))

    def list(self, *, after: str | None = None, most: int = 50) -> Page:
        """Saved reports, newest first, at the most `most`; `after` is that of the page before.

        What is saved in between comes on no later page and is never told twice. Raises InputError for another `after`.
        """
        if not 1 <= most <= MOST_LISTED:
            raise InputError(f"is not from 1 to {MOST_LISTED}", where="most", remedy="ask for fewer reports")
        asked = select(StoredReport).order_by(StoredReport.created_at.desc(), StoredReport.id.desc()).limit(most + 1)
        if after is not None:
            asked = asked.where(tuple_(StoredReport.created_at, StoredReport.id) < read_place(after))
        with self._session() as session:
            found = [saved_of(one) for one in session.scalars(asked)]
        shown = tuple(found[:most])
        return Page(shown, place_of(shown[-1]) if len(found) > most else None)

    def delete(self, report_id: str) -> None:
        """Delete the report with its reviews, so that nothing of it is left in an SQLite file; of what a server keeps
        in its logs and backups, see docs/how-to-store.md. Raises NotSavedError."""
        with self._session(writes=True) as session:
            session.delete(_row(session, report_id))
        self._rebuild()

    # reviews

    def add_review(self, report_id: str, review: Review) -> KeptReview:
        """Keep a review of a statement of that report. Raises NotSavedError, and UnknownNameError for a statement that
        the report does not have."""
        self.report(report_id).with_review(review)  # what is saved never changes: no transaction need hold it
        return self.keep_review(report_id, review)

    def keep_review(self, report_id: str, review: Review) -> KeptReview:
        """The same of a review whose statement is known to be there."""
        row = row_of(report_id, review)
        with self._session(writes=True) as session:
            _row(session, report_id)
            session.add(row)
            try:
                session.flush()
            except IntegrityError:  # on a server the report may be deleted between both statements
                raise _not_saved() from None
            return kept_of(row)

    def reviews(self, report_id: str) -> tuple[KeptReview, ...]:
        """The reviews of that report in the order in which they came. Raises NotSavedError."""
        with self._session() as session:
            _row(session, report_id)
            return _reviews(session, report_id)

    def delete_review(self, report_id: str, number: int) -> None:
        """Delete one review as thoroughly as a report. Raises NotSavedError."""
        of_report = (StoredReview.report_id == report_id, StoredReview.number == number)
        with self._session(writes=True) as session:
            _row(session, report_id)
            if session.execute(delete(StoredReview).where(*of_report).returning(StoredReview.number)).first() is None:
                raise NotSavedError("no such review is kept", where="review", remedy="it may have been deleted")
        self._rebuild()

    @contextmanager
    def _session(self, *, writes: bool = False) -> Iterator[Session]:
        """One transaction, kept where nothing goes wrong."""
        with (
            told(self.address),
            Session(self._writing if writes else self._engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def _rebuild(self) -> None:
        """Write an SQLite file anew: `secure_delete` overwrites rows where they are, and no copies that SQLite left in
        the gaps of a page when it moved them."""
        if self.address.file is not None:
            with (
                told(self.address, "it is deleted, yet traces of it may be left in the file"),
                self._engine.connect().execution_options(**ALONE) as connection,
            ):
                connection.exec_driver_sql("VACUUM")


def _row(session: Session, report_id: str) -> StoredReport:
    found = session.get(StoredReport, report_id) if _ID.fullmatch(report_id) else None
    if found is None:
        raise _not_saved()
    return found


def _not_saved() -> NotSavedError:
    """It names no id: whoever reads the line somewhere could open the report if it came back."""
    return NotSavedError("no report is saved under this id", remedy="it may have been deleted")


def _reviews(session: Session, report_id: str) -> tuple[KeptReview, ...]:
    asked = select(StoredReview).where(StoredReview.report_id == report_id).order_by(StoredReview.number)
    return tuple(kept_of(one) for one in session.scalars(asked))
