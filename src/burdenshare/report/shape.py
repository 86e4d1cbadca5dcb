"""The one documented JSON shape (`schema.json`): plain dictionaries made from a checked document, or, without the
fields of judgement, from one that was only read.

Absent numbers, days and objects are `null`, absent names and ids are `""`, and an infinite bound is `null`.
A statement that was not judged on a clock keeps the shape, with `verdict: null` and the reason in `why`.
`reviews` alone may be missing: a report that nobody has reviewed is the same, byte for byte, as before there were any.
The shape of a checked document is also the saved report: `burdenshare.report.saved` reads it back without loss.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from burdenshare._version import __version__
from burdenshare.checking.arithmetic import Arithmetic, Part
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, PricedRoad, PriceLine, Tried, Verdict
from burdenshare.reading.model import Document, Interval, NotVerified, Reading, Span, Speaker, Statement, Unaccounted
from burdenshare.record import Record
from burdenshare.record.model import Derivation, Observation
from burdenshare.report.citations import Citation, citation
from burdenshare.report.remarks import of_reading
from burdenshare.report.reviews import Review

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""

Cite = Callable[[str], Citation]
"""What tells a source key's title and address: the packaged table, or first what a saved report says of it."""

NOT_JUDGED = "not judged: a stand or a promise is held against nothing in the past"


def finite(value: float | None) -> float | None:
    """`value`, or None where it is infinite or not a number (JSON has neither)."""
    return value if value is not None and math.isfinite(value) else None


class Cells:
    """The cells that derivations rest on, each once, in the order in which they are met; a leaf names its place."""

    def __init__(self, cite: Cite = citation) -> None:
        self.cite = cite
        self._places: dict[Observation, int] = {}

    def place(self, observation: Observation) -> int:
        """Where `observation` stands in the list; it is added where it is new."""
        return self._places.setdefault(observation, len(self._places))

    def shapes(self) -> list[Json]:
        """The list itself."""
        return [evidence_shape(one, self.cite) for one in self._places]


def document_shape(
    checked: CheckedDocument, *, cite: Cite = citation, with_text: bool = False, reviews: Sequence[Review] = ()
) -> Json:
    """The whole report of one checked document, with the text itself only where it is asked for and was kept."""
    cells = Cells(cite)
    statements = [_statement(entry, cells) for entry in checked.checked]
    return {
        "format": FORMAT,
        "document": _document(checked.document, with_text),
        "statements": statements,
        "arithmetic": [_arithmetic(one) for one in checked.arithmetic],
        "cells": cells.shapes(),
        "unaccounted": [_unaccounted(entry) for entry in checked.unaccounted],
        "not_verified": [_not_verified(entry) for entry in checked.not_verified],
        "summary": summary_shape(checked),
        "remarks": list(checked.remarks),
        "edition": checked.edition.isoformat(),
        "now_given": None if checked.now_given is None else checked.now_given.isoformat(),
        "versions": {"code": checked.code_version, "record": checked.record_version},
    } | ({"reviews": [_review(one) for one in reviews]} if reviews else {})


def reading_shape(reading: Reading, record: Record) -> Json:
    """The same shape of a document that was read with `record` and not judged: without verdicts and prices."""
    return {
        "format": FORMAT,
        "document": _document(reading.document),
        "statements": [said_shape(statement) for statement in reading.statements],
        "unaccounted": [_unaccounted(entry) for entry in reading.unaccounted],
        "not_verified": [_not_verified(entry) for entry in reading.not_verified],
        "summary": _amounts(reading.statements, reading),
        "remarks": list(of_reading(reading)),
        "edition": record.edition.isoformat(),
        "versions": {"code": __version__, "record": record.version},
    }


def summary_shape(checked: CheckedDocument) -> Json:
    """How many statements of each kind and verdict; every verdict is present, with 0 where there is none."""
    return _amounts([entry.statement for entry in checked.checked], checked) | {
        "then": _verdicts(entry.then for entry in checked.checked),
        "now": _verdicts(entry.now for entry in checked.checked),
        "priced": sum(entry.price is not None for entry in checked.checked),
    }


def _amounts(statements: Sequence[Statement], left: Reading | CheckedDocument) -> Json:
    return {
        "statements": len(statements),
        "kinds": dict(sorted(Counter(one.kind.value for one in statements).items())),
        "unaccounted": len(left.unaccounted),
        "not_verified": len(left.not_verified),
    }


def _verdicts(judgements: Any) -> dict[str, int]:
    counts = Counter(judgement.verdict for judgement in judgements if judgement is not None)
    return {verdict.value: counts[verdict] for verdict in Verdict}


def _document(document: Document, with_text: bool = False) -> Json:
    fingerprint = document.fingerprint
    kept = with_text and document.not_kept is None
    return {
        "id": document.id,
        "published": None if document.published is None else document.published.isoformat(),
        "published_from": document.published_from,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "language": document.language,
        "characters": fingerprint.characters,
        "sha256": fingerprint.sha256,
        "text": document.text if kept else None,
        "dated_by": document.dated_by,
        "notes": list(document.notes),
        "furniture": [_span(span) for span in document.furniture],
    }


def _statement(entry: Checked, cells: Cells) -> Json:
    """A statement with its answers."""
    return said_shape(entry.statement) | {
        "then": _judgement(entry.then, entry.then_missing or NOT_JUDGED, cells),
        "now": _judgement(entry.now, NOT_JUDGED, cells),
        "price": None if entry.price is None else _price(entry.price, cells),
        "context": list(entry.context),
        "before": entry.before,
    }


def said_shape(statement: Statement) -> Json:
    """A statement as it was read."""
    return {
        "id": statement.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "kind": statement.kind.value,
        "subject": ";".join(statement.subject),
        "measure": statement.measure,
        "comparator": statement.comparator,
        "value": _value(statement.value, statement.unit, statement.words),
        "period": statement.period,
        "baseline": statement.baseline,
        "speaker": _speaker(statement.speaker),
        "modality": statement.modality.value,
        "focus": _span(statement.focus),
        "repeats": [_span(span) for span in statement.repeats],
        "likely": statement.likely,
        "threshold": finite(statement.threshold),
        "below": statement.below,
        "question": _question(statement),
        "note": statement.note,
        "issue": statement.issue,
        "direction": statement.direction,
    }


def _question(statement: Statement) -> Json:
    """What the words leave open and what they fix, beyond the main fields."""
    return {
        "period_from": statement.period_from,
        "baselines": list(statement.baselines),
        "basis": statement.basis,
        "real": statement.real,
        "cumulative": statement.cumulative,
        "holes": sorted(statement.holes),
        "place": statement.place,
        "event": statement.event,
        "person": statement.person,
        "office": statement.office,
        "former": statement.former,
        "spoken_on": None if statement.spoken_on is None else statement.spoken_on.isoformat(),
        "release": statement.release,
        "rule": statement.rule,
        "by": statement.by,
        "against": list(statement.against),
        "quantifier": statement.quantifier,
        "unit_said": "" if statement.value is not None else statement.unit,
        "words_said": "" if statement.value is not None else statement.words,
        "denominator": statement.denominator,
        "rival_subjects": list(statement.rival_subjects),
        "rival_periods": list(statement.rival_periods),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _value(value: Interval | None, unit: str, words: str) -> Json | None:
    if value is None:
        return None
    return {
        "low": finite(value.low),
        "high": finite(value.high),
        "unit": unit,
        "words": words,
        "central": finite(value.central),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "kind": value.kind,
    }


def _speaker(speaker: Speaker) -> Json:
    return {
        "name": speaker.name,
        "office": speaker.office,
        "mode": speaker.mode.value,
        "entity": speaker.entity,
        "named_as": speaker.named_as,
    }


def _judgement(judgement: Judgement | None, missing: str, cells: Cells) -> Json:
    if judgement is None:
        return {
            "verdict": None,
            "on": None,
            "reading": "",
            "recorded": None,
            "unit": "",
            "distance": None,
            "distance_unit": "",
            "band": None,
            "why": missing,
            "evidence": [],
            "sources": [],
            "readings": [],
            "derivation": None,
            "context": [],
            "rule": "",
            "band_from": "",
        }
    return {
        "verdict": judgement.verdict.value,
        "on": judgement.on.isoformat(),
        "reading": judgement.reading,
        "recorded": finite(judgement.recorded),
        "unit": judgement.unit,
        "distance": finite(judgement.distance),
        "distance_unit": judgement.distance_unit,
        "band": finite(judgement.band),
        "why": judgement.why,
        "evidence": [evidence_shape(observation, cells.cite) for observation in judgement.evidence],
        "sources": list(judgement.sources),
        "readings": [_tried(tried) for tried in judgement.tried],
        "derivation": None if judgement.derivation is None else derivation_shape(judgement.derivation, cells),
        "context": list(judgement.context),
        "rule": judgement.rule,
        "band_from": judgement.band_from,
    }


def _tried(tried: Tried) -> Json:
    return {
        "name": tried.name,
        "agrees": tried.agrees,
        "recorded": finite(tried.recorded),
        "recorded_low": finite(tried.recorded_low),
        "recorded_high": finite(tried.recorded_high),
        "unit": tried.unit,
        "distance": finite(tried.distance),
        "distance_unit": tried.distance_unit,
        "reason": tried.reason,
        "formula": tried.derivation.formula,
    }


def evidence_shape(observation: Observation, cite: Cite = citation) -> Json:
    """One observation: the value in base units, the printed form beside it, and what its source key stands for."""
    cited = cite(observation.source)
    return {
        "release": observation.release,
        "released_on": None if observation.released_on is None else observation.released_on.isoformat(),
        "ally": observation.entity,
        "measure": observation.measure,
        "period": str(observation.period),
        "value": finite(observation.value),
        "unit": observation.unit,
        "price_basis": observation.basis,
        "estimate": observation.estimate,
        "source": observation.source,
        "title": cited.title,
        "publisher": cited.publisher,
        "address": cited.address,
        "low": finite(observation.low),
        "high": finite(observation.high),
        "printed": observation.printed,
        "grade": observation.grade.value,
        "table": observation.table,
        "aggregate": observation.aggregate,
    }


def derivation_shape(derivation: Derivation, cells: Cells | None = None) -> Json:
    """The derivation tree; leaves name their release and cell, the full observation stands in `cells` or `evidence`."""
    leaf = derivation.observation
    return {
        "name": derivation.name,
        "value": finite(derivation.value),
        "unit": derivation.unit,
        "period": str(derivation.period),
        "formula": derivation.formula,
        "note": derivation.note,
        "source": derivation.source or ("" if leaf is None else leaf.source),
        "release": "" if leaf is None else leaf.release,
        "table": "" if leaf is None else leaf.table,
        "inputs": [derivation_shape(entry, cells) for entry in derivation.inputs],
        "cell": None if leaf is None or cells is None else cells.place(leaf),
    }


def _price(price: Price, cells: Cells) -> Json:
    return {
        "on": price.on.isoformat(),
        "currency": "USD",
        "target": {"low": finite(price.target_low), "high": finite(price.target_high), "unit": "%"},
        "definition": price.definition,
        "lines": [_price_line(line) for line in price.lines],
        "total": {"low": finite(price.total_low), "high": finite(price.total_high)},
        "pooled": {"low": finite(price.pooled_low), "high": finite(price.pooled_high)},
        "without_data": list(price.without_data),
        "why": price.why,
        "derivation": derivation_shape(price.derivation, cells),
        "roads": [_priced_road(one, cells) for one in price.roads],
    }


def _priced_road(one: PricedRoad, cells: Cells) -> Json:
    return {
        "clock": one.clock.value,
        "on": one.on.isoformat(),
        "by": one.by,
        "base": one.base,
        "unit": f"USD of {one.base}",
        "extra": {"low": finite(one.extra_low), "high": finite(one.extra_high)},
        "total": {"low": finite(one.total_low), "high": finite(one.total_high)},
        "release": one.release,
        "outlook": one.outlook,
        "lines": [
            {
                "ally": line.ally,
                "extra": {"low": finite(line.extra_low), "high": finite(line.extra_high)},
                "total": {"low": finite(line.total_low), "high": finite(line.total_high)},
            }
            for line in one.lines
        ],
        "derivation": derivation_shape(one.derivation, cells),
    }


def _price_line(line: PriceLine) -> Json:
    return {
        "ally": line.ally,
        "share": finite(line.share),
        "share_year": line.share_year,
        "gap": {"low": finite(line.gap_low), "high": finite(line.gap_high)},
        "cost": {"low": finite(line.cost_low), "high": finite(line.cost_high)},
        "release": line.release,
        "note": line.note,
    }


def _arithmetic(one: Arithmetic) -> Json:
    """A sum inside the text: every part with its place, what follows from them, and what was said."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "start": one.span.start,
        "end": one.span.end,
        "parts": [_part(part) for part in one.parts],
        "formula": one.formula,
        "verdict": one.verdict.value,
        "distance": finite(one.distance),
        "distance_unit": one.distance_unit,
        "why": one.why,
        "rule": one.rule,
        "speaker": None if one.speaker is None else _speaker(one.speaker),
        "context": list(one.context),
    }


def _part(part: Part) -> Json:
    return {
        "start": part.span.start,
        "end": part.span.end,
        "role": part.role,
        "words": part.words,
        "value": _value(part.value, part.unit, part.words),
    }


def _review(review: Review) -> Json:
    """What a person says of a statement: who, when, why, and the verdict they set in place of the machine's."""
    return {
        "statement": review.statement,
        "reviewer": review.reviewer,
        "at": moment_text(review.at),
        "verdict": None if review.verdict is None else review.verdict.value,
        "note": review.note,
    }


def moment_text(at: datetime) -> str:
    """A moment in UTC as ISO text: `2026-08-30T14:05:00Z`."""
    return at.isoformat().replace("+00:00", "Z")


def _unaccounted(entry: Unaccounted) -> Json:
    return {"start": entry.span.start, "end": entry.span.end, "text": entry.text, "reason": entry.reason}


def _not_verified(entry: NotVerified) -> Json:
    return {
        "start": None if entry.span is None else entry.span.start,
        "end": None if entry.span is None else entry.span.end,
        "words": entry.words,
        "subject": entry.subject,
        "measure": entry.measure,
        "value": finite(entry.value),
        "unit": entry.unit,
        "proposer": entry.proposer,
        "reason": entry.reason,
    }
