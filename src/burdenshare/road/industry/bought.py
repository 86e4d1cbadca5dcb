"""What share is bought in Europe: the rows that tell it, each with its own definition, as a day knew them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from burdenshare.record.model import Observation
from burdenshare.road.industry.rates import kind_of

GOAL = "share of defence needs from within the EU"
CODE = re.compile(r"\b[A-Z]{3}\b")
"""An ISO code in the tracker's own words: "supplied by USA"."""


@dataclass(frozen=True, slots=True)
class Bought:
    """One share of trade in words: of whom, what it is a share of, and whether it is a goal; `row` has the codes. They
    are never averaged: imports are not acquisitions, and a sample of contracts is neither."""

    who: str
    what: str
    of: str
    period: str
    value: float
    goal: bool
    row: Observation


def bought(rows: Sequence[Observation], name_of: Callable[[str], str]) -> tuple[Bought, ...]:
    """Shares of what Europeans buy by where it is made, newest first; what is no share of it is left out."""
    found = []
    for one in rows:
        kind, name = kind_of(one), one.basis.partition("/")[2]
        share = kind == "procurement_share" and name.startswith("share of ") and one.entity != "USA"
        if (share and "world" not in name) or name == GOAL:
            who = name_of(one.entity).split(",")[0]  # "the European Union, all members"
            what = CODE.sub(lambda code: name_of(code[0]), name)
            found.append(Bought(who, what, one.unit, str(one.period), one.value, name == GOAL, one))
    return tuple(found)
