"""Addresses inside sentences as links: what closes the sentence around an address is no part of it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_ADDRESS = re.compile(r"https?://[^\s<>\"|]+")
_CLOSING = ".,:;!?'’”"


def linked(text: str) -> Markup:
    """The text, every word escaped, with its web addresses as links that tell nobody where they were followed from."""
    made, end = Markup(), 0
    for found in _ADDRESS.finditer(text):
        address = _bare(found[0])
        made += escape(text[end : found.start()])
        made += Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address)
        end = found.start() + len(address)
    return made + escape(text[end:])


def _bare(address: str) -> str:
    """An address without what closes the sentence around it; a bracket of its own (`..._(Denmark)`) stays."""
    while True:
        bare = address.rstrip(_CLOSING)
        if bare.endswith(")") and bare.count(")") > bare.count("("):
            bare = bare[:-1]
        if bare == address:
            return bare
        address = bare
