"""Which period a figure is of: the times its clause and sentence tell, and what the text was speaking of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from burdenshare.quick import quick
from burdenshare.reading.context import Context
from burdenshare.reading.conversions import year_behind
from burdenshare.reading.others_years import of_another_matter
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.period_phrases import SAME
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.spans import coarse, distance, inside
from burdenshare.reading.tables import word_list
from burdenshare.reading.years_beside import of_what_it_stands_by
from burdenshare.reading.years_compared import held_against_a_dated, joined_on, of_the_saying, risen_from
from burdenshare.reading.years_of_agreements import agreement_year
from burdenshare.reading.years_of_asides import of_another_verb
from burdenshare.reading.years_of_next_clauses import of_the_next_clause, of_what_is_to_come, when_clause


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
    dated = when_clause(parsed, q)
    if dated is not None:
        return When(dated.value[:4], dated.source, dated)
    antecedent = of_its_antecedent(parsed, q)
    if antecedent is not None:
        return When(antecedent.value, antecedent.source, antecedent)
    if _current_one(parsed, q):
        return _newest(context, None)
    bracketed = _in_front_of_its_bracket(parsed, q)
    if bracketed is not None:
        return When(bracketed.value, bracketed.source, bracketed)
    behind = year_behind(parsed, q)
    if behind is not None and behind.role in roles:
        return When(behind.value, behind.source, behind)
    said = of_the_saying(parsed, q)
    usable = [
        p
        for p in parsed.periods
        if p is not said
        and p.role in roles
        and not inside(p, q)
        and coarse(p)
        and not _in_relative(parsed, p, q)
        and not _counted_since(parsed, p, q)
        and not _of_a_multiple(parsed, p, q)
        and not agreement_year(parsed, p)
        and not _of_what_it_followed(parsed, p, q)
        and not _of_the_beginning(parsed, p, q)
        and not _of_the_release(parsed, p)
        and not risen_from(parsed, p)
        and not joined_on(parsed, p, q)
        and not of_the_second_figure(parsed, p, q)
        and not of_the_next_clause(parsed, p, q)
        and not of_what_is_to_come(parsed, p, q)
        and not _of_the_figure_before(parsed, p, q)
        and not _of_todays_size(parsed, p, q)
        and not of_another_matter(parsed, p, q)
        and not of_another_verb(context, p)
        and not of_what_it_stands_by(parsed, p, q)
    ]
    usable = _of_its_relative(parsed, usable, q) or usable
    own = [p for p in usable if low <= p.first and p.last <= high]
    for pool in (own, [] if _goes_on(context) else [p for p in usable if _reaches(context, p)]):
        if pool:
            years = [p for p in pool if p.source == "explicit" and len(p.value) in (4, 9)]
            days = [p for p in pool if p.source == "explicit" and len(p.value) in (7, 10)]
            if years and days:  # "said on 17 June that 10 allies met it in 2023": the day is that of the saying
                pool = [p for p in pool if p not in days]
            best = _fronting(context, pool) or min(pool, key=lambda p: distance(p, q))
            if best.event == SAME:  # a year nobody has told is no year of the newest figures
                told_then = told_last(context, best)
                return When(told_then, "relative" if told_then else "", best)
            if best.role == "now" or not best.value:
                return _newest(context, best)
            back = best.back or held_against_a_dated(context, best)
            year = told_year(context) if back else None
            if year is not None:  # "three years earlier": counted from the figure before
                return When(str(year - back), "relative", best)
            return When(best.value[:4] if len(best.value) == 10 else best.value, best.source, best)
    on = context.calendar.on
    if said is not None and on is not None and said.value[:4] != str(on.year):
        return When(said.value[:4], "assumed", said)  # told years ago: of that year, or of the one before
    topic = context.topic
    told = topic.period_from in ("explicit", "relative", "carried")
    present = _present(parsed) and not _past(parsed)
    if present and topic.period.isdecimal() and int(topic.period) < _told_of_now(context):
        return _newest(context, None)  # "…: all spend above 2 %", behind a sentence about 2014
    reach = 2 if _past(parsed) or not _present(parsed) else 0
    if topic.period and len(topic.period) == 4 and topic.block >= parsed.sentence.block - reach and told:
        return When(topic.period, "carried")
    return _newest(context, None)


def of_the_second_figure(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`spends 2.01%, having languished at 1.47% in 2024`, `spends 2.01%, while Italy spent 1.47% in 2024`: the year
    behind the second figure, which another tense sets apart from the first."""
    end = quantity.core[1]
    second = next((o for o in parsed.quantities if end <= o.first and _of_its_kind(o, quantity)), None)
    if second is None or not 0 <= mention.first - second.core[1] <= _SECOND_NEAR:
        return False
    between = parsed.lows[end : second.first]
    if between[:1] == ["after"]:
        return True  # "comes to 1.57 percent after 1.36 in 2019"
    joint = next((i for i, (a, b) in enumerate(pairwise(between)) if a == "," and b in _SET_APART), None)
    if joint is None:
        return False
    if between[joint + 1] in ("having", "after"):
        return True
    return not _SPENDS.isdisjoint(parsed.lows[: quantity.first]) and not _PAST.isdisjoint(between[joint:])


def _of_its_kind(other: Quantity, quantity: Quantity) -> bool:
    """A figure of the same unit, or a bare decimal beside a percentage: `is 2.53 percent, after 2.31 in 2025`."""
    return other.unit == quantity.unit or (quantity.unit == "%" and not other.unit and other.number.step < 1)


_SPENDS = word_list("spending_verbs_present") | {"is", "are", "stands", "sits"}
_SET_APART = frozenset({"having", "after", "while", "whereas"})
_SECOND_NEAR = 3
"""Words between a second figure and the year behind it: `1.47% of GDP in 2024`."""


_TURNS = frozenset({"but", "while", "although", "though", "whereas", "yet"})


def _goes_on(context: Context) -> bool:
    """`NATO set it after 2014, but most members still fall short`: what still holds is of now, not of that year."""
    lows, low = context.parsed.lows, context.bounds[0]
    return lows[low] in _TURNS and "still" in lows[low:] and _PAST.isdisjoint(lows[low:])


def told_last(context: Context, mention: PeriodMention) -> str:
    """The year told last in front of `by that year`: in its sentence, else in the one before."""
    here = [p for p in context.parsed.periods if p.last <= mention.first]
    for periods in (here, context.previous.periods if context.previous is not None else []):
        years = [p for p in periods if len(p.value) in (4, 7, 10) and p.value[:4].isdecimal()]
        if years and years[-1].back:  # "The following year it agreed … spending rose that year"
            told = context.topic.period
            return str(int(told) - years[-1].back) if told.isdecimal() and len(told) == 4 else ""
        if years:
            return years[-1].value[:4]
    return ""


def _of_what_it_followed(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`After the 2022 invasion, Germany lifted spending`: the year of what came before."""
    opens = parsed.lows[0] == "after" and mention.last <= quantity.first
    return opens and "," in parsed.lows[mention.last : quantity.first]


def _of_the_beginning(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`from three in 2014 to 23`: the year of what it rose from."""
    if parsed.lows[quantity.first - 1 : quantity.first] != ["to"] or mention.last > quantity.first:
        return False
    return any(
        o.core[1] <= mention.first and "from" in parsed.lows[max(0, o.first - 1) : o.core[0]]
        for o in parsed.quantities
        if o.core[1] <= quantity.first
    )


def _current_one(parsed: Parsed, quantity: Quantity) -> bool:
    """`from its current 0.9 percent to about 1.4 percent of GDP in 2016`: the year behind is of what is to come."""
    front = parsed.lows[max(0, quantity.first - 3) : quantity.first]
    return "from" in front and not _CURRENT.isdisjoint(front)


_CURRENT = frozenset({"current", "present", "today's"})


def _in_front_of_its_bracket(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`fell in 2022 (1.40 %) and 2023 (1.48 %)`: the year right in front of the bracket, not the next one."""
    at = quantity.first - 1
    if at < 1 or parsed.lows[at] != "(":
        return None
    return next((p for p in parsed.periods if p.last == at and len(p.value) == 4 and p.source == "explicit"), None)


def _of_the_release(parsed: Parsed, mention: PeriodMention) -> bool:
    """`invested 1.48 %, according to data made available in April of this year`: when it was told."""
    if "for" in parsed.lows[max(0, mention.first - 1) : mention.first + 1]:
        return False  # "the latest available data for 2024"
    return not _RELEASED.isdisjoint(parsed.lows[max(0, mention.first - 4) : mention.first])


_RELEASED = frozenset({"published", "released", "available", "issued"})


_PARTS = word_list("comparison_words")


_SAME_TOLD = word_list("same_told_again")


def _reaches(context: Context, mention: PeriodMention) -> bool:
    """A period of another clause counts unless a semicolon, a comparison or a relative clause stands in between."""
    q = context.quantity
    low, high = (mention.last, q.first) if mention.first < q.first else (q.core[1], mention.first)
    between = context.parsed.tokens[low:high]
    low_words = [token.low for token in between]
    same = mention.first < q.first and any(
        a == "which" and b in _SAME_TOLD
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


def _of_the_figure_before(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`In 2021 it rose to 2.16 % from 1.71 % in 2020 and 30.6 % of it went to equipment`: the year of what it rose
    from dates nothing behind."""
    if mention.last > quantity.first:
        return False
    return any(
        0 <= mention.first - o.core[1] <= 1 and "from" in parsed.lows[max(0, o.first - 1) : o.core[0]]
        for o in parsed.quantities
        if o is not quantity and o.unit == "%"
    )


def _of_todays_size(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Only eleven of the allies, now 32 with Sweden, spent it in 2023`: the `now` of how many there are today."""
    if mention.role != "now" or mention.first == 0 or parsed.lows[mention.first - 1] not in _ASIDES:
        return False
    return any(o is not quantity and o.first == mention.last and not o.unit for o in parsed.quantities)


_ASIDES = frozenset({",", "(", "–", "—", "-"})


def _of_a_later_figure(context: Context, mention: PeriodMention) -> bool:
    """Whether another share stands right in front of a time behind the figure, led in by `from`."""
    end, lows = context.quantity.core[1], context.parsed.lows
    return any(
        end <= o.first and 0 <= mention.first - o.core[1] <= 1 and "from" in lows[max(end, o.first - 1) : o.core[0]]
        for o in context.parsed.quantities
        if o.unit == "%"
    )


def _fronting(context: Context, pool: list[PeriodMention]) -> PeriodMention | None:
    """`A decade ago Latvia spent 1 %, today it spends 3.2 %`: the time in front, where that behind is past a comma."""
    q, lows = context.quantity, context.parsed.lows
    front = [p for p in pool if p.last <= q.first and not context.other_quantity_between(p.last, q.first)]
    behind = [p for p in pool if p.first >= q.core[1]]
    if front and behind and all(_of_a_later_figure(context, p) for p in behind):
        return front[-1]  # "last year it rose to 2.16 % of GDP from 1.71 % in 2020"
    if not front or not behind or any("," not in lows[q.core[1] : p.first] for p in behind):
        return None
    return front[-1] if context.other_quantity_between(behind[0].last, len(lows)) else None


def _of_its_relative(parsed: Parsed, mentions: list[PeriodMention], quantity: Quantity) -> list[PeriodMention]:
    """`Germany, which in 2014 spent only 1.2 %, now spends 2.1 %`: an aside that is dated has its own year."""
    at = quantity.core[0]
    within = next((span for span in parsed.relatives if span[0] <= at < span[1]), None)
    return [p for p in mentions if within[0] <= p.first and p.last <= within[1]] if within is not None else []


_TOLD_THINGS = frozenset({"budget", "estimate", "estimates", "figure", "figures", "level", "outlay", "share", "total"})


def of_its_antecedent(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`lower than last year's estimate, which was at 3.57 %`, `the 2022 level, which was 1.5 %`: the year of what the
    relative clause tells, where that has none of its own."""
    at = quantity.core[0]
    within = next((span for span in parsed.relatives if span[0] <= at < span[1]), None)
    if within is None or any(within[0] <= p.first < within[1] for p in parsed.periods):
        return None
    end = within[0] - 1 if parsed.lows[within[0] - 1] == "," else within[0]
    if end < 2 or parsed.lows[end - 1] not in _TOLD_THINGS:
        return None
    year = next((p for p in parsed.periods if p.first < end <= p.last + 3 and p.last < end), None)
    return year if year is not None and len(year.value) == 4 and year.role != "by" else None


def _of_a_multiple(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`reaching $149 billion, double what it spent in 2015`: the year of what the figure is a multiple of."""
    if len(quantity.unit) == 3 and mention.role == "from":
        return any(o.unit == "%" and o.core[1] == mention.first for o in parsed.quantities)  # "up 3 % from 2020"
    if mention.first < quantity.core[1] or quantity.unit == "times":
        return False
    between = {o.unit for o in parsed.quantities if quantity.core[1] <= o.core[0] < mention.first}
    compared = "%" in between and "than" in parsed.lows[max(0, mention.first - 2) : mention.first + 1]
    return "times" in between or (compared and len(quantity.unit) == 3)  # "$56 billion, 1.4% less than in 2020"


def _told_of_now(context: Context) -> int:
    """The year below which what the text was speaking of is past for a sentence in the present: the newest, or the one
    before where the text goes on about the same one."""
    newest, here = context.calendar.newest_year or 0, {s.entity for s in context.parsed.subjects if s.kind != "pronoun"}
    other = bool(here) and here.isdisjoint(context.topic.subject)
    return newest if other else newest - 1


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
