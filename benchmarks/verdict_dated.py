"""Generated claims on offices and summits: true by the dated tables, and the same with one error seeded.

An error is the office's last holder but one, another month, or the place of another summit. The dates decide alike on
both clocks. Nothing of burdenshare is imported.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import polars as pl

from benchmarks.verdict_claims import FOLDER, Expected, Truth, VerdictClaim
from benchmarks.verdict_tables import DATA

FRAMES = FOLDER / "frames.toml"
RIGHT = Expected(frozenset({"supported"}), Truth.TRUE)
WRONG = Expected(frozenset({"contradicted"}), Truth.FALSE)
LONG_GONE = timedelta(days=90)
"""A predecessor is named wrongly only so long after the handover: before, papers may tell of one or the other."""
KNOWN_TO_THE_DAY = ("A", "B")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def dated() -> Iterator[VerdictClaim]:
    """The claims of all frames `[[office]]` and `[[summit]]`."""
    frames = tomllib.loads(FRAMES.read_text(encoding="utf-8"))
    for frame in frames["office"]:
        yield from _offices(frame)
    for frame in frames["summit"]:
        yield from _summits(frame)


def _offices(frame: dict[str, Any]) -> Iterator[VerdictClaim]:
    for number, (title, office, entity, day) in enumerate(frame["posts"], 1):
        on = date.fromisoformat(day)
        holder, before = _holders(office, entity, on)
        name = f"{frame['id']}-{number:02d}"
        if holder:
            yield _claim(frame, name, on, {"title": title, "person": holder}, RIGHT, "", f"{office} of {entity}")
        if before:
            why = f"error in the holder; {office} of {entity} on {on} was {holder}"
            yield _claim(frame, f"{name}-holder", on, {"title": title, "person": before}, WRONG, "holder", why)


def _holders(office: str, entity: str, on: date) -> tuple[str, str]:
    """Who held an office on a day, and who had held it last and left long before; empty where that is not known."""
    table = pl.read_csv(DATA / "people" / "offices.csv", infer_schema_length=None)
    rows = table.filter(
        (pl.col("office") == office) & (pl.col("entity") == entity) & pl.col("grade").is_in(KNOWN_TO_THE_DAY)
    )
    now = rows.filter((pl.col("from") <= str(on)) & (pl.col("to").is_null() | (pl.col("to") > str(on))))
    gone = rows.filter(pl.col("to") <= str(on - LONG_GONE)).sort("to")
    holder = str(now["person"].item()) if len(now) == 1 else ""
    others = [str(one) for one in gone["person"] if one != holder]
    return holder, others[-1] if holder and others else ""


def _summits(frame: dict[str, Any]) -> Iterator[VerdictClaim]:
    table = pl.read_csv(DATA / "commitments" / "events.csv", infer_schema_length=None)
    rows = table.filter((pl.col("kind") == "nato_summit") & pl.col("name").is_in(frame["names"]))
    days = [date.fromisoformat(str(one)[:10]) for one in rows["date"]]
    places = [str(one) for one in rows["place"]]
    taken = {(day.year, day.month) for day in _summit_days(table)}
    for number, (day, place) in enumerate(zip(days, places, strict=True), 1):
        name, on = f"{frame['id']}-{number:02d}", date.fromisoformat(frame["on"])
        slots = {"place": place, "month": MONTHS[day.month - 1], "year": str(day.year)}
        yield _claim(frame, name, on, slots, RIGHT, "", f"summit of {day} in {place}")
        month = next(one for one in (day.month % 12 + 1, (day.month + 1) % 12 + 1) if (day.year, one) not in taken)
        wrong = {**slots, "month": MONTHS[month - 1]}
        yield _claim(frame, f"{name}-month", on, wrong, WRONG, "month", f"error in the month; summit of {day}")
        other = places[number % len(places)]
        if other != place:
            why = f"error in the place; summit of {day} in {place}"
            yield _claim(frame, f"{name}-place", on, {**slots, "place": other}, WRONG, "place", why)


def _summit_days(table: pl.DataFrame) -> list[date]:
    rows = table.filter(pl.col("kind") == "nato_summit")
    return [date.fromisoformat(str(one)[:10]) for one in rows["date"]]


def _claim(
    frame: dict[str, Any], name: str, on: date, slots: dict[str, str], label: Expected, seeded: str, why: str
) -> VerdictClaim:
    marked = str(frame["text"]).format(**slots)
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    return VerdictClaim(name, str(frame["kind"]), text, on, text[start:end], label, label, why, seeded)
