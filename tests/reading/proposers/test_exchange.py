"""One request, one whole answer in time, or one failure. What a server may do is in `test_openai_compatible.py`."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from burdenshare.errors import ProposerError
from burdenshare.reading.proposers.exchange import MOST_ANSWERED, Deadline, Request, exchanged
from tests.reading.proposers.server import hang, http, serving


def request(base: str, timeout: float = 5.0) -> Request:
    return Request(urlsplit(base), "/somewhere", {"Authorization": "Bearer sk-secret"}, b"the body", timeout)


def test_body_goes_there_and_the_answer_comes_back() -> None:
    with serving(http(b"\x00an answer")) as local:
        assert exchanged(request(local.base)) == b"\x00an answer"
        assert local.requests[0].startswith(b"POST /v1/somewhere HTTP/1.1\r\n")
        assert local.requests[0].endswith(b"\r\n\r\nthe body")


def test_largest_answer_is_taken_whole() -> None:
    with serving(http(b"x" * MOST_ANSWERED)) as local:
        assert len(exchanged(request(local.base))) == MOST_ANSWERED


def test_key_and_text_are_not_shown() -> None:
    assert "sk-secret" not in repr(request("http://host/v1"))
    assert "the body" not in repr(request("http://host/v1"))


def test_header_that_cannot_be_sent_is_not_repeated() -> None:
    with serving(hang) as local, pytest.raises(ProposerError) as caught:
        exchanged(Request(urlsplit(local.base), "/x", {"Authorization": "sk-secret\r\nX: y"}, b"", 5.0))
    assert "sk-secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_deadline_shuts_a_socket_and_one_that_is_closed_is_no_fault() -> None:
    for closed in (False, True):
        ours, theirs = socket.socketpair()
        with ours, theirs, Deadline(ours, 0.05) as deadline:
            if closed:
                ours.close()
                theirs.settimeout(5)
            assert theirs.recv(1) == b""
            deadline._timer.join()
            assert deadline.passed


def test_deadline_that_is_met_shuts_nothing() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with Deadline(ours, 60) as deadline:
            theirs.sendall(b"x")
        assert ours.recv(1) == b"x"
        assert not deadline.passed
