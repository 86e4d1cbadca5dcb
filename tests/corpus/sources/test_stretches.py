"""A window and a member give the same bytes in the same way."""

from __future__ import annotations

import gzip
import random
from io import BytesIO

import pytest

from burdenshare.corpus.sources import stretches
from burdenshare.corpus.sources.stretches import DamagedError, Member, Stretch, Window

DATA = random.Random(3).randbytes(200_000) + bytes(300_000)
PACKED = gzip.compress(DATA, mtime=0)


def window() -> Stretch:
    return Window(BytesIO(b"before" + DATA + b"behind"), 6, 6 + len(DATA))


def member() -> Stretch:
    return Member(Window(BytesIO(b"before" + PACKED + b"behind"), 6, 6 + len(PACKED) + 6), 6)


@pytest.mark.parametrize(("made", "begin"), [(window, 6), (member, 0)])
def test_bytes_from_a_place_on(made: object, begin: int) -> None:
    assert callable(made)
    stretch = made()
    assert stretch.peek(10) == stretch.read(10) == DATA[:10]
    stretch.go(begin + 150_000)
    assert stretch.read(90_000) == DATA[150_000:240_000]
    stretch.go(begin + 5)
    assert stretch.at == begin + 5
    assert stretch.peek(len(DATA)) == DATA[5:]
    stretch.go(begin + len(DATA) - 3)
    assert stretch.read(10) == DATA[-3:]
    assert stretch.peek(1) == b""


def test_a_member_knows_where_it_ends() -> None:
    one = member()
    assert isinstance(one, Member)
    one.read(7)
    assert one.finish() == 6 + len(PACKED)


def test_a_member_is_not_unpacked_again_from_far_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "FAR", 100_000)
    one = member()
    one.go(200_000)
    with pytest.raises(DamagedError, match="cannot be told apart"):
        one.go(5)


@pytest.mark.parametrize(
    ("data", "told"), [(PACKED[:-20], "breaks off"), (b"no gzip", "is damaged"), (PACKED[:99] + b"??", "breaks off")]
)
def test_damage_is_told(data: bytes, told: str) -> None:
    with pytest.raises(DamagedError, match=told):
        Member(Window(BytesIO(data), 0, len(data)), 0).finish()
