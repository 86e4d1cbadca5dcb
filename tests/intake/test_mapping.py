"""Tables of users through mapping files: the examples, every section, and every refusal with its place."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from burdenshare.intake import mapping
from burdenshare.intake.declared import declared
from burdenshare.intake.mapped.spec import open_tables
from burdenshare.intake.model import PLACE, Asked, Delivery, DeliveryError, Given
from burdenshare.record import Record

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "mappings"
SOURCE = '\n[source]\npublisher = "P"\ntitle = "T"\n'
EVENTS = (
    """
table = "commitments/events.csv"
[columns]
date = "day"
name = "what"
kind = { always = "report" }
source_url = { always = "https://example.org/a" }
"""
    + SOURCE
)
TABLE = "day,what\n2026-01-02,One\n2026-02,Two\n"


def deliver(content: str | bytes, text: str, record: Record, name: str = "own.csv", **asked: Any) -> Delivery:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return mapping.read(Given(name, raw), Asked(mapping=text, **asked), record)


def fault(content: str | bytes, text: str, record: Record, name: str = "own.csv", **asked: Any) -> str:
    with pytest.raises(DeliveryError) as refused:
        deliver(content, text, record, name, **asked)
    line = refused.value.line()
    assert "\n" not in line
    return line


@pytest.mark.parametrize(
    ("name", "file", "table", "rows", "left"),
    [
        ("commitments", "commitments.csv", "commitments/commitments.csv", 2, "Atlantis"),
        ("events", "events.tsv", "commitments/events.csv", 2, ""),
        ("offices", "offices.json", "people/offices.csv", 2, ""),
        ("troops", "troops.csv", "posture/troops.csv", 4, "Schiffe"),
    ],
)
def test_examples_give_their_rows(name: str, file: str, table: str, rows: int, left: str, record: Record) -> None:
    given = Given(file, (EXAMPLES / file).read_bytes())
    assert mapping.recognises(given)
    delivery = mapping.read(given, Asked(mapping=(EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")), record)
    made = delivery.tables[table]
    assert len(made) == rows
    assert all(declared()[table].fault(row) == "" for row in made)
    (source,) = delivery.tables["sources.csv"]
    assert (source["source"], source["table"], source["grade"]) == (given.key, table, "secondary")
    assert given.sha256 in source["note"]
    assert declared()["sources.csv"].fault(source) == ""
    assert left in " ".join(f"{one.text} {one.reason}" for one in delivery.left_out)
    assert bool(delivery.left_out) is bool(left)


def test_every_example_is_tried() -> None:
    assert {one.stem for one in EXAMPLES.glob("*.toml")} == {"commitments", "events", "offices", "troops"}


def test_a_new_office_holder_comes_with_a_name(record: Record) -> None:
    text = (EXAMPLES / "offices.toml").read_text(encoding="utf-8")
    delivery = deliver((EXAMPLES / "offices.json").read_bytes(), text, record, "offices.json")
    assert [(row["person"], row["alias"], row["kind"]) for row in delivery.tables["people/aliases.csv"]] == [
        ("Invented Example", "Invented Example", "full"),
        ("Beispiel Erfunden", "Beispiel Erfunden", "full"),
    ]


def test_wide_years_become_rows_with_the_cell_they_stood_in(record: Record) -> None:
    text = (EXAMPLES / "troops.toml").read_text(encoding="utf-8")
    made = deliver((EXAMPLES / "troops.csv").read_bytes(), text, record).tables["posture/troops.csv"]
    assert [(row["entity"], row["period"], row["value"], row[PLACE]) for row in made] == [
        ("POL", "2023", "1200", "line 3, column '2023'"),
        ("POL", "2024", "1250", "line 3, column '2024'"),
        ("NOR", "2023", "900", "line 4, column '2023'"),
        ("NOR", "2025", "1050", "line 4, column '2025'"),
    ]


def test_days_are_as_precise_as_they_are_written(record: Record) -> None:
    text = (EXAMPLES / "events.toml").read_text(encoding="utf-8")
    made = deliver((EXAMPLES / "events.tsv").read_bytes(), text, record).tables["commitments/events.csv"]
    assert [row["date"] for row in made] == ["2026-05-03", "2026-06"]
    assert [row["place"] for row in made] == ["Oslo", ""]


SHARES = (
    """
table = "nato/expenditure.csv"
[file]
separator = ";"
[numbers]
decimal = ","
[wide]
columns = ["2024", "2025"]
[columns]
ally = "Land"
year = { wide = "name" }
value = { wide = "cell", times = "100" }
measure = { always = "share_of_gdp" }
unit = { always = "%" }
estimate = { column = "e", empty = "false", words = { e = "true" } }
"""
    + SOURCE
)
WIDE = "Land;2024;2025;e\nPoland;0,0410;0,0448;\nNorway;0,02;0,0210;e\n"
NAMED = """
[[release]]
release = "2031-07"
publisher = "nato"
released_on = 2031-07-04
title = "A release"
definition = "core"
"""


def test_a_release_told_in_the_mapping_goes_along(record: Record) -> None:
    delivery = deliver(WIDE, SHARES + NAMED, record)
    rows = delivery.tables["nato/expenditure.csv"]
    assert [(row["ally"], row["year"], row["value"], row["estimate"]) for row in rows] == [
        ("POL", "2024", "4.1000", "false"),
        ("POL", "2025", "4.4800", "false"),
        ("NOR", "2024", "2.00", "true"),
        ("NOR", "2025", "2.1000", "true"),
    ]
    assert {(row["release"], row["released_on"], row["source"]) for row in rows} == {
        ("2031-07", "2031-07-04", Given("own.csv", WIDE.encode()).key)
    }
    (release,) = delivery.tables["nato/releases.csv"]
    assert (release["release"], release["own_year"], release["definition"]) == ("2031-07", "2031", "core")
    assert (delivery.release, delivery.published) == ("2031-07", date(2031, 7, 4))


def test_a_release_named_on_import_goes_along(record: Record) -> None:
    delivery = deliver(WIDE, SHARES, record, release="2031-07", published=date(2031, 7, 4))
    (release,) = delivery.tables["nato/releases.csv"]
    assert (release["publisher"], release["date_known_from"]) == ("nato", "named on import")


def test_rows_of_a_known_release_get_its_day(record: Record) -> None:
    delivery = deliver(WIDE, SHARES, record, release="2024-06")
    assert {row["released_on"] for row in delivery.tables["nato/expenditure.csv"]} == {"2024-06-17"}
    assert "nato/releases.csv" not in delivery.tables


def test_a_release_nobody_knows_is_refused(record: Record) -> None:
    assert "release '2031-07', which is not known; tell it in a section [[release]]" in fault(
        WIDE, SHARES, record, release="2031-07"
    )


def test_the_day_of_a_known_release_cannot_be_another(record: Record) -> None:
    text = SHARES.replace("[columns]", '[columns]\nreleased_on = { always = "2024-06-18" }')
    assert "came out on 2024-06-17" in fault(WIDE, text, record, release="2024-06")


def test_aid_of_two_releases_in_one_file_is_refused(record: Record) -> None:
    text = (
        """
table = "support/support.csv"
[columns]
release = "r"
donor = "d"
recipient = { always = "UKR" }
period = { always = "2025-01" }
kind = { always = "total" }
measure = { always = "allocation" }
unit = { always = "billion EUR" }
value = "v"
"""
        + SOURCE
    )
    one = deliver("r,d,v\n29,Germany,1.5\n29,EU_INST,2\n", text, record)
    assert [row["donor"] for row in one.tables["support/support.csv"]] == ["DEU", "EU_INST"]
    assert one.tables["sources.csv"][0]["pattern"] == "release=29"
    assert "holds 2 releases" in fault("r,d,v\n29,Germany,1.5\n30,Germany,2\n", text, record)


def test_vintages_can_be_mapped(record: Record) -> None:
    text = (
        """
table = "macro/macro.parquet"
[columns]
vintage = { always = "WEO-2025-10" }
entity = "ISO"
year = "year"
indicator = { always = "gdp_usd" }
unit = { always = "usd" }
value = { column = "GDP, billions", times = 1000000000 }
projection = { always = "true" }
"""
        + SOURCE
    )
    delivery = deliver('ISO,year,"GDP, billions"\nDEU,2025,5013.574\n', text, record)
    (row,) = delivery.tables["macro/macro.parquet"]
    assert (row["value"], row["published_on"]) == ("5013574000000.000", "2025-10-14")


# Forms ---------------------------------------------------------------------------------------------------------------


def workbook(rows: list[list[Any]], merged: str = "", formula: str = "") -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Own")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if merged:
            sheet.merge_range(merged, "merged")
        if formula:
            sheet.write_formula(formula, "=1/0", None, "#DIV/0!")
        book.add_worksheet("Notes").write(0, 0, "see there")
    return out.getvalue()


BOOK = EVENTS + '[file]\nsheet = "Own"\nheader = 2\n'


def test_a_sheet_gives_its_addresses(record: Record) -> None:
    rows: list[list[Any]] = [["A title", ""], ["day", "what"], [date(2026, 1, 2), "One"], [2025, "Two"]]
    made = deliver(workbook(rows), BOOK, record, "own.xlsx").tables["commitments/events.csv"]
    assert [(row["date"], row["name"], row[PLACE]) for row in made] == [
        ("2026-01-02", "One", "Own!A3"),
        ("2025", "Two", "Own!A4"),
    ]


@pytest.mark.parametrize(
    ("content", "text", "told"),
    [
        (workbook([["day", "what"]]), EVENTS, "has 2 sheets; name one under [file] of the mapping: Own, Notes"),
        (workbook([["day", "what"]]), EVENTS + '[file]\nsheet = "Old"', "has no sheet 'Old'"),
        (workbook([["day", "what"], [2025, "a"], [2025, "b"]], merged="A2:A3"), BOOK.replace("2\n", "1\n"), "Own!A2"),
        (
            workbook([["", ""], ["day", "what"], [2025, "a"]], formula="B3"),
            BOOK,
            "Own!B3: holds the error of a formula",
        ),
        (b"PK\x03\x04 nothing", EVENTS, "damaged"),
    ],
)
def test_sheets_that_are_not_clear(content: bytes, text: str, told: str, record: Record) -> None:
    assert told in fault(content, text, record, "own.xlsx")


def test_records_of_json_with_their_digits(record: Record) -> None:
    shape = '{"rows": [{"day": 2025, "what": "One"}, {"what": "Two", "day": "2026-02"}]}'
    made = deliver(shape, EVENTS + '[file]\nrecords = "rows"', record, "own.json").tables["commitments/events.csv"]
    assert [(row["date"], row[PLACE]) for row in made] == [("2025", "record 1"), ("2026-02", "record 2")]


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ('{"rows": []}', "holds no list of records at 'rows'"),
        ('{"lines": []}', "has nothing at 'rows'"),
        ('{"rows": [{"day": {"y": 1}, "what": "a"}]}', "record 1, 'day': holds no single value"),
        ('{"rows": [{"day": 1, "day": 2}]}', "names a key twice"),
        ('{"rows": [', "is no JSON"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_json_that_is_not_clear(shape: str, told: str, record: Record) -> None:
    assert told in fault(shape, EVENTS + '[file]\nrecords = "rows"', record, "own.json")


def test_encodings_and_marks_at_the_beginning(record: Record) -> None:
    latin = EVENTS + '[file]\nencoding = "latin-1"'
    (row,) = deliver("day,what\n2026,Erklärung\n".encode("latin-1"), latin, record).tables["commitments/events.csv"]
    assert row["name"] == "Erklärung"
    (row,) = deliver(b"\xef\xbb\xbfday,what\n2026,One\n", EVENTS, record).tables["commitments/events.csv"]
    assert row["date"] == "2026"
    assert "is not written in utf-8" in fault("day,what\n2026,ä\n".encode("latin-1"), EVENTS, record)


def test_a_cell_may_hold_line_ends(record: Record) -> None:
    made = deliver('day,what\n2026-01-02,"One\nand more"\n2026,Two\n', EVENTS, record).tables["commitments/events.csv"]
    assert [(row["name"], row[PLACE]) for row in made] == [("One\nand more", "line 2"), ("Two", "line 4")]


# Refusals ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("table =", "tables ="), "unknown key 'tables'; did you mean table? allowed: table, file, numbers"),
        (("commitments/events.csv", "events.csv"), "unknown table of the record 'events.csv'; did you mean commit"),
        (("commitments/events.csv", "sources.csv"), "unknown table of the record 'sources.csv'"),
        (("commitments/events.csv", "corrections.csv"), "unknown table of the record 'corrections.csv'"),
        (('date = "day"', 'day = "day"'), "[columns]: unknown key 'day'"),
        (('date = "day"\n', ""), "does not say what fills the column 'date'"),
        (('"what"', '"who"'), "names the column 'who', which the file has not; it has: day, what"),
        (('{ always = "report" }', '{ ever = "report" }'), "[columns], kind: unknown key 'ever'"),
        (('{ always = "report" }', '{ always = "report", column = "x" }'), "exactly one of column, always, text, wide"),
        (('{ always = "report" }', "{}"), "exactly one of column, always, text, wide"),
        (('{ always = "report" }', "7"), "is no table of keys and values"),
        (('{ always = "report" }', '{ wide = "cell" }'), "has no section [wide]"),
        (('date = "day"', 'date = { column = "day", day = "%d.%m.%y" }'), "has no year of four digits"),
        (('date = "day"', 'date = { column = "day", times = "0" }'), "a number other than 0"),
        (('date = "day"', 'date = { column = "day", times = "x" }'), "'times' must be a number"),
        (('date = "day"', 'date = { column = "day", times = 2 }'), "is no number and cannot be multiplied"),
        (('publisher = "P"\n', ""), "[source]: lacks the key 'publisher'"),
        (('title = "T"', 'title = "T"\ngrade = "good"'), "unknown 'grade' 'good'; allowed: official, press, secondary"),
        (("[source]", "[sources]"), "unknown key 'sources'"),
        (("[columns]", "[columns"), "is no TOML"),
        (("[source]", '[wide]\ncolumns = "2024..2025"\n[source]'), "[wide]: is not used"),
        (("[source]", '[file]\nseparator = "||"\n[source]'), "must be one character"),
        (("[source]", "[file]\nheader = 0\n[source]"), "'header' must be a whole number from 1"),
        (("[source]", "[file]\nheader = 9\n[source]"), "has no line 9 for a header"),
        (
            ("[source]", '[file]\nform = "xml"\n[source]'),
            "unknown 'form' 'xml'; did you mean xlsx? allowed: csv, tsv, xlsx, json",
        ),
        (("[source]", '[numbers]\ndecimal = ","\nthousands = ","\n[source]'), "are the same sign"),
        (("[source]", '[[only]]\ncolumn = "who"\nis = "a"\n[source]'), "[[only]]: names the column 'who'"),
        (("[source]", '[[only]]\ncolumn = "what"\nis = "Three"\n[source]'), "gives no row; the first was left because"),
        (("[source]", '[[release]]\nrelease = "a"\n[source]'), "[[release]]: column 'publisher' is empty"),
    ],
)
def test_mappings_that_are_wrong(change: tuple[str, str], told: str, record: Record) -> None:
    assert change[0] in EVENTS
    assert told in fault(TABLE, EVENTS.replace(*change), record)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("day,what\n2026-13-01,One\n", "column 'date' holds '2026-13-01'"),
        ("day,what\n2026-02-30,One\n", "column 'date' holds '2026-02-30'"),
        ("day,what\nsoon,One\n", "line 2, column 'day': column 'date' holds 'soon'"),
        ("day,what\n,One\n", "line 2, column 'day': column 'date' is empty"),
        ("day,what\n2026,One,more\n", "line 2: has 3 cells, and the header 2"),
        ("day,what,day\n2026,One,2027\n", "has two columns named 'day'"),
        ('day,what\n2026,"One\n', "is no table"),
        ("day,what\n", "gives no row"),
        ("", "has no line 1 for a header"),
        ("day,what\n2026,a\0b\n", "is no text"),
    ],
)
def test_tables_that_are_wrong(table: str, told: str, record: Record) -> None:
    assert told in fault(table, EVENTS, record)


def test_two_rows_of_one_key_must_say_the_same(record: Record) -> None:
    text = EVENTS.replace('{ always = "report" }', '"kind"')
    same = deliver("day,what,kind\n2026,One,report\n2026,One,report\n", text, record)
    assert [one.reason for one in same.left_out] == ["repeats line 2"]
    assert "line 3: has the key of line 2 (date, name) and says something else" in fault(
        "day,what,kind\n2026,One,report\n2026,One,visit\n", text, record
    )


def test_words_that_the_rule_does_not_name_are_refused_where_the_column_has_few(record: Record) -> None:
    text = EVENTS.replace("[source]", "").replace('title = "T"', 'title = "T"\n')
    text = EVENTS.replace("\n[source]", '\ngrade = { column = "what", words = { One = "press" } }\n[source]')
    assert "'Two' stands in no word of the rule for 'grade'" in fault(TABLE, text, record)


def test_names_of_two_entities_are_refused(record: Record) -> None:
    text = SHARES + NAMED + '[entities]\nNorway = "NRW"\n'
    assert "'NRW', which [entities] gives for 'Norway', is no code of the record" in fault(WIDE, text, record)


@pytest.mark.parametrize("name", ["Polen", "Warsaw", "Poles", "the moon"])
def test_a_name_nobody_knows_leaves_its_row(name: str, record: Record) -> None:
    delivery = deliver(WIDE.replace("Poland", name), SHARES + NAMED, record)
    assert {row["ally"] for row in delivery.tables["nato/expenditure.csv"]} == {"NOR"}
    (left,) = delivery.left_out
    assert (left.place, name in left.reason) == ("line 2", True)


def test_names_of_columns_may_be_entities(record: Record) -> None:
    text = SHARES.replace('["2024", "2025"]', '["Poland", "Norway", "Utopia"]')
    text = text.replace('ally = "Land"', 'ally = { wide = "name" }').replace(
        'year = { wide = "name" }', 'year = "Land"'
    )
    delivery = deliver("Land;Poland;Norway;Utopia;e\n2024;0,04;0,02;0,09;\n2025;0,04;;0,09;\n", text + NAMED, record)
    rows = delivery.tables["nato/expenditure.csv"]
    assert [(row["ally"], row["year"]) for row in rows] == [("POL", "2024"), ("NOR", "2024"), ("POL", "2025")]
    assert [one.place for one in delivery.left_out] == ["column 'Utopia'"]


def test_a_table_without_releases_takes_none(record: Record) -> None:
    assert "commitments/events.csv has none" in fault(TABLE, EVENTS, record, release="2024-06")


def test_without_a_mapping_the_way_to_one_is_told(record: Record) -> None:
    with pytest.raises(DeliveryError, match=r"how-to-mapping\.md"):
        mapping.read(Given("own.csv", TABLE.encode()), Asked(), record)


@pytest.mark.parametrize("path", open_tables())
def test_every_open_table_can_be_a_target(path: str, record: Record) -> None:
    """A row of the packaged table, written as JSON and mapped column by column, is delivered as it stood."""
    from burdenshare.record.whole import whole

    held = whole(path, layers=())
    row = dict(zip(held.columns, held.lines[0], strict=True))
    rules = "\n".join(f"{name} = {json.dumps(name)}" for name in held.columns)
    text = f'table = "{path}"\n[columns]\n{rules}\n{SOURCE}'
    delivery = deliver(json.dumps([row]), text, record, "row.json")
    (made,) = delivery.tables[path][:1]
    assert {name: made[name] for name in held.columns} == row


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (b"a,b\n1,2\n", True),
        (b'[{"a": 1}]', True),
        (b"PK\x03\x04", True),
        (b"plain words", False),
        (b"", False),
        (b"\0,\0", False),
    ],
)
def test_recognises_tables(content: bytes, known: bool) -> None:
    assert mapping.recognises(Given("x", content)) is known
