"""What the documentation site takes from elsewhere in the repository, and what every page of it gets.

mkdocs loads this file by its path (`hooks` in mkdocs.yml). The site has the colours of the workbench by taking them
from its style sheet, and the changelog and the licences of the data by reading the files at the root: nothing is kept
twice. Tables stand in regions that the keyboard can scroll, with scripts or without.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "burdenshare"
COLOURS = PACKAGE / "report" / "templates" / "page.css"
ICON = PACKAGE / "web" / "static" / "icon.svg"

TAKEN = {
    "changelog.md": "CHANGELOG",
    "data/licences.md": "DATA_LICENSES",
    "data/contributing.md": "src/burdenshare/data/CONTRIBUTING",
}
"""Pages of the site that stand elsewhere in the repository."""

_ROOTS = re.compile(
    r":root \{\n.*?\n\}\n|@media \(prefers-color-scheme: dark\) \{\n  :root \{\n.*?\n  \}\n\}\n", re.DOTALL
)
_LINK_INTO_DOCS = re.compile(r"\]\(docs/([^)]+)\)")
_LINK_OUT = re.compile(r"\]\((?:\.\./)+(CHANGELOG|DATA_LICENSES|src/burdenshare/data/CONTRIBUTING)\.md((?:#[^)]*)?)\)")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th(?=[ >])")
_CELL = re.compile(r"<td([^>]*)>(.*?)</td>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_NAMELESS = 'data-md-component="search" role="dialog"'
SHORT = 16
"""Letters of a cell that stays on one line: a day, a release, a span of years."""
_MARKUP = re.compile(r"<a class=\"headerlink\".*?</a>|<[^>]+>", re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages, the icon and the colours that stand elsewhere."""
    for place, name in TAKEN.items():
        files.append(File.generated(config, place, content=_within_docs(ROOT / f"{name}.md", place)))
    files.append(File.generated(config, "assets/icon.svg", abs_src_path=str(ICON)))
    files.append(File.generated(config, "assets/colours.css", content=colours()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leads links to documents of the root to their pages here."""
    up = "../" * page.file.src_uri.count("/")
    places = {name: place for place, name in TAKEN.items()}
    return _LINK_OUT.sub(lambda found: f"]({up}{places[found[1]]}{found[2]})", markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts every table into a region of its own, under the name of the heading in front of it."""
    headings = [(found.start(), _plain(found[1])) for found in _HEADING.finditer(html)]

    def region(found: re.Match[str]) -> str:
        told = next((words for start, words in reversed(headings) if start < found.start()), str(page.title))
        label = escape(f"Table: {told}", quote=True)
        table = _CELL.sub(_short, _HEAD_CELL.sub('<th scope="col"', found[0]))
        return f'<div class="region" role="region" tabindex="0" aria-label="{label}">{table}</div>'

    return _TABLE.sub(region, html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Gives the search a name for who cannot see it, which the theme forgets."""
    return output.replace(_NAMELESS, f'{_NAMELESS} aria-label="Search"', 1)


def colours() -> str:
    """The palette of the workbench, for the light and for the dark, as its own style sheet declares it."""
    found = _ROOTS.findall(COLOURS.read_text(encoding="utf-8"))
    if len(found) != 2:
        raise ValueError(f"{COLOURS.name} no longer begins with its two sets of colours")
    return "".join(found)


def _within_docs(source: Path, place: str) -> str:
    """A document of the root as a page of the site: its links into `docs/` lead to the pages themselves."""
    up = "../" * place.count("/")
    return _LINK_INTO_DOCS.sub(rf"]({up}\1)", source.read_text(encoding="utf-8"))


def _short(cell: re.Match[str]) -> str:
    return f'<td class="short"{cell[1]}>{cell[2]}</td>' if len(_plain(cell[2])) <= SHORT else cell[0]


def _plain(html: str) -> str:
    return " ".join(_MARKUP.sub("", html).split())
