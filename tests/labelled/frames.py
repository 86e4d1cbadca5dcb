"""The record said aloud in many phrasings: sentences made from `frames.toml`, each with its label.

A frame is a sentence with named slots. The cell is drawn from the record as of the day of the text, printed with the
digits a journalist would use, and labelled as the guide (`README.md`) asks. Slots: `value` (the figure that is stated),
`subject`, `owner`, `adjective`, `capital` (who), `year`, `due`, `baseline`, `earlier_year` (when), `threshold`,
`members`, `earlier`, `second`, `second_value` (figures beside it, labelled too).
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NotRequired, TypedDict, cast

from burdenshare.errors import BurdenshareError
from burdenshare.record import Commitment, Finding, Record

HERE = Path(__file__).parent
FIRST_DAY = date(2016, 7, 4)
LAST_DAY = date(2026, 8, 1)
"""Texts are dated within these: the first NATO release held and the end of the labelled set."""
FIRST_YEAR = 2014
MOST_DAYS = 45
"""Days after a release on which a text about it may appear."""
TRIES = 400
"""Draws until a frame is given up: not every cell is held, and not every one fits the words."""
THRESHOLDS = ("2", "2", "2", "2", "2", "2.5", "3", "3.5")
BASELINES = (2014, 2014, 2014, 2016)
SMALLEST_PART = 3.0
"""Per cent of the total below which nobody names an ally's part."""
LARGEST_GROWTH = 90.0
LARGEST_IN_WORDS = 12
ROUNDING = {"near": ROUND_HALF_EVEN, "up": ROUND_CEILING, "down": ROUND_FLOOR}
DIGITS = {
    "share_of_gdp": (1, 2),
    "expenditure_growth": (0, 1),
    "share_of_total": (0, 1),
    "equipment_share": (0, 1),
}
UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty")


class Statement(TypedDict):
    """One label, as the guide has it."""

    words: str
    words_at: int
    kind: str
    measure: str
    comparator: str
    value: float
    unit: str
    subject: NotRequired[str]
    period: NotRequired[str]
    baseline: NotRequired[str]
    threshold: NotRequired[float]
    below: NotRequired[bool]
    modality: NotRequired[str]
    optional: NotRequired[bool]


class Line(TypedDict):
    """One line of the labelled set."""

    id: str
    on: str
    text: str
    form: str
    statements: list[Statement]


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with slots, as `frames.toml` describes it."""

    id: str
    measure: str
    text: str
    example: str
    who: str = "ally"
    comparator: str = "="
    round: str = "near"
    when: str = "year"
    below: bool = False
    change: str = ""
    unit: str = ""
    basis: str = ""
    kind: str = "fact"
    modality: str = ""

    @property
    def slots(self) -> frozenset[str]:
        """Names of the slots in the text."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)

    @property
    def hedged(self) -> bool:
        """The words leave room, so that a coarser figure is printed."""
        return self.comparator in ("~", "<", ">") or self.round != "near"


@dataclass(frozen=True, slots=True)
class Name:
    """What one ally or group is called."""

    code: str
    names: tuple[str, ...]
    adjective: str = ""
    capital: str = ""


@dataclass(frozen=True, slots=True)
class Currency:
    """How sums in one currency are written."""

    code: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything in `frames.toml`."""

    frames: tuple[Frame, ...]
    allies: dict[str, Name]
    groups: dict[str, Name]
    currencies: dict[str, Currency]


@cache
def words() -> Words:
    """The frames and names, read once."""
    with (HERE / "frames.toml").open("rb") as file:
        held = tomllib.load(file)
    return Words(
        frames=tuple(Frame(**one) for one in held["frame"]),
        allies={one["code"]: _name(one) for one in held["ally"]},
        groups={one["code"]: _name(one) for one in held["group"]},
        currencies={
            one["code"]: Currency(one["code"], tuple(one["before"]), tuple(one["after"])) for one in held["currency"]
        },
    )


def sentences(rng: random.Random, record: Record, rounds: int = 1) -> Iterator[tuple[str, Line]]:
    """Every frame filled `rounds` times, in an order of its own, each time with other cells and another hand."""
    number = 0
    for _ in range(rounds):
        order = list(words().frames)
        rng.shuffle(order)
        for frame in order:
            made = render(frame, rng, record)
            if made is not None:
                number += 1
                made["id"] = f"f-{number:04d}"
                yield made["text"], made


def render(frame: Frame, rng: random.Random, record: Record) -> Line | None:
    """One frame filled, or None where the record holds no cell that fits it."""
    for _ in range(TRIES):
        hand = Hand(rng)
        try:
            drawn = DRAWS.get(frame.measure, _draw_cell)(frame, hand, record)
        except BurdenshareError:  # the record does not hold what was drawn
            continue
        if drawn is not None and all(drawn.plain.get(slot) != "" for slot in frame.slots):
            return _written(frame, drawn)
    return None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, and the value these digits mean in base units."""

    text: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Label:
    """What is stated by a figure; `Statement` without its place in the text."""

    kind: str
    subject: str
    measure: str
    comparator: str = "="
    period: str = ""
    baseline: str = ""
    threshold: float | None = None
    below: bool = False
    modality: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """What fills the slots of one frame: plain words, and figures with their labels."""

    on: date
    plain: dict[str, str]
    figures: dict[str, tuple[Figure, Label]]


class Hand:
    """The habits of one writer, alike in a whole sentence: how numbers, percentages and sums are written."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.sign = rng.choice((" percent", " per cent", "%", "\u00a0%", " %"))
        self.short = rng.random() < 0.3
        self.in_words = rng.random() < 0.4
        self.strips = rng.random() < 0.5
        self.fine = rng.random() < 0.5

    def percent(self, exact: float, frame: Frame, measure: str = "") -> Figure | None:
        """A percentage at the digits usual for the measure; None where rounding leaves nothing to say."""
        coarse, fine = DIGITS[measure or frame.measure]
        number = _rounded(exact, coarse if frame.hedged or not self.fine else fine, frame.round)
        return self.said_percent(number) if number > 0 else None

    def said_percent(self, number: Decimal) -> Figure:
        """A percentage that is already round."""
        whole = number == number.to_integral_value()
        if whole and (self.strips or number > LARGEST_IN_WORDS):
            number = number.to_integral_value()
        text = f"{number:f}"
        if whole and self.in_words and number <= LARGEST_IN_WORDS and self.sign.strip() != "%":
            text = UNITS[int(number)]
        return Figure(text + self.sign, float(number), "%")

    def count(self, number: int) -> Figure:
        """A number of allies."""
        small = number <= LARGEST_IN_WORDS
        in_words = self.rng.random() < (0.7 if small else 0.15)
        return Figure(_spelled(number) if in_words else str(number), float(number), "allies")

    def money(self, exact: float, currency: Currency, frame: Frame) -> Figure | None:
        """A sum in millions, billions or trillions; None where it is too small to be told."""
        scale, name, short = next((one for one in SCALES if exact >= one[0]), (0, "", ""))
        if not scale:
            return None
        number = _rounded(exact / scale, _money_digits(exact / scale, scale, frame.hedged), frame.round)
        if number <= 0:
            return None
        value = float(number * scale)
        if self.rng.random() < 0.6:
            gap = "" if self.short and short else " "
            magnitude = short if self.short and short else name
            return Figure(f"{self.rng.choice(currency.before)}{number:f}{gap}{magnitude}", value, currency.code)
        return Figure(f"{number:f} {name} {self.rng.choice(currency.after)}", value, currency.code)

    def persons(self, exact: float, frame: Frame) -> Figure | None:
        """A strength, to the hundred or the thousand, in millions where it is that large."""
        if exact >= 1e6:
            number = _rounded(exact / 1e6, 1, frame.round)
            return Figure(f"{number:f} million", float(number * 1_000_000), "persons")
        number = _rounded(exact, -3 if exact >= 1e5 or (frame.hedged and exact >= 1e4) else -2, frame.round)
        return Figure(f"{int(number):,}", float(number), "persons") if number > 0 else None


SCALES = ((10**12, "trillion", "tn"), (10**9, "billion", "bn"), (10**6, "million", "m"))
Draw = Callable[[Frame, Hand, Record], Drawn | None]


# what is drawn


def _draw_cell(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    on = _day(hand.rng, record)
    year = _year(frame, hand.rng, record, on)
    who = _who(frame, hand.rng, record, on)
    exact = _exact(frame, record, who.code, year, on)
    if exact is None:
        return None
    sign = -1 if frame.measure == "expenditure_growth" and frame.change == "falls" else 1
    said = _figure(frame, hand, record, who.code, exact * sign, on)
    if said is None or (frame.comparator in ("<", ">") and said.value == exact):
        return None
    label = _fact(frame, who.code, _period(frame, year))
    plain = _called(who, hand.rng) | {"year": str(year)}
    figures = {"value": (Figure(said.text, said.value * sign, said.unit), label)}
    if "earlier" in frame.slots:
        earlier_year = year - hand.rng.randint(2, 6)
        earlier = _exact(frame, record, who.code, earlier_year, on) if earlier_year >= FIRST_YEAR else None
        if earlier is None or (earlier < exact) != (frame.change == "rises"):
            return None
        before = _figure(frame, hand, record, who.code, earlier, on)
        if before is None or before.value == said.value:
            return None
        plain["earlier_year"] = str(earlier_year)
        figures["earlier"] = (before, _fact(frame, who.code, str(earlier_year)))
    if "second" in frame.slots:
        other = _who(frame, hand.rng, record, on)
        held = _exact(frame, record, other.code, year, on)
        also = _figure(frame, hand, record, other.code, held, on) if held is not None else None
        if other.code == who.code or also is None:
            return None
        plain["second"] = hand.rng.choice(other.names)
        figures["second_value"] = (also, _fact(frame, other.code, _period(frame, year)))
    return Drawn(on, plain, figures)


def _draw_count(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    on = _day(hand.rng, record)
    year = _year(frame, hand.rng, record, on)
    who = _who(frame, hand.rng, record, on)
    mark = Decimal(hand.rng.choice(THRESHOLDS))
    number = _count(frame, record, year, who.code, float(mark), on)
    members = len(record.members_in_year(who.code, year))
    if number is None or not 2 <= number < members:
        return None
    printed = number
    if frame.comparator in (">", ">="):
        printed -= hand.rng.randint(1 if frame.comparator == ">" else 0, 2)
        if printed < 2:
            return None
    mark_said = hand.said_percent(mark)
    label = _fact(frame, who.code, _period(frame, year), threshold=float(mark), below=frame.below)
    beside = Label("promise", "NATO", "guideline", optional=True)
    size = Label("fact", "NATO", "members", period=_period(frame, year), optional=True)
    figures = {
        "value": (hand.count(printed), label),
        "threshold": (mark_said, beside),
        "members": (Figure(str(members), float(members), "allies"), size),
    }
    plain = _called(who, hand.rng) | {"year": str(year)}
    if "earlier" in frame.slots:
        earlier_year = year - hand.rng.randint(2, 6)
        earlier = _count(frame, record, earlier_year, who.code, float(mark), on) if earlier_year >= FIRST_YEAR else None
        if earlier is None or not 2 <= earlier < number:
            return None
        plain["earlier_year"] = str(earlier_year)
        before = _fact(frame, who.code, str(earlier_year), threshold=float(mark), below=frame.below)
        figures["earlier"] = (hand.count(earlier), before)
    return Drawn(on, plain, figures)


def _draw_extra(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    on = _day(hand.rng, record)
    newest = _newest(record, on)
    year = newest if frame.when == "none" else newest - hand.rng.randint(0, 1)
    baseline = hand.rng.choice(BASELINES)
    who = _who(frame, hand.rng, record, on)
    if year < baseline + 2:
        return None
    exact = _sure(record.extra_expenditure(who.code, baseline, year, as_of=on))
    said = hand.money(exact, words().currencies["USD"], frame) if exact is not None and exact > 0 else None
    if said is None:
        return None
    ends = {year, year - 1, on.year} if frame.when == "none" else {year}
    period = "|".join(f"{baseline}/{end}" for end in sorted(ends))
    label = _fact(frame, who.code, period, baseline=str(baseline))
    plain = _called(who, hand.rng) | {"year": str(year), "baseline": str(baseline)}
    return Drawn(on, plain, {"value": (said, label)})


def _draw_promise(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    actor = "NATO" if frame.who == "alliance" else ""
    fitting = [one for one in record.commitments() if _fits(one, actor) and (one.due_by or "due" not in frame.slots)]
    if not fitting:
        return None
    chosen = hand.rng.choice(fitting)
    made = max(chosen.made_last or LAST_DAY, FIRST_DAY)
    on = min(made + timedelta(days=hand.rng.randint(1, 240)), LAST_DAY)
    due = chosen.due_by[:4]
    if actor and chosen.id not in {one.id for one in record.guidelines(on)}:
        return None
    if due and date(int(due), 1, 1) <= on:
        return None
    plain = {"due": due}
    code = chosen.actors[0]
    if not actor:
        plain |= _called(words().allies[code], hand.rng)
    period = due if "due" in frame.slots else ""
    label = Label("promise", code, "guideline", frame.comparator, period, modality=frame.modality)
    return Drawn(on, plain, {"value": (hand.said_percent(Decimal(f"{chosen.value:g}")), label)})


def _draw_members(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    on = FIRST_DAY + timedelta(days=hand.rng.randint(0, (LAST_DAY - FIRST_DAY).days))
    year = on.year - hand.rng.randint(1, 8)
    day = on if frame.when == "now" else date(year, 12, 31)
    number = len(record.members("NATO", day))
    if frame.when != "now" and number != len(record.members("NATO", date(year, 1, 1))):
        return None
    label = _fact(frame, "NATO", "" if frame.when == "now" else str(year))
    return Drawn(on, {"year": str(year)}, {"value": (hand.count(number), label)})


def _draw_aid(frame: Frame, hand: Hand, record: Record) -> Drawn | None:
    held = [
        one
        for one in record.observations("aid", basis=frame.basis, as_of=LAST_DAY)
        if isinstance(one.period, int)
        and one.unit == "EUR"
        and one.basis == frame.basis
        and one.released_on is not None
        and one.entity in words().allies
        and one.value > 0
    ]
    if not held:
        return None
    chosen = hand.rng.choice(held)
    released = chosen.released_on or LAST_DAY
    on = min(released + timedelta(days=hand.rng.randint(1, MOST_DAYS)), LAST_DAY)
    said = hand.money(chosen.value, words().currencies["EUR"], frame)
    if said is None:
        return None
    label = _fact(frame, chosen.entity, str(chosen.period))
    plain = _called(words().allies[chosen.entity], hand.rng) | {"year": str(chosen.period)}
    return Drawn(on, plain, {"value": (said, label)})


DRAWS: dict[str, Draw] = {
    "allies_at_guideline": _draw_count,
    "extra_expenditure": _draw_extra,
    "guideline": _draw_promise,
    "members": _draw_members,
    "aid": _draw_aid,
}


# the record asked


def _exact(frame: Frame, record: Record, entity: str, year: int, on: date) -> float | None:
    """The record's value of the day, where a full cell of its newest release holds it and the words fit it."""
    if frame.measure == "expenditure_growth":
        found = _sure(record.expenditure_growth(entity, year, real=True, as_of=on))
        fits = found is not None and (found < 0) == (frame.change == "falls") and 0.5 <= abs(found) <= LARGEST_GROWTH
        return found if fits else None
    if frame.measure == "share_of_total":
        found = _sure(record.share_of_total(entity, "NATO", year, as_of=on))
        return found if found is not None and found >= SMALLEST_PART else None
    unit = record.currency(entity, on) if frame.unit == "own" else ""
    return _sure(record.value(entity, frame.measure, year, as_of=on, unit=unit))


def _sure(found: Finding | None) -> float | None:
    if found is None or found.bounded or found.secondary_only or found.older is not None:
        return None
    return found.value


def _count(frame: Frame, record: Record, year: int, group: str, mark: float, on: date) -> int | None:
    found = _sure(record.count_at(year, threshold=mark, group=group, below=frame.below, as_of=on))
    return None if found is None else round(found)


def _figure(frame: Frame, hand: Hand, record: Record, entity: str, exact: float, on: date) -> Figure | None:
    if frame.measure == "military_personnel":
        return hand.persons(exact, frame)
    if frame.measure == "expenditure":
        code = record.currency(entity, on) if frame.unit == "own" else "USD"
        currency = words().currencies.get(code)
        return hand.money(exact, currency, frame) if currency else None
    return hand.percent(exact, frame)


def _fits(one: Commitment, actor: str) -> bool:
    """A plan or pledge to spend a share of GDP on defence, made by one ally or by NATO, on a day that is known."""
    if one.unit != "% of GDP" or one.made_last is None or one.made_last > LAST_DAY or len(one.actors) != 1:
        return False
    if actor:
        return one.actors[0] == actor
    planned = one.kind in ("national_target", "spending_pledge") and one.comparator in ("=", ">=", ">")
    return planned and one.actors[0] in words().allies


# when and who


def _day(rng: random.Random, record: Record) -> date:
    """A day on which some release of NATO was the newest."""
    days = [one.released_on for one in record.releases() if one.released_on and FIRST_DAY <= one.released_on < LAST_DAY]
    place = rng.randrange(len(days))
    until = days[place + 1] if place + 1 < len(days) else LAST_DAY + timedelta(days=1)
    return min(days[place] + timedelta(days=rng.randint(1, MOST_DAYS)), until - timedelta(days=1))


def _newest(record: Record, on: date) -> int:
    released = record.newest_release(on)
    return released.own_year if released else on.year


def _year(frame: Frame, rng: random.Random, record: Record, on: date) -> int:
    if frame.when == "this":
        return on.year
    if frame.when == "last":
        return on.year - 1
    newest = _newest(record, on)
    return newest if frame.when == "now" else max(FIRST_YEAR, newest - rng.choice((0, 0, 0, 1, 1, 2, 3, 4, 5)))


def _period(frame: Frame, year: int) -> str:
    return "now" if frame.when == "now" else str(year)


def _who(frame: Frame, rng: random.Random, record: Record, on: date) -> Name:
    if frame.who == "alliance":
        return Name("NATO", ("NATO",))
    if frame.who == "group":
        return rng.choice(list(words().groups.values()))
    allied = [one for code, one in words().allies.items() if record.allied(code, on)]
    if frame.measure == "share_of_total":
        allied += [words().allies["USA"]] * len(allied)
    return rng.choice(allied)


def _called(who: Name, rng: random.Random) -> dict[str, str]:
    name = rng.choice(who.names)
    owner = name + ("'" if name.endswith("s") else "'s")
    return {"subject": name, "owner": owner, "adjective": who.adjective, "capital": who.capital}


# writing


def _fact(
    frame: Frame,
    subject: str,
    period: str,
    *,
    baseline: str = "",
    threshold: float | None = None,
    below: bool = False,
) -> Label:
    return Label(frame.kind, subject, frame.measure, frame.comparator, period, baseline, threshold, below)


def _written(frame: Frame, drawn: Drawn) -> Line:
    text = ""
    places: dict[str, tuple[int, int]] = {}
    for literal, slot, _, _ in Formatter().parse(frame.text):
        text += literal
        if slot:
            printed = drawn.figures[slot][0].text if slot in drawn.figures else drawn.plain[slot]
            places[slot] = (len(text), len(text) + len(printed))
            text += printed
    text = text[:1].upper() + text[1:]
    statements = [
        _statement(text, places[slot], figure, label)
        for slot, (figure, label) in drawn.figures.items()
        if slot in places
    ]
    return Line(id="", on=drawn.on.isoformat(), text=text, form=frame.id, statements=statements)


def _statement(text: str, place: tuple[int, int], figure: Figure, label: Label) -> Statement:
    start, end = place
    made: Statement = {
        "words": text[start:end],
        "words_at": start,
        "kind": label.kind,
        "subject": label.subject,
        "measure": label.measure,
        "comparator": label.comparator,
        "value": figure.value,
        "unit": figure.unit,
    }
    if label.period:
        made["period"] = label.period
    if label.baseline:
        made["baseline"] = label.baseline
    if label.threshold is not None:
        made["threshold"] = label.threshold
    if label.below:
        made["below"] = True
    if label.modality:
        made["modality"] = label.modality
    if label.optional:
        made["optional"] = True
    return made


def _rounded(exact: float, digits: int, mode: str) -> Decimal:
    return Decimal(repr(exact)).quantize(Decimal(1).scaleb(-digits), rounding=ROUNDING[mode])


def _money_digits(number: float, scale: int, hedged: bool) -> int:
    if scale == 10**6 or (number >= 100 and scale == 10**9):
        return 0
    if hedged:
        return 0 if number >= 10 else 1
    return 2 if number < 10 and scale == 10**12 else 1


def _spelled(number: int) -> str:
    if number <= LARGEST_IN_WORDS:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 13]
    ten, rest = divmod(number, 10)
    return TENS[ten] + (f"-{UNITS[rest]}" if rest else "")


def _name(held: dict[str, object]) -> Name:
    names = tuple(cast("list[str]", held["names"]))
    return Name(str(held["code"]), names, str(held.get("adjective", "")), str(held.get("capital", "")))
