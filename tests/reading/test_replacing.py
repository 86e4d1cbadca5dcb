"""`replaced` makes what `dataclasses.replace` makes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.replacing import replaced

DRAFT = Draft(1, 4, (2, 3), Kind.FACT, "share_of_gdp", "plain", subject=("POL",), holes=frozenset({"group"}))

CASES: list[tuple[Any, dict[str, Any]]] = [
    (DRAFT, {}),
    (DRAFT, {"period": "2024", "period_from": "explicit"}),
    (DRAFT, {"first": 0, "likely": True, "ours": True}),
    (Topic(), {"measure": "guideline", "block": 3, "aid_at": 4}),
    (Interval(1.9, 2.1, central=2.0), {"low": 2.0, "low_open": True}),
]


@pytest.mark.parametrize(("one", "changes"), CASES)
def test_a_changed_copy_is_the_same_as_that_of_dataclasses(one: Any, changes: dict[str, Any]) -> None:
    assert replaced(one, **changes) == replace(one, **changes)


def test_the_first_value_stays_as_it_was() -> None:
    replaced(DRAFT, period="2024")
    assert DRAFT.period == ""


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        replaced(DRAFT, colour="red")
