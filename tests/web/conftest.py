"""One running workbench for all tests of its pages: real workers, a database of its own in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
pytest.importorskip("pebble", reason="the extra `web` is not installed")

from starlette.testclient import TestClient

from burdenshare.web.app import create_app
from burdenshare.web.settings import Limits, Settings

LIMITS = Limits(workers=1, requests=0, works=0, seconds=30.0)
"""Of the tests: no limit of number, since they come from one address."""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path_factory.mktemp('web') / 'reports.db'}", limits=LIMITS)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """A browser without scripts, on a server that listens nowhere."""
    with TestClient(create_app(settings), raise_server_exceptions=False) as started:
        yield started
