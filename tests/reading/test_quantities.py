"""Quantities: the table that an analyst can read, and the rules that need more than one number."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from burdenshare.reading.folding import fold
from burdenshare.reading.periods import find_periods
from burdenshare.reading.quantities import Quantity, as_count, quantities
from burdenshare.reading.tokens import tokenize

TABLE = Path(__file__).parent.parent / "cases" / "quantities.csv"
SCALES = {"m": 1e6, "bn": 1e9}


@dataclass(frozen=True)
class End:
    """One end of an interval: `19`, `>3` (3 itself excluded), `484.5 bn`, `inf`."""

    value: float
    excluded: bool

    @classmethod
    def parse(cls, text: str) -> End:
        number, _, scale = text.strip().lstrip("<>").partition(" ")
        return cls(float(number) * SCALES.get(scale, 1.0), text.strip()[:1] in ("<", ">"))


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def of(words: str) -> list[Quantity]:
    """The quantities of `words`, without the numbers that are dates."""
    tokens = tokenize(fold(words).text)
    dates = find_periods(tokens, date(2025, 2, 13))
    return [q for q in quantities(tokens) if not any(p.first < q.core[1] and q.core[0] < p.last for p in dates)]


def split(field: str) -> list[str]:
    return [part.strip() for part in field.split(";")] if field else []


def test_table_is_large_and_says_every_words_once() -> None:
    words = [row["words"] for row in rows()]
    assert len(words) >= 120
    assert len(set(words)) == len(words)
    assert all(row["note"] for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["words"])
def test_row(row: dict[str, str]) -> None:
    found = of(row["words"])
    if not row["low"]:
        assert [q for q in found if q.unit != "ordinal"] == []
        return
    lows, highs = split(row["low"]), split(row["high"])
    units = split(row["unit"]) or [""]
    comparators = split(row["comparator"])
    assert len(found) == len(lows)
    for at, quantity in enumerate(found):
        check(quantity, End.parse(lows[at]), End.parse(highs[at]), units[at], comparators[at] if comparators else "")


def check(quantity: Quantity, low: End, high: End, unit: str, comparator: str) -> None:
    read = as_count(quantity) if unit == "count" else quantity
    assert read.value.low == pytest.approx(low.value, rel=1e-9)
    assert read.value.high == pytest.approx(high.value, rel=1e-9)
    assert (read.value.low_open, read.value.high_open) == (low.excluded, high.excluded)
    assert read.unit == {"count": "", "fraction": ""}.get(unit, unit)
    assert (read.value.kind == "fraction") is (unit == "fraction")
    assert comparator in ("", read.comparator)


def test_parts_of_a_from_to_pair_know_their_role() -> None:
    assert [q.role for q in of("from 1.33 to 1.76 per cent")] == ["from", "to"]
    assert [q.role for q in of("35 to 50 brigades")] == [""]


def test_central_is_the_number_as_said() -> None:
    assert of("nearly 20 %")[0].value.central == 20
    assert of("well north of 3 %")[0].value.central == 3
    assert of("$30-40bn")[0].value.central == 35e9


def test_unit_of_a_range_reaches_back_to_its_first_number() -> None:
    assert [q.unit for q in of("from 9 to 23 per cent")] == ["%", "%"]


def test_a_comma_list_is_no_range() -> None:
    assert [q.number.value for q in of("2, 3 and 4 %")] == [2, 3, 4]


def test_falling_numbers_with_a_hyphen_are_no_range() -> None:
    assert len(of("a 50-50 split")) == 2
    assert len(of("a 5-3 vote")) == 2


def test_hedge_reaches_over_an_article_and_not_over_other_words() -> None:
    assert of("more than the 2 %")[0].comparator == ">"
    assert of("more than they said, 2 %")[0].comparator == "="


def test_core_leaves_the_hedge_out() -> None:
    (found,) = of("well north of 3 %")
    assert found.first == 0
    assert found.core == (3, 5)


def test_a_suffix_inside_a_name_is_no_bound() -> None:
    assert [(q.value.central, q.rule) for q in of("the 5-plus-1 format")] == [(5.0, "plain"), (1.0, "plain")]
