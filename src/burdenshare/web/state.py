"""What lives as long as the server: its settings, its workers, its store."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import Request

from burdenshare.web.settings import Settings
from burdenshare.web.store.store import Store
from burdenshare.web.work.kept import Kept
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.remembered import Remembered
from burdenshare.web.work.tasks import Tasks
from burdenshare.web.work.turns import Turns
from burdenshare.web.work.worker import drawing, looking, reckoning

WAITING_DRAWINGS = 64
"""Charts that may wait for the one worker that draws; each takes some tenths of a second, once."""


FETCHED_AT_ONCE = 12
FETCHED_FOR_ONE = 4
"""Links that the server fetches at once, and of them those of one visitor: slow ones hold up his own."""


WAITING_LOOKS = 128
"""Views of the record that may wait for the one worker that makes them; each takes milliseconds."""


def looking_pool(memory: int) -> Pool:
    """The worker that looks into the record. It works on nothing of strangers but names and numbers, so it need not be
    replaced, which would take its tables away."""
    return Pool(1, memory, WAITING_LOOKS, looking, 0)


def drawing_pool() -> Pool:
    """The worker that draws charts, which starts with the first of them."""
    return Pool(1, 0, WAITING_DRAWINGS, drawing)


WAITING_ROADS = 32
"""Roads that may wait for the one worker that reckons short ones; each takes a second or two, once."""


def reckoning_pool(memory: int) -> Pool:
    """The worker that reckons short roads, so that no check ever waits for one."""
    return Pool(1, memory, WAITING_ROADS, reckoning)


@dataclass(frozen=True, slots=True)
class State:
    """`pool` does the short work, `long` the work that may take minutes, so that neither waits for the other; `tasks`
    are what is given to the latter, `remembered` is what visitors look at, `links` are the turns at fetching, `looks`
    looks into the record for its pages, `roads` reckons short roads, `draws` does charts, `kept` holds what depends on
    the record and the question.
    """

    settings: Settings
    pool: Pool
    long: Pool
    looks: Pool
    store: Store
    tasks: Tasks
    roads: Pool = field(kw_only=True)
    remembered: Remembered = field(default_factory=Remembered)
    links: Turns = field(default_factory=lambda: Turns(FETCHED_AT_ONCE, FETCHED_FOR_ONE))
    draws: Pool = field(default_factory=drawing_pool)
    kept: Kept = field(default_factory=Kept)

    async def close(self) -> None:
        """End the workers and the connections."""
        await self.tasks.close()
        self.pool.close()
        self.long.close()
        self.looks.close()
        self.roads.close()
        self.draws.close()
        self.store.close()


def state_of(request: Request) -> State:
    """What the server that answers `request` lives with."""
    found = request.app.state.live
    assert isinstance(found, State)
    return found
