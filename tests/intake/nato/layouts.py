"""An invented release in the layouts of NATO's workbooks of 2019, 2024 and 2026, and as its press document."""

from __future__ import annotations

import io

import xlsxwriter

from tests.intake.nato.made import GROUPS, Invented, Table
from tools.fuzz_intake.papers import drawn

OLD = {
    "Türkiye": "Turkey",
    "Czechia": "Czech Republic",
    "North Macedonia": "the former Yugoslav Republic of Macedonia",
}
"""Names as they were in 2019."""


class Sheet:
    """Writes one sheet row by row."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, first: int = 0) -> None:
        self.sheet = book.add_worksheet(name)
        self.at = first

    def row(self, *values: object, left: int = 0) -> None:
        for column, value in enumerate(values):
            if isinstance(value, float):
                self.sheet.write_number(self.at, left + column, value)
            elif value is not None:
                self.sheet.write_string(self.at, left + column, str(value))
        self.at += 1

    def gap(self, rows: int = 1) -> None:
        self.at += rows


def as_in_2024(made: Invented) -> bytes:
    """Headings and aggregates in column B, names in C, one row of years a sheet, a formula's errors below."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for table in made.tables:
            sheet = Sheet(book, f"TABLE{table.name}", first=3)
            sheet.row(f"Table {table.name} : {table.title}", left=1)
            sheet.gap()
            sheet.row(*table.under, left=1)
            sheet.gap()
            sheet.row(*made.heads(), left=3)
            sheet.gap()
            for block in table.blocks:
                if block.heading:
                    sheet.row(block.heading, left=1)
                for who, label, values in made.rows(block):
                    beside = (label, None) if who in GROUPS else (None, label)
                    sheet.row(*beside, *values, left=1)
            sheet.sheet.write_formula(sheet.at, 3, "=1/0", None, "#DIV/0!")
            sheet.gap(3)
            sheet.sheet.merge_range(sheet.at, 2, sheet.at, 9, made.note)
            sheet.gap(2)
            sheet.row(f"-{table.name}-", left=1)
    return stream.getvalue()


def as_in_2026(made: Invented) -> bytes:
    """All in column A, the years anew below each heading, a footnote mark on a name."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for table in made.tables:
            sheet = Sheet(book, f"Table {table.name}")
            sheet.row(f"Table {table.name}: {table.title}")
            for line in table.under:
                sheet.row(line)
            for block in table.blocks:
                if block.heading:
                    sheet.row(block.heading)
                sheet.row(None, *made.heads())
                for _, label, values in made.rows(block):
                    sheet.row(label.replace("Slovenia", "Slovenia*"), *values)
                sheet.gap()
            sheet.row(made.note)
    return stream.getvalue()


def as_in_2019(made: Invented) -> bytes:
    """Headings in column A, names in B and old, years as text, GDP in billions without blocks, marks for what is
    missing (Montenegro's first year)."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("Notes").write(0, 0, "Defence Expenditure of NATO Countries")
        for table in made.tables:
            _sheet_of_2019(made, Sheet(book, f"Table {table.name}", first=4), table)
    return stream.getvalue()


def _sheet_of_2019(made: Invented, sheet: Sheet, table: Table) -> None:
    gdp = table.title == "GDP"
    sheet.row(f"Table {table.name} : {'Real GDP' if gdp else table.title}")
    sheet.row(f"Billion US dollars ({made.base} prices and exchange rates)" if gdp else table.under[0])
    sheet.row(None, None, *(str(head).removesuffix(".0") for head in made.heads()))
    for block in table.blocks[1:] if gdp else table.blocks:
        if block.heading and not gdp:
            sheet.row(block.heading)
        for who, label, values in made.rows(block):
            name = next((label.replace(new, old) for new, old in OLD.items() if label.startswith(new)), label)
            told: list[object] = [value / 1000 if gdp else value for value in values]
            sheet.row(None, name, *(told if who != "MNE" else ["..", *told[1:]]))


def lines_of(made: Invented, day: str = "") -> list[list[str]]:
    """The lines of the press document: a first page, a graph, and a page for each table."""
    title = f"Defence Expenditure of NATO Countries ({made.years[0]}-{made.years[-1]})"
    first = ["North Atlantic Treaty Organisation", *([day] if day else []), title]
    graph = [
        "Graph 1 : Defence expenditure as a share of GDP",
        " ".join(map(str, made.years)),
        "ALB",
        "BEL 2.0 3.0",
        "%",
    ]
    return [first, graph, *(_page(made, table) for table in made.tables)]


def _page(made: Invented, table: Table) -> list[str]:
    years = " ".join(str(head).removesuffix(".0") for head in made.heads())
    lines = [f"Table {table.name} : {table.title}", *table.under, years]
    for block in table.blocks:
        lines += [block.heading] if block.heading else []
        for _, label, values in made.rows(block):
            lines.append(" ".join([label, *(f"{value:,.{block.decimals}f}" for value in values)]))
    return [*lines, f"-{table.name}-", made.note]


def document(made: Invented, day: str = "") -> bytes:
    """The press document as a PDF."""
    return drawn(lines_of(made, day), packed=True)
