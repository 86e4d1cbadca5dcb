"""The documentation site in a real browser: with scripts and without, in both colours, served and from a folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.built import built

pytest.importorskip("material", reason="the extra `docs` is not installed")

SERIOUS = ("serious", "critical")
LOOKED_AT = ("index.html", "for-reporters.html", "data/nato.html")
NARROW = (*LOOKED_AT, "limits.html", "reference/commands.html", "methodology.html", "for-analysts.html")


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *told: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("site")
    assert built(found) == ""
    return found


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """Where the site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(10)


@contextmanager
def opened(
    browser: Browser, own: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> Iterator[Page]:
    """A page; what it complains of, or asks of anybody but `own`, fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((own, "data:", "blob:")) else complaints.append(asked.url)
    )
    yield page
    context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", LOOKED_AT)
def test_nothing_serious_on_a_page_with_all_opened(browser: Browser, served: str, path: str, scheme: str) -> None:
    with opened(browser, served, scheme=scheme) as page:
        page.goto(served + path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(page).response["violations"]
        assert not [
            f"{one['id']}: {node['html'][:200]}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]
        ]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("path", NARROW)
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, served: str, path: str, scripts: bool) -> None:
    with opened(browser, served, width=320, scripts=scripts) as page:
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 250, 247)"), ("dark", "rgb(21, 22, 26)")])
def test_the_colours_follow_the_system_without_scripts(browser: Browser, served: str, scheme: str, paper: str) -> None:
    with opened(browser, served, scheme=scheme, scripts=False) as page:
        page.goto(served + "index.html")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
        assert page.locator(".md-search").is_hidden()


def test_everything_is_reached_without_scripts(browser: Browser, served: str) -> None:
    with opened(browser, served, width=320, scripts=False) as page:
        page.goto(served + "limits.html")
        page.locator("header label[for='__drawer']").click()
        page.get_by_role("link", name="Methodology").first.click()
        assert page.url == served + "methodology.html"
        page.goto(served + "data/nato.html")
        page.locator("summary").first.click()
        assert page.locator("details[open] table").first.is_visible()


@pytest.mark.parametrize("place", ["server", "folder"])
def test_the_search_finds_without_a_network(browser: Browser, served: str, folder: Path, place: str) -> None:
    own = served if place == "server" else folder.as_uri() + "/"
    with opened(browser, own) as page:
        page.goto(own + "index.html")
        page.locator(".md-search__input").click()
        page.keyboard.type("revision band")
        found = page.locator(".md-search-result__item a").first
        found.wait_for()
        assert "methodology.html" in (found.get_attribute("href") or "")
