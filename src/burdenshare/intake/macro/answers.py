"""Answers of the World Bank's interface: JSON, a page of a list of values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from burdenshare.intake.macro.model import Cell, Series, Tally, Wanted
from burdenshare.intake.macro.wide import NOT_ANNUAL, OTHER_SUBJECT
from burdenshare.intake.model import Given, LeftOut, refused

MOST_BYTES = 64 * 1024 * 1024
"""One indicator of all countries has 4 MB."""

AGAIN = "ask the World Bank again"
FORECAST = "F"
DATABASE = "2"
"""The number by which the World Bank calls the Development Indicators."""

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DAY = re.compile(r"(20\d\d)-(\d\d)-(\d\d)", re.ASCII)
_CODE = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its series, the day on which the World Bank last updated them, what was passed over."""

    series: tuple[Series, ...]
    updated: date
    left_out: tuple[LeftOut, ...]


def looks_like(head: str) -> bool:
    """Whether the first characters are those of such an answer."""
    start = head.lstrip("\ufeff \t\r\n")[:400]
    page, error = ('"page"', '"pages"', '"total"'), ('"message"', '"key"')
    return start.startswith("[") and any(all(name in start for name in names) for names in (page, error))


def read(given: Given, raw: bytes, wanted: Wanted) -> Answer:
    """The values of one whole page. Raises DeliveryError: one of several pages, an error, no such answer."""
    about, values = _parted(given, _parsed(given, raw))
    _refuse_parts(given, about, len(values))
    tally = Tally("values")
    cells: dict[tuple[str, str], list[Cell]] = {}
    places: dict[tuple[str, str], str] = {}
    for spot, one in enumerate(values, 1):
        found = _value(given, one, f"value {spot}", wanted, tally)
        if found is not None:
            key, cell = found
            places.setdefault(key, cell.place)
            held = cells.setdefault(key, [])
            if wanted.takes(key[0], "", key[1]):
                held.append(cell)
    series = tuple(
        Series(code, "", subject, "", "", "", places[code, subject], tuple(held))
        for (code, subject), held in cells.items()
    )
    return Answer(series, _updated(given, about), tally.left_out())


def _parsed(given: Given, raw: bytes) -> Any:
    if len(raw) > MOST_BYTES:
        raise refused(given, f"is larger than {MOST_BYTES >> 20} MiB", remedy="ask for one indicator at a time")
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuser(given))
    except RecursionError:
        raise refused(given, "nests its lists too deeply", remedy=AGAIN) from None
    except (ValueError, ArithmeticError) as fault:
        told = " ".join(str(fault).split())[:120]
        raise refused(given, f"is no JSON ({told})", remedy=AGAIN) from None


def _refuser(given: Given) -> Callable[[str], Any]:
    def refuse(text: str) -> Any:
        raise refused(given, f"'{text}' is no number", remedy=AGAIN)

    return refuse


def _parted(given: Given, answer: Any) -> tuple[Mapping[str, Any], list[Any]]:
    """What the answer says of itself, and its values."""
    if isinstance(answer, list) and answer and isinstance(answer[0], dict):
        messages = answer[0].get("message")
        if isinstance(messages, list) and messages and isinstance(messages[0], dict):
            what = f"is an error of the World Bank's: {str(messages[0].get('value'))[:120]}"
            raise refused(given, what, remedy="mend the question")
        if len(answer) == 2 and isinstance(answer[1], list):
            return answer[0], answer[1]
        if len(answer) == 2 and answer[1] is None:
            raise refused(given, "is an answer without values", remedy="mend the question")
    raise refused(given, "is no answer of the World Bank's", remedy="give [{page, ...}, [{indicator, ...}, ...]]")


def _refuse_parts(given: Given, about: Mapping[str, Any], count: int) -> None:
    if about.get("sourceid") not in (None, DATABASE):
        what = f"is of the World Bank's database {str(about['sourceid'])[:20]}, not of the Development Indicators"
        raise refused(given, what, remedy=f"add &source={DATABASE} to the address")
    pages, total = about.get("pages"), about.get("total")
    if not isinstance(pages, int) or not isinstance(total, int) or isinstance(pages, bool) or isinstance(total, bool):
        raise refused(given, "does not say how many pages there are", remedy=AGAIN)
    if pages != 1:
        what = f"is page {about.get('page')} of {pages}"
        raise refused(given, what, remedy=f"ask for all in one page: add &per_page={max(total, count)} to the address")
    if count != total:
        raise refused(given, f"holds {count} values of {total}", remedy=AGAIN)


def _updated(given: Given, about: Mapping[str, Any]) -> date:
    text = str(about.get("lastupdated", ""))
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else date.fromisoformat("")
    except ValueError:
        raise refused(given, f"'{text[:40]}' is no day", place="lastupdated", remedy=AGAIN) from None


def _value(given: Given, one: Any, place: str, wanted: Wanted, tally: Tally) -> tuple[tuple[str, str], Cell] | None:
    if not isinstance(one, dict):
        raise refused(given, "is no value", place=place, remedy=AGAIN)
    subject = one["indicator"].get("id") if isinstance(one.get("indicator"), dict) else None
    code, year, value = one.get("countryiso3code"), one.get("date"), one.get("value")
    if not isinstance(subject, str) or not isinstance(code, str) or not isinstance(year, str):
        raise refused(given, "lacks its indicator, its country or its date", place=place, remedy=AGAIN)
    if subject not in wanted.subjects:
        tally.add(OTHER_SUBJECT, subject, place)
        return None
    if not _CODE.fullmatch(code):
        country = one.get("country")
        name = country.get("value") if isinstance(country, dict) else code
        tally.add("not a country by its code", str(name)[:40], place)
        return None
    where = f"{place} ({code}, {subject}, {year[:10]})"
    if not _YEAR.fullmatch(year):
        tally.add(NOT_ANNUAL, year[:20], where)
        return None
    if one.get("unit") not in (None, ""):
        raise refused(given, f"is given in '{str(one['unit'])[:40]}'", place=where, remedy=AGAIN)
    if one.get("obs_status") == FORECAST:
        raise refused(given, "is marked as a forecast", place=where, remedy="leave forecasts out")
    return (code, subject), Cell(int(year), _number(given, value, where), where)


def _number(given: Given, value: Any, where: str) -> str | None:
    """The digits of a number as they stand, None where there is no value."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refused(given, f"'{str(value)[:40]}' is no number", place=where, remedy=AGAIN)
    return str(value)
