"""Places among the allies by the words around them: `second only to Poland`, `tops the ranking`, `in last place`.

A place is told plainly where its words name the set it is in, the measure that orders and the time; where one of them
has to be inferred, the record may support it and never contradict it.
"""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.orders import order_at
from burdenshare.reading.gleaning.happenings.rankings import Asked, Owner, none_but, owner_of, scope_of, when_of
from burdenshare.reading.gleaning.happenings.scopes import Scope, scope_at, set_told_first
from burdenshare.reading.gleaning.happenings.spots import Place, may_rank, places
from burdenshare.reading.gleaning.happenings.strange_words import strange_words
from burdenshare.reading.gleaning.happenings.words import holds, trie, words
from burdenshare.reading.kinds_of_aid import kind_of_aid
from burdenshare.reading.model import Kind, exactly
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

RULE = "place among the allies, by the words around it"


def standings(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every place among the allies in one sentence that the strict rule left."""
    if not may_rank(parsed) or not parsed.tokens or parsed.tokens[-1].text == "?":
        return []
    stated = [place for place in places(parsed) if not _unstated(parsed, place)]
    found = [draft for place in stated if (draft := _standing(parsed, calendar, topic, place)) is not None]
    highest = none_but(parsed, calendar, topic)
    if highest is not None:
        scope = scope_at(parsed, highest.first, highest.first + 4) or Scope("NATO", wide=False)
        place = Place(highest.first, highest.last, 1, plain=True)
        draft = _draft(Asked(parsed, calendar, topic, place.first, place.last, scope), place, highest, sure=True)
        found += [draft] if draft is not None else []
    alone = [draft for draft in _shared_out(parsed, found) if len(draft.subject) < 2]  # "Poland and Estonia have the …"
    return [_among(draft) for draft in alone]


def _shared_out(parsed: Parsed, found: list[Draft]) -> list[Draft]:
    """`Poland, Estonia and the United States came first, second and third`: one place each, where they are as many."""
    told = [draft for draft in found if len(draft.subject) == len(found) > 1]
    if len(told) != len(found) or len({draft.subject for draft in told}) != 1:
        return found
    return [replace(draft, subject=(draft.subject[n],)) for n, draft in enumerate(told)]


def _standing(parsed: Parsed, calendar: Calendar, topic: Topic, place: Place) -> Draft | None:
    if holds(parsed, "gone_by", 0, place.first):
        return None  # "For many years, the United States was at the top": until when is not said
    if "had" in parsed.lows[max(0, place.first - 2) : place.first] and place.plain:
        return None  # "the United States, which had led the ranking": until when is not said
    told = Asked(parsed, calendar, topic, place.first, place.last)
    found = scope_of(told, plain=place.plain)
    if found is None:
        return None
    scope, sure = found
    told = replace(told, scope=scope)
    owner = owner_of(told)
    return None if owner is None else _draft(told, place, owner, sure=sure)


def _draft(told: Asked, place: Place, owner: Owner, *, sure: bool) -> Draft | None:
    parsed, scope = told.parsed, told.scope or Scope("NATO", wide=False)
    order = order_at(parsed, place.first, place.last)
    period, source, dated = when_of(told, back=place.back)
    if order is None or (order.measure == "aid" and (not _of_ukraine(parsed) or place.below or place.back)):
        return None
    if order.measure == "aid" and source != "explicit":
        was = words("of_the_past") & set(parsed.lows[min(owner.last, place.first) : place.last])
        period, source, dated = "", "", not was  # a running sum, up to the day of the text
    first, last = min(owner.first, place.first), max(owner.last, place.last)
    value = replace(exactly(place.value), low=1.0 if place.reach else float(place.value))
    reckoned = not _RECKONING.isdisjoint(parsed.words)
    plainly = (
        sure
        and not reckoned
        and owner.sure
        and order.plain
        and dated
        and not place.back
        and not _one_branch(told, order.measure)
        and not _of_its_own_parts(told, place, order.measure)
    )
    if _of_another_whole(told, place, owner, order.measure):
        return None
    if plainly and strange_words(parsed, owner.last, place.first, place.last, of_aid=order.measure == "aid"):
        return None  # "the highest share of women", "hosts more soldiers": a place by something else
    return Draft(
        first,
        last,
        (first if _told_together(parsed, owner, place) else place.first, max(last, place.last)),
        Kind.FACT,
        "rank",
        RULE,
        subject=owner.entities,
        comparator="<=" if place.reach else "=",
        value=value,
        below=place.below,
        period=period,
        period_from=source,
        by=order.measure,
        basis=kind_of_aid(parsed.lows, place.first, place.last + 4) if order.measure == "aid" else "",
        place=scope.group,
        holes=scope.holes,
        likely=not plainly,
        ours=not owner.entities,
    )


def _of_another_whole(told: Asked, place: Place, owner: Owner, measure: str) -> bool:
    """`the highest share of its budget on defence`, `Germany's increase was the largest`: of a budget, of a growth."""
    parsed = told.parsed
    near = parsed.lows[place.first : place.last + 5]
    budget = measure == "share_of_gdp" and "budget" in near and "of" in near and "gdp" not in near
    paid_in = measure in ("", "expenditure", "share_of_gdp") and told.topic.common_at >= parsed.sentence.block - 1
    if paid_in and not _PAYING.isdisjoint(parsed.words) and _SPENDING.isdisjoint(parsed.words):
        return True  # "NATO's budget is paid by all. The United States contributes the most"
    return budget or holds(parsed, "of_something_else", owner.last, place.first)


_PAYING = word_list("paying_in")
_SPENDING = frozenset(
    {"spend", "spends", "spending", "spent", "spender", "expenditure", "defence", "defense", "military"}
)


def _of_ukraine(parsed: Parsed) -> bool:
    """Aid to Ukraine in money as the tracker counts it, and neither by weight of the economy nor of one weapon."""
    return bool({"ukraine", "kyiv"} & parsed.words) and not words("no_sum_of_aid") & parsed.words


def _one_branch(told: Asked, measure: str) -> bool:
    """`the second-largest army`: an army alone is one branch of the forces that NATO counts."""
    return measure == "military_personnel" and bool({"army", "armies", "land"} & told.parsed.words)


_OTHERS = frozenset(
    {"ally", "allies", "member", "members", "alliance", "country", "countries", "nation", "nations", "any", "followed"}
)


def _of_its_own_parts(told: Asked, place: Place, measure: str) -> bool:
    """`Germany spent the largest share of its expenditure on personnel`: where no other ally is named, the largest of
    its own parts as well as the largest such part of all allies."""
    lows = told.parsed.lows
    own = measure.endswith("_share") and not {"its", "their"}.isdisjoint(lows[place.first : place.last + 3])
    return own and _OTHERS.isdisjoint(told.parsed.words) and lows[place.last : place.last + 1] == ["of"]


def _among(draft: Draft) -> Draft:
    """The draft with its set behind the owner, where it is not the whole alliance."""
    whole = () if draft.place in ("", "NATO") else (draft.place,)
    return replace(draft, subject=(*draft.subject, *whole), place="")


def _told_together(parsed: Parsed, owner: Owner, place: Place) -> bool:
    """Whether one voice tells the owner and the place."""
    if parsed.quote_of[owner.first] != parsed.quote_of[place.first]:
        return False
    return not any(
        f.said[0] <= place.first < f.said[1] and not f.said[0] <= owner.first < f.said[1] for f in parsed.frames
    )


def _all_but_some(parsed: Parsed, last: int) -> bool:
    """`of all but one`, `of all allies but Luxembourg`: an exception behind a place moves it."""
    lows = parsed.lows[last : last + 12]
    at = lows.index("all") if "all" in lows else len(lows)
    return bool({"but", "except", "bar", "save"} & set(lows[at : at + 4]))


def _of_its_own_years(parsed: Parsed, place: Place) -> bool:
    """`in the last ten years it reached the highest expenditure in 2021`: held against its own years, no place."""
    low, high = parsed.clause(place.first, place.last)
    words = parsed.text(low, high)
    behind = parsed.lows[place.last : place.last + _TIME_REACH]
    if behind[:1] and behind[0] in _THROUGH and not _SPANS.isdisjoint(behind):
        return True  # "the highest level in the last half century", "the largest in decades"
    return any(f"{lead} {word} " in f"{words} " for lead in ("in the", "of the", "over the") for word in _PAST_YEARS)


_TIME_REACH = 6
_THROUGH = frozenset({"in", "for", "since", "of", "over"})
_SPANS = frozenset({"century", "centuries", "decade", "decades", "history", "times", "generation", "years"})
_PAST_YEARS = ("last ten years", "past ten years", "last decade", "past decade", "last 10 years", "past 10 years")


def _reckoned(parsed: Parsed, doubts: list[str]) -> bool:
    """`will be the seventh country that invests least, according to NATO's estimate`: an estimate of a year told."""
    dated = any(p.role == "in" and len(p.value) == 4 for p in parsed.periods)
    return dated and set(doubts) <= {"will", "should"} and not _RECKONING.isdisjoint(parsed.words)


_RECKONING = frozenset({"estimate", "estimates", "estimated"})


def _told_of_several(parsed: Parsed, place: Place) -> bool:
    """`one of the countries that spends the largest share`, `those who spend the most`: a clause about several gives
    none of them the first place, whatever the number of its verb."""
    lows = parsed.lows
    for n in range(place.first - 1, max(0, place.first - _CLAUSE_REACH), -1):
        if lows[n] in _CLAUSE_LINKS:
            return lows[n - 1] in _SEVERAL
        if lows[n] in (",", ";", "and", "but"):
            return False
    return False


_CLAUSE_REACH = 6
"""Words between the link of a clause and the place it tells: `that still spends the largest`."""
_CLAUSE_LINKS = frozenset({"that", "which", "who"})
_SEVERAL = frozenset({"allies", "countries", "members", "nations", "states", "those"})


def _quoted(parsed: Parsed, start: int) -> bool:
    """`intends to have “the strongest army in Europe”`: a mark of quotation behind a verb begins no thought."""
    if not start or parsed.tokens[start - 1].text not in _MARKS or start < 2:
        return False
    return parsed.lows[start - 2] not in (",", ":", ".", ";")


_MARKS = frozenset({'"', "“", "‘", "'"})


def _unstated(parsed: Parsed, place: Place) -> bool:
    """A plan, a denial, one of many, or a place by something that is not compared here."""
    low = max([0, *(start for start in parsed.clause_starts if start <= place.first and not _quoted(parsed, start))])
    front = parsed.tokens[max(low, place.first - 7, set_told_first(parsed)) : place.first]
    told = {t.low for t in front}
    if told & {"overtaken", "overtook", "overtaking", "passed", "surpassed"}:
        told -= {"to", "become"}
    doubtful = trie("not_stated")
    doubts = [i for i in doubtful.starts(front) if doubtful.longest(front, i) is not None]
    if doubts and not {"overtaken", "overtook"} & told and not _reckoned(parsed, [front[i].low for i in doubts]):
        return True
    if _of_its_own_years(parsed, place) or _told_of_several(parsed, place):
        return True
    if "most" in parsed.lows[place.first : place.last] and parsed.lows[place.last : place.last + 1] == ["of"]:
        return True  # "spends most of its 3.5 percent at home": the greater part of it
    if _all_but_some(parsed, place.last):
        return True  # "the lowest share of all but one": which place that is is not told
    return holds(parsed, "of_something_else", place.first, min(len(parsed.tokens), place.last + 4))
