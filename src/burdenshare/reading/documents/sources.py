"""The bytes of a source and what is said about them, before anybody reads them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from burdenshare.errors import DocumentError

MOST_BYTES = 20_000_000
"""A hundred novels: more is a dump, not an article."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """`data` as it came; `where` names it in messages, `name` gives the document its id.

    `suffix` is that of the file or address in small letters; `media` the media type and `charset` the encoding that a
    server declared, both empty for files.
    """

    data: bytes
    where: str
    name: str
    suffix: str = ""
    media: str = ""
    charset: str = ""


def source_at(path: str) -> Source:
    """The file `path`, or standard input for `-`. Raises DocumentError."""
    where = "stdin" if path == STDIN else path
    return Source(_bytes(path, where), where, Path(where).stem, suffix_of(where))


def suffix_of(path: str) -> str:
    """The suffix of a path in small letters, `.html`; empty where there is none."""
    return Path(path).suffix.lower()


def unreadable(fault: OSError | ValueError, where: str) -> DocumentError:
    """What the operating system says against reading `where`, as one line."""
    if isinstance(fault, FileNotFoundError):
        return DocumentError("no such file", where=where, remedy="check the path")
    if isinstance(fault, IsADirectoryError):
        return DocumentError("is a directory", where=where, remedy="name the files in it")
    reason = getattr(fault, "strerror", None) or str(fault)
    return DocumentError(f"cannot be read ({reason})", where=where, remedy="check the path")


def too_large(where: str) -> DocumentError:
    """A source of more than `MOST_BYTES`."""
    return DocumentError(f"larger than {MOST_BYTES // 1_000_000} MB", where=where, remedy="split it into articles")


def _bytes(path: str, where: str) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        elif Path(path).is_dir():
            raise IsADirectoryError
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise unreadable(fault, where) from None
    if len(data) > MOST_BYTES:
        raise too_large(where)
    return data
