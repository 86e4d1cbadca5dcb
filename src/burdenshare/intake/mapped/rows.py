"""Rows of the record from the rows of a table, rule by rule; nothing is guessed, what is left is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from burdenshare.intake.declared import Declared, Field
from burdenshare.intake.mapped.beside import Days
from burdenshare.intake.mapped.cells import Cells, Read, no_column
from burdenshare.intake.mapped.entities import ENTITY_COLUMNS, Entities, UnknownEntityError
from burdenshare.intake.mapped.keys import faulty
from burdenshare.intake.mapped.model import NAME, Mapped, Rule
from burdenshare.intake.mapped.texts import day_text, number_text, text_of, times, truth_text
from burdenshare.intake.model import PLACE, Given, LeftOut, Row, refused

_BRACES = re.compile(r"\{([^{}]*)\}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SEE = "mend the cell, or see the rule in the mapping"


@dataclass(frozen=True, slots=True)
class _Task:
    """What making a row needs. `columns`: place of each column of the file."""

    given: Given
    mapped: Mapped
    table: Declared
    columns: Mapping[str, int]
    entities: Entities
    filled: Mapping[str, str]
    days: Days | None


class _Made:
    """The rows so far, each key once, and what was left."""

    def __init__(self, task: _Task) -> None:
        self.task = task
        self.rows: list[Row] = []
        self.left: dict[tuple[str, str], LeftOut] = {}
        self.filtered: Counter[str] = Counter()
        self._seen: dict[tuple[str, ...], Row] = {}

    def add(self, row: Row, cells: Cells) -> None:
        """One more row. Raises DeliveryError where its key has another row already."""
        first = self._seen.setdefault(self.task.table.key_of(row), row)
        if first is row:
            self.rows.append(row)
        elif {**first, PLACE: ""} == {**row, PLACE: ""}:
            self.leave(row[PLACE], _shown(cells), f"repeats {first[PLACE]}")
        else:
            what = f"has the key of {first[PLACE]} ({', '.join(self.task.table.key)}) and says something else"
            raise refused(self.task.given, what, place=row[PLACE], remedy="keep one of them")

    def leave(self, place: str, text: str, reason: str) -> None:
        """What becomes no row, told once."""
        self.left.setdefault((place, reason), LeftOut(place, text, reason))

    def told(self) -> list[LeftOut]:
        """What was left: by the filters of the mapping in one line each, all else one by one."""
        counted = [LeftOut("the mapping", f"{count:,} rows", reason) for reason, count in self.filtered.items()]
        return [*counted, *self.left.values()]


def rows(
    given: Given,
    mapped: Mapped,
    table: Declared,
    read: Read,
    entities: Entities,
    filled: Mapping[str, str],
    days: Days | None,
) -> tuple[list[Row], list[LeftOut]]:
    """The rows, and what became none. `filled`: values of columns that no rule fills. Raises DeliveryError."""
    _named(mapped, read)
    task = _Task(given, mapped, table, {name: at for at, name in enumerate(read.columns)}, entities, filled, days)
    made = _Made(task)
    for cells in read.rows:
        if reason := _filtered(task, cells):
            made.filtered[reason] += 1
            continue
        for spot in _spots(task, read, cells):
            try:
                made.add(_row(task, cells, spot), cells)
            except UnknownEntityError as fault:
                if spot >= 0 and _headed(task):
                    made.leave(f"column '{read.columns[spot]}'", read.columns[spot], str(fault))
                    continue
                made.leave(cells.place, _shown(cells), str(fault))
                break
    return made.rows, made.told()


def _headed(task: _Task) -> bool:
    """Whether the names of wide columns are names of entities."""
    heads = {name for name, rule in task.mapped.columns.items() if (rule.origin, rule.told) == ("wide", NAME)}
    return bool(heads & ENTITY_COLUMNS)


def _named(mapped: Mapped, read: Read) -> None:
    """Refuse a column that the mapping names and the file has not."""
    for name, rule in mapped.columns.items():
        wanted = [rule.told] if rule.origin == "column" else _BRACES.findall(rule.told) if rule.origin == "text" else []
        for one in wanted:
            if one not in read.columns:
                raise no_column(one, read.columns, f"[columns], {name}")
    for one in mapped.filters:
        if one.column not in read.columns:
            raise no_column(one.column, read.columns, "[[only]]" if one.keeps else "[[without]]")
    if mapped.wide is not None:
        missing = [name for name in mapped.wide.names if name not in read.columns]
        if missing or not any(mapped.wide.holds(name) for name in read.columns):
            raise no_column(missing[0] if missing else "a year", read.columns, "[wide]")


def _filtered(task: _Task, cells: Cells) -> str:
    """Why a row is left, by the filters of the mapping; empty where it is kept."""
    for one in task.mapped.filters:
        word = text_of(cells.held[task.columns[one.column]])
        if (word in one.words) is not one.keeps:
            return f"the mapping leaves rows whose '{one.column}' is '{word[:40]}'"
    return ""


def _spots(task: _Task, read: Read, cells: Cells) -> Iterator[int]:
    """The wide cells of a row that hold anything, each a row of its own; -1 once where there are no wide columns."""
    if task.mapped.wide is None:
        yield -1
        return
    for at, name in enumerate(read.columns):
        if task.mapped.wide.holds(name) and not _is_missing(task, text_of(cells.held[at])):
            yield at


def _is_missing(task: _Task, text: str) -> bool:
    return not text or text in task.mapped.numbers.missing


def _row(task: _Task, cells: Cells, spot: int) -> Row:
    row: Row = {}
    for column in task.table.fields:
        rule = task.mapped.columns.get(column.name)
        if rule is None:
            text, place = _filled(task, column, row, cells), ""
        else:
            text, place = _value(task, rule, cells, spot)
            try:
                text = _fitted(task, column, rule, text)
            except UnknownEntityError:
                raise
            except ValueError as fault:
                raise refused(task.given, str(fault), place=place or cells.place, remedy=SEE) from None
        if wrong := column.fault(text):
            raise refused(task.given, wrong, place=place or cells.place, remedy=SEE)
        row[column.name] = text
    row[PLACE] = cells.spots[spot] if spot >= 0 else cells.place
    return row


def _filled(task: _Task, column: Field, row: Row, cells: Cells) -> str:
    """The value of a column without a rule: the day of the row's release, or what source and mapping say."""
    if task.days is None or column.name != task.days.day:
        return task.filled.get(column.name, "")
    release = row[task.days.release]
    if release not in task.days.known:
        what = f"belongs to the release '{release[:40]}', which is not known"
        remedy = "tell it in a section [[release]] of the mapping"
        raise refused(task.given, what, place=cells.place, remedy=remedy)
    return task.days.known[release]


def _value(task: _Task, rule: Rule, cells: Cells, spot: int) -> tuple[str, str]:
    """The text a rule takes, and where it stands."""
    if rule.origin == "always":
        return rule.told, ""
    if rule.origin == "text":
        return _BRACES.sub(lambda found: text_of(cells.held[task.columns[found[1]]]), rule.told), ""
    if rule.origin == "wide":
        name = list(task.columns)[spot]
        return (name if rule.told == NAME else text_of(cells.held[spot])), cells.spots[spot]
    at = task.columns[rule.told]
    return text_of(cells.held[at]), cells.spots[at]


def _fitted(task: _Task, column: Field, rule: Rule, given: str) -> str:
    """The text as the column takes it. Raises ValueError."""
    text = "" if _is_missing(task, given) and rule.origin != "always" else given
    if not text:
        return rule.empty
    if text in rule.words:
        return rule.words[text]
    if rule.words and column.allowed and text not in column.allowed:
        raise ValueError(f"'{text[:40]}' stands in no word of the rule for '{column.name}'")
    if rule.days:
        return _day(text, rule.days)
    if column.kind in ("number", "integer") and rule.origin != "always":
        text = number_text(text, task.mapped.numbers)
    if rule.times is not None:
        text = _times(column, text, rule)
    if column.kind == "boolean":
        return truth_text(text)
    if column.name in ENTITY_COLUMNS:
        return task.entities.code(text, task.mapped.entities)
    return text


def _day(text: str, forms: tuple[str, ...]) -> str:
    """A day of a workbook is one already."""
    return text if _ISO.fullmatch(text) else day_text(text, forms)


def _times(column: Field, text: str, rule: Rule) -> str:
    if column.kind not in ("number", "integer") or rule.times is None:
        raise faulty(f"'{column.name}' is no number and cannot be multiplied", section=f"[columns], {column.name}")
    return times(text, rule.times)


def _shown(cells: Cells) -> str:
    return ", ".join(text for one in cells.held if (text := text_of(one)))[:120]
