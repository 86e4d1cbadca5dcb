"""What one release of the tracker holds of one definition and one kind of aid: nothing is mixed (semantics §3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from burdenshare.lazily import lazily
from burdenshare.record.aid import MEASURE, PAGE, PUBLISHER
from burdenshare.record.donors import ALL, donors
from burdenshare.record.index import Index
from burdenshare.record.model import Observation, Release
from burdenshare.record.months import Span, place

EURO = "EUR"
OF_GDP = "% of donor 2021 GDP"
THROUGH = "EUR, via EU institutions (share of EU aid)"
OF_GDP_WITH = "% of donor 2021 GDP, incl. share of EU aid"
"""Units of the tracker: money, the release's own ratio, and a member's part of what the institutions gave."""
YEAR_LETTERS, MONTH_LETTERS = 4, 7
HELD_BY_MONTH = 0.5
"""Part of a release's own sum that its months must hold before they answer: the months of release 28's commitments are
all nought beside EUR 361 bn; of its allocations they hold 95 %."""


class Definition(StrEnum):
    """How far a promise has come. The three are never added and never compared with each other."""

    ALLOCATION = "allocation"  # set aside for packages that are named: the tracker's own main measure since April 2024
    COMMITMENT = "commitment"  # announced, for whatever year
    DISBURSEMENT = "disbursement"  # paid out; held of financial aid alone


class Kind(StrEnum):
    """What is given."""

    TOTAL = "total"
    MILITARY = "military"
    FINANCIAL = "financial"
    HUMANITARIAN = "humanitarian"


PARTS = (Kind.MILITARY, Kind.FINANCIAL, Kind.HUMANITARIAN)
"""What a total is the sum of."""

Rows = tuple[Observation, ...]


@dataclass(frozen=True)
class Book:
    """One release's rows of a definition and kind, by donor. `span` is what the whole release counts; `whole` are its
    own sums over the war (of the period `period`), `years` and `months` what it books in each; `ratios` are its own
    shares of GDP, `through` what of the institutions' aid is a member's part, `ratios_with` shares with that part.
    `total` is what it counts of each donor over the war and of all kinds: what its ratios are of. `source` is where the
    release is held: what says that a month without a row had no aid.
    """

    release: Release
    definition: Definition
    kind: Kind
    span: Span
    period: str = ""
    whole: Mapping[str, Rows] = field(default_factory=dict)
    years: Mapping[str, Mapping[str, Rows]] = field(default_factory=dict)
    months: Mapping[str, Mapping[str, Rows]] = field(default_factory=dict)
    ratios: Mapping[str, Observation] = field(default_factory=dict)
    through: Mapping[str, Observation] = field(default_factory=dict)
    ratios_with: Mapping[str, Observation] = field(default_factory=dict)
    total: Mapping[str, float] = field(default_factory=dict)
    source: str = ""

    def donors(self) -> tuple[str, ...]:
        """Every donor that the release has a row of, in the order of their codes."""
        return tuple(sorted({*self.whole, *self.months, *(one for held in self.years.values() for one in held)}))

    def by_month(self, donor: str) -> dict[str, float]:
        """Euro booked by month; months without a row had no aid booked and are left out."""
        return {month: sum(one.value for one in rows) for month, rows in self.months.get(donor, {}).items()}

    def booked(self) -> float | None:
        """Part of the release's own sums that its months hold; None where it prints no sums."""
        return self._booked

    @lazily
    def _booked(self) -> float | None:
        sums = sum(one.value for rows in self.whole.values() for one in rows)
        held = sum(value for donor in self.months for value in self.by_month(donor).values())
        return held / sums if sums else None

    def has_months(self) -> bool:
        """Whether its months can answer for this definition and kind."""
        booked = self.booked()
        return bool(self.months) and (booked is None or booked >= HELD_BY_MONTH)


class Books:
    """The books of every release, each opened when it is first asked for."""

    __slots__ = ("_held", "_index")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._held: dict[tuple[str, Definition, Kind], Book | None] = {}

    def of(self, release: Release, definition: Definition, kind: Kind) -> Book | None:
        """What the release holds of the definition and kind; None where it is no table of donors."""
        key = (release.id, definition, kind)
        if key not in self._held:
            every = self._index.of_measure(MEASURE)
            rows = [one for one in every if one.release == release.id and one.entity != ALL]
            self._held[key] = book_of(rows, release, definition, kind) if rows and is_table(release) else None
        return self._held[key]


def is_table(release: Release) -> bool:
    """Whether a release of the tracker holds donors by rows: the others are single figures of a page."""
    return release.publisher == PUBLISHER and PAGE not in release.id


def book_of(rows: list[Observation], release: Release, definition: Definition, kind: Kind) -> Book:
    """The book of a release from all of its rows but those of all donors together."""
    whole = _whole(rows, definition, kind)
    of_gdp, through, of_gdp_with = (_of_unit(rows, unit) for unit in (OF_GDP, THROUGH, OF_GDP_WITH))
    return Book(
        release,
        definition,
        kind,
        _span(rows),
        str(next(iter(whole.values()))[0].period) if whole else "",
        whole,
        _by_period(rows, definition, kind, YEAR_LETTERS),
        _by_donor(_by_period(rows, definition, kind, MONTH_LETTERS)),
        of_gdp,
        through,
        of_gdp_with,
        _totals(rows),
        rows[0].source,
    )


def _span(rows: Iterable[Observation]) -> Span:
    """The months that a release speaks of, by all of its rows: one without a row for the last month ends there too."""
    every = {end[:MONTH_LETTERS] for one in rows for end in str(one.period).split("/") if len(end) >= MONTH_LETTERS}
    return Span(min(every), max(every))


def _whole(rows: Iterable[Observation], definition: Definition, kind: Kind) -> dict[str, Rows]:
    basis = f"{definition}/{kind}"
    held = [one for one in rows if one.basis == basis and one.unit == EURO and _is_whole(str(one.period))]
    return {one.entity: (one,) for one in held}


def _totals(rows: list[Observation]) -> dict[str, float]:
    """What is allocated by each donor over the war: its own sum, else its months added up."""
    whole = _whole(rows, Definition.ALLOCATION, Kind.TOTAL)
    if whole:
        return {donor: sum(one.value for one in held) for donor, held in whole.items()}
    months = _by_donor(_by_period(rows, Definition.ALLOCATION, Kind.TOTAL, MONTH_LETTERS))
    return {donor: sum(one.value for rows in held.values() for one in rows) for donor, held in months.items()}


def _is_whole(period: str) -> bool:
    """Whether a row counts the whole war, from the day some forces were put on alert."""
    return period.startswith("2022-01-24/")


def _by_period(rows: list[Observation], definition: Definition, kind: Kind, letters: int) -> dict[str, dict[str, Rows]]:
    """Rows of years (with the begun one at the end, `2026-01/2026-02`) or of months, by period and donor; parts of a
    donor stand under the donor, and a total that is not printed is the rows of its three kinds."""
    found: dict[str, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for basis in _bases(rows, definition, kind, letters):
        for one in rows:
            if one.basis == basis and one.unit == EURO and _is_of(str(one.period), letters):
                found[str(one.period)][donors().whole_of(one.entity)].append(one)
    return {period: {donor: tuple(rows) for donor, rows in held.items()} for period, held in sorted(found.items())}


def _bases(rows: Iterable[Observation], definition: Definition, kind: Kind, letters: int) -> tuple[str, ...]:
    basis = f"{definition}/{kind}"
    held = {one.basis for one in rows if _is_of(str(one.period), letters)}
    if kind is Kind.TOTAL and basis not in held:
        parts = tuple(f"{definition}/{part}" for part in PARTS)
        return parts if held.issuperset(parts) else ()
    return (basis,)


def _is_of(period: str, letters: int) -> bool:
    begun = len(period) == 2 * MONTH_LETTERS + 1
    return len(period) == letters or (letters == YEAR_LETTERS and begun)


def _by_donor(periods: Mapping[str, Mapping[str, Rows]]) -> dict[str, dict[str, Rows]]:
    found: dict[str, dict[str, Rows]] = defaultdict(dict)
    for period, held in periods.items():
        for donor, rows in held.items():
            found[donor][period] = rows
    return dict(found)


def _of_unit(rows: Iterable[Observation], unit: str) -> dict[str, Observation]:
    """Rows that the tracker tells of all that was allocated in the whole war, and of nothing else."""
    basis = f"{Definition.ALLOCATION}/{Kind.TOTAL}"
    return {one.entity: one for one in rows if one.basis == basis and one.unit == unit}


def months_of(period: str) -> Span:
    """The months of a row's period: a month, a year, a begun year, or days (whole months are meant by them)."""
    first, _, last = period.partition("/")
    if not last and len(first) == YEAR_LETTERS:
        return Span(f"{first}-01", f"{first}-12")
    return Span(first[:MONTH_LETTERS], (last or first)[:MONTH_LETTERS])


def year_periods(span: Span, held: Iterable[str]) -> tuple[str, ...] | None:
    """The yearly periods that make up a span exactly; None where they do not."""
    inside = sorted(one for one in held if months_of(one).first >= span.first and months_of(one).last <= span.last)
    at = place(span.first)
    for one in inside:
        if place(months_of(one).first) != at:
            return None
        at = place(months_of(one).last) + 1
    return tuple(inside) if inside and at == place(span.last) + 1 else None
