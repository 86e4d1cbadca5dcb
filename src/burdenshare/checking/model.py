"""The judgement: claims tried under readings, on two clocks, with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from burdenshare.quick import quick
from burdenshare.reading.model import Document, NotVerified, Statement, Unaccounted
from burdenshare.record.model import Derivation, Observation

if TYPE_CHECKING:
    from burdenshare.checking.arithmetic.model import Arithmetic


class Clock(StrEnum):
    """Which of the two answers is asked for."""

    THEN = "then"
    NOW = "now"


class Verdict(StrEnum):
    """The five answers of the design."""

    SUPPORTED = "supported"
    CLOSE = "close"
    DEPENDS = "depends"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"


@quick
@dataclass(frozen=True, slots=True)
class Tried:
    """One reading that was tried: its name, whether it agrees, what the record says under it, how far off."""

    name: str
    agrees: bool
    recorded: float | None
    recorded_low: float | None
    recorded_high: float | None
    unit: str
    distance: float | None  # relative for levels, percentage points for shares and growth, units for counts
    distance_unit: str  # "%", "pp", "allies", "years", "days"
    derivation: Derivation
    reason: str = ""  # why this reading is admitted at this place


@quick
@dataclass(frozen=True, slots=True)
class Judgement:
    """One clock's answer. `on` is the day of the clock. `reading` is the name of the reading that decided (or was
    nearest); `why` is one sentence a reader understands; `evidence` the observations it rests on; `context` what is
    shown beside it and decides nothing (spoken figures, later decisions, history over releases)."""

    verdict: Verdict
    on: date
    reading: str
    recorded: float | None
    unit: str
    distance: float | None
    distance_unit: str
    band: float | None
    why: str
    evidence: tuple[Observation, ...] = ()
    sources: tuple[str, ...] = ()  # of dated entries: events, offices, commitments, members
    tried: tuple[Tried, ...] = ()
    derivation: Derivation | None = None
    context: tuple[str, ...] = ()
    rule: str = ""  # the rule that decided, by its name in the table of rules, or the look-up that answered
    band_from: str = ""  # what `band` rests on


@quick
@dataclass(frozen=True, slots=True)
class PriceLine:
    """What the target asks of one ally: the money a year by which it exceeds the newest known share."""

    ally: str
    share: float | None  # per cent, newest known on the day
    share_year: int | None
    gap_low: float | None  # percentage points missing
    gap_high: float | None
    cost_low: float | None  # US dollars a year, current prices of share_year
    cost_high: float | None
    release: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoadLine:
    """One ally's part of a promise on the road, in the units and with the open ends of the whole."""

    ally: str
    extra_low: float
    extra_high: float | None
    total_low: float | None
    total_high: float | None


@dataclass(frozen=True, slots=True)
class PricedRoad:
    """A promise on the road, as one clock knows it: money in the promised year over holding the share, and over all
    years until then, in US dollars of the base year. `by` None: no year to come was said, and `extra` is the gap at
    once. The upper ends are None where the target is open."""

    clock: Clock
    on: date
    by: int | None
    base: int
    extra_low: float
    extra_high: float | None
    total_low: float | None
    total_high: float | None
    release: str
    outlook: str
    lines: tuple[RoadLine, ...]
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Price:
    """The plain arithmetic price of a promise, as known on `on`. `total` sums the members' shortfalls; `pooled` is the
    gap of the group taken as one; `without_data` are named, never zero."""

    on: date
    target_low: float
    target_high: float | None
    definition: str  # what the baseline counts: "whole" or "core" defence expenditure
    lines: tuple[PriceLine, ...]
    total_low: float
    total_high: float | None
    pooled_low: float | None
    pooled_high: float | None
    without_data: tuple[str, ...]
    why: str
    derivation: Derivation
    roads: tuple[PricedRoad, ...] = ()  # then and now


@quick
@dataclass(frozen=True, slots=True)
class Checked:
    """A statement with its answers. Positions and plain promises may have no judgement (None)."""

    statement: Statement
    then: Judgement | None
    now: Judgement | None
    then_missing: str = ""  # why `then` was not judged
    price: Price | None = None
    context: tuple[str, ...] = ()
    before: str = ""  # what the sentence says before the statement's own words; judging it again needs them


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document's statements in text order with their answers, what was not accounted for, and the sums inside the
    text that work out or do not."""

    document: Document
    edition: date
    code_version: str
    record_version: str
    checked: tuple[Checked, ...]
    unaccounted: tuple[Unaccounted, ...]
    remarks: tuple[str, ...] = ()
    not_verified: tuple[NotVerified, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    now_given: date | None = None  # the day asked for as `now`; None where the record's edition was taken
