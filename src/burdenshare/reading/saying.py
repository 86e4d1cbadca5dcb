"""Which part of a sentence each frame of speech says: what stands behind its verb, in front of it, or both."""

from __future__ import annotations

from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import Parts
from burdenshare.reading.tables import word_list
from burdenshare.reading.voice_words import speech_words, voice_words
from burdenshare.reading.voicing import Frame

_SUBORDINATE = word_list("subordinating_openers")
_FILL = word_list("attribution_fill")


def bounded(parts: Parts, frames: list[Frame]) -> list[Frame]:
    """Each frame with the tokens it says, between the frame before it and the one behind it."""
    found: list[Frame] = []
    frames = [frame for at, frame in enumerate(frames) if not (at and _passed_on(parts, frame))]
    for at, frame in enumerate(frames):
        following = frames[at + 1] if at + 1 < len(frames) else None
        low = _low(parts, frame, found)
        high = _high(parts, frame, following)
        found.append(replaced(frame, said=_said(parts, frame, low, high)))
    return found


def _passed_on(parts: Parts, frame: Frame) -> bool:
    """`…, Crosetto told parliament, according to Euractiv`: the outlet tells what was said, and says nothing itself."""
    if parts.tokens[frame.verb[0]].low not in ("according", "per", "as", "reported", "quoted", "cited"):
        return False
    if frame.source.kind not in ("name", "phrase") or frame.source.first < frame.verb[1]:
        return False
    return bool(frame.source.words) and frame.source.words.split()[-1].casefold() in voice_words("outlets")


def _edges(frame: Frame) -> tuple[int, int]:
    """Where the words of the attribution itself start and end."""
    near = frame.source.first < frame.verb[0] and frame.source.last <= frame.verb[0]
    inverted = frame.source.first >= frame.verb[1]
    first = frame.source.first if near else frame.verb[0]
    return first, frame.source.last if inverted else frame.verb[1]


def _low(parts: Parts, frame: Frame, before: list[Frame]) -> int:
    first = _edges(frame)[0]
    last = max((_edges(other)[1] for other in before), default=0)
    return max(last, _semicolon(parts, first, last)) if last <= first else first


def _semicolon(parts: Parts, at: int, low: int) -> int:
    return next((i + 1 for i in range(at - 1, low - 1, -1) if parts.tokens[i].text == ";" and not parts.quoted[i]), low)


def _end_of_claim(parts: Parts, frame: Frame) -> int:
    """`Trump's claim that most are delinquent is half true: 18 of 31 will reach it`: behind it the text answers."""
    end, noun = len(parts.tokens), frame.verb[0]
    if not (noun and parts.tokens[noun - 1].possessive and parts.tokens[noun].low in voice_words("acts")):
        return end
    lows = [t.low for t in parts.tokens[noun:]]
    colon = lows.index(":") if ":" in lows else 0
    judged = word_list("judging_a_claim").intersection(lows[:colon])
    return noun + colon if judged else end


def _high(parts: Parts, frame: Frame, following: Frame | None) -> int:
    end = _end_of_claim(parts, frame)
    clause = _own_clause(parts, frame) or _turned_aside(parts, frame)
    if following is None and frame.stance and clause is None:
        # "Trump demanded 5 %; in June, allies agreed to 3.5 %"
        return next((i for i in range(_edges(frame)[1], end) if parts.tokens[i].text == ";"), end)
    if following is None:
        return clause or end
    first, last = _edges(following)
    high = first if first >= _edges(frame)[1] else following.verb[0]
    if clause is not None and clause < high:
        return clause
    semi = next((i for i in range(_edges(frame)[1], high) if parts.tokens[i].text == ";"), None)
    trailing = not _has_content(parts, last, end)
    if semi is not None and trailing:
        return semi  # "…, says Häkkänen; Norway: 3.3%, says Sandvik"
    return high


def _said(parts: Parts, frame: Frame, low: int, high: int) -> tuple[int, int]:
    first, last = _edges(frame)
    high = max(high, last)
    if frame.source.first > frame.verb[1] and parts.tokens[frame.verb[0]].low in _NAMED:
        return last, high  # "a move described by Brekelmans as …"
    lead, rest = _has_content(parts, low, first), _has_content(parts, last, high)
    following = parts.tokens[last].text if last < len(parts.tokens) else ""
    scene = low < first and not parts.quoted[low] and parts.tokens[low].low in voice_words("openers")
    if not rest and scene and _words(parts, last, high) >= _AN_OBJECT:
        return last, high  # "With the talks as a precursor to the summit, Rutte underscored the importance of …"
    if not rest and frame.stance and frame.source.first < frame.verb[0] and _words(parts, last, high) >= _AN_OBJECT:
        return last, high  # "…, as Washington urges more effort from its allies": what is urged stands behind
    if not rest:
        return (low, first) if lead or low < first - 1 else (last, high)
    if not lead:
        return last, high
    apart = _apart(parts, first)
    if _time_of_what_is_said(parts, low, first):
        return low, high  # "In five to eight years, he said that …"
    if parts.tokens[last].low == "that" and frame.source.first >= frame.verb[1]:
        return last, high  # "was told by his staff that …"
    introduced = not frame.source.first < frame.verb[0] and parts.tokens[frame.verb[0]].low in (
        "according",
        "per",
        "by",
    )
    if introduced or frame.source.first >= frame.verb[1]:
        return (low, high) if following == "," and not _outlet(parts, last) else (low, first)
    if not apart or following == ":" or parts.tokens[last].low == "that":
        return last, high
    comma = _adjunct_end(parts, last, high)
    if comma is not None:
        return (low, first) if _outlet(parts, comma) else (low, high)
    if parts.tokens[low].low in voice_words("openers") or frame.stance:
        return last, high
    return (low, high) if _told_on(parts, last, high) else (last, high)


_NAMED = word_list("judging_participles")
"""Behind one of these and `by` stands who gave the name; what is in front was not said by him or her."""
_AN_OBJECT = 4
"""Words behind a verb of saying that make something said, where what stands in front only sets the scene."""


def _time_of_what_is_said(parts: Parts, low: int, first: int) -> bool:
    """`Within five years,` in front of the speaker: a span of years is no time of speaking."""
    tokens = parts.tokens
    spanned = first - low <= 9 and tokens[first - 1].text == "," and tokens[first - 2].low in ("years", "decade")
    return spanned and tokens[low].low in ("in", "within", "over") and not any(parts.quoted[low:first])


def _words(parts: Parts, low: int, high: int) -> int:
    return sum(token.kind == "word" for token in parts.tokens[low:high])


def _own_clause(parts: Parts, frame: Frame) -> int | None:
    """Where the verb's clause ends at a comma: `Trump, who has threatened …, arrives`, `While Rutte praised …, `."""
    first, last = _edges(frame)
    if frame.source.first >= frame.verb[1]:
        return None
    at = frame.verb[0]
    if at and parts.tokens[at - 1].possessive and parts.tokens[at].low in voice_words("wishes"):
        return _next_comma(parts, last)  # "Trump's demand that …, "
    lows = [token.low for token in parts.tokens[: frame.verb[0]]]
    relative = any(low in ("who", "which") for low in lows[frame.source.last :])
    relative = relative or (first > 0 and parts.tokens[first - 1].low in ("which", "whom"))
    opened = bool(lows) and lows[0] in _SUBORDINATE and "," not in lows[:first]
    if not (relative or opened):
        return None
    return _next_comma(parts, last)


def _next_comma(parts: Parts, at: int) -> int | None:
    return next((i for i in range(at, len(parts.tokens)) if parts.tokens[i].text == "," and not parts.quoted[i]), None)


def _turned_aside(parts: Parts, frame: Frame) -> int | None:
    """`He would protect those that meet 2 %, which only 23 of the 32 currently do`: the remark is the outlet's."""
    tokens = parts.tokens
    for i in range(_edges(frame)[1], len(tokens) - 2):
        if tokens[i].text == "," and tokens[i + 1].low == "which" and not parts.quoted[i]:
            return i if tokens[i + 2].low in voice_words("asides_behind") else None
    return None


def _adjunct_end(parts: Parts, last: int, high: int) -> int | None:
    """The comma that closes the attribution: `, the president scolded his hosts at the ribbon-cutting, `."""
    comma = next((i for i in range(last, high) if parts.tokens[i].text == ","), None)
    return comma if comma is not None and not _has_content(parts, last, comma) else None


def _told_on(parts: Parts, last: int, high: int) -> bool:
    """`…, Stoltenberg told reporters in Vilnius as …`: someone is told, and nothing new follows."""
    return parts.tokens[last - 1].low in ("told", "tells") and not any(
        t.low == "that" for t in parts.tokens[last : min(high, last + 8)]
    )


def _apart(parts: Parts, first: int) -> bool:
    """Whether a comma, a dash or a closing mark sets the attribution off from what stands before it."""
    at = first - 1
    while at >= 0 and (parts.tokens[at].low in ("the", "a", "an", "as") or _calling(parts, at)):
        at -= 1
    return at >= 0 and (parts.tokens[at].text in (",", "—", "-", "”", '"', "'", "?", "!") or parts.quoted[at])


def _calling(parts: Parts, at: int) -> bool:
    """`General` Cavoli, `Chancellor` Merz."""
    token = parts.tokens[at]
    return token.capital and token.low in (speech_words("name_titles") | voice_words("name_titles"))


def _outlet(parts: Parts, last: int) -> bool:
    """What follows the comma behind the attribution is the outlet's own aside."""
    return last + 1 < len(parts.tokens) and parts.tokens[last + 1].low in voice_words("outlet")


def _has_content(parts: Parts, low: int, high: int) -> bool:
    """Figures, quoted words, or words that make a clause."""
    words = voice_words("content")
    for i in range(low, high):
        token = parts.tokens[i]
        if parts.quoted[i] or token.text in ("%", "$", "€", "£") or token.low in words:
            return True
        if token.kind == "number" and not _dates(parts, i):
            return True
    return sum(1 for t in parts.tokens[low:high] if t.kind == "word" and t.low not in _FILL) > 9


def _dates(parts: Parts, i: int) -> bool:
    """`on 17 June`, `in 2024`: a day or year of the saying."""
    before = parts.tokens[i - 1] if i else None
    after = parts.tokens[i + 1] if i + 1 < len(parts.tokens) else None
    months = word_list("month_names")
    return (before is not None and before.low in months) or (after is not None and after.low in months)
