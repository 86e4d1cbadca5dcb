"""From bytes to text. Nothing is guessed: a wrong guess would change words and currencies."""

from __future__ import annotations

import re

from burdenshare.errors import DocumentError, InputError

MOST_CONTROLS = 0.02
"""Share of control characters above which a file is no text. Terminal logs and form feeds stay below."""

LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii"})
"""Names under which pages declare what browsers read as Windows-1252 (WHATWG, Encoding Standard)."""

NAME_IT = "convert it to UTF-8, or name its encoding with --encoding"

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(data: bytes, where: str, encoding: str | None = None, declared: str = "") -> str:
    """The text in `data`: as `encoding` says, else UTF-16 by its mark, else UTF-8, else as `declared` around it (by the
    server or the message), else as a web page declares of itself. Raises DocumentError and InputError.
    """
    wide = declared.lower().startswith(("utf-16", "utf16", "utf-32", "utf32"))
    if encoding is not None:
        text = _strict(data, known_encoding(encoding), where)
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16", where)
    elif wide:
        text = _as_declared(data, declared, where)
    elif b"\x00" in data:
        raise _binary(where)
    else:
        text = _narrow(data, where, declared)
    text = text.removeprefix("\ufeff")
    if "\x00" in text or len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise _binary(where)
    return text


def known_encoding(name: str) -> str:
    """`name`, if Python can decode text with it. Raises InputError."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return name  # half a letter of a wide encoding
    except (LookupError, ValueError):
        remedy = "give a name such as utf-8, windows-1252, iso-8859-1 or utf-16"
        raise InputError(f"unknown encoding '{name}'", where="--encoding", remedy=remedy) from None
    return name


def whole(text: str, where: str) -> str:
    """`text`, unless it holds halves of characters (lone surrogates) or NUL, which no output could bear."""
    if _SURROGATE.search(text) or "\x00" in text:
        raise DocumentError("holds broken characters: not a text", where=where, remedy="export it again as UTF-8")
    return text


def _binary(where: str) -> DocumentError:
    remedy = "give plain text, Markdown, HTML, PDF, mail (.eml), a feed or JSON Lines"
    return DocumentError("a binary file, not a text", where=where, remedy=remedy)


def _narrow(data: bytes, where: str, declared: str) -> str:
    """UTF-8, or else what is declared; browsers read a declared Latin-1 as Windows-1252, and so do we."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        found = _CHARSET.search(data[:4096])
        name = (declared or (found[1].decode("ascii", "replace") if found else "utf-8")).lower()
        if name in {"utf-8", "utf8"}:
            raise _wrong(where, "UTF-8", fault.start) from None
    return _as_declared(data, name, where)


def _as_declared(data: bytes, name: str, where: str) -> str:
    try:
        return _strict(data, "cp1252" if name.lower() in LATIN_1 else known_encoding(name), where)
    except InputError as fault:
        if isinstance(fault, DocumentError):
            raise
        raise DocumentError(f"wrongly encoded: declares '{name}'", where=where, remedy=NAME_IT) from None


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as fault:
        raise _wrong(where, encoding.upper(), getattr(fault, "start", 0)) from None


def _wrong(where: str, encoding: str, at: int) -> DocumentError:
    return DocumentError(f"wrongly encoded: not {encoding} at byte {at}", where=where, remedy=NAME_IT)
