"""What a scenario of support asks: who stops, who gives a share of GDP, who takes whose place, and from which month."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from burdenshare.record.aid_books import Kind
from burdenshare.record.months import YEAR, Span


class Key(StrEnum):
    """By what a sum is divided among those who take it over."""

    GDP = "gdp"  # by GDP of the year, where the Outlook of the day holds it
    PACE = "pace"  # by what each gives already


class Union(StrEnum):
    """Where the aid of the EU institutions stands: nowhere is it counted twice."""

    INSTITUTIONS = "institutions"  # they are a donor of their own, beside the members
    MEMBERS = "members"  # each member carries its part, as the release divides it; the institutions are no donor then


@dataclass(frozen=True, slots=True)
class Stop:
    """Donors that give nothing from a month on."""

    donors: tuple[str, ...]
    since: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Give:
    """Donors that give `share` per cent of GDP a year from a month on; who gives more stays there unless `exact`."""

    donors: tuple[str, ...]
    share: float
    since: str
    exact: bool = False
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Replace:
    """`donors` add what `donor` gave, or `part` of it, from a month on, divided by `key`; `donor` itself gives nothing
    then. What it gave is its pace over `pace`, the scenario's own span where that is None."""

    donor: str
    donors: tuple[str, ...]
    since: str
    key: Key = Key.GDP
    part: float = 1.0
    pace: Span | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class SupportScenario:
    """A present pace, and what is asked beyond it. `pace` is a span, or the newest so many months that a release holds;
    `until` the last year told, None for the last that the Outlook of the day holds."""

    name: str
    title: str
    kind: Kind = Kind.TOTAL
    pace: Span | int = YEAR
    until: int | None = None
    union: Union = Union.INSTITUTIONS
    stops: tuple[Stop, ...] = ()
    gives: tuple[Give, ...] = ()
    replaces: tuple[Replace, ...] = ()
    reference: str = ""
    source: str = field(default="", compare=False)

    def starts(self) -> tuple[str, ...]:
        """Every month from which something is asked, in order."""
        every: list[Stop | Give | Replace] = [*self.stops, *self.gives, *self.replaces]
        return tuple(sorted({one.since for one in every}))
