"""Whether reported words are a stand at all: a clause or a noun of stance, not a thing, a place or a time."""

from __future__ import annotations

from burdenshare.reading.frames import Frame
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list
from burdenshare.reading.voice_words import voice_words

STANCE_WITHIN = 5
"""Words at the front of a reported piece among which the noun of stance stands (`his strong support for`)."""
_SETTING = frozenset({"ahead", "alongside", "at", "before", "during", "in", "inside", "on", "outside", "without"})
"""Words that open a place or a time: `disclosed it *at* the start of the talks`, `spoke *on* 17 June`."""
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "there", "who", "whoever", "nobody", "everyone"})

_MONTHS = word_list("month_names")
_IN_NAMES = frozenset({"of", "the", "and", "de", "von", "van"})
_DETERMINERS = frozenset({"a", "an", "his", "her", "its", "our", "the", "their", "this", "those", "these"})


def a_stand(parsed: Parsed, frame: Frame, first: int, last: int) -> bool:
    """Whether tokens `first`..`last`, reported with the verb of `frame`, say what somebody holds."""
    lows = parsed.lows[first:last]
    if _for_the_words(lows):
        return False
    if not lows or _in_clause(parsed, first, last):
        return bool(lows)
    if voice_words("stance_nouns") & set(lows[:STANCE_WITHIN]):
        return True
    behind = first >= frame.verb[1]
    if lows[-1] == "that":
        return False  # "told German newspaper Die Welt that": whom, and not what
    if behind and (lows[0] in _SETTING or lows[0] in _MONTHS or lows[1:2] == ["sidelines"]):
        return False  # "said on June 17 at the summit": the day and the place
    if not behind and (_only_a_name(parsed, first, last) or _tells_who(parsed, frame, last)):
        return False
    return not (behind and parsed.lows[frame.verb[0]] in voice_words("told_things"))


def _for_the_words(lows: list[str]) -> bool:
    """`said it at a rally`, `it was the first time that he spoke of it`: these stand for what was said elsewhere."""
    said = lows[:1] in (["it"], ["so"]) and (lows[1:2] in (["again"], [","]) or not _SETTING.isdisjoint(lows[1:2]))
    return said or (lows[:3] in (["it", "was", "the"], ["it", "is", "the"]) and lows[4:5] == ["time"])


def _tells_who(parsed: Parsed, frame: Frame, last: int) -> bool:
    """`The Union's candidate for the post, Anna Jones, echoed this`: in front of the name stands who it is."""
    source, lows = frame.source, parsed.lows
    near = last <= source.first <= last + 1
    return near and lows[source.last : source.last + 1] == [","] and frame.verb[0] == source.last + 1


def _only_a_name(parsed: Parsed, first: int, last: int) -> bool:
    """`Norwegian Prime Minister Jonas Gahr` in front of a surname that the rules took for the speaker."""
    return all(t.capital or t.low in _IN_NAMES for t in parsed.tokens[first:last] if t.kind == "word")


def _in_clause(parsed: Parsed, first: int, last: int) -> bool:
    """A finite verb, a `that` or an infinitive among the words, none of them behind a relative pronoun."""
    lows = parsed.lows[first:last]
    setting = lows[0] in _SETTING  # "during the campaign that he might not": the clause stands behind
    bounds = [i for i, low in enumerate(lows) if low in ("which", "who") or (low == "that" and i and not setting)]
    front = lows[: bounds[0] if bounds and lows[0] != "that" else len(lows)]
    finite = voice_words("finite_verbs") | _PRONOUNS
    opened = lows[0] in ("that", "to", "how", "whether", "why")
    return opened or not finite.isdisjoint(front) or _infinitive(parsed, first, first + len(front))


def _infinitive(parsed: Parsed, first: int, last: int) -> bool:
    """`Spain's decision to spend more`; not `a letter to Rutte`, `his answer to the press`."""
    return any(
        parsed.lows[i] == "to" and not parsed.tokens[i + 1].capital and parsed.lows[i + 1] not in _DETERMINERS
        for i in range(first, min(last, len(parsed.lows) - 1))
    )
