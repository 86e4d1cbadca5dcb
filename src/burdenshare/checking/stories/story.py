"""From checked documents to stories: the straight line of the story stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.checking.model import CheckedDocument
from burdenshare.checking.stories.asking import asked_of
from burdenshare.checking.stories.clusters import Cluster, clusters_of
from burdenshare.checking.stories.copies import copies_of, groups_of
from burdenshare.checking.stories.explaining import alone, named
from burdenshare.checking.stories.features import marks_of
from burdenshare.checking.stories.model import Asked, Source, Stories, Story, Telling
from burdenshare.checking.stories.movement import movements_of
from burdenshare.checking.stories.occasions import occasions_of
from burdenshare.checking.stories.points import points_of
from burdenshare.checking.stories.positions import issues_of
from burdenshare.errors import InputError
from burdenshare.record.record import Record

Told = tuple[Telling, Asked | None]


@dataclass(frozen=True, slots=True)
class Prints:
    """Which documents are known to be prints of one text: the places of each group, its original first, and the least
    share of word runs that a print has in common with it."""

    groups: Sequence[Sequence[int]]
    likeness: Sequence[float]


def tell(documents: Sequence[CheckedDocument], record: Record, chosen: Prints | None = None) -> Stories:
    """All stories that the documents tell, the largest first, then the earliest. With `chosen` they are one story,
    since somebody has put them together, and their prints are known.

    Pure and deterministic: the same documents in the same order give the same stories. Raises InputError for none.
    """
    if not documents:
        raise InputError("there is no document to make a story of", remedy="give at least one checked document")
    gathered = _gathered(documents, record, chosen)
    if chosen is not None:
        found: Sequence[Cluster] = [Cluster(tuple(range(len(gathered.originals))))]
    else:
        marks = [marks_of(documents[at].document, gathered.told(at, at, at)) for at in gathered.originals]
        found = clusters_of(marks, [documents[at].document.published for at in gathered.originals])
    stories = [_story(cluster, gathered, record) for cluster in found]
    first = documents[0]
    return Stories(
        tuple(sorted(stories, key=lambda one: (-len(one.sources), one.days or (date.max, date.max)))),
        max(one.edition for one in documents),
        first.code_version,
        first.record_version,
    )


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The documents of a call with the question of every statement; `prints` are copies by the place of the original,
    `originals` the places of all documents that are copies of none, `likeness` that of the prints where it is known."""

    documents: Sequence[CheckedDocument]
    asked: Sequence[Sequence[Asked | None]]
    prints: dict[int, Sequence[int]]
    originals: Sequence[int]
    likeness: dict[int, float]

    def told(self, place: int, number: int, voice: int) -> list[Told]:
        """The statements of a document as told by source `number`."""
        checked = self.documents[place]
        printed = checked.document.published
        return [
            (
                Telling(number, voice, one, one.statement.speaker.name, one.statement.spoken_on or printed, printed),
                asked,
            )
            for one, asked in zip(checked.checked, self.asked[place], strict=True)
        ]


def _gathered(documents: Sequence[CheckedDocument], record: Record, chosen: Prints | None) -> _Gathered:
    asked = [
        [asked_of(one, one.statement.spoken_on or checked.document.published, record) for one in checked.checked]
        for checked in documents
    ]
    groups = groups_of([one.document for one in documents]) if chosen is None else chosen.groups
    likeness = {} if chosen is None else dict(zip((one[0] for one in groups), chosen.likeness, strict=True))
    copied = {place for group in groups for place in group[1:]}
    originals = [place for place in range(len(documents)) if place not in copied]
    return _Gathered(documents, asked, {group[0]: group for group in groups}, originals, likeness)


def _story(cluster: Cluster, gathered: _Gathered, record: Record) -> Story:
    documents, prints = gathered.documents, gathered.prints
    originals = [gathered.originals[at] for at in cluster.members]
    voices = {place: original for original in originals for place in prints.get(original, [original])}
    places = sorted(voices, key=lambda at: (documents[at].document.published or date.max, at))
    numbers = {place: number for number, place in enumerate(places, start=1)}
    sources = tuple(Source(numbers[at], documents[at].document, numbers[voices[at]]) for at in places)
    told = {numbers[at]: gathered.told(at, numbers[at], numbers[voices[at]]) for at in places}
    asked = {number: [(one, question) for one, question in held if question] for number, held in told.items()}
    tellings = [telling for held in told.values() for telling, _ in held]
    groups = [[numbers[at] for at in prints[original]] for original in originals if original in prints]
    known = {numbers[at]: alike for at, alike in gathered.likeness.items()}
    last = max((one.day for one in sources if one.day is not None), default=None)
    movements = movements_of(tellings, record, last)
    return Story(
        sources=sources,
        copies=copies_of(groups, [one.document for one in sources], asked, known),
        points=points_of(one for held in asked.values() for one in held),
        movements=movements,
        issues=issues_of(tellings, movements),
        occasions=occasions_of(sources, asked, record),
        tellings=tuple(tellings),
        alone=alone(cluster, gathered.originals, documents),
        held_by=tuple(named(mark) for mark in cluster.held_by),
    )
