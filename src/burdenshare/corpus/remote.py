"""A data set at an address that fsspec opens."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from burdenshare.corpus.storage import ASIDE
from burdenshare.errors import InputError, OutputError

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "r2", "memory"})
"""Kinds of places in which a name appears whole or not at all by itself; on the others we rename."""

AGAIN = "see the address and who may use it, then run it again with --resume"


def opened_at(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises InputError."""
    try:
        import fsspec

        found: tuple[Any, str] = fsspec.core.url_to_fs(address)
    except ImportError as fault:
        remedy = "pip install 'burdenshare[corpus]' and the package for this kind of address (s3fs, gcsfs, adlfs)"
        raise InputError(f"cannot be opened ({fault})", where=address, remedy=remedy) from None
    except Exception as fault:  # every kind of place has errors of its own
        told = f"is no place that can be opened ({told_of(fault)})"
        raise InputError(told, where=address, remedy="see the address") from None
    return found


def told_of(fault: BaseException) -> str:
    """What an error of some kind of place says, in few words."""
    said = " ".join(str(fault).split())[:120]
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__


class RemoteStorage:
    """A place that fsspec opens."""

    def __init__(self, url: str) -> None:
        self.place = url.rstrip("/")
        self._files, self._root = opened_at(self.place)
        self._root = self._root.rstrip("/")
        self._whole = self.place.partition("://")[0] in OBJECT_STORES

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def read(self, name: str) -> bytes | None:
        try:
            found: bytes = self._files.cat_file(self._path(name))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except Exception as fault:
            raise self._unread(name, fault) from None
        return found

    def write(self, name: str, content: bytes) -> None:
        path = self._path(name)
        try:
            if self._whole:
                self._files.pipe_file(path, content)
            else:
                self._renamed(path, content)
        except Exception as fault:
            told = f"cannot be written ({told_of(fault)}); what is committed is kept"
            raise OutputError(told, where=self.address(name), remedy=AGAIN) from None

    def _renamed(self, path: str, content: bytes) -> None:
        folder = path.rpartition("/")[0]
        aside = f"{folder}/{ASIDE}{token_hex(6)}"
        self._files.makedirs(folder, exist_ok=True)
        self._files.pipe_file(aside, content)
        self._files.mv(aside, path)

    def names(self, below: str) -> list[str]:
        root = f"{self._root}/"
        try:
            self._files.invalidate_cache()
            found: list[str] = self._files.find(self._path(below))
        except FileNotFoundError:
            return []
        except Exception as fault:
            raise self._unread(below, fault) from None
        names = (one.removeprefix(root) for one in found)
        return sorted(one for one in names if not one.rpartition("/")[2].startswith("."))

    def delete(self, name: str) -> None:
        try:
            self._files.rm_file(self._path(name))
        except FileNotFoundError:
            return
        except Exception as fault:
            told = f"cannot be taken away ({told_of(fault)}); what is committed is kept"
            raise OutputError(told, where=self.address(name), remedy=AGAIN) from None

    def tidy(self) -> None:
        if self._whole:
            return
        self._files.invalidate_cache()
        for path in self._files.find(self._root):
            if path.rpartition("/")[2].startswith(ASIDE):
                self._files.rm_file(path)

    def address(self, name: str) -> str:
        return f"{self.place}/{name}"

    def _unread(self, name: str, fault: Exception) -> InputError:
        return InputError(f"cannot be read ({told_of(fault)})", where=self.address(name), remedy=AGAIN)
