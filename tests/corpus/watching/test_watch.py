"""A watch against a real server: what is asked, kept and told, and what comes of servers that misbehave."""

from __future__ import annotations

import errno
import gzip
import json
import os
from datetime import date
from xml.etree import ElementTree

import pytest

from burdenshare.corpus.watching.publishing import Publisher
from burdenshare.corpus.watching.timing import DAY as ONE_DAY
from burdenshare.corpus.watching.timing import TRIES
from burdenshare.corpus.watching.watch import Event, Means, watching
from burdenshare.corpus.watching.watchlist import watchlist_of
from burdenshare.errors import InputError, OutputError
from burdenshare.record import Record
from tests.corpus.watching.conftest import Desk
from tests.corpus.watching.site import (
    DAY,
    IDLE,
    RIGHT,
    TALK,
    WRONG,
    ReaderHere,
    Site,
    feed,
    holds,
    item,
    listed,
    page,
    says,
    xml,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def daily(site: Site, **more: object) -> dict[str, object]:
    return {"url": f"{site.root}/feed.xml", "title": "The Daily", **more}


def other(site: Site, **more: object) -> dict[str, object]:
    return {"url": f"{site.root}/other.xml", "title": "The Ledger", **more}


# What is read and told ------------------------------------------------------------------------------------------------


def test_an_article_is_read_once_and_what_is_contradicted_is_told_once(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html"), item("b", "/b.html")), etag='"1"')
    site.answers["/a.html"] = holds(page(WRONG))
    site.answers["/b.html"] = holds(page(IDLE * 40).replace(TALK, IDLE))
    first = desk.once(daily(site))
    assert (first.new, first.told) == (2, 1)
    assert sorted(desk.fates()) == ["other", "read"]
    desk.clock.time += ONE_DAY
    again = desk.once(daily(site))
    assert (again.asked, again.unchanged, again.new, again.told) == (1, 1, 0, 0)
    assert site.counts["/a.html"] == site.counts["/b.html"] == 1
    (line,) = desk.lines()
    assert line["event"] == "contradicted"
    assert line["quote"] == WRONG
    assert (line["outlet"], line["link"], line["published"]) == ("The Daily", f"{site.root}/a.html", "2026-02-17")
    assert line["then"]["verdict"] == line["now"]["verdict"] == "contradicted"
    assert line["then"]["on"] == "2026-02-17"
    assert line["then"]["reading"]
    assert all(one["address"].startswith("https://") for one in line["evidence"])
    assert "read by nobody" in line["note"]


def test_what_the_record_bears_out_is_not_told(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/a.html"] = holds(page("NATO has 32 members, the secretary general said in Brussels on Tuesday."))
    desk.once(daily(site))
    assert desk.fates() == ["read"]
    assert len(desk.rows("statements")) >= 1
    assert desk.lines() == []


def test_the_words_of_the_feed_alone_are_read_where_that_is_asked_for(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", WRONG)))
    summary = desk.once(daily(site, page=False))
    assert summary.told == 1
    assert site.counts == {"/robots.txt": 1, "/feed.xml": 1}


def test_a_text_that_the_feed_cut_is_kept_and_not_told(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", WRONG.replace(" ministry said", "..."), title="Money")))
    desk.once(daily(site, page=False))
    held = [row for row in desk.rows("verdicts") if row["verdict"] == "contradicted"]
    assert held
    assert desk.lines() == []


def test_an_entry_without_a_day_is_kept_and_not_told(site: Site, desk: Desk) -> None:
    undated = item("a", "/a.html", WRONG).replace(f"<pubDate>{DAY}</pubDate>", "")
    site.answers["/feed.xml"] = xml(feed(undated))
    desk.once(daily(site, page=False))
    assert desk.fates() == ["read"]
    assert desk.lines() == []


def test_an_entry_of_tomorrow_east_of_us_is_of_today_and_one_of_next_year_is_not_read(site: Site, desk: Desk) -> None:
    east = item("a", "/a.html", WRONG, day="Thu, 19 Feb 2026 01:00:00 +1300")
    ahead = item("b", "/b.html", RIGHT, day="Thu, 18 Feb 2027 01:00:00 +0000")
    site.answers["/feed.xml"] = xml(feed(east, ahead))
    desk.once(daily(site, page=False))
    by_fate = {row["fate"]: row for row in desk.rows()}
    assert by_fate["read"]["published"] == date(2026, 2, 18)
    assert "in the future" in by_fate["unread"]["reason"]


def test_an_article_in_two_feeds_is_asked_for_once_and_its_copy_is_kept(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/other.xml"] = xml(feed(item("x", f"{site.root}/a.html#top")))
    site.answers["/a.html"] = holds(page(WRONG))
    desk.once(daily(site), other(site))
    assert site.counts["/a.html"] == 1
    first, second = desk.rows()
    assert (first["fate"], second["fate"]) == ("read", "copy")
    assert second["copy_of"] == f"{first['shard']}:{first['row']}"
    assert len(desk.lines()) == 1


def test_one_text_at_two_addresses_is_read_once(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/other.xml"] = xml(feed(item("x", "/x.html")))
    site.answers["/a.html"] = site.answers["/x.html"] = holds(page(WRONG))
    desk.once(daily(site), other(site))
    assert sorted(desk.fates()) == ["copy", "read"]
    assert len(desk.lines()) == 1


def test_an_article_that_is_changed_is_read_again_as_a_new_version(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/a.html"] = holds(page(WRONG), etag='"one"')
    desk.once(daily(site))
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", title="More money, corrected")))
    site.answers["/a.html"] = holds(page(RIGHT), etag='"two"')
    desk.clock.time += ONE_DAY
    summary = desk.once(daily(site))
    assert (summary.new, summary.changed) == (0, 1)
    assert [row["place"].endswith(", version 2") for row in desk.rows()] == [False, True]
    said, gone = desk.lines()
    assert (gone["event"], gone["of"], gone["version"]) == ("no longer said", said["id"], 2)
    (entry,) = ElementTree.fromstring((desk.folder / "contradicted.xml").read_bytes()).iter(f"{ATOM}entry")
    assert (entry.findtext(f"{ATOM}title") or "").startswith("No longer said: ")


def test_a_new_version_that_says_the_same_tells_nothing_twice(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/a.html"] = holds(page(WRONG))
    desk.once(daily(site))
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", title="Much more money")))
    site.answers["/a.html"] = holds(page(f"{WRONG} It said no more."))
    desk.clock.time += ONE_DAY
    desk.once(daily(site))
    assert desk.fates() == ["read", "read"]
    assert len(desk.lines()) == 1


def test_an_entry_that_changed_without_its_page_is_no_new_version(site: Site, desk: Desk) -> None:
    site.answers["/a.html"] = holds(page(WRONG), etag='"one"')
    for title in ("More money", "More money, it seems"):
        site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", title=title)))
        desk.once(daily(site))
        desk.clock.time += ONE_DAY
    assert desk.fates() == ["read"]
    assert [head.get("If-None-Match") for path, head in site.asked if path == "/a.html"] == [None, '"one"']


def test_what_is_taken_out_and_said_again_is_told_again(site: Site, desk: Desk) -> None:
    for number, text in enumerate((WRONG, RIGHT, WRONG + " It was said again.")):
        site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", title=f"Money {number}")))
        site.answers["/a.html"] = holds(page(text))
        desk.once(daily(site))
        desk.clock.time += ONE_DAY
    assert [line["event"] for line in desk.lines()] == ["contradicted", "no longer said", "contradicted"]
    assert len({line["id"] for line in desk.lines()}) == 3


# Manners --------------------------------------------------------------------------------------------------------------


def test_requests_name_us_and_a_contact_and_carry_the_marks_of_the_last_answer(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)), modified="Tue, 17 Feb 2026 08:00:00 GMT")
    for _ in range(2):
        desk.once(daily(site, page=False))
        desk.clock.time += ONE_DAY
    heads = [head for path, head in site.asked if path == "/feed.xml"]
    assert all("burdenshare/" in head["User-Agent"] and "desk@example.org" in head["User-Agent"] for head in heads)
    marks = [head.get("If-Modified-Since") for head in heads]
    assert marks == [None, "Tue, 17 Feb 2026 08:00:00 GMT"]


def test_a_feed_is_not_asked_before_its_interval_is_over(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    assert desk.once(daily(site, page=False, interval=30)).asked == 1
    desk.clock.time += 20 * 60
    assert desk.once(daily(site, page=False, interval=30)).asked == 0
    desk.clock.time += 10 * 60
    assert desk.once(daily(site, page=False, interval=30)).asked == 1


def test_between_two_requests_to_a_host_there_is_a_pause(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(*(item(name, f"/{name}.html") for name in "abc")))
    for name in "abc":
        site.answers[f"/{name}.html"] = holds(page(IDLE + name))
    desk.once(daily(site), pause=7)
    assert len(site.asked) == 5  # robots.txt, the feed, three pages
    assert sum(desk.clock.slept) == pytest.approx(4 * 7)


def test_the_pause_that_a_server_wants_is_kept(site: Site, desk: Desk) -> None:
    site.answers["/robots.txt"] = holds("User-agent: *\nCrawl-delay: 40", "text/plain")
    site.answers["/feed.xml"] = xml(feed(*(item(name, f"/{name}.html") for name in "ab")))
    desk.once(daily(site), pause=5)
    assert sum(desk.clock.slept) == pytest.approx(5 + 2 * 40)


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, desk: Desk) -> None:
    site.answers["/robots.txt"] = holds("User-agent: *\nDisallow: /private/", "text/plain")
    site.answers["/feed.xml"] = xml(feed(item("a", "/private/a.html")))
    desk.once(daily(site))
    assert site.counts == {"/robots.txt": 1, "/feed.xml": 1}
    (row,) = desk.rows()
    assert (row["fate"], row["reason"]) == ("unread", "its robots.txt forbids it")


def test_a_redirect_does_not_lead_past_robots_txt(site: Site, desk: Desk) -> None:
    site.answers["/robots.txt"] = holds("User-agent: *\nDisallow: /private/", "text/plain")
    site.answers["/feed.xml"] = says(302, {"Location": "/private/feed.xml"})
    summary = desk.once(daily(site))
    assert list(summary.failed.values()) == ["its robots.txt forbids it"]
    assert site.counts["/private/feed.xml"] == 0


def test_a_robots_txt_that_cannot_be_had_forbids_for_a_while(site: Site, desk: Desk) -> None:
    site.answers["/robots.txt"] = says(503)
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    summary = desk.once(daily(site, page=False))
    assert "robots.txt cannot be had" in next(iter(summary.failed.values()))
    site.answers["/robots.txt"] = says(404)
    desk.clock.time += ONE_DAY
    assert desk.once(daily(site, page=False)).new == 1


def test_robots_txt_is_asked_for_once_a_day(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    for _ in range(4):
        desk.once(daily(site, page=False))
        desk.clock.time += ONE_DAY / 2 + 60
    assert site.counts["/robots.txt"] == 2


def test_a_server_that_is_asked_too_often_is_left_alone_as_long_as_it_wants(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(429, {"Retry-After": str(int(3 * ONE_DAY))})
    desk.once(daily(site))
    desk.clock.time += 2 * ONE_DAY
    assert desk.once(daily(site)).asked == 0
    desk.clock.time += ONE_DAY
    assert desk.once(daily(site)).asked == 1


def test_a_server_that_is_busy_is_left_alone_with_all_its_pages(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(*(item(str(number), f"/{number}.html") for number in range(9))), etag='"1"')
    for number in range(9):
        site.answers[f"/{number}.html"] = says(429, {"Retry-After": "7200"})
    desk.once(daily(site))
    assert len(site.asked) == 3  # robots.txt, the feed, and one page
    for number in range(9):
        site.answers[f"/{number}.html"] = holds(page(f"{RIGHT} It is said {number} times."))
    desk.clock.time += 3600
    desk.once(daily(site))
    assert sum(site.counts[f"/{number}.html"] for number in range(9)) == 1
    desk.clock.time += 3600 + 60
    desk.once(daily(site))
    assert desk.fates() == ["read"] * 9


def test_a_feed_that_fails_is_asked_ever_later_and_one_that_comes_back_as_before(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(500)
    begun = desk.clock.time
    while desk.clock.time < begun + ONE_DAY:
        desk.once(daily(site, interval=30))
        desk.clock.time += 30 * 60
    assert 4 <= site.counts["/feed.xml"] <= 6  # of 48 times that it would have been asked
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    desk.clock.time += 2 * ONE_DAY
    assert desk.once(daily(site, page=False, interval=30)).new == 1
    desk.clock.time += 30 * 60
    assert desk.once(daily(site, page=False, interval=30)).asked == 1


def test_a_failure_names_the_feed_by_its_address(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(500)
    site.answers["/other.xml"] = says(404)
    desk.once(daily(site), {"url": f"{site.root}/other.xml"})
    told = {event.feed: event.told.partition(";")[0] for event in desk.events if event.bad}
    assert told == {
        f"The Daily ({site.root}/feed.xml)": "answered 500 Internal Server Error",
        f"{site.root}/other.xml": "answered 404 Not Found",
    }


@pytest.mark.parametrize("media", ["application/feed+json", "application/json; charset=utf-8", "text/plain"])
def test_a_json_feed_is_watched_like_any_other(site: Site, desk: Desk, media: str) -> None:
    items = [
        {"id": "a", "url": "/a.html", "title": "More money", "date_published": "2026-02-17T08:00:00Z"},
        {"id": "b", "content_html": f"<p>{WRONG.replace('1.2', '1.4')}</p>", "date_published": "2026-02-17T08:00:00Z"},
    ]
    told = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Daily", "items": items})
    site.answers["/a.html"] = holds(page(WRONG))
    site.answers["/feed.xml"] = holds(told, media, etag='"1"')
    summary = desk.once(daily(site, page=False))
    assert (summary.new, summary.failed) == (2, {})
    assert [line["title"] for line in desk.lines()] == [""]
    desk.clock.time += ONE_DAY
    assert desk.once(daily(site, page=False)).unchanged == 1


def test_a_feed_that_is_gone_is_asked_no_more(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(410)
    for _ in range(3):
        desk.once(daily(site))
        desk.clock.time += 30 * ONE_DAY
    assert site.counts["/feed.xml"] == 1
    assert any("gone for good" in event.told for event in desk.events)


def test_a_feed_that_has_moved_for_good_is_asked_at_its_new_address(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(301, {"Location": "/new.xml"})
    site.answers["/new.xml"] = xml(feed(item("a", "/a.html", IDLE)), etag='"1"')
    for _ in range(3):
        desk.once(daily(site, page=False))
        desk.clock.time += ONE_DAY
    assert (site.counts["/feed.xml"], site.counts["/new.xml"]) == (1, 3)
    assert any("has moved for good to" in event.told for event in desk.events)
    site.answers["/new.xml"] = says(404)
    desk.once(daily(site, page=False))
    desk.clock.time += 3 * ONE_DAY
    desk.once(daily(site, page=False))
    assert site.counts["/feed.xml"] == 2


def test_a_feed_that_has_moved_for_now_is_asked_at_its_old_address(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(302, {"Location": "/new.xml"})
    site.answers["/new.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    for _ in range(2):
        desk.once(daily(site, page=False))
        desk.clock.time += ONE_DAY
    assert (site.counts["/feed.xml"], site.counts["/new.xml"]) == (2, 2)


# Servers that misbehave -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (holds("no feed at all <", "application/rss+xml"), "not XML"),
        (holds("<html><body>hello</body></html>", "text/html"), "no feed"),
        (holds(b"\x00" * 1000, "application/rss+xml"), "not XML"),
        (holds("<rss><channel/></rss>", "application/rss+xml"), "a feed without entries"),
        (xml("<!DOCTYPE x [<!ENTITY a 'b'>]><rss><channel><item/></channel></rss>"), "XML refused"),
        (holds(b"x" * 20_000_001, "application/rss+xml"), "larger than 20 MB"),
        (says(404), "answered 404"),
        (says(302, {"Location": "http://10.0.0.1/feed.xml"}), "leads to a private address"),
        (says(302, {"Location": "file:///etc/passwd"}), "'file' is not fetched"),
        (says(302, {"Location": "/feed.xml"}), "more than 5 redirects"),
        (says(200), "not XML"),
    ],
)
def test_a_feed_that_cannot_be_used_is_told_and_the_others_go_on(
    answer: object, told: str, site: Site, desk: Desk
) -> None:
    site.answers["/feed.xml"] = answer  # type: ignore[assignment]
    site.answers["/other.xml"] = xml(feed(item("x", "/x.html", WRONG)))
    summary = desk.once(daily(site), other(site, page=False))
    assert told in summary.failed[f"{site.root}/feed.xml"]
    assert summary.told == 1


def test_a_page_that_does_not_come_is_tried_again_and_told_in_the_end(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")), etag='"1"')
    site.answers["/a.html"] = says(503)
    for _ in range(TRIES + 2):
        desk.once(daily(site))
        desk.clock.time += 2 * ONE_DAY
    assert site.counts["/a.html"] == TRIES
    (row,) = desk.rows()
    assert (row["fate"], row["reason"]) == ("unread", f"answered 503 Service Unavailable; tried {TRIES} times")


def test_a_page_that_comes_late_is_read(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")), etag='"1"')
    site.answers["/a.html"] = says(500)
    assert desk.once(daily(site)).fates == {}
    site.answers["/a.html"] = holds(page(WRONG))
    desk.clock.time += ONE_DAY
    assert desk.once(daily(site)).told == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (says(404), "answered 404 Not Found"),
        (says(302, {"Location": "http://192.168.1.1/"}), "tried 5 times"),
        (holds(b"\x89PNG\r\n\x1a\n", "image/png"), "holds image/png, not a text"),
        (holds(gzip.compress(b"x", mtime=0)[:10], "text/html"), "binary"),
        (holds("<html><body></body></html>"), "no article found"),
        (holds(page("Die Ausgaben der NATO steigen, sagte der Minister am Montag in Berlin. " * 8)), "not English"),
    ],
)
def test_a_page_that_cannot_be_read_is_kept_with_its_reason(answer: object, told: str, site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html")))
    site.answers["/a.html"] = answer  # type: ignore[assignment]
    for _ in range(TRIES):
        desk.once(daily(site))
        desk.clock.time += 2 * ONE_DAY
    (row,) = desk.rows()
    assert row["fate"] == "unread"
    assert told in row["reason"]


def test_a_clock_that_was_set_back_by_years_does_not_stop_a_watch(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    desk.once(daily(site, page=False))
    desk.clock.time -= 3 * 365 * ONE_DAY
    assert desk.once(daily(site, page=False)).asked == 1


# The folder -----------------------------------------------------------------------------------------------------------


def test_a_folder_with_something_else_is_refused(site: Site, desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="holds other files"):
        desk.once(daily(site))
    (desk.folder / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="none of a watch"):
        desk.once(daily(site))
    assert sorted(one.name for one in desk.folder.iterdir() if not one.name.startswith(".")) == [
        "manifest.json",
        "notes.txt",
    ]


def test_a_place_elsewhere_is_refused(record: Record) -> None:
    watchlist = watchlist_of(listed({"url": "https://example.org/feed.xml"}), "feeds.toml")
    held = watching(watchlist, "s3://bucket/watched", record, Means(ReaderHere(record)))
    with pytest.raises(InputError, match="no folder of this machine"), held:
        pass


def test_a_file_that_is_no_memory_is_told_in_one_line(site: Site, desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / "watch.sqlite").write_bytes(b"no database at all, but some words " * 40)
    with pytest.raises(InputError, match="is damaged, or no file of a watch"):
        desk.once(daily(site))


def test_a_feed_that_is_taken_out_of_the_file_is_left_and_one_that_comes_back_goes_on(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    site.answers["/other.xml"] = xml(feed(item("x", "/x.html", WRONG)))
    desk.once(daily(site, page=False), other(site, page=False))
    desk.clock.time += ONE_DAY
    assert desk.once(other(site, page=False)).asked == 1
    desk.clock.time += ONE_DAY
    again = desk.once(daily(site, page=False), other(site, page=False))
    assert (again.asked, again.new) == (2, 0)


# Going on -------------------------------------------------------------------------------------------------------------


def test_a_watch_that_goes_on_asks_each_feed_in_its_interval(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", IDLE)))
    site.answers["/other.xml"] = xml(feed(item("x", "/x.html", WRONG)))
    day = desk.clock.time + ONE_DAY
    told: list[str] = []

    def until_tomorrow(event: Event) -> None:
        told.append(event.told)
        if desk.clock.time > day:
            raise KeyboardInterrupt

    means = Means(ReaderHere(desk.record), desk.clock, tell=until_tomorrow)
    feeds = (daily(site, page=False, interval=60), other(site, page=False, interval=360))
    with watching(watchlist_of(listed(*feeds), "feeds.toml"), str(desk.folder), desk.record, means) as held:
        with pytest.raises(KeyboardInterrupt):
            held.forever()
        assert held.summary.new == 2
    assert 24 <= site.counts["/feed.xml"] <= 25
    assert 4 <= site.counts["/other.xml"] <= 5
    assert len(desk.lines()) == 1


def test_an_interruption_while_all_is_brought_in_step_does_not_stop_that(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", WRONG)))
    written = Publisher._day
    interrupted: list[int] = []

    def once(self: Publisher, shard: int) -> None:
        if not interrupted:
            interrupted.append(shard)
            raise KeyboardInterrupt
        written(self, shard)

    monkeypatch.setattr(Publisher, "_day", once)
    desk.once(daily(site, page=False))
    assert interrupted
    assert len(desk.lines()) == 1


def test_a_watch_whose_feeds_are_all_gone_ends(site: Site, desk: Desk) -> None:
    site.answers["/feed.xml"] = says(410)
    means = Means(ReaderHere(desk.record), desk.clock)
    with watching(watchlist_of(listed(daily(site)), "feeds.toml"), str(desk.folder), desk.record, means) as held:
        held.forever()
    assert site.counts["/feed.xml"] == 1


@pytest.mark.parametrize("room", [0, 1, 3, 6, 7, 9])
def test_a_full_disk_is_told_in_one_line_and_with_room_the_watch_goes_on(
    room: int, site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/feed.xml"] = xml(feed(item("a", "/a.html", WRONG)))
    synced, left = os.fsync, [room]

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        synced(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(OutputError) as caught:
            desk.once(daily(site, page=False))
    line = caught.value.line()
    assert "No space left on device" in line
    assert line.endswith("make room, or see the place, then start the watch again")
    desk.once(daily(site, page=False))
    assert desk.fates() == ["read"]
    assert len(desk.lines()) == 1
