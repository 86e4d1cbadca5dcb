"""A document of `docs/` as HTML: headings that can be linked to, tables that scroll, nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from burdenshare.errors import RecordError

CHECKOUT = Path(__file__).resolve().parents[4] / "docs"
"""Where the documents stand beside the source; a wheel carries the pages' own (`texts/`, see pyproject.toml)."""


@cache
def written(name: str) -> str:
    """The document as HTML; HTML of its own would be shown as letters. Raises RecordError where it lacks."""
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=Renderer).enable("table")
    tokens = parser.parse(_text(name))
    _name_headings(tokens)
    _close_ways_out(tokens)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


class Renderer(RendererHTML):
    """Tables in a region that the keyboard can scroll, under the name of the heading before them."""

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The region with the table."""
        told = next((tokens[at + 1].content for at in range(idx, -1, -1) if tokens[at].type == "heading_open"), "")
        label = re.sub(r'[<>&"`*]', "", told)
        return f'<div class="scroll" role="region" tabindex="0" aria-label="Table: {label}"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of both."""
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A heading of a column."""
        return '<th scope="col">'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A cell; alignment would be a style attribute, which the policy forbids."""
        return "<td>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Program text or what it prints."""
        kind = "Printed" if tokens[idx].info == "text" else "Program"
        printed = super().fence(tokens, idx, options, env)
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{kind}">{printed}</div>\n'


def _text(name: str) -> str:
    packaged = files("burdenshare.web").joinpath("texts", name)
    try:
        if (CHECKOUT / name).is_file():
            return (CHECKOUT / name).read_text(encoding="utf-8")
        return packaged.read_text(encoding="utf-8")
    except OSError:
        raise RecordError("the document is missing", where=name, remedy="reinstall burdenshare") from None


def _name_headings(tokens: Sequence[Token]) -> None:
    """An id for each heading, as the links among them (and GitHub) call it."""
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            plain = re.sub(r"[^\w\- ]", "", words.content.casefold())
            heading.attrSet("id", plain.replace(" ", "-"))


def _close_ways_out(tokens: Sequence[Token]) -> None:
    """Links to other documents, which no page shows, become plain words."""
    for token in tokens:
        open_links: list[bool] = []
        for child in token.children or []:
            if child.type == "link_open":
                kept = str(child.attrs.get("href", "")).startswith(("#", "https://"))
                open_links.append(kept)
                _become(child, "a", kept)
            elif child.type == "link_close":
                _become(child, "a", open_links.pop())


def _become(token: Token, tag: str, kept: bool) -> None:
    token.tag = tag if kept else "span"
    if not kept and token.nesting == 1:
        token.attrs = {}
