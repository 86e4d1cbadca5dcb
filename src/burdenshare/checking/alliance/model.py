"""What was known of the alliance on a day: a view of sections, a section of entries, an entry never without its source.

One shape for every section, so that terminal, page, JSON and the comparison of two days treat them alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.checking.model import Price


class Mark(StrEnum):
    """How an entry stands: against the guideline, against the day, or with the record itself."""

    PLAIN = ""
    MEETS = "meets"  # at or above the guideline
    BELOW = "below"
    OPEN = "not decided"  # printed with one decimal: decides no threshold
    OLDER = "older release"  # the release of the day lacks it: shown, and counted by nobody
    UNKNOWN = "not known"
    LATER = "later"  # known today, and perhaps not on the day: meetings to come
    ROUGH = "may hold"  # an office whose dates are too rough for a yes


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry comes from: the key of its source, table and row, and the release where it has one.

    `released_on` is the day of publication; None for dated entries, and for what has no day (seen by *now* only).
    """

    source: str
    table: str = ""
    release: str = ""
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing known on the day. `key` is the same on every day, so that two days can be compared.

    `words` tell it where `value` does not; `on` is the day (as precise as read) it was made, said, taken or held;
    `change` is the difference to the year before inside one release, in `unit` (percentage points for shares).
    """

    key: str
    label: str
    words: str = ""
    kind: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    period: str = ""
    change: float | None = None
    estimate: bool = False
    mark: Mark = Mark.PLAIN
    on: str = ""
    due: str = ""
    actors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    price: Price | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the system. `told` are its answers in sentences, `lacks` what the record does not hold of it."""

    id: str
    title: str
    entries: tuple[Entry, ...] = ()
    told: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    guideline: float | None = None  # of the shares: what they are held against, per cent of GDP
    release: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The alliance as known on `day`, by the record of `edition`."""

    day: date
    edition: date
    record_version: str
    sections: tuple[Section, ...]
    remarks: tuple[str, ...] = ()

    def section(self, name: str) -> Section:
        """The section of that id. Raises KeyError."""
        found = next((one for one in self.sections if one.id == name), None)
        if found is None:
            raise KeyError(name)
        return found


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two days: `what` happened to it, and its entry on either day."""

    section: str
    what: str
    label: str
    told: str
    before: Entry | None = None
    after: Entry | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two views and what changed from the older to the newer."""

    first: View
    second: View
    changes: tuple[Change, ...]
    remarks: tuple[str, ...] = ()
