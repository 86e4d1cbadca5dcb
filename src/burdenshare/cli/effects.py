"""Saved reports and repeated claims judged with two records, told as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from burdenshare.cli.output import print_lines
from burdenshare.errors import StoreError

if TYPE_CHECKING:
    from burdenshare.record import Record
    from burdenshare.report.data.effects_told import Effects
    from burdenshare.report.report import Report
    from burdenshare.web.store.saved import Saved
    from burdenshare.web.store.store import Store

MOST_LISTED = 200
Named = tuple[str, str, "Report"]


def effects_of(before: Record, after: Record, database: str | None, *, shown: bool) -> Effects:
    """What turns from `before` to `after`; with `shown` it is told. Ctrl-C ends the look and keeps what was found."""
    from burdenshare.report.data.effects_told import Effects, claim_lines, report_lines
    from burdenshare.report.effects import Touched, touched_reports, turned_claims

    claims = tuple(turned_claims(before, after))
    if shown:
        print_lines(claim_lines(claims))
    touched: list[Touched] = []
    with _saved(database) as (whole, reports), suppress(KeyboardInterrupt):
        touched.extend(touched_reports(_tracked(reports, whole), before, after))
    found = Effects(claims, tuple(touched), whole)
    if shown:
        print_lines(report_lines(found))
    return found


@contextmanager
def _saved(database: str | None) -> Iterator[tuple[int, Iterator[Named]]]:
    """The reports of a store with their number; none where there is no store, or no program for it."""
    try:
        from burdenshare.web.store.address import address_of, default_url
        from burdenshare.web.store.store import Store
    except ModuleNotFoundError:  # installed without the extra `web`, which keeps saved reports
        if database is not None:
            raise StoreError("cannot be opened", where="--database", remedy="pip install burdenshare[web]") from None
        yield 0, iter(())
        return
    file = address_of(default_url()).file if database is None else None
    if file is not None and not Path(file).exists():
        yield 0, iter(())  # nothing was ever saved, and looking must not make a store
        return
    with Store.open(database) as store:
        held = list(_listed(store))
        yield len(held), ((one.id, one.title, store.report(one.id)) for one in held)


def _listed(store: Store) -> Iterator[Saved]:
    """All saved reports, newest first."""
    page = store.list(most=MOST_LISTED)
    yield from page.saved
    while page.after is not None:
        page = store.list(after=page.after, most=MOST_LISTED)
        yield from page.saved


def _tracked(reports: Iterator[Named], whole: int) -> Iterator[Named]:
    if not sys.stderr.isatty() or whole < 3:
        yield from reports
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(reports, "looking into saved reports", whole, console=Console(stderr=True), transient=True)
