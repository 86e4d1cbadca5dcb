"""NATO's workbook and PDF damaged: `python -m tools.fuzz_intake nato FILE... [--each 6] [--of-bytes 30] [--rules]`.

Not well where a damaged file gave a wrong figure, lost one without a word, or did not end in one clear line. A file
that is whole and says something else is read as it says; with `--rules` it is held against the rules of the record too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from burdenshare.intake.model import Asked, Delivery, Given
from burdenshare.intake.nato import pdf, workbook
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.rules.tables import of_record
from burdenshare.record import Record
from tools.fuzz_intake import nato_pdf, nato_workbook
from tools.fuzz_intake.outcomes import GOOD, Outcome, Result, table

Fuzz = Callable[[str, bytes, Record, int, int, int], Iterator[Result]]
Read = Callable[[Given, Asked, Record], Delivery]
ENDINGS: dict[str, tuple[Fuzz, Read]] = {
    ".xlsx": (nato_workbook.results, workbook.read),
    ".pdf": (nato_pdf.results, pdf.read),
}
"""By the ending of a file: what damages it, and what reads it."""


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """What becomes of the damaged files, and whether all of them ended well."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz_intake nato", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="undamaged files as their publisher names them")
    parser.add_argument("--each", type=int, default=6, help="variants of a damage to what a file says (default 6)")
    parser.add_argument("--of-bytes", type=int, default=30, help="variants of a damage to its bytes (default 30)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rules", action="store_true", help="hold what is read as the file now says against the rules")
    parser.add_argument("--lines", action="store_true", help="show each variant with its line")
    asked = parser.parse_args(arguments)
    told: list[str] = []
    well = True
    for file in asked.files:
        fuzz, read = ENDINGS[file.suffix.lower()]
        results = list(fuzz(file.name, file.read_bytes(), record, asked.each, asked.of_bytes, asked.seed))
        wrong = [one for one in results if one.outcome not in GOOD]
        told.append(f"{file.name}\n{table(results)}\n")
        told += [f"{one.variant.kind}: {one.outcome}: {one.shown}" for one in (results if asked.lines else wrong)]
        told += _by_the_rules(results, read, record) if asked.rules else []
        well = well and not wrong
    return "\n".join(told), well


def _by_the_rules(results: Sequence[Result], read: Read, record: Record) -> list[str]:
    """How many of the files that are read as they now say the rules of the record refuse, by kind of damage."""
    held = of_record(layers=())
    counted: dict[str, Counter[bool]] = {}
    for one in results:
        if one.outcome is Outcome.AS_TOLD:
            delivery = read(Given(one.variant.name, one.variant.content), Asked(), record)
            caught = bool(faults_of(delivery, layers=(), held=held))
            counted.setdefault(one.variant.kind, Counter())[caught] += 1
    total = sum(counted.values(), Counter[bool]())
    lines = [f"of {total.total()} read as the file now says the rules of the record refuse {total[True]}:"]
    return lines + [f"  {kind}: {of[True]} of {of.total()}" for kind, of in counted.items()]
