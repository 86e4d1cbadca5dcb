"""Clients that take their time: uvicorn waits for headers without end, and for who never reads an answer. The gate
bounds how long a body may take, this how long it may be until there is a request, and until an answer is taken."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_WITHIN = 10.0
"""Seconds from the first byte that is awaited to the last of the headers."""

TAKEN_WITHIN = 30.0
"""Seconds within which a client must take more of an answer."""

TAKEN_AT_LEAST = 16 * 1024
"""Bytes that it must take in that time: half a kilobyte a second, slower than any line that pages are read on."""

SENDING = 128 * 1024
"""Bytes of answers that the system holds for a connection. What it takes by itself is megabytes, of which it would tell
only when a third was sent: a slow reader could not be told from none."""

AT_ONCE = struct.pack("ii", 1, 0)
"""How a connection is ended whose client takes nothing: the system too would go on offering it what was written."""


class PatientProtocol(H11Protocol):
    """Closes a connection on which no whole request has come in time, and breaks off one whose client does not take its
    answer; while one is being made it waits."""

    _deadline: asyncio.TimerHandle | None = None
    _looking: asyncio.TimerHandle | None = None
    _untaken = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection: the time begins."""
        super().connection_made(transport)
        connected = transport.get_extra_info("socket")
        if connected is not None:
            connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENDING)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """Some bytes: the time ends with the headers, and not with the bytes of a client that sends them one by one."""
        super().data_received(data)
        if self._answering():
            self._forget()
        else:
            self._expect()
        self._look()

    def on_response_complete(self) -> None:
        """An answer: what follows is awaited by the rule of connections that are kept."""
        self._forget()
        super().on_response_complete()
        self._look()

    def pause_writing(self) -> None:
        """More was written than the client takes at once."""
        super().pause_writing()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end."""
        self._forget()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
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

    def _look(self) -> None:
        """Look again in a while whether the client has taken something, where there is something to take."""
        if self._looking is None and (untaken := self.transport.get_write_buffer_size()):
            self._untaken = untaken
            self._looking = self.loop.call_later(TAKEN_WITHIN, self._see)

    def _see(self) -> None:
        """End a connection of which too little was taken. What waits grows only when much was taken, or until writing
        is paused, so growth is no sign of a client that does not read. To close would be to wait for it again."""
        self._looking = None
        untaken = self.transport.get_write_buffer_size()
        if untaken and 0 <= self._untaken - untaken < min(TAKEN_AT_LEAST, self._untaken):
            if (connected := self.transport.get_extra_info("socket")) is not None:
                connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            self.transport.abort()
        else:
            self._look()
