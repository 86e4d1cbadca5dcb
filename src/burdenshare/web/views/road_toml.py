"""A scenario file as part of an address: packed small, so that a link holds all of it and the server keeps nothing."""

from __future__ import annotations

import base64
import binascii
import zlib

from burdenshare.errors import InputError
from burdenshare.web.views.road_asked import LONGEST_CODE

LONGEST_TEXT = 20_000
"""Bytes of a scenario: the longest shipped one has 1,000, one with a target for each ally some 5,000."""


def packed_toml(text: str, *, most: int = LONGEST_CODE) -> str:
    """The text as `most` letters of an address. Raises InputError where it is empty, or too long for a link."""
    plain = text.replace("\r\n", "\n").strip().encode("utf-8", "replace")
    if not plain:
        raise InputError("no scenario was given", where="toml", remedy="paste one, or choose a file")
    if len(plain) > LONGEST_TEXT:
        raise InputError(f"longer than {LONGEST_TEXT:,} bytes", where="toml", remedy="give a scenario file")
    code = base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode().rstrip("=")
    if len(code) > most:
        remedy = "give fewer targets, or use the command line"
        raise InputError("this scenario is too long for a link", where="toml", remedy=remedy)
    return code


def unpacked_toml(code: str) -> str:
    """The text again; no more of it than `packed_toml` takes. Raises InputError for what it did not make."""
    unpacking = zlib.decompressobj()
    try:
        data = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
        plain = unpacking.decompress(data, LONGEST_TEXT + 1)
        if not unpacking.eof or len(plain) > LONGEST_TEXT:
            raise ValueError
        return plain.decode("utf-8")
    except (ValueError, binascii.Error, zlib.error):
        raise InputError("the link holds no scenario", where="toml", remedy="paste the scenario anew") from None
