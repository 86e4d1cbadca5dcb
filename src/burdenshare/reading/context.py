"""What a rule may ask about one quantity: its clause, the words near it, its period, its subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar

from burdenshare.quick import quick
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Modality
from burdenshare.reading.pairs import paired_owner
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.period_phrases import SAME
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced
from burdenshare.reading.subjects import Found, is_foreign, subject_of
from burdenshare.reading.supposing import NEARNESS
from burdenshare.reading.tables import word_list

GROUPS = frozenset(
    {
        "NATO",
        "EUR",
        "EUR_CAN",
        "EU",
        "EU_ALLIES",
        "B9",
        "BALTIC",
        "NORDIC",
        "NB8",
        "V4",
        "E3",
        "E5",
        "G7",
        "JEF",
        "WEIMAR",
        "QUAD",
    }
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the rules need: the document's day, the allies, the newest year the record of that day speaks of."""

    on: date | None
    allies: frozenset[str]
    newest_year: int | None
    guideline: float
    starts: Callable[[str], tuple[int, ...]]  # the years in which a person became head of state or government
    serves: Callable[[str], str] = (
        str  # the ally a person governs or is minister of on the day; the name itself if none
    )

    bearers: frozenset[str] = field(init=False)  # entities that can carry a figure of allied defence

    def __post_init__(self) -> None:
        object.__setattr__(self, "bearers", self.allies | GROUPS)


_T = TypeVar("_T")
_NOT_ASKED = object()


def once(rule: Callable[[Context], _T]) -> Callable[[Context], _T]:
    """A pure question about one figure, answered once and kept with its context: many rules ask the same."""

    @wraps(rule)
    def asked(context: Context) -> _T:
        held: Any = context.told.get(rule, _NOT_ASKED)
        if held is _NOT_ASKED:
            held = context.told[rule] = rule(context)
        answer: _T = held
        return answer

    return asked


@dataclass(slots=True, eq=False)
class Context:
    """One quantity in its sentence, the sentence before, and what the text was speaking of.

    Only to be read; not frozen, because it keeps what has been asked of it.
    """

    parsed: Parsed
    quantity: Quantity
    previous: Parsed | None
    topic: Topic
    calendar: Calendar
    earlier: tuple[Draft, ...] = ()  # the statements already read in this sentence
    bounds: tuple[int, int] = field(init=False)  # token range of the clause
    told: dict[object, Any] = field(init=False, default_factory=dict)  # by rule: the answers of `once`
    _behind: int = field(init=False, default=-1)  # where the words behind the quantity start, once asked

    def __post_init__(self) -> None:
        self.bounds = self.parsed.clause(self.quantity.first, self.quantity.core[1])

    def cue(self, name: str) -> bool:
        """Whether a cue class stands in the clause."""
        return name in self.parsed.cues.hits and self.parsed.cues.has(name, *self.bounds)

    def cue_sentence(self, name: str) -> bool:
        """Whether a cue class stands anywhere in the sentence."""
        return name in self.parsed.cues.hits

    def cue_before(self, name: str) -> bool:
        """Whether a cue class stands in the sentence part up to the quantity, from the clause start."""
        cues = self.parsed.cues
        return name in cues.hits and cues.has(name, self.bounds[0], self.quantity.core[0] + 2)

    def cue_near(self, name: str, reach: int = 6) -> bool:
        """Whether a cue class stands within `reach` tokens of the quantity, in its clause."""
        if name not in self.parsed.cues.hits:
            return False
        low, high = self.bounds
        first, last = max(low, self.quantity.core[0] - reach), min(high, self.quantity.core[1] + reach)
        return self.parsed.cues.has(name, first, last)

    def cue_after(self, name: str, reach: int) -> bool:
        """Whether a cue class starts within `reach` tokens behind the quantity."""
        end = self.quantity.core[1]
        return any(end <= start < end + reach for start, _ in self.parsed.cues.hits.get(name, ()))

    def cue_carried(self, name: str) -> bool:
        """Whether a cue class stands in the sentence or in the one before it in the same paragraph."""
        if self.cue_sentence(name):
            return True
        before = self.previous
        return before is not None and before.sentence.block >= self.parsed.sentence.block - 1 and before.cues.has(name)

    def share_topic(self, reach: int = 6) -> bool:
        """Whether the text has spoken of shares of GDP or the guideline within the last `reach` paragraphs."""
        return self.parsed.sentence.block - self.topic.shares_at <= reach

    def aid_topic(self) -> bool:
        """Whether the text spoke of aid more lately than of shares for defence, and the sentence not of defence: the
        shares of GDP it tells are those given away."""
        topic, block = self.topic, self.parsed.sentence.block
        lately = block - topic.aid_at <= AID_REACH and topic.aid_at >= max(topic.shares_at, topic.defence_at)
        return (lately or self.cue_sentence("aid")) and not self.cue_sentence("defence")

    def defence_topic(self, reach: int = 2) -> bool:
        """Whether a sentence of the last `reach` paragraphs spoke of defence spending, with or without a figure."""
        return self.parsed.sentence.block - self.topic.defence_at <= reach

    def allied(self) -> bool:
        """Whether the sentence itself names the alliance or one of its groups."""
        return any(s.entity in ("NATO", "EUR_CAN") for s in self.parsed.subjects)

    def money_topic(self, reach: int = 3) -> bool:
        """Whether the text has spoken of defence spending at all within the last `reach` paragraphs."""
        block = self.parsed.sentence.block
        return block - self.topic.money_at <= reach or block - self.topic.shares_at <= reach

    def after(self, count: int) -> list[str]:
        """The case-folded tokens right behind the quantity, or behind its conversion in brackets (`€90bn ($94bn)`)."""
        end = self._behind
        if end < 0:
            end = self._behind = self._words_behind()
        return self.parsed.lows[end : end + count]

    def _words_behind(self) -> int:
        q, tokens = self.quantity, self.parsed.tokens
        end = q.core[1]
        if end >= len(tokens) or tokens[end].text != "(" or len(q.unit) != 3:
            return end
        inner = next((other for other in self.parsed.quantities if end < other.first <= end + 2), None)
        if inner is None or len(inner.unit) != 3 or inner.unit == q.unit:
            return end
        closed = inner.last < len(tokens) and tokens[inner.last].text == ")"
        return inner.last + 1 if closed else end

    def before(self, count: int) -> list[str]:
        """The case-folded tokens right in front of the quantity and its hedge."""
        first = self.quantity.first
        return self.parsed.lows[first - count if first > count else 0 : first]

    @once
    def subject(self) -> Found | None:
        """The subject of the quantity among allies and groups."""
        q = self.quantity
        pair = self.pair()
        if pair is not None:
            return Found((pair.entity,), pair.first, pair.last)
        return subject_of(self.parsed, q.first, q.core[1], self.bounds, self.topic, ours=self.calendar.bearers)

    @once
    def pair(self) -> SubjectMention | None:
        """The ally that a list told `respectively` gives this figure to."""
        return paired_owner(self.parsed, self.quantity, self.calendar.allies)

    def other_quantity_between(self, start: int, end: int) -> bool:
        """Whether another quantity stands between two token positions."""
        return any(q is not self.quantity and start <= q.core[0] < end for q in self.parsed.quantities)

    @once
    def holes_of_source(self) -> frozenset[str]:
        """`source` where the sentence names another statistic than NATO's; `release` where it names an earlier one of
        NATO's own ("according to NATO's August 2025 estimate")."""
        gone = self.parsed.sentence.block - self.topic.others_at
        lately = gone <= OTHERS_REACH and not self.allied()
        listed = gone <= REPORT_REACH and self.topic.own_at <= self.topic.others_at
        lately = lately or (listed and not self.cue_sentence("nato_source"))
        other = {"source"} if self.cue_sentence("other_source") or lately else set()
        earlier = {"release"} if self._names_a_release() else set()
        return frozenset(other | earlier)

    def _names_a_release(self) -> bool:
        for period in self.parsed.periods:
            dated = _gone_by(period, self.calendar.on)
            behind = [t.low for t in self.parsed.tokens[period.last : period.last + 2]]
            front = [t.low for t in self.parsed.tokens[max(0, period.first - 3) : period.first]]
            if dated and _RELEASES & {*behind, *front}:
                return True
        return False

    @once
    def foreign_body(self) -> bool:
        """Whether the sentence speaks of a country outside the alliance: nothing is carried over into it."""
        return any(
            is_foreign(self.parsed, s, self.calendar.bearers)
            or (s.kind == "adjective" and s.entity not in self.calendar.bearers and self._purse(s.last))
            for s in self.parsed.subjects
        )

    def _purse(self, at: int) -> bool:
        """`the Russian economy`: what spends or is spent stands right behind the nationality."""
        return at < len(self.parsed.tokens) and self.parsed.tokens[at].low in _PURSES

    def question(self) -> bool:
        """Whether the sentence asks instead of stating."""
        return bool(self.parsed.tokens) and "?" in [t.text for t in self.parsed.tokens[-2:]]

    @once
    def modality(self) -> Modality:
        """How firmly the clause says it."""
        for name, value in (
            ("denial", Modality.DENIAL),
            ("hypothetical", Modality.HYPOTHETICAL),
            ("demand", Modality.DEMAND),
            ("forecast", Modality.FORECAST),
            ("pledge", Modality.PLEDGE),
            ("estimate", Modality.ESTIMATE),
        ):
            if self.cue(name) and (name not in NEARNESS or NEARNESS[name](self)):
                return value
        return Modality.FACT


@quick
@dataclass(frozen=True, slots=True)
class When:
    """A statement's period as ISO text, how it was found, and the mention it came from."""

    value: str
    source: str
    mention: PeriodMention | None = None


def told_year(context: Context) -> int | None:
    """The year of the figure told just before: in the sentence, else in what the text was speaking of."""
    told = [d.period for d in context.earlier if len(d.period) == 4 and d.period.isdecimal()]
    if told:
        return int(told[-1])
    topic = context.topic
    near = topic.block >= context.parsed.sentence.block - 1
    return int(topic.period) if near and len(topic.period) == 4 and topic.period.isdecimal() else None


def period_of(context: Context, roles: tuple[str, ...] = ("in", "now", "to", "by", "from", "ago", "later")) -> When:
    """The period of a figure: in its clause, nearest first; else in the sentence; else now (or carried)."""
    parsed, q = context.parsed, context.quantity
    low, high = context.bounds
    dated = _when_clause(parsed, q)
    if dated is not None:
        return When(dated.value[:4], dated.source, dated)
    usable = [
        p
        for p in parsed.periods
        if p.role in roles
        and not _inside(p, q)
        and _coarse(p)
        and not _in_relative(parsed, p, q)
        and not _counted_since(parsed, p, q)
        and not _of_a_multiple(parsed, p, q)
        and not agreement_year(parsed, p)
    ]
    usable = _of_its_relative(parsed, usable, q) or usable
    own = [p for p in usable if low <= p.first and p.last <= high]
    for pool in (own, [] if _goes_on(context) else [p for p in usable if _reaches(context, p)]):
        if pool:
            years = [p for p in pool if p.source == "explicit" and len(p.value) in (4, 9)]
            days = [p for p in pool if p.source == "explicit" and len(p.value) in (7, 10)]
            if years and days:  # "said on 17 June that 10 allies met it in 2023": the day is that of the saying
                pool = [p for p in pool if p not in days]
            best = _fronting(context, pool) or min(pool, key=lambda p: _distance(p, q))
            if best.event == SAME and _told_last(context, best):
                return When(_told_last(context, best), "relative", best)
            if best.role == "now" or not best.value:
                return _newest(context, best)
            year = told_year(context) if best.back else None
            if year is not None:  # "three years earlier": counted from the figure before
                return When(str(year - best.back), "relative", best)
            return When(best.value[:4] if len(best.value) == 10 else best.value, best.source, best)
    topic = context.topic
    told = topic.period_from in ("explicit", "relative", "carried")
    present = _present(parsed) and not _past(parsed)
    if present and topic.period.isdecimal() and int(topic.period) + 1 < (context.calendar.newest_year or 0):
        return _newest(context, None)  # "…: all spend above 2 %", behind a sentence about 2014
    reach = 2 if _past(parsed) or not _present(parsed) else 0
    if topic.period and len(topic.period) == 4 and topic.block >= parsed.sentence.block - reach and told:
        same = topic.block == parsed.sentence.block and topic.period_from == "explicit"
        return When(topic.period, "explicit" if same else "carried")
    return _newest(context, None)


_TURNS = frozenset({"but", "while", "although", "though", "whereas", "yet"})


def _goes_on(context: Context) -> bool:
    """`NATO set it after 2014, but most members still fall short`: what still holds is of now, not of that year."""
    lows, low = context.parsed.lows, context.bounds[0]
    return lows[low] in _TURNS and "still" in lows[low:] and _PAST.isdisjoint(lows[low:])


def _told_last(context: Context, mention: PeriodMention) -> str:
    """The year told last in front of `by that year`: in its sentence, else in the one before."""
    here = [p for p in context.parsed.periods if p.last <= mention.first]
    for periods in (here, context.previous.periods if context.previous is not None else []):
        years = [p.value[:4] for p in periods if len(p.value) in (4, 7, 10) and p.value[:4].isdecimal()]
        if years:
            return years[-1]
    return ""


def _following_year(context: Context) -> When | None:
    """`The following year it fell to …`: the year after the one the text was speaking of."""
    words = context.parsed.text(*context.bounds)
    if "following year" not in words and "next year it" not in words:
        return None
    year = context.topic.period
    return When(str(int(year) + 1) if len(year) == 4 and year.isdecimal() else "", "carried")


_AGREED = word_list("agreeing_verbs")
AID_REACH = 2
"""Paragraphs behind one on aid in which a bare share of GDP may still be aid."""
_PURSES = frozenset({"economy", "gdp", "budget"})
"""What a country outside the alliance may own, so that no ally's figure is carried over."""
OTHERS_REACH = 2
"""Paragraphs behind one that cites another body's statistic in which figures may still be that body's."""
REPORT_REACH = 12
"""Paragraphs behind one that cites another body's report in which figures may be its own, until NATO's are cited."""
_RELEASES = word_list("release_nouns")
_FRESH = timedelta(days=60)
"""Figures of these last days are the newest release; those of an earlier month name an older one."""


def _gone_by(mention: PeriodMention, on: date | None) -> bool:
    if on is None or len(mention.value) not in (7, 10) or not mention.value[:4].isdecimal():
        return False
    year, month = int(mention.value[:4]), int(mention.value[5:7])
    return date(year, month, 28) < on - _FRESH


def agreement_year(parsed: Parsed, mention: PeriodMention) -> bool:
    """`the requirement agreed upon in 2006`: the year belongs to the agreement, not to the figure."""
    lows = parsed.lows
    after = lows[mention.last : mention.last + 2]
    if after[:1] in (["wales"], ["summit"], ["pledge"]) or after[1:] == ["pledge"]:
        return True
    if _AGREED.isdisjoint(parsed.words):
        return False
    if not _AGREED.isdisjoint(lows[max(0, mention.first - 3) : mention.first]):
        return True
    reach = max([0, *(q.core[1] for q in parsed.quantities if q.core[1] <= mention.first)])
    placed = lows[max(reach, mention.first - 6) : mention.first]  # "agreed in The Hague last year"
    return any(a in _AGREED and b in ("in", "at") for a, b in pairwise(placed))


def _when_clause(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`a six-fold increase from 2014 when only three allies met the target`: the year right before `when` dates it."""
    for mention in parsed.periods:
        following = [t.low for t in parsed.tokens[mention.last : mention.last + 2]]
        ahead = parsed.text(mention.last, mention.last + 6)
        opens = (
            following[:1] == ["when"]
            or following == [",", "when"]
            or ahead.startswith((", at a time when", "at a time when"))
        )
        whole = parsed.tokens[0].low in ("when", "after") and mention.last < quantity.first and mention.role != "by"
        if (
            whole
            and mention.value[:4].isdecimal()
            and any(token.text == "," for token in parsed.tokens[mention.last : quantity.first])
        ):
            return mention  # "When allies made the pledge at the 2014 summit, only three met it"
        if opens and mention.value[:4].isdecimal() and 0 <= quantity.first - mention.last <= 8:
            return mention
    return None


_PARTS = word_list("comparison_words")


def _reaches(context: Context, mention: PeriodMention) -> bool:
    """A period of another clause counts unless a semicolon, a comparison or a relative clause stands in between."""
    q = context.quantity
    low, high = (mention.last, q.first) if mention.first < q.first else (q.core[1], mention.first)
    between = context.parsed.tokens[low:high]
    low_words = [token.low for token in between]
    same = mention.first < q.first and any(
        a == "which" and b in ("is", "was", "corresponds", "amounts", "equals", "represents")
        for a, b in pairwise([*low_words, *(t.low for t in context.parsed.tokens[high : high + 1])])
    )
    if any(token.text == ";" or (token.low in _PARTS and not (same and token.low == "which")) for token in between):
        return False
    return not (
        mention.role in ("now", "in")
        and mention.source == "relative"
        and mention.first > q.core[1]
        and context.other_quantity_between(low, high)
    )


def _in_relative(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Belgium, which has promised 2 per cent this year, stood at …`: it dates the aside only."""
    return any(start <= mention.first < end and not start <= quantity.core[0] < end for start, end in parsed.relatives)


def _counted_since(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`for the first time since it joined in 1999`: a year behind `since` dates no figure outside that aside."""
    if "since" not in parsed.words:
        return False
    lows, at = parsed.lows, mention.first
    while at > 0 and lows[at - 1] != ",":
        at -= 1
    aside = "since" in lows[at : mention.first] and not at <= quantity.core[0] < mention.first
    return aside and "," in lows[mention.last : quantity.first]


def _fronting(context: Context, pool: list[PeriodMention]) -> PeriodMention | None:
    """`A decade ago Latvia spent 1 %, today it spends 3.2 %`: the time in front, where that behind is past a comma."""
    q, lows = context.quantity, context.parsed.lows
    front = [p for p in pool if p.last <= q.first and not context.other_quantity_between(p.last, q.first)]
    behind = [p for p in pool if p.first >= q.core[1]]
    if not front or not behind or any("," not in lows[q.core[1] : p.first] for p in behind):
        return None
    return front[-1] if context.other_quantity_between(behind[0].last, len(lows)) else None


def _of_its_relative(parsed: Parsed, mentions: list[PeriodMention], quantity: Quantity) -> list[PeriodMention]:
    """`Germany, which in 2014 spent only 1.2 %, now spends 2.1 %`: an aside that is dated has its own year."""
    at = quantity.core[0]
    within = next((span for span in parsed.relatives if span[0] <= at < span[1]), None)
    return [p for p in mentions if within[0] <= p.first and p.last <= within[1]] if within is not None else []


def _of_a_multiple(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`reaching $149 billion, double what it spent in 2015`: the year of what the figure is a multiple of."""
    if len(quantity.unit) == 3 and mention.role == "from":
        return any(o.unit == "%" and o.core[1] == mention.first for o in parsed.quantities)  # "up 3 % from 2020"
    if mention.first < quantity.core[1] or quantity.unit == "times":
        return False
    between = {o.unit for o in parsed.quantities if quantity.core[1] <= o.core[0] < mention.first}
    compared = "%" in between and "than" in parsed.lows[max(0, mention.first - 2) : mention.first + 1]
    return "times" in between or (compared and len(quantity.unit) == 3)  # "$56 billion, 1.4% less than in 2020"


def _coarse(mention: PeriodMention) -> bool:
    """A weekday or a bare month says when something was said, not the year of a statistic."""
    return not (mention.source == "relative" and (len(mention.value) in (7, 10) or mention.value.startswith("--")))


def _newest(context: Context, mention: PeriodMention | None) -> When:
    year = context.calendar.newest_year
    return When(str(year) if year else "", "now" if mention or not _past(context.parsed) else "assumed", mention)


_PAST = word_list("past_verbs")


_PRESENT = word_list("present_verbs")


def _past(parsed: Parsed) -> bool:
    return not _PAST.isdisjoint(parsed.words)


def _present(parsed: Parsed) -> bool:
    """`has`, `spends`, `stands`: an undated present speaks of now, not of the year told before."""
    return not _PRESENT.isdisjoint(parsed.words)


def _inside(mention: PeriodMention, quantity: Quantity) -> bool:
    return mention.first < quantity.core[1] and quantity.core[0] < mention.last


def _distance(mention: PeriodMention, quantity: Quantity) -> tuple[int, int]:
    if mention.first >= quantity.core[1]:
        return (mention.first - quantity.core[1], 0)
    return (quantity.core[0] - mention.last + 3, 1)


def due_of(context: Context) -> When:
    """The year a promise is due: `by 2035`, `in 2027`, `next year`; else open."""
    parsed, q = context.parsed, context.quantity
    low, high = context.bounds
    on = context.calendar.on
    following = _following_year(context)
    if following is not None:
        return following
    same = next((p for p in parsed.periods if p.event == SAME and low <= p.first and p.last <= high), None)
    if same is not None and _told_last(context, same):
        return When(_told_last(context, same), "due", same)
    for pool in (
        [p for p in parsed.periods if low <= p.first and p.last <= high],
        [p for p in parsed.periods if not _past_a_semicolon(parsed, p, q)],
    ):
        fitting = [p for p in pool if p.value and not _inside(p, q) and _coarse(p) and _due(p, on)]
        if fitting:
            best = min(fitting, key=lambda p: _distance(p, q))
            return When(_within_a_decade(parsed, best) or best.value, "due", best)
    return When("", "")


def _past_a_semicolon(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    low, high = sorted((mention.first, quantity.first))
    between = parsed.lows[low:high]
    return ";" in between and "(" not in between  # "195 billion crowns (€26 bn; $28.7bn) until 2033"


def _within_a_decade(parsed: Parsed, due: PeriodMention) -> str:
    """`agreed in 2014 to move towards 2 % within a decade`: counted from the year told before, not from the day."""
    words = parsed.text(due.first, due.last)
    gone = [p for p in parsed.periods if p.last <= due.first and p.source == "explicit" and len(p.value) == 4]
    if due.source != "relative" or "decade" not in words or not gone:
        return ""
    return str(int(gone[-1].value) + 10) if gone[-1].value.isdecimal() else ""


def agreed_then(mention: PeriodMention, on: date | None) -> bool:
    """`at the summit in June 2025`, read in July: a month gone by is no due date."""
    return (
        on is not None
        and len(mention.value) >= 7
        and "/" not in mention.value
        and mention.value < on.isoformat()[: len(mention.value)]
    )


def _due(mention: PeriodMention, on: date | None) -> bool:
    year = mention.value.split("/")[-1][:4]
    if not year.isdecimal() or agreed_then(mention, on):
        return False
    if mention.role == "since":
        return on is not None and int(year) > on.year  # "€80 billion after 2028"
    return mention.role == "by" or (mention.role in ("in", "to", "from") and on is not None and int(year) >= on.year)


SINCE_REACH = 9
"""Tokens between `since` and the year of what it names."""


def _since_an_event(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`Since the pledge was made in 2014, allies have added`: the year of what the sentence counts from."""
    if parsed.tokens[0].low != "since":
        return _since_behind(parsed, quantity)
    told = [
        p for p in parsed.periods if p.role == "in" and len(p.value) == 4 and p.last <= min(quantity.first, SINCE_REACH)
    ]
    if len(told) != 1 or not any(t.text == "," for t in parsed.tokens[told[0].last : quantity.first]):
        return None
    return replaced(told[0], role="since")


def _record_since(parsed: Parsed, mention: PeriodMention) -> bool:
    """`its largest yearly rise since 1962`: how long nothing was as large, not what it is held against."""
    front = parsed.lows[max(0, mention.first - 8) : mention.first]
    return mention.role == "since" and any(w in _MOST or (w.endswith("est") and len(w) > 6) for w in front)


_MOST = frozenset({"biggest", "largest", "first", "worst", "record"})


def _since_behind(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`a $46 billion jump since cuts stopped in 2014`: the year of what the words behind count from."""
    end = quantity.core[1]
    for p in parsed.periods:
        front = parsed.lows[max(end, p.first - 6) : p.first]
        parted = {",", ";", ".", "("} & set(front) or any(end <= o.core[0] < p.first for o in parsed.quantities)
        if p.role == "in" and len(p.value) == 4 and p.source == "explicit" and "since" in front and not parted:
            return replaced(p, role="since")
    return None


def baseline_of(context: Context) -> PeriodMention | None:
    """`since 2014`, `compared with 2023`: the nearest one of the clause, else of the sentence."""
    parsed, q = context.parsed, context.quantity
    opened = _since_an_event(parsed, q)
    if opened is not None:
        return opened
    low, high = context.bounds
    roles = ("since", "versus")
    fitting = [p for p in parsed.periods if p.role in roles and not _inside(p, q) and not _record_since(parsed, p)]
    pool = [p for p in fitting if low <= p.first and p.last <= high] or fitting
    return min(pool, key=lambda p: _distance(p, q)) if pool else None
