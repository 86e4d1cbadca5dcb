"""Documents at the door: files, addresses and strings become `Document`s, or one clear line says why not.

The text that is shown is what every offset points into: for plain text and Markdown the decoded file itself (front
matter included, a byte-order mark not), for everything else the text taken out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from burdenshare.errors import DocumentError, InputError
from burdenshare.reading.documents.address import PORTS, address_of, is_address
from burdenshare.reading.documents.admission import FIRST_RELEASE, RECORD_BEGINS, admitted, judged_day
from burdenshare.reading.documents.encoding import decoded, known_encoding
from burdenshare.reading.documents.media import Medium, by_name, medium_of
from burdenshare.reading.documents.plain import plain_document
from burdenshare.reading.documents.reach import PUBLIC, Policy
from burdenshare.reading.documents.sources import MOST_BYTES, Source, source_at, unreadable
from burdenshare.reading.model import Document

__all__ = [
    "FIRST_RELEASE",
    "MOST_BYTES",
    "RECORD_BEGINS",
    "Held",
    "decoded",
    "document_of",
    "held_at",
    "judged_day",
    "known_encoding",
    "load_document",
    "load_documents",
]

OnFault = Callable[[InputError], None]
"""What is done with an entry or line that cannot be used, while the others go on."""

MANY = frozenset({Medium.FEED, Medium.JSONL})


@dataclass(frozen=True, slots=True)
class Held:
    """What a source holds: `documents`, read as they are asked for, and whether it is of a kind that holds `many`."""

    many: bool
    documents: Iterator[Document]


def load_document(
    path: str | Path, *, on: date | None = None, encoding: str | None = None, policy: Policy = PUBLIC
) -> Document:
    """The document in the file or at the address `path`, or on standard input for `-`; `on` wins over any date in it.

    `encoding` names what the bytes are written in; without it UTF-8, a byte-order mark or what a page declares.
    `policy` says how far an address may be followed. Raises DocumentError (missing, unreadable, empty, binary, larger
    than 20 MB, wrongly encoded, not English, several documents, not fetched...), InputError (an encoding nobody knows)
    and DateError (no day, or one before the record begins).
    """
    found = held_at(path, on=on, encoding=encoding, policy=policy).documents
    document = next(found)
    if next(found, None) is not None:
        raise DocumentError("holds several documents", where=str(path), remedy="read them with load_documents")
    return document


def load_documents(
    path: str | Path,
    *,
    on: date | None = None,
    encoding: str | None = None,
    policy: Policy = PUBLIC,
    on_fault: OnFault | None = None,
) -> Iterator[Document]:
    """Every document in `path`: the entries of a feed, the lines of a JSON Lines file, or the one that it is.

    An entry or line that cannot be used goes to `on_fault`, and the others follow; without it, its error is raised.
    Takes and raises what `load_document` does.
    """
    return held_at(path, on=on, encoding=encoding, policy=policy, on_fault=on_fault).documents


def held_at(
    path: str | Path,
    *,
    on: date | None = None,
    encoding: str | None = None,
    policy: Policy = PUBLIC,
    on_fault: OnFault | None = None,
) -> Held:
    """What `load_documents` gives, and whether the source is of a kind that holds many."""
    name = str(path)
    if encoding is not None:
        known_encoding(encoding)
    if not is_address(name) and by_name(name) is Medium.JSONL:
        return Held(True, _admitted(_lines_of_file(name, encoding), on, on_fault))
    source = _fetched(name, policy) if is_address(name) else source_at(name)
    return held_in(source, on=on, encoding=encoding, on_fault=on_fault)


def held_in(
    source: Source, *, on: date | None = None, encoding: str | None = None, on_fault: OnFault | None = None
) -> Held:
    """What `held_at` gives, of bytes that are at hand already: an upload, the answer of a server."""
    medium = medium_of(source)
    return Held(medium in MANY, _admitted(_parts(source, medium, encoding), on, on_fault))


def document_of(text: str, *, on: date | None = None) -> Document:
    """The document of a string; its id is made from the text. Raises what `load_document` does."""
    if len(text) > MOST_BYTES:
        raise DocumentError(f"longer than {MOST_BYTES // 1_000_000} million characters", where="text")
    if "\x00" in text:
        raise DocumentError("holds NUL characters: not a text", where="text")
    name = "text-" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return admitted(replace(plain_document(text), id=name), on, "text")


Part = tuple[str, Document | InputError]
"""Where a document stands in its source, for messages, and the document or what is wrong with it."""


def _admitted(parts: Iterator[Part], on: date | None, on_fault: OnFault | None) -> Iterator[Document]:
    """The documents that may enter; the others go to `on_fault`, or end the reading."""
    for where, part in parts:
        try:
            if isinstance(part, InputError):
                raise part
            document = admitted(part, on, where)
        except InputError as fault:
            if on_fault is None:
                raise
            on_fault(fault)
            continue
        yield document


def _parts(source: Source, medium: Medium, encoding: str | None) -> Iterator[Part]:
    """Every document of a source, each read by the module of its kind."""
    if medium is Medium.FEED:
        from burdenshare.reading.documents.feeds import feed_entries

        for entry in feed_entries(source.data, source.where, source.name, encoding or source.charset or None):
            yield f"{source.where}, entry {entry.number}", entry.document
    elif medium is Medium.JSONL:
        yield from _lines(BytesIO(source.data), source.where, source.name, encoding)
    else:
        document = _document(source, medium, encoding)
        outlet = document.outlet or _host(source.where)
        yield source.where, replace(document, id=source.name, outlet=outlet)


def _document(source: Source, medium: Medium, encoding: str | None) -> Document:
    match medium:
        case Medium.PDF:
            from burdenshare.reading.documents.pdf import pdf_document

            return pdf_document(source.data, source.where)
        case Medium.MAIL:
            from burdenshare.reading.documents.mail import mail_document

            return mail_document(source.data, source.where, encoding)
        case Medium.PAGE:
            from burdenshare.reading.documents.page import page_document

            return page_document(_text(source, encoding), source.where)
        case _:
            return plain_document(_text(source, encoding))


def _host(where: str) -> str:
    """Who published a page that does not say so: the name of its host. A store of files (`s3://...`) published none."""
    fetched = is_address(where) and where.partition("://")[0].lower() in PORTS
    return address_of(where).host.removeprefix("www.") if fetched else ""


def _text(source: Source, encoding: str | None) -> str:
    return decoded(source.data, source.where, encoding, source.charset)


def _lines(stream: BinaryIO, where: str, name: str, encoding: str | None) -> Iterator[Part]:
    from burdenshare.reading.documents.jsonl import json_lines

    for line in json_lines(stream, where, name, encoding):
        yield f"{where}, line {line.number}", line.document


def _lines_of_file(path: str, encoding: str | None) -> Iterator[Part]:
    """The lines of a JSON Lines file, which may be larger than any one document."""
    try:
        stream = Path(path).open("rb")  # noqa: SIM115
    except (OSError, ValueError) as fault:
        raise unreadable(fault, path) from None
    with closing(stream):
        yield from _lines(stream, path, Path(path).stem, encoding)


def _fetched(address: str, policy: Policy) -> Source:
    from burdenshare.reading.documents.fetch import fetched

    return fetched(address, policy)
