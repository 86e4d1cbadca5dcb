"""XML from strangers: no entities of its own, no fetching, no depth; the tree, or one clear line."""

from __future__ import annotations

from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from burdenshare.errors import DocumentError

DEEPEST = 200
"""Elements within elements: feeds have ten. Deeper trees are made to exhaust whoever walks them."""


class _RefusedError(Exception):
    """Why a document that may be well formed is not read."""


def tree_of(data: bytes, where: str, encoding: str | None = None) -> Element:
    """The root of an XML document; names are `{namespace}local`. Entities of HTML are known, others refused.

    Raises DocumentError for what is not XML, declares entities, or is nested deeper than `DEEPEST`.
    """
    reader = _Reader(encoding)
    try:
        return reader.read(data)
    except _RefusedError as fault:
        remedy = "give a feed without them" if "entit" in str(fault) else "give the articles one by one"
        raise DocumentError(f"XML refused: {fault}", where=where, remedy=remedy) from None
    except (expat.ExpatError, ValueError, LookupError) as fault:
        reason = expat.ErrorString(fault.code) if isinstance(fault, expat.ExpatError) else str(fault)
        place = f" in line {fault.lineno}" if isinstance(fault, expat.ExpatError) else ""
        remedy = "check that it is an RSS or Atom feed"
        raise DocumentError(f"a feed that is not XML ({reason}{place})", where=where, remedy=remedy) from None


class _Reader:
    """One pass of expat over one document."""

    def __init__(self, encoding: str | None) -> None:
        self._builder = TreeBuilder()
        self._depth = 0
        parser = expat.ParserCreate(encoding, namespace_separator="}")
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # or an entity of HTML such as &nbsp; would end the parse
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def read(self, data: bytes) -> Element:
        self._parser.Parse(data, True)
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _RefusedError(f"elements nested deeper than {DEEPEST}")
        self._builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_named(name))

    def _declared(self, name: str, *_: object) -> None:
        raise _RefusedError(f"it declares entities of its own ({name[:40]})")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._builder.data(html5.get(f"{name};", f"&{name};"))


def _named(name: str) -> str:
    """expat's `namespace}local` as ElementTree writes it."""
    return f"{{{name}" if "}" in name else name
