"""Errors travel between processes as they are."""

from __future__ import annotations

import pickle

import pytest

from burdenshare import errors
from burdenshare.errors import BurdenshareError, UnknownNameError
from burdenshare.web.guard import refusals

FAULTS: list[BurdenshareError] = [
    *(
        kind("is wrong", where="here", remedy="mend it")
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, BurdenshareError) and kind is not UnknownNameError
    ),
    UnknownNameError("form", "pdg", ["pdf"], where="form"),
    refusals.too_many(7),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: type(one).__name__)
def test_an_error_comes_back_as_it_was(fault: BurdenshareError) -> None:
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is type(fault)
    assert (vars(again), again.args, str(again), again.line()) == (vars(fault), fault.args, str(fault), fault.line())
