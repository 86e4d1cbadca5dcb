"""What every percentage rule needs: whether it is a share of GDP, and the draft it starts from."""

from __future__ import annotations

from burdenshare.reading.context import Context, once
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.model import Kind
from burdenshare.reading.tables import word_list

MAX_SHARE = 12.0
"""No ally has spent more than this share of GDP on defence in the years the record holds; more is another topic."""

MIN_SHARE = 0.3
"""No ally has spent less of its GDP on defence, Luxembourg and its 0.4 % included: what is promised below it is a rise
told without its points ("will increase its spending 0.2 %"), or help to somebody else."""


@once
def of_gdp(context: Context) -> bool:
    """`2 % of GDP`, `2.1 per cent of its national output`, `a share of GDP of 2 %`, `2%-of-GDP`."""
    end = context.quantity.core[1]
    for start, _ in context.parsed.cues.hits.get("gdp", ()):
        if end <= start <= end + 6 and not context.other_quantity_between(end, start):
            between = [t.low for t in context.parsed.tokens[end:start]]
            if "share" in between and "," in between:
                continue  # "its defence spending grew 5.5 percent, and its share of GDP rose"
            if "of" in between or "gdp" in context.after(2) or "-" in between[:1]:
                return True
    if _as_a_share_behind(context, end):
        return True
    low, _ = context.bounds
    return any(
        low <= start and finish <= context.quantity.core[0] and context.quantity.core[0] - finish <= 8
        for start, finish in context.parsed.cues.hits.get("gdp", ())
    ) and any(word in ("share", "ratio", "proportion", "percentage") for word in context.before(14))


def held_to_be_right(context: Context) -> bool:
    """`we advocate that 3 % is the bottom line`, `he considers allocating 3 % a fairer approach`: a stand, no share."""
    front = context.before(12)
    at = max((i for i, word in enumerate(front) if word in _STANDS), default=-1)
    return at >= 0 and _TELLING.isdisjoint(front[at:])


_STANDS = word_list("verbs_of_a_stand")
_TELLING = frozenset({"spends", "spent", "spend", "invests", "allocates", "devotes"})


def held_unlikely(context: Context) -> bool:
    """`I don't think it will be 5 percent`: what somebody does not expect; `does not expect to reach 2 % until 2029`
    is a plan."""
    front = context.before(_HELD_REACH)
    at = next((i for i, word in enumerate(front) if word in _HOLDING), 0)
    return at > 0 and front[at - 1] in _NOT_HELD and front[at + 1 : at + 2] != ["to"]


_NOT_HELD = frozenset({"don't", "doesn't", "didn't", "not", "n't", "never"})
_HOLDING = frozenset({"think", "believe", "expect", "thought", "imagine"})
_HELD_REACH = 8
"""Tokens in front of a share in which somebody says that he does not hold it likely."""


def _as_a_share_behind(context: Context, end: int) -> bool:
    """`2.3 % UK defence spending as a percentage of national GDP`: how the figure at the head is counted."""
    lows = context.parsed.lows
    at = next((i for i in range(end, min(end + 9, len(lows))) if lows[i] in ("percentage", "share", "proportion")), 0)
    if not at or lows[at - 2 : at] != ["as", "a"] or context.other_quantity_between(end, at):
        return False
    return any(at < start <= at + 4 for start, _ in context.parsed.cues.hits.get("gdp", ()))


def percent_base(context: Context, measure: str, rule: str, found: Found | None, kind: Kind = Kind.FACT) -> Draft:
    q = context.quantity
    first = min(q.first, found.first) if found and not found.carried else q.first
    last = q.last
    if of_gdp(context):
        ends = [end for start, end in context.parsed.cues.hits["gdp"] if q.core[1] <= start <= q.core[1] + 6]
        last = max([last, *ends[:1]])
    return Draft(
        first,
        last,
        (q.first, q.last),
        kind,
        measure,
        rule,
        subject=found.entities if found else (),
        comparator=q.comparator,
        value=q.value,
        unit="%",
        holes=(frozenset({"group"}) if found and found.open else frozenset()) | context.holes_of_source(),
        modality=context.modality(),
    )
