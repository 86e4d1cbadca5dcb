"""A saved report judged again: the same statements, the record and the rules at hand, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare._version import __version__
from burdenshare.checking.check import check_statement
from burdenshare.checking.model import Checked, Judgement, Price
from burdenshare.record import Record
from burdenshare.report.days import today
from burdenshare.report.freshness import AGE, AWAITED, remarks_on_age
from burdenshare.report.report import Report

CLOCKS = ("then", "now")


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed of one statement: its verdict on a clock, what that rests on, or its price.

    `was` and `is_` are verdicts or totals; they are equal where the verdict stands and only its reason has moved.
    """

    statement: str
    words: str
    of: str  # "then", "now" or "price"
    was: str
    is_: str
    why: str

    @property
    def verdict(self) -> bool:
        """Whether the answer itself is another."""
        return self.was != self.is_


@dataclass(frozen=True, slots=True)
class Rechecked:
    """The new report beside the saved one, and every change in text order."""

    saved: Report
    report: Report
    changes: tuple[Change, ...]

    @property
    def same_versions(self) -> bool:
        """Whether code and record are those that made the saved report: it must then be reproduced bit for bit."""
        old, new = self.saved.checked, self.report.checked
        return (old.code_version, old.record_version) == (new.code_version, new.record_version)


def rechecked(saved: Report, record: Record) -> Rechecked:
    """Judge every statement of `saved` again with `record`; what was read is taken as it was saved.

    *then* is the day of the text, *now* the day that was asked for, or else the edition of `record`. What people said
    of the statements stays with them.
    """
    old = saved.checked
    now = old.now_given or record.edition
    on = old.document.published
    judged = tuple(check_statement(one.statement, record, on=on, now=now, before=one.before) for one in old.checked)
    new = replace(old, edition=now, code_version=__version__, record_version=record.version, checked=judged)
    if (old.code_version, old.record_version) != (new.code_version, new.record_version):
        kept = [one for one in old.remarks if not one.startswith((AGE, AWAITED))]
        new = replace(new, remarks=(*kept, *remarks_on_age(new, record, today())))
    pairs = zip(old.checked, judged, strict=True)
    changes = tuple(change for pair in pairs for change in _changes(*pair))
    return Rechecked(saved, Report(new, reviews=saved.reviews), changes)


def _changes(old: Checked, new: Checked) -> list[Change]:
    found = [_of_clock(old, clock, *(getattr(one, clock) for one in (old, new))) for clock in CLOCKS]
    return [one for one in (*found, _of_price(old, old.price, new.price)) if one is not None]


def _of_clock(entry: Checked, clock: str, old: Judgement | None, new: Judgement | None) -> Change | None:
    was, is_ = (_verdict(one) for one in (old, new))
    if was == is_ and _told(old) == _told(new):
        return None
    why = "" if new is None else new.why
    return Change(entry.statement.id, entry.statement.text, clock, was, is_, why)


def _verdict(found: Judgement | None) -> str:
    return "not judged" if found is None else found.verdict.value


def _told(found: Judgement | None) -> object:
    return None if found is None else (found.why, found.reading, found.recorded, found.evidence, found.sources)


def _of_price(entry: Checked, old: Price | None, new: Price | None) -> Change | None:
    was, is_ = (_total(one) for one in (old, new))
    if was == is_:
        return None
    return Change(entry.statement.id, entry.statement.text, "price", was, is_, "" if new is None else new.why)


def _total(price: Price | None) -> str:
    from burdenshare.report.wording import road_line, total_line

    if price is None:
        return "no price"
    return "; ".join([total_line(price), *(road_line(one) for one in price.roads)])
