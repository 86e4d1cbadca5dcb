"""What is shown beside a verdict and decides nothing: other releases, figures spoken by persons."""

from __future__ import annotations

from datetime import date
from typing import Any

from burdenshare.checking.claims import Claim
from burdenshare.checking.evaluate import Trial, ask
from burdenshare.checking.limits import SPOKEN_SHOWN
from burdenshare.checking.questions import Count, Fraction, Level
from burdenshare.checking.wording import number, recorded
from burdenshare.record.kept import kept
from burdenshare.record.model import Finding, Grade, Observation
from burdenshare.record.record import Record


def over_releases(trial: Trial, record: Record, edition: date) -> list[str]:
    """The same question through all releases up to the edition, oldest first, as one line; none if only one has it."""
    findings = by_release(record, trial.reading.question, edition)
    told = [f"{one.release.id}: {recorded(one)}" for one in findings]
    return ["over the releases: " + "; ".join(told)] if len(told) > 1 else []


@kept(1 << 14)
def by_release(record: Record, question: Any, edition: date) -> list[Finding]:
    """The answers of all dated releases up to the edition to a question without holes, oldest first."""
    if isinstance(question, Level) and not question.unrounded:
        found = record.cells_by_release(
            question.measure,
            str(question.entity),
            question.period,  # type: ignore[arg-type]  # a tried question has no holes left
            basis=str(question.basis),
            unit=question.unit,
            as_of=edition,
        )
    elif isinstance(question, Count):
        found = record.counts_by_release(
            int(str(question.year)),
            threshold=question.threshold,
            group=str(question.group),
            below=question.below,
            measure=question.measure,
            as_of=edition,
            armed_only=question.armed is True,
        )
    else:
        asked = (ask(question, record, edition, one.id) for one in record.releases())
        found = tuple(one for one in asked if one is not None)
    dated = [one for one in found if one.release.released_on is not None and one.release.released_on <= edition]
    return sorted(dated, key=lambda one: (one.release.released_on or edition, one.release.id))


def spoken(claim: Claim, plain: Trial | None, record: Record, day: date) -> list[str]:
    """Figures persons gave in public by that day for the same measure, entity and period: shown, never evidence."""
    found = [one for one in _spoken_rows(claim, plain, record) if one.released_on and one.released_on <= day]
    newest = sorted(found, key=lambda one: one.released_on or day, reverse=True)[: int(SPOKEN_SHOWN.value)]
    return [
        f"said on {one.released_on}: {number(one.value, one.unit)} ({one.source}); a speech decides nothing"
        for one in newest
    ]


def spoken_that_day(claim: Claim, plain: Trial, record: Record, day: date) -> list[Observation]:
    """Official spoken figures of the day itself."""
    rows = _spoken_rows(claim, plain, record)
    return [one for one in rows if one.released_on == day and one.grade is Grade.OFFICIAL]


def _spoken_rows(claim: Claim, plain: Trial | None, record: Record) -> tuple[Observation, ...]:
    if plain is None:
        return ()
    question = plain.reading.question
    period = getattr(question, "period", getattr(question, "year", getattr(question, "last", None)))
    entity = getattr(question, "entity", getattr(question, "group", "NATO"))
    measure = "allies_at_guideline" if isinstance(question, Fraction) else claim.statement.measure
    return _spoken_of(record, measure, str(entity), period) if isinstance(period, int | str) else ()


@kept(1 << 12)
def _spoken_of(record: Record, measure: str, entity: str, period: int | str) -> tuple[Observation, ...]:
    return record.spoken(measure, entity, period)
