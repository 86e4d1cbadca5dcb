"""One record for all tests of the checking room, and a short way to ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.checking import Checked, check_statement
from burdenshare.reading.model import Statement
from burdenshare.record.record import Record, load_record

Ask = Callable[[Statement, date], Checked]


@pytest.fixture(scope="session")
def record() -> Record:
    return load_record()


@pytest.fixture(scope="session")
def ask(record: Record) -> Ask:
    """Check a statement of a day; *now* is the edition."""
    return lambda statement, on: check_statement(statement, record, on=on, now=record.edition)
