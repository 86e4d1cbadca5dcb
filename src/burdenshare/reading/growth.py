"""Growth of spending in per cent: `rose 18 % in real terms`, `a 20 % increase compared to 2023`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.growth_traps import no_rise, of_another_thing, of_another_topic
from burdenshare.reading.growth_years import Years, of_this_year, this_year, years_of
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.percents import percent_base
from burdenshare.reading.rises_ahead import past_share
from burdenshare.reading.sum_bases import abroad_before
from burdenshare.reading.tables import word_list

_MONEY = frozenset({"expenditure", "expenditure_growth", "expenditure_change"})


def growth_rule(context: Context) -> Draft | None:
    """`rose 18 % in real terms`, `a 20 % increase compared to 2023`."""
    if no_rise(context):
        return None
    up, down = _moved(context)
    if not (up or down) or of_another_thing(context) or not _of_spending(context) or of_another_topic(context):
        return None
    found = context.subject() or carried_subject(context)
    return _grown(context, found, up=up, down=down) if found is not None else None


def _moved(context: Context) -> tuple[bool, bool]:
    """(a rise, a fall): the word for it stands near, and the figure is not where it ends or starts."""
    if _real_change(context):
        return True, False
    if _of_its_pace(context):
        return True, False
    ends = [word for word in context.before(3) if word not in ("the", "current", "present", "today's", "its")]
    if ends[-1:] in (["to"], ["at"], ["from"]):
        return False, False  # "the rise from the current 2.3% means more money"
    reach = _BY_REACH if context.before(1) == ["by"] else 5
    up, down = context.cue_near("growth", reach), context.cue_near("decline", 5)
    return up or _rise_was(context) or _in_real_terms(context), down


_BY_REACH = 8
"""Tokens between a verb of rising and `by` so much: `would raise the country's annual defense spending by some 40%`."""


def _of_its_pace(context: Context) -> bool:
    """`growth of spending will accelerate to 4.3 percent`: how fast it grows, and no share that it comes to."""
    front = context.before(_PACE_REACH)
    if front[-1:] != ["to"] or front[-2:-1] == [] or front[-2] not in _PACES:
        return False
    return not _GROWTH.isdisjoint(front[:-2])


_PACES = frozenset({"accelerate", "accelerates", "accelerated", "accelerating", "slow", "slows", "slowed", "quicken"})
_GROWTH = frozenset({"growth", "increase", "rise"})
_PACE_REACH = 12
"""Tokens in front of a pace among which what grows is named: `growth of European allies will accelerate to`."""


def _real_change(context: Context) -> bool:
    """`the annual real change for Canada and European NATO members is estimated at 1.5 %`: growth, and no share."""
    front = context.parsed.lows[context.bounds[0] : context.quantity.first]
    at = next((i for i, word in enumerate(front) if word == "change"), None)
    return at is not None and "real" in "".join(front[max(0, at - 4) : at])


def _in_real_terms(context: Context) -> bool:
    """`a year of rising outlays, amounting to 3.1 % in real terms`: no share is told in real terms."""
    return context.after(3) == ["in", "real", "terms"] and context.cue_sentence("growth")


def _of_spending(context: Context) -> bool:
    """The sentence names spending on defence, or goes on from a figure of it."""
    if context.cue_sentence("spending") and (
        context.cue_sentence("defence") or context.money_topic() or context.allied()
    ):
        return True
    told = any(d.measure in _MONEY for d in context.earlier)
    points = not _POINTING.isdisjoint(context.parsed.lows[slice(*context.bounds)])
    return context.topic.measure in _MONEY and (told or points)


_POINTING = frozenset({"figure", "spending", "total", "that", "this", "which"})


def _grown(context: Context, found: Found, *, up: bool, down: bool) -> Draft:
    """The draft of the rise, or of the fall."""
    promised = context.cue_before("future") and not past_share(context) and not of_this_year(context)
    years = years_of(context)
    promised = promised or (years.when.value > this_year(context) and years.when.value.isdecimal())
    draft = percent_base(context, "expenditure_growth", "growth", found, Kind.PROMISE if promised else Kind.FACT)
    base = years.base
    span_end = base.last if base is not None and base.first >= context.quantity.core[1] else draft.last
    return replace(
        draft,
        last=max(draft.last, span_end, _cue_end(context, "growth" if up else "decline")),
        value=_negative(context.quantity.value) if down and not up else context.quantity.value,
        comparator=context.quantity.comparator,
        period=_due(context, years) if promised else years.when.value,
        period_from=years.when.source,
        baseline=years.baseline,
        baselines=(years.baseline, *years.others) if years.baseline else (),
        real=True if context.cue_sentence("real") else False if context.cue_sentence("nominal") else None,
        holes=draft.holes | (frozenset({"group"}) if found.open else frozenset()),
    )


def _due(context: Context, years: Years) -> str:
    """The year of a rise to come: its own, else the running one; none where the words behind it tell only of now
    (`will increase spending by 40 percent, as it currently sets aside 6.7 billion`)."""
    due, when = due_of(context).value, years.when
    behind = when.source == "now" and when.mention is not None and when.mention.first >= context.quantity.core[1]
    return due or ("" if behind else max(this_year(context), when.value[:4]))


def _rise_was(context: Context) -> bool:
    """`The increase in defence spending by European allies was 18 %`: the noun of rising opens the clause."""
    low = context.bounds[0]
    opener = [t.low for t in context.parsed.tokens[low : low + 7]]
    return bool(set(opener) & _NOUNS) and context.before(1)[-1:] in (["was"], ["is"], ["of"], ["reached"])


_NOUNS = word_list("rise_nouns") - {"cut", "decrease", "drop", "fall", "reduction"}


def _cue_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return max([stop for start, stop in context.parsed.cues.hits.get(name, ()) if end <= start <= end + 2], default=0)


def _negative(value: Interval) -> Interval:
    return Interval(-value.high, -value.low, value.high_open, value.low_open, -value.central, value.kind)


def _somebody_else(context: Context) -> bool:
    """`Mark Rutte, who led a country that spent 2.05 per cent`: another country, not the one of the sentence before."""
    words = context.parsed.text(0, context.quantity.first)
    return " a country " in f" {words} " or " another country " in f" {words} "


def carried_subject(context: Context) -> Found | None:
    topic = context.topic
    if context.foreign_body() or _somebody_else(context) or abroad_before(context):
        return None
    if topic.subject and topic.block >= context.parsed.sentence.block - 1:
        return Found(topic.subject, context.quantity.first, context.quantity.first, tuple(topic.holes), carried=True)
    return None
