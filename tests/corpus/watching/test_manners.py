"""How servers are asked where a whole watch would hide it: slow ones, and marks that go to nobody else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from burdenshare.corpus.watching.manners import Hindered, Manners, Reached
from burdenshare.corpus.watching.memory import NAME, Memory
from burdenshare.corpus.watching.watchlist import watchlist_of
from burdenshare.reading.documents.reach import Policy
from tests.corpus.watching.site import Site, SlowClock, holds, listed, says


@pytest.fixture
def manners(site: Site, tmp_path: Path) -> Iterator[Manners]:
    memory = Memory(tmp_path / NAME)
    watchlist = watchlist_of(listed({"url": f"{site.root}/feed.xml"}), "feeds.toml")
    yield Manners(watchlist, memory, SlowClock(), Policy(seconds=0.5))
    memory.close()


def test_a_server_that_is_slow_is_left(site: Site, manners: Manners) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    site.answers["/feed.xml"] = slow
    found = manners.ask(f"{site.root}/feed.xml", {})
    assert isinstance(found, Hindered)
    assert found.reason == "no full answer within 0.5 seconds"


def test_marks_go_to_the_address_they_came_from_and_to_no_other(site: Site, manners: Manners) -> None:
    site.answers["/feed.xml"] = says(302, {"Location": "/other.xml"})
    site.answers["/other.xml"] = holds("x", "text/plain")
    manners.ask(f"{site.root}/feed.xml", {"If-None-Match": '"mine"'})
    marks = {path: head.get("If-None-Match") for path, head in site.asked}
    assert (marks["/feed.xml"], marks["/other.xml"]) == ('"mine"', None)


@pytest.mark.parametrize(
    ("status", "then", "moved"), [(301, 308, "/third"), (301, 302, "/second"), (302, 301, ""), (307, 307, "")]
)
def test_only_what_has_moved_for_good_from_the_start_has_moved(
    status: int, then: int, moved: str, site: Site, manners: Manners
) -> None:
    site.answers["/first"] = says(status, {"Location": "/second"})
    site.answers["/second"] = says(then, {"Location": "/third"})
    site.answers["/third"] = holds("x", "text/plain")
    found = manners.ask(f"{site.root}/first", {})
    assert isinstance(found, Reached)
    assert found.moved == (f"{site.root}{moved}" if moved else "")


def test_addresses_of_our_own_network_are_not_asked_unless_they_are_allowed(site: Site, manners: Manners) -> None:
    found = manners.ask("http://127.0.0.2/feed.xml", {})
    assert isinstance(found, Hindered)
    assert "leads to a loopback address" in found.reason


def test_what_is_no_address_is_told(manners: Manners) -> None:
    found = manners.ask("gopher://example.org/", {})
    assert isinstance(found, Hindered)
    assert manners.free("gopher://example.org/") == 0.0
