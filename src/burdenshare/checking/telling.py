"""How a ruling is told: one sentence a reader understands, its evidence, and what stands beside it."""

from __future__ import annotations

from burdenshare.checking import history
from burdenshare.checking.bands import Margin, revision_band
from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.evaluate import Trial
from burdenshare.checking.model import Clock, Judgement, Verdict
from burdenshare.checking.questions import Count, Fraction, Rank
from burdenshare.checking.readings import whole_releases
from burdenshare.checking.wording import counted, listed, number, recorded, small
from burdenshare.record.model import Derivation

# How they are told ---------------------------------------------------------------------------------------------------


def what(case: Case) -> str:
    """What is asked, in a reader's words: `share of GDP of Iceland for 2024`."""
    statement = case.claim.statement
    measure = statement.measure.replace("_", " ").replace("gdp", "GDP")
    parts = (measure, "of", ", ".join(map(case.record.name, statement.subject)), "for", statement.period)
    return " ".join(parts[: 5 if statement.period else 3])


def record_says(trial: Trial) -> str:
    if trial.finding is None:
        return f"{trial.tried.name}: not held"
    return f"{trial.tried.name}: {recorded(trial.finding)}{_from_below(trial)}"


def _from_below(trial: Trial) -> str:
    """A place counted from the lowest says so."""
    question = trial.reading.question
    return " from below" if isinstance(question, Rank) and question.from_below else ""


def record_of(trial: Trial) -> str:
    """The recorded value as it is told."""
    return recorded(trial.finding) if trial.finding is not None else ""


def against_plain(case: Case) -> str:
    plain = case.plain
    return f"; the plain reading gives {recorded(plain.finding)}" if plain and plain.finding else ""


def off(trial: Trial) -> str:
    """How far off; a figure right at a bound the words exclude (`more than 2 %`, recorded 2 %) is off by nothing."""
    if trial.tried.distance == 0:
        return "right at the bound"
    return f"off by {small(trial.tried.distance or 0.0, trial.tried.distance_unit)}"


def wide(trial: Trial, found: Margin) -> str:
    return f"the band of {number(found.width, trial.tried.distance_unit)}"


def written(case: Case, ruling: Ruling, rule: str) -> Judgement:
    trial = ruling.trial
    finding = trial.finding if trial else None
    found = case.margin(trial) if trial else None
    tried = tuple(one.tried for one in (*case.trials, *_tried_older(case)))
    return Judgement(
        verdict=ruling.verdict,
        on=case.day,
        reading=trial.tried.name if trial else "none",
        recorded=finding.value if finding else None,
        unit=finding.unit if finding else case.claim.statement.unit,
        distance=trial.tried.distance if trial else None,
        distance_unit=trial.tried.distance_unit if trial else "",
        band=found.width if found else None,
        why=_sentence(case, ruling),
        evidence=finding.observations if finding else (),
        tried=tried,
        derivation=trial.tried.derivation if trial else None,
        context=_context(case, trial, len(tried)),
        rule=rule,
        band_from=found.origin if found else "",
    )


def _tried_older(case: Case) -> tuple[Trial, ...]:
    """The older releases, if a rule asked for them; those after the first that agreed were tried as well."""
    return case.older if "older" in case.__dict__ else ()


def _sentence(case: Case, ruling: Ruling) -> str:
    older = ruling.trial.finding.older if ruling.trial and ruling.trial.finding else None
    parts = [ruling.why]
    if older is not None and older.id not in ruling.why:
        parts.append(f"the newest release of the day ({older.id}) does not hold this cell")
    breakers = _who_breaks_it(case, ruling)
    if breakers:
        parts.append(breakers)
    change = _definition_note(case)
    if change and "definition changed" not in ruling.why:
        parts.append(change)
    return "; ".join(parts)


def of_spending(case: Case) -> bool:
    """Whether the figure rests on what counts as defence spending: soldiers, inhabitants and economies do not."""
    return case.claim.statement.measure not in _NOT_OF_SPENDING


_NOT_OF_SPENDING = frozenset({"military_personnel", "troops", "population", "gdp", "gdp_per_capita", "members"})


def _who_breaks_it(case: Case, ruling: Ruling) -> str:
    """Of "all", "every" and "none": the members on the other side, by name."""
    trial = ruling.trial
    if trial is None or trial.finding is None or trial.finding.bounded or ruling.verdict is Verdict.SUPPORTED:
        return ""
    question, asked = trial.reading.question, case.claim.asked
    if not isinstance(question, Count | Fraction) or asked is None or asked.low != asked.high:
        return ""
    year = question.year if isinstance(question.year, int) else case.day.year
    whole = 1 if isinstance(question, Fraction) else len(case.record.members_in_year(str(question.group), year))
    none, all_ = asked.high == 0, asked.low == whole
    if not (none or all_):
        return ""
    wanted_above = all_ is not question.below
    cells = [one for one in trial.finding.observations if not one.aggregate]
    broken = [one for one in cells if (one.value >= question.threshold) is not wanted_above]
    leaves = [
        Derivation(case.record.name(one.entity), one.value, "%")
        for one in sorted(broken, key=lambda one: abs(one.value - question.threshold), reverse=True)
    ]
    return f"broken by {listed(leaves)}" if leaves else ""


def _definition_note(case: Case) -> str:
    """`definition changed`, where core and the last whole release differ by more than the band."""
    whole = next((trial for trial in case.last_whole if trial.finding is not None), None)
    plain = case.plain
    if whole is None or whole.finding is None or plain is None or plain.finding is None or not of_spending(case):
        return ""
    if not _differs(case, plain, whole):
        return ""
    release = whole.finding.release.id
    last = whole_releases(case.record, case.day)[0].id
    which = f"the last whole release ({last})" if release == last else f"the whole release {release}"
    return f"definition changed: {which} says {recorded(whole.finding)}"


def _differs(case: Case, core: Trial, whole: Trial) -> bool:
    first, second = core.finding, whole.finding
    if first is None or second is None or first.value is None or second.value is None or first.bounded:
        return False
    if isinstance(core.reading.question, Count):
        return first.value != second.value
    band = revision_band(case.record, first, core.reading.question, case.day)
    return bool(second.value) and abs(first.value / second.value - 1) > band.value


def _context(case: Case, trial: Trial | None, tried: int) -> tuple[str, ...]:
    lines = [f"{counted(tried, 'reading', 'readings')} tried"]
    if trial is not None and trial.finding is not None:
        lines += trial.finding.caveats
        if case.clock is Clock.THEN and any(one.estimate for one in trial.finding.observations):
            lines.append("an estimate on that day")
        lines += history.over_releases(trial, case.record, case.edition)
    lines += history.spoken(case.claim, case.plain, case.record, case.day)
    return tuple(dict.fromkeys(lines))
