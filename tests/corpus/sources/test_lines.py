"""Every line of JSON Lines is read or told once, however the file is cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources import lines
from burdenshare.reading.documents.sources import MOST_BYTES


def read(path: Path, *spans: tuple[int, int]) -> list[Entry | Broken]:
    whole = spans or ((0, path.stat().st_size),)
    return [one for begin, end in whole for one in lines.entries(str(path), begin, end, None)]


def told(found: list[Entry | Broken]) -> list[str]:
    return [one.reason if isinstance(one, Broken) else one.source.data.decode() for one in found]


@pytest.mark.parametrize("every", [1, 7, 30, 31, 500])
@pytest.mark.parametrize("last", ["\n", ""])
def test_each_line_stands_in_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int, last: str) -> None:
    path = tmp_path / "wire.jsonl"
    texts = [f"Word {'o' * (number % 9)} {number}." for number in range(30)]
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts) + last)
    monkeypatch.setattr(lines, "BYTES_A_SHARD", every)
    spans = list(lines.spans(path.stat().st_size))
    assert told(read(path, *spans)) == texts
    assert [one.place for one in read(path, *spans)] == [one.place for one in read(path)]


def test_broken_lines_are_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    bad = [b"{broken", b"[1]", b'{"text": "\xff"}', b"[" * 100_000, b'{"title": "no text"}', b"7"]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\n".join([b'{"text": "first"}', *bad, b'{"text": "last"}']))
    assert told(read(path)) == [
        "first",
        "no JSON that can be read",
        "no JSON object",
        "wrongly encoded: not UTF-8 at byte 10 of the line",
        "no JSON that can be read",
        "has no text",
        "no JSON object",
        "last",
    ]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * (3 * MOST_BYTES) + b'"}\n{"text": "last"}\n')
    assert told(read(path)) == ["a line longer than 20 MB", "last"]


def test_an_empty_file_has_one_part_and_no_line(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.touch()
    assert list(lines.spans(0)) == [(0, 0)]
    assert read(path) == []
