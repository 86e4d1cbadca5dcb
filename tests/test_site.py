"""The documentation site: it builds without a word, every link leads somewhere, and it loads nothing from anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement

import burdenshare as bs
from tests.built import ROOT, built

pytest.importorskip("material", reason="the extra `docs` is not installed")

from tools.site.hooks import TAKEN, colours

Pages = dict[Path, HtmlElement]

LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "use": ("href",),
    "form": ("action",),
}
"""Elements that load what an attribute names."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    said = built(folder)
    assert said == ""
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every page by its file."""
    return {one: html.parse(one).getroot() for one in sorted(site.rglob("*.html"))}


def target(site: Path, page: Path, link: str) -> Path:
    """The file that a link of `page` leads to; the page of errors names files from the root."""
    path = unquote(urlsplit(link).path)
    if not path:
        return page
    return (site / path.lstrip("/") if path.startswith("/") else page.parent / path).resolve()


def links(page: HtmlElement) -> Iterator[str]:
    """What leads to other places of the site."""
    for one in page.iter("a"):
        link = one.get("href")
        if link is not None and not urlsplit(link).scheme:
            yield link


def test_every_document_is_a_page(site: Path) -> None:
    documents = [one.relative_to(ROOT / "docs") for one in (ROOT / "docs").rglob("*.md")]
    assert len(documents) > 30
    for one in [*documents, *map(Path, TAKEN)]:
        assert (site / one.with_suffix(".html")).is_file(), one


def test_every_page_is_reached_from_the_first_one(site: Path, pages: Pages) -> None:
    start = site / "index.html"
    found, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        for link in links(pages[page]):
            leads = target(site, page, link)
            if leads in pages and leads not in found:
                found.add(leads)
                waiting.append(leads)
    assert set(pages) - found == {site / "404.html"}


def test_no_link_and_no_anchor_is_dead(site: Path, pages: Pages) -> None:
    anchors = {page: {one.get("id") for one in tree.iter() if one.get("id")} for page, tree in pages.items()}
    dead = []
    checked = 0
    for page, tree in pages.items():
        for link in links(tree):
            leads, anchor = target(site, page, link), unquote(urlsplit(link).fragment)
            checked += 1
            known = leads.is_file() and (not anchor or anchor in anchors.get(leads, ()))
            if not known:
                dead.append(f"{page.name}: {link}")
    assert checked > 1000
    assert dead == []


def loads(tree: HtmlElement) -> Iterator[str]:
    """Every address that a browser loads for a page by itself."""
    for one in tree.iter():
        for name in LOADING.get(str(one.tag), ()):
            value = one.get(name)
            if value:
                yield value
        if one.tag == "link" and one.get("rel") not in ("next", "prev", "canonical"):
            yield one.get("href", "")
        yield from re.findall(r"url\(['\"]?([^'\")]+)", one.get("style") or "")


def test_no_page_loads_anything_from_anybody(site: Path, pages: Pages) -> None:
    for page, tree in pages.items():
        for address in loads(tree):
            assert not urlsplit(address).netloc, f"{page.name}: {address}"
            assert urlsplit(address).scheme in ("", "data"), f"{page.name}: {address}"
            if not address.startswith("data:"):
                assert address == "." or target(site, page, address).exists(), f"{page.name}: {address}"


def test_no_style_sheet_loads_anything_from_anybody(site: Path) -> None:
    sheets = sorted(site.rglob("*.css"))
    assert {"house.css", "colours.css"} <= {one.name for one in sheets}
    for sheet in sheets:
        written = sheet.read_text(encoding="utf-8")
        assert "@import" not in written
        for address in re.findall(r"url\(\s*(['\"]?)(.*?)\1\s*\)", written, re.DOTALL):
            assert address[1].startswith("data:"), f"{sheet.name}: {address[1][:80]}"


def test_the_browser_is_told_to_load_nothing_from_anybody(pages: Pages) -> None:
    for page, tree in pages.items():
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert parts.pop("default-src") == "'none'", page.name
        allowed = {"'self'", "'none'", "'unsafe-inline'", "data:", "file:"}
        assert all(set(sources.split()) <= allowed for sources in parts.values()), page.name


def test_a_page_has_one_heading_its_pictures_words_and_its_tables_a_name(pages: Pages) -> None:
    for page, tree in pages.items():
        assert len(tree.xpath("//h1")) == 1, page.name
        assert all(one.get("alt") is not None for one in tree.iter("img")), page.name
        for table in tree.xpath("//article//table[not(contains(@class, 'highlight'))]"):
            region = table.getparent()
            assert region.get("tabindex") == "0", page.name
            assert region.get("aria-label", "").startswith("Table: "), page.name


def test_no_page_offers_to_be_edited_somewhere(pages: Pages) -> None:
    for tree in pages.values():
        assert not tree.xpath("//*[contains(@class, 'md-content__button') or contains(@class, 'md-source')]")


def test_a_site_is_built_alike_twice(site: Path, tmp_path: Path) -> None:
    assert built(tmp_path / "again") == ""

    def hashes(folder: Path) -> dict[str, str]:
        files = (one for one in folder.rglob("*") if one.is_file())
        return {str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest() for one in files}

    assert hashes(tmp_path / "again") == hashes(site)


def test_the_search_of_a_folder_finds_what_the_search_of_a_server_finds(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert (site / "search" / "search_index.js").read_text(encoding="utf-8") == f"var __index = {index}"
    assert '"location":"limits.html"' in index


def test_the_site_has_the_colours_of_the_workbench() -> None:
    light, dark = colours().split("@media (prefers-color-scheme: dark)")
    for name in ("--paper", "--ink", "--accent", "--supported", "--contradicted"):
        assert name in light
        assert name in dark


def test_the_chart_of_the_documents_is_what_is_drawn() -> None:
    command = "burdenshare record NATO allies_at_guideline 2024 --as-of 2025-02-13 --chart docs/images/allies-2024.svg"
    chart = bs.chart("NATO", "allies_at_guideline", 2024, as_of=date(2025, 2, 13))
    drawn = (ROOT / "docs" / "images" / "allies-2024.svg").read_text(encoding="utf-8")
    assert drawn == chart.svg(), f"run: {command} --force"
