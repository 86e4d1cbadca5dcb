"""What a damage works on: a copy of the undamaged workbook, where its figures stand, and a source of chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from burdenshare.intake.grid import Value
from burdenshare.intake.model import PLACE, Delivery
from burdenshare.intake.nato.headings import Heading, heading_of
from burdenshare.intake.nato.years import year_of
from tools.fuzz_intake.books import Book, Page, Raw, Spot, spot
from tools.fuzz_intake.outcomes import Truth, truth_of

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one figure stands."""

    key: Key
    page: str
    at: Spot


@dataclass(slots=True)
class Case:
    """A damage fills in what it did: see `Variant`. `extra`: parts of the archive beside the sheets."""

    book: Book
    chance: Random
    stands: tuple[Stand, ...]
    truth: Truth
    name: str
    says: dict[Key, tuple[str, str]] = field(default_factory=dict)
    consistent: bool = False
    lacks: bool = False
    extra: dict[str, bytes] = field(default_factory=dict)
    content: bytes | None = None  # where the damage made the bytes itself

    def stand(self) -> Stand:
        """Any figure."""
        return self.chance.choice(self.stands)

    def row(self) -> tuple[Page, list[Stand]]:
        """All figures of any one row, and their sheet."""
        one = self.stand()
        return self.page(one), self.beside(one)

    def beside(self, one: Stand) -> list[Stand]:
        """The figures of the same row, from left to right."""
        found = [other for other in self.stands if (other.page, other.at[0]) == (one.page, one.at[0])]
        return sorted(found, key=lambda other: other.at)

    def page(self, one: Stand) -> Page:
        """The sheet of a figure."""
        return self.book.page(one.page)

    def tables(self) -> list[Page]:
        """The sheets that hold figures."""
        held = {one.page for one in self.stands}
        return [page for page in self.book.pages if page.name in held]

    def put(self, one: Stand, value: Value | Raw) -> None:
        """Write another value into a figure's cell."""
        self.page(one).cells[one.at] = value

    def number(self, one: Stand) -> float:
        """The figure itself."""
        return float(self.truth[one.key][0])

    def tells(self, one: Stand, number: float) -> None:
        """Say that the file now holds another number there."""
        self.says[one.key] = (repr(number), self.truth[one.key][1])

    def label(self, page: Page, row: int) -> Spot:
        """Where the name of a row stands."""
        return min(at for at, value in page.cells.items() if at[0] == row and isinstance(value, str))

    def headings(self, page: Page) -> list[tuple[Spot, str, Heading]]:
        """The lines of words of a sheet that say something of its figures, from above."""
        texts = [(at, value) for at, value in sorted(page.cells.items()) if isinstance(value, str)]
        told = [(at, text, heading_of(text)) for at, text in texts]
        return [one for one in told if not one[2].note and (one[2].numbered or not one[2].unknown)]

    def years(self, page: Page) -> list[Spot]:
        """The cells of the first row of years of a sheet."""
        for row in range(page.height):
            found = [at for at, value in sorted(page.cells.items()) if at[0] == row and _is_year(value)]
            if len(found) > 5:
                return found
        raise LookupError(page.name)

    def rename(self, spots: Mapping[Spot, Value], page: Page) -> None:
        """Write values into cells."""
        page.cells.update(spots)


def _is_year(value: Value | Raw | None) -> bool:
    return not isinstance(value, Raw) and year_of(value, "") is not None


def stands_of(delivery: Delivery) -> tuple[Stand, ...]:
    """Where every figure of a workbook's delivery stands."""
    keys = list(truth_of(delivery))
    places = [row[PLACE].rpartition("!") for row in delivery.tables["nato/expenditure.csv"]]
    return tuple(Stand(key, page, spot(at)) for key, (page, _, at) in zip(keys, places, strict=True))
