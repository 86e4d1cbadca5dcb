"""Each ally has one currency on each day; sums in a currency that is gone convert at its irrevocable rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE, Row

TABLE = "currencies.csv"
ALWAYS = "9999-12-31"


def faults(tables: Tables) -> Iterator[Fault]:
    """Allies whose currencies leave a gap, overlap, or do not end in that of the table of members."""
    periods = by_entity(tables)
    for one in tables.rows("commitments/members.csv"):
        held = periods.get(one["ally"], [])
        whole = bool(held) and not held[0]["from"] and not held[-1]["to"]
        joined = all(a["to"] and a["to"] == b["from"] for a, b in pairwise(held))
        if not (whole and joined and held[-1]["currency"] == one["currency"]):
            what = f"does not lead without gaps to {one['currency']}"
            yield Fault("currencies", TABLE, (one["ally"],), what, held[-1].get(PLACE, "") if held else "")


def by_entity(tables: Tables) -> Mapping[str, Sequence[Row]]:
    """The rows of each entity, oldest first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows(TABLE):
        found[row["entity"]].append(row)
    return {entity: sorted(held, key=lambda row: row["from"]) for entity, held in found.items()}


def users(tables: Tables, currency: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """From when until when (exclusive, ISO text) each entity has used a currency."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in tables.rows(TABLE):
        if row["currency"] == currency:
            found[row["entity"]].append((row["from"], row["to"] or ALWAYS))
    return found


def converted(tables: Tables, entity: str, day: str, other: str) -> float:
    """The factor that brings a sum in the currency of one day to that of another (ISO text); 1 where it is the same."""
    per_euro = _per_euro(tables, entity, day), _per_euro(tables, entity, other)
    return per_euro[1] / per_euro[0]


def _per_euro(tables: Tables, entity: str, day: str) -> float:
    for row in tables.rows(TABLE):
        if row["entity"] == entity and row["to"] and row["per_eur"] and row["from"] <= day < row["to"]:
            return float(row["per_eur"])
    return 1.0
