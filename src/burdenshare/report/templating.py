"""What every page is made with: one Jinja environment that escapes each word, and the style that stands in the page."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from burdenshare.report.linking import linked


def environment(*packages: str) -> Environment:
    """A fresh environment over the templates, those of `packages` first; a page adds the words that only it speaks."""
    homes = (*packages, "burdenshare.report")
    made = Environment(
        loader=ChoiceLoader([PackageLoader(home, "templates") for home in homes]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["linked"] = linked
    return made


def style(name: str) -> str:
    """The text of one style sheet, such as `page.css`, to be set into the page: a page loads nothing."""
    return files("burdenshare.report").joinpath("templates", name).read_text(encoding="utf-8")
