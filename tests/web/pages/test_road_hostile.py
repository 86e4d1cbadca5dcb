"""What strangers write into the address and the scenario of a road: one clear page with a status of 4xx, no 500."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.pages.test_hostile import HOSTILE, SCRIPT

NAMES = (
    "scenario", "target", "by", "shape", "ally", "on", "against", "baseline", "draws", "seed", "shock", "centred",
    "toml", "multiplier_low", "offset_high", "was", "stood", "show", "quantity", "form", "theme", "frame",
)  # fmt: skip
FREE = {"was", "stood"}
"""Fields that only say how the form stood: nothing of theirs is looked up."""
READ = {
    "/road": {"quantity", "form", "theme", "frame"} | FREE,
    "/road/chart/fan.svg": {"form"} | FREE,
    "/road/download": {"show", "quantity", "theme", "frame"} | FREE,
}


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_hostile_is_taken(client: TestClient, path: str, name: str) -> None:
    for value in HOSTILE:
        answer = client.get(path, params={"draws": "0", "on": "2025-09-01", name: value})
        read = name not in READ[path]
        assert (400 <= answer.status_code < 500) if read else answer.status_code < 500, (value[:40], answer.text[:300])
        if answer.headers["content-type"].startswith("text/html"):
            assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("value", HOSTILE)
def test_no_word_of_a_scenario_is_run(client: TestClient, value: str) -> None:
    quoted = value.replace("\\", "").replace('"', "").replace("\x00", "") or "x"
    text = f'title = "{quoted}"\n[[target]]\nvalue = 3\nby = 2032\nallies = ["DEU"]\nreference = "{quoted}"\n'
    answer = client.post("/road", data={"text": text})
    assert answer.status_code == 200, answer.text[:500]
    assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
    assert "alert(1)" not in answer.text or "&lt;" in answer.text
    form = client.get(f"{answer.url.path}/download?{answer.url.query.decode()}&form=html")
    assert form.status_code == 200 and SCRIPT not in form.text
    drawn = client.get(f"/road/chart/fan.svg?{answer.url.query.decode()}")
    assert drawn.status_code == 200 and "<script" not in drawn.text


def test_no_word_of_an_ally_is_run(client: TestClient) -> None:
    text = f'title = "x"\n[[target]]\nvalue = 3\nby = 2032\nallies = ["{SCRIPT}"]\n'
    answer = client.post("/road", data={"text": text})
    assert answer.status_code == 422 and SCRIPT not in answer.text
