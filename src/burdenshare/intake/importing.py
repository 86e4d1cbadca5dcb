"""The way of a file into the record: read, weighed against what is held, tried by the rules, and kept as a layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import DateError, InputError
from burdenshare.intake import laying
from burdenshare.intake.model import Asked, Delivery, Given, refused
from burdenshare.intake.recognise import MOST_BYTES, delivered
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.weighing import DESCRIBING, Standing, Weighed, weighed
from burdenshare.record import Record
from burdenshare.record.layers import Layer
from burdenshare.record.tables import PLACE, Row

KEPT = frozenset({Standing.NEW, Standing.FINER, Standing.CHANGED})
"""Rows that a layer keeps; what the record holds as well or better stays where it is."""
MOST_TOLD = 5
"""Objections that an error tells; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a delivery is not accepted as it is. `id` is what `--accept` records."""

    id: str
    place: str
    what: str

    @property
    def line(self) -> str:
        """Place and fault in one line."""
        return f"{self.place}: {self.what}" if self.place else self.what


@dataclass(frozen=True, slots=True)
class Candidate:
    """A delivery that was weighed and tried, not yet kept."""

    given: Given
    delivery: Delivery
    rows: tuple[Weighed, ...]
    objections: tuple[Objection, ...]

    @property
    def counted(self) -> dict[str, int]:
        """How many rows stand how to the record; those that describe the delivery apart."""
        found = Counter(one.standing.value for one in self.rows if one.table not in DESCRIBING)
        return {one.value: found[one.value] for one in Standing}

    @property
    def kept(self) -> dict[str, tuple[Row, ...]]:
        """The rows of the layer by table."""
        found: dict[str, list[Row]] = {}
        for one in self.rows:
            if one.standing in KEPT:
                found.setdefault(one.table, []).append(one.row)
        return {table: tuple(rows) for table, rows in found.items()}

    @property
    def news(self) -> bool:
        """Whether it holds anything that the record does not."""
        return any(one.standing in KEPT and one.table not in DESCRIBING for one in self.rows)


def candidate(given: Given, asked: Asked, record: Record, layers: Sequence[Layer], *, today: date) -> Candidate:
    """Read and try `given`; nothing is written. Raises DeliveryError, and DateError for a day in the future."""
    if len(given.content) > MOST_BYTES:
        raise refused(given, f"is larger than {MOST_BYTES >> 20} MiB", remedy="give the publisher's own file")
    again = next((one for one in layers if one.sha256 == given.sha256), None)
    if again is not None:
        what = f"was imported already, as layer {again.id}; nothing was changed"
        raise refused(given, what, remedy=f"burdenshare data remove {again.id} takes it off")
    delivery = delivered(given, asked, record)
    if delivery.published is not None and delivery.published > today:
        what = f"{delivery.published.isoformat()} is in the future"
        raise DateError(what, where=given.name, remedy="give the day on which it was published with --published")
    rows = weighed(delivery, layers)
    changed = [Objection(one.id, one.row[PLACE], one.told) for one in rows if one.standing is Standing.CHANGED]
    faults = [Objection(one.id, one.place, one.what) for one in faults_of(delivery, layers, today=today)]
    return Candidate(given, delivery, rows, (*changed, *faults))


def refuse_without_news(found: Candidate) -> None:
    """Raise InputError where the record holds all of it already: an import again, or an older release."""
    if found.news:
        return
    same = found.counted[Standing.SAME]
    coarser = found.counted[Standing.COARSER]
    told = f"all {same + coarser:,} rows are in the record already"
    finer = f" ({coarser:,} of them with more digits)" if coarser else ""
    what = f"{found.delivery.title}: {told}{finer}; nothing was changed"
    raise InputError(what, where=found.given.name, remedy="burdenshare data status tells what is newer")


def refuse_objections(found: Candidate) -> None:
    """Raise InputError naming the first objections and how to go on."""
    if not found.objections:
        return
    told = " | ".join(one.line for one in found.objections[:MOST_TOLD])
    rest = len(found.objections) - MOST_TOLD
    more = f" | and {rest} more (--dry-run tells all)" if rest > 0 else ""
    remedy = "see whether the file is the publisher's own and whole; if it is right all the same: --accept REASON"
    raise InputError(f"is not accepted: {told}{more}", where=found.given.name, remedy=remedy)


def kept(found: Candidate, accepted: Iterable[str]) -> Layer:
    """Keep a candidate as a layer. `accepted`: why its objections are no faults. Raises InputError and OutputError."""
    refuse_without_news(found)
    reason = "; ".join(one.strip() for one in accepted if one.strip())
    if not reason:
        refuse_objections(found)
    exceptions = [{"id": one.id, "place": one.place, "what": one.what, "reason": reason} for one in found.objections]
    return laying.lay(found.delivery, found.given, found.kept, accepted=exceptions, summary=found.counted)
