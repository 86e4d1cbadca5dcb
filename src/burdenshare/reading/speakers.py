"""Who says what: frames, quotes, turns and authors, over the whole text."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date

from burdenshare.reading.bylines import author_of, lead_in, opening_name, opening_phrase, posts
from burdenshare.reading.cast import Cast, People, called_a_person
from burdenshare.reading.joint_speakers import with_the_other
from burdenshare.reading.mentions import PersonMention
from burdenshare.reading.model import NARRATION, Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quotes import Quote
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import Source
from burdenshare.reading.told_behind import told_behind
from burdenshare.reading.turns import turns_of
from burdenshare.reading.voice_words import voice_words
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


@dataclass
class _Work:
    """What is known of the quotes while a text is gone through; local to `attribute`."""

    quotes: list[Quote]
    voices: list[Speaker | None]
    block_last: dict[int, Speaker] = field(default_factory=dict)  # the last speaker of a block
    led: dict[int, Speaker] = field(default_factory=dict)  # whom a lead-in or a whole block names
    afterwards: dict[int, Speaker] = field(default_factory=dict)  # a block that only names the speaker before it
    fragments: dict[int, Speaker | None] = field(default_factory=dict)  # who spoke in the block in front of a few words


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
    work = _Work(quotes, [None] * len(quotes))
    for number, parse in enumerate(parsed):
        cast.meet(parse)
        here = _frames_of(cast, parse)
        if number and not frames[-1] and (teller := told_behind(cast, parse)) is not None:
            frames[-1] = _whole_sentence(parsed[number - 1], *teller)
        frames.append(tuple(here))
        before = cast.last
        _note_subject(cast, parse, here)
        _claim_quotes(parse, here, work)
        if not here:
            _claim_without_verb(cast, parse, work, before)
        previous = parsed[number - 1] if number else None
        _claim_behind(cast, parse, previous, here, work)
        _note_fragments(parse, work)
        if previous is not None and here and _takes_up(parse):
            work.fragments.update(dict.fromkeys(_ending_with(previous, work), here[0][1]))
    _carry(work)
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
        _remember(cast, speaker, frame.source)
    return here


def _prime(cast: Cast, parse: Parsed, frame: Frame, here: list[tuple[Frame, Speaker]]) -> None:
    """`Kaja Kallas goes further: she would like …`: a person named before the pronoun in the same sentence is meant."""
    if frame.source.kind != "pronoun" or any(speaker.name for _, speaker in here):
        return
    before = [p for p in parse.persons if p.last <= frame.source.first and parse.quote_of[p.first] is None]
    if before:
        cast.last = cast.speaker(_as_source(before[0]), Mode.INDIRECT)


def _as_source(person: PersonMention) -> Source:
    return Source(person.first, person.last, "person", person=person, title=person.title, words=person.alias)


def _note_subject(cast: Cast, parse: Parsed, here: list[tuple[Frame, Speaker]]) -> None:
    """A sentence without a speaker of its own still sets whom `he` means: the first person it names."""
    named = [p for p in parse.persons if parse.quote_of[p.first] is None]
    owned = [p for p in named if not parse.tokens[p.last - 1].possessive]
    if named and not any(speaker.name for _, speaker in here):
        last = next((p for p in reversed(owned[1:]) if _opens_a_clause(parse, p)), (owned or named)[0])
        cast.last = cast.speaker(_as_source(last), Mode.INDIRECT)
    if len(owned) == 2 and [t.low for t in parse.tokens[owned[0].last : owned[1].first]] == ["and"]:
        both = [cast.speaker(_as_source(person), Mode.INDIRECT) for person in owned]
        cast.last_body = Speaker(" and ".join(one.name for one in both if one), named_as="they")
    if not named and not here and (stranger := opening_name(parse)) is not None:
        cast.last = cast.speaker(stranger, Mode.INDIRECT)
        cast.calling = frozenset(t.low for t in parse.tokens) & voice_words("callings")
    elif named or here:
        cast.calling = frozenset(t.low for t in parse.tokens) & voice_words("callings")
    elif parse.tokens and parse.tokens[0].low in ("the", "a", "an") and (unnamed := opening_phrase(parse)) is not None:
        cast.last = cast.speaker(unnamed, Mode.INDIRECT)


def _opens_a_clause(parse: Parsed, person: PersonMention) -> bool:
    """`Trump has long argued for it, and Army Secretary Mark Esper reinforced that view. … he said`: the one who acts
    in the last of two joined clauses."""
    first = person.first if person.title is None else min(person.first, person.title.first)
    joined = parse.lows[max(0, first - 2) : first] in ([",", "and"], [",", "but"], [",", "while"])
    behind = parse.tokens[person.last : person.last + 1]
    return joined and bool(behind) and behind[0].kind == "word" and not behind[0].capital and behind[0].low not in _AND


_AND = frozenset({"and", "or", "of", "with", "to", "for"})


def _remember(cast: Cast, speaker: Speaker, source: Source) -> None:
    if source.kind == "name" and _several(source.words):
        cast.last_body = speaker  # "Armed Forces experts had calculated … He said": he is somebody named before
    elif source.kind in ("person", "title", "name") and speaker.name:
        cast.last = speaker
    elif source.kind == "name" and source.first and not source.words.isupper():
        cast.last = speaker  # "…, Beck wrote. She said": the pronoun is nobody's whom the text named before
    elif source.kind in ("body", "phrase"):
        cast.last_body = speaker
        said = source.words.casefold().split()
        one = source.kind == "phrase" and said[-1] in voice_words("callings")
        if one or (source.kind == "body" and called_a_person(source.words) and not _several(source.words)):
            cast.last = speaker


def _several(words: str) -> bool:
    """`experts`, `officials`: the callings of more than one."""
    last = words.casefold().split()[-1:]
    return bool(last) and last[0].endswith("s") and last[0][:-1] in voice_words("callings")


def _claim_quotes(parse: Parsed, here: list[tuple[Frame, Speaker]], work: _Work) -> None:
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


def _claim_without_verb(cast: Cast, parse: Parsed, work: _Work, before: Speaker | None) -> None:
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
        _remember(cast, speaker, source) if source is not None else None
        for number in numbers:
            work.voices[number] = work.voices[number] or _quoted(speaker)
    elif not numbers and parse.persons and cast.last is not None:
        work.led.setdefault(parse.sentence.block, cast.last)
    elif numbers and before is not None and _all_quoted(parse):
        work.led.setdefault(parse.sentence.block, before)


def _note_fragments(parse: Parsed, work: _Work) -> None:
    """`It goes to NATO's “core requirements”. Pressure came from Trump.`: words quoted within the outlet's own sentence
    are not of somebody whom only a later one names."""
    for number in {quote for quote in parse.quote_of if quote is not None}:
        if parse.quote_of.index(number) >= _OWN_WORDS and work.voices[number] is None:
            block = parse.sentence.block
            work.fragments[number] = work.block_last.get(block) or work.led.get(block)


def _takes_up(parse: Parsed) -> bool:
    """`Anna Jones unveiled it and said …`, `repeated that call`: the words quoted before are this speaker's."""
    pairs = itertools.pairwise(parse.lows)
    return any((a == "it" and b in _ON) or (a == "that" and b in _WORDS) for a, b in pairs)


_ON = frozenset({"and", "at", "in", "on", "during", "when", "as", "again", "to", "himself", "herself"})
_WORDS = frozenset({"appeal", "call", "claim", "demand", "line", "message", "phrase", "point", "view", "warning"})


def _ending_with(parse: Parsed, work: _Work) -> list[int]:
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
        return cast.speaker(_as_source(named[0]), Mode.INDIRECT)
    titles = [t for t in parse.titles if parse.quote_of[t.first] is None]
    if not named and len(titles) == 1 and quoted >= 3:
        title = titles[0]
        return cast.speaker(Source(title.first, title.last, "title", title=title, words=title.words), Mode.INDIRECT)
    return None


def _claim_behind(
    cast: Cast, parse: Parsed, previous: Parsed | None, here: list[tuple[Frame, Speaker]], work: _Work
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


def _carry(work: _Work) -> None:
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


def _from_before(work: _Work, number: int, previous: Speaker | None) -> Speaker | None:
    quote = work.quotes[number]
    nearby = range(quote.block - 1, quote.block - 4, -1)
    before = next((s for b in nearby if (s := work.led.get(b) or work.block_last.get(b)) is not None), None)
    if previous is not None and work.quotes[number - 1].block == quote.block - 1:
        return previous
    return _quoted(before) if before else None


def _from_behind(work: _Work, number: int) -> Speaker | None:
    """The speaker of the next quote where this one goes on into it."""
    quote = work.quotes[number]
    if not quote.continued or number + 1 >= len(work.quotes):
        return None
    return work.voices[number + 1]
