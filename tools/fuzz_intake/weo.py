"""Damaged Outlooks: `python -m tools.fuzz_intake weo [FILE]`, where FILE is a tab-separated sheet of the IMF's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from random import Random

from burdenshare.intake import weo
from burdenshare.intake.macro.layouts import OBSERVATIONS, SHEET_OF_NOW, SHEET_OF_OLD
from burdenshare.intake.model import Asked, Given
from burdenshare.record import Record
from tools.fuzz_intake import macro_damage, outlooks
from tools.fuzz_intake.macro_damage import Damage
from tools.fuzz_intake.macro_endings import Result, Says, Variant, judged, report, truth_of
from tools.fuzz_intake.weo_damage import MARKS, SCALES, UNITS, of_message, of_sheet, of_wide, of_workbook
from tools.fuzz_intake.weo_says import line_says, series_says
from tools.fuzz_intake.workbooks import Sheet, packed, parts

SEED = 20261013


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all forms, and whether all ended well. The first argument may name the IMF's own file."""
    texts: list[str] = []
    well = True
    made = outlooks.outlook(record)
    for title, results in _all(record, made, [Path(one) for one in arguments]):
        text, fine = report(title, results)
        texts.append(text)
        well = well and fine
    return "\n".join(texts), well


def _all(record: Record, made: outlooks.Outlook, own: Sequence[Path]) -> Iterator[tuple[str, Iterator[Result]]]:
    for path in own:
        yield f"the IMF's own {path.name}", sheet(record, path.name, path.read_bytes(), each=8)
    yield "a sheet of old", sheet(record, "WEOOct2026all.xls", outlooks.sheet(made), each=15)
    yield "a wide CSV table", table(record, outlooks.table(made), each=15)
    yield "observations", observations(record, outlooks.observations(_few(record)), each=12)
    yield "a workbook of old", workbook(record, "WEOOct2026all.xlsx", {"WEO": outlooks.sheet_rows(made)}, each=15)
    yield "a workbook of now", workbook(record, "WEOOct2026all.xlsx", outlooks.sheets_of_now(made), each=15)
    yield "SDMX-ML of old", message(record, outlooks.message_of_old(_few(record)), each=15)
    yield "SDMX-ML of now", message(record, outlooks.message_of_now(_few(record)), each=15)


def sheet(record: Record, name: str, content: bytes, *, each: int) -> Iterator[Result]:
    """Variants of a tab-separated sheet; `each` of every kind of damage by chance."""
    chance = Random(SEED)
    taken = macro_damage.taken_apart(content, 0, "\t", "iso-8859-1")
    return _judged(record, name, content, of_sheet(taken, chance, each), chance, each, line_says(SHEET_OF_OLD.name))


def table(record: Record, content: bytes, *, each: int) -> Iterator[Result]:
    """Variants of the portal's wide table."""
    chance = Random(SEED)
    taken = macro_damage.taken_apart(content, 0, ",", "utf-8-sig")
    damages = of_wide(taken, chance, each, {"SCALE": SCALES, "UNIT": UNITS, "LATEST_ACTUAL_ANNUAL_DATA": MARKS})
    return _judged(record, "weo.csv", content, damages, chance, each, line_says(SHEET_OF_NOW.name))


def observations(record: Record, content: bytes, *, each: int) -> Iterator[Result]:
    """Variants of a table of observations."""
    chance = Random(SEED)
    taken = macro_damage.taken_apart(content, 0, ",")
    spot = taken.column("OBS_VALUE")
    kept = [n for n, row in enumerate(taken.rows) if n and row[spot]]
    damages = macro_damage.of_tables(taken, range(spot, spot + 1), kept, chance, each)
    return _judged(record, "weo.csv", content, damages, chance, each, line_says(OBSERVATIONS.name))


def workbook(record: Record, name: str, sheets: Mapping[str, Sheet], *, each: int) -> Iterator[Result]:
    """Variants of a workbook: its bytes, its parts, its cells."""
    chance = Random(SEED)
    held = parts(sheets)
    content = packed(held)
    return _judged(record, name, content, of_workbook(held, chance), chance, each, lambda raw, row: False)


def message(record: Record, content: bytes, *, each: int) -> Iterator[Result]:
    """Variants of an SDMX-ML message."""
    chance = Random(SEED)
    return _judged(record, "WEO_PUB_OCT2026.xml", content, of_message(content), chance, each, series_says)


def _few(record: Record) -> outlooks.Outlook:
    return outlooks.outlook(record, entities=("DEU", "IRN", "USA", "EST"), others=2, first=2010)


def _judged(
    record: Record, name: str, content: bytes, damages: Iterable[Damage], chance: Random, each: int, says: Says
) -> Iterator[Result]:
    truth = truth_of(weo.read(Given(name, content), Asked(), record))
    every = chain(macro_damage.of_bytes(content, chance, each), damages, macro_damage.of_archives(name, content))
    variants = (Variant(kind, name, raw, telling) for kind, raw, telling in every)
    return judged(variants, weo.read, record, truth, says)
