"""The tidy tables against official files in their native form, where the raw data folder holds them.

NATO's workbook of 17 June 2024 and the IMF's file of April 2020 are compared cell by cell; neither is packaged.
"""

from __future__ import annotations

import csv
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import polars as pl

from burdenshare.record import schema
from burdenshare.record.tables import macro_path, rows

WORKBOOK = "raw/nato/240617-def-exp-2024-TABLES-en.xlsx"
OUTLOOK = "raw/weo/WEOApr2020all.xls"
YEAR_COLUMNS = ("DEFGHIJKLMN", "EFGHIJKLMNO")
"""The eleven years; the table of personnel stands one column to the right."""
OUTLOOK_SUBJECTS = {"NGDP_RPCH": "real_growth", "PCPIPCH": "inflation", "GGXCNL_NGDP": "net_lending_share"}
LABELS = {"NATO": "nato total", "EUR_CAN": "nato europe and canada", "SVK": "slovak republic"}
"""Names in the workbook that are not those of the table of members."""

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def faults(root: Path, source: Path) -> Iterator[str]:
    """Every cell of the record that differs from its official file."""
    yield from _workbook_faults(root, source / WORKBOOK)
    yield from _outlook_faults(root, source / OUTLOOK)


def _workbook_faults(root: Path, path: Path) -> Iterator[str]:
    """Each series of eleven years stands, value by value, in a line of the workbook that bears the ally's name."""
    lines = workbook_lines(path)
    labels = {one["ally"]: _label(one["name"]) for one in rows("commitments/members.csv", root=root)} | LABELS
    series: dict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    for row in rows("nato/expenditure.csv", root=root):
        if row["release"] == "2024-06":
            key = (row["ally"], row["measure"], row["price_basis"], row["unit"])
            series[key][int(row["year"])] = float(row["value"])
    for name, held in series.items():
        if not any(_within(held, line) for line in lines[labels[name[0]]]):
            yield f"nato/expenditure.csv [2024-06, {', '.join(name)}]: the series is not in NATO's workbook"


def _within(held: dict[int, float], line: list[float | None]) -> bool:
    """Whether the values stand in the line at the places of their years, 2014 first."""
    cells = [line[year - 2014] if 0 <= year - 2014 < len(line) else None for year in held]
    pairs = zip(cells, held.values(), strict=True)
    return all(cell is not None and abs(cell - value) <= 1e-9 * max(1.0, abs(value)) for cell, value in pairs)


def workbook_lines(path: Path) -> dict[str, list[list[float | None]]]:
    """Lines of all sheets by label: their numbers in the columns that hold the years 2014 to 2024."""
    found: dict[str, list[list[float | None]]] = defaultdict(list)
    with zipfile.ZipFile(path) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        shared = ["".join(part.text or "" for part in one.iter(f"{_SHEET}t")) for one in strings]
        for name in sorted(name for name in book.namelist() if "worksheets/sheet" in name and name.endswith(".xml")):
            for row in ElementTree.fromstring(book.read(name)).iter(f"{_SHEET}row"):
                cells = {_column(cell): cell for cell in row}
                label = next((text for at in "BCD" if (text := _text(cells.get(at), shared))), "")
                for years in YEAR_COLUMNS if label else ():
                    found[_label(label)].append([_number(cells.get(at)) for at in years])
    return found


def _column(cell: ElementTree.Element) -> str:
    return re.sub(r"\d", "", cell.get("r", ""))


def _text(cell: ElementTree.Element | None, shared: list[str]) -> str:
    value = None if cell is None or cell.get("t") != "s" else cell.findtext(f"{_SHEET}v")
    return "" if value is None else shared[int(value)].strip()


def _number(cell: ElementTree.Element | None) -> float | None:
    value = None if cell is None or cell.get("t") not in (None, "n") else cell.findtext(f"{_SHEET}v")
    return None if value is None else float(value)


def _label(text: str) -> str:
    """A name without accents, currency, footnote marks and case: `Türkiye* (Liras)` is `turkiye`."""
    plain = unicodedata.normalize("NFKD", text.split("(")[0]).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^A-Za-z ]", " ", plain).split()).lower()


def _outlook_faults(root: Path, path: Path) -> Iterator[str]:
    native = outlook_values(path)
    macro = pl.read_parquet(macro_path(root=root)).filter(pl.col("vintage") == "WEO-2020-04")
    for entity, year, indicator, value in macro.select("entity", "year", "indicator", "value").iter_rows():
        official = native.get((entity, year, indicator))
        if official is None or abs(official - value) > 0.0011:
            where = f"{schema.MACRO} [WEO-2020-04, {entity}, {year}, {indicator}]"
            yield f"{where}: {value:g}, the IMF's file has {official}"


def outlook_values(path: Path) -> dict[tuple[str, int, str], float]:
    """Values of the compared subjects by entity, year and indicator of the record."""
    found: dict[tuple[str, int, str], float] = {}
    with path.open(encoding="iso-8859-1", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            indicator = OUTLOOK_SUBJECTS.get(row["WEO Subject Code"] or "")
            for name, text in row.items() if indicator else ():
                if indicator and name and name.isdigit() and re.fullmatch(r"-?[\d,]+(\.\d+)?", text or ""):
                    found[row["ISO"], int(name), indicator] = float(text.replace(",", ""))
    return found
