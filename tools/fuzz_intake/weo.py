"""Damaged Outlooks: `python -m tools.fuzz_intake weo [FILE]`, where FILE is a tab-separated sheet of the IMF's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from burdenshare.intake import weo
from burdenshare.intake.macro.layouts import OBSERVATIONS, SHEET_OF_NOW, SHEET_OF_OLD
from burdenshare.record import Record
from tools.fuzz_intake import outlooks, weo_damage
from tools.fuzz_intake.macro_damage import of_tables, taken_apart
from tools.fuzz_intake.macro_forms import Extent, Form, reported
from tools.fuzz_intake.weo_says import line_says, series_says
from tools.fuzz_intake.workbooks import Sheet, packed, parts

SEED = 20261013
OWN = Extent(8)
MADE = Extent(15)


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all forms, and whether all ended well. Arguments are files of the IMF's own."""
    own = [sheet(Path(one).name, Path(one).read_bytes(), "the IMF's own ") for one in arguments]
    forms = [*((form, OWN) for form in own), *((form, MADE) for form in made(record, outlooks.outlook(record)))]
    return reported(forms, weo.read, record, SEED)


def made(record: Record, whole: outlooks.Outlook) -> tuple[Form, ...]:
    """Every form of an edition; those with a row a value are made of a few countries alone."""
    few = outlooks.outlook(record, entities=("DEU", "IRN", "USA", "EST"), others=2, first=2010)
    return (
        sheet("WEOOct2026all.xls", outlooks.sheet(whole), "a sheet of old, "),
        table(outlooks.table(whole)),
        observations(outlooks.observations(few)),
        workbook("a workbook of old", {"WEO": outlooks.sheet_rows(whole)}),
        workbook("a workbook of now", outlooks.sheets_of_now(whole)),
        message("SDMX-ML of old", outlooks.message_of_old(few)),
        message("SDMX-ML of now", outlooks.message_of_now(few)),
    )


def sheet(name: str, content: bytes, title: str) -> Form:
    """A tab-separated sheet."""
    taken = taken_apart(content, 0, "\t", "iso-8859-1")
    says = line_says(SHEET_OF_OLD.name)
    return Form(
        f"{title}{name}", name, content, lambda chance, held: weo_damage.of_sheet(taken, chance, held.each), says
    )


def table(content: bytes) -> Form:
    """The portal's wide table."""
    taken = taken_apart(content, 0, ",", "utf-8-sig")
    says = line_says(SHEET_OF_NOW.name)
    return Form(
        "a wide CSV table", "weo.csv", content, lambda chance, held: weo_damage.of_table(taken, chance, held.each), says
    )


def observations(content: bytes) -> Form:
    """A table of observations."""
    taken = taken_apart(content, 0, ",")
    spot = taken.column("OBS_VALUE")
    kept = [n for n, row in enumerate(taken.rows) if n and row[spot]]
    says = line_says(OBSERVATIONS.name)
    return Form(
        "a table of observations",
        "weo.csv",
        content,
        lambda chance, held: of_tables(taken, range(spot, spot + 1), kept, chance, held.each),
        says,
    )


def workbook(title: str, sheets: Mapping[str, Sheet]) -> Form:
    """A workbook: its parts and its cells."""
    held = parts(sheets)
    return Form(
        title,
        "WEOOct2026all.xlsx",
        packed(held),
        lambda chance, extent: weo_damage.of_workbook(held, chance, bombs=extent.bombs),
    )


def message(title: str, content: bytes) -> Form:
    """An SDMX-ML message."""
    return Form(
        title, "WEO_PUB_OCT2026.xml", content, lambda chance, extent: weo_damage.of_message(content), series_says
    )
