"""Summits and the months that date them: `the July summit`, `the summit in The Hague`."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.bare_months import year_of_month
from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.happening_words import spans
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention, is_year
from burdenshare.reading.tables import load_table


def summits(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    found: list[Draft] = []
    for first, last in [*spans("summit", parsed), *_leaders_meetings(parsed)]:
        if parsed.lows[max(0, first - 2) : first] in (["pre", "-"], ["post", "-"]):
            continue  # "in his 23 June pre-summit press conference"
        draft = _summit(parsed, calendar, first, last)
        if draft is not None:
            found.append(draft)
    return found


def _of_others(parsed: Parsed) -> bool:
    """`The Shanghai Cooperation Organisation held its summit in Tianjin`."""
    words = f" {parsed.text(0, len(parsed.tokens))} "
    named = any(s.entity == "NATO" for s in parsed.subjects)
    return not named and any(f" {phrase} " in words for phrase in load_table("events")["foreign"]["words"])


def _leaders_meetings(parsed: Parsed) -> list[tuple[int, int]]:
    """`At the London meeting this week, the leaders …`: a leaders' meeting known by its place."""
    if "leaders" not in parsed.words:
        return []
    return [
        (s.last, s.last + 1)
        for s in parsed.subjects
        if s.kind == "capital" and s.last < len(parsed.tokens) and parsed.tokens[s.last].low == "meeting"
    ]


_OURS = frozenset({"NATO", "EUR", "EUR_CAN", "AMBIGUOUS", "PRONOUN"})
_NO_NAME = ("capital", "country", "metonym", "pronoun")


def of_another_body(parsed: Parsed, first: int, last: int) -> bool:
    """`the G7 summit`, `the AI Action summit`, `a summit of the Joint Expeditionary Force`: another body's name stands
    at the summit."""
    at = first
    while at > 0 and (parsed.tokens[at - 1].capital or parsed.tokens[at - 1].kind == "number"):
        at -= 1
    opened = 1 if at == 0 and first > 1 else at  # "At", "The": a capital that only opens the sentence
    named = parsed.lows[opened:first]
    if _ALLIED & {*named, *parsed.lows[last : last + 3]}:
        return False
    bodies = [s for s in parsed.subjects if s.first >= last and s.first - last <= 2 and s.last - last <= 6]
    if parsed.lows[last : last + 1] == ["of"] and any(s.entity not in _OURS for s in bodies):
        return True
    groups = [s for s in parsed.subjects if at <= s.first and s.last == first]
    if any(s.entity not in _OURS and s.kind not in _NO_NAME for s in groups):
        return True
    free = [i for i in range(opened, first) if not _dated_or_placed(parsed, i)]
    return bool(free) and parsed.tokens[first - 1].capital


def _dated_or_placed(parsed: Parsed, i: int) -> bool:
    token = parsed.tokens[i]
    held = any(s.first <= i < s.last and s.kind in _NO_NAME for s in parsed.subjects)
    held = (
        held or any(p.first <= i < p.last for p in parsed.periods) or any(p.first <= i < p.last for p in parsed.persons)
    )
    return held or token.kind == "number" or token.low in _PLACES or token.possessive


_ALLIED = frozenset({"nato", "nato's", "alliance", "allies", "allied", "alliance's", "atlantic", "otan"})
_PLACES = frozenset({"wales", "newport", "hague", "the", "at", "in", "ahead", "after", "before", "during", "leaders"})


def _summit(parsed: Parsed, calendar: Calendar, first: int, last: int) -> Draft | None:
    if of_another_body(parsed, first, last):
        return None
    place = _place_by(parsed, first, last) or _unlisted_place(parsed, last)
    month = _month_by(parsed, min(first, place[1]) if place else first, last)
    if month is not None and place is None:
        place = _place_by(parsed, month.last, month.last)
    paper = set(parsed.lows[last : last + 1]) & set(load_table("events")["papers"]["words"])
    if month is not None and place is None and parsed.lows[month.last - 1].startswith("week"):
        month = None  # "at the summit next week"
    if month is None and (place is None or paper or _of_others(parsed)):
        return None
    start = min([first, *([month.first] if month else []), *([place[1]] if place else [])])
    end = max([last, *([month.last] if month else []), *([place[2]] if place else [])])
    around = parsed.text(max(0, start - 3), min(len(parsed.tokens), end + 4))
    nato = not any(f" {word} " in f" {around} " for word in load_table("events")["summit"]["others"])
    while start < first and parsed.tokens[start].low in ("to", "in", "at", "the", "of", "since", "by", "on"):
        start += 1
    if start > 0 and parsed.tokens[start - 1].low in ("emergency", "extraordinary", "nato", "upcoming", "special"):
        start -= 1
    period, source = summit_period(parsed, calendar, month)
    if month is not None and _to_come(parsed, first, month, calendar.on):
        period = f"{int(period[:4]) + 1}{period[4:]}"
    if not period and not nato and calendar.on is not None:
        period, source = calendar.on.isoformat()[:7], "assumed"  # an emergency meeting told as news is of these days
    if not period and place is None:
        return None
    told_as_news = bool({"emergency", "extraordinary"} & parsed.words)
    return Draft(
        start,
        end,
        (start, end),
        Kind.EVENT,
        "event",
        "summit",
        subject=("NATO",) if nato else (),
        comparator="",
        period=period,
        period_from=source,
        place=place[0] if place else "",
        event="summit",
        # "the Vilnius summit promised Ukraine": of these days only where the words tell it as news
        likely=(source == "assumed" and not told_as_news)
        or (month is not None and _doubtful(parsed, calendar, month, first)),
    )


def _doubtful(parsed: Parsed, calendar: Calendar, month: PeriodMention, first: int) -> bool:
    """Whether the words leave open which month it was, or whether it is the summit's at all: `last July` of a year in
    which July is over, `In May 2025 the Hague summit was a month away`."""
    if month.value.startswith("--"):
        return not _told_surely(parsed, calendar, month)
    this_year = calendar.on is not None and month.value.startswith(f"{calendar.on.year}-")
    if this_year and month.source == "relative" and parsed.lows[month.first] == "last":
        return True
    between = parsed.lows[month.last : first]
    return month.first <= 1 and not _AT.isdisjoint(parsed.lows[:1]) and bool(between) and _AT.isdisjoint(between)


_AT = frozenset({"at", "in", "during", "on"})


def _told_surely(parsed: Parsed, calendar: Calendar, month: PeriodMention) -> bool:
    """Whether the words leave a month without its year in no other year."""
    return calendar.on is not None and year_of_month(parsed, int(month.value[2:4]), month.first, calendar.on)[1]


_HELD_IN = frozenset({"held", "place", "hosted", "summit", "convened", "staged"})


def _unlisted_place(parsed: Parsed, last: int) -> tuple[str, int, int] | None:
    """`The next summit will be held in Istanbul`: a town the tables do not list is a place all the same, or its date
    alone would make the words right."""
    tokens = parsed.tokens
    for i in range(last, min(len(tokens) - 1, last + 9)):
        if tokens[i].low == "in" and tokens[i - 1].low in _HELD_IN and tokens[i + 1].capital:
            if any(p.first <= i + 1 < p.last for p in parsed.periods):
                continue
            if any(s.first <= i + 1 < s.last for s in parsed.subjects):
                return None
            return tokens[i + 1].text, i + 1, i + 2
    return None


def _leads_to(parsed: Parsed, first: int, last: int) -> bool:
    """Whether only words of holding and places stand between a summit and its day or place."""
    if not 0 <= last - first <= _FAR:
        return False
    words = load_table("events")["leading"]["words"]
    for i in range(first, last):
        token = parsed.tokens[i]
        led = i > 0 and (parsed.lows[i - 1] in _LEADING_TO_A_PLACE or (i > first and parsed.tokens[i - 1].capital))
        placed = token.kind == "word" and token.capital and led
        inner = token.text == "," and 0 < i < len(parsed.tokens) - 1 and parsed.tokens[i - 1].capital
        if token.low not in words and not placed and not inner:
            return False
    return True


_LEADING_TO_A_PLACE = frozenset({"in", "at", "the", "of", "by", ",", "'s"})
"""In front of a capital these make it a place: `the summit in Vilnius in July`; `after the summit Germany in August`
names who did something else."""


_FAR = 16
"""Tokens between a summit and its day: `summit of NATO's heads of state and government will take place on`."""


def _month_by(parsed: Parsed, first: int, last: int) -> PeriodMention | None:
    """A month or year that dates the summit: `July summit`, `summit in June`, `2014 Wales summit`."""
    for p in parsed.periods:
        dated = len(p.value) >= 7 or p.value.startswith("--") or (p.source == "explicit" and len(p.value) == 4)
        if not dated or p.role in ("since", "by", "versus"):
            continue
        opening = p.last <= first and set(parsed.text(p.last, first).split()) <= _BEFORE_SUMMIT
        before = opening or (p.last <= first <= p.last + 2 and _all_named(parsed, p.last, first))
        held = parsed.text(last, last + 2) == ", held"
        near = p.first - last <= 6 and "," not in parsed.lows[last : p.first]
        behind = _leads_to(parsed, last + 2 * held, p.first) and (held or near or _tells_a_day(p))
        if (before or behind) and not (len(p.value) == 10 and p.source == "relative"):
            return p
    return None


def _all_named(parsed: Parsed, first: int, last: int) -> bool:
    """`the June 2025 NATO leaders' summit`: nothing but names stands between; `June 2025 followed the Washington
    summit` has a verb there."""
    return all(parsed.tokens[i].capital or parsed.lows[i] in _BEFORE_SUMMIT | _SUMMIT_NOUNS for i in range(first, last))


def _tells_a_day(when: PeriodMention) -> bool:
    return len(when.value) in (4, 10) and when.source == "explicit"


_SUMMIT_NOUNS = frozenset({":", "leaders", "leaders'", "annual", "emergency", "extraordinary", "special"})
_BEFORE_SUMMIT = frozenset({",", "at", "the", "nato", "alliance", "in", "during", "last"})


def _place_by(parsed: Parsed, first: int, last: int) -> tuple[str, int, int] | None:
    """The place of the summit: `Hague summit`, `summit in the Netherlands`."""
    for s in parsed.subjects:
        led = parsed.tokens[s.first - 1].low in ("in", "the", "at") and "," not in parsed.lows[last : s.first]
        behind = s.first >= last and led and (s.first - last <= 5 or _leads_to(parsed, last, s.first))
        before = s.last <= first and first - s.last <= 1
        if (behind or before) and (s.kind in ("capital", "country") or s.entity == "AMBIGUOUS"):
            return name_of(parsed, s.first, s.last), s.first, s.last
    for i in (last, last + 1):
        if (
            i + 1 < len(parsed.tokens)
            and not any(p.first <= i + 1 < p.last for p in parsed.periods)
            and parsed.tokens[i].low == "in"
            and parsed.tokens[i + 1].capital
            and parsed.tokens[i + 1].kind == "word"
        ):
            return parsed.tokens[i + 1].text, i + 1, i + 2
    if first and parsed.tokens[first - 1].low in ("wales", "newport", "hague"):
        return parsed.tokens[first - 1].text, first - 1, first
    return None


def _to_come(parsed: Parsed, first: int, month: PeriodMention, on: date | None) -> bool:
    """`The next summit will take place on December 3-4`, read in May: a day without its year that is still ahead."""
    if on is None or len(month.value) != 10 or month.value >= on.isoformat() or month.last <= first:
        return False
    if any(is_year(token) for token in parsed.tokens[month.first : month.last]):
        return False
    return bool(_COMING & set(parsed.lows[max(0, first - 2) : month.first]))


_COMING = frozenset({"next", "will", "upcoming", "scheduled", "due", "planned", "slated"})


def name_of(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(t.text for t in parsed.tokens[first:last])


def summit_period(parsed: Parsed, calendar: Calendar, month: PeriodMention | None) -> tuple[str, str]:
    """The month as ISO text; an open year (`July summit`) by the direction the words give, else by nearness."""
    on = calendar.on
    if month is None:
        return "", ""
    if not month.value.startswith("--"):
        return month.value, month.source
    if on is None:
        return "", ""
    number = int(month.value[2:4])
    return f"{year_of_month(parsed, number, month.first, on)[0]}-{number:02d}", month.source
