"""Goals that are told with `us` and `ours`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.whose_aims import is_ours


def speaks_of_us(context: Context) -> bool:
    """`We will raise defence spending to three per cent`: no ally is named, and the words say whose it is."""
    words = [t.low for t in context.parsed.tokens[: context.quantity.first]]
    own = {"we", "our", "us", "i", "my"} & set(words) or is_ours(context)
    if own and of_our_gdp(context):
        return True
    country = any(pair in ("his country", "her country", "the country") for pair in map(" ".join, pairwise(words)))
    return bool(own or country) and not any(
        s.entity == "NATO" and _told_with_us(context, s) and not _a_goals_name(context, s)
        for s in context.parsed.subjects
    )


def of_our_gdp(context: Context) -> bool:
    """`We are meeting our NATO commitments to spend 2 % of our GDP`: the share of those who speak, whose promise it
    is."""
    return context.after(3)[:2] == ["of", "our"]


def by_their_rules(context: Context, first: int) -> bool:
    """`We will reach 3 % of GDP in line with NATO's 2018 methodology`: the alliance names how it is counted."""
    return first > context.quantity.first and speaks_of_us(context)


def _told_with_us(context: Context, subject: SubjectMention) -> bool:
    """Whether the alliance is named in the same quotation, and as more than whose rules are kept: `“we will be on the
    2%,” she told a forum at the NATO summit`, `the review by NATO methodology suggests that we will reach it`."""
    parsed, first = context.parsed, context.quantity.first
    near = parsed.text(max(0, first - 6), first)
    of_us = any(words in near for words in _OF_US) and _ALL_OF_US.isdisjoint(parsed.words)
    if of_us and parsed.quote_of[subject.first] != parsed.quote_of[first]:
        return False
    at = subject.last + parsed.lows[subject.last].isdecimal() if subject.last < len(parsed.lows) else subject.last
    return parsed.lows[at : at + 1] not in _KEPT  # "in line with NATO's 2018 methodology"


_OF_US = ("we will", "we'll", "we are", "we're", "we shall")


_ALL_OF_US = frozenset({"all", "allies", "together", "everybody", "everyone", "agreed", "members", "each"})
"""Beside `we` these make it the whole alliance that speaks."""


_KEPT = (["methodology"], ["definition"], ["definitions"], ["standards"], ["rules"], ["criteria"], ["accounting"])


def _a_goals_name(context: Context, subject: SubjectMention) -> bool:
    """`we will reach a NATO quota of 3.5 %`: the alliance names the goal of those who speak."""
    parsed, first = context.parsed, context.quantity.first
    near = parsed.lows[subject.last : first]
    return parsed.lows[subject.first - 1 : subject.first] == ["a"] and near[1:] == ["of"] and near[0] in _GOALS


_GOALS = frozenset({"quota", "share", "ratio", "level", "rate"})
"""Measures of the alliance's that somebody is to reach; a `target` is what all of them agreed on."""
