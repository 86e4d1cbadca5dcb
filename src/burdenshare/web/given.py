"""What a visitor gives to be read: pasted words, an uploaded file, or an address that the server fetched."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from burdenshare.reading.documents.sources import Source, suffix_of

PASTED = ".txt"
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Given:
    """`data` as it came; `name` is what the visitor calls it (never a path of this machine); `media` and `charset` are
    what a server declared, `suffix` decides where neither does."""

    data: bytes
    name: str
    suffix: str = ""
    media: str = ""
    charset: str = ""

    def source(self) -> Source:
        """The same for the reading room."""
        return Source(self.data, self.name, self._stem(), self.suffix, self.media, self.charset)

    def _stem(self) -> str:
        return PurePosixPath(self.name).stem if "://" not in self.name else self.name


def pasted(text: str) -> Given:
    """Words from a form. Their name is made from them, so that the same words have the same name."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    data = plain.encode("utf-8", "replace")
    return Given(data, f"text-{sha256(data).hexdigest()[:12]}", PASTED, "text/plain", "utf-8")


def is_pasted(given: Given) -> bool:
    """Whether it is words from a form, whose name says nothing to a reader."""
    return given.media == "text/plain" and given.name == pasted(given.data.decode("utf-8", "replace")).name


def uploaded(data: bytes, name: str) -> Given:
    """A file from a form: of its name only the last part counts, and only to tell what it is."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(one for one in bare if one.isprintable())[-LONGEST_NAME:] or "upload"
    return Given(data, plain, suffix_of(plain))


def fetched_from(source: Source) -> Given:
    """What an address held."""
    return Given(source.data, source.where, source.suffix, source.media, source.charset)
