"""Draws the picture of an archive's page that its how-to shows: the shipped example in a real browser.

    python -m tools.archive_picture [OUT.png]

Needs the extra `corpus`, Playwright and a Chromium on the PATH.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from burdenshare.corpus.asking.asking import asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.asking.page import page
from burdenshare.corpus.engines.local import LocalEngine
from burdenshare.corpus.model import Bounds
from burdenshare.corpus.running import run
from burdenshare.record import load_record
from tools.screenshot import smaller

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "images" / "archive.png"
NEWS = ROOT / "examples" / "archive" / "news.jsonl"
WIDTH, HEIGHT = 1000, 1560


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("no chromium on the PATH; install it first")
    record = load_record()
    with TemporaryDirectory() as folder:
        place, shown = Path(folder) / "archive", Path(folder) / "archive.html"
        run([str(NEWS)], str(place), LocalEngine(1, Bounds()), record)
        with data_set_at(str(place)) as data, asking(data) as asked:
            text = page(asked, record).replace(str(NEWS), NEWS.relative_to(ROOT).as_posix())
        shown.write_text(text, encoding="utf-8")
        with sync_playwright() as playwright:
            launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            opened = launched.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            opened.goto(shown.as_uri())
            opened.screenshot(path=out)
            launched.close()
    smaller(out)
    print(out)


if __name__ == "__main__":
    main()
