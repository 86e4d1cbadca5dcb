"""SDMX-ML: archives of old, the interface of now, and messages that are damaged or hostile."""

from __future__ import annotations

import io

import pytest

from burdenshare.intake.macro import sdmx_ml
from burdenshare.intake.macro.model import Reading
from burdenshare.intake.model import DeliveryError
from tests.intake.macro.made import EVERYTHING, FILE

SPACE = 'xmlns:m="urn:m" xmlns:s="urn:s"'
OLD = (
    f'<m:StructureSpecificData {SPACE}><m:Header/><m:DataSet s:structureRef="IMF_WEO_PUB_1_0">'
    '<Series UNIT="P" CONCEPT="NGDPD" REF_AREA="134" FREQ="A" LASTACTUALDATE="2023" SCALE="1000000000" NOTES="n">'
    '<Obs TIME_PERIOD="2023" OBS_VALUE="4,525.7"/><Obs TIME_PERIOD="2024" OBS_VALUE="n/a"/></Series>'
    '<Series UNIT="M" CONCEPT="LUR" REF_AREA="134" FREQ="A"><Obs TIME_PERIOD="2023" OBS_VALUE="3"/></Series>'
    "</m:DataSet></m:StructureSpecificData>"
)
NOW = (
    f'<m:StructureSpecificData {SPACE}><m:DataSet s:structureRef="IMF.RES_WEO_9_0_0"'
    ' PUBLICATION_DATE="2026-04-14T13:00:00Z"><Group INDICATOR="NGDPD" UNIT="USD"/>'
    '<Group COUNTRY="DEU" INDICATOR="NGDPD" LATEST_ACTUAL_ANNUAL_DATA="2025"/>'
    '<Series COUNTRY="DEU" INDICATOR="NGDPD" FREQUENCY="A" SCALE="9"><Obs TIME_PERIOD="2025"'
    ' OBS_VALUE="5013574000000"/><Obs TIME_PERIOD="2026"/></Series></m:DataSet></m:StructureSpecificData>'
)


def read(text: str) -> Reading:
    return sdmx_ml.read(FILE, io.BytesIO(text.encode()), EVERYTHING)


def test_the_archives_of_old_name_countries_by_number_and_values_in_a_scale() -> None:
    found = read(OLD)
    (one,) = found.series
    assert (one.code, one.number, one.subject, one.unit) == ("", "134", "NGDPD", "P")
    assert (one.scale, one.actual, found.in_units) == ("1000000000", "2023", False)
    assert [(cell.year, cell.value, cell.place) for cell in one.cells] == [
        (2023, "4,525.7", "series 1 (134.NGDPD), 2023"),
        (2024, "n/a", "series 1 (134.NGDPD), 2024"),
    ]
    assert [(left.place, left.text) for left in found.left_out] == [("series 2", "1 series: LUR")]


def test_the_interface_of_now_names_codes_and_shares_in_groups() -> None:
    found = read(NOW)
    (one,) = found.series
    assert (one.code, one.number, one.unit, one.scale, one.actual) == ("DEU", "", "USD", "9", "2025")
    assert found.in_units
    assert [(cell.year, cell.value) for cell in one.cells] == [(2025, "5013574000000"), (2026, None)]
    assert [(told.year, told.month, str(told.day)) for told in found.editions] == [(2026, 4, "2026-04-14")]


def test_an_archived_flow_names_its_edition() -> None:
    found = read(
        NOW.replace("WEO_9_0_0", "WEO_2025_OCT_VINTAGE_1_0_0").replace(' PUBLICATION_DATE="2026-04-14T13:00:00Z"', "")
    )
    assert [(told.year, told.month) for told in found.editions] == [(2025, 10)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OLD[:200], "is damaged"),
        ("no markup", "is damaged"),
        ("", "is damaged"),
        (OLD.replace("StructureSpecificData", "GenericData"), "is an SDMX message of the kind 'GenericData'"),
        (OLD.replace("IMF_WEO_PUB_1_0", "IMF_IFS_1_0"), "'IMF_IFS_1_0' is not the Outlook"),
        (OLD.replace('"2023" OBS', '"2O23" OBS'), "'2O23' is no year"),
        (OLD.replace('REF_AREA="134" FREQ', 'FREQ', 1), "names no country"),
        (NOW.replace("2026-04-14T", "14.4.2026T"), "is no day of publication"),
        ("<!DOCTYPE a [<!ENTITY e 'x'>]>" + OLD, "declares entities"),
        ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///x'>]>" + OLD.replace("4,525.7", "&e;"), "declares entities"),
        ("<StructureSpecificData>" + "<a>" * 100, "nests them too deeply"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_message_is_refused(text: str, told: str) -> None:
    with pytest.raises(DeliveryError, match=told):
        read(text)


def test_a_message_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sdmx_ml, "MOST_EVENTS", 5)
    with pytest.raises(DeliveryError, match="holds too many elements"):
        read(OLD)


def test_what_is_not_yearly_is_left_out() -> None:
    assert read(OLD.replace('FREQ="A"', 'FREQ="Q"')).series == ()
