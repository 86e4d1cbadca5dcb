"""An Outlook made from the record, in every form in which the IMF hands it out.

Values are the record's own, so that their magnitudes are right; countries beside the record's are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from burdenshare.intake.macro.declared import Subject, areas, subjects
from burdenshare.record import Record
from tools.fuzz_intake.workbooks import Cell, Sheet, packed, workbook

MONTHS = {4: "April", 10: "October"}
OTHERS = (("AFG", "512"), ("JPN", "158"), ("IND", "534"), ("ZWE", "698"))
"""Countries that the record does not keep."""

POWERS = {"NGDPD": 9, "NGDP": 9, "LP": 6}
SCALES = {0: "Units", 6: "Millions", 9: "Billions"}
OTHER_SUBJECT = Subject("LUR", "unemployment", "percent", False, "", "", ("Percent of total labor force", "Percent"))
_SHEET = ("WEO Country Code", "ISO", "WEO Subject Code", "Country", "Subject Descriptor", "Subject Notes", "Units")
_SHEET_REST = ("Scale", "Country/Series-specific Notes")


@dataclass(frozen=True, slots=True)
class Line:
    """One series: `values` as printed in the sheet's scale, by year; missing years are not held."""

    code: str
    number: str
    subject: Subject
    values: Mapping[int, str]
    actual: str

    @property
    def power(self) -> int:
        """The power of ten in which the sheets print the subject."""
        return POWERS.get(self.subject.code, 0)


@dataclass(frozen=True, slots=True)
class Outlook:
    """An edition: its month and its series."""

    year: int
    month: int
    years: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """`October 2026`."""
        return f"{MONTHS[self.month]} {self.year}"


Written = Callable[[Outlook], bytes]
"""What writes an Outlook in one form."""


def outlook(record: Record, *, entities: Sequence[str] = (), others: int = 4, first: int = 1998) -> Outlook:
    """An Outlook of October 2026 with the record's newest levels, for all of its countries or those named.

    `others` countries beside them are invented from `first` on, and one subject that the record does not keep.
    """
    declared = tuple(subjects("weo").by_code.values())
    years = tuple(range(first, 2032))
    taken = {code: number for code, number in areas().numbers.items() if not entities or code in entities}
    lines: list[Line] = []
    for code, number in sorted(taken.items()):
        for subject in declared:
            held = record.vintage(subject.indicator, "WEO-2025-10")
            values = {
                year: f"{Decimal(repr(cell.value)).scaleb(-POWERS.get(subject.code, 0)):.3f}"
                for (entity, year), cell in held.items()
                if entity == code and isinstance(year, int)
            }
            lines.append(Line(code, number, subject, values, "" if code == "IRN" else "2025"))
        lines.append(Line(code, number, OTHER_SUBJECT, {2024: "5.5"}, "2025"))
    for code, number in (*OTHERS[:others], *_invented(others - len(OTHERS))):
        every = (*declared, OTHER_SUBJECT)
        lines += [Line(code, number, subject, dict.fromkeys(years, "1.5"), "2024") for subject in every]
    return Outlook(2026, 10, years, tuple(lines))


def _invented(count: int) -> list[tuple[str, str]]:
    return [(f"Q{chr(65 + n // 26)}{chr(65 + n % 26)}", str(1000 + n)) for n in range(max(count, 0))]


def sheet(made: Outlook, *, encoding: str = "iso-8859-1", notes: str = "a note on the series") -> bytes:
    """The tab-separated sheet of old. `notes` stand in every row, as long as one likes."""
    rows = [("\t".join((*_SHEET, *_SHEET_REST, *map(str, made.years), "Estimates Start After")))]
    for one in made.lines:
        unit = one.subject.units[0]
        told = (one.number, one.code, one.subject.code, "A country", f'"{one.subject.code}, told"', f'"{notes}"', unit)
        values = (_thousands(one.values.get(year)) for year in made.years)
        rows.append("\t".join((*told, SCALES[one.power] if one.power else "", f'"{notes}"', *values, one.actual)))
    blank = "\t" * (len(_SHEET) + len(_SHEET_REST) + len(made.years))
    closing = f'"{_closing(made)}"{blank}'
    return "".join(f"{row}\r\n" for row in (*rows, blank, closing)).encode(encoding)


def sheet_rows(made: Outlook) -> list[list[Cell]]:
    """The same columns as cells of a workbook."""
    header: list[Cell] = [*_SHEET, *_SHEET_REST, *map(float, made.years), "Estimates Start After"]
    rows = [header]
    for one in made.lines:
        told: list[Cell] = [float(one.number or 0), one.code, one.subject.code, "A country", "told", "note"]
        scale = SCALES[one.power] if one.power else None
        values = [_cell(one.values.get(year)) for year in made.years]
        actual = float(one.actual) if one.actual else None
        rows.append([*told, one.subject.units[0], scale, "note", *values, actual])
    return rows


def workbook_of_old(made: Outlook) -> bytes:
    """A true workbook of the columns of old."""
    closing: list[Cell] = [_closing(made)]
    return workbook({"WEO": [*sheet_rows(made), [], closing]})


def table(made: Outlook) -> bytes:
    """The wide CSV table of the portal: a row a series."""
    return "".join(f"{','.join(map(_quoted, row))}\n" for row in table_rows(made)).encode("utf-8-sig")


def table_rows(made: Outlook) -> list[list[Cell]]:
    """The rows of the portal's wide table and of its workbook."""
    header: list[Cell] = ["DATASET", "SERIES_CODE", "OBS_MEASURE", "COUNTRY.ID", "COUNTRY", "INDICATOR.ID", "INDICATOR"]
    header += ["FREQUENCY", "SCALE", "UNIT", "PUBLICATION_DATE", "UPDATE_DATE", "LATEST_ACTUAL_ANNUAL_DATA"]
    rows: list[list[Cell]] = [[*header, *map(str, made.years)]]
    for one in made.lines:
        key = f"{one.code}.{one.subject.code}.A"
        told: list[Cell] = ["IMF.RES:WEO(9.0.0)", key, "OBS_VALUE", one.code, "A country", one.subject.code, "told"]
        told += ["Annual", SCALES[one.power], one.subject.units[min(1, len(one.subject.units) - 1)]]
        day = f"{made.year}-{made.month:02d}-13T13:00:00Z"
        rows.append([*told, day, day, one.actual, *(one.values.get(year, "") for year in made.years)])
    return rows


def sheets_of_now(made: Outlook) -> dict[str, Sheet]:
    """The sheets of the portal's workbook: the countries, words, the groups."""
    rows = table_rows(made)
    numbers = [[*row[:13], *(_cell(str(one or "")) for one in row[13:])] for row in rows[1:]]
    return {
        "Countries": [rows[0], *numbers],
        f"{made.title} WEO": [["World Economic Outlook"], ["Please cite it"]],
        "Country Group Composition": [["Group", "Country"], ["G001", "all"]],
    }


def workbook_of_now(made: Outlook) -> bytes:
    """The portal's workbook."""
    return workbook(sheets_of_now(made))


def observations(made: Outlook) -> bytes:
    """The interface's SDMX-CSV: a row a value, in base units."""
    rows = ["STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,UNIT"]
    rows[0] += ",LATEST_ACTUAL_ANNUAL_DATA,PUBLICATION_DATE"
    day = f"{made.year}-{made.month:02d}-13T13:00:00Z"
    for one in made.lines:
        unit = one.subject.units[2] if len(one.subject.units) > 2 else "PT"
        for year in made.years:
            value = _in_units(one, year)
            told = f"{one.code},{one.subject.code},A,{year},{value},{one.power},{unit},{one.actual}"
            rows.append(f"dataflow,IMF.RES:WEO(9.0.0),R,{told},{day}")
    return "".join(f"{row}\n" for row in rows).encode()


def message_of_old(made: Outlook) -> bytes:
    """The SDMX-ML of the archives up to April 2025: numbers of countries, values in their scale."""
    head = (
        '<ns0:Header><ns0:ID>WEO_PUB</ns0:ID><ns0:Sender id="IMF" /></ns0:Header>'
        '<ns0:DataSet ns2:dataScope="DataStructure" ns2:structureRef="IMF_WEO_PUB_1_0">'
    )
    series = "\n".join(_series_of_old(one, made.years) for one in made.lines)
    base = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    return (
        f'<ns0:StructureSpecificData xmlns:ns0="{base}/message" xmlns:ns2="{base}/data/structurespecific">'
        f"{head}{series}</ns0:DataSet></ns0:StructureSpecificData>"
    ).encode()


def archive_of_old(made: Outlook) -> bytes:
    """The archive in which that message came, with its schema."""
    name = f"WEO_PUB_{MONTHS[made.month][:3].upper()}{made.year}"
    return packed({f"{name}.xml": message_of_old(made), f"{name}.xsd": b"<schema/>"})


def message_of_now(made: Outlook) -> bytes:
    """The SDMX-ML of the interface: codes of countries, values in base units, what is shared in groups."""
    base = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    day = f"{made.year}-{made.month:02d}-13T13:00:00Z"
    units = {one.subject.code: one.subject.units[min(2, len(one.subject.units) - 1)] for one in made.lines}
    groups = [f'<Group INDICATOR="{code}" UNIT="{unit}"/>' for code, unit in units.items()]
    groups += [
        f'<Group INDICATOR="{one.subject.code}" COUNTRY="{one.code}" LATEST_ACTUAL_ANNUAL_DATA="{one.actual}"/>'
        for one in made.lines
    ]
    series = "\n".join(_series_of_now(one, made.years) for one in made.lines)
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><message:StructureSpecificData xmlns:ss="
        f'"{base}/data/structurespecific" xmlns:message="{base}/message"><message:Header><message:ID>DS1</message:ID>'
        f'</message:Header><message:DataSet ss:structureRef="IMF.RES_WEO_9_0_0" PUBLICATION_DATE="{day}">'
        f"{''.join(groups)}{series}</message:DataSet></message:StructureSpecificData>"
    ).encode()


def _series_of_old(one: Line, years: Sequence[int]) -> str:
    scale = f' SCALE="{10**one.power}"' if one.power else ""
    head = f'UNIT="{one.subject.units[-1]}" CONCEPT="{one.subject.code}" REF_AREA="{one.number}" FREQ="A"'
    values = "".join(f'<Obs TIME_PERIOD="{year}" OBS_VALUE="{one.values.get(year, "n/a")}" />' for year in years)
    note = quoteattr("See notes for: something else")
    return f'<Series {head} LASTACTUALDATE="{one.actual or "NULL"}"{scale} NOTES={note}>{values}</Series>'


def _series_of_now(one: Line, years: Sequence[int]) -> str:
    head = f'COUNTRY="{one.code}" INDICATOR="{one.subject.code}" FREQUENCY="A" SCALE="{one.power}"'
    values = (f'<Obs TIME_PERIOD="{year}" OBS_VALUE="{_in_units(one, year)}"/>' for year in years if year in one.values)
    return f"<Series {head}>{''.join(values)}</Series>"


def _in_units(one: Line, year: int) -> str:
    value = one.values.get(year)
    return "" if value is None else f"{Decimal(value).scaleb(one.power):f}"


def _thousands(value: str | None) -> str:
    """As the sheet prints it: commas between thousands, quoted then."""
    if value is None:
        return "n/a"
    return f'"{Decimal(value):,}"' if abs(Decimal(value)) >= 1000 else value


def _cell(value: str | None) -> Cell:
    return float(value) if value else "n/a" if value is None else None


def _quoted(one: Cell) -> str:
    return f'"{one}"' if one is not None else '""'


def _closing(made: Outlook) -> str:
    return f"International Monetary Fund, World Economic Outlook Database, {made.title}"
