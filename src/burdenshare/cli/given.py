"""What `data import` was handed: a file, a folder or an address, as bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from burdenshare.errors import InputError

if TYPE_CHECKING:
    from burdenshare.intake.model import Given

SECONDS = 300.0
"""How long a download may take: the World Bank's archive has some 280 MB."""


def given_from(name: str) -> Given:
    """The bytes at a path or an address. Raises InputError (DocumentError): not there, not public, too large."""
    from burdenshare.intake.model import Given
    from burdenshare.intake.package import folder
    from burdenshare.intake.recognise import MOST_BYTES
    from burdenshare.reading.documents.address import address_of, is_address

    if is_address(name):
        from burdenshare.reading.documents.fetch import fetched
        from burdenshare.reading.documents.reach import Policy

        source = fetched(name, Policy(seconds=SECONDS, most_bytes=MOST_BYTES, smaller="give the release alone"))
        address = address_of(name)
        return Given(f"{address.name}{address.suffix}", source.data, name)
    path = Path(name)
    if path.is_dir():
        return folder(path)
    return Given(path.name, _bytes(path, MOST_BYTES))


def mapping_from(name: str | None) -> str | None:
    """The text of a mapping file. Raises InputError."""
    if name is None:
        return None
    try:
        return Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("is no UTF-8 text", where=name, remedy="save the mapping as UTF-8") from None
    except OSError as fault:
        raise InputError(_reason(fault), where=name, remedy="check the path") from None


def _bytes(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise InputError(f"is larger than {most >> 20} MiB", where=str(path), remedy="give the release alone")
        return path.read_bytes()
    except OSError as fault:
        raise InputError(_reason(fault), where=str(path), remedy="check the path") from None


def _reason(fault: OSError) -> str:
    return f"cannot be read ({fault.strerror or type(fault).__name__})"
