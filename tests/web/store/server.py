"""A PostgreSQL of the tests' own: a fresh cluster on a socket in a temporary folder, gone when they are done."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAME = "postgres"
"""The account that packaged servers run as, the superuser of the cluster, and its first database."""

PATIENCE = 60
"""Seconds until a server that does not come up is given up."""


def programs() -> Path | None:
    """The folder of the newest server programs; None where there are none."""
    found = [Path(one).resolve().parent for one in [shutil.which("postgres")] if one]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name), reverse=True)
    return next((one for one in found if (one / "initdb").exists() and (one / "postgres").exists()), None)


@contextmanager
def running(folder: Path) -> Iterator[Path]:
    """The socket's folder of a server that runs meanwhile, made with the programs in `folder`."""
    home = Path(tempfile.mkdtemp(prefix="bs-pg-"))  # a socket's path may have 100 characters, pytest's are longer
    account: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        other = pwd.getpwnam(NAME if any(one.pw_name == NAME for one in pwd.getpwall()) else "nobody")
        account = {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}
        os.chown(home, other.pw_uid, other.pw_gid)
    server: subprocess.Popen[bytes] | None = None
    try:
        data, log = home / "data", home / "log"
        made = [
            str(folder / "initdb"),
            "-D",
            str(data),
            "-U",
            NAME,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(made, check=True, capture_output=True, cwd=home, **account)
        quick = [
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "listen_addresses=",
            "-c",
            "max_connections=40",
        ]
        with log.open("wb") as stream:
            asked = [str(folder / "postgres"), "-D", str(data), "-k", str(home), *quick]
            server = subprocess.Popen(asked, stdout=stream, stderr=stream, cwd=home, **account)
        _wait(folder, home, server, log)
        yield home
    finally:
        if server is not None:
            server.terminate()
            server.wait(PATIENCE)
        shutil.rmtree(home, ignore_errors=True)


def _wait(folder: Path, home: Path, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    asked = [str(folder / "psql"), "-h", str(home), "-U", NAME, "-d", NAME, "-c", "SELECT 1"]
    while subprocess.run(asked, capture_output=True, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not come up: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.05)
