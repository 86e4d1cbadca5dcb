"""Writes the pages of the reference."""

from __future__ import annotations

from pathlib import Path

from tools.reference.pages import pages

DOCS = Path(__file__).resolve().parents[2] / "docs"

if __name__ == "__main__":
    (DOCS / "reference").mkdir(exist_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
