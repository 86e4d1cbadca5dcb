"""Source keys become pages that a reader can open."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from burdenshare.report.citations import Citation, citation, opened


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.nato.int/a.pdf", "https://www.nato.int/a.pdf"),
        ("NATO: https://www.nato.int/a.pdf; read twice", "https://www.nato.int/a.pdf"),
        (
            "github:owner/repo@0123456789ab:data/file.csv",
            "https://github.com/owner/repo/blob/0123456789ab/data/file.csv",
        ),
        ("github:owner/repo@0123456789ab", "https://github.com/owner/repo/tree/0123456789ab"),
        ("github:owner/repo", "https://github.com/owner/repo"),
        ("owner/repo@0123456:a/b.csv; noted", "https://github.com/owner/repo/blob/0123456/a/b.csv"),
        ("javascript:alert(1)", ""),
        ("a book", ""),
    ],
)
def test_address_that_opens(text: str, address: str) -> None:
    assert opened(text) == address


def test_key_of_a_release_is_told_by_title_and_publisher() -> None:
    cited = citation("medina-2607")
    assert cited.publisher == "NATO"
    assert "2026-07" in cited.title
    assert cited.address.startswith("https://github.com/")


def test_every_source_has_a_title_and_all_that_carry_a_verdict_have_an_address() -> None:
    table = files("burdenshare").joinpath("data", "nato", "expenditure.csv").read_text(encoding="utf-8")
    grades = files("burdenshare").joinpath("data", "sources.csv").read_text(encoding="utf-8")
    secondary = {row["source"] for row in csv.DictReader(grades.splitlines()) if row["grade"] == "secondary"}
    for key in {row["source"] for row in csv.DictReader(table.splitlines())}:
        assert citation(key).title, key
        assert citation(key).address or key in secondary, key


def test_unknown_key_speaks_for_itself() -> None:
    assert citation("a page").label == "a page"


def test_bracket_of_an_address_stays_and_that_of_the_sentence_goes() -> None:
    assert opened("see https://example.org/Minister_(Denmark)") == "https://example.org/Minister_(Denmark)"
    assert opened("(read at https://example.org/list).") == "https://example.org/list"


def test_name_leaves_the_address_to_the_link() -> None:
    address = "https://example.org/a"
    assert Citation("k", "A report", "NATO", address).name == "NATO: A report"
    assert Citation("k", address, "NATO (via X)", address).name == "NATO (via X)"
    assert Citation(address, "", "", address).name == address
    assert Citation("a key", "", "", "").name == "a key"
