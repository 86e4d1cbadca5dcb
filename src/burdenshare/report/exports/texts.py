"""The saved report as text inside other forms, and words of articles made harmless for each of them."""

from __future__ import annotations

import json
import re
from typing import Any

from burdenshare.report import wording
from burdenshare.report.report import Report

_SURROGATES = re.compile("[\ud800-\udfff]")


def saved_shape(report: Report) -> dict[str, Any]:
    """The saved report, with the text where the report still holds it."""
    return report.to_dict(with_text=True)


def json_text(shape: Any, indent: int | None = None) -> str:
    """JSON that every encoding of Unicode can write: half characters, which no file may hold, are escaped."""
    text = json.dumps(shape, ensure_ascii=False, indent=indent, allow_nan=False)
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def whole(text: str) -> str:
    """`text` with half characters replaced."""
    return _SURROGATES.sub("\ufffd", text)


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str | None) -> str | None:
    """Words of an article as a cell of a table: a spreadsheet must not take them for a formula."""
    if text is None:
        return None
    plain = whole(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~&])")
_LIST = re.compile(r"^(\d+)([.)])|^([-+=])")


def markdown(text: str) -> str:
    """Words of an article as Markdown that shows them as they are, on one line, also at its beginning."""
    return _LIST.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", inline(text))


def inline(text: str) -> str:
    """The same behind other words of a line."""
    plain = _MARKUP.sub(lambda found: f"\\{found[1]}", whole(wording.clean(text)))
    return plain.replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")


def link(label: str, address: str) -> str:
    """A link of Markdown; the label alone where there is no address."""
    if not address.startswith(("http://", "https://")):
        return markdown(label)
    safe = re.sub(r"[\s<>\"\\]", lambda found: "".join(f"%{one:02X}" for one in found[0].encode()), whole(address))
    return f"[{markdown(label)}](<{safe}>)"


def in_comment(text: str) -> str:
    """JSON that may stand in an HTML comment: no two hyphens and no angle bracket in a row of characters."""
    return text.replace("--", "-\\u002d").replace("<", "\\u003c").replace(">", "\\u003e")
