"""What the page on watching shows is what a watch prints, on a site of this machine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from burdenshare.cli import cli
from burdenshare.corpus.watching.watchlist import FEED_KEYS, KEYS
from tests.corpus.watching.site import HERE, TALK, Site, feed, holds, item, page, xml
from tools import tutorial

PAGE = Path(__file__).parent.parent / "docs" / "how-to-watch.md"
PUBLIC = "https://news.example.org"
DAY = "Thu, 13 Feb 2025 08:00:00 +0000"
SAID = "Poland spent {} percent of GDP on defence in 2024, the ministry said on Thursday. "


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.open()
    names = ("wrong", "gone")
    made.answers["/world.xml"] = xml(
        feed(*(item(name, f"/{name}.html", title=TITLES[name], day=DAY) for name in names))
    )
    made.answers["/wrong.html"] = holds(page(SAID.format("1.2") + TALK, TITLES["wrong"]))
    right = item("right", "/right.html", SAID.format("4.12") + TALK, TITLES["right"], DAY)
    made.answers["/press.xml"] = xml(feed(right, title="Press"))
    yield made
    made.close()


TITLES = {"wrong": "A budget in winter", "gone": "A page that is gone", "right": "The minister speaks"}


def feeds(site: Site) -> str:
    told = [f'contact = "desk@example.org"\npause = 1\nallow = ["{HERE}"]']
    for path, title, read in (("world", "The Daily", "true"), ("press", "Ministry, press", "false")):
        told.append(f'[[feeds]]\nurl = "{site.root}/{path}.xml"\ntitle = "{title}"\npage = {read}')
    return "\n".join(told) + "\n"


def shown(written: str, site: Site) -> str:
    """The page as this machine prints it, without what differs from run to run."""
    run = tutorial._run

    def told(command: str) -> str:
        Path("feeds.toml").write_text(feeds(site), encoding="utf-8")
        printed = run(command).replace(site.root, PUBLIC)
        return "".join(_steady(line) for line in printed.splitlines(keepends=True))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tutorial, "_run", told)
        return tutorial.shown(written)


STEADY = {"id": "0" * 32, "found": "2026-02-18T12:00:00+00:00", "place": "20260218:1"}
"""What a run makes anew, as the page shows it."""


def _steady(line: str) -> str:
    found = re.match(r'    "(\w+)": "', line)
    if found is None or found[1] not in STEADY:
        return line
    return f'    "{found[1]}": "{STEADY[found[1]]}",\n'


def test_output_in_the_how_to_of_watching_is_what_is_printed(site: Site) -> None:
    written = PAGE.read_text(encoding="utf-8")
    made = shown(written, site)
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(made, encoding="utf-8")
    assert made == written, "run: WRITE_DOCS=1 python -m pytest tests/test_docs_watch.py"


def test_how_to_of_watching_names_every_option_and_key() -> None:
    written = PAGE.read_text(encoding="utf-8")
    options = [name for one in cli.commands["watch"].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if name not in written] == []
    assert [name for name in (*KEYS, *FEED_KEYS) if f"`{name}`" not in written and f"[[{name}]]" not in written] == []
