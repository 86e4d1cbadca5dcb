"""What of a checked text may be told to the world without anybody having read it: only what the record contradicts
surely, on the day of the text and by its newest edition, in a sentence that stands there whole, with evidence that can
be opened. To call a right statement wrong is the worst that this program can do; to be silent costs little, for the
tables hold everything."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Verdict
from burdenshare.reading.model import Document, Span, Speaker
from burdenshare.reading.sentences import sentences
from burdenshare.report.citations import Citation, citation
from burdenshare.report.shape import finite
from burdenshare.report.wording import clean, evidence_line

DAYS_TOLD = frozenset({"metadata", "dateline", "option"})
"""How the day of a text must be known: the clock *then* is no better than its day."""
MOST_EVIDENCE = 5
"""Cells that are named; the report has all."""

_CUT = re.compile(r"…|\.\s?\.|\[\s*$")
_ENDS = re.compile(r"[.!?][\"'”’»)\]]*\s*$")


def contradicted_in(checked: CheckedDocument) -> list[dict[str, Any]]:
    """The statements that are surely contradicted, each as the line that will be told of it."""
    if checked.document.published_from not in DAYS_TOLD:
        return []
    return [_told(one, checked) for one in checked.checked if surely(one, checked.document)]


def surely(entry: Checked, document: Document) -> bool:
    """Whether a statement may be told as contradicted."""
    then, now = entry.then, entry.now
    if then is None or now is None or entry.statement.likely:
        return False
    if then.verdict is not Verdict.CONTRADICTED or now.verdict is not Verdict.CONTRADICTED:
        return False
    if not _evidence(then) or not _evidence(now):
        return False
    return any(whole(document.text, span) for span in (entry.statement.span, *entry.statement.repeats))


def whole(text: str, span: Span) -> bool:
    """Whether the sentence of `span` ends as a sentence does. Feeds cut texts anywhere: "NATO has 3..." once said 32.
    Headlines have no end either, and are too short to be sure of."""
    sentence = _sentence(text, span)
    return _ENDS.search(sentence) is not None and _CUT.search(sentence) is None


def _sentence(text: str, span: Span) -> str:
    """The sentence in which a span stands, or all of those over which it goes."""
    over = [one for one in sentences(text) if one.start < span.end and span.start < one.end]
    return text[over[0].start : over[-1].end] if over else text[span.start : span.end]


def _told(entry: Checked, checked: CheckedDocument) -> dict[str, Any]:
    statement, document = entry.statement, checked.document
    assert entry.then is not None and entry.now is not None
    span = next(one for one in (statement.span, *statement.repeats) if whole(document.text, one))
    speaker = statement.speaker
    words = " ".join(statement.text.split())
    return {
        "key": sha256(
            f"{statement.measure}\n{statement.period}\n{words.casefold()}".encode("utf-8", "replace")
        ).hexdigest(),
        "quote": clean(_sentence(document.text, span)),
        "words": clean(words),
        "speaker": clean(_named_in(document.text, speaker)),
        "office": speaker.office,
        "mode": speaker.mode.value,
        "published": None if document.published is None else document.published.isoformat(),
        "statement": statement.id,
        "then": _answer(entry.then),
        "now": _answer(entry.now),
        "evidence": _evidence(entry.then),
        "edition": checked.edition.isoformat(),
        "burdenshare": checked.code_version,
        "record": checked.record_version,
    }


def _named_in(text: str, speaker: Speaker) -> str:
    """The speaker by name where the text itself has the name; who held an office that day is in the tables, and no
    program should publish a name that the article does not."""
    surname = speaker.name.rpartition(" ")[2]
    return speaker.name if surname and surname in text else speaker.named_as


def _answer(found: Judgement) -> dict[str, Any]:
    return {
        "verdict": found.verdict.value,
        "on": found.on.isoformat(),
        "why": clean(found.why),
        "reading": clean(found.reading),
        "recorded": finite(found.recorded),
        "unit": found.unit,
        "release": max((one.release for one in found.evidence), default=""),
    }


def _evidence(found: Judgement) -> list[dict[str, str]]:
    """What an answer rests on, each with an address that opens it; what has none is no evidence here."""
    cells = [(clean(evidence_line(one)), citation(one.source)) for one in found.evidence]
    entries = [(_named(one), one) for one in map(citation, found.sources)]
    told = {(words, cited.address): None for words, cited in (*cells, *entries) if cited.address}
    return [{"told": words, "address": address} for words, address in list(told)[:MOST_EVIDENCE]]


def _named(cited: Citation) -> str:
    return clean(cited.name)
