"""Judgements on dated entries: events, offices, members, commitments. The same on both clocks (semantics §2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from burdenshare.checking.model import Judgement, Verdict
from burdenshare.quick import quick
from burdenshare.record.model import Derivation, Observation


@quick
@dataclass(frozen=True, slots=True)
class Answer:
    """What the dated entries say to one question, before it is put on a clock."""

    verdict: Verdict
    why: str
    recorded: float | None = None
    unit: str = ""
    distance: float | None = None
    distance_unit: str = ""
    band: float | None = None
    sources: tuple[str, ...] = ()
    inputs: tuple[Derivation, ...] = ()
    context: tuple[str, ...] = ()


def unverifiable(why: str, *, sources: Iterable[str] = (), context: Iterable[str] = ()) -> Answer:
    """The record cannot tell; `why` names what is missing."""
    return Answer(Verdict.UNVERIFIABLE, why, sources=distinct(sources), context=tuple(context))


def on_clock(answer: Answer, day: date, question: str, rule: str) -> Judgement:
    """The answer as a judgement; `question` names what was looked up, `rule` what decided."""
    tree = Derivation(question, answer.recorded, answer.unit, str(day), "look-up by date", answer.inputs)
    return Judgement(
        verdict=answer.verdict,
        on=day,
        reading=question,
        recorded=answer.recorded,
        unit=answer.unit,
        distance=answer.distance,
        distance_unit=answer.distance_unit,
        band=answer.band,
        why=answer.why,
        sources=answer.sources,
        derivation=tree,
        context=answer.context,
        rule=rule,
    )


def leaf(name: str, source: str, period: str = "", value: float | None = None, unit: str = "") -> Derivation:
    """A dated entry as a leaf of the derivation."""
    return Derivation(name, value, unit, period, source=source)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts once each, in order, empty ones dropped."""
    return tuple(dict.fromkeys(text for text in texts if text))


def by_rows(verdict: Verdict, why: str, rows: list[Observation], off: float, context: tuple[str, ...]) -> Answer:
    """The answer that rests on `rows`, the first of which is told; `off` is its distance in per cent."""
    inputs = tuple(leaf(one.release, one.source, str(one.period), one.value, one.unit) for one in rows)
    return Answer(
        verdict,
        why,
        rows[0].value,
        rows[0].unit,
        distance=off,
        distance_unit="%",
        sources=distinct(one.source for one in rows),
        inputs=inputs,
        context=context,
    )
