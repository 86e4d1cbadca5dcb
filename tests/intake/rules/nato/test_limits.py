"""intake/rules/nato/limits.py: bounds and how far revisions go."""

from __future__ import annotations

import pytest

from burdenshare.errors import RecordError
from burdenshare.intake.rules.nato import limits
from burdenshare.record import schema

GROWTH = "[growth]\nfrom = 2026\nrate = 0.1\n"
RANGE = 'measure = "gdp"\nunit = "million USD"\nlow = 1\nhigh = 2\ngrows = true\n'


def test_every_measure_has_bounds_and_a_limit_of_revision() -> None:
    measures = set(schema.NATO_MEASURES.split("|"))
    found = limits.declared()
    assert {measure for measure, _ in found.ranges} == measures == set(found.revisions)
    assert {unit for _, unit in found.ranges} == set(schema.NATO_UNITS.split("|"))


def test_the_upper_bound_grows_from_the_stated_year_on() -> None:
    bounds = limits.declared().ranges["expenditure", "million USD"]
    assert bounds.upper(2020) == bounds.upper(2026) == bounds.high
    assert bounds.upper(2028) == pytest.approx(bounds.high * 1.21)
    still = limits.declared().ranges["real_change", "%"]
    assert still.upper(2040) == still.high


def test_a_revision_within_and_beyond() -> None:
    by_factor = limits.Revision(by_factor=True, settled=1.3, estimate=1.5)
    assert by_factor.is_within(100, 129, 0, settled=True) and not by_factor.is_within(100, 131, 0, settled=True)
    assert by_factor.is_within(131, 100, 0, settled=False) and by_factor.is_within(100, 131, 1.5, settled=True)
    assert not by_factor.is_within(0, 5, 0, settled=True)
    points = limits.Revision(by_factor=False, settled=0.45, estimate=1.0)
    assert points.is_within(2.0, 2.4, 0, settled=True) and not points.is_within(2.0, 1.5, 0, settled=True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{GROWTH}[[range]]\n{RANGE}", "lacks its example"),
        (f'{GROWTH}[[range]]\n{RANGE}example = "e"\nwidth = 3', "unknown key width"),
        (
            f'{GROWTH}[[range]]\n{RANGE}example = "e"\n'
            '[[revision]]\nmeasure = "gdp"\nreason = "r"\npoints = { settled = 1 }',
            "settled and estimate",
        ),
    ],
)
def test_an_incomplete_declaration_is_refused(text: str, fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        limits.parse(text)
