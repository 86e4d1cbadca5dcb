"""Hand-built documents and the article sets of this folder, for the tests of stories."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Verdict
from burdenshare.checking.stories.model import Telling
from burdenshare.reading.inputs import load_document
from burdenshare.reading.model import Document, Interval, Kind, Modality, Mode, Span, Speaker, Statement
from burdenshare.report.article import check

FOLDER = Path(__file__).parent / "articles"
NOWHERE = Span(0, 4)
EDITION = date(2026, 7, 2)


@cache
def articles(*names: str) -> tuple[CheckedDocument, ...]:
    """The articles of one or more sets, checked, in order of their file names."""
    files = [file for name in names for file in sorted((FOLDER / name).glob("*.txt"))]
    return tuple(check(load_document(file)).checked for file in files)


def exactly(number: float) -> Interval:
    return Interval(number, number, central=number, kind="count")


def above(number: float) -> Interval:
    return Interval(number, inf, low_open=True, central=number)


def say(measure: str, subject: str, value: Interval | None = None, comparator: str = "=", **more: Any) -> Statement:
    """A sure fact of an explicit year."""
    given: dict[str, Any] = {"period": "2024", "period_from": "explicit", "kind": Kind.FACT, "words": measure} | more
    kind = given.pop("kind")
    speaker = given.pop("speaker", "")
    return Statement(
        given.pop("id", "s1"),
        Span(0, 4),
        Span(0, 4),
        given.pop("text", "words"),
        kind,
        tuple(subject.split()),
        measure,
        comparator,
        value,
        speaker=Speaker(speaker, mode=given.pop("mode", Mode.QUOTE)),
        **given,
    )


def want(share: float, speaker: str = "Mark Rutte", comparator: str = ">", **more: Any) -> Statement:
    """A target of the alliance in per cent of GDP."""
    value = above(share) if comparator == ">" else Interval(share - 0.05, share + 0.05, central=share)
    told: dict[str, Any] = {"unit": "%", "period": "", "period_from": "", "modality": Modality.DEMAND} | more
    return say("guideline", "NATO", value, comparator, kind=Kind.PROMISE, speaker=speaker, **told)


def judged(verdict: Verdict, day: date = EDITION) -> Judgement:
    return Judgement(verdict, day, "plain", None, "", None, "", None, "because")


def entry(statement: Statement, then: Verdict | None = None, now: Verdict | None = None) -> Checked:
    return Checked(statement, judged(then) if then else None, judged(now) if now else None)


def telling(statement: Statement, day: date | None = date(2025, 2, 13), source: int = 1, **more: Any) -> Telling:
    held = entry(statement, more.get("then"), more.get("now"))
    return Telling(source, source, held, statement.speaker.name, day, day)


def document(name: str, day: date | None, *said: Checked, text: str = "") -> CheckedDocument:
    held = Document(name, text or name, day, "option" if day else "none")
    return CheckedDocument(held, EDITION, "test", "test", tuple(said), ())


COUNTED = say("allies_at_guideline", "NATO", exactly(23), threshold=2.0)
