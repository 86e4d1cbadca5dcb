"""A lazy answer is worked out once, when it is asked for, by value and not by class."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.lazily import lazily

asked: list[int] = []


@dataclass(frozen=True)
class Square:
    side: int

    @lazily
    def area(self) -> int:
        """What it covers."""
        asked.append(self.side)
        return self.side**2


def test_answer_is_worked_out_once_for_each_value() -> None:
    asked.clear()
    two, three = Square(2), Square(3)
    assert asked == []
    assert (two.area, two.area, three.area) == (4, 4, 9)
    assert asked == [2, 3]
    assert two == Square(2) and hash(two) == hash(Square(2))


def test_class_gives_the_rule_with_its_words() -> None:
    assert Square.area.__doc__ == "What it covers."
