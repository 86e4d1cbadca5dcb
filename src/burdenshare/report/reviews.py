"""What a person says of a statement beside the machine: a note and, where they see it otherwise, their own verdict.

A review never takes the machine's answer away. Every form of a report shows both; where one of them must be published
(the rating of a ClaimReview), the newest verdict of a person is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from burdenshare.checking.model import Judgement, Verdict
from burdenshare.errors import InputError
from burdenshare.report.marks import mark_of
from burdenshare.report.wording import clean

MOST_NAME, MOST_NOTE = 200, 10_000
"""Characters of a name (or a statement's id) and of a note: more is an article, and every export carries it."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control and half characters: no database and no file could hold them as they are."""


@dataclass(frozen=True, slots=True)
class Review:
    """One review: of which `statement` (its id), by whom, when (`at`, aware, kept in UTC), why (`note`), and the
    `verdict` that the reviewer sets in place of the machine's for the clock *then*, None where there is only a note.

    Line ends become `\\n`, blanks at the ends go. Raises InputError: no name, a time without its zone, a verdict
    without its reason, nothing said at all, too long, or with characters that no file can hold.
    """

    statement: str
    reviewer: str
    at: datetime
    note: str = ""
    verdict: Verdict | None = None

    def __post_init__(self) -> None:
        name = " ".join(self.reviewer.split())
        note = self.note.replace("\r\n", "\n").replace("\r", "\n").strip()
        _usable("statement", self.statement, MOST_NAME)
        _usable("reviewer", name, MOST_NAME)
        _usable("note", note, MOST_NOTE)
        if not clean(name):
            raise InputError("a review names who made it", where="reviewer", remedy="give a name")
        if self.at.tzinfo is None:
            raise InputError("a review's time needs its zone", where="at", remedy="give an aware datetime, best in UTC")
        if not clean(note):
            said = "says nothing" if self.verdict is None else "with a verdict of its own says why"
            raise InputError(f"a review {said}", where="note", remedy="write a note")
        for field, value in (("reviewer", name), ("note", note), ("at", self.at.astimezone(UTC))):
            object.__setattr__(self, field, value)
        if self.verdict is not None and self.verdict not in list(Verdict):
            raise InputError(
                f"'{self.verdict}' is no verdict", where="verdict", remedy=f"give one of {', '.join(Verdict)}"
            )

    @property
    def when(self) -> str:
        """The time as a reader sees it: `2026-08-30 14:05 UTC`."""
        return f"{self.at:%Y-%m-%d %H:%M} UTC"


def _usable(field: str, text: str, most: int) -> None:
    if len(text) > most:
        raise InputError(f"is longer than {most:,} characters", where=field, remedy="make it shorter")
    if _UNFIT.search(text):
        raise InputError("holds control or half characters", where=field, remedy="give plain text")


def of_statement(reviews: Iterable[Review], statement: str) -> tuple[Review, ...]:
    """The reviews of the statement with that id, in the order in which they were given."""
    return tuple(one for one in reviews if one.statement == statement)


def override(reviews: Iterable[Review]) -> Review | None:
    """Of the reviews of one statement the newest that sets a verdict; of two at one time the one given later."""
    setting = [one for one in reviews if one.verdict is not None]
    return max(enumerate(setting), key=lambda told: (told[1].at, told[0]))[1] if setting else None


def head_told(review: Review, then: Judgement | None) -> str:
    """Who reviewed when, and which verdict they set in place of the machine's:
    `Reviewed by A. Editor, 2026-08-30 14:05 UTC: ✘ contradicted in place of ✔ supported`."""
    who = f"Reviewed by {clean(review.reviewer)}, {review.when}"
    if review.verdict is None:
        return who
    theirs, machines = mark_of(review.verdict), mark_of(None if then is None else then.verdict)
    if theirs is machines:
        return f"{who}: {theirs.symbol} {theirs.word}, as the machine says"
    return f"{who}: {theirs.symbol} {theirs.word} in place of {machines.symbol} {machines.word}"
