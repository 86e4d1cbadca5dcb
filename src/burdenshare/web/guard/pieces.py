"""Long answers go out in pieces: to pack one of megabytes at once would hold up everybody else for as long."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PIECE = 512 * 1024
"""Bytes that are packed at once: some milliseconds of work."""


class Pieces:
    """Gives the bodies of `app` on in pieces, and the others their turn between two of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def in_pieces(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= PIECE:
                await send(message)
                return
            whole = memoryview(body)
            for at in range(0, len(body), PIECE):
                piece, more = bytes(whole[at : at + PIECE]), at + PIECE < len(body)
                await send({**message, "body": piece, "more_body": more or message.get("more_body", False)})
                await asyncio.sleep(0)

        await self.app(scope, receive, in_pieces)
