"""Damages to the lines of NATO's press document, as if it had been set or extracted so."""

from __future__ import annotations

import re

from burdenshare.intake.nato.pages import split
from tools.fuzz_intake.paper_cases import Paper


def one_digit_changed(paper: Paper) -> None:
    at, name, figures = paper.row()
    column = paper.chance.randrange(len(figures))
    digits = list(figures[column])
    where = paper.chance.choice([place for place, digit in enumerate(digits) if digit.isdigit()])
    digits[where] = paper.chance.choice([digit for digit in "123456789" if digit != digits[where]])
    figures[column] = "".join(digits)
    paper.put(at, name, *figures)
    paper.tells(at, column, figures[column])


def a_figure_lost(paper: Paper) -> None:
    at, name, figures = paper.row()
    figures.pop(paper.chance.randrange(len(figures)))
    paper.put(at, name, *figures)


def a_figure_twice(paper: Paper) -> None:
    at, name, figures = paper.row()
    figures.insert(paper.chance.randrange(len(figures)), figures[-1])
    paper.put(at, name, *figures)


def two_figures_run_together(paper: Paper) -> None:
    at, name, figures = paper.row()
    column = paper.chance.randrange(len(figures) - 1)
    figures[column : column + 2] = ["".join(figures[column : column + 2])]
    paper.put(at, name, *figures)


def two_figures_swapped(paper: Paper) -> None:
    at, name, figures = paper.row()
    one, other = paper.chance.sample(range(len(figures)), 2)
    figures[one], figures[other] = figures[other], figures[one]
    paper.put(at, name, *figures)
    paper.tells(at, one, figures[one])
    paper.tells(at, other, figures[other])


def thousands_set_otherwise(paper: Paper) -> None:
    at = paper.chance.choice([at for at in sorted(paper.rows) if re.search(r"\d,\d{3}", paper.line(at))])
    name, figures = split(paper.line(at).split(" "))
    mark = paper.chance.choice(("", ".", " ", "'", "\xa0"))
    paper.put(at, name, *(figure.replace(",", mark) for figure in figures))


def decimals_with_a_comma(paper: Paper) -> None:
    at = paper.chance.choice([at for at in sorted(paper.rows) if re.search(r"\d\.\d", paper.line(at))])
    paper.put(at, paper.line(at).replace(".", ","))


def letters_in_figures(paper: Paper) -> None:
    at, name, figures = paper.row()
    column = paper.chance.randrange(len(figures))
    figures[column] = paper.chance.choice(("O", "l", "~", "1S", "5B", "#")) + figures[column][1:]
    paper.put(at, name, *figures)


def minus_set_otherwise(paper: Paper) -> None:
    at = paper.chance.choice([at for at in sorted(paper.rows) if " -" in paper.line(at)])
    form = paper.chance.choice(("–\\1", "(\\1)", "- \\1", "‐\\1"))
    paper.put(at, re.sub(r"-(\d+\.\d+)", form, paper.line(at)))


def signs_behind_figures(paper: Paper) -> None:
    at, name, figures = paper.row()
    sign = paper.chance.choice(("%", "*", "(1)", "¹"))
    paper.put(at, name, *(f"{figure}{sign}" for figure in figures))


def estimates_marked_on_figures(paper: Paper) -> None:
    at, name, figures = paper.row()
    column = paper.chance.randrange(len(figures))
    figures[column] += "e"
    paper.put(at, name, *figures)
    paper.says[paper.rows[at][column]] = (paper.truth[paper.rows[at][column]][0], "true")


def figures_missing(paper: Paper) -> None:
    at, name, figures = paper.row()
    figures[paper.chance.randrange(len(figures))] = paper.chance.choice(("..", "-", "–", "n/a"))
    paper.put(at, name, *figures)
    paper.lacks = True


def a_row_lost(paper: Paper) -> None:
    page, at = paper.row()[0]
    paper.pages[page].pop(at)
    paper.lacks = True


def a_row_twice(paper: Paper) -> None:
    (page, at), name, figures = paper.row()
    if paper.chance.random() < 0.5:
        figures[0] = figures[0] + "1"
    paper.pages[page].insert(at, " ".join([name, *figures]))


def rows_of_a_page_in_another_order(paper: Paper) -> None:
    at, _, _ = paper.row()
    alike = paper.rows[at][0][1:]
    same = [other for other in sorted(paper.rows) if other[0] == at[0] and paper.rows[other][0][1:] == alike]
    lines = [paper.line(other) for other in same]
    paper.chance.shuffle(lines)
    for other, line in zip(same, lines, strict=True):
        paper.put(other, line)


def names_swapped(paper: Paper) -> None:
    at, name, figures = paper.row()
    alike = paper.rows[at][0][1:]
    same = [other for other in sorted(paper.rows) if other[0] == at[0] and paper.rows[other][0][1:] == alike]
    other = paper.chance.choice(same)
    words, digits = split(paper.line(other).split(" "))
    paper.put(at, words, *figures)
    paper.put(other, name, *digits)
    for column in range(len(figures)):
        paper.tells(at, column, digits[column])
        paper.tells(other, column, figures[column])


def name_misspelled(paper: Paper) -> None:
    at, name, figures = paper.row()
    where = paper.chance.randrange(min(len(name), 7) - 1)
    paper.put(at, name[:where] + paper.chance.choice("xqz") + name[where + 1 :], *figures)


def name_lost(paper: Paper) -> None:
    at, _, figures = paper.row()
    paper.put(at, *figures)


def name_of_somebody_else(paper: Paper) -> None:
    at, _, figures = paper.row()
    paper.put(at, paper.chance.choice(("Ireland", "Atlantis", "World", "European Union")), *figures)


def a_row_broken(paper: Paper) -> None:
    (page, at), name, figures = paper.row()
    where = paper.chance.randrange(len(figures))
    paper.put((page, at), name, *figures[:where])
    paper.pages[page].insert(at + 1, " ".join(figures[where:]))


def two_rows_run_together(paper: Paper) -> None:
    page, at = paper.row()[0]
    paper.pages[page][at] += " " + paper.pages[page].pop((at + 1) % len(paper.pages[page]))


def words_around_a_row(paper: Paper) -> None:
    at, name, figures = paper.row()
    line = " ".join([name, *figures])
    paper.put(at, paper.chance.choice((f"- {line}", f"{line} provisional", f"12 {line}", f"{line} 7", f"Total {line}")))


def a_heading_lost(paper: Paper) -> None:
    page, at = paper.chance.choice(paper.headings("title", "unit", "basis", "measure"))
    paper.pages[page].pop(at)
    _without_basis(paper)


def a_heading_misspelled(paper: Paper) -> None:
    at = paper.chance.choice(paper.headings("title", "unit", "basis", "measure"))
    line = paper.line(at)
    where = paper.chance.randrange(len(line))
    paper.put(at, line[:where] + paper.chance.choice("#xq") + line[where + 1 :])
    _without_basis(paper)


def _without_basis(paper: Paper) -> None:
    """Shares and changes keep no base where the file names none: that is no other figure."""
    paper.says |= {
        (*key[:3], "", key[4]): value for key, value in paper.truth.items() if key[2] in ("share_of_gdp", "real_change")
    }


def a_heading_elsewhere(paper: Paper) -> None:
    page, at = paper.chance.choice(paper.headings("unit", "basis", "measure"))
    line = paper.pages[page].pop(at)
    paper.pages[page].insert(paper.chance.randrange(len(paper.pages[page])), line)
    paper.consistent = True


def unit_unknown(paper: Paper) -> None:
    at = paper.chance.choice(paper.headings("unit"))
    paper.put(at, paper.chance.choice(("Trillion US dollars", "Million euros", "Hundreds", "Index 2015 = 100")))


def base_year_changed_once(paper: Paper) -> None:
    at = paper.chance.choice([at for at in paper.headings("unit", "basis") if re.search(r"20\d\d", paper.line(at))])
    paper.put(at, re.sub(r"20\d\d", paper.chance.choice(("2016", "2010", "2005")), paper.line(at)))


def years_lost(paper: Paper) -> None:
    page, at = paper.chance.choice(paper.years())
    paper.pages[page].pop(at)


def one_year_changed(paper: Paper) -> None:
    at = paper.chance.choice(paper.years())
    years = paper.line(at).split(" ")
    years[paper.chance.randrange(len(years))] = paper.chance.choice(("2004", "2034e", "2O19", "20199", "2018/19", ""))
    paper.put(at, *(year for year in years if year))


def years_swapped(paper: Paper) -> None:
    at = paper.chance.choice(paper.years())
    years = paper.line(at).split(" ")
    one, other = paper.chance.sample(range(len(years)), 2)
    years[one], years[other] = years[other], years[one]
    paper.put(at, *years)


def marks_of_estimates_lost(paper: Paper) -> None:
    at = paper.chance.choice(paper.years())
    paper.put(at, paper.line(at).replace("e", ""))


def note_of_other_years(paper: Paper) -> None:
    page = paper.chance.choice(paper.years())[0]
    years = paper.chance.choice(("2022 and 2024", "2023 and 2034", "2021 and 2022"))
    paper.pages[page] = [re.sub(r"20\d\d and 20\d\d are", f"{years} are", line) for line in paper.pages[page]]


def a_page_lost(paper: Paper) -> None:
    paper.pages.pop(paper.chance.choice(sorted({page for page, _ in paper.rows})))
    paper.lacks = True


def pages_in_another_order(paper: Paper) -> None:
    first, *others = paper.pages
    paper.chance.shuffle(others)
    paper.pages = [first, *others]


def pages_run_together(paper: Paper) -> None:
    paper.pages = [[line for page in paper.pages for line in page]]


def a_page_twice(paper: Paper) -> None:
    page = list(paper.pages[paper.chance.choice(sorted({page for page, _ in paper.rows}))])
    if paper.chance.random() < 0.5:
        page = [re.sub(r"(\d)(?= \d)", lambda found: str((int(found[1]) + 1) % 10), line, count=1) for line in page]
    paper.pages.append(page)


def no_text(paper: Paper) -> None:
    paper.pages = [[] for _ in paper.pages]


def prose_only(paper: Paper) -> None:
    paper.pages = paper.pages[: paper.chance.choice((1, 2))]


DAMAGES = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__ and not name.startswith("_")
)
