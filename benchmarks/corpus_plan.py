"""What an archive of many pages takes, from rates that were measured: cores, hours, storage, memory of the driver.

    python -m benchmarks.corpus_plan [--pages 1000000000] [--cores 64] [--bulk 735] [--articles 32] [--gain 0.9]

The rates are those of `python -m benchmarks.corpus_scale` on the machines that are to do it: pages on other subjects a
second and articles on ours a second, on one core and beyond starting up; `--gain` is what each further worker adds to
the first. A page is as the generated ones are: some 30 kB, packed to a sixth. What depends on the archive itself is the
share of its articles on the subject; the table has a row for each of several.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

SHARES = (0.001, 0.01, 0.1)
"""Of the pages on our subject: all news of the world, political news, an archive gathered on the subject."""
HASHED = 24
"""Bytes that the driver holds for each text on the subject (corpus/settling.py)."""
JOINED = 4
"""How often that is there at the worst moment, while copies are sought."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Measured: pages on other subjects and articles on ours a second on one core; bytes of a packed page; bytes of the
    data set for each page and for each article on our subject; what each further worker adds."""

    bulk: float
    articles: float
    packed: float
    row: float
    kept: float
    gain: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Of an archive: core-hours, hours on so many cores, bytes read, written and held by the driver, and the packed
    bytes a second that the store has to give."""

    core_hours: float
    hours: float
    read: float
    written: float
    driver: float
    stream: float


def planned(pages: float, share: float, cores: int, rates: Rates) -> Plan:
    """What `pages` take of which a `share` is on our subject."""
    seconds = pages * ((1 - share) / rates.bulk + share / rates.articles)
    clock = seconds / (1 + (cores - 1) * rates.gain)
    return Plan(
        core_hours=seconds / 3600,
        hours=clock / 3600,
        read=pages * rates.packed,
        written=pages * (rates.row + share * rates.kept),
        driver=pages * share * HASHED * JOINED,
        stream=pages * rates.packed / clock,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the plan."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=float, default=1e9)
    parser.add_argument("--cores", type=int, default=64)
    parser.add_argument("--bulk", type=float, default=735.0)
    parser.add_argument("--articles", type=float, default=32.0)
    parser.add_argument("--packed", type=float, default=4_900.0)
    parser.add_argument("--row", type=float, default=52.0)
    parser.add_argument("--kept", type=float, default=1_520.0)
    parser.add_argument("--gain", type=float, default=0.9)
    given = parser.parse_args(arguments)
    rates = Rates(given.bulk, given.articles, given.packed, given.row, given.kept, given.gain)
    print(f"{given.pages:,.0f} pages on {given.cores} cores")
    heads = ("on our subject", "core-hours", "hours", "read TB", "written GB", "driver GB", "stream MB/s")
    print(f"{heads[0]:<16}" + "".join(f"{head:>13}" for head in heads[1:]))
    for share in SHARES:
        plan = planned(given.pages, share, given.cores, rates)
        told = (
            f"{plan.core_hours:,.0f}",
            f"{plan.hours:,.1f}",
            f"{plan.read / 1e12:,.1f}",
            f"{plan.written / 1e9:,.1f}",
            f"{plan.driver / 1e9:,.2f}",
            f"{plan.stream / 1e6:,.0f}",
        )
        print(f"{share:<16.1%}" + "".join(f"{text:>13}" for text in told))


if __name__ == "__main__":
    main()
