"""`Only Britain, among the G7 countries in Europe, spent more than 2.2 percent`: one named, and the set beside it."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.reading.context import GROUPS, Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.exclusives import BOUNDS, excluding
from burdenshare.reading.gleaning.happenings.scopes import scope_at
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced


def only_among(parsed: Parsed, calendar: Calendar, drafts: list[Draft]) -> list[Draft]:
    """`Only Britain, among the G7 countries in Europe, spent more than 2.2 percent`: said of that one and of nobody
    else in the set, which was read as an average of the set."""
    lows = parsed.lows
    named = next((s for s in parsed.subjects if s.entity in calendar.allies and s.first and _only_it(lows, s)), None)
    if named is None or lows[named.last + 1 : named.last + 2] not in (["among"], ["of"], ["in"], ["amongst"]):
        return drafts
    end = lows.index(",", named.last + 1) if "," in lows[named.last + 1 :] else 0
    scope = scope_at(parsed, named.last + 1, named.last + 2)
    if scope is None or scope.wide or not end or lows[named.last] != ",":
        return drafts
    found: list[Draft] = []
    for draft in drafts:
        line = draft.measure == "share_of_gdp" and draft.comparator in BOUNDS and draft.kind is Kind.FACT
        if line and draft.value is not None and draft.focus[0] > end and draft.subject[0] in GROUPS:
            own = replaced(draft, first=named.first, subject=(named.entity,))
            found.append(excluding(parsed, own, named, scope.group, likely=draft.likely))
        else:
            found.append(draft)
    return found


def _only_it(lows: Sequence[str], s: SubjectMention) -> bool:
    return s.first >= 1 and lows[s.first - 1] == "only" and lows[max(0, s.first - 2) : s.first - 1] != ["not"]
