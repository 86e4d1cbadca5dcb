"""Documents at the door: files and strings become a `Document`, or one clear line says why not.

The text as given is what every offset points into: for plain text and Markdown the decoded file itself (front matter
included, a byte-order mark not), for HTML the text that trafilatura extracts.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from burdenshare.errors import DateError, DocumentError, InputError
from burdenshare.reading.datelines import dateline
from burdenshare.reading.english import foreign
from burdenshare.reading.model import Document

RECORD_BEGINS = date(1949, 4, 4)
"""The treaty's day: the first dated entry of the record. No text is older than what it could be held against."""

FIRST_RELEASE = date(2016, 7, 4)
"""The oldest NATO release held; an older text can be judged on events, offices and members alone."""

MOST_BYTES = 20_000_000
"""A hundred novels: more is a dump, not an article."""

MOST_CONTROLS = 0.02
"""Share of control characters above which a file is no text. Terminal logs and form feeds stay below."""

STDIN = "-"

LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii"})
"""Names under which pages declare what browsers read as Windows-1252 (WHATWG, Encoding Standard)."""

DATE_SEARCH = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""A page's day comes from its metadata alone: the extensive search takes any date in the prose for it."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def load_document(path: str | Path, *, on: date | None = None, encoding: str | None = None) -> Document:
    """The document in the file `path`, or on standard input for `-`; `on` wins over any date found in it.

    `encoding` names what the bytes are written in; without it UTF-8, a byte-order mark or what a page declares.
    Raises DocumentError (missing, directory, unreadable, empty, binary, larger than 20 MB, wrongly encoded, not
    English), InputError (an encoding nobody knows) and DateError (no day, or one before the record begins).
    """
    where = "stdin" if str(path) == STDIN else str(path)
    text = decoded(_bytes(str(path), where), where, encoding)
    if Path(where).suffix.lower() in {".html", ".htm", ".xhtml"} or _HTML.match(text):
        document = _from_html(text, where)
    else:
        document = _from_text(text)
    return _admitted(replace(document, id=Path(where).stem), on, where)


def document_of(text: str, *, on: date | None = None) -> Document:
    """The document of a string; its id is made from the text. Raises what `load_document` does."""
    if len(text) > MOST_BYTES:
        raise DocumentError(f"longer than {MOST_BYTES // 1_000_000} million characters", where="text")
    if "\x00" in text:
        raise DocumentError("holds NUL characters: not a text", where="text")
    name = "text-" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return _admitted(replace(_from_text(text), id=name), on, "text")


def judged_day(day: date, *, where: str) -> date:
    """`day`, unless it is none or lies before the record begins. Raises DateError."""
    given: object = day  # callers in Python hand over what they like
    if not isinstance(given, date):
        raise DateError(f"{given!r} is not a day", where=where, remedy="give a datetime.date such as date(2025, 2, 13)")
    day = given.date() if isinstance(given, datetime) else given
    if day < RECORD_BEGINS:
        raise DateError(
            f"{day.isoformat()} is before the record begins ({RECORD_BEGINS.isoformat()})",
            where=where,
            remedy="give a later day",
        )
    return day


def decoded(data: bytes, where: str, encoding: str | None = None) -> str:
    """The text in `data`: as `encoding` says, else UTF-16 by its mark, else UTF-8, else as a web page declares.

    Nothing is guessed: bytes that are none of these are refused, since a wrong guess would change words and currencies.
    """
    if encoding is not None:
        text = _strict(data, known_encoding(encoding), where)
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16", where)
    elif b"\x00" in data:
        raise _binary(where)
    else:
        text = _declared(data, where)
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


def _binary(where: str) -> DocumentError:
    return DocumentError("a binary file, not a text", where=where, remedy="give plain text, Markdown or HTML")


def _declared(data: bytes, where: str) -> str:
    """UTF-8, or else what a web page says of itself; browsers read a declared Latin-1 as Windows-1252, and so do we."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        found = _CHARSET.search(data[:4096])
        name = found[1].decode("ascii", "replace").lower() if found else "utf-8"
        if name in {"utf-8", "utf8"}:
            raise _wrong(where, "UTF-8", fault.start) from None
    try:
        return _strict(data, "cp1252" if name in LATIN_1 else known_encoding(name), where)
    except InputError as fault:
        if isinstance(fault, DocumentError):
            raise
        remedy = "convert it to UTF-8, or name its encoding with --encoding"
        raise DocumentError(f"wrongly encoded: declares '{name}'", where=where, remedy=remedy) from None


def _bytes(path: str, where: str) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        elif Path(path).is_dir():
            raise DocumentError("is a directory", where=where, remedy="name the files in it")
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError("no such file", where=where, remedy="check the path") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise DocumentError(f"cannot be read ({reason})", where=where, remedy="check the path") from None
    if len(data) > MOST_BYTES:
        raise DocumentError(f"larger than {MOST_BYTES // 1_000_000} MB", where=where, remedy="split it into articles")
    return data


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as fault:
        raise _wrong(where, encoding.upper(), getattr(fault, "start", 0)) from None


def _wrong(where: str, encoding: str, at: int) -> DocumentError:
    remedy = "convert it to UTF-8, or name its encoding with --encoding"
    return DocumentError(f"wrongly encoded: not {encoding} at byte {at}", where=where, remedy=remedy)


def _admitted(document: Document, on: date | None, where: str) -> Document:
    """`document` with its day, if it has words and they are English."""
    if not document.text.strip():
        raise DocumentError("empty", where=where, remedy="give a text with words in it")
    if reason := foreign(document.text):
        raise DocumentError(f"not English: {reason}", where=where, remedy="only English texts are read")
    if on is not None:
        return replace(document, published=judged_day(on, where="on"), published_from="option")
    if document.published is None and (day := dateline(document.text)):
        document = replace(document, published=day, published_from="dateline")
    if document.published is not None:
        judged_day(document.published, where=where)
    return document


def _from_text(text: str) -> Document:
    """A plain text or Markdown document, with what its front matter says."""
    found = _FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip("'\"") for name, value in _FIELD.findall(found[1])} if found else {}
    day = _iso(fields.get("date") or fields.get("published") or fields.get("pubdate") or "")
    return Document(
        id="",
        text=text,
        published=day,
        published_from="none" if day is None else "metadata",
        title=fields.get("title") or _heading(text[found.end() :] if found else text),
        outlet=fields.get("outlet") or fields.get("source") or fields.get("publisher") or "",
    )


def _heading(text: str) -> str:
    """The Markdown heading at the top, or empty."""
    found = re.match(r"\s*#{1,2}[ \t]+(\S[^\r\n]{0,300})", text)
    return found[1].rstrip("# \t") if found else ""


def _from_html(page: str, where: str) -> Document:
    """The article in a web page: trafilatura's text and metadata."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATE_SEARCH
    )
    if not isinstance(found, Page) or not (text := found.text or "").strip():
        raise DocumentError("no article found in the page", where=where, remedy="save the article as plain text")
    day = _iso(found.date or "")
    return Document(
        id="",
        text=text,
        published=day,
        published_from="none" if day is None else "metadata",
        title=found.title or "",
        outlet=found.sitename or found.hostname or "",
    )


def _iso(text: str) -> date | None:
    """The first ISO day in `text`, or what a dateline would print; None where there is none."""
    found = _ISO.search(text)
    try:
        return date.fromisoformat(found[0]) if found else dateline(text)
    except ValueError:
        return None
