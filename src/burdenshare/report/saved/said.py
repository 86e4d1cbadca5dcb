"""What was said, from its shape: documents, statements, and what ended in none."""

from __future__ import annotations

import math

from burdenshare.reading.model import (
    Document,
    Fingerprint,
    Interval,
    Kind,
    Modality,
    Mode,
    NotVerified,
    Span,
    Speaker,
    Statement,
    Unaccounted,
)
from burdenshare.report.saved.parts import Part, offsets, span, wrong

DATED_FROM = ("option", "metadata", "dateline", "inferred", "none")
COMPARATORS = ("", "=", "~", "<", "<=", ">", ">=", "between", "increase", "decrease")
DIRECTIONS = ("for", "against", "")


def document(part: Part) -> Document:
    """A document; without its text where the report was saved without it."""
    printed = Fingerprint(part.whole("characters"), part.text("sha256"))
    text = None if part.value("text") is None else part.text("text")
    found = Document(
        id=part.text("id"),
        text=text or "",
        published=part.maybe_day("published"),
        published_from=part.among("published_from", DATED_FROM),
        title=part.text("title"),
        outlet=part.text("outlet"),
        language=part.text("language"),
        dated_by=part.text("dated_by"),
        author=part.text("author"),
        furniture=part.each("furniture", span),
        notes=part.texts("notes"),
        not_kept=printed if text is None else None,
    )
    part.done()
    if found.fingerprint != printed:
        raise wrong(part.at("text"), "is not the text that was checked")
    return found


def statement(part: Part) -> Statement:
    """A statement as it was read. The answers beside it are read by `judged.entry`, which also ends the part."""
    question = part.part("question")
    unit, words = question.text("unit_said"), question.text("words_said")
    value = None
    if part.value("value") is not None:
        value, unit, words = value_of(part.part("value"))
    found = Statement(
        id=part.text("id"),
        span=offsets(part),
        focus=span(part.part("focus")),
        text=part.text("text"),
        kind=part.choice("kind", Kind),
        subject=tuple(filter(None, part.text("subject").split(";"))),
        measure=part.text("measure"),
        comparator=part.among("comparator", COMPARATORS),
        value=value,
        unit=unit,
        words=words,
        period=part.text("period"),
        period_from=question.text("period_from"),
        baseline=part.text("baseline"),
        baselines=question.texts("baselines"),
        basis=question.text("basis"),
        real=question.maybe_flag("real"),
        cumulative=question.maybe_flag("cumulative"),
        threshold=part.maybe_number("threshold"),
        below=part.flag("below"),
        denominator=question.text("denominator"),
        holes=frozenset(question.texts("holes")),
        place=question.text("place"),
        event=question.text("event"),
        person=question.text("person"),
        office=question.text("office"),
        former=question.flag("former"),
        speaker=speaker_of(part.part("speaker")),
        modality=part.choice("modality", Modality),
        spoken_on=question.maybe_day("spoken_on"),
        release=question.text("release"),
        rule=question.text("rule"),
        note=part.text("note"),
        repeats=part.each("repeats", span),
        likely=part.flag("likely"),
        issue=part.text("issue"),
        direction=part.among("direction", DIRECTIONS),
        by=question.text("by"),
        against=question.texts("against"),
        quantifier=question.text("quantifier"),
        rival_subjects=question.texts("rival_subjects"),
        rival_periods=question.texts("rival_periods"),
    )
    question.done()
    return found


def value_of(part: Part) -> tuple[Interval, str, str]:
    """What the number allows (an end that is null is open), its unit, and its words."""
    unit, words = part.text("unit"), part.text("words")
    found = Interval(
        low=part.number_or("low", -math.inf),
        high=part.number_or("high", math.inf),
        low_open=part.flag("low_open"),
        high_open=part.flag("high_open"),
        central=part.number_or("central", math.inf),
        kind=part.text("kind"),
    )
    part.done()
    return found, unit, words


def speaker_of(part: Part) -> Speaker:
    found = Speaker(
        name=part.text("name"),
        office=part.text("office"),
        entity=part.text("entity"),
        mode=part.choice("mode", Mode),
        named_as=part.text("named_as"),
    )
    part.done()
    return found


def unaccounted(part: Part) -> Unaccounted:
    """A number or passage that ended in no statement."""
    found = Unaccounted(offsets(part), part.text("text"), part.text("reason"))
    part.done()
    return found


def not_verified(part: Part) -> NotVerified:
    """A proposal that the rules do not read there."""
    found = NotVerified(
        span=_maybe_span(part),
        words=part.text("words"),
        subject=part.text("subject"),
        measure=part.text("measure"),
        value=part.maybe_number("value"),
        unit=part.text("unit"),
        proposer=part.text("proposer"),
        reason=part.text("reason"),
    )
    part.done()
    return found


def _maybe_span(part: Part) -> Span | None:
    if part.value("start") is None and part.value("end") is None:
        return None
    return offsets(part)
