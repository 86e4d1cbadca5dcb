"""Series of the record as the catalogue tells them: what one publisher says of one measure, release by release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """One value of one table, as far as the catalogue counts it."""

    measure: str
    variant: str
    """What parts the values of one measure: a price basis, a kind of aid, an item."""
    unit: str
    release: str
    day: str
    """The day of the release, empty where the record knows none."""
    entity: str
    years: tuple[int, ...]
    """The years it speaks of, empty where the row names none."""
    source: str
    grade: str
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Vintage:
    """What one release holds of a series. `first` and `last` are years, 0 where no row names one."""

    release: str
    day: str
    values: int
    estimates: int
    first: int
    last: int
    entities: tuple[str, ...]
    sources: Counter[str]
    grades: Counter[str]


@dataclass(frozen=True, slots=True)
class Series:
    """One measure on one price basis in one unit by one publisher; `vintages` stand in the order of their days."""

    measure: str
    variant: str
    unit: str
    vintages: tuple[Vintage, ...]

    @property
    def values(self) -> int:
        """How many values all its releases hold."""
        return sum(one.values for one in self.vintages)

    @property
    def entities(self) -> tuple[str, ...]:
        """Whom any of its releases speaks of, sorted."""
        return tuple(sorted({entity for one in self.vintages for entity in one.entities}))

    @property
    def first(self) -> int:
        """The first year of any of its releases, 0 where no row names one."""
        return min((one.first for one in self.vintages if one.first), default=0)

    @property
    def last(self) -> int:
        """The last year of any of its releases, 0 where no row names one."""
        return max(one.last for one in self.vintages)

    @property
    def told(self) -> str:
        """The day, or the first and the last of the days, of its releases; empty where none has a day."""
        days = sorted({one.day for one in self.vintages if one.day})
        return days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}" if days else ""

    @property
    def sources(self) -> Counter[str]:
        """The values by the source from which they were taken."""
        return sum((one.sources for one in self.vintages), Counter())

    @property
    def grades(self) -> Counter[str]:
        """The values by the grade of their source."""
        return sum((one.grades for one in self.vintages), Counter())


def series_of(cells: Iterable[Cell]) -> tuple[Series, ...]:
    """The series that hold these values, in the order in which they first come."""
    found: dict[tuple[str, str, str], dict[tuple[str, str], list[Cell]]] = {}
    for cell in cells:
        kept = found.setdefault((cell.measure, cell.variant, cell.unit), {})
        kept.setdefault((cell.day, cell.release), []).append(cell)
    return tuple(
        Series(*name, tuple(_vintage(kept[key]) for key in sorted(kept, key=_undated_last)))
        for name, kept in found.items()
    )


def _undated_last(key: tuple[str, str]) -> tuple[bool, str, str]:
    return not key[0], *key


def _vintage(cells: list[Cell]) -> Vintage:
    years = [year for cell in cells for year in cell.years]
    return Vintage(
        release=cells[0].release,
        day=cells[0].day,
        values=len(cells),
        estimates=sum(cell.estimate for cell in cells),
        first=min(years, default=0),
        last=max(years, default=0),
        entities=tuple(sorted({cell.entity for cell in cells if cell.entity})),
        sources=Counter(cell.source for cell in cells),
        grades=Counter(cell.grade for cell in cells),
    )
