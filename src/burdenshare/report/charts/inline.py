"""Drawn SVG made fit to stand in a page under a strict policy: named, described, and free of all that could act.

The renderer's output is taken for a stranger's all the same: only known elements and attributes pass. Each colour also
becomes a class (`f-ink`, `s-line`), so that `charts.css` gives the same picture its colours in the dark.
"""

from __future__ import annotations

import re
from hashlib import sha256

from lxml import etree

from burdenshare.errors import InputError
from burdenshare.report.charts.themes import LIGHT

SPACE = "http://www.w3.org/2000/svg"

ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"})
"""Everything the renderer draws charts with."""

_DRAWN = """
    class clip-path cx cy d dx dy fill fill-opacity font-family font-size font-style font-weight height id opacity r
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
    stroke-width text-anchor transform version viewBox width x x1 x2 y y1 y2
"""
ATTRIBUTES = frozenset(_DRAWN.split())

ROLES = {colour: name for name, colour in LIGHT.named().items()}
_OWN_REFERENCE = re.compile(r"url\(#[\w-]+\)")


def sanitised(drawn: str, *, title: str, description: str) -> str:
    """The drawn SVG with a title and a description read aloud for it. Raises InputError where it is no SVG."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        root = etree.fromstring(drawn.encode("utf-8"), parser)
    except etree.XMLSyntaxError as fault:
        raise InputError(f"the drawing is no SVG ({fault})", where="chart", remedy="draw it again") from None
    if root.tag != f"{{{SPACE}}}svg":
        raise InputError("the drawing is no SVG", where="chart", remedy="draw it again")
    mark = sha256(drawn.encode("utf-8")).hexdigest()[:12]
    _cleaned(root, f"c{mark}")
    root.set("class", "chart")
    root.set("role", "img")
    names = {"title": f"c{mark}-title", "desc": f"c{mark}-desc"}
    root.set("aria-labelledby", " ".join(names.values()))
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        told = etree.Element(f"{{{SPACE}}}{tag}", id=names[tag])
        told.text = _printable(words)
        root.insert(place, told)
    etree.cleanup_namespaces(root, top_nsmap={None: SPACE})
    made: str = etree.tostring(root, encoding="unicode")
    return made


def _cleaned(root: etree._Element, prefix: str) -> None:
    for one in list(root.iter()):
        kind = etree.QName(one).localname
        parent = one.getparent()
        if kind not in ELEMENTS or etree.QName(one).namespace != SPACE:
            if parent is not None:
                parent.remove(one)
            continue
        classes = _classes(one)
        for name, value in list(one.attrib.items()):
            if name not in ATTRIBUTES or ("url(" in value and not _OWN_REFERENCE.fullmatch(value)):
                del one.attrib[name]
            elif name == "id":
                one.set(name, f"{prefix}-{value}")  # two charts on one page must not share names
            elif "url(#" in value:
                one.set(name, value.replace("url(#", f"url(#{prefix}-"))
        one.attrib.pop("class", None)
        if classes:
            one.set("class", " ".join(classes))


def _classes(one: etree._Element) -> list[str]:
    """A class for each of the theme's colours that fills or strokes an element."""
    found = []
    for prefix, name in (("f", "fill"), ("s", "stroke")):
        role = ROLES.get((one.get(name) or "").lower())
        if role is not None:
            found.append(f"{prefix}-{role}")
    return found


def _printable(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable() or letter == "\n")
