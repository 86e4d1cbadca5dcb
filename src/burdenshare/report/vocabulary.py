"""The names of the record in a terminal, one a line with what it means: what may be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report.hanging import Hanging
from burdenshare.report.wording import day


def rendered_names(record: Record, kind: str) -> RenderableType:
    """The allies, groups, measures or releases of the record."""
    rows = list(named(record, kind))
    width = max(len(name) for name, _ in rows)
    return Group(*(Hanging(f"{name:<{width}}  ", Text(told)) for name, told in rows))


def named(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    """Each id with what it means."""
    if kind == "allies":
        yield from ((one.ally, f"{one.name}, since {one.joined_on.isoformat()}") for one in record.allies())
    elif kind == "groups":
        yield from ((group, record.name(group)) for group in record.groups())
    elif kind == "measures":
        yield from ((one.id, f"{one.title} ({one.unit})") for one in record.measures())
    else:
        yield from ((one.id, f"{day(one.released_on)}: {one.title}") for one in record.releases())
