"""Everything a record must satisfy before it is shipped: the package's own rules, run on what was built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from burdenshare.errors import RecordError
from burdenshare.intake.rules import record
from burdenshare.intake.rules.tables import of_record

SHOWN = 20
"""How many faults one failure lists: enough to see a pattern, few enough to read."""


def faults(root: Path, *, complete: bool = True) -> Iterator[str]:
    """Every broken rule of the record at `root`, a line each.

    `complete` is False for a record built without the rows of unclear terms.
    """
    return (fault.line for fault in record.faults(of_record(root), complete=complete))


def refuse_broken(root: Path, *, complete: bool = True) -> None:
    """Raise `RecordError` listing the first broken rules, if there are any."""
    refuse(faults(root, complete=complete))


def refuse(broken: Iterable[str]) -> None:
    """Raise `RecordError` listing the first lines of `broken`, if there are any."""
    found = list(islice(broken, SHOWN))
    if found:
        raise RecordError(
            " | ".join(found), where="record", remedy="mend the input, or name the outlier with its reason"
        )
