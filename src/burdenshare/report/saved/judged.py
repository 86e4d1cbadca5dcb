"""What was answered, from its shape: judgements with their readings and evidence, derivations, prices."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.checking.model import Checked, Clock, Judgement, Price, PricedRoad, PriceLine, RoadLine, Tried, Verdict
from burdenshare.record.model import Derivation, Grade, Observation, Period
from burdenshare.report.citations import Citation
from burdenshare.report.saved.parts import Part, wrong
from burdenshare.report.saved.said import statement
from burdenshare.report.shape import NOT_JUDGED

MOST_DEPTH = 60
"""Levels of a derivation; the deepest of ours has six, and a file must not be able to exhaust the stack."""


class Evidence:
    """Reads cells, and keeps what the report says of their sources."""

    def __init__(self) -> None:
        self.cited: dict[str, Citation] = {}
        self.cells: Sequence[Observation] = ()

    def observation(self, part: Part) -> Observation:
        """One cell."""
        source = part.text("source")
        cited = Citation(source, part.text("title"), part.text("publisher"), part.text("address"))
        if self.cited.setdefault(source, cited) != cited:
            raise wrong(part.at("source"), "is told in two ways")
        found = Observation(
            measure=part.text("measure"),
            entity=part.text("ally"),
            period=_period(part.text("period")),
            basis=part.text("price_basis"),
            unit=part.text("unit"),
            value=part.number("value"),
            low=part.number("low"),
            high=part.number("high"),
            printed=part.text("printed"),
            estimate=part.flag("estimate"),
            release=part.text("release"),
            released_on=part.maybe_day("released_on"),
            source=source,
            grade=part.choice("grade", Grade),
            table=part.text("table"),
            aggregate=part.flag("aggregate"),
        )
        part.done()
        return found

    def derivation(self, part: Part, depth: int = 0) -> Derivation:
        """A derivation; its leaves are found in `cells`, which must have been read before."""
        if depth > MOST_DEPTH:
            raise wrong(part.place, "lies too deep")
        place = part.maybe_whole("cell")
        if place is not None and place >= len(self.cells):
            raise wrong(part.at("cell"), "is not in the list of cells")
        leaf = None if place is None else self.cells[place]
        source, told = part.text("source"), (part.text("release"), part.text("table"))
        if told != (("", "") if leaf is None else (leaf.release, leaf.table)):
            raise wrong(part.at("table"), "is not that of its cell")
        found = Derivation(
            name=part.text("name"),
            value=part.maybe_number("value"),
            unit=part.text("unit"),
            period=part.text("period"),
            formula=part.text("formula"),
            inputs=part.each("inputs", lambda one: self.derivation(one, depth + 1)),
            observation=leaf,
            source=source,
            note=part.text("note"),
        )
        part.done()
        return found


def _period(text: str) -> Period:
    return int(text) if text.isdecimal() and text == str(int(text)) else text


def entry(part: Part, evidence: Evidence) -> Checked:
    """A statement with its answers."""
    then, then_missing = _judgement(part.part("then"), evidence)
    now, _ = _judgement(part.part("now"), evidence)
    found = Checked(
        statement=statement(part),
        then=then,
        now=now,
        then_missing="" if then_missing == NOT_JUDGED else then_missing,
        price=part.maybe("price", lambda one: _price(one, evidence)),
        context=part.texts("context"),
        before=part.text("before"),
    )
    part.done()
    return found


def _judgement(part: Part, evidence: Evidence) -> tuple[Judgement | None, str]:
    """One clock's answer, or None and why there is none."""
    if part.value("verdict") is None:
        return None, part.text("why")  # the fields beside it hold nothing; the comparison of the whole sees if they do
    found = Judgement(
        verdict=part.choice("verdict", Verdict),
        on=part.day("on"),
        reading=part.text("reading"),
        recorded=part.maybe_number("recorded"),
        unit=part.text("unit"),
        distance=part.maybe_number("distance"),
        distance_unit=part.text("distance_unit"),
        band=part.maybe_number("band"),
        why=part.text("why"),
        evidence=part.each("evidence", evidence.observation),
        sources=part.texts("sources"),
        tried=part.each("readings", _tried),
        derivation=part.maybe("derivation", evidence.derivation),
        context=part.texts("context"),
        rule=part.text("rule"),
        band_from=part.text("band_from"),
    )
    part.done()
    return found, ""


def _tried(part: Part) -> Tried:
    """One reading that was tried. Of its derivation the shape keeps the formula alone."""
    name, recorded, unit = part.text("name"), part.maybe_number("recorded"), part.text("unit")
    found = Tried(
        name=name,
        agrees=part.flag("agrees"),
        recorded=recorded,
        recorded_low=part.maybe_number("recorded_low"),
        recorded_high=part.maybe_number("recorded_high"),
        unit=unit,
        distance=part.maybe_number("distance"),
        distance_unit=part.text("distance_unit"),
        derivation=Derivation(name, recorded, unit, formula=part.text("formula")),
        reason=part.text("reason"),
    )
    part.done()
    return found


def _price(part: Part, evidence: Evidence) -> Price:
    target, total, pooled = part.part("target"), part.part("total"), part.part("pooled")
    found = Price(
        on=part.day("on"),
        target_low=target.number("low"),
        target_high=target.maybe_number("high"),
        definition=part.text("definition"),
        lines=part.each("lines", _line),
        total_low=total.number("low"),
        total_high=total.maybe_number("high"),
        pooled_low=pooled.maybe_number("low"),
        pooled_high=pooled.maybe_number("high"),
        without_data=part.texts("without_data"),
        why=part.text("why"),
        derivation=evidence.derivation(part.part("derivation")),
        roads=part.each("roads", lambda one: _road(one, evidence)) if part.has("roads") else (),
    )
    part.among("currency", ("USD",))
    target.among("unit", ("%",))
    for one in (part, target, total, pooled):
        one.done()
    return found


def _road(part: Part, evidence: Evidence) -> PricedRoad:
    extra, total = part.part("extra"), part.part("total")
    found = PricedRoad(
        clock=part.choice("clock", Clock),
        on=part.day("on"),
        by=part.maybe_whole("by"),
        base=part.whole("base"),
        extra_low=extra.number("low"),
        extra_high=extra.maybe_number("high"),
        total_low=total.maybe_number("low"),
        total_high=total.maybe_number("high"),
        release=part.text("release"),
        outlook=part.text("outlook"),
        lines=part.each("lines", _road_line),
        derivation=evidence.derivation(part.part("derivation")),
    )
    part.among("unit", (f"USD of {found.base}",))
    for one in (part, extra, total):
        one.done()
    return found


def _road_line(part: Part) -> RoadLine:
    extra, total = part.part("extra"), part.part("total")
    found = RoadLine(
        part.text("ally"),
        extra.number("low"),
        extra.maybe_number("high"),
        total.maybe_number("low"),
        total.maybe_number("high"),
    )
    for one in (part, extra, total):
        one.done()
    return found


def _line(part: Part) -> PriceLine:
    gap, cost = part.part("gap"), part.part("cost")
    found = PriceLine(
        ally=part.text("ally"),
        share=part.maybe_number("share"),
        share_year=part.maybe_whole("share_year"),
        gap_low=gap.maybe_number("low"),
        gap_high=gap.maybe_number("high"),
        cost_low=cost.maybe_number("low"),
        cost_high=cost.maybe_number("high"),
        release=part.text("release"),
        note=part.text("note"),
    )
    for one in (part, gap, cost):
        one.done()
    return found
