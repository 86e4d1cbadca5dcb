"""How right the verdicts are: the whole way from text to verdict, on claims labelled by hand and by frames.

    python -m benchmarks.checking [--errors] [--json]

Beside it stands a baseline that knows only the newest release of all and the plain reading of the words. `--errors`
lists every claim that was answered otherwise than the law allows; `--json` prints the same numbers as JSON.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median
from time import perf_counter_ns

from benchmarks.verdict_claims import ANSWERS, SECOND_HAND, THIRD_HAND, Expected, Truth, VerdictClaim, written
from benchmarks.verdict_frames import generated
from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Checked, Judgement
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind
from burdenshare.reading.read import read
from burdenshare.record import load_record
from burdenshare.record.record import Record

MISSING = "missing"
"""No statement was read at the focus: an abstention, told apart from `unverifiable` in the list of errors."""
WORST_FIRST = ("contradicted", "unverifiable", "depends", "close", "supported")
"""Several statements may carry one claim (a list, a from-to): the claim is only as good as the worst of them."""
CLOCKS = ("then", "now")
PROMISES = frozenset({"commitment"})
"""Kinds of claims that are about a target; in all others a target told beside the fact is a side remark."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program answered to a claim on both clocks, and the baseline's one answer. `why` is the program's own
    sentence, `read_as` what was read."""

    claim: VerdictClaim
    then: str
    now: str
    baseline: str
    read_as: str
    why_then: str
    why_now: str

    def of(self, clock: str) -> tuple[str, Expected]:
        """The answer and the label of one clock; `baseline_then` and `baseline_now` are the baseline's."""
        name = clock.removeprefix("baseline_")
        return (self.baseline if clock.startswith("baseline_") else getattr(self, name)), getattr(self.claim, name)

    def words(self, clock: str) -> str:
        """The program's reason on a clock."""
        return self.why_then if clock == "then" else self.why_now


def outcomes(claims: Iterable[VerdictClaim], record: Record) -> list[Outcome]:
    """Every claim taken the whole way: text, statements, verdicts."""
    return [_outcome(claim, record) for claim in claims]


def carriers(claim: VerdictClaim, checked: Iterable[Checked]) -> list[Checked]:
    """What was said at the focus of a claim: the statements whose own words overlap it, else those whose span does."""
    start, end = claim.span
    told = [one for one in checked if one.statement.kind is not Kind.POSITION]
    near = [one for one in told if one.statement.focus.start < end and start < one.statement.focus.end]
    near = near or [one for one in told if one.statement.span.start < end and start < one.statement.span.end]
    asked = [one for one in near if (one.statement.kind is Kind.PROMISE) == (claim.kind in PROMISES)]
    return asked or near


def _outcome(claim: VerdictClaim, record: Record) -> Outcome:
    reading = read(document_of(claim.text, on=claim.on), record)
    checked = carriers(claim, check_reading(reading, record).checked)
    then, why_then = _worst([(_word(one.then), _why(one.then)) for one in checked])
    now, why_now = _worst([(_word(one.now), _why(one.now)) for one in checked])
    plain, _ = _worst([(_plain(one.now), "") for one in checked])
    return Outcome(claim, then, now, plain, " + ".join(_shown(one) for one in checked), why_then, why_now)


def _word(judgement: Judgement | None) -> str:
    return judgement.verdict.value if judgement else "unverifiable"


def _why(judgement: Judgement | None) -> str:
    return judgement.why if judgement else "not judged"


def _plain(judgement: Judgement | None) -> str:
    """The baseline: the newest release of all and the first reading, which agrees or does not."""
    word = _word(judgement)
    if judgement is None or word == "unverifiable" or not judgement.tried:
        return word
    return "supported" if judgement.tried[0].agrees else "contradicted"


def _worst(answers: list[tuple[str, str]]) -> tuple[str, str]:
    if not answers:
        return MISSING, "no statement at the focus"
    return min(answers, key=lambda one: WORST_FIRST.index(one[0]))


def _shown(checked: Checked) -> str:
    one = checked.statement
    value = f"{one.value.low:g}..{one.value.high:g}" if one.value else ""
    parts = (one.kind.value, ";".join(one.subject), one.measure, one.comparator, value, one.unit, one.period, one.rule)
    return " ".join(part for part in parts if part) + (" likely" if one.likely else "")


@dataclass
class Score:
    """Counts over claims on one clock. `wrong_and_sure`: supported though false, or contradicted though true;
    `oversure`: supported or contradicted where the law allows neither of the two answers given."""

    claims: int = 0
    answered: int = 0
    right: int = 0
    answerable: int = 0
    answerable_answered: int = 0
    abstained: int = 0
    abstained_rightly: int = 0
    uncovered: int = 0
    uncovered_abstained: int = 0
    wrong_and_sure: list[str] = field(default_factory=list)
    oversure: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome, clock: str) -> None:
        """Count one claim."""
        answer, label = outcome.of(clock)
        name = outcome.claim.id
        is_answer = answer in ANSWERS
        self.claims += 1
        self.answered += is_answer
        self.answerable += label.answerable
        self.answerable_answered += label.answerable and is_answer
        self.uncovered += label.truth is Truth.UNCOVERED
        if is_answer:
            self.right += answer in label.allowed
        else:
            self.abstained += 1
            self.abstained_rightly += not label.answerable
            self.uncovered_abstained += label.truth is Truth.UNCOVERED
        if is_answer and answer not in label.allowed:
            self.wrong.append(name)
            if is_wrong_and_sure(answer, label):
                self.wrong_and_sure.append(name)
            elif answer in ("supported", "contradicted"):
                self.oversure.append(name)

    def rates(self) -> dict[str, float]:
        """The shares that are asked for, each 1.0 where there is nothing to count."""
        return {
            "right": _share(self.right, self.answered),
            "coverage": _share(self.answerable_answered, self.answerable),
            "coverage_of_all": _share(self.answered, self.claims),
            "wrong_and_sure": _share(len(self.wrong_and_sure), self.answered, 0.0),
            "abstention_precision": _share(self.abstained_rightly, self.abstained),
            "abstention_recall": _share(self.uncovered_abstained, self.uncovered),
        }


def _share(part: int, whole: int, empty: float = 1.0) -> float:
    return part / whole if whole else empty


def is_wrong_and_sure(answer: str, label: Expected) -> bool:
    """The worst defect: a firm answer against the truth."""
    return (answer == "supported" and label.truth is Truth.FALSE) or (
        answer == "contradicted" and label.truth is Truth.TRUE
    )


def score(found: Iterable[Outcome], clock: str) -> Score:
    """All claims on one clock."""
    total = Score()
    for one in found:
        total.add(one, clock)
    return total


def excused(found: Iterable[Outcome], clock: str = "then") -> tuple[int, list[Outcome]]:
    """How many seeded errors there are that the law calls false, and those that were excused: `depends` or `close`."""
    seeded = [one for one in found if one.claim.seeded and one.of(clock)[1].truth is Truth.FALSE]
    return len(seeded), [one for one in seeded if one.of(clock)[0] in ("depends", "close")]


def timed(claims: Iterable[VerdictClaim], record: Record) -> list[float]:
    """Milliseconds a claim takes to be compiled and judged on both clocks over all its readings; it is read before."""
    readings = [read(document_of(claim.text, on=claim.on), record) for claim in claims]
    found = []
    for reading in readings:
        if reading.statements:
            began = perf_counter_ns()
            check_reading(reading, record)
            found.append((perf_counter_ns() - began) / 1e6 / len(reading.statements))
    return sorted(found)


def _percentile(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]


def report(halves: dict[str, list[Outcome]]) -> dict[str, object]:
    """All numbers of all halves, on both clocks, with the baseline's beside them."""
    told: dict[str, object] = {}
    for name, found in halves.items():
        clocks = {
            f"{who}{clock}": _numbers(score(found, f"{who}{clock}")) for clock in CLOCKS for who in ("", "baseline_")
        }
        kinds = {kind: score(group, "then").rates() for kind, group in by_kind(found)}
        told[name] = {"claims": len(found), "clocks": clocks, "kinds_then": kinds}
    return told


def _numbers(total: Score) -> dict[str, object]:
    return {
        **total.rates(),
        "answered": total.answered,
        "sure_and_wrong": total.wrong_and_sure,
        "oversure": total.oversure,
    }


def by_kind(found: list[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """The outcomes of each kind of claim, in alphabetical order."""
    ordered = sorted(found, key=lambda one: one.claim.kind)
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda one: one.claim.kind)]


HEAD = f"{'':<26}{'claims':>7}{'right':>8}{'cover':>8}{'of all':>8}{'wrong+sure':>12}{'abst.prec':>11}{'abst.rec':>10}"


def _line(name: str, total: Score) -> str:
    r = total.rates()
    return (
        f"{name:<26}{total.claims:>7}{r['right']:>8.3f}{r['coverage']:>8.3f}{r['coverage_of_all']:>8.3f}"
        f"{len(total.wrong_and_sure):>5} {r['wrong_and_sure']:>6.3f}"
        f"{r['abstention_precision']:>11.3f}{r['abstention_recall']:>10.3f}"
    )


def show(halves: dict[str, list[Outcome]]) -> None:
    """The table for people."""
    for name, found in halves.items():
        print(f"\n{name}\n{HEAD}")
        for clock in CLOCKS:
            print(_line(clock, score(found, clock)))
            print(_line(f"  baseline {clock}", score(found, f"baseline_{clock}")))
        for kind, outcomes_of in by_kind(found):
            print(_line(f"    {kind}", score(outcomes_of, "then")))
        for clock in CLOCKS:
            total = score(found, clock)
            print(f"wrong and sure, {clock}: {', '.join(total.wrong_and_sure) or 'none'}")
            print(f"sure where the law leaves it open or uncovered, {clock}: {', '.join(total.oversure) or 'none'}")
    for clock in CLOCKS:
        whole, spared = excused(halves["generated"], clock)
        print(
            f"\nexcused errors, {clock}: {len(spared)} of {whole} seeded errors ({_share(len(spared), whole, 0.0):.1%})"
        )
        by_error = Counter(one.claim.seeded for one in spared)
        print("  " + (", ".join(f"{error} {n}" for error, n in sorted(by_error.items())) or "none"))


def show_errors(halves: dict[str, list[Outcome]]) -> None:
    """Every claim answered otherwise than allowed, and every answerable one that was not answered."""
    for name, found in halves.items():
        print(f"\n{name}: answers that the law does not allow, and answers that are missing")
        for one in found:
            for clock in CLOCKS:
                answer, label = one.of(clock)
                if answer in label.allowed or (answer == MISSING and not label.answerable):
                    continue
                mark = "!! " if is_wrong_and_sure(answer, label) else ""
                claim = one.claim
                print(
                    f"{mark}{claim.id} {claim.on} {clock}: {answer} for "
                    f"{'|'.join(sorted(label.allowed))} ({label.truth})"
                )
                print(f"    {claim.text}\n    focus: {claim.focus} · read as: {one.read_as or '-'}")
                print(f"    program: {one.words(clock)}\n    label: {claim.why}")


def show_speed(halves: dict[str, list[Outcome]], fresh: Callable[[], Record]) -> None:
    """Time a claim on a record that has answered nothing like it yet, and once more on the same.

    Tables and bands are made when they are first asked for, which the first claim of each kind and year of text pays.
    Those are timed apart.
    """
    claims = [one.claim for found in halves.values() for one in found]
    opening = {(one.kind, one.on.year): one for one in reversed(claims)}.values()
    opened = {one.id for one in opening}
    others = [one for one in claims if one.id not in opened]
    record = fresh()
    for name, some in (
        ("the first of each kind and year", opening),
        ("the others", others),
        ("the others again", others),
    ):
        spent = timed(some, record)
        print(
            f"\n{name}: {median(spent):.3f} ms a claim (median), "
            f"{_percentile(spent, 0.99):.2f} ms (99th percentile), {len(spent)} claims"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    record = load_record()
    halves = {
        "written": outcomes(written(), record),
        "second hand": outcomes(written(SECOND_HAND), record),
        "third hand": outcomes(written(THIRD_HAND), record),
        "generated": outcomes(generated(), record),
    }
    if options.json:
        print(json.dumps(report(halves), indent=1))
        return
    show(halves)
    if options.errors:
        show_errors(halves)
    show_speed(halves, load_record)


if __name__ == "__main__":
    main()
