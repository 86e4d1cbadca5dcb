"""Allies by name that meet or miss the line without a figure of their own: `Poland and Estonia already meet it`."""

from __future__ import annotations

import math
from dataclasses import replace

from burdenshare.reading.context import Calendar
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.allies.lines import Line, line_after, phrases, words
from burdenshare.reading.gleaning.allies.standing import COUNTS, RULE
from burdenshare.reading.gleaning.allies.verdicts import stands_for, verdicts
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.years_of_agreements import agreement_year

_LINE_MEASURES = frozenset({"guideline", *COUNTS})
_GAP = 10
_JOINS = ([","], ["and"], [",", "and"], ["or"], ["nor"], [",", "or"], ["both"], ["and", "the"], [",", "the"])
_AHEAD = frozenset({"will", "expected", "due", "set", "track", "course", "projected", "forecast", "likely", "on"})
_PAST = frozenset({"was", "were", "had"})
_TOLD = frozenset({"namely", "including", ":", "—", "-", "notably", "like", ","})


PARTS = frozenset({"BALTIC", "NORDIC", "B9", "V4", "NB8"})
"""Groups within the alliance that may stand for their members."""
_WHOLES = frozenset({"NATO", "EUR", "EUR_CAN"})
_ALIKE = frozenset({"collectively", "jointly", "combined"})
_TOGETHER = frozenset({"all", "each", "both", "expected", "set", "due", "forecast", "projected", "finally"})


def lists_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """The lists of one sentence: subjects of a verdict, and those named beside a count."""
    if not any(s.entity in calendar.allies or s.entity in PARTS | _WHOLES for s in parsed.subjects):
        return []
    told = {entity for d in drafts if d.rule == "in the set" for entity in d.subject}
    beside = [d for count in drafts if count.measure in COUNTS for d in _named_beside(parsed, calendar, count)]
    named = [d for d in beside if not told & set(d.subject)]
    if named or any(d.rule == "in the set" for d in drafts) or not _of_the_line(parsed, topic):
        return named
    included = _included(parsed, calendar, topic)
    if included is not None:
        return [included]
    found: list[Draft] = []
    for i in verdicts().begins(parsed.lows):
        one = _verdict_draft(parsed, calendar, topic, drafts, i)
        if one is not None and not (found and one.first < found[-1].last):
            found.append(one)
    return [*found, *(_contrary(parsed, calendar, topic, found[0]) if len(found) == 1 else [])]


_BARE = frozenset({"reach", "meet", "attain", "achieve", "exceed", "surpass", "fulfil", "fulfill"})
"""Verbs that a single country takes with an s, unless it is only wished."""
_MEMBERS = frozenset({"countries", "nations", "members", "allies", "those", "states", "laggards", "governments"})
_NAMING = frozenset({"include", "includes", "included", "are", "were", ":"})


def _included(parsed: Parsed, calendar: Calendar, topic: Topic) -> Draft | None:
    """`Countries missing the goal include Belgium, Canada and Spain`: named behind the verdict on all of their kind."""
    opener = next((i for i, low in enumerate(parsed.lows[:5]) if low in _MEMBERS), None)
    if opener is None or not {"other", "the", "nato", "among", "nato's", "allied", "member"} >= set(
        parsed.lows[:opener]
    ):
        return None
    at = next((i for i in range(opener + 1, len(parsed.lows)) if parsed.lows[i] in _NAMING), None)
    if at is None or parsed.cues.has("future", opener, at):
        return None
    denied = not words("negators").isdisjoint(parsed.lows[opener:at])
    met = parsed.cues.has("met", opener, at) and not denied
    missed = parsed.cues.has("missed", opener, at) or "missing" in parsed.lows[opener:at]
    line = next((q.number.value for q in parsed.quantities if opener < q.first < at and q.unit == "%"), None)
    spans = [*parsed.cues.spans("missed", opener, at), *parsed.cues.spans("met", opener, at)]
    named = any(line_after(parsed, end) is not None for _, end in spans)
    first = next((s for s in parsed.subjects if at < s.first <= at + 2 and s.entity in calendar.allies), None)
    if missed is met or not named or first is None or any(at < q.first for q in parsed.quantities):
        return None
    group = [first]
    for s in parsed.subjects:
        if s.first >= group[-1].last and parsed.lows[group[-1].last : s.first] in _JOINS:
            group.append(s)
    if len(group) < 2 or any(s.entity not in calendar.allies or s.possessive for s in group):
        return None
    told = line if line is not None else line_told(parsed, calendar, topic)
    draft = list_draft(parsed, calendar, topic, group, (opener, group[-1].last), (missed, False), told)
    return replace(draft, likely=draft.period_from != "explicit")


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
            replace(list_draft(parsed, calendar, topic, owners, span, (missed, False), told.value.central), likely=True)
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


def _verdict_draft(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft], i: int) -> Draft | None:
    for last, rows in reversed(verdicts().every(parsed.tokens, i)):
        line = line_after(parsed, last)
        row = rows[0]
        if row.needs != "object" or row.polar == "spends" or line is None or _held(parsed, line, last, drafts):
            continue
        owners = _owners(parsed, calendar, i)
        if owners is None:
            return None
        between = {t.low for t in parsed.tokens[owners[-1].last : i]}
        if len(owners) == 1 and _only_wished(parsed, owners[0], i):
            return None
        neither = owners[0].first > 0 and parsed.tokens[owners[0].first - 1].low == "neither"
        yet_to = "yet" in between and "to" in between
        ahead = bool(between & _AHEAD)
        together = parsed.lows[max(0, owners[0].first - 2) : owners[0].first][-1:] == ["with"]
        if ahead and (between & _PAST or not (together or _this_year(parsed, calendar))):
            return None
        missed = (row.polar == "missed") is not (bool(between & words("negators")) or yet_to or neither)
        told = line.threshold if line.threshold is not None else line_told(parsed, calendar, topic)
        span = (owners[0].first, line.last)
        beyond = parsed.text(i, last) in words("strictly")
        draft = list_draft(parsed, calendar, topic, owners, span, (missed, beyond), told)
        noun = line.named or any(line.last <= start <= line.last + 2 for start, _ in parsed.cues.hits.get("target", ()))
        said = noun and (line.threshold is not None or draft.period_from == "explicit")
        return replace(draft, likely=not said, modality=Modality.FORECAST if ahead else Modality.FACT)
    return None


def _only_wished(parsed: Parsed, owner: SubjectMention, verb: int) -> bool:
    """`proposed that Belgium reach 2 per cent`: the verb of a single country without its s tells what is not so yet."""
    alone = len(owner.entity) == 3 and "and" not in parsed.lows[max(0, owner.first - _GAP) : owner.first]
    return alone and owner.last == verb and parsed.lows[verb] in _BARE


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
        if ally is not None and ally.entity in _WHOLES and _ALIKE & set(parsed.lows[ally.last : verb]):
            return [ally]  # "the European allies and Canada will collectively meet the target"
        if ally is not None and ally.entity not in _WHOLES:
            return list_ending(parsed, calendar, ally)
        low = parsed.tokens[i].low
        few = {"few", "only", "first", "handful", "last"} & {t.low for t in parsed.tokens[max(0, i - 5) : i]}
        wish = low == "to" and parsed.tokens[i - 1].low not in words("infinitive") and not few
        number = any(q.core[0] <= i < q.core[1] and not q.unit for q in parsed.quantities)
        if (low not in words("owner_gap") and low not in _AHEAD and low != "," and not number) or wish:
            return None
        i -= 1
    return None


def list_ending(parsed: Parsed, calendar: Calendar, last: SubjectMention) -> list[SubjectMention] | None:
    """`Belgium, Canada and Spain` up to its last member; None where the words name no allies as subjects."""
    found = [last]
    for other in reversed([s for s in parsed.subjects if s.last <= last.first]):
        gap = [t.low for t in parsed.tokens[other.last : found[0].first]]
        if gap not in _JOINS:
            break
        found.insert(0, other)
    one = len(found) == 1 and last.entity in PARTS
    bodies = one or all(s.entity in calendar.allies and s.names_a_body and s.kind != "metonym" for s in found)
    front = [t.low for t in parsed.tokens[max(0, found[0].first - 8) : found[0].first]]
    led = front[-1] if front else ""
    behind = parsed.tokens[last.last].low if last.last < len(parsed.tokens) else ""
    together = led == "with" and len(found) > 1 and behind in _TOGETHER  # "with Spain and Italy both expected to …"
    none = not _NONE.isdisjoint(parsed.lows[max(0, found[0].first - 14) : found[0].first])
    among_none = led in ("including", "the") and "including" in front and none
    oblique = (led in words("oblique") and not together) or _not_even(front) or among_none
    if not bodies or oblique or any(s.possessive for s in found) or set(front) & words("wished"):
        return None
    return found


_NONE = frozenset({"none", "no", "neither"})
"""`none of the 32 members, including the United States, hits it`: an example of those who do not."""


def _not_even(front: list[str]) -> bool:
    """`no member, not even the United States, reaches it`: an example of those who do not."""
    words = front[:-1] if front[-1:] == ["the"] else front
    return words[-1:] == ["even"] and words[-2:-1] in (["not"], ["nor"])


def line_told(parsed: Parsed, calendar: Calendar, topic: Topic) -> float:
    fresh = topic.measure in _LINE_MEASURES and topic.block >= parsed.sentence.block - 1
    carried = topic.threshold if fresh else None
    line = carried in THRESHOLDS and carried < 5  # "short of the goal, contributing 1.3 %": a share, and no line
    return carried if carried is not None and line else calendar.guideline


def list_draft(
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
    years = [p for p in parsed.periods if len(p.value) == 4 and p.value.isdecimal()]
    opened = [p for p in years if parsed.lows[p.last : p.last + 1] == ["when"] and p.role in ("in", "from")]
    if opened:
        return opened[-1].value, opened[-1].source  # "a rise from 2014, when only the US and Greece met it"
    years = [p for p in years if p.role == "in" and not agreement_year(parsed, p)]
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
        if before == "the":
            before = parsed.tokens[group[0].first - 2].low  # "five of the 28 — the United States, Greece, …"
        among = phrases("among").longest(parsed.tokens, after)
        pair = parsed.text(max(0, group[0].first - 2), group[0].first)
        front = before in _TOLD or pair in ("such as", "among them")
        closed = before in (":", "namely", "—", "-") or (before == "," and among is None)
        whole = closed and count.value is not None and count.value.central != len(group)
        if (among is None and not front) or whole:
            continue
        value = below(count.threshold) if count.below else above(count.threshold)
        span = (group[0].first, max(after, count.last))
        entities = tuple(dict.fromkeys(s.entity for s in group))
        sign = "<" if count.below else ">="
        told = (count.period, count.period_from)
        return [Draft(*span, span, count.kind, "share_of_gdp", RULE, entities, sign, value, "%", *told, likely=True)]
    return []


def _described(parsed: Parsed, gap: list[str]) -> bool:
    """`Britain, Estonia, debt-laden Greece and tiny Latvia`: words of description before a name of the list."""
    joint = next((n for n in (2, 1) if gap[:n] in _JOINS), 0)
    rest = [word for word in gap[joint:] if word not in ("-", "the")]
    return bool(joint) and 0 < len(rest) <= 2 and all(word.isalpha() and word not in _NO_ADJECTIVES for word in rest)


_NO_ADJECTIVES = frozenset(
    {"with", "to", "but", "while", "which", "where", "not", "than", "for", "in", "by", "of", "as"}
)


def _opened(parsed: Parsed, one: SubjectMention) -> bool:
    """`five meet the goal of spending 2 percent — the United States, …`: right behind a dash or colon."""
    at = one.first - (parsed.lows[one.first - 1] == "the") - 1
    return at > 0 and parsed.lows[at] in (":", "—", "–", "--")


def _groups_beside(parsed: Parsed, calendar: Calendar, count: Draft) -> list[list[SubjectMention]]:
    """Lists of allies inside a count's words or within a few tokens behind them."""
    near = [s for s in parsed.subjects if count.focus[1] <= s.first <= count.last + 24 and s.entity in calendar.allies]
    found: list[list[SubjectMention]] = []
    for one in near:
        gap = [t.low for t in parsed.tokens[found[-1][-1].last : one.first]] if found else []
        if found and (gap in _JOINS or _described(parsed, gap)):
            found[-1].append(one)
        elif one.first <= count.last + (6 if ":" in parsed.lows[count.focus[1] : one.first] else 4) or _opened(
            parsed, one
        ):
            found.append([one])
    return found
