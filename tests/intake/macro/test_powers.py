"""Units and scales: known ones, one for all rows, and those of the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.intake.macro.declared import subjects
from burdenshare.intake.macro.model import Series
from burdenshare.intake.macro.powers import powers, refuse_other_magnitudes
from burdenshare.intake.model import PLACE, DeliveryError
from tests.intake.macro.made import FILE, GDP, GROWTH

OTHER = replace(GDP, code="FRA", number="132", place="line 8")
OUTLOOK = subjects("weo")


@pytest.mark.parametrize(
    ("scale", "power"), [("Billions", 9), ("Millions", 6), ("billions", 9), ("9", 9), ("Units", 0)]
)
def test_a_scale_is_a_power_of_ten(scale: str, power: int) -> None:
    assert powers(FILE, [replace(GDP, scale=scale)], OUTLOOK, in_units=False) == {"NGDPD": power}


def test_where_values_stand_in_units_a_scale_only_says_how_to_show_them() -> None:
    held = [GDP, replace(OTHER, scale="")]
    assert powers(FILE, held, OUTLOOK, in_units=True) == {"NGDPD": 0}


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ([replace(GDP, scale="Trillions")], "line 3: NGDPD in a scale of 'Trillions' is unknown"),
        ([replace(GDP, scale="")], "line 3: NGDPD names no scale"),
        ([replace(GROWTH, scale="Billions")], "line 4: NGDP_RPCH in a scale of 'Billions' is unknown"),
        ([GDP, replace(GDP, code="ITA"), replace(OTHER, scale="Millions")], "line 8: NGDPD stands in 'Millions' here"),
        ([replace(GDP, unit="Euros")], "line 3: NGDPD is given in 'Euros', expected U.S. dollars or US dollar"),
        ([replace(GROWTH, unit="Persons")], "line 4: NGDP_RPCH is given in 'Persons'"),
    ],
)
def test_a_scale_or_a_unit_in_doubt_is_refused_with_its_place(taken: list[Series], told: str) -> None:
    with pytest.raises(DeliveryError) as fault:
        powers(FILE, taken, OUTLOOK, in_units=False)
    assert told in str(fault.value)


@pytest.mark.parametrize(("factor", "well"), [(1.0, True), (15.6, True), (0.5, True), (1e3, False), (1e-9, False)])
def test_levels_are_those_of_the_record_give_or_take_a_revision(factor: float, well: bool) -> None:
    levels = {("DEU", 2024): 4.6e12, ("FRA", 2024): 3.1e12, ("ITA", 2024): 2.3e12}
    rows = [
        {"entity": code, "year": str(year), "indicator": "gdp_usd", "value": repr(value * factor), PLACE: f"at {code}"}
        for (code, year), value in levels.items()
    ]
    subject = OUTLOOK.by_code["NGDPD"]
    if well:
        refuse_other_magnitudes(FILE, subject, rows, levels)
    else:
        with pytest.raises(DeliveryError, match=r"at DEU: NGDPD is .* times what the record holds: its scale"):
            refuse_other_magnitudes(FILE, subject, rows, levels)


def test_a_country_with_another_currency_moves_not_the_middle() -> None:
    levels = {("DEU", 2024): 4.6e12, ("FRA", 2024): 3.1e12, ("IRN", 2024): 2e17}
    rows = [
        {"entity": code, "year": str(year), "indicator": "gdp_ncu", "value": repr(value), PLACE: ""}
        for (code, year), value in {**levels, ("IRN", 2024): 2e13}.items()
    ]
    refuse_other_magnitudes(FILE, OUTLOOK.by_code["NGDP"], rows, levels)
