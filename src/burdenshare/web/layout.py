"""What every page of the workbench shares: the frame with its ways to go, and how an error looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from burdenshare._version import __version__
from burdenshare.errors import BurdenshareError
from burdenshare.report import wording
from burdenshare.report.alliance.page import PARTS
from burdenshare.report.charts.drawing import VEGA_LITE
from burdenshare.report.charts.runtime import BUNDLE, KINDS
from burdenshare.report.charts.runtime import asset as runtime_file
from burdenshare.report.clock.page import PARTS as CLOCK
from burdenshare.report.industry.page import PARTS as INDUSTRY
from burdenshare.report.templating import environment, style
from burdenshare.report.wording import without_options
from burdenshare.web.guard.tokens import sign_ins
from burdenshare.web.settings import Settings

WAYS = (
    ("/", "Check"),
    ("/record", "Record"),
    ("/story", "Story"),
    ("/alliance", "Alliance"),
    ("/road", "Road"),
    ("/clock", "Clock"),
    ("/industry", "Industry"),
    ("/support", "Support"),
    ("/reports", "Saved"),
    ("/method", "Method"),
    ("/data", "Data"),
)
"""The ways to go: address and name, in the order of the frame. A new page adds its row here."""

STYLES = ("page.css", "chapters.css")
"""Sheets of the reports' own pages that hold on every page of the workbench."""

RUNTIME_MARK = sha256(f"{installed('vl-convert-python')} {VEGA_LITE}".encode()).hexdigest()[:10]
"""Of the script that makes charts live: it takes seconds to make, and these two decide what is in it."""


@cache
def templates() -> Environment:
    """The environment of pages."""
    made = environment("burdenshare.web")
    made.filters["day"] = wording.day
    made.globals |= {
        "fault_told": fault_told,
        "ways": WAYS,
        "version": __version__,
        "asset": asset,
        "number": wording.number,
    }
    return made


def fault_told(fault: BurdenshareError) -> str:
    """An error as a sentence of a page."""
    what, where, remedy = (in_a_browser(one) for one in (fault.what, fault.where, fault.remedy))
    line = f"{FIELDS.get(where, where)}: {what}" if where else what
    told = f"{line[:1].upper()}{line[1:]}."
    ending = "" if remedy.endswith("?") else "."
    return f"{told} {remedy[:1].upper()}{remedy[1:]}{ending}" if remedy else told


FIELDS = {"text": "the text", "on": "the day of the text", "now": "the day of “now”", "link": "the link"}
"""What fields are called on a page."""
_COMMANDS = re.compile(r"\s*\(in Python: [^)]*\)+|give it with --on YYYY-MM-DD|give the day of the text with --?on")


def in_a_browser(text: str) -> str:
    """A message that names what a page has and not what a command line has."""
    told = _COMMANDS.sub(lambda found: "" if "Python" in found[0] else "give the day of the text", text)
    told = told.replace("burdenshare record list allies tells them", "choose one from the list")
    return without_options(told).strip()


def settings_of(request: Request) -> Settings:
    """The settings of the server that answers `request`."""
    found = request.app.state.settings
    assert isinstance(found, Settings)
    return found


def page(
    request: Request, name: str, title: str, words: Mapping[str, Any] | None = None, *, status: int = 200
) -> HTMLResponse:
    """The template `name` in its frame. `words` are what it speaks of; every one is escaped."""
    known = sign_ins(request)
    writes = known.may_write(request)
    frame = {
        "title": title,
        "here": request.url.path,
        "signed_in": known.asked_for and writes,
        "asks_token": known.asked_for,
        "may_write": writes,
    }
    html = templates().get_template(name).render({**frame, **(words or {})})
    return HTMLResponse(html, status_code=status)


def trusted(html: str) -> Markup:
    """HTML that our own templates made, where every word of strangers is escaped already."""
    return Markup(html)


@cache
def asset(name: str) -> str:
    """The address of a static file, with a mark of its content, so that browsers may keep it for ever."""
    mark = RUNTIME_MARK if name == BUNDLE else sha256(asset_bytes(name)).hexdigest()[:10]
    return f"/static/{name}?{mark}"


@cache
def asset_bytes(name: str) -> bytes:
    """A static file. `app.css` holds the style of the reports' pages, of charts, and that of the workbench behind them;
    the `PLACED` ones that of a report's own page, for the part of a page that shows it."""
    if name in KINDS:
        return runtime_file(name).body
    if name in PLACED:
        place, sheets = PLACED[name]
        return inside(place, "\n".join(style(one) for one in sheets)).encode()
    own = files("burdenshare.web").joinpath("static", name).read_bytes()
    if name != "app.css":
        return own
    return b"\n".join((*(style(one).encode() for one in STYLES), runtime_file("charts.css").body, own))


PLACED = {
    "alliance.css": (".alliance", (PARTS,)),
    "clock.css": (".clocking", CLOCK),
    "industry.css": (".making", INDUSTRY),
    "support.css": (".support", (PARTS, "road.css", "support.css")),
}
"""Sheets of reports' own pages that hold inside one place of a page of the workbench alone."""


def inside(place: str, sheet: str) -> str:
    """A style sheet that holds inside `place` alone."""
    return f"{place} {{\n{sheet.replace(':root', '&')}}}\n"
