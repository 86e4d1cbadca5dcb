"""The table of readings: every way to fill a hole of a claim, in order of plausibility, each with its reason.

A row is admitted only where the claim has that very hole; a hole exists only where the words leave it open (see
`claims`). So no reading ever goes against a word. What has no fixed rows (baselines that the words name, periods that a
source tells, kinds of a measure) is made in `ways`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.checking.claims import Claim
from burdenshare.checking.periods import year_of
from burdenshare.checking.questions import (
    Change,
    Comparison,
    Count,
    Exceptions,
    Extra,
    Fraction,
    Growth,
    Hole,
    Level,
    PerHead,
    ShareOfTotal,
)
from burdenshare.errors import UnknownNameError
from burdenshare.record.kept import kept
from burdenshare.record.record import Record


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: for which claims a way exists, and what it puts into the hole (None: not available)."""

    name: str
    hole: Hole
    place: int
    label: str
    reason: str
    applies: Callable[[Claim], bool]
    value: Callable[[Claim, Record], Any]
    kinship: bool = False


def _asks(*nodes: type[Any]) -> Callable[[Claim], bool]:
    return lambda claim: isinstance(claim.question, nodes)


GROUPS_OF_THREE_LETTERS = frozenset({"EUR", "JEF", "NB8"})
"""Codes of three characters are countries, these excepted."""


def _of_group(claim: Claim) -> bool:
    subject = claim.statement.subject[0]
    return len(subject) != 3 or subject in GROUPS_OF_THREE_LETTERS


def _in_anothers_money(claim: Claim, record: Record) -> bool:
    """Money neither in dollars nor in a currency the ally has, or had in the year spoken of."""
    own = claim.statement
    if own.unit == "USD":
        return False
    return _of_group(claim) or own.unit not in _currencies(record, own.subject[0], year_of(own.period))


@kept(1024)
def _currencies(record: Record, ally: str, year: int | None) -> frozenset[str]:
    days = [record.edition] if year is None else [date(min(year, record.edition.year), 12, 31), record.edition]
    try:
        return frozenset(record.currency(ally, day) for day in days)
    except UnknownNameError:
        return frozenset()


def _of_ally(claim: Claim) -> bool:
    return not _of_group(claim)


def _worded(claim: Claim, record: Record) -> str:
    return claim.statement.subject[0]


def _subject_is(group: str) -> Callable[[Claim], bool]:
    return lambda claim: claim.statement.subject[0] == group


def _nato_growing(claim: Claim) -> bool:
    return claim.statement.subject[0] == "NATO" and isinstance(claim.question, Growth | Extra | Change)


def _constant(value: Any) -> Callable[[Claim, Record], Any]:
    return lambda claim, record: value


def _always(claim: Claim) -> bool:
    return True


def _newest_year(claim: Claim, record: Record) -> int | None:
    """The newest year the newest release of the text's day speaks of (semantics §2)."""
    if claim.day is None:
        return None
    measure, entity = _speaks_of(claim)
    return record.newest_year(claim.day, measure, entity)


def _year_before(claim: Claim, record: Record) -> int | None:
    newest = _newest_year(claim, record)
    return None if newest is None else newest - 1


def _other(value: int | None, than: int | None) -> int | None:
    return None if value == than else value


def _speaks_of(claim: Claim) -> tuple[str, str]:
    """The measure and entity whose newest year "now" means: counts go by the shares, growth by the levels."""
    question, entity = claim.question, claim.statement.subject[0]
    if isinstance(question, Level):
        return question.measure, entity
    if isinstance(question, Count | Fraction | Exceptions):
        return question.measure, "NATO"
    return "expenditure", entity


_LEVEL = _asks(Level, ShareOfTotal, PerHead, Change, Comparison)

RULES: tuple[Rule, ...] = (
    Rule(
        "year carried over",
        Hole.PERIOD,
        0,
        "",
        "a clause without a year of its own most likely keeps that of the clause before",
        lambda claim: claim.statement.period_from == "carried",
        lambda claim, record: year_of(claim.statement.period),
    ),
    Rule(
        "newest year",
        Hole.PERIOD,
        0,
        "",
        "an undated present speaks of the newest year of the newest release of the day",
        lambda claim: claim.statement.period_from != "carried",
        _newest_year,
    ),
    Rule(
        "newest year instead",
        Hole.PERIOD,
        1,
        "for the newest year",
        "the year may belong to the other clause alone",
        lambda claim: claim.statement.period_from == "carried",
        lambda claim, record: _other(_newest_year(claim, record), year_of(claim.statement.period)),
    ),
    Rule(
        "year before",
        Hole.PERIOD,
        1,
        "the year before",
        "speakers in the first months of a year still mean the last outturn",
        lambda claim: claim.statement.period_from != "carried",
        _year_before,
    ),
    Rule("group as worded", Hole.GROUP, 0, "", "the words come first", _always, _worded),
    Rule(
        "Europe and Canada for NATO",
        Hole.GROUP,
        1,
        "for Europe and Canada",
        "NATO's announcements of growth and extra spending are for the allies without the USA and are retold as NATO's",
        _nato_growing,
        _constant("EUR_CAN"),
    ),
    Rule(
        "Europe and Canada for Europe",
        Hole.GROUP,
        1,
        "for Europe and Canada",
        "NATO prints the sum of Europe and Canada; reports shorten it to Europe",
        _subject_is("EUR"),
        _constant("EUR_CAN"),
    ),
    Rule(
        "the EU's allied members for Europe",
        Hole.GROUP,
        2,
        "for the EU members that are allies",
        "reports from Brussels say Europe of the Union's members in the alliance, without Britain, Norway, Turkey",
        _subject_is("EUR"),
        _constant("EU_ALLIES"),
        kinship=True,
    ),
    Rule(
        "allied members for the EU",
        Hole.GROUP,
        2,
        "for the EU members that are allies",
        "a figure for the allied members is near the Union's own and is not it",
        _subject_is("EU"),
        _constant("EU_ALLIES"),
        kinship=True,
    ),
    Rule(
        "the EU for its allied members",
        Hole.GROUP,
        2,
        "for the European Union",
        "a figure for the Union is near that of its allied members and is not it",
        _subject_is("EU_ALLIES"),
        _constant("EU"),
        kinship=True,
    ),
    Rule(
        "levels at current prices",
        Hole.BASIS,
        0,
        "at current prices",
        "a level told without a price basis is money of its year",
        _LEVEL,
        _constant("current"),
    ),
    Rule(
        "levels at constant prices",
        Hole.BASIS,
        1,
        "at the release's constant prices",
        "NATO's graphs print levels at constant prices and reports copy them without saying so",
        _LEVEL,
        _constant("constant"),
    ),
    Rule(
        "sums at constant prices",
        Hole.BASIS,
        0,
        "at the release's constant prices",
        "sums over years are only meaningful, and by NATO only made, at constant prices",
        _asks(Extra),
        _constant("constant"),
    ),
    Rule(
        "sums at current prices",
        Hole.BASIS,
        1,
        "at current prices",
        "a reporter adding the printed yearly totals adds current prices",
        _asks(Extra),
        _constant("current"),
    ),
    Rule(
        "group growth in real terms",
        Hole.TERMS,
        0,
        "in real terms",
        "NATO announces the growth of the alliance and its groups in real terms",
        _of_group,
        lambda claim, record: None if claim.statement.real is False else "real",
    ),
    Rule(
        "group growth in money",
        Hole.TERMS,
        1,
        "nominal, in US dollars",
        "a reporter dividing two printed totals gets nominal growth in dollars",
        _of_group,
        _constant("usd"),
    ),
    Rule(
        "one country's budget in its own currency",
        Hole.TERMS,
        0,
        "nominal, in national currency",
        "a country tells the growth of its own budget in its own money",
        _of_ally,
        _constant("own_currency"),
    ),
    Rule(
        "one country in real terms",
        Hole.TERMS,
        1,
        "in real terms",
        "NATO prints each ally's real change as well",
        _of_ally,
        lambda claim, record: None if claim.statement.real is False else "real",
    ),
    Rule(
        "one country in dollars",
        Hole.TERMS,
        2,
        "nominal, in US dollars",
        "a comparison of countries in dollars mixes in the exchange rate",
        _of_ally,
        _constant("usd"),
    ),
    Rule(
        "as printed",
        Hole.RATE,
        0,
        "",
        "NATO converts national currency itself, at rates it states with each release",
        _always,
        lambda claim, record: None if _in_anothers_money(claim, record) else "printed",
    ),
    Rule(
        "annual average rate",
        Hole.RATE,
        1,
        "at the annual average exchange rate",
        "a reporter who converts a national figure takes the year's average rate and not NATO's",
        lambda claim: _of_ally(claim) and claim.statement.unit == "USD",
        lambda claim, record: None if claim.statement.subject[0] == "USA" else "average",
    ),
    Rule(
        "converted",
        Hole.RATE,
        0,
        "converted at the annual average exchange rate",
        "NATO prints dollars and the ally's own money; any other is a conversion, fairest at the year's average rate",
        _always,
        lambda claim, record: "average" if _in_anothers_money(claim, record) else None,
    ),
    Rule(
        "cumulated",
        Hole.CUMULATIVE,
        0,
        "summed over the years",
        "extra spending since a year is announced as a running sum",
        _always,
        _constant(True),
    ),
    Rule(
        "in the last year alone",
        Hole.CUMULATIVE,
        1,
        "in the last year alone",
        "the same words can mean how much more is spent now than then",
        _always,
        _constant(False),
    ),
    Rule(
        "all members", Hole.DENOMINATOR, 0, "", "an ally is a member with or without forces", _always, _constant(False)
    ),
    Rule(
        "members with armed forces",
        Hole.DENOMINATOR,
        1,
        "of the members with armed forces",
        "NATO's tables leave out Iceland, which has no forces and cannot meet the guideline",
        _always,
        _constant(True),
    ),
    Rule("stored cell", Hole.CELL, 0, "", "what NATO printed counts", _always, _constant(False)),
    Rule(
        "unrounded quotient",
        Hole.CELL,
        1,
        "from the unrounded quotient",
        "a few shares were printed hard-rounded; expenditure over GDP shows what was behind",
        _always,
        _constant(True),
    ),
)
"""The plausibility order. The plain reading takes place 0 of every hole."""
