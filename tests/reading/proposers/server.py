"""A real server on this machine that answers whatever a test wants, byte for byte."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[[socket.socket], None]


@dataclass
class Local:
    """A running server: its address, and the requests it has received."""

    base: str
    requests: list[bytes] = field(default_factory=list)

    @property
    def body(self) -> Any:
        """The JSON of the last request."""
        return json.loads(self.requests[-1].split(b"\r\n\r\n", 1)[1])


@contextmanager
def serving(answer: Answer) -> Iterator[Local]:
    """A server that receives one whole request a connection and then hands the connection to `answer`."""
    listener = socket.create_server(("127.0.0.1", 0))
    local = Local(f"http://127.0.0.1:{listener.getsockname()[1]}/v1")
    threads: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=serve, args=(connection,), daemon=True))
            threads[-1].start()

    def serve(connection: socket.socket) -> None:
        with connection:
            local.requests.append(received(connection))
            try:
                answer(connection)
            except OSError:
                return  # the other side has gone, as it should where it was sent too much

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield local
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
        for one in threads:
            one.join()


def received(connection: socket.socket) -> bytes:
    """One request with its body, or the first bytes of an encrypted one."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        data += piece
        if not piece or data.startswith(b"\x16"):
            return data
    head, body = data.split(b"\r\n\r\n", 1)
    (length,) = re.findall(rb"content-length: (\d+)", head.lower())
    while len(body) < int(length) and (piece := connection.recv(65536)):
        body += piece
    return head + b"\r\n\r\n" + body


def raw(data: bytes) -> Answer:
    """Exactly these bytes."""
    return lambda connection: connection.sendall(data)


def hang(connection: socket.socket) -> None:
    """Nothing, until the other side closes."""
    connection.recv(1)


def http(body: bytes, status: str = "200 OK", *headers: str) -> Answer:
    """A whole HTTP answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: application/json", *headers]
    return raw("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def saying(content: object) -> Answer:
    """A chat completion whose text is `content`, or the JSON of it."""
    text = content if isinstance(content, str) else json.dumps(content)
    return http(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode())


def listing(*entries: object) -> Answer:
    """A chat completion that lists statements."""
    return saying({"statements": list(entries)})
