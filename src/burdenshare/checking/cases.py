"""A case: a claim on one clock with all its trials, tried only as far as a rule asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from burdenshare.checking.agreement import allowed
from burdenshare.checking.bands import Margin, margin
from burdenshare.checking.claims import Claim
from burdenshare.checking.evaluate import Trial, ask, try_reading
from burdenshare.checking.limits import SHARE_ROUNDING
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Change, Comparison, Count, Exceptions, Extra, Fraction, Level, Rank
from burdenshare.checking.readings import (
    Reading,
    of_the_cell,
    older_readings,
    plain_release_readings,
    says_earlier_release,
    whole_releases,
)
from burdenshare.checking.wording import said
from burdenshare.lazily import lazily
from burdenshare.quick import quick
from burdenshare.reading.model import Interval
from burdenshare.reading.replacing import replaced
from burdenshare.record.model import Finding
from burdenshare.record.record import Record


@quick
@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule decides: the verdict, the trial it rests on (None where nothing answered) and the reason told."""

    verdict: Verdict
    trial: Trial | None
    why: str


class Case:
    """A claim on one clock: its trials, tried only as far as a rule asks for them."""

    def __init__(self, claim: Claim, record: Record, clock: Clock, day: date, edition: date) -> None:
        self.claim, self.record, self.clock, self.day, self.edition = claim, record, clock, day, edition
        self.may_be: Interval | None = allowed(claim.comparator, claim.asked)

    @lazily
    def trials(self) -> tuple[Trial, ...]:
        """Readings from the named release and from the newest of the day, plain first."""
        found = plain_release_readings(self.claim, self.record, self.clock)
        tried = (self._try(one) for one in found)
        return tuple(one for one in tried if one.finding is not None or not _only_of_rounded_cells(one.reading))

    @lazily
    def older(self) -> tuple[Trial, ...]:
        """*then* only: the same from releases published earlier. *now* shows them as history, never as a reading,
        unless the words speak of an earlier release."""
        newest = next((trial.finding.release for trial in self.trials if trial.finding), None)
        history = self.clock is Clock.NOW and not says_earlier_release(self.claim)
        if history or newest is None or newest.publisher not in REVISED:
            return ()
        found = older_readings(self.claim, self.record, self.day, newest)
        return tuple(trial for trial in map(self._try, found) if trial.finding is not None)

    def _try(self, reading: Reading) -> Trial:
        return try_reading(self.claim, reading, self.record, self.day, dated=self.clock is Clock.THEN)

    @lazily
    def plain(self) -> Trial | None:
        """The most plausible reading. Of aid a span that no release of the day tells, or a secondary page alone, leaves
        its place to the next span: else every figure would depend on what nobody may rest on."""
        first = self.trials[0] if self.trials else None
        if first is None or may_carry(first):
            return first
        return next((one for one in self.carrying if _same_but_for_its_time(first, one)), first)

    @property
    def carrying(self) -> tuple[Trial, ...]:
        """Trials that can carry a verdict: answered, and not from secondary rows alone (semantics §3)."""
        return tuple(one for one in self.trials if one.finding is not None and not one.finding.secondary_only)

    @lazily
    def nearest(self) -> Trial | None:
        """The answered trial least far from the words, of all admitted readings; the more plausible on a tie."""
        own = [one for one in (*self.carrying, *self.older) if not one.reading.kinship and one.distance is not None]
        return min(own, key=apart, default=None)

    @lazily
    def last_whole(self) -> tuple[Trial, ...]:
        """The claim asked of the last release of whole spending."""
        return on_last_whole(self)

    def margin(self, trial: Trial) -> Margin | None:
        return margin(self.claim, trial, self.record, self.day)

    @property
    def words(self) -> str:
        """What was said, as it is told beside the record's answer."""
        question, own = self.claim.question, self.claim.statement
        if isinstance(question, Exceptions):
            return f"“{own.words}”"
        if isinstance(question, Comparison) and own.comparator in ("<", ">") and own.value and own.value.central == 1:
            return "more than the others" if own.comparator == ">" else "less than the others"
        told = said(self.may_be, "rank" if isinstance(question, Rank) else own.unit)
        return f"{told} from below" if isinstance(question, Rank) and question.from_below else told


REVISED = frozenset({"nato", "weo"})
"""Publishers whose releases revise one series, so that an older one is a lower reading; the tracker of aid changes its
definitions from release to release, and its releases are never mixed."""


def _same_but_for_its_time(first: Trial, other: Trial) -> bool:
    """Whether two readings of aid ask the same of another span of the war: each release tells its own."""
    own, asked = first.reading.question, other.reading.question
    times = [name for name in ("period", "year") if hasattr(own, name)]
    if "aid" not in {getattr(own, "measure", ""), getattr(own, "by", "")} or type(own) is not type(asked):
        return False
    return bool(times) and replaced(asked, **{name: getattr(own, name) for name in times}) == own


def apart(trial: Trial) -> float:
    return trial.tried.distance if trial.tried.distance is not None else float("inf")


def _only_of_rounded_cells(reading: Reading) -> bool:
    """The unrounded quotient is a reading only where a cell was printed hard-rounded."""
    return getattr(reading.question, "unrounded", False) is True


# What the rules look at ----------------------------------------------------------------------------------------------


def may_carry(trial: Trial) -> bool:
    return trial.finding is not None and not trial.finding.secondary_only


def at_bound(case: Case, trial: Trial) -> bool:
    """A stored share within half a printed hundredth of the threshold."""
    question, asked = trial.reading.question, case.may_be
    if not isinstance(question, Level) or question.measure != "share_of_gdp" or asked is None or trial.finding is None:
        return False
    bound = asked.high if case.claim.comparator == "<" else asked.low
    return trial.finding.value is not None and abs(trial.finding.value - bound) < SHARE_ROUNDING.value


def both_bases(case: Case, trial: Trial) -> tuple[Finding, Finding] | None:
    """The current and constant values of one release for the level, change or sum of a trial."""
    question, found = trial.reading.question, trial.finding
    if not isinstance(question, (Level, Change, Extra)) or found is None:
        return None
    if question.basis not in ("current", "constant"):
        return None
    pair = [_rebased(case, question, basis, found.release.id) for basis in ("current", "constant")]
    current, constant = pair
    return (current, constant) if current is not None and constant is not None else None


def _rebased(case: Case, question: Level | Change | Extra, basis: str, release: str) -> Finding | None:
    return ask(replaced(question, basis=basis), case.record, case.day, release)


def closer(case: Case, trial: Trial) -> Trial:
    """Of the trials of one release, the one nearest to the words."""
    same = [
        one for one in case.carrying if one.finding and trial.finding and one.finding.release == trial.finding.release
    ]
    return min(same, key=apart, default=trial)


def on_last_whole(case: Case) -> tuple[Trial, ...]:
    """The claim asked of the last release of whole spending that answers it, where *now* was answered by a core one.

    A partial release that only leaves bounds does not answer: the one before it is asked.
    """
    if case.clock is Clock.THEN or case.plain is None or case.plain.finding is None:
        return ()
    if case.plain.finding.release.definition != "core":
        return ()
    readings = of_the_cell(case.claim, case.record, case.plain.reading.question)
    for release in whole_releases(case.record, case.day):
        asked = [one for one in readings if _answered(case, one, release.id)]
        tried = [try_reading(case.claim, replaced(one, release=release.id), case.record, case.day) for one in asked]
        found = tuple(one for one in tried if one.finding is not None)
        if found:
            return found
    return ()


def of_whole_spending(case: Case) -> Iterator[Trial]:
    """The plain question asked of each release of whole spending that answers it, where *now* was answered by a core
    one; newest first."""
    if case.clock is Clock.THEN or case.plain is None or case.plain.finding is None:
        return
    if case.plain.finding.release.definition != "core":
        return
    for release in whole_releases(case.record, case.day):
        trial = try_reading(case.claim, replaced(case.plain.reading, release=release.id), case.record, case.day)
        if trial.finding is not None:
            yield trial


def nearly_whole(case: Case) -> tuple[Trial, ...]:
    """What the releases of whole spending say that lack few cells, where none holds them all."""
    if case.last_whole or not isinstance(case.claim.question, Count | Fraction):
        return ()
    wide = 1 if isinstance(case.claim.question, Count) else FEW_LACKING
    told = ((trial, trial.finding) for trial in of_whole_spending(case))
    return tuple(trial for trial, one in told if one is not None and one.bounded and one.high - one.low <= wide)


FEW_LACKING = 0.2
"""Part of a group whose cells may lack, or print as the threshold itself, where a release still speaks of it."""


def _answered(case: Case, reading: Reading, release: str) -> bool:
    """Whether a release holds a value, and no mere bounds, for a reading."""
    finding = ask(reading.question, case.record, case.day, release)
    return finding is not None and not finding.bounded
