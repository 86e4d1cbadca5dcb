"""The statements of a text, made of what its sentences gave."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.doubting import doubted
from burdenshare.reading.drafts import Draft
from burdenshare.reading.folding import Folded
from burdenshare.reading.model import Document, Mode, Speaker, Statement
from burdenshare.reading.officials import speaks_for_its_country
from burdenshare.reading.parse import Parsed
from burdenshare.reading.repeats import joined
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rivals import Rivals, rivals_of
from burdenshare.reading.settling import settled
from burdenshare.reading.sheets import Sheet
from burdenshare.reading.speakers import Voices
from burdenshare.reading.two_holders import of_two_times
from burdenshare.reading.wider_lists import of_another_list


def statements_of(
    folded: Folded, document: Document, parsed: list[Parsed], voices: Voices, sheet: Sheet, calendar: Calendar
) -> tuple[Statement, ...]:
    ordered = sorted(
        of_another_list(parsed, sheet.drafts),
        key=lambda pair: (parsed[pair[0]].start(pair[1].first), pair[1].last - pair[1].first),
    )
    found: list[Statement] = []
    seen: set[tuple[object, ...]] = set()
    for number, draft in ordered:
        running = document.published.year if document.published else None
        rivals = rivals_of(parsed[number], draft, calendar.bearers, running)
        statement = _statement(folded, document, parsed[number], number, draft, voices, len(found) + 1, rivals)
        if draft.ours and not statement.subject:
            continue  # "we spent 2.3 %", and nothing tells who speaks
        statement = doubted(statement, draft, parsed, number, calendar)
        key = _same(statement)
        if key in seen:
            continue
        seen.add(key)
        found.append(statement)
    return joined(of_two_times(found), document.text)


def _same(statement: Statement) -> tuple[object, ...]:
    """Offices and repeats: one statement per person and office; everything else is its own."""
    if statement.rule == "office held":
        return ("office", statement.person, statement.office, statement.subject, statement.former, statement.period)
    return (statement.span, statement.focus, statement.measure, statement.kind, statement.against)


def _statement(
    folded: Folded,
    document: Document,
    parse: Parsed,
    number: int,
    draft: Draft,
    voices: Voices,
    serial: int,
    rivals: Rivals,
) -> Statement:
    span = folded.given(parse.start(draft.first), parse.end(draft.last))
    focus = folded.given(parse.start(draft.focus[0]), parse.end(draft.focus[1]))
    speaker = Speaker("") if draft.background else voices.at(parse, number, draft.focus[0])
    subject = draft.subject
    if draft.ours and len(speaker.entity) == 3:
        nameless = speaks_for_its_country(speaker)
        subject = (speaker.entity,) if speaker.office or nameless else draft.subject
        draft = replaced(draft, likely=True) if nameless and not speaker.office else draft
    if draft.rule == "office held" and speaker.mode is Mode.INDIRECT:
        speaker = Speaker("")  # the title in front of a name is the outlet's wording
    draft, modality, holes = settled(parse, draft, document.published)
    return Statement(
        id=f"s{serial}",
        span=span,
        focus=focus,
        text=document.text[span.start : span.end],
        words=document.text[focus.start : focus.end],
        speaker=speaker,
        kind=draft.kind,
        subject=subject,
        measure=draft.measure,
        comparator=draft.comparator,
        value=draft.value,
        unit=draft.unit,
        period=draft.period,
        period_from=draft.period_from,
        baseline=draft.baseline,
        baselines=draft.baselines,
        basis=draft.basis,
        real=draft.real,
        cumulative=draft.cumulative,
        threshold=draft.threshold,
        below=draft.below,
        denominator=draft.denominator,
        holes=holes,
        place=draft.place,
        event=draft.event,
        person=draft.person,
        office=draft.office,
        former=draft.former,
        modality=modality,
        rule=draft.rule,
        note=draft.note,
        likely=draft.likely,
        issue=draft.issue,
        direction=draft.direction,
        by=draft.by,
        against=draft.against,
        quantifier=draft.quantifier,
        rival_subjects=rivals.subjects,
        rival_periods=rivals.periods,
    )
