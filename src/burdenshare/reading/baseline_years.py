"""The year a figure is held against: `since 2014`, `compared with 2023`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.conversions import end_behind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced
from burdenshare.reading.spans import distance, inside
from burdenshare.reading.years_compared import risen_from

SINCE_REACH = 9
"""Tokens between `since` and the year of what it names."""


def _since_an_event(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`Since the pledge was made in 2014, allies have added`: the year of what the sentence counts from."""
    if parsed.tokens[0].low != "since":
        return _since_behind(parsed, quantity)
    told = [
        p for p in parsed.periods if p.role == "in" and len(p.value) == 4 and p.last <= min(quantity.first, SINCE_REACH)
    ]
    if len(told) != 1 or not any(t.text == "," for t in parsed.tokens[told[0].last : quantity.first]):
        return None
    return replaced(told[0], role="since")


def _record_since(parsed: Parsed, mention: PeriodMention) -> bool:
    """`its largest yearly rise since 1962`: how long nothing was as large, not what it is held against."""
    front = parsed.lows[max(0, mention.first - 8) : mention.first]
    return mention.role == "since" and nothing_like_it(front)


def nothing_like_it(words: list[str]) -> bool:
    """Words in front of `since` that tell how long nothing was as large."""
    return any(
        w in _MOST or (w.endswith("est") and len(w) > 6) or (w == "most" and words[at - 1 : at] == ["the"])
        for at, w in enumerate(words)
    )


_MOST = frozenset({"biggest", "largest", "first", "worst", "record"})


def _since_behind(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`a $46 billion jump since cuts stopped in 2014`: the year of what the words behind count from."""
    end = end_behind(parsed, quantity)
    for p in parsed.periods:
        front = parsed.lows[max(end, p.first - _SINCE_BEHIND) : p.first]
        if p.role != "in" or p.source != "explicit" or "since" not in front or len(p.value) not in _A_DAY_OR_A_YEAR:
            continue
        since = p.first - len(front) + front.index("since")
        parted = {",", ";", ".", "("} & set(front) or any(end <= o.core[0] < p.first for o in parsed.quantities)
        dated = any(o.source != "carried" and end <= o.first < since for o in parsed.periods)
        if not parted and not dated and not nothing_like_it(parsed.lows[end:since]):
            return replaced(p, role="since")
    return None


_SINCE_BEHIND = 14
"""Tokens in front of a year among which `since` tells what happened then."""
_A_DAY_OR_A_YEAR = (len("2022"), len("2022-02"), len("2022-02-24"))


def _of_an_aside(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`grew 15.9 % in 2025, although marking an upward trend since the start of the war`: of what is conceded."""
    return bool(_CONCEDING & set(parsed.lows[quantity.core[1] : mention.first]))


def _opens_a_comparison(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Compared with what it spent in 2014, Prague has raised it by 30 percent`: the year that is held against, told in
    front of the comma; `In contrast to 2014` and a comparison with a figure of that year are none."""
    if _COMPARING.isdisjoint(parsed.words) or mention.role != "in" or mention.source != "explicit":
        return False
    at = next((i for i in range(mention.first - 1, -1, -1) if parsed.lows[i] in _COMPARING), -1)
    if at < 0 or mention.first - at > SINCE_REACH or len(mention.value) != 4 or mention.last > quantity.first:
        return False
    led = not at or parsed.lows[at - 1] in _LEADING_IN
    opened = parsed.lows[mention.last : mention.last + 2]
    comma = "," in opened and "," not in parsed.lows[at : mention.first]
    return led and comma and not any(at < o.core[0] < mention.first for o in parsed.quantities if o.unit)


_COMPARING = frozenset({"compared", "against", "versus", "relative"})
_UNTIL_NOW = frozenset({"has", "have", "since"})
"""Beside one of these a rise reaches from the year it is held against up to now."""
_LEADING_IN = frozenset({",", "that", "and", "but", "when", "as", "-", "–", "—", '"', "“"})


_CONCEDING = frozenset({"although", "though", "albeit", "despite"})


def _of_another_clause(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`rose by 18 % in 2024; since 2014 they have added $700bn`: it opens what is told next."""
    behind = mention.first >= quantity.core[1]
    between = (quantity.core[1], mention.first) if behind else (mention.last, quantity.first)
    if ";" in parsed.lows[between[0] : between[1]] or not behind:
        return ";" in parsed.lows[between[0] : between[1]]
    at = mention.last + (parsed.lows[mention.last : mention.last + 1] == [","])
    opens = any(s.first == at for s in parsed.subjects) or parsed.lows[at : at + 1] in _THEY
    return opens and any(at < other.first for other in parsed.quantities)


_THEY = (["they"], ["it"], ["we"], ["he"], ["she"])


def baseline_of(context: Context) -> PeriodMention | None:
    """`since 2014`, `compared with 2023`: the nearest one of the clause, else of the sentence."""
    parsed, q = context.parsed, context.quantity
    opened = _since_an_event(parsed, q)
    if opened is not None:
        return opened
    low, high = context.bounds
    roles = ("since", "versus")
    fitting = [p for p in parsed.periods if p.role in roles and not inside(p, q) and not _record_since(parsed, p)]
    fitting = [p for p in fitting if not _of_an_aside(parsed, p, q) and not _of_another_clause(parsed, p, q)]
    fitting += [replaced(p, role="versus") for p in parsed.periods if p.first >= q.first and risen_from(parsed, p)]
    role = "since" if _UNTIL_NOW & parsed.words else "versus"
    fitting += [replaced(p, role=role) for p in parsed.periods if _opens_a_comparison(parsed, p, q)]
    pool = [p for p in fitting if low <= p.first and p.last <= high] or fitting
    return min(pool, key=lambda p: distance(p, q)) if pool else None
