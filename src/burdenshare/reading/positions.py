"""Positions: what officials and institutions say on an issue, in quotes or reported, without a number."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.drafts import Draft
from burdenshare.reading.frames import Frame
from burdenshare.reading.issues import an_aside, direction_of, issue_of
from burdenshare.reading.model import Kind, Modality, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.speakers import Voices
from burdenshare.reading.stands import a_stand
from burdenshare.reading.tables import word_list
from burdenshare.reading.voice_words import voice_words

MIN_QUOTED_WORDS = 3
"""Shorter fragments ("immediately") are a colour of somebody's words, not a stand."""
MIN_REPORTED_WORDS = 4
SHARE_TOLD = 0.35
"""A piece of speech that is to more than this part a statement with a number is left to that statement."""
_LEADING = word_list("reported_leading")
_ADDRESSED = word_list("addressed")
_CLOSERS = (
    "a move",
    "a stance",
    "a remark",
    "a comment",
    "which",
    "making the",
    "in a",
    "citing",
    "adding",
    "according",
)


@quick
@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first`..`last` said by one speaker."""

    first: int
    last: int
    speaker: Speaker


_HEADS = frozenset({"portrait", "hansard"})
_DASHES = frozenset({"-", "–", "—"})
_LABEL = 9
"""Tokens up to which a colon ends the label of a turn; up to `_HEAD` where a bracket closes in front of it."""
_HEAD = 16
"""Tokens the head of a turn in a printed debate has at most."""


def position_drafts(
    parsed: Parsed, number: int, voices: Voices, taken: list[tuple[int, int]], before: Parsed | None = None
) -> list[Draft]:
    """Positions of one sentence; parts that already hold a statement with a number are left to it."""
    if parsed.cues.has("poll"):
        return []  # what a share of respondents said is nobody's stand
    if not parsed.words.isdisjoint(_HEADS) and len(parsed.tokens) < _HEAD:
        return []  # "John Healey Portrait", "- View Speech - Hansard": the head of a turn
    if parsed.lows[:1] and parsed.lows[0] in _DASHES and "@" in parsed.text(0, len(parsed.tokens)):
        return []  # "— Anita Anand (@AnitaAnandMP) June 11, 2025": the foot of a post
    quoted = _quoted(parsed, number, voices)
    pieces = [*quoted, *_reported(parsed, number, voices, beside=bool(quoted))]
    drafts = [_position(parsed, piece, before) for piece in pieces if not _told_already(piece, taken)]
    return [draft for draft in drafts if draft.issue or not an_aside(parsed, draft.first, draft.last)]


def _position(parsed: Parsed, piece: Piece, before: Parsed | None) -> Draft:
    """The stand of one piece, with its issue and side as far as the words give them."""
    issue = issue_of(parsed, piece.first, piece.last, before)
    return Draft(
        piece.first,
        piece.last,
        (piece.first, piece.last),
        Kind.POSITION,
        "",
        "position",
        comparator="",
        modality=_modality(parsed, piece),
        issue=issue,
        direction=direction_of(parsed, piece.first, piece.last, issue) if issue else "",
    )


def _told_already(piece: Piece, taken: list[tuple[int, int]]) -> bool:
    """Statements with numbers that fill most of a piece leave no stand beside them."""
    covered = sum(max(0, min(last, piece.last) - max(first, piece.first)) for first, last in taken)
    return covered > SHARE_TOLD * (piece.last - piece.first)


def official(speaker: Speaker) -> bool:
    """Whether a speaker is somebody whose stand is kept: a person or body of the record, or the holder of an office."""
    return bool(speaker.office or (speaker.entity and speaker.name))


def _quoted(parsed: Parsed, number: int, voices: Voices) -> list[Piece]:
    pieces: list[Piece] = []
    i = 0 if parsed.quote_of.count(None) < len(parsed.tokens) else len(parsed.tokens)
    while i < len(parsed.tokens):
        quote = parsed.quote_of[i]
        end = i + 1
        while end < len(parsed.tokens) and parsed.quote_of[end] == quote:
            end += 1
        if quote is not None and _words(parsed, i, end) >= MIN_QUOTED_WORDS:
            speaker = voices.at(parsed, number, i)
            last = end - 1 if parsed.tokens[end - 1].text in (",", ";", ":") else end
            if official(speaker):
                pieces.append(Piece(i, last, speaker))
        i = end
    pieces = [one for n, one in enumerate(pieces) if not _taken_up(parsed, one, pieces[n + 1 : n + 2])]
    if not pieces and voices.turns[number] is not None:
        turn = voices.turns[number]
        start = _turn_start(parsed)
        if turn is not None and official(turn) and _words(parsed, start, len(parsed.tokens)) >= MIN_REPORTED_WORDS:
            pieces.append(Piece(start, len(parsed.tokens), turn))
    return pieces


def _taken_up(parsed: Parsed, piece: Piece, following: list[Piece]) -> bool:
    """`“What Ukraine needs,” said X, “is support”`: a few words that only begin what the next piece says."""
    short = _words(parsed, piece.first, piece.last) <= _OPENING_WORDS
    if not short or not following or following[0].speaker != piece.speaker:
        return False
    opener = next((t for t in parsed.tokens[following[0].first : following[0].last] if t.kind == "word"), None)
    return opener is not None and opener.low in _GOING_ON


_OPENING_WORDS = 4
"""Words of a quotation that are only the beginning of a sentence."""
_GOING_ON = frozenset({"is", "are", "was", "were", "will", "would", "must", "should", "has", "have"})


def _turn_start(parsed: Parsed) -> int:
    colons = [i for i, token in enumerate(parsed.tokens[:_HEAD]) if token.text == ":"]
    colon = next((i for i in colons if i < _LABEL or parsed.tokens[i - 1].text in ("]", ")")), None)
    return colon + 1 if colon is not None else 0


def _reported(parsed: Parsed, number: int, voices: Voices, *, beside: bool) -> list[Piece]:
    """What is reported; `beside` a quotation of the sentence, what or whom it was said of or to is no stand."""
    pieces: list[Piece] = []
    for frame, speaker in voices.frames[number]:
        if (beside and _circumstance(parsed, frame)) or _wished(parsed, frame):
            continue  # "Trump's call for 5 %": the number tells it
        first, last = _trimmed(parsed, frame)
        if (
            not official(speaker)
            or _words(parsed, first, last) < MIN_REPORTED_WORDS
            or _holds_quote(parsed, first, last)
            or not a_stand(parsed, frame, first, last)
        ):
            continue
        pieces.append(Piece(first, last, speaker))
    return pieces


def _wished(parsed: Parsed, frame: Frame) -> bool:
    at = frame.verb[0]
    return at > 0 and parsed.tokens[at - 1].possessive and parsed.lows[at] in voice_words("wishes")


def _circumstance(parsed: Parsed, frame: Frame) -> bool:
    """`Trump said of the presence in Germany`, `Rutte told members of Parliament`, beside the words quoted."""
    first, last = frame.said
    told = parsed.tokens[frame.verb[0]].low in _TELLING and not any(t.low == "that" for t in parsed.tokens[first:last])
    return not frame.stance and first < last and (told or parsed.tokens[first].low in _OF_OR_TO)


_TELLING = frozenset({"told", "tells", "telling"})
_OF_OR_TO = frozenset({"about", "after", "at", "during", "in", "of", "on", "to"})


def _trimmed(parsed: Parsed, frame: Frame) -> tuple[int, int]:
    first, last = frame.said
    tokens = parsed.tokens
    if _told_of_the_source(parsed, frame):
        return first, first  # "according to a report that was released on Friday": the report's day, not its word
    if first < frame.verb[0] and tokens[first].low == "according":
        comma = next((i for i in range(first, last) if tokens[i].text == ","), None)
        first = comma + 1 if comma is not None else first  # "According to one outlet, this was reported by another"
    if any(token.low == "asked" for token in tokens[first : first + 2]):
        return first, first  # a question put to the speaker, not the speaker's words
    that = next((i for i in range(first, min(last, first + 12)) if tokens[i].low == "that"), None)
    if that is not None and tokens[first].low in _ADDRESSED:
        first = that + 1
    while first < last and (tokens[first].low in _LEADING or tokens[first].kind == "mark"):
        first += 1
    for i in range(first, last):
        if tokens[i].text == "," and _words_behind(parsed, i + 1).startswith(_CLOSERS):
            last = i
            break
    while last > first and (tokens[last - 1].kind == "mark" or tokens[last - 1].low in ("and", "but")):
        last -= 1
    return first, last


def _told_of_the_source(parsed: Parsed, frame: Frame) -> bool:
    """Whether what stands behind `according to …` is a relative clause on it."""
    at = frame.source.last
    according = parsed.tokens[frame.verb[0]].low == "according" and frame.said[0] == at
    return according and parsed.lows[at : at + 1] in (["that"], ["which"])


def _words_behind(parsed: Parsed, at: int) -> str:
    """The next three words, over a closing quotation mark."""
    return " ".join(token.low for token in parsed.tokens[at : at + 5] if token.kind != "mark")


def _holds_quote(parsed: Parsed, first: int, last: int) -> bool:
    run = 0
    for i in range(first, last):
        run = (
            run + 1
            if parsed.quote_of[i] is not None and parsed.tokens[i].kind != "mark"
            else run
            if parsed.quote_of[i] is not None
            else 0
        )
        if run >= MIN_QUOTED_WORDS:
            return True
    return False


def _words(parsed: Parsed, first: int, last: int) -> int:
    return len([token for token in parsed.tokens[first:last] if token.kind != "mark"])


def _modality(parsed: Parsed, piece: Piece) -> Modality:
    words = {token.low for token in parsed.tokens[piece.first : piece.last]}
    if "never" in words or "denied" in words:
        return Modality.DENIAL
    for name, value in (
        ("hypothetical", Modality.HYPOTHETICAL),
        ("demand", Modality.DEMAND),
        ("pledge", Modality.PLEDGE),
    ):
        if parsed.cues.has(name, piece.first, piece.last):
            return value
    return Modality.OPINION
