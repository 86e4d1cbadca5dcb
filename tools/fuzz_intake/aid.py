"""Damaged variants of the aid tracker's workbook: `python -m tools.fuzz_intake aid`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from burdenshare.intake import aid_tracker
from burdenshare.intake.aid.summary import EXACT
from burdenshare.intake.model import Asked, Delivery, Given
from burdenshare.record import Record
from tools.fuzz_intake import raw_damage
from tools.fuzz_intake.aid_book import HEADERS, MAIN, SUMMARY, Activity, Book, plain_book, written
from tools.fuzz_intake.row_endings import Result, Variant, judged, report

NAME = "Ukraine_Support_Tracker_Release_41.xlsx"
TABLES = ("support/support.csv", "nato/releases.csv")
READ = range(3, 17)
"""Columns of the summary that hold figures or check them."""
WORDS = ("about 5", "5,1", "1.2.3", "n.a.?", "5 bn", "-", ".", "", " ", "#REF!", "5e", "٣")
NAMES = ("Atlantis", "", "Deutschland", "Total EU", "EU total", "germany ", "Germany*")

Damage = Callable[[Book, Random], Book]


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all variants, and whether all ended well."""
    each = int(arguments[0]) if arguments else 12
    return report("aid tracker", results(record, each))


def results(record: Record, each: int) -> Iterator[Result]:
    """`each` variants of every kind of damage, read and judged."""

    def read(variant: Variant) -> Delivery:
        return aid_tracker.read(Given(variant.name, variant.content), Asked(), record)

    undamaged = aid_tracker.read(Given(NAME, written(plain_book())), Asked(), record)
    return judged(variants(each), read, undamaged, TABLES, alike)


def alike(column: str, one: str, other: str) -> bool:
    """Figures may differ by what sums with three decimals cannot prove; a day may be lost, and known otherwise."""
    if column == "value":
        return abs(float(one) - float(other)) <= 2 * EXACT
    return one == other or column == "date_known_from" or (column == "released_on" and not one)


def variants(each: int) -> Iterator[Variant]:
    """Damaged workbooks; the same for the same number."""
    book = plain_book()
    for damage, telling, lacks in DAMAGES:
        for number in range(each):
            made = damage(book, Random(f"aid {damage.__name__} {number}"))
            yield Variant(damage.__name__.replace("_", " "), NAME, written(made), telling, lacks)
    content = written(book)
    for kind, raw in raw_damage.damaged(content, raw_damage.BYTES, each, "aid"):
        yield Variant(f"bytes {kind}", NAME, raw)
    for kind, raw in raw_damage.damaged(content, raw_damage.ARCHIVES, each, "aid"):
        swapped = kind in ("parts swapped", "part changed", "part cut", "part emptied")
        yield Variant(f"archive: {kind}", NAME, raw, telling=swapped, lacks=swapped)
    for kind, raw in raw_damage.damaged(content, raw_damage.COSTLY, 2, "aid"):
        yield Variant(f"archive: {kind}", NAME, raw)


# Damages to the summary ----------------------------------------------------------------------------------------------


def _cell(book: Book, row: int, column: int, value: object) -> Book:
    rows = list(book.rows)
    rows[row] = (*rows[row][:column], value, *rows[row][column + 1 :])
    return replace(book, rows=tuple(rows))


def _any(book: Book, chance: Random) -> tuple[int, int, float]:
    """A figure of the summary: row, column, value."""
    while True:
        row, column = chance.randrange(len(book.rows)), chance.choice(READ)
        value = book.rows[row][column]
        if isinstance(value, float) and abs(value) > 0.01:
            return row, column, value


def a_digit_changed(book: Book, chance: Random) -> Book:
    row, column, value = _any(book, chance)
    digits = list(f"{value:.9f}")
    at = chance.choice([place for place, one in enumerate(digits[:-7]) if one.isdigit()])
    digits[at] = chance.choice([one for one in "0123456789" if one != digits[at]])
    return _cell(book, row, column, float("".join(digits)))


def a_figure_scaled(book: Book, chance: Random) -> Book:
    row, column, value = _any(book, chance)
    return _cell(book, row, column, value * chance.choice((-1.0, 10.0, 0.1, 1000.0)))


def a_figure_as_words(book: Book, chance: Random) -> Book:
    row, column, _ = _any(book, chance)
    return _cell(book, row, column, chance.choice(WORDS))


def two_figures_swapped(book: Book, chance: Random) -> Book:
    one, other = _any(book, chance), _any(book, chance)
    return _cell(_cell(book, one[0], one[1], other[2]), other[0], other[1], one[2])


def figures_of_a_row_moved(book: Book, chance: Random) -> Book:
    row = chance.randrange(len(book.rows))
    held = list(book.rows[row])
    at = chance.randrange(1, len(held) - 1)
    moved = [*held[:at], *held[at + 1 :], ""] if chance.random() < 0.5 else [*held[:at], "", *held[at:-1]]
    return replace(book, rows=(*book.rows[:row], tuple(moved), *book.rows[row + 1 :]))


def a_name_changed(book: Book, chance: Random) -> Book:
    return _cell(book, chance.randrange(len(book.rows)), 0, chance.choice(NAMES))


def a_row_lost(book: Book, chance: Random) -> Book:
    row = chance.randrange(len(book.rows))
    return replace(book, rows=(*book.rows[:row], *book.rows[row + 1 :]))


def a_row_twice(book: Book, chance: Random) -> Book:
    row = chance.randrange(len(book.rows))
    return replace(book, rows=(*book.rows[: row + 1], *book.rows[row:]))


def two_names_swapped(book: Book, chance: Random) -> Book:
    one, other = chance.sample(range(len(book.rows) - 1), 2)
    return _cell(_cell(book, one, 0, book.rows[other][0]), other, 0, book.rows[one][0])


def a_header_changed(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(HEADERS))
    word = chance.choice(("", "Figures", "Country", "Financial allocations", f"{HEADERS[at]}s", HEADERS[at][:-3]))
    return replace(book, headers=(*HEADERS[:at], word, *HEADERS[at + 1 :]))


def two_headers_swapped(book: Book, chance: Random) -> Book:
    one, other = chance.sample(range(len(HEADERS)), 2)
    heads = list(HEADERS)
    heads[one], heads[other] = heads[other], heads[one]
    return replace(book, headers=tuple(heads))


def a_unit_changed(book: Book, chance: Random) -> Book:
    at = chance.randrange(3, len(book.units))
    word = chance.choice(("", "€ million", "$ billion", "% 2021 GDP", "€ billion", "%", "billion"))
    return replace(book, units=(*book.units[:at], word, *book.units[at + 1 :]))


def a_column_inserted(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(HEADERS))
    head = chance.choice(("Rank", "", "New allocations", "Total"))
    return replace(
        book,
        headers=(*HEADERS[:at], head, *HEADERS[at:]),
        units=(*book.units[:at], "", *book.units[at:]),
        rows=tuple((*row[:at], 1.5, *row[at:]) for row in book.rows),
    )


def a_column_lost(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(HEADERS))
    return replace(
        book,
        headers=(*HEADERS[:at], *HEADERS[at + 1 :]),
        units=(*book.units[:at], *book.units[at + 1 :]),
        rows=tuple((*row[:at], *row[at + 1 :]) for row in book.rows),
    )


def cells_of_the_summary(book: Book, chance: Random) -> Book:
    """An error, a truth, a day, a merged range somewhere in the summary."""
    row, column = chance.randrange(7, 21), chance.randrange(1, 19)
    kind = chance.randrange(4)

    def change(made: Any) -> None:
        sheet = made.get_worksheet_by_name(SUMMARY)
        if kind == 0:
            sheet.write_formula(row, column, "=1/0", None, "#DIV/0!")
        elif kind == 1:
            sheet.write_boolean(row, column, True)
        elif kind == 2:
            sheet.write_string(row, column, "2026-02-01")
        else:
            sheet.merge_range(row, column, row + 1, column + 1, 3.25)

    return replace(book, extra=(change,))


# Damages to the main data and the cover ------------------------------------------------------------------------------


def _activity(book: Book, chance: Random, change: Callable[[Activity], Activity]) -> Book:
    at = chance.randrange(len(book.activities))
    held = book.activities
    return replace(book, activities=(*held[:at], change(held[at]), *held[at + 1 :]))


def a_sum_changed(book: Book, chance: Random) -> Book:
    factor = chance.choice((-1.0, 10.0, 0.1, 2.0))
    return _activity(book, chance, lambda one: replace(one, euros=one.euros * factor))


def an_activity_lost(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(book.activities))
    return replace(book, activities=(*book.activities[:at], *book.activities[at + 1 :]))


def an_activity_twice(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(book.activities))
    return replace(book, activities=(*book.activities[: at + 1], *book.activities[at:]))


def an_activity_of_another(book: Book, chance: Random) -> Book:
    word = chance.choice(("Norway", "Atlantis", ""))
    kind = chance.choice(("Military", "Weapons", ""))
    if chance.random() < 0.5:
        return _activity(book, chance, lambda one: replace(one, donor=word))
    return _activity(book, chance, lambda one: replace(one, kind=kind))


def cells_of_the_main_data(book: Book, chance: Random) -> Book:
    """A month, a mark, a day, a header, a sum as words or an error."""
    row, column = chance.randrange(1, len(book.activities)), chance.randrange(9)
    word = chance.choice((0, 1, 37, 55, 1.5, -3, "x", "", "2026-13-01", 1e12))

    def change(made: Any) -> None:
        sheet = made.get_worksheet_by_name(MAIN)
        if word == "x" and column == 0:
            sheet.write_formula(row, 5, "=1/0", None, "#DIV/0!")
        else:
            sheet.write(row if word != "x" else 0, column, word)

    return replace(book, extra=(change,))


def another_cover(book: Book, chance: Random) -> Book:
    changes: tuple[dict[str, Any], ...] = (
        {"release": "Release 40"},
        {"release": "Release"},
        {"release": "Release 41 (after Release 40)"},
        {"published": "31 February 2027"},
        {"published": None},
        {"published": "12 May 2022"},
        {"until": ""},
        {"until": "November 30, 2026"},
        {"until": "December 32, 2026"},
        {"until": "December 31, 2026, or January 24, 2022 to December 1, 2026"},
    )
    return replace(book, **chance.choice(changes))


def other_sheets(book: Book, chance: Random) -> Book:
    at = chance.randrange(len(book.sheets))
    name = chance.choice(("Country Summary", "Bilateral Assistance, main data", "ReadMe 2", ""))
    kept = (*book.sheets[:at], *([name] if name else []), *book.sheets[at + 1 :])
    return replace(book, sheets=tuple({one.casefold(): one for one in kept}.values()))


DAMAGES: tuple[tuple[Damage, bool, bool], ...] = (
    (a_digit_changed, False, False),
    (a_figure_scaled, False, False),
    (a_figure_as_words, False, False),
    (two_figures_swapped, False, False),
    (figures_of_a_row_moved, False, False),
    (a_name_changed, False, False),
    (a_row_lost, False, True),
    (a_row_twice, False, False),
    (two_names_swapped, True, True),
    (a_header_changed, False, False),
    (two_headers_swapped, True, True),
    (a_unit_changed, False, False),
    (a_column_inserted, False, False),
    (a_column_lost, False, True),
    (cells_of_the_summary, False, False),
    (a_sum_changed, False, False),
    (an_activity_lost, False, False),
    (an_activity_twice, False, False),
    (an_activity_of_another, False, False),
    (cells_of_the_main_data, False, False),
    (another_cover, True, False),
    (other_sheets, False, True),
)
"""Each damage; whether it leaves a whole file that says something else; whether it takes rows out."""
