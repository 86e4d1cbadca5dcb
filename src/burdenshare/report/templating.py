"""What every page is made with: one Jinja environment that escapes each word, and the style that stands in the page."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """A fresh environment over the templates; a page adds the words that only it speaks."""
    return Environment(
        loader=PackageLoader("burdenshare.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style(name: str) -> str:
    """The text of one style sheet, such as `page.css`, to be set into the page: a page loads nothing."""
    return files("burdenshare.report").joinpath("templates", name).read_text(encoding="utf-8")
