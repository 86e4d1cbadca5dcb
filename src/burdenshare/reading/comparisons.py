"""One ally held against others: `spends more than Italy`, `three times as much as Romania`, `outspends France`.

Only comparisons of defence spending, its share of GDP or by head, forces and aid to Ukraine are read, told as they are
and not as somebody wishes or foresees them. Comparisons with the world at large are left: the record is of allies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.words import joined_list
from burdenshare.reading.kinds_of_aid import kind_of_aid
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.others_held import REST, Others, comparing, others_at
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

RULE = "comparison of allies"
REACH = 14
"""Words a comparison spans at most from its verb to `than`."""
ONE = Interval(1.0, 1.0, central=1.0, kind="count")


@dataclass(frozen=True, slots=True)
class Held:
    """A comparison in the making: the words `first`..`last`, how many times and which way."""

    first: int  # of the comparing words
    at: int  # where the others stand
    comparator: str
    value: Interval


def comparison_drafts(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every comparison of a sentence, each of the others for itself unless they are taken together."""
    if not _may_compare(parsed) or parsed.tokens[-1].text == "?":
        return []
    found: list[Draft] = []
    for held in _held(parsed):
        found += _drafts(parsed, calendar, topic, held)
    return found


def _may_compare(parsed: Parsed) -> bool:
    words = parsed.words
    return bool(parsed.tokens) and (
        "than" in words
        or not comparing("outdoing").isdisjoint(words)
        or any(quantity.unit == "times" for quantity in parsed.quantities)
    )


def _held(parsed: Parsed) -> Iterator[Held]:
    lows = parsed.lows
    times = [q for q in parsed.quantities if q.unit == "times"]
    for q in times:
        yield from _multiple(parsed, q)
    for i, low in enumerate(lows):
        if low == "than" and not any(0 <= i - q.last <= 8 for q in times):
            word = next((n for n in range(i - 1, max(-1, i - REACH), -1) if lows[n] in _ordering()), None)
            if word is not None:
                yield Held(word, i + 1, ">" if lows[word] in comparing("more") else "<", ONE)
        elif low in comparing("outdoing"):
            yield Held(i, i + 1, ">", ONE)


def _ordering() -> frozenset[str]:
    return comparing("more") | comparing("less")


def _multiple(parsed: Parsed, q: Quantity) -> Iterator[Held]:
    """`three times as much … as`, `twice that of`, `four times more than`, `double Italy's`."""
    lows = parsed.lows
    for i in range(q.last, min(len(lows), q.last + 9)):
        if lows[i] in ("as", "than") and i > q.last + (lows[i] == "as"):
            yield Held(q.first, i + 1, _sign(q), q.value)
            return
        if i == q.last and (lows[i : i + 2] == ["that", "of"] or any(s.first == i for s in parsed.subjects)):
            yield Held(q.first, i, _sign(q), q.value)
            return
        if lows[i] not in comparing("filling") and lows[i] not in _ordering():
            return


def _of_two_times(parsed: Parsed, held: Held, others: Others) -> bool:
    """`spends more today than Germany did in 2014`: each of its own time."""
    behind = parsed.lows[others.last : others.last + 5]
    dated = any(p.first >= held.at and len(p.value) >= 4 for p in parsed.periods)
    return ("did" in behind or "had" in behind or "spent" in behind) and dated


def _of_a_budget(parsed: Parsed, own: SubjectMention, held: Held) -> bool:
    """`spends more of its budget on defence`: a share of another whole than the record holds."""
    said = parsed.lows[own.last : held.at]
    return "budget" in said and bool({"its", "their", "national"} & set(said)) and "of" in said


def _sign(q: Quantity) -> str:
    """`twice as much` tells a ratio and no rise."""
    return "=" if q.comparator in ("increase", "decrease") else q.comparator


def _drafts(parsed: Parsed, calendar: Calendar, topic: Topic, held: Held) -> list[Draft]:
    own = _owner(parsed, calendar, held)
    others = others_at(parsed, held.at, calendar.bearers)
    if own is None or others is None or own.entity in others.against or _turned(parsed, own, held, others):
        return []
    first, owners = _together_with(parsed, own, held)
    if not owners:
        return []  # several of whom the words do not say whether each or all
    by = _measure(parsed, topic, own, others)
    if by is None or _of_two_times(parsed, held, others) or _of_a_budget(parsed, own, held):
        return []
    if by == "share_of_gdp" and (others.together or others.against == (REST,)):
        return []  # shares of several economies are not added
    period, source, likely = _when(parsed, calendar, by)
    likely = likely or _loosely(parsed, by)
    each = [others.against] if others.together else [(one,) for one in others.against]
    return [
        Draft(
            first,
            others.last,
            (first, others.last),
            Kind.FACT,
            "comparison",
            RULE,
            subject=owners,
            comparator=held.comparator,
            value=held.value,
            unit="times",
            period=period,
            period_from=source,
            by=by,
            basis=kind_of_aid(parsed.lows, held.first, held.at) if by == "aid" else "",
            against=against,
            likely=likely,
        )
        for against in each
    ]


def _together_with(parsed: Parsed, own: SubjectMention, held: Held) -> tuple[int, tuple[str, ...]]:
    """(first token, owners): those joined to the owner in front, where they are taken together; none where not said."""
    listed, start = joined_list(parsed, own, frozenset(s.entity for s in parsed.subjects))
    if len(listed) < 2 or _in_relative(parsed, own):
        return own.first, (own.entity,)
    said = {*parsed.lows[own.last : held.first], *parsed.lows[max(0, start - 1) : start]}
    return start, tuple(s.entity for s in listed) if said & (comparing("together") | {"jointly"}) else ()


def _owner(parsed: Parsed, calendar: Calendar, held: Held) -> SubjectMention | None:
    """The ally in front of the verb of the comparison, with nothing between that turns it elsewhere."""
    front = [
        s
        for s in parsed.subjects
        if s.last <= held.first and held.first - s.last <= REACH and (s.names_a_body or s.possessive)
    ]
    front = [s for s in front if s.entity != "UKR"]  # "has given Ukraine more than"
    if not front or front[-1].entity not in calendar.bearers:
        return None
    own = front[-1]
    between = parsed.lows[own.last : held.first]
    leads = parsed.lows[own.first - 1 : own.first] if own.first else []
    if leads and leads[0] in ("than", "as", "by", "with", "from", "against", "to", "for", "like", "unlike", "on"):
        return None  # "US spending on NATO is ten times that of Germany"
    verbs = comparing("spending_verbs") | comparing("linking") | comparing("giving_verbs")
    outdone = parsed.lows[held.first] in comparing("outdoing")
    if own.possessive and not comparing("purses") & set(between):
        return None
    return own if outdone or verbs & set(between) else None


def _turned(parsed: Parsed, own: SubjectMention, held: Held, others: Others) -> bool:
    """A wish, a forecast, a denial, another matter or time between the two or right behind them."""
    tail = min(len(parsed.lows), others.last + 4)
    said = set(parsed.lows[max(0, own.first - 4) : tail])
    if "ukraine" in said and comparing("giving_verbs") & said:
        said -= {"since"}  # aid is told as a sum that runs since the war began
    if comparing("turning") & said or parsed.cues.has("hypothetical", *parsed.clause(own.first, held.at)):
        return True
    start = own.last + 2 * _in_relative(parsed, own)
    inner = parsed.lows[start : held.at]
    known = comparing("filling") | _ordering() | comparing("spending_verbs") | comparing("linking")
    known |= comparing("giving_verbs") | comparing("outdoing") | {"than", "as"}
    spans = [(q.first, q.last) for q in parsed.quantities if q.unit == "times"]
    spans += [(p.first, p.last) for p in parsed.periods] + [(s.first, s.last) for s in parsed.subjects]
    return any(
        low not in known and not any(first <= start + n < last for first, last in spans)
        for n, low in enumerate(inner)
        if parsed.tokens[start + n].kind != "mark"
    )


def _in_relative(parsed: Parsed, own: SubjectMention) -> bool:
    """`Greece, Poland and the United States, which spends more than all others`: said of the last alone."""
    verb = parsed.lows[own.last + 2 : own.last + 3]
    alone = verb != [] and verb[0].endswith("s") and verb[0] in comparing("spending_verbs")
    return alone and parsed.lows[own.last : own.last + 2] == [",", "which"]


def _measure(parsed: Parsed, topic: Topic, own: SubjectMention, others: Others) -> str | None:
    low, high = parsed.clause(own.first, others.last)
    said = set(parsed.lows[low:high]) | set(parsed.lows[own.first : others.last])
    if {"ukraine", "kyiv", "kiev"} & said and comparing("giving_verbs") & said:
        return "aid"
    if comparing("forces") & said and comparing("linking") & said:
        return "military_personnel"
    money = {"defence", "defense", "military"} & said or comparing("outdoing") & said
    near = parsed.sentence.block - max(topic.money_at, topic.shares_at) <= 1
    if not money and not near:
        return None
    if comparing("heads") & said:
        return "expenditure_per_capita"
    if "gdp" in said or ({"share", "proportion", "percentage"} & said and {"economy", "output", "income"} & said):
        return "share_of_gdp"
    if {"share", "proportion", "percentage", "relative", "proportionally"} & said:
        return None
    summed = others.together or {"absolute", "budget", "dollars", "dollar", "money"} & said
    if near and not summed and topic.shares_at >= topic.money_at:
        return None  # beside shares of GDP the words leave open what is compared
    return "expenditure"


def _when(parsed: Parsed, calendar: Calendar, by: str) -> tuple[str, str, bool]:
    """(year, how it was found, whether it is only likely)."""
    told = [p for p in parsed.periods if p.role == "in" and p.source in ("explicit", "relative") and len(p.value) == 4]
    if told:
        ahead = calendar.on is not None and told[0].value > str(calendar.on.year)
        return told[0].value, told[0].source, len(told) > 1 or ahead
    past = {"spent", "was", "were", "had", "outspent"} & parsed.words
    year = "" if by == "aid" else str(calendar.newest_year or "")
    return year, "now", bool(past) and by != "aid"


def _loosely(parsed: Parsed, by: str) -> bool:
    """Cited, counted otherwise or by somebody's own list: the record may support it and not contradict it."""
    return by == "military_personnel" or parsed.cues.has("other_source", 0, len(parsed.tokens))
