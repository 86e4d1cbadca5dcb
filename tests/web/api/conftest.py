"""One application for the tests of the API, on a database of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.web.direct import client_of, direct_app

TEXT = "NATO has 32 members. Germany spent 2.1 % of GDP on defence in 2024."
ARTICLE = {"text": TEXT, "on": "2025-02-13"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application, without workers."""
    with direct_app(f"sqlite:///{tmp_path_factory.mktemp('api') / 'reports.db'}") as made:
        yield made


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """A client with the token."""
    return client_of(app)


@pytest.fixture
def stranger(app: FastAPI) -> TestClient:
    """A client without it."""
    return client_of(app, token="")
