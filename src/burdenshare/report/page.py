"""The report as one self-contained page: no network, no script, every word escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from jinja2 import Environment
from markupsafe import Markup, escape

from burdenshare.checking.arithmetic import Arithmetic
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price
from burdenshare.report import wording
from burdenshare.report.citations import citation
from burdenshare.report.explaining import Step, answer_step, price_step
from burdenshare.report.left import ASIDE, NOT_VERIFIED, Left, by_reason, left_over
from burdenshare.report.marks import MARKS, NOT_JUDGED, PRICED, Mark, mark_of
from burdenshare.report.named_prices import COLUMNS, NAMED, NamedPrice, named_prices
from burdenshare.report.reviews import Review, of_statement
from burdenshare.report.segments import Overlay, Piece, pieces
from burdenshare.report.sums import TITLE, ordered
from burdenshare.report.telling import BOTH, answers_told, beside_both, beside_one, price_notes, sheaves, short_lines
from burdenshare.report.templating import environment, style

WRAPPED = 120
"""Columns at which people have their texts wrapped, at the most; a longer line is a paragraph."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a card, or both where they say the same: name, answer, look, the day or days it speaks for, how the
    answer was reached, and what stands beside it alone."""

    name: str
    judgement: Judgement
    mark: Mark
    days: tuple[date, ...]
    steps: tuple[Step, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One statement on the page: what its mark opens, and how its mark looks (`then` fills, `now` underlines).

    `clocks` are the two answers, `told` those worth telling, `beside` what stands beside both, `reviews` what people
    say.
    """

    anchor: str
    number: int
    entry: Checked
    clocks: tuple[Clock, ...]
    told: tuple[Clock, ...]
    beside: tuple[str, ...]
    then: Mark
    now: Mark
    reviews: tuple[Review, ...] = ()

    @property
    def label(self) -> str:
        """What a screen reader says of the mark."""
        answers = ", ".join(f"{clock.mark.word} {clock.name}" for clock in self.clocks)
        price = "priced" if self.entry.price is not None else ""
        told = ", ".join(filter(None, (answers, price))) or NOT_JUDGED.word
        return f"statement {self.number}: {told}" + (", reviewed" if self.reviews else "")

    @property
    def facets(self) -> Markup:
        """What statements are filtered by, as attributes: kind, speaker, and the verdicts on both clocks."""
        said = self.entry.statement
        return Markup(' data-kind="{}" data-speaker="{}" data-then="{}" data-now="{}"').format(
            said.kind.value, said.speaker.name, self.then.css, self.now.css
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document on the page. `tight`: its paragraphs follow each other without a blank line, as read from a page."""

    anchor: str
    checked: CheckedDocument
    cards: tuple[Card, ...]
    pieces: tuple[Piece, ...]
    left: Left
    tight: bool

    @property
    def sums(self) -> list[Arithmetic]:
        """The sums inside the text, those that do not work out first."""
        return ordered(self.checked.arithmetic)

    @property
    def named(self) -> tuple[NamedPrice, ...]:
        """What the promises ask of the allies named."""
        return named_prices(self.checked)

    @property
    def title(self) -> str:
        """The document's title, or its id."""
        return wording.clean(self.checked.document.title or self.checked.document.id)


def page_of(documents: Sequence[CheckedDocument], reviews: Sequence[Sequence[Review]] = ()) -> str:
    """The page that shows `documents`, in order; `reviews` are those of each, none at all where empty."""
    pairs = zip(documents, reviews or [()] * len(documents), strict=True)
    sheets = [sheet_of(checked, f"d{number}", said) for number, (checked, said) in enumerate(pairs, start=1)]
    template = _environment().get_template("page.html")
    return template.render(sheets=sheets, style=style("page.css"), marks=[*MARKS.values(), PRICED, NOT_JUDGED])


def sheet_of(checked: CheckedDocument, anchor: str, reviews: Sequence[Review] = ()) -> Sheet:
    """One document laid out: a card for each statement, with its `reviews`, the text cut into pieces."""
    overlays = [Overlay(entry.statement.span, entry.statement.focus) for entry in checked.checked]
    again = [(at, span) for at, entry in enumerate(checked.checked) for span in entry.statement.repeats]
    told = [*overlays, *(Overlay(span, span) for _, span in again)]
    kept = checked.document.not_kept is None  # of a saved report without its text, the statements alone are shown
    left, sums = [entry.span for entry in checked.unaccounted], [one.span for one in checked.arithmetic]
    cut = pieces(checked.document.text, told, left, sums) if kept else []
    owners = [*range(len(overlays)), *(at for at, _ in again)]
    cut = [_owned(piece, owners, len(overlays)) for piece in cut]
    cards = tuple(_card(entry, anchor, number, reviews) for number, entry in enumerate(checked.checked, start=1))
    return Sheet(anchor, checked, cards, tuple(cut), left_over(checked), is_tight(checked.document.text))


def _owned(piece: Piece, owners: Sequence[int], own: int) -> Piece:
    """The words of a repeat lead to the card of the statement they tell again, and carry no marker of their own."""
    top = None if piece.top is None else owners[piece.top]
    return replace(piece, top=top, ends=tuple(end for end in piece.ends if end < own))


def is_tight(text: str) -> bool:
    """Whether paragraphs are lines: several lines, none blank, and at least one too long to be a wrapped one."""
    lines = text.strip().splitlines()
    return len(lines) > 1 and all(line.strip() for line in lines) and max(map(len, lines)) > WRAPPED


def spaced(text: str, tight: bool) -> Markup:
    """`text` escaped, with room behind every line where paragraphs are lines; the characters stay those of the text."""
    whole = escape(text)
    return Markup(whole.replace("\n", Markup('\n<span class="gap"></span>'))) if tight else whole


def _card(entry: Checked, anchor: str, number: int, reviews: Sequence[Review]) -> Card:
    answers = (("then", entry.then), ("now", entry.now))
    clocks = tuple(_clock(entry, name, answer, [answer]) for name, answer in answers if answer is not None)
    both = [answer for _, answer in answers if answer is not None]
    told = tuple(_clock(entry, name, one, both if name == BOTH else [one]) for name, one in answers_told(entry))
    beside = tuple(beside_both(entry))
    looks = [clock.mark for clock in clocks] or [PRICED if entry.price is not None else NOT_JUDGED]
    said = of_statement(reviews, entry.statement.id)
    return Card(f"{anchor}-s{number}", number, entry, clocks, told, beside, looks[0], looks[-1], said)


def _clock(entry: Checked, name: str, answer: Judgement, spoken_for: Sequence[Judgement]) -> Clock:
    steps = _not_shown_above(answer_step(name, answer, citation, answer.context))
    beside = tuple(beside_one(entry, answer))
    return Clock(name, answer, mark_of(answer.verdict), tuple(one.on for one in spoken_for), steps, beside)


def price_steps(price: Price) -> tuple[Step, ...]:
    """How a price was reached."""
    return _not_shown_above(price_step(price, citation, whole=False))


SHOWN_ABOVE = frozenset({"why", "counts", "asked of"})
"""Steps of an explanation that the card tells before it."""


def _not_shown_above(step: Step) -> tuple[Step, ...]:
    return tuple(one for one in step.below if one.label not in SHOWN_ABOVE)


def bar(cost: float | None, price: Price) -> str:
    """The width of an ally's bar, of the hundred units that the largest sum of the price takes."""
    largest = max((line.cost_low or 0 for line in price.lines), default=0)
    return f"{100 * (cost or 0) / largest:.1f}" if largest else "0"


def tallied(sheet: Sheet) -> dict[Mark, tuple[int, int]]:
    """How many statements of `sheet` bear each verdict (then, now), verdicts that occur only."""
    checked = sheet.checked.checked
    then = [entry.then.verdict for entry in checked if entry.then is not None]
    now = [entry.now.verdict for entry in checked if entry.now is not None]
    return {
        mark: (then.count(verdict), now.count(verdict))
        for verdict, mark in MARKS.items()
        if verdict in then or verdict in now
    }


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of this page (`parts.html`) speak, for every page that shows some."""
    made.filters |= {
        "day": wording.day,
        "measure": wording.measure_name,
        "prices": wording.prices,
    }
    made.globals |= {
        "amount": wording.amount,
        "between": wording.span_of,
        "citation": citation,
        "distance": wording.distance,
        "question": wording.question,
        "recorded": wording.recorded_line,
        "speaker": wording.speaker_line,
        "firmness": wording.firmness,
        "tried_off": wording.tried_off,
        "tried_value": wording.tried_value,
        "total": wording.total_line,
        "aside": ASIDE,
        "not_verified": NOT_VERIFIED,
        "proposed": wording.proposed_line,
        "by_reason": by_reason,
        "price_notes": price_notes,
        "road_line": wording.road_line,
        "named_title": NAMED,
        "named_columns": COLUMNS,
        "price_steps": price_steps,
        "sheaves": sheaves,
        "spaced": spaced,
        "short_lines": short_lines,
        "tallied": tallied,
        "bar": bar,
        "priced": PRICED,
        "mark_of": mark_of,
        "sums_title": TITLE,
    }
    return made
