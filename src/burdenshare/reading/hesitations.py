"""Words that make a sure reading a likely one, or none: denials and imaginings, many years at once, gaps, averages,
budgets and parts. A net under all rules, asked once of each statement they give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.other_definitions import by_another_definition
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

FAMILIES = {
    "share": frozenset({"share_of_gdp"}),
    "money": frozenset({"expenditure", "expenditure_change"}),
    "count": frozenset({"allies_at_guideline", "fraction_at_guideline"}),
    "rank": frozenset({"rank"}),
    "total": frozenset({"share_of_total"}),
    "equipment": frozenset({"equipment_share"}),
    "forces": frozenset({"military_personnel"}),
    "troops": frozenset({"military_personnel", "troops"}),
    "rest": frozenset({"expenditure", "share_of_total", "members", "share_of_gdp"}),
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
        if not _bears_on(row.scope, hit.first, parsed, draft) or _in_a_number(parsed, hit.first):
            continue
        if row.leaves:
            return LEFT
        draft = replaced(draft, likely=True)
    if _of_a_figure_behind(parsed, draft):
        return LEFT
    nets = (
        _alliance_in_a_name,
        _year_of_the_other_end,
        _line_of_a_list,
        _owner_left_out,
        _in_prices_of_a_year,
        by_another_definition,
        _done_by_then,
        _sum_of_others,
        _total_in_brackets,
    )
    return replaced(draft, likely=True) if any(net(parsed, draft) for net in nets) else draft


def _in_a_number(parsed: Parsed, at: int) -> bool:
    """`to one and a half this year`: the half is a part of the number, and no half of something told."""
    return parsed.lows[at] in _FRACTIONS and any(q.core[0] < at < q.core[1] for q in parsed.quantities)


_FRACTIONS = frozenset({"half", "third", "quarter"})
_PARTS = frozenset({"equipment_share", "personnel_share", "infrastructure_share"})


def _of_a_figure_behind(parsed: Parsed, draft: Draft) -> bool:
    """`to 2.16 percent of GDP from 1.71 percent, and that 30.6 percent was earmarked for equipment`: the word that
    makes a part stands behind another percentage, whose it is."""
    if draft.measure not in _PARTS or "from" not in parsed.lows[max(0, draft.focus[0] - 1) : draft.focus[0] + 1]:
        return False
    low, _ = parsed.clause(draft.first, draft.last)
    low = min(low, draft.focus[0] - REACH)
    words = parsed.cues.spans(draft.measure.removesuffix("_share"), max(low, 0), len(parsed.tokens))
    behind = [q.core[0] for q in parsed.quantities if q.unit == "%" and q.core[0] >= draft.focus[1]]
    return bool(words) and bool(behind) and all(first > behind[0] for first, _ in words)


REACH = 25
"""Words in front of a figure within which the word for its part may stand."""


def _year_of_the_other_end(parsed: Parsed, draft: Draft) -> bool:
    """`to 2.16 percent from 1.71 percent in 2020`, `from 22 % to 16 % for 2021-2024`: a year not its own."""
    if not draft.period or draft.period_from not in ("explicit", "relative", "carried"):
        return False
    counted = draft.measure in FAMILIES["count"]  # `a jump from six members in 2021`: a count has no unit
    for p in parsed.periods:
        ends = [q for q in parsed.quantities if (q.unit or counted) and 0 <= p.first - q.core[1] <= NEAR]
        if p.value[:4] != draft.period[:4] or not ends or ends[-1].core[0] == draft.focus[0]:
            continue
        if ends[-1].first <= draft.focus[0] < ends[-1].last or draft.focus[0] <= ends[-1].core[0] < draft.focus[1]:
            continue
        front = parsed.lows[max(0, ends[-1].first - 1) : ends[-1].core[0]]
        own = parsed.lows[max(0, draft.focus[0] - 1) : draft.focus[0] + 1]
        if "from" in front or ("to" in front and "from" in own):
            return True
    return False


NEAR = 6
"""Words between a figure and the year that dates it."""


_LEAVING_OUT = frozenset({"excluding", "except", "excepting", "barring", "minus", "without"})


def _owner_left_out(parsed: Parsed, draft: Draft) -> bool:
    """`spending by every ally excluding America grew 1.8 %`: whoever is left out does not own the figure."""
    owners = [s for s in parsed.subjects if s.entity in draft.subject and s.first < draft.focus[0]]
    return bool(owners) and all(
        not _LEAVING_OUT.isdisjoint(parsed.lows[max(0, s.first - 2) : s.first + 1]) for s in owners
    )


_UNDATED = ("now", "assumed", "")
_BY_THEN = frozenset({"will", "'ll", "would", "shall"})
_MODAL_REACH = 8
"""Words in front of a figure within which `will have` stands."""


def _done_by_then(parsed: Parsed, draft: Draft) -> bool:
    """`France will have doubled its defence budget by 2027 compared with 2017`: not there yet, and read as of now."""
    if draft.period_from not in _UNDATED or "have" not in parsed.words:
        return False
    lows, first = parsed.lows, max(0, draft.focus[0] - _MODAL_REACH)
    return any(lows[at] in _BY_THEN and lows[at + 1 : at + 2] == ["have"] for at in range(first, draft.focus[0]))


_SUMMED = frozenset({"total", "overall", "combined", "collective", "altogether", "aggregate", "joint"})
_SUMS = frozenset({"expenditure", "expenditure_change", "expenditure_growth", "share_of_gdp"})


def _sum_of_others(parsed: Parsed, draft: Draft) -> bool:
    """`Poland spends 4 percent; combined spending was $1.4 trillion`: a sum whose owner stands in another clause."""
    if draft.measure not in _SUMS or _SUMMED.isdisjoint(parsed.words):
        return False
    low, _ = parsed.clause(draft.first, draft.last)
    low = max([low, *(at + 1 for at in range(low, draft.focus[0]) if parsed.lows[at] == ";")])
    owners = [s.first for s in parsed.subjects if s.entity in draft.subject]
    apart = bool(owners) and max(owners) < low
    return apart and not _SUMMED.isdisjoint(parsed.lows[low : draft.focus[0]])


def _total_in_brackets(parsed: Parsed, draft: Draft) -> bool:
    """`even below the total (2.76 %), which includes the United States`: the bracket is the total's, and no ally's."""
    at = draft.focus[0]
    if draft.measure not in FAMILIES["share"] or parsed.lows[max(0, at - 2) : at][1:] != ["("]:
        return False
    allies = [s for s in parsed.subjects if s.entity in draft.subject and s.kind not in ("phrase", "pronoun")]
    return parsed.lows[at - 2] in _TOTALS and all(s.first > at for s in allies)


_TOTALS = frozenset({"average", "mean", "median", "total"})


PRICED = 5
"""Words behind `prices` within which the year may stand whose prices they are."""


def _in_prices_of_a_year(parsed: Parsed, draft: Draft) -> bool:
    """`constant prices and exchange rates in 2015`: the base stands behind and was not read with the figure, and the
    newest releases tell no level in another base than their own. (`2015 prices` is read.)"""
    if draft.measure not in FAMILIES["money"] or draft.basis.startswith("constant_"):
        return False
    lows = parsed.lows
    named = (n for n, word in enumerate(lows) if word == "prices" and "constant" in lows[max(0, n - 1) : n])
    return any(_is_year(one) for n in named for one in lows[n : n + PRICED + 1])


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith("20")


def _line_of_a_list(parsed: Parsed, draft: Draft) -> bool:
    """`spending of over 2 % was found in Greece (3.54 %) and Poland (2.42 %)`: the line that the listed stand above,
    and no figure of the first of them, who has one in brackets."""
    if draft.measure != "share_of_gdp" or draft.comparator not in ("=", "~"):
        return False
    own = next((s for s in parsed.subjects if s.entity in draft.subject and s.first >= draft.focus[1]), None)
    return own is not None and any(
        q.unit == "%" and q.first - 1 == own.last and parsed.lows[own.last] == "(" for q in parsed.quantities
    )


def _alliance_in_a_name(parsed: Parsed, draft: Draft) -> bool:
    """`Spain, long the tail end of the Alliance (… 1.3 per cent of GDP)`: the alliance only tells what an ally is."""
    if draft.subject != ("NATO",) or draft.measure != "share_of_gdp":
        return False
    front = [s for s in parsed.subjects if s.last <= draft.focus[0] and s.kind != "pronoun"]
    if len(front) < 2 or front[-1].entity != "NATO" or len(front[-2].entity) != 3:
        return False
    led = parsed.lows[max(0, front[-1].first - 2) : front[-1].first]
    return "of" in led and parsed.lows[front[-2].last : front[-2].last + 1] == [","]


def _bears_on(scope: str, at: int, parsed: Parsed, draft: Draft) -> bool:
    """Whether words at token `at` bear on a draft: from in front, from behind, in its clause, or anywhere."""
    figure = draft.focus[0]
    if scope == "clause":
        low, high = parsed.clause(draft.first, draft.last)
        return low <= at < high and not _told_anew(parsed, at, figure)
    return scope == "sentence" or (at < figure if scope == "behind" else at > figure)


def _told_anew(parsed: Parsed, at: int, figure: int) -> bool:
    """`was 0.7 points short of it: it spent 1.3 %`: a sentence of its own behind a colon."""
    colon = next((i for i in range(at, figure) if parsed.lows[i] == ":"), figure)
    opened = {s.first for s in parsed.subjects}
    return colon + 1 < figure and (colon + 1 in opened or (parsed.lows[colon + 1] in _LEADING and colon + 2 in opened))


_LEADING = frozenset({"the", '"', "'"})
"""Between a colon and who spends these may stand."""
