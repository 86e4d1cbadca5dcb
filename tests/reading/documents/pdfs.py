"""Small PDFs made by hand: pages of lines in Helvetica, with a title, a lock, or a picture in place of words."""

from __future__ import annotations

from collections.abc import Sequence

LOCKED = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
"""A lock that no empty password opens."""

UNKNOWN_LOCK = b"<< /Filter /Certificates /V 9 >>"


def pdf(pages: Sequence[Sequence[str]], *, information: str = "", lock: bytes = b"") -> bytes:
    """A PDF of `pages`; a page without lines holds a grey rectangle, as a scan holds a picture."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids: list[int] = []
    for lines in pages:
        content = _content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    trailer = b""
    if information:
        objects.append(b"<< %s >>" % information.encode("latin-1"))
        trailer += b" /Info %d 0 R" % len(objects)
    if lock:
        objects.append(lock)
        trailer += (
            b" /Encrypt %d 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
            % len(objects)
        )
    return _file(objects, trailer)


def _content(lines: Sequence[str]) -> bytes:
    if not lines:
        return b"0.5 g 50 50 400 600 re f"
    shown = [b"BT /F1 11 Tf 14 TL 60 780 Td"]
    for line in lines:
        words = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
        shown.append(b"(%s) Tj T*" % words)
    return b"\n".join([*shown, b"ET"])


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, at)
