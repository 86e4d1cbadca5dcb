"""What the aid tracker's releases must satisfy: sums over kinds and donors, the EU counted once, no shrinking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.listed import listed
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.aid import PAGE, TABLE
from burdenshare.record.tables import PLACE

KINDS = ("military", "humanitarian", "financial")
TOTAL = "total"
MONEY = "billion EUR"
ALL = "ALL_DONORS"
EU = "EU_INST"
AGGREGATES = frozenset({ALL, "EU_MEMBERS", "EUROPE"})
"""Donors that stand for others; joint ones are written with `+`."""
VIA_EU = ", via EU institutions (share of EU aid)"
WITH_EU = ", incl. share of EU aid"

ROUNDED, ROUNDED_SHARE = 0.005, 0.001
"""Billion euros, and fraction, by which printed parts may miss their total."""
WHOLE = 30
"""Donors from which on a release counts as whole: pages quote a few."""
MOST_TIMES, SMALL = 1.6, 0.5
"""Factor by which a donor's sum since 2022 may change between releases, and billion euros below which any change may
be: a re-count moved Germany from 25 to 30 billion between releases 28 and 29."""


class Key(NamedTuple):
    """One amount of one release, but for its kind."""

    release: str
    donor: str
    period: str
    measure: str
    unit: str


class Amount(NamedTuple):
    """A value in the printed unit, and where it stood."""

    value: float
    place: str


class Aid:
    """The table parsed once; `only` names the releases that are judged, None judges all."""

    def __init__(self, tables: Tables, only: frozenset[str] | None = None) -> None:
        self.only = only
        self.tables = tables

    @cached_property
    def amounts(self) -> Mapping[str, Mapping[Key, Mapping[str, Amount]]]:
        """Amounts by release, key and kind."""
        found: dict[str, dict[Key, dict[str, Amount]]] = defaultdict(lambda: defaultdict(dict))
        for row in self.tables.rows(TABLE):
            key = Key(row["release"], row["donor"], row["period"], row["measure"], row["unit"])
            found[row["release"]][key][row["kind"]] = Amount(float(row["value"]), row.get(PLACE, ""))
        return found

    @property
    def judged(self) -> Sequence[str]:
        """The releases to be judged."""
        return [one for one in self.amounts if self.only is None or one in self.only]

    def before(self, release: str) -> Sequence[str]:
        """The whole releases before one, newest first: by day, and by number where none is known."""
        ordered = sorted((one for one in self.amounts if self.is_whole(one) or one == release), key=_order)
        return ordered[: ordered.index(release)][::-1]

    def is_whole(self, release: str) -> bool:
        """Whether a release is held as a table of many donors."""
        return PAGE not in release and len({key.donor for key in self.amounts[release]}) >= WHOLE


def faults(tables: Tables, only: frozenset[str] | None = None) -> Iterator[Fault]:
    """Every broken rule of aid; with `only`, of these releases."""
    aid = Aid(tables, only)
    for release in aid.judged:
        amounts = aid.amounts[release]
        yield from kinds(amounts)
        yield from donors(amounts)
        yield from eu_shares(amounts)
    if only is not None:
        yield from known(aid)
        yield from coverage(aid)
        yield from revisions(aid)


def kinds(amounts: Mapping[Key, Mapping[str, Amount]]) -> Iterator[Fault]:
    """Aid in total is the sum of its three kinds where all are held."""
    for key, held in amounts.items():
        if len(held) > len(KINDS):
            parts = sum(held[name].value for name in KINDS)
            if _apart(parts, held[TOTAL].value):
                what = f"the kinds sum to {parts:g}, total {held[TOTAL].value:g}"
                yield Fault("aid-kinds", TABLE, tuple(key), what, held[TOTAL].place)


def donors(amounts: Mapping[Key, Mapping[str, Amount]]) -> Iterator[Fault]:
    """Where a release prints the sum of all donors, its donors give it: nobody is lost, nobody counted twice."""
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for key, held in amounts.items():
        if key.unit == MONEY and key.donor not in AGGREGATES and "+" not in key.donor:
            for kind, one in held.items():
                sums[key.period, key.measure, kind] += one.value
    for key, held in amounts.items():
        for kind, one in held.items() if key.donor == ALL and key.unit == MONEY else ():
            parts = sums.get((key.period, key.measure, kind))
            if parts is not None and _apart(parts, one.value):
                what = f"the donors sum to {parts:g}, printed {one.value:g}"
                yield Fault("aid-donors", TABLE, (key.release, key.period, key.measure, kind), what, one.place)


def eu_shares(amounts: Mapping[Key, Mapping[str, Amount]]) -> Iterator[Fault]:
    """The members' shares of the EU's aid sum to it, and what includes a share is the donor's own and the share."""
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for key, held in amounts.items():
        if key.unit == MONEY + VIA_EU:
            shares[key.period, key.measure] += held[TOTAL].value
        if key.unit.endswith(WITH_EU):
            unit = key.unit.removesuffix(WITH_EU)
            parts = [amounts.get(key._replace(unit=one), {}).get(TOTAL) for one in (unit, unit + VIA_EU)]
            whole = sum(one.value for one in parts if one)
            if None not in parts and _apart(whole, held[TOTAL].value):
                what = f"own aid and the share of the EU's are {whole:g}, printed {held[TOTAL].value:g}"
                yield Fault("aid-eu", TABLE, tuple(key), what, held[TOTAL].place)
    for (period, measure), total in shares.items():
        own = _sum_of(amounts, EU, TOTAL, measure)
        if own is not None and _apart(total, own):
            release = next(iter(amounts)).release
            what = f"the members' shares sum to {total:g}, the EU's own aid is {own:g}"
            yield Fault("aid-eu", TABLE, (release, EU, period, measure), what)


def known(aid: Aid) -> Iterator[Fault]:
    """Donors and units that no other release has; nothing is known where no release is held as a table."""
    whole = any(aid.is_whole(one) for one in aid.amounts if one not in aid.judged)
    for column in ("donor", "unit") if whole else ():
        held = {row[column] for row in aid.tables.rows(TABLE) if row["release"] not in aid.judged}
        told: set[str] = set()
        for row in aid.tables.rows(TABLE):
            if row["release"] in aid.judged and row[column] not in held | told:
                told.add(row[column])
                key = (row["release"], column, row[column])
                yield Fault("aid-known", TABLE, key, f"no other release has this {column}", row.get(PLACE, ""))


def coverage(aid: Aid) -> Iterator[Fault]:
    """Donors, kinds and measures of the last whole release, and months no older than its newest."""
    for release in aid.judged:
        earlier = next(iter(aid.before(release)), None)
        if earlier is None:
            continue
        ours, theirs = aid.amounts[release], aid.amounts[earlier]
        for about in ("donor", "measure"):
            lost = {getattr(key, about) for key in theirs} - {getattr(key, about) for key in ours} - AGGREGATES
            lost -= {"EU_INST_EIB", "EU_INST_EPF", "disbursement"}  # parts that not every form of the tracker shows
            if lost:
                what = f"without the {about}s {listed(sorted(lost))}, held in release {earlier}"
                yield Fault("coverage", TABLE, (release, f"{about}s"), what)
        gone = {kind for held in theirs.values() for kind in held} - {kind for held in ours.values() for kind in held}
        if gone:
            yield Fault("coverage", TABLE, (release, "kinds"), f"without {listed(sorted(gone))}, held in {earlier}")
        newest, before = (max(key.period[-10:][:7] for key in one) for one in (ours, theirs))
        if newest < before:
            yield Fault("coverage", TABLE, (release, "months"), f"goes to {newest}, release {earlier} to {before}")


def revisions(aid: Aid) -> Iterator[Fault]:
    """What each donor gave since 2022 stays within the same magnitude from one whole release to the next."""
    for release in aid.judged:
        earlier = next(iter(aid.before(release)), None)
        for donor in sorted({key.donor for key in aid.amounts[release]}) if earlier else ():
            for kind in (TOTAL, *KINDS):
                new = _sum_of(aid.amounts[release], donor, kind, "allocation")
                old = _sum_of(aid.amounts[earlier], donor, kind, "allocation") if earlier else None
                if new is None or old is None or abs(new - old) <= SMALL:
                    continue
                if min(new, old) <= 0 or max(new, old) / min(new, old) > MOST_TIMES:
                    what = f"{new:.3f} billion EUR of {kind} aid since 2022, {old:.3f} in release {earlier}"
                    yield Fault("revisions", TABLE, (release, donor, kind), what)


def _sum_of(amounts: Mapping[Key, Mapping[str, Amount]], donor: str, kind: str, measure: str) -> float | None:
    """What a donor gave in all: the cumulative amount where one is held, else the sum of the months."""
    own = {
        key.period: held[kind].value for key, held in amounts.items() if _is_of(key, donor, measure) and kind in held
    }
    spans = [value for period, value in own.items() if period.startswith("2022-01-24/")]
    months = [value for period, value in own.items() if len(period) == 7]
    return spans[0] if spans else sum(months) if months else None


def _is_of(key: Key, donor: str, measure: str) -> bool:
    return key.donor == donor and key.measure == measure and key.unit == MONEY


def _apart(parts: float, total: float) -> bool:
    return abs(parts - total) > ROUNDED + ROUNDED_SHARE * abs(parts)


def _order(release: str) -> tuple[int, str]:
    number = release.partition(" ")[0]
    return (int(number) if number.isdigit() and len(number) < 4 else 0, release)
