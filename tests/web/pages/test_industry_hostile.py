"""What strangers write into the address of the industry: one clear page with a status of 4xx, nothing run, no 500."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.pages.test_hostile import HOSTILE, SCRIPT

NAMES = (
    *("view", "item", "scenario", "toml", "units", "money", "price", "from", "to", "reach"),
    *("on", "until", "draws", "seed", "form"),
)
READ = {"/industry": {"form"}, "/industry/download": set[str]()}


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_hostile_is_taken(client: TestClient, path: str, name: str) -> None:
    for value in HOSTILE:
        answer = client.get(path, params={"on": "2026-05-01", "draws": "0", name: value})
        read = name not in READ[path]
        assert (400 <= answer.status_code < 500) if read else answer.status_code < 500, (value[:40], answer.text[:300])
        if answer.headers["content-type"].startswith("text/html"):
            assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("value", HOSTILE)
def test_no_word_of_a_scenario_is_run(client: TestClient, value: str) -> None:
    quoted = value.replace("\\", "").replace('"', "").replace("\x00", "")[:1000] or "x"
    text = (
        f'title = "{quoted}"\nreference = "{quoted}"\n[[buy]]\nitem = "mistral"\nunits = 5\nreference = "{quoted}"\n'
        f'price = {{ low = 1, central = 2, high = 3, reference = "{quoted}", reason = "{quoted}" }}\n'
        f'rate = {{ low = 1, central = 2, high = 3, reference = "{quoted}" }}\n'
    )
    answer = client.post("/industry", data={"text": text}, follow_redirects=False)
    assert answer.status_code == 303, answer.text[:500]
    query = answer.headers["location"].partition("?")[2]
    for place in ("/industry", "/industry/download"):
        for form in ("svg", "html"):
            made = client.get(f"{place}?{query}&form={form}&draws=0")
            assert made.status_code == 200, made.text[:300]
            assert SCRIPT not in made.text and "onerror=alert(1)>" not in made.text
