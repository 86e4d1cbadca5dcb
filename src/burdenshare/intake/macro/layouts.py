"""The forms in which macroeconomic tables come: names of columns, and how each form is known by its first lines."""

from __future__ import annotations

from enum import StrEnum

from burdenshare.intake.macro.columns import Layout

SHEET_OF_OLD = Layout(
    "the Outlook's sheet up to April 2025",
    {
        "code": ("ISO",),
        "number": ("WEO Country Code",),
        "subject": ("WEO Subject Code",),
        "unit": ("Units",),
        "scale": ("Scale",),
        "actual": ("Estimates Start After",),
    },
    marks=("code", "subject"),
    needed=("number", "unit", "scale", "actual"),
)

SHEET_OF_NOW = Layout(
    "the Outlook's sheet since October 2025",
    {
        "key": ("SERIES_CODE",),
        "code": ("COUNTRY.ID", "SERIES_CODE"),
        "subject": ("INDICATOR.ID", "SERIES_CODE"),
        "unit": ("UNIT", "UNIT.ID"),
        "scale": ("SCALE", "SCALE.ID"),
        "actual": ("LATEST_ACTUAL_ANNUAL_DATA",),
        "frequency": ("FREQUENCY", "FREQUENCY.ID"),
        "published": ("PUBLICATION_DATE",),
        "flow": ("DATASET",),
    },
    marks=("code", "subject"),
    needed=("scale", "actual"),
)

OBSERVATIONS = Layout(
    "the Outlook's table of observations",
    {
        "key": ("SERIES_CODE",),
        "code": ("COUNTRY.ID", "REF_AREA.ID", "COUNTRY", "REF_AREA"),
        "subject": ("INDICATOR.ID", "CONCEPT.ID", "INDICATOR", "CONCEPT"),
        "year": ("TIME_PERIOD",),
        "value": ("OBS_VALUE",),
        "unit": ("UNIT.ID", "UNIT"),
        "scale": ("SCALE.ID", "SCALE"),
        "actual": ("LATEST_ACTUAL_ANNUAL_DATA", "LASTACTUALDATE"),
        "frequency": ("FREQUENCY.ID", "FREQUENCY", "FREQ"),
        "published": ("PUBLICATION_DATE",),
        "flow": ("STRUCTURE_ID", "DATAFLOW", "DATASET"),
    },
    marks=("code", "subject", "year", "value"),
    needed=("flow", "actual"),
    wide=False,
)

INDICATOR_TABLE = Layout(
    "the World Bank's table",
    {"code": ("Country Code",), "subject": ("Indicator Code",)},
    marks=("code", "subject"),
)


class Form(StrEnum):
    """A form by what it is called in messages."""

    SHEET_OF_OLD = "sheet of old"
    SHEET_OF_NOW = "sheet of now"
    OBSERVATIONS = "observations"
    SDMX_ML = "SDMX-ML"


def outlook_form(head: str) -> Form | None:
    """The form of an Outlook's text by its first lines, None where it is none."""
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return Form.SDMX_ML if "WEO" in head and ("SpecificData" in head or "GenericData" in head) else None
    if "WEO Subject Code" in head and "ISO" in head:
        return Form.SHEET_OF_OLD
    if "TIME_PERIOD" in head and "OBS_VALUE" in head:
        about = ":WEO" in head or "WEO_PUB" in head
        return Form.OBSERVATIONS if about and ("INDICATOR" in head or "CONCEPT" in head) else None
    if ("SERIES_CODE" in head or "INDICATOR.ID" in head) and ":WEO" in head:
        return Form.SHEET_OF_NOW
    return None


def is_indicator_table(head: str) -> bool:
    """Whether the first lines of a text are those of a World Bank table."""
    return "Country Code" in head and "Indicator Code" in head


OUTLOOK_WORKBOOK = ("WEO Subject Code", "IMF.RES:WEO", ' WEO"')
"""Texts by which a workbook of the Outlook is known: in the sheets of old, in those of now, in the name of a sheet."""
