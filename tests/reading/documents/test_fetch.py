"""Pages over HTTP, against a server of our own on an address that the tests alone may ask."""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.fetch import fetched
from burdenshare.reading.documents.reach import PUBLIC, Policy
from burdenshare.reading.inputs import load_document, load_documents
from tests.reading.documents.files import PROSE
from tests.reading.documents.pdfs import pdf

HERE = "127.0.0.1"
OURS = Policy(seconds=5.0, local=frozenset({HERE}))
PAGE = (
    '<!doctype html><html><head><title>More for defence</title><meta name="author" content="Jane Doe">'
    '<meta property="article:published_time" content="2025-02-13T08:00:00Z"></head><body><article>'
    + "".join(f"<p>Paragraph {number}. {PROSE}</p>" for number in range(5))
    + "</article></body></html>"
)

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Server:
    """A server whose paths answer as the test says, and the headers of what it was asked."""

    root: str
    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]]

    def at(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.root + path


@pytest.fixture
def server() -> Iterator[Server]:
    answers: dict[str, Answer] = {}
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            try:
                answers[self.path.partition("?")[0]](self)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *_: object) -> None:
            return

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

    running = Quiet((HERE, 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Server(f"http://{HERE}:{running.server_port}", answers, asked)
    running.shutdown()
    running.server_close()
    thread.join()


def holds(body: bytes | str, media: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    data = body if isinstance(body, bytes) else body.encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if media:
            handler.send_header("Content-Type", media)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def leads(location: str, status: int = 302) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", location)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def refusal(address: str, policy: Policy = OURS) -> str:
    with pytest.raises(DocumentError) as caught:
        load_document(address, policy=policy)
    line = caught.value.line()
    assert line.startswith(address)
    assert "\n" not in line
    assert caught.value.remedy
    return line


# What is read --------------------------------------------------------------------------------------------------------


def test_page_with_its_metadata(server: Server) -> None:
    document = load_document(server.at("/world/more-for-defence.html", holds(PAGE)), policy=OURS)
    assert "Paragraph 4." in document.text
    assert (document.id, document.title, document.author) == ("more-for-defence", "More for defence", "Jane Doe")
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert document.outlet == HERE


def test_request_names_host_and_agent_and_sends_no_more(server: Server) -> None:
    load_document(server.at("/a", holds(PAGE)) + "?q=ü&x=1#part", policy=OURS)
    ((path, headers),) = server.asked
    assert path == "/a?q=%C3%BC&x=1"
    assert headers["Host"] == server.root.removeprefix("http://")
    assert headers["User-Agent"].startswith("burdenshare/")
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/plain", PROSE.encode()),
        ("text/plain; charset=windows-1252", "Küche. ".encode("cp1252") + PROSE.encode()),
        ("text/plain; charset=utf-16-le", PROSE.encode("utf-16-le")),
        ("text/markdown", PROSE.encode()),
        ("", PROSE.encode()),
        ("application/octet-stream", PROSE.encode()),
        ("application/pdf", pdf([[PROSE.strip()]])),
        ("message/rfc822", b"Subject: x\r\n\r\n" + PROSE.encode()),
        ("application/rss+xml", f"<rss><channel><item><title>{PROSE}</title></item></channel></rss>".encode()),
        ("text/xml", f"<rss><channel><item><title>{PROSE}</title></item></channel></rss>".encode()),
        ("application/x-ndjson", json.dumps({"text": PROSE}).encode()),
    ],
)
def test_every_kind_by_its_content_type(server: Server, media: str, body: bytes) -> None:
    document = load_document(server.at("/a", holds(body, media)), policy=OURS)
    assert PROSE.strip() in document.text


def test_several_documents_at_one_address(server: Server) -> None:
    body = b"".join(json.dumps({"text": PROSE}).encode() + b"\n" for _ in range(3))
    address = server.at("/a.jsonl", holds(body, "application/octet-stream"))
    assert [one.id for one in load_documents(address, policy=OURS)] == ["a-1", "a-2", "a-3"]


def test_packed_page_is_unpacked(server: Server) -> None:
    address = server.at("/a", holds(gzip.compress(PAGE.encode()), Content_Encoding="gzip"))
    assert "Paragraph 4." in load_document(address, policy=OURS).text


def test_page_in_chunks(server: Server) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (PROSE.encode(), PROSE.encode(), b""):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.close_connection = True

    assert load_document(server.at("/a", answer), policy=OURS).text == PROSE * 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    server.at("/new", holds(PAGE))
    address = server.at("/old", leads("/new", status))
    assert load_document(address, policy=OURS).id == "new"
    assert len(server.asked) == 2


# What is refused -----------------------------------------------------------------------------------------------------


def test_this_machine_is_refused_by_default_and_is_not_asked(server: Server) -> None:
    address = server.at("/a", holds(PAGE))
    assert "leads to a loopback address (127.0.0.1)" in refusal(address, PUBLIC)
    assert server.asked == []


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("http://127.0.0.2/", "a loopback"),
        ("http://localhost.localdomain./", "no such host|a loopback"),
        ("http://[::1]/", "a loopback"),
        ("http://[::ffff:127.0.0.2]/", "a loopback"),
        ("http://169.254.169.254/latest/meta-data/", "a link-local"),
        ("http://2130706434/", "a loopback"),
        ("http://0x7f000002/", "a loopback"),
        ("http://0177.0.0.2/", "a loopback"),
        ("http://127.2/", "a loopback"),
        ("http://0.0.0.0/", "an unspecified"),
        ("http://10.0.0.1/", "a private"),
        ("//192.168.0.1/", "a private"),
        ("http://224.0.0.1/", "a multicast"),
        ("file:///etc/passwd", "'file' is not fetched"),
        ("ftp://127.0.0.1/", "'ftp' is not fetched"),
        ("http://user:secret@example.org/", "a name or password"),
        ("http://[::1", "redirects to what is no address"),
    ],
)
def test_redirect_to_where_nobody_may_go_is_refused(server: Server, location: str, kind: str) -> None:
    address = server.at("/a", leads(location))
    with pytest.raises(DocumentError, match=kind) as caught:
        load_document(address, policy=OURS)
    assert "secret" not in caught.value.line()
    assert "\n" not in caught.value.line()
    assert len(server.asked) == 1


def test_name_is_looked_up_once_so_a_second_answer_cannot_lead_elsewhere(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.root.rpartition(":")[2])
    looked_up: list[str] = []
    connected: list[object] = []
    real = socket.create_connection

    def once(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return [(0, 0, 0, "", (HERE if len(looked_up) == 1 else "10.0.0.1", port))]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        monkeypatch.undo()
        return real(address, timeout=timeout)

    server.at("/a", holds(PAGE))
    monkeypatch.setattr(socket, "getaddrinfo", once)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert "Paragraph 4." in load_document(f"http://rebinding.example:{port}/a", policy=OURS).text
    assert looked_up == ["rebinding.example"]
    assert connected == [(HERE, port)]
    assert server.asked[0][1]["Host"] == f"rebinding.example:{port}"


def test_redirects_in_a_circle_end(server: Server) -> None:
    assert "more than 5 redirects" in refusal(server.at("/a", leads("/a")))
    assert len(server.asked) == 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503, 204, 304])
def test_what_is_not_there_is_told_with_its_status(server: Server, status: int) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    line = refusal(server.at("/a", answer))
    assert f"answered {status}" in line
    assert ("save the page" in line) is (status in (401, 403, 429))


def hanging(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    for _ in range(60):
        handler.wfile.write(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [hanging, dripping, dripping_headers])
def test_slow_server_is_left_in_time(server: Server, answer: Answer) -> None:
    begun = time.monotonic()
    line = refusal(server.at("/a", answer), replace(OURS, seconds=0.4))
    assert "no full answer within 0.4 seconds" in line
    assert time.monotonic() - begun < 2


def test_redirects_share_one_deadline(server: Server) -> None:
    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        leads("/a")(handler)

    assert "within 0.5 seconds" in refusal(server.at("/a", slowly), replace(OURS, seconds=0.5))


def test_body_without_end_is_cut_off(server: Server) -> None:
    sent: list[int] = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            sent.append(handler.wfile.write(b"<p>word" * 9000))

    assert "larger than 2 MB" in refusal(server.at("/a", endless), replace(OURS, most_bytes=2_000_000))
    assert sum(sent) < 20_000_000


def test_declared_size_is_enough_to_refuse(server: Server) -> None:
    def vast(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000000")
        handler.end_headers()

    assert "larger than 20 MB; give the article alone" in refusal(server.at("/a", vast))


@pytest.mark.parametrize("size", [100_000_000, 1_000])
def test_what_unpacks_to_more_than_the_limit_is_refused(server: Server, size: int) -> None:
    bomb = gzip.compress(b" " * size)
    address = server.at("/a", holds(bomb, Content_Encoding="gzip"))
    assert "larger than" in refusal(address, replace(OURS, most_bytes=min(size - 1, 20_000_000)))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (holds(b"\x89PNG", "image/png"), "holds image/png, not a text"),
        (holds(b"{}", "application/json"), "holds application/json, not a text"),
        (holds(b"PK\x03\x04\x00", "application/octet-stream"), "a binary file"),
        (holds(b"", "text/html"), "no article found|empty"),
        (holds(b"not packed", "text/html", Content_Encoding="gzip"), "cannot be fetched"),
        (holds(gzip.compress(PAGE.encode())[:-20], "text/html", Content_Encoding="gzip"), "cannot be fetched"),
        (holds(b"x", "text/html", Content_Encoding="br"), "packed as 'br', which was not asked for"),
        (holds(b"<rss", "application/rss+xml"), "a feed that is not XML"),
        (holds(b"K\xfcche", "text/plain"), "wrongly encoded"),
        (holds(b"K\xfcche", "text/plain; charset=klingon"), "wrongly encoded: declares 'klingon'"),
        (lambda handler: handler.wfile.write(b"not HTTP\r\n\r\n") and None, "cannot be fetched"),
        (lambda handler: None, "cannot be fetched"),
        (lambda handler: handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + b"A: b\r\n" * 500) and None, "cannot be fetched"),
        (lambda h: h.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 50\r\n\r\nshort") and None, "cannot be fetched"),
    ],
)
def test_answer_that_is_no_text_is_one_line(server: Server, answer: Answer, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        load_document(server.at("/a", answer), policy=OURS)
    assert "\n" not in caught.value.line()


def test_closed_port_and_insecure_server_are_one_line(server: Server) -> None:
    with socket.socket() as idle:
        idle.bind((HERE, 0))
        port = idle.getsockname()[1]
        assert "cannot be fetched (Connection refused)" in refusal(f"http://{HERE}:{port}/")
    server.at("/a", holds(PAGE))
    secure = server.root.replace("http://", "https://") + "/a"
    assert "no secure connection" in refusal(secure)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_secure_page_is_read_where_its_certificate_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=ours.example"
    subprocess.run(
        [*command.split(), "-addext", "subjectAltName=DNS:ours.example"], cwd=tmp_path, check=True, capture_output=True
    )
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    with socket.create_server((HERE, 0)) as listening:
        port = listening.getsockname()[1]

        def serve() -> None:
            for _ in range(2):
                plain, _address = listening.accept()
                with contextlib.suppress(OSError), plain, ours.wrap_socket(plain, server_side=True) as secured:
                    secured.recv(10_000)
                    secured.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + PROSE.encode())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        monkeypatch.setattr(socket, "getaddrinfo", _here(port))
        for name, trusted in (("ours.example", True), ("other.example", False)):
            monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
            address = f"https://{name}:{port}/a"
            if trusted:
                assert load_document(address, policy=OURS).text == PROSE
            else:
                assert "no secure connection (Hostname mismatch" in refusal(address)
        thread.join(timeout=5)


def _here(port: int) -> Callable[..., object]:
    """A look-up of names that finds this machine under every `.example`."""
    real = socket.getaddrinfo

    def found(host: str, *others: object, **named: object) -> object:
        if host.endswith(".example"):
            return [(0, 0, 0, "", (HERE, port))]
        return real(host, *others, **named)  # type: ignore[arg-type]

    return found


def test_first_address_that_answers_is_taken(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.root.rpartition(":")[2])
    policy = replace(OURS, local=frozenset({HERE, "127.0.0.9"}))
    real = socket.getaddrinfo

    def two(host: str, *others: object, **named: object) -> object:
        if host == "two.example":
            return [(0, 0, 0, "", ("127.0.0.9", port)), (0, 0, 0, "", (HERE, port))]
        return real(host, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    source = fetched(Server(f"http://two.example:{port}", server.answers, []).at("/a", holds(PAGE)), policy)
    assert source.media == "text/html"


def test_environment_cannot_send_it_through_a_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert load_document(server.at("/a", holds(PAGE)), policy=OURS).id == "a"


def test_file_named_like_no_address_is_still_a_file(tmp_path: Path) -> None:
    path = tmp_path / "http:" / "x.txt"
    path.parent.mkdir()
    path.write_text(PROSE)
    assert load_document(path).text == PROSE
