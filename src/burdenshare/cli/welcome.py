"""What `burdenshare` says when it is asked nothing: what it is, what to do next, where help is.

Every command stands here as it can be typed at once: without a clone, an article or a saved report.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

WHAT = "burdenshare checks what is said about NATO defence spending against the record."

NEXT = (
    (
        "burdenshare example | burdenshare check -",
        "Check an article: a verdict for every fact, a price for every promise.",
    ),
    (
        "burdenshare record Poland share_of_gdp 2024 --history",
        "Look a figure up, and see how it was revised from release to release.",
    ),
    (
        "burdenshare alliance --on 2025-06-26",
        "See the whole alliance as it was known on a day.",
    ),
    (
        "burdenshare road core-by-2035 --ally Germany",
        "See what a promise costs: an ally, a year, the debt, and how sure that is.",
    ),
)
"""What most people do next, each with what it does."""

HELP = (
    ("burdenshare check article.txt", "your own text, page, PDF, mail or address"),
    ("burdenshare check --help", "the options of a verb"),
    ("burdenshare --help", "all verbs"),
)


def welcome() -> str:
    """The screen, at most 80 columns wide; commands stand out in bold where a terminal shows it and nobody minds."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield from (WHAT, "", "Try this:", "")
    for command, does in NEXT:
        yield from (f"  {_bold(command)}", f"      {does}")
    yield from ("", "And then:", "")
    width = max(len(command) for command, _ in HELP)
    for command, does in HELP:
        yield f"  {_bold(command)}{' ' * (width - len(command))}   {does}"


def _bold(text: str) -> str:
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)
