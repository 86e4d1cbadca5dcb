"""Both real databases: every test that asks for `url` or `store` runs on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from burdenshare.web.store.store import Store
from tests.web.store.server import NAME, programs, running


@pytest.fixture(scope="session")
def fresh_database() -> Iterator[Callable[[], str]]:
    """Gives the address of a new, empty database on a server of its own with each call."""
    folder = programs()
    if folder is None:
        pytest.skip("the programs of a PostgreSQL server (initdb, postgres) are not installed")
    numbers = count(1)
    with running(folder) as home:

        def fresh() -> str:
            name = f"store_{next(numbers)}"
            with psycopg.connect(host=str(home), user=NAME, dbname=NAME, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return f"postgresql://{NAME}@/{name}?host={quote(str(home))}"

        yield fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: a file, then a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'reports.db'}"
    fresh: Callable[[], str] = request.getfixturevalue("fresh_database")
    return fresh()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store on it, open."""
    with Store.open(url) as opened:
        yield opened
