"""Whether the words of a figure's clause are accounted for: the net that lets nothing strange be contradicted.

The rules of reading know what they look for; what else stands in a clause they pass over, and that may change
everything: `its share of total NATO spending fell from 2.4 percent`, `on the eve of the 60th anniversary of Germany
joining`. So a statement is sure only where each word around its owner, verb, figure and time is known to change
nothing (`tables/accounted.toml`, a closed list). With any other word it is read with doubt (`WORDS` among its holes):
the record contradicts it only where the record of the text's own day bore the reading out (`checking/misreadings.py`).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table

WORDS = "words"
"""The hole of a statement in whose clause a word stands that is not accounted for."""
FAMILIES = {
    "share_of_gdp": "share",
    "equipment_share": "part",
    "personnel_share": "part",
    "infrastructure_share": "part",
    "expenditure": "money",
    "expenditure_change": "money",
    "expenditure_per_capita": "money",
    "expenditure_growth": "growth",
    "share_of_total": "total",
    "common_budget_share": "total",
    "allies_at_guideline": "count",
    "fraction_at_guideline": "count",
    "members": "members",
    "membership": "membership",
}
"""The measures under the net, and whose words their clauses may hold. Places, makers' counts and comparisons have
closed lists of their own; offices and summits are names and days."""
_MARKS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", '"', "“", "”", ".", "|", "•", "/", "!"})
"""Behind these another thought may begin, which has its own words."""
_TURNS = frozenset({"as", "but", "while", "whereas", "despite", "although", "though", "because", "and", "even", "with"})
"""Words that open another thought behind a figure."""
TAIL = 10
"""Words behind a figure within which one may still say what it is of."""
_OF_A_BUDGET = frozenset({"government", "government's", "ministry", "cabinet", "parliament", "treasury"})
"""Whoever allots a national budget: its sums are not what NATO counts, also inside a name (`the German government`)."""
BEHIND = 6
"""Words behind a figure within which its owner may stand: `1.2 percent of GDP in Spain`."""
_LEADING = frozenset({"of", "by", "for", "from", "with", "between", "against", "over", "among", "in", "to", "on", "at"})


def accounted(parsed: Parsed, draft: Draft) -> Draft:
    """The draft, with a hole where its clause holds a word that is not accounted for, or its owner may be another."""
    family = FAMILIES.get(draft.measure)
    if family is None or draft.likely or draft.kind is Kind.PROMISE:
        return draft
    doubtful = strange_words(parsed, draft, family) or _supposed(parsed) or _owned_loosely(parsed, draft, family)
    doubtful = doubtful or (family == "count" and (_in_a_month(parsed, draft) or _no_plain_count(parsed, draft)))
    return replaced(draft, holes=draft.holes | {WORDS}) if doubtful else draft


_OWNED = frozenset({"share", "part", "money", "growth", "total"})
"""Families whose figures have an owner that the sentence must name; a count is of all allies unless told otherwise."""


def _no_plain_count(parsed: Parsed, draft: Draft) -> bool:
    """`Seven other countries meet it`: whom they are besides is not said; `nine countries is less than a third`: the
    number is compared, and counts nobody."""
    at, end = draft.focus
    behind = parsed.lows[at : end + 6]
    be = next((n for n, low in enumerate(behind) if low in ("is", "are", "was", "were")), None)
    compared = be is not None and any(
        behind[n] in ("less", "fewer", "more") and behind[n + 1 : n + 2] == ["than"]
        for n in range(be + 1, min(be + 4, len(behind)))
    )
    return compared or not _OTHERS.isdisjoint(behind[: end - at]) or _dated_behind(parsed, draft)


def _dated_behind(parsed: Parsed, draft: Draft) -> bool:
    """`Five met it in 2017 and eight are to do so this year`: the year in front is another count's, and one stands
    behind."""
    year, at = draft.period[:4], draft.focus[0]
    own = [p for p in parsed.periods if p.value[:4] == year]
    counted = [q for q in parsed.quantities if not q.unit and q.last <= at]
    apart = own and all(p.last <= at for p in own) and any(q.last <= own[-1].first for q in counted)
    later = (p for p in parsed.periods if at < p.first <= draft.focus[1] + TAIL and p.source == "relative")
    return bool(apart) and any(p.value[:4].isdecimal() and p.value[:4] != year for p in later)


_OTHERS = frozenset({"other", "others", "further", "additional"})


def _in_a_month(parsed: Parsed, draft: Draft) -> bool:
    """`In February, 18 allies were spending it, by June 23`: what was counted in a month is what was known in it."""
    if draft.period_from == "explicit" and len(draft.period) == 4:
        return False  # "in June it said that 23 allies met it in 2024": the month is that of the saying
    low, high = parsed.clause(draft.first, draft.last)
    low = 0 if "," not in parsed.lows[:low][:-1] else low
    return any(_MONTH.fullmatch(p.value) is not None and low <= p.first < high for p in parsed.periods)


_MONTH = re.compile(r"(?:--|\d{4}-)\d\d")


def _supposed(parsed: Parsed) -> bool:
    """`If - leaving the US aside - every member spent 2 percent`: what is supposed, wherever the marks part it."""
    return parsed.lows[:1] == ["if"]


def _owned_loosely(parsed: Parsed, draft: Draft, family: str) -> bool:
    """The sentence does not name the owner (`It will spend 1.4 percent`, behind one on the alliance), or names somebody
    else nearer to the figure (`Following Poland, Estonia and France, with Greece spending 3 percent`)."""
    if family not in _OWNED:
        return False
    at = draft.focus[0]
    near = max(draft.last, draft.focus[1] + BEHIND)
    own = [s for s in parsed.subjects if s.entity in draft.subject and s.kind != "pronoun" and s.first <= near]
    if not own:
        return True
    listed = max((s.last for s in own if s.first >= draft.first and s.last <= at), default=at)
    aside = [*_asides(parsed, draft), *parsed.relatives]
    nearer = [s for s in parsed.subjects if listed <= s.first < at and s.names_a_body and len(s.entity) == 3]
    nearer = [s for s in nearer if not any(a <= s.first < b and not a <= at < b for a, b in aside)]
    again = len(draft.subject) > 1 and _parted_list(parsed, own, at)
    again = again or _behind_whom(parsed, own, at) or (family == "money" and _what_it_buys(parsed, draft, own))
    return again or any(s.entity not in draft.subject and not _compared(parsed, s.first) for s in nearer)


def _behind_whom(parsed: Parsed, own: list[SubjectMention], at: int) -> bool:
    """`Greece is third after Bulgaria and the US, as it spent 2.28 percent`: who is named behind `after` comes in
    front of the one that is meant."""
    front = [s for s in own if s.last <= at]
    if not front or "it" not in parsed.lows[front[-1].last : at]:
        return False
    return not {"after", "behind", "beside"}.isdisjoint(parsed.lows[max(0, front[0].first - 2) : front[0].first])


def _what_it_buys(parsed: Parsed, draft: Draft, own: list[SubjectMention]) -> bool:
    """`America spent $664 billion on NATO`: what money is spent on, behind the country that spends it, owns no sum."""
    at, end = draft.focus
    named = [s for s in own if s.names_a_body or s.possessive]
    behind = bool(named) and all(s.first >= end and parsed.lows[s.first - 1] in ("on", "for") for s in named[:1])
    return behind and any(
        s.last <= at and len(s.entity) == 3 and s.entity not in draft.subject for s in parsed.subjects
    )


def _parted_list(parsed: Parsed, own: list[SubjectMention], at: int) -> bool:
    """Whether words part the owners of a list in front of the figure: then the last one is named for itself."""
    front = [s for s in own if s.last <= at]
    return any(
        any(t.kind == "word" and t.low not in _LISTING for t in parsed.tokens[a.last : b.first])
        for a, b in pairwise(front)
    )


_LISTING = frozenset({"and", "the", "or", "as", "well", "both", "all", "also", "along", "with", "together"})


def _compared(parsed: Parsed, first: int) -> bool:
    """`more than Italy`, `according to NATO`, `in the United States`: no owner of a figure behind it."""
    return not _BESIDE_OWNER.isdisjoint(parsed.lows[max(0, first - 2) : first])


_BESIDE_OWNER = frozenset(
    {"than", "to", "from", "in", "against", "unlike", "like", "behind", "with", "for", "and", "of"}
)


def strange_words(parsed: Parsed, draft: Draft, family: str) -> list[str]:
    """The words of the draft's clause that nobody knows to change nothing, from left to right."""
    known, taken = _known(family), _named(parsed)
    first, last = _around(parsed, draft)
    apart = _OF_A_BUDGET if family == "money" else frozenset()
    aside = _asides(parsed, draft)
    named = any(s.first == draft.first for s in parsed.subjects)
    return [
        parsed.lows[n]
        for n in range(first, last)
        if parsed.tokens[n].kind in ("word", "abbr")
        and (not taken[n] or parsed.lows[n] in apart)
        and not any(a <= n < b for a, b in aside)
        and parsed.lows[n] not in known
        and not (n < draft.first and named and _called(parsed, n, draft.first))
    ]


_SAYING = frozenset({"say", "says", "said", "saying"})


def _told_that(parsed: Parsed, first: int) -> bool:
    """`My senator likes to say that`: how somebody says it stands before the figure's own words, and changes nothing in
    them. Who doubts or denies it says so with another verb."""
    return first >= 2 and parsed.lows[first - 1] == "that" and parsed.lows[first - 2] in _SAYING


def _around(parsed: Parsed, draft: Draft) -> tuple[int, int]:
    """The tokens that bear on a draft: from the mark in front of it to the next one or the next thought."""
    low, high = parsed.clause(draft.first, draft.last)
    first, last = draft.first, draft.last
    while first > low and parsed.lows[first - 1] not in _MARKS and not _told_that(parsed, first):
        first -= 1
    end = min(max(high, last), last + (0 if draft.measure == "members" else TAIL))
    while last < end and parsed.lows[last] not in _MARKS and parsed.lows[last] not in _TURNS:
        last += 1
    return first, last


def _asides(parsed: Parsed, draft: Draft) -> list[tuple[int, int]]:
    """`Spain, long seen as a laggard, spent`: what stands between two commas or dashes in front of the figure, and
    holds no figure itself, is an aside about the owner."""
    stops = [n for n in range(draft.first, draft.focus[0] + 1) if parsed.lows[n] in _BESIDE]
    held = [q.core[0] for q in parsed.quantities]
    apart = [(a, b) for a, b in parsed.relatives if not a <= draft.focus[0] < b and a > draft.first]
    return [*apart, *((a, b) for a, b in pairwise(stops) if not any(a < at < b for at in held))]


_BESIDE = frozenset({",", "-", "–", "—"})


def _called(parsed: Parsed, n: int, owner: int) -> bool:
    """`neutral-minded Austria`, `scolded Spain`: what stands right in front of a name, with no preposition between
    or before (`its share of total NATO spending`), only tells what it is called."""
    return not any(low in _LEADING for low in parsed.lows[max(0, n - 2) : owner]) and owner - n <= 3


def _named(parsed: Parsed) -> list[bool]:
    """Which tokens are names, titles, times or figures."""
    taken = [False] * len(parsed.tokens)
    for mentions in (parsed.subjects, parsed.periods, parsed.quantities, parsed.persons, parsed.titles):
        for one in mentions:
            for n in range(one.first, one.last):
                taken[n] = True
    return taken


@cache
def _known(family: str) -> frozenset[str]:
    rows = load_table("accounted")["row"]
    return frozenset(word for row in rows if {"every", family} & set(row["for"]) for word in row["words"])
