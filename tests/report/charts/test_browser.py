"""A live chart in a real browser, under a policy that forbids everything but the page's own files."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from burdenshare.record import Record
from burdenshare.report.charts.figure import figure_of
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.runtime import asset
from burdenshare.report.charts.specs import spec_of

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("vl_convert", reason="the extra `web` is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
FAULTS = """
window.faults = [];
document.addEventListener("securitypolicyviolation", (one) => window.faults.push(one.violatedDirective));
"""


class Site(BaseHTTPRequestHandler):
    """A few files, each with the policy."""

    files: ClassVar[dict[str, tuple[str, bytes]]] = {}

    def do_GET(self) -> None:
        kind, body = self.files.get(self.path, ("text/plain", b""))
        self.send_response(200 if self.path in self.files else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(record: Record) -> Iterator[str]:
    plot = over_releases(record, "DEU", "share_of_gdp", 2024)
    live, broken = figure_of(plot, spec="/spec.json", narrow="/narrow.json"), figure_of(plot, spec="/nothing.json")
    head = '<!doctype html><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="/charts.css">'
    scripts = '<script src="/faults.js"></script><script src="/vega.js"></script><script src="/charts.js"></script>'
    own = [asset(name) for name in ("charts.css", "charts.js", "vega.js")]
    Site.files = {f"/{one.name}": (one.media_type, one.body) for one in own}
    Site.files |= {
        "/favicon.ico": ("image/x-icon", b""),
        "/faults.js": ("text/javascript", FAULTS.encode()),
        "/spec.json": ("application/json", json.dumps(spec_of(plot)).encode()),
        "/narrow.json": ("application/json", json.dumps(spec_of(plot, frame="narrow")).encode()),
        "/live": ("text/html", f"{head}{scripts}{live}".encode()),
        "/broken": ("text/html", f"{head}{scripts}{broken}".encode()),
        "/plain": ("text/html", f"{head}{live}".encode()),
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def opened(browser: Any, address: str, **more: Any) -> tuple[Any, list[str]]:
    """A page at rest, and what it complained of."""
    page = browser.new_page(**more)
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, said


def test_a_figure_becomes_live_and_breaks_no_policy(browser: Any, site: str) -> None:
    page, said = opened(browser, f"{site}/live")
    page.wait_for_selector("figure[data-chart=live] .chart-live svg")
    assert page.evaluate("window.faults") == []
    assert said == []
    assert page.locator(".chart-drawn").count() == 0
    sign = page.locator("[aria-label^='June 2024']").first
    sign.hover()
    page.wait_for_selector(".chart-tip:not([hidden])")
    assert "release 2024-06 of 17 June 2024" in page.locator(".chart-tip").inner_text()
    page.close()


def test_a_point_tells_the_page_where_it_comes_from(browser: Any, site: str) -> None:
    page, _ = opened(browser, f"{site}/live")
    page.wait_for_selector("figure[data-chart=live]")
    page.evaluate("document.addEventListener('chart-point', (one) => { window.told = one.detail; })")
    page.locator("[aria-label^='June 2024']").first.click()
    told = page.evaluate("window.told")
    assert (told["release"], told["published"]) == ("2024-06", "2024-06-17")
    assert told["sources"]
    page.close()


def test_the_drawing_stays_where_the_specification_is_missing(browser: Any, site: str) -> None:
    page, _ = opened(browser, f"{site}/broken")
    page.wait_for_selector("figure[data-chart=drawn]")
    assert page.locator(".chart-wide svg.chart").is_visible()
    assert page.evaluate("window.faults") == []
    page.close()


def test_without_script_the_drawing_is_the_chart_in_both_widths(browser: Any, site: str) -> None:
    for width, shown, hidden in ((1000, "wide", "narrow"), (360, "narrow", "wide")):
        size = {"width": width, "height": 700}
        page, said = opened(browser, f"{site}/plain", java_script_enabled=False, viewport=size)
        assert page.locator(f".chart-{shown} svg").is_visible()
        assert not page.locator(f".chart-{hidden} svg").is_visible()
        assert said == []
        page.close()


def test_a_narrow_page_takes_the_narrow_chart_and_does_not_scroll_sideways(browser: Any, site: str) -> None:
    page, _ = opened(browser, f"{site}/live", viewport={"width": 340, "height": 700})
    page.wait_for_selector("figure[data-chart=live]")
    assert page.locator(".chart-live svg").bounding_box()["width"] <= 330
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


@pytest.mark.parametrize("address", ["live", "plain"])
def test_the_dark_colours_are_those_of_the_style(browser: Any, site: str, address: str) -> None:
    page, _ = opened(browser, f"{site}/{address}", color_scheme="dark")
    if address == "live":
        page.wait_for_selector("figure[data-chart=live]")
    words = page.locator("svg.chart text.f-ink").first
    assert words.evaluate("(one) => getComputedStyle(one).fill") == "rgb(233, 231, 226)"
    ground = "(one) => getComputedStyle(one).backgroundColor"
    if address == "live":
        assert page.locator("svg.chart").first.evaluate(ground) == "rgb(21, 22, 26)"
    page.close()
