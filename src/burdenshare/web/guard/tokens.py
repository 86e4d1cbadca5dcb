"""The token that writing may ask for: in a header of programs, in a cookie of browsers."""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from secrets import token_bytes, token_urlsafe

from starlette.requests import Request

from burdenshare.web.guard import refusals

COOKIE = "burdenshare"
HALF_A_DAY = 12 * 60 * 60
"""Seconds for which a browser stays signed in."""

MOST_LEFT = 10_000
"""Browsers that signed out and are remembered until their cookie would have ended."""


class SignIns:
    """Who may write on this server. A browser that gave `token` keeps a cookie instead: when it ends, and a number of
    its own, signed with a secret of this process, so that it tells nothing of the token and is void after a restart."""

    def __init__(self, token: str, clock: Callable[[], float] = time.time) -> None:
        self._token = token
        self._clock = clock
        self._secret = token_bytes(32)
        self._left: dict[str, int] = {}

    @property
    def asked_for(self) -> bool:
        """Whether writing asks for a token at all."""
        return bool(self._token)

    def opened(self, token: str) -> str | None:
        """The cookie of a browser that gives the right `token`; None for any other."""
        if not self._token or not same(token, self._token):
            return None
        return self._signed(f"{int(self._clock()) + HALF_A_DAY}.{token_urlsafe(12)}")

    def leave(self, cookie: str) -> None:
        """Sign out: the cookie is void from now on, also where a copy of it is kept."""
        ends = self._ends(cookie)
        if ends is None:
            return
        now = self._clock()
        self._left = {one: until for one, until in self._left.items() if until > now}
        if len(self._left) >= MOST_LEFT:  # rather does everybody sign in again than one who left comes back
            self._secret, self._left = token_bytes(32), {}
            return
        self._left[cookie] = ends

    def holds(self, cookie: str) -> bool:
        """Whether that cookie was given out here, has not ended, and was not given back."""
        return self._ends(cookie) is not None

    def may_write(self, request: Request) -> bool:
        """Whether the request may save, review and delete: always where the server asks for no token."""
        if not self._token:
            return True
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer" and same(given.strip(), self._token):
            return True
        return self.holds(request.cookies.get(COOKIE, ""))

    def _signed(self, told: str) -> str:
        return f"{told}.{hmac(self._secret, told.encode(), sha256).hexdigest()}"

    def _ends(self, cookie: str) -> int | None:
        """When a cookie of ours ends; None where it is none, has ended or was given back."""
        told, _, _ = cookie.rpartition(".")
        if not told or not same(cookie, self._signed(told)):
            return None
        ends = int(told.partition(".")[0])
        return ends if ends > self._clock() and cookie not in self._left else None


def sign_ins(request: Request) -> SignIns:
    """Those of the server that answers `request`."""
    found = request.app.state.sign_ins
    assert isinstance(found, SignIns)
    return found


def may_write(request: Request) -> bool:
    """Whether the request may save, review and delete."""
    return sign_ins(request).may_write(request)


def ask(request: Request) -> None:
    """Raises Refusal where the request may not write."""
    if not may_write(request):
        raise refusals.no_token()


def same(given: str, wanted: str) -> bool:
    """Whether both are the same, in a time that tells nothing."""
    return compare_digest(given.encode(), wanted.encode())
