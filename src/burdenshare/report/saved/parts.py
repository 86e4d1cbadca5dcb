"""One JSON object of a saved report, read key by key: what is missing, wrong or unknown is named by its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from burdenshare.errors import ReportError
from burdenshare.reading.model import Span

T = TypeVar("T")
Member = TypeVar("Member", bound=StrEnum)

DAMAGED = "it was damaged, or changed by hand"


def wrong(place: str, what: str) -> ReportError:
    """The error of a value that no report has at `place`."""
    return ReportError(f"{place or 'the report'} {what}", remedy=DAMAGED)


class Part:
    """An object and its place in the report (`statements[3].then`). Every getter raises ReportError."""

    def __init__(self, value: object, place: str = "") -> None:
        if not isinstance(value, dict):
            raise wrong(place, "is no object")
        self.place = place
        self._held: dict[str, object] = value
        self._asked: set[str] = set()

    def at(self, key: str) -> str:
        """The place of one of its values."""
        return f"{self.place}.{key}" if self.place else key

    def value(self, key: str) -> object:
        """Any value, which must be there."""
        self._asked.add(key)
        if key not in self._held:
            raise wrong(self.at(key), "is missing")
        return self._held[key]

    def has(self, key: str) -> bool:
        """Whether a field is there that may be left out."""
        return key in self._held

    def done(self) -> None:
        """Refuse keys that nobody asked for: a report never holds what its reader does not know."""
        unknown = sorted(self._held.keys() - self._asked)
        if unknown:
            raise wrong(self.at(unknown[0]), "is no field of a report")

    def text(self, key: str) -> str:
        """A string."""
        return _text(self.value(key), self.at(key))

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise wrong(self.at(key), "is neither true nor false")
        return value

    def maybe_flag(self, key: str) -> bool | None:
        """True, false or None."""
        return None if self.value(key) is None else self.flag(key)

    def whole(self, key: str) -> int:
        """A whole number that is not negative."""
        value = self.value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise wrong(self.at(key), "is no whole number from 0 on")
        return value

    def maybe_whole(self, key: str) -> int | None:
        """The same, or None."""
        return None if self.value(key) is None else self.whole(key)

    def number(self, key: str) -> float:
        """A finite number."""
        value = self.value(key)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise wrong(self.at(key), "is no number")
        if (
            not abs(value) <= sys.float_info.max
        ):  # compares whole numbers of any length, and is false for what is no number
            raise wrong(self.at(key), "is no finite number")
        return value

    def maybe_number(self, key: str) -> float | None:
        """The same, or None."""
        return None if self.value(key) is None else self.number(key)

    def number_or(self, key: str, otherwise: float) -> float:
        """The same, or `otherwise` for what the shape writes as null: an open end."""
        return otherwise if self.value(key) is None else self.number(key)

    def day(self, key: str) -> date:
        """A day as ISO text, exactly as the shape writes it."""
        text = self.text(key)
        try:
            found = date.fromisoformat(text)
        except ValueError:
            raise wrong(self.at(key), "is no day") from None
        if found.isoformat() != text:
            raise wrong(self.at(key), "is no day as YYYY-MM-DD")
        return found

    def moment(self, key: str) -> datetime:
        """A moment in UTC as ISO text, exactly as the shape writes it."""
        text = self.text(key)
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            raise wrong(self.at(key), "is no moment") from None
        if found.utcoffset() != timedelta(0) or found.isoformat().replace("+00:00", "Z") != text:
            raise wrong(self.at(key), "is no moment as YYYY-MM-DDThh:mm:ssZ")
        return found

    def maybe_day(self, key: str) -> date | None:
        """The same, or None."""
        return None if self.value(key) is None else self.day(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(_text(one, f"{self.at(key)}[{at}]") for at, one in enumerate(self._items(key)))

    def choice(self, key: str, kind: type[Member]) -> Member:
        """One of the members of an enumeration."""
        text = self.text(key)
        if text not in list(kind):
            raise wrong(self.at(key), f"is none of {', '.join(kind)}")
        return kind(text)

    def among(self, key: str, allowed: Collection[str]) -> str:
        """One of some strings."""
        text = self.text(key)
        if text not in allowed:
            raise wrong(self.at(key), f"is none of {', '.join(filter(None, allowed))}")
        return text

    def part(self, key: str) -> Part:
        """An object."""
        return Part(self.value(key), self.at(key))

    def maybe(self, key: str, read: Callable[[Part], T]) -> T | None:
        """What `read` makes of an object, or None."""
        return None if self.value(key) is None else read(self.part(key))

    def each(self, key: str, read: Callable[[Part], T]) -> tuple[T, ...]:
        """What `read` makes of each object of a list."""
        return tuple(read(Part(one, f"{self.at(key)}[{at}]")) for at, one in enumerate(self._items(key)))

    def _items(self, key: str) -> list[object]:
        value = self.value(key)
        if not isinstance(value, list):
            raise wrong(self.at(key), "is no list")
        return value


def span(part: Part) -> Span:
    """An object that holds nothing but offsets."""
    found = offsets(part)
    part.done()
    return found


def offsets(part: Part) -> Span:
    """The offsets of an object."""
    found = Span(part.whole("start"), part.whole("end"))
    if found.end < found.start:
        raise wrong(part.at("end"), "lies before its start")
    return found


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise wrong(place, "is no text")
    return value
