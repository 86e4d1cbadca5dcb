"""Which documents are prints of one text, and what a print says otherwise than the original."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from burdenshare.checking.stories.limits import COPY_CONTAINED, COPY_LIKENESS, LEAST_CONTAINED, SAME_BUCKET
from burdenshare.checking.stories.model import Asked, Changed, Copies, Telling
from burdenshare.checking.stories.shingles import bands_of, in_common, runs_of, sketch_of, words_of
from burdenshare.reading.model import Document

Told = tuple[Telling, Asked]


def groups_of(documents: Sequence[Document]) -> list[list[int]]:
    """Places of documents that are prints of one text, each group with its original first; single ones left out."""
    runs = [runs_of(words_of(one.text)) for one in documents]
    parents = list(range(len(documents)))
    for one, other in _alike(documents):
        parents[_root(parents, other)] = _root(parents, one)
    for one, other in _meetings(runs):
        if _root(parents, one) != _root(parents, other) and are_copies(runs[one], runs[other]):
            parents[_root(parents, other)] = _root(parents, one)
    found: dict[int, list[int]] = {}
    for place in range(len(documents)):
        found.setdefault(_root(parents, place), []).append(place)
    by_age = (sorted(group, key=lambda at: _age(documents[at], at)) for group in found.values())
    return [part for group in by_age for part in _parted(group, documents, runs) if len(part) > 1]


def _parted(group: Sequence[int], documents: Sequence[Document], runs: Sequence[array[int]]) -> Iterable[list[int]]:
    """A group may be a chain, whose ends have nothing in common: each part is an original and the copies of itself."""
    left = list(group)
    while left:
        first = left[0]
        part = [at for at in left if at == first or _same(documents, runs, first, at)]
        yield part
        left = [at for at in left if at not in part]


def _same(documents: Sequence[Document], runs: Sequence[array[int]], one: int, other: int) -> bool:
    return documents[one].fingerprint == documents[other].fingerprint or are_copies(runs[one], runs[other])


def _alike(documents: Sequence[Document]) -> Iterable[tuple[int, int]]:
    """Pairs that are one text to the letter: all that can be told of reports saved without their text."""
    first: dict[object, int] = {}
    for place, one in enumerate(documents):
        if one.not_kept is None and not words_of(one.text):
            continue  # a text without words is nobody's copy
        held = first.setdefault(one.fingerprint, place)
        if held != place:
            yield held, place


def _age(document: Document, place: int) -> tuple[date, int]:
    """The earliest dated print is the original; without days the first one given."""
    return document.published or date.max, place


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _meetings(runs: Sequence[array[int]]) -> Iterable[tuple[int, int]]:
    """Pairs that may be copies: a text and the first few that stand under the same band."""
    shelves: dict[tuple[int, ...], list[int]] = {}
    for place, held in enumerate(runs):
        if not held:
            continue  # nothing to go by
        met: set[int] = set()
        for band in bands_of(sketch_of(held)):
            shelf = shelves.setdefault(band, [])
            met.update(shelf)
            if len(shelf) < SAME_BUCKET.value:
                shelf.append(place)
        yield from ((earlier, place) for earlier in sorted(met))


def are_copies(one: array[int], other: array[int]) -> bool:
    """Whether two texts share so much that one is a print of the other: shared quotes alone are not enough."""
    likeness, contained = in_common(one, other)
    if likeness >= COPY_LIKENESS.value:
        return True
    return contained >= COPY_CONTAINED.value and min(len(one), len(other)) >= LEAST_CONTAINED.value


def copies_of(
    groups: Iterable[Sequence[int]],
    documents: Sequence[Document],
    told: Mapping[int, Sequence[Told]],
    known: Mapping[int, float],
) -> tuple[Copies, ...]:
    """The groups, by the numbers of their sources, with what each print changes. `told` is by number, as are groups;
    `known` is the likeness of a group by its original, where it need not be counted."""
    found = []
    for group in groups:
        first, *others = group
        likeness = known[first] if first in known else _least_alike(documents, first, others)
        changed = [one for other in others for one in _changed(told.get(first, ()), told.get(other, ()))]
        found.append(Copies(tuple(group), likeness, tuple(changed)))
    return tuple(found)


def _least_alike(documents: Sequence[Document], first: int, others: Sequence[int]) -> float:
    runs = runs_of(words_of(documents[first - 1].text))
    return min(in_common(runs, runs_of(words_of(documents[other - 1].text)))[0] for other in others)


def _changed(original: Sequence[Told], copy: Sequence[Told]) -> Iterable[Changed]:
    """Statements of a print that answer what the original answers, and otherwise."""
    held, printed = _by_matter(original), _by_matter(copy)
    for matter, answers in printed.items():
        before = held.get(matter, {})
        gone = [telling for key, telling in before.items() if key not in answers]
        new = [telling for key, telling in answers.items() if key not in before]
        yield from (Changed(one, other) for one, other in zip(gone, new, strict=False))


Answers = dict[tuple[object, ...], Telling]


def _by_matter(told: Sequence[Told]) -> dict[tuple[str, ...], Answers]:
    """What is told of each measure and subject, whatever the year: a corrected year is a difference too."""
    found: dict[tuple[str, ...], Answers] = {}
    for telling, asked in told:
        one = telling.statement
        value = None if one.value is None else (one.value.low, one.value.high)
        answer = (one.comparator, value, one.unit, one.below, one.former, asked.when, one.place, asked.due, one.period)
        found.setdefault((one.kind, one.measure, *one.subject, one.person), {}).setdefault(answer, telling)
    return found
