"""What the API answers with: one envelope around every result, and tags by which a client asks for news alone.

    {"data": …, "meta": {"record": {"edition", "version"}, "code": …, "next": …}}

`data` is what the command line prints with `--json`; `next` is the address of the page that follows, or null.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from burdenshare._version import __version__
from burdenshare.web.views.edition import edition, version
from burdenshare.web.work.encoding import encoded

JSON = "application/json"
FOR_ALL = "public, max-age=300"
"""Of what the record holds: it changes with an edition alone, and five minutes of an old one harm nobody."""
FOR_ONE = "private, no-cache"
"""Of saved reports: who holds one asks each time whether it still stands."""


def record_told() -> dict[str, str]:
    """Which record answers."""
    return {"edition": edition().isoformat(), "version": version()}


def enveloped(data: bytes, following: str | None = None) -> bytes:
    """The envelope around JSON text that a worker has made; `following` is the address of the next page."""
    meta = {"record": record_told(), "code": __version__, "next": following}
    return b'{"data":' + data + b',"meta":' + encoded(meta) + b"}"


def told(data: bytes, *, status: int = HTTPStatus.OK, following: str | None = None, place: str = "") -> Response:
    """An answer that is kept nowhere; `place` is the address of what was made."""
    headers = {"Location": place} if place else None
    return Response(enveloped(data, following), status, headers, JSON)


def tagged(
    request: Request, body: bytes, kept: str, *, media: str = JSON, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer with the tag of its content; 304 where the client holds it already."""
    return _answered(request, tag_of(request, body), kept, body, media, headers)


def known(request: Request) -> Response | None:
    """304 where the client holds the record's answer to this very question, told before any work is done."""
    tag = record_tag(request)
    asked = request.headers.get("if-none-match", "")
    # a star asks whether there is any answer, which only the work can tell
    return None if asked.strip() == "*" or not _held(asked, tag) else _unchanged(tag, FOR_ALL)


def of_record(request: Request, data: bytes, following: str | None = None) -> Response:
    """An answer of the record alone: its tag is made of the record, the program and the question."""
    return _answered(request, record_tag(request), FOR_ALL, enveloped(data, following), JSON, None)


def record_tag(request: Request) -> str:
    """The tag of the record's answer to a question: the same record and program give the same answer."""
    query = sorted(request.query_params.multi_items())
    return tag_of(request, encoded([record_told(), __version__, request.url.path, query]))


def tag_of(request: Request, content: bytes) -> str:
    """A strong tag. What is packed on the way has other bytes, and so another tag."""
    packed = "-gzip" if "gzip" in request.headers.get("accept-encoding", "") else ""
    return f'"{sha256(content).hexdigest()[:32]}{packed}"'


def _answered(
    request: Request, tag: str, kept: str, body: bytes, media: str, headers: Mapping[str, str] | None
) -> Response:
    if _held(request.headers.get("if-none-match", ""), tag):
        return _unchanged(tag, kept)
    return Response(body, headers={**_headers(tag, kept), **(headers or {})}, media_type=media)


def _unchanged(tag: str, kept: str) -> Response:
    # of a full answer the packing tells it
    headers = {**_headers(tag, kept), "Vary": "Accept-Encoding"}
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)


def _headers(tag: str, kept: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": kept}


def _held(asked: str, tag: str) -> bool:
    """Whether an If-None-Match names the tag; it is compared weakly, as RFC 9110 asks."""
    named = [one.strip().removeprefix("W/") for one in asked.split(",")]
    return "*" in named or tag in named
