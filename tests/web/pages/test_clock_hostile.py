"""What strangers write into the address of a clock: one clear page with a status of 4xx, nothing run, no 500."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.pages.test_hostile import HOSTILE, SCRIPT

NAMES = (
    *("scenario", "on", "ceasefire", "until", "open_end", "half_life", "toml", "requirement", "form"),
    *("w-bild-2025-07", "w-", "w-<script>"),
)
READ = {"/clock": {"form"}, "/clock/download": set[str]()}


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_hostile_is_taken(client: TestClient, path: str, name: str) -> None:
    for value in HOSTILE:
        answer = client.get(path, params={"on": "2025-09-01", name: value})
        read = name not in READ[path]
        assert (400 <= answer.status_code < 500) if read else answer.status_code < 500, (value[:40], answer.text[:300])
        if answer.headers["content-type"].startswith("text/html"):
            assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("value", HOSTILE)
def test_no_word_of_a_scenario_is_run(client: TestClient, value: str) -> None:
    quoted = value.replace("\\", "").replace('"', "").replace("\x00", "") or "x"
    answer = client.post("/clock", data={"text": f'title = "{quoted}"\nreference = "{quoted}"\n[clock]\n'})
    assert answer.status_code == 200, answer.text[:500]
    assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
