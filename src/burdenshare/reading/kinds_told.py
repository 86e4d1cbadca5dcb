"""Kinds of one measure that are never mixed: of aid (committed, allocated or paid out; military, financial or
humanitarian) and of NATO's common budgets. A word for one kind is no word for another.
"""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.kinds_of_aid import KINDS
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import is_year
from burdenshare.reading.tables import word_list

NEAR = 8
"""Words around a figure within which its kind is told."""


_HOW = {
    "commitment": word_list("aid_commitment"),
    "allocation": word_list("aid_allocation"),
    "disbursement": word_list("aid_disbursement"),
}


def aid_kind(parsed: Parsed, draft: Draft) -> str:
    """`commitment/military` and the like; parts the words leave open are left out, and nothing named is empty."""
    low, high = parsed.clause(*draft.focus)
    stop = _up_to_the_next_sum(parsed, draft.focus[1], high)
    near = _same_clause(parsed, max(low, draft.focus[0] - NEAR), draft.focus[0])
    around = parsed.lows[near : min(stop, draft.focus[1] + NEAR)]
    behind = parsed.lows[draft.focus[1] : min(stop, draft.focus[1] + NEAR)]
    if stop < high:
        behind = behind[: next((i for i, word in enumerate(behind) if word in _JOINED), len(behind))]
    how = [kind for kind, words in _HOW.items() if words & set(around)]
    what = [kind for kind in KINDS if kind in behind] or [kind for kind in KINDS if kind in around]
    if _plain_help(parsed, draft.focus[1]) and not set(what) & set(behind):
        return how[0] if len(how) == 1 else ""
    what = what or _kinds_of_the_help(parsed, _same_clause(parsed, low, draft.focus[0]), stop)
    what = what or _kinds_of_the_help(parsed, 0, heading_end(parsed, draft.focus[0]))
    return "/".join([*how, *what]) if len(how) < 2 and len(what) < 2 else ""


def two_kinds(parsed: Parsed, draft: Draft) -> bool:
    """`financial and humanitarian aid of EUR 35.1 billion`: two kinds of the three together, which no source sums."""
    lows, end = parsed.lows, draft.focus[0]
    for i in range(max(0, end - _HELP_BEFORE), max(0, end - 2)):
        if lows[i] in KINDS and lows[i + 1 : i + 2] in (["and"], ["or"]) and lows[i + 2] in KINDS:
            return lows[i - 1 : i] != [","] and not (lows[i - 1 : i] and lows[i - 1] in KINDS)
    return False


_HELP_BEFORE = 25
"""Tokens in front of a sum of help within which its kinds are told."""


def _plain_help(parsed: Parsed, end: int) -> bool:
    """`while its military support grew, it gave €18 billion in aid`: aid of no kind, whatever was told in front."""
    at = next((i for i in range(end, min(end + _OWN_NOUN, len(parsed.lows))) if parsed.lows[i] in _HELP), None)
    return at is not None and parsed.lows[at - 1] not in KINDS


_OWN_NOUN = 3
"""Tokens behind a sum within which its own noun stands: `in total aid`."""


def _same_clause(parsed: Parsed, low: int, first: int) -> int:
    """Where what is told of this sum begins: `gave more military aid, but Europe allocated …` turns to others."""
    return next((i for i in range(first - 1, low, -1) if parsed.lows[i] in _TURNING), low)


_TURNING = frozenset({"but", "while", "whereas", "although", "though", "yet", ";"})
_JOINED = frozenset({",", ";", "and", "but", "while", "plus"})
"""Behind a sum these begin what is told of the next one."""


def _up_to_the_next_sum(parsed: Parsed, end: int, high: int) -> int:
    """`€17bn in aid, of it €5bn in military aid`: what is said of the second sum is not said of the first, unless it is
    the first in another currency: `€5bn ($5.4bn) in military aid`."""
    return min(
        (
            q.first
            for q in parsed.quantities
            if len(q.unit) == 3 and end <= q.core[0] < high and "(" not in parsed.lows[max(0, q.first - 2) : q.first]
        ),
        default=high,
    )


def heading_end(parsed: Parsed, at: int) -> int:
    """Where the words end that head a list: `Military aid tells another story: the US allocated …`; 0 without any."""
    return parsed.lows.index(":") if ":" in parsed.lows[:at] else 0


def _kinds_of_the_help(parsed: Parsed, low: int, high: int) -> list[str]:
    """`Berlin's military support for Kyiv since the invasion adds up to`: the kind in front of the help itself, however
    far from the figure."""
    lows = parsed.lows
    told = {lows[i] for i in range(low, min(high, len(lows) - 1)) if lows[i] in KINDS and lows[i + 1] in _HELP}
    return sorted(told)


_HELP = word_list("help_nouns") | {"support", "backing"}
_MONEY = frozenset({"prices", "dollars", "euros", "terms"})


def base_year_prices(parsed: Parsed) -> str:
    """`constant_2015` where the words name the year of their prices: `at 2015 prices`, `in constant 2021 dollars`."""
    lows = parsed.lows
    for i, low in enumerate(lows[:-1]):
        if is_year(parsed.tokens[i]) and lows[i + 1] in _MONEY | {"constant"} and "current" not in parsed.words:
            return f"constant_{low}"
    return ""


_SENT = frozenset({"assigned", "deployed", "posted", "stationed", "based", "sent", "permanently"})
_HOSTS = (["hosts"], ["host"], ["hosted"], ["houses"], ["home", "to"], ["hosting"])


def stationed_in(parsed: Parsed, draft: Draft) -> tuple[str, int]:
    """(where, end of the words): `100,000 troops in Europe`, `assigned to Germany`, `Germany hosts 35,000 US troops`;
    empty where no place is named."""
    lows, (first, end) = parsed.lows, draft.focus
    sent = not _SENT.isdisjoint(lows[:end])  # "were assigned to Germany and 12,640 to Italy"
    for s in parsed.subjects:
        if not end <= s.first <= end + NEAR or s.entity in draft.subject or s.kind == "pronoun":
            continue
        if _listed_places(parsed, s.last):
            return "", draft.last  # "35,000 soldiers in Germany, Italy and Britain": in all of them
        led = lows[max(0, s.first - 2) : s.first]
        if {"in", "across", "on"} & set(led) or (led[-1:] == ["to"] and (sent or _SENT & set(lows[end : s.first]))):
            return _place(s.entity), max(draft.last, s.last)
    hosts = [s for s in parsed.subjects if s.last <= first <= s.last + NEAR and s.entity not in draft.subject]
    if hosts and _hosts(lows[hosts[-1].last : first]):
        return _place(hosts[-1].entity), draft.last
    return "", draft.last


def _listed_places(parsed: Parsed, end: int) -> bool:
    """Whether another place is joined to the one that ends at token `end`."""
    lows = parsed.lows
    joined = next((s for s in parsed.subjects if s.first == end + 1 and s.kind != "pronoun"), None)
    if joined is None or lows[end] not in (",", "and"):
        return False
    return lows[end] == "and" or lows[joined.last : joined.last + 1] in (["and"], [","])


def _hosts(between: list[str]) -> bool:
    """Whether the words behind a country say that it is the host."""
    return any(between[i : i + len(words)] == words for words in _HOSTS for i in range(len(between)))


def _place(entity: str) -> str:
    return "Europe" if entity in ("EUR", "EU") else entity


_BUDGETS = {"civil": "civil_budget", "military": "military_budget", "security": "security_investment_programme"}


def common_budget_kind(parsed: Parsed, draft: Draft) -> str:
    """Which of NATO's common budgets: `NATO's military budget`; empty where the words name none or several."""
    low, high = parsed.clause(*draft.focus)
    lows = parsed.lows
    named = [
        lows[i]
        for i in range(low, high)
        if lows[i] in word_list("common_budgets") and {"budget", "budgets", "investment"} & set(lows[i + 1 : i + 3])
    ]
    return _BUDGETS[named[0]] if len(set(named)) == 1 else ""
