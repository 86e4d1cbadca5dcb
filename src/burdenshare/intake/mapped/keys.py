"""Reading a mapping file key by key: each has a type, and an unknown one is refused with those that are known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from burdenshare.errors import UnknownNameError
from burdenshare.intake.model import DeliveryError

WHERE = "the mapping"


def faulty(what: str, *, section: str = "", remedy: str = "see docs/how-to-mapping.md") -> DeliveryError:
    """The error for a mapping file, with the section in which it stands."""
    return DeliveryError(what, where=f"{WHERE}, {section}" if section else WHERE, remedy=remedy)


def parsed(text: str) -> dict[str, Any]:
    """The mapping as TOML. Raises DeliveryError."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise faulty(f"is no TOML: {' '.join(str(fault).split())[:160]}") from None


class Section:
    """One table of the mapping file; what is asked of it is typed, and in the end everything must have been asked."""

    def __init__(self, name: str, told: object, allowed: tuple[str, ...]) -> None:
        if not isinstance(told, Mapping):
            raise faulty("is no table of keys and values", section=name)
        self.name = name
        self.told: Mapping[str, Any] = told
        for key in told:
            if key not in allowed:
                raise self.unknown("key", key, allowed)

    def unknown(self, kind: str, key: str, allowed: tuple[str, ...]) -> DeliveryError:
        """The error for a word that is none of those allowed: it lists them, the nearest first."""
        near = UnknownNameError(kind, key, allowed).suggestions
        first = f"did you mean {near[0]}? " if near else ""
        listed = ", ".join(allowed) or "none"
        return faulty(f"unknown {kind} '{key[:60]}'", section=self.name, remedy=f"{first}allowed: {listed}")

    def __contains__(self, key: str) -> bool:
        return key in self.told

    def text(self, key: str, default: str | None = None) -> str:
        """A text, a number or a day as text. Raises DeliveryError where it is missing and has no default."""
        if key not in self.told:
            if default is None:
                raise faulty(f"lacks the key '{key}'", section=self.name)
            return default
        return self.word(key, self.told[key])

    def word(self, key: str, value: object) -> str:
        """One value as text."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, date):
            return value.isoformat()[:10]
        if isinstance(value, str | int):
            return str(value)
        raise faulty(f"'{key}' must be a text", section=self.name, remedy="write it in quotation marks")

    def words(self, key: str) -> tuple[str, ...]:
        """One text or a list of them."""
        held = self.told.get(key, [])
        return tuple(self.word(key, one) for one in (held if isinstance(held, list) else [held]))

    def pairs(self, key: str) -> dict[str, str]:
        """A table of words and what they stand for."""
        held = self.told.get(key, {})
        if not isinstance(held, Mapping):
            raise faulty(f"'{key}' must be a table", section=self.name, remedy=f"write {key} = {{ word = 'meaning' }}")
        return {str(word): self.word(key, meaning) for word, meaning in held.items()}

    def count(self, key: str, default: int) -> int:
        """A line or a row, from 1."""
        held = self.told.get(key, default)
        if isinstance(held, bool) or not isinstance(held, int) or held < (0 if key not in self.told else 1):
            raise faulty(f"'{key}' must be a whole number from 1", section=self.name)
        return held

    def decimal(self, key: str) -> Decimal | None:
        """A factor, as text so that no digit of it is lost, or as a number."""
        if key not in self.told:
            return None
        try:
            found = Decimal(str(self.told[key]))
        except InvalidOperation:
            raise faulty(f"'{key}' must be a number", section=self.name, remedy=f"write {key} = '0.001'") from None
        if not found.is_finite() or not found or abs(found.adjusted()) > 30:
            raise faulty(f"'{key}' must be a number other than 0", section=self.name)
        return found

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """A text that must be one of those allowed."""
        found = self.text(key, default)
        if found not in allowed:
            raise self.unknown(f"'{key}'", found, allowed)
        return found
