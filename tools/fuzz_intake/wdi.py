"""Damaged Development Indicators: `python -m tools.fuzz_intake wdi`."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from random import Random

from burdenshare.intake import wdi
from burdenshare.intake.macro.declared import subjects
from burdenshare.intake.model import PLACE, Asked, Given, Row
from burdenshare.record import Record
from tools.fuzz_intake import indicators, macro_damage
from tools.fuzz_intake.macro_damage import Damage, Table
from tools.fuzz_intake.macro_endings import Result, Says, Variant, judged, report, truth_of
from tools.fuzz_intake.wdi_damage import of_answers
from tools.fuzz_intake.workbooks import packed

SEED = 20260713
BULK = "WDI_CSV_2026_07_13.zip"
_LINE = re.compile(r"(?:(.*), )?line (\d+), column (\d{4})")
_VALUE = re.compile(r"value (\d+) .*")


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all forms, and whether all ended well; there are no arguments."""
    held = [report(title, results) for title, results in every(record)]
    return "\n".join(text for text, _ in held), all(well for _, well in held)


def every(record: Record, *, each: int = 15) -> Iterator[tuple[str, Iterator[Result]]]:
    """The variants of each form with its title; `each` of every kind of damage by chance."""
    made = indicators.indicators(record)
    one = indicators.of_one(made, "NY.GDP.MKTP.CD")
    yield "the whole table in its archive", archive(record, made, each=each)
    yield "the table of an indicator", table(record, one, each=each)
    yield "an answer of the interface", answer(record, one, each=each)


def archive(record: Record, made: indicators.Indicators, *, each: int) -> Iterator[Result]:
    """Variants of the whole table's archive: its bytes, and the table in it."""
    chance = Random(SEED)
    taken = macro_damage.taken_apart(indicators.bulk(made), 0, ",")
    inside = ((kind, packed({"WDICSV.csv": raw}), telling) for kind, raw, telling in _of_table(taken, chance, each))
    return _judged(record, BULK, indicators.bulk_archive(made), inside, chance, each, _line_says)


def table(record: Record, made: indicators.Indicators, *, each: int) -> Iterator[Result]:
    """Variants of the table of an indicator, as CSV."""
    chance = Random(SEED)
    content = indicators.single(made)
    taken = macro_damage.taken_apart(content, 4, ",", "utf-8-sig")
    return _judged(record, "API_GDP.csv", content, _of_table(taken, chance, each), chance, each, _line_says)


def answer(record: Record, made: indicators.Indicators, *, each: int) -> Iterator[Result]:
    """Variants of an answer in JSON."""
    chance = Random(SEED)
    content = indicators.answer(made)
    return _judged(record, "answer.json", content, of_answers(content, chance, each), chance, each, _value_says)


def _judged(
    record: Record, name: str, content: bytes, damages: Iterable[Damage], chance: Random, each: int, says: Says
) -> Iterator[Result]:
    truth = truth_of(wdi.read(Given(name, content), Asked(), record))
    all_of_them = chain(macro_damage.of_bytes(content, chance, each), damages, macro_damage.of_archives(name, content))
    variants = (Variant(kind, name, raw, telling) for kind, raw, telling in all_of_them)
    return judged(variants, wdi.read, record, truth, says)


def _of_table(taken: Table, chance: Random, each: int) -> Iterator[Damage]:
    names = taken.rows[taken.header]
    years = [spot for spot, name in enumerate(names) if re.fullmatch(r"(?:19|20)\d\d", name)]
    numbers = range(years[0], years[-1] + 1)
    code, subject = names.index("Country Code"), names.index("Indicator Code")
    declared = subjects("wdi").by_code
    kept = [
        n
        for n, row in enumerate(taken.rows)
        if len(row) == len(names) and row[code] not in indicators.OTHERS and row[subject] in declared and any(row[4:])
    ]
    yield from macro_damage.of_tables(taken, numbers, kept, chance, each)
    for _ in range(each):
        one, other = chance.sample(kept, 2)
        for column in (code, subject):
            text = taken.rows[other][column]
            if text != taken.rows[one][column]:
                yield "a name of another row", taken.with_cell(one, column, text).written(), False
        for column, text in ((code, "deu"), (code, ""), (subject, ""), (subject, "NY.GDP.MKTP.CX")):
            yield "an unknown name", taken.with_cell(one, column, text).written(), False
    for power in (3, 6, 9):
        lost = taken
        for spot in numbers:
            lost = lost.with_column(spot, _divided(power))
        yield "every number in another scale", lost.written(), False


def _divided(power: int) -> Callable[[str], str]:
    return lambda text: f"{float(text) / 10**power:.9f}" if text else text


def _line_says(content: bytes, row: Row) -> bool:
    """Whether a line of a table says a row: read by itself, with the header's line."""
    found = _LINE.fullmatch(row[PLACE])
    if found is None:
        return False
    if found[1]:
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            content = held.read(found[1])
    lines = content.decode("utf-8", errors="replace").split("\n")
    header = next((line for line in lines if "Country Code" in line), "")
    names = next(csv.reader([header.lstrip("\ufeff")]), [])
    cells = next(csv.reader([lines[int(found[2]) - 1]]), [])
    told = dict(zip(names, (cell.strip() for cell in cells), strict=False))
    return _means(told.get("Country Code"), told.get("Indicator Code"), told.get(row["year"]), row)


def _value_says(content: bytes, row: Row) -> bool:
    """Whether a value of an answer says a row."""
    found = _VALUE.fullmatch(row[PLACE])
    one = json.loads(content.decode("utf-8-sig"))[1][int(found[1]) - 1] if found else {}
    said = _means(one.get("countryiso3code"), one.get("indicator", {}).get("id"), str(one.get("value")), row)
    return said and one.get("date") == row["year"]


def _means(code: str | None, subject: str | None, digits: str | None, row: Row) -> bool:
    declared = subjects("wdi").by_code.get(subject or "")
    same = declared is not None and declared.indicator == row["indicator"] and code == row["entity"]
    return same and digits is not None and float(digits.replace(",", "")) == float(row["value"])
