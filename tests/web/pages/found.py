"""Parts of a page by a few of CSS's selectors: `tag`, `.class`, `#id`, `[name]`, `[name=value]`, `[name^=value]`."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

_PART = re.compile(
    r"(?P<tag>^[\w]+)|\.(?P<css>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<name>[\w-]+)(?:(?P<how>\^?=)(?P<value>[^\]]*))?\]"
)


def page_in(text: str) -> Any:
    """The page that `text` is."""
    return html.fromstring(text)


def all_of(page: Any, selector: str) -> list[Any]:
    """Every element below `page` that fits, in order."""
    found: list[Any] = page.xpath("".join(f"//{_step(one)}" for one in selector.split()).replace("//", ".//", 1))
    return found


def _step(simple: str) -> str:
    tag, conditions = "*", ""
    for part in _PART.finditer(simple):
        if part["tag"]:
            tag = part["tag"]
        elif part["css"]:
            conditions += f"[contains(concat(' ', normalize-space(@class), ' '), ' {part['css']} ')]"
        elif part["id"]:
            conditions += f"[@id='{part['id']}']"
        elif part["how"] == "=":
            conditions += f"[@{part['name']}='{part['value']}']"
        elif part["how"]:
            conditions += f"[starts-with(@{part['name']}, '{part['value']}')]"
        else:
            conditions += f"[@{part['name']}]"
    return tag + conditions
