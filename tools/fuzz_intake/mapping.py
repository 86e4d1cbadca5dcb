"""Damaged mapping files, and damaged tables with a sound one: `python -m tools.fuzz_intake mapping`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from burdenshare.intake import mapping
from burdenshare.intake.declared import declared
from burdenshare.intake.model import Asked, Delivery, Given
from burdenshare.record import Record
from tools.fuzz_intake import raw_damage
from tools.fuzz_intake.row_endings import Result, Variant, judged, report

SPENDING = """
table = "nato/expenditure.csv"
[file]
separator = ";"
encoding = "utf-8"
header = 2
first = 3
[numbers]
decimal = ","
thousands = "."
missing = ["-"]
[wide]
columns = "2023..2025"
[columns]
ally = "Land"
year = { wide = "name" }
value = { wide = "cell", times = "1" }
measure = { column = "Art", words = { Anteil = "share_of_gdp" } }
unit = { always = "%" }
estimate = { column = "e", words = { e = "true" }, empty = "false" }
[[only]]
column = "Art"
is = ["Anteil"]
[entities]
Polen = "POL"
Norwegen = "NOR"
[[release]]
release = "2031-07"
publisher = "nato"
released_on = 2031-07-04
title = "Invented"
definition = "core"
[source]
publisher = "A desk"
title = "Invented"
grade = "press"
"""
SPENDING_TABLE = (
    "A title;;;;;\nLand;Art;2023;2024;2025;e\nPolen;Anteil;3,26;4,07;-;\nNorwegen;Anteil;1,81;;2,20;e\n"
    "Norwegen;Leute;20;21;22;\n"
)
EVENTS = """
table = "commitments/events.csv"
[columns]
date = { column = "day", day = ["%d.%m.%Y", "%m/%Y"] }
name = { text = "{what} ({where})" }
place = "where"
kind = { always = "report" }
source_url = "page"
[source]
publisher = "A desk"
title = "Invented"
address = "https://example.org"
"""
EVENTS_TABLE = (
    'day,what,where,page\n03.05.2030,One,Oslo,https://example.org/1\n06/2030,"Two, too",Riga,https://example.org/2\n'
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A mapping and the table it is for."""

    name: str
    mapping: str
    table: str


PAIRS = (Pair("spending.csv", SPENDING, SPENDING_TABLE), Pair("events.csv", EVENTS, EVENTS_TABLE))


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over both pairs, and whether all ended well."""
    each = int(arguments[0]) if arguments else 12
    told = [report(f"mapping of {pair.name}", results(record, pair, each)) for pair in PAIRS]
    return "\n".join(text for text, _ in told), all(well for _, well in told)


def results(record: Record, pair: Pair, each: int) -> Iterator[Result]:
    """`each` variants of every kind of damage, read and judged."""

    def read(variant: Variant) -> Delivery:
        made = mapping.read(Given(variant.name, variant.content), Asked(mapping=variant.asked), record)
        for path, rows in made.tables.items():
            for row in rows:
                if fault := declared()[path].fault(row):
                    raise AssertionError(f"{path}: {fault}")
        return made

    undamaged = read(Variant("", pair.name, pair.table.encode(), asked=pair.mapping))
    tables = [path for path in undamaged.tables if path != "sources.csv"]
    return judged(variants(pair, each), read, undamaged, tables)


def variants(pair: Pair, each: int) -> Iterator[Variant]:
    """Damaged mappings and tables; the same for the same number. What a mapping or a cell now says may be read."""
    for change in TEXTS:
        for number in range(each):
            made = change(pair.mapping, Random(f"{pair.name} {change.__name__} {number}"))
            kind = f"mapping: {change.__name__.replace('_', ' ')}"
            yield Variant(kind, pair.name, pair.table.encode(), telling=True, asked=made)
    for form, whole in FORMS:
        for number in range(each):
            chance = Random(f"{pair.name} {form.__name__} {number}")
            kind = f"table: {form.__name__.replace('_', ' ')}"
            yield Variant(kind, pair.name, form(pair.table, chance), not whole, asked=pair.mapping)
    for kind, raw in raw_damage.damaged(pair.table.encode(), raw_damage.BYTES, each, pair.name):
        yield Variant(f"table: bytes {kind}", pair.name, raw, telling=True, asked=pair.mapping)


# Damages to a mapping ------------------------------------------------------------------------------------------------

Text = Callable[[str, Random], str]
ODD = (
    "7",
    "-1",
    "[]",
    "{}",
    '""',
    "true",
    "1e400",
    '"x"',
    "2031-07-04",
    '["a", "b"]',
    '{ column = "x" }',
    '"' + "y" * 999 + '"',
)
WORDS = ("columns", "always", "wide", "text", "day", "table", "header", "spalte", "__proto__", "*")


def a_sign_changed(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("\"'[]{}=,.\n#%\0\ufeff") + text[at + 1 :]


def a_sign_lost(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def a_line_lost(text: str, chance: Random) -> str:
    lines = text.splitlines()
    lines.pop(chance.randrange(len(lines)))
    return "\n".join(lines)


def a_line_twice(text: str, chance: Random) -> str:
    lines = text.splitlines()
    at = chance.randrange(len(lines))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def two_lines_swapped(text: str, chance: Random) -> str:
    lines = text.splitlines()
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def a_key_renamed(text: str, chance: Random) -> str:
    lines = text.splitlines()
    at = chance.choice([number for number, line in enumerate(lines) if " = " in line])
    _, _, value = lines[at].partition(" = ")
    lines[at] = f"{chance.choice(WORDS)} = {value}"
    return "\n".join(lines)


def a_value_is_odd(text: str, chance: Random) -> str:
    lines = text.splitlines()
    at = chance.choice([number for number, line in enumerate(lines) if " = " in line])
    key, _, _ = lines[at].partition(" = ")
    lines[at] = f"{key} = {chance.choice(ODD)}"
    return "\n".join(lines)


def a_word_replaced(text: str, chance: Random) -> str:
    known = sorted({word for word in text.replace('"', " ").split() if word.isalpha() and len(word) > 3})
    return text.replace(chance.choice(known), chance.choice((*WORDS, *known)), 1)


def cut_short(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text))]


def nested_deep(text: str, chance: Random) -> str:
    return text + f"\nx = {'[' * chance.choice((50, 5000))}"


TEXTS: tuple[Text, ...] = (
    a_sign_changed,
    a_sign_lost,
    a_line_lost,
    a_line_twice,
    two_lines_swapped,
    a_key_renamed,
    a_value_is_odd,
    a_word_replaced,
    cut_short,
    nested_deep,
)


# Damages to a table --------------------------------------------------------------------------------------------------


def _separator(table: str) -> str:
    return ";" if ";" in table.splitlines()[0] else ","


def line_ends_of_another_system(table: str, chance: Random) -> bytes:
    return table.replace("\n", chance.choice(("\r\n", "\r"))).encode()


def a_mark_before_it(table: str, chance: Random) -> bytes:
    return b"\xef\xbb\xbf" + table.encode()


def empty_lines_behind_it(table: str, chance: Random) -> bytes:
    return (table + "\n" * chance.randrange(1, 9)).encode()


def every_cell_in_quotes(table: str, chance: Random) -> bytes:
    sign = _separator(table)
    if '"' in table:
        return table.encode()
    return "\n".join(sign.join(f'"{cell}"' for cell in line.split(sign)) for line in table.splitlines()).encode()


def another_separator(table: str, chance: Random) -> bytes:
    return table.replace(
        _separator(table), chance.choice(("\t", "|", ";" if _separator(table) == "," else ","))
    ).encode()


def another_encoding(table: str, chance: Random) -> bytes:
    return table.encode(chance.choice(("utf-16", "utf-32", "utf-7")))


def a_cell_changed(table: str, chance: Random) -> bytes:
    sign, lines = _separator(table), table.splitlines()
    at = chance.randrange(len(lines))
    cells = lines[at].split(sign)
    words = ("", "x", "1.234", "1,234", "99999", "-", "2031-02-30", "NaN", "\0", '"', "=1+1", "Polen", "٣", "1e9", " ")
    cells[chance.randrange(len(cells))] = chance.choice(words)
    return "\n".join([*lines[:at], sign.join(cells), *lines[at + 1 :]]).encode()


def a_line_more(table: str, chance: Random) -> bytes:
    lines = table.splitlines()
    at = chance.randrange(1, len(lines))
    return "\n".join([*lines[:at], chance.choice((lines[at], "x", ";;", "Sum;;;;;")), *lines[at:]]).encode()


FORMS: tuple[tuple[Callable[[str, Random], bytes], bool], ...] = (
    (line_ends_of_another_system, True),
    (a_mark_before_it, True),
    (empty_lines_behind_it, True),
    (every_cell_in_quotes, True),
    (another_separator, True),
    (another_encoding, True),
    (a_cell_changed, False),
    (a_line_more, False),
)
"""Each damage to a table; whether it leaves all its words as they are."""
