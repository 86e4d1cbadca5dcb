"""Who joined the alliance when, by the words around it: `became ally number 32 on Thursday`."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.when import told_day
from burdenshare.reading.gleaning.happenings.words import hits, holds, joined_list, ordinal_at, words
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list
from burdenshare.reading.tries import Hit

RULE = "accession, by the words around it"
_NEAR = 12
_AWAY = 7
_UNSTATED = ("hypothetical", "denial")


def entries(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every accession with a date that a sentence tells."""
    found: list[Draft] = []
    if not parsed.periods:
        return found
    for hit in hits(parsed, "joined", "accession"):
        if _other(parsed, hit) or any(parsed.cues.has(name) for name in _UNSTATED) or _ahead(parsed, hit):
            continue
        draft = _after_the_last(parsed, hit, found)
        if draft is None and parsed.tokens[hit.first].low != "followed":
            draft = _entry(parsed, calendar, topic, hit)
        if draft is not None:
            found.append(draft)
            found += _counted_from(parsed, calendar, draft)
    return found


def _ahead(parsed: Parsed, hit: Hit[str]) -> bool:
    """`will join`, `hopes for entry in 2027`: no accession yet."""
    front = {t.low for t in parsed.tokens[max(0, hit.first - 5) : hit.first]}
    return bool(front & words("not_yet"))


def _other(parsed: Parsed, hit: Hit[str]) -> bool:
    """What is joined must be the alliance: it is named, or a member or ally, or nothing stands there."""
    if hit.payload == "accession" and not any(s.entity == "NATO" for s in parsed.subjects):
        return True
    if parsed.tokens[hit.first].low in ("became", "becoming"):
        near = {t.low for t in parsed.tokens[hit.first : hit.last + 4]}
        # "became NATO's second-biggest spender" is none
        owned = any(
            s.entity == "NATO" and s.possessive and hit.first < s.first <= hit.last + 1 for s in parsed.subjects
        )
        return near.isdisjoint(_MEMBERS if owned else words("member_words"))
    bare = parsed.tokens[hit.last - 1].low in _BARE and hit.last < len(parsed.tokens)
    if bare and parsed.tokens[hit.last].kind == "word" and parsed.tokens[hit.last].low not in words("may_follow"):
        return True  # "entered recession", "joined a call"
    return holds(parsed, "other_bodies", hit.first, hit.last + 5) or any(s.entity == "EU" for s in parsed.subjects)


_MEMBERS = frozenset({"member", "members", "ally", "allies"})
_BARE = frozenset({"acceded", "admitted", "entered", "joined", "joining", "up"})


def _entry(parsed: Parsed, calendar: Calendar, topic: Topic, hit: Hit[str]) -> Draft | None:
    owner = _owner(parsed, calendar, topic, hit)
    when = _when(parsed, calendar, hit, owner)
    if owner is None or when is None:
        return None
    entities, start, end = owner
    if len(entities) > 1 and _two_dates(parsed, when[3]):
        return None  # "Finland and Sweden joined in 2023 and 2024": whose is which, the words do not say
    value, source, first, last = when
    others = [s for s in parsed.subjects if hit.last <= s.first < first and s.entity in calendar.allies]
    if any(s.entity not in entities for s in others) or _behind_another_event(parsed, hit.last, last):
        return None  # "Finland joined, and Sweden followed in March 2024", "joined after the invasion of 2022"
    if last <= start and _apart(parsed, last, start):
        return None  # "In April 2024, after Sweden joined NATO, the lake was calm"
    if parsed.lows[hit.first - 1 : hit.first] == ["to"]:
        return None  # "are now close to joining"
    if not _CEREMONIES.isdisjoint(parsed.lows[last : hit.first]):
        return None  # "The flag was raised on 11 March to mark the accession"
    if _another_step(parsed, hit):
        return None
    near = {t.low for t in parsed.tokens[hit.first : hit.last + 5]}
    alliance = next((s for s in parsed.subjects if s.entity == "NATO" and s.first >= hit.last), None)
    member = bool(words("member_words") & near)
    if alliance is not None and alliance.first - hit.last <= 2 and alliance.possessive and not member:
        return None  # "joined NATO's exercise": something of the alliance's
    if alliance is not None and alliance.first - hit.last <= 2 and _heads_a_thing(parsed, alliance.last):
        return None  # "joined the NATO battlegroup"
    named = any(s.entity == "NATO" for s in parsed.subjects) or member
    span = min(start, hit.first, first), max(end, hit.last, last)
    return _draft(span, entities, value, source, likely=not named or start == hit.first or "founding" in near)


def _heads_a_thing(parsed: Parsed, behind: int) -> bool:
    """`joined the NATO battlegroup`, `the NATO training mission`, `the NATO target`: what the name only describes."""
    return not _THINGS.isdisjoint(parsed.lows[behind : behind + 1])


_THINGS = word_list("things_of_the_alliance") | word_list("units_of_forces")
_CEREMONIES = frozenset({"mark", "marks", "marked", "marking", "celebrate", "celebrated", "celebrating", "honour"})
_OF_ANOTHER = word_list("behind_another_event")


_PAPERS = word_list("papers_of_joining")
_STEPS = word_list("steps_to_joining")


def _another_step(parsed: Parsed, hit: Hit[str]) -> bool:
    """`signed Finland's accession protocol`, `ratified Sweden's accession`, `the anniversary of Germany joining`: a
    step to the joining, or the memory of it."""
    low, _ = parsed.clause(hit.first, hit.last)
    noun = hit.payload == "accession" or parsed.lows[hit.first] in ("joining", "join", "accession")
    front = parsed.lows[max(low, hit.first - _STEPS_REACH) : hit.first]
    return not _PAPERS.isdisjoint(parsed.lows[hit.last : hit.last + 2]) or (noun and not _STEPS.isdisjoint(front))


_STEPS_REACH = 10
"""Words in front of a joining within which a step to it is told."""


def _behind_another_event(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the date is that of something which the joining came after or before."""
    return not _OF_ANOTHER.isdisjoint(parsed.lows[first:last])


def _apart(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a date in front is told apart from the joining: before or after it."""
    return not _APART.isdisjoint(parsed.lows[first:last])


_APART = word_list("told_apart")


def _two_dates(parsed: Parsed, last: int) -> bool:
    return any(p.first <= last + 2 and p.first > last and parsed.tokens[last].low == "and" for p in parsed.periods)


def _draft(span: tuple[int, int], entities: tuple[str, ...], value: str, source: str, *, likely: bool) -> Draft:
    return Draft(
        span[0],
        span[1],
        span,
        Kind.EVENT,
        "membership",
        RULE,
        subject=entities,
        comparator="",
        period=value,
        period_from=source,
        event="accession",
        likely=likely,
    )


def _owner(parsed: Parsed, calendar: Calendar, topic: Topic, hit: Hit[str]) -> tuple[tuple[str, ...], int, int] | None:
    """The allies in front of the verb (a list of them), behind the noun or `that`, or the one spoken of."""
    usable = [s for s in parsed.subjects if s.entity in calendar.allies and s.kind != "pronoun"]
    behind = [s for s in usable if 0 <= s.first - hit.last <= 1]
    if hit.payload == "accession" and behind:
        return (behind[0].entity,), behind[0].first, behind[0].last
    front = [s for s in usable if s.last <= hit.first and hit.first - s.last <= _NEAR]
    between = {t.low for t in parsed.tokens[front[-1].last if front else 0 : hit.first]}
    if front and not between & {"countries", "nations", "states", "two", "three"}:
        listed, start = joined_list(parsed, front[-1], calendar.allies)
        return tuple(s.entity for s in listed), start, front[-1].last
    earlier = [s for s in usable if s.last <= hit.first]
    pronoun = any(s.kind == "pronoun" and 0 <= hit.first - s.last <= 1 for s in parsed.subjects)
    if earlier and pronoun:
        return (earlier[-1].entity,), earlier[-1].first, earlier[-1].last
    member = any(ordinal_at(parsed.tokens, i) for i in range(hit.last, min(hit.last + 2, len(parsed.tokens))))
    if topic.country in calendar.allies and member and not usable:
        return (topic.country,), hit.first, hit.last
    return None


def _when(
    parsed: Parsed, calendar: Calendar, hit: Hit[str], owner: tuple[tuple[str, ...], int, int] | None
) -> tuple[str, str, int, int] | None:
    """The day, month or year that stands nearest to the verb in its clause."""
    low, high = parsed.clause(hit.first, hit.last)
    if hit.payload == "accession" and owner is not None:
        low = min(low, owner[1])
    whole = sum(1 for _ in hits(parsed, "joined")) == 1 and calendar.on is not None
    pool = [p for p in parsed.periods if (low <= p.first and p.last <= high) or (whole and p.last <= hit.first)]
    best: tuple[int, tuple[str, str, int, int]] | None = None
    for p in pool:
        away = p.first - hit.last if p.first >= hit.last else hit.first - p.last
        value = told_day(parsed, p, calendar.on)
        if value and away <= (_AWAY if p.first >= hit.last else 24) and (best is None or away < best[0]):
            best = away, (value, p.source, p.first, p.last)
    anniversary = _this_day(parsed, calendar.on)
    if anniversary is not None:
        return anniversary
    return best[1] if best else None


def _this_day(parsed: Parsed, on: date | None) -> tuple[str, str, int, int] | None:
    """`Forty years ago today`: the day of the text, as many years before."""
    for a, b in pairwise(parsed.periods):
        if on is not None and a.years_ago is not None and parsed.text(b.first, b.last) == "today" and b.first == a.last:
            return f"{on.year - round(a.years_ago[0])}-{on:%m-%d}", "relative", a.first, b.last
    return None


def _after_the_last(parsed: Parsed, hit: Hit[str], found: list[Draft]) -> Draft | None:
    """`Albania and Croatia followed five years later`: counted from the accession told just before."""
    later = next((p for p in parsed.periods if p.role == "later" and 0 <= p.first - hit.last <= 3), None)
    owners = [s for s in parsed.subjects if s.last <= hit.first and s.kind == "country"]
    if later is None or not found or not owners or not found[-1].period[:4].isdecimal():
        return None
    listed, start = joined_list(parsed, owners[-1], frozenset(s.entity for s in owners))
    year = str(int(found[-1].period[:4]) - later.back)
    return _draft((start, later.last), tuple(s.entity for s in listed), year, "relative", likely=True)


def _counted_from(parsed: Parsed, calendar: Calendar, draft: Draft) -> list[Draft]:
    """`on 6 May 1955, three years after Greece and Turkey`: when those joined."""
    for q in parsed.quantities:
        words_behind = parsed.text(q.core[1], q.core[1] + 2)
        if q.core[0] < draft.last or words_behind not in ("years after", "year after") or not draft.period:
            continue
        owners = [s for s in parsed.subjects if s.first >= q.core[1] + 2 and s.entity in calendar.allies]
        if owners and owners[0].first == q.core[1] + 2:
            last = _last_of_list(parsed, owners)
            year = str(int(draft.period[:4]) - int(q.number.value))
            entities = tuple(s.entity for s in owners[: owners.index(last) + 1])
            return [_draft((q.core[0], last.last), entities, year, "relative", likely=True)]
    return []


def _last_of_list(parsed: Parsed, owners: list[SubjectMention]) -> SubjectMention:
    last = owners[0]
    for one in owners[1:]:
        if parsed.text(last.last, one.first) not in (",", "and", ", and"):
            break
        last = one
    return last
