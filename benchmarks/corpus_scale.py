"""How a corpus run grows: bytes a second on other subjects, articles a second on ours, two workers against one, memory
and time from small archives to large ones.

    python -m benchmarks.corpus_scale [--documents 2000 4000 8000] [--folder FOLDER] [--workers 2] [--rivals]

Archives are generated (benchmarks.archive) and kept in the folder. Each run is the command itself, from its start to
its end; *beyond starting up* is what a longer archive adds to a shorter one, so that starting, which a small archive
cannot hide, does not count. Rates are by seconds of the processor, so that other work on the machine does not count;
how much faster several workers are is by the clock, and wants a machine that does nothing else; it is measured with
the largest archive of at most 100,000 pages. Memory is the highest that one process of the run had (VmHWM, Linux);
*kept* is the size of the data set that comes out. Full size: `--documents 10000 100000 1000000 --folder FOLDER` (some
5 GB of packed pages; an hour and more on two cores).
`--rivals` does the same job with spaCy and with plain Ray Data (benchmarks.corpus_rivals).
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive.writing import Written, written

SHORT = (2_000, 4_000, 8_000)
GLANCE = 0.2
ALONE = 100_000
"""The largest archive that one worker reads alone as well, in pages."""
WIDTHS = (10, 9, 9, 9, 8, 9, 8, 7, 9)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: pages, megabytes before packing, seconds on the clock and of the processor, MiB of its largest process,
    what it told, and megabytes of the data set."""

    pages: int
    megabytes: float
    seconds: float
    processor: float
    memory: float
    read: int
    statements: int
    kept: float


def run(source: Path, archive: Written, workers: int) -> Measured:
    """`burdenshare corpus run` on an archive, into a folder that is taken away again."""
    with tempfile.TemporaryDirectory(dir=source.parent) as out, tempfile.TemporaryFile("w+") as answer:
        command = [sys.executable, "-m", "burdenshare", "corpus", "run", str(source), "--out", f"{out}/set", "--json"]
        begun, used = time.perf_counter(), _used()
        # into a file: the manifest of a large run is longer than what a pipe holds that nobody reads
        process = subprocess.Popen([*command, "--workers", str(workers)], stdout=answer)
        memory = _watched(process)
        seconds, processor = time.perf_counter() - begun, _used() - used
        answer.seek(0)
        told = json.loads(answer.read() or "{}")
        kept = sum(path.stat().st_size for path in Path(out).rglob("*") if path.is_file()) / 1e6
    if process.returncode:
        sys.exit(f"the run ended with {process.returncode}")
    fates, rows = told["fates"], told["rows"]
    read = fates.get("read", 0)
    return Measured(archive.pages, archive.size / 1e6, seconds, processor, memory, read, rows["statements"], kept)


def _used() -> float:
    """Seconds of the processor that all processes of earlier runs took."""
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def _watched(process: subprocess.Popen[bytes]) -> float:
    """MiB of the largest process of a run, looked at until it ends; 0 where the system does not tell."""
    most = 0.0
    while process.poll() is None:
        most = max([most, *(_highest(one) for one in _family(process.pid))])
        time.sleep(GLANCE)
    return most


def _family(root: int) -> list[int]:
    """A process and those it started."""
    found, at = [root], 0
    while at < len(found):
        try:
            told = Path(f"/proc/{found[at]}/task/{found[at]}/children").read_text(encoding="ascii")
        except OSError:
            told = ""
        found += [int(one) for one in told.split()]
        at += 1
    return found


def _highest(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    lines = [line for line in told.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) / 1024 if lines else 0.0


def archive(folder: Path, pages: int, only: str) -> tuple[Path, Written]:
    """An archive in the folder, made where it is not there yet."""
    place = folder / f"{only or 'mixed'}-{pages}"
    told = place.with_suffix(".json")
    if told.exists():
        return place, Written(**json.loads(told.read_text(encoding="utf-8")))
    shutil.rmtree(place, ignore_errors=True)
    made = written(place, pages, only=only, workers=2)
    told.write_text(json.dumps({"pages": made.pages, "broken": made.broken, "size": made.size}), encoding="utf-8")
    return place, made


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the logarithms: 1 is linear."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle = [sum(one[at] for one in logs) / len(logs) for at in (0, 1)]
    up = sum((x - middle[0]) * (y - middle[1]) for x, y in logs)
    return up / sum((x - middle[0]) ** 2 for x, _ in logs)


def added(short: Measured, long: Measured) -> Measured:
    """What the longer run did more than the shorter one."""
    return Measured(
        long.pages - short.pages,
        long.megabytes - short.megabytes,
        long.seconds - short.seconds,
        long.processor - short.processor,
        long.memory,
        long.read - short.read,
        long.statements - short.statements,
        long.kept - short.kept,
    )


def _line(name: str, one: Measured) -> None:
    rates = (one.megabytes / one.processor, one.pages / one.processor, one.read / one.processor)
    told = (
        f"{one.pages:,}",
        f"{one.megabytes:,.0f}",
        f"{one.seconds:,.1f}",
        f"{one.processor:,.1f}",
        *(f"{rate:,.1f}" for rate in rates),
        f"{one.memory:,.0f}",
        f"{one.kept:,.1f}",
    )
    print(f"{name:<30}" + "".join(f"{text:>{wide}}" for text, wide in zip(told, WIDTHS, strict=True)), flush=True)


def measured(folder: Path, sizes: Sequence[int], workers: int) -> None:
    """Run and print everything."""
    heads = ("pages", "MB", "seconds", "CPU s", "MB/s", "pages/s", "read/s", "MiB", "kept MB")
    print(f"{'corpus run':<30}" + "".join(f"{head:>{wide}}" for head, wide in zip(heads, WIDTHS, strict=True)))
    for only, name, part in (("other", "other subjects alone", 1), ("ours", "our subject alone", 8)):
        short, long = (run(*archive(folder, size // part, only), workers=1) for size in (sizes[0], 2 * sizes[0]))
        _line(f"{name}, one worker", long)
        _line("  beyond starting up", added(short, long))
    runs = []
    for size in sizes:
        runs.append(run(*archive(folder, size, ""), workers=workers))
        _line(f"mixed, {workers} workers", runs[-1])
    if len(runs) > 1:
        clock = exponent([(one.pages, one.seconds) for one in runs])
        processor = exponent([(one.pages, one.processor) for one in runs])
        print(f"seconds grow with the pages to the power of {clock:.2f}, of the processor {processor:.2f}")
    together = max((one for one in runs if one.pages <= ALONE), key=lambda one: one.pages, default=runs[0])
    alone = run(*archive(folder, together.pages, ""), workers=1)
    _line("mixed, one worker", alone)
    print(f"{workers} workers are {alone.seconds / together.seconds:.2f} times as fast as one")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=list(SHORT))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rivals", action="store_true")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as held:
        folder = given.folder or Path(held)
        folder.mkdir(parents=True, exist_ok=True)
        measured(folder, sorted(given.documents), given.workers)
        if given.rivals:
            from benchmarks import corpus_rivals

            corpus_rivals.beside(folder, min(given.documents))


if __name__ == "__main__":
    main()
