"""Who joined the alliance in which year: `Sweden joined NATO in 2024`."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.happenings.words import joined_list
from burdenshare.reading.happening_words import spans
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.summits import summit_period
from burdenshare.reading.tables import word_list

_STATES = frozenset(
    {"nato member", "a member of nato", "been a nato member", "been a member of nato", "been an ally", "been allies"}
    | {"been nato members", "been members of nato", "been members of the alliance", "been a member of the alliance"}
)
"""Words for being a member, which only `since` makes a day of joining."""


def _something_of(parsed: Parsed, body: SubjectMention | None, year: PeriodMention) -> bool:
    """`joined the NATO mission in Iraq in 2018`: a noun behind the alliance's name is what was joined."""
    if body is None:
        return False
    between = parsed.tokens[body.last : year.first]
    return body.possessive or any(t.kind == "word" and t.low not in _IDLE for t in between)


_IDLE = frozenset({"as", "back", "fully", "in", "just", "last", "late", "early", "on", "only", "since", "the", "this"})
_ALLIANCE = frozenset({"nato", "alliance", "bloc"})


def _a_country(entity: str, calendar: Calendar) -> bool:
    return len(entity) == 3 and entity.isupper() and entity not in ("EUR", "NAC", "JEF")


def _of_several(parsed: Parsed, ally: SubjectMention, year: PeriodMention) -> bool:
    """`Finland and Sweden joined in 2023 and 2024`: a list of allies with two dates."""
    listed = ally.first > 0 and parsed.tokens[ally.first - 1].low == "and"
    following = [p for p in parsed.periods if year.last < p.first <= year.last + 2]
    return listed and bool(following) and parsed.tokens[year.last].low == "and"


def accessions(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`Sweden joined NATO in 2024`: an ally, a joining verb, the alliance, a year."""
    told = spans("joining", parsed)
    if not told or parsed.cues.has("hypothetical") or parsed.cues.has("future"):
        return []
    found: list[Draft] = []
    for first, last in told:
        found += _accession(parsed, calendar, first, last)
    if not found:
        return found
    return [*found, *(later for one in found for later in _following(parsed, calendar, one))]


def _accession(parsed: Parsed, calendar: Calendar, first: int, last: int) -> list[Draft]:
    """What one joining verb at tokens `first`..`last` tells."""
    body = next((s for s in parsed.subjects if last <= s.first <= last + 3), None)
    if body is not None and body.entity != "NATO":
        return []
    start = body.last if body else last
    year = next((p for p in parsed.periods if start <= p.first <= start + 3 and _dates(p)), None)
    if year is None or _something_of(parsed, body, year) or not _OF_ANOTHER.isdisjoint(parsed.lows[last : year.last]):
        return []
    if parsed.text(first, last) in _STATES and year.role == "in":
        return []
    if parsed.lows[first] in _OF_A_STEP and not _STEPS.isdisjoint(parsed.lows[max(0, first - 10) : first]):
        return []  # "Parliament approved joining NATO in 2022", "the 20th anniversary of Poland joining NATO in 2019"
    owner = _joiner(parsed, calendar, first) or _joiner_behind(parsed, calendar, first, year)
    named = body is not None or bool(_ALLIANCE & set(parsed.lows[first : last + 3]))
    about = any(s.entity == "NATO" for s in parsed.subjects) and year.first == last
    if owner is None or not (named or about):
        return []  # "joined the talks in January"
    if _of_several(parsed, owner, year):
        return _one_each(parsed, calendar, owner, year)
    period, source = summit_period(parsed, calendar, year)
    listed, begin = joined_list(parsed, owner, calendar.allies) if owner.last <= first else ([owner], first)
    if "and" not in parsed.lows[begin : owner.last]:
        listed, begin = [owner], owner.first  # "Unlike Sweden, Finland joined in 2023"
    span = min(begin, first) if owner.last > first else begin, max(year.last, owner.last)
    return [_draft(span, tuple(s.entity for s in listed), period, source)] if period else []


_OF_ANOTHER = word_list("behind_another_event")
_STEPS = word_list("steps_to_joining")
_OF_A_STEP = frozenset({"joining", "accession", "entry"})


def _dates(mention: PeriodMention) -> bool:
    return mention.role in ("in", "since") and mention.years_ago is None and len(mention.value) >= 4


def _joiner(parsed: Parsed, calendar: Calendar, first: int) -> SubjectMention | None:
    """The country right in front of the verb."""
    near = [s for s in parsed.subjects if s.last <= first and first - s.last <= 4 and _a_country(s.entity, calendar)]
    return near[-1] if near else None


_OPENING = frozenset({"since", "after", "upon", "on", "when", "before"})


def _joiner_behind(parsed: Parsed, calendar: Calendar, first: int, year: PeriodMention) -> SubjectMention | None:
    """`Since joining NATO in 2004, Estonia has …`: the ally behind the comma."""
    if parsed.lows[0] not in _OPENING or first > 2 or parsed.lows[year.last : year.last + 1] != [","]:
        return None
    near = (s for s in parsed.subjects if year.last < s.first <= year.last + 2 and s.entity in calendar.allies)
    return next((s for s in near if s.names_a_body), None)


def _one_each(parsed: Parsed, calendar: Calendar, last: SubjectMention, year: PeriodMention) -> list[Draft]:
    """`Finland and Sweden joined in 2023 and 2024 respectively`: one year each; without that word nobody knows."""
    if "respectively" not in parsed.words:
        return []
    listed, _ = joined_list(parsed, last, calendar.allies)
    years = [year, *(p for p in parsed.periods if year.last < p.first <= year.last + 2)]
    if len(listed) != len(years):
        return []
    told = [(ally, p, *summit_period(parsed, calendar, p)) for ally, p in zip(listed, years, strict=True)]
    return [_draft((ally.first, p.last), (ally.entity,), value, source) for ally, p, value, source in told if value]


_LINKING = frozenset({",", "and", "followed", "by", "then", "later", "the", "of", "while", "with", "following", "west"})


def _following(parsed: Parsed, calendar: Calendar, told: Draft) -> list[Draft]:
    """`…, followed by West Germany in 1955 and Spain in 1982`: further allies, each with its own year right behind."""
    found: list[Draft] = []
    at = told.last
    while True:
        start = at
        while at < len(parsed.tokens) and parsed.lows[at] in _LINKING:
            at += 1
        run: list[SubjectMention] = []
        while (ally := next((s for s in parsed.subjects if s.first == at), None)) is not None:
            if ally.entity not in calendar.allies or ally.kind == "pronoun":
                return found
            run.append(ally)
            at = ally.last
            while parsed.lows[at : at + 1] in ([","], ["and"], ["the"]):
                at += 1
        end = run[-1].last if run else at
        when = next((p for p in parsed.periods if end <= p.first <= end + 1 and p.role == "in"), None)
        value, source = summit_period(parsed, calendar, when) if when is not None and run and at > start else ("", "")
        if when is None or not value:
            return found
        found.append(_draft((run[0].first, when.last), tuple(s.entity for s in run), value, source))
        at = when.last


def _draft(span: tuple[int, int], entities: tuple[str, ...], period: str, source: str) -> Draft:
    return Draft(
        span[0],
        span[1],
        span,
        Kind.EVENT,
        "membership",
        "accession",
        subject=entities,
        comparator="",
        period=period,
        period_from=source,
        event="accession",
        modality=Modality.FACT,
    )
