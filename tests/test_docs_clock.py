"""The documents of the clock are true: outputs, the picture, options and figures."""

from __future__ import annotations

from pathlib import Path

import click

import burdenshare as bs
from burdenshare.cli import cli
from burdenshare.road.clock.scenario import SHIPPED, read_clock
from burdenshare.road.clock.table import rows
from tools import tutorial

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "how-to-clock.md").read_text(encoding="utf-8")


def test_output_in_the_how_to_of_the_clock_is_what_is_printed() -> None:
    assert tutorial.shown(PAGE) == PAGE


def test_it_names_every_option_and_scenario() -> None:
    options = [name for one in cli.commands["clock"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if f"`{name}" not in PAGE] == []
    assert [name for name in SHIPPED if f"`{name}`" not in PAGE] == []
    assert f"The record has {len(rows())} dated statements" in PAGE


def test_its_picture_is_what_is_drawn() -> None:
    drawn = bs.clock(ceasefire="2026-12-31").to_svg()
    written = (DOCS / "images" / "clock.svg").read_text(encoding="utf-8")
    assert written == drawn, "run: burdenshare clock --ceasefire 2026-12-31 --chart docs/images/clock.svg"


def test_its_scenario_can_be_used() -> None:
    text = PAGE[PAGE.index('title = "The war stops in 2027"') :].partition("```")[0]
    made = read_clock(text, "x")
    assert made.statements[0].own and made.weights is not None


def test_figures_of_the_methodology_are_those_of_the_clock() -> None:
    told = " ".join((DOCS / "methodology.md").read_text(encoding="utf-8").split())
    whole, without = bs.clock(), bs.clock(without=["bild-2025-07"])
    at = whole.clock.years.index(2027)
    share, less = (one.curve("attack_on_ally").share[at] for one in (whole, without))
    assert f"the part before the end of 2027 is {100 * share:.0f} %, and {100 * less:.0f} % without one paper's" in told
    curve = whole.curve("attack_on_ally")
    assert (len(curve.drawn), curve.counts) == (10, 5)
    assert "rests on ten statements that tell five counts" in told
