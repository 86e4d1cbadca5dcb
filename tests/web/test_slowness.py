"""Clients that do not take their answers, and many that send much at once, on a server that really listens."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from burdenshare.web import slowness
from burdenshare.web.slowness import PatientProtocol

SERVER = """
import burdenshare.web.slowness as slowness
from burdenshare.web.serving import address_of, listening, serve
from burdenshare.web.settings import Limits, Settings
if __name__ == "__main__":
    slowness.TAKEN_WITHIN = 0.5
    found = listening("127.0.0.1", 0)
    print(address_of(found, "127.0.0.1"), flush=True)
    serve(Settings(database="sqlite:///{folder}/reports.db", limits=Limits(workers=1, bodies=200_000)), found)
"""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server with little patience and little room."""
    script = folder / "server.py"
    script.write_text(SERVER.format(folder=folder), encoding="utf-8")
    given = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=given) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("slow")) as found:
        yield found


def connected(address: str) -> socket.socket:
    host, _, port = address.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=60)


def test_who_never_reads_the_answers_is_let_go(address: str) -> None:
    with connected(address) as silent:
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        silent.sendall(b"GET /method HTTP/1.1\r\nHost: localhost\r\n\r\n" * 60)  # some megabytes of answers
        ended = select.poll()
        ended.register(silent, 0)  # asks for nothing but an end of the connection
        assert ended.poll(60_000), "the server waits for a client that never reads"


def test_who_reads_gets_all_of_it(address: str) -> None:
    with connected(address) as reader:
        reader.sendall(b"GET /method HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
        reader.sendall(b"GET /token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        taken = b"".join(iter(lambda: reader.recv(65536), b""))
    assert taken.count(b"HTTP/1.1 200") == 21
    assert taken.endswith(b"</html>")


def test_what_all_send_together_is_bounded(address: str) -> None:
    begun = "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 150000"
    with connected(address) as holder, httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        holder.sendall(begun.encode() + b"\r\n\r\n" + b" " * 149_000)
        given = {"text": "NATO has 32 members." + " " * 100_000}
        refused = next(one for one in (client.post("/api/check", json=given) for _ in range(100)) if one.is_error)
        assert refused.status_code == 503
        assert refused.json()["error"]["code"] == "busy"
        assert int(refused.headers["Retry-After"]) > 0
        page = client.post("/check", data=given)
        assert page.status_code == 503
        assert "<h1>Busy</h1>" in page.text
        assert client.get("/").status_code == 200  # who sends nothing is served all the same
        holder.sendall(b" " * (1000 - 30) + b'{"text": "NATO has 32 allies"}')
        assert holder.recv(12) == b"HTTP/1.1 200"
        # its room is free when the answer is out whole, which its first bytes run ahead of
        assert any(client.post("/api/check", json=given).status_code == 200 for _ in range(100))


class Line:
    """A connection whose client takes what the test says."""

    def __init__(self) -> None:
        self.untaken = 0
        self.ended = False

    def get_write_buffer_size(self) -> int:
        return self.untaken

    def get_extra_info(self, _: str) -> None:
        return None

    def abort(self) -> None:
        self.ended = True


class Clock:
    """A loop whose time passes when the test says."""

    def __init__(self) -> None:
        self.due: list[Any] = []

    def call_later(self, _: float, work: Any) -> Any:
        self.due.append(work)
        return self

    def cancel(self) -> None:
        self.due.clear()

    def pass_by(self) -> None:
        due, self.due = self.due, []
        for work in due:
            work()


@pytest.mark.parametrize(
    ("waiting", "ends"),
    [
        ([5_000_000, 4_000_000, 3_000_000, 10, 0], False),  # a slow reader of much
        ([70_000, 200_000, 190_000, 150_000], True),  # took less than it must between two looks
        ([70_000, 70_000], True),
        ([10, 10], True),
        ([10, 0], False),
        ([20_000, 90_000, 50_000], False),  # took all, and more was written
    ],
)
def test_a_client_must_take_some_of_its_answer_now_and_then(waiting: list[int], ends: bool) -> None:
    protocol, line, clock = PatientProtocol.__new__(PatientProtocol), Line(), Clock()
    protocol.transport, protocol.loop = cast(Any, line), cast(Any, clock)
    line.untaken = waiting[0]
    protocol._look()
    for size in waiting[1:]:
        line.untaken = size
        clock.pass_by()
    assert line.ended is ends
    assert slowness.TAKEN_WITHIN >= 10
