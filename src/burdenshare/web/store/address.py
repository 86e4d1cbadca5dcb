"""Where the store is: the address of a database, checked, and told without the words that open it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from burdenshare.errors import StoreError
from burdenshare.record.layers import data_folder
from burdenshare.report.wording import shortened

HOW = "give sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"

DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""What an address may begin with, and the driver that is meant: the store is tested with these two databases alone."""

SECRET = ("password", "sslpassword", "passfile", "sslkey")
"""Settings behind the `?` of an address that must not be shown."""

MOST_REASON = 200
"""Characters of what a database says of its own trouble."""


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address. `url` opens the database; `shown` is what may be told of it."""

    url: URL

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database; None for a server."""
        return Path(self.url.database or "") if self.url.drivername == "sqlite" else None

    @property
    def shown(self) -> str:
        """The file, or the server and the name: never the user, the password or a setting."""
        if self.file is not None:
            return str(self.file)
        host = self.url.host or ""
        port = f":{self.url.port}" if self.url.port else ""
        return f"postgresql://{host}{port}/{self.url.database or ''}"

    def reason(self, fault: BaseException) -> str:
        """What the driver says is wrong, on one line, without a secret that it may repeat."""
        text = str(getattr(fault, "orig", None) or getattr(fault, "strerror", None) or fault)
        for secret in self._secrets():
            text = text.replace(secret, "***")
        return shortened(text, MOST_REASON)

    def _secrets(self) -> list[str]:
        values = [self.url.password or "", *(self.url.query.get(name, "") for name in SECRET)]
        return [one for value in values for one in ((value,) if isinstance(value, str) else value) if one]


def default_url() -> str:
    """The address where none is given: `reports.db` in the user's data folder (XDG, or `BURDENSHARE_DATA`)."""
    return URL.create("sqlite", database=str(data_folder() / "reports.db")).render_as_string()


def address_of(url: str) -> Address:
    """The address that `url` says. Raises StoreError: none at all, another database, a file without a name."""
    try:
        given = make_url(url)
    except (ArgumentError, ValueError):  # the text itself may hold a password, so it is not repeated
        raise StoreError("is no address of a database", where="the store", remedy=HOW) from None
    if given.drivername not in DRIVERS:
        what = f"'{shortened(given.drivername, 40)}' is neither sqlite nor postgresql"
        raise StoreError(what, where="the store", remedy=HOW)
    if DRIVERS[given.drivername] == "sqlite":
        return _file(given)
    if not given.database:
        raise StoreError("names no database on its server", where="the store", remedy=HOW)
    return Address(given.set(drivername=DRIVERS[given.drivername]))


def _file(given: URL) -> Address:
    name = given.database or ""
    if name in ("", ":memory:") or given.query or name.startswith("file:"):
        what = "keeps reports in one plain file, without settings behind its name"
        raise StoreError(f"SQLite {what}", where="the store", remedy=HOW)
    return Address(URL.create("sqlite", database=str(Path(name).absolute())))
