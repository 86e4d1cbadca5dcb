"""Whose the quoted words are: the frame's that says them, the one person's of the sentence, the paragraph's speaker."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from burdenshare.reading.bylines import lead_in
from burdenshare.reading.cast import Cast
from burdenshare.reading.model import NARRATION, Mode, Speaker
from burdenshare.reading.named_last import as_source, remember
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quotes import Quote
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import Source
from burdenshare.reading.voicing import Frame


@dataclass
class QuoteWork:
    """What is known of the quotes while a text is gone through; local to `attribute`."""

    quotes: list[Quote]
    voices: list[Speaker | None]
    block_last: dict[int, Speaker] = field(default_factory=dict)  # the last speaker of a block
    led: dict[int, Speaker] = field(default_factory=dict)  # whom a lead-in or a whole block names
    afterwards: dict[int, Speaker] = field(default_factory=dict)  # a block that only names the speaker before it
    fragments: dict[int, Speaker | None] = field(default_factory=dict)  # who spoke in the block in front of a few words


def claim_quotes(parse: Parsed, here: list[tuple[Frame, Speaker]], work: QuoteWork) -> None:
    """Give each quote of a sentence to the frame that says it, else to the nearest frame of the sentence."""
    if not here:
        return
    for number in sorted({quote for quote in parse.quote_of if quote is not None}):
        inside = [i for i, quote in enumerate(parse.quote_of) if quote == number]
        said = [speaker for frame, speaker in here if frame.said[0] <= inside[-1] < frame.said[1]]
        nearest = min(here, key=lambda pair: min(abs(pair[0].verb[0] - inside[-1]), abs(pair[0].verb[0] - inside[0])))
        chosen = said[-1] if said else nearest[1]
        if work.voices[number] is None:
            work.voices[number] = _quoted(chosen)
    named = [speaker for _, speaker in here if speaker.name]
    if named:
        work.block_last[parse.sentence.block] = named[-1]


def claim_without_verb(cast: Cast, parse: Parsed, work: QuoteWork, before: Speaker | None) -> None:
    """Quotes beside a name without a verb: a lead-in with a colon, or the one person of the sentence."""
    numbers = sorted({quote for quote in parse.quote_of if quote is not None})
    first = next((i for i, quote in enumerate(parse.quote_of) if quote is not None), len(parse.tokens))
    lead = [t.text for t in parse.tokens[max(0, first - 2) : first]]
    source = lead_in(parse) if ":" in lead or (not numbers and parse.tokens[-1].text == ":") else None
    if source is not None and source.kind == "pronoun" and before is not None:
        speaker: Speaker | None = before
    else:
        speaker = cast.speaker(source, Mode.INDIRECT) if source is not None else None
    if speaker is None and numbers:
        speaker = before if before is not None and _told_by_pronoun(parse, first) else _only_person(cast, parse, first)
    if speaker is not None:
        work.led[parse.sentence.block] = speaker
        remember(cast, speaker, source) if source is not None else None
        for number in numbers:
            work.voices[number] = work.voices[number] or _quoted(speaker)
    elif not numbers and parse.persons and cast.last is not None:
        work.led.setdefault(parse.sentence.block, cast.last)
    elif numbers and before is not None and _all_quoted(parse):
        work.led.setdefault(parse.sentence.block, before)


def note_fragments(parse: Parsed, work: QuoteWork) -> None:
    """`It goes to NATO's “core requirements”. Pressure came from Trump.`: words quoted within the outlet's own sentence
    are not of somebody whom only a later one names."""
    for number in {quote for quote in parse.quote_of if quote is not None}:
        if parse.quote_of.index(number) >= _OWN_WORDS and work.voices[number] is None:
            block = parse.sentence.block
            work.fragments[number] = work.block_last.get(block) or work.led.get(block)


def takes_up(parse: Parsed) -> bool:
    """`Anna Jones unveiled it and said …`, `repeated that call`: the words quoted before are this speaker's."""
    pairs = itertools.pairwise(parse.lows)
    return any((a == "it" and b in _ON) or (a == "that" and b in _WORDS) for a, b in pairs)


_ON = frozenset({"and", "at", "in", "on", "during", "when", "as", "again", "to", "himself", "herself"})
_WORDS = frozenset({"appeal", "call", "claim", "demand", "line", "message", "phrase", "point", "view", "warning"})


def ending_with(parse: Parsed, work: QuoteWork) -> list[int]:
    """The fragments of a sentence, by number."""
    return [number for number in {q for q in parse.quote_of if q is not None} if number in work.fragments]


_OWN_WORDS = 3
"""Tokens in front of a quote that make its sentence the outlet's."""


def _told_by_pronoun(parse: Parsed, first: int) -> bool:
    """`He rebutted criticisms from Trump, noting, “…”`: who is named behind a preposition is not who speaks."""
    if parse.lows[:1] not in (["he"], ["she"]) or first == 0:
        return False
    named = [p for p in parse.persons if p.last <= first and parse.quote_of[p.first] is None]
    return bool(named) and all(parse.lows[p.first - 1] in _OF_OTHERS for p in named if p.first)


_OF_OTHERS = frozenset({"from", "of", "against", "by", "about", "to", "with", "for"})


def _all_quoted(parse: Parsed) -> bool:
    return all(q is not None or t.kind == "mark" for q, t in zip(parse.quote_of, parse.tokens, strict=True))


def _only_person(cast: Cast, parse: Parsed, first: int) -> Speaker | None:
    """The one person or title outside the quotation: in front of three quoted words or more, or behind its end."""
    named = [p for p in parse.persons if parse.quote_of[p.first] is None]
    quoted = sum(quote is not None for quote in parse.quote_of)
    owner = len(named) == 1 and parse.tokens[named[0].last - 1].possessive
    if owner and named[0].last < len(parse.tokens) and parse.tokens[named[0].last].kind == "mark":
        owner = False  # "was his reply, Kristen Michal's, to the envoy"
    if len(named) == 1 and quoted >= 3 and not owner:
        return cast.speaker(as_source(named[0]), Mode.INDIRECT)
    titles = [t for t in parse.titles if parse.quote_of[t.first] is None]
    if not named and len(titles) == 1 and quoted >= 3:
        title = titles[0]
        return cast.speaker(Source(title.first, title.last, "title", title=title, words=title.words), Mode.INDIRECT)
    return None


def claim_behind(
    cast: Cast, parse: Parsed, previous: Parsed | None, here: list[tuple[Frame, Speaker]], work: QuoteWork
) -> None:
    """`— Mette Frederiksen`, `The words are those of …`, `So said …`: a short sentence that names who said the last."""
    if previous is None or len(parse.tokens) > 16 or any(quote is not None for quote in parse.quote_of):
        return
    lows = [token.low for token in parse.tokens]
    dashed = lows[:1] in (["—"], ["-"]) or lows[:2] in ([">", "—"], [">", "-"])
    told = lows[:2] == ["so", "said"] or lows[:4] == ["the", "words", "are", "those"] or lows[:2] == ["so", "says"]
    credited = set(lows[1:3]) & {"with", "files", "reporting", "editing"}  # "— With files from Reuters"
    source = lead_in(parse) if (dashed and not credited) or told else None
    speaker = cast.speaker(source, Mode.QUOTE) if source is not None else None
    if speaker is None:
        return
    block = previous.sentence.block
    for number in range(len(work.quotes) - 1, -1, -1):
        quote = work.quotes[number]
        if quote.start >= parse.tokens[0].start or work.voices[number] is not None:
            continue
        if quote.block not in (block, block - 1):
            break
        work.voices[number] = _quoted(speaker)
        block = quote.block


def _quoted(speaker: Speaker) -> Speaker:
    return replaced(speaker, mode=Mode.QUOTE)


def carry(work: QuoteWork) -> None:
    """A quote without a frame goes on with the speaker of its paragraph, else of the paragraph before."""
    quotes, voices = work.quotes, work.voices
    for number, quote in enumerate(quotes):
        if voices[number] is not None:
            continue
        previous = voices[number - 1] if number else None
        if previous is not None and (quotes[number - 1].block == quote.block or quotes[number - 1].continued):
            voices[number] = previous
            continue
        told = work.block_last.get(quote.block) or work.led.get(quote.block)
        own = work.fragments.get(number, told)
        if own is not None:
            voices[number] = _quoted(own)
        elif quote.opens_block:
            voices[number] = _from_before(work, number, previous) or _from_behind(work, number)
        if voices[number] is not None:
            work.block_last.setdefault(quote.block, voices[number] or NARRATION)


def _from_before(work: QuoteWork, number: int, previous: Speaker | None) -> Speaker | None:
    quote = work.quotes[number]
    nearby = range(quote.block - 1, quote.block - 4, -1)
    before = next((s for b in nearby if (s := work.led.get(b) or work.block_last.get(b)) is not None), None)
    if previous is not None and work.quotes[number - 1].block == quote.block - 1:
        return previous
    return _quoted(before) if before else None


def _from_behind(work: QuoteWork, number: int) -> Speaker | None:
    """The speaker of the next quote where this one goes on into it."""
    quote = work.quotes[number]
    if not quote.continued or number + 1 >= len(work.quotes):
        return None
    return work.voices[number + 1]
