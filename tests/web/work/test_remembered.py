"""What visitors look at is remembered within bounds of time and room."""

from __future__ import annotations

import pytest

from burdenshare.web.given import pasted
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.values import Asked
from burdenshare.web.work.remembered import APART, SECONDS, Remembered


class Clock:
    """A time that passes when the test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(text: str = "NATO has 32 members.") -> Asked:
    return Asked(pasted(text))


def known(remembered: Remembered, name: str) -> bool:
    try:
        return remembered.get(name) is not None
    except Refusal as refusal:
        assert refusal.code == "no_text"
        return False


def test_what_is_asked_again_is_the_very_same() -> None:
    remembered, given = Remembered(), asked()
    first, second = remembered.keep(given), remembered.keep(given)
    assert first != second
    assert remembered.get(first) is given
    for unknown in ("", "x", "../etc"):
        with pytest.raises(Refusal, match="no longer remembered"):
            remembered.get(unknown)


def test_it_is_forgotten_in_time_unless_asked_for() -> None:
    clock = Clock()
    remembered = Remembered(clock=clock)
    looked_at, left = remembered.keep(asked()), remembered.keep(asked())
    clock.now = SECONDS - 1
    assert known(remembered, looked_at)
    clock.now = SECONDS + 1
    assert known(remembered, looked_at)
    assert not known(remembered, left)


def test_it_stays_within_its_room() -> None:
    remembered = Remembered(room=2 * (APART + 100))
    first, second = (remembered.keep(asked("x" * 100)) for _ in range(2))
    assert known(remembered, first)
    third = remembered.keep(asked("x" * 100))
    assert [known(remembered, one) for one in (first, second, third)] == [True, False, True]
    assert not known(remembered, remembered.keep(asked("x" * 10_000)))
