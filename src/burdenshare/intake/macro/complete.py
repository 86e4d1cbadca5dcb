"""Whether a table has lost rows on its way: text has no checksum, and half a row may join with half of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from burdenshare.intake.macro.declared import areas
from burdenshare.intake.macro.model import Series
from burdenshare.intake.model import Given, refused

AGAIN = "fetch it again, or give the publisher's whole file"


def refuse_uneven(given: Given, counts: Mapping[str, int]) -> None:
    """Every country has a row of every subject in the publishers' sheets, be it empty: all counts are equal."""
    usual = Counter(counts.values()).most_common(1)
    for subject, count in counts.items():
        if count != usual[0][0]:
            what = f"has {count} rows of {subject[:40]}, {usual[0][0]} of others: rows are missing or doubled"
            raise refused(given, what, remedy=AGAIN)


def refuse_missing(given: Given, series: Iterable[Series]) -> None:
    """A country of the record that has a series of one subject has one of all that the file holds."""
    known = areas()
    held: dict[str, set[str]] = {}
    for one in series:
        if one.cells:
            held.setdefault(one.subject, set()).add(known.entity(one.code, one.number))
    everyone = set[str]().union(*held.values())
    for subject, entities in held.items():
        if lacking := sorted(everyone - entities):
            what = f"has no {subject} of {', '.join(lacking[:6])}, but other subjects: rows are missing"
            raise refused(given, what, remedy=AGAIN)


def refuse_absent(given: Given, series: Iterable[Series], expected: Mapping[str, frozenset[str]]) -> None:
    """The World Bank's tables have a row of every country, be it empty: of each subject those that are `expected`."""
    known = areas()
    held: dict[str, set[str]] = {}
    for one in series:
        held.setdefault(one.subject, set()).add(known.entity(one.code, one.number))
    for subject, entities in held.items():
        if lacking := sorted(expected[subject] - entities):
            what = f"has no row of {', '.join(lacking[:6])} in {subject}: rows are missing"
            raise refused(given, what, remedy=AGAIN)
