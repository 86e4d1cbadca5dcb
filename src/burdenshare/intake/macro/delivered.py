"""The delivery of a macroeconomic file: its rows, its release, its source."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from burdenshare.intake.macro.editions import Vintage
from burdenshare.intake.model import PLACE, Delivery, Given, LeftOut, Row, refused
from burdenshare.record.tables import MACRO

WHOLE = "the whole file"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what terms rows stand: all of a file, or those of the indicators that `pattern` names."""

    suffix: str
    pattern: str
    publisher: str
    about: str
    licence: str
    redistribution: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of macroeconomic tables as the record names it; `terms` from the narrowest to the widest."""

    id: str
    title: str
    terms: tuple[Terms, ...]


OUTLOOK = Publisher(
    "weo",
    "World Economic Outlook",
    (
        Terms(
            "",
            "",
            "IMF",
            "",
            "IMF Copyright and Usage: attribution to the World Economic Outlook Database",
            "facts only",
        ),
    ),
)
INDICATORS = Publisher(
    "wdi",
    "World Development Indicators",
    (
        Terms(
            "-military",
            "|indicator=military_*",
            "World Bank (SIPRI)",
            ", MS.MIL.XPND",
            "not found for these indicators: SIPRI terms may apply",
            "unclear",
        ),
        Terms("", "", "World Bank", "", "CC BY 4.0 (World Bank, World Development Indicators)", "open"),
    ),
)


def delivery(
    given: Given, publisher: Publisher, vintage: Vintage, rows: Sequence[Row], left_out: Iterable[LeftOut]
) -> Delivery:
    """The delivery of these rows. Raises DeliveryError where there are none."""
    if not rows:
        what = f"holds no value of the {publisher.title} that the record keeps"
        raise refused(given, what, remedy="give the file with all countries and subjects")
    title = f"{publisher.title}, {month_name[vintage.month]} {vintage.year}"
    newest = max(row["year"] for row in rows)
    release = {
        "release": vintage.id,
        "publisher": publisher.id,
        "released_on": vintage.published.isoformat(),
        "title": title,
        "own_year": str(vintage.year) if publisher is OUTLOOK else newest,
        "definition": "",
        "date_known_from": vintage.known_from,
        PLACE: vintage.place,
    }
    tables = {
        MACRO: tuple(rows),
        "nato/releases.csv": (release,),
        "sources.csv": tuple(_source(given, one, title) for one in publisher.terms if _used(one, rows)),
    }
    return Delivery(
        publisher.id, title, publisher.id, vintage.id, vintage.published, tables, full=True, left_out=tuple(left_out)
    )


def _used(terms: Terms, rows: Sequence[Row]) -> bool:
    """Whether a row stands under these terms: the narrow ones hold before the wide."""
    military = [row["indicator"].startswith("military_") for row in rows]
    return any(military) if terms.pattern else not all(military)


def _source(given: Given, terms: Terms, title: str) -> Row:
    return {
        "source": f"{given.key}{terms.suffix}",
        "table": MACRO,
        "pattern": f"source={given.key}{terms.pattern}",
        "publisher": terms.publisher,
        "title": f"{title}{terms.about}",
        "address": given.address,
        "grade": "official",
        "precision": "full",
        "licence": terms.licence,
        "redistribution": terms.redistribution,
        "as_of": "",
        "note": f"{given.name}, sha256 {given.sha256}",
        PLACE: WHOLE,
    }
