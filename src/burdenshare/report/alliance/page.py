"""The alliance on a day as one self-contained page: no network, no script, every word escaped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.checking.alliance.model import Compared, Entry, Section, View
from burdenshare.report import wording
from burdenshare.report.alliance import offices
from burdenshare.report.alliance.plot import NARROW, WIDE, dot_plot
from burdenshare.report.alliance.telling import SYMBOLS, change_words, dates, glance, price_words, value_words
from burdenshare.report.citations import citation
from burdenshare.report.templating import environment, style

FOLDED = frozenset({"open, no share of GDP", "due date passed", "overtaken", "before", "held"})
"""Kinds that a reader opens when wanted: what is over, or told in other units."""


@dataclass(frozen=True, slots=True)
class Link:
    """A source as a link: what it says, where it leads, what a pointer shows of it."""

    words: str
    address: str
    hint: str


@dataclass(frozen=True, slots=True)
class Block:
    """Entries of one kind under its name; `folded` ones are opened by a reader."""

    kind: str
    entries: tuple[Entry, ...]
    folded: bool


def page_of(view: View, compared: Compared | None = None) -> str:
    """The page as text."""
    whole = "".join(style(one) for one in ("alliance.css", PARTS))
    template = _environment().get_template("alliance.html")
    return template.render(**words_of(view, compared), style=whole, version=__version__)


def words_of(view: View, compared: Compared | None) -> dict[str, Any]:
    """What the parts of the page (`alliance_parts.html`) speak of, for every page that shows them."""
    titles = {one.id: one.title for one in view.sections}
    changes = [] if compared is None else [(titles[name], rows) for name, rows in _by_section(compared).items()]
    return {"view": view, "compared": compared, "changes": changes}


def blocks(section: Section) -> list[Block]:
    """The entries of a section by kind, in the order in which the kinds first occur."""
    kinds: dict[str, list[Entry]] = {}
    for one in section.entries:
        kinds.setdefault("" if section.id == "horizons" else one.kind, []).append(one)
    return [Block(kind, tuple(entries), kind in FOLDED) for kind, entries in kinds.items()]


def links(one: Entry) -> list[Link]:
    """Every source of an entry: one that cannot be opened is named all the same."""
    found: dict[tuple[str, str], Link] = {}
    for origin in one.origins:
        cited = citation(origin.source)
        out = f" ({origin.released_on.isoformat()})" if origin.released_on and ", " not in origin.release else ""
        named = "" if "://" in origin.release else origin.release
        words = f"{named}{out}" if named else _host(cited.address) or origin.source
        hint = "; ".join(filter(None, (cited.label if cited.title else "", origin.table)))
        found.setdefault((words, cited.address), Link(wording.shortened(words, LONGEST), cited.address, hint))
    return list(found.values())


LONGEST = 60
"""Characters of a source's name that are shown."""

PARTS = "alliance_parts.css"
"""The style of the parts alone, without that of the page around them."""


def _host(address: str) -> str:
    return address.split("/")[2].removeprefix("www.") if "://" in address else ""


def _by_section(compared: Compared) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for one in compared.changes:
        found.setdefault(one.section, []).append(one)
    return found


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of this page speak (`alliance_parts.html`)."""
    made.globals |= {
        "blocks": blocks,
        "links": links,
        "plot": dot_plot,
        "frames": (WIDE, NARROW),
        "symbols": SYMBOLS,
        "value": value_words,
        "dates": dates,
        "change": change_words,
        "price": price_words,
        "glance": glance,
        "kind_name": wording.measure_name,
        "governments": offices.rows,
        "columns": offices.COLUMNS,
    }
    return made
