"""How many allies meet a threshold: the count rule of semantics §3, inside one release."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.record.headlines import guideline_variant
from burdenshare.record.model import Derivation, Finding, Grade, Observation, Release
from burdenshare.record.store import Store

HALF = 0.5
"""A release speaks of a year when it holds cells for at least half of the members with armed forces."""

COUNT = "allies_at_guideline"
FRACTION = "fraction_at_guideline"
ALL = "NATO"
PRINTED_ONLY_FOR = ALL
"""NATO prints counts over all allies only."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """What is counted: members of `group` whose `measure` reaches `level` in `year` (or does not, with `below`)."""

    year: int
    level: float = 2.0
    group: str = ALL
    measure: str = "share_of_gdp"
    below: bool = False
    armed_only: bool = False
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """The members' cells in one release, told apart. `open` are those that decide nothing or are not held."""

    meeting: tuple[Observation, ...]
    missing_it: tuple[Observation, ...]
    coarse: tuple[Observation, ...]
    open: tuple[str, ...]
    armed: int
    all: int
    printed: Observation | None

    @property
    def held(self) -> int:
        """Cells the release holds, one-decimal ones among them."""
        return len(self.meeting) + len(self.missing_it) + len(self.coarse)

    @property
    def speaks(self) -> bool:
        """Whether the release speaks of the year at all."""
        return self.printed is not None or (self.held > 0 and self.held >= HALF * self.armed)


def count(store: Store, release: Release, asked: Threshold) -> Finding | None:
    """The count (or fraction) in one release; None where the release does not speak of the year."""
    seen = tally(store, release, asked)
    return _finding(store, release, asked, seen) if seen.speaks else None


def tally(store: Store, release: Release, asked: Threshold) -> Tally:
    """Sort the members' cells of one release. A one-decimal cell never decides a threshold."""
    members = store.groups.members_in_year(asked.group, asked.year)
    armed = store.groups.armed(members)
    cells = {ally: store.nato.at((asked.measure, ally, asked.year, "", "%"), release.id) for ally in armed}
    held = [one for one in cells.values() if one is not None]
    sharp = [one for one in held if not one.one_decimal]
    decided = {one.entity for one in sharp}
    return Tally(
        meeting=tuple(one for one in sharp if one.value >= asked.level),
        missing_it=tuple(one for one in sharp if one.value < asked.level),
        coarse=tuple(one for one in held if one.one_decimal),
        open=tuple(ally for ally in armed if ally not in decided),
        armed=len(armed),
        all=len(members),
        printed=_printed(store, release, asked),
    )


def near(store: Store, release: Release, asked: Threshold, within: float) -> tuple[str, ...]:
    """Members within `within` points of the threshold in one release, nearest first."""
    seen = tally(store, release, asked)
    cells = (*seen.meeting, *seen.missing_it, *seen.coarse)
    close = [(abs(one.value - asked.level), one.entity) for one in cells]
    return tuple(ally for distance, ally in sorted(close) if distance <= within + 1e-9)


def _printed(store: Store, release: Release, asked: Threshold) -> Observation | None:
    if asked.group != PRINTED_ONLY_FOR:
        return None
    variant = guideline_variant(asked.measure, asked.level)
    return store.nato.at((COUNT, asked.group, asked.year, variant, "allies"), release.id)


def _finding(store: Store, release: Release, asked: Threshold, seen: Tally) -> Finding:
    low, high = len(seen.meeting), len(seen.meeting) + len(seen.open)
    value, note, rests_on_print = settle(seen, low, high)
    if value is not None:
        low = high = value
    total = seen.armed if asked.armed_only else seen.all
    if asked.below:
        low, high, value = total - high, total - low, None if value is None else total - value
    scale = 1 / total if asked.fraction and total else 1.0
    unit = "fraction" if asked.fraction else "allies"
    exact = None if value is None else value * scale
    observations = (*seen.meeting, *seen.missing_it, *seen.coarse)
    if rests_on_print and seen.printed is not None:
        observations = (seen.printed, *observations)
    return Finding(
        value=exact,
        low=low * scale,
        high=high * scale,
        unit=unit,
        measure=FRACTION if asked.fraction else COUNT,
        entity=asked.group,
        period=asked.year,
        basis=guideline_variant(asked.measure, asked.level),
        release=release,
        derivation=_derivation(store, asked, seen, exact, unit, total, note),
        observations=observations,
        bounded=value is None,
        secondary_only=bool(observations) and all(one.grade is Grade.SECONDARY for one in observations),
        caveats=(note,) if note else (),
    )


def settle(seen: Tally, low: int, high: int) -> tuple[int | None, str, bool]:
    """The count, what to say of it, and whether it is the printed aggregate."""
    printed = None if seen.printed is None else round(seen.printed.value)
    if not seen.open:
        said = f"the release's own text says {printed}" if printed not in (None, low) else ""
        return low, said, False
    part = f"{seen.held} of {seen.armed} cells held"
    if seen.coarse:
        part += f", {len(seen.coarse)} of them with one decimal, which decide nothing"
    if printed is None:
        return None, f"{part}: between {low} and {high}", False
    if not low <= printed <= high:
        return None, f"published aggregate {printed} lies outside what the cells allow ({low} to {high}); {part}", False
    return printed, f"published aggregate, {part}", True


def _derivation(
    store: Store, asked: Threshold, seen: Tally, value: float | None, unit: str, total: int, note: str
) -> Derivation:
    sense = "<" if asked.below else ">="
    listed = seen.missing_it if asked.below else seen.meeting
    leaves = [
        Derivation(store.groups.name(one.entity), one.value, "%", str(one.period), observation=one, source=one.source)
        for one in sorted(listed, key=lambda one: -one.value)
    ]
    if seen.printed is not None:
        print_ = seen.printed
        said = Derivation("published aggregate", print_.value, "allies", str(asked.year), observation=print_)
        leaves.insert(0, replace(said, source=print_.source))
    over = " / members" if asked.fraction else ""
    who = "members with armed forces" if asked.armed_only else "members"
    return Derivation(
        name=f"{store.groups.name(asked.group)}: {who} with {asked.measure} {sense} {asked.level:g} %",
        value=value,
        unit=unit,
        period=str(asked.year),
        formula=f"count of members with {asked.measure} {sense} {asked.level:g}{over} (of {total} {who})",
        inputs=tuple(leaves),
        note=note,
    )
