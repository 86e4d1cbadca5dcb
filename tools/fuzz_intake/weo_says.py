"""What a damaged Outlook says at a row's place, found out without the intake: by splitting lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

from burdenshare.intake.macro.declared import areas, subjects
from burdenshare.intake.macro.layouts import OBSERVATIONS, SHEET_OF_NOW
from burdenshare.intake.model import PLACE, Row
from tools.fuzz_intake.macro_endings import Says

POWERS = {"": 0, "Units": 0, "Millions": 6, "Billions": 9}
_LINE = re.compile(r"(?:.*, )?line (\d+), column (.+)")
_SERIES = re.compile(r"(?:.*, )?series (\d+) \((.+)\.(\w+)\), (\d{4})")


def line_says(form: str) -> Says:
    """Whether a line of a delimited text says a row: read by itself, with the header's line."""

    def says(content: bytes, row: Row) -> bool:
        found = _LINE.fullmatch(row[PLACE])
        lines = content.decode("iso-8859-1").split("\n")
        if found is None or int(found[1]) > len(lines):
            return False
        parted_by = "\t" if "\t" in lines[0] else ","
        header = next(csv.reader([lines[0].lstrip("\ufeff\xef\xbb\xbf")], delimiter=parted_by))
        cells = next(csv.reader([lines[int(found[1]) - 1]], delimiter=parted_by), [])
        held = dict(zip((name.strip() for name in header), (cell.strip() for cell in cells), strict=False))
        return _says(held, row, form)

    return says


def _says(held: Mapping[str, str], row: Row, form: str) -> bool:
    if form == OBSERVATIONS.name:
        told = (held["COUNTRY"], held["INDICATOR"], held["OBS_VALUE"], 0, held["LATEST_ACTUAL_ANNUAL_DATA"])
        if held["TIME_PERIOD"] != row["year"]:
            return False
    elif form == SHEET_OF_NOW.name:
        power = POWERS.get(held["SCALE"], 99)
        told = (held["COUNTRY.ID"], held["INDICATOR.ID"], held[row["year"]], power, held["LATEST_ACTUAL_ANNUAL_DATA"])
    else:
        number = areas().by_number.get(held["WEO Country Code"], "")
        power = POWERS.get(held["Scale"], 99)
        told = (
            held["ISO"] or number,
            held["WEO Subject Code"],
            held[row["year"]],
            power,
            held["Estimates Start After"],
        )
    return _means(told, row)


def _means(told: tuple[str, str, str, int, str], row: Row) -> bool:
    """Whether a country's code, a subject, digits, a power of ten and a mark are what a row says."""
    code, subject, digits, power, mark = told
    declared = subjects("weo").by_code.get(subject)
    if declared is None or declared.indicator != row["indicator"] or code != row["entity"]:
        return False
    value = float(digits.replace(",", "")) * 10.0**power
    year, edition = int(row["year"]), int(row["vintage"][4:8])
    last = int(mark) if re.fullmatch(r"\d{4}", mark) else edition - 1
    near = abs(value - float(row["value"])) <= 1e-9 * max(1.0, abs(value))
    return near and (year > last) == (row["projection"] == "true")


def series_says(content: bytes, row: Row) -> bool:
    """Whether a series of a message says a row: its element cut out by its number."""
    found = _SERIES.fullmatch(row[PLACE])
    starts = [one.start() for one in re.finditer(rb"<Series\b", content)]
    if found is None or int(found[1]) > len(starts):
        return False
    start = starts[int(found[1]) - 1]
    text = content[start : content.index(b"</Series>", start)].decode("iso-8859-1")
    head = dict(re.findall(r'(\w+)="([^"]*)"', text[: text.index(">")]))
    values = dict(re.findall(r'TIME_PERIOD="(\d{4})" OBS_VALUE="([^"]*)"', text))
    code = head.get("COUNTRY") or areas().by_number.get(head.get("REF_AREA", ""), "")
    subject = head.get("INDICATOR") or head.get("CONCEPT", "")
    mark = head.get("LASTACTUALDATE", "")
    if "COUNTRY" in head:
        group = re.search(rf'INDICATOR="{subject}" COUNTRY="{code}" \w+="(\w*)"'.encode(), content)
        mark = group[1].decode() if group else ""
    power = len(head.get("SCALE", "1")) - 1 if "COUNTRY" not in head else 0
    return row["year"] in values and _means((code, subject, values[row["year"]], power, mark), row)
