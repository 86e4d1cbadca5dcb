"""Allies by name that meet or miss the line without a figure of their own: `Poland and Estonia already meet it`."""

from __future__ import annotations

import math
from dataclasses import replace

from burdenshare.reading.context import Calendar
from burdenshare.reading.count_statement import THRESHOLDS
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.allies.lines import Line, line_after, phrases, words
from burdenshare.reading.gleaning.allies.standing import COUNTS, RULE
from burdenshare.reading.gleaning.allies.verdicts import stands_for, verdicts
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed

_LINE_MEASURES = frozenset({"guideline", *COUNTS})
_GAP = 10
_JOINS = ([","], ["and"], [",", "and"], ["or"], ["nor"], [",", "or"], ["both"], ["and", "the"], [",", "the"])
_AHEAD = frozenset({"will", "expected", "due", "set", "track", "course", "projected", "forecast", "likely", "on"})
_PAST = frozenset({"was", "were", "had"})
_TOLD = frozenset({"namely", "including", ":", "—", "-", "notably", "like"})


def lists_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """The lists of one sentence: subjects of a verdict, and those named beside a count."""
    if not any(s.entity in calendar.allies for s in parsed.subjects):
        return []
    told = {entity for d in drafts if d.rule == "in the set" for entity in d.subject}
    beside = [d for count in drafts if count.measure in COUNTS for d in _named_beside(parsed, calendar, count)]
    named = [d for d in beside if not told & set(d.subject)]
    if named or any(d.rule == "in the set" for d in drafts) or not _of_the_line(parsed, topic):
        return named
    found: list[Draft] = []
    for i in verdicts().begins(parsed.lows):
        one = _list_draft(parsed, calendar, topic, drafts, i)
        if one is not None and not (found and one.first < found[-1].last):
            found.append(one)
    return [*found, *(_contrary(parsed, calendar, topic, found[0]) if len(found) == 1 else [])]


def _contrary(parsed: Parsed, calendar: Calendar, topic: Topic, told: Draft) -> list[Draft]:
    """`…; Germany, France and Italy do not`: allies set against those of the clause before."""
    for i in range(told.last, len(parsed.tokens)):
        if not stands_for(parsed, i):
            continue
        owners = _owners(parsed, calendar, i)
        word = parsed.tokens[i].low
        last = i + (2 if parsed.tokens[i + 1 : i + 2] and parsed.tokens[i + 1].low == "not" else 1)
        denied = word in words("negators") or last > i + 1
        if owners is None or told.value is None or owners[0].first < told.last or not denied:
            continue
        missed = told.comparator != "<"
        span = (owners[0].first, last)
        return [
            replace(_draft(parsed, calendar, topic, owners, span, (missed, False), told.value.central), likely=True)
        ]
    return []


def _of_the_line(parsed: Parsed, topic: Topic) -> bool:
    """The sentence or the one before speaks of the alliance's line."""
    fresh = topic.measure in _LINE_MEASURES and topic.block >= parsed.sentence.block - 1
    shares = any(q.unit == "%" and q.number.value in THRESHOLDS for q in parsed.quantities)
    allied = any(s.entity == "NATO" for s in parsed.subjects) or parsed.cues.has("defence")
    return (fresh or shares or allied) and not any(
        parsed.cues.has(name) for name in ("poll", "market", "aid", "equipment")
    )


def _list_draft(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft], i: int) -> Draft | None:
    for last, rows in reversed(verdicts().every(parsed.tokens, i)):
        line = line_after(parsed, last)
        row = rows[0]
        if row.needs != "object" or row.polar == "spends" or line is None or _held(parsed, line, last, drafts):
            continue
        owners = _owners(parsed, calendar, i)
        if owners is None:
            return None
        between = {t.low for t in parsed.tokens[owners[-1].last : i]}
        neither = owners[0].first > 0 and parsed.tokens[owners[0].first - 1].low == "neither"
        yet_to = "yet" in between and "to" in between
        ahead = bool(between & _AHEAD)
        if ahead and (between & _PAST or not _this_year(parsed, calendar)):
            return None
        missed = (row.polar == "missed") is not (bool(between & words("negators")) or yet_to or neither)
        told = line.threshold if line.threshold is not None else _threshold(parsed, calendar, topic)
        span = (owners[0].first, line.last)
        beyond = parsed.text(i, last) in words("strictly")
        draft = _draft(parsed, calendar, topic, owners, span, (missed, beyond), told)
        noun = line.named or any(line.last <= start <= line.last + 2 for start, _ in parsed.cues.hits.get("target", ()))
        said = noun and (line.threshold is not None or draft.period_from == "explicit")
        return replace(draft, likely=not said, modality=Modality.FORECAST if ahead else Modality.FACT)
    return None


def _this_year(parsed: Parsed, calendar: Calendar) -> bool:
    """`will meet the target this year`: an estimate of the running year, no promise."""
    on = calendar.on
    return on is not None and any(p.role == "in" and p.value == str(on.year) for p in parsed.periods)


def _held(parsed: Parsed, line: Line, first: int, drafts: list[Draft]) -> bool:
    """Whether a figure read already covers the words of the line."""
    if line.rule != "plain" or (line.threshold is not None and line.threshold not in THRESHOLDS):
        return True
    own = [d for d in drafts if d.measure != "guideline"]
    return any(d.focus[0] < line.last and first < d.focus[1] for d in own) or _compared(parsed, first)


def _compared(parsed: Parsed, at: int) -> bool:
    return parsed.tokens[at - 1].low in ("at", "on", "up", "to") or parsed.tokens[at - 1].low in (
        "make",
        "makes",
        "made",
    )


def _owners(parsed: Parsed, calendar: Calendar, verb: int) -> list[SubjectMention] | None:
    """The allies right in front of a verdict, over auxiliaries and adverbs."""
    i = verb - 1
    while i >= 0 and verb - i <= _GAP:
        ally = next((s for s in parsed.subjects if s.last == i + 1), None)
        if ally is not None and ally.entity not in ("NATO", "EUR", "EUR_CAN"):
            return _list_ending(parsed, calendar, ally)
        low = parsed.tokens[i].low
        few = {"few", "only", "first", "handful", "last"} & {t.low for t in parsed.tokens[max(0, i - 5) : i]}
        wish = low == "to" and parsed.tokens[i - 1].low not in words("infinitive") and not few
        number = any(q.core[0] <= i < q.core[1] and not q.unit for q in parsed.quantities)
        if (low not in words("owner_gap") and low not in _AHEAD and low != "," and not number) or wish:
            return None
        i -= 1
    return None


def _list_ending(parsed: Parsed, calendar: Calendar, last: SubjectMention) -> list[SubjectMention] | None:
    """`Belgium, Canada and Spain` up to its last member; None where the words name no allies as subjects."""
    found = [last]
    for other in reversed([s for s in parsed.subjects if s.last <= last.first]):
        gap = [t.low for t in parsed.tokens[other.last : found[0].first]]
        if gap not in _JOINS:
            break
        found.insert(0, other)
    bodies = all(s.entity in calendar.allies and s.names_a_body and s.kind != "metonym" for s in found)
    front = [t.low for t in parsed.tokens[max(0, found[0].first - 8) : found[0].first]]
    led = front[-1] if front else ""
    oblique = led in words("oblique")
    if not bodies or oblique or any(s.possessive for s in found) or set(front) & words("wished"):
        return None
    return found


def _threshold(parsed: Parsed, calendar: Calendar, topic: Topic) -> float:
    fresh = topic.measure in _LINE_MEASURES and topic.block >= parsed.sentence.block - 1
    carried = topic.threshold if fresh else None
    return carried if carried is not None and carried < 5 else calendar.guideline


def _draft(
    parsed: Parsed,
    calendar: Calendar,
    topic: Topic,
    owners: list[SubjectMention],
    span: tuple[int, int],
    verdict: tuple[bool, bool],
    line: float,
) -> Draft:
    """`verdict`: whether they miss it, and whether they go beyond it."""
    (missed, beyond), (year, source) = verdict, _year(parsed, calendar, topic)
    return Draft(
        span[0],
        span[1],
        span,
        Kind.FACT,
        "share_of_gdp",
        RULE,
        tuple(dict.fromkeys(s.entity for s in owners)),
        "<" if missed else ">" if beyond else ">=",
        below(line) if missed else above(line, beyond=beyond),
        "%",
        year,
        source,
        likely=source != "explicit",
    )


def below(line: float) -> Interval:
    """Less than the line."""
    return Interval(-math.inf, line, high_open=True, central=line)


def above(line: float, *, beyond: bool = False) -> Interval:
    """The line or more; `beyond`: more than it."""
    return Interval(line, math.inf, low_open=beyond, central=line)


def _year(parsed: Parsed, calendar: Calendar, topic: Topic) -> tuple[str, str]:
    on = calendar.on
    years = [p for p in parsed.periods if p.role == "in" and len(p.value) == 4 and p.value.isdecimal()]
    past = [p for p in years if on is None or int(p.value) <= on.year]
    if past:
        return past[0].value, past[0].source
    fresh = topic.measure in _LINE_MEASURES and topic.block >= parsed.sentence.block - 1
    if fresh and topic.period[:4].isdecimal():
        return topic.period, "carried"
    return str(calendar.newest_year or ""), "now"


def _named_beside(parsed: Parsed, calendar: Calendar, count: Draft) -> list[Draft]:
    """`Nine governments, Spain's and Italy's among them, fall short`; `three allies, namely Poland, …`."""
    if count.threshold is None or count.comparison:
        return []
    for group in _groups_beside(parsed, calendar, count):
        before, after = parsed.tokens[group[0].first - 1].low, group[-1].last
        among = phrases("among").longest(parsed.tokens, after)
        front = before in _TOLD or parsed.text(max(0, group[0].first - 2), group[0].first) == "such as"
        whole = before in (":", "namely", "—", "-") and count.value is not None and count.value.central != len(group)
        if (among is None and not front) or whole:
            continue
        value = below(count.threshold) if count.below else above(count.threshold)
        span = (group[0].first, after)
        entities = tuple(dict.fromkeys(s.entity for s in group))
        sign = "<" if count.below else ">="
        told = (count.period, count.period_from)
        return [Draft(*span, span, count.kind, "share_of_gdp", RULE, entities, sign, value, "%", *told, likely=True)]
    return []


def _groups_beside(parsed: Parsed, calendar: Calendar, count: Draft) -> list[list[SubjectMention]]:
    """Lists of allies inside a count's words or within a few tokens behind them."""
    near = [s for s in parsed.subjects if count.focus[1] <= s.first <= count.last + 24 and s.entity in calendar.allies]
    found: list[list[SubjectMention]] = []
    for one in near:
        gap = [t.low for t in parsed.tokens[found[-1][-1].last : one.first]] if found else []
        if found and gap in _JOINS:
            found[-1].append(one)
        elif one.first <= count.last + 4:
            found.append([one])
    return found
