"""What lives as long as the server: its settings, its workers, its store."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from burdenshare.web.settings import Settings
from burdenshare.web.store.store import Store
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.tasks import Tasks


@dataclass(frozen=True, slots=True)
class State:
    """`pool` does the short work, `long` the work that may take minutes, so that neither waits for the other;
    `tasks` are what is given to the latter."""

    settings: Settings
    pool: Pool
    long: Pool
    store: Store
    tasks: Tasks

    async def close(self) -> None:
        """End the workers and the connections."""
        await self.tasks.close()
        self.pool.close()
        self.long.close()
        self.store.close()


def state_of(request: Request) -> State:
    """What the server that answers `request` lives with."""
    found = request.app.state.live
    assert isinstance(found, State)
    return found
