"""A delivery held against the record: the rules run on the record with the delivery laid over it, before it is kept.

Only faults that concern the delivery are given: those of its rows and of its releases. What was wrong before it is no
matter here, and neither is what the packaged exceptions explain (`known.toml`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from burdenshare.intake.model import Delivery
from burdenshare.intake.rules import aid, currencies, entities, form, known, members, people, releases, sources, stated
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro import all as macro_rules
from burdenshare.intake.rules.nato import all as nato_rules
from burdenshare.intake.rules.nato import counts
from burdenshare.intake.rules.nato.cells import Nato
from burdenshare.intake.rules.tables import Tables, of_record
from burdenshare.record import schema
from burdenshare.record.layers import Layer
from burdenshare.record.tables import PLACE, Row

NATO = "nato/expenditure.csv"
HEADLINES = "nato/headlines.csv"
AID = "support/support.csv"
CONTEXT = frozenset({"commitments/members.csv", "people/groups.csv", "currencies.csv"})
"""Tables by which the rules judge all others: who was an ally, and what it paid with."""


def _headlines(tables: Tables) -> Iterator[Fault]:
    return counts.headlines(Nato(tables))


SMALL: tuple[tuple[frozenset[str], Callable[[Tables], Iterator[Fault]]], ...] = (
    (frozenset({"nato/releases.csv", NATO, AID, schema.MACRO}), releases.faults),
    (frozenset({HEADLINES}), _headlines),
    (frozenset(stated.BOUNDED), stated.faults),
    (frozenset({people.OFFICES, people.ALIASES, people.TITLES}), people.faults),
    (frozenset({members.MEMBERS, members.GROUPS, members.COMMITMENTS}), members.faults),
    (frozenset({currencies.TABLE, members.MEMBERS}), currencies.faults),
)
"""Rules that look at whole tables, with the tables they look at: what they find anew, the delivery has brought."""


def faults_of(
    delivery: Delivery,
    layers: Sequence[Layer] | None = None,
    *,
    held: Tables | None = None,
    today: date | None = None,
) -> tuple[Fault, ...]:
    """What is wrong with `delivery` in the light of the record with `layers` (those of this process where none are
    given), or of the tables `held`. `today` is the last day that a publication can have."""
    wrong = tuple(_form(delivery, today))
    if wrong:
        return wrong
    before = held if held is not None else of_record(layers=layers)
    after = before.over(delivery.tables)
    found = known.unexplained(_substance(delivery, before, after))
    return tuple(dict.fromkeys(found))


def _form(delivery: Delivery, today: date | None) -> Iterator[Fault]:
    for path, rows in delivery.tables.items():
        table = schema.BY_PATH.get(path)
        if table is None:
            yield Fault(form.RULE, path, ("table", path), "no table of the record", _first_place(rows))
        else:
            yield from form.faults(table, rows)
    if today is not None and delivery.published is not None and delivery.published > today:
        what = f"published on {delivery.published.isoformat()}, after {today.isoformat()}"
        yield Fault("release", "nato/releases.csv", (delivery.release, "future"), what)


def _substance(delivery: Delivery, before: Tables, after: Tables) -> Iterator[Fault]:
    touched = frozenset(delivery.tables)
    if touched & CONTEXT:
        yield from _anew(nato_rules.faults, before, after)
        yield from _anew(macro_rules.faults, before, after)
    if NATO in touched:
        yield from nato_rules.faults(after, _releases(delivery.tables.get(NATO, ()), "release"))
    if schema.MACRO in touched:
        yield from macro_rules.faults(after, _releases(delivery.tables[schema.MACRO], "vintage"))
    if AID in touched:
        yield from aid.faults(after, _releases(delivery.tables[AID], "release"))
    for tables, rule in SMALL:
        if touched & tables:
            yield from _anew(rule, before, after)
    yield from entities.of_delivery(before, after, delivery.tables)
    yield from sources.of_delivery(after, delivery.tables)


def _anew(rule: Callable[[Tables], Iterator[Fault]], before: Tables, after: Tables) -> Iterator[Fault]:
    """What a rule finds after the delivery and did not before."""
    old = {(fault.id, fault.what) for fault in rule(before)}
    return (fault for fault in rule(after) if (fault.id, fault.what) not in old)


def _releases(rows: Sequence[Row], column: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows)


def _first_place(rows: Sequence[Row]) -> str:
    return rows[0].get(PLACE, "") if rows else ""
