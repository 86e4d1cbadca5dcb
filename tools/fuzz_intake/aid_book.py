"""A workbook in the layout of the aid tracker, with invented figures that add up as the tracker's do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

KINDS = ("Financial", "Humanitarian", "Military")
COVER, MAIN, SUMMARY, DOLLARS = (
    "ReadMe",
    "Bilateral Assistance, MAIN DATA",
    "Country Summary (€)",
    "Country Summary ($)",
)

DONORS: tuple[tuple[str, str, int, float], ...] = (
    ("Australia", "AUS", 0, 1310.0),
    ("Austria", "AUT", 1, 405.0),
    ("Czechia", "CZE", 1, 238.0),
    ("EU (Commission and Council)", "EU_INST", 0, 14522.0),
    ("Germany", "DEU", 1, 3601.0),
    ("Norway", "NOR", 0, 407.0),
    ("South Korea", "KOR", 0, 1530.0),
    ("Turkiye", "TUR", 0, 690.0),
    ("United Kingdom", "GBR", 0, 2647.0),
    ("United States", "USA", 0, 19712.0),
)
"""Name in the workbook, code, member of the EU, GDP of 2021 in billion euros (rounded, as a stand-in)."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One row of the main data; `euros` is the value of both kinds of column. `month` 0: none is known."""

    donor: str
    kind: str
    measure: str
    month: int
    euros: float


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook holds. `headers` and `units` are the two lines above the summary, `rows` what stands below."""

    release: str = "Release 41"
    published: object = date(2027, 3, 2)
    until: str = "December 31, 2026"
    activities: tuple[Activity, ...] = ()
    headers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()
    lead: int = 7  # rows above the header
    indent: int = 1  # empty columns before the first
    merged: bool = False
    sheets: tuple[str, ...] = (COVER, "Updates and Corrections", MAIN, SUMMARY, DOLLARS, "Fig 1. Total Aid")
    extra: tuple[Callable[[Any], None], ...] = field(default=())


HEADERS = (
    "Country",
    "EU member",
    "Geographic Europe",
    "Financial allocations",
    "Humanitarian allocations",
    "Military allocations",
    "Total bilateral allocations",
    "Financial commitments",
    "Humanitarian commitments",
    "Military commitments",
    "Total bilateral commitments",
    "GDP (2021)",
    "GDP (2021)",
    "Total bilateral allocations",
    "Share in total EU allocations",
    "Total bilateral and EU allocations",
    "Total bilateral and EU allocations",
    "Refugee cost estimation",
)
EURO, DOLLAR, SHARE = "€ billion", "$ billion", "% 2021 GDP"
UNITS = ("", "", "", *[EURO] * 8, DOLLAR, EURO, SHARE, EURO, EURO, SHARE, EURO)


def plain_book() -> Book:
    """Activities over a year for every donor, and the summary that they give."""
    activities = tuple(_activities())
    return Book(activities=activities, headers=HEADERS, units=UNITS, rows=tuple(_rows(activities)))


def _activities() -> list[Activity]:
    made = []
    for number, (name, _, _, _) in enumerate(DONORS):
        for at, kind in enumerate(KINDS):
            for step in range(3 + (number + at) % 4):
                month = 48 + (number * 5 + at * 3 + step * 2) % 12 + 1  # 2026
                made.append(Activity(name, kind, "Allocation", month, 1e6 * (11 + 7 * number + 3 * at + step * 1.25)))
            made.append(Activity(name, kind, "Allocation", 0, 2_500_000.5 * (at + 1)))
        made.append(Activity(name, "Military", "Commitment", 60, 1e8 * (number + 1)))
    return made


def total(activities: Sequence[Activity], name: str, kind: str, measure: str) -> float:
    """Billions that the activities of a donor give; what is allocated counts as committed too."""
    return sum(
        one.euros / 1e9
        for one in activities
        if one.donor == name and one.kind == kind and (measure == "Commitment" or one.measure == "Allocation")
    )


def _rows(activities: Sequence[Activity]) -> list[tuple[object, ...]]:
    given = {name: [total(activities, name, kind, "Allocation") for kind in KINDS] for name, _, _, _ in DONORS}
    committed = {name: [total(activities, name, kind, "Commitment") for kind in KINDS] for name, _, _, _ in DONORS}
    eu = sum(given["EU (Commission and Council)"])
    made: list[tuple[object, ...]] = []
    for number, (name, _, member, gdp) in enumerate(DONORS):
        bilateral = sum(given[name])
        share = eu * 0.1 * (number + 1) if member else 0.0
        both = bilateral + share
        made.append(
            (
                name,
                member,
                int(member or name in ("Norway", "United Kingdom")),
                *given[name],
                bilateral,
                *committed[name],
                sum(committed[name]),
                gdp * 1.18,
                gdp,
                bilateral / gdp * 100,
                share,
                both,
                both / gdp * 100,
                "." if number % 2 else 0.5,
            )
        )
    sums = [sum(float(str(row[at])) for row in made) for at in range(3, 11)]
    made.append(("Total", "", "", *sums, "", "", "", "", "", "", ""))
    return made


def written(book: Book) -> bytes:
    """The workbook as the bytes of its file, the same for the same book."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.set_properties({"created": datetime(2026, 1, 1)})
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for name in book.sheets:
            sheet = made.add_worksheet(name)
            if name.startswith(COVER):
                _cover(sheet, book, day)
            elif name == "Updates and Corrections":
                sheet.write_column(0, 0, ["Release 40: Germany's figures were corrected", "Release 39: nothing"])
            elif name == MAIN:
                _main(sheet, book, day)
            elif name in (SUMMARY, DOLLARS):
                _summary(made, sheet, book, 1.0 if name == SUMMARY else 1.1)
            else:
                sheet.write(0, 0, "drawn from the other sheets")
        for change in book.extra:
            change(made)
    return out.getvalue()


def _cover(sheet: Any, book: Book, day: Any) -> None:
    sheet.write(0, 1, f"Ukraine Support Tracker, {book.release}")
    sheet.write(2, 1, "Published on")
    if isinstance(book.published, date):
        sheet.write_datetime(2, 2, datetime(book.published.year, book.published.month, book.published.day), day)
    elif book.published is not None:
        sheet.write(2, 2, book.published)
    if book.until:
        sheet.write(4, 1, f"Figures cover aid between January 24, 2022 and {book.until}.")


def _main(sheet: Any, book: Book, day: Any) -> None:
    head = ("activity_id", "donor", "announcement_date", "aid_type_general", "measure", "tot_activity_value_EUR")
    sheet.write_row(0, 0, (*head, "tot_sub_activity_value_EUR_redistr", "month", "month_exists_dummy"))
    for number, one in enumerate(book.activities, start=1):
        allocated = one.euros if one.measure == "Allocation" else 0
        trailing = f"{one.kind} " if number == 7 else one.kind  # one entry of the tracker ends in a blank
        sheet.write_row(number, 0, (f"ID{number}", one.donor, "", trailing, one.measure, one.euros, allocated))
        if one.month:
            first = datetime(2022 + (one.month - 1) // 12, (one.month - 1) % 12 + 1, 15)
            sheet.write_datetime(number, 2, first, day)
        else:
            sheet.write(number, 2, ".")
        sheet.write_row(number, 7, (one.month, int(bool(one.month))))


def _summary(made: Any, sheet: Any, book: Book, rate: float) -> None:
    sheet.write(1, book.indent, "Government support to Ukraine, by country")
    top = book.lead
    sheet.write_row(top, book.indent, book.headers)
    if book.merged:
        at = book.indent + book.headers.index("GDP (2021)")
        sheet.merge_range(top, at, top, at + 1, "GDP (2021)")
    below = int(any(book.units))
    if below:
        sheet.write_row(top + 1, book.indent, book.units)
    for number, row in enumerate(book.rows):
        for at, value in enumerate(row):
            money = isinstance(value, float) and rate != 1.0
            sheet.write(top + 1 + below + number, book.indent + at, float(str(value)) * rate if money else value)


def with_column(book: Book, header: str, value: object) -> Book:
    """The book with one column in place of another."""
    at = book.headers.index(header)
    rows = tuple((*row[:at], value, *row[at + 1 :]) for row in book.rows)
    return replace(book, rows=rows)
