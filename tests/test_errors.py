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


def test_several_faults_are_one_error_that_holds_each() -> None:
    one, two = errors.InputError("one", where="a.csv, row 2"), errors.NotHeldError("two")
    held = errors.FaultsError([errors.FaultsError([one]), two])
    assert held.each == held.faults == (one, two) and one.each == (one,)
    again = pickle.loads(pickle.dumps(held))
    assert type(again) is errors.FaultsError and [one.line() for one in again.each] == [one.line() for one in held.each]
    assert held.line() == "2 faults: a.csv, row 2: one · two"
    assert errors.FaultsError([two] * 25).line().endswith("· two · and 5 more")
