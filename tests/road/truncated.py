"""The record as it would be had nothing been published, promised or decided after a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.record import Record
from burdenshare.record.dated import Calendar
from burdenshare.record.index import Index
from burdenshare.record.releases import order
from burdenshare.record.store import Lazy


def truncated(record: Record, on: date) -> Record:
    """`record` without releases, cells and commitments of later days, and with every remark of today wiped out."""
    store = record._store
    cells = {one for _, held in store.nato.shelves() for one in held}
    kept = [one for one in cells if one.released_on is not None and one.released_on <= on]
    released = [one for one in store.releases.ordered if one.released_on is not None and one.released_on <= on]
    known = store.calendar()
    made = tuple(
        replace(one, status="") for one in known.commitments if one.made_last is not None and one.made_last <= on
    )
    calendar = Calendar(known.events, made, known.horizons)
    return Record(replace(store, nato=Index(kept), releases=order(released), calendar=Lazy(lambda: calendar)))
