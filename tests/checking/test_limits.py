"""Every judgement constant stands in one table with its reason."""

from __future__ import annotations

from burdenshare.checking import limits


def test_every_limit_is_in_the_table_with_a_name_of_its_own_and_a_reason() -> None:
    declared = [one for one in vars(limits).values() if isinstance(one, limits.Limit)]
    assert set(limits.LIMITS) == set(declared)
    assert len({one.name for one in limits.LIMITS}) == len(limits.LIMITS)
    assert all(one.reason and one.unit and one.value > 0 for one in limits.LIMITS)


def test_the_fractions_in_words_are_those_of_the_law() -> None:
    assert list(limits.FRACTIONS) == sorted(limits.FRACTIONS)
    assert [round(one, 3) for one in limits.FRACTIONS] == [0.1, 0.2, 0.25, 0.333, 0.4, 0.5, 0.6, 0.667, 0.75, 0.8, 0.9]
