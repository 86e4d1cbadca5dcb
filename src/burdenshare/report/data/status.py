"""What the record holds of each publisher, how old that is, and what is probably out by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from burdenshare.record import Record, Release
from burdenshare.record.expected import OLD, Due, Publisher, due, publishers
from burdenshare.record.layers import Layer

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Held:
    """One publisher: the releases held, the newest dated one, its age in days, and what is due."""

    publisher: Publisher
    releases: int
    newest: Release | None
    age: int | None
    due: Due | None
    imported: int  # of these releases, how many came with a layer


@dataclass(frozen=True, slots=True)
class Status:
    """The record on a day."""

    today: date
    edition: date
    version: str
    publishers: tuple[Held, ...]
    layers: tuple[Layer, ...]

    @property
    def age(self) -> int:
        """Days since the edition."""
        return (self.today - self.edition).days

    @property
    def old(self) -> bool:
        """Whether no report should rest on it without saying so."""
        return self.age > OLD


def status_of(record: Record, layers: Sequence[Layer], today: date) -> Status:
    """The status of `record` with `layers` on `today`."""
    brought = {one.release for one in layers}
    held = tuple(_held(one, record.releases(one.id), brought, today) for one in publishers())
    return Status(today, record.edition, record.version, held, tuple(layers))


def _held(publisher: Publisher, releases: Sequence[Release], brought: set[str], today: date) -> Held:
    dated = [one for one in releases if one.released_on is not None]
    newest = max(dated, key=lambda one: one.released_on or date.min, default=None)
    age = None if newest is None or newest.released_on is None else (today - newest.released_on).days
    return Held(
        publisher,
        len(releases),
        newest,
        age,
        due(publisher, releases, today),
        sum(one.id in brought for one in releases),
    )


def rendered_status(found: Status) -> RenderableType:
    """The status as a table with what to do below it."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, right in (("source", False), ("newest", False), ("out on", False), ("days", True), ("held", True)):
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for one in found.publishers:
        newest = one.newest
        table.add_row(
            one.publisher.name,
            newest.id if newest else "none",
            newest.released_on.isoformat() if newest and newest.released_on else "",
            "" if one.age is None else str(one.age),
            str(one.releases),
        )
    return Group(*(Text(line) for line in _head(found)), Text(), table, *(Text(line) for line in _tail(found)))


def _head(found: Status) -> list[str]:
    lines = [f"record {found.version}, speaks for {found.edition.isoformat()}, {found.age} days ago"]
    if found.old:
        lines.append(f"! older than {OLD} days: every report made with it says so")
    return lines


def _tail(found: Status) -> list[str]:
    lines = [""]
    late = [one.due for one in found.publishers if one.due is not None]
    if not late:
        lines.append("nothing is due: no release that is probably out is missing")
    for one in late:
        lines.append(f"! not held: {one.told}")
        lines.append(f"  from {one.publisher.page}; then burdenshare data import FILE")
    if found.layers:
        lines += ["", "layers: " + ", ".join(one.id for one in found.layers) + " (burdenshare data list)"]
    return lines


def status_shape(found: Status) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "today": found.today.isoformat(),
        "edition": found.edition.isoformat(),
        "version": found.version,
        "age_days": found.age,
        "old": found.old,
        "publishers": [_shape(one) for one in found.publishers],
        "layers": [one.id for one in found.layers],
    }


def _shape(one: Held) -> dict[str, Any]:
    newest = one.newest
    return {
        "id": one.publisher.id,
        "name": one.publisher.name,
        "page": one.publisher.page,
        "releases": one.releases,
        "imported": one.imported,
        "newest": newest.id if newest else None,
        "released_on": newest.released_on.isoformat() if newest and newest.released_on else None,
        "age_days": one.age,
        "due": None if one.due is None else {"what": one.due.what, "since": one.due.since.isoformat()},
    }
