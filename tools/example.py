"""Writes the example of the README from a real run: `python -m tools.example`.

A test fails when the README shows anything else than this would write.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import burdenshare as bs

ROOT = Path(__file__).parent.parent
os.environ.setdefault("SOURCE_DATE_EPOCH", "1788134400")  # 31 August 2026: the record is new, whenever this runs
README = ROOT / "README.md"
ARTICLE = "examples/ministers-meeting.txt"
WIDTH = 100

CHOSEN: tuple[tuple[str, int], ...] = (
    ("Twenty-two of the alliance's", 6),
    ("grew 19.4 percent", 4),
    ("“5 percent of GDP", 12),
    ("Bill Blair", 5),
)
"""Words of the statements to show, with the number of lines that say the most."""

BLOCK = re.compile(r"^```text\n.*?^```\n", re.DOTALL | re.MULTILINE)


def example() -> str:
    """The command, the head of the report, the chosen statements cut to their first lines, and the summary."""
    printed = bs.check(bs.load_document(ROOT / ARTICLE)).to_text(width=WIDTH).rstrip()
    head, *statements = re.split(r"\n\n(?= {1,2}\d+  “)", printed)
    last, summary = statements[-1].rsplit("\n\n", 1)
    statements[-1] = last.split("\n\n")[0]
    parts = [f"$ burdenshare check {ARTICLE}", head]
    for words, lines in CHOSEN:
        (block,) = [one for one in statements if words in one.split("”")[0]]
        shown = block.splitlines()
        parts += ["…", "\n".join([*shown[:lines], *(["     …"] if len(shown) > lines else [])])]
    return "\n".join([*parts, "…", summary])


def shown() -> str:
    """The README with the example put in its place."""
    return BLOCK.sub(lambda _: f"```text\n{example()}\n```\n", README.read_text(encoding="utf-8"), count=1)


if __name__ == "__main__":
    README.write_text(shown(), encoding="utf-8")
