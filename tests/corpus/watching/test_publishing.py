"""What others read is made from what the watch knows, and made again where it is missing or was cut short."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from burdenshare.corpus.asking.asking import asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.manifest import held
from burdenshare.corpus.storage import LocalStorage
from burdenshare.corpus.watching.timing import DAY as ONE_DAY
from tests.corpus.watching.conftest import Desk
from tests.corpus.watching.site import WRONG, Site, feed, item, xml


def watched(site: Site, desk: Desk) -> dict[str, bytes]:
    """Three contradictions, read."""
    said = [WRONG.replace("1.2", f"1.{number}") for number in range(3)]
    site.answers["/feed.xml"] = xml(feed(*(item(str(at), f"/{at}", text) for at, text in enumerate(said))))
    again(site, desk)
    return files(desk)


def again(site: Site, desk: Desk) -> None:
    desk.once({"url": f"{site.root}/feed.xml", "title": "The Daily", "page": False})


def files(desk: Desk) -> dict[str, bytes]:
    paths = [
        one for one in desk.folder.rglob("*") if one.is_file() and one.suffix in (".parquet", ".json", ".jsonl", ".xml")
    ]
    return {one.relative_to(desk.folder).as_posix(): one.read_bytes() for one in paths}


def test_the_manifest_names_every_part_with_its_hash(site: Site, desk: Desk) -> None:
    made = watched(site, desk)
    found = held(LocalStorage(desk.folder))
    assert found is not None
    assert found.finished
    assert found.plan == "watch"
    assert (found.rows["documents"], found.fates, found.shards) == (3, {"read": 3}, 1)
    parts = {name: sha256(data).hexdigest() for name, data in made.items() if name.endswith(".parquet")}
    assert found.parts == parts


def test_what_can_be_asked_of_an_archive_can_be_asked_of_it(site: Site, desk: Desk) -> None:
    watched(site, desk)
    desk.clock.time += ONE_DAY
    site.answers["/feed.xml"] = xml(feed(item("x", "/x", WRONG.replace("1.2", "1.7"))))
    again(site, desk)
    sql = "SELECT clock, count(*) FROM verdicts WHERE verdict = 'contradicted' GROUP BY 1 ORDER BY 1"
    with data_set_at(str(desk.folder)) as found, asking(found) as asked:
        assert asked.ask(sql).rows == [("now", 4), ("then", 4)]
        assert asked.ask("SELECT count(*) FROM sketches WHERE octet_length(sketch) > 0").rows == [(4,)]


def test_a_day_is_a_part_of_each_table_and_earlier_ones_stay_as_they_are(site: Site, desk: Desk) -> None:
    first = watched(site, desk)
    desk.clock.time += ONE_DAY
    site.answers["/feed.xml"] = xml(feed(item("x", "/x", WRONG.replace("1.2", "1.7"))))
    again(site, desk)
    parts = sorted(one for one in files(desk) if one.startswith("documents/"))
    assert parts == ["documents/part-20260218.parquet", "documents/part-20260219.parquet"]
    assert all(files(desk)[name] == data for name, data in first.items() if name.endswith(".parquet"))
    assert [(row["shard"], row["row"]) for row in desk.rows()] == [
        (20260218, 0),
        (20260218, 1),
        (20260218, 2),
        (20260219, 0),
    ]


@pytest.mark.parametrize("cut", [0, 1, 10, 500, -1])
def test_a_stream_that_was_cut_short_is_made_whole(cut: int, site: Site, desk: Desk) -> None:
    whole = watched(site, desk)["new.jsonl"]
    (desk.folder / "new.jsonl").write_bytes(whole[:cut])
    again(site, desk)
    assert (desk.folder / "new.jsonl").read_bytes() == whole


def test_half_a_line_that_a_killed_watch_left_is_taken_away(site: Site, desk: Desk) -> None:
    whole = watched(site, desk)["new.jsonl"]
    (desk.folder / "new.jsonl").write_bytes(whole + b'{"event": "contra')
    again(site, desk)
    assert (desk.folder / "new.jsonl").read_bytes() == whole


def test_the_stream_only_grows(site: Site, desk: Desk) -> None:
    whole = watched(site, desk)["new.jsonl"]
    with (desk.folder / "new.jsonl").open("rb") as reading:  # somebody follows it
        reading.read()
        desk.clock.time += ONE_DAY
        site.answers["/feed.xml"] = xml(feed(item("x", "/x", WRONG.replace("1.2", "1.7"))))
        again(site, desk)
        (line,) = reading.read().splitlines()
    assert json.loads(line)["quote"] == WRONG.replace("1.2", "1.7")
    assert (desk.folder / "new.jsonl").read_bytes().startswith(whole)


@pytest.mark.parametrize("name", ["new.jsonl", "contradicted.xml", "manifest.json"])
def test_what_is_missing_is_made_again(name: str, site: Site, desk: Desk) -> None:
    made = watched(site, desk)
    (desk.folder / name).unlink()
    again(site, desk)
    assert files(desk) == made


def test_the_feed_holds_the_newest(site: Site, desk: Desk) -> None:
    watched(site, desk)
    desk.once({"url": f"{site.root}/feed.xml", "title": "The Daily", "page": False}, latest=2)
    text = (desk.folder / "contradicted.xml").read_text(encoding="utf-8")
    assert text.count("<entry>") == 2
    newest = [line["words"] for line in desk.lines()][-2:]
    assert all(words in text for words in newest)
