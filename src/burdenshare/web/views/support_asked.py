"""What the page of support is asked, as its address tells it: bounded, so that the address is a link to share and the
key of what is kept. Names are looked up where the work is done, not here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.report.days import day_of
from burdenshare.road.support.scenario import HIGHEST, SHIPPED
from burdenshare.web.views.road_asked import LONGEST_CODE, LONGEST_NAME

OWN, PASTED = "own", "pasted"
"""A share of GDP set by the form's own field, and a scenario that was handed over as a file."""
KINDS = tuple(one.value for one in Kind)
DEFINITIONS = tuple(one.value for one in Definition)
MOST_DONORS = 60
USUAL_GIVE = 0.25
USUAL_FROM = "2027-01"
"""What the fields of a share of one's own stand at before anybody has moved them."""

_CODE = re.compile(r"[A-Za-z0-9_-]*")
_SHARE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class SupportAsked:
    """One view. `scenario` is empty for who stands where, a shipped name, `own` (with `give` from the month `begin`) or
    `pasted` (with `toml`, packed). Everything else is as `burdenshare support` has it; empty for what is usual."""

    donors: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    kind: str = ""
    definition: str = ""
    release: str = ""
    span: str = ""
    against: str = ""
    on: date | None = None
    scenario: str = ""
    give: float = USUAL_GIVE
    begin: str = USUAL_FROM
    toml: str = ""

    def query(self, **more: object) -> str:
        """The address's part behind `?`; what is as usual is left out."""
        own = self.scenario == OWN
        told: dict[str, object] = {
            "scenario": self.scenario,
            "give": f"{self.give:g}" if own else None,
            "begin": self.begin if own else None,
            "toml": self.toml,
            "donor": ", ".join(self.donors),
            "since": self.since,
            "until": self.until,
            "kind": self.kind,
            "definition": self.definition,
            "release": self.release,
            "span": self.span,
            "against": self.against,
            "on": self.on,
        }
        told |= more
        return urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})

    def fields(self) -> dict[str, str]:
        """The same as fields of a form."""
        return dict(parse_qsl(self.query()))


def support_asked_in(query: Mapping[str, str]) -> SupportAsked:
    """The view of an address. Raises InputError and its kin, each naming its field."""
    scenario = _one_of(query, "scenario", (*SHIPPED, OWN, PASTED))
    if not scenario and query.get("toml"):
        scenario = PASTED
    standing = not scenario
    return SupportAsked(
        donors=donors_in([query.get("donor", "")]),
        since=_text(query, "since") if standing else "",
        until=_text(query, "until") if standing else "",
        kind=_one_of(query, "kind", KINDS),
        definition=_one_of(query, "definition", DEFINITIONS) if standing else "",
        release=_text(query, "release"),
        span=_text(query, "span") if standing else "",
        against=_text(query, "against") if standing else "",
        on=day_of(_text(query, "on"), "on"),
        scenario=scenario,
        give=_share(query) if scenario == OWN else USUAL_GIVE,
        begin=(_text(query, "begin") or USUAL_FROM) if scenario == OWN else USUAL_FROM,
        toml=_code(query) if scenario == PASTED else "",
    )


def donors_in(names: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them, each once. Raises InputError for too many or too long."""
    found: dict[str, None] = {}
    for part in names:
        if len(part) > MOST_DONORS * (LONGEST_NAME + 1):
            raise InputError("longer than a list of donors", where="donor", remedy=f"give {MOST_DONORS} at the most")
        found |= dict.fromkeys(" ".join(one.split()) for one in part.split(",") if one.strip())
    if len(found) > MOST_DONORS:
        raise InputError(f"these are {len(found)} names", where="donor", remedy=f"give {MOST_DONORS} at the most")
    if any(len(one) > LONGEST_NAME for one in found):
        raise InputError(
            f"longer than {LONGEST_NAME} characters", where="donor", remedy="give names with commas between"
        )
    return tuple(found)


def _share(query: Mapping[str, str]) -> float:
    told = _text(query, "give") or f"{USUAL_GIVE:g}"
    if not _SHARE.fullmatch(told) or not 0 <= float(told) <= HIGHEST:
        raise InputError(f"'{told[:20]}' is no share of GDP", where="give", remedy=f"give one from 0 to {HIGHEST:g}")
    return float(told)


def _code(query: Mapping[str, str]) -> str:
    code = query.get("toml", "")
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code) or not code:
        raise InputError("the link holds no scenario", where="toml", remedy="paste the scenario anew")
    return code


def _one_of(query: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    told = _text(query, name)
    if told and told not in known:
        raise UnknownNameError(name, told, known, where=name)
    return told


def _text(query: Mapping[str, str], name: str) -> str:
    told = query.get(name, "").strip()
    if len(told) > LONGEST_NAME:
        raise InputError(f"longer than {LONGEST_NAME} characters", where=name, remedy="give less")
    return told
