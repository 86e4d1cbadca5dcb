"""`burdenshare watch` as a user calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from burdenshare.cli import main
from burdenshare.corpus.locking import alone
from burdenshare.corpus.storage import LocalStorage
from tests.corpus.watching.site import HERE, WRONG, Site, feed, item, says, xml

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.open()
    made.answers["/feed.xml"] = xml(feed(item("a", "/a.html", WRONG)))
    yield made
    made.close()


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    told = f'contact = "desk@example.org"\nallow = ["{HERE}"]\npause = 1\n[[feeds]]\nurl = "{site.root}/feed.xml"\n'
    path = tmp_path / "feeds.toml"
    path.write_text(f'{told}title = "The Daily"\npage = false\n', encoding="utf-8")
    return path


def test_watching_once_tells_what_was_done_and_what_is_contradicted(
    feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "watched"
    assert main(["watch", str(feeds), "--out", str(out), "--once"]) == 0
    captured = capsys.readouterr()
    told = " ".join(captured.out.split())
    assert "1 feed asked, 0 not changed; 1 new entry, 0 changed 1 document kept 1 read and judged" in told
    assert "1 statement newly contradicted: new.jsonl, contradicted.xml" in told
    assert "The Daily: contradicted: Poland spent 1.2 percent" in captured.err
    assert len((out / "new.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_as_json(feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(feeds), "--out", str(tmp_path / "watched"), "--once", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert (shape["asked"], shape["contradicted"], shape["documents"]["read"]) == (1, 1, 1)
    assert shape["feeds"][0]["title"] == "The Daily"


def test_a_dry_run_asks_nobody_and_writes_nothing(
    site: Site, feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", str(feeds), "--out", str(tmp_path / "watched"), "--dry-run"]) == 0
    assert "The Daily" in capsys.readouterr().out
    assert main(["watch", str(feeds), "--out", str(tmp_path / "watched"), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["feeds"][0]["interval"] == 30
    assert site.asked == []
    assert not (tmp_path / "watched").exists()


def test_where_no_feed_could_be_had_the_exit_code_says_so(
    site: Site, feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers["/feed.xml"] = says(500)
    assert main(["watch", str(feeds), "--out", str(tmp_path / "watched"), "--once"]) == 2
    captured = capsys.readouterr()
    assert "answered 500" in captured.err
    assert "no feed could be had" in captured.err.splitlines()[-1]


def test_a_second_watch_into_the_same_folder_is_refused(
    feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "watched"
    with alone(LocalStorage(out)):
        assert main(["watch", str(feeds), "--out", str(out), "--once"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "another run works on it" in line


def test_a_file_with_a_fault_is_told_in_one_line(
    feeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds.write_text(feeds.read_text(encoding="utf-8").replace("page", "pages"), encoding="utf-8")
    assert main(["watch", str(feeds), "--out", str(tmp_path / "watched"), "--once"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "feeds.toml, feed 1: unknown key 'pages'; did you mean page" in line


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_it_with_all_that_was_read(feeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "watched"
    command = [sys.executable, "-m", "burdenshare", "watch", str(feeds), "--out", str(out)]
    said = subprocess.PIPE
    settings = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    process = subprocess.Popen(command, stdout=said, stderr=said, text=True, cwd=ROOT, env=settings)
    assert process.stderr is not None
    for line in process.stderr:
        if "contradicted" in line:
            break
    process.send_signal(signal.SIGINT)
    told, rest = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in rest
    assert "1 statement newly contradicted" in told
    assert len((out / "new.jsonl").read_text(encoding="utf-8").splitlines()) == 1
