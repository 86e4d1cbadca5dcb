"""Statements about the guideline without a number: `Canada is among those who fall short`, `all allies met it`."""

from __future__ import annotations

import math

from burdenshare.reading.context import Calendar
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list
from burdenshare.reading.years_of_agreements import agreement_year

_BEYOND = frozenset({"exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed"})
_SHORT = word_list("falling_short")
_MEETS = word_list("meeting_target")
_UNSURE = word_list("unsure")
_GOING_ON = frozenset({"continue", "continues", "continued", "fail", "fails", "failed", "managed"})
MAX_SHARE = 10
_MEMBERSHIP_GAP = word_list("between_allies_and_verdict")
_GUIDELINE_MEASURES = frozenset({"guideline", "allies_at_guideline", "fraction_at_guideline"})


def set_drafts(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Allies said to meet or miss the guideline, where the sentence itself gives no percentage."""
    said = _target_said(parsed)
    if said is None or _imagined(parsed):
        return []
    everyone = _everyone(parsed, calendar, topic, said or calendar.guideline)
    if everyone is not None:
        return [everyone]
    fresh = topic.measure in _GUIDELINE_MEASURES and topic.block >= parsed.sentence.block - 1
    if not (fresh or said or (parsed.cues.has("target") and parsed.cues.has("defence"))):
        return []
    for name, words in (("missed", _SHORT), ("met", _MEETS)):
        for first, last in parsed.cues.hits.get(name, ()):
            if parsed.text(first, last) in words and not _under_something_else(parsed, first, last):
                draft = _membership(parsed, calendar, topic, (first, last), name == "missed")
                if draft is not None:
                    return [draft]
    return []


def _imagined(parsed: Parsed) -> bool:
    """`Had Canada met the pledge, NATO would be glad`, `Were Italy to meet it`: what is not so."""
    return parsed.lows[:1] in (["had"], ["were"], ["should"]) and not parsed.words.isdisjoint(_WOULD)


_WOULD = frozenset({"would", "could", "might"})


def _under_something_else(parsed: Parsed, first: int, last: int) -> bool:
    """`Bulgaria under no obligation to raise it`, `Belgium under pressure to meet it`: no place below the line."""
    if parsed.lows[last - 1] != "under":
        return False
    behind = parsed.lows[last : last + 1]
    return bool(behind) and behind[0] not in _LED_IN and parsed.tokens[last].kind != "number"


_LED_IN = frozenset({"the", "its", "their", "that", "this", "it", "nato", "two", "three", ",", "."})


def _target_said(parsed: Parsed) -> float | None:
    """The percentage of the target the sentence names (0 where it names none); None where one is of something else."""
    said = 0.0
    for q in parsed.quantities:
        if q.unit not in ("%", "pp"):
            continue
        behind = [start for start, _ in parsed.cues.hits.get("target", ()) if q.core[1] <= start <= q.core[1] + 3]
        if said and not behind and _planned_next(parsed, q):
            continue
        if q.unit == "pp" or not behind or q.number.value not in THRESHOLDS:
            return None
        said = q.number.value
    return said


def _planned_next(parsed: Parsed, share: Quantity) -> bool:
    """`meets NATO's 2 % benchmark and aims to lift spending to 3 % by 2030`: a plan behind the verdict."""
    ands = [i for i in range(share.first) if parsed.lows[i] in ("and", "but")]
    told = [end for _, end in parsed.cues.hits.get("target", ()) if end <= share.first]
    if not ands or not told or ands[-1] < told[-1]:
        return False
    return parsed.lows[ands[-1] + 1] in _PLANS and parsed.cues.has("future", ands[-1], share.first)


_PLANS = word_list("planning_verbs") | word_list("vowing_verbs")


def _everyone(parsed: Parsed, calendar: Calendar, topic: Topic, guideline: float) -> Draft | None:
    """`All allies met the 2 % target`, `every ally is expected to meet it`: the whole as a fraction of one."""
    tokens = parsed.tokens
    if "all" not in parsed.words and "every" not in parsed.words:
        return None
    for i, token in enumerate(tokens):
        if i and tokens[i - 1].low in ("for", "on", "that") and "to" in [t.low for t in tokens[i : i + 4]]:
            continue  # "it is in our interests for every member to meet it"
        if i and tokens[i - 1].low in ("of", "in", "by"):
            continue  # "two out of every three members", "an agreement by all members to meet it"
        if token.low not in ("all", "every") or any(
            q.core[0] in (i + 1, i + 2) and not q.unit for q in parsed.quantities
        ):
            continue
        noun = max((end for start, end in parsed.cues.hits.get("member_nouns", ()) if i < start <= i + 2), default=0)
        met = next((s for s in parsed.cues.hits.get("met", ()) if noun and noun <= s[0] <= noun + 6), None)
        target = met is not None and parsed.cues.has("target", met[0], min(len(tokens), met[1] + 8))
        denied = _UNSURE & {t.low for t in tokens[max(0, i - 2) : noun + 6]}
        if met is None or not target or denied:
            continue
        if not _ENSURING.isdisjoint(parsed.lows[max(0, i - 3) : i]):
            continue  # "it would be better to first ensure that all countries meet it"
        if not _REMINDING.isdisjoint(parsed.lows[max(0, i - 4) : i]) and "to" in parsed.lows[noun : met[0]]:
            continue  # "a reminder to all members to meet their commitments"
        if parsed.lows[met[0] - 1] == "to" and not _UNDERTAKEN.isdisjoint(parsed.lows[noun : met[0]]):
            continue  # "all member countries agreed to meet the 2 % guideline by 2024"
        if parsed.lows[met[0] - 1] == "of" and parsed.lows[met[0] - 2] in word_list("aims_agreed_on"):
            continue  # "all members agreed to an ambition of meeting the guideline"
        whole = _whole_named(parsed, i, met[0])
        if whole is not None:
            return _whole(parsed, calendar, i, met[1], guideline, whole)
    return None


def _whole_named(parsed: Parsed, first: int, last: int) -> str | None:
    """Whose members `all` are: the alliance's, or a group's named there; None where an exception or another part is."""
    between = set(parsed.lows[first:last])
    if between & word_list("excepting"):
        return None
    groups = [s.entity for s in parsed.subjects if first <= s.first < last]
    placed = between & {"in", "on", "from", "along", "bordering", "with", "that", "who", "which"}
    if not groups:
        return None if placed else "NATO"
    return groups[-1] if groups[-1] in COUNTED else None


_UNDERTAKEN = word_list("committing_words") | {"promising", "pledging", "committing", "undertook", "signed", "want"}
_ENSURING = frozenset({"ensure", "ensures", "ensuring", "guarantee", "until", "once", "unless"})
_REMINDING = frozenset({"reminder", "reminded", "reminds", "warned", "warning", "told", "appeal", "call", "plea"})
COUNTED = frozenset({"NATO", "EUR", "EUR_CAN", "BALTIC", "NORDIC", "B9", "V4"})
"""Groups whose members can be told one by one; of a union that is not all allied the record cannot."""


_ALMOST = frozenset({"almost", "nearly", "virtually", "practically", "just"})
"""In front of `all` and `every` these leave open how many."""


def _whole(parsed: Parsed, calendar: Calendar, first: int, last: int, guideline: float, group: str) -> Draft:
    explicit = next((p for p in parsed.periods if p.role == "in" and len(p.value) == 4), None)
    ahead = parsed.cues.has("future", first, last)
    year = str(calendar.on.year) if ahead and calendar.on else str(calendar.newest_year or "")
    return Draft(
        first,
        last,
        (first, last),
        Kind.FACT,
        "fraction_at_guideline",
        "all allies at the guideline",
        subject=(group,),
        value=Interval(1.0, 1.0, central=1.0, kind="count"),
        unit="fraction",
        period=explicit.value if explicit else year,
        period_from=explicit.source if explicit else "relative" if ahead else "now",
        threshold=guideline,
        holes=frozenset({"denominator"}),
        modality=Modality.FORECAST if ahead else Modality.FACT,
        likely=first > 0 and parsed.lows[first - 1] in _ALMOST,
    )


def _membership(parsed: Parsed, calendar: Calendar, topic: Topic, verb: tuple[int, int], missed: bool) -> Draft | None:
    """The allies right in front of a verb of meeting or missing, with the line it speaks of."""
    first, last = verb
    allies = _members(parsed, calendar, first, last)
    if not allies or _no_statement(parsed, first, last) or _made_to(parsed, allies, first):
        return None
    said = _target_said(parsed)
    fresh = not said and _speaks_of_the_line(parsed, topic)
    line = said or (topic.threshold if fresh else None) or calendar.guideline
    missed = missed or (allies[0].first > 0 and parsed.tokens[allies[0].first - 1].low == "neither")
    beyond = not missed and parsed.text(first, last) in _BEYOND
    end = _end_of_target(parsed, last)
    if _of_other_things(parsed, end):
        return None
    period, source = _year_of(parsed, calendar, topic, fresh)
    if source != "explicit" and _at_an_open_time(parsed):
        period, source = "", ""  # "at that time, only Greece and the US met the goal": of no newest year
    return Draft(
        allies[0].first,
        end,
        (allies[0].first, last),
        Kind.FACT,
        "share_of_gdp",
        "in the set",
        subject=tuple(s.entity for s in allies),
        comparator="<" if missed else ">" if beyond else ">=",
        value=Interval(-math.inf, line, high_open=True, central=line)
        if missed
        else Interval(line, math.inf, low_open=beyond, central=line),
        unit="%",
        period=period,
        period_from=source,
        likely=not source,
    )


def _made_to(parsed: Parsed, allies: list[SubjectMention], verb: int) -> bool:
    """`has no means to make Spain meet the target`: one ally "meet", without an s, only where somebody makes it."""
    alone = len(allies) == 1 and allies[0].last == verb and allies[0].entity not in _PLURAL
    return alone and parsed.lows[verb] in ("meet", "reach", "exceed", "surpass", "miss")


_PLURAL = frozenset({"NLD", "USA"})
"""Allies whose names some take for several: `the Netherlands meet it`."""


def _speaks_of_the_line(parsed: Parsed, topic: Topic) -> bool:
    return topic.measure in _GUIDELINE_MEASURES and topic.block >= parsed.sentence.block - 1


def _no_statement(parsed: Parsed, first: int, last: int) -> bool:
    """No object, a wish, a plan or a condition: the verb tells of nobody that the line is reached."""
    low, high = parsed.clause(first, last)
    target = parsed.cues.has("target", first, min(len(parsed.tokens), last + 9))
    if parsed.tokens[first - 1].low == "to" and parsed.tokens[max(0, first - 2)].low not in _GOING_ON:
        return True  # "for Canada to meet its pledge": not that it does
    if parsed.lows[max(0, first - 2) : first] == ["to", "not"]:
        return True  # "leaves room for Spain, Belgium and Slovakia, to not hit the goals"
    object_said = target or parsed.text(first, last).endswith("short")
    return not object_said or parsed.cues.has("future", low, first) or parsed.cues.has("hypothetical", low, high)


def _members(parsed: Parsed, calendar: Calendar, first: int, last: int) -> list[SubjectMention]:
    """The allies that are the verb's subject; none where a number of others is, or their meeting it is denied."""
    low, _ = parsed.clause(first, last)
    allies = [
        s
        for s in parsed.subjects
        if low <= s.first and s.last <= first and s.entity in calendar.allies and s.names_a_body and not s.possessive
    ]
    allies = [s for s in allies if any(t.capital for t in parsed.tokens[s.first : s.last])]  # not `the states`
    if not allies or any(q.core[0] < first and q.core[0] > allies[0].last and not q.unit for q in parsed.quantities):
        return []
    denied = _denied(parsed, allies[0].first)
    allies = _listed(parsed, _named_before(parsed, calendar, allies))
    told = _subject_like(parsed, allies[-1], first) and not denied and not _denied(parsed, allies[0].first)
    return allies if told else []


def _named_before(parsed: Parsed, calendar: Calendar, allies: list[SubjectMention]) -> list[SubjectMention]:
    """`Greece, the UK, and the US met it`: a comma in front of `and` parts clauses and lists alike, so that the names
    in front of the clause are looked at too."""
    front = [s for s in parsed.subjects if s.last <= allies[0].first and s.entity in calendar.allies]
    return [*(s for s in front if s.names_a_body and not s.possessive), *allies]


def _listed(parsed: Parsed, allies: list[SubjectMention]) -> list[SubjectMention]:
    """Those of one list that ends with the last: not the White House of `at the White House he said that Spain`."""
    at = len(allies) - 1
    while at and set(parsed.lows[allies[at - 1].last : allies[at].first]) <= _LISTING:
        at -= 1
    return allies[at:]


_LISTING = frozenset({",", "and", "or", "nor", "the", "both", "as", "well"})


def _year_of(parsed: Parsed, calendar: Calendar, topic: Topic, fresh: bool) -> tuple[str, str]:
    """(year, how it was found): one of the sentence that has come, else the text's, else the newest."""
    for p in parsed.periods:
        past = p.value.isdecimal() and (calendar.on is None or int(p.value) <= calendar.on.year)
        if "since" in parsed.lows[max(0, p.first - 5) : p.first] or agreement_year(parsed, p):
            continue
        if p.role == "in" and p.source in ("explicit", "relative") and len(p.value) == 4 and past:
            return p.value, p.source
    if fresh and topic.period[:4].isdecimal():
        return topic.period, "carried"
    return str(calendar.newest_year or ""), "carried" if fresh and topic.period else "now"


def _at_an_open_time(parsed: Parsed) -> bool:
    """`met it at the time of the Wales summit`, `when he took office`: a time that no year tells."""
    words = f" {parsed.text(0, len(parsed.tokens))} "
    return " at the time" in words or " at that time" in words or " back then " in words or " when " in words


def _of_other_things(parsed: Parsed, end: int) -> bool:
    """`the target of 50,000 reservists`, `the goal of $100 billion`."""
    if parsed.text(end, end + 1) == "for" and not any(p.first <= end + 1 <= p.last for p in parsed.periods):
        return _SPENT_ON.isdisjoint(parsed.lows[end + 1 : end + 5])  # "the 2 % target for renewable energy"
    if parsed.text(end, end + 1) != "of":
        return False
    things = [q for q in parsed.quantities if end < q.core[0] <= end + 3]
    return bool(things) and (
        things[0].unit not in ("%", "") or (not things[0].unit and things[0].number.value > MAX_SHARE)
    )


_SPENT_ON = frozenset({"defence", "defense", "military", "spending", "nato", "members", "allies", "the"})


def _denied(parsed: Parsed, first: int) -> bool:
    """`ministers denied the United Kingdom has missed it`, `only America besides Britain meets it`."""
    front = {t.low for t in parsed.tokens[max(0, first - 3) : first]}
    return bool(front & {"denied", "denies", "deny", "besides", "disputed", "rejected", "whether", "if"})


def _end_of_target(parsed: Parsed, last: int) -> int:
    """Where the target's words behind the verb end."""
    spans = parsed.cues.spans("target", last, min(len(parsed.tokens), last + 9))
    return min((end for _, end in spans), default=last)


def _subject_like(parsed: Parsed, ally: SubjectMention, verb: int) -> bool:
    """Between the ally and the verb stand only words of the verb phrase: `is among those who continue to`."""
    return all(t.low in _MEMBERSHIP_GAP for t in parsed.tokens[ally.last : verb])
