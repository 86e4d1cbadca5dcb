"""What workers look up in the record: the answers of `burdenshare record` and `burdenshare alliance` as JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.web.work.encoding import encoded

if TYPE_CHECKING:
    from burdenshare.record import Record


@dataclass(frozen=True, slots=True)
class CellAsked:
    """One value of the record as a visitor names it; `release` None for the newest that answers."""

    entity: str
    measure: str
    period: str
    as_of: date | None = None
    release: str | None = None
    basis: str = ""
    unit: str = ""
    threshold: float = 2.0
    baseline: int | None = None


def value(asked: CellAsked) -> dict[str, Any]:
    """The value with its source. Raises UnknownNameError, NotHeldError and InputError."""
    from burdenshare.report.lookup import finding_shape

    record = _record()
    return finding_shape(record, record.value(*_key(record, asked), release=asked.release, **_how(asked)))


def history(asked: CellAsked) -> list[dict[str, Any]]:
    """The value in every release that can answer, oldest first. Raises what `value` does."""
    from burdenshare.report.lookup import finding_shape, oldest_first

    record = _record()
    found = record.history(*_key(record, asked), **_how(asked))
    return [finding_shape(record, one) for one in oldest_first(found)]


def diff(first: str, second: str, measure: str | None, after: int, most: int) -> tuple[bytes, int | None]:
    """What changed between two releases: a page of it as JSON text, and where the next begins."""
    from burdenshare.report import changes, names

    record = _record()
    for field, release in (("first", first), ("second", second)):
        with _of(field):
            record.release(release)
    with _of("measure"):
        named = None if measure is None else names.measure_of(record, measure)
    shape = changes.changes_shape(changes.compared(record, first, second, named))
    end = after + most
    shape["changes"] = shape["changes"][after:end]
    return encoded(shape), end if end < shape["changed"] else None


def measures() -> list[dict[str, Any]]:
    """Every measure."""
    fields = ("id", "title", "unit", "kind", "formula")
    return [{field: getattr(one, field) for field in fields} for one in _record().measures()]


def entities() -> list[dict[str, Any]]:
    """Every ally, then every group with its members on the day of the edition."""
    record = _record()
    allies = [
        {"id": one.ally, "name": one.name, "kind": "ally", "joined_on": one.joined_on.isoformat(), "members": []}
        for one in record.allies()
    ]
    groups = [
        {"id": one, "name": record.name(one), "kind": "group", "joined_on": None, "members": _members(record, one)}
        for one in record.groups()
    ]
    return allies + groups


def releases(publisher: str) -> list[dict[str, Any]]:
    """Every release of a publisher, oldest first, undated ones last. Raises UnknownNameError."""
    from burdenshare.report.lookup import release_shape

    record = _record()
    known = sorted({one for measure in record.measures() for one in measure.publishers})
    if publisher not in known:
        raise UnknownNameError("publisher", publisher, known, where="publisher")
    return [release_shape(one) for one in record.releases(publisher)]


def status() -> dict[str, Any]:
    """What is held of each publisher, how old it is, and what is probably out today."""
    from burdenshare.record.layers import standing
    from burdenshare.report.data.status import status_of, status_shape
    from burdenshare.report.days import today

    return status_shape(status_of(_record(), standing(), today()))


def alliance(on: date | None, compare: date | None, parts: tuple[str, ...]) -> dict[str, Any]:
    """The alliance on a day, and what changed against another. Raises DateError and UnknownNameError."""
    from burdenshare.report.alliance.alliance import alliance as view

    return view(on=on, compare=compare).to_dict(parts=parts)


def _record() -> Record:
    from burdenshare.report.article import packaged_record

    return packaged_record()


@contextmanager
def _of(field: str) -> Iterator[None]:
    """Tell of which field an error is, where it does not say so itself."""
    try:
        yield
    except InputError as fault:
        fault.where = fault.where or field
        raise


def _members(record: Record, group: str) -> list[str]:
    return sorted(record.members(group, record.edition))


def _key(record: Record, asked: CellAsked) -> tuple[str, str, Any]:
    from burdenshare.report import names

    with _of("entity"):
        entity = names.entity_of(record, asked.entity)
    with _of("measure"):
        measure = names.measure_of(record, asked.measure)
    with _of("period"):
        return entity, measure, names.period_of(asked.period)


def _how(asked: CellAsked) -> dict[str, Any]:
    from burdenshare.report.days import past

    day = None if asked.as_of is None else past(asked.as_of, "as_of", "give a day that has been")
    how = {"basis": asked.basis, "unit": asked.unit, "threshold": asked.threshold, "baseline": asked.baseline}
    return {"as_of": day, **how}
