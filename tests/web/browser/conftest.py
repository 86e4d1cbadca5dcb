"""A real browser on a real server: Debian's Chromium, driven by Playwright, over a port of this machine.

Set `BURDENSHARE_SCREENSHOTS` to a folder to keep a picture of every page that is walked.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from burdenshare.web.app import create_app
from burdenshare.web.settings import Settings

PATIENCE = 30_000
"""Milliseconds that a test waits for what it expects: a machine that also does other work must not fail it."""
expect.set_options(timeout=PATIENCE)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def address(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server of its own listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("browsed")
    chosen = replace(settings, port=port, database=f"sqlite:///{home / 'reports.db'}")
    server = uvicorn.Server(uvicorn.Config(create_app(chosen), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(600):
        if server.started:
            break
        time.sleep(0.1)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for these tests, gone before others begin: while it lives, an event loop runs in this thread."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page at 1280 pixels; what it complains of, or asks of others, fails the test."""
    yield from _watched(browser, address, width=1280)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The same at 320 pixels, the narrowest that must work."""
    yield from _watched(browser, address, width=320)


@pytest.fixture
def bare(browser: Browser, address: str) -> Iterator[Page]:
    """The same without scripts."""
    yield from _watched(browser, address, width=1280, scripts=False)


@pytest.fixture
def refused(browser: Browser, address: str) -> Iterator[Page]:
    """A page that is to be refused: the console says so, which is no complaint."""
    yield from _watched(browser, address, width=1280, refusals=True)


def _watched(
    browser: Browser, address: str, *, width: int, scripts: bool = True, refusals: bool = False
) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900}, java_script_enabled=scripts, accept_downloads=True
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("request", lambda asked: complaints.append(asked.url) if _foreign(asked.url, address) else None)
    yield page
    context.close()
    assert not [one for one in complaints if not (refusals and "status of 4" in one)]


def _foreign(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keeps a picture of a page where `BURDENSHARE_SCREENSHOTS` names a folder."""
    folder = os.environ.get("BURDENSHARE_SCREENSHOTS")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return keep
