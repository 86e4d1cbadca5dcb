"""Size, time, number and origin of requests, refused before anything is read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Scope

from burdenshare.web.guard.gate import REMEMBERED, Counter, Gate
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.settings import Limits, Settings

SMALL = Limits(body=1000, requests=5, works=2, slow=0.05)


async def echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


def answering(request: Request, refusal: Refusal) -> Response:
    return PlainTextResponse(refusal.code, refusal.status, {"Retry-After": str(refusal.wait)})


def gated(settings: Settings) -> Gate:
    return Gate(Starlette(routes=[Route("/", echo, methods=["GET", "POST"])]), settings, answering)


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(gated(Settings(limits=SMALL))) as started:
        yield started


def test_a_body_within_the_limit_passes_whole(client: TestClient) -> None:
    assert client.post("/", content=b"x" * 1000).text == "1000"


def test_a_body_that_says_it_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("/", content=b"x" * 1001)
    assert (answer.status_code, answer.text) == (413, "too_large")


def test_a_body_that_does_not_say_so_is_refused_all_the_same(client: TestClient) -> None:
    answer = client.post("/", content=iter([b"x" * 600, b"x" * 600]))
    assert (answer.status_code, answer.text) == (413, "too_large")


def test_the_number_of_requests_is_bounded(client: TestClient) -> None:
    answers = [client.get("/") for _ in range(6)]
    assert [one.status_code for one in answers] == [200] * 5 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_what_makes_work_is_bounded_more_narrowly(client: TestClient) -> None:
    assert [client.post("/").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_forms_of_other_sites_are_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/", headers=headers)
    assert (answer.status_code, answer.text) == (403, "from_elsewhere")


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}])
def test_our_own_forms_and_programs_pass(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""])
def test_a_server_of_this_machine_answers_to_its_own_names_alone(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert (answer.status_code, answer.text) == (421, "no_such_host")


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_and_to_those_it_answers(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_client_that_sends_its_body_too_slowly_is_let_go() -> None:
    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError("waited for too long")

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "headers": [(b"host", b"localhost")],
        "query_string": b"",
        "client": ("192.0.2.1", 1),
    }
    asyncio.run(gated(Settings(limits=SMALL))(scope, never, send))
    assert sent[0]["status"] == 408


@pytest.mark.parametrize(
    ("parts", "each", "status"),
    [
        (25, 40, 200),  # twenty times as long as `slow`, and never slower than the pace
        (1000, 1, 408),  # a byte now and then
    ],
)
def test_a_slow_sender_has_the_time_its_bytes_take(parts: int, each: int, status: int) -> None:
    """By a clock of the test's own: what comes arrives every 0.04 seconds, `pace` is 500 bytes a second."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        loop.time = lambda: now  # type: ignore[method-assign]
        left = parts

        async def receive() -> Message:
            nonlocal now, left
            if not left:
                await asyncio.Event().wait()
            now, left = now + 0.04, left - 1
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            return {"type": "http.request", "body": b"x" * each, "more_body": left > 0}

        await gated(Settings(limits=replace(SMALL, pace=500)))(post(), receive, send)

    asyncio.run(asked())
    assert sent[0]["status"] == status


def test_addresses_of_one_network_are_one_visitor() -> None:
    gate = gated(Settings(limits=SMALL))
    with TestClient(gate, client=("2001:db8::1", 1)) as one, TestClient(gate, client=("2001:db8::2", 1)) as other:
        assert [one.post("/").status_code, other.post("/").status_code, one.post("/").status_code] == [200, 200, 429]
    with TestClient(gate, client=("2001:db8:0:1::1", 1)) as stranger:
        assert stranger.post("/").status_code == 200


def test_what_was_asked_is_forgiven_with_time() -> None:
    now = 0.0
    counter = Counter(60, lambda: now)
    assert [counter.wait("a") for _ in range(61)] == [0] * 60 + [1]
    now = 2.0
    assert [counter.wait("a") for _ in range(3)] == [0, 0, 1]
    assert counter.wait("b") == 0


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    counter = Counter(1)
    for number in range(REMEMBERED + 10):
        counter.wait(str(number))
    assert counter.wait("0") == 0  # forgotten, and so free again
    assert counter.wait(str(REMEMBERED + 9)) > 0


def test_a_body_that_breaks_off_is_no_request() -> None:
    reached: list[str] = []

    async def app(scope: Scope, receive: object, send: object) -> None:
        reached.append(scope["path"])

    parts: list[Message] = [
        {"type": "http.request", "body": b"text=half", "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return parts.pop(0)

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Gate(app, Settings(limits=SMALL), answering)(post(), receive, send))
    assert not reached
    assert sent[0]["status"] == 400


def test_the_work_of_a_visitor_who_leaves_is_ended() -> None:
    ended: list[str] = []

    async def app(scope: Scope, receive: object, send: object) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    parts: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]

    async def receive() -> Message:
        await asyncio.sleep(0)
        return parts.pop(0)

    async def send(message: Message) -> None:
        raise AssertionError(message)

    asyncio.run(Gate(app, Settings(limits=SMALL), answering)(post(), receive, send))
    assert ended == ["cancelled"]


def test_a_head_is_a_get_without_its_body(client: TestClient) -> None:
    answer = client.head("/")
    assert answer.status_code == 200
    assert answer.content == b""


@pytest.mark.parametrize(
    ("settings", "host", "passes"),
    [
        (Settings(host="0.0.0.0"), "evil.example", False),
        (Settings(host="0.0.0.0"), "192.0.2.7:8765", True),
        (Settings(host="0.0.0.0", token="t"), "newsroom.example", True),
        (Settings(host="0.0.0.0", hosts=("newsroom.example",)), "newsroom.example", True),
        (Settings(host="0.0.0.0", hosts=("newsroom.example",), token="t"), "evil.example", False),
        (Settings(host="127.0.0.2"), "127.0.0.2:1", True),
        (Settings(hosts=("here.example",)), "localhost", True),
    ],
)
def test_no_name_of_another_site_leads_in_without_a_token(settings: Settings, host: str, passes: bool) -> None:
    with TestClient(gated(settings)) as asking:
        assert (asking.get("/", headers={"Host": host}).status_code == 200) is passes


def post() -> Scope:
    """A form that is sent to the first page."""
    return {
        "type": "http",
        "method": "POST",
        "path": "/",
        "headers": [(b"host", b"localhost")],
        "query_string": b"",
        "client": ("192.0.2.1", 1),
    }
