"""One page over HTTP: bounded in time, size and redirects, and only from machines the policy allows."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING, cast

from burdenshare._version import __version__
from burdenshare.errors import DocumentError
from burdenshare.reading.documents.address import PORTS, Address, address_of
from burdenshare.reading.documents.reach import IP, PUBLIC, Policy, reachable
from burdenshare.reading.documents.sources import Source

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

HEADERS = {
    "User-Agent": f"burdenshare/{__version__} (checks statements on defence spending)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, application/rss+xml, "
    "application/atom+xml, application/feed+json, application/xml;q=0.8, application/json;q=0.5, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en",
    "Connection": "close",
}

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
SAVE_IT = "open it in a browser, save the page and give the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request: its status with the words behind it, the fields of its head by their names in
    small letters, and what it gave where it gave something."""

    address: Address
    status: int
    reason: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None

    @property
    def onward(self) -> Address | None:
        """Where it sends us instead. Raises DocumentError: to what is no address."""
        location = self.told.get("location", "")
        return self.address.joined(location) if self.status in REDIRECTS and location else None


def fetched(text: str, policy: Policy = PUBLIC) -> Source:
    """What the address `text` holds, after at most `policy.redirects` redirects, each checked like the first.

    Raises DocumentError: no such address, not public, not answered in time, too large, or not there.
    """
    address = address_of(text)
    where = address.shown
    deadline = time.monotonic() + policy.seconds
    with _said(where, policy):
        for _ in range(policy.redirects + 1):
            answer = _asked(address, where, policy, deadline, HEADERS)
            if answer.source is not None:
                return answer.source
            onward = answer.onward
            if onward is None:
                remedy = SAVE_IT if answer.status in (401, 402, 403, 429, 451) else "check the address"
                told = f"answered {answer.status} {answer.reason[:60]}".rstrip()
                raise DocumentError(told, where=_told(address, where), remedy=remedy)
            address = onward
    raise DocumentError(f"more than {policy.redirects} redirects", where=where, remedy=SAVE_IT)


def answered(address: Address, policy: Policy, headers: Mapping[str, str]) -> Answer:
    """The answer to one request, whatever its status; `headers` come beside those that every request has, or instead.
    A redirect is not followed: who asks may have to ask first whether it may.

    Raises DocumentError: not public, not answered in time, or too large.
    """
    deadline = time.monotonic() + policy.seconds
    with _said(address.shown, policy):
        return _asked(address, address.shown, policy, deadline, {**HEADERS, **headers})


@contextmanager
def _said(where: str, policy: Policy) -> Iterator[None]:
    """What goes wrong on the way, as one line."""
    try:
        yield
    except TimeoutError:
        remedy = f"try again later, or {SAVE_IT}"
        raise DocumentError(f"no full answer within {policy.seconds:g} seconds", where=where, remedy=remedy) from None
    except ssl.SSLError as fault:
        reason = getattr(fault, "verify_message", "") or fault.reason or "no reason given"
        raise DocumentError(f"no secure connection ({reason})", where=where, remedy="check the address") from None
    except (OSError, http.client.HTTPException, zlib.error, UnicodeError) as fault:
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        raise DocumentError(f"cannot be fetched ({reason})", where=where, remedy="check the address") from None


def _told(address: Address, where: str) -> str:
    return where if address.shown == where else f"{where} (redirected to {address.shown})"


def _asked(address: Address, where: str, policy: Policy, deadline: float, headers: Mapping[str, str]) -> Answer:
    """One request: what it holds, or what is said instead."""
    told = _told(address, where)
    addresses = reachable(address.host, address.port, told, policy)
    with (
        _socket(address, addresses, deadline) as under,
        closing(_answer(address, under, deadline, headers)) as answer,
    ):
        head = {name.lower(): value for name, value in answer.headers.items()}
        if answer.status not in (200, 203):
            return Answer(address, answer.status, answer.reason, head)
        data = _body(answer, told, policy)
        media, charset = _type(answer.headers)
    source = Source(data, where, address.name, address.suffix, media, charset)
    return Answer(address, answer.status, answer.reason, head, source)


def _answer(
    address: Address, under: socket.socket, deadline: float, headers: Mapping[str, str]
) -> http.client.HTTPResponse:
    """The answer to a request for `address` over a connection that is there already; it asks for the host by name."""
    connection = http.client.HTTPConnection(address.host, address.port)
    connection.default_port = PORTS[address.scheme]
    connection.sock = cast(socket.socket, _Timed(under, deadline))
    connection.request("GET", address.target, headers=dict(headers))
    return connection.getresponse()


def _type(headers: Message) -> tuple[str, str]:
    """(media type, encoding) as the server declares them; both empty where it does not."""
    if "Content-Type" not in headers:
        return "", ""
    charset = headers.get_param("charset")
    return headers.get_content_type(), charset.strip() if isinstance(charset, str) else ""


def _body(answer: http.client.HTTPResponse, where: str, policy: Policy) -> bytes:
    """The whole body, unpacked; the limit holds for what comes in and for what comes out of it."""
    size = f"{policy.most_bytes // 1_000_000} MB" if policy.most_bytes >= 1_000_000 else f"{policy.most_bytes} bytes"
    too_large = DocumentError(f"larger than {size}", where=where, remedy=policy.smaller)
    declared = answer.headers.get("Content-Length", "")
    if declared.isdecimal() and len(declared) < 20 and int(declared) > policy.most_bytes:
        raise too_large
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise DocumentError(f"packed as '{packed[:20]}', which was not asked for", where=where, remedy=SAVE_IT)
    gathered = io.BytesIO()
    for piece in _unpacked(answer, policy.most_bytes) if packed.endswith("gzip") else _pieces(answer):
        gathered.write(piece)
        if gathered.tell() > policy.most_bytes:
            raise too_large
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return gathered.getvalue()


def _pieces(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := answer.read(CHUNK):
        yield piece


def _unpacked(answer: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    """The body out of gzip, never more at once than a piece, whatever a small body claims to hold."""
    unzip = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for piece in _pieces(answer):
        rest = piece
        while rest and not unzip.eof:
            yield unzip.decompress(rest, CHUNK)
            rest = unzip.unconsumed_tail
    yield unzip.decompress(b"", CHUNK) if not unzip.eof else b""
    if not unzip.eof:
        raise zlib.error("ended early")


def _socket(address: Address, addresses: Sequence[IP], deadline: float) -> socket.socket:
    """A connection to the first of the checked addresses that answers, secured where the scheme says so."""
    fault = OSError("no address")
    for number, one in enumerate(addresses):
        # time is kept for the other addresses, should the first lead nowhere
        patience = _left(deadline) / (len(addresses) - number)
        try:
            plain = socket.create_connection((str(one), address.port), timeout=patience)
        except OSError as failed:
            fault = failed
            continue
        try:
            plain.settimeout(_left(deadline))
            return _secured(plain, address.host) if address.scheme == "https" else plain
        except BaseException:
            plain.close()
            raise
    raise fault


def _secured(plain: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _left(deadline: float) -> float:
    """Seconds until the deadline. Raises TimeoutError once there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Timed:
    """A socket for `http.client` whose every operation ends by one deadline: many slow bytes are no way round it."""

    def __init__(self, under: socket.socket, deadline: float) -> None:
        self._under = under
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._under.settimeout(_left(self._deadline))
        self._under.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._under, self._deadline), CHUNK)

    def close(self) -> None:
        """Nothing: who made the connection closes it, and the answer is still to be read."""


class _Reader(io.RawIOBase):
    """The bytes of a socket, by a deadline."""

    def __init__(self, under: socket.socket, deadline: float) -> None:
        self._under = under
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        self._under.settimeout(_left(self._deadline))
        return self._under.recv_into(buffer)
