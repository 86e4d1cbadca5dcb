"""What is done with what strangers wrote: feeds are taken apart, pages opened, texts judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from burdenshare.checking.model import CheckedDocument
from burdenshare.corpus.judging import Judging, read_row
from burdenshare.corpus.model import Entry, Kind, Shard
from burdenshare.corpus.opening import rows_of
from burdenshare.corpus.watching.contradicted import contradicted_in
from burdenshare.corpus.watching.found import found_in
from burdenshare.corpus.watching.model import Found, Judged, Row
from burdenshare.reading.documents.sources import Source
from burdenshare.record import Record


def entries(source: Source) -> list[Found]:
    """The entries of a feed. Raises DocumentError: it is none."""
    return found_in(source)


def opened(entry: Entry) -> list[Row]:
    """The documents of an article: mostly one."""
    return list(rows_of(Shard(0, Kind.FILES, (), 0, 0, 0), 0, entry))


def judged(row: Row, judging: Judging, record: Record | None = None) -> Judged:
    """A text read and judged by the record of this process."""
    held: list[CheckedDocument] = []
    tables = read_row(row, _record() if record is None else record, judging, held.append)
    return Judged(tables, [told for one in held for told in contradicted_in(one)])


WORK: dict[str, Callable[..., Any]] = {"entries": entries, "opened": opened, "judged": judged}
"""By its name, as a worker is asked for it."""


@cache
def _record() -> Record:
    from burdenshare.report.article import packaged_record

    return packaged_record()
