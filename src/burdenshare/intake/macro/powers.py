"""In which unit and scale a file gives a subject: one for all its rows, a known one, and the one of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from burdenshare.intake.macro import standing
from burdenshare.intake.macro.declared import Subject, Subjects, scales
from burdenshare.intake.macro.model import Series
from burdenshare.intake.macro.numbers import CHECK
from burdenshare.intake.model import PLACE, Given, Row, refused

FAR = 100.0
"""How many times the record's levels those of a file may be, by the middle of all that both hold. A scale that was
read wrongly is a factor of a thousand at least; the widest change of a currency in the record, Estonia's, is 15.6, and
the middle over many countries does not move with one."""


def powers(given: Given, taken: Sequence[Series], subjects: Subjects, *, in_units: bool) -> Mapping[str, int]:
    """The power of ten of each subject; 0 for all `in_units`. Raises DeliveryError for an unknown scale or unit."""
    by_subject: dict[str, list[Series]] = {}
    for one in taken:
        _refuse_other_unit(given, one, subjects.by_code[one.subject])
        by_subject.setdefault(one.subject, []).append(one)
    found = {code: _power(given, held, subjects.by_code[code], in_units=in_units) for code, held in by_subject.items()}
    return {code: 0 if in_units else power for code, power in found.items()}


def refuse_other_magnitudes(given: Given, subject: Subject, rows: Sequence[Row], levels: standing.Levels) -> None:
    """Levels are those of the record, give or take a revision: a scale that was read wrongly moves them all."""
    own = [row for row in rows if row["indicator"] == subject.indicator]
    ratio = standing.times(levels, {(row["entity"], int(row["year"])): float(row["value"]) for row in own})
    if ratio is not None and not 1 / FAR <= ratio <= FAR:
        what = f"{subject.code} is {ratio:.3g} times what the record holds: its scale is in doubt"
        raise refused(given, what, place=own[0][PLACE], remedy="fetch the file in the publisher's own scale")


def _refuse_other_unit(given: Given, one: Series, subject: Subject) -> None:
    if one.unit and one.unit not in subject.units:
        what = f"{subject.code} is given in '{one.unit[:40]}', expected {' or '.join(subject.units) or 'no unit'}"
        raise refused(given, what, place=one.place, remedy=CHECK)


def _power(given: Given, held: Sequence[Series], subject: Subject, *, in_units: bool) -> int:
    """The power that all rows share. Where values stand in units it only says how to show them, and may be left out."""
    found: list[tuple[Series, int]] = []
    for one in held:
        power = scales().get(one.scale.casefold())
        if power is None or (power and not subject.scaled):
            what = f"{subject.code} in a scale of '{one.scale[:40]}' is unknown"
            raise refused(given, what, place=one.place, remedy=CHECK)
        if subject.scaled and not in_units and not one.scale:
            raise refused(given, f"{subject.code} names no scale", place=one.place, remedy=CHECK)
        if one.scale or not in_units:
            found.append((one, power))
    usual = Counter(power for _, power in found).most_common(1)
    for one, power in found:
        if power != usual[0][0]:
            what = f"{subject.code} stands in '{one.scale[:40]}' here, in another scale elsewhere"
            raise refused(given, what, place=one.place, remedy=CHECK)
    return usual[0][0] if usual else 0
