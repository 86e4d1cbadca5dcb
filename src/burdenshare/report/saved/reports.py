"""Reports from JSON text, without loss: what the values say again is what the text said, or the text is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from burdenshare.checking.model import CheckedDocument
from burdenshare.errors import ReportError
from burdenshare.report.citations import citation
from burdenshare.report.report import Report
from burdenshare.report.saved import said
from burdenshare.report.saved.judged import Evidence, entry
from burdenshare.report.saved.parts import Part, wrong
from burdenshare.report.saved.reviewed import review
from burdenshare.report.saved.summed import arithmetic
from burdenshare.report.shape import FORMAT

AGAIN = "check the article again with `burdenshare check --json`"


def reports_of(text: str, where: str = "") -> list[Report]:
    """The reports in JSON text: one object, or an array of them. Raises ReportError, which names `where`."""
    shape = _parsed(text, where)
    shapes = shape if isinstance(shape, list) else [shape]
    if not shapes:
        raise ReportError("holds no report", where=where, remedy=AGAIN)
    several = isinstance(shape, list)
    return [report_of(one, f"{where}, report {at}" if several else where) for at, one in enumerate(shapes, start=1)]


def report_of(shape: object, where: str = "") -> Report:
    """The report of one parsed object. Raises ReportError for anything that is not exactly one."""
    _recognised(shape, where)
    try:
        found = _report(Part(shape))
        if different := first_difference(shape, found.to_dict(with_text=True)):
            raise wrong(different, "does not agree with the rest of the report")
    except RecursionError:
        raise ReportError("is nested too deeply to be a report", where=where) from None
    except ReportError as fault:
        raise ReportError(fault.what, where=where, remedy=fault.remedy) from None
    return found


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, object_pairs_hook=_told_once)
    except (ValueError, RecursionError) as fault:
        what = f"is no JSON, or damaged ({fault})" if isinstance(fault, ValueError) else "is nested too deeply"
        raise ReportError(what, where=where, remedy=AGAIN) from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _told_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field is told twice")
    return found


def _recognised(shape: object, where: str) -> None:
    """Refuse what is no report, one that was not judged, and one of another format, each with what to do."""
    if not isinstance(shape, dict) or not {"document", "statements", "versions"} <= shape.keys():
        raise ReportError("is no report of burdenshare", where=where, remedy=AGAIN)
    version = shape["versions"]
    code = version.get("code") if isinstance(version, dict) else None
    made = f"burdenshare {code}" if isinstance(code, str) else "another program"
    if "format" not in shape:
        what = f"was made by {made}, before reports could be read back"
        raise ReportError(what, where=where, remedy=AGAIN)
    if shape["format"] != FORMAT or isinstance(shape["format"], bool):
        what = f"is a report of format {shape['format']!r}, made by {made}; this program reads format {FORMAT}"
        raise ReportError(what, where=where, remedy=f"use the burdenshare that made it, or {AGAIN}")
    if "cells" not in shape and "edition" in shape:
        raise ReportError("was read and not judged (`burdenshare read`)", where=where, remedy=AGAIN)


def _report(part: Part) -> Report:
    evidence = Evidence()
    evidence.cells = part.each("cells", evidence.observation)
    versions = part.part("versions")
    found = CheckedDocument(
        document=said.document(part.part("document")),
        edition=part.day("edition"),
        code_version=versions.text("code"),
        record_version=versions.text("record"),
        checked=part.each("statements", lambda one: entry(one, evidence)),
        unaccounted=part.each("unaccounted", said.unaccounted),
        remarks=part.texts("remarks"),
        not_verified=part.each("not_verified", said.not_verified),
        arithmetic=part.each("arithmetic", arithmetic),
        now_given=part.maybe_day("now_given"),
    )
    reviews = part.each("reviews", review) if part.has("reviews") else ()
    versions.done()
    part.value("format")
    part.part("summary")  # counted anew from the statements; the comparison of the whole sees another count
    part.done()
    _distinct((one.statement.id for one in found.checked), "statements")
    held = tuple(one for key, one in evidence.cited.items() if one != citation(key))
    ids = {one.statement.id for one in found.checked}
    for at, one in enumerate(reviews):
        if one.statement not in ids:
            raise wrong(f"reviews[{at}].statement", "is no statement of the report")
    return Report(found, held, reviews)


def _distinct(ids: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise wrong(place, f"has the id {one} twice")
        seen.add(one)


def first_difference(one: object, other: object, place: str = "") -> str:
    """Where two JSON values first differ; empty where they are the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return f"{place}.{min(map(str, one.keys() ^ other.keys()))}".lstrip(".")
        found = (first_difference(one[key], other[key], f"{place}.{key}".lstrip(".")) for key in one)
        return next(filter(None, found), "")
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return place or "the list"
        pairs = enumerate(zip(one, other, strict=True))
        return next(filter(None, (first_difference(*pair, f"{place}[{at}]") for at, pair in pairs)), "")
    same = one == other and isinstance(one, bool) == isinstance(other, bool)
    return "" if same else place or "the value"
