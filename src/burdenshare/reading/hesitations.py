"""Words that make a sure reading a likely one, or none: denials and imaginings, many years at once, gaps, averages,
budgets and parts. A net under all rules, asked once of each statement they give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

FAMILIES = {
    "share": frozenset({"share_of_gdp"}),
    "money": frozenset({"expenditure", "expenditure_change"}),
    "count": frozenset({"allies_at_guideline", "fraction_at_guideline"}),
    "rank": frozenset({"rank"}),
}
LEFT = "not understood: denied, imagined, or told of many years at once"


@dataclass(frozen=True, slots=True)
class Hesitation:
    """A row of the table: the measures it bears on (none: all), where, and whether nothing is left of the figure."""

    measures: frozenset[str]
    scope: str
    leaves: bool


@cache
def _rows() -> Trie[Hesitation]:
    return Trie(
        (
            phrase,
            Hesitation(FAMILIES.get(row["measures"], frozenset()), row["scope"], row["do"] == "leave"),
        )
        for row in load_table("hesitations")["row"]
        for phrase in row["words"]
    )


def hesitant(parsed: Parsed, draft: Draft) -> Draft | str:
    """The draft, made likely where the words around it counsel that, or the reason why it is left."""
    if draft.kind is not Kind.FACT:
        return draft
    for hit in _rows().find_in(parsed.tokens, parsed.lows, parsed.words):
        row = hit.payload
        if row.measures and draft.measure not in row.measures:
            continue
        if not _bears_on(row.scope, hit.first, parsed, draft):
            continue
        if row.leaves:
            return LEFT
        draft = replaced(draft, likely=True)
    return draft


def _bears_on(scope: str, at: int, parsed: Parsed, draft: Draft) -> bool:
    """Whether words at token `at` bear on a draft: from in front, from behind, in its clause, or anywhere."""
    figure = draft.focus[0]
    if scope == "clause":
        low, high = parsed.clause(draft.first, draft.last)
        return low <= at < high
    return scope == "sentence" or (at < figure if scope == "behind" else at > figure)
