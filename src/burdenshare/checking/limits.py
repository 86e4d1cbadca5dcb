"""Every number in the checking room that is a judgement, in one table with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A judgement constant: its name, its value in `unit`, and why it is that and not another."""

    name: str
    value: float
    unit: str
    reason: str


SHARE_ROUNDING = Limit(
    "share_rounding",
    0.005,
    "percentage points",
    "NATO prints shares of GDP with two decimals; closer than half a hundredth a threshold is not decided by the print",
)
NEAR_THRESHOLD = Limit(
    "near_threshold",
    0.05,
    "percentage points",
    "semantics §5: a count may be off by one only if some ally stands this near the threshold",
)
COUNT_OFF = Limit("count_off", 1.0, "allies", "a count is close only when it is off by one")
RANK_OFF = Limit(
    "rank_off",
    1.0,
    "places",
    "no revision band exists for ranks; neighbours change places with prices and releases, so one place is close",
)
AGE_OFF = Limit("age_off", 1.0, "years", "an age told in years may be rounded up or down once more than the calendar")
OLDER_FACTOR = Limit(
    "older_factor",
    2.0,
    "times the band",
    "semantics §3: where the newest release lacks the cell, an older one contradicts only at twice the band",
)
BAND_CEILING = Limit("band_ceiling", 0.10, "share of the value", "semantics §5: the revision band is never above 10 %")
OWN_AGE = Limit(
    "own_age",
    1.0,
    "years",
    "semantics §5: a release's own year and the one before are its newest years; earlier ones are revised less",
)
REBASED = Limit(
    "rebased",
    0.30,
    "share of the value",
    "NATO's move from prices of 2015 to prices of 2021 moved the dollar values of one year by -28 % (Turkey) to +30 % "
    "(Estonia); a figure this near may be one of a release whose base year the record does not hold",
)
NEWS = Limit(
    "news",
    14.0,
    "days",
    "what was said officially beside a release is repeated in the papers for two weeks, as if the table had told it",
)
WHOLE_MULTIPLE = Limit(
    "whole_multiple",
    2.0,
    "times",
    "from two on a multiple told as a whole number may have been rounded to it: 'three times' is said of 2.7 too",
)
ESTIMATE_REACH = Limit(
    "estimate_reach",
    0.25,
    "share of the value",
    "institutes' estimates of one country's warheads differ by up to a fifth between kinds and counters",
)
GARRISON_REACH = Limit(
    "garrison_reach",
    0.5,
    "share of the value",
    "counts of the troops in one country differ by up to a half: rotations, civilians and dependants counted in or out",
)
GARRISON_YEARS = Limit(
    "garrison_years",
    2.0,
    "years",
    "troops abroad are counted by quarters and told by round numbers that stay in use for a year or two",
)
INDUSTRY_CLOSE = Limit(
    "industry_close",
    0.05,
    "share of the value",
    "firms restate order books and deliveries by a few per cent, and reports cut them to two digits",
)
INDUSTRY_MORE = Limit(
    "industry_more",
    0.25,
    "share of the value",
    "who says 'more than a million' of a count does not mean a million and a half",
)
INDUSTRY_RATE = Limit(
    "industry_rate",
    0.5,
    "share of the value",
    "makers and ministries told rates of one month that differ by a third (CAESAR guns, October 2023)",
)
INDUSTRY_NEW = Limit(
    "industry_new",
    400.0,
    "days",
    "an undated rate or order book is that of the last report; firms and institutes report at least once a year",
)
SAME_PROMISE = Limit(
    "same_promise",
    0.02,
    "share of the value",
    "a promise and its record are told with two digits; nearer is the same number",
)
RATE_SPREAD = Limit(
    "rate_spread",
    0.15,
    "share of the value",
    "within one year the euro has moved by up to 15 % against the dollar (2022), and texts name no day of their rate",
)
MOST_DEPARTURES = Limit(
    "most_departures",
    2.0,
    "holes",
    "words that leave several things open may be meant in one or two of them otherwise; three at once fit anything",
)
MOST_SHOWN = Limit(
    "most_shown", 8.0, "lines", "beside a verdict a reader wants the nearest few statements, not the whole table"
)
SPOKEN_SHOWN = Limit(
    "spoken_shown",
    2.0,
    "lines",
    "of what persons said of the same value the newest two place a sentence; more is noise",
)
YEARLY_MOVE = Limit(
    "yearly_move",
    0.40,
    "share of the value",
    "single allies have raised their share by more than a third from one year to the next; words may mean the new one",
)
YEARLY_COUNT = Limit(
    "yearly_count",
    12.0,
    "allies",
    "as many allies came to meet the guideline from 2023 (11, release 2024-03) to 2024 (23, release 2024-06)",
)
MOST_A_YEAR_BRINGS = Limit(
    "most_a_year_brings",
    1.8,
    "times the estimate",
    "no ally's spending has risen by four fifths over the estimate of the same year; more is a slip, no plan",
)
FIRST_QUARTER_ENDS = Limit(
    "first_quarter_ends",
    4.0,
    "month",
    "in the first months of a year undated words still mean the last one (semantics §2)",
)

SHARE_REACH = Limit(
    "share_reach",
    15.0,
    "years",
    "semantics §7: the newest share known on the day; no release looks back further",
)
RUNNING_SUM_AGE = Limit(
    "running_sum_age",
    62.0,
    "days",
    "a running sum of aid grows by the month: data that end more than about two months before the day refute nothing",
)
AID_LAG = Limit(
    "aid_lag",
    4.0,
    "months",
    "who quotes the tracker quotes its last release, whose months end two to four before: those of release 28 end in "
    "February and it was out in April, those of release 29 end in April and it was out in August",
)
MACRO_NEWEST = Limit(
    "macro_newest",
    0.5,
    "percentage points",
    "80 % of the changes between neighbouring vintages of newest years stay below it for inflation (0.8 for growth, "
    "1.0 for net lending): the strictest of the three",
)
MACRO_OLDER = Limit(
    "macro_older", 0.05, "percentage points", "the same over older years: outturns move by a few hundredths of a point"
)
STRENGTH_COUNTS = Limit(
    "strength_counts",
    0.5,
    "share of the value",
    "lists of one army's strength differ by up to a half: reserve and paramilitary forces are counted in or out",
)
OTHERS_MILITARY = Limit(
    "others_military",
    0.4,
    "share of the value",
    "of Russia's GDP its budget for 2025 gave 6.3 % to defence, where SIPRI counted 7.1 for 2024 and others more; of "
    "China's its budget gives some 1.3 %, SIPRI 1.7",
)
STRENGTH_PART = Limit(
    "strength_part",
    0.1,
    "share of the value",
    "a number of soldiers less than a tenth of a country's forces is that of a part of them: a garrison, a withdrawal",
)
DEBT_COUNTS = Limit(
    "debt_counts",
    0.15,
    "share of the value",
    "Eurostat's, a ministry's and the Outlook's debt differ by what counts as the state: up to ten points of GDP",
)
RATE_COUNTS = Limit(
    "rate_counts",
    1.5,
    "percentage points",
    "national and harmonised prices, first and later outturns of growth or a balance differ by a point and more",
)
AID_COUNTS = Limit(
    "aid_counts",
    1.0,
    "share of the value",
    "what a government gave in a year is one package of several, or told by its budget: up to twice what is tracked",
)
AID_SINCE = Limit(
    "aid_since",
    0.5,
    "share of the value",
    "months that a later release books say what was given by a day; governments told at the time what they promised "
    "for later years and what refugees cost, too: Germany a quarter more than is tracked",
)

LIMITS: tuple[Limit, ...] = (
    SHARE_ROUNDING,
    NEAR_THRESHOLD,
    COUNT_OFF,
    RANK_OFF,
    AGE_OFF,
    OLDER_FACTOR,
    REBASED,
    BAND_CEILING,
    OWN_AGE,
    MOST_DEPARTURES,
    WHOLE_MULTIPLE,
    NEWS,
    RATE_SPREAD,
    SAME_PROMISE,
    INDUSTRY_CLOSE,
    INDUSTRY_MORE,
    INDUSTRY_NEW,
    INDUSTRY_RATE,
    ESTIMATE_REACH,
    GARRISON_REACH,
    GARRISON_YEARS,
    MOST_SHOWN,
    SPOKEN_SHOWN,
    YEARLY_MOVE,
    YEARLY_COUNT,
    MOST_A_YEAR_BRINGS,
    STRENGTH_COUNTS,
    OTHERS_MILITARY,
    STRENGTH_PART,
    DEBT_COUNTS,
    RATE_COUNTS,
    AID_COUNTS,
    AID_SINCE,
    FIRST_QUARTER_ENDS,
    SHARE_REACH,
    RUNNING_SUM_AGE,
    AID_LAG,
    MACRO_NEWEST,
    MACRO_OLDER,
)

FRACTIONS: tuple[float, ...] = (1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10)
"""The fractions a newspaper uses in words (semantics §4): a fraction is close up to its neighbours in this list."""
