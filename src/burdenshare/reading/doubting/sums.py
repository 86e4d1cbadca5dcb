"""Doubts of a promised sum of money: whose it is."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import GROUPS
from burdenshare.reading.doubting.lines import disbelieved, year_of_another_share
from burdenshare.reading.doubting.of_one import carried_beside_others, led_in, told_of_another
from burdenshare.reading.doubting.parts import OF_PARTS
from burdenshare.reading.doubting.promise import Doubt, Promise, words
from burdenshare.reading.model import Modality


def owner_in_a_title(promise: Promise) -> bool:
    """`US President Donald Trump said NATO allies' commitment will add "more than $1 trillion a year"`: the country of
    the one who speaks, and others stand between."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    if not owners or any(promise.bears(s) or s.possessive for s in owners):
        return False
    return any(owners[-1].last <= first < promise.first for first, _ in promise.of_all)


def year_not_told(promise: Promise) -> bool:
    """`This means that Croatia will increase its spending by 40 percent`, told of a plan for five years."""
    return promise.told.period_from in ("now", "assumed")


def year_gone_by(promise: Promise) -> bool:
    """`promised that its spending would rise by 10 percent in 2023`, told a year later: of a year that was told behind
    the figure and is gone, where another was read."""
    on, end = promise.calendar.on, promise.draft.focus[1]
    near = [p for p in promise.parsed.periods if end <= p.first <= end + _STEPS and len(p.value) == _A_YEAR]
    gone = bool(near) and on is not None and near[0].value.isdecimal() and int(near[0].value) < on.year
    return gone and near[0].value not in promise.told.period


_A_YEAR = 4
"""Letters of a year."""


def where_it_stands(promise: Promise) -> bool:
    """`would increase its spending from €35 billion now to €70bn`, `by £10bn from its current £48.2bn`."""
    front = promise.parsed.lows[max(0, promise.first - _STEPS) : promise.first]
    at = max((i for i, low in enumerate(front) if low == "from"), default=-1)
    left = at >= 0 and words("beside_a_level").issuperset(front[at + 1 :])
    return left or "compared" in promise.parsed.lows[max(0, promise.first - 2 * _STEPS) : promise.first]


_STEPS = 4
"""Tokens in front of a sum within which `from` makes it the one that is left behind."""


def spent_on_all(promise: Promise) -> bool:
    """`if Germany spent 2 percent of its GDP on NATO defence, it would spend more than €70 million`: the alliance is
    what the money is for."""
    owners = [s for s in promise.owners if s.last <= promise.first and s.entity in GROUPS]
    lows = promise.parsed.lows
    return bool(owners) and all(lows[s.first - 1 : s.first] in (["on"], ["for"], ["to"]) for s in owners)


def rise_as_level(promise: Promise) -> bool:
    """`will spend 3% more on defence than last year, which will amount to 8 billion`: a rise, read as what is spent."""
    if promise.told.measure != "expenditure":
        return False
    front = promise.parsed.lows[max(0, promise.first - _SENTENCE) : promise.first]
    return any(a in ("%", "percent", "cent") and b == "more" for a, b in pairwise(front))


_SENTENCE = 24
"""Tokens in front of a sum within which a rise in per cent may be the one it tells."""


def more_as_level(promise: Promise) -> bool:
    """`would allocate a further 50 billion krone in additional spending`, `will add €3.5 billion to the 2026 budget and
    €3 billion to the 2027 budget`: money on top, read as all that is spent."""
    if promise.told.measure != "expenditure":
        return False
    end = promise.draft.focus[1]
    near = promise.parsed.lows[max(0, promise.first - _STEPS) : end + _STEPS]
    behind = promise.parsed.lows[end : end + _STEPS + 1]
    given_to_it = behind[:1] == ["to"] and "budget" in behind
    return given_to_it or not words("on_top").isdisjoint(near)


def share_as_rise(promise: Promise) -> bool:
    """`countries would reach 5% by lifting core outlays`, `1.5% in 2024, rising to 2%`: a share, read as a rise."""
    front = promise.parsed.lows[max(0, promise.first - _STEPS) : promise.first]
    risen_to = [low for low in front if low != "the"][-1:] == ["to"]
    return promise.told.measure == "expenditure_growth" and (risen_to or not words("reached").isdisjoint(front))


def spent_elsewhere(promise: Promise) -> bool:
    """`the initiative will increase US defence spending in Europe to $3.4 billion`: what is spent in one place."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    places = {s.first for s in promise.parsed.subjects if s.entity not in promise.told.subject}
    start = owners[-1].last if owners else promise.first
    return any(lows[at - 1] == "in" and start < at <= end + _STEPS for at in places)


def supposed(promise: Promise) -> bool:
    """`would amount to more than 75 billion euros, if every member met the target`, `Were Canada to match it, it would
    spend 120 billion`."""
    opened = promise.parsed.lows[:1] in (["were"], ["had"], ["should"], ["suppose"], ["assuming"])
    return promise.told.modality is Modality.HYPOTHETICAL or "if" in promise.parsed.lows or opened


def of_all_years_until(promise: Promise) -> bool:
    """`proposes a total of 1,624 billion kroner for defence until 2036`: of all years up to then, and of none alone."""
    if promise.told.measure != "expenditure" or promise.told.period_from != "due":
        return False
    end = promise.draft.focus[1]
    behind = promise.parsed.lows[end : end + _UNTIL_WITHIN]
    yearly = not {"annually", "yearly", "annual"}.isdisjoint(behind) or ("a", "year") in set(pairwise(behind))
    return not {"until", "till", "through"}.isdisjoint(behind) and not yearly


_UNTIL_WITHIN = 8
"""Tokens behind a sum within which its last year is told."""


OF_SUMS: tuple[Doubt, ...] = (
    of_all_years_until,
    carried_beside_others,
    owner_in_a_title,
    led_in,
    told_of_another,
    year_not_told,
    year_gone_by,
    year_of_another_share,
    where_it_stands,
    spent_on_all,
    disbelieved,
    supposed,
    rise_as_level,
    more_as_level,
    share_as_rise,
    spent_elsewhere,
    *OF_PARTS,
)
"""What is asked of a promised sum of money."""
