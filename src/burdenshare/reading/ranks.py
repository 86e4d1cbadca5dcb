"""Ranks: `Lithuania ranked second with 4.03 per cent`, `Germany is the second-largest spender`."""

from __future__ import annotations

from burdenshare.reading.context import OTHERS_REACH, Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.orders import order_at, ranked_part
from burdenshare.reading.gleaning.happenings.scopes import scope_at
from burdenshare.reading.gleaning.happenings.strange_words import strange_words
from burdenshare.reading.gleaning.happenings.words import holds
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, exactly
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table, word_list

_RANKING = word_list("ranking_verbs")
_SPENDERS = word_list("spender_nouns")
_BESIDE_SPENDERS = word_list("beside_spenders")
_WIDER = frozenset(
    {
        "world",
        "world's",
        "globally",
        "worldwide",
        "globe",
        "global",
        "eu",
        "eu's",
        "g7",
        "europe",
        "europe's",
        "european",
        "region",
        "continent",
    }
)
_OUTDONE = word_list("outdone_markers")
_SUPERLATIVES = word_list("superlatives")
_FROM_BELOW = word_list("counted_from_below")


def rank_drafts(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every rank among the allies that a sentence gives one of them by its spending."""
    found: list[Draft] = []
    if parsed.tokens and parsed.tokens[-1].text == "?":
        return found  # a question states no rank
    ordinals = load_table("numbers")["ordinals"]
    if _SUPERLATIVES.isdisjoint(parsed.words) and parsed.words.isdisjoint(ordinals):
        return found
    for i, token in enumerate(parsed.tokens):
        place = ordinals.get(token.low) or (1 if _first_of_all(parsed, i) else None)
        if place is None:
            continue
        draft = _ranked(parsed, calendar, topic, i, int(place))
        if draft is not None:
            found.append(replaced(draft, likely=True) if _by_others(parsed, topic) else draft)
    return found


def _by_others(parsed: Parsed, topic: Topic) -> bool:
    """`according to the Ifo Institute … Poland is the largest contributor`: a ranking of another body's figures."""
    gone = parsed.sentence.block - topic.others_at
    return gone <= OTHERS_REACH and topic.own_at <= topic.others_at and not parsed.cues.has("nato_source")


def _ranked(parsed: Parsed, calendar: Calendar, topic: Topic, at: int, place: int) -> Draft | None:
    """The rank at token `at`, if a verb of ranking stands in front of it or a superlative spender behind."""
    before = [t.low for t in parsed.tokens[max(0, at - 3) : at]]
    if _FROM_BELOW & {t.low for t in parsed.tokens[at + 1 : at + 5]}:
        return None  # "ranks fifth lowest", "sixth from the bottom": a place counted from the other end
    top = next((n for n in range(at, min(at + 4, len(parsed.tokens))) if parsed.tokens[n].low in _SUPERLATIVES), None)
    noun = _spender_behind(parsed, top) if top is not None else None
    superlative = noun is not None
    ranked = bool(set(before) & _RANKING)
    spoken = parsed.sentence.block - max(topic.shares_at, topic.money_at) <= 2 and "%" in {
        q.unit for q in parsed.quantities
    }
    if not (superlative or (ranked and spoken)):
        return None
    if parsed.cues.has("common_budget") or _WIDER & {t.low for t in parsed.tokens[max(0, at - 8) : at + 10]}:
        return None  # "the world's seventh-largest spender": no rank among all allies
    among = scope_at(parsed, at, noun or at)
    if among is not None and among.named:
        return None  # of a part of the alliance: told by the second look
    about = spoken or parsed.cues.has("defence") or any(s.entity == "NATO" for s in parsed.subjects)
    if not about or parsed.cues.has("other_spending"):
        return None
    ally = _ally(parsed, calendar, at)
    if ally is None or holds(parsed, "gone_by", 0, at):
        return None  # "For many years, the United States was at the top": until when is not said
    last = noun + 1 if noun is not None else at + 1
    if ranked_part(parsed) is not None:
        return None  # a place by a part of the budget: told by the second look
    if strange_words(parsed, ally.last, at, last, of_aid=False):
        return None  # "the second-largest spender on ammunition"
    made = _made_by_a_plan(parsed, ally.first)
    if made == "planned":
        return None
    order = order_at(parsed, at, last)
    if order is None or order.measure == "aid" or "once" in before:
        return None  # of aid: told by the second look; "once the second-largest spender": until when is not said
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
        value=exactly(place),
        by=order.measure,
        likely=not order.plain or bool(made),
        period=period,
        period_from="explicit" if year else "carried" if carried else "now",
    )


def _made_by_a_plan(parsed: Parsed, first: int) -> str:
    """`The plan would make Estonia the top spender` is `planned`; of `This move makes Lithuania the top spender` the
    words leave open whether it is so by now (`made`)."""
    front = [low for low in parsed.lows[max(0, first - _MAKING_REACH) : first] if low != "the"]
    if front[-1:] == [] or front[-1] not in _MAKING:
        return ""
    return "planned" if _AHEAD & set(front[:-1]) else "made"


_MAKING = frozenset({"make", "makes", "making"})
_AHEAD = frozenset({"will", "would", "could", "should", "may", "might", "to", "if"})
_MAKING_REACH = 5
"""Tokens in front of an ally among which a verb of making and its modal stand: `would soon make the`."""


def _first_of_all(parsed: Parsed, at: int) -> bool:
    """`Poland is the biggest spender`: the first place, where no ordinal stands in front and it is not one of many."""
    if parsed.tokens[at].low not in _SUPERLATIVES or _spender_behind(parsed, at) is None:
        return False
    front = [t.low for t in parsed.tokens[max(0, at - 4) : at]]
    ordinal = any(word in load_table("numbers")["ordinals"] for word in front)
    if front[-1:] in (["a"], ["an"]):
        return False  # "already a top NATO spender": one of several
    return not ordinal and not {"one", "among", "of", "next", "other"} & set(front)


def _spender_behind(parsed: Parsed, at: int) -> int | None:
    """The noun of spending right behind a superlative: `largest defence spender`, not `largest rise in spending`."""
    for n in range(at + 1, min(at + 6, len(parsed.tokens))):
        word = parsed.tokens[n].low
        if word in _SPENDERS:
            return n
        if word not in _BESIDE_SPENDERS:
            return None
    return None


def _ally(parsed: Parsed, calendar: Calendar, at: int) -> SubjectMention | None:
    """The ally in front of the rank, in the same clause and with no other number in between."""
    near = [
        s
        for s in parsed.subjects
        if s.last <= at and at - s.last <= 6 and s.entity in calendar.allies and s.names_a_body and not s.possessive
    ]
    if near and near[-1].first and parsed.tokens[near[-1].first - 1].low in _OUTDONE:
        return None  # "Germany has overtaken Britain to become the second-largest spender": the other one's

    if near and _last_of_a_list(parsed, near[-1], calendar):
        return None  # "Poland, Estonia and Latvia have the highest": who is first, the words do not say
    if not near or any(near[-1].last <= q.core[0] < at for q in parsed.quantities):
        return None
    return near[-1]


def _last_of_a_list(parsed: Parsed, ally: SubjectMention, calendar: Calendar) -> bool:
    """Whether an ally ends a list of allies: `Poland, Estonia and Latvia`."""
    start = ally.first - (parsed.lows[ally.first - 1 : ally.first] == ["the"])
    joined = parsed.lows[max(0, start - 1) : start] == ["and"]
    end = start - 1 - (parsed.lows[max(0, start - 2) : start - 1] == [","])
    return joined and any(s.last == end and s.entity in calendar.allies and not s.possessive for s in parsed.subjects)
