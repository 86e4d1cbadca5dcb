"""Clients that take their time before a request: uvicorn waits for headers without end, and so would every connection
that is opened and left. The gate bounds how long a body may take, this how long it may be until there is a request."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_WITHIN = 10.0
"""Seconds from the first byte that is awaited to the last of the headers."""


class PatientProtocol(H11Protocol):
    """Closes a connection on which no whole request has come in time; while one is being answered it waits."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection: the time begins."""
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """Some bytes: the time ends with the headers, and not with the bytes of a client that sends them one by one."""
        super().data_received(data)
        if self._answering():
            self._forget()
        else:
            self._expect()

    def on_response_complete(self) -> None:
        """An answer: what follows is awaited by the rule of connections that are kept."""
        self._forget()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end."""
        self._forget()
        super().connection_lost(exc)

    def _answering(self) -> bool:
        cycle: Any = self.cycle
        return cycle is not None and not cycle.response_complete

    def _expect(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEADERS_WITHIN, self._too_late)

    def _forget(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self) -> None:
        self._deadline = None
        if not self._answering():
            self.transport.close()
