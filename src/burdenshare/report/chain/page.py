"""A chain as one self-contained page: the pictures of every step, no network, no script, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.chain import pictures, telling
from burdenshare.report.chain.explained import tree
from burdenshare.report.clock.page import STYLES, words_of
from burdenshare.report.clock.page import with_words as clock_words
from burdenshare.report.explaining import Step
from burdenshare.report.industry.month_plot import both as month_plots
from burdenshare.report.industry.page import rows_of_met
from burdenshare.report.industry.telling import line_words, told_words
from burdenshare.report.industry.told_rows import told_row
from burdenshare.report.road.page import with_words as road_words
from burdenshare.report.templating import environment, style
from burdenshare.road.chain.result import Chain
from burdenshare.road.industry.model import MetDraws


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain at a glance: its step, what it says, and what it rests on."""

    step: str
    title: str
    words: str
    rests: str
    own: bool


def page(made: Chain, *, record: Record | None = None) -> str:
    """The page as text."""
    held = held_record(record)
    whole = "".join(style(one) for one in (*STYLES, "industry.css", "chain.css"))
    root = tree(held, made)
    shown_ = {
        "chain": made,
        "record": held,
        "links_of": list(links(held, made)),
        "steps": telling.STEPS,
        "headline": telling.headline(made),
        "target_rows": list(telling.target_rows(held, made)),
        "target_picture": pictures.target_picture(held, made),
        "money_rows": list(telling.money_rows(made)),
        "money_picture": pictures.money_picture(made),
        "order_rows": list(telling.order_rows(made)),
        "price_note": telling.price_note(made),
        "filled": [one for one in made.fillings if isinstance(one.met, MetDraws)],
        "not_told": list(telling.not_told(made)),
        "together": telling.together_words(made),
        "tree": root,
        "groups": list(_groups(root)),
        "assumptions": [
            *made.road.assumptions.values(),
            *(() if made.industry is None else made.industry.assumptions.values()),
        ],
        "clock": words_of(made.clock, (), record=held),
        "links": {},
    }
    return _environment().get_template("chain.html").render(**shown_, style=whole, version=__version__)


def links(record: Record, made: Chain) -> Iterator[Link]:
    """The chain at a glance, a line a step."""
    plural = "" if len(made.clock.curves) == 1 else "s"
    said = {
        "target": next(iter(telling.target_rows(record, made)))[1],
        "money": " · ".join(f"{name} {words}" for name, words in telling.money_rows(made) if name != "left out"),
        "orders": ", ".join(one.title for one in made.deliveries),
        "deliveries": _delivered(made),
        "gap": telling.headline(made),
        "clock": f"{telling.clock_words(made)}, {len(made.clock.curves)} curve{plural}",
    }
    rests = {
        "target": f"release {made.road.starts.release}",
        "money": "equipment shares of the same releases",
        "orders": "the scenario",
        "deliveries": telling.grade_words(row for one in made.deliveries for row in one.rows()),
        "gap": telling.grade_words(row for one in made.fillings for row in one.gap.rows),
        "clock": telling.grade_counts(one.statement.said.grade.value for one in made.clock.statements)
        if not telling.own_horizons(made)
        else telling.own_words(made, "clock"),
    }
    for step, title in telling.STEPS.items():
        own = telling.own_words(made, step)
        yield Link(step, title, said[step], own or rests[step], bool(own))


def _delivered(made: Chain) -> str:
    last = made.months.named()[-1]
    told = (f"{one.title}: {telling.end_words(one)}" for one in made.deliveries)
    return f"by {last}: {'; '.join(told)}"


def _groups(root: Step) -> Iterator[tuple[str, Step]]:
    """The branches of the tree, each behind a line of its own."""
    for one in root.below:
        if one.below:
            yield wording.shortened(one.text, 160), one


@cache
def _environment() -> Environment:
    made = clock_words(road_words(environment()))
    made.filters["told_row"] = told_row
    made.globals |= {
        "month_plots": month_plots,
        "delivery_picture": pictures.delivery_picture,
        "gap_picture": pictures.gap_picture,
        "own_words": telling.own_words,
        "delivery_rows": telling.delivery_rows,
        "filling_words": telling.filling_words,
        "lacking_words": telling.lacking_words,
        "gap_head": telling.gap_head,
        "grade_words": telling.grade_words,
        "line_words": line_words,
        "rows_of_met": rows_of_met,
        "told_words": told_words,
        "apart": telling.APART,
    }
    return made
