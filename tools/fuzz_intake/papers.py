"""A PDF of lines of text, and the plainest file that shows them again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Lines = list[list[str]]
"""Lines by page."""


def lines_of(content: bytes) -> Lines:
    """The lines of each page, without empty ones."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as pdf:
        texts = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def drawn(pages: Sequence[Sequence[str]], *, packed: bool = False) -> bytes:
    """A PDF that shows the lines: one font, one column. `packed`: with checksums, as programs that write PDF do."""
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages:
        stream = zlib.compress(_stream(lines)) if packed else _stream(lines)
        packing = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (packing, len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 4000 %d]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % (14 * len(lines) + 60, len(objects))
        )
    refs = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), refs)
    return _file(objects)


def _stream(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(%s)Tj T*\n" % _escaped(line) for line in lines)
    return b"BT /F 9 Tf 14 TL 20 %d Td\n%sET" % (14 * len(lines) + 30, shown)


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    body = bytearray(b"%PDF-1.4\n")
    places = []
    for number, inside in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    body += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)
