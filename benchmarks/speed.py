"""How fast one core reads and checks, beside spaCy on the same text in the same run.

    python -m benchmarks.speed [--spacy MODEL] [--memory DOCUMENTS]

Times are of the processor, so that other work on the machine does not count. Dense prose is the labelled set, sentence
after sentence, none of them twice; articles are those of `tests/cases/articles`, cut to 3,000 characters or filled up
with the next ones, so that none holds a sentence twice. Both are timed when they are first seen, where nothing of them
can have been kept, and at the best of three times more. Empty text is prose without a word of the subject. `--spacy`
names an installed pipeline or a path; without it a pipeline of the small model's shape, untrained, is timed
(`benchmarks.small_spacy`), if spaCy is installed. `--memory` reads so many documents and prints the growth of resident
memory behind the first tenth.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import resource
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.labels import FILES, labelled
from benchmarks.small_spacy import small_pipeline
from burdenshare.checking.check import check_reading
from burdenshare.reading.inputs import document_of, load_document
from burdenshare.reading.model import Document
from burdenshare.reading.read import read
from burdenshare.reading.sentences import sentences
from burdenshare.record import Record, load_record

ARTICLES = Path(__file__).parent.parent / "tests" / "cases" / "articles"
SIZE = 3_000
DAY = date(2025, 2, 13)
EMPTY = (
    "The cat sat on the mat and looked at the weather forecast for the coming weekend, which promised 12 degrees. "
    "The baker on the corner opens at seven and sells three kinds of bread, and the children walk past to school. "
)
WARM = "Lithuania met the target of 2 % of GDP in 2023, when twelve of its allies did, said its minister of defence."


def dense() -> str:
    """The labelled sentences, one paragraph each."""
    return "\n\n".join(text.text for name in FILES for text in labelled(name))


def articles() -> list[Document]:
    """The repository's articles at 3,000 characters each, with their days; none tells a sentence twice."""
    with (ARTICLES / "expected.csv").open(encoding="utf-8", newline="") as rows:
        days = {row["article"]: row["on"] for row in csv.DictReader(rows)}
    found = [load_document(str(ARTICLES / name), on=date.fromisoformat(day)) for name, day in sorted(days.items())]
    return [
        replace(document, text="\n\n".join(other.text for other in (*found[at:], *found[:at]))[:SIZE])
        for at, document in enumerate(found)
    ]


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the processor for the fastest of some runs."""
    seconds = []
    for _ in range(rounds):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spacy", default="")
    parser.add_argument("--memory", type=int, default=0)
    given = parser.parse_args()
    record = load_record()
    prose = document_of(dense(), on=DAY)
    count = len(sentences(prose.text))
    _checked([document_of(WARM, on=DAY)], record)  # the tables are read from their files
    first = best(lambda: read(prose, record), rounds=1)
    reading = best(lambda: read(prose, record))
    print(f"dense prose, {count:,} sentences        {_both(count, first, reading)} sentences a second read")
    set_of = articles()
    first = best(lambda: _checked(set_of, record), rounds=1)
    both = best(lambda: _checked(set_of, record))
    print(f"articles of 3 kB                     {_both(len(set_of), first, both)} a second read and checked")
    empty = document_of(EMPTY * (20_000_000 // len(EMPTY) // 10), on=DAY)
    quiet = best(lambda: read(empty, record))
    print(f"text with nothing to check           {len(empty.text) / quiet / 1e6:>10,.0f} MB a second")
    _beside_spacy(given.spacy, prose, reading)
    if given.memory:
        _memory(given.memory)


def _both(count: int, first: float, again: float) -> str:
    return f"{count / first:>10,.0f} at first, {count / again:>6,.0f} again,"


def _checked(documents: list[Document], record: Record) -> None:
    for one in documents:
        check_reading(read(one, record), record)


def _beside_spacy(model: str, prose: Document, reading: float) -> None:
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        print("spaCy                                not installed")
        return
    pipeline = spacy.load(model) if model else small_pipeline(spacy)
    paragraphs = prose.text.split("\n\n")
    seconds = best(lambda: [len(list(one.sents)) for one in pipeline.pipe(paragraphs)])
    name = model or "a pipeline of the small one's shape"
    print(f"spaCy {spacy.__version__}, {name}: {seconds / reading:.2f} times our time for reading whole statements")


def _memory(count: int) -> None:
    record = load_record()
    first = 0.0
    for number, document in enumerate(islice(_many(), count), 1):
        check_reading(read(document, record), record)
        if number == max(count // 10, 1):
            first = _resident()
    grown = _resident() - first
    print(f"resident memory                      {grown:>10,.1f} MB more after {count:,} documents than after a tenth")


def _many() -> Iterator[Document]:
    """Documents that are all different: the articles with another number in each."""
    for number, one in enumerate(cycle(articles())):
        yield replace(one, id=f"d{number}", text=f"{one.text[:600]} No. {number}.")


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
