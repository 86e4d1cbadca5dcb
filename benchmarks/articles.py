"""Milliseconds an article, and what the same evidence costs when every cell is one as-of query to DuckDB.

    python -m benchmarks.articles

The articles are the repository's own labelled ones. The DuckDB side answers only the look-ups the verdicts rest on; it
reads no text and judges nothing, so the comparison favours it.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from time import perf_counter

from benchmarks.lookup import database, point_queries, timed
from burdenshare.checking.check import check_reading
from burdenshare.checking.model import CheckedDocument
from burdenshare.reading.inputs import load_document
from burdenshare.reading.model import Document
from burdenshare.reading.read import read
from burdenshare.record import load_record
from burdenshare.record.index import Key

ARTICLES = Path(__file__).parent.parent / "tests" / "cases" / "articles"
ROUNDS = 5


def articles() -> list[Document]:
    """The labelled articles with their days."""
    with (ARTICLES / "expected.csv").open(encoding="utf-8", newline="") as rows:
        days = {row["article"]: row["on"] for row in csv.DictReader(rows)}
    return [load_document(str(ARTICLES / name), on=date.fromisoformat(day)) for name, day in sorted(days.items())]


def evidence(checked: CheckedDocument) -> list[tuple[Key, date]]:
    """The cells all verdicts of a document rest on, each with the day of its clock."""
    return [
        ((one.measure, one.entity, one.period, one.basis, one.unit), judgement.on)
        for item in checked.checked
        for judgement in (item.then, item.now)
        if judgement is not None
        for one in judgement.evidence
    ]


def main() -> None:
    record = load_record()
    documents = articles()
    reports = [check_reading(read(document, record), record) for document in documents]  # caches warm
    reading = min(timed(lambda: [read(document, record) for document in documents]) for _ in range(ROUNDS))
    readings = [read(document, record) for document in documents]
    checking = min(timed(lambda: [check_reading(one, record) for one in readings]) for _ in range(ROUNDS))
    asked = [question for report in reports for question in evidence(report)]
    con = database(record.index)
    start = perf_counter()
    point_queries(con, asked)
    queries = perf_counter() - start
    statements = sum(len(report.checked) for report in reports)
    size = sum(len(document.text) for document in documents) / len(documents)
    count = len(documents)
    each = f"({size:,.0f} characters, {statements / count:.0f} statements each)"
    print(f"articles                           {count:>12,}   {each}")
    print(f"read, ms an article                {1e3 * reading / count:>12.1f}")
    print(f"check on both clocks, ms           {1e3 * checking / count:>12.1f}")
    print(f"cells the verdicts rest on         {len(asked):>12,}")
    ratio = queries / (reading + checking)
    times = f"({ratio:.1f} times read and check together)"
    print(f"DuckDB, those cells only, ms       {1e3 * queries / count:>12.1f}   {times}")


if __name__ == "__main__":
    main()
