"""Who says what: frames, quotes, turns and authors, over the whole text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.reading.bylines import author_of, posts
from burdenshare.reading.cast import Cast, People
from burdenshare.reading.joint_speakers import with_the_other
from burdenshare.reading.model import NARRATION, Mode, Speaker
from burdenshare.reading.named_last import as_source, note_subject, remember
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quote_voices import (
    QuoteWork,
    carry,
    claim_behind,
    claim_quotes,
    claim_without_verb,
    ending_with,
    note_fragments,
    takes_up,
)
from burdenshare.reading.quotes import Quote
from burdenshare.reading.sources import Source
from burdenshare.reading.told_behind import told_behind
from burdenshare.reading.turns import turns_of
from burdenshare.reading.voicing import Frame

__all__ = ["Cast", "People", "Voices", "attribute"]


@dataclass(frozen=True, slots=True)
class Voices:
    """The answer for every sentence: its frames with speakers, and the speaker of each quote."""

    frames: tuple[tuple[tuple[Frame, Speaker], ...], ...]
    quotes: tuple[Speaker, ...]
    turns: tuple[Speaker | None, ...]  # by sentence: the transcript turn it stands in
    author: Speaker | None = None

    def at(self, parsed: Parsed, number: int, token: int) -> Speaker:
        """The speaker of token `token` in sentence `number`."""
        quote = parsed.quote_of[token]
        if quote is not None and self.quotes[quote].name + self.quotes[quote].named_as:
            return self.quotes[quote]
        turn = self.turns[number]
        if turn is not None:
            return turn
        for frame, speaker in reversed(self.frames[number]):
            if frame.said[0] <= token < frame.said[1]:
                if self.author is not None and not speaker.name + speaker.named_as:
                    return self.author  # "the estimates show", in somebody's own speech
                if _in_an_aside(parsed, token):
                    return NARRATION
                return speaker
        if self.author is not None and quote is None:
            return self.author
        if quote is not None:
            return self.quotes[quote]
        return NARRATION


_ASIDE = 6
"""Words in brackets that make a remark of the outlet's; fewer are a figure with its unit."""


def _in_an_aside(parsed: Parsed, token: int) -> bool:
    """`He called for 5 % (more than anyone spends now, and the US is below 4 %)`: the outlet's own remark."""
    if "(" not in parsed.words:
        return False
    opened = next((i for i in range(token, -1, -1) if parsed.lows[i] in ("(", ")")), None)
    if opened is None or parsed.lows[opened] != "(":
        return False
    closed = next((i for i in range(token, len(parsed.tokens)) if parsed.lows[i] == ")"), len(parsed.tokens))
    return sum(t.kind == "word" for t in parsed.tokens[opened:closed]) >= _ASIDE


def attribute(
    text: str, parsed: list[Parsed], quotes: list[Quote], people: People, on: date | None, home: str = ""
) -> Voices:
    """Resolve every frame, quote, turn and author of a text, in reading order; `home` is the ally it is about."""
    cast = Cast(people, on, home=home)
    turns = turns_of(text, parsed, cast)
    for block, speaker in posts(text, parsed, cast).items():
        turns = [speaker if p.sentence.block == block else t for p, t in zip(parsed, turns, strict=True)]
    cast.author = author_of(text, parsed, Cast(people, on))
    frames: list[tuple[tuple[Frame, Speaker], ...]] = []
    work = QuoteWork(quotes, [None] * len(quotes))
    for number, parse in enumerate(parsed):
        cast.meet(parse)
        here = _frames_of(cast, parse)
        if number and not frames[-1] and (teller := told_behind(cast, parse)) is not None:
            frames[-1] = _whole_sentence(parsed[number - 1], *teller)
        frames.append(tuple(here))
        before = cast.last
        note_subject(cast, parse, here)
        claim_quotes(parse, here, work)
        if not here:
            claim_without_verb(cast, parse, work, before)
        previous = parsed[number - 1] if number else None
        claim_behind(cast, parse, previous, here, work)
        note_fragments(parse, work)
        if previous is not None and here and takes_up(parse):
            work.fragments.update(dict.fromkeys(ending_with(previous, work), here[0][1]))
    carry(work)
    found = tuple(voice or Speaker("", mode=Mode.QUOTE) for voice in work.voices)
    return Voices(tuple(frames), found, tuple(turns), cast.author)


def _whole_sentence(parse: Parsed, source: Source, speaker: Speaker) -> tuple[tuple[Frame, Speaker], ...]:
    """A frame around all that a sentence says, where the one behind it tells who said that."""
    end = len(parse.tokens)
    if any(quote is not None for quote in parse.quote_of):
        return ()
    return ((Frame((end - 1, end), source, (0, end - 1), False), speaker),) if end > 1 else ()


def _frames_of(cast: Cast, parse: Parsed) -> list[tuple[Frame, Speaker]]:
    here: list[tuple[Frame, Speaker]] = []
    for frame in parse.frames:
        _prime(cast, parse, frame, here)
        speaker = cast.speaker(frame.source, Mode.INDIRECT)
        if speaker is None:
            continue
        here.append((frame, with_the_other(cast, parse, frame.source, speaker)))
        remember(cast, speaker, frame.source)
    return here


def _prime(cast: Cast, parse: Parsed, frame: Frame, here: list[tuple[Frame, Speaker]]) -> None:
    """`Kaja Kallas goes further: she would like …`: a person named before the pronoun in the same sentence is meant."""
    if frame.source.kind != "pronoun" or any(speaker.name for _, speaker in here):
        return
    before = [p for p in parse.persons if p.last <= frame.source.first and parse.quote_of[p.first] is None]
    if before:
        cast.last = cast.speaker(as_source(before[0]), Mode.INDIRECT)
