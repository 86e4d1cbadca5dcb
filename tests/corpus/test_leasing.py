"""Places elsewhere are held by a note that is renewed; no clock is compared with another one."""

from __future__ import annotations

import json
import os
import time
from secrets import token_hex

import pytest

from burdenshare.corpus import leasing
from burdenshare.corpus.leasing import NAME, leased, still_leased
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.errors import InputError


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Storage:
    """A place in memory, with everything a hundred times as fast."""
    for name in ("RENEWED", "STALE", "SETTLED"):
        monkeypatch.setattr(leasing, name, getattr(leasing, name) / 100)
    return storage_at(f"memory://{token_hex(6)}/out")


def note(storage: Storage) -> dict[str, object]:
    held: dict[str, object] = json.loads(storage.read(NAME) or b"{}")
    return held


def test_who_holds_a_place_renews_its_note_and_takes_it_away(storage: Storage) -> None:
    with leased(storage) as holder:
        first = note(storage)
        assert first["holder"] == holder
        until = time.monotonic() + 20
        while note(storage) == first and time.monotonic() < until:
            time.sleep(0.02)
        assert note(storage) != first
        still_leased(storage, holder)
    assert storage.read(NAME) is None


def test_the_second_is_refused_while_the_first_lives(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leasing, "STALE", 20.0)
    with leased(storage) as holder:
        with pytest.raises(InputError, match="another run works on it"), leased(storage):
            pass
        still_leased(storage, holder)


def test_a_note_that_nobody_renews_is_of_a_run_that_has_ended(storage: Storage) -> None:
    told = {"holder": "gone", "beat": 3, "machine": "another", "process": 1, "since": "1"}
    storage.write(NAME, json.dumps(told).encode())
    with leased(storage) as holder:
        assert note(storage)["holder"] == holder


def test_a_note_of_a_killed_run_of_this_machine_is_known_at_once(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leasing, "_renewed", lambda storage, found: pytest.fail("it must not wait"))
    leasing._write(storage, "killed", 0)
    found = note(storage)
    if not found["machine"]:
        pytest.skip("this system does not tell its machine")
    storage.write(NAME, json.dumps({**found, "since": "an earlier process of the same number"}).encode())
    with leased(storage):
        pass


@pytest.mark.parametrize("content", [b"no JSON", b"[]"])
def test_a_damaged_note_holds_nobody_up(storage: Storage, content: bytes) -> None:
    storage.write(NAME, content)
    with leased(storage):
        assert note(storage)["process"] == os.getpid()


def test_who_was_overtaken_commits_nothing(storage: Storage) -> None:
    with leased(storage) as holder:
        leasing._write(storage, "another", 0)
        with pytest.raises(InputError, match="another run has taken it over"):
            still_leased(storage, holder)
    assert note(storage)["holder"] == "another"  # theirs is not taken away
