"""What a workbook says of itself: the number of its release, the day it came out, the last day its figures cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from burdenshare.intake.aid.layout import folded, layout
from burdenshare.intake.grid import Sheet
from burdenshare.intake.model import Given, refused

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
_DAY = (
    rf"(?:(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}\.? (?:{_MONTHS})\.? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
_FORMS = ("%B %d %Y", "%d %B %Y", "%b %d %Y", "%d %b %Y", "%Y-%m-%d")
_NUMBER = r"(?: (?:no\.?|number|nr\.?))?[ _]?(\d{1,3})(?!\d)"
_LINK = r"(?:,? (?:and|to|through|until|till|up to|–|-)(?: and including)?) "


@dataclass(frozen=True, slots=True)
class Said:
    """Something a cell says, and where."""

    word: str
    place: str


def is_sheet(sheet: Sheet, kind: str) -> bool:
    """Whether a sheet is the `summary`, the `main` data or a `cover`, by its name."""
    words, name = layout().sheets[kind], folded(sheet.name)
    if kind == "cover":
        return any(one in name for one in words)
    return all(one in name for one in words) and "$" not in name


def release(given: Given, sheets: Sequence[Sheet], asked: str | None) -> Said:
    """The number of the release: as asked, else by the cover or the name of the file.

    Raises DeliveryError where they name none, or not the same.
    """
    pattern = re.compile(rf"\b(?:{'|'.join(layout().release)}){_NUMBER}")
    covers = [(text, place) for sheet in sheets if is_sheet(sheet, "cover") for text, place in _texts(sheet)]
    said = {found[1]: Said(found[1], place) for text, place in covers for found in pattern.finditer(text)}
    named = re.search(rf"release{_NUMBER}", folded(re.sub(r"[_\-.]+", " ", given.name)))
    by_name = named[1] if named else ""
    if asked is not None:
        number = asked.strip().lower().removeprefix("release").strip()
        if not re.fullmatch(r"\d{1,3}", number, re.ASCII):
            what = f"'{asked[:40]}' is no number of a release of the tracker"
            raise refused(given, what, remedy="name it as --release 31")
        if len(said) == 1 and number not in said:
            (other,) = said.values()
            raise refused(given, f"calls itself release {other.word}, not {number}", place=other.place)
        return Said(str(int(number)), "named on import")
    if len(said) == 1 and by_name in ("", *said):
        (found,) = said.values()
        return found
    if by_name and (not said or by_name in said):
        return Said(by_name, "in the file's name")
    places = ", ".join(one.place for one in said.values()) or "the name of the file"
    what = (
        f"names {' and '.join(sorted({*said, by_name} - {''}))} as its release ({places})"
        if said
        else "names no release"
    )
    raise refused(given, what, remedy="name it by --release NUMBER")


def published(sheets: Sequence[Sheet]) -> Said | None:
    """The day of publication that a cover names; None where none does, or several days are named."""
    label = "|".join(re.escape(one) for one in layout().published)
    inline = re.compile(rf"\b(?:{label})\b[^0-9a-z]*(?:on |in |: ?)?({_DAY})")
    said: dict[str, Said] = {}
    for sheet in sheets:
        if not is_sheet(sheet, "cover"):
            continue
        for text, place in _texts(sheet):
            for found in inline.finditer(text):
                if (day := _day(found[1])) is not None:
                    said[day.isoformat()] = Said(day.isoformat(), place)
        for day_cell, place in _beside(sheet, re.compile(rf"(?:{label}) ?:?")):
            said[day_cell.isoformat()] = Said(day_cell.isoformat(), place)
    return next(iter(said.values())) if len(said) == 1 else None


def last_day(given: Given, sheets: Sequence[Sheet]) -> Said | None:
    """The last day the figures cover, where cover or summary tell the span. Raises DeliveryError: two such days."""
    start = layout().start
    span = re.compile(rf"({_DAY}){_LINK}({_DAY})")
    said: dict[str, Said] = {}
    for sheet in sheets:
        if not (is_sheet(sheet, "cover") or is_sheet(sheet, "summary")):
            continue
        for text, place in _texts(sheet):
            for found in span.finditer(text):
                first, last = _day(found[1]), _day(found[2])
                if first == start and last is not None and last > first:
                    said.setdefault(last.isoformat(), Said(last.isoformat(), place))
    if len(said) > 1:
        one, other, *_ = said.values()
        what = f"says that its figures end on {one.word}, and on {other.word} in {other.place}"
        raise refused(given, what, place=one.place, remedy="ask the publisher which of the two holds")
    return next(iter(said.values()), None)


def _texts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for at, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                yield folded(cell), sheet.place(at, column)


def _beside(sheet: Sheet, label: re.Pattern[str]) -> Iterator[tuple[date, str]]:
    """Days that stand to the right of a label."""
    for at, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and label.fullmatch(folded(cell)):
                found = sheet.at(at, column + 1)
                day = found if isinstance(found, date) else _day(folded(found)) if isinstance(found, str) else None
                if day is not None:
                    yield day, sheet.place(at, column + 1)


def _day(text: str) -> date | None:
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text).replace(",", " ").replace(".", " ")
    plain = " ".join(plain.split()).replace("sept ", "sep ")
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None
