"""What a record of a web archive holds: the page that a server sent, as it was before it was packed to travel."""

from __future__ import annotations

import re

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.bodies import PackedError, unpacked
from burdenshare.corpus.sources.records import Raw
from burdenshare.reading.documents.media import MEDIA_TYPES, UNTOLD
from burdenshare.reading.documents.sources import MOST_BYTES, Source, suffix_of

PAGES = frozenset({"response", "resource", "conversion"})
"""Types of records that hold a page: as a server sent it, as it was found, or as its bare text (WET)."""

TOO_LARGE = f"larger than {MOST_BYTES // 1_000_000} MB"
ANSWERED = 200
_HOST = re.compile(r"^[a-z]+://([^/:?#]+)", re.IGNORECASE)


def page_of(raw: Raw, place: str) -> Entry | Broken | None:
    """The page of a record, why there is none, or None for a record that is about a page (a request, a note)."""
    if raw.fault:
        return Broken(place, raw.fault)
    if raw.type == "revisit":
        return Broken(place, "a page that had not changed since it was last fetched (revisit)")
    if raw.type == "continuation":
        return Broken(place, "a part of a record that was cut in segments")
    if raw.type not in PAGES:
        return None
    if raw.length > len(raw.data):
        return Broken(place, TOO_LARGE)
    return _page(raw, place)


def _page(raw: Raw, place: str) -> Entry | Broken:
    from fastwarc.warc import WarcRecord

    try:
        record = WarcRecord.from_bytes(raw.head + raw.data + b"\r\n\r\n")
        if record.is_http:
            record.parse_http()
        address = record.headers.get("WARC-Target-URI") or ""
        answered = record.http_headers.status_code if record.is_http_parsed else None
        media = (record.http_content_type if record.is_http_parsed else record.headers.get("Content-Type")) or ""
        charset = (record.http_charset if record.is_http_parsed else "") or ""
        body = record.reader.read(MOST_BYTES + 1)
        told = dict(record.http_headers.to_tuples()) if record.is_http_parsed else {}
    except (OSError, ValueError) as fault:
        return Broken(place, f"a head that cannot be read ({type(fault).__name__})")
    if answered is not None and answered != ANSWERED:
        return Broken(place, f"the server's answer was {answered}")
    media = media.partition(";")[0].strip().lower()
    if media not in MEDIA_TYPES and media not in UNTOLD:
        return Broken(place, f"no page but {media[:60]}")
    try:
        data = unpacked(body, {name.lower(): value for name, value in told.items()})
    except PackedError as fault:
        return Broken(place, str(fault))
    if len(data) > MOST_BYTES:
        return Broken(place, TOO_LARGE)
    host = _HOST.match(address)
    suffix = "" if media in MEDIA_TYPES else suffix_of(address.partition("?")[0])
    source = Source(data, place, place, suffix, media, charset)
    return Entry(place, source, outlet=host[1].removeprefix("www.") if host else "", address=address)
