"""Years that open or belong to the next clause."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity


def of_the_next_clause(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Last year it was 3.8 % of GDP and as recently as 2021, Latvia spent 2.1 %`, `In 2017 it spent 1.4 % of GDP and
    in 2019 it spent 1.7 %`: a time that a joint leads in dates what follows it."""
    end = quantity.core[1]
    if mention.first < end:
        return False
    joint = next((i for i in range(mention.first - 1, end - 1, -1) if parsed.lows[i] in _JOINTS), None)
    if joint is None or mention.first - joint > _LED_IN:
        return False
    front = [p for p in parsed.periods if p.first < quantity.first]
    if not front or not any(o.first >= mention.last and o.unit == quantity.unit for o in parsed.quantities):
        return False
    if parsed.lows[mention.last : mention.last + 1] == [","]:
        return True
    dated = len(front[-1].value) == 4 == len(mention.value) and parsed.lows[mention.last : mention.last + 1] != ["."]
    between = any(front[-1].last <= o.core[0] < quantity.first and o.unit for o in parsed.quantities)
    return dated and not between


def of_what_is_to_come(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`France spends 1.84 percent and will reach 2 percent in 2025`, `over 4 % of GDP and next year even 4.7 %`: the
    year of the figure that is to come."""
    end = quantity.core[1]
    if mention.first < end or mention.role == "now":
        return False
    if mention.role == "by" and led_in(parsed, mention, end):
        return any(o.first >= mention.last and o.unit == quantity.unit for o in parsed.quantities)
    between = parsed.lows[end : mention.first]
    joint = next((i for i, word in enumerate(between) if word in _JOINTS and _comes(between[i + 1 : i + 4])), None)
    return joint is not None and any(
        end + joint < o.core[0] < mention.first and o.unit == quantity.unit for o in parsed.quantities
    )


def led_in(parsed: Parsed, mention: PeriodMention, end: int) -> bool:
    """Whether a joint behind token `end` leads the time in: `and next year`, `– and even by 2030`."""
    return not (_JOINTS | _MARKS).isdisjoint(parsed.lows[max(end, mention.first - 3) : mention.first])


_MARKS = frozenset({"–", "—", ";"})


def _comes(lows: list[str]) -> bool:
    """`will`, `plans to`, `is to hit`."""
    return not _TO_COME.isdisjoint(lows) or (lows[1:2] == ["to"] and lows[0] in ("is", "are", "was", "were"))


_TO_COME = frozenset(
    {"will", "would", "plans", "plan", "aims", "aim", "intends", "intend", "wants", "want", "hopes", "hope"}
    | {"expects", "expect", "should", "must", "shall", "ought", "pledged", "promised", "vowed", "committed"}
    | {"due", "set", "slated"}
)


_JOINTS = frozenset({"and", "but", "while"})


_LED_IN = 4
"""Words between a joint and the time it leads in: `and *as recently as* 2021,`."""


def when_clause(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`a six-fold increase from 2014 when only three allies met the target`: the year right before `when` dates it."""
    for mention in parsed.periods:
        following = [t.low for t in parsed.tokens[mention.last : mention.last + 2]]
        ahead = parsed.text(mention.last, mention.last + 6)
        opens = (
            following[:1] == ["when"]
            or following == [",", "when"]
            or ahead.startswith((", at a time when", "at a time when"))
        )
        whole = parsed.tokens[0].low == "when" and mention.last < quantity.first and mention.role != "by"
        if (
            whole
            and mention.value[:4].isdecimal()
            and any(token.text == "," for token in parsed.tokens[mention.last : quantity.first])
            and ";" not in parsed.lows[mention.last : quantity.first]  # "…, nine allies met it; now 23 do"
        ):
            return mention  # "When allies made the pledge at the 2014 summit, only three met it"
        if opens and mention.value[:4].isdecimal() and 0 <= quantity.first - mention.last <= 8:
            return mention
    return None
