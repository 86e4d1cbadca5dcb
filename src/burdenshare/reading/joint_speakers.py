"""Two countries that say one thing together: `Sweden and the Netherlands said`."""

from __future__ import annotations

from burdenshare.reading.cast import Cast
from burdenshare.reading.model import Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import Source

_OPENING = frozenset({",", "but", "while", "that", "both", ";", ":", "—", "–"})
_ARTICLES = frozenset({"the"})


def with_the_other(cast: Cast, parse: Parsed, source: Source, speaker: Speaker) -> Speaker:
    """The country in front of a verb of saying, told with the one that `and` joins to it at the start of the clause."""
    other = _joined(cast, parse, source, speaker)
    if other is None or other.entity == speaker.entity:
        return speaker
    both = f"{_called(other)} and {_called(speaker)}"
    return replaced(speaker, name=both, office="", entity="", named_as=both)


def _called(speaker: Speaker) -> str:
    return speaker.name or speaker.named_as


def _joined(cast: Cast, parse: Parsed, source: Source, speaker: Speaker) -> Speaker | None:
    """The country in front of the `and`; None where something else is joined (`Poland beat Spain and Italy said`)."""
    if source.kind != "body" or len(speaker.entity) != _COUNTRY:
        return None
    at = _over_articles(parse.lows, source.first)
    if at < 1 or parse.lows[at - 1] != "and":
        return None
    bodies = (s for s in parse.subjects if s.last == at - 1 and s.names_a_body and not s.possessive)
    found = next((s for s in bodies if len(s.entity) == _COUNTRY), None)
    if found is None or not _opens(parse.lows, found.first):
        return None
    words = parse.text(found.first, found.last)
    return cast.speaker(Source(found.first, found.last, "body", body=found, words=words), speaker.mode)


_COUNTRY = 3
"""Letters of a country's code; groups have other ones."""


def _opens(lows: list[str], at: int) -> bool:
    """Whether nothing stands in front, or what opens a clause."""
    at = _over_articles(lows, at)
    return at == 0 or lows[at - 1] in _OPENING


def _over_articles(lows: list[str], at: int) -> int:
    while at > 0 and lows[at - 1] in _ARTICLES:
        at -= 1
    return at
