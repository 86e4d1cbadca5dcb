"""Who gives aid to Ukraine, as the tracker counts donors, and the groups it sums them to (`donors.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdenshare.record.entries import Entries

DECLARED = Path(__file__).with_name("donors.toml")
CODE = 3
"""Letters of a country's code; the other donors are bodies and sums of several."""
INSTITUTIONS = "EU_INST"
UNITED_STATES = "USA"
EUROPE = "EUROPE"
EVERY = "*"
ALL = "ALL_DONORS"


@dataclass(frozen=True, slots=True)
class DonorGroup:
    """A sum of donors. `rule`: codes in it, `@` before a group, `-` before what is taken away, `*` for everybody."""

    id: str
    name: str
    rule: tuple[str, ...]
    example: str
    reason: str

    def of(self, held: Iterable[str]) -> tuple[str, ...]:
        """Those of the donors `held` that are in it, in their order."""
        donors = list(held)
        inside = _inside(self.rule, frozenset(donors))
        return tuple(one for one in donors if one in inside)


@dataclass(frozen=True, slots=True)
class Donors:
    """Names of donors that are no allies, parts of donors, and groups; `source` is where the groups come from."""

    names: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, DonorGroup]
    source: str

    def whole_of(self, donor: str) -> str:
        """The donor that `donor` is a part of; itself where it is none's."""
        return next((whole for whole, parts in self.parts.items() if donor in parts), donor)


@lru_cache(maxsize=1)
def donors() -> Donors:
    """The packaged declaration."""
    table = tomllib.loads(DECLARED.read_text(encoding="utf-8"))
    groups = [
        DonorGroup(row["id"], row["name"], tuple(row["donors"]), row["example"], row["reason"])
        for row in table["group"]
    ]
    parts = {whole: tuple(held) for whole, held in table["parts"].items()}
    return Donors(table["names"], parts, {one.id: one for one in groups}, table["source"])


def donor_name(record: Entries, donor: str) -> str:
    """The name of a donor or group of donors; what the record calls it where the tracker has no name of its own."""
    declared = donors()
    if donor in declared.groups:
        return declared.groups[donor].name
    return declared.names.get(donor) or record.name(donor)


def _inside(rule: Iterable[str], held: frozenset[str]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for word in rule:
        if word == EVERY:
            found |= held
        elif word.startswith("-"):
            found -= _inside((word[1:],), held)
        elif word.startswith("@"):
            found |= _inside(donors().groups[word[1:]].rule, held)
        else:
            found |= {word}
    return found
