"""Times that name no year: an age gone by, the day somebody took over, the years to come."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import FIRST_YEAR
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.since_untold import since_untold
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.times_untold import at_a_time_untold
from burdenshare.reading.tries import Trie

_UNDATED = frozenset({"now", "assumed", "carried", ""})
_PAST = word_list("past_verbs") | {"averaged", "devoted", "amounted", "stood", "were", "spending", "meeting", "did"}
_SPENT = frozenset({"spent", "met", "devoted", "reached", "stood", "were", "was"})
_AHEAD = frozenset({"will", "would", "to", "by", "shall", "could", "should", "expected", "planned"})
_OLDEST = 1500
_BEFORE = 5
"""Tokens in front of an age within which `since` or `than` only compares with it."""
_TOLD_THEN = 16
"""Tokens around `when` within which a figure is of that time."""
_WHEN = 6
"""Tokens between `when` and `took office`."""


@cache
def _times() -> Trie[str]:
    table = load_table("periods")
    return Trie((words, name) for name in ("ages", "beginnings", "later") for words in table[name]["words"])


def vaguely_dated(parse: Parsed, draft: Draft, running: int) -> Draft:
    """The draft without a year where its clause tells a time that names none; a share of times to come is a plan."""
    if draft.kind is Kind.FACT and draft.measure == "share_of_gdp" and _later(parse, draft):
        modality = Modality.PLEDGE if draft.modality is Modality.FACT else draft.modality
        plan = as_plan(draft, modality)
        return replaced(plan, period="", period_from="")
    if draft.kind is Kind.PROMISE and draft.measure == "guideline" and _used_to(parse, draft):
        gone = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", modality=Modality.FACT, likely=True)
        return replaced(gone, period="", period_from="")
    if draft.kind is Kind.FACT and _before(parse, draft):
        year_before = str(int(draft.period[:4]) - 1)  # the likeliest of those before it: it may support, never refute
        return replaced(draft, period=year_before, period_from="explicit", likely=True)
    if draft.kind is Kind.FACT and _a_round_age(parse, draft):
        return replaced(draft, likely=True)
    if draft.kind is Kind.FACT and (_verbless(parse, draft) or _of_then_or_now(parse, draft, running)):
        return replaced(draft, likely=True)
    if draft.kind is Kind.FACT and _of_a_span(parse, draft):
        return replaced(draft, period="", period_from="", likely=True)
    if draft.kind is Kind.FACT and (_until(parse, draft) or _not_come(parse, draft, running)):
        return replaced(draft, period="", period_from="", likely=True)
    if draft.kind is Kind.FACT and draft.unit and at_a_time_untold(parse, draft):
        return replaced(draft, period="", period_from="", likely=True)
    if draft.kind is not Kind.FACT or draft.period_from not in _UNDATED:
        return draft
    if not any(told(parse, draft) for told in _NAMELESS):
        return draft
    return replaced(draft, period="", period_from="", likely=True)


def _of_a_span(parse: Parsed, draft: Draft) -> bool:
    """`Between 2000 and 2020 Finland spent less than 1.5 %`: of no single one of those years; not `rose to 1.5 %`."""
    if draft.measure != "share_of_gdp" or len(draft.period) != 4 or len(parse.periods) == 0:
        return False
    if sum(q.unit == "%" for q in parse.quantities) != 1 or parse.lows[draft.focus[0] - 1 : draft.focus[0]] == ["to"]:
        return False
    for p in parse.periods:
        first, slash, last = p.value.partition("/")
        if slash and last == draft.period and first.isdecimal() and int(last) - int(first) >= _SEVERAL:
            return True
    return any(
        a.role == "from" and b.value == draft.period and len(a.value) == 4 and parse.lows[a.last : b.last - 1] == ["to"]
        for a, b in pairwise(parse.periods)
    )


_SEVERAL = 2
"""Years from which on a span is more than a fiscal year."""


def _a_round_age(parse: Parsed, draft: Draft) -> bool:
    """`spent 3.2 % in 2024, down from 3.7 % a decade ago`, in a text of 2025: which year is meant is not told."""
    if draft.period_from != "relative":
        return False
    near = range(draft.focus[0] - _AGE_REACH, draft.focus[1] + _AGE_REACH)
    return any(
        p.role == "ago" and not p.back and p.first in near and (p.years_ago is None or p.years_ago[0] >= _ROUND)
        for p in parse.periods
    )


_AGE_REACH = 12
"""Tokens between a figure and the age that dates it."""
_ROUND = 5
"""Years from which on `so many years ago` is a round number."""


def _spans(parse: Parsed, name: str, low: int, high: int) -> list[int]:
    trie = _times()
    found = []
    for i in trie.starts_within(parse.lows, low, high):
        best = trie.longest(parse.tokens, i)
        if best is not None and name in best[1]:
            found.append(i)
    return found


def _gone_by(parse: Parsed, draft: Draft) -> bool:
    """`During the Cold War the Europeans spent 3 %`; not `the highest since the Cold War`."""
    low, high = parse.clause(*draft.focus)
    if _PAST.isdisjoint(parse.lows[low:high]):
        return False
    only_compared = load_table("periods")["ages"]["behind"]
    if draft.measure == "expenditure_growth":
        only_compared = [word for word in only_compared if word != "after"]  # "fell by 20 % after the Cold War"
    told = [*_spans(parse, "ages", low, high), *(_spans(parse, "ages", 0, low) if low < _WHEN * 2 else [])]
    return any(set(only_compared).isdisjoint(parse.lows[max(0, at - _BEFORE) : at]) for at in told)


def _used_to(parse: Parsed, draft: Draft) -> bool:
    """`Spain used to spend 2 %`: no plan."""
    front = parse.lows[max(0, draft.focus[0] - 4) : draft.focus[0]]
    return "used" in front and front[front.index("used") + 1 : front.index("used") + 2] == ["to"]


def _until(parse: Parsed, draft: Draft) -> bool:
    """`Until 2022 Germany spent less than 1.5 %`: of the years before it."""
    dated = [p for p in parse.periods if p.value == draft.period and p.role == "by" and p.value]
    low, high = parse.clause(*draft.focus)
    return any(parse.lows[p.first] in ("until", "till", "before") for p in dated) and not _PAST.isdisjoint(
        parse.lows[low:high]
    )


def _before(parse: Parsed, draft: Draft) -> bool:
    """`Before the invasion of Ukraine in 2022, Germany spent 1.3 %`, `prior to February 2022`: the year is that of what
    came after."""
    if not draft.period[:4].isdecimal() or "/" in draft.period:
        return False
    told = [p.first for p in parse.periods if p.value[:4] == draft.period[:4] and "/" not in p.value]
    return bool(told) and all(_led_by_before(parse, draft.focus, at) for at in told)


def _led_by_before(parse: Parsed, focus: tuple[int, int], told: int) -> bool:
    """Whether the year at `told` belongs to what stands behind a `before` of its clause, and the figure does not."""
    first = max(0, told - _GOVERNED)
    for at in range(told, first - 1, -1):
        if parse.lows[at] in _STOPS:
            return False
        if parse.lows[at] in _EARLIER or parse.lows[at : at + 2] == ["prior", "to"]:
            return focus[1] <= at or focus[0] > told
    return False


_EARLIER = frozenset({"before", "pre"})
_STOPS = frozenset({",", ";", ":", ".", "–", "—", "(", ")"})
_GOVERNED = 10
"""Tokens within which a year belongs to what stands behind `before`."""


def _verbless(parse: Parsed, draft: Draft) -> bool:
    """`7 NATO countries meeting the guideline`, a line of figures: no verb tells when, and the year may be any."""
    if any(p.value for p in parse.periods):
        return False
    if draft.measure == "expenditure" and not draft.focus[0]:
        return _VERBS.isdisjoint(parse.words)  # "$920bn Total military expenditure of NATO members"
    if draft.measure not in _COUNTS:
        return False
    behind = parse.lows[draft.focus[0] : draft.focus[1] + 3]
    return not _MEETING.isdisjoint(behind) and _VERBS.isdisjoint(parse.words)


def _of_then_or_now(parse: Parsed, draft: Draft, running: int) -> bool:
    """`Laggards: Spain (1.28%), Italy (1.49%).` some lines below `In 2014 …`: without a past verb an old year that is
    only carried on may be left behind."""
    year = draft.period[:4]
    carried = draft.period_from == "carried" and year.isdecimal() and int(year) + _RECENT < running
    return carried and _PAST.isdisjoint(parse.words)


_RECENT = 2
"""Years before the running one that the newest figures of a text's day may be of."""


_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_MEETING = word_list("counting_participles")
_VERBS = (
    frozenset(load_table("glean_voices")["finite_verbs"]["words"]) | word_list("past_verbs") | word_list("saying_verbs")
)


def _not_come(parse: Parsed, draft: Draft, running: int) -> bool:
    """`Earlier this decade only three allies spent 2 %`: the past has no year to come."""
    low, high = parse.clause(*draft.focus)
    words = parse.lows[low:high]
    year = draft.period[:4]
    ahead = bool(running) and len(draft.period) == 4 and year.isdecimal() and int(year) > running
    return ahead and not _SPENT.isdisjoint(words) and _AHEAD.isdisjoint(words)


def _under(parse: Parsed, draft: Draft) -> bool:
    """`Under Margaret Thatcher, Britain spent 5 %`, `For years Germany spent 1.2 %`: of years nobody names."""
    lows, second = parse.lows, parse.tokens[1] if len(parse.tokens) > 1 else None
    if lows[:2] in (["for", "years"], ["for", "decades"]):
        return not {"has", "have"} & parse.words and not _PAST.isdisjoint(lows[: draft.focus[0]])
    named = second is not None and second.capital and not any(s.first <= 1 for s in parse.subjects)
    if any(p.first and lows[p.first - 1] == "under" for p in parse.persons) and not _PAST.isdisjoint(parse.words):
        return True  # "Slovakia spent 2 % under Eduard Heger"
    opened = lows[0] == "under" and named
    opened = opened or (lows[0] in ("under", "during") and any(p.first <= 2 for p in parse.persons))
    return opened and not _PAST.isdisjoint(parse.lows[: draft.focus[0]]) and "," in parse.lows[: draft.focus[0]]


def _long_ago(parse: Parsed, draft: Draft) -> bool:
    """`in 1823, when the army had 72,000 soldiers`: a year before those the record can hold."""
    low, high = parse.clause(*draft.focus)
    return any(_old_year(parse, i) for i in range(max(1, low - _WHEN), high))


def _old_year(parse: Parsed, i: int) -> bool:
    token = parse.tokens[i]
    if token.kind != "number" or len(token.text) != 4 or not token.text.isdecimal():
        return False
    return _OLDEST <= int(token.text) < FIRST_YEAR and parse.lows[i - 1] in ("in", "of", "around", "by", "until")


def _when_begun(parse: Parsed, draft: Draft) -> bool:
    """`when you took over, just three allies spent 2 %`: whatever year that was."""
    if "when" not in parse.words or _PAST.isdisjoint(parse.words):
        return False
    at = parse.lows.index("when")
    ours = abs(draft.focus[0] - at) < _TOLD_THEN
    return ours and bool(_spans(parse, "beginnings", at, min(len(parse.tokens), at + _WHEN)))


def _taking_years(parse: Parsed, draft: Draft) -> bool:
    """`it took five more years for spending to rise to 1.3 percent`."""
    return draft.measure == "share_of_gdp" and took_years(parse, draft.focus[0])


def took_years(parse: Parsed, stop: int) -> bool:
    """Whether `it took five more years for spending to rise to` stands in front of token `stop`: what came about,
    whenever that was."""
    at = next((i for i in range(stop - 1, max(-1, stop - _TOOK_WITHIN), -1) if parse.lows[i] == "took"), None)
    return at is not None and not _TIMES.isdisjoint(parse.lows[at : at + 5])


_TOOK_WITHIN = 16
_TIMES = frozenset({"years", "decades", "year", "decade"})


def _later(parse: Parsed, draft: Draft) -> bool:
    low, high = parse.clause(*draft.focus)
    before = max((q.core[1] for q in parse.quantities if q.core[1] <= draft.focus[0]), default=0)
    return "will" in parse.lows[low:high] and bool(_spans(parse, "later", min(low, before), high))


_NAMELESS = (_gone_by, _when_begun, _long_ago, _under, _taking_years, since_untold)


def year_in_an_aside(parse: Parsed, draft: Draft) -> bool:
    """`a fourfold increase from 2021, when only six did`: a year told to hold another against dates no text behind."""
    told = [p for p in parse.periods if p.value == draft.period and p.last <= draft.focus[0]]
    if not told:
        return False
    last = told[-1]
    opened = "when" in parse.lows[last.last : last.last + 2]
    return opened and (last.role in ("from", "since", "versus") or _held_against(parse, last.first))


def _held_against(parse: Parsed, at: int) -> bool:
    front = parse.lows[max(0, at - 2) : at + 1]
    return not {"from", "since", "than", "against", "compared", "over"}.isdisjoint(front)
