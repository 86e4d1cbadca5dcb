"""Colours: told apart by every eye and on every ground, and the same in Python, style sheet and script."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from burdenshare.checking.model import Verdict
from burdenshare.errors import UnknownNameError
from burdenshare.report.charts.themes import DARK, LIGHT, PRINT, THEMES, Colours, colours_of, frame_of

STATIC = files("burdenshare.report.charts").joinpath("static")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_words_and_signs_stand_out_from_the_ground(colours: Colours) -> None:
    for words in (colours.ink, colours.quiet):
        assert contrast(words, colours.paper) >= 4.5
    for sign in (colours.line, colours.meets, colours.below, colours.open):
        assert contrast(sign, colours.paper) >= 3


def test_no_two_meanings_share_a_colour() -> None:
    for colours in (LIGHT, DARK, PRINT):
        assert len(set(colours.named().values())) == len(colours.named())


def test_every_verdict_has_its_colour() -> None:
    assert len({LIGHT.of(one) for one in Verdict}) == len(Verdict)


def test_the_style_sheet_has_the_colours_of_the_themes() -> None:
    text = STATIC.joinpath("charts.css").read_text(encoding="utf-8")
    found = re.findall(r"--chart-(\w+): (#[0-9a-f]{6});", text)
    assert found == [*LIGHT.named().items(), *DARK.named().items(), *PRINT.named().items()]
    for role in LIGHT.named():
        assert f".f-{role} {{ fill: var(--chart-{role})" in text


def test_the_script_knows_the_meaning_of_each_colour() -> None:
    text = STATIC.joinpath("charts.js").read_text(encoding="utf-8")
    found = {role: colour for colour, role in re.findall(r'"(#[0-9a-f]{6})": "(\w+)"', text)}
    assert found == LIGHT.named()


def test_unknown_looks_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean light"):
        colours_of("lihgt")
    with pytest.raises(UnknownNameError):
        frame_of("huge")
