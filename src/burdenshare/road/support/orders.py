"""Who is asked what in which month: a scenario made into dated orders of single donors, and sums to be taken over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.donors import INSTITUTIONS, donor_name
from burdenshare.record.months import Span
from burdenshare.record.record import Record
from burdenshare.road.support.model import Give, Key, Replace, Stop, SupportScenario, Union
from burdenshare.road.support.who import all_meant


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a donor from a month on: `share` per cent of GDP a year, None for nothing at all."""

    since: str
    share: float | None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Takeover:
    """A sum that others take over: what `donor` gave over `pace`, from a month on, divided by `key` among `payers`."""

    donor: str
    payers: tuple[str, ...]
    since: str
    key: Key
    part: float
    pace: Span | None


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders of each donor, oldest first, and sums taken over."""

    of: Mapping[str, tuple[Order, ...]]
    takeovers: tuple[Takeover, ...]

    def at(self, donor: str, month: str) -> Order | None:
        """The order of a donor in force in a month: its newest."""
        held = [one for one in self.of.get(donor, ()) if one.since <= month]
        return held[-1] if held else None

    def payers(self) -> frozenset[str]:
        """Everybody who takes something over."""
        return frozenset(donor for one in self.takeovers for donor in one.payers)


def orders(record: Record, scenario: SupportScenario, held: Sequence[str], on: date) -> Orders:
    """The orders of a scenario whose names are ids. Raises InputError for a donor of whom two things are asked from one
    month on, or who stops and pays."""
    found: dict[str, list[Order]] = {}
    every: list[Stop | Give] = [*scenario.stops, *scenario.gives]
    for one in every:
        for donor in _named(record, one, held, on):
            share, exact = (one.share, one.exact) if isinstance(one, Give) else (None, False)
            found.setdefault(donor, []).append(Order(one.since, share, exact))
    takeovers = tuple(_takeover(record, one, held, on) for one in scenario.replaces)
    for sum_ in takeovers:
        found.setdefault(sum_.donor, []).append(Order(sum_.since, None))
    made = {donor: tuple(sorted(own, key=lambda one: one.since)) for donor, own in found.items()}
    _refuse(record, scenario, made, takeovers)
    return Orders(made, takeovers)


def _named(record: Record, one: Stop | Give, held: Sequence[str], on: date) -> tuple[str, ...]:
    """Donors of an entry. The EU institutions have no GDP of their own to give a share of: a group that holds them asks
    its states alone."""
    every = all_meant(record, one.donors, held, on)
    return every if isinstance(one, Stop) or INSTITUTIONS in one.donors else _states(every)


def _states(every: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in every if one != INSTITUTIONS)


def _takeover(record: Record, one: Replace, held: Sequence[str], on: date) -> Takeover:
    (donor,) = _single(record, one, held, on)
    every = all_meant(record, one.donors, held, on)
    payers = every if one.key is Key.PACE else _states(every)
    return Takeover(donor, tuple(each for each in payers if each != donor), one.since, one.key, one.part, one.pace)


def _single(record: Record, one: Replace, held: Sequence[str], on: date) -> tuple[str]:
    found = all_meant(record, (one.donor,), held, on)
    if len(found) != 1 or found[0] not in held:
        told = "several donors" if len(found) > 1 else "no donor with a row"
        raise InputError(f"{one.donor} is {told}", where="donor", remedy="name one donor that the release has rows of")
    return (found[0],)


def _refuse(
    record: Record, scenario: SupportScenario, made: Mapping[str, tuple[Order, ...]], takeovers: Sequence[Takeover]
) -> None:
    for donor, own in made.items():
        name = donor_name(record, donor)
        if len({one.since for one in own}) < len(own):
            raise InputError(f"two things are asked of {name} from one month on", where="since", remedy="keep one")
        if donor == INSTITUTIONS and scenario.union is Union.MEMBERS:
            raise InputError(
                f"the members carry what {name} give, and something is asked of these too",
                where="union",
                remedy='write union = "institutions"',
            )
        if donor == INSTITUTIONS and any(one.share is not None for one in own):
            raise InputError(f"{name} have no GDP of their own", where="give", remedy="name the members: EU_MEMBERS")
        if any(one.share is None for one in own) and any(donor in sum_.payers for sum_ in takeovers):
            raise InputError(f"{name} is to stop and to pay for another", where="donors", remedy="leave it out of one")
    for sum_ in takeovers:
        if not sum_.payers:
            raise InputError(f"nobody is left to replace {donor_name(record, sum_.donor)}", where="donors")
