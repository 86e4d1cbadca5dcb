"""Addresses of pages: what is one, and what of it is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from burdenshare.errors import DocumentError

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, and where their servers listen."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://")
_BLANKS = re.compile(r"[\x00-\x20\x7f]")
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is: `target` is path and query as sent, `shown` the whole for messages."""

    scheme: str
    host: str
    port: int
    target: str
    shown: str

    @property
    def name(self) -> str:
        """The last part of the path without its suffix, or the host: what the document is called."""
        return PurePosixPath(unquote(self.target.partition("?")[0])).stem or self.host

    @property
    def suffix(self) -> str:
        """The suffix of the path in small letters."""
        return PurePosixPath(self.target.partition("?")[0]).suffix.lower()

    @property
    def origin(self) -> str:
        """The server: scheme, host, and the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def whole(self) -> str:
        """All of it; `shown` is cut for messages."""
        return f"{self.origin}{self.target}"

    def joined(self, location: str) -> Address:
        """The address that a redirect or a link from here names. Raises DocumentError."""
        try:
            return address_of(urljoin(self.whole, location.strip()))
        except ValueError:
            raise _refused("redirects to what is no address", self.shown, "open it in a browser") from None


def is_address(text: str) -> bool:
    """Whether `text` is meant as an address and not as a path: it begins with a scheme."""
    return _SCHEME.match(text) is not None


def address_of(text: str) -> Address:
    """`text` as an address that can be fetched. Raises DocumentError."""
    shown = _BLANKS.sub("", text)[:300]
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _refused("not an address", shown) from None
    if parts.scheme.lower() not in PORTS:
        raise _refused(f"'{parts.scheme}' is not fetched", shown.partition("@")[0])
    if parts.username is not None or parts.password is not None:
        raise _refused("an address with a name or password in it", f"{parts.scheme}://{host}", "leave them out")
    if not host or _BLANKS.search(text) or "\\" in text:
        raise _refused("not an address", shown)
    target = quote(parts.path or "/", safe=_PATH) + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else "")
    scheme = parts.scheme.lower()
    return Address(scheme, _ascii(host, shown), PORTS[scheme] if port is None else port, target, shown)


def _ascii(host: str, shown: str) -> str:
    """The name of a host as it is looked up."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _refused("not an address", shown) from None


def _refused(
    what: str, where: str, remedy: str = "give an address that begins with https:// or http://"
) -> DocumentError:
    return DocumentError(what, where=where, remedy=remedy)
