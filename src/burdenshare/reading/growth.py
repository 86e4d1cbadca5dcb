"""Growth of spending in per cent: `rose 18 % in real terms`, `a 20 % increase compared to 2023`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context, When, baseline_of, due_of, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.percents import of_gdp, percent_base
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.subjects import Found
from burdenshare.reading.tables import word_list
from burdenshare.reading.targets import past_share

_MONEY = frozenset({"expenditure", "expenditure_growth", "expenditure_change"})


def growth_rule(context: Context) -> Draft | None:
    """`rose 18 % in real terms`, `a 20 % increase compared to 2023`."""
    q = context.quantity
    if context.after(2) == ["falls", "due"] or "pay" in context.before(3):
        return None  # "once 3.5 % falls due"; "pay rises of 2.1 percent"
    if of_gdp(context) or q.role == "from" or q.value.central > 900 or context.after(1) == ["of"]:
        return None  # "made up 67 percent of the total": a part, no rise
    if _anothers(context) or _year_before(context) or _SOMETHING_ELSE & set(context.before(3)) or _a_pace(context):
        return None
    if "short" in [t.low for t in context.parsed.tokens[max(0, q.first - 4) : q.first]]:
        return None  # "falls short with 1.98 %"
    up, down = context.cue_near("growth", 5), context.cue_near("decline", 5)
    up = up or _rise_was(context)
    if not (up or down) or context.before(1) in (["to"], ["at"]) or (context.before(1) == ["from"]):
        return None
    if "share" in context.before(4) or ("share" in context.before(6) and context.before(1) in (["was"], ["is"])):
        return None  # "increasing the share from just 5 %"; "its defence share, which was 1.36 percent, increased"
    if _SOMETHING_ELSE & {t.low for t in context.parsed.tokens[context.bounds[0] : context.bounds[0] + 3]}:
        return None  # "Support for higher defence spending rose 20 percent"
    if _against_target(context) or (q.rule in ("below", "at least") and context.before(1) != ["by"]):
        return None
    low, high = context.bounds
    spoken = context.cue_sentence("spending") and (
        context.cue_sentence("defence") or context.money_topic() or context.allied()
    )
    told = any(d.measure in _MONEY for d in context.earlier)
    points = bool(
        {"figure", "spending", "total", "that", "this", "which"} & {t.low for t in context.parsed.tokens[low:high]}
    )
    carried = context.topic.measure in _MONEY and (told or points)
    if not spoken and not carried:
        return None
    if any(context.cue(n) for n in ("market", "economy", "other_spending", "common_budget")) or context.foreign_body():
        return None
    if (
        context.cue_near("personnel", 5)
        or context.cue_near("contract", 4)
        or (context.cue_near("gdp", 4) and not context.cue("defence"))
    ):
        return None
    found = context.subject() or carried_subject(context)
    if found is None:
        return None
    when = period_of(context, ("in", "now", "to"))
    base = baseline_of(context)
    since = base is not None and base.role == "since"
    value = _negative(q.value) if down and not up else q.value
    promised = context.cue_before("future") and not past_share(context) and not _of_this_year(context)
    draft = percent_base(context, "expenditure_growth", "growth", found, Kind.PROMISE if promised else Kind.FACT)
    baseline = base.value[:4] if base is not None and base.value else ""
    if base is not None and base.back and when.source in ("explicit", "relative") and when.value.isdecimal():
        baseline = str(int(when.value) - base.back)  # "rose 18 % in 2024, compared with a year earlier"
    if (
        len(when.value) == 9
        and not baseline
        and int(when.value[5:]) - int(when.value[:4]) > 1
        and not _titled(context, when)
    ):
        when, baseline = replace(when, value=when.value[5:]), when.value[:4]  # "between 2014 and 2024"
    if (
        baseline
        and when.source in ("now", "assumed")
        and not since
        and baseline.isdecimal()
        and not _long(context, base)
    ):
        when = replace(when, value=str(int(baseline) + 1), source="relative")
    span_end = base.last if base is not None and base.first >= q.core[1] else draft.last
    return replace(
        draft,
        last=max(draft.last, span_end, _cue_end(context, "growth" if up else "decline")),
        value=value,
        comparator="=" if q.comparator == "=" else q.comparator,
        period=(due_of(context).value or _this_year(context)) if promised else when.value,
        period_from=when.source,
        baseline=baseline,
        baselines=(baseline,) if baseline else (),
        real=True if context.cue_sentence("real") else False if context.cue_sentence("nominal") else None,
        holes=draft.holes | (frozenset({"group"}) if found.open else frozenset()),
    )


def _against_target(context: Context) -> bool:
    """`an increase from the 2 % guideline`, `a jump from the 2 per cent agreement`: what it grows from."""
    front = context.before(3)
    known = any(
        start <= context.quantity.core[1] + 2
        for start, _ in context.parsed.cues.hits.get("target", ())
        if start >= context.quantity.core[1]
    )
    agreed = bool(set(context.after(2)) & {"agreement", "accord", "deal"})
    return "from" in front and (known or agreed)


_SOMETHING_ELSE = word_list("other_things_rising")


def _rise_was(context: Context) -> bool:
    """`The increase in defence spending by European allies was 18 %`: the noun of rising opens the clause."""
    low = context.bounds[0]
    opener = [t.low for t in context.parsed.tokens[low : low + 7]]
    return bool(set(opener) & _NOUNS) and context.before(1)[-1:] in (["was"], ["is"], ["of"], ["reached"])


_NOUNS = word_list("rise_nouns") - {"cut", "decrease", "drop", "fall", "reduction"}


def _of_this_year(context: Context) -> bool:
    """`will rise by 4.3 % in 2017`, said in 2017: an estimate of the year, no promise."""
    due = due_of(context).value[:4]
    return bool(due) and due == _this_year(context)


def _this_year(context: Context) -> str:
    on = context.calendar.on
    return str(on.year) if on else ""


def _cue_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return max([stop for start, stop in context.parsed.cues.hits.get(name, ()) if end <= start <= end + 2], default=0)


def _titled(context: Context, when: When) -> bool:
    """`Defence Expenditure of NATO Countries (2014-2025)`: the years of a report, not of a rise."""
    at = when.mention.first if when.mention is not None else 0
    return at > 0 and context.parsed.tokens[at - 1].text == "("


def _long(context: Context, base: PeriodMention | None) -> bool:
    """`Compared with 2014, budgets have grown by 270 per cent`: more than one year's growth, up to the newest year."""
    newest = context.calendar.newest_year
    if base is None or base.source != "explicit" or newest is None or not base.value[:4].isdecimal():
        return False
    return newest - int(base.value[:4]) > 2 and context.quantity.value.central > ONE_YEAR_AT_MOST


ONE_YEAR_AT_MOST = 40.0
"""Hardly an ally's spending has risen more within one year; a larger rise on a year long gone is of all the years."""


def _anothers(context: Context) -> bool:
    """`while Russia's rose 41.9 %`: the figure of the country outside the alliance right in front of it."""
    low, first = context.bounds[0], context.quantity.first
    left = [s for s in context.parsed.subjects if low <= s.first and s.last <= first and s.kind != "pronoun"]
    return bool(left) and left[-1].possessive and len(left[-1].entity) == 3 and left[-1].entity not in _ours(context)


def _a_pace(context: Context) -> bool:
    """`by 14 percent a year`: what many years brought on average, not what one did."""
    after = context.after(3)
    return after[:2] == ["a", "year"] and after[2:] not in (["earlier"], ["ago"], ["before"])


def _year_before(context: Context) -> bool:
    """`jumped 43 % in 2025, following a rise of 9 % the previous year`: of the year before the one just told."""
    told = any(d.measure == "expenditure_growth" for d in context.earlier)
    return told and context.parsed.text(context.quantity.core[1], context.quantity.core[1] + 3) in _THE_YEAR_BEFORE


_THE_YEAR_BEFORE = ("the previous year", "the year before", "the year prior", "a year earlier", "a year before")


def _ours(context: Context) -> frozenset[str]:
    return context.calendar.bearers | {"UKR"} if context.cue("aid") else context.calendar.bearers


def _negative(value: Interval) -> Interval:
    return Interval(-value.high, -value.low, value.high_open, value.low_open, -value.central, value.kind)


def _somebody_else(context: Context) -> bool:
    """`Mark Rutte, who led a country that spent 2.05 per cent`: another country, not the one of the sentence before."""
    words = context.parsed.text(0, context.quantity.first)
    return " a country " in f" {words} " or " another country " in f" {words} "


def carried_subject(context: Context) -> Found | None:
    topic = context.topic
    if context.foreign_body() or _somebody_else(context):
        return None
    if topic.subject and topic.block >= context.parsed.sentence.block - 1:
        return Found(topic.subject, context.quantity.first, context.quantity.first, tuple(topic.holes), carried=True)
    return None
