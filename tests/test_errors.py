"""Errors travel between processes as they were."""

from __future__ import annotations

import pickle

import pytest

from burdenshare import errors


@pytest.mark.parametrize(
    "error",
    [
        errors.InputError("is no article", where="file.txt", remedy="give another"),
        errors.UnknownNameError("measure", "shere", ["share_of_gdp", "share"], where="--measure"),
        errors.NotHeldError("not held", where="DEU share_of_gdp 1900"),
    ],
)
def test_an_error_unpickles_as_it_was(error: errors.BurdenshareError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert again.line() == error.line() == str(again)
    assert vars(again) == vars(error)
