"""Doubts of the line itself: its year is another figure's, or it is where somebody stands and no promise."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.doubting.promise import Doubt, Promise, words
from burdenshare.reading.model import ON_TOP, Modality
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.rises_spoken_of import weighed
from burdenshare.reading.tables import word_list

_PARTS = frozenset({1.5, 3.5, 5.0})
"""Shares of one plan: 3.5 and 1.5 make 5."""
_SHARES = (0.5, 10.0)
"""Per cent of GDP that somebody may promise to spend on defence; another percentage is of something else."""


def year_of_another_share(promise: Promise) -> bool:
    """`Trump's 5% demand, but the actual goal is 3.5% by 2035`: another share stands between a figure and its year."""
    period = promise.told.period
    if promise.told.period_from != "due" or not period:
        return False
    mine = [p for p in promise.parsed.periods if p.value[:4] == period[:4] or p.value.split("/")[-1][:4] == period[-4:]]
    if not mine:
        return False
    return all(_apart(promise, p.first, p.last) for p in mine)


def _apart(promise: Promise, first: int, last: int) -> bool:
    low, high = (promise.draft.focus[1], first) if first >= promise.first else (last, promise.first)
    between = [
        q for q in promise.parsed.quantities if low <= q.core[0] < high and _a_share(q) and not _left(promise, q)
    ]
    lows = promise.parsed.lows[low:high]
    if not between:
        parted = not words("held_apart").isdisjoint(lows) or any(
            last <= s.first < promise.first for s in promise.owners
        )
        return last <= promise.first and _dates_another(promise, first) and parted
    values = {q.number.value for q in between} | ({promise.told.value.central} if promise.told.value else set())
    return not (values <= _PARTS and words("held_apart").isdisjoint(lows))


def _left(promise: Promise, quantity: Quantity) -> bool:
    """`starting in 2023, from the current 2% to 2.5%`: the share that is left has no year."""
    return "from" in promise.parsed.lows[max(0, quantity.first - _STEPS) : quantity.first + 1]


_STEPS = 3
"""Tokens in front of a share within which `from` makes it the one that is left behind."""


def _dates_another(promise: Promise, first: int) -> bool:
    """`Latvia will reach 2.5% by 2025 while Lithuania approved 3%`: a year behind the share of the clause before."""
    return any(_a_share(q) and 0 <= first - q.core[1] <= _NEAR for q in promise.parsed.quantities)


def _a_share(quantity: Quantity) -> bool:
    return quantity.unit == "%" and _SHARES[0] <= quantity.number.value <= _SHARES[1]


def on_top_of_a_share(promise: Promise) -> bool:
    """`wants to spend another 0.5 percent of GDP on its army`: by how much a share is to rise, read as the share."""
    return promise.told.note == ON_TOP


def day_of_a_meeting(promise: Promise) -> bool:
    """`met on May 22 and agreed on a commitment to invest 2.5%`: a day is the only time told, and none to be met."""
    year = promise.told.period[:4]
    mine = [p for p in promise.parsed.periods if p.value[:4] == year]
    return promise.told.period_from == "due" and bool(mine) and all(len(p.value) == _A_DAY for p in mine)


_A_DAY = 10
"""Letters of a day as it is kept: `2024-05-22`."""


def told_as_spent(promise: Promise) -> bool:
    """`The leader is Poland, which already spends more than 4%`, `its commitment, already exceeding 3% of GDP`, `got to
    a point where it's paid 4.3%`."""
    front = promise.parsed.lows[max(0, promise.first - _NEAR) : promise.first]
    if front[-1:] == ["spent"] and _STILL_TO_COME.isdisjoint(front[-_STEPS:]):
        return True  # "Spain, which spent 1.28, aims at 2029"
    if front[-1:] != [] and front[-1] in words("spent_by_now"):
        return front[-2:-1] != [] and front[-2] in _WHO_SPENT
    if "already" not in front or promise.definite:
        return False
    return words("still_planned").isdisjoint(front) and bool(promise.allies)


_WHO_SPENT = frozenset({"'s", "’s", "has", "have", "it", "they", "we", "which", "who"})
"""In front of `paid` these tell that it was paid: `where it's paid 4.3%`, whose `'s` is no token of its own."""
_NEAR = 6
"""Tokens in front of a share within which `already` is said of it."""


_STILL_TO_COME = frozenset({"be", "will", "to", "been"})


def fulfilled(promise: Promise) -> bool:
    """`Norway has fulfilled its commitment to spend 2 percent`, `Türkiye has achieved the target of 2 percent`: done,
    and no promise any more."""
    if promise.told.subject == ("NATO",) or words("fulfilling").isdisjoint(promise.parsed.words):
        return False
    lows = promise.parsed.lows
    start = max(0, promise.first - _FAR)
    at = next((i for i in range(promise.first - 1, start - 1, -1) if lows[i] in words("fulfilling")), None)
    if at is None or not words("not_fulfilled").isdisjoint(lows[max(0, at - _STEPS) : at]):
        return False
    return not words("what_is_fulfilled").isdisjoint(lows[at + 1 : promise.draft.focus[1] + 2])


def of_help_abroad(promise: Promise) -> bool:
    """`pay for it by cutting aid from 0.5 to 0.3 percent of national income`: what a country gives away."""
    if words("given_away").isdisjoint(promise.parsed.words) or promise.share > _MOST_GIVEN:
        return False
    front = promise.parsed.lows[max(0, promise.first - _NEAR) : promise.first]
    return not words("given_away").isdisjoint(front)


_MOST_GIVEN = 1.0
"""Per cent of GDP that a country gives to poorer ones; hardly any gives more."""


def measured_from(promise: Promise) -> bool:
    """`must spend “significantly more” than 2% of GDP`, `above or below 4.5%`: a line, read as the share itself. `Under
    the 2 percent formula`: the share itself, read as a line."""
    lows = promise.parsed.lows
    if promise.told.comparator == "<" and not words("named_by_a_share").isdisjoint(lows[promise.draft.focus[1] :][:1]):
        return True
    front = lows[promise.first - 1 : promise.first]
    return front == ["or"] or (promise.told.comparator == "=" and front == ["than"])


def held_feasible(promise: Promise) -> bool:
    """`thinks 3.5 percent by 2035 is feasible`: what somebody holds to be within reach, and has not promised."""
    if words("feasible").isdisjoint(promise.parsed.words):
        return False
    end = promise.draft.focus[1]
    behind = promise.parsed.lows[end : end + _NEAR + 1]
    return any(a in ("is", "was", "be", "are") and b in words("feasible") for a, b in pairwise(behind))


def comes_to(promise: Promise) -> bool:
    """`Spending in Germany will amount to 2.12 percent of GDP`: what it will be in a year that is not told, and no line
    that somebody sets."""
    front = promise.parsed.lows[max(0, promise.first - 2) : promise.first]
    if promise.told.period or front[-1:] not in (["to"], ["at"]):
        return False
    if any(s.last == promise.first - 1 and s.first < s.last for s in promise.owners):
        return not words("coming_to").isdisjoint(promise.parsed.lows[: promise.first])  # "and that in France to 2.06"
    return front[0] in words("coming_to")


def refused(promise: Promise) -> bool:
    """`stated that he would block the rise to 3%`: what somebody will not have, told in words that a rule took for a
    plan."""
    if promise.told.modality is Modality.DENIAL:
        return False
    front = promise.parsed.lows[max(0, promise.first - _NEAR) : promise.first]
    return not words("refusing").isdisjoint(front)


def only_weighed(promise: Promise) -> bool:
    """`is considering raising it to 5 % by 2030`: nobody has decided on it."""
    return weighed(promise.parsed, promise.first)


def disbelieved(promise: Promise) -> bool:
    """`I consider it completely unrealistic to think that Germany will achieve a budget of over €70 billion`."""
    if promise.told.modality is Modality.DENIAL:
        return False
    low, _ = promise.parsed.clause(promise.first, promise.draft.focus[1])
    front = promise.parsed.lows[max(0, min(low, promise.first - _FAR)) : promise.first]
    return not words("disbelieving").isdisjoint(front)


_FAR = 14
"""Tokens in front of a figure within which it may be called beyond reach."""


def year_of_another_clause(promise: Promise) -> bool:
    """`Russia may try to test NATO by 2030, which is why Lithuania decided to spend 5%`: a word that opens another
    clause stands between the year and the figure."""
    period = promise.told.period
    mine = [p for p in promise.parsed.periods if p.value[:4] == period[:4] or p.value.split("/")[-1][:4] == period[-4:]]
    if promise.told.period_from != "due" or not mine:
        return False
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    spans = [lows[p.last : promise.first] if p.last <= promise.first else lows[end : p.first] for p in mine]
    return all(_another_opens(span) for span in spans)


def _another_opens(span: list[str]) -> bool:
    said = any(b == "that" and (a in word_list("saying_verbs") or a.endswith("ed")) for a, b in pairwise(span))
    return said or not words("opening_another").isdisjoint(span)


def told_as_rise(promise: Promise) -> bool:
    """`to increase by an average of 1% above inflation`, `an increase in spending of 1.5% over ten years`: how much
    more it is to be, read as the share itself."""
    front = promise.parsed.lows[max(0, promise.first - _FAR) : promise.first]
    by = max((i for i, low in enumerate(front) if low == "by"), default=len(front))
    moved = words("raising") | words("rises")
    if by < len(front) and words("beside_a_level").issuperset(front[by + 1 :]) and front[by + 1 :] != ["the"]:
        return not moved.isdisjoint(front[:by])
    rise = max((i for i, low in enumerate(front) if low in words("rises")), default=len(front))
    between = front[rise + 1 :]
    return between[-1:] == ["of"] and len(between) <= _NEAR and words("of_a_height").isdisjoint(between)


OF_LINES: tuple[Doubt, ...] = (
    fulfilled,
    of_help_abroad,
    held_feasible,
    comes_to,
    told_as_rise,
    year_of_another_share,
    year_of_another_clause,
    on_top_of_a_share,
    day_of_a_meeting,
    told_as_spent,
    measured_from,
    refused,
    disbelieved,
    only_weighed,
)
"""What is asked of every promised share."""
