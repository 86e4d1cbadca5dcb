"""Two persons in one office: a text that names both tells of two times, and the words beside a name seldom say which.

`Prime Minister Magdalena Andersson ruled it out … Prime Minister Ulf Kristersson signed`: neither is an error of the
text for holding the office on another day than its own. Both may be supported and neither is contradicted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from burdenshare.reading.accounted import WORDS
from burdenshare.reading.model import Statement
from burdenshare.reading.replacing import replaced

RULE = "office held"


def of_two_times(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, with a hole in every office of the text's own day that is given to more than one person."""
    holders: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in statements:
        if one.rule == RULE and not one.former:
            holders[one.measure, one.subject].add(one.person)
    return [_doubted(one) if len(holders[one.measure, one.subject]) > 1 else one for one in statements]


def _doubted(one: Statement) -> Statement:
    undated = one.rule == RULE and not one.former and one.period_from == "relative"
    return replaced(one, holes=one.holes | {WORDS}) if undated else one
