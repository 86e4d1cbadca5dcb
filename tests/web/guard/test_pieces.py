"""Long answers in pieces, packed or not, and whole at the other end."""

from __future__ import annotations

import asyncio
import random

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from burdenshare.web.guard.pieces import PIECE, Pieces

SIZES = (0, 1, PIECE, PIECE + 1, 3 * PIECE + 7)


def body(size: int) -> bytes:
    return random.Random(size).randbytes(size // 2) + b" " * (size - size // 2)


async def given(request: Request) -> Response:
    return Response(body(int(request.query_params["size"])))


@pytest.mark.parametrize("packed", ["gzip", "identity"])
@pytest.mark.parametrize("size", SIZES)
def test_what_arrives_is_what_was_answered(size: int, packed: str) -> None:
    middleware = [Middleware(GZipMiddleware, minimum_size=1024), Middleware(Pieces)]
    with TestClient(Starlette(routes=[Route("/", given)], middleware=middleware)) as client:
        answer = client.get("/", params={"size": size}, headers={"Accept-Encoding": packed})
    assert answer.content == body(size)
    assert ("content-encoding" in answer.headers) is (packed == "gzip" and size > 1024)


def test_others_have_their_turn_between_two_pieces() -> None:
    order: list[str] = []

    async def other() -> None:
        for _ in range(3):
            order.append("other")
            await asyncio.sleep(0)

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            order.append("piece")

    async def story() -> None:
        beside = asyncio.create_task(other())
        scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b"size=%d" % SIZES[-1]}
        request = Request(scope)
        await Pieces(await given(request))(scope, request.receive, send)
        await beside

    asyncio.run(story())
    assert order.count("piece") == 4
    assert order.index("other") < order.index("piece") + 2
    assert order != sorted(order)
