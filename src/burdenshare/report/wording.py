"""Numbers and names as a reader sees them: one rule each, for the terminal and the page."""

from __future__ import annotations

import math
import re
from datetime import date

from burdenshare.checking.model import Judgement, Price, PricedRoad, Tried, Verdict
from burdenshare.checking.wording import FINEST
from burdenshare.checking.wording import ONE as CHECKING_ONE
from burdenshare.reading.model import Document, Modality, NotVerified, Speaker, Statement
from burdenshare.record.model import Observation
from burdenshare.report.citations import citation

MONEY_SCALES: tuple[tuple[float, str], ...] = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
"""Largest first; an amount takes the first scale it reaches."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control, zero-width and direction characters: harmless in a file, able to garble a terminal."""

FEW_WORDS = 24
"""Characters up to which the words of a value are shown as said (`approximately $700 bn`)."""

PROPOSED_WORDS = 100
"""Characters shown of the words that were proposed; the JSON holds more."""

DISTANCE_UNITS = {"pp": "percentage points"}

ONE = CHECKING_ONE | {"points": "point", "percentage points": "percentage point"}
"""Units as one of them is called: `1 ally`, `1 point short`."""

DIGITS = 4
"""Significant digits of an amount of money: NATO's own total of 1,474 bn must not read as 1.5 tn."""


_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")


def clean(text: str) -> str:
    """`text` on one line, without characters that could steer a terminal."""
    return " ".join(UNPRINTABLE.sub("", text).split())


def without_options(text: str) -> str:
    """A message that calls a field as the command line does (`--on`), for callers who know it as `on`."""
    return _OPTION.sub(r"\1", text)


def shortened(text: str, width: int) -> str:
    """`clean(text)` cut at a word to at most `width` characters, with an ellipsis when cut."""
    line = clean(text)
    if len(line) <= width:
        return line
    head = line[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[width // 2 :] else head) + "…"


LONGEST_TITLE = 90


def title_of(document: Document) -> str:
    """The document's title; of one without, such as pasted words, how it begins."""
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    return clean(document.title) or shortened(first, LONGEST_TITLE) or document.id


def counted(count: int, one: str, several: str = "") -> str:
    """`1 text`, `2,000 texts`, `2 copies`: one word a count."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def number(value: float, digits: int = 2) -> str:
    """A plain number with thousands separators and at most `digits` decimals, trailing zeros dropped."""
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(value: float, digits: int = 0) -> str:
    """A change with its sign, a minus and no hyphen: `+17`, `−3`; `0` where nothing is left of it."""
    text = f"{value:+,.{digits}f}".replace("-", "−")
    return text if any(one in "123456789" for one in text) else text[1:]


def amount(value: float | None, unit: str) -> str:
    """A value in base units as words: `USD 506.7 bn`, `2.1 %`, `23 allies`, `0.667`; `none` for None."""
    if value is None:
        return "no value"
    if math.isinf(value):
        return "no limit"
    if len(unit) == 3 and unit.isupper():
        return money(value, unit)
    if unit == "fraction":
        return number(value, 3)
    return with_unit(number(value), unit)


def with_unit(figure: str, unit: str) -> str:
    """`23 allies`, `1 ally`, `7`."""
    return f"{figure} {ONE.get(unit, unit) if figure == '1' else unit}".strip()


def money(value: float, currency: str) -> str:
    """An amount of money in its largest scale, to four digits: `USD 1.474 tn`, `EUR 35 bn`, `USD 1,437`."""
    rounded = float(f"{value:.{DIGITS}g}")
    for scale, name in MONEY_SCALES:
        if abs(rounded) >= scale:
            return f"{currency} {number(rounded / scale, DIGITS - 1)} {name}"
    return f"{currency} {number(value)}"


def span_of(low: float | None, high: float | None, unit: str) -> str:
    """An interval of values: a point once, a range as `low to high`, an open end as `at least` or `at most`."""
    lowest = -math.inf if low is None else low
    highest = math.inf if high is None else high
    if lowest == highest:
        return amount(lowest, unit)
    if math.isinf(lowest) and math.isinf(highest):
        return "any value"
    if math.isinf(highest):
        return f"at least {amount(lowest, unit)}"
    if math.isinf(lowest):
        return f"at most {amount(highest, unit)}"
    return f"{amount(lowest, unit)} to {amount(highest, unit)}"


def said(statement: Statement) -> str:
    """The value a statement names: in its own words where they are few, else as the interval they allow."""
    words = clean(statement.words)
    if statement.value is None or (words and len(words) <= FEW_WORDS):
        return words if statement.value is not None else ""
    return span_of(statement.value.low, statement.value.high, statement.unit)


def measure_name(measure: str) -> str:
    """A measure id as words: `share_of_gdp` is `share of GDP`."""
    return re.sub(r"\bgdp\b", "GDP", measure.replace("_", " "))


def distance(value: float | None, unit: str) -> str:
    """How far off, with its unit: `4.2 %`, `0.3 percentage points`, `6 allies`; empty for None.

    Relative distances (`%`) arrive as per cent, like every other share in base units.
    """
    if value is None or math.isinf(value):
        return ""
    finer = (number(value, digits) for digits in range(2, FINEST + 1))
    told = next((text for text in finer if text.strip("-0.")), "0")
    return with_unit(told, DISTANCE_UNITS.get(unit, unit))


MOST_ASKED = 60
"""Characters of a statement's own words on the line that says what it asks."""


def question(statement: Statement) -> str:
    """What a statement asks of the record, on one line: subject, measure, comparator, value, period; of a position, the
    side it takes and the issue (`position · against spending target`)."""
    claim = " ".join(filter(None, (measure_name(statement.measure), statement.comparator, said(statement))))
    if statement.issue:
        claim = " ".join(filter(None, (statement.direction, measure_name(statement.issue))))
    if statement.measure == "exceptions":
        claim = f"{measure_name(statement.measure)}: {shortened(statement.words, MOST_ASKED)}"
    elif statement.below:
        claim += " from below" if statement.measure == "rank" else " (below the guideline)"
    dated = statement.period
    if statement.baseline and statement.baseline not in dated:
        joint = "as said" if statement.measure == "reconstitution" else "over"
        dated = f"{dated} {joint} {statement.baseline}".strip()
    if claim == statement.kind.value:
        claim = ""
    return " · ".join(part for part in (statement.kind.value, " ".join(statement.subject), claim, dated) if part)


def speaker_line(speaker: Speaker) -> str:
    """Who said it and how: `Mark Rutte, secretary general (quote)`, or `narration`."""
    if not speaker.name and not speaker.named_as:
        return speaker.mode.value
    name = speaker.name or speaker.named_as
    office = f", {speaker.office.replace('_', ' ')}" if speaker.office else ""
    return f"{name}{office} ({speaker.mode.value})"


def firmness(said: Statement) -> str:
    """How firmly it is told, where that is no plain fact, and whether it was read with care: `, estimate, likely`."""
    return ("" if said.modality is Modality.FACT else f", {said.modality.value}") + care(said)


def care(said: Statement) -> str:
    """`, likely` for a statement that was read by the words around it: it may be supported, never contradicted."""
    return ", likely" if said.likely else ""


def proposed_line(entry: NotVerified) -> str:
    """A proposal that was not verified, on one line: its words, what was proposed, the reason, and whose it is."""
    figure = "" if entry.value is None else amount(entry.value, entry.unit)
    claim = " ".join(filter(None, (entry.subject, measure_name(entry.measure), figure)))
    told = ": ".join(filter(None, (f"“{shortened(entry.words, PROPOSED_WORDS)}”", claim)))
    return clean(f"{told}; {entry.reason} ({entry.proposer})")


def recorded_line(judgement: Judgement) -> str:
    """The reading that decided, what the record says under it, how far the words are from it, and the band.

    Empty where there is no recorded value, or where `why` already names both.
    """
    if judgement.recorded is None or (judgement.reading in judgement.why and judgement.verdict is not Verdict.DEPENDS):
        return ""
    parts = [f"reading: {judgement.reading}", f"recorded {amount(judgement.recorded, judgement.unit)}"]
    if judgement.distance:
        parts.append(f"off by {distance(judgement.distance, judgement.distance_unit)}")
        if judgement.band:
            parts.append(f"revision band {distance(judgement.band, judgement.distance_unit)}")
    return "; ".join(parts)


def tried_line(tried: Tried) -> str:
    """One reading that was tried, on one line."""
    if not held(tried):
        return f"{tried.name}: not held"
    off = tried_off(tried)
    fit = "does not agree" if not off else off if off in _FITS else f"does not agree, off by {off}"
    return f"{tried.name}: {tried_value(tried)}, {fit}"


_AGREES, _OPEN, _BOUND = "agrees", "leaves it open", "lies right at the bound"
_FITS = (_AGREES, _OPEN, _BOUND)


def tried_off(tried: Tried) -> str:
    """How a reading fits: it agrees, leaves the question open, lies at the bound that the words exclude, or how far
    it is off; no distance of nothing is told."""
    if tried.agrees:
        return _AGREES
    if tried.distance == 0:
        return _OPEN if tried.recorded is None else _BOUND
    return distance(tried.distance, tried.distance_unit)


def held(tried: Tried) -> bool:
    """Whether the record answers this reading at all, with a value or with bounds."""
    return any(one is not None for one in (tried.recorded, tried.recorded_low, tried.recorded_high))


def tried_value(tried: Tried) -> str:
    """What the record says under one reading: a value, bounds, or `not held`."""
    if not held(tried):
        return "not held"
    if tried.recorded is not None:
        return amount(tried.recorded, tried.unit)
    return span_of(tried.recorded_low, tried.recorded_high, tried.unit)


def evidence_line(observation: Observation) -> str:
    """One observation with its release, day and source."""
    estimate = " (estimate)" if observation.estimate else ""
    released = "undated" if observation.released_on is None else observation.released_on.isoformat()
    publisher = citation(observation.source).publisher
    source = f"{publisher} [{observation.source}]" if publisher else observation.source
    return (
        f"{cell_name(observation)}: {amount(observation.value, observation.unit)}{estimate}; "
        f"release {observation.release} of {released}; {source}"
    )


def cell_name(observation: Observation) -> str:
    """Whose value of what, when and at which prices: `EST expenditure 2024, constant 2021 prices`."""
    basis = f", {prices(observation.basis)}" if prices(observation.basis) else ""
    return f"{observation.entity} {measure_name(observation.measure)} {observation.period}{basis}"


def prices(basis: str) -> str:
    """A price basis as words (`current prices`, `constant 2021 prices`); empty where prices play no part."""
    kind = basis.split("_")[0]
    return f"{basis.replace('_', ' ')} prices" if kind in ("current", "constant") else ""


def total_line(price: Price) -> str:
    """The sum of the shortfalls, and the pooled gap as the second way of counting."""
    line = f"total {span_of(price.total_low, price.total_high or price.total_low, 'USD')} a year"
    if price.total_high is None:
        line = f"total at least {amount(price.total_low, 'USD')} a year"
    if price.pooled_low is None:
        return line
    pooled = amount(price.pooled_low, "USD") if price.pooled_low > 0 else "nothing"
    return f"{line}; taken as one group: {pooled}"


def road_line(road: PricedRoad) -> str:
    """What a promise costs on the road, on one line: in its year and in all, or at once where it names none."""
    extra = _from(road.extra_low, road.extra_high)
    dollars = f"dollars of {road.base}; release {road.release}"
    if road.by is None:
        return f"by the shares of {road.base}: {extra} a year at once ({dollars})"
    if not road.extra_high and not road.extra_low and road.extra_high is not None:
        return f"in {road.by}, over holding the share: nothing more ({dollars}, {road.outlook})"
    total = f", {_from(road.total_low, road.total_high)} in all years to then" if road.total_low is not None else ""
    return f"in {road.by}, over holding the share: {extra}{total} ({dollars}, {road.outlook})"


def _from(low: float | None, high: float | None) -> str:
    if low is not None and high is None:
        return f"at least {amount(low, 'USD')}"
    return span_of(low, high, "USD") if low else "nothing more"


def day(value: date | None) -> str:
    """A day as ISO text, or `no date`."""
    return "no date" if value is None else value.isoformat()
