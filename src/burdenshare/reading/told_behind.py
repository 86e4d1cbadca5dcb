"""Who said the sentence before: `This was stated by the Prime Minister of Latvia Krišjānis Kariņš in London.`"""

from __future__ import annotations

from burdenshare.reading.cast import Cast
from burdenshare.reading.model import Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.sources import Parts, Source
from burdenshare.reading.sources_behind import source_starting_at
from burdenshare.reading.tables import word_list

_SAID = word_list("told_of_the_sentence_before")
_POINTING = frozenset({"this", "it", "that"})
_BEING = frozenset({"was", "is", "were"})
_REACH = 8
"""Tokens from the start of such a sentence to its `by`."""


def told_behind(cast: Cast, parse: Parsed) -> tuple[Source, Speaker] | None:
    """The speaker of the sentence before, where this one opens with `This was stated by`, as agencies write that
    translate from the Ukrainian or Russian; None where it tells more than that."""
    lows = parse.lows
    if len(lows) < 5 or lows[0] not in _POINTING or lows[1] not in _BEING:
        return None
    by = next((i for i in range(3, min(_REACH, len(lows))) if lows[i] == "by"), None)
    if by is None or lows[by - 1] not in _SAID or "not" in lows[:by]:
        return None
    parts = Parts(parse.tokens, parse.persons, parse.titles, parse.subjects, [q is not None for q in parse.quote_of])
    source = _named_last(parts, by + 1) or source_starting_at(parts, by + 1, reach=1)
    speaker = cast.speaker(source, Mode.INDIRECT) if source is not None else None
    return (source, speaker) if source is not None and speaker is not None and speaker.name + speaker.named_as else None


def _named_last(parts: Parts, start: int) -> Source | None:
    """The first person whom the words behind `by` name: `by the Prime Minister of Latvia Krišjānis Kariņš`."""
    person = next((p for p in parts.persons if start <= p.first <= start + _REACH), None)
    if person is None or any(parts.tokens[i].text in (",", ";", ".") for i in range(start, person.first)):
        return None
    return Source(person.first, person.last, "person", person=person, title=person.title, words=person.alias)
