"""How old each source is: from its own rows, never after the edition."""

from __future__ import annotations

from datetime import date

from burdenshare.record import Record
from burdenshare.web.views.sources import sources


def test_days_come_from_the_rows_of_a_source(record: Record) -> None:
    held = sources()
    by_key = {one.link.key: one for table in held.tables for one in table.sources}
    assert by_key["medina-2607"].newest == date(2026, 7, 7)
    assert by_key["kiel-29"].newest == date(2026, 8, 4)
    assert by_key["wdi_gmd"].newest is not None
    assert all(one.days is None or one.days >= 0 for one in by_key.values())
    assert sum(one.newest is not None for one in by_key.values()) > 110


def test_every_release_is_on_its_shelf(record: Record) -> None:
    first = sources().shelves[0].releases
    assert [one.id for one, _ in first] == [one.id for one in reversed(record.releases())]
    assert all(known for _, known in first)
