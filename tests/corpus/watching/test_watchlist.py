"""Files of feeds: what they say, and every fault in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from burdenshare.corpus.watching.watchlist import watchlist_at, watchlist_of
from burdenshare.errors import InputError

URL = "https://example.org/feed.xml"
EXAMPLE = Path(__file__).parents[3] / "examples" / "feeds.toml"


def given(**more: Any) -> dict[str, Any]:
    return {"contact": "desk@example.org", "feeds": [{"url": URL}], **more}


def test_what_is_not_said_is_usual() -> None:
    found = watchlist_of(given(), "feeds.toml")
    (feed,) = found.feeds
    assert (feed.url, feed.title, feed.outlet, feed.interval, feed.page) == (
        URL,
        "example.org/feed.xml",
        "example.org",
        1800.0,
        True,
    )
    assert (found.pause, found.latest, found.allow) == (5.0, 50, frozenset())


def test_a_feed_is_named_so_that_it_is_found_in_the_file() -> None:
    other = "https://example.org/other.xml"
    (bare, titled) = watchlist_of(given(feeds=[{"url": URL}, {"url": other, "title": "The Daily"}]), "feeds.toml").feeds
    assert (bare.named, titled.named) == (URL, f"The Daily ({other})")
    assert titled.outlet == "The Daily"


def test_the_shipped_example_can_be_watched() -> None:
    found = watchlist_at(str(EXAMPLE))
    assert len(found.feeds) >= 2
    assert all("example.org" in one.url for one in found.feeds)
    assert {one.page for one in found.feeds} == {True, False}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (given(contakt="x"), "feeds.toml: unknown key 'contakt'; did you mean contact"),
        (
            given(feeds=[{"url": URL, "intervals": 30}]),
            "feeds.toml, feed 1: unknown key 'intervals'; did you mean interval",
        ),
        (given(feeds=[]), "names no feed"),
        (given(feeds=[{"title": "x"}]), "feed 1: has no url"),
        (given(feeds=[{"url": "ftp://example.org/x"}]), "url: 'ftp' is not fetched"),
        (given(feeds=[{"url": "https://a:b@example.org/x"}]), "name or password"),
        (given(feeds=[{"url": URL}, {"url": URL + "#top"}]), "feed 2: https://example.org/feed.xml is named twice"),
        (given(feeds=[{"url": URL, "interval": 1}]), "interval is 1; give a number from 5 to 10080"),
        (given(feeds=[{"url": URL, "interval": True}]), "interval is True"),
        (given(feeds=[{"url": URL, "page": "yes"}]), "page is 'yes'; say true or false"),
        (given(contact=""), "has no contact"),
        (given(contact="desk@example.org\r\nX: y"), "contact is no short text"),
        (given(contact="desk (we) @ example.org"), "contact cannot be sent"),
        (given(pause=0), "pause is 0"),
        (given(latest=10**6), "latest is 1000000"),
        (given(allow=["localhost"]), "allow is no list of addresses"),
        (given(title=5), "title is no short text"),
    ],
)
def test_a_fault_is_told_in_one_line_with_its_place(table: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        watchlist_of(table, "feeds.toml")
    assert told in caught.value.line()
    assert caught.value.line().startswith("feeds.toml")
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"contact = ", b"\xff\xfe\x00", b"contact = 'a@b'\n[[feeds]"])
def test_a_file_that_is_none_is_told_in_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_bytes(content)
    with pytest.raises(InputError):
        watchlist_at(str(tmp_path / "feeds.toml"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        watchlist_at(str(tmp_path / "none.toml"))
