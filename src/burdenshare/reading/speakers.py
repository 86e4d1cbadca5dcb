"""Who says what: frames and quotes resolved to people, over the whole text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from burdenshare.reading.frames import Frame, Source
from burdenshare.reading.mentions import PersonMention, TitleMention
from burdenshare.reading.model import NARRATION, Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quotes import Quote
from burdenshare.record.model import Tenure


class People(Protocol):
    """What attribution needs of the record."""

    def tenures(
        self, person: str | None = None, office: str | None = None, entity: str | None = None
    ) -> tuple[Tenure, ...]: ...
    def holders(self, office: str, entity: str, on: date) -> tuple[Tenure, ...]: ...
    def name(self, entity: str) -> str: ...


@dataclass
class Cast:
    """The people met so far in one text; mutable while that text is read, never shared."""

    people: People
    on: date | None
    full_names: dict[str, str] = field(default_factory=dict)  # last word of a name → full name
    canonical: dict[str, str] = field(default_factory=dict)  # alias → person of the record
    last: Speaker | None = None
    last_body: Speaker | None = None

    def meet(self, parsed: Parsed) -> None:
        """Note every person a sentence names."""
        for person in parsed.persons:
            name = self.identify(person)
            if name and person.full:
                self.full_names[person.alias.split()[-1]] = name

    def identify(self, person: PersonMention) -> str:
        """The canonical name, resolved by full name, earlier mention, title, then office on the day; else empty."""
        if len(person.candidates) == 1 and (person.full or person.title or self._plausible(person)):
            return self._keep(person, person.candidates[0])
        known = self.canonical.get(person.alias.split()[-1])
        if known in person.candidates:
            return known or ""
        fitting = [name for name in person.candidates if self._fits(name, person.title)]
        return self._keep(person, fitting[0]) if len(fitting) == 1 else ""

    def _keep(self, person: PersonMention, name: str) -> str:
        self.canonical[person.alias.split()[-1]] = name
        return name

    def _plausible(self, person: PersonMention) -> bool:
        """A bare surname stands for somebody named in full before, or for a holder of an office around the day."""
        if self.canonical.get(person.alias) in person.candidates:
            return True
        return len(person.alias) > 3 and self._fits(person.candidates[0], None)

    def _fits(self, name: str, title: TitleMention | None) -> bool:
        tenures = self.people.tenures(person=name)
        if title is not None and title.office:
            tenures = tuple(t for t in tenures if t.office == title.office and title.entity in ("", t.entity))
            if title.former:
                return bool(tenures)
        if self.on is None:
            return bool(tenures)
        return any(t.from_ <= self.on and (t.to is None or self.on <= t.to or t.grade == "D") for t in tenures)

    def office_of(self, name: str, title: TitleMention | None) -> tuple[str, str]:
        """(office, entity) of a person: as the text titles him or her, else as held on the day."""
        if title is not None and title.office and title.entity:
            return title.office, title.entity
        held = [
            t
            for t in self.people.tenures(person=name)
            if self.on is not None and t.from_ <= self.on and (t.to is None or self.on < t.to)
        ]
        if held:
            return held[-1].office, held[-1].entity
        known = self.people.tenures(person=name)
        return "", known[-1].entity if known else title.entity if title else ""

    def speaker(self, source: Source, mode: Mode) -> Speaker | None:
        """The resolved speaker of a frame, or None where the words point to nobody."""
        if source.kind == "person" and source.person is not None:
            return self._person(source.person, source, mode)
        if source.kind == "title" and source.title is not None:
            return self._holder(source.title, source, mode)
        if source.kind == "pronoun":
            return self._pronoun(source, mode)
        if source.kind == "body" and source.body is not None:
            return self._body(source, mode)
        if source.kind == "name":
            return self._stranger(source, mode)
        return Speaker("", mode=mode, named_as=source.words)

    def _person(self, person: PersonMention, source: Source, mode: Mode) -> Speaker:
        name = self.identify(person)
        office, entity = self.office_of(name, person.title) if name else ("", "")
        return Speaker(name or person.alias, office, entity, mode, source.words)

    def _holder(self, title: TitleMention, source: Source, mode: Mode) -> Speaker:
        if self.last is not None and self.last.office == title.office and title.entity in ("", self.last.entity):
            return Speaker(self.last.name, title.office, self.last.entity, mode, source.words)
        if title.entity and title.office and self.on is not None and not title.former:
            holders = {t.person for t in self.people.holders(title.office, title.entity, self.on)}
            if len(holders) == 1:
                return Speaker(holders.pop(), title.office, title.entity, mode, source.words)
        return Speaker("", title.office, title.entity, mode, source.words)

    def _pronoun(self, source: Source, mode: Mode) -> Speaker | None:
        low = source.words.casefold()
        known = self.last if low in ("he", "she", "i") else self.last_body if low in ("it", "they") else self.last
        if known is None:
            return Speaker("", mode=mode, named_as=source.words)
        return Speaker(known.name, known.office, known.entity, mode, source.words)

    def _body(self, source: Source, mode: Mode) -> Speaker | None:
        body = source.body
        if body is None or body.entity in ("PRONOUN", "AMBIGUOUS"):
            return Speaker("", mode=mode, named_as=source.words)
        return Speaker(self.people.name(body.entity), "", body.entity, mode, source.words)

    def _stranger(self, source: Source, mode: Mode) -> Speaker:
        words = source.words
        if " " in words:
            self.full_names[words.split()[-1]] = words
        known = self.full_names.get(words.split()[-1])
        if known is None and " " not in words:
            return Speaker("", mode=mode, named_as=words)  # "Critics said": a lone capitalised word is no name yet
        return Speaker(known or words, "", "", mode, words)


@dataclass(frozen=True, slots=True)
class Voices:
    """The answer for every sentence: its frames with speakers, and the speaker of each quote."""

    frames: tuple[tuple[tuple[Frame, Speaker], ...], ...]
    quotes: tuple[Speaker, ...]
    turns: tuple[Speaker | None, ...]  # by sentence: the transcript turn it stands in

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
                return speaker
        if quote is not None:
            return self.quotes[quote]
        return NARRATION


_TURN = re.compile(
    r"\s*(?:(?P<q>Q|QUESTION|Question|MODERATOR|Moderator|JOURNALIST|REPORTER)|(?P<name>[A-Z][\w.' -]{2,60}?))"
    r"\s*(?:\[[^\]]*\]|\([^)]*\))?\s*:\s"
)


def attribute(text: str, parsed: list[Parsed], quotes: list[Quote], people: People, on: date | None) -> Voices:
    """Resolve every frame, quote and transcript turn of a text, in reading order."""
    cast = Cast(people, on)
    turns = _turns(text, parsed, cast)
    frames: list[tuple[tuple[Frame, Speaker], ...]] = []
    voices: list[Speaker | None] = [None] * len(quotes)
    block_last: dict[int, Speaker] = {}
    for parse in parsed:
        cast.meet(parse)
        here: list[tuple[Frame, Speaker]] = []
        for frame in parse.frames:
            _prime(cast, parse, frame, here)
            speaker = cast.speaker(frame.source, Mode.INDIRECT)
            if speaker is None:
                continue
            here.append((frame, speaker))
            _remember(cast, speaker, frame.source)
        frames.append(tuple(here))
        _note_subject(cast, parse, here)
        _claim_quotes(parse, here, quotes, voices, block_last)
    _carry(quotes, voices, block_last)
    return Voices(tuple(frames), tuple(voice or Speaker("", mode=Mode.QUOTE) for voice in voices), tuple(turns))


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
    if named and not any(speaker.name for _, speaker in here):
        cast.last = cast.speaker(_as_source(named[0]), Mode.INDIRECT)


def _remember(cast: Cast, speaker: Speaker, source: Source) -> None:
    if source.kind in ("person", "title", "name") and speaker.name:
        cast.last = speaker
    elif source.kind == "body":
        cast.last_body = speaker


def _claim_quotes(
    parse: Parsed,
    here: list[tuple[Frame, Speaker]],
    quotes: list[Quote],
    voices: list[Speaker | None],
    block_last: dict[int, Speaker],
) -> None:
    """Give each quote of a sentence to the frame that says it, else to the nearest frame of the sentence."""
    for number in sorted({quote for quote in parse.quote_of if quote is not None}):
        if not here:
            continue
        inside = [i for i, quote in enumerate(parse.quote_of) if quote == number]
        said = [speaker for frame, speaker in here if frame.said[0] <= inside[-1] < frame.said[1]]
        nearest = min(here, key=lambda pair: min(abs(pair[0].verb[0] - inside[-1]), abs(pair[0].verb[0] - inside[0])))
        chosen = said[-1] if said else nearest[1]
        if voices[number] is None:
            voices[number] = _quoted(chosen)
    if here:
        named = [speaker for _, speaker in here if speaker.name]
        if named:
            block_last[parse.sentence.block] = named[-1]


def _quoted(speaker: Speaker) -> Speaker:
    return Speaker(speaker.name, speaker.office, speaker.entity, Mode.QUOTE, speaker.named_as)


def _carry(quotes: list[Quote], voices: list[Speaker | None], block_last: dict[int, Speaker]) -> None:
    """A quote without a frame goes on with the speaker of its paragraph, else of the paragraph before."""
    for number, quote in enumerate(quotes):
        if voices[number] is not None:
            continue
        previous = voices[number - 1] if number else None
        if previous is not None and (quotes[number - 1].block == quote.block or quotes[number - 1].continued):
            voices[number] = previous
            continue
        own = block_last.get(quote.block)
        if own is not None:
            voices[number] = _quoted(own)
        elif quote.opens_block:
            before = next((block_last[b] for b in range(quote.block - 1, quote.block - 4, -1) if b in block_last), None)
            carried = previous if previous is not None and quotes[number - 1].block == quote.block - 1 else None
            voices[number] = carried or (_quoted(before) if before else None)
        if voices[number] is not None:
            block_last.setdefault(quote.block, voices[number] or NARRATION)


def _turns(text: str, parsed: list[Parsed], cast: Cast) -> list[Speaker | None]:
    """Transcript turns (`Q:`, `SECRETARY GENERAL:`): only where a text has at least three of them."""
    opened: list[tuple[int, str, Parsed]] = []
    blocks_seen: set[int] = set()
    for number, parse in enumerate(parsed):
        if parse.sentence.block in blocks_seen:
            continue
        blocks_seen.add(parse.sentence.block)
        match = _TURN.match(text, parse.sentence.start, parse.sentence.end)
        if match and (match.group("q") or _is_turn_name(match.group("name"))):
            opened.append((number, (match.group("q") or match.group("name")).strip(), parse))
    if len(opened) < 3:
        return [None] * len(parsed)
    turns: list[Speaker | None] = [None] * len(parsed)
    starts = [number for number, _, _ in opened] + [len(parsed)]
    for at, (_, label, parse) in enumerate(opened):
        speaker = _turn_speaker(label, parse, cast)
        for number in range(starts[at], starts[at + 1]):
            turns[number] = speaker
    return turns


def _is_turn_name(label: str) -> bool:
    words = label.split()
    return len(words) <= 7 and all(word[:1].isupper() or word in ("of", "the", "for", "and") for word in words)


def _turn_speaker(label: str, parse: Parsed, cast: Cast) -> Speaker:
    cast.meet(parse)
    for person in parse.persons:
        if person.first < 8 and person.last <= len(label.split()) + 2:
            name = cast.identify(person)
            office, entity = cast.office_of(name, person.title) if name else ("", "")
            return Speaker(name or person.alias, office, entity, Mode.QUOTE, label)
    for title in parse.titles:
        if title.first <= 4:
            entity = title.entity or ("NATO" if title.office == "secretary_general" else "")
            full = TitleMention(title.first, title.last, title.office, entity, title.former, title.then, title.words)
            return cast._holder(full, Source(title.first, title.last, "title", title=full, words=label), Mode.QUOTE)
    return Speaker(label.title() if label.isupper() else label, "", "", Mode.QUOTE, label)
