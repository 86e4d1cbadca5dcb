"""Links that visitors give: fetched by few threads of their own, by each visitor in turn, outside of all other work."""

from __future__ import annotations

from dataclasses import dataclass

from anyio import to_thread
from starlette.requests import Request

from burdenshare.errors import InputError
from burdenshare.web.given import Given, fetched_from
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.layout import settings_of
from burdenshare.web.state import state_of
from burdenshare.web.work.turns import Turns


@dataclass(frozen=True, slots=True)
class Links:
    """A visitor's way to addresses; `allowed` where the server follows links at all."""

    allowed: bool
    turns: Turns
    visitor: str

    async def given(self, link: str) -> Given:
        """What the address holds, from public machines alone. Raises InputError and what fetching raises."""
        if not self.allowed:
            raise InputError("this server follows no links", where="link", remedy="paste the words instead")
        from burdenshare.reading.documents.fetch import fetched

        async with self.turns.of(self.visitor):
            return fetched_from(await to_thread.run_sync(fetched, link))


def links_of(request: Request) -> Links:
    """Those of who sent `request`."""
    return Links(settings_of(request).links, state_of(request).links, visitor_of(request.scope))
