"""From–to against the stated change: `from 1.4 % to 2 %, an increase of 0.6 points`, `tripled from 3 to 9`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from burdenshare.checking.arithmetic.drawn import Drawn, agreed_unit
from burdenshare.checking.arithmetic.figures import MONEY, Figure, Line
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Width, combined, verdict, width
from burdenshare.checking.arithmetic.rows import Found, Row, matches
from burdenshare.checking.model import Verdict

_ANOTHER = re.compile(
    r"^(?: (?:a|per|each|every) (?:year|month)| annually| yearly| year - on"
    r"| (?:this|last|next) (?:year|month|quarter)| in (?:Y|the (?:last|past) year)| in real| real"
    r"|(?: [a-z]+){0,2} after inflation| on average| compared| over| on| versus| than| relative"
    r"|(?: [a-z]+)? adjusted| above| more than)"
)
"""Behind a change these make it another one: of each year, in real terms, against another time."""
_REAL = word_set("real_terms")
_TIMES = word_set("times")
_BARE = frozenset({"to", "in", "at", "by", ",", ".", ";", ")", "-", "—", "", "(", "and", "as"})


def changes(row: Row, line: Line) -> Iterator[Drawn]:
    """Every pair of figures of the sentence with the change that is said of it."""
    for found in matches(row.pattern, line):
        a, b, c = found["a"], found["b"], found["c"]
        if not all(one.plain for one in (a, b)) or a.value <= 0 or b.value <= 0 or not _of_one_thing(a, b):
            continue
        firm = row.firm and not _REAL & line.words and not _ANOTHER.match(_behind(found)) and _one_rate(found)
        if a.kind == "P" and c.kind != "D":
            firm = False  # "spending rose 20 %, from 1.5 % to 1.6 % of GDP": two things may have changed
        drawn = list(_ways(row, a, b, c, firm))
        if drawn:
            yield max(drawn, key=_agreement)


def _behind(found: Found) -> str:
    """The shape behind the stated change."""
    return found.line.shape[found.match.start("c") + 1 :]


def _agreement(one: Drawn) -> int:
    order = (Verdict.CONTRADICTED, None, Verdict.CLOSE, Verdict.SUPPORTED)
    return order.index(verdict(one.computed, one.said))


def _of_one_thing(a: Figure, b: Figure) -> bool:
    """Whether both ends count the same: one currency, both in per cent, or bare numbers of one noun."""
    if {a.kind, b.kind} <= set(MONEY):
        return agreed_unit([a, b]) is not None
    if a.kind != b.kind:
        return False
    return a.kind == "P" or a.after in _BARE or b.after in (_BARE | {a.after})


def _one_rate(found: Found) -> bool:
    """Not `from $4bn a month to $60bn a year`."""
    shape = found.line.shape
    first, second = sorted((found.match.start("a"), found.match.start("b")))
    told = [
        set(re.findall(r"\b(?:a|per) (day|week|month|year)\b", part)) for part in (shape[first:second], shape[second:])
    ]
    times = {one.after for one in (found["a"], found["b"]) if one.after in _TIMES}
    return (not told[0] or told[0] == told[1]) and len(times) < 2


def _ways(row: Row, a: Figure, b: Figure, c: Figure, firm: bool) -> Iterator[Drawn]:
    decimals = any(one.decimal for one in (a, b))
    falls = b.value < a.value
    before, after = width(a, decimals=decimals), width(b, decimals=decimals)
    low, high = (after, before) if falls else (before, after)
    said = width(c)
    ends = ((a, "from"), (b, "to"), (c, "said"))

    def drawn(computed: Width, stated: Width, unit: str, formula: str) -> Drawn:
        return Drawn(ArithmeticKind.CHANGE, ends, computed, stated, unit, formula, firm, row.name)

    if c.kind == "X":
        yield from _multiplied(drawn, before, after, said, c)
        return
    if c.kind in MONEY and a.kind in MONEY and agreed_unit([a, b, c]) is not None:
        yield drawn(combined(_apart, low, high), said, agreed_unit([a, b, c]) or "", "from {} to {}")
    if c.kind == "N" and a.kind == "N" and c.after in _BARE | {a.after, b.after}:
        yield drawn(combined(_apart, low, high), said, "", "from {} to {}")
    if (c.kind == "D" and a.kind == "P") or (c.kind == "P" and a.kind == "P"):
        yield drawn(combined(_apart, low, high), said, "pp", "from {} to {}")
    if c.kind in "PF":
        per_cent = said if c.kind == "P" else combined(lambda one: 100 * one, said)
        grown = combined(_fallen if falls else _grown, before, after)
        yield drawn(grown, per_cent, "%", "from {} to {}")


def _multiplied(
    drawn: Callable[[Width, Width, str, str], Drawn], before: Width, after: Width, said: Width, c: Figure
) -> Iterator[Drawn]:
    yield drawn(after.over(before), said, "times", "from {} to {}")
    if c.after in _MORE:
        yield drawn(after.over(before), combined(lambda factor: factor + 1, said), "times", "from {} to {}")


_MORE = frozenset({"more", "higher", "larger", "greater", "bigger"})
"""`three times more` is three times as much to some, and four times to others."""


def _apart(a: float, b: float) -> float:
    return b - a


def _grown(a: float, b: float) -> float:
    return 100 * (b / a - 1)


def _fallen(a: float, b: float) -> float:
    return 100 * (1 - b / a)
