"""Every number of the story stage that is a judgement, with its reason."""

from __future__ import annotations

from burdenshare.checking.limits import Limit

COPY_LIKENESS = Limit(
    "copy_likeness",
    0.50,
    "share of all word runs",
    "two reporters who quote the same speech share a tenth to a third of their runs, an edited print more than half",
)
COPY_CONTAINED = Limit(
    "copy_contained",
    0.75,
    "share of the shorter text's runs",
    "a print that only cuts paragraphs is held whole by the original; a report built on quotes is not",
)
LEAST_CONTAINED = Limit(
    "least_contained", 30, "word runs", "below some six lines a text is quickly held by another by its quotes alone"
)
SAME_BUCKET = Limit(
    "same_bucket", 6, "texts", "of texts that meet in one band each is held against the first few, so work stays linear"
)
MOST_SIDES = Limit(
    "most_sides",
    8,
    "sides",
    "answers to one question that are compared with each other; more is a spread, not a quarrel",
)
REVISED_LEVEL = Limit(
    "revised_level",
    0.07,
    "share of the value",
    "semantics §5: an ally's newest years are revised by this much between releases, and two reports may use two",
)
UPDATED_AFTER = Limit(
    "updated_after", 45, "days", "estimates of a running year are told anew from month to month, and replace each other"
)
ONE_DAY_OUT = Limit("one_day_out", 1, "days", "a morning paper prints what was said the day before without saying so")
JOINING_SCORE = Limit(
    "joining_score",
    3.0,
    "points",
    "an event shared is worth 3; a speaker and a figure together 3.5; a guideline that every report names next to none",
)
JOINING_PART = Limit(
    "joining_part",
    0.30,
    "share of what the document's own marks are worth",
    "a report on one country's budget that names a summit and its speakers in passing has most of its marks elsewhere",
)
SILENT_SCORE = Limit(
    "silent_score",
    4.0,
    "points",
    "after a month one well-known speaker on a well-known issue is not enough; another mark must be shared",
)
STORY_GAP = Limit(
    "story_gap",
    120,
    "days",
    "a target was argued over from February to June 2025; after a silence of four months it is another story",
)
LONG_SILENCE = Limit(
    "long_silence", 30, "days", "a month after the last report more must be shared than one well-known speaker"
)
LATER_DECISION = Limit(
    "later_decision", 370, "days", "a decision within about a year of the story is what its targets were heading for"
)
BESIDE_DAYS = Limit("beside_days", 1, "days", "an event on the day of a report or the day before is what it may report")
