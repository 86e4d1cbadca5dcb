"""A value made quickly is in every way the one `dataclass` would have made."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from burdenshare.quick import quick


@dataclass(frozen=True, slots=True)
class Slow:
    first: int
    kind: str = "plain"
    names: frozenset[str] = field(default_factory=frozenset)
    told: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    first: int
    kind: str = "plain"
    names: frozenset[str] = field(default_factory=frozenset)
    told: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)


@pytest.mark.parametrize(
    "given",
    [((1,), {}), ((1, "odd"), {}), ((1,), {"names": frozenset("ab")}), ((), {"kind": "k", "first": 2})],
)
def test_fields_are_those_of_the_slow_one(given: tuple[tuple[int, ...], dict[str, object]]) -> None:
    slow, made = Slow(*given[0], **given[1]), Quick(*given[0], **given[1])  # type: ignore[arg-type]
    assert [getattr(slow, one.name) for one in fields(slow)] == [getattr(made, one.name) for one in fields(made)]
    assert repr(made) == repr(slow).replace("Slow", "Quick")


def test_value_is_of_its_class_and_frozen() -> None:
    made = Quick(1)
    assert type(made) is Quick
    with pytest.raises(FrozenInstanceError):
        made.first = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.first


def test_value_is_equal_hashed_copied_and_changed_as_ever() -> None:
    made = Quick(1, names=frozenset("a"))
    assert made == Quick(1, names=frozenset("a")) and hash(made) == hash(Quick(1, names=frozenset("a")))
    assert copy.copy(made) == made == pickle.loads(pickle.dumps(made))
    assert replace(made, kind="odd") == Quick(1, "odd", frozenset("a"))


def test_no_two_values_share_what_is_made_for_each() -> None:
    assert Quick(1).told is not Quick(1).told


@pytest.mark.parametrize("given", [(), (1, "k", frozenset(), 4)])
def test_wrong_arguments_are_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*given)  # type: ignore[arg-type]
