"""Times told by a phrase of `tables/periods.toml`: `last year`, `a year earlier`, `since the invasion`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from burdenshare.reading.period_model import PeriodMention, low_at, role_before
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie

_Row = Mapping[str, Any]
_RELATIVE: Trie[_Row] = Trie((words, row) for row in load_table("periods")["relative"] for words in row["words"])
_HAPPENED: Trie[_Row] = Trie((words, row) for row in load_table("periods")["since"] for words in row["words"])
OPENERS = _RELATIVE.openers() | {"since", "after", "when"}
"""Every word such a phrase can start with."""
SAME = "same"
"""The `event` of a mention that means the year told last (`by that year`)."""
_REACH = 7
"""Words between `since` and the name of the happening: `since Russia launched its full-scale invasion`."""


def phrase(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """The phrase of the table that starts at token `i`, counted from `on`."""
    if tokens[i].low in ("since", "after"):
        return _since(tokens, i)
    if tokens[i].low == "when":
        happened = _since(tokens, i)
        return replaced(happened, role="in") if happened is not None else None
    best = _RELATIVE.longest(tokens, i)
    if best is None:
        return None
    last, (row, *_) = best
    if row.get("back") and low_at(tokens, last) == "than":
        return None  # "in 2029, a year later than promised"
    first, said = role_before(tokens, i)
    role = said if said in ("versus", "since", "by") else row["role"]
    if row.get("same"):
        return PeriodMention(first, last, role, "", "relative", event=SAME)
    return PeriodMention(first, last, role, _value(row, on), "relative", back=row.get("back", 0))


def _value(row: _Row, on: date | None) -> str:
    if on is None:
        return ""
    return str((on.year // 10 + 1) * 10) if row.get("due") == "decade" else str(on.year + row["offset"])


def _since(tokens: list[Token], i: int) -> PeriodMention | None:
    """`since Russia's full-scale invasion`: the year in which it happened, unless the words give a year themselves."""
    for at in range(i + 1, min(len(tokens), i + _REACH)):
        if tokens[at].text in (",", ";", ".") or tokens[at].kind == "number":
            return None
        best = _HAPPENED.longest(tokens, at)
        if best is not None:
            following = low_at(tokens, best[0]), low_at(tokens, best[0] + 1)
            if any(word[:4].isdecimal() for word in following):
                return None
            return PeriodMention(i, best[0], "since", str(best[1][0]["year"]), "explicit", event="happening")
    return None
