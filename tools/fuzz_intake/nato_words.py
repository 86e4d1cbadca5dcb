"""Damages to the names, headings and years of NATO's workbook."""

from __future__ import annotations

import re

from burdenshare.intake.nato.headings import Heading
from tools.fuzz_intake.books import Page, Spot
from tools.fuzz_intake.cases import Case

RENAMED = {
    "Türkiye": "Turkey",
    "Czechia": "Czech Republic",
    "North Macedonia": "the former Yugoslav Republic of Macedonia",
    "Slovak Republic": "Slovakia",
    "United States": "United States of America",
    "Netherlands": "The Netherlands",
}


def allies_renamed(case: Case) -> None:
    for page in case.tables():
        for at, value in page.cells.items():
            if isinstance(value, str) and len(value) < 60:
                for old, new in RENAMED.items():
                    page.cells[at] = value = value.replace(old, new) if value.startswith(old) else value


def footnotes_on_names(case: Case) -> None:
    for _ in range(5):
        page, row = case.row()
        at = case.label(page, row[0].at[0])
        page.cells[at] = f"{page.cells[at]}{case.chance.choice(('*', '**', ' (1)', '¹', '(a)', ' †', ' a'))}"


def name_misspelled(case: Case) -> None:
    page, row = case.row()
    at = case.label(page, row[0].at[0])
    text = str(page.cells[at])
    where = case.chance.randrange(1, max(2, min(len(text), 7) - 1))
    page.cells[at] = text[:where] + case.chance.choice("xqz") + text[where + case.chance.choice((0, 1)) :]


def name_of_somebody_else(case: Case) -> None:
    page, row = case.row()
    page.cells[case.label(page, row[0].at[0])] = case.chance.choice(
        ("Ireland", "Austria", "Atlantis", "European Union", "World", "Region 7", "32")
    )


def name_gone(case: Case) -> None:
    page, row = case.row()
    page.cells.pop(case.label(page, row[0].at[0]))


def names_swapped(case: Case) -> None:
    page, row = case.row()
    same = [one for one in case.stands if one.page == page.name and one.key[1:] == row[0].key[1:]]
    other = case.beside(case.chance.choice(same))
    one_label, other_label = case.label(page, row[0].at[0]), case.label(page, other[0].at[0])
    page.cells[one_label], page.cells[other_label] = page.cells[other_label], page.cells[one_label]
    for one, two in zip(row, other, strict=False):
        case.tells(one, case.number(two))
        case.tells(two, case.number(one))


def a_name_added(case: Case) -> None:
    page, row = case.row()
    below = page.height + 1
    last = max(one.at[0] for one in case.stands if one.page == page.name)
    for at in [at for at in page.cells if last < at[0] < below]:
        page.cells.pop(at)
    page.cells[last + 1, row[0].at[1] - 1] = case.chance.choice(("Austria", "Atlantis", "NATO EU members", "Ruritania"))
    page.cells |= {(last + 1, one.at[1]): 7.5 for one in row}


def _heading(case: Case, which: str) -> tuple[Page, Spot, str]:
    """Any heading of a kind: `title`, `unit`, `basis` or `measure`."""
    found = [
        (page, at, text) for page in case.tables() for at, text, heading in case.headings(page) if _is(heading, which)
    ]
    return case.chance.choice(found)


def _is(heading: Heading, which: str) -> bool:
    if which == "title" or heading.numbered:
        return which == "title" and heading.numbered
    return bool(getattr(heading, which))


def title_gone(case: Case) -> None:
    page, at, _ = _heading(case, "title")
    page.cells.pop(at)


def title_unknown(case: Case) -> None:
    page, at, text = _heading(case, "title")
    page.cells[at] = case.chance.choice(
        (text[: len(text) // 2], "Table 9 : Resilience", "Annex", text.replace("e", "3"))
    )


def titles_swapped(case: Case) -> None:
    one, at, text = _heading(case, "title")
    other, there, words = _heading(case, "title")
    one.cells[at], other.cells[there] = words, text
    case.consistent = True


def heading_gone(case: Case) -> None:
    page, at, _ = _heading(case, case.chance.choice(("unit", "basis", "measure")))
    page.cells.pop(at)
    case.says = {
        (*key[:3], "", key[4]): value for key, value in case.truth.items() if key[2] in ("share_of_gdp", "real_change")
    }


def heading_misspelled(case: Case) -> None:
    page, at, text = _heading(case, case.chance.choice(("unit", "basis", "measure")))
    where = case.chance.randrange(len(text) - 1)
    page.cells[at] = text[:where] + case.chance.choice(("#", "x", "")) + text[where + 1 :]
    case.says = {
        (*key[:3], "", key[4]): value for key, value in case.truth.items() if key[2] in ("share_of_gdp", "real_change")
    }


def unit_unknown(case: Case) -> None:
    page, at, _ = _heading(case, "unit")
    page.cells[at] = case.chance.choice(("Trillion US dollars", "Million euros", "Hundreds", "Index 2015 = 100", "GWh"))


def unit_of_another_table(case: Case) -> None:
    page, at, _ = _heading(case, "unit")
    page.cells[at] = case.chance.choice(
        ("Million US dollars", "Million national currency units", "Billion US dollars", "Thousands", "US dollars")
    )
    units = {"Billion US dollars": "billion USD", "Million US dollars": "million USD"}
    unit = units.get(str(page.cells[at]), "")
    held = [one.key for one in case.stands if one.page == page.name]
    case.says = {(*key[:4], unit): case.truth[key] for key in held if unit}


def base_year_changed_once(case: Case) -> None:
    found = [
        (page, at, text)
        for page in case.tables()
        for at, text, heading in case.headings(page)
        if heading.basis.startswith("constant")
    ]
    page, at, text = case.chance.choice(found)
    page.cells[at] = re.sub(r"20\d\d", case.chance.choice(("2016", "2010", "2022", "2005")), text)


def base_year_changed_throughout(case: Case) -> None:
    year = case.chance.choice(("2010", "2022", "2020"))
    for page in case.book.pages:
        for at, value in page.cells.items():
            if isinstance(value, str) and len(value) < 120:
                page.cells[at] = re.sub(r"20\d\d prices", f"{year} prices", value)
    case.says = {
        (*key[:3], f"constant_{year}", key[4]): value
        for key, value in case.truth.items()
        if key[3].startswith("constant")
    }


def headings_changed_places(case: Case) -> None:
    page, at, text = _heading(case, case.chance.choice(("basis", "measure")))
    others = [(there, words) for there, words, heading in case.headings(page) if there != at and not heading.numbered]
    if others:
        there, words = case.chance.choice(others)
        page.cells[at], page.cells[there] = words, text
    case.consistent = True


def core_in_one_title(case: Case) -> None:
    for page in case.tables():
        for at, text, heading in case.headings(page):
            if heading.title is not None and heading.title.counts:
                page.cells[at] = text.replace("Defence", "Core defence")
                return


def note_of_other_years(case: Case) -> None:
    page = case.chance.choice(case.tables())
    for at, value in page.cells.items():
        if isinstance(value, str) and "are estimates" in value:
            years = case.chance.choice(("2022 and 2024", "2023 and 2034", "2021 and 2022", "2013 and 2024"))
            page.cells[at] = re.sub(r"20\d\d and 20\d\d are", f"{years} are", value)


def years_gone(case: Case) -> None:
    page = case.chance.choice(case.tables())
    for at in case.years(page):
        page.cells.pop(at)


def one_year_gone(case: Case) -> None:
    page = case.chance.choice(case.tables())
    page.cells.pop(case.chance.choice(case.years(page)))


def one_year_changed(case: Case) -> None:
    page = case.chance.choice(case.tables())
    at = case.chance.choice(case.years(page))
    page.cells[at] = case.chance.choice((2004.0, "2034e", "2O19", "20199", 2019.0, "2018/19", 2024.0, "FY2020"))


def years_of_two_columns_swapped(case: Case) -> None:
    page = case.chance.choice(case.tables())
    years = case.years(page)
    at = case.chance.randrange(len(years) - 1)
    one, other = years[at], years[at + 1]
    page.cells[one], page.cells[other] = page.cells[other], page.cells[one]


def years_written_otherwise(case: Case) -> None:
    for page in case.tables():
        for at in case.years(page):
            value = page.cells[at]
            text = str(int(value)) if isinstance(value, float) else str(value)
            page.cells[at] = case.chance.choice((text, f"{text}*", f" {text} ", f"{text} (1)", text.replace("e", " e")))


def marks_of_estimates_lost(case: Case) -> None:
    page = case.chance.choice(case.tables())
    for at in case.years(page):
        page.cells[at] = str(page.cells[at]).replace("e", "").removesuffix(".0")


def an_estimate_too_early(case: Case) -> None:
    page = case.chance.choice(case.tables())
    at = case.chance.choice(case.years(page)[:-2])
    page.cells[at] = f"{str(page.cells[at]).removesuffix('.0')}e"


DAMAGES = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__ and not name.startswith("_")
)
