"""The year a promise is due: `by 2035`, `in 2027`, `within a decade`; open where no words tell it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.conversions import year_behind
from burdenshare.reading.others_years import of_another_matter
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_choice import When, told_last
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.period_phrases import SAME
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.spans import coarse, distance, inside
from burdenshare.reading.tables import word_list
from burdenshare.reading.years_beside import denied_year, over_another_sum
from burdenshare.reading.years_compared import joined_on, risen_from
from burdenshare.reading.years_of_agreements import MEETINGS


def _following_year(context: Context) -> When | None:
    """`The following year it fell to …`: the year after the one the text was speaking of."""
    words = context.parsed.text(*context.bounds)
    if "following year" not in words and "next year it" not in words:
        return None
    year = context.topic.period
    return When(str(int(year) + 1) if len(year) == 4 and year.isdecimal() else "", "carried")


def due_of(context: Context) -> When:
    """The year a promise is due: `by 2035`, `in 2027`, `next year`; else open."""
    parsed, q = context.parsed, context.quantity
    low, high = context.bounds
    on = context.calendar.on
    following = moved_to(parsed, q) or _following_year(context)
    if following is not None:
        return following
    same = next((p for p in parsed.periods if p.event == SAME and low <= p.first and p.last <= high), None)
    if same is not None and told_last(context, same):
        return When(told_last(context, same), "due", same)
    behind = year_behind(parsed, q)
    if behind is not None and _due(behind, on) and not told_earlier(parsed, behind):
        return When(behind.value, "due", behind)
    for pool in (
        [p for p in parsed.periods if low <= p.first and p.last <= high],
        [p for p in parsed.periods if not _past_a_semicolon(parsed, p, q)],
    ):
        fitting = [
            p
            for p in pool
            if p.value
            and not inside(p, q)
            and coarse(p)
            and _due(p, on)
            and not _of_something_else(parsed, p)
            and not _past_another(parsed, p, q)
            and not _in_the_clause_before(parsed, p, q)
            and not _behind_an_occasion(parsed, p, q)
            and not _made_in_a_year_since(parsed, p, q)
            and not _of_what_it_is_held_against(parsed, p, q)
            and not of_the_step_before(parsed, p, q)
            and not of_another_matter(parsed, p, q)
            and not (risen_from(parsed, p) and not _to_come(p, on))  # "£13.4bn more every year from 2027"
            and not _moved_away(parsed, p)
            and not joined_on(parsed, p, q)
            and not denied_year(parsed, p)
            and not told_earlier(parsed, p)
            and not (q.unit == "%" and _only_after(parsed, p))
            and not over_another_sum(parsed, p, q)
        ]
        if fitting:
            best = min(fitting, key=lambda p: distance(p, q))
            return When(_within_a_decade(parsed, best) or best.value, "due", best)
    return _in_ten_years(context) or _in_just_years(context) or When("", "")


def _in_just_years(context: Context) -> When | None:
    """`is prepared to increase it to 2 % in just five years`: counted from the day of the text, where the words look
    ahead; `doubled in just five years` is gone by."""
    behind, on, parsed = context.after(_TEN_REACH), context.calendar.on, context.parsed
    if on is None or _JUST.isdisjoint(behind) or not context.cue_before("future"):
        return None
    for q in parsed.quantities:
        if q.unit or not 0 < q.core[0] - context.quantity.core[1] <= _TEN_REACH or q.number.value > _MOST_YEARS:
            continue
        front = parsed.lows[max(0, q.core[0] - 2) : q.core[0]]
        if front[:1] in (["in"], ["within"]) and front[1] in _JUST and parsed.lows[q.core[1]][:4] == "year":
            return When(str(on.year + round(q.number.value)), "due")
    return None


_JUST = frozenset({"just", "only", "barely", "about", "around"})
_MOST_YEARS = 20


def told_earlier(parsed: Parsed, mention: PeriodMention) -> bool:
    """`floated the 3.5 % target earlier this year`: when somebody spoke of it, and not when it is due."""
    return "earlier" in parsed.lows[max(0, mention.first - 1) : mention.last]


def _in_ten_years(context: Context) -> When | None:
    """`committed in 2014 to raise it to 2% of GDP in ten years`: counted from the year of the agreement."""
    behind = context.after(_TEN_REACH)
    at = next((i for i in range(len(behind) - 2) if behind[i : i + 3] in _TEN_YEARS), None)
    if at is None or {",", ";"} & set(behind[:at]):
        return None
    first = context.quantity.first
    gone = [p for p in context.parsed.periods if p.last <= first and p.source == "explicit" and len(p.value) == 4]
    agreed = not _AGREEING.isdisjoint(context.parsed.lows[:first])
    return When(str(int(gone[-1].value) + 10), "due") if agreed and gone and gone[-1].value.isdecimal() else None


_TEN_REACH = 8
_TEN_YEARS = (["in", "ten", "years"], ["in", "10", "years"], ["over", "ten", "years"], ["over", "10", "years"])
_AGREEING = word_list("agreeing_verbs") | {"committed", "pledged", "promised", "undertook"}


def _to_come(mention: PeriodMention, on: date | None) -> bool:
    return on is not None and mention.value[:4].isdecimal() and int(mention.value[:4]) > on.year


_STANDING = frozenset({"existing", "current", "present", "old", "previous", "long-standing", "longstanding"})
_REACHED = frozenset({"meets", "met", "reached", "exceeds", "exceeded", "surpassed", "fulfils", "fulfills"})
_BEYOND = frozenset({"beyond", "past"})
_NEAR = 4
"""Words around a day within which a meeting is what it dates."""


def _of_something_else(parsed: Parsed, mention: PeriodMention) -> bool:
    """`said on 15 February`, `at its summit starting on 24 June`, `a few years beyond 2030`: no due date."""
    lows, day = parsed.lows, len(mention.value) == 10 and "/" not in mention.value
    if day and mention.role in ("in", "now"):
        return True
    around = {*lows[max(0, mention.first - _NEAR) : mention.first], *lows[mention.last : mention.last + 2]}
    if parsed.tokens[mention.last - 1].possessive and not _DEBATED.isdisjoint(
        lows[max(0, mention.first - _NEAR) : mention.first]
    ):
        return True  # "as announced during a debate on this year's budget"
    if len(mention.value) == 7 and not MEETINGS.isdisjoint(around):
        return True
    return not _BEYOND.isdisjoint(lows[max(0, mention.first - 1) : mention.first + 1])


_DEBATED = frozenset({"debate", "debates", "discussion", "discussions", "hearing", "speech", "talks", "vote"})


def _only_after(parsed: Parsed, mention: PeriodMention) -> bool:
    """`will not be achieved until after 2030`, `in the years following 2030`: a share due by no year that is told; of
    money it is the beginning of what is to be spent ("€80 billion after 2028")."""
    return not _AFTER.isdisjoint(parsed.lows[max(0, mention.first - 1) : mention.last - 1])


_AFTER = frozenset({"after", "following"})


def _past_another(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`meets the existing 2 % and aims for 3 % by 2030`: a line that stands takes no year from behind another share."""
    end = quantity.core[1]
    front = parsed.lows[max(0, quantity.first - 3) : quantity.first]
    if mention.first < end or (_STANDING.isdisjoint(front) and _REACHED.isdisjoint(front)):
        return False
    if not _STANDING.isdisjoint(front) and _clause_of_its_own(parsed, end, mention):
        return True  # "transcends the current 5 % demand, as the alliance aims to reach a new target by 2035"
    return any(end <= other.core[0] < mention.first and other.unit == "%" for other in parsed.quantities)


def _clause_of_its_own(parsed: Parsed, end: int, mention: PeriodMention) -> bool:
    """Whether a comma and one of the words that open a clause stand between a share and a year."""
    between = parsed.lows[end : mention.first]
    return any(a == "," and b in _LED_IN for a, b in pairwise(between))


def _of_what_it_is_held_against(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`would come to 4.7 % of GDP, compared to 4.2 % this year`: the year behind the second figure is its own."""
    end = quantity.core[1]
    told = [o for o in parsed.quantities if o.unit == quantity.unit or o.number.scale > 1]
    second = [o.first for o in told if end <= o.first < mention.first]
    return bool(second) and not _HELD_AGAINST.isdisjoint(parsed.lows[end : second[0]])


_HELD_AGAINST = frozenset({"compared", "versus", "against"})


def of_the_step_before(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`2.5 % by 2027 and 3 % after the next election`, `to 4 % next year and on towards 5 %`: a year right behind a
    smaller share is when that one is reached, and the higher step comes at a time of its own."""
    if mention.last > quantity.first or quantity.number.value > _HIGHEST_STEP:
        return False
    if parsed.lows[mention.last : mention.last + 1] == [","] and "," in parsed.lows[mention.first - 2 : mention.first]:
        return False  # "a pledge to hit 2.5 percent and, by 2030, a target of 3 percent"
    if parsed.lows[max(0, mention.first - 1) : mention.last][:1] in (["and"], ["but"]):
        return False  # "will increase to 2.4 %, and by 2028 will reach 2.6 %": the year leads in the second step
    steps = [o for o in parsed.quantities if o.unit == "%" and 0 <= mention.first - o.core[1] <= _RIGHT_BEHIND]
    if not steps or steps[-1].number.value >= quantity.number.value:
        return False
    return _SAME_YEAR.isdisjoint(parsed.lows[mention.last : quantity.first])


_HIGHEST_STEP = 6
"""Above it a percentage is a part of a budget and no share of GDP."""
_RIGHT_BEHIND = 4
"""Tokens between a share and its year: `2.5 % of GDP by 2027`."""
_SAME_YEAR = frozenset(
    {"total", "totalling", "totaling", "altogether", "overall", "combined", "sum", "together", "instead", "rather"}
)
"""`3.5 % on core defence by 2035, for a total of 5 %`, `2.1 % for 2026 instead of the planned 2.35 %`: no step."""


def _behind_an_occasion(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`After allies were told to spend 2 percent, Croatia is to commit to that goal by 2024`: the year of what follows
    the occasion is not the occasion's."""
    if parsed.lows[0] != "after" or mention.first < quantity.core[1]:
        return False
    return "," in parsed.lows[quantity.core[1] : mention.first]


def _in_the_clause_before(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`is set to rise to 2.5 % by 2027, with NATO expected to ask for 5 %`: the year is that of the share in front."""
    at = mention.last
    if at >= quantity.first or parsed.lows[at] != "," or parsed.lows[at + 1] not in _LED_IN:
        return False
    return any(other.unit == "%" and 0 <= mention.first - other.core[1] <= 5 for other in parsed.quantities)


_MADE = frozenset({"commitment", "commitments", "pledge", "pledges", "promise", "agreement"})


def _made_in_a_year_since(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`573 million next year and five times as much as in 2014, the year NATO leaders pledged to spend 2 %`."""
    between = parsed.lows[mention.last : quantity.first]
    if mention.role != "by" and not _MADE.isdisjoint(between) and not MEETINGS.isdisjoint(between):
        return True  # "the 2025 effort is in line with the commitment made at the summit in Vilnius in 2023"
    if "year" not in between:
        return False
    at = len(between) - 1 - between[::-1].index("year")
    return between[max(0, at - 2) : at] == [",", "the"] and any(low.isdecimal() for low in between[:at])


_LED_IN = frozenset({"with", "while", "as", "amid", "but", "although", "though", "whereas", "before"})


def _moved_away(parsed: Parsed, mention: PeriodMention) -> bool:
    """`brought forward its 2 % goal from 2029 to this year`: the year that another one takes the place of."""
    led = parsed.lows[max(0, mention.first - 1) : mention.first + 1]
    to = next((p for p in parsed.periods if 0 < p.first - mention.last <= 1), None)
    behind = parsed.lows[mention.last : mention.last + 2]
    return "from" in led and "to" in behind and (to is not None or any(p.first == mention.last for p in parsed.periods))


def moved_to(parsed: Parsed, quantity: Quantity) -> When | None:
    """`will bring forward its 2 % target from 2029 to this year`: the year that a goal is moved to."""
    if _MOVED.isdisjoint(parsed.words):
        return None
    for away in parsed.periods:
        if not 0 <= away.first - quantity.core[1] <= _MOVE_REACH or not _moved_away(parsed, away):
            continue
        to = next((p for p in parsed.periods if 0 <= p.first - away.last <= 1 and p.value[:4].isdecimal()), None)
        if to is not None:
            return When(to.value[:4], "due", to)
    return None


_MOVED = word_list("moving_a_date")
_MOVE_REACH = 8
"""Tokens between the figure of a goal and the year it is moved from: `2 % of GDP target forward from 2029`."""


def _past_a_semicolon(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    low, high = sorted((mention.first, quantity.first))
    between = parsed.lows[low:high]
    return ";" in between and "(" not in between  # "195 billion crowns (€26 bn; $28.7bn) until 2033"


def _within_a_decade(parsed: Parsed, due: PeriodMention) -> str:
    """`agreed in 2014 to move towards 2 % within a decade`: counted from the year told before, not from the day."""
    words = parsed.text(due.first, due.last)
    gone = [p for p in parsed.periods if p.last <= due.first and len(p.value) == 4]
    gone = [p for p in gone if p.source == "explicit" or p.years_ago is not None]
    agreed = bool(gone) and not word_list("agreeing_verbs").isdisjoint(parsed.lows[gone[-1].last : due.first])
    decade = "decade" in words or (agreed and ("ten years" in words or "10 years" in words))
    if due.source != "relative" or not decade or not gone:
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
