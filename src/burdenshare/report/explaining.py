"""Why a statement has its verdicts and its price, as a tree that an editor can follow down to the printed figure.

    claim → question → verdict → rule, reading, formula with numbers → cells → release, table, source

The tree is values only (`Step`); `explaining_terminal` draws it, the page and the JSON show the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from burdenshare.checking.model import Checked, Judgement, Price, Tried
from burdenshare.checking.wording import said as allowed
from burdenshare.errors import UnknownNameError
from burdenshare.reading.model import Statement
from burdenshare.record.model import Derivation, Observation
from burdenshare.report import wording
from burdenshare.report.marks import MARKS, NOT_JUDGED, PRICED, mark_of
from burdenshare.report.report import Report
from burdenshare.report.reviews import head_told
from burdenshare.report.rules import rule_told
from burdenshare.report.shape import Cite
from burdenshare.report.telling import BOTH, answers_told, price_line, price_notes, shared_context, short_lines

CLOCKS = ("then", "now")

HOLES = {
    "release": "which release",
    "basis": "at which prices",
    "group": "which group",
    "baseline": "over which year",
    "period": "of which year",
    "cumulative": "in one year or added up",
    "denominator": "of which whole",
    "fiscal": "whose fiscal year",
    "words": "whether a word beside it changes what it says",
}
"""What words may leave open, as an editor would ask for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation: what it is (`label`), what it says, how it stands, and what it rests on.

    `tone` is the class of a verdict (`supported`…, `priced`), `chosen` or `rejected` for a reading, else empty.
    """

    label: str
    text: str
    tone: str = ""
    address: str = ""
    below: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The explanation of one statement: its id, and the tree whose root are its words."""

    document: str
    statement: str
    root: Step

    def to_dict(self) -> dict[str, Any]:
        """The tree for JSON: `label`, `text`, `tone`, `address` and `below` at every step."""
        return {"document": self.document, "statement": self.statement, "explanation": _shape(self.root)}

    def to_text(self, *, width: int = 100) -> str:
        """The tree as plain text."""
        from burdenshare.report.explaining_terminal import plain_tree

        return plain_tree(self.root, width=width)


def _shape(step: Step) -> dict[str, Any]:
    return {
        "label": step.label,
        "text": step.text,
        "tone": step.tone,
        "address": step.address,
        "below": [_shape(one) for one in step.below],
    }


def explained(report: Report, statement: str, clocks: Sequence[str] = CLOCKS) -> Explanation:
    """The explanation of the statement with that id. Raises UnknownNameError with the nearest ids."""
    document = report.checked.document.id
    found = next((one for one in report.checked.checked if one.statement.id == statement), None)
    if found is None:
        raise unknown_statement(report, statement)
    tree = tree_of(found, report.cite, clocks)
    said = tuple(Step(head_told(one, found.then), one.note) for one in report.reviews_of(statement))
    return Explanation(document, statement, replace(tree, below=(*tree.below, *said)))


def unknown_statement(report: Report, statement: str) -> UnknownNameError:
    """The error of an id that no statement of the report has."""
    ids = [one.statement.id for one in report.checked.checked]
    fault = UnknownNameError("statement", statement, ids, where=report.checked.document.id)
    held = f"it has {ids[0]} to {ids[-1]}" if len(ids) > 1 else f"it has {ids[0]}" if ids else "it has none"
    fault.remedy = f"{fault.remedy} ({held})" if fault.suggestions else held
    fault.args = (fault.line(),)
    return fault


def tree_of(entry: Checked, cite: Cite, clocks: Sequence[str] = CLOCKS) -> Step:
    """The whole explanation of a checked statement."""
    said = entry.statement
    below = [_speaker(said), *_sentence(entry), _question(said)]
    if "then" in clocks and entry.then is None and entry.then_missing:
        below.append(Step("then", f"not judged: {entry.then_missing}", "none"))
    both = [one.on for one in (entry.then, entry.now) if one is not None]
    for name, found in _answers(entry, clocks):
        below.append(answer_step(name, found, cite, shared_context(entry), both if name == BOTH else ()))
    if entry.price is not None:
        below.append(price_step(entry.price, cite))
    elif entry.then is None and entry.now is None and not entry.then_missing:
        below.append(Step("verdict", f"not judged: {NOT_JUDGED.meaning}", "none"))
    below += [Step("beside it", line) for line in shared_context(entry)]
    return Step(said.id, f"“{wording.clean(said.text)}”", below=tuple(below))


def _answers(entry: Checked, clocks: Sequence[str]) -> list[tuple[str, Judgement]]:
    if set(clocks) >= set(CLOCKS):
        return answers_told(entry)
    both = (("then", entry.then), ("now", entry.now))
    return [(name, found) for name, found in both if found is not None and name in clocks]


# The claim -----------------------------------------------------------------------------------------------------------


def _speaker(said: Statement) -> Step:
    voice = "the text itself, in its own voice" if not said.speaker.name and not said.speaker.named_as else ""
    firmness = "" if said.modality.value == "fact" else f", told as {said.modality.value}"
    return Step("said by", (voice or wording.speaker_line(said.speaker)) + firmness)


def _sentence(entry: Checked) -> Iterator[Step]:
    before = wording.clean(entry.before)
    if before:
        yield Step("before it", f"“{before}”")


def _question(said: Statement) -> Step:
    below = []
    if said.value is not None:
        below.append(Step("the number", f"“{wording.clean(said.words)}” is read as {allowed(said.value, said.unit)}"))
    if open_ := [HOLES.get(one, one) for one in sorted(said.holes)]:
        below.append(Step("left open", f"the words do not say {', '.join(open_)}"))
    if rivals := [*said.rival_subjects, *said.rival_periods]:
        below.append(Step("also named", f"the sentence also names {', '.join(rivals)}"))
    if said.likely:
        below.append(Step("with care", "read by the words around it: it may be supported, never contradicted"))
    return Step("question", wording.question(said), below=tuple(below))


# One clock's answer --------------------------------------------------------------------------------------------------


def answer_step(name: str, found: Judgement, cite: Cite, beside: Sequence[str] = (), on: Sequence[date] = ()) -> Step:
    """One clock's verdict with all it rests on; `on` are the days it speaks for where it is that of both clocks."""
    mark = mark_of(found.verdict)
    below = [Step("why", found.why)]
    if found.rule:
        below.append(Step("rule", f"{rule_told(found.rule)} [{found.rule}]"))
    below += _readings(found)
    below += _distance(found)
    if found.derivation is not None:
        below.append(derivation_step(found.derivation, "derivation"))
    below += sources(found.evidence, found.sources, cite)
    below += [Step("beside it", line) for line in found.context if line not in beside]
    days = " and of ".join(dict.fromkeys(one.isoformat() for one in on or (found.on,)))
    return Step(name, f"{mark.symbol} {mark.word} by the record of {days}", mark.css, below=tuple(below))


def _readings(found: Judgement) -> Iterator[Step]:
    """The reading that decided, then the others, each with its answer and the reason for its place."""
    at = next((at for at, one in enumerate(found.tried) if _decided(found.reading, one)), None)
    if at is None:
        return
    several = f" (number {at + 1} of {len(found.tried)} tried)" if len(found.tried) > 1 else ""
    yield _reading("reading", found.tried[at], several)
    others = [one for place, one in enumerate(found.tried) if place != at]
    if others:
        yield Step(
            "other readings",
            f"{len(others)} tried, in the order of how natural they are",
            below=tuple(_reading("✔" if one.agrees else "✘" if wording.held(one) else "–", one) for one in others),
        )


def _decided(reading: str, tried: Tried) -> bool:
    """Whether it is the reading that decided; of a list of subjects its name stands behind the subject's."""
    return tried.name == reading or reading.endswith(f": {tried.name}")


def _reading(label: str, tried: Tried, several: str = "") -> Step:
    reason = (Step("its place", tried.reason),) if tried.reason else ()
    formula = (Step("formula", tried.derivation.formula),) if tried.derivation.formula and label != "reading" else ()
    tone = "chosen" if label == "reading" else "agrees" if tried.agrees else "rejected"
    return Step(label, f"{wording.tried_line(tried)}{several}", tone, below=(*reason, *formula))


_OURS = re.compile(r"semantics §\d+: ?")
"""The rule's paragraph in the law that the builders keep: a reader cannot open it."""


def _distance(found: Judgement) -> Iterator[Step]:
    if found.distance:
        band: tuple[Step, ...] = ()
        if found.band:
            basis = _OURS.sub("", found.band_from)
            origin = f" ({basis})" if basis else ""
            band = (Step("band", f"close would be up to {wording.distance(found.band, found.distance_unit)}{origin}"),)
        yield Step("distance", f"off by {wording.distance(found.distance, found.distance_unit)}", below=band)


# What it rests on ----------------------------------------------------------------------------------------------------


def derivation_step(node: Derivation, label: str) -> Step:
    """A derivation with the numbers put in, down to the cells."""
    if node.observation is not None:
        return cell_step(node.observation, node.note)
    name = wording.measure_name(node.name)
    name = name if node.period in name else f"{name} {node.period}"
    value = "" if node.value is None else f" = {wording.amount(node.value, node.unit)}"
    formula = f"   [{node.formula}]" if node.formula else ""
    note = f"; {node.note}" if node.note else ""
    below = tuple(derivation_step(one, "from") for one in node.inputs)
    return Step(label, f"{name}{value}{formula}{note}", address=_opened(node.source), below=below)


def _opened(source: str) -> str:
    return source if source.startswith(("http://", "https://")) else ""


def cell_step(cell: Observation, note: str = "") -> Step:
    """One cell: its value, as it is printed, in which table of which release."""
    parts = [
        f"{wording.cell_name(cell)} = {wording.amount(cell.value, cell.unit)}",
        f"printed {cell.printed}" + (" (estimate)" if cell.estimate else ""),
        f"release {cell.release}",
        cell.table,
        note,
    ]
    return Step("cell", "; ".join(filter(None, parts)))


def sources(cells: Iterable[Observation], keys: Iterable[str], cite: Cite) -> Iterator[Step]:
    """What can be opened: each source once, with the release and its day, its title and address."""
    told: dict[tuple[str, str], str] = {}
    for one in cells:
        day = "undated" if one.released_on is None else one.released_on.isoformat()
        told.setdefault((one.source, one.release), f", release {one.release} of {day}, {one.grade.value}")
    for (key, _), which in [*told.items(), *(((key, ""), "") for key in keys)]:
        cited = cite(key)
        yield Step("source", f"{cited.name}{which}", address=cited.address)


# A price -------------------------------------------------------------------------------------------------------------


FEW = 3
"""Allies whose roads a page opens down to the cells; of more it names each with its sum."""


def price_step(price: Price, cite: Cite, *, whole: bool = True) -> Step:
    """A price: what it counts, what it asks of each ally, and how the sum was made. Without `whole` the roads of many
    allies are told ally by ally, without what each rests on."""
    target = wording.span_of(price.target_low, price.target_high, "%")
    short = short_lines(price)
    met = [line.ally for line in price.lines if not line.cost_low]
    below = [Step("counts", price.why)]
    lines = tuple(Step(PRICED.symbol, price_line(line)) for line in short)
    notes = tuple(Step("note", note) for note in price_notes(short))
    below.append(Step("asked of", f"{len(short)} allies that fall short", below=(*lines, *notes)))
    if met:
        below.append(Step("met by", ", ".join(met)))
    if price.without_data:
        below.append(Step("left out", f"without data: {', '.join(price.without_data)}"))
    below.append(derivation_step(price.derivation, "derivation"))
    below += sources(cells_of(price.derivation), (), cite)
    for one in price.roads:
        told = f"{one.clock.value} ({one.on.isoformat()}) {wording.road_line(one)}"
        tree = one.derivation
        if not whole and len(tree.inputs) > FEW:
            tree = replace(tree, inputs=tuple(replace(part, inputs=()) for part in tree.inputs))
        below.append(Step("road", told, below=(derivation_step(tree, "derivation"),)))
    text = f"{PRICED.symbol} {target} of GDP as of {price.on.isoformat()}: {wording.total_line(price)}"
    return Step("price", text, PRICED.css, below=tuple(below))


def cells_of(node: Derivation) -> Iterator[Observation]:
    """Every cell below a derivation."""
    if node.observation is not None:
        yield node.observation
    for one in node.inputs:
        yield from cells_of(one)


VERDICT_TONES = {mark.css: mark.style for mark in (*MARKS.values(), PRICED, NOT_JUDGED)}
"""How the tone of a verdict looks in a terminal."""
