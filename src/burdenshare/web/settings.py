"""What a server is told when it starts: where it listens, where it saves, how much it allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address

LOOPBACK = "127.0.0.1"
PORT = 8765
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one visitor may ask, and one piece of work may take. Every number can be set when the server starts.

    `body` and `upload` in bytes, `bodies` those of all requests together that are read or answered, `text` in
    characters, `seconds` of work, `memory` in bytes of one worker, `waiting` in pieces of work that may wait for a
    worker, `requests` and `works` a minute from one address (0: no limit), `files` of one story, `slow` in seconds that
    a client may take to send its request beyond what `pace`, in bytes a second, gives it for what has come.
    """

    body: int = 12 * MIB
    upload: int = 10 * MIB
    bodies: int = 96 * MIB
    text: int = 500_000
    seconds: float = 20.0
    story_seconds: float = 180.0
    memory: int = 2048 * MIB
    workers: int = 2
    waiting: int = 64
    requests: int = 600
    works: int = 120
    files: int = 60
    slow: float = 20.0
    pace: int = 16 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """One server. `database` None means the file in the user's data folder; `token`, where given, is asked of everybody
    who saves, reviews or deletes; `hosts` are the names it answers to, any where empty and it listens beyond this
    machine. `proxies` are the addresses and networks whose word is taken for who asks (X-Forwarded-For); nobody's where
    empty."""

    host: str = LOOPBACK
    port: int = PORT
    database: str | None = None
    token: str = field(default="", repr=False)
    hosts: tuple[str, ...] = ()
    links: bool = True
    limits: Limits = Limits()
    proxies: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names in a request's Host header that are answered: those of this machine, where it listens, and those
        given."""
        return frozenset({"localhost", "127.0.0.1", "[::1]", "testserver", self.host, *self.hosts})

    @property
    def open_to_names(self) -> bool:
        """Whether any name is answered: beyond this machine with a token and no name given. Otherwise a page of another
        site, whose name leads here, could read and write as if it were ours."""
        return not self.local and not self.hosts and bool(self.token)

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
