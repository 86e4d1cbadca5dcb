"""Damages to the figures of NATO's workbook."""

from __future__ import annotations

from datetime import date

from tools.fuzz_intake.books import Raw
from tools.fuzz_intake.cases import Case, Stand

MATTER = 6
"""Digits of a number of which one is changed; those behind them change nothing that anybody would see."""


def one_digit_changed(case: Case) -> None:
    one = case.stand()
    digits = list(case.truth[one.key][0])
    at = case.chance.choice([place for place, digit in enumerate(digits) if digit.isdigit()][:MATTER])
    digits[at] = case.chance.choice([digit for digit in "123456789" if digit != digits[at]])
    number = float("".join(digits))
    case.put(one, number)
    case.tells(one, number)


def two_figures_swapped(case: Case) -> None:
    one, other = case.stand(), case.stand()
    for into, of in ((one, other), (other, one)):
        case.put(into, case.number(of))
        case.tells(into, case.number(of))


def sign_or_scale_changed(case: Case) -> None:
    one = case.stand()
    number = case.number(one) * case.chance.choice((-1.0, 1000.0, 0.001, 10.0))
    case.put(one, number)
    case.tells(one, number)


def figures_of_a_row_moved_left(case: Case) -> None:
    page, row = case.row()
    gone = case.chance.randrange(len(row))
    for one, after in zip(row[gone:], row[gone + 1 :], strict=False):
        page.cells[one.at] = case.number(after)
        case.tells(one, case.number(after))
    page.cells.pop(row[-1].at)


def figures_of_a_row_moved_right(case: Case) -> None:
    page, row = case.row()
    for one in reversed(row):
        page.cells[one.at[0], one.at[1] + 1] = case.number(one)
    page.cells.pop(row[0].at)


def figures_of_a_block_moved_down(case: Case) -> None:
    page, row = case.row()
    measure = row[0].key[2:]
    below = [one for one in case.stands if one.page == page.name and one.key[2:] == measure and one.at >= row[0].at]
    rows = sorted({one.at[0] for one in below})
    held = {one.at: case.number(one) for one in below}
    for one in below:
        above = rows[rows.index(one.at[0]) - 1] if one.at[0] != rows[0] else None
        if above is not None:
            page.cells[one.at] = held[above, one.at[1]]
            case.tells(one, held[above, one.at[1]])


def number_as_text(case: Case) -> None:
    for one in case.chance.sample(case.stands, 5):
        case.put(one, repr(case.number(one)))


def number_as_text_with_a_comma(case: Case) -> None:
    one = case.stand()
    case.put(one, f"{case.number(one):.{case.chance.choice((1, 2, 3, 4))}f}".replace(".", ","))
    case.tells(one, float(str(case.page(one).cells[one.at]).replace(",", ".")))


def number_as_text_with_thousands(case: Case) -> None:
    one = case.chance.choice([one for one in case.stands if case.number(one) > 1000])
    form = case.chance.choice(("{:,.1f}", "{:,.0f}", "{:,.3f}"))
    text = form.format(case.number(one))
    case.tells(one, float(text.replace(",", "")))
    if case.chance.random() < 0.5:
        text = text.replace(",", " ")
    elif case.chance.random() < 0.5:
        text = text.translate(str.maketrans(",.", ".,"))
    case.put(one, text)


def letters_in_a_number(case: Case) -> None:
    one = case.chance.choice(
        [one for one in case.stands if "0" in case.truth[one.key][0] and "1" in case.truth[one.key][0]]
    )
    case.put(
        one, case.truth[one.key][0].replace(*case.chance.choice((("0", "O"), ("1", "l"), ("0", "0x"), ("1", "I"))), 1)
    )


def words_in_a_figure(case: Case) -> None:
    case.put(case.stand(), case.chance.choice(("see note", "tbc", "about 2", "2.0-2.1", "#REF!", "2.03 2.04", "=B2")))


def footnote_marks_on_figures(case: Case) -> None:
    for one in case.chance.sample(case.stands, 3):
        case.put(one, f"{case.number(one)!r}{case.chance.choice(('*', '**', ' (1)', '¹', ' †'))}")


def estimates_marked_on_figures(case: Case) -> None:
    one = case.stand()
    case.put(one, f"{case.number(one)!r}{case.chance.choice(('e', ' e', ' (e)', 'E'))}")
    case.says[one.key] = (case.truth[one.key][0], "true")


def figures_missing(case: Case) -> None:
    for one in case.chance.sample(case.stands, 4):
        case.put(one, case.chance.choice(("..", "-", "n/a", "–", "...")))
    case.lacks = True


def figures_emptied(case: Case) -> None:
    for one in case.chance.sample(case.stands, 4):
        case.page(one).cells.pop(one.at)


def formula_error_in_a_figure(case: Case) -> None:
    one = case.stand()
    case.page(one).cells.pop(one.at)
    case.page(one).errors.add(one.at)


def formula_error_elsewhere(case: Case) -> None:
    page = case.chance.choice(case.tables())
    page.errors |= {(page.height + 2, column) for column in range(3, 9)}


def merged_figures(case: Case) -> None:
    page, row = case.row()
    first = case.chance.choice(row[:-1])
    page.spans.append((*first.at, first.at[0] + case.chance.choice((0, 1)), first.at[1] + 1))


def figure_as_day_or_word(case: Case) -> None:
    one = case.stand()
    case.put(one, case.chance.choice((date(2024, 1, 2), True, False)))


def figure_that_is_no_number(case: Case) -> None:
    inside = case.chance.choice(("<v>1e999</v>", "<v>nan</v>", "<v>--5</v>", "<v></v>", "<v>2.03.1</v>", "<v>0x1F</v>"))
    one = case.stand()
    case.put(one, Raw('t="n"', inside))


def figure_beside_the_table(case: Case) -> None:
    page, row = case.row()
    page.cells[row[-1].at[0], row[-1].at[1] + case.chance.choice((1, 3))] = 12.5


def row_twice(case: Case) -> None:
    page, row = case.row()
    _repeat(case, row)
    if case.chance.random() < 0.5:
        page.cells[page.height - 1, row[0].at[1]] = case.number(row[0]) + 1.0


def _repeat(case: Case, row: list[Stand]) -> None:
    """Put a copy of a row below the last row of its block's table."""
    page = case.page(row[0])
    below = max(one.at[0] for one in case.stands if one.page == page.name) + 1
    if row[0].key[2:] != next(one.key[2:] for one in case.stands if one.page == page.name and one.at[0] == below - 1):
        return  # another block stands last there, so the copy would belong to it
    for at in [at for at in page.cells if at[0] >= below]:
        page.cells.pop(at)
    label = case.label(page, row[0].at[0])
    page.cells[below, label[1]] = page.cells[label]
    page.cells |= {(below, one.at[1]): case.number(one) for one in row}


DAMAGES = (
    one_digit_changed,
    two_figures_swapped,
    sign_or_scale_changed,
    figures_of_a_row_moved_left,
    figures_of_a_row_moved_right,
    figures_of_a_block_moved_down,
    number_as_text,
    number_as_text_with_a_comma,
    number_as_text_with_thousands,
    letters_in_a_number,
    words_in_a_figure,
    footnote_marks_on_figures,
    estimates_marked_on_figures,
    figures_missing,
    figures_emptied,
    formula_error_in_a_figure,
    formula_error_elsewhere,
    merged_figures,
    figure_as_day_or_word,
    figure_that_is_no_number,
    figure_beside_the_table,
    row_twice,
)
