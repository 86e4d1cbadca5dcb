"""The documents of the chain are true: outputs, the picture, options, columns and figures."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click
import pytest

import burdenshare as bs
from burdenshare.cli import cli
from burdenshare.road.chain.model import Part
from burdenshare.road.chain.scenario import SHIPPED, faults_of, read_chain
from burdenshare.road.chain.tables import COLUMNS
from burdenshare.road.industry.items import items
from burdenshare.road.requirements.crosswalk import requirements
from tests.road.chain.files import GUNS, HEAD, opened
from tools import tutorial

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "how-to-chain.md").read_text(encoding="utf-8")
DAY = date(2026, 8, 22)


def test_output_in_the_how_to_of_the_chain_is_what_is_printed() -> None:
    assert tutorial.shown(PAGE) == PAGE


def test_it_names_every_option_scenario_table_and_needed_column() -> None:
    options = [name for one in cli.commands["chain"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if f"`{name}" not in PAGE] == []
    assert [name for name in SHIPPED if f"`{name}`" not in PAGE] == []
    told = PAGE[: PAGE.index("## Items")]
    rows = {found[1]: found[0] for found in re.finditer(r"^\| `(\w+)` \|.*$", told, re.MULTILINE)}
    for part in Part:
        needed, _ = COLUMNS[part]
        assert [name for name in needed if f"`{name}`" not in rows[part.value]] == []


def test_it_tells_every_item_with_its_names_unit_and_what_it_fills() -> None:
    held = PAGE[PAGE.index("## Items") : PAGE.index("## A scenario file")]
    rows = {
        found[1]: found[0].split("|")[2:-1]
        for found in re.finditer(r"^\| `([\w-]+)` \|(?:.*\|){4}$", held, re.MULTILINE)
    }
    assert list(rows) == list(items())
    for one in items().values():
        title, also, unit, fills = (cell.strip() for cell in rows[one.id])
        assert (title, unit, tuple(re.findall(r"`([^`]+)`", also))) == (one.title, one.unit, one.also)
        told = {
            required.id: feed.makers
            for required in requirements().values()
            for feed in required.feeds
            if feed.item == one.id
        }
        assert re.findall(r"`([^`]+)`", fills) == list(told)
        assert all(f"`{id_}` (from {', '.join(makers)} alone)" in fills for id_, makers in told.items() if makers)


@pytest.mark.parametrize("name", ["barge", "caesar"])
def test_the_rules_of_items_are_those_of_the_code(name: str) -> None:
    """The three rows of the rules: what orders, deliveries and requirements take of an item, known or of one's own."""
    unit = items()[name].unit if name in items() else "boats"
    tables = dict.fromkeys(("orders", "deliveries"), f"item,year,value,unit,source\n{name},2028,3,{unit},mine\n") | {
        "requirements": f"id,title,items,value,unit,source\nmine,some,{name},2,{unit},mine\n"
    }

    def fine(*parts: str) -> bool:
        section = "".join(f'{part} = "{part}"\n' for part in parts)
        text = f"{HEAD}{GUNS}[tables]\n{section}"
        return faults_of(text, "x", opened({part: tables[part] for part in parts})) == []

    known = name in items()
    assert fine("orders") == fine("deliveries") == fine("requirements") == known
    assert fine("deliveries", "requirements")
    assert fine("orders", "deliveries", "requirements") == known


def test_its_picture_is_what_is_drawn() -> None:
    written = (DOCS / "images" / "chain.svg").read_text(encoding="utf-8")
    drawn = bs.chain("hague-chain", on=DAY).to_svg()
    assert written == drawn, "run: burdenshare chain hague-chain --as-of 2026-08-22 --chart docs/images/chain.svg"


def test_its_scenario_can_be_used() -> None:
    text = PAGE[PAGE.index('title = "Guns for a tenth') :].partition("```")[0]
    made = read_chain(text, "x", opened({}))
    assert made.plant.buys[0].item == "caesar" and made.clock.ceasefire is not None


def test_figures_of_the_methodology_are_those_of_the_chain() -> None:
    told = " ".join((DOCS / "methodology.md").read_text(encoding="utf-8").split())
    made = bs.chain("lacks-ordered", on=DAY, draws=0)
    weak = [one.gap.required.id for one in made.chain.fillings if one.weak]
    assert weak == ["shells", "artillery"] and "155 mm shells and artillery pieces are so" in told
    assert sum(bool(one.feeds) for one in requirements().values()) == 5
    assert "of the five requirements that name an item" in told
