"""`burdenshare serve` as a process: it says where, ends at once on Ctrl-C, and tells its errors in one line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from burdenshare.cli import main
from burdenshare.web import serving, slowness

COMMAND = [sys.executable, "-m", "burdenshare", "serve"]


@contextmanager
def running(folder: Path, *arguments: str, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and the address that it says."""
    command = [
        *COMMAND,
        "--port",
        "0",
        "--database",
        f"sqlite:///{folder / 'reports.db'}",
        "--workers",
        "1",
        *arguments,
    ]
    given = {**os.environ, "PYTHONUNBUFFERED": "1", **settings}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=given) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            yield process, line.partition("serves ")[2].split(" ")[0]
        finally:
            process.kill()


def test_it_serves_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with running(tmp_path, BURDENSHARE_TOKEN="secret") as (process, address):
        assert address.startswith("http://127.0.0.1:")
        with httpx.Client(base_url=address, trust_env=False) as client:
            health = _patiently(client, "/api/health")
            assert health.json()["data"] == {"status": "ok"}
            assert "server" not in health.headers
            assert client.get("/api/reports").status_code == 401
            assert client.get("/api/reports", headers={"Authorization": "Bearer secret"}).json()["data"] == []
            with suppress(httpx.TransportError):  # the server may close before it has read so much
                assert client.get("/api/health", headers={"X-Long": "x" * 500_000}).status_code == 400
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_a_client_that_never_asks_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert slowness.HEADERS_WITHIN <= 30
    slow = "import burdenshare.web.slowness as s; s.HEADERS_WITHIN = 0.3; from burdenshare.cli import main; main({})"
    arguments = ["serve", "--port", "0", "--database", f"sqlite:///{tmp_path / 'reports.db'}", "--workers", "1"]
    code = slow.format(arguments)
    given = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=given) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline().partition("127.0.0.1:")[2].split(" ")[0])
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=20) as silent:
                assert silent.recv(1) == b""
            with socket.create_connection(("127.0.0.1", port), timeout=20) as slow_one:
                began = time.monotonic()
                with pytest.raises((BrokenPipeError, ConnectionResetError)):
                    for _ in range(200):  # a byte of a header now and then does not buy time
                        slow_one.send(b"G")
                        time.sleep(0.05)
                assert time.monotonic() - began < 8
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--database", "mysql://u:secret@h/n"], "neither sqlite nor postgresql"),
        (["--database", "sqlite:////nowhere/at/all/reports.db"], "nowhere"),
        (["--host", "192.0.2.1", "--database", "sqlite:///{folder}/reports.db"], "cannot listen there"),
        (["--port", "70000"], "70000"),
        (["--rate", "-1"], "-1"),
    ],
)
def test_what_cannot_be_served_is_one_line(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", *(one.format(folder=tmp_path) for one in arguments)]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.count("\n") == 1
    assert line in found.err
    assert "secret" not in found.err


def test_a_port_that_is_taken_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving.listening("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port, "--database", f"sqlite:///{tmp_path / 'reports.db'}"]) == 2
    assert "in use" in capsys.readouterr().err


def test_listening_to_all_without_a_token_is_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "serve", lambda settings, found: found.close())
    database = ["--database", f"sqlite:///{tmp_path / 'reports.db'}", "--port", "0"]
    assert main(["serve", "--host", "0.0.0.0", *database]) == 0
    assert capsys.readouterr().err.count("BURDENSHARE_TOKEN") == 1
    assert main(["serve", "--host", "0.0.0.0", "--token", "t", *database]) == 0
    assert main(["serve", *database]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("verb", ["serve", "mcp"])
def test_a_missing_extra_is_one_line(
    verb: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("burdenshare.cli.extra.find_spec", lambda name: None)
    assert main([verb]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "pip install 'burdenshare[web]'" in err


def _patiently(client: httpx.Client, address: str) -> httpx.Response:
    """The answer, once the server that has said its address has also begun."""
    for _ in range(100):
        try:
            return client.get(address)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError("the server did not begin")


def _left(address: str, visitor: str) -> int:
    """Of three requests on behalf of a visitor, how many are answered."""
    with httpx.Client(base_url=address, trust_env=False, headers={"X-Forwarded-For": visitor}) as client:
        return sum(_patiently(client, "/api/ready").status_code != 429 for _ in range(3))


def test_a_proxy_that_is_named_tells_who_asks(tmp_path: Path) -> None:
    with running(tmp_path, "--rate", "2", "--proxy", "127.0.0.0/8") as (_, address):
        assert [_left(address, f"203.0.113.{one}") for one in (1, 2, 1)] == [2, 2, 0]
        assert _left(address, "198.51.100.1, 203.0.113.1") == 0  # what a visitor wrote before the proxy is not believed


def test_nobody_else_is_believed(tmp_path: Path) -> None:
    with running(tmp_path, "--rate", "2") as (_, address):
        assert [_left(address, f"203.0.113.{one}") for one in (1, 2)] == [2, 0]


def test_a_proxy_is_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--proxy", "nginx"]) == 2
    assert "'nginx' is no address; give 127.0.0.1 or 10.0.0.0/8" in " ".join(capsys.readouterr().err.split())
