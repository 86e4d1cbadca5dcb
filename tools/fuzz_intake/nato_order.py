"""Damages to the order of the rows, columns and sheets of NATO's workbook, and whole ones gone or twice."""

from __future__ import annotations

from tools.fuzz_intake.books import Page, Spot
from tools.fuzz_intake.cases import Case


def newest_column_gone(case: Case) -> None:
    for page in case.tables():
        last = case.years(page)[-1][1]
        for at in [at for at in page.cells if at[1] == last]:
            page.cells.pop(at)
    case.lacks = True


def columns_swapped(case: Case) -> None:
    page = case.chance.choice(case.tables())
    years = case.years(page)
    one, other = case.chance.sample([at[1] for at in years], 2)
    turned = {one: other, other: one}
    page.cells = {(row, turned.get(column, column)): value for (row, column), value in page.cells.items()}


def columns_turned_round(case: Case) -> None:
    page = case.chance.choice(case.tables())
    columns = [at[1] for at in case.years(page)]
    turned = dict(zip(columns, reversed(columns), strict=True))
    page.cells = {(row, turned.get(column, column)): value for (row, column), value in page.cells.items()}
    page.spans = []


def table_moved(case: Case) -> None:
    for page in case.tables():
        down, right = case.chance.randrange(12), case.chance.randrange(6)
        page.cells = {(row + down, column + right): value for (row, column), value in page.cells.items()}
        page.errors = {(row + down, column + right) for row, column in page.errors}
        page.spans = []


def names_in_the_last_column(case: Case) -> None:
    page = case.chance.choice(case.tables())
    for row in {one.at[0] for one in case.stands if one.page == page.name}:
        label = case.label(page, row)
        page.cells[row, 20] = page.cells.pop(label)


def row_gone(case: Case) -> None:
    page, row = case.row()
    for at in [at for at in page.cells if at[0] == row[0].at[0]]:
        page.cells.pop(at)
    case.lacks = True


def rows_in_another_order(case: Case) -> None:
    page, row = case.row()
    same = sorted({one.at[0] for one in case.stands if one.page == page.name and one.key[1:] == row[0].key[1:]})
    turned = dict(zip(same, case.chance.sample(same, len(same)), strict=True))
    page.cells = {(turned.get(at, at), column): value for (at, column), value in page.cells.items()}


def sheets_in_another_order(case: Case) -> None:
    case.chance.shuffle(case.book.pages)
    for number, page in enumerate(case.book.pages):
        page.name = f"Sheet {number}"


def sheet_gone(case: Case) -> None:
    case.book.pages.remove(case.chance.choice(case.tables()))
    case.lacks = True


def sheet_twice(case: Case) -> None:
    page = case.chance.choice(case.tables()).copy()
    one = case.chance.choice([one for one in case.stands if one.page == page.name])
    page.name = "Copy"
    if case.chance.random() < 0.7:
        page.cells[one.at] = case.number(one) + 1.0
    case.book.pages.append(page)


def sheets_of_others_only(case: Case) -> None:
    case.book.pages = [
        Page("Sales", {(0, 0): "Region", (0, 1): 2023.0, (0, 2): 2024.0, (1, 0): "Belgium", (1, 1): 5.0})
    ]


def a_sheet_of_others(case: Case) -> None:
    cells: dict[Spot, object] = {(0, 0): "Graph 3 data", (1, 1): 2023.0, (1, 2): 2024.0}
    cells |= {(2, 0): "Belgium", (2, 1): 5.0, (2, 2): 6.0}
    page = Page("Graphs", cells)  # type: ignore[arg-type]
    case.book.pages.insert(case.chance.randrange(3), page)


def tables_on_one_sheet(case: Case) -> None:
    whole = Page("All", {})
    for page in case.book.pages:
        below = whole.height + 3
        whole.cells |= {(row + below, column): value for (row, column), value in page.cells.items()}
        whole.errors |= {(row + below, column) for row, column in page.errors}
    case.book.pages = [whole]


DAMAGES = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__ and not name.startswith("_")
)
