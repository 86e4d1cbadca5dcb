"""What a reader must know about a whole document, with what to do about it: one line each."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.checking.check import NO_DATE, told_of_its_day
from burdenshare.checking.model import CheckedDocument
from burdenshare.reading.inputs import FIRST_RELEASE
from burdenshare.reading.model import Reading
from burdenshare.report.grids import table_remark

HOW = "give it with --on YYYY-MM-DD (in Python: on=date(2025, 2, 13))"
GIVE_A_DAY = f"{NO_DATE}; {HOW}"
READ_WITHOUT_A_DAY = f"the document has no date, so words such as “last year” name no year; {HOW}"


def of_check(checked: CheckedDocument) -> Iterator[str]:
    """The remarks on a checked document."""
    for remark in checked.remarks:
        yield GIVE_A_DAY if remark == NO_DATE else remark
    published = checked.document.published
    if published is not None and published < FIRST_RELEASE:
        yield (
            f"the text is older than the first release of the record ({FIRST_RELEASE.isoformat()}): "
            "then, only events, offices and members can be judged"
        )
    yield from checked.document.notes
    if remark := table_remark(checked.document.text, checked.unaccounted):
        yield remark


def of_reading(reading: Reading) -> Iterator[str]:
    """The remarks on a document that was read and not judged."""
    for remark in (*told_of_its_day(reading), *reading.remarks):
        yield READ_WITHOUT_A_DAY if remark == NO_DATE else remark
    yield from reading.document.notes
    if remark := table_remark(reading.document.text, reading.unaccounted):
        yield remark
