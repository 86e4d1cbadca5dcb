"""An archive is cut only where a member begins, and found again behind what is damaged."""

from __future__ import annotations

import gzip
import random
from io import BytesIO
from itertools import accumulate, pairwise

import pytest

from benchmarks.corpus_sample import packed, record
from burdenshare.corpus.sources import members
from burdenshare.corpus.sources.members import cuts, next_member


def noise(seed: int, size: int) -> bytes:
    """Bytes that no packer makes smaller: they lie in the member as they are."""
    return random.Random(seed).randbytes(size)


def archive(count: int = 60, size: int = 5_000) -> list[bytes]:
    return [packed(record(f"https://www.valley.example/{number}", noise(number, size))) for number in range(count)]


def begins(pieces: list[bytes]) -> set[int]:
    return {0, *accumulate(map(len, pieces))}


def test_cuts_are_beginnings_of_members_about_as_far_apart_as_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "UNBROKEN", 20_000)
    pieces = archive()
    data = b"".join(pieces)
    found = cuts(BytesIO(data), len(data), 50_000)
    assert len(found) == 6
    assert set(found) <= begins(pieces)
    assert all(50_000 <= last - first < 60_000 for first, last in pairwise(found))


def test_one_member_for_all_records_is_not_cut() -> None:
    data = packed(b"".join(record(f"https://www.valley.example/{one}", noise(one, 9_000)) for one in range(50)))
    assert cuts(BytesIO(data), len(data), 50_000) == [0]


def test_an_archive_within_an_archive_is_no_place_to_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where gzip gave up packing, the members of an archive that was fetched as a page lie open in the outer one."""
    monkeypatch.setattr(members, "UNBROKEN", 160 * 1024)
    inner = b"".join(archive(200))
    outer = gzip.compress(record("https://www.valley.example/old.warc.gz", inner), 0, mtime=0)
    pieces = [outer, *archive(100)]
    data = b"".join(pieces)
    assert data.count(b"\x1f\x8b\x08") > 150  # they do lie open
    found = cuts(BytesIO(data), len(data), 100_000)
    assert set(found) <= begins(pieces)
    assert len(found) > 1


def test_the_end_of_an_archive_proves_a_cut_too() -> None:
    pieces = archive(20)
    data = b"".join(pieces)
    assert set(cuts(BytesIO(data), len(data), 90_000)) <= begins(pieces)


def test_a_damaged_stretch_is_not_cut_in() -> None:
    pieces = archive(200)
    pieces[100] = pieces[100][:2000] + b"????" + pieces[100][2004:]
    data = b"".join(pieces)
    found = cuts(BytesIO(data), len(data), 100_000)
    assert set(found) <= begins(pieces)
    assert any(one > sum(map(len, pieces[:101])) for one in found)


@pytest.mark.parametrize("junk", [b"", b"junk", b"\x1f\x8b\x08\x00junk", b"\x1f\x8b\x08\xff" * 30_000])
def test_the_next_member_is_found_behind_anything(junk: bytes) -> None:
    first, second = archive(2)
    data = first[:-9] + junk + second
    assert next_member(BytesIO(data), 1, len(data)) == len(first) - 9 + len(junk)


def test_the_first_bytes_of_a_member_may_lie_across_two_pieces() -> None:
    (member,) = archive(1)
    for before in range(65_530, 65_540):
        data = bytes(before) + member
        assert next_member(BytesIO(data), 0, len(data)) == before


def test_no_member_is_none() -> None:
    data = b"\x1f\x8b\x08\x00" + bytes(100) + packed(b"no record")
    assert next_member(BytesIO(data), 0, len(data)) is None
