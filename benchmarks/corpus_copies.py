"""Near copies over an archive: ours beside datasketch, on planted prints.

    python -m benchmarks.corpus_copies [--texts 20000]

Texts are made of invented words, drawn as words of a language are; some are printed again: word for word, with a
sentence changed, cut short, or with a paragraph of the desk's own. What is planted is known, so it is counted how many
of the prints were found, and how many texts were put to others that they are no prints of. datasketch is asked as its
documentation asks it: 128 permutations, an LSH of threshold 0.5, and pairs joined into groups.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from burdenshare.checking.stories.limits import COPY_LIKENESS
from burdenshare.checking.stories.shingles import runs_of, words_of
from burdenshare.corpus.asking.near import Numbers, groups_of
from burdenshare.corpus.sketches import BINS, sketched

VOCABULARY = 30_000
Grouped = Callable[[Sequence[int]], list[int]]
Way = Callable[[Sequence[str]], tuple[float, Grouped]]

PRINTED = 0.25
"""The share of texts that are prints of another."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one way took, and what it found: seconds for sketches and for groups, bytes at the peak of grouping, planted
    prints in the group of their original, texts in the group of a stranger."""

    name: str
    sketching: float
    grouping: float
    peak: int
    found: float
    strangers: float
    same_when_shuffled: bool


def texts_of(count: int, seed: int = 9) -> tuple[list[str], list[int]]:
    """Texts, and for each the number of its original."""
    draw = random.Random(seed)
    words = ["".join(draw.choices("abcdefghijklmnoprstuvwz", k=draw.randint(2, 9))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    texts: list[str] = []
    originals: list[int] = []
    while len(texts) < count:
        if texts and draw.random() < PRINTED:
            at = originals[draw.randrange(len(texts))]
            texts.append(_print(texts[at], draw, words))
            originals.append(at)
        else:
            originals.append(len(texts))
            told = draw.choices(words, weights, k=draw.randint(150, 700))
            texts.append(" ".join(told))
    return texts, originals


def _print(text: str, draw: random.Random, words: Sequence[str]) -> str:
    told = text.split()
    match draw.randrange(4):
        case 0:
            return text
        case 1:
            at = draw.randrange(len(told) - 20)
            told[at : at + 20] = draw.choices(words, k=20)
        case 2:
            told = told[: int(len(told) * draw.uniform(0.6, 0.95))]
        case _:
            told += draw.choices(words, k=40)
    return " ".join(told)


def ours(texts: Sequence[str]) -> tuple[float, Grouped]:
    """Seconds for the sketches, and what groups them in a given order."""
    began = time.perf_counter()
    rows = [sketched(text) for text in texts]
    took = time.perf_counter() - began
    packed: Numbers = np.frombuffer(b"".join(row["sketch"] for row in rows), "<u4").astype(np.uint32).reshape(-1, BINS)
    runs = np.array([row["runs"] for row in rows], dtype=np.int64)

    def grouped(order: Sequence[int]) -> list[int]:
        return [int(one) for one in groups_of(packed[list(order)], runs[list(order)])]

    return took, grouped


def library(texts: Sequence[str]) -> tuple[float, Grouped]:
    """The same by datasketch."""
    from datasketch import MinHash, MinHashLSH  # not needed by burdenshare: pip install datasketch

    began = time.perf_counter()
    made = []
    for text in texts:
        one = MinHash(num_perm=128)
        one.update_batch([run.to_bytes(4, "little") for run in _runs(text)])
        made.append(one)
    took = time.perf_counter() - began

    def grouped(order: Sequence[int]) -> list[int]:
        index = MinHashLSH(threshold=COPY_LIKENESS.value, num_perm=128)
        parents = list(range(len(order)))

        def root(at: int) -> int:
            while parents[at] != at:
                parents[at] = parents[parents[at]]
                at = parents[at]
            return at

        for place, at in enumerate(order):
            for other in index.query(made[at]):
                if made[at].jaccard(made[order[other]]) >= COPY_LIKENESS.value:
                    parents[root(place)] = root(other)
            index.insert(place, made[at])
        return [root(place) for place in range(len(order))]

    return took, grouped


def _runs(text: str) -> array[int]:
    return runs_of(words_of(text))


def measured(name: str, texts: Sequence[str], originals: Sequence[int], way: Way) -> Result:
    """One way over all texts, in their order and in another."""
    sketching, grouped = way(texts)
    order = list(range(len(texts)))
    began = time.perf_counter()
    groups = grouped(order)
    took = time.perf_counter() - began
    tracemalloc.start()
    random.Random(1).shuffle(order)
    shuffled = grouped(order)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    back: list[int] = [0] * len(order)
    for place, at in enumerate(order):
        back[at] = shuffled[place]
    prints = [at for at, original in enumerate(originals) if original != at]
    found = sum(groups[at] == groups[originals[at]] for at in prints) / len(prints)
    heads = Counter((group, original) for group, original in zip(groups, originals, strict=True))
    largest: Counter[int] = Counter()
    for (group, _), count in heads.items():
        largest[group] = max(largest[group], count)
    strangers = 1 - sum(largest.values()) / len(texts)
    return Result(name, sketching, took, peak, found, strangers, _parts(groups) == _parts(back))


def _parts(groups: Sequence[int]) -> set[frozenset[int]]:
    held: dict[int, list[int]] = {}
    for at, group in enumerate(groups):
        held.setdefault(group, []).append(at)
    return {frozenset(one) for one in held.values()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=20_000)
    count = parser.parse_args().texts
    texts, originals = texts_of(count)
    print(f"{count:,} texts, {sum(at != one for at, one in enumerate(originals)):,} of them prints of another")
    print(f"{'':<12} {'sketch':>10} {'groups':>9} {'peak':>9} {'prints':>8} {'strangers':>10}  order")
    ways: tuple[tuple[str, Way], ...] = (("burdenshare", ours), ("datasketch", library))
    for name, way in ways:
        one = measured(name, texts, originals, way)
        print(
            f"{one.name:<12} {one.sketching / count * 1e6:>7.0f} µs {one.grouping:>7.1f} s {one.peak / 1e6:>6.0f} MB"
            f" {one.found:>8.2%} {one.strangers:>10.3%}  {'the same' if one.same_when_shuffled else 'another result'}"
        )


if __name__ == "__main__":
    main()
