"""One value over the releases: how a year has been estimated anew."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Finding, Period, Record
from burdenshare.report.charts.model import Releases
from burdenshare.report.charts.points import asked_of, by_release, comparable, dated, with_values
from burdenshare.report.charts.years import Terms, levels_of
from burdenshare.report.lookup import oldest_first


def over_releases(
    record: Record,
    entity: str,
    measure: str,
    period: Period,
    *,
    terms: Terms | None = None,
    told: Sequence[Finding] | None = None,
) -> Releases:
    """The value in every release that tells it, as `Record.history` answers; `told` are the answers where they are
    known already.

    Raises UnknownNameError and InputError as `Record.history` does, InputError where `terms` name one release, and
    NotHeldError where no dated release holds the value.
    """
    asked = terms or Terms()
    if asked.release is not None:
        raise InputError("a history shows every release", where="release", remedy="leave one of the two out")
    if told is None:
        told = record.history(
            entity,
            measure,
            period,
            as_of=asked.as_of,
            basis=asked.basis,
            unit=asked.unit,
            threshold=asked.threshold,
            baseline=asked.baseline,
        )
    placed, undated = dated(oldest_first(told))
    exact, bounded = with_values(placed)
    fit, other = comparable(exact)
    if not fit:
        where = f"{record.name(record.entity(entity))}, {measure}, {period}"
        raise NotHeldError("no dated release holds a value", where=where, remedy="ask another year")
    return Releases(
        asked=asked_of(record, fit[-1], asked.as_of),
        period=str(period),
        points=by_release(fit),
        levels=levels_of(record, measure, asked.as_of or record.edition)[:1],
        left_out=(*undated, *bounded, *other),
    )
