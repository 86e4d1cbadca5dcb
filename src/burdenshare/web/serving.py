"""The server itself: the application on an address, with limits for slow and many clients."""

from __future__ import annotations

import logging
import socket
from contextlib import suppress

import uvicorn

from burdenshare.errors import InputError
from burdenshare.web.app import create_app
from burdenshare.web.settings import Settings
from burdenshare.web.slowness import PatientProtocol

KEPT = 15
"""Seconds that a connection is kept for another request: longer than a visitor looks at an answer before the next one;
else now and then a request meets the very moment of closing and is lost."""
MOST_CONNECTIONS = 512
MOST_HEADERS = 16 * 1024
"""Bytes of a request's line and headers; browsers send a tenth of it."""
LEAVING = 10
"""Seconds that answers may take to end when the server is stopped."""
FAMILIES = {True: socket.AF_INET6, False: socket.AF_INET}


def listening(host: str, port: int) -> socket.socket:
    """A socket on that address; port 0 means any that is free. Raises InputError: taken, or no address of this
    machine."""
    made = socket.socket(FAMILIES[":" in host], socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(MOST_CONNECTIONS)
    except (OSError, OverflowError) as fault:
        made.close()
        reason = getattr(fault, "strerror", None) or str(fault)
        where = f"{host}:{port}"
        remedy = "give another --port" if isinstance(fault, OSError) else "give a --port from 0 to 65535"
        raise InputError(f"cannot listen there ({reason})", where=where, remedy=f"{remedy} or --host") from None
    made.set_inheritable(False)
    return made


def address_of(found: socket.socket, host: str) -> str:
    """The address to open in a browser."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{found.getsockname()[1]}"


def serve(settings: Settings, found: socket.socket) -> None:
    """Answer on that socket until the process is told to stop. The store and the workers live as long."""
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # what strangers send wrongly is no news
    config = uvicorn.Config(
        create_app(settings),
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        # who asks is who connects: a header that anybody can write must not get round the limits. Of a proxy that was
        # named it is believed: behind one all visitors would share one address, and with it one limit
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_keep_alive=KEPT,
        timeout_graceful_shutdown=LEAVING,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=MOST_HEADERS,
        backlog=MOST_CONNECTIONS,
    )
    with found, suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
        uvicorn.Server(config).run(sockets=[found])
