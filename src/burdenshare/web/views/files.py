"""The values of a view as a file: a table for spreadsheets, or JSON with every cell and its derivation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from burdenshare.errors import UnknownNameError
from burdenshare.record import Finding, Observation, Record
from burdenshare.report.citations import citation
from burdenshare.report.lookup import finding_shape
from burdenshare.report.shape import evidence_shape
from burdenshare.web.values import File
from burdenshare.web.views.explored import Answers
from burdenshare.web.views.question import Question

FORMS = ("csv", "json")
COLUMNS = (
    "view", "entity", "name", "measure", "period", "price_basis", "value", "low", "high", "unit", "estimate",
    "release", "released_on", "cells", "printed", "sources", "addresses", "notes",
)  # fmt: skip
"""Of the table: one row a value, values in base units."""

Row = dict[str, object]


def exported(record: Record, question: Question, answers: Answers, form: str) -> File:
    """The file. Raises UnknownNameError for a form there is not."""
    if form not in FORMS:
        raise UnknownNameError("form", form[:20], FORMS, where="form")
    name = f"burdenshare-{question.entity}-{question.measure}.{form}".lower()
    if form == "json":
        return File(_json(record, question, answers), "application/json", name)
    return File(_csv(record, answers), "text/csv; charset=utf-8", name)


def _json(record: Record, question: Question, answers: Answers) -> bytes:
    shape: dict[str, Any] = {
        "record": {"version": record.version, "edition": record.edition.isoformat()},
        "asked": question.query(),
        "years": [finding_shape(record, one) for one in answers.years],
        "releases": [finding_shape(record, one) for one in answers.releases],
        "told": [evidence_shape(one) for one in answers.told],
    }
    return (json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _csv(record: Record, answers: Answers) -> bytes:
    told = io.StringIO(newline="")
    table = csv.DictWriter(told, COLUMNS)
    table.writeheader()
    for view, findings in (("years", answers.years), ("releases", answers.releases)):
        table.writerows(_row(record, view, one) for one in findings)
    table.writerows(_told(record, one) for one in answers.told)
    return told.getvalue().encode()


def _row(record: Record, view: str, one: Finding) -> Row:
    cells, release = one.observations, one.release
    sources = [cell.source for cell in cells] or [one.derivation.source]
    return {
        "view": view,
        "entity": one.entity,
        "name": record.name(one.entity),
        "measure": one.measure,
        "period": one.period,
        "price_basis": one.basis,
        "value": "" if one.value is None else one.value,
        "low": one.low,
        "high": one.high,
        "unit": one.unit,
        "estimate": any(cell.estimate for cell in cells),
        "release": release.id,
        "released_on": release.released_on or "",
        "cells": len(cells),
        "printed": cells[0].printed if len(cells) == 1 else "",
        "notes": "; ".join(one.caveats),
        **_cited(sources),
    }


def _told(record: Record, one: Observation) -> Row:
    return {
        "view": "told",
        "entity": one.entity,
        "name": record.name(one.entity),
        "measure": one.measure,
        "period": one.period,
        "price_basis": one.basis,
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "unit": one.unit,
        "estimate": one.estimate,
        "release": one.release,
        "released_on": one.released_on or "",
        "cells": 1,
        "printed": one.printed,
        "notes": "",
        **_cited([one.source]),
    }


def _cited(sources: Iterable[str]) -> Row:
    cited = [citation(one) for one in dict.fromkeys(filter(None, sources))]
    addresses = dict.fromkeys(one.address for one in cited if one.address)
    return {"sources": " ; ".join(one.key for one in cited), "addresses": " ; ".join(addresses)}
