"""A checked statement against what every release said: the words as a band, and the two days of the answers."""

from __future__ import annotations

import math

from burdenshare.checking.answered import answered
from burdenshare.checking.model import Checked, Judgement
from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.charts.model import Claimed, Clock
from burdenshare.report.charts.points import asked_of, by_release, comparable, with_values
from burdenshare.report.wording import said

NOT_DRAWN = "has no value that releases revise, so there is nothing to draw"


def of_statement(record: Record, checked: Checked) -> Claimed:
    """The question that the first clock's answer rests on, asked of every release up to *now*.

    Raises InputError for a statement that asks no number of one subject, or whose answer no dated release holds.
    """
    found = answered(record, checked)
    statement = checked.statement
    if found is None or found.said is None or (math.isinf(found.said.low) and math.isinf(found.said.high)):
        raise InputError(NOT_DRAWN, where=f"statement {statement.id}", remedy="choose a statement with a figure")
    exact, bounded = with_values(found.findings)
    fit, other = comparable(exact)
    if not fit:
        raise InputError(NOT_DRAWN, where=f"statement {statement.id}", remedy="choose a statement with a figure")
    clocks = [_clock(name, one) for name, one in (("then", checked.then), ("now", checked.now)) if one is not None]
    return Claimed(
        asked=asked_of(record, fit[-1], found.until),
        period=str(fit[-1].period),
        points=by_release(fit),
        statement=statement.id,
        words=said(statement),
        said=found.said,
        clocks=tuple(clocks),
        left_out=(*bounded, *other),
    )


def _clock(name: str, judgement: Judgement) -> Clock:
    release = next((one.release for one in judgement.evidence), "")
    return Clock(name, judgement.on, judgement.recorded, release, judgement.verdict)
