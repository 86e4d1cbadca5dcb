"""Who joined the alliance in which year: `Sweden joined NATO in 2024`."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.happening_words import spans
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.summits import summit_period

_STATES = frozenset({"nato member", "a member of nato", "been a nato member", "been a member of nato"})
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
    found: list[Draft] = []
    for first, last in spans("joining", parsed):
        ally = next(
            (
                s
                for s in reversed(parsed.subjects)
                if s.last <= first and first - s.last <= 4 and _a_country(s.entity, calendar)
            ),
            None,
        )
        body = next((s for s in parsed.subjects if last <= s.first <= last + 3), None)
        if ally is None or (body is not None and body.entity != "NATO"):
            continue
        start = body.last if body else last
        named = body is not None or bool(_ALLIANCE & {t.low for t in parsed.tokens[first : last + 3]})
        year = next(
            (
                p
                for p in parsed.periods
                if start <= p.first <= start + 3
                and p.role in ("in", "since")
                and p.years_ago is None
                and len(p.value) >= 4
            ),
            None,
        )
        if (
            year is None
            or _something_of(parsed, body, year)
            or (parsed.text(first, last) in _STATES and year.role == "in")
        ):
            continue
        if _of_several(parsed, ally, year):
            continue
        period, source = summit_period(parsed, calendar, year)
        about = any(s.entity == "NATO" for s in parsed.subjects) and year.first == last
        if not period or not (named or about) or parsed.cues.has("hypothetical") or parsed.cues.has("future"):
            continue  # "joined the talks in January"; "if Ukraine joined in 2030"
        found.append(
            Draft(
                ally.first,
                year.last,
                (ally.first, year.last),
                Kind.EVENT,
                "membership",
                "accession",
                subject=(ally.entity,),
                comparator="",
                period=period,
                period_from=source,
                event="accession",
                modality=Modality.FACT,
            )
        )
    return found
