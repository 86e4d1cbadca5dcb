"""Records are told apart although some of them lie about their length."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus_sample import packed, record
from burdenshare.corpus.sources.records import MOST_PASSED, Raw, records
from burdenshare.corpus.sources.stretches import DamagedError, Member, Window

ADDRESSES = [f"https://www.valley.example/{number}" for number in range(4)]


def with_length(data: bytes, length: object) -> bytes:
    head, _, rest = data.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
    return b"\r\n".join([*lines, f"Content-Length: {length}".encode()]) + b"\r\n\r\n" + rest


def plain(data: bytes) -> list[Raw]:
    return list(records(Window(BytesIO(data), 0, len(data))))


def within_one_member(data: bytes) -> list[Raw]:
    made = packed(data)
    return list(records(Member(Window(BytesIO(made), 0, len(made)), 0)))


def addresses(found: list[Raw]) -> list[str]:
    return [one.head.partition(b"Target-URI: ")[2].partition(b"\r\n")[0].decode() for one in found if not one.fault]


WAYS = pytest.mark.parametrize("read", [plain, within_one_member])


@WAYS
def test_records_one_after_another(read: object) -> None:
    assert callable(read)
    data = b"".join(record(one, f"<p>{one}</p>".encode() * 900) for one in ADDRESSES)
    found = read(data)
    assert addresses(found) == ADDRESSES
    assert [one.at for one in found] == [data.index(b"WARC/1.0"), *(one.at for one in found[1:])]
    assert all(one.length == len(one.data) for one in found)


@WAYS
@pytest.mark.parametrize("length", [0, 5, 400, 40_000, 2_000_000_000, MOST_PASSED + 1, "-7", "many", "9" * 30])
def test_a_wrong_length_costs_its_own_record_alone(read: object, length: object) -> None:
    assert callable(read)
    pieces = [record(one, b"<p>word</p>" * 100) for one in ADDRESSES]
    pieces[1] = with_length(pieces[1], length)
    found = read(b"".join(pieces))
    assert addresses(found) == [ADDRESSES[0], *ADDRESSES[2:]]
    assert sum(bool(one.fault) for one in found) == 1


@WAYS
def test_garbage_between_records_is_told_once(read: object) -> None:
    assert callable(read)
    one, two, *_ = (record(address, b"page") for address in ADDRESSES)
    found = read(one + b"garbage\r\n\r\nmore of it\r\n" * 9_000 + two)
    assert addresses(found) == ADDRESSES[:2]
    assert [raw.fault for raw in found if raw.fault] == ["no record begins here"]


def test_heads_of_other_writers_are_read() -> None:
    bare = b"WARC/1.1\nWARC-Type:response\ncontent-length:4\n\npage\n\n"
    late = b"\r\n\r\n" + record(ADDRESSES[0], b"page").rstrip(b"\r\n")
    assert [one.data[-4:] for one in plain(bare + bare + late)] == [b"page"] * 3


def test_of_a_record_only_so_much_is_kept_as_asked_for() -> None:
    data = b"".join(record(one, b"x" * 5_000) for one in ADDRESSES)
    found = list(records(Window(BytesIO(data), 0, len(data)), kept=0))
    assert addresses(found) == ADDRESSES
    assert {one.data for one in found} == {b""}


def test_a_member_that_breaks_off_is_damaged() -> None:
    made = packed(record(ADDRESSES[0], b"page" * 3_000))[:-9]
    with pytest.raises(DamagedError, match="breaks off"):
        list(records(Member(Window(BytesIO(made), 0, len(made)), 0)))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 3), st.binary(max_size=80)), max_size=12))
def test_anything_ends_and_no_whole_record_behind_a_whole_one_is_lost(parts: list[int | bytes]) -> None:
    """Garbage may swallow what begins within it, but a record right behind a whole one is always read."""
    data = b"".join(record(ADDRESSES[one], b"page") if isinstance(one, int) else one for one in parts)
    found = addresses(plain(data))
    before: int | bytes = 0
    for one in parts:
        if isinstance(one, int) and isinstance(before, int):
            assert ADDRESSES[one] in found
        before = one
