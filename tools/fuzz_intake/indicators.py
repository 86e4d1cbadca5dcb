"""Development Indicators made from the record, in every form in which the World Bank hands them out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from burdenshare.intake.macro.declared import Subject, subjects
from burdenshare.record import Record
from tools.fuzz_intake.workbooks import packed

OTHERS = ("ABW", "AFG", "JPN", "WLD")
"""Countries and groups of them that the record does not keep."""

OTHER_SUBJECT = Subject("SL.UEM.TOTL.ZS", "unemployment", "percent", False, "", "")
UPDATED = "2026-07-13"
_VINTAGES = ("WDI-2025-06", "WDI-2025-10", "WDI-2026-03", "WDI-2026-04")
_HEADER = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")


@dataclass(frozen=True, slots=True)
class Line:
    """One country's values of one indicator, as printed, by year."""

    code: str
    subject: Subject
    values: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Indicators:
    """A table: its years and its series."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]


def indicators(record: Record, *, others: int = 4, first: int = 1998) -> Indicators:
    """The record's newest values of every indicator; `others` countries beside its own are invented."""
    years = tuple(range(first, 2026))
    codes = [*OTHERS[:others], *(f"Q{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(others - len(OTHERS)))]
    held = {subject: _values(record, subject) for subject in subjects("wdi").by_code.values()}
    everyone = sorted({*codes, *(code for values in held.values() for code in values)})
    lines = [
        Line(code, subject, dict.fromkeys(years, "17.25") if code in codes else values.get(code, {}))
        for subject, values in (*held.items(), (OTHER_SUBJECT, {}))
        for code in everyone
    ]
    return Indicators(years, tuple(lines))


def _values(record: Record, subject: Subject) -> dict[str, dict[int, str]]:
    """The newest values of an indicator by country and year."""
    held: dict[str, dict[int, str]] = {}
    for vintage in _VINTAGES:
        for (entity, year), cell in record.vintage(subject.indicator, vintage).items():
            if isinstance(year, int):
                held.setdefault(entity, {})[year] = f"{cell.value:.12g}"
    return held


def of_one(made: Indicators, code: str) -> Indicators:
    """The table of one indicator."""
    return Indicators(made.years, tuple(one for one in made.lines if one.subject.code == code))


def bulk(made: Indicators) -> bytes:
    """The whole table, `WDICSV.csv`."""
    return _lines([*_HEADER, *map(str, made.years)], made.lines, made.years, "")


def bulk_archive(made: Indicators) -> bytes:
    """The archive of the whole table, with the tables that describe it."""
    beside = dict.fromkeys(("WDICountry.csv", "WDISeries.csv", "WDIfootnote.csv"), b'"Country Code","Short Name"\n')
    return packed({"WDICSV.csv": bulk(made), **beside})


def single(made: Indicators) -> bytes:
    """The table of an indicator: four lines, then the header, each row with an empty cell at its end."""
    above = f'"Data Source","World Development Indicators",\n\n"Last Updated Date","{UPDATED}",\n\n'
    return b"\xef\xbb\xbf" + above.encode() + _lines([*_HEADER, *map(str, made.years)], made.lines, made.years, ",")


def single_archive(made: Indicators) -> bytes:
    """The archive of an indicator."""
    name = f"API_{made.lines[0].subject.code}_DS2_en_csv_v2_4711"
    beside = {f"Metadata_{what}_{name}.csv": b'"Country Code","Region"\n' for what in ("Country", "Indicator")}
    return packed({f"{name}.csv": single(made), **beside})


def answer(made: Indicators, *, pages: int = 1) -> bytes:
    """An answer of the interface: newest year first, a list of all values."""
    values = [_value(one, year) for one in made.lines for year in reversed(made.years)]
    about: dict[str, Any] = {"page": 1, "pages": pages, "per_page": 20000, "total": len(values) * pages}
    about |= {"sourceid": "2", "lastupdated": UPDATED}
    return json.dumps([about, values]).encode()


def _value(one: Line, year: int) -> dict[str, Any]:
    digits = one.values.get(year)
    number = None if digits is None else json.loads(digits)
    return {
        "indicator": {"id": one.subject.code, "value": "told"},
        "country": {"id": one.code[:2], "value": "A country"},
        "countryiso3code": one.code,
        "date": str(year),
        "value": number,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def _lines(header: list[str], lines: Iterable[Line], years: tuple[int, ...], end: str) -> bytes:
    rows = [header]
    for one in lines:
        values = [one.values.get(year, "") for year in years]
        rows.append(["A country", one.code, f"{one.subject.code}, told", one.subject.code, *values])
    return "".join(",".join(f'"{cell}"' for cell in row) + f"{end}\n" for row in rows).encode()
