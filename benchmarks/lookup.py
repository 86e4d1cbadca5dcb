"""Look-ups a second and load time, beside the same as-of questions put to DuckDB.

    python -m benchmarks.lookup

Both sides answer the same random questions (a cell as of a day) and must agree before anything is printed.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import perf_counter

import duckdb

from burdenshare.record import Record, load_record
from burdenshare.record.index import CONSTANT, Index, Key

QUESTIONS = 200_000
ROUNDS = 10
POINT_QUERIES = 500
SEED = 20250213  # any fixed number: the same questions in every run
FIRST_DAY, DAYS = date(2015, 1, 1), 4300

Question = tuple[Key, date]


def questions(index: Index, count: int) -> list[Question]:
    """Random cells as of random days, a tenth of them not held."""
    draw = random.Random(SEED)
    keys = [key for key, _ in index.shelves() if key[3] != CONSTANT]
    made = []
    for _ in range(count):
        measure, entity, period, basis, unit = draw.choice(keys)
        if draw.random() < 0.1:
            entity = "ATA"
        made.append(((measure, entity, period, basis, unit), FIRST_DAY + timedelta(draw.randrange(DAYS))))
    return made


def timed(work: Callable[[], object]) -> float:
    """Seconds one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_memory(index: Index, asked: Sequence[Question]) -> list[float | None]:
    """The answers of the index."""
    latest = index.latest
    return [None if found is None else found.value for found in (latest(key, day) for key, day in asked)]


def loop(index: Index, asked: Sequence[Question]) -> None:
    """Look-ups and nothing else."""
    latest = index.latest
    for key, day in asked:
        latest(key, day)


def database(index: Index) -> duckdb.DuckDBPyConnection:
    """The same observations as one DuckDB table."""
    con = duckdb.connect()
    con.execute(
        "create table held (measure text, entity text, period text, basis text, unit text,"
        " released_on date, value double)"
    )
    rows = [
        (*map(str, key), one.released_on, one.value)
        for key, shelf in index.shelves()
        if key[3] != CONSTANT
        for one in shelf
    ]
    con.executemany("insert into held values (?, ?, ?, ?, ?, ?, ?)", rows)
    return con


def point_queries(con: duckdb.DuckDBPyConnection, asked: Sequence[Question]) -> list[float | None]:
    """One SQL statement a question."""
    sql = (
        "select value from held where measure = ? and entity = ? and period = ? and basis = ? and unit = ?"
        " and released_on <= ? order by released_on desc limit 1"
    )
    rows = (con.execute(sql, [*map(str, key), day]).fetchone() for key, day in asked)
    return [None if row is None else float(row[0]) for row in rows]


def one_join(con: duckdb.DuckDBPyConnection) -> list[float | None]:
    """All questions in one as-of join over the table `asked`."""
    sql = (
        "select held.value from asked asof left join held on asked.measure = held.measure"
        " and asked.entity = held.entity and asked.period = held.period and asked.basis = held.basis"
        " and asked.unit = held.unit and asked.day >= held.released_on order by asked.number"
    )
    return [row[0] for row in con.execute(sql).fetchall()]


def load_seconds() -> float:
    """Loading the packaged record in a fresh interpreter, start of Python left out; best of five."""
    code = (
        "from time import perf_counter as t; s = t();"
        " from burdenshare.record import load_record; load_record(); print(t() - s)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    return min(float(run.stdout) for run in runs)


def macro_seconds(record: Record) -> float:
    """The first question that needs a macroeconomic vintage (import of polars, Parquet, one indicator)."""
    return timed(lambda: record.cell("population", "POL", 2024))


def main() -> None:
    record = load_record()
    index = record.index
    asked = questions(index, QUESTIONS)
    best = min(timed(lambda: loop(index, asked)) for _ in range(ROUNDS))
    con = database(index)
    few = asked[:POINT_QUERIES]
    con.execute(
        "create table asked (number int, measure text, entity text, period text, basis text, unit text, day date)"
    )
    numbered = [(number, *map(str, key), day) for number, (key, day) in enumerate(asked[: POINT_QUERIES * 20])]
    con.executemany("insert into asked values (?, ?, ?, ?, ?, ?, ?)", numbered)
    expected = in_memory(index, asked[: POINT_QUERIES * 20])
    if point_queries(con, few) != expected[:POINT_QUERIES] or one_join(con) != expected:
        raise SystemExit("the index and DuckDB disagree")
    point = timed(lambda: point_queries(con, few)) / len(few)
    join = min(timed(lambda: one_join(con)) for _ in range(5)) / len(numbered)
    each = best / len(asked)
    cell = timed(lambda: [record.cell(key[0], key[1], key[2]) for key, _ in asked[:2000]]) / 2000
    print(f"cells held                         {len(index):>12,}")
    print(f"index look-ups a second            {1 / each:>12,.0f}   ({1e6 * each:.2f} µs each)")
    print(f"findings with derivation a second  {1 / cell:>12,.0f}   ({1e6 * cell:.1f} µs each, `record.cell`)")
    print(f"DuckDB, one query a question       {1 / point:>12,.0f}   (index is {point / each:,.0f} times as fast)")
    print(f"DuckDB, one as-of join for all     {1 / join:>12,.0f}   (index is {join / each:,.1f} times as fast)")
    print(f"load of the packaged record        {load_seconds():>12.3f} s (without the macroeconomic vintages)")
    print(f"first macroeconomic answer         {macro_seconds(record):>12.3f} s")


if __name__ == "__main__":
    main()
