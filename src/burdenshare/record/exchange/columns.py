"""A table of texts as typed columns that lose nothing, and a typed cell as text again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from burdenshare.record.exchange.forms import LAYER, PRINTED
from burdenshare.record.tables import PLACE
from burdenshare.record.typed import Value, plain, value_of
from burdenshare.record.whole import Whole


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a typed file. `kind` is a Frictionless type; empty cells are None, in a key's texts ''."""

    name: str
    kind: str
    values: tuple[Value, ...]


def typed_columns(table: Whole, kinds: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a table, each followed by its printed texts where some of them are not the plain ones."""
    made: list[Column] = []
    for place, name in enumerate(table.columns):
        texts = [line[place] for line in table.lines]
        column = _column(name, kinds[name], texts, in_key=name in table.key)
        made.append(column)
        if printed := _printed(column, texts):
            made.append(printed)
    if table.origins:
        made += [Column(LAYER, "string", _filled(one for one, _ in table.origins))]
        made += [Column(PLACE, "string", _filled(one for _, one in table.origins))]
    return tuple(made)


def text_of(value: object, kind: str) -> str:
    """The text of a cell of a typed file; a database may give a boolean as 0 or 1. Raises ValueError."""
    if kind == "boolean" and isinstance(value, int) and value in (0, 1):
        return plain(bool(value))
    if value is None or isinstance(value, Value):
        return plain(value)
    raise ValueError(f"a cell holds {type(value).__name__}, which no table of the record does")


def _column(name: str, kind: str, texts: Sequence[str], *, in_key: bool) -> Column:
    try:
        values = tuple(value_of(text, kind) for text in texts)
    except ValueError:  # a layer may hold what the type does not cover: text keeps it
        kind, values = "string", tuple(text or None for text in texts)
    if kind == "string" and in_key:  # databases allow no null in a key
        values = tuple(texts)
    return Column(name, kind, values)


def _printed(column: Column, texts: Sequence[str]) -> Column | None:
    if column.kind == "string":
        return None
    kept = tuple(None if plain(value) == text else text for value, text in zip(column.values, texts, strict=True))
    return Column(column.name + PRINTED, "string", kept) if any(one is not None for one in kept) else None


def _filled(texts: Iterable[str]) -> tuple[str | None, ...]:
    return tuple(text or None for text in texts)
