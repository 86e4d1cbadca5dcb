"""The documents of the chain are true: outputs, the picture, options, columns and figures."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

import burdenshare as bs
from burdenshare.cli import cli
from burdenshare.road.chain.model import Part
from burdenshare.road.chain.scenario import SHIPPED, read_chain
from burdenshare.road.chain.tables import COLUMNS
from burdenshare.road.requirements.crosswalk import requirements
from tests.road.chain.files import opened
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
    rows = {found[1]: found[0] for found in re.finditer(r"^\| `(\w+)` \|.*$", PAGE, re.MULTILINE)}
    for part in Part:
        needed, _ = COLUMNS[part]
        assert [name for name in needed if f"`{name}`" not in rows[part.value]] == []


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
