"""The table of dated statements (`horizons.toml`): what each row of the record is in the clock."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from burdenshare.record.model import Horizon
from burdenshare.road.clock.model import CountsFrom, Feared, SpeakerKind, Standing, StatedHorizon

Key = tuple[str, str, str]
"""What tells one row of `capabilities/reconstitution.csv` from every other: who said it, when, and what about."""

NOT_CLASSIFIED = "the record has this statement and the table of the clock does not: shown, not drawn"


def packaged(name: str) -> dict[str, Any]:
    """A table of this package as TOML gives it."""
    return tomllib.loads(files("burdenshare.road.clock").joinpath(name).read_text(encoding="utf-8"))


@cache
def rows() -> Mapping[Key, tuple[str, Mapping[str, str]]]:
    """The classified rows: the record's key to the statement's own and what the table says of it."""
    return {
        (row["stated_by"], row["stated_on"], row["about"]): (key, row) for key, row in packaged("horizons.toml").items()
    }


@cache
def rules() -> Mapping[str, Mapping[str, str]]:
    """How words become spans: each rule with an example, what it does and why."""
    return packaged("rules.toml")


def key_of(one: Horizon) -> Key:
    """The record's key of a statement."""
    return one.stated_by, one.stated_on, one.about


def classified(said: Iterable[Horizon]) -> tuple[StatedHorizon, ...]:
    """Statements of the record with their places; one that a layer added and the table does not know stands aside."""
    return tuple(_placed(one) for one in said)


def _placed(said: Horizon) -> StatedHorizon:
    found = rows().get(key_of(said))
    if found is None:
        key = f"{said.stated_by} {said.stated_on}".casefold().replace(" ", "-")
        return StatedHorizon(
            key, said, None, CountsFrom.DAY_SAID, "", SpeakerKind.PRESS, key, Standing.ASIDE, NOT_CLASSIFIED
        )
    key, row = found
    return StatedHorizon(
        key=key,
        said=said,
        feared=Feared(row["feared"]) if "feared" in row else None,
        counts_from=CountsFrom(row["counts_from"]),
        condition=row.get("condition", ""),
        speaker=SpeakerKind(row["speaker"]),
        count=row.get("count", key),
        standing=Standing(row.get("standing", Standing.HORIZON.value)),
        reason=row["reason"],
    )
