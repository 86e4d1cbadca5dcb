"""The summary by country: its columns by the words above them, its rows held against their own sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from burdenshare.intake.aid.cover import is_sheet
from burdenshare.intake.aid.donors import ALL, Donors
from burdenshare.intake.aid.layout import Column, folded, layout
from burdenshare.intake.aid.model import Figure
from burdenshare.intake.grid import Sheet
from burdenshare.intake.model import Given, LeftOut, refused

NEEDED = ("country", "financial allocation", "humanitarian allocation", "military allocation", "total allocation")
NONE = frozenset({"", ".", "-", "–", "n/a", "na"})
"""What the tracker writes where it has no figure."""

UNKNOWN = "?"
EXACT = 0.002
"""Billions by which a total may miss its parts: copies with three decimals miss by 0.001."""
SHARE_EXACT = 0.005
"""Part by which a share may miss that of the GDP printed beside it, or as many points of a per cent."""
MOST_WRONG = 3
"""Rows that may fail a sum and be left; more mean that the columns are not what they seem."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the summary says. `total`: the figures of all donors together, where they are the sum of the rows."""

    figures: tuple[Figure, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the table begins: the row of its header, the first row of donors, and the place of each column."""

    sheet: Sheet
    row: int
    first: int
    places: Mapping[str, int]


def summary(given: Given, sheets: Sequence[Sheet]) -> Summary:
    """The figures of the summary in euros.

    Raises DeliveryError: no such sheet, two of them, columns that are not clear, a cell that is no number, sums that
    fail in more than a few rows.
    """
    held = [one for one in sheets if is_sheet(one, "summary")]
    if len(held) != 1:
        named = ", ".join(one.name for one in held)
        what = f"has {len(held)} sheets of the summary in euros ({named})" if held else "has no summary by country"
        raise refused(given, what, remedy="give the tracker's workbook as it was published")
    head, left = _head(given, held[0])
    return _rows(given, head, left)


# The header ----------------------------------------------------------------------------------------------------------


def _head(given: Given, sheet: Sheet) -> tuple[_Head, list[LeftOut]]:
    country = next(one for one in layout().columns if one.id == "country")
    for at, row in enumerate(sheet.rows):
        words = [folded(cell) if isinstance(cell, str) else "" for cell in row]
        if any(one in country.headers for one in words) and sum("allocations" in one for one in words) >= 2:
            return _columns(given, sheet, at)
    what = "has no line with 'Country' and the allocations beside it"
    raise refused(given, what, place=sheet.name, remedy="give the tracker's workbook as it was published")


def _columns(given: Given, sheet: Sheet, at: int) -> tuple[_Head, list[LeftOut]]:
    headers = _headers(sheet, at)
    below = [_unit_of(sheet, at + 1, column) for column in range(len(headers))]
    units_below = sum(one not in ("", UNKNOWN) for one in below) >= 2
    found: dict[str, int] = {}
    left: list[LeftOut] = []
    for column, text in enumerate(headers):
        header, unit = _split(text)
        unit = unit or (below[column] if units_below else "")
        match = _match(header, unit)
        if match is None:
            if header and unit != "dollar" and header not in layout().known:
                reason = "its unit is not known" if unit == UNKNOWN else "this column is not known"
                left.append(LeftOut(sheet.place(at, column), text, reason))
        elif match.id in found:
            what = f"has '{text}' twice, the other in {sheet.place(at, found[match.id])}"
            raise refused(
                given, what, place=sheet.place(at, column), remedy="its layout is new: see the mapping how-to"
            )
        else:
            found[match.id] = column
    missing = [one for one in NEEDED if one not in found]
    if missing:
        what = f"has no column of the {missing[0]} in billions of euros"
        raise refused(given, what, place=sheet.place(at, 0), remedy="its layout is new: see the mapping how-to")
    return _Head(sheet, at, at + 1 + units_below, found), left


def _headers(sheet: Sheet, at: int) -> list[str]:
    """The words of the header, a merged one over all its columns."""
    texts = [cell if isinstance(cell, str) else "" for cell in sheet.rows[at]]
    for top, first, bottom, last in sheet.spans:
        if top <= at <= bottom:
            word = sheet.at(top, first)
            for column in range(first, min(last + 1, len(texts))):
                texts[column] = word if isinstance(word, str) else ""
    return texts


def _unit_of(sheet: Sheet, at: int, column: int) -> str:
    """The unit that stands there, `UNKNOWN` for other words, empty for none."""
    cell = sheet.at(at, column)
    return (layout().unit(cell) or UNKNOWN) if isinstance(cell, str) else ""


def _split(text: str) -> tuple[str, str]:
    """Header and unit of `Total bilateral allocations ($ billion)`; a parenthesis that is no unit stays."""
    plain = folded(text)
    if plain.endswith(")") and "(" in plain:
        header, _, inside = plain[:-1].rpartition("(")
        if unit := layout().unit(inside):
            return header.strip(), unit
    return plain, ""


def _match(header: str, unit: str) -> Column | None:
    """The column of that header and unit; where none is printed, billions of euros as the sheet's name has it."""
    for one in layout().columns:
        unsaid = not unit and one.unit == "euro" and one.id != "gdp"
        if header in one.headers and (not one.unit or one.unit == unit or unsaid):
            return one
    return None


# The rows ------------------------------------------------------------------------------------------------------------


def _rows(given: Given, head: _Head, left: list[LeftOut]) -> Summary:
    donors, sheet = Donors(), head.sheet
    kept: list[Figure] = []
    wrong: list[LeftOut] = []
    total: dict[str, Figure] = {}
    seen: dict[str, int] = {}
    unproved: dict[str, list[Figure]] = {}
    for at in range(head.first, len(sheet.rows)):
        name = sheet.at(at, head.places["country"])
        if not isinstance(name, str):
            continue
        code = donors.code(name)
        if total or not code:
            reason = "a row below the total" if total else "its donor is not known to the record"
            left.append(LeftOut(sheet.place(at, head.places["country"]), name[:120], reason))
            continue
        if code in seen:
            what = f"names {name} again, after row {seen[code] + 1}"
            raise refused(given, what, place=sheet.place(at, head.places["country"]))
        seen[code] = at
        row = _figures(given, head, at, code)
        fault = _fault(row)
        if fault is not None:
            wrong.append(LeftOut(fault[0], name, fault[1]))
        elif code == ALL:
            total = row
        else:
            kept += _taken(row, unproved)
    if len(wrong) > MOST_WRONG:
        first = wrong[0]
        what = f"does not add up in {len(wrong)} rows, the first: {first.reason}"
        raise refused(given, what, place=first.place, remedy="ask the publisher, or give an undamaged copy")
    if not kept:
        raise refused(given, "has no donor below its header", place=sheet.place(head.row, head.places["country"]))
    reason = "the sum or the GDP that would prove it is not there, or contradicts it"
    left += [LeftOut(held[0].place, f"{name} of {len(held)} donors", reason) for name, held in unproved.items()]
    return Summary((*kept, *_all(total, kept, bool(wrong), left)), (*left, *wrong))


def _figures(given: Given, head: _Head, at: int, donor: str) -> dict[str, Figure]:
    """The numbers of one row by column. Raises DeliveryError for a cell that holds something else."""
    found: dict[str, Figure] = {}
    for column, place in head.places.items():
        if column == "country":
            continue
        spot = head.sheet.place(at, place)
        if (at, place) in head.sheet.errors:
            raise refused(given, "holds the error of a formula", place=spot)
        cell = head.sheet.at(at, place)
        if cell is None or (isinstance(cell, str) and cell.casefold() in NONE):
            continue
        if isinstance(cell, bool) or not isinstance(cell, float):
            raise refused(given, f"'{str(cell)[:40]}' is no number", place=spot)
        found[column] = Figure(donor, column, cell, spot)
    return found


def _fault(row: Mapping[str, Figure]) -> tuple[str, str] | None:
    """Where a row contradicts itself: the cell of the total, and what is wrong."""
    for name, parts in layout().sums:
        total = row.get(name) if _is_taken(row, name) else None
        if total is None or not all(one in row for one in parts):
            if name == "total allocation":
                return next((one.place for one in row.values()), ""), "it lacks one of its allocations"
            continue
        together = sum(row[one].value for one in parts)
        if abs(together - total.value) > EXACT:
            return total.place, f"its parts are {together:.4g} together, and it says {total.value:.4g}"
    return None


def _taken(row: Mapping[str, Figure], unproved: dict[str, list[Figure]]) -> list[Figure]:
    """The figures of a row that become rows of the record; those that nothing proves go into `unproved`."""
    parts = {part for total, listed in layout().sums for part in (total, *listed)}
    shares = {name for name, _ in layout().shares}
    kept = []
    for name, figure in row.items():
        if name in ("member", "gdp") or not _is_taken(row, name):
            continue
        if (name in shares and not _is_share(row, name)) or (name in parts and not _proved(row, name)):
            unproved.setdefault(name, []).append(figure)
        else:
            kept.append(figure)
    return kept


def _is_taken(row: Mapping[str, Figure], name: str) -> bool:
    """Whether a column says anything of this donor: what goes through the EU does so only of its members."""
    member = row.get("member")
    return not _members_only()[name] or (member is not None and member.value == 1)


@cache
def _members_only() -> Mapping[str, bool]:
    return {one.id: one.members_only for one in layout().columns}


def _is_share(row: Mapping[str, Figure], name: str) -> bool:
    of = dict(layout().shares)[name]
    if of not in row or "gdp" not in row or row["gdp"].value <= 0:
        return False
    expected = row[of].value / row["gdp"].value * 100
    return abs(row[name].value - expected) <= max(SHARE_EXACT, SHARE_EXACT * abs(expected))


def _proved(row: Mapping[str, Figure], name: str) -> bool:
    """Whether a figure is part of a sum whose every part is there; `_fault` has seen that it holds."""
    return any(name in (total, *parts) and all(one in row for one in (total, *parts)) for total, parts in layout().sums)


def _all(total: Mapping[str, Figure], kept: Sequence[Figure], damaged: bool, left: list[LeftOut]) -> list[Figure]:
    """The printed figures of all donors, where the rows add up to them: then nobody was counted twice or missed."""
    taken: list[Figure] = []
    bilateral = {name for name, _ in layout().sums[:2]} | {part for _, parts in layout().sums[:2] for part in parts}
    for name in sorted(bilateral & set(total)):
        together = sum(one.value for one in kept if one.column == name)
        rows = sum(one.column == name for one in kept)
        if not damaged and abs(together - total[name].value) <= EXACT * max(1, rows) ** 0.5:
            taken.append(total[name])
        else:
            reason = f"the rows add up to {together:.4f}: not all donors are read, or one is counted otherwise"
            left.append(LeftOut(total[name].place, f"{total[name].value:.4f}", reason))
    return taken
