"""What a rule may ask about one quantity: its clause, the words near it, its period, its subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from burdenshare.reading.clauses import clause
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.model import Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.subjects import Found, subject_of

GROUPS = frozenset({"NATO", "EUR", "EUR_CAN", "EU", "EU_ALLIES", "B9", "BALTIC", "NORDIC", "NB8", "V4", "E3", "E5", "G7", "JEF", "WEIMAR", "QUAD"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names and days the rules need: the document's day, the allies, the newest year the record of that day speaks of."""

    on: date | None
    allies: frozenset[str]
    newest_year: int | None
    guideline: float
    starts: Callable[[str], tuple[int, ...]]  # the years in which a person became head of state or government

    @property
    def bearers(self) -> frozenset[str]:
        """Entities that can carry a figure of allied defence."""
        return self.allies | GROUPS


@dataclass(frozen=True, slots=True)
class Context:
    """One quantity in its sentence, the sentence before, and what the text was speaking of."""

    parsed: Parsed
    quantity: Quantity
    previous: Parsed | None
    topic: Topic
    calendar: Calendar
    earlier: tuple[Draft, ...] = ()  # the statements already read in this sentence

    @property
    def bounds(self) -> tuple[int, int]:
        """Token range of the clause."""
        return clause(self.parsed, self.quantity.first, self.quantity.core[1])

    def cue(self, name: str) -> bool:
        """Whether a cue class stands in the clause."""
        return self.parsed.cues.has(name, *self.bounds)

    def cue_sentence(self, name: str) -> bool:
        """Whether a cue class stands anywhere in the sentence."""
        return self.parsed.cues.has(name)

    def cue_before(self, name: str) -> bool:
        """Whether a cue class stands in the sentence part up to the quantity, from the clause start."""
        return self.parsed.cues.has(name, self.bounds[0], self.quantity.core[0] + 2)

    def cue_near(self, name: str, reach: int = 6) -> bool:
        """Whether a cue class stands within `reach` tokens of the quantity, in its clause."""
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

    def after(self, count: int) -> list[str]:
        """The case-folded tokens right behind the quantity."""
        end = self.quantity.core[1]
        return [token.low for token in self.parsed.tokens[end : end + count]]

    def before(self, count: int) -> list[str]:
        """The case-folded tokens right in front of the quantity and its hedge."""
        return [token.low for token in self.parsed.tokens[max(0, self.quantity.first - count) : self.quantity.first]]

    def subject(self) -> Found | None:
        """The subject of the quantity among allies and groups."""
        q = self.quantity
        return subject_of(self.parsed, q.first, q.core[1], self.bounds, self.topic, ours=self.calendar.bearers)

    def other_quantity_between(self, start: int, end: int) -> bool:
        """Whether another quantity stands between two token positions."""
        return any(q is not self.quantity and start <= q.core[0] < end for q in self.parsed.quantities)

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
            if self.cue(name):
                return value
        return Modality.FACT


@dataclass(frozen=True, slots=True)
class When:
    """A statement's period as ISO text, how it was found, and the mention it came from."""

    value: str
    source: str
    mention: PeriodMention | None = None


def period_of(context: Context, roles: tuple[str, ...] = ("in", "now", "to", "by", "from", "ago")) -> When:
    """The period of a figure: in its clause, nearest first; else in the sentence; else now (or carried)."""
    parsed, q = context.parsed, context.quantity
    low, high = context.bounds
    usable = [p for p in parsed.periods if p.role in roles and not _inside(p, q) and _coarse(p)]
    for pool in ([p for p in usable if low <= p.first and p.last <= high], usable):
        if pool:
            best = min(pool, key=lambda p: _distance(p, q))
            if best.role == "now" or not best.value:
                return _newest(context, best)
            return When(best.value[:4] if len(best.value) == 10 else best.value, best.source, best)
    if context.topic.period and context.topic.block >= parsed.sentence.block - 1 and _past(parsed):
        return When(context.topic.period, "carried")
    return _newest(context, None)


def _coarse(mention: PeriodMention) -> bool:
    """A weekday or a bare month says when something was said, not the year of a statistic."""
    return not (mention.source == "relative" and (len(mention.value) == 10 or mention.value.startswith("--")))


def _newest(context: Context, mention: PeriodMention | None) -> When:
    year = context.calendar.newest_year
    return When(str(year) if year else "", "now" if mention or not _past(context.parsed) else "assumed", mention)


_PAST = frozenset("spent met reached rose fell grew was were had invested increased allocated hit jumped surged dropped failed fell contributed paid achieved".split())


def _past(parsed: Parsed) -> bool:
    return any(token.low in _PAST for token in parsed.tokens)


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
    for pool in (
        [p for p in parsed.periods if low <= p.first and p.last <= high],
        list(parsed.periods),
    ):
        fitting = [p for p in pool if p.value and not _inside(p, q) and _coarse(p) and _due(p, on)]
        if fitting:
            best = min(fitting, key=lambda p: (p.role != "by", *_distance(p, q)))
            return When(best.value, best.source, best)
    return When("", "")


def _due(mention: PeriodMention, on: date | None) -> bool:
    year = mention.value.split("/")[-1][:4]
    if not year.isdecimal():
        return False
    return mention.role == "by" or (mention.role in ("in", "to", "from") and on is not None and int(year) >= on.year)


def baseline_of(context: Context) -> PeriodMention | None:
    """`since 2014`, `compared with 2023`, `up from 2.9 % in 2023`: the nearest one of the clause, else of the sentence."""
    parsed, q = context.parsed, context.quantity
    low, high = context.bounds
    roles = ("since", "versus")
    inside = [p for p in parsed.periods if p.role in roles and low <= p.first and p.last <= high and not _inside(p, q)]
    pool = inside or [p for p in parsed.periods if p.role in roles and not _inside(p, q)]
    return min(pool, key=lambda p: _distance(p, q)) if pool else None
