"""Files of pages: only those there are, each under an address that changes with its content."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from burdenshare.web.layout import asset
from burdenshare.web.pages.static import MEDIA


@pytest.mark.parametrize("name", sorted(MEDIA))
def test_each_file_is_served_for_good(client: TestClient, name: str) -> None:
    answer = client.get(asset(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(MEDIA[name])
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["app.py", "..%2fapp.py", "page.css", "example.txt", "vega.js.map"])
def test_no_other_file_is(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_what_every_page_loads_is_light(client: TestClient) -> None:
    assert sum(len(client.get(asset(name)).content) for name in ("app.css", "app.js", "icon.svg")) < 60_000
