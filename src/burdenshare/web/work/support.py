"""What workers do for support: look it up, price it, lay it out, write it down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from burdenshare.errors import DateError, InputError, UnknownNameError
from burdenshare.web.values import File
from burdenshare.web.views.road_toml import unpacked_toml
from burdenshare.web.views.support_asked import OWN, PASTED, SupportAsked
from burdenshare.web.work.encoding import encoded

if TYPE_CHECKING:
    from burdenshare.report.support.door import SupportReport
    from burdenshare.road.support.model import SupportScenario

PASTED_NAME = "the scenario"
MEDIA = {
    "json": ("application/json", ".json"),
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "html": ("text/html; charset=utf-8", ".html"),
}
"""Forms by name: media type and suffix."""
MOST_ENTRIES = 100
"""Entries of a stranger's scenario, and names in one: more would be work for its own sake."""


def report_of(asked: SupportAsked) -> SupportReport:
    """The report of `asked`. Raises InputError and its kin, each naming the field concerned where it is one."""
    from burdenshare.report.support.door import support

    with _named(asked):
        own = asked.scenario == OWN
        return support(
            None if own or not asked.scenario else scenario_of(asked),
            donors=asked.donors,
            since=asked.begin if own else asked.since or None,
            until=asked.until or None,
            kind=asked.kind or None,
            definition=asked.definition or None,
            release=asked.release or None,
            span=asked.span or None,
            against=asked.against or None,
            give=asked.give if own else None,
            on=asked.on,
        )


def scenario_of(asked: SupportAsked) -> SupportScenario:
    """The shipped scenario that is asked for, or the one that was handed over. Raises InputError."""
    from burdenshare.road.support.scenario import load_scenario

    return read(unpacked_toml(asked.toml)) if asked.scenario == PASTED else load_scenario(asked.scenario)


def read(text: str) -> SupportScenario:
    """A scenario from a stranger's text. Raises InputError."""
    from burdenshare.road.support.scenario import read_scenario

    found = read_scenario(text, PASTED_NAME)
    names = [len(one.donors) for one in found.stops] + [len(one.donors) for one in found.gives]
    names += [len(one.donors) for one in found.replaces]
    most = max([len(names), *names])
    if most > MOST_ENTRIES:
        raise InputError(f"{most:,} entries or names", where=PASTED_NAME, remedy=f"give {MOST_ENTRIES} at the most")
    return found


def checked_scenario(text: str) -> None:
    """Raises InputError with the place of what is wrong in a scenario's text."""
    read(text)


def laid_out(asked: SupportAsked) -> bytes:
    """The result as HTML, every word escaped, to be set into a page. Raises what `report_of` does."""
    from burdenshare.web.views.support import support_html

    return support_html(report_of(asked)).encode()


def shaped(asked: SupportAsked) -> bytes:
    """The documented shape as JSON text."""
    return encoded(report_of(asked).to_dict())


def file_of(asked: SupportAsked, form: str) -> File:
    """The view in a form that can be kept. Raises UnknownNameError."""
    if form not in MEDIA:
        raise UnknownNameError("form", form[:20], MEDIA, where="form")
    report = report_of(asked)
    on = (report.priced or report.standing).on.isoformat()  # type: ignore[union-attr]  # it holds one of the two
    media, suffix = MEDIA[form]
    made = {"json": report.to_json, "csv": report.to_csv, "html": report.to_html}[form]()
    return File(made.encode("utf-8", "replace"), media, f"burdenshare-support-{on}{suffix}")


def offered() -> bytes:
    """The names that the form offers, groups first, as JSON text."""
    from burdenshare.record.donors import donor_name, donors
    from burdenshare.report.article import packaged_record

    record, declared = packaged_record(), donors()
    groups = [one.name for one in declared.groups.values()] + [record.name(one) for one in ("NATO", "NORDIC", "BALTIC")]
    states = sorted({one.name for one in record.allies()} | {donor_name(record, one) for one in declared.names})
    return encoded([*groups, *states])


def shipped() -> list[dict[str, Any]]:
    """Every shipped scenario of support: what it asks, and its file."""
    from burdenshare.report.support.scenario_shape import support_scenario_shape
    from burdenshare.report.support.scenarios import text_of
    from burdenshare.road.support.scenario import SHIPPED, load_scenario

    return [{"scenario": support_scenario_shape(load_scenario(one)), "toml": text_of(one)} for one in SHIPPED]


_FIELDS = {"donors": "donor", "allies": "donor"}
"""Fields of the form by what the room calls them."""


@contextmanager
def _named(asked: SupportAsked) -> Iterator[None]:
    """Tell the field of a fault: what a pasted scenario holds is wrong there, a month of one's own in its own field."""
    try:
        yield
    except InputError as fault:
        fault.where = "on" if isinstance(fault, DateError) else _FIELDS.get(fault.where, fault.where)
        if asked.scenario == OWN and fault.where == "since":
            fault.where = "begin"
        if asked.scenario == PASTED and fault.where not in ("on", "release"):
            fault.where = f"toml {fault.where}".strip()
        raise
