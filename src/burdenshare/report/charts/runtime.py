"""What a page needs to make charts live: one bundle of Vega, Vega-Lite and Vega-Embed made offline, and our own files.

Nothing here asks a network. The bundle holds an interpreter of expressions, so that a page may forbid `eval`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.report.charts.drawing import VEGA_LITE
from burdenshare.report.charts.needs import needed

KINDS = {"charts.js": "text/javascript; charset=utf-8", "charts.css": "text/css; charset=utf-8"}
"""Our own files and their media types."""

BUNDLE = "vega.js"
"""The name of the bundle among the files of a page."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file to be served: its bytes, media type, and a hash of its content for `ETag` and for its address."""

    name: str
    body: bytes
    media_type: str
    hash: str

    @property
    def etag(self) -> str:
        """The value of the header `ETag`."""
        return f'"{self.hash}"'


def asset(name: str) -> Asset:
    """`vega.js` (the bundle), `charts.js` (what makes figures live) or `charts.css`.

    Raises UnknownNameError for another name, and InputError where the bundle needs the extra `web`.
    """
    if name == BUNDLE:
        return bundle()
    if name not in KINDS:
        raise UnknownNameError("file of charts", name, [BUNDLE, *KINDS], where="name")
    return _own(name)


@cache
def bundle() -> Asset:
    """Vega, Vega-Lite and Vega-Embed as one script that loads nothing: about 900 kB, made in some seconds, then kept.

    It sets `vegaEmbed`, `vega` and `vegaLite`. Raises InputError where the extra `web` is not installed.
    """
    try:
        text: str = needed("vl_convert").javascript_bundle(vl_version=VEGA_LITE)
    except ValueError as fault:
        reason = str(fault).splitlines()[0]
        raise InputError(
            f"the bundle cannot be made ({reason})", where="chart", remedy="reinstall vl-convert"
        ) from None
    return _asset(BUNDLE, text.encode("utf-8"), KINDS["charts.js"])


@cache
def _own(name: str) -> Asset:
    return _asset(name, files("burdenshare.report.charts").joinpath("static", name).read_bytes(), KINDS[name])


def _asset(name: str, body: bytes, kind: str) -> Asset:
    return Asset(name, body, kind, sha256(body).hexdigest()[:16])
