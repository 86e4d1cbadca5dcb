"""A calibre counts nothing, however it is written."""

from __future__ import annotations

import pytest

from burdenshare.reading.calibres import is_calibre
from tests.reading.conftest import Read


@pytest.mark.parametrize("behind", [["mm", "shells"], ["-", "mm"], ["millimetre", "rounds"], ["-", "millimeter"]])
def test_a_calibre(behind: list[str]) -> None:
    assert is_calibre(behind)


@pytest.mark.parametrize("behind", [[], ["shells"], ["-", "year"], ["shells", "mm"]])
def test_no_calibre(behind: list[str]) -> None:
    assert not is_calibre(behind)


@pytest.mark.parametrize("calibre", ["155 mm", "155-mm", "155mm", "155-millimetre"])
def test_the_shells_are_counted_and_the_calibre_is_not(reading: Read, calibre: str) -> None:
    found = reading(f"The US Army makes about 40,000 {calibre} shells each month.").statements
    assert [one.value.central for one in found if one.measure == "production" and one.value] == [40_000]
