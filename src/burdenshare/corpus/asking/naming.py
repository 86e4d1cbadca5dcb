"""What a figure is of, in words: `target|guideline|NATO` is `NATO: spending target`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from burdenshare.corpus.asking.asking import Answer
from burdenshare.corpus.claims import JOINT
from burdenshare.errors import BurdenshareError
from burdenshare.record import Record, load_record
from burdenshare.report.stories.wording import office_name
from burdenshare.report.wording import amount, measure_name

_NUMBER = re.compile(r"\|[=<>]")
TARGETS = {"guideline": "spending target"}


NAMED = "matter"
"""The column of an answer that holds a matter's key."""


def with_names(answer: Answer) -> Answer:
    """The answer with its matters named for a reader; keys are for those who join and filter."""
    if NAMED not in answer.columns:
        return answer
    place, record = answer.columns.index(NAMED), load_record()
    rows = [(*row[:place], matter_name(str(row[place]), record), *row[place + 1 :]) for row in answer.rows]
    return replace(answer, rows=rows)


def claim_name(claim: str, record: Record) -> str:
    """What a claim is of, without its number."""
    return matter_name(_NUMBER.split(claim, maxsplit=1)[0], record)


def matter_name(matter: str, record: Record) -> str:
    """A question, or the matter of the question `moved`, for a reader; one of another form stays as it is."""
    kind, *rest = matter.split(JOINT)
    if kind not in _KINDS:
        kind, rest = "", [kind, *rest]
    try:
        return _KINDS[kind](rest, record)
    except ValueError:  # fewer parts than such a key has
        return matter


def _target(rest: list[str], record: Record) -> str:
    """`guideline|NATO` for all targets of one owner, `guideline|NATO|%|above|3` for one of them."""
    measure, *owners = rest
    if not owners:
        raise ValueError
    value = ""
    if len(owners) > 3:
        *owners, unit, sense, number = owners
        value = f", {'more than ' if sense == 'above' else ''}{amount(float(number), unit)}"
    named = _named([one for held in owners for one in held.split(";")], record)
    return f"{named}: {TARGETS.get(measure, measure_name(measure))}{value}"


def _at_guideline(rest: list[str], record: Record) -> str:
    group, threshold, year = rest
    return f"{_named([group], record)}: members at {threshold} % in {year}"


def _members(rest: list[str], record: Record) -> str:
    group, _ = rest
    return f"{_named([group], record)}: number of members"


def _office(rest: list[str], record: Record) -> str:
    person, office, entity, *_ = rest
    return f"{person}: {office_name(office)}" + (f" of {_named([entity], record)}" if entity else "")


def _in_force(rest: list[str], record: Record) -> str:
    owner, *_ = rest
    return f"{_named([owner], record)}: guideline in force"


def _occasion(rest: list[str], record: Record) -> str:
    del record
    event, *others = rest[:3]
    return ", ".join([event, *filter(None, others)])


def _age(rest: list[str], record: Record) -> str:
    event, *owners = rest
    return f"{_named(owners, record)}: age of the {event}"


def _figure(rest: list[str], record: Record) -> str:
    measure, *owners, _, year, _, _ = rest
    if not owners:
        raise ValueError
    return f"{_named(owners, record)}: {measure_name(measure)}, {year}"


_KINDS: dict[str, Callable[[list[str], Record], str]] = {
    "target": _target,
    "at_guideline": _at_guideline,
    "members": _members,
    "office": _office,
    "in_force": _in_force,
    "occasion": _occasion,
    "age": _age,
    "": _figure,
}
"""By the first part of a question; a figure begins with its measure."""


def _named(owners: list[str], record: Record) -> str:
    found = []
    for one in owners:
        try:
            found.append(record.name(one).split(",")[0])
        except (BurdenshareError, KeyError):
            found.append(one)
    return ", ".join(found)
