"""A server that is asked for proposals, by a real connection: what it may do, and all it may do to us."""

from __future__ import annotations

import json
import re
import socket
import threading
from typing import Any

import pytest

from burdenshare.errors import InputError, ProposerError
from burdenshare.reading.model import Document
from burdenshare.reading.proposals import MOST_PROPOSALS, Proposal
from burdenshare.reading.proposers.exchange import MOST_ANSWERED
from burdenshare.reading.proposers.openai_compatible import MOST_SENT, OpenAICompatible, of_environment
from tests.reading.proposers.server import Answer, hang, http, listing, raw, saying, serving

TEXT = "Poland spent “4.12 percent” of GDP in 2024.\nGermany spent 2.1 percent. Germany spent 2.1 percent."
KEY = "sk-secret-of-the-test"
ENTRY = {"words": "Germany spent 2.1 percent", "subject": "DEU", "measure": "", "value": 2.1, "unit": "%"}


def asked(answer: Answer, text: str = TEXT, **options: Any) -> tuple[Proposal, ...]:
    with serving(answer) as local:
        return tuple(OpenAICompatible(local.base, **options).propose(Document("own", text)))


def refused(answer: Answer, **options: Any) -> str:
    with pytest.raises(ProposerError) as caught:
        asked(answer, **options)
    assert KEY not in str(caught.value)
    assert caught.value.where.startswith("http://127.0.0.1:")
    return caught.value.what


# what is sent --------------------------------------------------------------------------------------------------------


def test_one_request_with_text_model_and_key() -> None:
    with serving(listing()) as local:
        assert OpenAICompatible(f"{local.base}/", KEY, "small").propose(Document("own", TEXT)) == ()
        (request,) = local.requests
        assert request.startswith(b"POST /v1/chat/completions HTTP/1.1\r\n")
        assert f"Authorization: Bearer {KEY}".encode() in request
        assert local.body["model"] == "small"
        assert local.body["messages"][-1] == {"role": "user", "content": TEXT}


def test_without_a_key_none_is_sent() -> None:
    with serving(listing()) as local:
        OpenAICompatible(local.base).propose(Document("own", TEXT))
        assert b"authorization" not in local.requests[0].lower()


def test_key_is_not_shown() -> None:
    assert KEY not in repr(OpenAICompatible("http://localhost:1/v1", KEY))


def test_text_that_is_too_long_is_not_sent() -> None:
    with serving(listing()) as local:
        with pytest.raises(ProposerError, match="so not sent"):
            OpenAICompatible(local.base).propose(Document("own", "a " * MOST_SENT))
        assert local.requests == []


# good answers --------------------------------------------------------------------------------------------------------


def test_words_are_looked_up_in_the_text() -> None:
    (found,) = asked(listing({**ENTRY, "words": 'Poland spent "4.12  percent" of GDP', "value": 4.12}))
    assert TEXT[found.start : found.end] == found.words == "Poland spent “4.12 percent” of GDP"
    assert (found.subject, found.measure, found.value, found.unit) == ("DEU", "", 4.12, "%")
    assert found.proposer == "openai-compatible"


def test_words_that_stand_twice_are_taken_where_the_offset_is_nearest() -> None:
    first, second = TEXT.index("Germany"), TEXT.rindex("Germany")
    assert [one.start for one in asked(listing(ENTRY, {**ENTRY, "start": len(TEXT)}))] == [first, second]


@pytest.mark.parametrize(
    "content",
    [[ENTRY], f"```json\n{json.dumps([ENTRY])}\n```", json.dumps({"statements": [ENTRY]}), {"statements": [ENTRY, 7]}],
)
def test_list_may_come_plain_fenced_or_under_its_name(content: object) -> None:
    (found,) = asked(saying(content))
    assert found.subject == "DEU"


def test_answer_in_pieces_is_put_together() -> None:
    whole = json.dumps({"choices": [{"message": {"content": json.dumps([ENTRY])}}]}).encode()
    pieces = b"".join(f"{len(one):x}\r\n".encode() + one + b"\r\n" for one in (whole[:9], whole[9:]))
    assert len(asked(raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces + b"0\r\n\r\n"))) == 1


# entries that are odd ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"words": "not in the text"}, (-1, -1)),
        ({"words": "not in the text", "start": 3, "end": 9}, (-1, -1)),
        ({"start": 5, "end": 10**9}, (5, 10**9)),
        ({"start": "5", "end": None}, (-1, -1)),
        ({}, (-1, -1)),
        ({"words": ["Germany"], "subject": {"a": 1}, "value": "2.1", "unit": 7}, (-1, -1)),
    ],
)
def test_entry_of_wrong_types_is_a_proposal_without_a_place(entry: dict[str, Any], place: tuple[int, int]) -> None:
    (found,) = asked(listing(entry))
    assert (found.start, found.end) == place
    assert (found.subject, found.unit, found.value) == ("", "", None)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", "true", "[2.1]", '"2.1"'])
def test_value_that_is_no_finite_number_breaks_nothing(value: str) -> None:
    assert len(asked(saying(f'[{{"words": "Germany", "value": {value}}}]'))) == 1


def test_thousands_of_entries_are_cut() -> None:
    assert len(asked(listing(*[ENTRY] * 10_000))) == MOST_PROPOSALS + 1


# answers that are none -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (raw(b"\x00\xff\xfe garbage \x1b[31m\r\n\r\n"), "no HTTP"),
        (raw(b""), "cannot be reached|no HTTP"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 100_000), "no HTTP"),
        (http(b"\xff\xfe\x00garbage"), "no JSON"),
        (http(b'{"choices": ['), "no JSON"),
        (http(b"[" * 100_000), "no JSON"),
        (http(b"1" * 10_000), "no JSON|no chat completion"),
        (http(b"{}"), "no chat completion"),
        (http(b"[]"), "no chat completion"),
        (http(b"null"), "no chat completion"),
        (http(b'{"choices": []}'), "no chat completion"),
        (http(b'{"choices": [{"message": {"content": null}}]}'), "without text"),
        (http(b'{"choices": [{"message": {"content": {"statements": []}}}]}'), "without text"),
        (saying("I am sorry, \x1b[2J but"), "no JSON"),
        (saying({"verdict": "supported"}), "without a list"),
        (saying({"statements": "supported"}), "without a list"),
        (saying(["supported", 1, None]), "without a list"),
        (saying("7"), "without a list"),
        (http(b"oops", "500 Internal \x1b[31mError"), "answered 500$"),
        (http(b"", "204 No Content"), "answered 204$"),
        (http(b"", "401 Unauthorized"), "answered 401; give the key as BURDENSHARE_PROPOSER_KEY"),
    ],
)
def test_answer_that_is_none_is_one_failure(answer: Answer, reason: str) -> None:
    what = refused(answer, key=KEY)
    assert re.search(reason, what), what
    assert what.isprintable()


def test_size_is_limited_with_and_without_a_length() -> None:
    body = b" " * (MOST_ANSWERED + 1)
    assert refused(http(body)) == "an answer of more than 2 MB"
    assert refused(raw(b"HTTP/1.0 200 OK\r\n\r\n" + body)) == "an answer of more than 2 MB"


def test_redirect_is_not_followed() -> None:
    with serving(listing(ENTRY)) as other:
        answer = http(b"", "302 Found", f"Location: {other.base}/chat/completions")
        assert refused(answer, key=KEY) == "answered 302; redirects are not followed"
        assert other.requests == []


def test_server_that_says_nothing_is_left() -> None:
    assert refused(hang, timeout=0.2) == "no answer within 0.2 seconds"


def test_server_that_drips_is_left_too() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            connection.sendall(b" ")
            if threading.Event().wait(0.02):
                return

    assert refused(drip, timeout=0.3) == "no answer within 0.3 seconds"


def test_server_that_drips_its_head_is_left_too() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        while True:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            if threading.Event().wait(0.02):
                return

    assert refused(drip, timeout=0.3) == "no answer within 0.3 seconds"


def test_nobody_at_the_address() -> None:
    with serving(listing()) as local:
        base = local.base
    with pytest.raises(ProposerError, match="cannot be reached"):
        OpenAICompatible(base).propose(Document("own", TEXT))


def test_encrypted_address_without_encryption_behind_it() -> None:
    with serving(raw(b"nothing encrypted")) as local, pytest.raises(ProposerError, match="cannot be reached"):
        OpenAICompatible(local.base.replace("http:", "https:"), timeout=2).propose(Document("own", TEXT))


# addresses and settings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base",
    [
        "http://",
        "http:///v1",
        "http://host:99999/v1",
        "http://host:port/v1",
        "http://host/v1?key=1",
        "http://host/v1#top",
        "http://host/v 1",
        "http://host/v1\r\nX: y",
        "http://höst/v1",
        "http://[::1/v1",
    ],
)
def test_what_is_no_address_of_a_server_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="not the address of a server"):
        OpenAICompatible(base)


def test_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(InputError, match="password") as caught:
        OpenAICompatible(f"https://me:{KEY}@host/v1")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("key", [f"{KEY}\r\nX-Other: 1", f"{KEY}é", f"{KEY}\x00"])
def test_key_that_would_break_a_header_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(InputError) as caught:
        OpenAICompatible("http://localhost:1/v1", key)
    assert KEY not in str(caught.value)


def test_key_is_not_sent_unencrypted_to_another_machine() -> None:
    with pytest.raises(InputError, match="not sent unencrypted"):
        OpenAICompatible("http://models.example/v1", KEY)
    OpenAICompatible("https://models.example/v1", KEY)
    OpenAICompatible("http://models.example/v1")


def test_settings_come_from_the_environment() -> None:
    settings = {
        "BURDENSHARE_PROPOSER_KEY": f" {KEY}\n",
        "BURDENSHARE_PROPOSER_MODEL": "small",
        "BURDENSHARE_PROPOSER_TIMEOUT": "2.5",
    }
    held = of_environment("http://localhost:1/v1", settings)
    assert (held.key, held.model, held.timeout) == (KEY, "small", 2.5)
    assert of_environment("http://localhost:1/v1", {}) == OpenAICompatible("http://localhost:1/v1")


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "inf"])
def test_patience_that_is_no_number_of_seconds_is_refused(seconds: str) -> None:
    with pytest.raises(InputError, match="not a number of seconds"):
        of_environment("http://localhost:1/v1", {"BURDENSHARE_PROPOSER_TIMEOUT": seconds})
