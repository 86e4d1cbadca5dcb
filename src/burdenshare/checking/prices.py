"""The plain arithmetic price of a promise (semantics §7): what a target asks over the newest share known on the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import isinf

from burdenshare.checking.agreement import allowed, said_number
from burdenshare.checking.limits import SHARE_REACH
from burdenshare.checking.model import Price, PriceLine
from burdenshare.reading.model import OF_INCOME, ON_TOP, RELATED, Interval, Kind, Modality, Statement
from burdenshare.record.kept import kept
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record

PRICED = frozenset({"guideline", "share_of_gdp"})
UNPRICED = frozenset({"<", "<=", "decrease"})
"""A ceiling or a cut asks nobody to spend more."""
EXACT = frozenset({"=", ">="})
"""A target told as a plain number is that number; only vague ones are intervals."""

DEFINITIONS = {
    "whole": "the shares before 2026 count whole defence expenditure; the 3.5 % agreed in 2025 is of core expenditure",
    "core": "the shares count core expenditure, as the 3.5 % agreed in 2025 does",
}


@dataclass(frozen=True, slots=True)
class _Baseline:
    """What is known of one ally on the day."""

    ally: str
    share: Finding
    gdp: Finding


def price_of(statement: Statement, record: Record, on: date) -> Price | None:
    """The money a year by which the promised share exceeds the newest one known on `on`, in US dollars.

    None for what is no promise of a share of GDP, and for subjects that are no allies. A group's price is the sum of
    its members' shortfalls; the pooled gap (the group taken as one) is given beside it.
    """
    target = _target(statement)
    allies = _allies(statement, record, on) if target is not None else ()
    if target is None or not allies:
        return None
    known = [_baseline(record, ally, record.turn(on)) for ally in allies]
    held = [one for one in known if isinstance(one, _Baseline)]
    without = tuple(one for one in known if isinstance(one, str))
    if not held:
        return None
    low, high = target
    core = _core_of(low, record, on) if low == high else None
    core = core if core is not None and core < low else None  # 3.5 % is the core part already
    low = core if core is not None else low
    lines = tuple(_line(one, low, high) for one in held)
    definition = held[0].share.release.definition or "whole"
    totals = [sum(line.cost_low or 0.0 for line in lines), _sum_high(lines, high)]
    pooled = [_pooled(held, low), None if high is None else _pooled(held, high)]
    return Price(
        on=on,
        target_low=low,
        target_high=high,
        definition=definition,
        lines=lines,
        total_low=totals[0] or 0.0,
        total_high=totals[1],
        pooled_low=pooled[0],
        pooled_high=pooled[1],
        without_data=without,
        why=_why(definition, without, core),
        derivation=_tree(statement, held, lines, totals[0] or 0.0),
    )


def _target(statement: Statement) -> tuple[float, float | None] | None:
    """The target as low and high per cent; high None where it is open ("well north of 3 %")."""
    if statement.kind is not Kind.PROMISE or statement.measure not in PRICED or statement.unit != "%":
        return None
    if statement.note in (RELATED, ON_TOP, OF_INCOME):
        return None  # the related part of the 5 % is no defence expenditure: the record holds no baseline for it
    if statement.comparator in UNPRICED or statement.value is None or statement.modality is Modality.DENIAL:
        return None
    if (statement.comparator or "=") in EXACT and not isinf(statement.value.low):
        said = said_number(statement.value)
        return said, said
    may_be = allowed(statement.comparator, statement.value)
    return _ends(may_be) if may_be else None


def _ends(may_be: Interval) -> tuple[float, float | None] | None:
    if isinf(may_be.low):
        return None
    return may_be.low, None if isinf(may_be.high) else may_be.high


def _allies(statement: Statement, record: Record, on: date) -> tuple[str, ...]:
    """The allies the promise is for: those named, and the members of the groups named on that day. Whose a promise
    is that nobody was found for is not guessed where it is doubtful: `the kingdom has set a target of 1.2 %`."""
    if not statement.subject and statement.likely:
        return ()
    found: dict[str, None] = {}
    for entity in statement.subject or ("NATO",):
        found.update(dict.fromkeys(_members(record, entity, record.turn(on))))
    return tuple(found)


@kept(4096)
def _members(record: Record, entity: str, on: date) -> tuple[str, ...]:
    if entity in record.groups():
        return tuple(one for one in record.members(entity, on) if record.allied(one, on))
    return (entity,) if record.allied(entity, on) else ()


@kept(4096)  # the baselines of a release serve every promise until the next
def _baseline(record: Record, ally: str, on: date) -> _Baseline | str:
    """Newest share known on the day and the GDP of its year; the ally's code where no year has both."""
    newest = record.newest_release(on)
    if newest is None:
        return ally
    for year in range(newest.own_year, newest.own_year - int(SHARE_REACH.value), -1):
        share = record.cell("share_of_gdp", ally, year, as_of=on)
        gdp = record.gdp(ally, year, as_of=on) if share is not None else None
        if share is not None and gdp is not None:
            return _Baseline(ally, share, gdp)
    return ally


def _gap(share: float, target: float) -> float:
    return max(target - share, 0.0)


def _line(one: _Baseline, low: float, high: float | None) -> PriceLine:
    share, gdp = _middle(one.share), _middle(one.gdp)
    gap_high = None if high is None else _gap(share, high)
    notes = [*one.share.caveats, *(["a secondary source"] if one.share.secondary_only else [])]
    return PriceLine(
        ally=one.ally,
        share=share,
        share_year=int(str(one.share.period)[:4]),
        gap_low=_gap(share, low),
        gap_high=gap_high,
        cost_low=_gap(share, low) / 100 * gdp,
        cost_high=None if gap_high is None else gap_high / 100 * gdp,
        release=one.share.release.id,
        note="; ".join(notes),
    )


def _middle(finding: Finding) -> float:
    return finding.value if finding.value is not None else (finding.low + finding.high) / 2


def _sum_high(lines: tuple[PriceLine, ...], high: float | None) -> float | None:
    return None if high is None else sum(line.cost_high or 0.0 for line in lines)


def _pooled(held: list[_Baseline], target: float) -> float:
    """The gap of the group taken as one: allies above the target offset those below."""
    return max(sum((target - _middle(one.share)) / 100 * _middle(one.gdp) for one in held), 0.0)


def _core_of(target: float, record: Record, on: date) -> float | None:
    """The part of a compound target that is core expenditure, where the day's proposals or pledges say so: of the 5 %,
    3.5 is core and up to 1.5 is other spending, which no share of the record counts."""
    for actor in ("NATO", "NATO Secretary General"):
        for one in record.commitments(actor=actor, on=on):
            if one.unit == "% of GDP" and one.value == target and "core" in one.about:
                core = (other.value for other in record.guidelines(on) if other.about.startswith("core defence ("))
                return next(core, _said(one.about))
    return None


def _said(about: str) -> float | None:
    found = re.search(r"core (\d+(?:\.\d+)?) ?%", about)
    return float(found.group(1)) if found else None


def _why(definition: str, without: tuple[str, ...], core: float | None) -> str:
    text = DEFINITIONS.get(definition, f"the shares count {definition} expenditure")
    if core is not None:
        text += f"; the low end counts the core part of the target ({core:g} %), the high end all of it as defence"
    return f"{text}; without data: {', '.join(without)}" if without else text


def _tree(statement: Statement, held: list[_Baseline], lines: tuple[PriceLine, ...], total: float) -> Derivation:
    parts = tuple(
        Derivation(
            f"shortfall of {one.ally}",
            line.cost_low,
            "USD",
            str(line.share_year),
            "max(target - share, 0) / 100 * gdp",
            (one.share.derivation, one.gdp.derivation),
        )
        for one, line in zip(held, lines, strict=True)
    )
    return Derivation(f"price of {statement.words or statement.measure}", total, "USD", "", "sum of shortfalls", parts)
