"""Ranks: `Lithuania ranked second with 4.03 per cent`, `Germany is the second-largest spender`."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table, word_list

_RANKING = word_list("ranking_verbs")
_SPENDERS = word_list("spender_nouns")
_WIDER = frozenset({"world", "world's", "globally", "worldwide", "globe", "global", "eu", "eu's", "g7"})
_SUPERLATIVES = word_list("superlatives")


def rank_drafts(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every rank among the allies that a sentence gives one of them by its spending."""
    found: list[Draft] = []
    for i, token in enumerate(parsed.tokens):
        place = load_table("numbers")["ordinals"].get(token.low)
        if place is None:
            continue
        draft = _ranked(parsed, calendar, topic, i, int(place))
        if draft is not None:
            found.append(draft)
    return found


def _ranked(parsed: Parsed, calendar: Calendar, topic: Topic, at: int, place: int) -> Draft | None:
    """The rank at token `at`, if a verb of ranking stands in front of it or a superlative spender behind."""
    before = [t.low for t in parsed.tokens[max(0, at - 3) : at]]
    behind = [t.low for t in parsed.tokens[at + 1 : at + 7]]
    superlative = bool(set(behind[:3]) & _SUPERLATIVES) and bool(set(behind) & _SPENDERS)
    ranked = bool(set(before) & _RANKING)
    spoken = parsed.sentence.block - max(topic.shares_at, topic.money_at) <= 2 and "%" in {
        q.unit for q in parsed.quantities
    }
    if not (superlative or (ranked and spoken)):
        return None
    if _WIDER & {t.low for t in parsed.tokens[max(0, at - 8) : at + 10]}:
        return None  # "the world's seventh-largest spender": no rank among the allies
    ally = _ally(parsed, calendar, at)
    if ally is None:
        return None
    last = at + 1 if not superlative else min(len(parsed.tokens), at + 2 + _first(behind, _SPENDERS))
    share = bool({t.low for t in parsed.tokens} & {"gdp", "%", "percent", "cent", "rate", "proportion"})
    year = next((p.value for p in parsed.periods if p.role == "in" and len(p.value) == 4), "")
    carried = topic.period if topic.period_from in ("explicit", "relative", "carried") else ""
    period = year or carried or str(calendar.newest_year or "")
    return Draft(
        ally.first,
        last,
        (ally.first, last),
        Kind.FACT,
        "rank",
        "rank among the allies",
        subject=(ally.entity,),
        value=Interval(place, place, central=place, kind="count"),
        unit="%" if share else "",
        period=period,
        period_from="explicit" if year else "carried" if carried else "now",
    )


def _ally(parsed: Parsed, calendar: Calendar, at: int) -> SubjectMention | None:
    """The ally in front of the rank, in the same clause and with no other number in between."""
    near = [
        s
        for s in parsed.subjects
        if s.last <= at and at - s.last <= 6 and s.entity in calendar.allies and s.names_a_body and not s.possessive
    ]
    if not near or any(near[-1].last <= q.core[0] < at for q in parsed.quantities):
        return None
    return near[-1]


def _first(words: list[str], wanted: frozenset[str]) -> int:
    return next((i for i, word in enumerate(words) if word in wanted), 0)
