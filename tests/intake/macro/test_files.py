"""What a file holds: looked at without raising, opened within bounds."""

from __future__ import annotations

import pytest

from burdenshare.intake.macro import files
from burdenshare.intake.model import DeliveryError, Given
from tools.fuzz_intake.workbooks import packed, workbook

TEXT = "a,é\n1,2\n".encode()


def test_a_workbook_is_an_archive_with_its_part() -> None:
    book = Given("a.xlsx", workbook({"A": [["x"]]}))
    assert files.is_archive(book) and files.is_workbook(book)
    archive = Given("a.zip", packed({"a.csv": TEXT}))
    assert files.is_archive(archive) and not files.is_workbook(archive)
    assert not files.is_archive(Given("a.csv", TEXT))
    assert files.is_workbook(Given("a.xls", files.OLD_WORKBOOK + bytes(100)))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(300), TEXT])
def test_a_look_never_raises(content: bytes) -> None:
    given = Given("a.zip", content)
    assert not files.is_workbook(given)
    assert files.heads(given, lambda name: True) == {}


def test_parts_that_fit_are_peeked_into() -> None:
    given = Given("a.zip", packed({"a.csv": TEXT, "b.txt": b"x"}))
    found = files.heads(given, lambda name: name.endswith(".csv"))
    assert {name: head.text for name, head in found.items()} == {"a.csv": "a,é\n1,2\n"}


def test_a_part_is_opened_by_name_and_the_file_by_none() -> None:
    given = Given("a.zip", packed({"a.csv": TEXT}))
    with files.part(given, "a.csv") as stream:
        assert stream.read() == TEXT
    with files.part(Given("a.csv", TEXT), "") as stream:
        assert stream.read() == TEXT


def test_a_damaged_part_is_refused() -> None:
    content = packed({"a.csv": TEXT * 500})
    with (
        pytest.raises(DeliveryError, match="damaged or locked archive"),
        files.part(Given("a.zip", content[:60] + b"xxxx" + content[64:]), "a.csv") as stream,
    ):
        stream.read()
