"""The score of reading on the labelled set, with what went wrong.

    python -m benchmarks.reading [--errors] [--pages DIR] [FILE...]

F1 of whole statements (every labelled field right), of what was found at all (kind and measure right), exact values
with their units, and speakers. `--errors` lists each difference; `--pages` scores the labelled pages whose texts lie in
DIR.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.labels import FILES, Labelled, labelled, negatives, pages
from benchmarks.matching import OFFICES, WHOLE, Match, matched
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind
from burdenshare.reading.read import read
from burdenshare.record import load_record
from burdenshare.record.record import Record

STATEMENTS = frozenset({Kind.FACT, Kind.PROMISE, Kind.EVENT})
POSITIONS = frozenset({Kind.POSITION})
NEGATIVE_DAY = date(2025, 3, 3)


@dataclass
class Score:
    """Counts over a set of texts. `exact`, `found`: labels met whole, or in kind and measure; `asked`: labels that had
    to be met; `given`: statements read that answer for themselves."""

    asked: int = 0
    given: int = 0
    exact: int = 0
    found: int = 0
    values: int = 0
    values_exact: int = 0
    voices: int = 0
    voices_exact: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    confusion: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Count another set of texts with this one."""
        for name in ("asked", "given", "exact", "found", "values", "values_exact", "voices", "voices_exact"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong.update(other.wrong)
        for measure, row in other.confusion.items():
            self.confusion.setdefault(measure, Counter()).update(row)

    def f1(self, hits: int) -> float:
        return 2 * hits / (self.asked + self.given) if self.asked + self.given else 1.0


def score(texts: Iterable[Labelled], record: Record, kinds: frozenset[Kind], errors: list[str]) -> Score:
    """Read every text and count."""
    total = Score()
    for text in texts:
        statements = read(document_of(text.text, on=text.on), record).statements
        for match in matched(text.labels, statements, record.newest_year(text.on), kinds):
            _count(total, match)
            if trouble := _trouble(match):
                errors.append(f"{text.id} {text.on} | {trouble} | {' '.join(text.text.split())}")
    return total


def _count(total: Score, match: Match) -> None:
    label, one = match.label, match.statement
    if label is None:
        assert one is not None
        if one.rule != OFFICES:
            total.given += 1
            total.wrong["not in the labels"] += 1
        return
    if label.optional:
        return
    total.asked += 1
    _confuse(total.confusion, match)
    if one is None:
        total.wrong["missed"] += 1
        if "value" in label.fields:
            total.values += 1
        return
    total.given += 1
    wrong = set(match.wrong)
    total.exact += not wrong & set(WHOLE)
    total.found += not wrong & {"kind", "measure"}
    total.wrong.update(wrong)
    if "value" in label.fields:
        total.values += 1
        total.values_exact += not wrong & {"value", "unit"}
    if "speaker" in label.fields:
        total.voices += 1
        total.voices_exact += "speaker" not in wrong


MISSED, EXACT = "missed", "whole"


def _confuse(table: dict[str, Counter[str]], match: Match) -> None:
    """Count what a labelled measure was read as."""
    label, one = match.label, match.statement
    assert label is not None
    asked = str(label.fields.get("measure", ("position",))[0])
    row = table.setdefault(asked, Counter())
    row["labels"] += 1
    if one is None:
        row[MISSED] += 1
    elif "measure" in match.wrong:
        row[one.measure or "position"] += 1
    else:
        row["found"] += 1
        row[EXACT] += not set(match.wrong) & set(WHOLE)


def show_confusion(table: dict[str, Counter[str]]) -> None:
    """One line a labelled measure: how many labels, read as it, read whole, missed, and what else it was read as."""
    print(f"\n{'labelled as':<24} labels  found  whole  missed  read as something else")
    for measure, row in sorted(table.items(), key=lambda item: -item[1]["labels"]):
        others = {name: n for name, n in row.most_common() if name not in ("labels", "found", EXACT, MISSED)}
        told = ", ".join(f"{name} {n}" for name, n in others.items())
        print(f"{measure:<24} {row['labels']:>6} {row['found']:>6} {row[EXACT]:>6} {row[MISSED]:>7}  {told}")


def _trouble(match: Match) -> str:
    label, one = match.label, match.statement
    if label is None:
        if one is None or one.rule == OFFICES:
            return ""
        return f"EXTRA {one.measure} {';'.join(one.subject)} {one.words} {one.period} [{one.rule}]"
    said = {name: "|".join(map(str, allowed)) for name, allowed in label.fields.items()}
    if one is None:
        return "" if label.optional else f"MISSED {said}"
    if label.optional or not match.wrong:
        return ""
    read_as = {name: _shown(one, name) for name in match.wrong}
    wrong = ", ".join(f"{name} {read_as[name]!r} for {said[name]!r}" for name in match.wrong)
    return f"WRONG {wrong} [{one.rule}] {one.words}"


def _shown(one: object, name: str) -> str:
    value = getattr(one, name, "")
    if name == "speaker":
        return getattr(value, "name", "") or getattr(value, "named_as", "")
    if name == "mode":
        return str(getattr(getattr(one, "speaker", None), "mode", ""))
    return ";".join(value) if isinstance(value, tuple) else str(value)


def show(name: str, total: Score) -> None:
    voices = f"{total.voices_exact / total.voices:.3f}" if total.voices else "    -"
    values = f"{total.values_exact / total.values:.3f}" if total.values else "    -"
    worst = ", ".join(f"{what} {n}" for what, n in total.wrong.most_common(6))
    print(
        f"{name:<12} labels {total.asked:>5}  read {total.given:>5}  whole F1 {total.f1(total.exact):.3f}  "
        f"found F1 {total.f1(total.found):.3f}  value+unit {values}  speaker {voices}   ({worst})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--pages", type=Path)
    given = parser.parse_args()
    record = load_record()
    errors: list[str] = []
    whole = Score()
    for name in given.files or FILES:
        if name == "negatives":
            continue
        kinds = POSITIONS if name == "positions" else STATEMENTS
        total = score(labelled(name), record, kinds, errors)
        show(name, total)
        whole.add(total)
    show("all", whole)
    if not given.files or "negatives" in given.files:
        _negatives(record, errors)
    if given.pages:
        show("pages", score(pages(given.pages), record, STATEMENTS, errors))
    if given.errors:
        print("\n".join(errors))
    else:
        show_confusion(whole.confusion)


def false_statements(record: Record) -> list[str]:
    """What is read in the sentences that state nothing, one line each."""
    return [
        f"NEGATIVE {one.measure} {one.words} [{one.rule}] | {sentence}"
        for sentence in negatives()
        for one in read(document_of(sentence, on=NEGATIVE_DAY), record).statements
        if one.kind in STATEMENTS and one.rule != OFFICES
    ]


def _negatives(record: Record, errors: list[str]) -> None:
    found = false_statements(record)
    errors.extend(found)
    print(f"negatives    {len(negatives())} sentences, {len(found)} false statements")


if __name__ == "__main__":
    main()
