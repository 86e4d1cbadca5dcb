"""What is asked of support, as people type it: names, months, kinds, spans, a scenario by name or by a share of GDP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.record.months import Span, month_of, span_in
from burdenshare.report.names import entity_of
from burdenshare.road.support.answering import Asked
from burdenshare.road.support.model import Give, SupportScenario
from burdenshare.road.support.scenario import HIGHEST, load_scenario
from burdenshare.road.support.who import who

T = TypeVar("T", Definition, Kind)


def asked_of(
    *,
    definition: str | None = None,
    kind: str | None = None,
    since: str | None = None,
    until: str | None = None,
    release: str | None = None,
) -> Asked:
    """The question. Raises InputError for months there are not, UnknownNameError for a definition or kind."""
    first = None if since is None else month_of(since, "since")
    last = None if until is None else month_of(until, "until", last=True)
    if first is not None and last is not None and last < first:
        raise InputError(f"{first} to {last}", where="until", remedy="give a last month after the first")
    return Asked(
        one_of(Definition, definition, "definition", Definition.ALLOCATION),
        one_of(Kind, kind, "kind", Kind.TOTAL),
        first,
        last,
        None if release is None else release.strip(),
    )


def entities(record: Record, donors: Sequence[str]) -> tuple[str, ...]:
    """Ids of donors and groups by whatever name people know them. Raises UnknownNameError with the nearest, InputError
    for what means two things."""
    return tuple(dict.fromkeys(_entity(record, one) for one in donors))


def spans(span: str | None, against: str | None) -> tuple[Span | None, Span | None]:
    """The two spans of who rose and who fell: the later and the earlier one; None where it is not said."""
    after = None if span is None else span_in(span, "span")
    before = None if against is None else span_in(against, "against")
    return after, before


def scenario_of(
    scenario: str | Path | SupportScenario | None, *, give: float | None = None, since: str | None = None
) -> SupportScenario | None:
    """A scenario by its name, file or value; or one made of a share of GDP that every ally gives `since` a month.

    None where neither is asked. Raises InputError for both at once and for a share there cannot be.
    """
    if scenario is not None:
        if give is not None:
            raise InputError("a scenario and a share are asked for", where="give", remedy="keep one of the two")
        return scenario if isinstance(scenario, SupportScenario) else load_scenario(str(scenario))
    if give is None:
        return None
    if not 0 <= give <= HIGHEST:
        raise InputError(f"{give:g} % of GDP a year", where="give", remedy=f"give a share from 0 to {HIGHEST:g}")
    if since is None:
        raise InputError("the share has no month from which it is given", where="give", remedy="say --since 2027-01")
    order = Give(("NATO",), float(give), month_of(since, "since"))
    return SupportScenario("share", f"Every ally gives {give:g} % of GDP a year", gives=(order,))


def one_of(kind: type[T], name: str | None, where: str, usual: T) -> T:
    """A member by its word. Raises UnknownNameError."""
    if name is None or name == "":
        return usual
    known = [str(one.value) for one in kind]
    if name.strip().casefold() not in known:
        raise UnknownNameError(where, name.strip()[:40], known, where=where)
    return kind(name.strip().casefold())


def _entity(record: Record, text: str) -> str:
    try:
        return who(record, text)
    except UnknownNameError:
        try:
            return who(record, entity_of(record, text))  # the adjectives and abbreviations that a reader knows
        except InputError:
            pass
        raise


def of_kind(scenario: SupportScenario, kind: str | None) -> SupportScenario:
    """The scenario, of another kind of aid where one is named. Raises UnknownNameError."""
    return scenario if not kind else replace(scenario, kind=one_of(Kind, kind, "kind", Kind.TOTAL))


def refuse_beside(**given: str | None) -> None:
    """Refuse what a scenario takes no notice of. Raises InputError."""
    lost = next((name for name, value in given.items() if value is not None), None)
    if lost is not None:
        raise InputError("a scenario takes no notice of it", where=lost, remedy="leave it out, or the scenario")
