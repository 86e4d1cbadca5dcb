"""Years that stand near a figure and are of another verb: of an aside, of the clause in front, of the next figure."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list

_PRESENT = word_list("spending_verbs_present") | word_list("spending_verbs_plural") | {"meet", "meets"}
_PAST = word_list("past_verbs") | word_list("past_verdicts") | {"devoted", "put"}
_BUDGETED = frozenset({"provides", "envisages", "foresees", "sets", "allots", "earmarks"})
_STILL = frozenset({"still", "now", "already", "only", "just", "currently", "today", "also", "nevertheless"})
_DATING = frozenset({"in", "during", "back", "early", "late", "by", "of", "at", "the", "end", "only", "as", "recently"})
_JOINTS = frozenset({",", "and", "but", ";"})
_OVER = 2
"""Years between a year in front and the text's, above which a present verb cannot tell of it."""


def of_another_verb(context: Context, mention: PeriodMention) -> bool:
    """Whether the year in front of a figure, or behind the next one, has a verb of its own."""
    parsed, figure = context.parsed, context.quantity
    if mention.role not in ("in", "since") or mention.source != "explicit" or not mention.value[:4].isdecimal():
        return False
    if mention.last <= figure.first:
        return _in_an_aside(parsed, mention, figure) or _of_a_clause_long_gone(context, mention)
    return _of_a_count_behind(parsed, mention, figure)


def _in_an_aside(parsed: Parsed, mention: PeriodMention, figure: Quantity) -> bool:
    """`Greece, hit by a debt crisis in 2010, still spent 3.1 percent`: between two commas, the verb behind the second;
    not `Greece, in 2010, spent`, whose aside is the year."""
    lows = parsed.lows
    opened = next((i for i in range(mention.first - 1, 0, -1) if lows[i] == ","), None)
    closed = mention.last
    if opened is None or lows[closed : closed + 1] != [","] or closed >= figure.first:
        return False
    verb = closed + 1
    while verb < figure.first and lows[verb] in _STILL:
        verb += 1
    if verb >= figure.first or lows[verb] not in _PRESENT | _PAST | _BUDGETED:
        return False
    if _DATING.issuperset(lows[opened + 1 : mention.first]):
        return False
    return any(s.first < opened for s in parsed.subjects)


def _of_a_clause_long_gone(context: Context, mention: PeriodMention) -> bool:
    """`Eight years after he took office in 2017, 23 allies meet it`, `bought missiles in 2019 and spends 2.09 percent`:
    a present verb behind a joint tells of now."""
    parsed, on = context.parsed, context.calendar.on
    if on is None or on.year - int(mention.value[:4]) <= _OVER:
        return False
    behind = range(mention.last, min(len(parsed.lows), context.quantity.core[1] + _OVER))
    verb = next((i for i in reversed(behind) if parsed.lows[i] in _PRESENT), None)
    if verb is None or _PAST & set(parsed.lows[mention.last : verb]):
        return False
    opening = mention.first <= 1  # "In 2014, 3 allies meet it": told as if it were now
    return not opening and not _JOINTS.isdisjoint(parsed.lows[mention.last : verb])


def _of_a_count_behind(parsed: Parsed, mention: PeriodMention, figure: Quantity) -> bool:
    """`23 allies meet the target that only three met in 2014`, `2.3 percent, far below the 4 percent of 1985`: the year
    right behind a second figure that another tense or a comparison sets apart."""
    end = figure.core[1]
    second = [o for o in parsed.quantities if end <= o.first and o.unit == figure.unit and o.last <= mention.first]
    if not second or mention.first - second[-1].core[1] > _RIGHT_BEHIND:
        return False
    between = parsed.lows[end : second[-1].core[0]]
    verbs = set(parsed.lows[end : end + _RIGHT_BEHIND]) & _PRESENT
    if verbs and "that" in between and _PAST & set(parsed.lows[second[-1].core[1] : mention.first]):
        return True
    beside = any(a in _UNDER and b in ("the", "its") for a, b in pairwise([*between, "the"])) and "," in between
    return beside and _OF_IT.issuperset(parsed.lows[second[-1].core[1] : mention.first])


_RIGHT_BEHIND = 3
_OF_IT = frozenset({"of", "gdp", "its", "the", "national", "output", "economy"})
_UNDER = frozenset({"below", "above", "under", "beneath", "from"})
