"""Exports: reports as ClaimReview, CSV, Parquet, SQLite, Markdown and JSON; each holds what brings the reports back."""
