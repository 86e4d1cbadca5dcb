"""Years: until an adversary could strike, and since something happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.reading.context import Calendar, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, marks_in
from burdenshare.reading.horizons import how_long
from burdenshare.reading.horizons_told import behind_the_verb
from burdenshare.reading.model import Interval, Kind, Modality, exactly
from burdenshare.reading.parse import Parsed
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.tables import load_table

_LONGEST = 15
"""A horizon for an attack or a rearmament is years, not decades."""
_ACTS = ("founding_acts", "invasion_acts", "annexation_acts", "pledge_acts")


def years_gleaned(look: Look) -> Draft | None:
    """`two to three years before Russia has restored its army`, `it would take Russia two years to be ready`."""
    context = look.context
    q = context.quantity
    months = context.after(1) == ["months"] and bool({"within", "in"} & set(context.before(2)))
    if q.value.central > _LONGEST * (12 if months else 1) or not (
        months or _years_behind(context) or _given_it(context)
    ):
        return _anniversary(look)
    if not _adversary(context.parsed, context.previous) or _not_a_clock(context) or how_long(context):
        return _anniversary(look)
    if not (_has(context, "adversary_acts") and _has(context, "adversary_clock")):
        return _anniversary(look)
    last = q.core[1] + (1 if months or _years_behind(context) else 0)
    value = q.value if q.rule in ("range", "below", "at most", "above") else _exact(q.number.value)
    return Draft(
        q.first,
        last,
        (q.first, last),
        Kind.PROMISE,
        "reconstitution",
        "adversary's clock",
        ("RUS",),
        q.comparator,
        _in_years(value) if months else value,
        "years",
        modality=Modality.FORECAST,
        likely=True,
    )


def _in_years(value: Interval) -> Interval:
    """`within six months`: half a year."""
    return replace(value, low=value.low / 12, high=value.high / 12, central=value.central / 12)


def _exact(value: float) -> Interval:
    return Interval(value, value, central=value)


def _years_behind(context: Context) -> bool:
    return context.after(1) in (["years"], ["year"])


def _given_it(context: Context) -> bool:
    """`Estonian officials give it three.`: the years were named in the sentence before."""
    front = context.before(2)
    ends = context.after(1) in ([], ["."], [";"], [","])
    back = context.previous
    return (
        ends and front[-2:-1] in (["give"], ["gives"]) and back is not None and "years" in [t.low for t in back.tokens]
    )


def _adversary(parsed: Parsed, previous: Parsed | None) -> bool:
    sentences = [parsed, *([previous] if previous is not None else [])]
    return any(
        any(s.entity == "RUS" for s in one.subjects) or any(t.low == "putin" for t in one.tokens) for one in sentences
    )


def _not_a_clock(context: Context) -> bool:
    marks = marks_in(context.parsed)
    after = context.after(3)
    return bool(marks.get("not_clock")) or bool({"ago", "old", "after", "since", "war"} & set(after[1:2]))


def _has(context: Context, name: str) -> bool:
    """Whether a row stands in the sentence, or, for a sentence that only gives the years, in the one before."""
    if marks_in(context.parsed).get(name):
        return True
    return _given_it(context) and context.previous is not None and bool(marks_in(context.previous).get(name))


def _anniversary(look: Look) -> Draft | None:
    """`Three years to the day after Russian columns crossed into Ukraine`, `two years will have passed since`."""
    context = look.context
    if not _years_behind(context):
        return None
    q, behind = context.quantity, context.after(8)
    phrase = " ".join(behind[1:])
    since = phrase.startswith(("to the day after", "to the day since", "will have passed since", "have passed since"))
    if not since and not (phrase.startswith(("on from", "on since")) and q.first <= 1):
        return None
    act = _act(context.parsed)
    if act is None:
        return None
    focus = (q.first, min(len(context.parsed.tokens), q.core[1] + (4 if phrase.startswith("to the day") else 1)))
    return _birthday(context.parsed, context.calendar, focus, q.number.value, act)


def _act(parsed: Parsed) -> str | None:
    marks = marks_in(parsed)
    return next((name for name in _ACTS if marks.get(name)), None)


def _birthday(parsed: Parsed, calendar: Calendar, focus: tuple[int, int], years: float, act: str) -> Draft:
    row = load_table("glean_things")[act]
    return Draft(
        focus[0],
        focus[1],
        focus,
        Kind.EVENT,
        "event",
        "age of an event",
        subject=(row["entity"],),
        value=exactly(years),
        unit="years",
        period=row["day"] if _fits(calendar.on, years, row["day"]) else "",
        period_from="relative",
        event=row["happening"],
        likely=True,
    )


def _fits(on: date | None, years: float, day: str) -> bool:
    return on is not None and abs(on.year - int(years) - int(day[:4])) <= 1


def clocks_without_number(parsed: Parsed, calendar: Calendar, drafts: list[Draft]) -> list[Draft]:
    """Years told as a date: `by 2029 Russia could attack`; and `75 years ago today`, which is a date to the reader."""
    if not parsed.periods or calendar.on is None:
        return []
    return [*_target_years(parsed, calendar, drafts), *_ago_today(parsed, calendar, drafts)]


def _target_years(parsed: Parsed, calendar: Calendar, drafts: list[Draft]) -> list[Draft]:
    """`By 2029 the Kremlin will have rebuilt its army`: a year to come, an adversary as subject, an act, an ability."""
    assert calendar.on is not None
    years = [
        p
        for p in parsed.periods
        if _to_come(p, calendar.on)
        and not any(_covers(d, p) for d in drafts)
        and not any(behind_the_verb(parsed, frame, p) for frame in parsed.frames)  # "said in 2025 that Russia could"
    ]
    if not years or not any(s.entity == "RUS" for s in parsed.subjects):
        return []
    marks = marks_in(parsed)
    if marks.get("not_clock") or not marks.get("adversary_acts"):
        return []
    acting = (marks.get("adversary_clock") and _acting(parsed)) or _threatening(parsed, years[0])
    return [_target(p) for p in years[:1]] if acting else []


def _threatening(parsed: Parsed, year: PeriodMention) -> bool:
    """`ready for a Russian attack by 2029`, `a war between Russia and NATO could begin as early as 2029`, `Russia's
    capability to launch an attack on NATO by 2030`: an act of Russia's as a noun, and the year right behind it."""
    if any(s.entity == "UKR" for s in parsed.subjects):
        return False
    for s in parsed.subjects:
        behind = [t.low for t in parsed.tokens[s.last : s.last + 9]]
        own = s.possessive or s.kind == "adjective"
        between = s.first > 0 and parsed.tokens[s.first - 1].low == "between" and "and" in behind[:1]
        verb = behind[:2] in (["is", "preparing"], ["was", "preparing"], ["prepares", "for"])
        near = 0 <= year.first - s.last <= _REACH and "," not in [t.text for t in parsed.tokens[s.last : year.first]]
        front = {t.low for t in parsed.tokens[max(0, s.first - 2) : s.first]}
        if s.entity == "RUS" and (own or between or verb) and near and not front & _GONE_BY:
            return between or bool(_HOSTILE & set(behind))
    return False


_GONE_BY = frozenset({"after", "since", "following", "despite", "deter", "deterring", "against", "amid"})
_HOSTILE = frozenset({"attack", "aggression", "assault", "invasion", "strike"})
_REACH = 14
"""Tokens between Russia and the year of what it may do."""


def _acting(parsed: Parsed) -> bool:
    """Russia acts: it stands as a subject, and a verb of ability follows within a few words."""
    tokens = parsed.tokens
    for s in parsed.subjects:
        if s.entity != "RUS" or (s.kind == "adjective" and _FORCES.isdisjoint(parsed.lows[s.last : s.last + 2])):
            continue
        front = tokens[s.first - 1].low if s.first else ""
        behind = {t.low for t in tokens[s.last : s.last + 8]}
        if front not in ("against", "to", "of", "with", "from", "on", "if") and behind & _ABLE:
            return _aimed(parsed, s.last)
    return False


def _aimed(parsed: Parsed, start: int) -> bool:
    """An act behind Russia that is not aimed at Ukraine again, nor at a town that the record does not know."""
    for first, last in marks_in(parsed).get("adversary_acts", ()):
        aims = [s for s in parsed.subjects if last <= s.first <= last + 2]
        unknown = not aims and parsed.tokens[last : last + 1] and parsed.tokens[last].capital
        if first >= start and not unknown and not any(s.entity == "UKR" for s in aims):
            return True
    return False


_ABLE = frozenset(
    {"could", "may", "might", "will", "would", "ready", "able", "capable", "position", "prepared", "option"}
)
_FORCES = frozenset({"forces", "army", "military", "troops"})
"""Behind `Russian` these act for Russia."""


def _to_come(mention: PeriodMention, on: date) -> bool:
    year, span = mention.value[:4], len(mention.value) == 9  # "in 2029-2030"
    decade = mention.source == "relative" and mention.role == "by"  # "by the end of this decade"
    return (
        (len(mention.value) == 4 or (span and mention.value[5:].isdecimal()))
        and year.isdecimal()
        and (mention.source == "explicit" or decade)
        and mention.role in ("by", "in", "to", "from")
        and on.year <= int(year) <= on.year + _LONGEST
    )


def _covers(draft: Draft, mention: PeriodMention) -> bool:
    return draft.kind is not Kind.EVENT and (draft.period == mention.value or draft.first <= mention.first < draft.last)


def _target(mention: PeriodMention) -> Draft:
    span = (mention.first, mention.last)
    return Draft(
        *span,
        span,
        Kind.PROMISE,
        "reconstitution",
        "adversary's clock",
        ("RUS",),
        comparator="",
        unit="years",
        period=mention.value,
        period_from=mention.source,
        modality=Modality.FORECAST,
        likely=True,
    )


def _read_by_rule(parsed: Parsed) -> bool:
    """Whether the strict reader of ages knows the event: its words and the body they need."""
    named, text = {s.entity for s in parsed.subjects}, parsed.text(0, len(parsed.tokens))
    events = load_table("events")
    known = [("founding", {"NATO"}), ("invasion", {"UKR", "RUS"})]
    return any(named & bodies and any(word in text for word in events[name]["words"]) for name, bodies in known)


def _ago_today(parsed: Parsed, calendar: Calendar, drafts: list[Draft]) -> list[Draft]:
    """`Seventy-five years ago today`, `A decade ago today Moscow annexed Crimea`."""
    found: list[Draft] = []
    for p in parsed.periods:
        ends = parsed.tokens[p.last : p.last + 1]
        if p.role != "ago" or not ends or ends[0].low != "today" or len(p.value) != 4 or calendar.on is None:
            continue
        act = _act(parsed)
        if act is None or any(d.measure == "event" and d.unit == "years" for d in drafts):
            continue
        if p.years_ago is not None and _read_by_rule(parsed):
            continue
        years = float(p.years_ago[0]) if p.years_ago else float(calendar.on.year - int(p.value))
        found.append(_birthday(parsed, calendar, (p.first, p.last + 1), years, act))
    return found
