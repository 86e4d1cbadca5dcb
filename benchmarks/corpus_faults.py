"""The faults that a corpus run survives, each so many times at random points, and what came of it.

    python -m benchmarks.corpus_faults [--times 50] [--seed 1] [--only NAME] [--json]

For each fault a run of a small archive of our own sentences is disturbed, goes on, and is held against an undisturbed
one (a watch against the feeds themselves): documents that are missing, documents that stand there twice, and files (or,
beside a document that is set aside, tables) whose bytes differ. All three must be nought; whatever a run says of a
fault must be one line.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import corpus_damaged, corpus_killed, corpus_nodes, corpus_poisoned, corpus_watched
from benchmarks.corpus_ground import Differences, Ground, Outcome, ground
from burdenshare.errors import BurdenshareError

Fault = Callable[[Ground, int], Outcome]

FAULTS: dict[str, tuple[str, Fault]] = {
    "worker": ("kill -9 of a worker", corpus_killed.workers_killed),
    "driver": ("kill -9 of the driver", corpus_killed.driver_killed),
    "node": ("a node of Ray lost", corpus_nodes.nodes_lost),
    "ray": ("(no fault, on Ray)", corpus_nodes.on_ray),
    "disk": ("a full disk", corpus_killed.disk_full),
    "second": ("two runs into one place", corpus_killed.second_run),
    "clock": ("the clock jumps", corpus_killed.clock_jumps),
    "version": ("another version", corpus_killed.another_version),
    "crash": ("a document that crashes", corpus_poisoned.poisoned("crash")),
    "raise": ("a document that no rule foresaw", corpus_poisoned.poisoned("raise")),
    "hang": ("a document that takes for ever", corpus_poisoned.poisoned("hang")),
    "memory": ("a document that devours memory", corpus_poisoned.poisoned("memory")),
    "truncated": ("a truncated archive", corpus_damaged.damaged(corpus_damaged.truncated)),
    "flipped": ("a corrupt record", corpus_damaged.damaged(corpus_damaged.flipped)),
    "inserted": ("an invalid gzip member", corpus_damaged.damaged(corpus_damaged.inserted)),
    "mistaken": ("a wrong Content-Length", corpus_damaged.damaged(corpus_damaged.mistaken)),
    "watch": ("kill -9 of a watch", corpus_watched.watch_killed),
    "huge": ("a record of 2 GB", corpus_damaged.damaged(corpus_damaged.huge)),
}
"""By the name under which each is asked for: what it is called in the table, and what it does."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=FAULTS, action="append")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="burdenshare-faults-") as folder:
        made = ground(Path(folder), asked.seed)
        held = []
        if not asked.json:
            print(f"{'fault':33}{'times':>5} {'lost':>6} {'doubled':>8} {'differing':>10} {'time':>11}")
        for name in asked.only or FAULTS:
            begun = time.monotonic()
            outcome = _met(FAULTS[name][1], made, asked.times)
            held.append((name, outcome, time.monotonic() - begun))
            if not asked.json:
                print(_line(FAULTS[name][0], outcome, held[-1][2]), flush=True)
    if asked.json:
        print(json.dumps([_shape(*one) for one in held], indent=1))
    if any(outcome.found != Differences() or outcome.failed for _, outcome, _ in held):
        sys.exit(1)


def _met(fault: Fault, made: Ground, times: int) -> Outcome:
    """What became of a fault; that a run ended as it must not is told in the table, and the others are tried too."""
    try:
        return fault(made, times)
    except (AssertionError, BurdenshareError) as failed:
        return Outcome(failed=" ".join(str(failed).split()))


def _line(told: str, outcome: Outcome, seconds: float) -> str:
    if outcome.skipped or outcome.failed:
        return f"{told:33} {'skipped' if outcome.skipped else 'FAILED'}: {outcome.skipped or outcome.failed}"
    found = outcome.found
    counts = f"{outcome.times:5} {found.lost:6} {found.doubled:8} {found.differing:10}"
    return f"{told:33}{counts} {seconds:9.0f} s"


def _shape(name: str, outcome: Outcome, seconds: float) -> dict[str, object]:
    found = outcome.found
    shape = {"fault": name, "times": outcome.times, "lost": found.lost, "doubled": found.doubled}
    return {
        **shape,
        "differing": found.differing,
        "skipped": outcome.skipped,
        "failed": outcome.failed,
        "seconds": round(seconds, 1),
    }


if __name__ == "__main__":
    main()
