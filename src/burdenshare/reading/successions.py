"""One person after another in an office: `Mark Rutte succeeded Jens Stoltenberg on 1 October 2024`."""

from __future__ import annotations

from datetime import timedelta

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import PersonMention, TitleMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.speakers import Cast
from burdenshare.reading.tables import load_table
from burdenshare.reading.terms import BEGUN, only_office, phrases, tenure_draft
from burdenshare.reading.tries import Hit

NEAR = 6
"""Words between a person and the verb of following."""
BEHIND = 14
"""Words behind the person followed within which the day stands (`as its secretary general on 1 October`)."""
HANDED_OVER = timedelta(days=90)
"""Days between the end of one tenure and the beginning of the next that still make one the successor of the other."""


def succession_drafts(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Every dated succession between two persons of the record: when the new one took the office."""
    if len(parsed.persons) < 2 or not parsed.periods or parsed.cues.has("hypothetical"):
        return []
    found: list[Draft] = []
    for hit in phrases().find_in(parsed.tokens, parsed.lows, parsed.words):
        if hit.payload not in ("succeeding", "succeeded"):
            continue
        front = next((p for p in reversed(parsed.persons) if _runs_on(parsed, p, hit)), None)
        behind = next((p for p in parsed.persons if 0 <= p.first - hit.last <= NEAR), None)
        if front is None or behind is None:
            continue
        new, old = (front, behind) if hit.payload == "succeeding" else (behind, front)
        draft = _succession(parsed, calendar, cast, hit, new, old, max(front.last, behind.last))
        found += [draft] if draft is not None else []
    return found


def _runs_on(parsed: Parsed, person: PersonMention, hit: Hit[str]) -> bool:
    """Nothing but `, who` and small words stands between the person and the verb."""
    between = set(parsed.lows[person.last : hit.first])
    return 0 <= hit.first - person.last <= NEAR and between <= set(load_table("terms")["running_on"]["words"])


def _succession(
    parsed: Parsed,
    calendar: Calendar,
    cast: Cast,
    hit: Hit[str],
    new: PersonMention,
    old: PersonMention,
    last: int,
) -> Draft | None:
    when = _when(parsed, last)
    name, before = _name(new, cast), _name(old, cast)
    if when is None or not name or not before or name == before:
        return None
    title = next((t for t in parsed.titles if last <= t.first and t.last <= when.first), None)
    if title is None and not set(parsed.lows[last : when.first]) <= set(load_table("terms")["at_the_helm"]["words"]):
        return None  # "replaced him on the podium": no office is told
    chosen = _office(cast, name, before, title)
    if chosen is None:
        return None
    told = min(new.first, hit.first)
    return tenure_draft(new.first, told, when, name, chosen, BEGUN, likely=calendar.on is None)


def _when(parsed: Parsed, last: int) -> PeriodMention | None:
    """The day, month or year behind the person followed, with no comma in between."""
    for p in parsed.periods:
        told = p.role == "in" and p.years_ago is None and p.value[:4].isdecimal() and "/" not in p.value
        if told and 0 <= p.first - last <= BEHIND and "," not in parsed.lows[last : p.first]:
            return p
    return None


def _name(person: PersonMention, cast: Cast) -> str:
    return cast.identify(person) or (person.candidates[0] if len(person.candidates) == 1 else "")


def _office(cast: Cast, new: str, old: str, title: TitleMention | None) -> tuple[str, str] | None:
    """The office that both held, the one named behind if one is; without a title that which was handed over."""
    later, earlier = cast.people.tenures(person=new), cast.people.tenures(person=old)
    shared = {(t.office, t.entity) for t in later} & {(t.office, t.entity) for t in earlier}
    if title is not None and title.office:
        shared = {(o, e) for o, e in shared if o == title.office and title.entity in ("", e)}
    elif len(shared) > 1:
        shared = {
            (a.office, a.entity)
            for a in later
            for b in earlier
            if (a.office, a.entity) == (b.office, b.entity) and b.to is not None and abs(a.from_ - b.to) <= HANDED_OVER
        }
    return only_office(shared, new, cast)
