"""What another record changes: verdicts of saved reports, and of the claims that are repeated most."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from burdenshare.checking.model import Checked, Judgement
from burdenshare.record import Record
from burdenshare.report.report import Report
from burdenshare.report.saved.rechecking import CLOCKS, rechecked

DECLARED = Path(__file__).with_name("repeated.toml")


@dataclass(frozen=True, slots=True)
class Repeated:
    """A claim that is repeated often. `said` None: it is judged as if said on the record's newest day."""

    text: str
    said: date | None
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A statement whose verdict on a clock is another with the other record."""

    words: str
    clock: str
    was: str
    is_: str
    why: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A saved report and what turns in it. `of` is its name, `statements` how many it holds."""

    of: str
    title: str
    statements: int
    turned: tuple[Turned, ...]


@cache
def repeated_claims() -> tuple[Repeated, ...]:
    """The claims of `repeated.toml`."""
    found = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["claim"]
    return tuple(
        Repeated(one["text"], date.fromisoformat(one["said"]) if one["said"] else None, one["kind"], one["reason"])
        for one in found
    )


def turned_claims(before: Record, after: Record, claims: Sequence[Repeated] | None = None) -> Iterator[Turned]:
    """The repeated claims whose verdicts differ between two records, in the table's order."""
    for claim in repeated_claims() if claims is None else claims:
        old, new = (_judged(claim, record) for record in (before, after))
        if len(old) != len(new):
            continue  # the text is read by the record's own names; another reading is no other verdict
        for one, other in zip(old, new, strict=True):
            yield from _turned(one, other)


def touched_reports(saved: Iterable[tuple[str, str, Report]], before: Record, after: Record) -> Iterator[Touched]:
    """Of each saved report (name, title, report) what turns, both sides judged by the program at hand."""
    for name, title, report in saved:
        old, new = (rechecked(report, record).report.checked.checked for record in (before, after))
        turned = tuple(one for pair in zip(old, new, strict=True) for one in _turned(*pair))
        yield Touched(name, title, len(old), turned)


def _judged(claim: Repeated, record: Record) -> tuple[Checked, ...]:
    from burdenshare.report.article import check

    return check(claim.text, on=claim.said or record.edition, record=record).checked.checked


def _turned(old: Checked, new: Checked) -> Iterator[Turned]:
    for clock in CLOCKS:
        was, now = (getattr(one, clock) for one in (old, new))
        if _verdict(was) != _verdict(now):
            yield Turned(old.statement.text, clock, _verdict(was), _verdict(now), "" if now is None else now.why)


def _verdict(found: Judgement | None) -> str:
    return "not judged" if found is None else found.verdict.value
