"""Draws the picture of the workbench that README and the tour show: a real page in a real browser.

    python -m tools.screenshot [OUT.png]

Starts the workbench on a free port with a database that is thrown away, checks the example article, opens one card, and
keeps what the
browser shows. Needs the extra `web`, Playwright and a Chromium on the PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from benchmarks.load import served

OUT = Path(__file__).parent.parent / "docs" / "workbench.png"
WIDTH, HEIGHT = 1280, 1000
COLOURS = 128
"""Enough for a page of text and flat tints; the picture stays small."""


def taken(out: Path) -> None:
    """The picture in `out`."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("no chromium on the PATH; install it first")
    with served() as (address, _), sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = launched.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address)
        page.get_by_role("button", name="Try it on an example").click()
        page.locator("a.mark.focus", has_text="4.07 percent").first.click()
        page.locator(".card:target summary", has_text="The figure over releases").click()
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelector('.card:target details.over-releases').scrollIntoView({block: 'end'})")
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(1500)
        page.screenshot(path=out)
        launched.close()


def smaller(out: Path) -> None:
    """The same picture with fewer colours, where a tool for that is at hand."""
    tool = shutil.which("pngquant")
    if tool is None:
        return
    with TemporaryDirectory() as folder:
        made = Path(folder) / "small.png"
        subprocess.run([tool, str(COLOURS), "--output", str(made), str(out)], check=True)
        out.write_bytes(made.read_bytes())


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    taken(out)
    smaller(out)
    print(out)


if __name__ == "__main__":
    main()
