"""When somebody is asked again."""

from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.corpus.watching.timing import JITTER, LONGEST, MOST_ASKED, backed_off, wished

NOW = 1_771_416_000.0


@given(st.integers(1, 400), st.floats(300.0, 604_800.0), st.text(max_size=5))
def test_a_wait_is_never_shorter_than_the_interval_and_has_an_end(failures: int, interval: float, seed: str) -> None:
    wait = backed_off(NOW, interval, failures, "feed", seed) - NOW
    assert interval <= wait + 1e-3
    assert wait <= max(LONGEST, interval) * (1 + JITTER) + 1e-3


def test_a_wait_grows_with_every_failure_until_its_end() -> None:
    waits = [backed_off(NOW, 300.0, failures, "feed", "seed") - NOW for failures in range(5)]
    assert waits == sorted(waits)
    assert waits[4] > 8 * waits[0]


def test_the_same_seed_gives_the_same_wait_and_feeds_are_spread() -> None:
    assert backed_off(NOW, 300.0, 2, "a", "seed") == backed_off(NOW, 300.0, 2, "a", "seed")
    assert len({backed_off(NOW, 300.0, 2, key, "seed") for key in "abcdefgh"}) == 8


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("120", 120.0),
        (formatdate(NOW + 600, usegmt=True), 600.0),
        ("999999999", MOST_ASKED),
        (formatdate(NOW + 10 * MOST_ASKED, usegmt=True), MOST_ASKED),
    ],
)
def test_what_a_server_wishes_is_followed(told: str, wait: float) -> None:
    assert wished({"retry-after": told}, NOW) - NOW == pytest.approx(wait)


@pytest.mark.parametrize("told", ["", "soon", "-5", "1e9", "9" * 40, "Mon, 99 Foo 2026"])
def test_what_is_no_wish_is_none(told: str) -> None:
    assert wished({"retry-after": told}, NOW) == 0.0
