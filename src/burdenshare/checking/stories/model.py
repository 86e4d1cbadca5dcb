"""The values a story is made of: who told what, which tellings are one claim, what moved, who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.checking.model import Checked
from burdenshare.quick import quick
from burdenshare.reading.model import Document, Interval, Statement
from burdenshare.record.model import Commitment, Event


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a story. `number` is what a reader calls it by, from 1, in order of the days; `voice` is the
    number of the source it is a copy of, or its own: copies are one voice."""

    number: int
    document: Document
    voice: int

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.document.published


@quick
@dataclass(frozen=True, slots=True)
class Telling:
    """One statement as one source tells it. `told_on` is the day of what is told: of the speech where the words name
    it, else of the print; None where the document has no day. `speaker` is empty in the text's own voice."""

    source: int
    voice: int
    entry: Checked
    speaker: str
    told_on: date | None
    printed_on: date | None

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.entry.statement


class Topic(StrEnum):
    """What sort of question a point is, in the order in which a reader wants them."""

    COUNT = "count"  # who meets the guideline
    FIGURE = "figure"  # any other number of the past or present
    IN_FORCE = "in_force"  # the guideline as it stands
    TARGET = "target"  # a target, pledge or demand
    OCCASION = "occasion"  # an event and when and where it is
    AGE = "age"
    MEMBERS = "members"
    OFFICE = "office"


@quick
@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as the question it answers. Two statements speak of the same point when their `key`s are equal.

    `answer` is what its words allow, in the unit of the point (a count of allies as a fraction of the members);
    `words` is what is compared of events and offices, in place of a number. `doubts` say why the question may yet be
    another: with any of them a difference is told as one, and never as a contradiction.
    """

    key: tuple[str, ...]
    topic: Topic
    answer: Interval | None = None
    words: str = ""
    when: tuple[date, date] | None = None
    place: str = ""
    due: str = ""
    in_words: bool = False  # a fraction told in words: near is good enough
    event: Event | None = None
    doubts: tuple[str, ...] = ()


class Fit(StrEnum):
    """How two answers to one question go together."""

    AGREE = "agree"
    ROUGHLY = "roughly"  # one is a round fraction in words and the other lies near it
    APART = "apart"  # they differ, and both may be right: `why` says how
    CONTRADICT = "contradict"


@dataclass(frozen=True, slots=True)
class Side:
    """Tellings of one point that agree with the first of them, in order of their days; undated ones last."""

    asked: Asked
    tellings: tuple[Telling, ...]

    @property
    def voices(self) -> int:
        """How many documents tell it, copies counted once."""
        return len({one.voice for one in self.tellings})


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides of a point that do not agree, by their places in `Point.sides`, each with the telling that stands
    for it."""

    one: Telling
    other: Telling
    fit: Fit
    why: str


@dataclass(frozen=True, slots=True)
class Point:
    """One question that documents of the story speak of, with all its wordings. `first` is the earliest dated telling
    of its leading side, `repeated` the others of that side by other voices."""

    asked: Asked
    sides: tuple[Side, ...]
    differences: tuple[Difference, ...]
    first: Telling | None
    more_sides: int = 0  # sides beyond those compared

    @property
    def voices(self) -> int:
        """How many documents speak of it, copies counted once."""
        return len({one.voice for side in self.sides for one in side.tellings})

    @property
    def contradictions(self) -> tuple[Difference, ...]:
        """The differences that are contradictions."""
        return tuple(one for one in self.differences if one.fit is Fit.CONTRADICT)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a copy prints otherwise than the original."""

    original: Telling
    copy: Telling


@dataclass(frozen=True, slots=True)
class Copies:
    """Prints of one text: the numbers of the sources, the original first (the earliest with a day)."""

    sources: tuple[int, ...]
    likeness: float  # the least share of word runs that a print has in common with the original
    changed: tuple[Changed, ...]


class Shift(StrEnum):
    """How a value moved from one telling to the next."""

    START = "start"
    SAME = "same"
    UP = "up"
    DOWN = "down"
    FIRMER = "firmer"
    VAGUER = "vaguer"
    PART = "part"  # told beside it: a part of the same decision, or a second figure of the same speech


@dataclass(frozen=True, slots=True)
class Step:
    """One value on one day, and how it stands to what the same speaker told before."""

    telling: Telling
    shift: Shift
    repeats: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """How a target moved: of one `speaker`, or of all of them (`speaker` empty), oldest first.

    `subject` and `measure` name the target; `in_force` is what held when the story begins and `decisions` what was
    decided later by the actors of the target, both of the record.
    """

    subject: tuple[str, ...]
    measure: str
    speaker: str
    steps: tuple[Step, ...]
    in_force: tuple[Commitment, ...] = ()
    decisions: tuple[Commitment, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether any step differs from the one before."""
        return any(one.shift not in (Shift.START, Shift.SAME, Shift.PART) for one in self.steps)


@dataclass(frozen=True, slots=True)
class Stand:
    """What one actor said on one issue on one day. `direction` is `for`, `against` or empty; `plain` means that the
    actor's own words name the issue, so that the side may be held against others; `figure` that it is a number."""

    actor: str
    issue: str
    telling: Telling
    direction: str
    plain: bool
    figure: bool = False
    repeats: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Two stands that do not go together: of one actor over time (a shift), or of two actors."""

    earlier: Stand
    later: Stand
    why: str


@dataclass(frozen=True, slots=True)
class Issue:
    """All stands on one issue, actor by actor in the order in which they first speak, each oldest first."""

    id: str
    stands: tuple[Stand, ...]
    shifts: tuple[Turn, ...]
    opposed: tuple[Turn, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Who takes a stand, in order."""
        return tuple(dict.fromkeys(one.actor for one in self.stands))


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of the record that belongs to the story: `told_by` are the sources that speak of it; without any it is
    there because it fell on the day of a source (`beside`)."""

    event: Event
    told_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its sources, what they tell, and what the record knows beside them.

    `alone` says why a single document was put with no other; empty for a story of several.
    """

    sources: tuple[Source, ...]
    copies: tuple[Copies, ...]
    points: tuple[Point, ...]
    movements: tuple[Movement, ...]
    issues: tuple[Issue, ...]
    occasions: tuple[Occasion, ...]
    tellings: tuple[Telling, ...] = ()  # every statement, in order of the sources
    alone: str = ""
    held_by: tuple[str, ...] = ()  # what its documents share, most shared first

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of its dated sources."""
        days = [one.day for one in self.sources if one.day is not None]
        return (min(days), max(days)) if days else None

    @property
    def undated(self) -> tuple[Source, ...]:
        """Sources without a day: kept, and first at nothing."""
        return tuple(one for one in self.sources if one.day is None)

    @property
    def voices(self) -> int:
        """Documents, copies counted once."""
        return len({one.voice for one in self.sources})


@dataclass(frozen=True, slots=True)
class Stories:
    """All stories of one call, the largest first; `edition` is the record's day on which *now* was judged."""

    stories: tuple[Story, ...]
    edition: date
    code_version: str
    record_version: str
