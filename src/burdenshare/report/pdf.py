"""Reports as a PDF, set by typst from one template and its own fonts: the same bytes on every machine.

The values of a report reach the template as JSON and never as its markup, so that no word of an article can steer it;
its root is an empty folder, so that there is nothing to read, and it names no package, so that nothing is fetched.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import Any, Literal

from burdenshare.errors import InputError
from burdenshare.report.printed import printed
from burdenshare.report.report import Report
from burdenshare.report.templating import style

INSTALL = "pip install 'burdenshare[web]'"
TEMPLATE = "report.typ"


def pdf_of(*reports: Report) -> bytes:
    """`reports` as one PDF, each beginning a page. Raises InputError where there is none or typst is not installed."""
    return _set(reports, "pdf")[0]


def pictures_of(*reports: Report) -> list[bytes]:
    """The pages of the same as PNG, to be looked at."""
    return _set(reports, "png")


def _set(reports: tuple[Report, ...], form: Literal["pdf", "png"]) -> list[bytes]:
    if not reports:
        raise InputError("there is no report to print", remedy="name an article or a saved report")
    typst = _typst()
    with TemporaryDirectory(prefix="burdenshare-") as nothing:
        made = typst.compile(
            style(TEMPLATE).encode("utf-8"),
            root=nothing,
            package_path=nothing,
            package_cache_path=nothing,
            ignore_system_fonts=True,
            sys_inputs={"reports": json.dumps([printed(one) for one in reports])},
            format=form,
            timestamp=max(_made(one) for one in reports),
        )
    return list(made) if isinstance(made, list) else [made]


def _made(report: Report) -> datetime:
    """When a PDF says it was made: the day of the report's `now`, or its last review. The clock is not asked, so that
    the same report is the same file."""
    days = (datetime.combine(report.checked.edition, time(), UTC), *(one.at for one in report.reviews))
    return max(days).replace(microsecond=0)


def _typst() -> Any:
    try:
        return import_module("typst")
    except ImportError:
        raise InputError("a PDF needs typst, which is not installed", where="pdf", remedy=INSTALL) from None
