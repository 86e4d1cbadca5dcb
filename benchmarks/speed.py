"""How fast one core reads and checks, beside spaCy on the same text in the same run.

    python -m benchmarks.speed [--spacy MODEL] [--memory DOCUMENTS]

Dense prose is the labelled set, sentence after sentence; articles are those of `tests/cases/articles`, repeated or cut
to 3,000 characters; empty text is prose without a word of the subject. `--spacy` names an installed pipeline or a path;
without it spaCy's blank English pipeline (tokens and sentence ends, nothing more) is timed, if spaCy is installed.
`--memory` reads so many documents and prints the growth of resident memory behind the first tenth.
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
from time import perf_counter
from typing import Any

from benchmarks.labels import FILES, labelled
from burdenshare.checking.check import check_reading
from burdenshare.reading.inputs import document_of, load_document
from burdenshare.reading.model import Document
from burdenshare.reading.read import read
from burdenshare.reading.sentences import sentences
from burdenshare.record import load_record

ARTICLES = Path(__file__).parent.parent / "tests" / "cases" / "articles"
SIZE = 3_000
DAY = date(2025, 2, 13)
EMPTY = (
    "The cat sat on the mat and looked at the weather forecast for the coming weekend, which promised 12 degrees. "
    "The baker on the corner opens at seven and sells three kinds of bread, and the children walk past to school. "
)


def dense() -> str:
    """The labelled sentences, one paragraph each."""
    return "\n\n".join(text.text for name in FILES for text in labelled(name))


def articles() -> list[Document]:
    """The repository's articles at 3,000 characters each, with their days."""
    with (ARTICLES / "expected.csv").open(encoding="utf-8", newline="") as rows:
        days = {row["article"]: row["on"] for row in csv.DictReader(rows)}
    found = []
    for name, day in sorted(days.items()):
        document = load_document(str(ARTICLES / name), on=date.fromisoformat(day))
        text = (document.text + "\n\n") * (SIZE // len(document.text) + 1)
        found.append(replace(document, text=text[:SIZE]))
    return found


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the fastest of some runs."""
    seconds = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spacy", default="")
    parser.add_argument("--memory", type=int, default=0)
    given = parser.parse_args()
    record = load_record()
    prose = document_of(dense(), on=DAY)
    count = len(sentences(prose.text))
    read(prose, record)
    reading = best(lambda: read(prose, record))
    print(f"dense prose, {count:,} sentences        {count / reading:>10,.0f} sentences a second read")
    set_of = articles()
    [check_reading(read(one, record), record) for one in set_of]
    both = best(lambda: [check_reading(read(one, record), record) for one in set_of])
    print(f"articles of 3 kB                     {len(set_of) / both:>10,.0f} a second read and checked")
    empty = document_of(EMPTY * (20_000_000 // len(EMPTY) // 10), on=DAY)
    quiet = best(lambda: read(empty, record))
    print(f"text with nothing to check           {len(empty.text) / quiet / 1e6:>10,.0f} MB a second")
    _beside_spacy(given.spacy, prose, reading)
    if given.memory:
        _memory(given.memory)


def _beside_spacy(model: str, prose: Document, reading: float) -> None:
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        print("spaCy                                not installed")
        return
    pipeline = spacy.load(model) if model else spacy.blank("en")
    if not model:
        pipeline.add_pipe("sentencizer")
    paragraphs = prose.text.split("\n\n")
    seconds = best(lambda: [len(list(one.sents)) for one in pipeline.pipe(paragraphs)])
    name = model or "blank pipeline (tokens and sentence ends only)"
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
