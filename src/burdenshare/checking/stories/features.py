"""What a document is about, as weighted marks by which documents of one story find each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from burdenshare.checking.stories.model import Asked, Telling, Topic
from burdenshare.checking.stories.occasions import REPORTED
from burdenshare.checking.stories.shingles import words_of
from burdenshare.reading.model import Document, Kind
from burdenshare.reading.tables import load_table

Told = tuple[Telling, Asked | None]

WEIGHTS = {
    "event": 3.0,  # the very same summit or meeting
    "figure": 2.0,  # the same figure of the same year
    "count": 0.5,  # how many meet the guideline: half of all reports of a year tell it
    "speaker": 1.5,  # somebody whose words are reported
    "target": 1.0,  # a target of the same owner
    "stand": 1.0,  # the same speaker on the same issue
    "subject": 1.0,  # figures of the same single ally, whatever the year
    "word": 0.5,  # a word the document returns to
    "person": 0.25,  # somebody who is only mentioned: presidents are in every report
    "issue": 0.25,
}
"""What it is worth to share a mark. Guidelines in force, the number of members and offices are in every report on the
alliance, and worth nothing."""

MOST_OF_A_KIND = {"word": 2.0, "issue": 0.5, "person": 0.5, "stand": 2.0, "subject": 2.0, "speaker": 2.0, "figure": 4.0}
"""What marks of one kind can add up to: two reports that share many common words still need something else."""

MOST_WORDS = 24
"""Words by which a document is known: those it uses most."""

LEAST_LETTERS = 5

TIES = {"event": 1, "speaker": 1, "word": 3}
"""How many marks of a kind tie two reports: figures and targets of a year are in all reports of that year, but an
event, a speaker or a few words that a report returns to are its own."""

Mark = tuple[str, str]


@cache
def _common() -> frozenset[str]:
    return frozenset(load_table("story_words")["common"]["words"])


def marks_of(document: Document, told: Sequence[Told]) -> frozenset[Mark]:
    """The marks of one document: (kind, what), with the kinds of `WEIGHTS`."""
    found: set[Mark] = set()
    for telling, asked in told:
        found.update(_of(telling, asked))
    found.update(("word", word) for word in _favourites(document))
    return frozenset(found)


def _of(telling: Telling, asked: Asked | None) -> Iterable[Mark]:
    statement = telling.statement
    if telling.speaker:
        yield "speaker", telling.speaker
        if statement.issue:
            yield "stand", f"{telling.speaker} on {statement.issue}"
    if statement.issue:
        yield "issue", statement.issue
    if statement.person:
        yield "person", statement.person
    if asked is None:
        return
    if asked.topic is Topic.OCCASION:
        if asked.event is None or asked.event.kind in REPORTED:  # a war of years is the background of all reports
            yield "event", asked.key[1] if asked.event is not None else " ".join(asked.key[1:])
    elif asked.topic in (Topic.COUNT, Topic.FIGURE):
        yield "count" if asked.topic is Topic.COUNT else "figure", _figure(asked)
    elif asked.topic is Topic.TARGET:
        yield "target", _target(asked)
    if statement.kind in (Kind.FACT, Kind.PROMISE) and len(statement.subject) == 1 and len(statement.subject[0]) == 3:
        yield "subject", statement.subject[0]


def _figure(asked: Asked) -> str:
    """A figure by what it measures, whose it is and of which year."""
    if asked.topic is Topic.COUNT:
        _, group, threshold, year = asked.key
        return f"who of {group} met {threshold} % in {year}"
    measure, *subjects, _, year, baseline, _ = asked.key
    return f"{measure} of {' '.join(subjects)} in {year}" + (f" over {baseline}" if baseline else "")


def _target(asked: Asked) -> str:
    """A share as it is told; of any other target what it is of, as sums are rounded in many ways."""
    _, measure, *subjects, unit, sense, value = asked.key
    owners = " ".join(subjects)
    return f"{owners} {sense} {value} %" if unit == "%" else f"{measure} of {owners}"


def _favourites(document: Document) -> list[str]:
    """The words a document uses most, without those that are in every report; ties in order of the alphabet."""
    common = _common()
    words = Counter(
        word for word in words_of(document.text) if len(word) >= LEAST_LETTERS and word.isalpha() and word not in common
    )
    return sorted(words, key=lambda word: (-words[word], word))[:MOST_WORDS]


def tied(common: Sequence[Mark]) -> bool:
    """Whether the shared marks are more than what every report of the time would share."""
    kinds = Counter(kind for kind, _ in common)
    return any(kinds[kind] >= least for kind, least in TIES.items())


def shared(one: frozenset[Mark], other: frozenset[Mark]) -> tuple[float, list[Mark]]:
    """What it is worth that two sets of marks have these in common, and which those are, the weightiest first."""
    common = sorted(one & other, key=lambda mark: (-WEIGHTS[mark[0]], mark))
    by_kind: dict[str, float] = {}
    for kind, _ in common:
        by_kind[kind] = min(by_kind.get(kind, 0.0) + WEIGHTS[kind], MOST_OF_A_KIND.get(kind, 99.0))
    return sum(by_kind.values()), common
