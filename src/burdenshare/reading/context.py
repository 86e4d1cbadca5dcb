"""What a rule may ask about one quantity: its clause, the words near it, its period, its subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar

from burdenshare.reading.conversions import end_behind
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.found_subjects import Found, is_foreign
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Modality
from burdenshare.reading.pairs import paired_owner
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.persons_governments import persons_government
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.subjects import subject_of
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
        return end_behind(self.parsed, self.quantity)

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
        end = end_behind(self.parsed, q)  # "£2.2 billion (US$2.8 billion) for British defence"
        found = subject_of(self.parsed, q.first, end, self.bounds, self.topic, ours=self.calendar.bearers)
        led = persons_government(self.parsed, self.bounds[0], q.first, found, self.calendar.serves)
        if led is not None and led.entities[0] in self.calendar.bearers:
            return led
        return self._of_the_minister(found) if found is not None and found.carried else found

    def _of_the_minister(self, found: Found) -> Found:
        """`Defence minister Ludivine Dedonder announced that the country would …`, behind a sentence on Luxembourg: the
        country that she serves; a president of the United States speaks of others too."""
        if _THE_COUNTRY.isdisjoint(self.parsed.lows[found.first : found.last]):
            return found
        people = [p for p in self.parsed.persons if p.last <= found.first]
        homes = {self.calendar.serves(name) for p in people for name in p.candidates}
        home = homes.pop() if len(homes) == 1 else ""
        if home == "USA" or home not in self.calendar.allies:
            return found
        return Found((home,), found.first, found.last, carried=True)

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
            or (s.entity == "OTHER" and not _EUROPE.isdisjoint(self.parsed.lows[s.first : s.last]))
            or (s.kind == "adjective" and s.entity not in self.calendar.bearers and self._purse(s.last))
            for s in self.parsed.subjects
        )

    def _purse(self, at: int) -> bool:
        """`the Russian economy`: what spends or is spent stands right behind the nationality."""
        return at < len(self.parsed.tokens) and self.parsed.tokens[at].low in _PURSES

    def question(self) -> bool:
        """Whether the sentence asks instead of stating; `Does the Minister recall that …?` asks nothing about what
        follows."""
        if not self.parsed.tokens or "?" not in [t.text for t in self.parsed.tokens[-2:]]:
            return False
        front = self.parsed.lows[: self.quantity.first]
        return not any(a in _KNOWING and b == "that" for a, b in pairwise(front)) or "if" in front

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


_KNOWING = word_list("knowing_words")
_EUROPE = frozenset({"europe", "european"})
"""In the name of no allied group, these make it a part of the continent: `spending in Central Europe`."""
_THE_COUNTRY = frozenset({"country", "nation", "government"})
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
