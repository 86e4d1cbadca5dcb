"""Parts against their stated total: `$5bn and $3bn, $8bn together`, `€50bn: €33bn in loans and €17bn in grants`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from burdenshare.checking.arithmetic.drawn import Drawn, agreed_unit
from burdenshare.checking.arithmetic.figures import MONEY, Figure, Line
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Width, total, width
from burdenshare.checking.arithmetic.rows import Found, Row, matches

NO_PART = word_set("no_part")
"""In front of a figure these may make it another thing than a part of the sum: a whole, a level, a comparison."""
OPEN = word_set("open_list")
"""Words beside which a list of parts need not be whole, or figures are told of each."""
FAR = 1.67
"""Parts that exceed their total by more than this factor were not meant as its parts: nothing is said."""
FAR_SHORT = 1.35
"""Parts that fall short of it by more than this factor are more likely not all of them."""
_ASIDE = re.compile(r" [(—-] [A-Z]$|^(?:or|and) [^,]*(?:in total|in all|all told)$")
"""Lists that need not be whole: in a bracket, behind a dash; and `and $10bn in total`, of more than those."""
_LINKS = re.compile(r"[^A-Z]*?\b(?:and|plus)\b[^A-Z:;]*$")


def sums(row: Row, line: Line) -> Iterator[Drawn]:
    """Every total of the sentence with its parts."""
    for found in matches(row.pattern, line):
        said = found["c"]
        alike = [one for one in line.figures if _same_kind(one, said)]
        if row.where == "before":
            parts = [one for one in alike if one.start < said.start]
        else:
            parts = [one for one in alike if one.start > said.start]
        if (
            len(parts) < 2
            or (row.where == "after" and _aside(found, parts))
            or (row.where == "after" and alike[0] is not said)
        ):
            continue
        if agreed_unit([*parts, said]) is None:
            continue
        drawn = _drawn(row, found, parts, said)
        if drawn is not None:
            yield drawn


def _aside(found: Found, parts: Sequence[Figure]) -> bool:
    """`63 % in 2024 (72 % in 2016) and 16 % of …`: a bracket that closes before the last part is an aside; so is a
    figure of another kind where the list should begin."""
    where = {id(figure): place for place, figure in found.line.at.items()}
    first, last = where[id(parts[0])], where[id(parts[-1])]
    opened = found.line.shape[:first].endswith("( ")
    return found["p"] is not parts[0] or (opened and ")" in found.line.shape[first:last])


def _same_kind(one: Figure, said: Figure) -> bool:
    return one.kind in MONEY if said.kind in MONEY else one.kind == said.kind


def _drawn(row: Row, found: Found, parts: Sequence[Figure], said: Figure) -> Drawn | None:
    decimals = any(one.decimal for one in (*parts, said))
    widths = [width(one, decimals=decimals) for one in parts]
    computed, stated = total(widths), width(said, decimals=decimals)
    firm = row.firm and _closed(found, parts, said) and _near(computed.central, stated.central)
    if firm and computed.central < stated.central and _ASIDE.search(found.match.group(0)):
        firm = False  # what stands in a bracket or behind a dash may be the larger parts only
    if firm and any(total(some).narrow.meets(stated.narrow) for some in _some(widths)):
        firm = False  # a part of the figures makes the total: the others are something else
    return Drawn(
        ArithmeticKind.SUM,
        (*((one, "part") for one in parts), (said, "whole")),
        computed,
        stated,
        agreed_unit([*parts, said]) or "",
        " + ".join("{}" for _ in parts),
        firm,
        row.name,
    )


def _some(widths: Sequence[Width]) -> Iterator[tuple[Width, ...]]:
    for size in range(2, len(widths)):
        yield from combinations(widths, size)


def _near(computed: float, stated: float) -> bool:
    return 0 < stated <= computed * FAR_SHORT and computed <= stated * FAR


def _closed(found: Found, parts: Sequence[Figure], said: Figure) -> bool:
    """Whether nothing but the parts can be meant: they stand in a list that an `and` closes, each by itself."""
    line = found.line
    if OPEN & line.words or any(one.quantity.role or not one.plain for one in (*parts, said)):
        return False
    if any(one.before in NO_PART for one in (parts[1:] if found.match.end("c") < found.match.end() else parts)):
        return False
    where = {id(figure): place for place, figure in line.at.items()}
    places = [where[id(one)] for one in parts]
    between = [line.shape[a + 1 : b] for a, b in pairwise(places)]
    if not _LINKS.search(between[-1]) or any(
        re.search(r"[:;]|\b(?:but|while|whereas|after|before|when)\b", one) for one in between
    ):
        return False
    if said.kind == "N":
        return _alike_counted(parts, said)
    return True


_OF_WHOM = frozenset({"from", "in", "by", "for", "to", ",", "and"})


def _alike_counted(parts: Sequence[Figure], said: Figure) -> bool:
    """Whether bare numbers count one thing: `12 tanks from Germany and 8 from France, 20 in total`."""
    nouns = {one.after for one in (*parts, said) if one.after not in _OF_WHOM}
    return len(nouns) <= 2 and sum(one.after in _OF_WHOM for one in parts) >= len(parts) - 1
