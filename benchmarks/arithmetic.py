"""Precision and recall of the sums inside a text on the labelled set (`tests/labelled/arithmetic.jsonl`).

    python -m benchmarks.arithmetic [--errors]

Texts are our own, each labelled before the program first saw it: right sums, seeded wrong ones, and traps in which
nothing may be called right or wrong. A finding counts as right when the label asks for its kind with its verdict.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from benchmarks.labels import FOLDER
from burdenshare.checking.arithmetic import Arithmetic
from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Verdict
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record, load_record


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a day and the findings it must give, as (kind, verdicts allowed)."""

    id: str
    on: date
    text: str
    expect: tuple[tuple[str, frozenset[str]], ...]


@dataclass(slots=True)
class Score:
    """How often a verdict was given rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the findings, those that are right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of the labels, those that were found."""
        return self.right / max(self.right + self.missed, 1)


def cases() -> tuple[Case, ...]:
    """The labelled texts."""
    lines = (FOLDER / "arithmetic.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_case(line) for line in lines)


def _case(line: str) -> Case:
    row = json.loads(line)
    expect = tuple((one["kind"], frozenset(one["verdict"].split("|"))) for one in row["expect"])
    return Case(row["id"], date.fromisoformat(row["on"]), row["text"], expect)


def found(case: Case, record: Record) -> tuple[Arithmetic, ...]:
    """What the program finds in a text."""
    return check_reading(read(document_of(case.text, on=case.on), record), record).arithmetic


def scores(record: Record) -> dict[Verdict, Score]:
    """The score of `contradicted` and of `supported`; `close` is neither an accusation nor a confirmation."""
    held = {Verdict.CONTRADICTED: Score(), Verdict.SUPPORTED: Score()}
    for case in cases():
        given = [(one.kind.value, one.verdict, one.formula) for one in found(case, record)]
        for verdict, score in held.items():
            _count(case, verdict, given, score)
    return held


def _count(case: Case, verdict: Verdict, given: list[tuple[str, Verdict, str]], score: Score) -> None:
    left = [kind for kind, allowed in case.expect if verdict.value in allowed]
    loose = [kind for kind, allowed in case.expect if len(allowed) > 1]
    for kind, answer, formula in given:
        if answer is not verdict:
            continue
        if kind in left:
            left.remove(kind)
            score.right += 1
        else:
            score.wrong += 1
            score.errors.append(f"{case.id} {verdict.value}: {kind}, {formula}")
    missed = [kind for kind in left if kind not in loose]
    score.missed += len(missed)
    score.errors.extend(f"{case.id} no {verdict.value} {kind}: {case.text}" for kind in missed)


def lines(record: Record) -> Iterator[str]:
    """The scores as they are printed."""
    every = cases()
    yield f"sums inside {len(every)} texts of our own, {sum(not case.expect for case in every)} of them traps"
    for verdict, score in scores(record).items():
        yield (
            f"  {verdict.value:<13} precision {score.precision:.3f}  recall {score.recall:.3f}"
            f"  ({score.right} right, {score.wrong} wrong, {score.missed} missed)"
        )


def main() -> None:
    """Print the scores, and with `--errors` every finding that is wrong or missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong or missed")
    asked = parser.parse_args()
    record = load_record()
    print("\n".join(lines(record)))
    if asked.errors:
        print("\n".join(error for score in scores(record).values() for error in score.errors))


if __name__ == "__main__":
    main()
