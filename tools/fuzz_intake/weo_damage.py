"""Damages to the Outlook's own forms: to what its columns, its parts and its elements mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from burdenshare.intake.macro.declared import areas, subjects
from tools.fuzz_intake import macro_damage
from tools.fuzz_intake.macro_damage import Damage, Table
from tools.fuzz_intake.workbooks import packed

SCALES = ("Millions", "Billions", "Thousands", "Units", "", "billion", "Trillions", "9")
UNITS = ("Percent", "U.S. dollars", "Euros", "Persons", "")
MARKS = ("abc", "2919", "19", "2O25", "FY25", "-1", "1900", "2030")


def of_sheet(taken: Table, chance: Random, each: int) -> Iterator[Damage]:
    """Damages to a tab-separated sheet."""
    columns = {"Scale": SCALES, "Units": UNITS, "Estimates Start After": MARKS}
    yield from _of_wide(taken, chance, each, columns)
    kept = _kept(taken)
    iso, number, subject = (taken.column(name) for name in ("ISO", "WEO Country Code", "WEO Subject Code"))
    for _ in range(each):
        one, other = chance.sample(kept, 2)
        for column in (iso, number, subject):
            text = taken.rows[other][column]
            if text != taken.rows[one][column]:
                yield "a name of another row", taken.with_cell(one, column, text).written(), False
        for column, text in ((iso, "deu"), (iso, "XXX"), (number, "0"), (number, ""), (subject, ""), (subject, "X")):
            yield "an unknown name", taken.with_cell(one, column, text).written(), False
    closing = len(taken.rows) - 1
    for text in ("International Monetary Fund, World Economic Outlook Database, April 2019", "", "a note"):
        yield "another closing line", taken.with_cell(closing, 0, text).written(), False


def of_table(taken: Table, chance: Random, each: int) -> Iterator[Damage]:
    """Damages to the portal's wide table."""
    return _of_wide(taken, chance, each, {"SCALE": SCALES, "UNIT": UNITS, "LATEST_ACTUAL_ANNUAL_DATA": MARKS})


def _of_wide(taken: Table, chance: Random, each: int, columns: Mapping[str, Sequence[str]]) -> Iterator[Damage]:
    years = [spot for spot, name in enumerate(taken.rows[taken.header]) if re.fullmatch(r"(?:19|20)\d\d", name)]
    kept = _kept(taken)
    yield from macro_damage.of_tables(taken, range(years[0], years[-1] + 1), kept, chance, each)
    for name, texts in columns.items():
        spot = taken.column(name)
        for text in texts:
            row = chance.choice(kept)
            if taken.rows[row][spot] != text:
                telling = name in ("Estimates Start After", "LATEST_ACTUAL_ANNUAL_DATA")
                yield f"one {name} changed", taken.with_cell(row, spot, text).written(), telling
            if name in ("Scale", "SCALE"):
                yield f"every {name} changed", _every(taken, spot, text), False
    factor = {"Billions": "Millions", "Millions": "Billions"}
    for name in ("Scale", "SCALE"):
        if name in columns:
            spot = taken.column(name)
            yield "scales swapped", taken.with_column(spot, lambda text: factor.get(text, text)).written(), False


def _every(taken: Table, spot: int, text: str) -> bytes:
    return taken.with_column(spot, lambda held: text if held in ("Millions", "Billions") else held).written()


def _kept(taken: Table) -> list[int]:
    """Rows of countries and subjects that the record keeps."""
    names = taken.rows[taken.header]
    code = names.index("ISO") if "ISO" in names else names.index("COUNTRY.ID")
    subject = names.index("WEO Subject Code") if "WEO Subject Code" in names else names.index("INDICATOR.ID")
    declared, known = subjects("weo").by_code, areas().numbers
    return [
        n
        for n, row in enumerate(taken.rows)
        if len(row) == len(names) and row[code] in known and row[subject] in declared
    ]


def of_workbook(held: dict[str, bytes], chance: Random, *, bombs: bool) -> Iterator[Damage]:
    """Damages to the parts of a workbook and to cells of its first sheet."""
    first = "xl/worksheets/sheet1.xml"
    content = held[first]
    cells = list(re.finditer(rb'<c r="([A-Z]+)(\d+)"><v>([^<]*)</v></c>', content))
    kinds: dict[str, Callable[[bytes, bytes], bytes]] = {
        "a formula's error": lambda at, old: b'<c r="%s" t="e"><f>1/0</f><v>#DIV/0!</v></c>' % at,
        "a formula without a value": lambda at, old: b'<c r="%s"><f>A1</f></c>' % at,
        "a truth instead of a number": lambda at, old: b'<c r="%s" t="b"><v>1</v></c>' % at,
        "a day instead of a number": lambda at, old: b'<c r="%s" t="d"><v>2020-01-01</v></c>' % at,
        "a string that is not there": lambda at, old: b'<c r="%s" t="s"><v>999999</v></c>' % at,
        "a text instead of a number": lambda at, old: b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>' % at,
        "a number that is none": lambda at, old: b'<c r="%s"><v>1e999</v></c>' % at,
        "a broken number": lambda at, old: b'<c r="%s"><v>1.2.3</v></c>' % at,
    }
    for kind, changed in kinds.items():
        for _ in range(6):
            one = chance.choice(cells)
            spot = changed(one[1] + one[2], one[3])
            yield kind, packed({**held, first: content[: one.start()] + spot + content[one.end() :]}), False
    for name in held:
        yield "a part lost", packed({part: raw for part, raw in held.items() if part != name}), False
        yield "a part emptied", packed({**held, name: b""}), False
        yield "a part cut off", packed({**held, name: held[name][: len(held[name]) // 2]}), False
        start, _, rest = held[name].partition(b"?>")
        declared = start + b'?><!DOCTYPE a [<!ENTITY a "9"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + rest
        yield "entities declared", packed({**held, name: declared}), False
        used = re.sub(rb"<v>[^<]*</v>", b"<v>&b;</v>", declared, count=5)
        yield "entities used", packed({**held, name: used}), False
    yield "a macro in it", packed({**held, "xl/vbaProject.bin": chance.randbytes(4000)}), False
    yield "a workbook in it", packed({**held, "xl/embeddings/a.xlsx": packed(held)}), False
    book = held["xl/workbook.xml"].replace(b'name="', b'name="x')
    yield "a sheet of another name", packed({**held, "xl/workbook.xml": book}), False
    far = content.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    yield "a cell far away", packed({**held, first: far}), False
    rows = re.findall(rb"<row .*?</row>", content)
    yield "a row lost", packed({**held, first: content.replace(rows[5], b"")}), False
    yield "a row twice", packed({**held, first: content.replace(rows[5], rows[5] + rows[5])}), False
    if bombs:
        yield "a bomb", packed({**held, first: content + b"\n" * (410 << 20)}), False


def of_message(content: bytes) -> Iterator[Damage]:
    """Damages to an SDMX-ML message."""
    text = content.decode()
    entity = '<!DOCTYPE m [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///x">]>'
    start = text.index("?>") + 2 if text.startswith("<?") else 0
    for declared in (entity, outside):
        yield "entities declared", (text[:start] + declared + text[start:]).encode(), False
        used = re.sub(r'OBS_VALUE="[^"]*"', 'OBS_VALUE="&a;"', text[start:], count=3)
        yield "entities used", (text[:start] + declared + used).encode(), False
    yield "deeply nested", ("<StructureSpecificData WEO='x'>" + "<a>" * 200_000).encode(), False
    yield "too many elements", (text[:-60] + "<a/>" * 2_500_000).encode(), False
    yield "generic data", text.replace("StructureSpecificData", "GenericData").encode(), False
    yield "another data set", text.replace("WEO_PUB_1_0", "IFS_1_0").replace("WEO_9_0_0", "IFS_1_0").encode(), False
    for old, new in (("Series", "Row"), ("Obs", "Observation"), ("OBS_VALUE", "VALUE"), ("TIME_PERIOD", "TIME")):
        yield "other names of elements", text.replace(old, new).encode(), False
    for name in ("UNIT", "SCALE", "LASTACTUALDATE", "LATEST_ACTUAL_ANNUAL_DATA", "FREQ", "REF_AREA", "COUNTRY"):
        gone = re.sub(rf' {name}="[^"]*"', "", text)
        if gone != text:
            yield f"no {name}", gone.encode(), name in ("LASTACTUALDATE", "LATEST_ACTUAL_ANNUAL_DATA")
            yield f"another {name}", re.sub(rf' {name}="[^"]*"', f' {name}="x"', text, count=3).encode(), False
    for scale in ("1000000", "1", "1000", "6", "12"):
        yield "every SCALE changed", re.sub(r' SCALE="1000000000"', f' SCALE="{scale}"', text).encode(), False
    for value in macro_damage.BAD_NUMBERS:
        if not set(value) & set('<&"'):
            yield (
                "a value that is no number",
                re.sub(r'OBS_VALUE="\d[^"]*"', f'OBS_VALUE="{value}"', text, count=1).encode(),
                False,
            )
    for named in ("utf-16", "utf-8-sig", "cp037"):
        yield f"encoded as {named}", text.encode(named), False
