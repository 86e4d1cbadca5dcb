"""The tables of the store. A change here needs a revision in `migrations/versions`; a test holds both together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, ForeignKey, Index, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

ID_LENGTH = 22
"""Characters of an id: 128 bits, six a character."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, also in SQLite, which keeps no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """From the database; a server may answer in the zone of its session."""
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


class Base(DeclarativeBase):
    """All tables of the store."""


class StoredReport(Base):
    """One saved report: what a list shows of it, and the report itself as JSON without its reviews."""

    __tablename__ = "stored_reports"
    __table_args__ = (Index("stored_reports_by_age", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    title: Mapped[str] = mapped_column(Text)
    published: Mapped[date | None]
    sha256: Mapped[str] = mapped_column(String(64))
    characters: Mapped[int]
    code_version: Mapped[str] = mapped_column(Text)
    record_version: Mapped[str] = mapped_column(Text)
    edition: Mapped[date]
    with_text: Mapped[bool]
    report: Mapped[str] = mapped_column(Text, deferred=True)


class StoredReview(Base):
    """One review of a statement of a saved report; it goes with the report."""

    __tablename__ = "stored_reviews"
    __table_args__ = ({"sqlite_autoincrement": True},)  # a number is never given twice, so that no link finds another

    number: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(
        String(ID_LENGTH), ForeignKey("stored_reports.id", ondelete="CASCADE"), index=True
    )
    statement: Mapped[str] = mapped_column(Text)
    reviewer: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
    verdict: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str] = mapped_column(Text)
