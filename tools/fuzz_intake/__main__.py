"""Damage files and print what becomes of them: `python -m tools.fuzz_intake nato FILE... [--each 6] [--seed 1]`.

Ends with 1 where a damaged file gave a wrong figure, lost one without a word, or did not end in one clear line.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from burdenshare.record import Record, load_record
from tools.fuzz_intake import nato_pdf, nato_workbook
from tools.fuzz_intake.outcomes import GOOD, Result, table

Fuzz = Callable[[str, bytes, Record, int, int], Iterator[Result]]
KINDS: dict[str, dict[str, Fuzz]] = {"nato": {".xlsx": nato_workbook.results, ".pdf": nato_pdf.results}}
"""By publisher and by the ending of a file: what damages it."""


def main() -> int:
    """Run the damages and print their outcomes."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz_intake", description=__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("files", nargs="+", type=Path, help="undamaged files as their publisher names them")
    parser.add_argument("--each", type=int, default=6, help="variants of every damage (default 6)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", action="store_true", help="show each variant with its line")
    asked = parser.parse_args()
    record = load_record(layers=())
    bad = 0
    for file in asked.files:
        fuzz = KINDS[asked.kind][file.suffix.lower()]
        results = list(fuzz(file.name, file.read_bytes(), record, asked.each, asked.seed))
        wrong = [one for one in results if one.outcome not in GOOD]
        print(f"{file.name}\n{table(results)}\n")
        for one in results if asked.lines else wrong:
            print(f"{one.variant.kind}: {one.outcome}: {one.shown}")
        bad += len(wrong)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
