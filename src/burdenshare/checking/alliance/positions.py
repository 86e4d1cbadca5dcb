"""Stands by issue and actor: those the record holds by their dates, and those read in articles given on the spot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from burdenshare.checking.alliance import guideline, pledges
from burdenshare.checking.alliance.model import Entry, Origin, Section
from burdenshare.checking.alliance.names import name_of
from burdenshare.checking.wording import counted
from burdenshare.reading.model import Kind, Modality, Reading, Statement
from burdenshare.reading.sentences import Sentence, sentences
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

TARGET, AID, BURDEN = "spending_target", "aid_to_ukraine", "burden_sharing"
"""Issues as the reading room names them (`reading/tables/issues.toml`)."""

WANTED = frozenset({"guideline", "share_of_gdp"})
"""Measures of a pledge or demand that is a stand on how much to spend."""

WANTING = frozenset({Modality.DEMAND, Modality.PLEDGE, Modality.OPINION})
LONGEST = 280
"""Characters kept of what was said; the article holds the rest."""

FEW = "stands are held only where somebody's proposal, demand, ambition, reservation or exemption is on record"
ADD = "what articles report, until they are given (--with)"


def positions(record: Record, day: date, readings: Sequence[Reading] = ()) -> Section:
    """Dated stands by the day, by issue; undated articles and later ones add nothing."""
    held = [_held(record, one) for one in pledges.known(record, day) if one.kind in pledges.STANDS]
    read = [entry for reading in readings for entry in _read(record, reading, day)]
    entries = sorted((*held, *read), key=lambda one: (one.kind, one.on, one.label))
    issues = dict.fromkeys(one.kind for one in entries)
    told = [f"{counted(len(entries), 'stand', 'stands')} on {counted(len(issues), 'issue', 'issues')}"]
    if readings:
        told.append(f"{len(read)} of them from {counted(len(readings), 'article', 'articles')}")
    lacks = [FEW] if readings else [FEW, ADD]
    return Section("positions", "Positions by issue", tuple(entries), tuple(told if entries else ()), tuple(lacks))


def left_out(readings: Iterable[Reading], day: date) -> tuple[str, ...]:
    """What must be said of articles that add nothing: those without a day, and those of a later one."""
    remarks = []
    for one in readings:
        own = one.document
        if own.published is None:
            remarks.append(f"{own.id}: has no day, so what it reports cannot be dated; left out")
        elif own.published > day:
            remarks.append(f"{own.id}: of {own.published.isoformat()}, after the day of the view; left out")
    return tuple(remarks)


def _held(record: Record, one: Commitment) -> Entry:
    plain = guideline.entry(one, _issue(one))
    actors = ", ".join(name_of(record, actor) for actor in one.actors)
    words = ": ".join(filter(None, (one.kind, plain.words)))
    return Entry(
        key=one.id,
        label=actors,
        words=f"{words} ({one.about})",
        kind=plain.kind,
        value=plain.value,
        unit=plain.unit,
        on=plain.on,
        due=plain.due,
        actors=one.actors,
        notes=plain.notes,
        origins=plain.origins,
    )


def _issue(one: Commitment) -> str:
    if one.unit == guideline.SHARE or "target" in one.about or "pace" in one.about:
        return TARGET
    return AID if "Ukrain" in one.about else BURDEN


def _read(record: Record, reading: Reading, day: date) -> list[Entry]:
    """Stands of named speakers in one article, by the day they spoke, or that of the article."""
    own = reading.document
    if own.published is None or own.published > day:
        return []
    found: dict[tuple[str, str, str], Entry] = {}
    told = sentences(own.text)
    for one in reading.statements:
        said = one.spoken_on or own.published
        issue = _read_issue(one)
        if not issue or not one.speaker.name or said > day:
            continue
        entry = Entry(
            key=f"{own.id}#{one.id}",
            label=_speaker(one),
            words=_words(one, own.text, told),
            kind=issue,
            on=said.isoformat(),
            actors=tuple(filter(None, (one.speaker.entity,))),
            notes=(f"takes the side: {one.direction}",) if one.direction else (),
            origins=(Origin(own.id, f"{own.id}#{one.id}", "", own.published),),
        )
        found.setdefault((issue, entry.label, entry.words), entry)
    return list(found.values())


def _read_issue(one: Statement) -> str:
    """The issue of a stand; a share of GDP that somebody wants or promises is one on the spending target."""
    if one.kind is Kind.POSITION:
        return one.issue
    wants = one.kind is Kind.PROMISE and one.measure in WANTED and one.modality in WANTING
    return TARGET if wants else ""


def _speaker(one: Statement) -> str:
    office = one.speaker.office.replace("_", " ")
    return f"{one.speaker.name}, {office}" if office else one.speaker.name


def _words(one: Statement, text: str, told: Sequence[Sentence]) -> str:
    """The sentence in which it stands: a figure alone tells no stand."""
    around = (each for each in told if each.start <= one.span.start < each.end)
    sentence = next((text[each.start : each.end] for each in around), one.text)
    line = " ".join(sentence.split())
    return f"“{line[: LONGEST - 1]}…”" if len(line) > LONGEST else f"“{line}”"
