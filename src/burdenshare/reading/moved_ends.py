"""Two figures of which one moved to the other, and no range: `from the current 2 % to 3 %`, `from just 5 % to 17 %`."""

from __future__ import annotations

from burdenshare.reading.tokens import Token

_FILLERS = frozenset(
    {"the", "current", "present", "existing", "today's", "just", "only", "its", "their", "a", "mere", "about", "around"}
    | {"some", "nearly", "roughly", "almost", "approximately", "under", "over", "old"}
)
_FILLED = 4
_LEVEL_REACH = 6
"""Tokens between `from` and the figure it moves from: `from their current average level of`."""


def led_by_from(tokens: list[Token], at: int) -> bool:
    """Whether nothing but small words stand between `from` and token `at`, where a figure begins."""
    for back in range(at - 1, max(-1, at - 2 - _FILLED), -1):
        if tokens[back].low == "from":
            return True
        if tokens[back].low not in _FILLERS:
            return False
    return False


def from_its_level(tokens: list[Token], at: int) -> bool:
    """`to increase expenditure from its current level of 2.3 per cent to 2.5 per cent`: where it stands and where it
    goes, and no range."""
    front = [token.low for token in tokens[max(0, at - _LEVEL_REACH) : at]]
    return front[-1:] in (["of"], ["at"]) and "from" in front
