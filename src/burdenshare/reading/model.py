"""What was said: frozen values with offsets into the text as given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from burdenshare.quick import quick


class Kind(StrEnum):
    """What a statement is."""

    FACT = "fact"
    PROMISE = "promise"
    EVENT = "event"
    POSITION = "position"


class Mode(StrEnum):
    """How the words came into the text."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    NARRATION = "narration"


RELATED = "related part"
"""A note on the 1.5 % of The Hague for infrastructure, resilience and industry: no defence expenditure."""
ON_TOP = "on top of another share"
"""A note on `another 0.5 percent of GDP`: a rise by that much, and no share to be reached."""
OF_INCOME = "of gross national income"
"""A note on `2 percent of GNI` where that is far from GDP: the record holds no such share, and no baseline for it."""


class Modality(StrEnum):
    """How firmly it is said."""

    FACT = "fact"
    ESTIMATE = "estimate"
    PLEDGE = "pledge"
    DEMAND = "demand"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"
    OPINION = "opinion"
    DENIAL = "denial"


@quick
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Character offsets into the text as given: `text[start:end]` holds the words."""

    start: int
    end: int


@quick
@dataclass(frozen=True, slots=True)
class Interval:
    """What a number in words allows: `low`..`high` in base units, infinite where open.

    `low_open`/`high_open`: that end itself is excluded (`nearly 20 %` is [19, 20)). `central` is the number as said.
    `kind` is `count` (exact), `measure` (rounded), `fraction` (words such as two-thirds).
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False
    central: float = 0.0
    kind: str = "measure"


def exactly(count: float) -> Interval:
    """A count told as it is: a float whatever it was made from, so that every place and age is written alike."""
    told = float(count)
    return Interval(told, told, central=told, kind="count")


@quick
@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as the text tells. `name` is the canonical one where the record knows the person; `office`
    and `entity` are what the text or the record gives for that day; `named_as` are the text's own words."""

    name: str
    office: str = ""
    entity: str = ""
    mode: Mode = Mode.NARRATION
    named_as: str = ""


NARRATION = Speaker("", mode=Mode.NARRATION)


@quick
@dataclass(frozen=True, slots=True)
class Statement:
    """One checkable (or quotable) thing a text says.

    `subject`: ISO alpha-3 codes and group ids; `measure`, `comparator` (`=`, `~`, `<`, `<=`, `>`, `>=`, `between`,
    `increase`, `decrease`) and `unit` as in the design; `value` in base units or None.
    `period` and `baseline` are ISO text (`2024`, `2024-06`, `2017/2024`); `period_from` tells how the period was
    found: `explicit`, `relative` (last year), `now`, `carried`, `assumed`, or empty.
    `baselines` lists every baseline the words allow, most plausible first (the first equals `baseline`).
    `basis`: `current`, `constant`, or empty when the words leave it open; the same for `real` (growth).
    `threshold` is the guideline a count speaks of; `below` turns "met" into "not met".
    `holes` names what the words leave open: any of `release`, `basis`, `group`, `baseline`, `period`, `cumulative`,
    `denominator`, `fiscal` (the year is a fiscal one), `words` (a word of the clause may change what it says).
    `rival_subjects` and `rival_periods` are other owners and years the sentence names, kept where the words do not tie
    the figure to its own. `place`, `person`, `office` and `former` serve events and offices. Of a horizon `baseline` is
    when it was said, where the words tell, and `event` what it plainly fears.
    """

    id: str
    span: Span
    focus: Span  # the words to mark: the quantity, the title, the quoted words
    text: str
    kind: Kind
    subject: tuple[str, ...] = ()
    measure: str = ""
    comparator: str = ""
    value: Interval | None = None
    unit: str = ""
    words: str = ""
    period: str = ""
    period_from: str = ""
    baseline: str = ""
    baselines: tuple[str, ...] = ()
    basis: str = ""
    real: bool | None = None
    cumulative: bool | None = None
    threshold: float | None = None
    below: bool = False
    denominator: str = ""  # `armed`: the words name the members with armed forces as the whole
    holes: frozenset[str] = field(default_factory=frozenset)
    place: str = ""
    event: str = ""
    person: str = ""
    office: str = ""
    former: bool = False
    speaker: Speaker = NARRATION
    modality: Modality = Modality.FACT
    spoken_on: date | None = None
    release: str = ""  # a release the text itself names
    rule: str = ""  # the reading rule that made it (a row of the rules table)
    note: str = ""
    repeats: tuple[Span, ...] = ()  # where the text tells the same again: headline, body, another currency
    likely: bool = False  # read by the words around it alone: the record may support it, never contradict it
    issue: str = ""  # of a position: an id of `tables/issues.toml`
    direction: str = ""  # of a position: `for`, `against`, or empty where the words take no side
    by: str = ""  # of a rank: the measure that orders the allies
    against: tuple[str, ...] = ()  # of a comparison: the others (codes, `REST`, `NEXT:n`), taken together
    quantifier: str = ""  # of an exception: `all` (but those named) or `only` (those named)
    rival_subjects: tuple[str, ...] = ()
    rival_periods: tuple[str, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether it may be a misreading: read by the words around it, or beside a word that may change it."""
        return self.likely or "words" in self.holes


OPEN = ("not understood", "not English")
"""How the reasons begin that say a reader may find more here than the program did."""


@quick
@dataclass(frozen=True, slots=True)
class Unaccounted:
    """A number or foreign passage that ended in no statement, with the reason."""

    span: Span
    text: str
    reason: str

    @property
    def open(self) -> bool:
        """Whether it was not understood, and not set aside on purpose."""
        return self.reason.startswith(OPEN)


@dataclass(frozen=True, slots=True)
class NotVerified:
    """What an optional extractor proposed and the rules did not read there, with the reason. Every string is clean
    (one line, short, without control characters); nothing of it reaches a statement. `span` is None where the offsets
    lie outside the text, `value` where it is no finite number."""

    span: Span | None
    words: str
    subject: str
    measure: str
    value: float | None
    unit: str
    proposer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells one text from another without its words: its length, and the SHA-256 of it in UTF-8."""

    characters: int
    sha256: str


INFERRED = "inferred"
"""How a day is known that no line and no source tells: the offices and events of the text leave no choice."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as given, with what is known about it. `published_from`: option, metadata, dateline, inferred or none.

    `furniture` are the lines of the text that are not the article's (cookie notes, "read more", credits, share bars):
    they are shown, and not read. `notes` tell what of the source is not in the text, for a reader of the report.
    """

    id: str
    text: str
    published: date | None = None
    published_from: str = "none"
    title: str = ""
    outlet: str = ""
    language: str = "en"
    dated_by: str = ""  # what an inferred day rests on
    author: str = ""
    furniture: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    not_kept: Fingerprint | None = None  # of a saved report without the text: all that is known of it; `text` is empty

    @property
    def fingerprint(self) -> Fingerprint:
        """That of the text, whether the text itself was kept or not."""
        if self.not_kept is not None:
            return self.not_kept
        return Fingerprint(len(self.text), sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest())


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, in text order. `not_verified` and `remarks` come from an optional proposer."""

    document: Document
    statements: tuple[Statement, ...]
    unaccounted: tuple[Unaccounted, ...]
    not_verified: tuple[NotVerified, ...] = ()
    remarks: tuple[str, ...] = ()
