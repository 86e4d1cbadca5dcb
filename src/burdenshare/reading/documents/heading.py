"""What a page says of itself: its title, who published and who wrote it, and its day.

trafilatura's own metadata hold as much and three times that (categories, tags, licences, pictures), and take as long as
finding the article does. Here the same readers are asked for these four alone, and the search for an author in the body
is made only where some mark in the page could name one.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

DATE_SEARCH: dict[str, Any] = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""A page's day comes from its metadata alone: the extensive search takes any date in the prose for it."""

AUTHOR_MARKS = (
    "author",
    "bbl",
    "bianji",
    "byl",
    "channel-name",
    "journalist-name",
    "posted-by",
    "screenname",
    "submitted-by",
    "username",
    "writer",
    "xiaobian",
    "zuozhe",
)
"""One of these stands in an attribute of whatever trafilatura takes for an author's name (`AUTHOR_XPATHS`): its search
prunes a copy of the page and holds every element against nine patterns, in vain where there is none of them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page says of itself; empty where it does not. `day` is an ISO date."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    day: str = ""


def heading_of(tree: Any) -> Heading:
    """The heading of a parsed page (`lxml.html`), field by field what trafilatura's `extract_metadata` finds."""
    from htmldate import find_date
    from trafilatura import metadata
    from trafilatura.settings import Document as Page

    page: Page = metadata.examine_meta(tree)
    if page.author and " " not in page.author:
        page.author = None
    with suppress(Exception):  # an odd object in JSON-LD is no reason to lose the article
        page = metadata.extract_meta_json(tree, page)
    page.title = page.title or metadata.extract_title(tree)
    if not page.author and _may_name_author(tree):
        page.author = metadata.extract_author(tree)
    page.url = page.url or metadata.extract_url(tree)
    page.date = find_date(tree, **DATE_SEARCH, url=page.url)
    page.sitename = _outlet(page.sitename or metadata.extract_sitename(tree) or "") or _host(page.url)
    page.clean_and_trim()
    return Heading(page.title or "", page.sitename or "", page.author or "", page.date or "")


def _may_name_author(tree: Any) -> bool:
    told = " ".join(_marks()(tree)).lower()
    return any(mark in told for mark in AUTHOR_MARKS) or tree.find(".//author") is not None


@cache
def _marks() -> Any:
    from lxml.etree import XPath

    names = ("class", "id", "itemprop", "rel", "data-testid", "data-component")
    return XPath("|".join(f"//@{name}" for name in names), smart_strings=False)


def _outlet(name: str) -> str:
    """A site's name without the sign of an account, and with a capital where it is not an address."""
    bare = name.lstrip("@")
    return bare.title() if bare and "." not in bare and not bare[0].isupper() else bare


def _host(address: str | None) -> str:
    from trafilatura.metadata import META_URL

    found = META_URL.match(address or "")
    return str(found[1]) if found else ""
