"""Damaged Development Indicators: `python -m tools.fuzz_intake wdi`."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from random import Random

from burdenshare.intake import wdi
from burdenshare.intake.macro.declared import subjects
from burdenshare.intake.model import PLACE, Row
from burdenshare.record import Record
from tools.fuzz_intake import indicators
from tools.fuzz_intake.macro_damage import Damage, Table, of_tables, taken_apart
from tools.fuzz_intake.macro_forms import Extent, Form, reported
from tools.fuzz_intake.wdi_damage import of_answers
from tools.fuzz_intake.workbooks import packed

SEED = 20260713
BULK = "WDI_CSV_2026_07_13.zip"
_LINE = re.compile(r"(?:(.*), )?line (\d+), column (\d{4})")
_VALUE = re.compile(r"value (\d+) .*")


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all forms, and whether all ended well; there are no arguments."""
    return reported([(form, Extent(15)) for form in made(record)], wdi.read, record, SEED)


def made(record: Record) -> tuple[Form, ...]:
    """Every form, of a table that is made from the record."""
    whole = indicators.indicators(record)
    one = indicators.of_one(whole, "NY.GDP.MKTP.CD")
    return archive(whole), table(one), answer(one)


def archive(whole: indicators.Indicators) -> Form:
    """The whole table's archive, and the table in it."""
    taken = taken_apart(indicators.bulk(whole), 0, ",")

    def damages(chance: Random, extent: Extent) -> Iterator[Damage]:
        for kind, raw, telling in _of_table(taken, chance, extent.each):
            yield kind, packed({"WDICSV.csv": raw}), telling

    return Form("the whole table in its archive", BULK, indicators.bulk_archive(whole), damages, _line_says)


def table(one: indicators.Indicators) -> Form:
    """The table of an indicator, as CSV."""
    content = indicators.single(one)
    taken = taken_apart(content, 4, ",", "utf-8-sig")
    return Form(
        "the table of an indicator",
        "API_GDP.csv",
        content,
        lambda chance, extent: _of_table(taken, chance, extent.each),
        _line_says,
    )


def answer(one: indicators.Indicators) -> Form:
    """An answer in JSON."""
    content = indicators.answer(one)
    return Form(
        "an answer of the interface",
        "answer.json",
        content,
        lambda chance, extent: of_answers(content, chance, extent.each),
        _value_says,
    )


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
    yield from of_tables(taken, numbers, kept, chance, each)
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
