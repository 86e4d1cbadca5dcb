"""What a figure is of, in words: `target|guideline|NATO` is `NATO: spending target`."""

from __future__ import annotations

import re

from burdenshare.corpus.claims import JOINT
from burdenshare.errors import BurdenshareError
from burdenshare.record import Record
from burdenshare.report.wording import measure_name

_NUMBER = re.compile(r"\|[=<>]")
TARGETS = {"guideline": "spending target"}


def claim_name(claim: str, record: Record) -> str:
    """What a claim is of, without its number."""
    return matter_name(_NUMBER.split(claim, maxsplit=1)[0], record)


def matter_name(matter: str, record: Record) -> str:
    """The matter of the question `moved` for a reader; one of another form stays as it is."""
    kind, *rest = matter.split(JOINT)
    if kind == "target" and len(rest) == 2:
        measure, owners = rest
        return f"{_named(owners.split(';'), record)}: {TARGETS.get(measure, measure_name(measure))}"
    if kind == "at_guideline" and len(rest) == 3:
        group, threshold, year = rest
        return f"{_named([group], record)}: members at {threshold} % in {year}"
    if len(rest) >= 4:
        *owners_of, _, year, _, _ = rest
        return f"{_named(owners_of, record)}: {measure_name(kind)}, {year}"
    return matter


def _named(owners: list[str], record: Record) -> str:
    found = []
    for one in owners:
        try:
            found.append(record.name(one).split(",")[0])
        except (BurdenshareError, KeyError):
            found.append(one)
    return ", ".join(found)
