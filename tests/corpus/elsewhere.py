"""Places of every kind that a data set may lie at, among them a server of S3 on this machine."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from secrets import token_hex

import pytest

BUCKET = "archives"
_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Served:
    """The address of the server, None where it is not installed, and what a process needs to reach it."""

    address: str | None
    settings: Mapping[str, str]

    def place(self) -> str:
        """A place on it where nothing is yet."""
        if self.address is None:
            pytest.skip("moto's server or s3fs is not installed")
        return f"s3://{BUCKET}/run-{next(_NUMBERS)}"


@contextmanager
def serving() -> Iterator[Served]:
    """A server of S3 with one bucket, on a port of this machine that is free."""
    if find_spec("moto") is None or find_spec("s3fs") is None:
        yield Served(None, {})
        return
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    told = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    kept = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        import s3fs

        s3fs.S3FileSystem().mkdir(BUCKET)
        yield Served(address, told)
    finally:
        for name, value in kept.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        server.stop()


PLACES: dict[str, Callable[[Path, Served], str]] = {
    "folder": lambda folder, served: str(folder / "out"),
    "fsspec-memory": lambda folder, served: f"memory://{token_hex(6)}/out",
    "s3": lambda folder, served: served.place(),
}
"""An address of a new place, by kind."""
