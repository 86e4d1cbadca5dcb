"""Claims generated from the raw tables: a true base, and the same with one error seeded.

The sentences stand in `tests/labelled/verdicts/frames.toml`. Nothing is drawn by chance: every frame takes its
countries and years in turn. An error is kept if the law calls the outcome false, and kept and marked if it lands within
the revision band; where the law would accept it anyway, or leaves a tie, the next candidate is taken.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import cycle, islice
from typing import Any

import polars as pl

from benchmarks.verdict_claims import FOLDER, Expected, Truth, VerdictClaim
from benchmarks.verdict_dated import dated
from benchmarks.verdict_labels import Asked, held, judged, judged_accession, judged_count, rounded, width
from benchmarks.verdict_tables import DATA, Release, count_at, joined, members, releases

FRAMES = FOLDER / "frames.toml"
EDITION = date(2026, 8, 22)
"""The day of the second clock: the edition of the packaged record, as its datapackage states it."""
NAMES = {
    "EUR_CAN": "European allies and Canada",
    "EUR": "European allies",
    "NATO": "NATO's members",
    "USA": "the United States",
    "GBR": "the United Kingdom",
    "NLD": "the Netherlands",
}
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LEAST_GROWTH = 8.0
"""Per cent: a smaller rise and the fall of the same size are not further apart than figures are revised."""
COUNTED_OTHERWISE = 0.5
"""Methodology leaves a strength of forces open within half of NATO's count: other forces may be counted in."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with its slots, as it stands in frames.toml."""

    id: str
    kind: str
    measure: str
    text: str
    release: str
    days: int
    errors: tuple[str, ...]
    who: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    thresholds: tuple[float, ...] = ()
    digits: int = 0
    scale: float = 1.0
    unit: str = ""
    basis: str = ""
    swap: Mapping[str, tuple[str, str]] | None = None

    @property
    def source(self) -> Release:
        return next(one for one in releases() if one.id == self.release)

    @property
    def on(self) -> date:
        """The day of its texts."""
        return self.source.on + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its slots filled: what is asked, the figure as printed, and what an error has changed."""

    frame: Frame
    who: str
    year: int
    printed: str
    threshold: float = 0.0
    basis: str = ""
    unit: str = ""
    scale: float = 1.0
    sign: int = 1
    seeded: str = ""


@cache
def generated() -> tuple[VerdictClaim, ...]:
    """Every claim of every frame, a base before its variants; no sentence twice."""
    found: dict[tuple[str, date], VerdictClaim] = {}
    for frame in frames():
        for claim in _claims(frame):
            found.setdefault((claim.text, claim.on), claim)
    for claim in dated():
        found.setdefault((claim.text, claim.on), claim)
    return tuple(found.values())


def frames() -> tuple[Frame, ...]:
    """The frames of the file."""
    rows = tomllib.loads(FRAMES.read_text(encoding="utf-8"))["frame"]
    return tuple(Frame(**{name: _frozen(value) for name, value in row.items()}) for row in rows)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _claims(frame: Frame) -> Iterator[VerdictClaim]:
    for number, base in enumerate(_bases(frame), 1):
        claim = _claim(base, f"{frame.id}-{number:02d}")
        if claim is None or claim.then.truth is not Truth.TRUE:
            continue
        yield claim
        for error in frame.errors:
            for variant in ERRORS[error](base):
                wrong = _claim(replace(variant, seeded=error), f"{claim.id}-{error}")
                if wrong is not None and (wrong.band or wrong.then.truth is Truth.FALSE):
                    yield wrong
                    break


def _bases(frame: Frame) -> Iterator[Filled]:
    if frame.measure == "count":
        for year in frame.years:
            for threshold in frame.thresholds:
                found = count_at(threshold, year, frame.source)
                if found is not None and found[0] > 1:
                    yield Filled(frame, "NATO", year, str(found[0]), threshold)
        return
    if frame.measure == "accession":
        for who in frame.who:
            yield Filled(frame, who, joined(who).year, "")
        return
    for who, year in zip(frame.who, islice(cycle(frame.years), len(frame.who)), strict=True):
        base = Filled(frame, who, year, "", basis=frame.basis, unit=frame.unit, scale=frame.scale)
        printed = _printed(base)
        if printed is not None:
            yield replace(base, printed=printed)


def _printed(filled: Filled) -> str | None:
    """The figure of a filled frame as its text prints it, from the release of the frame."""
    cell = held(replace(_asked(filled, "0"), basis=filled.basis), filled.frame.source)
    if cell is None:
        return None
    value = cell.value / filled.frame.scale
    if filled.frame.measure == "growth" and value < LEAST_GROWTH:
        return None
    if filled.frame.digits < 0:
        return str(int(round(value, filled.frame.digits)))
    return rounded(value, filled.frame.digits)


def _asked(filled: Filled, printed: str) -> Asked:
    low, high = width(printed, filled.scale)
    if filled.sign < 0:
        low, high = -high, -low
    return Asked(filled.frame.measure, filled.who, filled.year, low, high, filled.unit, filled.basis)


# The errors ----------------------------------------------------------------------------------------------------------


def _wrong_year(base: Filled) -> Iterator[Filled]:
    last = base.frame.source.own_year if base.frame.measure != "accession" else 2024
    for step in (-1, 1, -2, 2, -3, 3, -4):
        if base.year + step <= last:
            yield replace(base, year=base.year + step)


def _wrong_ally(base: Filled) -> Iterator[Filled]:
    others = base.frame.who
    at = others.index(base.who)
    for other in (*others[at + 1 :], *others[:at]):
        yield replace(base, who=other)


def _wrong_unit(base: Filled) -> Iterator[Filled]:
    if base.frame.measure == "military_personnel":
        yield replace(base, printed=base.printed + "0")
    else:
        yield replace(base, scale=base.scale / 1000)


def _wrong_basis(base: Filled) -> Iterator[Filled]:
    """The value of another price basis, told with the words of this one."""
    for basis in ("current", "constant_2015", "constant_2021"):
        if basis != base.basis and (printed := _printed(replace(base, basis=basis))) not in (None, base.printed):
            yield replace(base, printed=str(printed))


def _wrong_group(base: Filled) -> Iterator[Filled]:
    if base.who == "EUR_CAN":
        yield replace(base, who="EUR")
        yield replace(base, who="NATO")


def _wrong_rounding(base: Filled) -> Iterator[Filled]:
    if base.frame.measure == "count":
        yield replace(base, printed=str(int(base.printed) + 1))
        return
    digits = base.frame.digits
    yield replace(base, printed=rounded(float(base.printed) + 10.0**-digits, digits))


def _wrong_direction(base: Filled) -> Iterator[Filled]:
    yield replace(base, sign=-1)


ERRORS: dict[str, Callable[[Filled], Iterator[Filled]]] = {
    "year": _wrong_year,
    "ally": _wrong_ally,
    "unit": _wrong_unit,
    "basis": _wrong_basis,
    "group": _wrong_group,
    "rounding": _wrong_rounding,
    "direction": _wrong_direction,
}
"""What may go wrong, with the candidates for it in the order in which they are tried."""


# From a filled frame to a claim --------------------------------------------------------------------------------------


def _claim(filled: Filled, name: str) -> VerdictClaim | None:
    then, now = _label(filled, None), _label(filled, EDITION)
    if then is None or now is None or "depends" in then.allowed:
        return None
    marked = _sentence(filled)
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    frame = filled.frame
    return VerdictClaim(
        name,
        frame.kind,
        text,
        frame.on,
        text[start:end],
        then,
        now,
        _why(filled),
        filled.seeded,
        band=bool(filled.seeded) and then.allowed == {"close"},
    )


def _label(filled: Filled, now: date | None) -> Expected | None:
    frame = filled.frame
    if frame.measure == "count":
        return judged_count(int(filled.printed), filled.threshold, filled.year, frame.on, now)
    if frame.measure == "accession":
        return judged_accession(filled.who, filled.year)
    if filled.who not in NAMES and filled.who not in members(filled.year):
        return None  # an ally that was none yet
    label = judged(_asked(filled, filled.printed), frame.on, now)
    if label is not None and frame.measure == "military_personnel" and label.truth is Truth.FALSE:
        return Expected(label.allowed | {"unverifiable"}, Truth.FALSE) if _counted_otherwise(filled) else label
    return label


def _counted_otherwise(filled: Filled) -> bool:
    asked = _asked(filled, filled.printed)
    cell = held(asked, filled.frame.source)
    return cell is not None and abs((asked.low + asked.high) / 2 / cell.value - 1) <= COUNTED_OTHERWISE


def _sentence(filled: Filled) -> str:
    frame = filled.frame
    text = frame.text
    for what, (right, wrong) in (frame.swap or {}).items():
        if what == filled.seeded:
            text = text.replace(right, wrong)
    value = f"{int(filled.printed):,}" if frame.measure == "military_personnel" else filled.printed
    if frame.measure == "count" and int(value) < len(WORDS):
        value = WORDS[int(value)]
    told = text.format(who=name_of(filled.who), year=filled.year, value=value, threshold=f"{filled.threshold:g}")
    first = next(at for at, letter in enumerate(told) if letter.isalnum() or letter == "$")
    return told[:first] + told[first].upper() + told[first + 1 :]


@cache
def name_of(who: str) -> str:
    """An ally or group as a sentence calls it."""
    if who in NAMES:
        return NAMES[who]
    table = pl.read_csv(DATA / "commitments" / "members.csv").filter(pl.col("ally") == who)
    return str(table["name"].item())


def _why(filled: Filled) -> str:
    """The cell behind the label."""
    frame = filled.frame
    if frame.measure == "count":
        counted = count_at(filled.threshold, filled.year, frame.source)
        return f"release {frame.release}: {counted[0] if counted else 'no'} allies at {filled.threshold:g} %"
    if frame.measure == "accession":
        return f"{filled.who} joined on {joined(filled.who)}"
    cell = held(_asked(filled, filled.printed), frame.source)
    said = f"error in the {filled.seeded}; " if filled.seeded else ""
    value = f"{cell.value:g}" if cell else "no cell"
    return f"{said}release {frame.release}: {filled.who} {frame.measure} {filled.year} {filled.basis} {value}"
