"""The page of the Python door."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import burdenshare as bs
from burdenshare.report.frame import COLUMNS
from tools.markdown import table

OPENED = (bs.Report, bs.RoadReport, bs.Record)
"""Values whose methods are told one by one."""


def page() -> str:
    """Verbs with their signatures, values, methods, and the columns of the table of a report."""
    named = [(name, getattr(bs, name)) for name in bs.__all__ if name != "__version__"]
    verbs = [(name, one) for name, one in named if _is_verb(one)]
    values = [(name, one) for name, one in named if not _is_verb(one) and not _is_error(one)]
    parts = [
        "# Python",
        "`import burdenshare as bs`; nothing is loaded before it is asked for. Whatever is wrong with what you hand"
        " over is one of [the errors](errors.md#in-python).",
        "## Verbs",
        table(("verb", "what it does"), [(f"[`bs.{name}`](#bs{name})", first_line(one)) for name, one in verbs]),
    ]
    for name, one in verbs:
        parts += _verb(name, one)
    parts += ["## Values", table(("name", "what it is"), [(f"`bs.{name}`", first_line(one)) for name, one in values])]
    for owner in OPENED:
        parts += [f"## Methods of `{owner.__name__}`", table(("name", "what it is"), _methods(owner))]
    rows = [(f"`{one}`", str(kind), told) for one, (kind, told) in COLUMNS.items()]
    parts += ["## Columns of `Report.to_polars()`", table(("column", "type", "meaning"), rows)]
    return "\n\n".join(parts) + "\n"


def first_line(one: Any) -> str:
    """The first paragraph of what is written about it."""
    return _words((inspect.getdoc(inspect.unwrap(one)) or "").split("\n\n")[0])


def _words(text: str) -> str:
    """A paragraph as one line; what names a chapter that is not published is left out."""
    return re.sub(r" \(semantics §\d+\)", "", " ".join(text.split()))


def _is_verb(one: Any) -> bool:
    return inspect.isfunction(inspect.unwrap(one))


def _is_error(one: Any) -> bool:
    return inspect.isclass(one) and issubclass(one, bs.BurdenshareError)


def _verb(name: str, one: Any) -> Iterator[str]:
    verb = inspect.unwrap(one)
    yield f"### `bs.{name}`"
    yield f"```python\n{_signature(name, verb)}\n```"
    yield from map(_words, (inspect.getdoc(verb) or "").split("\n\n"))


def _signature(name: str, verb: Any) -> str:
    """The signature, a line a parameter where one line would be long."""
    told = inspect.signature(verb)
    parts, starred = [], False
    for one in told.parameters.values():
        if one.kind is inspect.Parameter.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        default = "" if one.default is inspect.Parameter.empty else f" = {_default(one.default)}"
        parts.append(f"{one.name}: {one.annotation}{default}")
    back = f" -> {told.return_annotation}"
    line = f"bs.{name}({', '.join(parts)}){back}"
    if len(line) <= 96:
        return line
    return f"bs.{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){back}"


def _default(value: object) -> str:
    plain = value is None or isinstance(value, (str, int, float, tuple))
    return repr(value) if plain else f"{type(value).__name__}()"


def _methods(owner: type) -> Iterator[tuple[str, str]]:
    for name, one in vars(owner).items():
        public = not name.startswith("_") and inspect.getdoc(one)
        if public and (callable(one) or isinstance(one, (property, classmethod))):
            yield f"`{name}`", first_line(one)
