"""Every number of the forecast that is a judgement, in one table with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A judgement constant: its name, its value in `unit`, and why it is that and not another."""

    name: str
    value: float
    unit: str
    reason: str


YEARLY = Limit(
    "yearly",
    0.10,
    "percentage points",
    "how much an ally's share moves in a year apart from the others, where nothing is known yet: a share of one or two "
    "per cent is printed with two decimals and seldom moves by its first; weighs as much as 20 known changes",
)
YEARLY_WEIGHT = Limit(
    "yearly_weight", 20, "changes", "less than one cross-section of the alliance: data soon outweigh it"
)
ALLY_WEIGHT = Limit(
    "ally_weight", 8, "changes", "an ally's own spread is drawn towards that of all: it has a dozen changes at most"
)
COMMON = Limit(
    "common",
    0.06,
    "percentage points",
    "how much all shares move together in a year where nothing is known yet: a recession of 4 % alone lifts a share of "
    "1.5 by that much; weighs as much as 3 known years",
)
COMMON_WEIGHT = Limit("common_weight", 3, "years", "a handful of years tells little of what can befall all at once")
REVISION = Limit(
    "revision",
    0.10,
    "percentage points",
    "how much a release's own year is later revised where nothing is known yet: it is an estimate half-way through the "
    "year; weighs as much as 20 known revisions",
)
REVISION_WEIGHT = Limit("revision_weight", 20, "revisions", "less than one cross-section of the alliance")
TAILS = Limit(
    "tails",
    5,
    "degrees of freedom",
    "shares move little in most years and much in a few: paths are drawn with the tails of Student's t",
)
MEMORY = Limit(
    "memory",
    0.7,
    "weight a year",
    "the alliance's trend is that of the last three or four years, not of the whole past",
)
TREND_WEIGHT = Limit("trend_weight", 1, "years", "one year without a trend is added: a trend is believed when it lasts")
FADING = Limit(
    "fading",
    0.85,
    "of the year before",
    "no trend of a share goes on for ever: after four years half is left, and it adds up to less than seven years",
)
TOGETHER = Limit(
    "together",
    0.5,
    "chance",
    "how often an ally keeps the part of its promise that all keep (the same politics and threat) and not its own",
)
OVERDUE = Limit(
    "overdue", 5, "years", "a goal whose year has passed, or that names none, is still aimed at: half the time of Wales"
)
REACH = Limit(
    "reach", 3, "years", "an ally whose newest share is older than this is left out and named, not carried forward"
)
CROSS_SECTION = Limit(
    "cross_section", 8, "allies", "a year in which fewer changes are known says nothing of what all did together"
)

LIMITS = (
    *(YEARLY, YEARLY_WEIGHT, ALLY_WEIGHT, COMMON, COMMON_WEIGHT, REVISION, REVISION_WEIGHT, TAILS, MEMORY),
    *(TREND_WEIGHT, FADING, TOGETHER, OVERDUE, REACH, CROSS_SECTION),
)
