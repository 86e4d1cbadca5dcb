"""NATO's workbook and PDF damaged: `python -m tools.fuzz_intake nato FILE... [--each 6] [--of-bytes 30]`.

Not well where a damaged file gave a wrong figure, lost one without a word, or did not end in one clear line.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from burdenshare.record import Record
from tools.fuzz_intake import nato_pdf, nato_workbook
from tools.fuzz_intake.outcomes import GOOD, Result, table

Fuzz = Callable[[str, bytes, Record, int, int, int], Iterator[Result]]
ENDINGS: dict[str, Fuzz] = {".xlsx": nato_workbook.results, ".pdf": nato_pdf.results}
"""By the ending of a file: what damages it."""


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """What becomes of the damaged files, and whether all of them ended well."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz_intake nato", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="undamaged files as their publisher names them")
    parser.add_argument("--each", type=int, default=6, help="variants of a damage to what a file says (default 6)")
    parser.add_argument("--of-bytes", type=int, default=30, help="variants of a damage to its bytes (default 30)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", action="store_true", help="show each variant with its line")
    asked = parser.parse_args(arguments)
    told: list[str] = []
    well = True
    for file in asked.files:
        fuzz = ENDINGS[file.suffix.lower()]
        results = list(fuzz(file.name, file.read_bytes(), record, asked.each, asked.of_bytes, asked.seed))
        wrong = [one for one in results if one.outcome not in GOOD]
        told.append(f"{file.name}\n{table(results)}\n")
        told += [f"{one.variant.kind}: {one.outcome}: {one.shown}" for one in (results if asked.lines else wrong)]
        well = well and not wrong
    return "\n".join(told), well
