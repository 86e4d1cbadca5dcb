"""Governments named by who leads them: `Pedro Sánchez's government spent 1.4 %`, `the Starmer government has found`."""

from __future__ import annotations

from collections.abc import Callable

from burdenshare.reading.found_subjects import Found
from burdenshare.reading.mentions import PersonMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_BODIES = word_list("governing_bodies")
_REACH = 3
"""Tokens behind a name within which its government stands: `Starmer's Labour government`."""


def persons_government(
    parsed: Parsed, start: int, first: int, found: Found | None, serves: Callable[[str], str]
) -> Found | None:
    """The country of the nearest government named by its head in tokens `start`..`first`, where `found`, the owner by
    the other rules, is only carried or stands in front of it or behind the figure; None where there is none."""
    if _BODIES.isdisjoint(parsed.words):
        return None
    for person in reversed(parsed.persons):
        noun = _its_government(parsed, person) if start <= person.first and person.last <= first else None
        if noun is None or noun >= first:
            continue
        homes = {serves(name) for name in person.candidates}
        home = homes.pop() if len(homes) == 1 else ""
        nearer = found is not None and not found.carried and noun <= found.first < first
        if len(home) != 3 or nearer or any(noun < s.first < first and s.names_a_body for s in parsed.subjects):
            return None
        return Found((home,), person.first, noun + 1)
    return None


def _its_government(parsed: Parsed, person: PersonMention) -> int | None:
    """The token of `government` behind `Starmer's Labour` or `the Starmer`, or in front of `of Pedro Sánchez`."""
    lows = parsed.lows
    owned = parsed.tokens[person.last - 1].possessive
    reach = person.last + (_REACH if owned else 1)
    behind = next((i for i in range(person.last, min(reach, len(lows))) if lows[i] in _BODIES), None)
    if behind is not None:
        return behind if not parsed.tokens[behind].possessive else None
    front = lows[max(0, person.first - 2) : person.first]
    return person.last - 1 if len(front) == 2 and front[0] in _BODIES and front[1] == "of" else None
