"""Who is meant: donors, sums of donors as the tracker makes them, and the record's own groups of allies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record.donors import CODE, INSTITUTIONS, donors
from burdenshare.record.groups import TOGETHER
from burdenshare.record.record import Record

UNION = "EU"
"""Said of the Union it may mean its institutions, or its members with them: the two differ by half."""


def who(record: Record, text: str) -> str:
    """The id of a donor or of a group of donors, from its id or name. Raises UnknownNameError with the nearest,
    InputError for what means two things."""
    declared = donors()
    word = " ".join(text.split())
    if word.casefold() in (UNION.casefold(), "european union", "the european union"):
        raise InputError(
            f"'{word}' may be the EU's institutions, or its members with them",
            where="donor",
            remedy=f"name {INSTITUTIONS}, EU_MEMBERS, or both as EU_MEMBERS+{INSTITUTIONS}",
        )
    own = {one.casefold(): one for one in (*declared.groups, *declared.names)}
    own |= {one.name.casefold(): one.id for one in declared.groups.values()}
    own |= {name.casefold(): code for code, name in declared.names.items()}
    if word.casefold() in own:
        return own[word.casefold()]
    if TOGETHER in word:
        return TOGETHER.join(who(record, one) for one in word.split(TOGETHER) if one.strip())
    try:
        found = record.entity(word)
        if found not in record.groups() and found not in {one.ally for one in record.allies()}:
            raise UnknownNameError("donor", word, ())  # the record knows it, and not as one that could give
        return found
    except UnknownNameError:
        known = [*declared.groups, *declared.names, *declared.names.values(), *record.groups()]
        known += [name for one in record.allies() for name in (one.ally, one.name)]
        raise UnknownNameError("donor", word[:60], known, where="donor") from None


def is_group(record: Record, entity: str) -> bool:
    """Whether an id means several donors."""
    return entity in donors().groups or entity in record.groups() or TOGETHER in entity


def countries(held: Iterable[str]) -> tuple[str, ...]:
    """Those that are countries: bodies and sums have no place among them."""
    return tuple(one for one in held if len(one) == CODE)


def meant(record: Record, entity: str, held: Sequence[str], on: date) -> tuple[str, ...]:
    """The donors that an id means: of a group of the tracker those of `held`; of allies all members on the day, also
    those that have no row."""
    declared = donors()
    if entity in declared.groups:
        return declared.groups[entity].of(held)
    if TOGETHER in entity:
        parts = (meant(record, one, held, on) for one in entity.split(TOGETHER))
        return tuple(dict.fromkeys(one for part in parts for one in part))
    if entity in record.groups():
        return record.members(entity, on)
    return (entity,)


def all_meant(record: Record, entities: Iterable[str], held: Sequence[str], on: date) -> tuple[str, ...]:
    """The same of several ids, each donor once."""
    return tuple(dict.fromkeys(one for entity in entities for one in meant(record, entity, held, on)))
