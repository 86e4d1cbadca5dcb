"""Saved reports and the reviews of their statements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "stored_reports",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("published", sa.Date, nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("code_version", sa.Text, nullable=False),
        sa.Column("record_version", sa.Text, nullable=False),
        sa.Column("edition", sa.Date, nullable=False),
        sa.Column("with_text", sa.Boolean, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )
    op.create_index("stored_reports_by_age", "stored_reports", ["created_at", "id"])
    op.create_table(
        "stored_reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.String(22), sa.ForeignKey("stored_reports.id", ondelete="CASCADE"), nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=True),
        sa.Column("note", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stored_reviews_report_id", "stored_reviews", ["report_id"])


def downgrade() -> None:
    """Take both tables away, with all that is in them."""
    op.drop_table("stored_reviews")
    op.drop_table("stored_reports")
