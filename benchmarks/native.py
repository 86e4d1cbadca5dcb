"""The compiled package beside the same package in Python: whether both say the same, and how much sooner.

    python -m tools.native FOLDER && python -m benchmarks.native FOLDER

Both read and check the same texts in processes of their own, turn by turn, so that other work on the machine falls on
both: the labelled sentences, the repository's articles, the tables of cases, and articles of a generated archive. Every
result is held against the other's to the letter; a difference is told and ends with exit code 1. Times are of the
processor.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

from benchmarks.archive.pages import page
from benchmarks.speed import articles, dense

ROOT = Path(__file__).resolve().parents[1]
GENERATED = 200
TURNS = 2
DAY = date(2025, 2, 13)


CASES = ("kinds", "promise_doubts", "promises_misread", "sentences", "surely_wrong", "wordings")
"""Tables of `tests/cases` that hold dated texts: rare kinds of statement stand in one of them, not in an archive."""


def texts() -> list[tuple[str, date]]:
    """What both read, with the days: labelled sentences, articles, tables of cases, generated articles."""
    found = [(dense(), DAY), *((one.text, one.published or DAY) for one in articles()), *cases()]
    for number in range(GENERATED):
        made = page("native", number, only="ours")
        found.append(("\n\n".join(made.paragraphs), date.fromisoformat(made.day)))
    return found


def cases() -> Iterator[tuple[str, date]]:
    """The texts of the tables of cases, with their days."""
    for name in CASES:
        with (ROOT / "tests" / "cases" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                day = date.fromisoformat(row["on"]) if row["on"] else DAY
                yield row.get("sentence") or row["text"], day


def work(said: Path) -> None:
    """Read and check all texts in this process; its seconds as JSON, and what was said to a file."""
    import burdenshare
    from burdenshare.checking.check import check_reading
    from burdenshare.reading.inputs import document_of
    from burdenshare.reading.read import read
    from burdenshare.record import load_record
    from burdenshare.report.report import Report

    record = load_record()
    documents = [document_of(text, on=day) for text, day in texts()]
    seconds = {"read": 1e9, "check": 1e9}
    for _ in range(TURNS):
        start = process_time()
        readings = [read(document, record) for document in documents]
        middle = process_time()
        checked = [check_reading(one, record) for one in readings]
        seconds = {
            "read": min(seconds["read"], middle - start),
            "check": min(seconds["check"], process_time() - middle),
        }
    said.write_text("\n".join(Report(one).to_json(indent=None) for one in checked), encoding="utf-8")
    print(json.dumps({**seconds, "texts": len(documents), "from": str(Path(burdenshare.__file__).parent)}))


def compared(native: Path) -> int:
    """Print both sides; 1 where they differ."""
    sides = {"python": ROOT / "src", "compiled": native}
    turns = [{name: _run(place, native / f"{name}.jsonl") for name, place in sides.items()} for _ in range(TURNS)]
    python, compiled = ({what: min(turn[name][what] for turn in turns) for what in turns[0][name]} for name in sides)
    print(f"{'':24}{'python':>12}{'compiled':>12}{'times':>8}")
    for what in ("read", "check"):
        each = [1e3 * one[what] / one["texts"] for one in (python, compiled)]
        print(f"{what + ', ms a text':<24}{each[0]:>12.2f}{each[1]:>12.2f}{each[0] / each[1]:>8.2f}")
    differing = _differing(native / "python.jsonl", native / "compiled.jsonl")
    print(f"texts judged otherwise  {differing:>12,} of {python['texts']:,.0f}")
    return 1 if differing else 0


def _run(place: Path, said: Path) -> dict[str, float]:
    """The seconds of one side, and how many texts it read."""
    paths = os.pathsep.join((str(place), str(ROOT)))
    settings = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"}
    command = (sys.executable, "-m", "benchmarks.native", "--to", str(said), str(place))
    told = subprocess.run(command, cwd=place, env=settings, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(told.stdout)
    if found.pop("from") != str(place / "burdenshare"):
        sys.exit(f"{place} holds no burdenshare: give the folder that `python -m tools.native` made")
    return {what: float(value) for what, value in found.items()}


def _differing(one: Path, other: Path) -> int:
    first, second = (path.read_text(encoding="utf-8").split("\n") for path in (one, other))
    return sum(a != b for a, b in zip(first, second, strict=False)) + abs(len(first) - len(second))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="with the compiled package, as `python -m tools.native` made it")
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)  # one side's own process
    given = parser.parse_args()
    if given.to is not None:
        work(given.to)
        return
    sys.exit(compared(given.folder.resolve()))


if __name__ == "__main__":
    main()
