"""What of a checked statement is worth telling, in which order: the same choice for the terminal and the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from burdenshare.checking.model import Checked, Judgement, Price, PriceLine, Tried, Verdict
from burdenshare.record.model import Observation
from burdenshare.report import wording
from burdenshare.report.citations import Citation, citation

BOTH = "then and now"
"""The name of the two clocks where one answer is told for both."""


def shared_context(entry: Checked) -> list[str]:
    """What stands beside the statement on both clocks, and beside the statement itself: told once."""
    then, now = (() if answer is None else answer.context for answer in (entry.then, entry.now))
    return [*dict.fromkeys((*(line for line in then if line in now), *entry.context))]


_TRIED = re.compile(r"\d+ readings? tried")


def beside_both(entry: Checked) -> list[str]:
    """`shared_context`, without what the answers have said in their own sentences."""
    whys = [answer.why for answer in (entry.then, entry.now) if answer is not None]
    return [line for line in shared_context(entry) if not any(_told_in(line, why) for why in whys)]


def beside_one(entry: Checked, answer: Judgement) -> list[str]:
    """What stands beside one answer alone, and not in its own sentence."""
    shared = shared_context(entry)
    return [line for line in answer.context if line not in shared and not _told_in(line, answer.why)]


def _told_in(line: str, why: str) -> bool:
    """Whether a sentence holds a line beside it: whole, or what stands behind its `in force that day: `. How many
    readings were tried is told by their list."""
    return (line.partition(": ")[2] or line) in why or _TRIED.fullmatch(line) is not None


def tried_told(answer: Judgement) -> list[Tried]:
    """The readings worth listing: none where the plain one agrees, or where the only one is what the answer says."""
    alone = len(answer.tried) == 1 and answer.tried[0].name in answer.why
    return [] if answer.verdict is Verdict.SUPPORTED or alone else list(answer.tried)


def answers_told(entry: Checked) -> list[tuple[str, Judgement]]:
    """The answers worth telling: both clocks, or one where the second says the same for the same reason."""
    then, now = entry.then, entry.now
    if then is not None and now is not None and _alike(then, now):
        return [(BOTH, now)]
    return [(clock, answer) for clock, answer in (("then", then), ("now", now)) if answer is not None]


def _alike(then: Judgement, now: Judgement) -> bool:
    same = (then.verdict, then.why, then.recorded) == (now.verdict, now.why, now.recorded)
    return same and (then.evidence, then.sources) == (now.evidence, now.sources)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Observations of one release and one source: what a reader opens as one page."""

    release: str
    released: str
    cited: Citation
    grade: str
    cells: tuple[Observation, ...]


def sheaves(observations: Iterable[Observation]) -> list[Sheaf]:
    """Observations gathered by release and source, in the order in which those first occur."""
    gathered: dict[tuple[str, str], list[Observation]] = {}
    for one in observations:
        gathered.setdefault((one.release, one.source), []).append(one)
    return [_sheaf(cells) for cells in gathered.values()]


def _sheaf(cells: list[Observation]) -> Sheaf:
    first = cells[0]
    released = "undated" if first.released_on is None else first.released_on.isoformat()
    return Sheaf(first.release, released, citation(first.source), first.grade.value, tuple(cells))


def short_lines(price: Price) -> list[PriceLine]:
    """The allies that fall short, the largest sum first."""
    return sorted((line for line in price.lines if line.cost_low), key=lambda line: -(line.cost_low or 0))


def usual_release(lines: Iterable[PriceLine]) -> str:
    """The release most of `lines` rest on, which need not be told with each of them."""
    found = Counter(line.release for line in lines if line.release)
    return found.most_common(1)[0][0] if found else ""


def price_line(line: PriceLine, known: str = "") -> str:
    """One ally of a price, on one line, with its release unless that is the one already `known`."""
    share = f"{wording.amount(line.share, '%')} in {line.share_year}" if line.share is not None else "no share"
    gap = wording.span_of(line.gap_low, line.gap_high, "points")
    cost = wording.span_of(line.cost_low, line.cost_high, "USD")
    told = f"{line.ally}: {share}, {gap} short, {cost} a year"
    return told if line.release == known else f"{told}; release {line.release}"


def price_notes(lines: Iterable[PriceLine]) -> list[str]:
    """What must be said of some of `lines`, each note once with the allies it is about: `HRV, MNE: …`."""
    about: dict[str, list[str]] = {}
    for line in lines:
        if line.note:
            about.setdefault(line.note, []).append(line.ally)
    return [f"{', '.join(allies)}: {note}" for note, allies in about.items()]


def price_key(price: Price) -> tuple[object, ...]:
    """Equal for two prices that tell a reader the same."""
    return price.on, price.target_low, price.target_high, price.definition, price.lines
