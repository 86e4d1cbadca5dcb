"""The token of routes that save, review, delete or list: asked of every client, and declared to all."""

from __future__ import annotations

from fastapi import Depends, Security
from fastapi.security import HTTPBearer
from starlette.requests import Request

from burdenshare.web.guard import tokens

# an error of its own would have another shape than ours
BEARER = HTTPBearer(auto_error=False, description="The token that the server was started with, where it has one.")


async def asked(request: Request) -> None:
    """Raises Refusal where the request may not write."""
    tokens.ask(request)


WITH_TOKEN = [Security(BEARER), Depends(asked)]
