"""The record that pages ask: loaded once, asked by one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from burdenshare.record import Record
from burdenshare.report.article import packaged_record

_ONE_AT_A_TIME = (
    RLock()
)  # its tables are made when first asked for; an answer takes milliseconds, so waiting costs none


@contextmanager
def asked() -> Iterator[Record]:
    """The packaged record, for as long as one look-up takes."""
    with _ONE_AT_A_TIME:
        yield packaged_record()
