"""SDMX-ML: the structure-specific messages of the IMF, those of its archives up to April 2025 and those of now.

In the archives a series is named by CONCEPT and REF_AREA (the IMF's number) and its values stand in its SCALE; now it
is named by INDICATOR and COUNTRY, values stand in base units, and what a whole group shares stands in `Group`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from burdenshare.intake.macro import editions
from burdenshare.intake.macro.model import Cell, Edition, Reading, Series, Tally, Wanted
from burdenshare.intake.macro.wide import NOT_ANNUAL, OTHER_SUBJECT
from burdenshare.intake.model import Given, refused
from burdenshare.intake.unpacked import told

MOST_DEEP = 12
"""Depth of elements; a message of the IMF has five levels."""

MOST_EVENTS = 4_000_000
"""Beginnings and ends of elements; the Outlook has half a million observations."""

AGAIN = "fetch it again from the publisher"
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """One series as it stands: its attributes, its observations, its number in the file."""

    held: Attributes
    observations: tuple[Attributes, ...]
    number: int


def read(given: Given, stream: IO[bytes], wanted: Wanted, inside: str = "") -> Reading:
    """The series of the wanted subjects. Raises DeliveryError: damaged, not structure-specific, not the Outlook."""
    found: list[_Found] = []
    groups: list[Attributes] = []
    told_editions: list[Edition] = []
    prefix = f"{inside}, " if inside else ""
    tally = Tally("series")
    for tag, held, observations, number in _elements(given, stream):
        if tag == "Group":
            groups.append(held)
        elif tag == "DataSet":
            told_editions += _editions(given, held, prefix)
        elif (one := _wanted(_Found(held, observations, number), wanted, tally, prefix)) is not None:
            found.append(one)
    of_old = any("REF_AREA" in one.held for one in found)
    shared = _shared(groups)
    series = tuple(_series(given, one, shared, prefix, of_old=of_old) for one in found)
    return Reading(series, tuple(told_editions), not of_old, tally.left_out())


def _elements(given: Given, stream: IO[bytes]) -> Iterator[tuple[str, Attributes, tuple[Attributes, ...], int]]:
    """Data sets, groups and series one after another, with what stands in a series; the rest is thrown away."""
    from lxml import etree

    number, depth = 0, 0
    events = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for count, (event, element) in enumerate(events):
            depth += 1 if event == "start" else -1
            if depth > MOST_DEEP or count > MOST_EVENTS:
                raise refused(given, "holds too many elements, or nests them too deeply", remedy=AGAIN)
            tag = _local(element)
            if event == "start" and depth == 1:
                _refuse_other_messages(given, element, tag)
            if tag == "DataSet" and event == "start":
                yield tag, dict(element.attrib), (), 0
            elif tag in ("Series", "Group") and event == "end":
                number += tag == "Series"
                yield tag, dict(element.attrib), tuple(dict(one.attrib) for one in element), number
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.LxmlError, ValueError) as fault:
        raise refused(given, f"is damaged ({told(fault)})", remedy=AGAIN) from None


def _refuse_other_messages(given: Given, root: Any, tag: str) -> None:
    document = root.getroottree().docinfo
    if document.internalDTD is not None or document.doctype:
        raise refused(given, "declares entities, which no message of the publisher does", remedy=AGAIN)
    if tag != "StructureSpecificData":
        what = f"is an SDMX message of the kind '{tag[:40]}'"
        raise refused(given, what, remedy="fetch structure-specific data, or the data as CSV")


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _wanted(one: _Found, wanted: Wanted, tally: Tally, prefix: str) -> _Found | None:
    code, number, subject = _names(one.held)
    where = f"{prefix}series {one.number}"
    if subject not in wanted.subjects:
        tally.add(OTHER_SUBJECT, subject, where)
        return None
    if one.held.get("FREQ", one.held.get("FREQUENCY", "A")) != "A":
        tally.add(NOT_ANNUAL, f"{code or number}.{subject}", where)
        return None
    return one if wanted.takes(code, number, subject) else _Found(one.held, (), one.number)


def _names(held: Attributes) -> tuple[str, str, str]:
    """Country's code, country's number, subject."""
    return held.get("COUNTRY", ""), held.get("REF_AREA", ""), held.get("INDICATOR", held.get("CONCEPT", ""))


def _shared(groups: list[Attributes]) -> dict[tuple[str, str], dict[str, str]]:
    """What groups say of their series, by country and subject; either may be empty, for all."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for one in groups:
        found.setdefault((one.get("COUNTRY", ""), one.get("INDICATOR", "")), {}).update(one)
    return found


def _series(
    given: Given, one: _Found, shared: Mapping[tuple[str, str], Attributes], prefix: str, *, of_old: bool
) -> Series:
    code, number, subject = _names(one.held)
    where = f"{prefix}series {one.number} ({code or number}.{subject})"
    if not code and not number:
        raise refused(given, "names no country", place=where, remedy=AGAIN)
    groups = [shared.get(key, {}) for key in (("", subject), (code, ""), (code, subject))]
    held: dict[str, str] = {}
    for attributes in (*groups, one.held):
        held.update(attributes)
    mark = held.get("LASTACTUALDATE" if of_old else "LATEST_ACTUAL_ANNUAL_DATA", "")
    cells = tuple(_cells(given, one, where))
    return Series(code, number, subject, held.get("UNIT", ""), held.get("SCALE", ""), mark, where, cells)


def _cells(given: Given, one: _Found, where: str) -> Iterator[Cell]:
    for observation in one.observations:
        year = observation.get("TIME_PERIOD", "")
        if not _YEAR.fullmatch(year):
            raise refused(given, f"'{year[:40]}' is no year", place=where, remedy=AGAIN)
        yield Cell(int(year), observation.get("OBS_VALUE"), f"{where}, {year}")


def _editions(given: Given, held: Attributes, prefix: str) -> Iterator[Edition]:
    if day := held.get("PUBLICATION_DATE", ""):
        yield editions.published(given, day, f"{prefix}DataSet")
    for name, value in held.items():
        if name.rsplit("}", 1)[-1] == "structureRef":
            if "WEO" not in value:
                raise refused(given, f"'{value[:40]}' is not the Outlook", place=f"{prefix}DataSet", remedy=AGAIN)
            yield from editions.cited(value, f"{prefix}DataSet")
