"""From the raw data folder and the authored tables to the bytes of every packaged table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from burdenshare.record import schema
from burdenshare.record.sources import matcher

Row = dict[str, str]
MACRO_RAW = "macro/macro.csv"
AUTHORED = Path(__file__).with_name("judgement")
MACRO_TITLES = {"weo": "World Economic Outlook", "wdi": "World Development Indicators"}
EXACT_DAYS = ("2023-04-11", "2024-04-16", "2024-10-22", "2025-04-22", "2025-10-14", "2026-04-14")
"""Days of publication of the World Economic Outlook that were read in a record of its download page."""


def assemble(source: Path, *, drop_unclear: bool = False) -> dict[str, bytes]:
    """All tables as bytes by path; with `drop_unclear`, without the rows whose source may not travel on.

    `source` is the raw data folder, or a packaged record that is amended: its vintages are then kept as they are.
    """
    packed = source / schema.MACRO
    macro = pl.read_parquet(packed) if packed.is_file() else read_macro(source / MACRO_RAW)
    tables = {one.path: _raw(source, one) for one in schema.TABLES if one.path != schema.MACRO}
    tables["nato/releases.csv"] = write_csv(
        schema.BY_PATH["nato/releases.csv"].header, [*read_csv(tables["nato/releases.csv"]), *macro_releases(macro)]
    )
    if drop_unclear:
        macro = _without_unclear(tables, macro)
    return {**tables, schema.MACRO: packed.read_bytes() if packed.is_file() else parquet(macro)}


def read_csv(raw: bytes) -> list[Row]:
    """The rows of a CSV file as text."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline="")))


def write_csv(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Rows as UTF-8 CSV with `\\n` line ends."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(header), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def read_macro(path: Path) -> pl.DataFrame:
    """The macroeconomic vintages, typed: `value` float64, `year` int32, `projection` bool, the rest text."""
    types = {"year": pl.Int32, "value": pl.Float64, "projection": pl.Boolean}
    header = schema.BY_PATH[schema.MACRO].header
    return pl.read_csv(path, schema={name: types.get(name, pl.String) for name in header})


def parquet(frame: pl.DataFrame) -> bytes:
    """The frame as Parquet bytes (zstd), the same for the same rows and the same polars."""
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd", compression_level=19, statistics=True)
    return out.getvalue()


def macro_releases(macro: pl.DataFrame) -> list[Row]:
    """One release per vintage. `own_year` is the year of an outlook, and the newest year held of an indicator table."""
    found = macro.group_by("vintage", "published_on").agg(pl.col("year").max()).sort("vintage")
    return [_macro_release(vintage, day, newest) for vintage, day, newest in found.iter_rows()]


def _macro_release(vintage: str, day: str, newest: int) -> Row:
    publisher, month = vintage.lower().split("-", 1)
    outlook, issued = publisher == "weo", date.fromisoformat(f"{month}-01")
    return {
        "release": vintage,
        "publisher": publisher,
        "released_on": day,
        "title": f"{MACRO_TITLES[publisher]}, {issued:%B %Y}",
        "own_year": month[:4] if outlook else str(newest),
        "definition": "",
        "date_known_from": _how_known(date.fromisoformat(day)),
    }


def _how_known(day: date) -> str:
    if day.isoformat() in EXACT_DAYS:
        return "the publisher's download page"
    if (day + timedelta(days=1)).day == 1:
        return "upper bound: the last day of the month"
    return "upper bound: the day of a public copy"


def _raw(source: Path, one: schema.Table) -> bytes:
    folder = AUTHORED if one.authored else source
    return (folder / (Path(one.path).name if one.authored else one.path)).read_bytes()


def _without_unclear(tables: dict[str, bytes], macro: pl.DataFrame) -> pl.DataFrame:
    """Drop the unclear rows from `tables` in place and from `macro`, then what only spoke of them."""
    sources = read_csv(tables["sources.csv"])
    unclear = {one["table"] for one in sources if one["redistribution"] == "unclear"}
    for path in sorted(unclear - {schema.MACRO}):
        tables[path] = _filtered(tables[path], sources, path)
    kept = _macro_without_unclear(macro, sources)
    _drop_orphans(tables, kept)
    return kept


def _filtered(raw: bytes, sources: list[Row], path: str) -> bytes:
    rule = matcher(sources, path)
    rows = read_csv(raw)
    kept = [row for row in rows if (found := rule(row)) is None or found.redistribution != "unclear"]
    return write_csv(schema.BY_PATH[path].header, kept)


def _macro_without_unclear(macro: pl.DataFrame, sources: list[Row]) -> pl.DataFrame:
    rule = matcher(sources, schema.MACRO)
    kinds = macro.select("source", "indicator").unique(maintain_order=True)
    kept = [kind for kind in kinds.iter_rows(named=True) if (found := rule(kind)) and found.redistribution != "unclear"]
    return macro.join(
        pl.DataFrame(kept, schema=kinds.schema), on=["source", "indicator"], how="semi", maintain_order="left"
    )


def _drop_orphans(tables: dict[str, bytes], macro: pl.DataFrame) -> None:
    """Releases without rows, sources that were dropped, corrections of rows that are gone."""
    held = set(macro["vintage"].unique())
    held |= {
        row["release"] for name in ("nato/expenditure.csv", "support/support.csv") for row in read_csv(tables[name])
    }
    _keep(tables, "nato/releases.csv", lambda row: row["release"] in held)
    _keep(tables, "sources.csv", lambda row: row["redistribution"] != "unclear")
    present = {name: read_csv(raw) for name, raw in tables.items() if name != schema.MACRO}
    _keep(tables, "corrections.csv", lambda fix: _still_held(fix, present))


def _keep(tables: dict[str, bytes], path: str, wanted: Callable[[Row], bool]) -> None:
    kept = [row for row in read_csv(tables[path]) if wanted(row)]
    tables[path] = write_csv(schema.BY_PATH[path].header, kept)


def _still_held(fix: Row, present: dict[str, list[Row]]) -> bool:
    wanted = dict(part.split("=", 1) for part in fix["key"].split("|"))
    return any(all(row.get(name) == value for name, value in wanted.items()) for row in present[fix["table"]])
