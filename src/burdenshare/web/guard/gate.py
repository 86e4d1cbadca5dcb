"""The gate: every request passes its limits of size, time and number, and comes from this site, before it is read."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from burdenshare.web.guard import refusals
from burdenshare.web.guard.intake import Intake, Portion
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.settings import Settings

Answering = Callable[[Request, Refusal], Response]
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
MINUTE = 60.0
REMEMBERED = 10_000
"""Visitors whose requests are counted at once; the one not heard of for longest is forgotten first."""


@dataclass(slots=True)
class Bucket:
    """What one visitor may still ask: `left` requests, as of `at` (seconds of a steady clock)."""

    left: float
    at: float


class Counter:
    """Requests of each visitor: `most` at once, refilled evenly over a minute; no limit where `most` is 0."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, visitor: str) -> int:
        """Takes one request of `visitor`; the seconds to wait where none is left, else 0."""
        if not self._most:
            return 0
        now, rate = self._clock(), self._most / MINUTE
        bucket = self._buckets.pop(visitor, None) or Bucket(self._most, now)
        bucket.left = min(self._most, bucket.left + (now - bucket.at) * rate)
        bucket.at = now
        self._buckets[visitor] = bucket
        while len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.left < 1:
            return max(1, round((1 - bucket.left) / rate))
        bucket.left -= 1
        return 0


class Gate:
    """The first thing that sees a request. `answering` makes a refusal into an answer."""

    def __init__(self, app: ASGIApp, settings: Settings, answering: Answering) -> None:
        self.app = app
        self._settings = settings
        self._answering = answering
        self._requests = Counter(settings.limits.requests)
        self._works = Counter(settings.limits.works)
        self._intake = Intake(settings.limits.bodies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with self._intake.portion() as portion:
            try:
                self._admit(scope)
                body = await self._body(scope, receive, portion) if scope["method"] in CHANGING else b""
            except Refusal as refusal:
                await self._answering(Request(scope), refusal)(scope, receive, send)
                return
            if scope["method"] == "HEAD":
                await self.app({**scope, "method": "GET"}, receive, _without_body(send))
            elif scope["method"] in CHANGING:
                await self._while_waited_for(scope, body, receive, send)
            else:
                await self.app(scope, receive, send)

    async def _while_waited_for(self, scope: Scope, body: bytes, receive: Receive, send: Send) -> None:
        """Answers as long as somebody waits for it: when the visitor leaves, the work ends, in its worker too."""
        left = asyncio.Event()
        answered = asyncio.ensure_future(self.app(scope, _given(body, left), send))
        watching = asyncio.ensure_future(receive())  # the body is read: all that can come is that the visitor leaves
        try:
            await asyncio.wait({answered, watching}, return_when=asyncio.FIRST_COMPLETED)
            left.set()
            if not answered.done():
                answered.cancel()
            await asyncio.gather(answered)
        except asyncio.CancelledError:
            if not watching.done():
                raise  # the server itself ends
        finally:
            watching.cancel()
            answered.cancel()

    def _admit(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        names, host = self._settings.names, _name_of(headers.get("host", ""))
        if host not in names and not (self._settings.open_to_names or _is_literal(host)):
            raise refusals.no_such_host()
        if scope["method"] in CHANGING and _foreign(headers):
            raise refusals.from_elsewhere()
        visitor = visitor_of(scope)
        wait = self._requests.wait(visitor)
        if not wait and scope["method"] in CHANGING:
            wait = self._works.wait(visitor)
        if wait:
            raise refusals.too_many(wait)

    async def _body(self, scope: Scope, receive: Receive, portion: Portion) -> bytes:
        """The whole body, no larger and no slower than allowed. It is read here so that no form is parsed before."""
        limits, headers = self._settings.limits, Headers(scope=scope)
        told = headers.get("content-length", "")
        if told.isdigit():
            if int(told) > limits.body:
                raise refusals.too_large(limits.body)
            portion.announced(int(told))
        parts: list[bytes] = []
        size, more = 0, True
        try:
            async with asyncio.timeout(limits.slow) as patience:
                begun = asyncio.get_running_loop().time() + limits.slow
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise refusals.broken_off()  # what came is not what was sent: nothing may be made of it
                    part = message.get("body", b"")
                    size += len(part)
                    if size > limits.body:
                        raise refusals.too_large(limits.body)
                    portion.add(len(part))
                    parts.append(part)
                    patience.reschedule(begun + size / limits.pace)  # what came buys the time that much may take
                    more = message.get("more_body", False)
        except TimeoutError:
            raise refusals.too_slow(limits.slow, limits.pace) from None
        return b"".join(parts)


def _given(body: bytes, left: asyncio.Event) -> Callable[[], Awaitable[Message]]:
    """A receive that gives `body` once, and then waits until the visitor has left."""
    told = False

    async def given() -> Message:
        nonlocal told
        if told:
            await left.wait()
            return {"type": "http.disconnect"}
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return given


def _without_body(send: Send) -> Send:
    """A send that tells how an answer begins, and nothing more."""

    async def begun(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return begun


def _is_literal(host: str) -> bool:
    """Whether a Host header holds an address in numbers, which no name of another site can stand for."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].casefold()


def _foreign(headers: Headers) -> bool:
    """Whether a browser says that another site sent the request. Programs send neither header."""
    if headers.get("sec-fetch-site", "same-origin") in ("cross-site", "same-site"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2].casefold() != headers.get("host", "").casefold()
