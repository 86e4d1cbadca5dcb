"""Which form a file has: by its content, never by its name alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from burdenshare.intake.model import Asked, Delivery, Given, refused
from burdenshare.record import Record

MOST_BYTES = 400 * 1024 * 1024
"""Bytes of a file that is read. The largest official one, the World Bank's whole archive, has some 280 MB."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file: the module that knows it, and what a reader would call it."""

    kind: str
    module: str
    told: str


FORMS: tuple[Form, ...] = (
    Form("package", "package", "an export of burdenshare's own record"),
    Form("nato-workbook", "nato.workbook", "NATO's workbook of defence expenditure (.xlsx)"),
    Form("nato-pdf", "nato.pdf", "NATO's release of defence expenditure as PDF"),
    Form("aid-tracker", "aid_tracker", "the Kiel Institute's Ukraine Support Tracker (.xlsx)"),
    Form("weo", "weo", "the IMF's World Economic Outlook database (.xls, .xlsx, .csv, SDMX)"),
    Form("wdi", "wdi", "the World Bank's World Development Indicators (CSV archive, JSON)"),
)
"""In the order in which they are tried; a file that names itself ours is believed first."""

HOW = (
    "give a release of NATO, the IMF, the World Bank or the Kiel Institute as published, an export of burdenshare, or"
    " any table with --mapping FILE.toml"
)


def delivered(given: Given, asked: Asked, record: Record) -> Delivery:
    """What `given` delivers, read by the module of its form. Raises DeliveryError: no known form, or damaged."""
    if not given.content:
        raise refused(given, "is empty", remedy="give the file as the publisher offers it")
    if asked.mapping is not None:
        return _read("mapping")(given, asked, record)
    for form in FORMS:
        if _recognises(form.module)(given):
            return _read(form.module)(given, asked, record)
    raise refused(given, "is no release that can be told from its content", remedy=HOW)


def _recognises(module: str) -> Callable[[Given], bool]:
    return cast("Callable[[Given], bool]", import_module(f"burdenshare.intake.{module}").recognises)


def _read(module: str) -> Callable[[Given, Asked, Record], Delivery]:
    return cast("Callable[[Given, Asked, Record], Delivery]", import_module(f"burdenshare.intake.{module}").read)
