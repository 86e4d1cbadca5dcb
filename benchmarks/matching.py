"""Holds what was read in a text against its labels: which statement answers which label, and in what they differ."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.labels import Label
from burdenshare.reading.model import Interval, Kind, Statement

WHOLE = ("kind", "subject", "measure", "comparator", "value", "unit", "period", "baseline", "threshold", "below")
"""The fields that make a statement exact."""
SPEAKER = ("speaker",)
OFFICES = "office held"
ROUNDED = 0.006
"""Labels write two-thirds as 0.667."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement (or None) beside a label (or None), and the fields in which they differ."""

    label: Label | None
    statement: Statement | None
    wrong: tuple[str, ...] = ()


def matched(
    labels: Sequence[Label], statements: Sequence[Statement], newest: int | None, kinds: frozenset[Kind]
) -> list[Match]:
    """Every label and every statement of `kinds` once: in pairs where they speak of the same words, else alone.

    Of two labels that a statement answers equally well, the one that must be read comes before one that may be.
    """
    asked = [label for label in labels if set(label.kinds) & {kind.value for kind in kinds} or not label.kinds]
    read = [one for one in statements if one.kind in kinds]
    pairs = sorted(
        (
            (len(differing(label, one, newest)), label.optional, not _held(label, one), -_overlap(label, one), i, j)
            for i, label in enumerate(asked)
            for j, one in enumerate(read)
            if _overlap(label, one) > 0
        ),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for *_, i, j in pairs:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    found = [
        Match(label, read[taken[i]], differing(label, read[taken[i]], newest))
        if i in taken
        else _told_again(label, read, newest)
        for i, label in enumerate(asked)
    ]
    return found + [Match(None, one) for j, one in enumerate(read) if j not in used]


def _told_again(label: Label, read: Sequence[Statement], newest: int | None) -> Match:
    """A label at words where a statement is told again (`repeats`) is answered by that statement once more."""
    for one in read:
        if any(min(label.end, span.end) > max(label.start, span.start) for span in one.repeats):
            return Match(label, one, differing(label, one, newest))
    return Match(label, None)


def _overlap(label: Label, one: Statement) -> int:
    spans = (one.focus, *one.repeats)
    focus = max(min(label.end, span.end) - max(label.start, span.start) for span in spans)
    return focus if focus > 0 else min(label.end, one.span.end) - max(label.start, one.span.start) - 10_000_000


def _held(label: Label, one: Statement) -> bool:
    return label.start <= one.focus.start and one.focus.end <= label.end


def differing(label: Label, one: Statement, newest: int | None) -> tuple[str, ...]:
    """The fields asked in which the statement is not what the label allows."""
    return tuple(name for name, allowed in label.fields.items() if not _fits(name, allowed, one, newest, label.fields))


def _fits(
    name: str, allowed: tuple[Any, ...], one: Statement, newest: int | None, fields: Mapping[str, tuple[Any, ...]]
) -> bool:
    match name:
        case "subject":
            return any(set(filter(None, value.split(";"))) == set(one.subject) for value in allowed)
        case "comparator":
            said = {"increase": "=", "decrease": "="}.get(one.comparator, one.comparator or "=")
            return any({"increase": "=", "decrease": "=", "": "="}.get(value, value) == said for value in allowed)
        case "value":
            return any(_value_fits(value, one.value) for value in allowed)
        case "unit":
            return one.unit in allowed
        case "period":
            return any(_period_fits(value, one, newest) for value in allowed)
        case "baseline":
            return bool({*one.baselines, one.baseline} & set(allowed)) or one.period.split("/")[0] in allowed
        case "threshold":
            return one.threshold in allowed
        case "below":
            return one.below in allowed
        case "speaker":
            return any(_same_name(value, one) for value in allowed)
        case "mode":
            return one.speaker.mode.value in allowed
        case "modality":
            return one.modality.value in allowed
        case "kind":
            return one.kind.value in allowed
        case "measure":
            return one.measure in allowed
        case _:
            return str(getattr(one, name, "")) in allowed


def _value_fits(value: Any, read: Interval | None) -> bool:
    if value is None or read is None:
        return value is None and read is None
    if isinstance(value, list):
        return len(value) == 2 and _near(min(value), read.low) and _near(max(value), read.high)
    return _near(float(value), read.central)


def _near(said: float, read: float) -> bool:
    return math.isclose(said, read, rel_tol=ROUNDED if abs(said) < 100 and said != round(said, 2) else 1e-6)


def _period_fits(value: str, one: Statement, newest: int | None) -> bool:
    if value == "now":
        return one.period_from in ("now", "assumed", "carried", "") or (
            newest is not None and one.period in ("", str(newest), str(newest - 1), str(newest + 1))
        )
    return one.period == value or (one.period.startswith(value) and len(value) == 7)


def _same_name(value: str, one: Statement) -> bool:
    said = {_plain(one.speaker.name), _plain(one.speaker.named_as)}
    if not value:
        return said == {""}
    return _plain(value) in said


def _plain(name: str) -> str:
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ").removesuffix("'s")
