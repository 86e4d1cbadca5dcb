"""E-mail (.eml): the plain text of a message, or else its HTML part as text; its header gives day, title and author."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.admission import dated
from burdenshare.reading.documents.encoding import decoded
from burdenshare.reading.documents.fragments import fragment_text
from burdenshare.reading.documents.furniture import lines_within
from burdenshare.reading.model import Document, Span

MOST_PARTS = 1000
"""A newsletter has ten parts; a message of thousands is made to keep a reader busy."""

_SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)


def mail_document(data: bytes, where: str, encoding: str | None = None) -> Document:
    """The text of a message with the day, subject and sender of its header. Raises DocumentError."""
    try:
        message: Message = message_from_bytes(data, policy=policy.compat32)
        parts = list(message.walk())
    except RecursionError:
        parts = []
    if not 0 < len(parts) <= MOST_PARTS:
        raise DocumentError("parts nested too deeply", where=where, remedy="save the text of the message")
    if any(part.get_content_type() in _SEALED for part in parts):
        raise DocumentError("an encrypted message", where=where, remedy="open it, and save its text")
    text = _text(parts, where, encoding)
    document = Document(
        id="", text=text, title=_header(message, "Subject"), author=_sender(message), furniture=_signature(text)
    )
    return replace(dated(document, _day(message)), notes=tuple(_notes(parts)))


def _text(parts: list[Message], where: str, encoding: str | None) -> str:
    """The first part in plain text that has words, or else the first in HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != kind or _attached(part):
                continue
            text = decoded(_payload(part), where, encoding, _charset(part))
            text = fragment_text(text) if kind == "text/html" else _unflowed(text, part)
            if text.strip():
                return text
    raise DocumentError("a message without text", where=where, remedy="save what is attached to it, and give that")


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def _attached(part: Message) -> bool:
    return str(part.get("Content-Disposition") or "").strip().lower().startswith("attachment")


def _unflowed(text: str, part: Message) -> str:
    """Lines that a mail program broke for the way (RFC 3676, format=flowed) put together again."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    glue = "" if str(part.get_param("delsp") or "").lower() == "yes" else " "
    lines: list[str] = []
    open_ = False
    for line in text.splitlines():
        line = line.removeprefix(" ")
        soft = line.endswith(" ") and line != "-- "
        body = line[:-1] if soft else line
        if open_ and line != "-- ":
            lines[-1] += glue + body
        else:
            lines.append(line if line == "-- " else body)
        open_ = soft
    return "\n".join(lines) + "\n"


def _signature(text: str) -> tuple[Span, ...]:
    """The lines from the last `-- ` on: the sender's address card."""
    marks = list(_SIGNATURE.finditer(text))
    return tuple(lines_within(text, Span(marks[-1].start(), len(text)))) if marks else ()


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        text = str(make_header(decode_header(str(raw))))
    except (HeaderParseError, ValueError, LookupError):
        text = str(raw)
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _sender(message: Message) -> str:
    name, address = parseaddr(_header(message, "From"))
    return name or address


def _day(message: Message) -> date | None:
    """The day of the Date header, as its writer's clock had it."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _notes(parts: list[Message]) -> list[str]:
    """What hangs on the message and was not read."""
    attached = [part for part in parts if _attached(part)]
    if not attached:
        return []
    names = [" ".join(str(part.get_filename() or "without a name").split())[:60] for part in attached[:5]]
    return [f"{len(attached)} attached to the message and not read: {', '.join(names)}"]
