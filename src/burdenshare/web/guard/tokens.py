"""The token that writing may ask for: in a header of programs, in a cookie of browsers."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest

from starlette.requests import Request

from burdenshare.web.guard import refusals

COOKIE = "burdenshare"
HALF_A_DAY = 12 * 60 * 60


def may_write(request: Request, token: str) -> bool:
    """Whether the request may save, review and delete: always where the server asks for no token."""
    if not token:
        return True
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() == "bearer" and matches(given.strip(), token):
        return True
    return matches(request.cookies.get(COOKIE, ""), sealed(token))


def ask(request: Request, token: str) -> None:
    """Raises Refusal where the request may not write."""
    if not may_write(request, token):
        raise refusals.no_token()


def sealed(token: str) -> str:
    """What a browser keeps instead of the token itself."""
    return sha256(f"burdenshare cookie {token}".encode()).hexdigest()


def matches(given: str, wanted: str) -> bool:
    """Whether both are the same, in a time that tells nothing."""
    return compare_digest(given.encode(), wanted.encode())
