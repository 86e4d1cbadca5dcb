"""Statements that an optional extractor proposes. The rules read every proposed place again; a proposal is a question
to them and never an answer.

What is kept is a statement the rules made, word for word; of the proposal itself nothing is left in it. Everything else
is listed as not verified, with the reason. A proposer is treated as hostile: its strings are cleaned and cut, its
offsets and numbers checked, its number limited, its failures turned into a remark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from burdenshare.errors import ProposerError
from burdenshare.reading.hostile import plain
from burdenshare.reading.model import Document, NotVerified, Reading, Span, Statement
from burdenshare.reading.verifying import Bench, Refused, shown

if TYPE_CHECKING:
    from burdenshare.reading.read import Facts

MOST_PROPOSALS = 500
"""Proposals looked at for one document: several for every sentence of a long article."""

MOST_REMARK = 200
"""Characters of a failure that are told."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an extractor believes a document says at `start`..`end` (offsets into `Document.text`).

    `subject`: a code or name, several joined by `;`; `measure`: a measure id or empty; `value` and `unit` as in a
    statement (base units: 485e9 and `USD`, 4.12 and `%`); `words`: the text there, or empty; `proposer`: who says so.
    """

    start: int
    end: int
    subject: str
    measure: str
    value: float | None
    unit: str
    words: str
    proposer: str


class Proposer(Protocol):
    """An extractor. May raise anything; ProposerError is told to the reader, of all else only that it happened."""

    def propose(self, document: Document) -> Sequence[Proposal]:
        """What it believes `document` says."""
        ...


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of proposals: `statements` the rules read on a second look and that were not there before,
    `not_verified` all that they do not read so, `known` how many had been read already, `overlooked` whether there
    were more than `MOST_PROPOSALS`."""

    statements: tuple[Statement, ...] = ()
    not_verified: tuple[NotVerified, ...] = ()
    known: int = 0
    overlooked: bool = False


def verified(reading: Reading, proposals: Iterable[Proposal], record: Facts) -> Verified:
    """Hold `proposals` against what the rules read in the document of `reading`, in the sentences of each on their own.

    Kept is what the rules parse to the same figure, unit, subject and (where proposed) measure, where the first
    reading had neither read the figure otherwise nor set it aside on purpose.
    """
    bench = Bench(reading, record)
    refused: list[NotVerified] = []
    known = 0
    rest = iter(proposals)
    for proposal in islice(rest, MOST_PROPOSALS):
        given: object = proposal  # an extractor in Python may put anything into its list
        if not isinstance(given, Proposal):
            continue
        answer = bench.answer(proposal)
        if isinstance(answer, Refused):
            refused.append(shown(proposal, reading.document.text, answer))
        else:
            known += answer
    added = sorted(bench.added, key=lambda one: (one.span, one.focus))
    named = tuple(replace(one, id=f"p{number}") for number, one in enumerate(added, start=1))
    return Verified(named, tuple(refused), known, next(rest, None) is not None)


def merged(reading: Reading, found: Verified) -> Reading:
    """`reading` with what was found: its own statements as they were, the others between them in text order."""
    statements = sorted((*reading.statements, *found.statements), key=lambda one: one.span.start)
    focuses = [one.focus for one in found.statements]
    left = tuple(one for one in reading.unaccounted if not any(_meet(one.span, focus) for focus in focuses))
    return replace(reading, statements=tuple(statements), unaccounted=left, not_verified=found.not_verified)


def consulted(reading: Reading, proposer: Proposer, record: Facts) -> Reading:
    """`reading` with what `proposer` proposes for its document; where it fails, as it was, with one remark."""
    try:
        proposed = tuple(islice(proposer.propose(reading.document), MOST_PROPOSALS + 1))
    except ProposerError as fault:
        return _remarked(reading, f"the proposer failed and was left out: {fault.line()}")
    except Exception as fault:
        return _remarked(reading, f"the proposer failed and was left out: {type(fault).__name__}")
    found = verified(reading, proposed, record)  # outside: a fault of the rules is not the proposer's
    return _remarked(merged(reading, found), _told(found))


def _told(found: Verified) -> str:
    total = found.known + len(found.statements) + len(found.not_verified)
    told = (
        f"{total} proposal{'s' * (total != 1)}: {found.known} read already, {len(found.statements)} read on a second "
        f"look, {len(found.not_verified)} not verified"
    )
    return f"{told}; there were more, which were not looked at" if found.overlooked else told


def _remarked(reading: Reading, remark: str) -> Reading:
    return replace(reading, remarks=(*reading.remarks, plain(remark, MOST_REMARK)))


def _meet(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
