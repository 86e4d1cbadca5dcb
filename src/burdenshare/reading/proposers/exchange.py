"""One request to one server: a size, a time for the whole of it, and no way to be sent elsewhere.

Its faults are told in words of this house and none of the server's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Timer
from types import TracebackType
from urllib.parse import SplitResult

from burdenshare.errors import ProposerError

MOST_ANSWERED = 2_000_000
"""Bytes of an answer: ten thousand statements."""

DONE = 200
MOVED = range(300, 400)
UNKNOWN = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Request:
    """A POST of `body` to `path` below `address`, to be answered within `timeout` seconds."""

    address: SplitResult
    path: str
    headers: dict[str, str] = field(repr=False)  # they hold the key
    body: bytes = field(repr=False)
    timeout: float


def exchanged(request: Request) -> bytes:
    """The body of the answer. Raises ProposerError for everything but a whole answer of a fair size in time."""
    connection = _connection(request)
    deadline: Deadline | None = None
    try:
        connection.connect()
        with Deadline(connection.sock, request.timeout) as deadline:
            data = _answer(connection, request)
    except (OSError, HTTPException, ValueError) as fault:
        raise _told(fault, request, late=deadline is not None and deadline.passed) from None
    finally:
        connection.close()
    if deadline.passed:
        raise _late(request)
    if len(data) > MOST_ANSWERED:
        raise ProposerError(f"an answer of more than {MOST_ANSWERED // 1_000_000} MB")
    return data


class Deadline:
    """Shuts a socket when its time is up. A timeout of the socket alone is renewed by every byte that drips in."""

    def __init__(self, held: socket, seconds: float) -> None:
        self.passed = False
        self._held = held
        self._timer = Timer(seconds, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()  # it may be shutting the socket at this very moment

    def _shut(self) -> None:
        self.passed = True
        try:
            self._held.shutdown(SHUT_RDWR)
        except OSError:
            return  # closed already


def _connection(request: Request) -> HTTPConnection:
    kind = HTTPSConnection if request.address.scheme == "https" else HTTPConnection
    try:
        return kind(request.address.hostname or "", request.address.port, timeout=request.timeout)
    except (HTTPException, ValueError):
        raise ProposerError("not the address of a server") from None


def _answer(connection: HTTPConnection, request: Request) -> bytes:
    connection.request("POST", request.address.path.rstrip("/") + request.path, request.body, request.headers)
    with connection.getresponse() as answer:
        if answer.status in MOVED:
            raise ProposerError(f"answered {answer.status}; redirects are not followed")
        if answer.status in UNKNOWN:
            raise ProposerError(f"answered {answer.status}; give the key as BURDENSHARE_PROPOSER_KEY")
        if answer.status != DONE:
            raise ProposerError(f"answered {answer.status}")
        return answer.read(MOST_ANSWERED + 1)


def _told(fault: Exception, request: Request, *, late: bool) -> ProposerError:
    """The fault without its text where that may repeat what a server sent or a header held."""
    if late or isinstance(fault, TimeoutError):
        return _late(request)
    if isinstance(fault, OSError):
        return ProposerError(f"cannot be reached ({fault.strerror or type(fault).__name__})")
    return ProposerError(f"an answer that is no HTTP ({type(fault).__name__})")


def _late(request: Request) -> ProposerError:
    return ProposerError(f"no answer within {request.timeout:g} seconds")
