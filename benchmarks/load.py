"""A newsroom at once: many people check articles and look into the record while memory is watched.

    python -m benchmarks.load [--users 50] [--minutes 10] [--think 6] [--json]

Starts the workbench with real workers on a free port of this machine, and plays `--users` people who each check an
article of about 5 kB, read for `--think` seconds on average, and now and then look into the record. Every article is
different, so nothing is answered from a cache. Prints the median and 95th percentile of each kind of page, errors, and
the memory of all server processes over time. The players share the cores with the server.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

import httpx

LETTERS = 5000
"""Characters of an article."""
RAMP = 30.0
"""Seconds over which the people arrive."""
WATCH = 5.0
"""Seconds between two looks at the memory."""
SERVER = """
import sys, uvicorn
from burdenshare.web.app import create_app
from burdenshare.web.settings import Limits, Settings
if __name__ == "__main__":
    limits = Limits(requests=0, works=0)
    app = create_app(Settings(port=int(sys.argv[1]), database=f"sqlite:///{sys.argv[2]}/load.db", limits=limits))
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""
FACTS = (
    "{ally} spent {share} percent of GDP on defence in {year}, according to NATO figures.",
    "{count} of the 32 allies met the 2 percent guideline in 2024.",
    "{ally} plans to reach {target} percent of GDP by {due}, its defence minister said on Tuesday.",
    "Defence spending by the European allies and Canada grew {growth} percent in real terms in 2024.",
    "The United States pays {part} percent of all that the allies spend.",
    "Secretary General Mark Rutte called the plan fair, and told reporters that everybody would carry a share.",
    "The next summit will be held in Ankara in July 2026.",
    "Officials spoke at length about roads, bridges and networks, and about who would pay for them in the end.",
    "The session began at {hour}:15 and ended without a vote, as such sessions mostly do.",
)
ALLIES = ("Poland", "Germany", "Spain", "Italy", "Estonia", "Greece", "Canada", "Belgium", "Norway", "Portugal")
LOOKS = (
    "/",
    "/record?entity={code}&measure=share_of_gdp",
    "/record/threshold?on=2024-07-01",
    "/data",
    "/static/app.css",
)
CODES = ("POL", "DEU", "ESP", "ITA", "EST", "GRC", "CAN", "BEL", "NOR", "PRT")


@dataclass(slots=True)
class Seen:
    """What the players met: seconds of each kind of page, errors by what they were, bytes of memory by second."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    memory: list[tuple[float, int]] = field(default_factory=list)


def article(dice: random.Random) -> str:
    """About 5 kB of prose on allied defence that no other player gives."""
    parts: list[str] = []
    while sum(map(len, parts)) < LETTERS:
        parts.append(
            dice.choice(FACTS).format(
                ally=dice.choice(ALLIES),
                share=round(dice.uniform(1, 4.5), 2),
                year=dice.randint(2015, 2025),
                count=dice.randint(10, 31),
                target=round(dice.uniform(2, 5), 1),
                due=dice.randint(2026, 2035),
                growth=round(dice.uniform(1, 25), 1),
                part=dice.randint(40, 80),
                hour=dice.randint(1, 12),
            )
        )
    return "\n\n".join(" ".join(parts[at : at + 4]) for at in range(0, len(parts), 4))


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """A server with its address and process number."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as home:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        script = Path(home) / "server.py"
        script.write_text(SERVER, encoding="utf-8")
        free.close()
        process = subprocess.Popen([sys.executable, str(script), str(port), home])
        try:
            _wait(f"http://127.0.0.1:{port}/", process)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(30)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers and both workers are warm."""
    for _ in range(240):
        if process.poll() is not None:
            raise SystemExit("the server did not start")
        try:
            if httpx.get(address, timeout=1).status_code == httpx.codes.OK:
                break
        except httpx.HTTPError:
            time.sleep(0.25)
    dice = random.Random(0)
    for _ in range(4):
        httpx.post(f"{address}check", data={"text": article(dice), "on": "2025-06-30"}, timeout=60)


async def player(number: int, address: str, until: float, think: float, seen: Seen) -> None:
    """One person: checks, reads, looks, checks again."""
    dice = random.Random(number)
    await asyncio.sleep(dice.uniform(0, min(RAMP, (until - time.monotonic()) / 3)))
    async with httpx.AsyncClient(base_url=address, timeout=30) as client:
        while time.monotonic() < until:
            data = {"text": article(dice), "on": "2025-06-30"}
            await _timed(seen, "check", client.post("/check", data=data))
            await asyncio.sleep(dice.uniform(0.5, 1.5) * think)
            if dice.random() < 0.5:
                path = dice.choice(LOOKS).format(code=dice.choice(CODES))
                await _timed(seen, "record" if "record" in path else "page", client.get(path))
                await asyncio.sleep(dice.uniform(0, 1) * think / 2)


async def _timed(seen: Seen, kind: str, asked: object) -> None:
    started = time.perf_counter()
    try:
        answer = await asked  # type: ignore[misc]
        if answer.status_code != httpx.codes.OK:
            seen.errors[f"{kind}: {answer.status_code}"] += 1
            return
    except httpx.HTTPError as fault:
        seen.errors[f"{kind}: {type(fault).__name__}"] += 1
        return
    seen.seconds[kind].append(time.perf_counter() - started)


async def watch(process: int, until: float, seen: Seen) -> None:
    """The memory of the server and its workers."""
    started = time.monotonic()
    while time.monotonic() < until:
        seen.memory.append((time.monotonic() - started, sum(map(resident, family(process)))))
        await asyncio.sleep(WATCH)


def family(process: int) -> list[int]:
    """A process and all it has started."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        found += [one for child in children.read_text().split() for one in family(int(child))]
    return found


def resident(process: int) -> int:
    """Bytes that a process holds in memory."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


async def played(users: int, seconds: float, think: float, address: str, process: int) -> Seen:
    """All players at once."""
    seen, until = Seen(), time.monotonic() + seconds
    people = [player(number, address, until, think, seen) for number in range(1, users + 1)]
    await asyncio.gather(watch(process, until, seen), *people)
    return seen


def told(seen: Seen, seconds: float) -> dict[str, Any]:
    """The figures of a run."""
    pages = {}
    for kind, times in sorted(seen.seconds.items()):
        cuts = quantiles(times, n=100) if len(times) > 1 else [times[0]] * 99
        pages[kind] = {"asked": len(times), "median_ms": round(cuts[49] * 1000), "p95_ms": round(cuts[94] * 1000)}
    half = [size for at, size in seen.memory if at > seconds / 2] or [0]
    first = [size for at, size in seen.memory if seconds / 4 < at <= seconds / 2] or half
    mib = 1024 * 1024
    memory = {"second_quarter_mib": max(first) // mib, "last_half_mib": max(half) // mib}
    return {"pages": pages, "errors": dict(seen.errors), "memory": memory}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--think", type=float, default=6, help="seconds of reading between two checks, on average")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--strict", action="store_true", help="end with 1 where any request went wrong")
    given = parser.parse_args()
    with served() as (address, process):
        seen = asyncio.run(played(given.users, given.minutes * 60, given.think, address, process))
    figures = told(seen, given.minutes * 60)
    if given.json:
        print(json.dumps(figures, indent=2))
    else:
        _print(given, figures)
    if given.strict and seen.errors:
        sys.exit(1)


def _print(given: argparse.Namespace, figures: dict[str, Any]) -> None:
    print(f"{given.users} people, {given.minutes:g} minutes, {given.think:g} seconds of reading between checks")
    for kind, row in figures["pages"].items():
        print(
            f"  {kind:<8}{row['asked']:>7} asked   median {row['median_ms']:>5} ms   95 % within {row['p95_ms']:>5} ms"
        )
    print(f"  errors: {figures['errors'] or 'none'}")
    print(f"  memory: {figures['memory']}")


if __name__ == "__main__":
    main()
