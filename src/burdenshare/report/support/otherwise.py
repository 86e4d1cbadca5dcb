"""Where a check says otherwise than what is told: the release it goes by, what that holds, and why the two differ."""

from __future__ import annotations

from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.report.support.lines import REGIONAL, Line, Table, sources_of
from burdenshare.report.support.telling import NOTHING, per_cent, told_money
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.checked import Checked
from burdenshare.road.support.given import Given
from burdenshare.road.support.shares import Over
from burdenshare.road.support.standing import Standing

MOST = 8
"""Donors told, the largest first, where the whole is not asked for."""
SAME = 0.005
"""Part of a figure below which the two count as one: they print alike, or nearly."""


def otherwise_table(record: Record, standing: Standing, checked: Checked, *, full: bool) -> Table:
    """The regions and the donors of whom a check says otherwise."""
    assert standing.told is not None
    if checked.told is None:
        return Table("checked", "", ("",), ())
    shown = standing.shown or REGIONAL
    groups = [one for one in standing.groups.values() if one.donor in shown and _apart(one, checked) > SAME]
    donors = [one for one in standing.donors if standing.asks(one.donor) and _apart(one, checked) > SAME]
    kept = donors if full or standing.shown else donors[:MOST]
    by = f"release {checked.told.book.release.id}"
    left = len(donors) - len(kept)
    return Table(
        "checked",
        f"Where a check says otherwise: it goes by {by}",
        ("", "EUR", "by check, EUR", "% of GDP 2021", "by check, %"),
        tuple(_line(record, checked, one) for one in (*groups, *kept)),
        _why(standing.told, checked.told) + (f"; {left} more donors differ: --full" if left else ""),
    )


def _why(own: Answering, by: Answering) -> str:
    ends = f"release {own.book.release.id} counts to {own.span.last}, release {by.book.release.id} to {by.span.last}"
    if own.span.last == by.span.last:
        ends = f"release {own.book.release.id} and release {by.book.release.id} both count to {by.span.last}"
    return (
        f"{ends}; a newer release re-counts earlier months too, and no verdict rests on rows of a secondary page. "
        "Shares as printed; a release in brackets is an older one that still prints what newer ones do not"
    )


def _line(record: Record, checked: Checked, one: Given) -> Line:
    by = checked.given[one.donor]
    printed = one.share if one.share is not None and one.share.over is Over.PRINTED else None
    share = checked.shares.get(one.donor)
    assert checked.told is not None
    older = "" if share is None or share.release == checked.told.book.release.id else f" ({share.release})"
    cells = (
        donor_name(record, one.donor),
        told_money(one),
        told_money(by),
        NOTHING if printed is None else per_cent(printed.value),
        NOTHING if share is None else f"{per_cent(share.value)}{older}",
    )
    return Line(cells, sources_of((*one.rows, *by.rows, *([share] if share else []))), one.donor in REGIONAL)


def _apart(one: Given, checked: Checked) -> float:
    """How far a check is from what is told, as a part of it: by money, or by the share where that is further."""
    by, share = checked.given.get(one.donor), checked.shares.get(one.donor)
    if by is None or not one.value:
        return 0.0
    money = abs(by.value / one.value - 1)
    printed = one.share is not None and one.share.over is Over.PRINTED and one.share.value > 0
    if share is None or not printed or one.share is None:
        return money
    return max(money, abs(share.value / one.share.value - 1))
