"""Transcripts: whose turn each sentence stands in (`Q:`, `SECRETARY GENERAL:`, `Jens Stoltenberg [NATO]:`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from burdenshare.reading.cast import Cast
from burdenshare.reading.mentions import TitleMention
from burdenshare.reading.model import Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import Source
from burdenshare.reading.voice_words import speech_words, voice_words

_NOTE = r"(?:\s*(?:\[(?P<note>[^\]\n]{1,60})\]|\((?P<note2>[^)\n]{1,60})\)(?:\s*\([^)\n]{1,40}\))?))?"
_CLOCK = r"(?:\[\d\d:\d\d(?::\d\d)?\]\s*)?"
_RANK = r"(?:,[A-Z ,.'’-]{3,70})?"
_BRACKET = r"(?:\[(?=The |[A-Z][a-z]+ [A-Z]))?"
_LABEL = r"(?P<name>@?[A-Z\d][\w.'’ ,-]{0,60}?|@\w+)"
_TURN = re.compile(rf"\s*{_CLOCK}(?:[-–—•]\s*)?{_BRACKET}{_LABEL}{_NOTE}{_RANK}\s*:\s+(?=\S)")
_ASKED = re.compile(
    r"\s*(?P<name>Q)(?: {2,}|\s(?=Thank|Mr|Sir|Okay|Yes|And|But|So|What|Why|How|Do|Are|Is|Will|Can|You|I )).?"
)
_CALLED = r"(?:Mr|Ms|Mrs|Senator|Secretary|General|Admiral|Chairman|The)"
_CONGRESS = re.compile(rf"\s*(?P<name>{_CALLED}\.? (?:Mc|Mac|Des|De|La|O'|O’)?[A-Z]{{3,}}[A-Z' ]*)\.(?:\s|$)")
_WORD = r"[A-Z][\w.'’-]+"
_A_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}")
_HANSARD = re.compile(rf"\s*(?:[\w.'’ ]{{3,60}} Portrait )?(?P<name>{_WORD}(?: {_WORD}){{1,5}}) \([^)]{{2,60}}\)\s*$")
_PORTRAIT = re.compile(
    rf"\s*[\w.'’ -]{{3,60}} Portrait (?P<name>{_WORD}(?: {_WORD}){{1,5}})(?: \([^)\n]{{2,60}}\))*\s*(?:\n|-|$)"
)
_PHOTO = rf"(?:Photo of (?P<photo>{_WORD}(?: {_WORD}){{1,3}}?))?"
_NAMED = rf"(?P<name>(?(photo)(?P=photo)|{_WORD}(?: {_WORD}){{1,3}}))"
_SHARING = "(?:Share this|Link to this|Hansard source|Oireachtas source)"
_SHARED = re.compile(rf"\s*{_PHOTO}{_NAMED} \([^)\n]{{2,120}}\)[ |]*{_SHARING}")
_HOUSES = re.compile(r"Hansard|House of Commons|House of Lords|Lords Chamber|Commons Chamber|Parliamentary debate")


@dataclass(frozen=True, slots=True)
class Turn:
    """A label that opens a turn: `sure` labels alone make a text a transcript; `solo` ones say their block only."""

    number: int
    label: str
    note: str
    sure: bool
    kind: str  # question, answer, person, title, caps, name, body, handle


def turns_of(text: str, parsed: list[Parsed], cast: Cast) -> list[Speaker | None]:
    """By sentence: the speaker of the turn it stands in, or None outside transcripts."""
    opened = _opened(text, parsed)
    turns: list[Speaker | None] = [None] * len(parsed)
    transcript = _is_transcript(opened)
    starts = [turn.number for turn in opened] + [len(parsed)]
    answerer: Speaker | None = None
    own = voice_words("we")
    full: dict[str, str] = {}  # a name is looked for in the whole text once, not at each of its turns
    for at, turn in enumerate(opened):
        if not transcript and turn.kind in ("name", "caps"):
            continue
        speaker = _speaker(turn, parsed[turn.number], cast, answerer)
        if turn.kind in ("name", "caps"):
            if speaker.name not in full:
                full[speaker.name] = _in_full(text, speaker.name)
            speaker = replaced(speaker, name=full[speaker.name])
        if turn.kind in ("person", "title"):
            answerer = speaker
        goes_on = transcript or turn.note or turn.kind == "handle"
        last = starts[at + 1] if goes_on else _block_end(parsed, turn.number)
        if not goes_on and not any(own & parsed[n].words for n in range(turn.number, last)):
            speaker = replaced(speaker, mode=Mode.INDIRECT)  # a headline: "Starmer: UK will reach 4.1 %"
        for number in range(turn.number, last):
            turns[number] = speaker
    return turns


def _opened(text: str, parsed: list[Parsed]) -> list[Turn]:
    opened: list[Turn] = []
    debate = bool(_HOUSES.search(text[:1500]))
    block = -1
    for number, parse in enumerate(parsed):
        start, end = parse.sentence.start, parse.sentence.end
        if parse.sentence.block == block and not (_asked_here(opened) and _WITHIN.match(text, start, end)):
            continue
        block = parse.sentence.block
        match = _TURN.match(text, start, end) or _CONGRESS.match(text, start, end)
        if match is None and text[start : start + 1] == "Q":
            match = _ASKED.match(text, start, end)
        if match is None and " Portrait " in text[start:end]:
            match = _PORTRAIT.match(text, start, end)
        if match is None and " source" in text[start:end]:
            match = _SHARED.match(text, start, end)
        if match is None and debate:
            match = _HANSARD.match(text, start, end)
        turn = _turn(match, number, parse) if match else None
        if turn is not None and debate and turn.note and turn.kind in ("name", "person"):
            turn = replaced(turn, note="turn", sure=True)  # "Bob Stewart (Beckenham) (Con):"
        if turn is not None:
            opened.append(turn)
    return opened


_WITHIN = re.compile(r"(?:Q|A|Question|Answer)\s*:\s")


def _asked_here(opened: list[Turn]) -> bool:
    """`Q: Is Spain exempt? A: No.`: question and answer may share a paragraph."""
    return bool(opened) and opened[-1].kind in ("question", "answer")


def _turn(match: re.Match[str], number: int, parse: Parsed) -> Turn | None:
    label = match.group("name").strip()
    held = match.groupdict()
    note = held.get("note") or held.get("note2") or ""
    low = label.casefold().rstrip(".")
    if match.re is _ASKED:
        return Turn(number, label, note, True, "question")
    if match.re is not _TURN:
        return Turn(number, label, "turn", True, "name")
    if label.startswith("@"):
        return Turn(number, label, note, True, "handle")
    if low in voice_words("questioners"):
        return Turn(number, label, note, True, "question")
    if low in voice_words("answerers"):
        return Turn(number, label, note, True, "answer")
    if parse.quote_of[-1] is not None or _quoted_behind(parse, match.end()):
        return None  # `Rutte: “…”` is a lead-in
    return _named_turn(label, note, number, parse, match.span("name"))


def _named_turn(label: str, note: str, number: int, parse: Parsed, named: tuple[int, int]) -> Turn | None:
    words = label.split(",")[0].split()
    if len(words) > 7 or not all(w[:1].isupper() or w in ("of", "the", "for", "and", "von", "der") for w in words):
        return None
    reach = next((i for i, t in enumerate(parse.tokens) if t.text == ":"), len(parse.tokens))
    if _office_of_one(label, note):
        return Turn(number, label, note, True, "person")
    inside = any(named[0] <= parse.start(p.first) and parse.end(p.last) <= named[1] for p in parse.persons)
    if inside or any(p.last <= reach and p.last >= reach - 8 for p in parse.persons):
        return Turn(number, label, note, bool(note) or label.isupper(), "person")
    if any(t.last <= reach and t.first <= 4 for t in parse.titles):
        return Turn(number, label, note, label.isupper(), "title")
    if label.casefold() in voice_words("solo_bodies"):
        return Turn(number, label, note, False, "body")
    if any(s.first < reach for s in parse.subjects) or any(c.isdigit() for c in label):
        return None  # the row of a list: "Poland: 4.1 %"
    called = words[0].casefold().rstrip(".") in voice_words("members")
    return Turn(number, label, note, called, "caps" if label.isupper() else "name") if len(label) < 40 else None


def _office_of_one(label: str, note: str) -> bool:
    """`The Minister for the Armed Forces (Luke Pollard):`: an office, and behind it who holds it."""
    return label.startswith("The ") and _A_NAME.fullmatch(note) is not None


def _quoted_behind(parse: Parsed, offset: int) -> bool:
    for token, quote in zip(parse.tokens, parse.quote_of, strict=True):
        if token.start >= offset:
            return quote is not None
        if token.end > offset - 1 and token.text in ("“", '"'):
            return True
    return False


def _is_transcript(opened: list[Turn]) -> bool:
    """At least two labels of which one asks, answers or is a person in capitals; or three with a person or title."""
    known = sum(turn.kind in ("person", "title") for turn in opened)
    if any((turn.sure and turn.kind in ("question", "answer")) or turn.note == "turn" for turn in opened):
        return True
    if any(turn.sure and turn.kind in ("person", "title") for turn in opened):
        return True
    if sum(turn.sure and turn.kind == "name" for turn in opened) > 1:
        return True  # "Hon. Leo Housakos:", "Senator Carignan:"
    return len(opened) >= 3 and known >= 2


def _block_end(parsed: list[Parsed], number: int) -> int:
    block = parsed[number].sentence.block
    return next((n for n in range(number, len(parsed)) if parsed[n].sentence.block != block), len(parsed))


def _speaker(turn: Turn, parse: Parsed, cast: Cast, answerer: Speaker | None) -> Speaker:
    if turn.kind == "handle":
        return handle_speaker(turn.label)
    if turn.kind == "body":
        return Speaker(turn.label, "", turn.label if turn.label == "NATO" else "", Mode.INDIRECT, turn.label)
    cast.meet(parse)
    if turn.kind == "answer" and not parse.persons and answerer is not None:
        return answerer
    reach = len(turn.label.split()) + len(turn.note.split()) + 4
    for person in parse.persons:
        if turn.kind != "question" and person.last <= reach:
            source = Source(person.first, person.last, "person", person=person, title=person.title, words=turn.label)
            return cast.speaker(source, Mode.QUOTE) or Speaker(turn.label, mode=Mode.QUOTE)
    for title in parse.titles:
        if title.first <= 4 and turn.kind == "title":
            entity = title.entity or _HOMES.get((title.office, turn.label), "")
            entity = "NATO" if title.office == "secretary_general" else entity
            full = TitleMention(title.first, title.last, title.office, entity, title.former, title.then, title.words)
            return cast.holder(full, Source(title.first, title.last, "title", title=full, words=turn.label), Mode.QUOTE)
    noted = turn.kind == "answer" or _office_of_one(turn.label, turn.note)
    label = turn.note if noted and turn.note else turn.label
    return Speaker(_label_name(label), "", "", Mode.QUOTE, turn.label)


_HOMES = {("head_of_state", "THE PRESIDENT"): "USA", ("head_of_state", "PRESIDENT"): "USA"}
"""Whose office a label in capitals means that names no country: the White House prints it so."""


def _in_full(text: str, surname: str) -> str:
    """`WELNA:` behind `NPR's David Welna reports`: the name the text gives in full, else the one given."""
    if not surname.isalpha() or len(surname) < 4:
        return surname
    for found in re.finditer(rf"({_WORD}) {re.escape(surname)}\b", text, re.IGNORECASE):
        first = found.group(1)
        if first.casefold() not in speech_words("name_titles") and first[0].isupper():
            last = surname.title() if surname.isupper() else surname
            return f"{first.title() if first.isupper() else first} {last}"
    return surname


def _label_name(label: str) -> str:
    words = label.split(",")[0].split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in voice_words("members") - {
        "sir",
        "dame",
        "lord",
        "lady",
    }:
        words = words[1:]
    label = " ".join(words)
    return label.title() if label.isupper() and len(label) > 4 else label


def handle_speaker(handle: str) -> Speaker:
    """`@realDonaldTrump`: the name in the handle."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", handle.lstrip("@").removeprefix("real"))
    return Speaker(name.strip(), "", "", Mode.QUOTE, handle)
